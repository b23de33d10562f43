"""Calling instead of writing, and the gate driven by keys alone."""

import pytest
from gating import OWN_SHOP, READY, letters, made_gate, opened, texts
from letters import matter, order_file
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from writing import BODY, NOW, held

from softanswer.replies.calling import call_sheet
from softanswer.replies.outbox.held_reply import PausedBy
from softanswer.ui.action_places import Context
from softanswer.ui.action_set import ActionSet
from softanswer.ui.actions import Act

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def gate(qtbot, theme, words):
    made = made_gate(words)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    return made


@pytest.mark.parametrize(
    ("about", "reply", "expected"),
    [
        (matter(order=None), READY, "Call instead: no number"),
        (matter(order=order_file()), READY, "Call instead: not here"),
        (OWN_SHOP, held(7), "Call instead: when the hold has ended"),
        (OWN_SHOP, READY, "Call instead"),
        (OWN_SHOP, held(7).paused(PausedBy.NEWER_MAIL), "Call instead"),
    ],
)
def test_a_call_is_offered_only_where_the_channel_allows_it(gate, qtbot, about, reply, expected):
    opened(gate, reply, about)
    wanted = []
    gate.call_wanted.connect(wanted.append)
    gate.call()

    assert expected in texts(gate, QPushButton)
    assert wanted == ([7] if expected == "Call instead" else [])


def calling(gate):
    opened(gate, about=OWN_SHOP)
    gate.show_call(call_sheet(OWN_SHOP, BODY, NOW), NOW)
    return gate


def test_the_call_card_has_the_number_the_facts_and_the_talking_points(gate):
    calling(gate)

    assert {"Call Jane Harwood", "I am sending the full £21.85 back today."} <= set(texts(gate))
    [number] = [part for part in gate.findChildren(QLabel) if part.text() == "01632 960 001"]
    assert number.font().pointSizeF() >= 2 * gate.font().pointSizeF()
    facts = gate._call._facts.texts()
    assert {"Book: The Light at Skerra", "Order: 14-20731-55812", "Posted: 3 November"} <= set(
        facts
    )
    assert "Their time: 15:10" in facts
    assert any(fact.startswith("Parcel: Inside the window.") for fact in facts)
    assert letters(gate) == []


def test_a_reply_that_lacks_an_r_says_so_on_the_call_card(gate):
    opened(gate, about=OWN_SHOP)
    gate.show_call(call_sheet(OWN_SHOP, "Hello,\n\nhere is the number.\n", NOW), NOW)

    assert texts(gate).count("Not in your letter. Say it in your own words.") == 3


def test_nothing_can_be_sent_while_the_letters_are_out_of_view(gate, qtbot):
    calling(gate)
    gate.event(QKeyEvent(QEvent.Type.KeyRelease, Qt.Key.Key_Return, CTRL))

    with qtbot.assertNotEmitted(gate.send_wanted):
        gate.confirm()

    gate.leave()
    with qtbot.assertNotEmitted(gate.send_wanted):
        gate.confirm()  # the press that closed the card is no press that sends
    assert any(text.startswith("Sixteen days!") for text in letters(gate))


class Keyboard:
    """Strikes keys on whatever has the focus in a window with the gate and its actions."""

    def __init__(self, qtbot, gate):
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.window.resize(gate.size())
        gate.setParent(self.window)
        acts = ActionSet(self.window)
        acts.attach(Context.GATE, gate)
        for act, slot in {
            Act.CONFIRM_SEND: gate.confirm,
            Act.CALL_INSTEAD: gate.call,
            Act.LEAVE_GATE: gate.leave,
            Act.REVEAL: gate.toggle_reveal,
        }.items():
            acts[act].triggered.connect(slot)
        gate.call_wanted.connect(lambda _: gate.show_call(call_sheet(OWN_SHOP, BODY, NOW), NOW))
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)

    def focused(self):
        return QApplication.focusWidget()

    def press(self, code, modifiers=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(self.focused(), code, modifiers)

    def tab_to(self, name, most=20):
        """Press Tab until the focused part has a name that begins so."""
        for _ in range(most):
            part = self.focused()
            if (part.accessibleName() or getattr(part, "text", str)()).startswith(name):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {name}.")


@pytest.fixture
def keyboard(qtbot, gate):
    opened(gate, about=OWN_SHOP)
    board = Keyboard(qtbot, gate)
    gate.show()
    yield board
    gate.setParent(None)


def test_tab_goes_through_letters_cards_and_buttons_and_comes_to_send_last(gate, keyboard):
    keyboard.tab_to("Their letter")
    names = []
    while not names or names[-1] != "I can read this calmly":
        part = keyboard.focused()
        names.append((part.accessibleName() or part.text()).partition(":")[0])
        keyboard.press(Qt.Key.Key_Tab)

    inside = names.index("Your answer")
    assert "Text of the letter" in names[:inside]
    assert names[inside:] == [
        "Your answer",
        "It will record",
        "Facts it states",
        "Changed since your first draft",
        "Not yet, 1 h more",
        "Edit, hold restarts",
        "Call instead",
        "I can read this calmly",
    ]


def test_the_gate_is_driven_by_keys_alone(gate, keyboard, qtbot):
    heard = []
    for signal in (gate.nobody_answered, gate.talked, gate.longer_wanted, gate.send_wanted):
        signal.connect(lambda _, name=signal: heard.append(name))

    keyboard.press(Qt.Key.Key_T, SHIFT)
    assert gate.is_calling
    keyboard.press(Qt.Key.Key_Return, CTRL)
    keyboard.press(Qt.Key.Key_Escape)
    assert not gate.is_calling

    keyboard.tab_to("Call instead")
    keyboard.press(Qt.Key.Key_Space)
    keyboard.tab_to("Copy the number")
    keyboard.press(Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text() == "01632 960 001"
    keyboard.tab_to("Nobody answered")
    keyboard.press(Qt.Key.Key_Space)
    assert not gate.is_calling

    keyboard.press(Qt.Key.Key_T, SHIFT)
    keyboard.tab_to("We talked")
    keyboard.press(Qt.Key.Key_Space)
    keyboard.press(Qt.Key.Key_Escape)
    keyboard.tab_to("Not yet")
    keyboard.press(Qt.Key.Key_Space)
    keyboard.press(Qt.Key.Key_Return, CTRL)

    names = [gate.nobody_answered, gate.talked, gate.longer_wanted, gate.send_wanted]
    assert heard == names


def test_a_card_that_the_keyboard_comes_to_reads_out_all_its_lines(gate, keyboard):
    keyboard.tab_to("It will record")

    assert keyboard.focused().accessibleName() == (
        "It will record: Today: I am sending the full £21.85 back today. "
        "Fri 27 Nov: You will see it by 27 November. No day named: I will write to you again."
    )
    assert "Your answer: calm." in gate._reading.ours.area.accessibleDescription()
