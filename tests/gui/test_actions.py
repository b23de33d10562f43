from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from softanswer.ui.action_places import Context
from softanswer.ui.action_set import ActionSet, conflicts, default_keys, is_single_letter
from softanswer.ui.actions import Act

# PRODUCT section 4, as far as it is built.
PROMISED = {
    Context.ANYWHERE: {
        "Ctrl+K", "F1", "F5", "F6", "Shift+F6", "Alt+1", "Alt+2", "Alt+3", "Alt+4", "Alt+5",
        "Ctrl+,", "Ctrl+Alt+S", "Ctrl+Shift+F", "Ctrl+D",
    },
    Context.RAIL: {"F2", "Del", "Alt+Up", "Alt+Down", "G,1", "G,9", "Z", "Ctrl+Z"},
    Context.LIST: {
        "G,I", "G,C", "G,H", "G,W", "G,S", "G,A", "G,O", "J", "K", "O", "E", "S",
        "Shift+I", "Shift+U",
        "Q", "R", "Ctrl+R", "Shift+R", "Shift+H", "Shift+V", "I", "Y", "/", "?", "Z",
    },
    Context.READER: {"J", "K", "U", "Esc", "R", "Ctrl+R", "I", "Y", "Shift+R", "Shift+H", "/"},
    Context.ORDERS: {"G,I", "G,O", "G,H"},
    Context.FACTS: {"Ctrl+Shift+I", "Ctrl+Shift+M", "Return", "Ins", "C", "Ctrl+C"},
    Context.COMPOSER: {
        "Ctrl+Return", "Ctrl+S", "Esc", "F7", "F8", "Shift+F8", "Alt+Return", "Ctrl+F8",
        "Ctrl+Shift+B",
    },
    Context.OUTBOX: {"U", "+", "O"},
    Context.GATE: {"Ctrl+Return", "Esc", "Shift+T", "Ctrl+Shift+B", "+", "Shift+V"},
}  # fmt: skip


@pytest.mark.parametrize("context", Context)
def test_every_promised_key_works_in_its_context(context):
    keys = {key for act in Act if context in act.contexts for key in act.keys}
    assert PROMISED[context] <= keys


def test_no_two_actions_share_a_key_where_both_work():
    assert conflicts(default_keys()) == ()


def test_every_row_has_a_name_and_a_place_of_its_own():
    assert all(act.source and act.contexts for act in Act)
    listed = Counter((act.source, act.contexts) for act in Act if not act.is_twin)
    assert max(listed.values()) == 1


def test_a_twin_repeats_an_action_that_is_listed():
    listed = {act.source for act in Act if not act.is_twin}
    assert {act.source for act in Act if act.is_twin} <= listed


@pytest.mark.parametrize("key", [key for act in Act for key in (*act.keys, *act.own_keys)])
def test_every_default_key_is_one_that_qt_knows(key):
    written = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    assert written.replace(", ", ",") == key


@pytest.mark.parametrize("act", Act)
def test_letters_start_nothing_where_she_writes(act):
    if {Context.ANYWHERE, Context.COMPOSER} & set(act.contexts):
        assert [key for key in act.keys if is_single_letter(key)] == []


@pytest.mark.parametrize("key", ["Ctrl+Shift+U", "Alt+Backspace"])
def test_keys_that_belong_to_the_system_are_left_alone(key):
    assert key not in {key for act in Act for key in act.keys}


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        *((key, True) for key in ("J", "Shift+I", "?", "G,C", "+")),
        *((key, False) for key in ("F5", "Esc", "Ctrl+K", "Alt+1", "Return")),
    ],
)
def test_a_single_letter_is_a_key_that_types(key, expected):
    assert is_single_letter(key) is expected


@pytest.fixture
def window(qtbot, theme):
    """A window with a list and a field of text, and the actions of both."""
    window = QWidget()
    qtbot.addWidget(window)
    window.acts = ActionSet(window)
    window.part = QWidget(window)
    window.part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window.field = QLineEdit(window)
    window.acts.attach(Context.ANYWHERE, window)
    window.acts.attach(Context.LIST, window.part)
    window.done = []
    for act in Act:
        window.acts[act].triggered.connect(lambda _=False, act=act: window.done.append(act))
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.part.setFocus()
    return window


def test_a_key_starts_its_action(window):
    QTest.keyClick(window.part, Qt.Key.Key_J)
    QTest.keyClick(window.part, Qt.Key.Key_F5)
    assert window.done == [Act.NEXT, Act.SYNC_NOW]


def test_a_sequence_starts_its_action(window):
    QTest.keyClick(window.part, Qt.Key.Key_G)
    QTest.keyClick(window.part, Qt.Key.Key_H)
    assert window.done == [Act.GO_COOLING]


def test_a_letter_types_where_a_field_has_the_keyboard(window):
    window.field.setFocus()
    QTest.keyClicks(window.field, "je")
    assert window.field.text() == "je"
    assert window.done == []


def test_letters_can_be_switched_off_and_on(window):
    window.acts.set_single_letters(False)
    QTest.keyClick(window.part, Qt.Key.Key_J)
    QTest.keyClick(window.part, Qt.Key.Key_F5)
    assert window.done == [Act.SYNC_NOW]
    window.acts.set_single_letters(True)
    QTest.keyClick(window.part, Qt.Key.Key_J)
    assert window.done == [Act.SYNC_NOW, Act.NEXT]


def test_a_key_can_be_bound_to_something_else(window):
    window.acts.bind({Act.NEXT: ("N",)})
    QTest.keyClick(window.part, Qt.Key.Key_J)
    QTest.keyClick(window.part, Qt.Key.Key_N)
    assert window.done == [Act.NEXT]


def test_a_key_that_is_taken_cannot_be_bound(window):
    with pytest.raises(ValueError, match="E would start both “Next letter” and “Done”"):
        window.acts.bind({Act.NEXT: ("E",)})
    assert window.acts.keys(Act.NEXT) == ("J", "Down")


def test_the_start_of_a_sequence_cannot_be_bound(window):
    with pytest.raises(ValueError, match="choose another key"):
        window.acts.bind({Act.NEXT: ("G",)})


def test_the_same_key_may_serve_two_places(window):
    window.acts.bind({Act.CHECK_NOW: ("Ctrl+J",), Act.CONFIRM_SEND: ("Ctrl+J",)})
    assert window.acts.keys(Act.CHECK_NOW) == window.acts.keys(Act.CONFIRM_SEND)


def test_an_action_that_is_not_possible_says_why(qtbot, window):
    with qtbot.waitSignal(window.acts.availability_changed):
        window.acts.set_available(Act.DONE, is_available=False, why_not="no letter is open")
    assert window.acts.why_not(Act.DONE) == "no letter is open"
    QTest.keyClick(window.part, Qt.Key.Key_E)
    assert window.done == []
    window.acts.set_available(Act.DONE, is_available=True)
    assert window.acts.why_not(Act.DONE) == ""
