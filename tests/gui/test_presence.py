"""The program beside its window: closing, the tray, notices, and the pause at the start."""

from __future__ import annotations

import pytest
from builders import HOUR, MINUTE, HandClock, account, draft
from fakes.command_line import MemorySecrets
from fakes.tray import FakeTray
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from writing import is_freed

from softanswer.mailbox.store.accounts import add_account, load_accounts
from softanswer.mailbox.store.lock import StandbyMark
from softanswer.mailbox.store.messages import reserve_conversation
from softanswer.replies.outbox import store
from softanswer.replies.outbox.held_reply import PausedBy
from softanswer.replies.outbox.hold import Occasion
from softanswer.ui.actions import Act
from softanswer.ui.desk import Desk
from softanswer.ui.presence.leaving_dialog import LeavingDialog
from softanswer.ui.presence.presence_words import ClosingWords
from softanswer.ui.presence.standing import Stage
from softanswer.ui.profile import Profile

pytestmark = pytest.mark.slow

NOTHING_GOES = "Nothing goes out while Soft Answer is closed."
WORDS = ClosingWords(NOTHING_GOES, tuple((stage, stage.value) for stage in Stage))


class Seat:
    """A profile with an account, a clock that is turned by hand, and its window."""

    def __init__(self, folder):
        self.clock = HandClock()
        self.profile = Profile(folder, self.clock, MemorySecrets())
        self.desk = None
        with self.profile.writing() as writer:
            writer.call(lambda tx: add_account(tx, account()))

    def open(self):
        self.desk = Desk(self.profile, tray_of=FakeTray)
        self.desk.open()
        return self.desk

    @property
    def tray(self):
        return self.desk.window.findChild(FakeTray)

    @property
    def question(self):
        return self.desk.window.findChild(LeavingDialog)

    def hold(self, number=1):
        """Hold a reply of heat 1, for half an hour; before the window is opened, or behind it."""

        def job(tx):
            [owner] = load_accounts(tx.db)
            message_id = f"<letter-{number}@mail.example>"
            return self.profile.outbox().hold(
                tx,
                draft(account_id=owner.id, in_reply_to=message_id),
                conversation_id=reserve_conversation(tx.db, owner.id, message_id),
                occasion=Occasion(complaint=True, heat=1),
                first_body="",
            )

        return self.do(job)

    def approve(self, reply):
        self.do(self.profile.outbox().release_due)
        return self.do(lambda tx: self.profile.outbox().approve(tx, reply.id))

    def do(self, job):
        with self.profile.writing() as writer:
            return writer.call(job)


@pytest.fixture
def seat(qtbot, theme, tmp_path):
    seat = Seat(tmp_path / "profile")
    yield seat
    if seat.desk is not None:
        seat.desk.close()


def close(seat, qtbot):
    """Close the window as its frame's button does; tell whether the program ended."""
    ended = []
    seat.desk.presence.left.connect(lambda: ended.append(True))
    seat.desk.window.close()
    return bool(ended)


def press(dialog, text):
    [button] = [b for b in dialog.findChildren(QPushButton) if b.text() == text]
    button.click()


def test_with_nothing_held_the_window_closes_without_a_word(seat, qtbot):
    desk = seat.open()
    assert close(seat, qtbot)
    assert not desk.window.isVisible()
    assert (seat.question, seat.tray.told) == (None, [])


def test_without_a_tray_closing_asks_and_staying_is_the_default(seat, qtbot):
    seat.hold()
    desk = seat.open()
    seat.tray.exists = False
    assert not close(seat, qtbot)
    assert desk.window.isVisible()
    head, line = seat.question.text().split("\n")
    assert head == NOTHING_GOES
    assert line.startswith("One reply cools until ")
    qtbot.keyClick(seat.question, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: seat.question is None)
    assert desk.window.isVisible()


def test_the_program_ends_when_the_seller_says_so(seat, qtbot):
    seat.hold()
    desk = seat.open()
    seat.tray.exists = False
    close(seat, qtbot)
    with qtbot.waitSignals([desk.window.closing, desk.presence.left]):
        press(seat.question, "Close it")
    assert not desk.window.isVisible()


def test_enter_presses_the_button_that_has_the_focus(seat, qtbot):
    seat.hold()
    desk = seat.open()
    seat.tray.exists = False
    close(seat, qtbot)
    [closing] = [b for b in seat.question.findChildren(QPushButton) if b.text() == "Close it"]
    closing.setFocus()
    with qtbot.waitSignals([desk.window.closing, desk.presence.left], timeout=3000):
        qtbot.keyClick(closing, Qt.Key.Key_Return)
    assert not desk.window.isVisible()


def test_esc_keeps_the_window_open(seat, qtbot):
    seat.hold()
    desk = seat.open()
    seat.tray.exists = False
    close(seat, qtbot)
    with qtbot.assertNotEmitted(desk.presence.left):
        qtbot.keyClick(seat.question, Qt.Key.Key_Escape)
    assert desk.window.isVisible()


def test_the_question_knows_of_a_postman_that_goes_on(seat, qtbot):
    seat.hold()
    seat.open()
    seat.tray.exists = False
    with StandbyMark(seat.profile.folder):
        close(seat, qtbot)
    assert seat.question.text().startswith("Replies still go out while this window is closed")


def test_with_a_tray_closing_hides_the_window_and_says_so_once(seat, qtbot):
    seat.hold()
    desk = seat.open()
    with qtbot.waitSignal(desk.window.closing):
        assert not close(seat, qtbot)
    assert not desk.window.isVisible()
    told = ["Soft Answer stays in the tray to look after one held reply."]
    assert seat.tray.told == told
    seat.tray.open_wanted.emit()
    assert desk.window.isVisible()
    assert not close(seat, qtbot)
    assert seat.tray.told == told


def test_the_postman_works_on_behind_a_hidden_window(seat, qtbot):
    reply = seat.hold()
    desk = seat.open()
    close(seat, qtbot)
    seat.clock.pass_time(31 * MINUTE)
    desk.engine.writer.call(lambda tx: store.set_stopped(tx, stopped=False))  # wakes it
    qtbot.waitUntil(
        lambda: store.load(desk.engine.reader, reply.id).state.value == "ready", timeout=5000
    )
    qtbot.waitUntil(lambda: len(seat.tray.told) == 2, timeout=5000)
    assert seat.tray.told[1] == "The reply to J. Harwood has cooled down. You can read it again."


@pytest.mark.parametrize("from_tray", [True, False], ids=["tray", "key"])
def test_quit_asks_even_where_there_is_a_tray(seat, qtbot, from_tray):
    seat.hold()
    desk = seat.open()
    if from_tray:
        close(seat, qtbot)
    desk.window.acts[Act.QUIT].trigger()
    assert desk.window.isVisible()
    assert seat.question.text().startswith(NOTHING_GOES)
    desk.window.acts[Act.QUIT].trigger()
    assert len(desk.window.findChildren(LeavingDialog)) == 1


def test_quit_with_nothing_held_ends_the_program(seat, qtbot):
    desk = seat.open()
    with qtbot.waitSignal(desk.presence.left):
        desk.window.acts[Act.QUIT].trigger()


def test_an_end_from_outside_asks_nothing(seat, qtbot):
    seat.hold()
    desk = seat.open()
    with qtbot.waitSignals([desk.window.closing, desk.presence.left]):
        desk.presence.leave()
    assert (seat.question, desk.window.isVisible()) == (None, False)


def test_the_tray_says_how_the_replies_stand_and_stops_all(seat, qtbot):
    seat.hold()
    desk = seat.open()
    menu = seat.tray.contextMenu()
    names = [action.text() for action in menu.actions() if action.text()]
    assert names == ["Open Soft Answer", "Stop all outgoing", "Quit"]
    assert seat.tray.toolTip() == "Soft Answer: 1 reply cools"
    stop = menu.actions()[1]
    stop.trigger()
    tip = "Soft Answer: 1 reply cools, all outgoing is stopped"
    qtbot.waitUntil(lambda: seat.tray.toolTip() == tip)
    assert stop.isChecked()
    assert desk.window.top_bar.is_stopped
    stop.trigger()
    qtbot.waitUntil(lambda: not store.is_stopped(desk.engine.reader))
    assert not stop.isChecked()


def pause(seat, *replies):
    def job(tx):
        for reply in replies:
            seat.profile.outbox().pause_for(tx, reply.conversation_id, PausedBy.NEWER_MAIL)

    seat.desk.engine.writer.call(job)


def test_several_things_become_one_notice(seat, qtbot):
    replies = [seat.hold(1), seat.hold(2)]
    seat.open()
    seat.desk.window.hide()
    pause(seat, replies[0])
    qtbot.wait(300)
    pause(seat, replies[1])
    qtbot.waitUntil(lambda: seat.tray.told != [], timeout=5000)
    assert seat.tray.told == ["Replies: 2 paused."]


def test_nothing_is_told_while_the_window_is_looked_at(seat, qtbot):
    first, second = seat.hold(1), seat.hold(2)
    desk = seat.open()
    desk.window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is not None)
    pause(seat, first)
    qtbot.wait(2_000)
    assert seat.tray.told == []
    desk.window.hide()
    pause(seat, second)
    qtbot.waitUntil(lambda: seat.tray.told != [], timeout=5000)
    assert seat.tray.told == ["The reply to J. Harwood is paused: they wrote again."]


def test_a_notice_leads_to_the_held_replies(seat, qtbot):
    seat.hold()
    desk = seat.open()
    desk.window.hide()
    seat.tray.messageClicked.emit()
    assert desk.window.isVisible()
    assert desk.window.pages.currentWidget() is desk.window.outbox


def test_what_may_go_at_the_start_is_shown_and_can_be_stopped(seat, qtbot):
    reply = seat.hold()
    seat.clock.pass_time(30 * MINUTE)
    seat.approve(reply)
    desk = seat.open()
    bar = desk.window.problem_bar
    assert (bar.current.what, bar.current.button) == (
        "One reply goes out in 30 seconds.",
        "Stop all",
    )
    bar.button_pressed.emit(bar.current.key)
    qtbot.waitUntil(lambda: store.is_stopped(desk.engine.reader))
    qtbot.waitUntil(lambda: bar.current is None or "goes out" not in bar.current.what)
    assert desk.window.top_bar.is_stopped


def test_what_was_approved_too_long_ago_is_not_announced(seat, qtbot):
    reply = seat.hold()
    seat.clock.pass_time(30 * MINUTE)
    seat.approve(reply)
    seat.clock.pass_time(13 * HOUR)
    desk = seat.open()
    current = desk.window.problem_bar.current
    assert current is None or "goes out" not in current.what


def test_nothing_is_announced_where_nothing_may_go(seat, qtbot):
    seat.hold()
    desk = seat.open()
    current = desk.window.problem_bar.current
    assert current is None or "goes out" not in current.what


def test_the_question_is_freed(seat):
    desk = seat.open()
    assert is_freed(lambda: LeavingDialog(WORDS, desk.window))
