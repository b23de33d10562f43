"""Letters are put off by keys until a time, come back by themselves, and are had back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from builders import HOUR, MINUTE, NOON
from fakes.letterbox import Letterbox
from fakes.writing_desk import WritingDesk
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateTimeEdit, QLabel

from softanswer.replies.cases.case import ANSWER_WITHIN
from softanswer.replies.inbox import RowState, Shelf
from softanswer.replies.inbox_store import rows
from softanswer.replies.outbox.held_reply import PausedBy
from softanswer.replies.preferences import NewLetters
from softanswer.replies.search.saved import SavedSearch
from softanswer.replies.search.saved_store import save_searches
from softanswer.ui.action_menu import LetterMenu
from softanswer.ui.actions import Act
from softanswer.ui.inbox.message_list_model import ID_ROLE, ROW_ROLE
from softanswer.ui.inbox.put_off_chooser import PutOffChooser
from softanswer.ui.inbox.put_off_rows import OwnTime, TimeRow
from softanswer.ui.presence.letter_notices import LetterNotices
from softanswer.ui.rail import Place

pytestmark = pytest.mark.timeout(90)
Key = Qt.Key
NEVER_MS = 10**8


def eight(days: int) -> datetime:
    """Eight in the morning, some days after that of NOON, on this computer."""
    day = NOON.astimezone() + timedelta(days=days)
    return day.replace(hour=8, minute=0, second=0, microsecond=0).astimezone(UTC)


class Hands:
    """The window at noon, its keys, and what the store says."""

    def __init__(self, qtbot, tmp_path):
        self.qtbot = qtbot
        self.writing = WritingDesk(qtbot, tmp_path)
        self.desk = self.writing.desk
        self.complaint, self.question = self.writing.complaint, self.writing.question
        self.inbox = self.desk.window.inbox
        self.desk.wiring.reading._seen.setInterval(NEVER_MS)  # it would have the list read again
        self.clock = self.desk.engine.profile.clock
        self.asked_at = self.writing.matter(self.complaint).letter.internal_date

    @property
    def now(self):
        return self.clock.read().wall

    def pass_time(self, length):
        """Turn the clock, and let the clocks of the window tick."""
        self.clock.pass_time(length)
        self.desk.wiring._clocks.timeout.emit()

    def read(self, conversation_id):
        self.desk.wiring.reading.go_to(conversation_id)
        self.inbox.list.setFocus()

    def key(self, key, modifiers=Qt.KeyboardModifier.NoModifier):
        """A key to the list, once the window has the keyboard again."""
        self.desk.window.activateWindow()
        self.inbox.list.setFocus()
        self.qtbot.waitUntil(self.inbox.list.hasFocus)
        QTest.keyClick(self.inbox.list, key, modifiers)

    def undo(self):
        """Take the last step back, once it can be."""
        self.qtbot.waitUntil(lambda: "Undo with Z" in self.foot())
        self.key(Key.Key_Z)

    def ask(self):
        """Open the chooser by its key."""
        self.key(Key.Key_B)
        self.qtbot.waitUntil(lambda: self.chooser() is not None)
        return self.chooser()

    def chooser(self):
        found = self.desk.window.findChildren(PutOffChooser)
        return next((one for one in found if one.isVisible()), None)

    def rows(self):
        return self.chooser().findChildren(TimeRow)

    def press(self, key):
        """A key, to what has the keyboard in the chooser."""
        QTest.keyClick(self.chooser().focusWidget(), key)

    def put_off(self, conversation_id, digit):
        self.read(conversation_id)
        self.ask()
        self.press(digit)
        self.qtbot.waitUntil(lambda: self.chooser() is None)
        self.qtbot.waitUntil(lambda: conversation_id in self.stored(Shelf.PUT_OFF))

    def stored(self, shelf):
        found = rows(self.desk.engine.reader, shelf, self.now)
        return {row.conversation_id: row for row in found}

    def listed(self):
        model = self.inbox.model
        return [model.index(row, 0).data(ID_ROLE) for row in range(model.rowCount())]

    def row(self, conversation_id):
        model = self.inbox.model
        return model.index(model.row_of(conversation_id), 0).data(ROW_ROLE)

    def counted(self, place):
        return self.desk.window.rail._items[place].accessibleName()

    def foot(self):
        return self.desk.window.clock_strip._status.text()


@pytest.fixture
def hands(qtbot, tmp_path, theme):
    hands = Hands(qtbot, tmp_path)
    yield hands
    hands.desk.close()


def test_b_puts_the_letter_off_and_it_comes_back_at_its_time(qtbot, hands):
    hands.put_off(hands.question, Key.Key_2)
    qtbot.waitUntil(lambda: hands.listed() == [hands.complaint])
    qtbot.waitUntil(lambda: hands.foot() == "Put off until tomorrow 08:00. Undo with Z.")
    assert hands.desk.wiring.reading.matter.conversation_id == hands.complaint
    assert hands.stored(Shelf.PUT_OFF)[hands.question].put_off_until == eight(1)
    assert "1" in hands.counted(Place.PUT_OFF)
    hands.pass_time(eight(1) - hands.now - MINUTE)
    qtbot.wait(100)
    assert hands.listed() == [hands.complaint]
    hands.pass_time(MINUTE)
    qtbot.waitUntil(lambda: set(hands.listed()) == {hands.complaint, hands.question})
    row = hands.row(hands.question)
    assert row.state is RowState.BACK
    assert hands.desk.wiring._words.state(row, hands.now) == "back"


def test_undo_brings_it_back_as_it_was(qtbot, hands):
    before = hands.stored(Shelf.NEEDS_ANSWER)
    hands.put_off(hands.question, Key.Key_4)
    qtbot.waitUntil(lambda: hands.listed() == [hands.complaint])
    hands.undo()
    qtbot.waitUntil(lambda: set(hands.listed()) == {hands.complaint, hands.question})
    assert hands.stored(Shelf.NEEDS_ANSWER) == before
    assert hands.desk.wiring.reading.matter.conversation_id == hands.question


def test_in_its_place_the_time_is_changed_and_it_is_had_back(qtbot, hands):
    hands.put_off(hands.question, Key.Key_2)
    hands.key(Key.Key_G)
    hands.key(Key.Key_B)
    qtbot.waitUntil(lambda: hands.listed() == [hands.question])
    assert hands.desk.window.rail.place is Place.PUT_OFF
    assert hands.desk.wiring._words.state(hands.row(hands.question), hands.now) == (
        "until tomorrow 08:00"
    )
    hands.ask()
    hands.press(Key.Key_4)
    qtbot.waitUntil(lambda: hands.stored(Shelf.PUT_OFF)[hands.question].put_off_until == eight(7))
    assert hands.listed() == [hands.question]
    hands.ask()
    hands.press(Key.Key_6)
    qtbot.waitUntil(lambda: hands.question in hands.stored(Shelf.NEEDS_ANSWER))
    qtbot.waitUntil(lambda: "It waits for an answer again" in hands.foot())
    hands.undo()
    qtbot.waitUntil(lambda: hands.question in hands.stored(Shelf.PUT_OFF))
    assert hands.stored(Shelf.PUT_OFF)[hands.question].put_off_until == eight(7)


def test_the_arrows_and_enter_choose_and_esc_changes_nothing(qtbot, hands):
    hands.read(hands.question)
    hands.ask()
    hands.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: hands.chooser() is None)
    assert hands.stored(Shelf.PUT_OFF) == {}
    hands.ask()
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Up)
    assert hands.chooser().focusWidget().text() == "Tomorrow morning"
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: hands.question in hands.stored(Shelf.PUT_OFF))
    assert hands.stored(Shelf.PUT_OFF)[hands.question].put_off_until == eight(1)


def test_a_click_chooses_too(qtbot, hands):
    hands.read(hands.question)
    hands.ask()
    QTest.mouseClick(hands.rows()[3], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: hands.question in hands.stored(Shelf.PUT_OFF))
    assert hands.stored(Shelf.PUT_OFF)[hands.question].put_off_until == eight(7)


def test_a_complaint_is_not_put_off_beyond_its_deadline(qtbot, hands):
    hands.read(hands.complaint)
    hands.ask()
    due = hands.asked_at + ANSWER_WITHIN
    reason = f"An answer is owed by {hands.desk.wiring._words.moment(due, hands.now)}."
    barred = {row.text(): row for row in hands.rows() if not row.isEnabled()}
    assert reason in barred["In a week"].accessibleName()
    assert any(label.text() == reason for label in barred["In a week"].findChildren(QLabel))
    hands.press(Key.Key_4)
    qtbot.wait(50)
    assert hands.chooser() is not None
    assert hands.stored(Shelf.PUT_OFF) == {}


def test_a_time_of_her_own_stands_before_the_deadline(qtbot, hands):
    due = hands.asked_at + ANSWER_WITHIN
    hands.read(hands.complaint)
    hands.ask()
    hands.press(Key.Key_5)
    own = hands.chooser().findChild(OwnTime)
    assert own.isVisible()
    field = own.findChild(QDateTimeEdit)

    def give(moment):
        local = moment.astimezone()
        field.setDateTime(
            QDateTime(local.year, local.month, local.day, local.hour, local.minute, 0)
        )
        QTest.keyClick(field, Key.Key_Return)

    give(due)
    assert hands.chooser() is not None
    hints = [label.text() for label in own.findChildren(QLabel)]
    assert any(hint.startswith("An answer is owed by ") for hint in hints)
    give(hands.now)
    assert any(label.text() == "That time is past." for label in own.findChildren(QLabel))
    assert hands.stored(Shelf.PUT_OFF) == {}
    give(due - MINUTE)
    qtbot.waitUntil(lambda: hands.complaint in hands.stored(Shelf.PUT_OFF))
    assert hands.stored(Shelf.PUT_OFF)[hands.complaint].put_off_until == due - MINUTE
    qtbot.waitUntil(lambda: hands.listed() == [hands.question])
    hands.pass_time(due - MINUTE - hands.now)
    qtbot.waitUntil(lambda: hands.complaint in hands.listed())


def test_digits_are_typed_into_the_field_of_her_own_time(hands):
    hands.read(hands.question)
    hands.ask()
    hands.press(Key.Key_5)
    field = hands.chooser().findChild(QDateTimeEdit)
    for key in (Key.Key_1, Key.Key_7):
        QTest.keyClick(field, key)
    assert field.time().hour() == 17
    assert hands.stored(Shelf.PUT_OFF) == {}


def test_when_the_answer_is_overdue_a_short_reply_is_offered_instead(qtbot, hands):
    hands.pass_time(hands.asked_at + ANSWER_WITHIN - hands.now)
    hands.read(hands.complaint)
    hands.ask()
    possible = [row.text() for row in hands.rows() if row.isEnabled()]
    assert possible == ["Say that you are looking into it"]
    assert hands.chooser().focusWidget().text() == possible[0]
    hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: hands.desk.wiring.writing.is_writing)
    assert hands.writing.editor.toPlainText().strip()
    assert hands.stored(Shelf.PUT_OFF) == {}


def test_a_new_letter_of_theirs_brings_it_back_at_once(qtbot, hands):
    hands.put_off(hands.question, Key.Key_4)
    qtbot.waitUntil(lambda: hands.listed() == [hands.complaint])
    letter = hands.writing.matter(hands.question).letter
    box = Letterbox(hands.desk.engine.profile.folder, hands.desk.engine.writer,
                    hands.desk.engine.accounts()[0].id)  # fmt: skip
    box.receive("Re: Second volume", "Are you there?\n", sender="Eva Roe <eva@mail.example>",
                at=hands.now, In_Reply_To=letter.message.message_id)  # fmt: skip
    qtbot.waitUntil(lambda: hands.question in hands.listed())
    assert hands.row(hands.question).state is RowState.NONE


def test_several_are_put_off_as_one_step(qtbot, hands):
    hands.inbox.list.setFocus()
    hands.key(Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    chooser = hands.ask()
    assert any("2 letters" in label.text() for label in chooser.findChildren(QLabel))
    assert not hands.rows()[3].isEnabled()
    hands.press(Key.Key_1)
    qtbot.waitUntil(lambda: len(hands.stored(Shelf.PUT_OFF)) == 2)
    qtbot.waitUntil(lambda: "2 letters. Undo with Z." in hands.foot())
    qtbot.waitUntil(lambda: hands.listed() == [])
    hands.undo()
    qtbot.waitUntil(lambda: len(hands.listed()) == 2)


def test_a_letter_whose_reply_waits_for_her_is_not_put_off(hands):
    hands.read(hands.question)
    matter = hands.writing.matter(hands.question)
    engine = hands.desk.engine
    box = Letterbox(engine.profile.folder, engine.writer, matter.account_id)
    box.hold(matter.letter)
    engine.writer.call(lambda tx: box.outbox.pause_for(tx, hands.question, PausedBy.ORDER_CHANGED))
    hands.key(Key.Key_B)
    assert hands.chooser() is None
    assert hands.foot() == "Its reply waits for you: look at it in Cooling first."


def test_it_comes_back_at_the_moment_itself_and_a_saved_search_counts_it(qtbot, hands):
    kept = SavedSearch(1, "Away", "is:snoozed")
    hands.desk.engine.writer.call(lambda tx: save_searches(tx, (kept,)))

    def count():
        return [item.accessibleName() for item in hands.desk.window.rail.saved.items()]

    hands.put_off(hands.question, Key.Key_1)
    qtbot.waitUntil(lambda: hands.listed() == [hands.complaint])
    until = hands.stored(Shelf.PUT_OFF)[hands.question].put_off_until
    hands.clock.pass_time(until - hands.now - timedelta(milliseconds=100))
    hands.desk.wiring.returns.look()
    assert hands.listed() == [hands.complaint]
    qtbot.waitUntil(lambda: count() == ["Away, 1"])
    hands.clock.pass_time(timedelta(milliseconds=100))
    qtbot.waitUntil(lambda: set(hands.listed()) == {hands.complaint, hands.question})
    qtbot.waitUntil(lambda: count() == ["Away"])


def test_what_needs_no_answer_says_so(qtbot, hands):
    hands.desk.wiring.show_place(Place.ALL)
    hands.read(hands.question)
    hands.key(Key.Key_E)
    qtbot.waitUntil(lambda: hands.question not in hands.stored(Shelf.NEEDS_ANSWER))
    hands.read(hands.question)
    hands.key(Key.Key_B)
    assert hands.chooser() is None
    assert hands.foot().startswith("Nobody waits for an answer here")


def test_from_the_letter_itself_the_key_works_and_the_menu_has_it(qapp, qtbot, hands):
    hands.read(hands.question)
    hands.key(Key.Key_Return)
    qtbot.waitUntil(lambda: hands.inbox.letter.isAncestorOf(qapp.focusWidget()))
    QTest.keyClick(qapp.focusWidget(), Key.Key_B)
    qtbot.waitUntil(lambda: hands.chooser() is not None)
    hands.press(Key.Key_Escape)
    menu = hands.desk.window.findChild(LetterMenu)
    assert hands.desk.window.acts[Act.PUT_OFF] in menu.actions()


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        (NewLetters.ALL, ["Eva Roe has written and needs an answer."]),
        (NewLetters.COMPLAINTS, []),
        (NewLetters.NONE, []),
    ],
)
def test_what_comes_back_is_told_as_she_wishes_without_their_words(
    qtbot, hands, monkeypatch, wanted, told
):
    tray, tell = [], lambda _self, text, _followed: tray.append(text)
    notices = hands.desk.presence.findChild(LetterNotices)
    monkeypatch.setattr(type(notices._tray), "tell", tell)
    engine = hands.desk.engine
    engine.change_preferences(replace(engine.preferences, new_letters=wanted))
    hands.put_off(hands.question, Key.Key_4)
    hands.desk.window.hide()
    with qtbot.waitSignal(hands.desk.wiring.returns.came_back):
        hands.pass_time(eight(7) - hands.now)
    qtbot.wait(200)
    assert tray == told
    hands.pass_time(HOUR)
    qtbot.wait(100)
    assert tray == told
