"""Before a letter is sent, INBOX and Sent are looked at, or it is not sent."""

from __future__ import annotations

import time

import pytest
from fakes.desk import NOON, until_idle, wait_until
from fakes.intake import letter

from softanswer.mailbox import sync as sync_module
from softanswer.mailbox.errors import (
    ConnectionFailedError,
    MailError,
)
from softanswer.mailbox.store.folders import load_folders
from softanswer.mailbox.sync_event import SyncState

# Looking before a letter is sent.


def test_a_look_returns_when_what_came_before_it_is_stored(desk):
    with desk.running() as sync:
        until_idle(desk)
        for n in range(5):
            desk.server.deliver(letter(n))
            desk.server.deliver(letter(100 + n), "Sent")
            sync.look(5)
            assert {f"Order {n}", f"Order {100 + n}"} <= set(desk.letters())


def test_a_look_notes_its_time(desk):
    with desk.running() as sync:
        sync.look(5)
        assert [one.looked_at for one in desk.read(load_folders, desk.account.id)] == [NOON, NOON]


def test_the_mailbox_is_looked_at_by_itself_before_a_minute_is_over(desk, monkeypatch):
    assert sync_module._LOOK_EVERY_S < 60
    monkeypatch.setattr(sync_module, "_LOOK_EVERY_S", 0.1)
    with desk.running():
        until_idle(desk)
        desk.server.deliver(letter(1), "Sent")
        wait_until(lambda: "Order 1" in desk.letters())
        desk.server.wait_for("NOOP", times=3)


def test_the_seller_can_have_everything_looked_at_now(desk):
    with desk.running() as sync:
        until_idle(desk)
        desk.server.deliver(letter(1), "Sent")
        sync.retry()
        wait_until(lambda: "Order 1" in desk.letters())


def test_a_look_over_a_dead_line_connects_anew(desk):
    with desk.running() as sync:
        until_idle(desk)
        desk.server.deliver(letter(1), "Sent")
        desk.server.drop_connections()
        sync.look(5)
        assert "Order 1" in desk.letters()


def test_a_look_after_a_broken_fetch_brings_the_letter_that_broke(desk):
    desk.server.deliver(letter(1))
    with desk.running() as sync:
        until_idle(desk)
        desk.server.habits.cut_bodies.add(2)
        desk.server.deliver(letter(2))
        wait_until(lambda: SyncState.OFFLINE in desk.states())
        desk.server.habits.cut_bodies.clear()
        sync.look(5)
        assert "Order 2" in desk.letters()


def test_a_look_does_not_wait_for_the_end_of_a_pause(desk):
    desk.server.habits.close_on.add("LOGIN")
    with desk.running() as sync:
        wait_until(lambda: desk.states().count(SyncState.OFFLINE) == 3)
        start = time.monotonic()
        with pytest.raises(ConnectionFailedError):
            sync.look(30)
        desk.server.habits.close_on.clear()
        sync.look(30)
        assert time.monotonic() - start < 2


def test_a_look_that_takes_too_long_fails(desk):
    with desk.running() as sync:
        until_idle(desk)
        desk.server.habits.silent_on.add("STATUS")
        with pytest.raises(ConnectionFailedError, match="in time"):
            sync.look(0.3)


def test_a_sent_folder_that_cannot_be_opened_fails_the_look_but_not_the_inbox(desk):
    with desk.running() as sync:
        until_idle(desk)
        desk.server.habits.answers["STATUS"] = b"{tag} NO you may not\r\n"
        desk.server.deliver(letter(1))
        with pytest.raises(MailError, match="you may not"):
            sync.look(5)
        assert "Order 1" in desk.letters()
        desk.server.deliver(letter(2))
        wait_until(lambda: "Order 2" in desk.letters())
    assert desk.server.logins == 1
