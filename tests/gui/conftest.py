"""The window's tests: the program's own look, and English words with a fixed zone."""

from __future__ import annotations

import gc
from datetime import UTC

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from softanswer.mailbox.garbage import collect_what_is_due
from softanswer.replies.preferences import Density
from softanswer.ui.case.facts_panel import FactsPanel
from softanswer.ui.delivery_words import DeliveryWords
from softanswer.ui.desk import theme_of
from softanswer.ui.theme.theme import Scheme
from softanswer.ui.words import Words


@pytest.fixture(scope="package", autouse=True)
def _other_threads_collect_nothing():
    """As in the program, where a QObject deleted in another thread may stop everything."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _no_window_is_left():
    """Delete the windows that a test has closed, when all its fixtures are through with them.

    They wait for an event loop, and thousands of them would be dressed anew with each new theme.
    """
    yield
    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    collect_what_is_due()


@pytest.fixture(scope="session")
def worn_theme(qapp):
    """The theme of the whole run, as in the program.

    Qt 6.11 crashes when a sheet is put on again after it was taken off while closed widgets were
    waiting for their deletion: its cache of rules keeps them.
    """
    return theme_of(qapp, Scheme.LIGHT)


@pytest.fixture
def theme(worn_theme):
    """The light theme at 100 percent, comfortable."""
    yield worn_theme
    worn_theme.set_scheme(Scheme.LIGHT)
    worn_theme.set_text_percent(100)
    worn_theme.set_density(Density.COMFORTABLE)


@pytest.fixture
def words():
    return Words(zone=UTC)


@pytest.fixture
def delivery_words(words):
    return DeliveryWords(words)


@pytest.fixture
def panel(qtbot, theme, words, delivery_words):
    """The facts of an order, as wide as they stand beside a letter."""
    panel = FactsPanel(words, delivery_words)
    qtbot.addWidget(panel)
    panel.resize(310, 900)
    panel.show()
    return panel
