"""What was read of a backlog is stored in steps that grow; nothing is lost between two of them."""

from __future__ import annotations

import threading

from builders import HOUR, NOON
from fakes.desk import wait_until
from fakes.letterbox import Letterbox
from fakes.listing import listed
from fakes.shop import CUSTOMER, mail

from softanswer.mailbox.store.backlog import next_kept
from softanswer.mailbox.store.messages import newest
from softanswer.mailbox.store.space import space_of
from softanswer.replies.backlog import BacklogReader
from softanswer.replies.backlog_store import BacklogStore
from softanswer.replies.backlog_work import read_letters

LETTERS = 50


def add(box: Letterbox, store: BacklogStore, most: int) -> None:
    batch = box.do(lambda tx: next_kept(tx.db, most, 1 << 20, store.waiting))
    store.add(batch, read_letters(box.writer.path.parent, batch), store.packed(batch))


def here(box: Letterbox) -> int:
    return sum(one.is_here for one in box.do(lambda tx: newest(tx.db, 2 * LETTERS)))


def found(box: Letterbox) -> int:
    query = "SELECT count(*) FROM message_search WHERE message_search MATCH 'unicorn'"
    return int(box.do(lambda tx: tx.db.execute(query).fetchone()[0]))


def list_letters(box: Letterbox) -> None:
    days = [NOON - n * 24 * HOUR for n in range(100, 100 + LETTERS)]
    listed(
        box, [(mail(f"Order {n}", "A unicorn.", CUSTOMER, at), at) for n, at in enumerate(days)]
    )


def test_the_first_are_stored_at_once_and_later_ones_in_larger_steps(box):
    list_letters(box)
    store = BacklogStore(box.writer)
    add(box, store, 10)
    assert (here(box), len(store.waiting)) == (10, 0)
    add(box, store, 9)
    assert (here(box), len(store.waiting)) == (10, 9)
    add(box, store, 1)
    assert (here(box), len(store.waiting)) == (20, 0)
    add(box, store, 5)
    store.flush()
    assert (here(box), found(box)) == (25, 25)


def test_what_waits_for_others_waits_no_longer_than_it_may(box, monkeypatch):
    list_letters(box)
    monkeypatch.setattr("softanswer.replies.backlog_store._LONGEST_WAIT_S", 0.0)
    store = BacklogStore(box.writer)
    for done in (10, 11, 12):
        add(box, store, 10 if done == 10 else 1)
        assert here(box) == done


def test_what_was_read_waits_for_nothing_when_no_letter_is_to_be_fetched(box, monkeypatch):
    monkeypatch.setattr("softanswer.replies.backlog_store._LONGEST_WAIT_S", 600.0)
    monkeypatch.setattr("softanswer.replies.backlog._AT_ONCE", 1)
    monkeypatch.setattr("softanswer.replies.backlog._MOST_LETTERS", 20)
    list_letters(box)
    reader = BacklogReader(box.writer, box.intake)
    thread = threading.Thread(target=reader.run)
    thread.start()
    try:
        wait_until(lambda: here(box) == LETTERS, 60)
    finally:
        reader.stop()
        thread.join(60)
        reader.close()
    assert found(box) == LETTERS


def test_what_waits_when_the_program_ends_is_read_again_and_found_once(box):
    list_letters(box)
    store = BacklogStore(box.writer)
    add(box, store, 20)
    add(box, store, 19)
    assert here(box) == 20
    BacklogReader(box.writer, box.intake).finish()
    store.flush()  # too late: they are stored
    assert (here(box), found(box)) == (LETTERS, LETTERS)


def test_what_a_large_backlog_leaves_empty_goes_back_to_the_disk(box, monkeypatch):
    monkeypatch.setattr("softanswer.replies.backlog_store._WORTH_GIVING_BACK", 20)
    list_letters(box)
    box.do(lambda tx: tx.db.execute("CREATE TABLE passing AS SELECT zeroblob(1000000) AS b"))
    box.do(lambda tx: tx.db.execute("DROP TABLE passing"))
    store = BacklogStore(box.writer)
    add(box, store, 10)
    store.give_back(lambda: False)  # not worth it yet
    assert box.do(lambda tx: space_of(tx.db)).empty > 900_000
    add(box, store, 30)
    store.give_back(lambda: False)
    assert box.do(lambda tx: space_of(tx.db)).empty == 0
    assert (here(box), found(box)) == (40, 40)
