"""One program per profile: two windows, a window and a postman without one, and what is killed."""

from __future__ import annotations

import os
import signal
import time

import pytest
from builders import account, draft
from fakes.command_line import MemorySecrets
from fakes.desk import wait_until

from softanswer.mailbox.store.accounts import add_account
from softanswer.mailbox.store.lock import ProfileLock, StandbyMark, is_held
from softanswer.mailbox.store.messages import reserve_conversation
from softanswer.replies.outbox.clock import SystemClock
from softanswer.replies.outbox.hold import Occasion
from softanswer.ui.desk import Desk
from softanswer.ui.presence.entrance import Entrance, bell_of, ring
from softanswer.ui.profile import Profile

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.name != "posix", reason="signals"),
    pytest.mark.timeout(120),
]
STARTS_WITHIN_S = 30


@pytest.fixture
def started(program):
    """Start a window, or a command, in a process that does not outlive the test."""
    processes = []

    def start(*arguments):
        process = program.start(*arguments)
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def hold_a_reply(folder):
    profile = Profile(folder, SystemClock(), MemorySecrets())

    def hold(tx):
        return profile.outbox().hold(
            tx,
            draft(account_id=add_account(tx, account())),
            conversation_id=reserve_conversation(tx.db, 1, "<letter-1@mail.example>"),
            occasion=Occasion(complaint=True, heat=3),
            first_body="",
        )

    with profile.writing() as writer:
        writer.call(hold)


def until_open(program, process):
    """Wait until a window is there and hears a second start."""
    bell = bell_of(program.profile)

    def is_open():
        assert process.poll() is None, process.stderr.read()
        return ring(bell)

    wait_until(is_open, STARTS_WITHIN_S)


def ended(process, by=None):
    """How a process ends: its code and what it said."""
    if by is not None:
        process.send_signal(by)
    out, err = process.communicate(timeout=STARTS_WITHIN_S)
    return process.returncode, out, err


def said(process, words):
    """Read what a process says until these words come."""
    line = ""
    while words not in line:
        line = process.stderr.readline()
        assert line, f"it ended and never said “{words}”"


def test_a_second_window_leaves_without_a_word(program, started):
    first = started()
    until_open(program, first)
    assert ended(started()) == (0, "", "")
    assert first.poll() is None
    assert ended(first, by=signal.SIGTERM) == (0, "", "")


def test_of_two_started_at_once_one_stays(program, started):
    both = [started(), started()]
    wait_until(lambda: any(one.poll() is not None for one in both), STARTS_WITHIN_S)
    [left] = [one for one in both if one.poll() is not None]
    [stays] = [one for one in both if one is not left]
    assert ended(left) == (0, "", "")
    until_open(program, stays)
    assert ended(stays, by=signal.SIGTERM)[0] == 0


def test_a_second_start_brings_the_window_to_the_front(qtbot, qapp, program, started):
    profile = Profile(program.profile, SystemClock(), MemorySecrets())
    entrance = Entrance(profile.folder, qapp)
    desk = Desk(profile, entrance.take_lock)
    entrance.rung.connect(desk.window.come_forward)
    try:
        desk.open()
        desk.window.hide()
        second = started()
        qtbot.waitUntil(desk.window.isVisible, timeout=STARTS_WITHIN_S * 1000)
        assert ended(second) == (0, "", "")
    finally:
        entrance.close()
        desk.close()


def test_a_second_start_hands_its_mail_link_over(qtbot, qapp, program, started):
    link = "mailto:eva@mail.example?subject=Том&body=" + "x" * 20_000
    entrance = Entrance(program.profile, qapp)
    try:
        with entrance.take_lock(program.profile):
            with qtbot.waitSignal(entrance.letter_wanted, timeout=STARTS_WITHIN_S * 1000) as told:
                second = started(link)
            assert told.args == [link]
            assert ended(second) == (0, "", "")
    finally:
        entrance.close()


def test_a_killed_window_is_in_nobodys_way(program, started):
    first = started()
    until_open(program, first)
    first.kill()
    first.wait()
    second = started()
    until_open(program, second)
    assert ended(second, by=signal.SIGTERM)[0] == 0


def test_a_profile_in_use_is_waited_for_and_nothing_is_written_to_it(program, started):
    with ProfileLock(program.profile):
        window = started()
        wait_until((program.profile / "profile.wish").exists, STARTS_WITHIN_S)
        time.sleep(0.5)
        assert {path.name for path in program.profile.iterdir()} == {
            "profile.lock",
            "profile.wish",
        }
    until_open(program, window)


def test_the_postman_without_a_window_gives_way_and_comes_back(program, started):
    postman = started("outbox", "run")
    wait_until(lambda: is_held(StandbyMark, program.profile), STARTS_WITHIN_S)
    window = started()
    said(postman, "the postman steps aside")
    until_open(program, window)
    assert postman.poll() is None
    assert ended(window, by=signal.SIGTERM)[0] == 0
    said(postman, "the postman goes on")
    assert is_held(ProfileLock, program.profile)
    told = "softanswer: stopped; what is held stays held\n"
    assert ended(postman, by=signal.SIGTERM) == (0, "", told)


def test_the_postman_without_a_window_waits_for_one_that_is_open(program, started):
    window = started()
    until_open(program, window)
    postman = started("outbox", "run")
    said(postman, "the postman waits until it is closed")
    assert ended(postman, by=signal.SIGINT)[0] == 0
    until_empty = program("outbox", "run", "--until-empty")
    assert until_empty.returncode == 2
    assert "already running" in until_empty.stderr


def test_a_killed_postman_is_in_nobodys_way(program, started):
    postman = started("outbox", "run")
    wait_until(lambda: is_held(StandbyMark, program.profile), STARTS_WITHIN_S)
    postman.kill()
    postman.wait()
    assert not is_held(StandbyMark, program.profile)
    until_open(program, started())


def test_the_end_of_the_session_asks_nothing(program, started):
    hold_a_reply(program.profile)
    window = started()
    until_open(program, window)
    assert ended(window, by=signal.SIGTERM) == (0, "", "")
