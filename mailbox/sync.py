"""AccountSync: one account's mail, kept as its server has it, for as long as it runs."""

from __future__ import annotations

import random
import ssl
import time
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from .account import Account
from .credentials import Secrets
from .errors import (
    CertificateError,
    CompressionError,
    ConnectionFailedError,
    CredentialsError,
    KeyringError,
    MailError,
    PartMissingError,
    ServerBusyError,
    ServerRefusedError,
    StoreError,
)
from .fetch_queue import whole_letters
from .folder_sync import SyncStore
from .imap import ImapSession
from .intake import Intake as Intake  # callers find it here, beside what takes it
from .intake import OnConversations
from .login import Login
from .look_requests import LookRequests
from .message import MessageKey
from .part_wishes import OnProgress, PartWish, PartWishes
from .sentence import Sentence, in_a_row, sentence_of
from .sign_in.logins import login_of
from .store.writer import StoreWriter, Transaction
from .sync_event import SyncEvent, SyncState
from .sync_plan import pause_before_retry
from .sync_session import AccountFolders, SyncSession
from .wake_up import WakeUp
from .wire import CalledOffError, Timeouts

_LOOK_EVERY_S: Final = 55.0  # PRODUCT D5 wants looks younger than 60 s; also renews IDLE (29 min)
_FIRST_SCREEN_S: Final = 1.0  # in which the newest letters are drawn, before the rest is parsed
_MOST_WANTED: Final = 16  # letters that were opened one after another; the last ones count
_LASTING_S: Final = 60.0  # a session that lasted so long was no failure
_NEEDS_SELLER: Final = (CredentialsError, CertificateError, KeyringError)


@dataclass(frozen=True, slots=True)
class SyncResult:
    """What one pass over an account did, as the `sync` command prints it."""

    address: str
    folders: int
    fetched: int
    flags_changed: int
    vanished: int
    seconds: float
    bytes: int


def test_account(
    account: Account,
    login: Login,
    tls_context: ssl.SSLContext | None = None,  # noqa: PT028 - no test of pytest's
) -> None:
    """Log in to both servers of an account, and leave.

    Raises:
        MailError: the first log-in that failed, in words for the seller.
    """
    from .smtp import check_log_in  # 20 ms that no sync needs

    ImapSession.connect(account.imap, login, tls_context=tls_context).close()
    check_log_in(account.smtp, login, account.address, tls_context=tls_context)


def _nobody(_tx: Transaction, _conversations: frozenset[int]) -> None:
    """Nobody wants to hear of changed conversations."""


def _nothing() -> None:
    """Nobody reads what is kept in the spool."""


class AccountSync:
    """Follows one account; `run` blocks until `stop`, all other methods may be called meanwhile.

    `on_event` hears what the sync does, in the sync's thread; `on_conversations` hears, within
    the transaction, of conversations whose flags changed or that lost a message; `on_kept` hears
    that letters of a backlog lie in the spool, to be read; `leaves_above` tells of how many bytes
    a letter may be to come with its large attachments, 0 for all.
    """

    def __init__(  # noqa: PLR0913 - the composition root hands in all it stands on
        self,
        account: Account,
        secrets: Secrets,
        writer: StoreWriter,
        intake: Intake[Any],
        on_event: Callable[[SyncEvent], None],
        clock: Callable[[], datetime],
        tls_context: ssl.SSLContext | None = None,
        *,
        on_conversations: OnConversations = _nobody,
        on_kept: Callable[[], None] = _nothing,
        leaves_above: Callable[[], int] = whole_letters,
        timeouts: Timeouts | None = None,
    ) -> None:
        self._account = account
        self._secrets = secrets
        self._on_event = on_event
        self._clock = clock
        self._tls_context = tls_context
        self._timeouts = timeouts
        self._folders = AccountFolders(
            SyncStore(
                account_id=account.id,
                writer=writer,
                intake=intake,
                on_conversations=on_conversations,
                on_kept=on_kept,
                clock=clock,
                check_stop=self._check_stop,
                leaves_above=leaves_above,
            )
        )
        self._looks = LookRequests()
        self._wishes = PartWishes()
        self._wanted: deque[MessageKey] = deque(maxlen=_MOST_WANTED)
        self._stop = WakeUp()
        self._wake = WakeUp()
        self._retry = WakeUp()
        self._may_compress = True
        self._failures = 0

    def run(self) -> None:
        """Connect, follow, and come back after failures, until `stop`."""
        try:
            while True:
                self._try_session()
        except CalledOffError:
            pass
        finally:
            end = ConnectionFailedError(
                Sentence("Mail", "{address} is not followed any more.").format(
                    address=self._account.address
                )
            )
            self._looks.close(end)
            self._wishes.close(end)

    def stop(self) -> None:
        """End `run` within a second."""
        self._stop.ring()
        self._wake.ring()

    def wake(self) -> None:
        """Something was decided here that the server should hear: tell it now."""
        self._wake.ring()

    def retry(self) -> None:
        """Look now: the seller mended what NEEDS_SELLER told of, or does not want to wait."""
        self._retry.ring()
        self._wake.ring()

    def want(self, key: MessageKey) -> None:
        """The seller has opened a letter of a backlog: it is fetched before all others."""
        self._wanted.append(key)
        self._wake.ring()

    def look(self, timeout: float) -> None:
        """Block until INBOX and Sent were looked at, in a look that began after this call.

        Args:
            timeout: in seconds.

        Raises:
            MailError: the look failed or did not come in time.
        """
        wish = self._looks.ask()
        self._wake.ring()
        self._looks.wait(wish, timeout)

    def fetch_parts(
        self, message_row: int, numbers: Collection[int] | None, on_progress: OnProgress
    ) -> PartWish:
        """Have attachments fetched that were left on the server, before all that waits.

        Args:
            numbers: of the attachments, from 0; None for all that are missing.
            on_progress: hears how many bytes of how many are here, in another thread.
        """
        wish = self._wishes.ask(message_row, numbers, on_progress)
        self._wake.ring()
        return wish

    def call_off(self, wish: PartWish) -> None:
        """Fetch those attachments no further; what came of them is kept."""
        self._wishes.call_off(wish)

    def fetch_parts_once(self, message_row: int, on_progress: OnProgress) -> None:
        """Fetch all that is missing of a letter, and leave.

        Raises:
            MailError: it failed; what came is kept.
        """
        wish = PartWish(message_row, None, on_progress)
        with self._connected() as imap:
            session = SyncSession(imap, self._folders)
            while session.fetch_part(wish):
                self._check_stop()

    def sync_once(self) -> SyncResult:
        """Bring everything in, tell the server what it should hear, and leave.

        Raises:
            MailError: it failed; what was stored stays stored.
        """
        start = time.monotonic()
        tally = self._folders.tally
        before = replace(tally)
        with self._connected() as imap:
            session = SyncSession(imap, self._folders)
            session.refresh()
            self._tell(SyncState.SYNCING, session)
            while session.fetch_some():
                self._tell(SyncState.SYNCING, session)
            session.tell_server()
            self._tell(SyncState.UP_TO_DATE, session)
            received = imap.received_bytes
        return SyncResult(
            address=self._account.address,
            folders=len(session.folders),
            fetched=tally.fetched - before.fetched,
            flags_changed=tally.flags_changed - before.flags_changed,
            vanished=tally.vanished - before.vanished,
            seconds=time.monotonic() - start,
            bytes=received,
        )

    def _try_session(self) -> None:
        """Follow the account over one connection, and wait after its end as its cause asks."""
        asked = self._looks.asked
        began = time.monotonic()
        fetched = self._folders.tally.fetched
        try:
            with self._connected() as imap:
                self._follow(SyncSession(imap, self._folders))
        except _NEEDS_SELLER as error:
            self._wait_for_seller(error)
        except (MailError, StoreError) as error:
            if isinstance(error, CompressionError):
                self._may_compress = False
            has_fetched = self._folders.tally.fetched > fetched
            has_lasted = time.monotonic() - began >= _LASTING_S
            if has_lasted or (has_fetched and not isinstance(error, ServerBusyError)):
                self._failures = 0
            self._pause_after(error, asked)

    def _connected(self) -> ImapSession:
        self._tell(SyncState.CONNECTING)
        return ImapSession.connect(
            self._account.imap,
            login_of(self._account, self._secrets, self._tls_context, self._stop),
            tls_context=self._tls_context,
            timeouts=self._timeouts,
            cancel=self._stop,
            may_compress=self._may_compress,
        )

    def _follow(self, session: SyncSession) -> None:
        next_look = 0.0
        is_first_batch = True
        while True:
            self._wake.clear()  # before the checks: a ring that comes after them is not lost
            self._check_stop()
            if time.monotonic() >= next_look or self._looks.is_open or self._retry.is_rung():
                self._retry.clear()
                self._refresh(session)
                next_look = time.monotonic() + _LOOK_EVERY_S
            session.tell_server()
            while self._wanted:
                session.want(self._wanted.popleft())
            if (wish := self._wishes.next) is not None:
                self._fetch_part(session, wish)
            elif session.fetch_some():
                self._tell(SyncState.SYNCING, session)
                if is_first_batch and any(folder.waiting for folder in session.folders):
                    self._stop.wait(_FIRST_SCREEN_S)
                is_first_batch = False
            else:
                self._tell(SyncState.UP_TO_DATE, session)
                session.wait(max(0.0, next_look - time.monotonic()), self._wake)

    def _fetch_part(self, session: SyncSession, wish: PartWish) -> None:
        """Fetch one piece for somebody who waits; news and looks come between two pieces."""
        try:
            if not session.fetch_part(wish):
                self._wishes.fulfil(wish)
        except (PartMissingError, ServerRefusedError) as error:
            self._wishes.refuse(wish, error)

    def _refresh(self, session: SyncSession) -> None:
        asked = self._looks.asked
        try:
            session.refresh()
        except ServerRefusedError as error:
            self._looks.refuse(asked, error)
            self._tell(SyncState.SYNCING, session, error)
        else:
            self._looks.answer(asked)

    def _pause_after(self, error: MailError | StoreError, asked: int) -> None:
        self._failures += 1
        self._tell(SyncState.OFFLINE, error=error)
        failure = (
            error if isinstance(error, MailError) else ConnectionFailedError(sentence_of(error))
        )
        self._looks.refuse(asked, failure)
        self._wishes.refuse_all(failure)
        chance = random.random()  # noqa: S311 - no secret
        deadline = time.monotonic() + pause_before_retry(self._failures, chance).total_seconds()
        while (left := deadline - time.monotonic()) > 0:
            self._wake.clear()
            self._check_stop()
            if self._looks.is_open or self._wishes.is_open or self._retry.is_rung():
                break
            self._wake.wait(left)
        self._retry.clear()

    def _wait_for_seller(self, error: MailError) -> None:
        self._looks.close(error)
        self._wishes.close(error)
        self._tell(SyncState.NEEDS_SELLER, error=error)
        while True:
            self._wake.clear()
            self._check_stop()
            if self._retry.is_rung():
                break
            self._wake.wait(_LASTING_S)
        self._retry.clear()
        self._looks.reopen()
        self._wishes.reopen()

    def _check_stop(self) -> None:
        if self._stop.is_rung():
            raise CalledOffError

    def _tell(
        self,
        state: SyncState,
        session: SyncSession | None = None,
        error: MailError | StoreError | None = None,
    ) -> None:
        folders = () if session is None else session.folders
        problems = (
            [sentence_of(error)] if error else list(() if session is None else session.problems())
        )
        done = sum(folder.stored for folder in folders)
        self._on_event(
            SyncEvent(
                account_id=self._account.id,
                state=state,
                at=self._clock(),
                problem=in_a_row(problems),
                error=error if isinstance(error, MailError) else None,
                done=done,
                total=done + sum(folder.waiting for folder in folders),
            )
        )
