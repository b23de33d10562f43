"""Comfortable or compact: tried at once in Preferences, kept, and more rows for it."""

from __future__ import annotations

import pytest
from builders import HandClock
from fakes.command_line import MemorySecrets
from fakes.window_states import WindowStates
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox

from softanswer.replies.preferences import Density, Preferences, load_preferences, save_preferences
from softanswer.ui.actions import Act
from softanswer.ui.desk import Desk
from softanswer.ui.preferences.preferences_dialog import PreferencesDialog
from softanswer.ui.profile import Profile
from softanswer.ui.rail import Place
from softanswer.ui.theme.sizes import TARGET

pytestmark = pytest.mark.timeout(120)

Key = Qt.Key


@pytest.fixture
def states(qtbot, theme, tmp_path):
    states = WindowStates(tmp_path, size=(1440, 900))
    states.window.activateWindow()
    qtbot.waitUntil(states.window.isActiveWindow)
    yield states
    states.close()


def kept(states):
    return load_preferences(states.desk.engine.profile.preferences_file).preferences.density


def rows_in_view(states):
    view = states.window.inbox.list
    return view.viewport().height() // view.rowHeight(0)


def density_box(states):
    states.window.acts[Act.PREFERENCES].trigger()
    dialog = states._top(PreferencesDialog)
    dialog.show_page(dialog.look)
    box = next(
        one for one in dialog.look.findChildren(QComboBox) if one.accessibleName() == "Density"
    )
    box.setFocus()
    return dialog, box


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_density_is_shown_at_once_and_cancel_takes_it_back(states, is_kept):
    states.desk.wiring.show_place(Place.ALL)
    comfortable = rows_in_view(states)
    dialog, box = density_box(states)
    QTest.keyClick(box, Key.Key_Down)
    states.settle()
    assert states.desk.theme.density is Density.COMPACT
    assert kept(states) is Density.COMFORTABLE
    assert rows_in_view(states) >= comfortable * 1.5
    if is_kept:
        dialog._keep.setFocus()
        QTest.keyClick(dialog._keep, Key.Key_Return)
    else:
        QTest.keyClick(box, Key.Key_Escape)
    states.settle()
    expected = Density.COMPACT if is_kept else Density.COMFORTABLE
    assert (states.desk.theme.density, kept(states)) == (expected, expected)
    assert (rows_in_view(states) > comfortable) is is_kept


def test_compact_buttons_and_rows_can_still_be_hit(states):
    dialog, box = density_box(states)
    before = (dialog._cancel.height(), dialog._titles.sizeHintForRow(0), dialog._keep.height())
    QTest.keyClick(box, Key.Key_Down)
    states.settle()
    after = (dialog._cancel.height(), dialog._titles.sizeHintForRow(0), dialog._keep.height())
    assert all(TARGET <= small < large for small, large in zip(after, before, strict=True))
    QTest.keyClick(box, Key.Key_Escape)


def test_the_next_window_has_the_density_that_was_kept(qtbot, theme, tmp_path):
    profile = Profile(tmp_path / "profile", HandClock(), MemorySecrets())
    profile.folder.mkdir(parents=True, exist_ok=True)
    save_preferences(profile.preferences_file, Preferences(density=Density.COMPACT))
    desk = Desk(profile)
    assert desk.theme.density is Density.COMPACT
    desk.close()
