"""The engine behind the window: the store, the syncs, the postman; started and stopped as one."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from datetime import timedelta
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from ..mailbox.account import Account
from ..mailbox.errors import ConnectionFailedError
from ..mailbox.message import StoredMessage
from ..mailbox.sentence import Sentence
from ..mailbox.store.accounts import load_accounts
from ..mailbox.store.changes import ChangeSet, RecordKind
from ..mailbox.store.lock import ProfileLock
from ..mailbox.store.writer import StoreWriter
from ..replies.outbox.postman import Postman
from ..replies.preferences import Preferences
from ..replies.warm_up import warm_up
from .errands import Errands
from .giving_back import GivingBack
from .profile import Profile
from .workers import Background, BacklogThread, ChangeHub, Pending, PostmanThread, SyncThread

if TYPE_CHECKING:
    from ..mailbox.sync import AccountSync
    from ..replies.backlog import BacklogReader
    from ..replies.compose.template_folder import TemplateFolder

PAUSE_AT_START: Final = timedelta(seconds=30)  # RELIABILITY B6: time to stop what would go out
_FOREIGN_WRITES_MS: Final = 1_000  # how often another process's writes are looked for
_WARM_UP: Final = "warm up"
_FIRST_PAINT_MS: Final = 150  # the window comes first
_LOOK_TIMEOUT_S: Final = 60.0  # PRODUCT D5
T = TypeVar("T")


class Engine(QObject):
    """Owns every thread of the window and the connections to the store.

    Signals:
        changed: carries a `ChangeSet`, after COMMIT.
        sync_event: carries a `SyncEvent`.
        failed: carries an exception for the seller to read.
    """

    changed = Signal(object)
    sync_event = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        profile: Profile,
        take_lock: Callable[[Path], ProfileLock] = ProfileLock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.profile = profile
        self._lock = take_lock(profile.folder)
        self._hub = ChangeHub(self)
        self._hub.changed.connect(self._on_committed)
        try:
            self.writer: StoreWriter = profile.open_writer(self._hub.announce)
        except BaseException:
            self._lock.release()
            raise
        self.outbox = profile.outbox()
        self.preferences, self.problems = profile.load_preferences(self.writer)
        self.reader: sqlite3.Connection = profile.open_reader()
        self.background = Background(self)
        self.lookups = Background(self)
        self.fetching = Background(self)
        self.errands = Errands(self)
        self._lookup_reader = profile.open_reader()
        self._syncs: dict[int, SyncThread] = {}
        self._backlog: BacklogThread | None = None
        self._is_warm = False
        self._postman = PostmanThread(
            Postman(
                self.writer,
                self.outbox,
                profile.secrets,
                look=self._look,
                submit=profile.submit,
                pause=PAUSE_AT_START,
                tls_context=profile.tls_context,
            ),
            self,
        )
        self._data_version = self._read_data_version()
        self._foreign_writes = QTimer(self)
        self._foreign_writes.setInterval(_FOREIGN_WRITES_MS)
        self._foreign_writes.timeout.connect(self._on_foreign_writes_due)
        self._giving_back = GivingBack(self.writer, self.follow, self)
        self._first_paint = QTimer(self)
        self._first_paint.setSingleShot(True)
        self._first_paint.setInterval(_FIRST_PAINT_MS)
        self._first_paint.timeout.connect(self._warm_up)

    def start(self) -> None:
        """Start the postman, and the syncs as soon as letters can be judged quickly."""
        self._postman.start()
        self._foreign_writes.start()
        self._giving_back.start()
        self.background.finished.connect(self._on_finished)
        self._first_paint.start()

    def stop(self) -> None:
        """Stop every thread, wait for each, tell nobody any more, and let the profile go."""
        self._first_paint.stop()
        self._foreign_writes.stop()
        self._giving_back.stop()
        for thread in self._syncs.values():
            thread.sync.stop()
        for thread in self._syncs.values():
            thread.stop()
        self.errands.stop()
        if self._backlog is not None:
            self._backlog.stop()
        self._postman.stop()
        self.background.stop()
        self.lookups.stop()
        self.fetching.stop()
        self.writer.close()
        for part in (self, *self.findChildren(QObject)):
            part.blockSignals(True)  # noqa: FBT003 - Qt's
            QCoreApplication.removePostedEvents(part, QEvent.Type.MetaCall)
        self.reader.close()
        self._lookup_reader.close()
        self._lock.release()

    @cached_property
    def templates(self) -> TemplateFolder:
        """The folder of the seller's own templates."""
        from ..replies.compose.template_folder import TEMPLATES_NAME, TemplateFolder

        return TemplateFolder(self.profile.folder / TEMPLATES_NAME)

    def accounts(self) -> tuple[Account, ...]:
        """The accounts as they are stored."""
        return load_accounts(self.reader)

    def look_up(self, name: str, read: Callable[[sqlite3.Connection], object]) -> None:
        """Read from the store off the GUI thread; `lookups` reports under the name."""
        self.lookups.start(name, partial(read, self._lookup_reader))

    def sync_of(self, account_id: int) -> AccountSync:
        """The sync of an account.

        Raises:
            ConnectionFailedError: it is not followed now.
        """
        thread = self._syncs.get(account_id)
        if thread is None:
            raise ConnectionFailedError(
                Sentence(
                    "Mail",
                    "The account of this letter is not connected. Wait a moment, or look into "
                    "Preferences, Accounts.",
                )
            )
        return thread.sync

    def sync_now(self) -> None:
        """Look at every server now; ends a back-off and tries a refused password again."""
        for thread in self._syncs.values():
            thread.sync.retry()

    def want(self, letter: StoredMessage) -> None:
        """Have a letter of which only the header is here fetched and read before all others."""
        thread = self._syncs.get(letter.account_id)
        if thread is not None and self._backlog is not None:
            self._backlog.reader.want(letter.id)
            thread.sync.want(letter.key)

    def change_preferences(self, preferences: Preferences) -> None:
        """Keep new preferences.

        Raises:
            OSError: the folder can't be written; nothing was changed.
        """
        self.profile.save_preferences(self.writer, preferences)
        self.preferences = preferences

    def follow(
        self,
        future: Future[T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do something in the GUI thread when a job of the writer is committed, or failed."""
        pending: Pending[T] = Pending(self)
        pending.done.connect(partial(self._on_done, pending, then))
        pending.failed.connect(partial(self._on_failed, pending, failed or self.failed.emit))
        pending.follow(future)

    def _warm_up(self) -> None:
        self.background.start(_WARM_UP, warm_up)

    def _on_finished(self, name: str, _result: object) -> None:
        if name == _WARM_UP:
            self._is_warm = True
            self._start_syncs()

    def _on_done(self, pending: Pending[T], then: Callable[[T], None] | None, result: T) -> None:
        pending.deleteLater()
        if then is not None:
            then(result)

    def _on_failed(
        self, pending: Pending[T], failed: Callable[[Exception], None], error: Exception
    ) -> None:
        pending.deleteLater()
        failed(error)

    def _on_committed(self, changes: ChangeSet) -> None:
        self._data_version = self._read_data_version()
        if not changes:
            return
        if changes.touches(RecordKind.ACCOUNT) and self._is_warm:
            self._start_syncs()
        if changes.touches(RecordKind.HELD_REPLY, RecordKind.HOLD_POLICY):
            self._postman.postman.wake()
        if changes.touches(RecordKind.MESSAGE, RecordKind.HELD_REPLY):
            for thread in self._syncs.values():
                thread.sync.wake()
        self.changed.emit(changes)

    def _on_foreign_writes_due(self) -> None:
        if self._read_data_version() != self._data_version:
            self._on_committed(ChangeSet.everything())
        if self._postman.postman.is_sending:  # other holds end meanwhile
            self.follow(self.writer.submit(self.outbox.release_due))

    def _read_data_version(self) -> int:
        (version,) = self.reader.execute("PRAGMA data_version").fetchone()
        return int(version)

    def _start_syncs(self) -> None:
        accounts = {account.id: account for account in load_accounts(self.reader)}
        for account_id, thread in list(self._syncs.items()):
            if accounts.get(account_id) != thread.account:
                thread.stop()
                del self._syncs[account_id]
        for account_id in set(accounts) - set(self._syncs):
            thread = SyncThread(
                self.profile,
                accounts[account_id],
                self.writer,
                self._backlog_of().wake,
                lambda: self.preferences.leaves_above,
                self,
            )
            thread.sync_event.connect(self.sync_event)
            self._syncs[account_id] = thread
            thread.start()

    def _backlog_of(self) -> BacklogReader:
        """The reader of what the syncs keep in the spool, begun with the first of them."""
        if self._backlog is None:
            self._backlog = BacklogThread(self.profile, self.writer, self)
            self._backlog.start()
        return self._backlog.reader

    def _look(self, account_id: int) -> None:
        """Have INBOX and Sent looked at now; called in the postman's thread."""
        thread = self._syncs.get(account_id)
        if thread is None:
            raise ConnectionFailedError(
                Sentence("Mail", "The account of this reply is not connected.")
            )
        thread.sync.look(_LOOK_TIMEOUT_S)
