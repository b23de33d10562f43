"""The one thread that writes to the database: a queue of jobs, each one transaction."""

from __future__ import annotations

import logging
import queue
import sqlite3
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ..errors import StoreError
from ..spool import Spool
from .changes import ChangeLog, ChangeSet, RecordKind
from .database import BUSY_TIMEOUT_S, open_for_writing, translated_errors

if TYPE_CHECKING:
    from ..work_process import WorkProcess

_log = logging.getLogger(__name__)
T = TypeVar("T")


class Transaction:
    """A running transaction: the connection, and the log of what it changes."""

    def __init__(self, db: sqlite3.Connection, *, is_repeatable: bool = False) -> None:
        self.db = db
        self._is_repeatable = is_repeatable
        self._log = ChangeLog()
        self._last: list[Callable[[], None]] = []
        self._afterwards: list[Callable[[], None]] = []

    def changed(self, kind: RecordKind, ids: Iterable[int] = ()) -> None:
        """Note which records were written, for those who show them."""
        self._log.note(kind, ids)

    def change_set(self) -> ChangeSet:
        """What was noted so far."""
        return self._log.change_set()

    def must_last(self) -> None:
        """Say that no power cut may undo it, since something outside the database will tell of it.

        A job that may be undone is begun anew for that, as one that may not.
        """
        if self._is_repeatable:
            raise _MustLastError

    def before_commit(self, work: Callable[[], None]) -> None:
        """Do this when the job has returned; what it raises undoes the transaction."""
        self._last.append(work)

    def after_commit(self, work: Callable[[], None]) -> None:
        """Do this once the transaction is committed."""
        self._afterwards.append(work)

    def finish(self) -> None:
        """Do what was to be done before COMMIT."""
        for work in self._last:
            work()

    def conclude(self) -> None:
        """Do what was to be done after it."""
        for work in self._afterwards:
            work()


class _MustLastError(Exception):
    """A job that a power cut may undo has come to what it may not undo."""


Job = Callable[[Transaction], T]


class StoreWriter:
    """Owns the only writing connection of this process.

    `submit` may be called from any thread. Jobs run in order; each is committed whole or not at
    all, and `on_commit` hears of it, in the writer's thread, after COMMIT; its change set is empty
    where nothing was written that anybody shows.

    Attributes:
        spool: the files beside the database, where the letters of a backlog wait to be read.
    """

    def __init__(self, path: Path, on_commit: Callable[[ChangeSet], None] | None = None) -> None:
        self.path = path
        self.spool = Spool(path.parent)
        self._work: WorkProcess | None = None
        self._on_commit = on_commit
        self._lock = threading.Lock()
        self._db = open_for_writing(path)
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="store-writer")
        self._thread.start()

    @property
    def work(self) -> WorkProcess:
        """A process beside this one, for those who make what is to be written; ends with it."""
        from ..work_process import WorkProcess  # 10 ms that a sync without news is spared

        with self._lock:
            if self._work is None:
                self._work = WorkProcess()
            return self._work

    def submit(self, job: Job[T], *, is_repeatable: bool = False) -> Future[T]:
        """Run a job in a transaction of its own.

        The future raises what the job raised, or a `StoreError`; the transaction was then
        rolled back.

        Args:
            is_repeatable: a power cut may undo it, with all such jobs right before it, for what
                it stored can be had again; it need not wait for the disk then.
        """
        future: Future[T] = Future()
        self._jobs.put(lambda: self._do(job, future, is_repeatable=is_repeatable))
        return future

    def call(self, job: Job[T], *, is_repeatable: bool = False) -> T:
        """Submit a job and wait for its result; never from the GUI thread, nor from a job."""
        if threading.current_thread() is self._thread:
            raise AssertionError("a job of the writer would wait for itself: call inside of it")
        return self.submit(job, is_repeatable=is_repeatable).result()

    def flush(self) -> None:
        """Wait until all that was committed so far has reached the disk, and the file itself.

        Raises:
            StoreError: it cannot be written.
        """
        done: Future[None] = Future()
        self._jobs.put(lambda: self._checkpoint(done))
        done.result()

    def close(self) -> None:
        """Finish the queued jobs, then close the database."""
        if self._thread.is_alive():
            self._jobs.put(None)
            self._thread.join()
        if self._work is not None:
            self._work.stop()

    def _run(self) -> None:
        while (work := self._jobs.get()) is not None:
            work()
        self._db.close()

    def _checkpoint(self, done: Future[None]) -> None:
        try:
            with translated_errors(self.path):
                # Where a reader is in the way, as far as it lets: it is not waited for.
                self._db.execute("PRAGMA busy_timeout = 0")
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                self._db.execute(f"PRAGMA busy_timeout = {round(BUSY_TIMEOUT_S * 1000)}")
        except StoreError as error:
            done.set_exception(error)
        else:
            done.set_result(None)

    def _do(self, job: Job[T], future: Future[T], *, is_repeatable: bool) -> None:
        try:
            with translated_errors(self.path):
                try:
                    transaction, result = self._commit(job, is_repeatable=is_repeatable)
                except _MustLastError:
                    transaction, result = self._commit(job, is_repeatable=False)
                transaction.conclude()
        except BaseException as error:  # noqa: BLE001 - the caller's future carries it on
            future.set_exception(error)
            return
        if self._on_commit is not None:
            try:
                self._on_commit(transaction.change_set())
            except Exception:  # noqa: BLE001 - the thread must outlive a faulty listener
                _log.exception("a listener of the store failed")
        future.set_result(result)

    def _commit(self, job: Job[T], *, is_repeatable: bool) -> tuple[Transaction, T]:
        transaction = Transaction(self._db, is_repeatable=is_repeatable)
        self._db.execute(f"PRAGMA synchronous = {'NORMAL' if is_repeatable else 'FULL'}")
        self._db.execute("BEGIN IMMEDIATE")
        try:
            result = job(transaction)
            transaction.finish()
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise
        return transaction, result
