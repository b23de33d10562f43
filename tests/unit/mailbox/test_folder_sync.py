"""A folder is kept as its server has it, whatever the server does."""

from __future__ import annotations

import contextlib
import logging

import pytest
from fakes.desk import wait_until
from fakes.intake import letter

from softanswer.mailbox.errors import (
    ConnectionFailedError,
    MailError,
)
from softanswer.mailbox.store.messages import (
    load_raw,
    newest,
)
from softanswer.mailbox.sync_event import SyncState

# One pass.


def test_a_pass_brings_everything_in(any_desk):
    for n in range(3):
        any_desk.server.deliver(letter(n))
    any_desk.server.deliver(letter(9), "Sent", flags=("\\Seen",))
    result = any_desk.sync.sync_once()
    assert (result.address, result.folders, result.fetched) == ("lena@shop.example", 2, 4)
    assert result.bytes > 4 * len(letter(0))
    letters = any_desk.letters()
    assert set(letters) == {"Order 0", "Order 1", "Order 2", "Order 9"}
    assert [letters[f"Order {n}"].is_outgoing for n in (0, 9)] == [False, True]
    assert any_desk.read(load_raw, letters["Order 1"].id) == letter(1)


def test_a_second_pass_has_nothing_to_do(any_desk):
    for n in range(60):
        any_desk.server.deliver(letter(n))
    any_desk.sync.sync_once()
    again = any_desk.new_sync().sync_once()
    assert (again.fetched, again.flags_changed, again.vanished) == (0, 0, 0)
    assert again.bytes < 60 * 100


def test_each_pass_counts_for_itself(desk):
    desk.server.deliver(letter(1))
    assert desk.sync.sync_once().fetched == 1
    desk.server.deliver(letter(2))
    assert desk.sync.sync_once().fetched == 1


def test_changes_made_elsewhere_are_taken_over(any_desk):
    uids = [any_desk.server.deliver(letter(n)) for n in range(4)]
    any_desk.sync.sync_once()
    before = any_desk.letters()
    any_desk.server.reflag(uids[0], {"\\Seen", "\\Answered"})
    any_desk.server.expunge(uids[1])
    any_desk.server.deliver(letter(7))
    result = any_desk.new_sync().sync_once()
    assert (result.fetched, result.flags_changed, result.vanished) == (1, 1, 1)
    after = any_desk.letters()
    assert set(after) == {"Order 0", "Order 2", "Order 3", "Order 7"}
    assert after["Order 0"].flags == {"\\Seen", "\\Answered"}
    assert set().union(*any_desk.touched) == {
        before["Order 0"].conversation_id,
        before["Order 1"].conversation_id,
    }


def test_the_newest_letters_come_first(desk):
    for n in range(200):
        desk.server.deliver(letter(n))
    desk.sync.sync_once()
    rows = sorted(desk.letters().values(), key=lambda one: one.id)
    assert {one.key.uid for one in rows[:50]} == set(range(151, 201))
    progress = [(e.done, e.total) for e in desk.events if e.state is SyncState.SYNCING]
    assert progress[0] == (50, 200)
    assert progress[-1] == (200, 200)


def test_reading_asks_the_server_to_change_nothing(any_desk):
    any_desk.server.deliver(letter(1))
    any_desk.sync.sync_once()
    any_desk.new_sync().sync_once()
    for command in ("UID STORE", "STORE", "EXPUNGE", "APPEND", "CLOSE", "DELETE", "UID MOVE"):
        assert any_desk.server.count(command) == 0


def test_a_broken_first_sync_is_resumed_where_it_stopped(desk):
    for n in range(200):
        desk.server.deliver(letter(n))
    desk.server.habits.cut_bodies.add(100)
    with pytest.raises(ConnectionFailedError):
        desk.sync.sync_once()
    stored = len(desk.letters())
    assert 50 <= stored < 200
    desk.server.habits.cut_bodies.clear()
    assert desk.new_sync().sync_once().fetched == 200 - stored


def test_a_very_large_letter_is_kept_by_its_start(desk, monkeypatch):
    monkeypatch.setattr("softanswer.mailbox.fetch_queue.LARGEST_MESSAGE_BYTES", 10_000)
    monkeypatch.setattr("softanswer.mailbox.fetch_queue.START_OF_LARGE_BYTES", 500)
    monkeypatch.setattr("softanswer.mailbox.fetch_queue.MOST_BYTES_IN_BATCH", 5_000)
    desk.server.deliver(letter(1, text="x" * 20_000))
    desk.server.deliver(letter(2))
    desk.sync.sync_once()
    letters = desk.letters()
    assert len(desk.read(load_raw, letters["Order 1"].id)) == 500
    assert desk.read(load_raw, letters["Order 2"].id) == letter(2)


# UIDs that are worth nothing any more.


def test_a_new_uidvalidity_loses_nothing_and_doubles_nothing(any_desk):
    for n in range(5):
        any_desk.server.deliver(letter(n), flags=("\\Flagged",) if n == 2 else ())
    any_desk.sync.sync_once()
    before = any_desk.letters()
    any_desk.server.renumber()
    any_desk.server.deliver(letter(5))
    result = any_desk.new_sync().sync_once()
    after = any_desk.letters()
    assert (result.fetched, result.vanished) == (1, 0)
    for subject, one in before.items():
        assert (after[subject].id, after[subject].flags) == (one.id, one.flags)
    on_server = {m.uid: m.raw for m in any_desk.server.folders["INBOX"].messages}
    for one in after.values():
        assert any_desk.read(load_raw, one.id) == on_server[one.key.uid]


def test_a_flag_never_goes_to_another_letter_after_a_new_uidvalidity(desk):
    for n in range(3):
        desk.server.deliver(letter(n))
    desk.sync.sync_once()
    desk.flag(desk.letters()["Order 0"], "\\Answered")
    desk.server.renumber()
    desk.new_sync().sync_once()
    flagged = [m for m in desk.server.folders["INBOX"].messages if "\\Answered" in m.flags]
    assert [one.raw for one in flagged] == [letter(0)]


def test_a_fallen_uidnext_is_taken_for_a_new_folder(desk):
    for n in range(3):
        desk.server.deliver(letter(n))
    desk.sync.sync_once()
    desk.server.renumber()
    inbox = desk.server.folders["INBOX"]
    inbox.uid_validity -= 1
    del inbox.messages[2]
    inbox.uid_next = 3
    desk.new_sync().sync_once()
    assert {s: one.key.uid for s, one in desk.letters().items()} == {"Order 2": 1, "Order 1": 2}


@pytest.mark.parametrize("new_validity", [False, True])
def test_a_suddenly_empty_folder_loses_no_letter(desk, new_validity):
    uids = [desk.server.deliver(letter(n)) for n in range(3)]
    desk.sync.sync_once()
    if new_validity:
        desk.server.renumber()
        uids = [1, 2, 3]
    for uid in uids:
        desk.server.expunge(uid)
    result = desk.new_sync().sync_once()
    assert (result.vanished, len(desk.letters())) == (0, 3)
    assert "suddenly empty" in desk.events[-1].problem
    desk.server.deliver(letter(9))
    desk.new_sync().sync_once()
    assert set(desk.letters()) == {"Order 9"}


# Letters that cannot be had.


@pytest.mark.parametrize("habit", ["refused_bodies", "nil_bodies", "cut_bodies"])
def test_a_letter_that_cannot_be_had_stops_no_other(desk, habit):
    uids = [desk.server.deliver(letter(n)) for n in range(6)]
    getattr(desk.server.habits, habit).add(uids[3])
    with desk.running() as sync:
        wait_until(lambda: len(desk.letters()) >= 5, 20)
        assert "Order 3" not in desk.letters()
        for _ in range(4):
            with contextlib.suppress(MailError):
                sync.look(10)
        wait_until(lambda: len(desk.letters()) == 6, 20)
    stand_in = desk.letters()["(A letter that could not be read)"]
    assert stand_in.key.uid == uids[3]
    assert "INBOX could not be fetched" in stand_in.message.text


@pytest.mark.parametrize("where", ["fails_on", "unstorable"])
def test_a_letter_that_breaks_the_reader_stops_no_other(desk, where, caplog):
    for n in range(6):
        desk.server.deliver(letter(n))
    getattr(desk.intake, where).add("<3@customer.example>")
    with caplog.at_level(logging.CRITICAL):  # the crash report itself is wanted
        desk.sync.sync_once()
    assert set(desk.letters()) == {
        *(f"Order {n}" for n in (0, 1, 2, 4, 5)),
        "(A letter that could not be read)",
    }
    assert desk.new_sync().sync_once().fetched == 0


def test_two_letters_of_one_message_id_are_both_stored(desk):
    desk.server.deliver(letter(1))
    desk.server.deliver(letter(1, text="again"))
    desk.sync.sync_once()
    assert len(desk.read(newest, 10)) == 2
