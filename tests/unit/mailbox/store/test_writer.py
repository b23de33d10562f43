"""The one writing thread."""

import threading

import pytest

from softanswer.mailbox.errors import StoreFullError
from softanswer.mailbox.store.changes import ChangeLog, ChangeSet, RecordKind
from softanswer.mailbox.store.writer import StoreWriter


@pytest.fixture
def heard():
    return []


@pytest.fixture
def writer(tmp_path, heard):
    writer = StoreWriter(tmp_path / "store.sqlite3", heard.append)
    yield writer
    writer.close()


def stop(tx, *, stopped=True):
    tx.db.execute("UPDATE outbox_flags SET stopped = ?", (stopped,))
    tx.changed(RecordKind.HELD_REPLY, [1])


def is_stopped(tx):
    return bool(tx.db.execute("SELECT stopped FROM outbox_flags").fetchone()[0])


def test_a_job_gives_its_result_and_is_committed(writer):
    writer.call(stop)
    assert writer.call(is_stopped)


def test_a_job_that_fails_is_rolled_back_and_says_so(writer, heard):
    def fail(tx):
        stop(tx)
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        writer.call(fail)
    assert heard == []
    assert not writer.call(is_stopped)


def test_a_job_that_waits_for_another_one_fails_instead_of_hanging(writer):
    with pytest.raises(AssertionError, match="wait for itself"):
        writer.call(lambda _: writer.call(lambda tx: tx.db.total_changes))


def test_changes_are_told_after_commit_and_only_then(tmp_path):
    seen = []

    def listen(changes):
        seen.append((changes, reader.execute("SELECT stopped FROM outbox_flags").fetchone()[0]))

    from softanswer.mailbox.store.database import open_for_reading

    writer = StoreWriter(tmp_path / "store.sqlite3", listen)
    reader = open_for_reading(tmp_path / "store.sqlite3")
    writer.call(stop)
    writer.close()
    reader.close()
    assert seen == [(ChangeSet({RecordKind.HELD_REPLY: frozenset({1})}), 1)]


def test_jobs_run_in_order_whoever_submits_them(writer):
    done = []

    def submit(name):
        for number in range(50):
            writer.submit(lambda _, n=number: done.append((name, n)))

    threads = [threading.Thread(target=submit, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    writer.call(lambda _: None)
    for name in "ab":
        assert [n for who, n in done if who == name] == list(range(50))


def test_a_full_disk_fails_the_job_and_the_next_one_works(writer):
    def fill(tx):
        (pages,) = tx.db.execute("PRAGMA page_count").fetchone()
        tx.db.execute(f"PRAGMA max_page_count = {pages}")
        for _ in range(1000):
            tx.db.execute("INSERT INTO hold_policies VALUES (NULL, 0, '', ?)", ("x" * 9000,))

    with pytest.raises(StoreFullError):
        writer.call(fill)
    writer.call(lambda tx: tx.db.execute("PRAGMA max_page_count = 1000000").fetchone())
    writer.call(stop)
    assert writer.call(is_stopped)


def test_a_listener_that_fails_does_not_stop_the_writer(tmp_path, caplog):
    def listen(_):
        raise RuntimeError("listener")

    writer = StoreWriter(tmp_path / "store.sqlite3", listen)
    writer.call(stop)
    writer.call(stop)
    writer.close()
    assert caplog.text.count("a listener of the store failed") == 2


def test_closing_finishes_what_was_queued(tmp_path):
    writer = StoreWriter(tmp_path / "store.sqlite3")
    futures = [writer.submit(lambda tx: tx.db.total_changes) for _ in range(20)]
    writer.close()
    writer.close()
    assert all(future.done() for future in futures)


@pytest.mark.parametrize(
    ("notes", "ids"),
    [
        ([[1], [2]], frozenset({1, 2})),
        ([[1], []], frozenset()),
        ([[], [1]], frozenset()),
    ],
)
def test_a_note_without_ids_means_any_of_them(notes, ids):
    log = ChangeLog()
    for note in notes:
        log.note(RecordKind.CASE, note)
    assert log.change_set().records == {RecordKind.CASE: ids}


def test_everything_touches_every_kind():
    assert all(ChangeSet.everything().touches(kind) for kind in RecordKind)
    assert not ChangeSet()
