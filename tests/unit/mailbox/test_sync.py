"""An account's mail is followed, whatever server and line do."""

from __future__ import annotations

import random
import time

import pytest
from fakes.desk import until_idle, wait_until
from fakes.imap_server import PASSWORD, USERNAME
from fakes.intake import letter, shop_account
from fakes.searching import search
from fakes.smtp_server import FakeSmtpServer

from softanswer.mailbox import sync as sync_module
from softanswer.mailbox.errors import (
    ConnectionFailedError,
    CredentialsError,
    KeyringError,
)
from softanswer.mailbox.login import PasswordLogin
from softanswer.mailbox.message import MessageKey
from softanswer.mailbox.store.messages import (
    load_raw,
)
from softanswer.mailbox.sync_event import SyncState

# Following.


def test_new_mail_is_stored_while_following(any_desk, monkeypatch):
    monkeypatch.setattr("softanswer.mailbox.sync_session._POLL_EVERY_S", 0.2)
    any_desk.server.deliver(letter(1))
    with any_desk.running():
        until_idle(any_desk)
        any_desk.server.deliver(letter(2))
        wait_until(lambda: "Order 2" in any_desk.letters())
    assert any_desk.server.logins == 1


def test_new_mail_is_stored_soon_after_the_servers_word(desk):
    with desk.running():
        until_idle(desk)
        delays = []
        for n in range(5):
            start = time.monotonic()
            desk.server.deliver(letter(n))
            wait_until(lambda n=n: f"Order {n}" in desk.letters())
            delays.append(time.monotonic() - start)
    assert min(delays) < 0.2  # mostly below 20 ms; the machine may be busy


def test_flags_and_deletions_elsewhere_are_followed(any_desk, monkeypatch):
    monkeypatch.setattr("softanswer.mailbox.sync_session._POLL_EVERY_S", 0.2)
    uids = [any_desk.server.deliver(letter(n)) for n in range(2)]
    with any_desk.running():
        until_idle(any_desk)
        any_desk.server.reflag(uids[0], {"\\Answered"})
        wait_until(lambda: any_desk.letters()["Order 0"].flags == {"\\Answered"})
        for uid in uids:
            any_desk.server.expunge(uid)
        wait_until(lambda: not any_desk.letters())  # each deletion was told: it is believed


def test_a_server_that_refuses_idle_is_polled(desk, monkeypatch):
    monkeypatch.setattr("softanswer.mailbox.sync_session._POLL_EVERY_S", 0.1)
    desk.server.habits.answers["IDLE"] = b"{tag} BAD no\r\n"
    with desk.running():
        until_idle(desk)
        desk.server.deliver(letter(1))
        wait_until(lambda: "Order 1" in desk.letters())
    assert desk.server.count("IDLE") == 1


def test_new_mail_is_not_kept_waiting_by_old_mail(desk, monkeypatch):
    monkeypatch.setattr("softanswer.mailbox.folder_sync.LARGEST_BACKLOG_BATCH", 50)
    for n in range(300):
        desk.server.deliver(letter(n))
    desk.sync._on_event = lambda event: (  # a letter comes while old ones are being fetched
        desk.server.deliver(letter(999)) if event.done == 150 else None
    )
    desk.sync.sync_once()
    assert len(desk.letters()) == 301
    fetches = [line for line in desk.server.commands if "BODY.PEEK[]" in line]
    assert "UID FETCH 301 " in fetches[6]  # behind what was under way already
    assert desk.letters()["Order 999"].is_here


def test_a_lost_connection_is_told_and_mended(desk):
    with desk.running():
        until_idle(desk)
        desk.server.drop_connections()
        desk.server.deliver(letter(1))
        wait_until(lambda: "Order 1" in desk.letters())
        wait_until(lambda: desk.states()[-1] is SyncState.UP_TO_DATE)
    offline = next(e for e in desk.events if e.state is SyncState.OFFLINE)
    assert isinstance(offline.error, ConnectionFailedError)


def test_what_the_server_wants_to_say_is_passed_on_once(desk):
    desk.server.habits.extra["LIST"] = b"* OK [ALERT] Maintenance on Sunday\r\n"
    desk.sync.sync_once()
    problems = [event.problem for event in desk.events if event.problem]
    assert problems == ["The mail server says: Maintenance on Sunday"]


@pytest.mark.parametrize("seed", range(4))
def test_after_any_mixture_of_events_both_sides_are_equal(any_desk, monkeypatch, seed):
    monkeypatch.setattr("softanswer.mailbox.sync_session._POLL_EVERY_S", 0.05)
    server, chance = any_desk.server, random.Random(seed)  # noqa: S311 - no secret
    server.habits.in_pieces = chance.choice([0, 40])
    acts = {
        "deliver": lambda: server.deliver(letter(chance.randrange(10**9))),
        "sent": lambda: server.deliver(letter(chance.randrange(10**9)), "Sent"),
        "expunge": lambda: server.expunge(chance.choice(server.folders["INBOX"].messages).uid),
        "reflag": lambda: server.reflag(
            chance.choice(server.folders["INBOX"].messages).uid,
            set(chance.sample(["\\Seen", "\\Flagged", "$x"], 2)),
        ),
        "renumber": server.renumber,
        "cut": server.drop_connections,
        "wait": lambda: time.sleep(0.02),
    }
    weights = [6, 2, 3, 4, 1, 1, 4]
    for _ in range(3):
        server.deliver(letter(chance.randrange(10**9)))
    with any_desk.running() as sync:
        for act in chance.choices(list(acts), weights, k=60):
            if act != "expunge" or len(server.folders["INBOX"].messages) > 1:
                acts[act]()
        server.drop_connections()  # else a renumbered folder stays unnoticed until it is opened
        sync.look(20)
        sync.look(20)
    stored = {one.key: (any_desk.read(load_raw, one.id), one.flags) for one in any_desk.all()}
    on_server = {
        MessageKey(name, box.uid_validity, one.uid): (one.raw, one.flags)
        for name, box in server.folders.items()
        for one in box.messages
    }
    assert stored == on_server


# What needs the seller.


def test_a_wrong_password_is_tried_once_and_then_asked_for(desk):
    desk.secrets.password = "wrong"
    with desk.running() as sync:
        wait_until(lambda: SyncState.NEEDS_SELLER in desk.states())
        sync.wake()
        with pytest.raises(CredentialsError):
            sync.look(5)
        time.sleep(0.1)
        assert desk.server.logins == 1
        desk.secrets.password = PASSWORD
        sync.retry()
        wait_until(lambda: SyncState.UP_TO_DATE in desk.states())
        sync.look(5)
    assert isinstance(desk.events[1].error, CredentialsError)
    assert desk.server.logins == 2


def test_without_a_keyring_nobody_is_connected_to(desk):
    desk.secrets.password = None
    with desk.running():
        wait_until(lambda: SyncState.NEEDS_SELLER in desk.states())
    assert isinstance(desk.events[-1].error, KeyringError)
    assert desk.server.commands == []


def test_a_full_disk_is_told_and_tried_again(desk):
    desk.server.deliver(letter(1))
    desk.writer.call(lambda tx: tx.db.execute("ALTER TABLE messages RENAME TO hidden"))
    with desk.running():
        wait_until(lambda: SyncState.OFFLINE in desk.states())
        desk.writer.call(lambda tx: tx.db.execute("ALTER TABLE hidden RENAME TO messages"))
        wait_until(lambda: "Order 1" in desk.letters())
    offline = next(e for e in desk.events if e.state is SyncState.OFFLINE)
    assert (offline.error, "cannot be used" in offline.problem) == (None, True)


# Stopping: `running` itself checks that the thread ends within a second.


@pytest.mark.parametrize("command", ["GREETING", "LOGIN", "LIST", "UID FETCH", "IDLE"])
def test_a_stop_is_obeyed_whatever_the_server_does(desk, command):
    desk.server.deliver(letter(1))
    desk.server.habits.silent_on.add(command)
    with desk.running():
        if command == "GREETING":
            wait_until(lambda: desk.states() == [SyncState.CONNECTING])
            time.sleep(0.1)
        else:
            desk.server.wait_for(command)


def test_a_stop_is_obeyed_while_waiting_to_come_back(desk):
    desk.server.habits.close_on.add("LOGIN")
    with desk.running():
        wait_until(lambda: desk.states().count(SyncState.OFFLINE) == 2)


def test_after_a_stop_nobody_waits_for_a_look(desk):
    with desk.running() as sync:
        until_idle(desk)
    with pytest.raises(ConnectionFailedError, match="not followed"):
        sync.look(5)


# Trying an account.


def test_an_account_is_tried_at_both_servers(server):
    with FakeSmtpServer() as smtp:
        account = shop_account(server.endpoint, smtp.endpoint)
        sync_module.test_account(account, PasswordLogin(USERNAME, PASSWORD))
        assert (server.logins, smtp.logged_in) == (1, 1)
        with pytest.raises(CredentialsError):
            sync_module.test_account(account, PasswordLogin(USERNAME, "wrong"))
        assert smtp.logged_in == 1


def test_search_finds_what_was_synced(desk):
    desk.server.deliver(letter(1, text="Where is 203-1234567-1234567?"))
    desk.sync.sync_once()
    [found] = desk.read(search, "203-1234567-1234567", 5)
    assert found.message.subject == "Order 1"
