"""What deleted letters leave goes back to the disk, in steps, and nothing else changes."""

import shutil
import sqlite3
from contextlib import closing
from types import SimpleNamespace

import pytest

from softanswer.mailbox.errors import StoreError, StoreFullError
from softanswer.mailbox.store import space
from softanswer.mailbox.store.database import open_for_reading
from softanswer.mailbox.store.space import (
    Space,
    can_give_back,
    give_some_back,
    rebuild,
    space_of,
)
from softanswer.mailbox.store.writer import StoreWriter

KEPT = [(number, bytes([number]) * 40_000) for number in range(1, 200, 2)]
MB = 1 << 20


def fill(db):
    """Eight megabytes, of which every second piece is deleted again."""
    db.execute("CREATE TABLE pieces (id INTEGER PRIMARY KEY, raw BLOB)")
    db.executemany(
        "INSERT INTO pieces VALUES (?, ?)", [(n, bytes([n]) * 40_000) for n in range(200)]
    )
    db.execute("DELETE FROM pieces WHERE id % 2 = 0")


def pieces(path):
    with closing(open_for_reading(path)) as db:
        return [tuple(row) for row in db.execute("SELECT id, raw FROM pieces ORDER BY id")]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "s.sqlite3"


@pytest.fixture
def writer(path):
    writer = StoreWriter(path)
    yield writer
    writer.close()


@pytest.fixture
def old(path):
    """A database from before."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        fill(db)
    return path


def test_what_is_empty_is_given_back_and_what_is_kept_stays(path, writer):
    writer.call(lambda tx: fill(tx.db))
    writer.flush()
    before = path.stat().st_size
    steps = 1
    while writer.call(lambda tx: give_some_back(tx.db)):
        steps += 1
    writer.flush()
    assert steps == 4  # of 128 pages each: 500 pages
    assert writer.call(lambda tx: space_of(tx.db)).empty == 0
    assert path.stat().st_size < 0.6 * before
    assert pieces(path) == KEPT


def test_a_step_that_fails_takes_nothing_away(path, writer):
    writer.call(lambda tx: fill(tx.db))
    before = writer.call(lambda tx: space_of(tx.db))

    def fails(tx):
        give_some_back(tx.db)
        raise sqlite3.OperationalError("disk I/O error")

    with pytest.raises(StoreError):
        writer.call(fails)
    assert writer.call(lambda tx: space_of(tx.db)) == before
    assert pieces(path) == KEPT


@pytest.mark.parametrize(
    ("size", "empty", "is_worth"),
    [
        (100 * MB, 32 * MB, True),
        (100 * MB, 32 * MB - 1, False),
        (1000 * MB, 200 * MB, True),
        (1000 * MB, 200 * MB - 1, False),
        (0, 0, False),
    ],
)
def test_little_is_left_for_new_letters(size, empty, is_worth):
    assert Space(size, empty).is_worth_giving_back is is_worth


def test_an_old_database_is_written_anew_once_and_goes_in_steps_then(old):
    with closing(StoreWriter(old)) as writer:
        assert not writer.call(lambda tx: can_give_back(tx.db))
        assert not writer.call(lambda tx: give_some_back(tx.db) and space_of(tx.db).empty == 0)
    inode, before = old.stat().st_ino, old.stat().st_size
    rebuild(old, lambda _: None)
    assert old.stat().st_size < 0.6 * before
    assert old.stat().st_ino == inode  # another file would pause every held reply
    assert pieces(old) == KEPT
    with closing(StoreWriter(old)) as writer:
        assert writer.call(lambda tx: can_give_back(tx.db))


def test_it_says_how_long_it_has_been_at_work(old, monkeypatch):
    clock = iter(range(0, 10_000, 3))
    monkeypatch.setattr(space.time, "monotonic", lambda: next(clock))
    monkeypatch.setattr(space, "_OPERATIONS_A_LOOK", 100)
    told = []
    rebuild(old, told.append)
    assert told[:2] == [3, 6]


def test_a_disk_without_room_for_it_is_told_before_anything_is_done(old, monkeypatch):
    needed = 2 * old.stat().st_size
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=needed - 1))
    with pytest.raises(StoreFullError, match="make room"):
        rebuild(old, lambda _: None)
    assert pieces(old) == KEPT
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=needed))
    rebuild(old, lambda _: None)
