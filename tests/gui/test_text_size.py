"""The size of all text: by keys anywhere in the window, in Preferences, and remembered."""

from __future__ import annotations

import pytest
from builders import HandClock, account
from fakes.command_line import MemorySecrets
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from softanswer.mailbox.store.accounts import add_account
from softanswer.replies.preferences import load_preferences
from softanswer.ui.actions import Act
from softanswer.ui.desk import Desk
from softanswer.ui.preferences.preferences_dialog import PreferencesDialog
from softanswer.ui.profile import Profile
from softanswer.ui.rail import Place

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def profile(tmp_path):
    profile = Profile(tmp_path / "profile", HandClock(), MemorySecrets())
    with profile.writing() as writer:
        writer.call(lambda tx: add_account(tx, account()))
    return profile


@pytest.fixture
def desk(qtbot, theme, profile):
    desk = Desk(profile)
    desk.wiring.open()
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    yield desk
    desk.close()


def kept(profile):
    return load_preferences(profile.preferences_file).preferences.text_percent


@pytest.mark.parametrize("place", [Place.ALL, Place.COOLING, Place.ORDERS])
def test_keys_make_all_text_larger_smaller_and_as_it_was(desk, profile, place):
    desk.wiring.show_place(place)
    usual = QApplication.font().pointSizeF()
    for key, modifiers, percent in (
        (Key.Key_Equal, CTRL, 110),
        (Key.Key_Plus, CTRL, 125),
        (Key.Key_Minus, CTRL, 110),
        (Key.Key_0, CTRL, 100),
        (Key.Key_Minus, CTRL, 90),
    ):
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)
        assert (desk.theme.text_percent, kept(profile)) == (percent, percent)
        assert QApplication.font().pointSizeF() == pytest.approx(usual * percent / 100, rel=0.06)
        assert desk.window.clock_strip._status.text() == f"Text at {percent}%."


def test_the_ends_are_said_and_nothing_goes_beyond_them(desk, profile):
    for _ in range(12):
        desk.window.acts[Act.TEXT_UP].trigger()
    assert (desk.theme.text_percent, kept(profile)) == (200, 200)
    assert desk.window.clock_strip._status.text() == "Text at 200%."


def test_the_next_window_has_the_size_that_was_kept(qtbot, theme, profile):
    first = Desk(profile)
    first.wiring.settling.step_text(1)
    first.close()
    theme.set_text_percent(100)
    second = Desk(profile)
    assert second.theme.text_percent == 110
    second.close()


@pytest.mark.parametrize("is_kept", [True, False])
def test_preferences_show_a_size_at_once_and_cancel_takes_it_back(desk, profile, is_kept):
    desk.window.acts[Act.PREFERENCES].trigger()
    dialog = desk.window.findChild(PreferencesDialog)
    dialog.show_page(dialog.look)
    box = next(
        one for one in dialog.look.findChildren(QComboBox) if one.currentText().startswith("100%")
    )
    box.setFocus()
    for _ in range(3):
        QTest.keyClick(box, Key.Key_Down)
    assert (desk.theme.text_percent, kept(profile)) == (140, 100)
    button = dialog._keep if is_kept else dialog._cancel
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    expected = 140 if is_kept else 100
    assert (desk.theme.text_percent, kept(profile)) == (expected, expected)
