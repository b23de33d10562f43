"""Nothing is cut off, shortened or covered, in every state, size and language that must hold."""

from __future__ import annotations

import os

import pytest
from fakes.made_up_words import LONGER, MadeUpWords, made_up
from fakes.window_states import WindowStates
from fitting import misfits
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from softanswer.replies.preferences import Language, Preferences
from softanswer.ui.actions import Act
from softanswer.ui.inbox.letter_body import LetterText

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

SMALL, LARGE = (1024, 700), (1440, 900)
EVERY_SIZE = pytest.mark.skipif(
    "SOFTANSWER_EVERY_SIZE" not in os.environ, reason="SOFTANSWER_EVERY_SIZE=1 measures all sizes"
)
ENGLISH, RUSSIAN = Language.ENGLISH, Language.RUSSIAN


@pytest.fixture
def made_up_words(qapp):
    words = MadeUpWords(qapp)
    words.put_on()
    yield
    words.take_off()


def faults(folder, language, size, text=100):
    states = WindowStates(folder, Preferences(language=language), size, text)
    try:
        return [f"{name}: {f}" for name, shown in states.walk() for f in misfits(shown)]
    finally:
        states.close()


@EVERY_SIZE
@pytest.mark.parametrize(
    ("language", "size", "text"),
    [
        (ENGLISH, SMALL, 140),  # as it is and twice as large: see test_every_state.py
        (RUSSIAN, SMALL, 140),
        (ENGLISH, LARGE, 100),
        (RUSSIAN, LARGE, 100),
        (ENGLISH, LARGE, 200),
        (RUSSIAN, LARGE, 200),
    ],
)
def test_nothing_is_cut_off(theme, tmp_path, language, size, text):
    found = faults(tmp_path, language, size, text)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", [SMALL, pytest.param(LARGE, marks=EVERY_SIZE)])
def test_words_a_third_longer_have_room_too(theme, made_up_words, tmp_path, size):
    found = faults(tmp_path, RUSSIAN, size)
    assert not found, "\n".join(found)


def test_made_up_words_are_longer_and_keep_what_is_filled_in():
    source = "Cooling until {time}."
    assert made_up(source) == "Çóóóólííñg úúñtííl {time}."
    assert len(made_up(source)) - len("{time}") >= (len(source) - len("{time}")) * (LONGER - 0.05)


def test_what_does_not_fit_is_found(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    label = QLabel("This needs more room than that", window)
    label.setMaximumWidth(60)
    row.addWidget(label)
    row.addWidget(QPushButton("This fits", window))
    beyond = QPushButton("beyond", window)
    beyond.setGeometry(250, 0, 100, 40)
    window.resize(300, 80)
    window.show()
    assert list(misfits(window)) == [
        "QLabel: 'This needs more room than that'",
        "QPushButton 'beyond' reaches beyond QWidget sideways",
    ]


def test_parts_that_lie_upon_each_other_are_found(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    one, other = QPushButton("one", window), QPushButton("other", window)
    row.addWidget(one)
    row.addWidget(other)
    window.resize(300, 80)
    window.show()
    assert list(misfits(window)) == []
    other.move(one.x() + one.width() - 10, other.y())
    assert list(misfits(window)) == ["QPushButton 'one' and QPushButton 'other' overlap by 10x32"]


@pytest.mark.parametrize(("size", "text"), [(SMALL, 140), (LARGE, 200)])
def test_the_letter_stays_readable_above_its_reply(theme, tmp_path, size, text):
    states = WindowStates(tmp_path, Preferences(language=ENGLISH), size, text)
    try:
        ((_, window),) = states.walk("composer")
        assert not list(misfits(window))
        assert (window.width(), window.height()) == size
        words = next(iter(window.inbox.letter.findChildren(LetterText)))
        area = window.inbox.letter._area.viewport()
        line = words.fontMetrics().height()
        assert area.rect().contains(words.mapTo(area, QPoint(0, line)))
        bar = window.inbox.letter._area.verticalScrollBar()
        shown = bar.value()
        bar.setValue(0)
        window.acts[Act.READ_ON].trigger()
        states.settle()
        assert bar.value() >= min(shown, bar.pageStep() // 2)
        assert window.inbox.composer.editor.hasFocus()
    finally:
        states.close()
