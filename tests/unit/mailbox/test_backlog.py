"""A backlog comes in by stages, and is resumed wherever it was broken off."""

from __future__ import annotations

import pytest
from fakes.backlog_reader import read_all
from fakes.desk import until_idle
from fakes.intake import letter

from softanswer.mailbox.errors import ConnectionFailedError, StoreError, StoreFullError
from softanswer.mailbox.store.backlog import (
    fetch_again,
    next_kept,
    read_letter,
    store_read,
    those_kept,
    used_spool_files,
)
from softanswer.mailbox.store.elsewhere import leave_place
from softanswer.mailbox.store.messages import load_raw

MANY = 260


@pytest.fixture
def full_desk(any_desk):
    for n in range(MANY):
        any_desk.server.deliver(letter(n))
    return any_desk


def found(desk) -> int:
    """How many letters the index finds by a word that stands in all of them."""
    query = "SELECT count(*) FROM message_search WHERE message_search MATCH 'book'"
    (count,) = desk.writer.call(lambda tx: tx.db.execute(query).fetchone())
    return count


def test_a_backlog_is_listed_then_kept_then_read(full_desk):
    result = full_desk.sync.sync_once()
    assert result.fetched == MANY
    letters = full_desk.letters()
    assert len(letters) == MANY
    assert not any(one.is_here for one in letters.values())
    assert letters["Order 7"].message.sender.addr_spec == "buyer7@customer.example"
    assert read_all(full_desk) == MANY
    again = full_desk.letters()
    assert all(one.is_here for one in again.values())
    assert again["Order 7"].message.text == "Where is my book?"
    assert full_desk.read(load_raw, again["Order 7"].id) == letter(7)
    assert full_desk.read(used_spool_files) == frozenset()


def test_nothing_is_fetched_twice(full_desk):
    full_desk.sync.sync_once()
    read_all(full_desk)
    again = full_desk.new_sync().sync_once()
    assert (again.fetched, again.vanished) == (0, 0)
    assert read_all(full_desk) == 0


def test_the_newest_are_read_first(full_desk):
    full_desk.sync.sync_once()
    first = full_desk.read(next_kept, 10, 1 << 20)
    dates = [one.internal_date for one in full_desk.read(next_kept, MANY, 1 << 30)]
    assert dates == sorted(dates, reverse=True)
    assert len(first) == 10
    assert full_desk.read(next_kept, 10, 1)[0] == first[0]
    busy = [one.id for one in first]
    assert not {one.id for one in full_desk.read(next_kept, 10, 1 << 20, busy)} & set(busy)


def test_a_letter_that_is_only_listed_is_found_by_nothing_yet_and_has_no_bytes(full_desk):
    full_desk.sync.sync_once()
    one = full_desk.letters()["Order 7"]
    assert found(full_desk) == 0
    with pytest.raises(StoreError, match="only the header"):
        full_desk.read(load_raw, one.id)
    read_all(full_desk)
    assert found(full_desk) == MANY


def test_a_broken_first_sync_is_resumed(full_desk):
    full_desk.server.habits.cut_bodies.add(100)
    with pytest.raises(ConnectionFailedError):
        full_desk.sync.sync_once()
    assert len(full_desk.letters()) == MANY
    kept = read_all(full_desk)
    full_desk.server.habits.cut_bodies.clear()
    assert full_desk.new_sync().sync_once().fetched == MANY - kept
    read_all(full_desk)
    assert all(one.is_here for one in full_desk.letters().values())


def test_a_letter_that_the_server_never_hands_out_keeps_no_other_waiting(full_desk):
    full_desk.server.habits.cut_bodies.add(100)
    sync = full_desk.sync
    for _ in range(10):
        try:
            sync.sync_once()
            break
        except ConnectionFailedError:
            continue
    read_all(full_desk)
    letters = full_desk.letters()
    assert all(one.is_here for one in letters.values())
    assert "could not be fetched" in letters["Order 99"].message.text
    assert letters["Order 98"].message.text == "Where is my book?"


def test_what_is_gone_meanwhile_is_not_read(full_desk):
    full_desk.sync.sync_once()
    kept = full_desk.read(next_kept, MANY, 1 << 30)
    gone = full_desk.letters()["Order 7"]
    full_desk.server.expunge(8)
    full_desk.new_sync().sync_once()
    assert gone.id in {one.id for one in kept}
    full_desk.read(store_read, [read_letter(one, letter(7)) for one in kept if one.id == gone.id])
    assert "Order 7" not in full_desk.letters()
    assert read_all(full_desk) == MANY - 1
    assert found(full_desk) == MANY - 1


def test_what_the_spool_lost_is_fetched_again(full_desk):
    full_desk.sync.sync_once()
    lost = full_desk.read(next_kept, 5, 1 << 20)
    full_desk.read(fetch_again, lost)
    assert full_desk.new_sync().sync_once().fetched == 5
    assert read_all(full_desk) == MANY


def test_what_the_spool_lost_is_fetched_again_by_the_sync_that_fetched_it(full_desk):
    full_desk.sync.sync_once()
    lost = full_desk.read(next_kept, 5, 1 << 20)
    full_desk.read(fetch_again, lost)
    assert full_desk.sync.sync_once().fetched == 5
    assert read_all(full_desk) == MANY


def test_letters_that_no_disk_takes_are_fetched_again_by_the_same_sync(full_desk, monkeypatch):
    def refuse(_letters):
        raise StoreFullError

    with monkeypatch.context() as full_disk:
        full_disk.setattr(full_desk.writer.spool, "adding", refuse)
        with pytest.raises(StoreFullError):
            full_desk.sync.sync_once()
    full_desk.sync.sync_once()
    assert read_all(full_desk) == MANY


def test_a_new_uidvalidity_in_the_middle_loses_and_doubles_nothing(full_desk):
    full_desk.server.habits.cut_bodies.add(100)
    with pytest.raises(ConnectionFailedError):
        full_desk.sync.sync_once()
    full_desk.server.habits.cut_bodies.clear()
    full_desk.server.renumber()
    full_desk.new_sync().sync_once()
    read_all(full_desk)
    assert {s: one.message.text for s, one in full_desk.letters().items()} == {
        f"Order {n}": "Where is my book?" for n in range(MANY)
    }


def test_headers_that_the_server_refuses_are_no_reason_to_miss_letters(full_desk):
    full_desk.server.habits.refuse_headers = True
    full_desk.sync.sync_once()
    assert all(one.is_here for one in full_desk.letters().values())
    assert len(full_desk.letters()) == MANY


def test_a_letter_that_comes_back_in_the_middle_of_a_backlog_gets_its_old_row(desk):
    desk.server.deliver(letter(999))
    desk.sync.sync_once()
    old = desk.letters()["Order 999"]
    desk.writer.call(lambda tx: leave_place(tx, [old.id]))
    for n in range(MANY):
        desk.server.deliver(letter(n))
    desk.new_sync().sync_once()
    assert desk.letters()["Order 999"].id == old.id
    assert len(desk.letters()) == MANY + 1
    assert desk.letters()["Order 999"].is_here
    assert read_all(desk) == MANY


def test_a_letter_that_is_opened_comes_before_all_others(full_desk):
    full_desk.server.habits.cut_bodies.add(100)
    with pytest.raises(ConnectionFailedError):
        full_desk.sync.sync_once()
    full_desk.server.habits.cut_bodies.clear()
    opened = full_desk.letters()["Order 3"]
    full_desk.sync = full_desk.new_sync()
    full_desk.sync.want(opened.key)
    before = len(full_desk.server.commands)
    with full_desk.running():
        until_idle(full_desk)
    asked = [one for one in full_desk.server.commands[before:] if "BODY.PEEK[]" in one]
    assert f" {opened.key.uid} (" in asked[0]
    assert len(asked) > 1
    assert read_all(full_desk) == MANY


def test_what_lies_in_the_spool_is_found_by_its_row(full_desk):
    full_desk.sync.sync_once()
    wanted = [full_desk.letters()[f"Order {n}"].id for n in (3, 200)]
    assert {one.id for one in full_desk.read(those_kept, [*wanted, 9999])} == set(wanted)
    read_all(full_desk)
    assert full_desk.read(those_kept, wanted) == ()
