"""Threads of the window: each wraps a Qt-free loop, and brings its news into the GUI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThread, QThreadPool, Signal

from ..mailbox.account import Account
from ..mailbox.store.changes import ChangeSet
from ..mailbox.store.writer import StoreWriter
from ..replies.outbox.postman import Postman
from .profile import Profile

_log = logging.getLogger(__name__)
T = TypeVar("T")


class SyncThread(QThread):
    """Run the sync of one account off the GUI thread.

    Signals:
        sync_event: carries a `SyncEvent`.
    """

    sync_event = Signal(object)

    def __init__(
        self,
        profile: Profile,
        account: Account,
        writer: StoreWriter,
        on_kept: Callable[[], None],
        leaves_above: Callable[[], int],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.account = account
        self.sync = profile.account_sync(
            account, writer, self.sync_event.emit, on_kept, leaves_above
        )

    def run(self) -> None:
        """Block in the sync loop."""
        self.sync.run()

    def stop(self) -> None:
        """End the loop and wait for it."""
        self.sync.stop()
        self.wait()


class BacklogThread(QThread):
    """Read what a first sync or a long absence has left, off the GUI thread."""

    def __init__(self, profile: Profile, writer: StoreWriter, parent: QObject) -> None:
        super().__init__(parent)
        self.reader = profile.backlog_reader(writer)

    def run(self) -> None:
        """Block in the reader's loop."""
        self.reader.run()

    def stop(self) -> None:
        """End the loop and wait for it."""
        self.reader.abort()
        self.wait()
        self.reader.close()


class PostmanThread(QThread):
    """Run the postman off the GUI thread."""

    def __init__(self, postman: Postman, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.postman = postman

    def run(self) -> None:
        """Block in the postman's loop."""
        self.postman.run()

    def stop(self) -> None:
        """End the loop and wait for it; a letter being handed over is finished first."""
        self.postman.stop()
        self.wait()


class ChangeHub(QObject):
    """Tells the window what was committed.

    Signals:
        changed: carries a `ChangeSet`; delivered in the GUI thread.
    """

    changed = Signal(object)

    def announce(self, changes: ChangeSet) -> None:
        """Pass a change set on; called in the writer's thread."""
        self.changed.emit(changes)


class Pending(QObject, Generic[T]):
    """Work that runs elsewhere; its result comes back in the GUI thread.

    Signals:
        done: carries the result.
        failed: carries the exception.
    """

    done = Signal(object)
    failed = Signal(object)

    def follow(self, future: Future[T]) -> None:
        """Report the result of a future."""
        future.add_done_callback(self._report)

    def _report(self, future: Future[T]) -> None:
        error = future.exception()
        if error is None:
            self.done.emit(future.result())
        else:
            self.failed.emit(error)


class Background(QObject):
    """A pool of one thread for work that may take longer than a frame, newest wish first.

    Signals:
        finished: carries (name, result); only the newest work of a name reports.
        failed: carries (name, exception).
    """

    finished = Signal(str, object)
    failed = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._newest: dict[str, int] = {}

    def start(self, name: str, work: Callable[[], object]) -> None:
        """Do a piece of work; an older one of the same name that has not begun is dropped."""
        number = self._newest.get(name, 0) + 1
        self._newest[name] = number
        self._pool.start(_Work(self, name, number, work))

    def is_newest(self, name: str, number: int) -> bool:
        """Tell whether nothing newer of this name was asked for."""
        return self._newest.get(name) == number

    def stop(self) -> None:
        """Drop what has not begun, and wait for what has."""
        self._newest.clear()
        self._pool.clear()
        self._pool.waitForDone()


class _Work(QRunnable):
    def __init__(
        self, background: Background, name: str, number: int, work: Callable[[], object]
    ) -> None:
        super().__init__()
        self._background = background
        self._name = name
        self._number = number
        self._work = work

    def run(self) -> None:
        background = self._background
        if not background.is_newest(self._name, self._number):
            return
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - the window says what failed
            _log.debug("%s failed", self._name, exc_info=True)
            background.failed.emit(self._name, error)
            return
        if background.is_newest(self._name, self._number):
            background.finished.emit(self._name, result)
