"""One folder that follows its counterpart on the server."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, Final

from .errors import ServerRefusedError, StoreError
from .fetch_queue import FetchQueue, whole_letters
from .header_reader import HeaderReader, Rows, load
from .imap import FolderStatus, ImapSession, News
from .intake import Intake, OnConversations
from .known_messages import KnownMessages
from .message import FetchedMessage, ListedMessage
from .store.backlog import listed_only, mark_kept
from .store.elsewhere import take_in_returned
from .store.folder_memory import FolderMemory, recall
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
from .store.message_rows import NewRow
from .store.writer import StoreWriter, Transaction
from .sync_plan import (
    FIRST_BATCH,
    LARGEST_BACKLOG_BATCH,
    MOST_IN_BATCH,
    MOST_LISTED,
    FolderPlan,
    is_backlog,
    must_rematch,
    plan_folder,
    plan_rematch,
)
from .wire import CalledOffError

_log = logging.getLogger(__name__)

_MOST_LISTINGS: Final = 2  # batches of headers: one is read while the one before is stored


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
        on_kept: called when letters of a backlog were kept in the writer's spool.
        check_stop: raises when the program stops; called between messages.
        leaves_above: a letter of more bytes comes without its large files; 0 for none.
    """

    account_id: int
    writer: StoreWriter
    intake: Intake[Any]
    on_conversations: OnConversations
    on_kept: Callable[[], None]
    clock: Callable[[], datetime]
    check_stop: Callable[[], None]
    leaves_above: Callable[[], int] = whole_letters


@dataclass(slots=True)
class _Listing:
    """Headers on their way into the store.

    Attributes:
        uids: whose headers were asked for; `listed` has those that came.
        rows: waits until they are read.
        future: UIDs and sizes of what is to be fetched then; None before they are being stored.
    """

    uids: Sequence[int]
    listed: Sequence[ListedMessage]
    rows: Rows
    future: Future[list[tuple[int, int]]] | None = None


class FolderSync:
    """Keeps one folder of the store as its counterpart on the server is.

    A few new letters are fetched, read and stored at once. Of a backlog (a first sync, a long
    absence) all headers come first, the newest before all others, then the letters themselves
    into the spool, where a reader takes them from.

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
        self._known = KnownMessages()
        self._missing = FetchQueue(store.leaves_above)  # few: fetched and stored at once
        self._unlisted: list[int] = []  # of a backlog: no header is here yet; newest first
        self._listings: list[_Listing] = []  # the first of these, on their way into the store
        self._headers = HeaderReader(store.writer)
        self._unlistable: set[int] = set()  # of a backlog: the header cannot be had or stored
        self._listed = FetchQueue(store.leaves_above)  # of a backlog: the header is here
        self._wanted = 0  # of a backlog: the UID of a letter that somebody waits for
        self._modseq = 0

    @property
    def stored(self) -> int:
        """How many messages of the folder are here, not only their headers."""
        return len(self._known) - len(self._listed)

    @property
    def waiting(self) -> int:
        """How many older messages are still to be fetched."""
        return self._not_here + len(self._listed)

    def look(self, session: ImapSession) -> None:
        """Open the folder, compare all of it, and fetch what came since the last look.

        Of what came, at least the headers are stored when it returns. Older messages that are
        still missing then wait for `fetch_some`.
        """
        self._settle_listing()
        self._recall()
        if self._folder is None:  # while the server opens it, which takes as long
            threading.Thread(target=self._get_ready, name="get-ready").start()
        status = session.select(self.name, self._state)
        folder = self._loaded(status)
        if must_rematch(
            folder.uid_validity, status.uid_validity, status.uid_next, self._known.top
        ):
            if self._known and not status.exists:
                self._missing.clear()
                self._want_none_listed()
                self._note_look(FolderPlan(is_suddenly_empty=True), 0)
                return
            self._rematch(session, folder.id, status.uid_validity)
            status = replace(status, changes=None)
            self._loaded(status)
        if not self._known and status.exists > FIRST_BATCH:
            self._fill_first_screen(session, status.exists)
        top = self._known.top
        self._compare(session, status, top)
        self._fetch_newer(session, top)

    def _get_ready(self) -> None:
        load()
        self._store.intake.get_ready()

    def _fill_first_screen(self, session: ImapSession, exists: int) -> None:
        if is_backlog(exists):
            with suppress(ServerRefusedError):  # they are asked for once more, with all others
                listed = session.newest_listed(FIRST_BATCH)
                rows = self._headers.begin(listed)()
                self._note_listed(listed, self._submit_listed(listed, rows).result())
                self._headers.prepare()
                self._keep_listed(session, FIRST_BATCH)
        else:
            self._missing.put_first((one.uid, one.size) for one in session.newest(FIRST_BATCH))
            self._fetch_missing(session, FIRST_BATCH)

    def follow(self, session: ImapSession, news: News) -> None:
        """Bring in the news of the open folder."""
        self._settle_listing()
        if news.arrived:
            top = self._top
            self._missing.put_first((one.uid, one.size) for one in session.listings(top + 1))
            self._fetch_newer(session, top)
        if news.gone or news.reflagged:
            flags, modseq = session.fetch_flags(self._modseq) if news.reflagged else ({}, 0)
            uids = session.uids() if news.gone else self._known.flags.keys()
            plan = plan_folder(uids, flags, self._known.flags, expunge_was_told=True)
            if news.gone:
                self._missing.drop({uid for uid, _ in self._missing.waiting} - set(uids))
                self._unlisted = [uid for uid in self._unlisted if uid in uids]
                self._unlistable.intersection_update(uids)
            self._note_look(plan, max(modseq, self._modseq))

    def is_behind(self, exists: int) -> bool:
        """Whether a folder of so many messages holds more or less than is known of it."""
        return exists != len(self._known) + self._not_here

    def note_look(self) -> None:
        """Note that the server had no news."""
        self._note_look(FolderPlan(), self._modseq)

    def let_go(self, uid: int) -> None:
        """A message was moved out of the folder by this program itself."""
        self._settle_listing()
        self._known.drop([uid])
        self._missing.drop({uid})
        self._listed.drop({uid})

    def want(self, uid: int) -> None:
        """Somebody waits for a letter of a backlog: it comes before all others."""
        if self._listed.bring_forward(uid):
            self._wanted = uid

    @property
    def has_wanted(self) -> bool:
        """Whether somebody waits for the letter that comes next."""
        return bool(self._wanted) and self._listed.first == self._wanted

    def fetch_some(self, session: ImapSession) -> None:
        """Fetch and store the next batch of what is missing of the open folder."""
        if self.has_wanted:
            session.take_in_ahead()
        if self.has_wanted:
            self._wanted = 0
            self._keep_listed(session, 1)
            return
        if self._unlistable:
            session.take_in_ahead()
            self._missing.put_first(
                (one.uid, one.size) for one in session.listings_of(self._unlistable)
            )
            self._unlistable = set()
        if self._missing:
            self._fetch_missing(session, MOST_IN_BATCH)
        elif self._unlisted:
            self._list_some(session)
        else:
            self._keep_listed(session, LARGEST_BACKLOG_BATCH)

    @property
    def _opened(self) -> Folder:
        if self._folder is None:
            raise AssertionError("a folder is looked at before it is followed")
        return self._folder

    @property
    def _not_here(self) -> int:
        """How many messages have not even their header here."""
        return len(self._missing) + len(self._unlisted) + len(self._unlistable)

    @property
    def _top(self) -> int:
        """The highest UID that was seen."""
        newest_unlisted = self._unlisted[0] if self._unlisted else 0
        return max(self._known.top, self._missing.top, newest_unlisted)

    @property
    def _state(self) -> tuple[int, int] | None:
        """UIDVALIDITY and HIGHESTMODSEQ up to which all is known, None where it is not."""
        if self._folder is None or not self._modseq or self._not_here:
            return None
        return self._folder.uid_validity, self._modseq

    def _recall(self) -> None:
        """Read what the store knows of the folder, where it knows it.

        What is to be fetched is read anew each time: a full disk may have refused what came, and
        the spool may have lost what it had.
        """
        account_id, name, folder = self._store.account_id, self.name, self._folder
        if folder is None:
            self._take(self._store.writer.call(lambda tx: recall(tx.db, account_id, name)))
            return
        self._listed.waiting = self._store.writer.call(lambda tx: listed_only(tx.db, folder.id))
        self._listed.bring_forward(self._wanted)

    def _loaded(self, status: FolderStatus) -> Folder:
        if self._folder is None:
            name, role, account_id = self.name, self._role, self._store.account_id

            def job(tx: Transaction) -> FolderMemory | None:
                ensure_folder(tx.db, account_id, name, role, status.uid_validity)
                return recall(tx.db, account_id, name)

            self._take(self._store.writer.call(job))
        return self._opened

    def _take(self, memory: FolderMemory | None) -> None:
        if memory is None:
            return
        folder = memory.folder
        self._folder, self._modseq = folder, folder.highest_modseq
        self._listed.waiting = memory.listed_only
        self._known = KnownMessages(
            memory.count,
            memory.top_uid,
            lambda: self._store.writer.call(lambda tx: known_flags(tx.db, folder.id)),
        )

    def _rematch(self, session: ImapSession, folder_id: int, uid_validity: int) -> None:
        """Find the stored messages again under the UIDs that the server uses now."""
        call = self._store.writer.call
        stored = call(lambda tx: stored_identities(tx.db, folder_id))
        new_uids = plan_rematch(stored, session.identities())

        def job(tx: Transaction) -> int:
            lost = renumber(tx, folder_id, uid_validity, new_uids)
            self._tell(tx, lost)
            return len(lost.messages)

        lost = call(job)
        self._tally.vanished += lost
        self._folder, self._modseq, self._known = None, 0, KnownMessages()
        self._want_none_listed()
        self._missing.clear()
        self._listed.clear()
        _log.info("%s: new UIDs for %d messages, %d lost", self.name, len(new_uids), lost)

    def _compare(self, session: ImapSession, status: FolderStatus, top: int) -> None:
        """Carry out the plan of a whole comparison; messages above `top` are wanted first."""
        uids, flags, modseq = self._remote(session, status)
        if uids is None:
            self._note_look(FolderPlan(reflag=flags), status.highest_modseq)
            return
        plan = plan_folder(uids, flags, self._known.flags)
        hopeless = [uid for uid in plan.fetch if self._missing.is_hopeless(uid)]
        self._want([uid for uid in plan.fetch if uid not in hopeless], session, top)
        self._note_look(plan, max(modseq, status.highest_modseq))
        if hopeless:
            self._keep([self._stand_in(uid) for uid in hopeless])

    def _remote(
        self, session: ImapSession, status: FolderStatus
    ) -> tuple[Collection[int] | None, Mapping[int, frozenset[str]], int]:
        """The server's UIDs, flags (of what may have changed), and the state that these show.

        No UIDs means that they are those that were known. It is asked for in the cheapest way
        that the server knows: it has told with SELECT what changed (QRESYNC), it can tell
        (CONDSTORE), or everything is read.
        """
        changes = status.changes
        if changes is not None:
            newer = session.uids(self._known.top + 1) if self._may_have_newer(status) else ()
            if not (newer or changes.gone) and status.exists == len(self._known):
                return None, changes.flags, 0
            uids = (self._known.flags.keys() - changes.gone) | set(newer)
            if len(uids) == status.exists:
                return uids, changes.flags, status.highest_modseq
        if self._modseq and session.has_condstore:
            return session.uids(), *session.fetch_flags(self._modseq)
        if is_backlog(status.exists - len(self._known)):
            return session.uids(), {}, 0  # flags come with the headers
        flags, modseq = session.fetch_flags()
        return flags.keys(), flags, modseq

    def _may_have_newer(self, status: FolderStatus) -> bool:
        return not status.uid_next or status.uid_next > self._known.top + 1

    def _want(self, uids: Sequence[int], session: ImapSession, top: int) -> None:
        """Have messages fetched: the newest first, but none waits for one that failed before."""
        self._want_none_listed()
        if is_backlog(len(uids)):
            self._unlisted = list(uids)
            self._missing.waiting = []
            self._headers.prepare()
            return
        listed = list(session.listings_of(uids))
        listed.sort(key=lambda one: (one.uid <= top, self._missing.has_failed(one.uid), -one.uid))
        self._missing.waiting = [(one.uid, one.size) for one in listed]

    def _want_none_listed(self) -> None:
        self._unlisted = []
        self._unlistable = set()

    def _fetch_newer(self, session: ImapSession, top: int) -> None:
        while self._missing.first > top:
            self.fetch_some(session)
        while self._unlisted and self._unlisted[0] > top:
            self._list_some(session)

    def _finish_listing(self, session: ImapSession) -> None:
        """Take in the headers that were asked for ahead, before something else is asked."""
        self._list_some(session, asks_ahead=False)
        self._settle_listing()

    def _list_some(self, session: ImapSession, *, asks_ahead: bool = True) -> None:
        """Fetch the headers of the next batch, while those before are read and stored."""
        under_way = sum(len(listing.uids) for listing in self._listings)
        batch = self._unlisted[under_way : under_way + MOST_LISTED]
        listed: Sequence[ListedMessage] = ()
        try:
            following = self._unlisted[under_way + MOST_LISTED : under_way + 2 * MOST_LISTED]
            listed = session.listed(batch, following if asks_ahead else ())
        except ServerRefusedError as error:
            _log.info("%s: the server refused to list a batch: %s", self.name, error)
        session.finish_ahead_by(partial(self._finish_listing, session))
        self._listings.append(_Listing(batch, listed, self._headers.begin(listed)))
        if under_way + len(batch) == len(self._unlisted):
            self._settle_listing()
        else:
            self._store_listings(but=1)
            self._settle_listing(but=_MOST_LISTINGS)

    def _store_listings(self, but: int = 0) -> None:
        """Have headers stored as soon as they are read, but not the last so many."""
        for listing in self._listings[: len(self._listings) - but]:
            if listing.future is None:
                try:
                    listing.future = self._submit_listed(listing.listed, listing.rows())
                except Exception as error:  # noqa: BLE001 - told where the others are
                    listing.future = Future()
                    listing.future.set_exception(error)

    def _settle_listing(self, but: int = 0) -> None:
        """Wait until headers are stored, all but the last so many batches.

        A message whose header cannot be is fetched instead.
        """
        self._store_listings(but)
        while len(self._listings) > but:
            self._settle_one(self._listings.pop(0))

    def _settle_one(self, listing: _Listing) -> None:
        if listing.future is None:
            raise AssertionError("what is settled is being stored")
        wanted: list[tuple[int, int]] = []
        stored: Sequence[ListedMessage] = ()
        try:
            wanted, stored = listing.future.result(), listing.listed
        except (StoreError, CalledOffError):
            self._listings.clear()
            raise
        except Exception:  # noqa: BLE001 - one bad message must not keep the others out
            _log.exception("%s: a batch of headers could not be stored", self.name)
        del self._unlisted[: len(listing.uids)]
        self._unlistable |= set(listing.uids) - {one.uid for one in stored}
        self._note_listed(stored, wanted)

    def _submit_listed(
        self, listed: Sequence[ListedMessage], rows: Sequence[NewRow]
    ) -> Future[list[tuple[int, int]]]:
        """Have headers stored; the result are UIDs and sizes of what is to be fetched."""
        store, folder_id = self._store, self._opened.id

        def job(tx: Transaction) -> list[tuple[int, int]]:
            returned = take_in_returned(tx, store.account_id, folder_id, listed)
            store.intake.commit_listed(tx, store.account_id, folder_id, rows)
            if not returned:
                return [(one.uid, one.size) for one in listed]
            store.on_conversations(tx, returned)
            uids = {one.uid for one in listed}
            return [one for one in listed_only(tx.db, folder_id) if one[0] in uids]

        return store.writer.submit(job, is_repeatable=True)

    def _note_listed(
        self, stored: Sequence[ListedMessage], wanted: Iterable[tuple[int, int]]
    ) -> None:
        self._known.update((one.uid, one.flags) for one in stored)
        self._listed.waiting += sorted(wanted, reverse=True)

    def _keep_listed(self, session: ImapSession, most: int) -> None:
        """Fetch the next letters of which the header is here, into the spool."""
        if self._listed.is_hopeless(self._listed.first):
            messages: tuple[FetchedMessage, ...] = (self._stand_in(self._listed.first),)
            self._listed.drop({self._listed.first})
        else:
            messages = self._listed.fetch(session, most)
            self._listed.waiting += self._listed.left_out
            session.finish_ahead_by(
                lambda: self._keep_in_spool(self._listed.fetch_asked_ahead(session))
            )
        self._keep_in_spool(messages)

    def _keep_in_spool(self, messages: Sequence[FetchedMessage]) -> None:
        if not messages:
            return
        folder_id = self._opened.id
        writer = self._store.writer
        with writer.spool.adding([message.raw for message in messages]) as places:
            uids = [message.uid for message in messages]
            kept = list(zip(uids, places, strict=True))
            gaps = {message.uid: message.gaps for message in messages if message.gaps}
            writer.call(lambda tx: mark_kept(tx.db, folder_id, kept, gaps), is_repeatable=True)
        self._tally.fetched += len(messages)
        self._store.on_kept()

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

        # What a power cut undoes of this is found again by the next look.
        reflagged, gone = self._store.writer.call(job, is_repeatable=True)
        self._tally.flags_changed += reflagged
        self._tally.vanished += gone
        self._modseq = modseq
        self._known.reflag(plan.reflag)
        self._listed.drop(set(plan.drop))
        self._known.drop(plan.drop)

    def _tell(self, tx: Transaction, touched: Touched) -> None:
        if touched.conversations:
            self._store.on_conversations(tx, touched.conversations)

    def _fetch_missing(self, session: ImapSession, most: int) -> None:
        """Fetch and store the next of a few letters."""
        messages = self._missing.fetch(session, most)
        session.finish_ahead_by(lambda: self._keep(self._missing.fetch_asked_ahead(session)))
        self._keep(messages)

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
            flags=self._known.flags.get(uid, frozenset()),
            internal_date=self._store.clock(),
            raw=(
                "Subject: (A letter that could not be read)\r\n"
                "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
                f"Letter {uid} in {self.name} could not be fetched or read. Look at it with "
                "your provider's webmail.\r\n"
            ).encode(),
        )
