"""Settings are written into a file, and taken from one: shown first, checked, taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from builders import HandClock, account
from fakes.command_line import MemorySecrets
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QScrollArea
from writing import is_freed

from softanswer.mailbox.store.accounts import add_account
from softanswer.replies.outbox.policy import HoldPolicy
from softanswer.replies.preference_file import Change
from softanswer.replies.preferences import (
    SETTINGS,
    Density,
    Preferences,
    load_preferences,
    setting,
)
from softanswer.ui.actions import Act
from softanswer.ui.desk import Desk
from softanswer.ui.outbox_words import HoldWords
from softanswer.ui.preferences.change_words import ChangeWords
from softanswer.ui.preferences.import_dialog import ImportDialog
from softanswer.ui.profile import Profile

Key = Qt.Key
MINUTE = timedelta(minutes=1)


class Hands:
    """A window with Preferences open at the page for backups, its keys, and its files."""

    def __init__(self, qtbot, profile, folder, monkeypatch):
        self.qtbot, self.profile, self.path = qtbot, profile, folder / "settings.toml"
        self.desk = Desk(profile)
        self.desk.wiring.open()
        for name in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_: (str(self.path), ""))
        self.open()

    def open(self):
        self.desk.window.activateWindow()
        self.qtbot.waitUntil(self.desk.window.isActiveWindow)
        self.desk.window.acts[Act.PREFERENCES].trigger()
        self.dialog = self.desk.wiring.settling._preferences_dialog
        self.qtbot.waitUntil(self.dialog.isActiveWindow)
        self.dialog.show_page(self.dialog.backup)

    def press(self, key):
        QTest.keyClick(QApplication.focusWidget(), key)

    def export(self):
        assert QApplication.focusWidget().text() == "Export…"
        self.press(Key.Key_Space)

    def take(self, text):
        """Have a file with this text looked at; what it would change, where that is shown."""
        self.path.write_text(text, encoding="utf-8")
        self.dialog.show_page(self.dialog.backup)
        self.press(Key.Key_Tab)
        assert QApplication.focusWidget().text() == "Import…"
        self.press(Key.Key_Return)
        shown = [one for one in self.dialog.findChildren(ImportDialog) if one.isVisible()]
        if shown:
            self.qtbot.waitUntil(shown[0].isActiveWindow)
        return shown[0] if shown else None

    def kept(self):
        return load_preferences(self.profile.preferences_file).preferences

    def in_force(self):
        return self.desk.engine.outbox.policy(self.desk.engine.reader)

    def undo(self):
        self.desk.window.activateWindow()
        self.qtbot.waitUntil(self.desk.window.isActiveWindow)
        self.desk.window.clock_strip._undo.setFocus()
        self.press(Key.Key_Space)


@pytest.fixture
def hands(qtbot, theme, tmp_path, monkeypatch):
    profile = Profile(tmp_path / "profile", HandClock(), MemorySecrets())
    with profile.writing() as writer:
        writer.call(lambda tx: add_account(tx, account()))
    hands = Hands(qtbot, profile, tmp_path, monkeypatch)
    yield hands
    hands.desk.close()


def test_what_stands_in_the_fields_is_written_and_nothing_else(hands):
    hands.dialog.shop._shop.setText("Lantern Lane")
    hands.export()
    written = hands.path.read_text(encoding="utf-8")
    assert 'name = "Lantern Lane"' in written
    assert account().address not in written
    assert "password" not in written.split("\n", 1)[1]
    assert hands.dialog.backup.verdict() == f"Written: {hands.path}"
    assert hands.kept().shop_name == ""


def test_a_folder_that_is_gone_is_said(hands, tmp_path):
    hands.path = tmp_path / "gone" / "settings.toml"
    hands.export()
    assert hands.dialog.backup.verdict().startswith("settings.toml can't be written")


def test_changes_are_shown_in_words_before_they_are_done(hands):
    shown = hands.take('[look]\ndensity = "compact"\n[hold]\nbase_minutes = 60\n')
    assert shown.lines() == (
        ("Ordinary mail, and the base for complaints", "30 min → 60 min"),
        ("Density", "Comfortable → Compact: more rows at once"),
    )
    assert shown.later() == ""
    assert hands.kept() == Preferences()
    hands.press(Key.Key_Escape)
    assert hands.dialog.isVisible()
    assert hands.kept() == Preferences()


def test_a_long_list_of_changes_is_read_by_keys(hands):
    shown = hands.take(
        "[shop]\nname = 'N'\nseller = 'S'\nreturn_days = 1\nrestocking_percent = 1\n"
        "[look]\ndensity = 'compact'\ntext_percent = 110\nremote_pictures = 'never'\n"
        "[keys]\nsingle_letters = false\n[writing]\nspelling = false\n"
    )
    bar = shown.findChild(QScrollArea).verticalScrollBar()
    hands.qtbot.waitUntil(lambda: bar.maximum() > 0)
    for _ in range(5):
        hands.press(Key.Key_PageDown)
    assert bar.value() == bar.maximum()
    for _ in range(5):
        hands.press(Key.Key_PageUp)
    assert bar.value() == 0


def test_they_are_taken_by_enter_and_taken_back_by_one_press(hands):
    hands.take('[look]\ndensity = "compact"\ntext_percent = 110\n')
    hands.press(Key.Key_Return)
    assert (hands.kept().density, hands.kept().text_percent) == (Density.COMPACT, 110)
    assert (hands.desk.theme.density, hands.desk.theme.text_percent) == (Density.COMPACT, 110)
    assert not hands.dialog.isVisible()
    foot = hands.desk.window.clock_strip
    assert foot._status.text() == "Settings taken from the file. Undo with Z."
    assert foot._undo.isVisible()
    hands.undo()
    assert hands.kept() == Preferences()
    assert (hands.desk.theme.density, hands.desk.theme.text_percent) == (Density.COMFORTABLE, 100)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[shop]\nname = 'New'\n[hold]\nbase_minutes = 0\n", "Line 4, hold.base_minutes:"),
        ("[shop]\nname = 'New'\n[look]\ntext_percent = 900\n", "Line 4, look.text_percent:"),
        ("[shop]\nname = 'New'\ncolour = pink\n", "Line 3 is not written"),
    ],
)
def test_a_line_out_of_range_is_named_and_nothing_is_taken(hands, text, line):
    assert hands.take(text) is None
    assert hands.dialog.backup.verdict().startswith(line)
    assert hands.kept() == Preferences()
    assert hands.dialog.preferences() == Preferences()


def test_a_shorter_hold_waits_as_one_that_was_typed(hands):
    hands.take("[hold]\nbase_minutes = 40\n")  # hers from now on, not the standard one
    hands.press(Key.Key_Return)
    assert hands.in_force().base == 40 * MINUTE
    hands.open()
    shown = hands.take("[hold]\nbase_minutes = 10\n")
    assert shown.later().startswith("Counts for replies held from")
    hands.press(Key.Key_Return)
    assert hands.kept().hold.base == 10 * MINUTE
    assert hands.in_force().base == 40 * MINUTE
    hands.profile.clock.pass_time(39 * MINUTE)
    assert hands.in_force().base == 40 * MINUTE
    hands.profile.clock.pass_time(2 * MINUTE)
    assert hands.in_force().base == 10 * MINUTE


def test_a_longer_hold_that_is_taken_back_waits_too(hands):
    assert hands.take("[hold]\nbase_minutes = 60\n").later() == ""
    hands.press(Key.Key_Return)
    assert hands.in_force().base == 60 * MINUTE
    hands.undo()
    assert hands.kept().hold == HoldPolicy()
    assert hands.in_force().base == 60 * MINUTE
    hands.profile.clock.pass_time(61 * MINUTE)
    assert hands.in_force().base == 30 * MINUTE


def test_what_was_typed_and_not_kept_yet_is_shown_with_it(hands):
    hands.dialog.shop._shop.setText("Lantern Lane")
    shown = hands.take("[keys]\nsingle_letters = false\n")
    assert [line for _, line in shown.lines()] == ["nothing → Lantern Lane", "yes → no"]


def test_a_file_that_changes_nothing_is_said(hands):
    hands.export()
    assert hands.take(hands.path.read_text(encoding="utf-8")) is None
    assert hands.dialog.backup.verdict() == "All is set already as the file says."


def test_each_setting_has_a_name_and_its_values_have_words(theme):
    words = ChangeWords(HoldWords())
    for key in SETTINGS:
        assert words.name(key)
        assert words.value(key, setting(Preferences(), key))
    assert words.value("hold.quiet_hours", "22:00-07:00 customer") == (
        "22:00–07:00, by the customer's clock"
    )
    assert words.value("hold.factors", [1.0, 1.5, 2.0, 3.0]) == "× 1, × 1.5, × 2, × 3"
    assert words.value("shop.restocking_percent", 15) == "15 %"


def test_the_dialog_is_freed_on_close(qtbot, theme):
    change = Change("look.density", "comfortable", "compact")
    assert is_freed(lambda: ImportDialog([change], "", ChangeWords(HoldWords()), None))
