"""Each step can be taken back, the newest first; several letters are one step."""

from __future__ import annotations

import pytest
from fakes.window_states import WindowStates
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest

from softanswer.replies.cases.case import CaseKind, Correction
from softanswer.replies.inbox_store import load_matter
from softanswer.ui.actions import Act
from softanswer.ui.inbox.message_list_model import ID_ROLE
from softanswer.ui.rail import Place

pytestmark = pytest.mark.timeout(120)

Key = Qt.Key
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Hands:
    """The window, its keys, and what the store says."""

    def __init__(self, qtbot, states):
        self.qtbot, self.desk, self.window = qtbot, states.desk, states.window
        self.list = states.window.inbox.list
        self.show(Place.ALL)

    def show(self, place):
        """Go to a place; `all` are its letters, from the top."""
        self.desk.wiring.show_place(place)
        model = self.window.inbox.model
        self.all = tuple(model.index(row, 0).data(ID_ROLE) for row in range(model.rowCount()))

    def press(self, keys):
        self.window.activateWindow()
        self.list.setFocus()
        self.qtbot.waitUntil(self.list.hasFocus)
        sequence = QKeySequence(keys)
        for place in range(sequence.count()):
            chord = sequence[place]
            QTest.keyClick(self.list, chord.key(), chord.keyboardModifiers())

    def read(self, conversation_id):
        self.list.choose_none()
        self.desk.wiring.reading.go_to(conversation_id)
        self.list.setFocus()

    def matter(self, conversation_id):
        return load_matter(self.desk.engine.reader, conversation_id)

    def snapshot(self):
        """All that the steps below can change, of every letter."""
        return {
            one: (
                "\\Seen" in found.letter.flags,
                "\\Flagged" in found.letter.flags,
                found.correction,
                found.order.id if found.order else None,
                found.order_by_seller,
                found.waiting_since,
                found.case.state if found.case else None,
                one in self.listed(),
            )
            for one in self.all
            for found in [self.matter(one)]
        }

    def listed(self):
        model = self.window.inbox.model
        return {model.index(row, 0).data(ID_ROLE) for row in range(model.rowCount())}

    def did(self, step, what=None):
        """Do a step and wait until it can be taken back."""
        undos = self.desk.commands._undos
        before = len(undos)
        step() if what is None else step(what)
        self.qtbot.waitUntil(lambda: len(undos) == before + 1, timeout=10_000)

    def foot(self):
        return self.window.clock_strip._status.text()


@pytest.fixture
def hands(qtbot, theme, tmp_path):
    states = WindowStates(tmp_path)
    yield Hands(qtbot, states)
    states.close()


def test_twelve_mixed_steps_are_taken_back_by_keys(qtbot, hands):
    one, two, three = hands.all[:3]
    handling = hands.desk.wiring.handling
    other = next(o for each in hands.all if (o := hands.matter(each).order) is not None)
    snapshots = []

    def step(on, do, *what):
        hands.read(on)
        snapshots.append(hands.snapshot())
        hands.did(do, *what)

    step(one, hands.press, "S")
    step(one, hands.press, "Shift+I")
    step(two, hands.press, "Shift+I")
    step(two, hands.press, "Shift+U")
    step(two, handling.correct, Correction(kind=CaseKind.DAMAGED))
    step(two, handling.correct, Correction(kind=CaseKind.DAMAGED, heat=2))
    step(two, handling.correct, Correction(complaint=False))
    step(three, handling.choose_order, other.id)
    step(three, hands.press, "S")
    step(three, hands.press, "E")
    step(two, hands.press, "Shift+A")
    qtbot.waitUntil(lambda: two not in hands.listed())
    step(one, hands.press, "S")
    assert len(snapshots) == 12

    for left_over, before in reversed(list(enumerate(snapshots))):
        hands.press("Z")
        assert len(hands.desk.commands._undos) == left_over
        left = []
        for _ in range(100):
            now = hands.snapshot()
            left = [
                (one, differing)
                for one in before
                for differing in zip(now[one], before[one], strict=True)
                if differing[0] != differing[1]
            ]
            if not left:
                break
            qtbot.wait(50)
        assert left == []
    assert not hands.window.acts[Act.UNDO].isEnabled()


def test_a_flag_that_is_there_already_is_no_step(qtbot, hands):
    hands.read(hands.all[0])
    hands.did(hands.press, "Shift+I")
    hands.press("Shift+I")
    hands.did(hands.press, "S")
    assert len(hands.desk.commands._undos) == 2


def test_several_letters_are_chosen_by_keys_and_starred_as_one_step(qtbot, hands):
    hands.read(hands.all[0])
    hands.press("Shift+J")
    hands.press("Shift+J")
    assert hands.list.chosen() == hands.all[:3]
    assert hands.window.inbox._count.text() == "3 chosen"
    hands.did(hands.press, "S")
    starred = [one for one in hands.all if "\\Flagged" in hands.matter(one).letter.flags]
    assert tuple(starred) == hands.all[:3]
    assert hands.foot() == "Starred. Undo with Z."
    hands.press("Z")
    qtbot.waitUntil(
        lambda: not any("\\Flagged" in hands.matter(one).letter.flags for one in hands.all)
    )


def test_x_chooses_here_and_there_and_done_puts_them_away_together(qtbot, hands):
    hands.show(Place.NEEDS_ANSWER)
    hands.read(hands.all[0])
    hands.press("X")
    hands.press("J")
    hands.press("J")
    hands.press("X")
    assert hands.list.chosen() == (hands.all[0], hands.all[2])
    hands.did(hands.press, "E")
    assert hands.foot() == "Put away: 2 letters. Undo with Z."
    qtbot.waitUntil(lambda: not {hands.all[0], hands.all[2]} & hands.listed())
    assert len(hands.list.chosen()) == 1
    hands.press("Z")
    qtbot.waitUntil(lambda: {hands.all[0], hands.all[2]} <= hands.listed())


def test_x_again_leaves_a_letter_out(hands):
    hands.read(hands.all[0])
    hands.press("X")
    hands.press("J")
    hands.press("X")
    hands.press("X")
    assert hands.list.chosen() == hands.all[:1]
    hands.press("*,N")
    assert hands.window.inbox._count.text() == str(len(hands.all))


def test_the_mouse_chooses_with_ctrl_and_shift_and_the_list_is_moved_as_one(qtbot, hands):
    def click(row, keys):
        place = hands.list.visualRect(hands.window.inbox.model.index(row, 0)).center()
        QTest.mouseClick(hands.list.viewport(), Qt.MouseButton.LeftButton, keys, place)

    click(0, Qt.KeyboardModifier.NoModifier)
    click(2, SHIFT)
    click(1, CTRL)
    assert hands.list.chosen() == (hands.all[0], hands.all[2])
    hands.did(hands.press, "!")
    assert hands.foot() == "Moved: 2 letters. Undo with Z."
    click(3, Qt.KeyboardModifier.NoModifier)
    assert len(hands.list.chosen()) == 1


def test_all_and_none(hands):
    hands.read(hands.all[0])
    hands.press("*,A")
    assert hands.list.chosen() == hands.all
    hands.press("*,N")
    assert hands.list.chosen() == hands.all[:1]


def test_a_screen_reader_hears_which_rows_are_chosen(hands):
    hands.read(hands.all[0])
    hands.press("Shift+J")
    table = QAccessible.queryAccessibleInterface(hands.list)
    cells = [table.child(place) for place in range(table.childCount())]
    chosen = [cell.state().selected for cell in cells if cell.role() is QAccessible.Role.Cell]
    assert chosen == [True, True, *[False] * (len(chosen) - 2)]


def test_what_was_put_away_waits_again_and_undo_puts_it_away_again(qtbot, hands):
    hands.show(Place.NEEDS_ANSWER)
    chosen = hands.all[:2]
    cases = [hands.matter(one).case for one in chosen]
    assert any(case is not None for case in cases)
    hands.read(chosen[0])
    hands.press("Shift+J")
    hands.did(hands.press, "E")
    hands.show(Place.ALL)
    put_away = hands.snapshot()
    for one in chosen:
        assert hands.matter(one).waiting_since is None
    hands.read(chosen[0])
    hands.did(hands.press, "Shift+E")
    assert hands.foot() == "It waits for an answer again. Undo with Z."
    assert hands.matter(chosen[0]).waiting_since is not None
    assert hands.matter(chosen[1]).waiting_since is None
    hands.press("Z")
    qtbot.waitUntil(lambda: hands.snapshot() == put_away)


def test_what_waits_already_can_not_be_brought_back(qtbot, hands):
    hands.show(Place.NEEDS_ANSWER)
    hands.read(hands.all[0])
    hands.press("Shift+E")
    said = "Nothing to bring back: it waits already, or it has its answer."
    qtbot.waitUntil(lambda: hands.foot() == said)
    assert not hands.desk.commands._undos
