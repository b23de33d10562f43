"""One folder that follows its counterpart on the server."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from .errors import ConnectionFailedError, ProtocolError, ServerRefusedError, StoreError
from .imap import FolderStatus, ImapSession, News
from .intake import Intake, OnConversations
from .message import FetchedMessage
from .store.elsewhere import take_in_returned
from .store.folders import (
    Folder,
    FolderRole,
    Touched,
    apply_flags,
    ensure_folder,
    forget_uids,
    known_flags,
    note_look,
    renumber,
    stored_identities,
)
from .store.writer import StoreWriter, Transaction
from .sync_plan import (
    FIRST_BATCH,
    LARGEST_MESSAGE_BYTES,
    MOST_IN_BATCH,
    START_OF_LARGE_BYTES,
    FolderPlan,
    must_rematch,
    plan_batch,
    plan_folder,
    plan_rematch,
)
from .wire import CalledOffError

_log = logging.getLogger(__name__)

_MOST_TRIES: Final = 3  # RELIABILITY C1


@dataclass(slots=True)
class Tally:
    """What was done since the start."""

    fetched: int = 0
    flags_changed: int = 0
    vanished: int = 0


@dataclass(frozen=True, slots=True)
class SyncStore:
    """What a folder needs of the rest of the program.

    Attributes:
        check_stop: raises when the program stops; called between messages.
    """

    account_id: int
    writer: StoreWriter
    intake: Intake[Any]
    on_conversations: OnConversations
    clock: Callable[[], datetime]
    check_stop: Callable[[], None]


class FolderSync:
    """Keeps one folder of the store as its counterpart on the server is.

    It lives as long as its account's sync, over many sessions.

    Attributes:
        is_suddenly_empty: the server shows nothing where letters were; they were kept.
        last_status: the STATUS that the last look answered; None before the first.
    """

    def __init__(self, name: str, role: FolderRole, store: SyncStore, tally: Tally) -> None:
        self.name = name
        self.is_suddenly_empty = False
        self.last_status: FolderStatus | None = None
        self._role = role
        self._store = store
        self._tally = tally
        self._folder: Folder | None = None
        self._known: dict[int, frozenset[str]] = {}
        self._waiting: list[tuple[int, int]] = []  # UIDs and sizes, as they are wanted
        self._modseq = 0
        self._tries: Counter[int] = Counter()
        self._alone: set[int] = set()

    @property
    def stored(self) -> int:
        """How many messages of the folder are stored."""
        return len(self._known)

    @property
    def waiting(self) -> int:
        """How many older messages are still to be fetched."""
        return len(self._waiting)

    def look(self, session: ImapSession) -> None:
        """Open the folder, compare all of it, and fetch what came since the last look.

        Older messages that are still missing then wait for `fetch_some`.
        """
        status = session.select(self.name)
        folder = self._loaded(status)
        if must_rematch(folder.uid_validity, status.uid_validity, status.uid_next, self._known):
            if self._known and not status.exists:
                self._waiting = []
                self._note_look(FolderPlan(is_suddenly_empty=True), 0)
                return
            self._rematch(session, folder.id, status.uid_validity)
            self._loaded(status)
        if not self._known and status.exists > FIRST_BATCH:
            newest = session.newest(FIRST_BATCH)
            self._waiting = sorted(((one.uid, one.size) for one in newest), reverse=True)
            self.fetch_some(session)
        top = max(self._known, default=0)
        self._compare(session, status, top)
        self._fetch_newer(session, top)

    def follow(self, session: ImapSession, news: News) -> None:
        """Bring in the news of the open folder."""
        if news.arrived:
            top = self._top
            arrived = ((one.uid, one.size) for one in session.listings(top + 1))
            self._waiting = [*sorted(arrived, reverse=True), *self._waiting]
            self._fetch_newer(session, top)
        if news.gone or news.reflagged:
            flags, modseq = session.fetch_flags(self._modseq) if news.reflagged else ({}, 0)
            uids = session.uids() if news.gone else self._known.keys()
            plan = plan_folder(uids, flags, self._known, expunge_was_told=True)
            if news.gone:
                self._waiting = [one for one in self._waiting if one[0] in uids]
            self._note_look(plan, max(modseq, self._modseq))

    def is_behind(self, exists: int) -> bool:
        """Whether a folder of so many messages holds more or less than is known of it."""
        return exists != len(self._known) + len(self._waiting)

    def note_look(self) -> None:
        """Note that the server had no news."""
        self._note_look(FolderPlan(), self._modseq)

    def let_go(self, uid: int) -> None:
        """A message was moved out of the folder by this program itself."""
        self._known.pop(uid, None)
        self._waiting = [one for one in self._waiting if one[0] != uid]

    def fetch_some(self, session: ImapSession) -> None:
        """Fetch and store the next batch of the open folder.

        A message that breaks its batch is tried alone; one that fails `_MOST_TRIES` times gets a
        stand-in at the next look, so that no other message waits for it.
        """
        most = MOST_IN_BATCH if self._known else FIRST_BATCH
        batch = plan_batch(self._waiting, most, self._alone)
        try:
            messages = session.fetch_messages(batch, self._at_most_bytes(batch))
        except (ConnectionFailedError, ProtocolError):
            self._note_failure(batch)
            raise
        except ServerRefusedError as error:
            _log.info("%s: the server refused to hand out %s: %s", self.name, batch, error)
            if len(batch) > 1:
                self._note_failure(batch)
                return
            messages = ()
        del self._waiting[: len(batch)]
        self._alone.difference_update(batch)
        if messages:
            self._keep(messages)
        if missing := [uid for uid in batch if uid not in self._known]:
            # Of several, one may have spoilt the others' answers: each is asked for alone.
            (self._alone if len(batch) > 1 else self._tries).update(missing)

    @property
    def _opened(self) -> Folder:
        if self._folder is None:
            raise AssertionError("a folder is looked at before it is followed")
        return self._folder

    @property
    def _top(self) -> int:
        """The highest UID that was seen."""
        waiting = max((uid for uid, _ in self._waiting), default=0)
        return max(max(self._known, default=0), waiting)

    def _loaded(self, status: FolderStatus) -> Folder:
        if self._folder is None:
            name, role, account_id = self.name, self._role, self._store.account_id

            def job(tx: Transaction) -> tuple[Folder, dict[int, frozenset[str]]]:
                folder = ensure_folder(tx.db, account_id, name, role, status.uid_validity)
                return folder, known_flags(tx.db, folder.id)

            self._folder, self._known = self._store.writer.call(job)
            self._modseq = self._folder.highest_modseq
        return self._folder

    def _rematch(self, session: ImapSession, folder_id: int, uid_validity: int) -> None:
        """Find the stored messages again under the UIDs that the server uses now."""
        call = self._store.writer.call
        stored = call(lambda tx: stored_identities(tx.db, folder_id))
        new_uids = plan_rematch(stored, session.identities())

        def job(tx: Transaction) -> tuple[int, dict[int, frozenset[str]]]:
            lost = renumber(tx, folder_id, uid_validity, new_uids)
            self._tell(tx, lost)
            return len(lost.messages), known_flags(tx.db, folder_id)

        lost, self._known = call(job)
        self._tally.vanished += lost
        self._folder, self._modseq, self._waiting = None, 0, []
        self._tries.clear()
        self._alone.clear()
        _log.info("%s: new UIDs for %d messages, %d lost", self.name, len(new_uids), lost)

    def _compare(self, session: ImapSession, status: FolderStatus, top: int) -> None:
        """Carry out the plan of a whole comparison; messages above `top` are wanted first."""
        if self._modseq and session.has_condstore:
            uids = session.uids()
            flags, modseq = session.fetch_flags(self._modseq)
            plan = plan_folder(uids, flags, self._known)
            listed = session.listings_of(plan.fetch)
        else:
            listed, modseq = session.listings(), 0
            flags = {one.uid: one.flags for one in listed}
            plan = plan_folder(flags, flags, self._known)
        sizes = {one.uid: one.size for one in listed}
        hopeless = [uid for uid in plan.fetch if self._tries[uid] >= _MOST_TRIES]
        missing = [uid for uid in plan.fetch if uid in sizes and uid not in hopeless]
        # The newest first, but no other waits for one that failed before.
        missing.sort(key=lambda uid: (uid <= top, self._tries[uid] > 0))
        self._waiting = [(uid, sizes[uid]) for uid in missing]
        self._note_look(plan, max(modseq, status.highest_modseq))
        if hopeless:
            self._keep([self._stand_in(uid) for uid in hopeless])

    def _fetch_newer(self, session: ImapSession, top: int) -> None:
        while self._waiting and self._waiting[0][0] > top:
            self.fetch_some(session)

    def _at_most_bytes(self, batch: Sequence[int]) -> int | None:
        _, size = self._waiting[0]
        is_last_try = self._tries[batch[0]] + 1 >= _MOST_TRIES
        if len(batch) == 1 and (size > LARGEST_MESSAGE_BYTES or is_last_try):
            return START_OF_LARGE_BYTES
        return None

    def _note_failure(self, batch: Sequence[int]) -> None:
        if len(batch) > 1:
            self._alone.update(batch)
        else:
            self._tries.update(batch)

    def _note_look(self, plan: FolderPlan, modseq: int) -> None:
        """Store what changed, and that the folder was looked at, in one transaction."""
        folder = self._opened
        self.is_suddenly_empty = plan.is_suddenly_empty

        def job(tx: Transaction) -> tuple[int, int]:
            reflagged = apply_flags(tx, folder.id, plan.reflag)
            gone = forget_uids(tx, folder.id, plan.drop)
            self._tell(tx, reflagged)
            self._tell(tx, gone)
            note_look(tx.db, folder.id, modseq, self._store.clock())
            return len(reflagged.messages), len(gone.messages)

        reflagged, gone = self._store.writer.call(job)
        self._tally.flags_changed += reflagged
        self._tally.vanished += gone
        self._modseq = modseq
        self._known.update(plan.reflag)
        for uid in plan.drop:
            del self._known[uid]

    def _tell(self, tx: Transaction, touched: Touched) -> None:
        if touched.conversations:
            self._store.on_conversations(tx, touched.conversations)

    def _keep(self, messages: Sequence[FetchedMessage]) -> None:
        """Read and store messages; one that cannot be is replaced by a stand-in."""
        try:
            self._commit(messages)
        except (StoreError, CalledOffError):
            raise
        except Exception:  # noqa: BLE001 - one bad message must not keep the others out
            _log.info("%s: a batch could not be stored, trying one by one", self.name)
            for message in messages:
                self._keep_alone(message)
        self._known.update((message.uid, message.flags) for message in messages)
        self._tally.fetched += len(messages)

    def _keep_alone(self, message: FetchedMessage) -> None:
        try:
            self._commit([message])
        except (StoreError, CalledOffError):
            raise
        except Exception:  # noqa: BLE001 - one bad message must not keep the others out
            _log.exception("%s: message %d could not be read or stored", self.name, message.uid)
            self._commit([self._stand_in(message.uid)])

    def _commit(self, messages: Sequence[FetchedMessage]) -> None:
        folder, store = self._opened, self._store
        prepared = []
        for message in messages:
            store.check_stop()
            prepared.append(store.intake.prepare(message))

        def job(tx: Transaction) -> None:
            returned = take_in_returned(tx, store.account_id, folder.id, messages)
            if returned:
                store.on_conversations(tx, returned)
            store.intake.commit(tx, store.account_id, folder.id, prepared)

        store.writer.call(job)

    def _stand_in(self, uid: int) -> FetchedMessage:
        """What is shown in the place of a message that cannot be had."""
        return FetchedMessage(
            uid=uid,
            flags=self._known.get(uid, frozenset()),
            internal_date=self._store.clock(),
            raw=(
                "Subject: (A letter that could not be read)\r\n"
                "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                f"Letter {uid} in {self.name} could not be fetched or read. Look at it with "
                "your provider's webmail.\r\n"
            ).encode(),
        )
