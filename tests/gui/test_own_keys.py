"""Keys of the seller's own: taken down in Preferences, refused where they clash, used, kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import account
from fakes.writing_desk import open_desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from writing import NOW

from softanswer.replies.outbox.policy import HoldPolicy
from softanswer.replies.preferences import Preferences
from softanswer.ui.action_places import Context
from softanswer.ui.action_set import conflicts, default_keys
from softanswer.ui.actions import Act
from softanswer.ui.key_bindings import bindings_from, holders, is_usable, written_from
from softanswer.ui.key_overview import KeyOverview
from softanswer.ui.preferences.key_list import KeyField, KeyList
from softanswer.ui.preferences.preferences_dialog import PreferencesDialog
from softanswer.ui.theme.labels import KeyHint

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def test_what_is_kept_gives_the_keys_in_force_again():
    bindings = default_keys() | {Act.DONE: ("Ctrl+E", "D"), Act.ARCHIVE: ()}
    written = written_from(bindings)
    assert written == ("done=Ctrl+E D", "archive=")
    assert bindings_from(written) == bindings
    assert written_from(bindings_from(())) == ()


@pytest.mark.parametrize(
    "line",
    ["nonsense=Ctrl+E", "done=Ctrl+", "done=Return", "done=Space", "done", "", "done=Nonsense+Q"],
)
def test_what_is_unknown_or_no_key_is_passed_over(line):
    bindings = bindings_from((line, "star=Ctrl+Alt+U"))
    assert bindings[Act.STAR] == ("Ctrl+Alt+U",)
    assert conflicts(bindings) == ()
    assert bindings == default_keys() | {Act.STAR: ("Ctrl+Alt+U",)}


def test_one_key_never_starts_two_actions_whatever_a_file_says():
    bindings = bindings_from(("done=S", "no_answer=S", "junk=E", "star=E"))
    assert conflicts(bindings) == ()


def test_two_actions_may_swap_their_keys():
    bindings = bindings_from(("done=S", "star=E"))
    assert (bindings[Act.DONE], bindings[Act.STAR]) == (("S",), ("E",))


def test_the_start_of_a_sequence_clashes_with_it():
    assert Act.GO_NEEDS_ANSWER in holders("G", Act.DONE, default_keys())
    assert holders("Ctrl+Alt+E", Act.DONE, default_keys()) == ()


@pytest.mark.parametrize("key", ["Tab", "Return", "Space", "Up", "Esc", "", "Ctrl+E Ctrl+D"])
def test_keys_that_lists_and_buttons_live_on_are_not_for_actions(key):
    assert not is_usable(key)


class Hands:
    """The Keys page of Preferences, by keys."""

    def __init__(self, qtbot, own_keys=()):
        preferences = Preferences(own_keys=own_keys)
        self.qtbot = qtbot
        self.dialog = PreferencesDialog(preferences, [account()], HoldPolicy(), None, now=NOW)
        qtbot.addWidget(self.dialog)
        self.page = self.dialog.keys
        self.dialog.show_page(self.page)
        self.dialog.show()
        self.dialog.activateWindow()
        qtbot.waitUntil(self.dialog.isActiveWindow)
        self.list = self.page.findChild(KeyList)
        self.field = self.page.findChild(KeyField)

    def go_to(self, act):
        self.list.setFocus()
        self.list.go_to(act)
        assert self.list.act() is act

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget(), key, modifiers)

    def record(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        """Enter, the key, and the moment that a second one may follow in."""
        self.press(Key.Key_Return)
        assert QApplication.focusWidget() is self.field
        with self.qtbot.waitSignal(self.field.editingFinished, timeout=5_000):
            self.press(key, modifiers)

    def button(self, words):
        [found] = [b for b in self.page.findChildren(QPushButton) if b.text() == words]
        return found

    def said(self):
        return "" if self.page._verdict.isHidden() else self.page._verdict.text()


@pytest.fixture
def hands(qtbot):
    return Hands(qtbot)


def test_enter_and_a_key_give_the_action_that_key(hands):
    hands.go_to(Act.DONE)
    hands.record(Key.Key_E, CTRL | ALT)
    assert hands.page.own_keys() == ("done=Ctrl+Alt+E",)
    assert QApplication.focusWidget() is hands.list
    assert hands.list.act() is Act.DONE
    spoken = hands.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Letter: Done, Ctrl+Alt+E, yours"


def test_a_key_of_another_action_is_refused_and_can_be_taken_over(hands):
    hands.go_to(Act.DONE)
    hands.record(Key.Key_S)
    assert "S starts “Star” there" in hands.said()
    assert hands.page.own_keys() == ()
    hands.press(Key.Key_Tab)
    assert QApplication.focusWidget() is hands.button("Take it over")
    hands.press(Key.Key_Space)
    assert hands.page.own_keys() == ("done=S", "star=")


def test_escape_leaves_everything_as_it_was_and_the_dialog_open(hands):
    hands.go_to(Act.DONE)
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Escape)
    assert (hands.page.own_keys(), hands.dialog.isVisible()) == ((), True)
    assert QApplication.focusWidget() is hands.list


def test_keys_that_are_needed_and_letters_while_writing_are_refused(hands):
    hands.go_to(Act.DONE)
    hands.record(Key.Key_Space)
    assert "is needed by lists" in hands.said()
    hands.press(Key.Key_Escape)
    hands.go_to(Act.ATTACH)
    hands.record(Key.Key_E)
    assert "While you write, E is typed" in hands.said()
    assert hands.page.own_keys() == ()


def test_a_further_key_stands_beside_the_first_and_none_takes_all_away(hands):
    hands.go_to(Act.DONE)
    hands.button("Further key").click()
    with hands.qtbot.waitSignal(hands.field.editingFinished, timeout=5_000):
        hands.press(Key.Key_E, CTRL | ALT)
    assert hands.page.own_keys() == ("done=E Ctrl+Alt+E",)
    hands.button("No key").click()
    assert hands.page.own_keys() == ("done=",)
    hands.button("As delivered").click()
    assert hands.page.own_keys() == ()


def test_a_key_that_was_given_away_comes_back_only_when_it_is_free(qtbot):
    hands = Hands(qtbot, ("done=S", "star="))
    hands.go_to(Act.STAR)
    hands.button("As delivered").click()
    assert "“Done” has its key now" in hands.said()
    hands.button("All as delivered").click()
    assert hands.page.own_keys() == ()
    assert not hands.button("All as delivered").isEnabled()


def test_actions_are_found_by_name_and_by_key(hands):
    hands.page._search.setText("archive")
    assert hands.list.act() is Act.ARCHIVE
    hands.page._search.setText("F8")
    rows = hands.list.model().rowCount()
    assert rows
    assert all(
        "F8" in hands.list.model().index(r, 0).data(Qt.ItemDataRole.UserRole + 1)
        for r in range(rows)
    )
    hands.page._search.setText("no such thing")
    assert hands.list.act() is None
    assert not hands.button("New key").isEnabled()


def test_the_window_obeys_the_new_key_and_no_more_the_old_one(qtbot, tmp_path):
    with open_desk(qtbot, tmp_path / "profile") as desk:
        window, wiring = desk.desk.window, desk.desk.wiring
        keep = wiring.settling._on_preferences_changed
        keep(replace(desk.desk.engine.preferences, own_keys=("star=Ctrl+Alt+U", "nonsense=Q")))
        assert window.acts.keys(Act.STAR) == ("Ctrl+Alt+U",)
        wiring.reading.go_to(desk.complaint)
        window.inbox.list.setFocus()
        starred = lambda: "\\Flagged" in desk.matter(desk.complaint).letter.flags  # noqa: E731
        QTest.keyClick(window.inbox.list, Key.Key_S)
        QTest.keyClick(window.inbox.list, Key.Key_U, CTRL | ALT)
        qtbot.waitUntil(starred)
        overview = KeyOverview(window.acts, Context.LIST, window)
        qtbot.addWidget(overview)
        assert any(hint.text() == "Ctrl+Alt+U" for hint in overview.findChildren(KeyHint))
        keep(replace(desk.desk.engine.preferences, own_keys=()))
        QTest.keyClick(window.inbox.list, Key.Key_S)
        qtbot.waitUntil(lambda: not starred())


def test_the_keys_are_there_when_the_window_opens_again(qtbot, tmp_path):
    folder = tmp_path / "profile"
    with open_desk(qtbot, folder) as desk:
        engine = desk.desk.engine
        engine.change_preferences(replace(engine.preferences, own_keys=("star=Ctrl+Alt+U",)))
        loaded = engine.profile.load_preferences(engine.writer)[0]
        assert loaded.own_keys == ("star=Ctrl+Alt+U",)
        desk.desk.wiring._on_preferences_changed()
        assert desk.desk.window.acts.keys(Act.STAR) == ("Ctrl+Alt+U",)
