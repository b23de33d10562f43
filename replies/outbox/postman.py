"""The postman: ends holds, takes approved replies to the SMTP server, records the outcome."""

from __future__ import annotations

import logging
import ssl
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final, Protocol

from ...mailbox.account import Account
from ...mailbox.credentials import Secrets
from ...mailbox.enclosure import filled
from ...mailbox.errors import (
    CertificateError,
    ConnectionFailedError,
    CredentialsError,
    KeyringError,
    MailError,
    OutcomeUnknownError,
    ProtocolError,
    ServerBusyError,
    ServerRefusedError,
    StoreError,
)
from ...mailbox.login import Login
from ...mailbox.sentence import Sentence, sentence_of
from ...mailbox.sign_in.logins import login_of
from ...mailbox.smtp import Envelope, Submission
from ...mailbox.store.accounts import load_account
from ...mailbox.store.size_limits import note_size_limit
from ...mailbox.store.writer import StoreWriter, Transaction
from ...mailbox.wake_up import WakeUp
from ...mailbox.wire import CalledOffError
from ..errors import EnclosureLostError, NoSuchRecordError, ReplyError, StoppedError
from . import store
from .clock import ClockMark, to_ns, to_timedelta
from .held_reply import STOPPABLE, HeldReply, OutboxState, PausedBy
from .outbox import Outbox, Step

_log = logging.getLogger(__name__)

_LONGEST_SLEEP: Final = timedelta(seconds=30)  # so that sleep and resume are noticed
_SHORTEST_SLEEP: Final = timedelta(milliseconds=50)
_LOOK_LASTS: Final = timedelta(seconds=60)  # PRODUCT D5
_MOST_TRIES: Final = 28  # that takes 24 hours (RELIABILITY A7), by no clock that can be set
_NEEDS_SELLER: Final = (CredentialsError, CertificateError, KeyringError)
_OF_THE_ACCOUNT: Final = (ConnectionFailedError, *_NEEDS_SELLER)  # its other replies meet it too


class Submit(Protocol):
    """How a letter is handed over: `mailbox.smtp.submit`, or a test's stand-in."""

    def __call__(
        self,
        account: Account,
        login: Login,
        envelope: Envelope,
        raw: bytes,
        before_dot: Callable[[], None],
        on_taken: Callable[[Submission], None],
    ) -> Submission:
        """Hand the letter over.

        `before_dot` is called just before the final dot leaves, `on_taken` as soon as the server
        has said that it took the letter.
        """
        ...


@dataclass(frozen=True, slots=True)
class Round:
    """What the postman found when it looked: whom to send, and when to look again."""

    to_send: tuple[int, ...]
    look_again_in: timedelta


@dataclass(frozen=True, slots=True)
class KeptBack:
    """The replies that might have gone out when the work began, and until when they wait."""

    replies: frozenset[int]
    until_steady_ns: int

    def left(self, mark: ClockMark) -> timedelta:
        """How long they still wait."""
        return to_timedelta(max(0, self.until_steady_ns - mark.steady_ns))

    def has(self, reply: HeldReply, mark: ClockMark) -> bool:
        """Tell whether a reply still waits."""
        return reply.id in self.replies and bool(self.left(mark))


class Postman:
    """Runs the outbox; `run` blocks until `stop`.

    Attributes:
        is_sending: a letter is being handed over, which may take minutes.

    Args:
        look: looks at INBOX and Sent of an account now, and raises the `MailError` that kept it
            from doing so. A newer letter that it finds pauses the reply (D5).
        pause: how long what may go when the work begins is kept back, so that the seller can
            still stop it (RELIABILITY B6).
        tls_context: for the provider that renews a token; None for the system's certificates.
    """

    def __init__(
        self,
        writer: StoreWriter,
        outbox: Outbox,
        secrets: Secrets,
        look: Callable[[int], None],
        submit: Submit,
        pause: timedelta = timedelta(0),
        tls_context: ssl.SSLContext | None = None,
    ) -> None:
        self._writer = writer
        self._outbox = outbox
        self._secrets = secrets
        self._look = look
        self._submit = submit
        self._pause = pause
        self._tls_context = tls_context
        self._kept_back: KeptBack | None = None
        self._failing: dict[int, MailError] = {}  # by account, in this round
        self.is_sending = False
        self._wake = threading.Event()
        self._stopping = False
        self._leaving = WakeUp()
        self._taken: set[int] = set()  # by the server, and not stored yet

    def run(self) -> None:
        """Work until `stop` is called."""
        while not self._stopping:
            try:
                pause = self.work_once()
            except StoreError as error:
                _log.error("the outbox can't be written: %s", error)
                pause = _LONGEST_SLEEP
            except Exception:  # noqa: BLE001 - whatever befalls one round, the next must come
                _log.exception("a fault of the program in the outbox")
                pause = _LONGEST_SLEEP
            self._wake.wait(pause.total_seconds())
            self._wake.clear()

    def stop(self) -> None:
        """End `run`; a letter that is being handed over is finished first."""
        self._stopping = True
        self._leaving.ring()
        self._wake.set()

    def wake(self) -> None:
        """Something in the outbox changed: look now."""
        self._wake.set()

    def work_once(self) -> timedelta:
        """Do all that can be done now; the result is how long nothing can happen."""
        work = self._writer.call(self._round)
        self._failing.clear()
        for reply_id in work.to_send:
            if self._stopping:
                break
            self._send_or_tell(reply_id)
        if work.to_send:
            work = self._writer.call(self._round)
        self._writer.call(self._outbox.record_promises)
        self._tidy()
        return work.look_again_in

    def _tidy(self) -> None:
        try:
            self._writer.call(self._outbox.tidy)
        except StoreError as error:  # a full disk is no reason to send nothing
            _log.info("the journal can't be shortened: %s", error)

    def _round(self, tx: Transaction) -> Round:
        # Only this thread sends, and it is not sending now: what is SENDING was left by a crash,
        # or by a database that could not be written when the server had taken the letter.
        for reply_id in self._taken & {r.id for r in store.load_in(tx.db, {OutboxState.SENDING})}:
            self._outbox.step(tx, reply_id, _sent)
        self._taken.clear()
        self._outbox.settle_after_crash(tx)
        self._outbox.release_due(tx)
        mark = self._outbox.now(tx.db)
        waiting = store.load_in(tx.db, {OutboxState.COOLING, OutboxState.READY})
        kept_back = self._kept_back_at_start(waiting, mark)
        may_go = [r for r in waiting if r.may_be_sent(mark) and not kept_back.has(r, mark)]
        to_send = [] if store.is_stopped(tx.db) else may_go
        to_send.sort(key=lambda r: bool(r.problem))  # what had trouble holds up nothing else
        moments = [_LONGEST_SLEEP, *(_next_moment(r, mark) for r in waiting)]
        if left := kept_back.left(mark):
            moments.append(left)
        return Round(tuple(r.id for r in to_send), max(_SHORTEST_SLEEP, min(moments)))

    def _kept_back_at_start(self, waiting: tuple[HeldReply, ...], mark: ClockMark) -> KeptBack:
        if self._kept_back is None:
            approved = frozenset(reply.id for reply in waiting if reply.is_approved)
            self._kept_back = KeptBack(approved, mark.steady_ns + to_ns(self._pause))
        return self._kept_back

    def _send_or_tell(self, reply_id: int) -> None:
        """Send a reply; a fault of the program in this one holds up no other."""
        try:
            self._send(reply_id)
        except StoreError:
            raise
        except Exception:  # noqa: BLE001 - the other replies must go out
            _log.exception("a fault of the program in sending reply %d", reply_id)
            self._settle(reply_id, _after_fault)

    def _send(self, reply_id: int) -> None:
        """Send a reply, unless its account has failed in this round: others wait behind it."""
        try:
            reply = self._writer.call(lambda tx: store.load(tx.db, reply_id))
            account = self._writer.call(lambda tx: load_account(tx.db, reply.draft.account_id))
        except NoSuchRecordError:
            return  # taken back, and its account removed
        try:
            if account.id in self._failing:
                raise self._failing[account.id]
            looked = self._writer.call(lambda tx: self._outbox.now(tx.db))
            self._look(account.id)
            login = login_of(account, self._secrets, self._tls_context, self._leaving)
            contents = self._outbox.contents(reply)  # all of them are here, or it is not begun
            taken = self._writer.call(lambda tx: self._outbox.take(tx, reply_id))
        except MailError as error:
            self._failing[account.id] = error
            self._settle(reply_id, _not_taken(error))
            return
        except EnclosureLostError as error:
            self._settle(reply_id, _held_back(sentence_of(error)))
            return
        except (ReplyError, CalledOffError):
            return  # paused, taken back or claimed by another meanwhile; or the work is to end
        if taken is None or taken.raw is None:
            return
        raw = filled(taken.raw, contents.__getitem__)
        self._hand_over(taken, raw, account, login, looked)

    def _hand_over(
        self, reply: HeldReply, raw: bytes, account: Account, login: Login, looked: ClockMark
    ) -> None:
        """Talk to the server, and store what its answer means."""
        envelope = Envelope(reply.draft.sender.addr_spec, (reply.draft.to.addr_spec,))

        def before_dot() -> None:
            """Where the server took its time, INBOX and Sent are looked at once more (D5)."""
            now = self._writer.call(lambda tx: self._outbox.now(tx.db))
            if to_timedelta(now.steady_ns - looked.steady_ns) > _LOOK_LASTS:
                self._look(account.id)
            self._writer.call(lambda tx: self._outbox.note_dot(tx, reply.id))

        taken: list[Submission] = []

        def on_taken(submission: Submission) -> None:
            self._taken.add(reply.id)
            self._settle(reply.id, _sent)
            self._taken.discard(reply.id)
            taken.append(submission)

        self.is_sending = True
        try:
            self._submit(account, login, envelope, raw, before_dot, on_taken)
        except OutcomeUnknownError as error:
            problem = sentence_of(error)
            self._settle(reply.id, lambda r, _: r.uncertain(problem))
        except StoppedError:
            self._settle(reply.id, lambda r, _: r.kept_back())
        except ReplyError as error:
            _log.info("reply %d was changed while it was sent: %s", reply.id, error)
        except MailError as error:
            if isinstance(error, _OF_THE_ACCOUNT):
                self._failing[account.id] = error
            self._settle(reply.id, _refused(error))
        finally:
            self.is_sending = False
        for submission in taken:
            self._note_size_limit(account, submission)

    def _note_size_limit(self, account: Account, submission: Submission) -> None:
        """Keep how large a letter this server takes, for those that are written next."""
        if not submission.size_limit:
            return
        host, size = account.smtp.host, submission.size_limit
        try:
            self._writer.call(lambda tx: note_size_limit(tx, account.id, host, size))
        except StoreError as error:  # it is kept with the next letter
            _log.info("the size that %s takes can't be kept: %s", host, error)

    def _settle(self, reply_id: int, step: Step) -> None:
        try:
            self._writer.call(lambda tx: self._outbox.step(tx, reply_id, step))
        except ReplyError as error:
            _log.info("reply %d was changed meanwhile: %s", reply_id, error)


def _next_moment(reply: HeldReply, mark: ClockMark) -> timedelta:
    """How long until something may happen to a reply by itself."""
    if reply.state is OutboxState.COOLING:
        wall = reply.plan.send_after - mark.reading.wall
        return max(reply.remaining(mark.steady_ns), min(wall, timedelta(seconds=5)))
    if not reply.is_approved:
        return _LONGEST_SLEEP
    quiet_until = reply.plan.quiet_until(mark.reading.wall)
    quiet = quiet_until - mark.reading.wall if quiet_until else timedelta(0)
    retry = to_timedelta(max(0, (reply.retry_steady_ns or 0) - mark.steady_ns))
    return max(quiet, retry) or _LONGEST_SLEEP


def _sent(reply: HeldReply, mark: ClockMark) -> HeldReply:
    return reply.sent(mark.reading.wall)


def _held_back(problem: str) -> Step:
    """A file that goes with it is lost: without it the letter must not go."""

    def step(reply: HeldReply, _mark: ClockMark) -> HeldReply:
        return reply.paused(PausedBy.FILE_LOST, problem) if reply.state in STOPPABLE else reply

    return step


def _after_fault(reply: HeldReply, mark: ClockMark) -> HeldReply:
    settled = reply.after_crash() if reply.state is OutboxState.SENDING else reply
    if settled.state is not OutboxState.READY:
        return settled
    problem = Sentence(
        "Outbox",
        "A fault of the program kept it from going out. It is tried again later; the log in the "
        "profile folder says more.",
    )
    return settled.waiting_for_seller(mark, problem)


def _not_taken(error: MailError) -> Step:
    """The mailbox could not be looked at: the reply waits, nothing is used up."""
    problem = sentence_of(error)
    if isinstance(error, _NEEDS_SELLER):
        return lambda r, mark: r.waiting_for_seller(mark, problem)
    return lambda r, mark: r.postponed(mark, problem)


def _refused(error: MailError) -> Step:
    problem = sentence_of(error)
    if isinstance(error, ServerRefusedError):
        return lambda r, _: r.failed(problem)
    if isinstance(error, _NEEDS_SELLER):
        return lambda r, mark: r.waiting_for_seller(mark, problem)
    if isinstance(error, ServerBusyError | ConnectionFailedError | ProtocolError):
        return lambda r, mark: _postponed_or_failed(r, mark, problem)
    raise AssertionError(f"no rule for {type(error).__name__}") from error


def _postponed_or_failed(reply: HeldReply, mark: ClockMark, problem: str) -> HeldReply:
    if reply.attempts >= _MOST_TRIES:
        return reply.failed(
            Sentence(
                "Outbox",
                "{problem} That was the last of {count} tries, over a day: it is given up. Take "
                "it back, or reach the customer in another way.",
            ).format(problem=problem, count=reply.attempts)
        )
    return reply.postponed(mark, problem)
