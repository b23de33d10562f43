"""A held reply and its states: pure, every step gives a new value (ARCHITECTURE section 5)."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from ...mailbox.sentence import Sentence
from ..compose.draft import Draft
from ..errors import IllegalTransitionError, StillCoolingError
from .clock import ClockMark, to_ns, to_timedelta
from .hold import HoldPlan, anew, longer


class OutboxState(Enum):
    """Where a held reply stands."""

    COOLING = "cooling"
    PAUSED = "paused"
    READY = "ready"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    RECALLED = "recalled"


class PausedBy(Enum):
    """What stopped a held reply; the seller decides what follows."""

    NOTHING = ""
    NEWER_MAIL = "newer_mail"
    ANSWERED_ELSEWHERE = "answered_elsewhere"
    ORDER_CHANGED = "order_changed"
    RESTORED = "restored"
    FILE_LOST = "file_lost"


# SENT is reached from everywhere, since a copy may turn up in Sent (`found_in_sent`).
TRANSITIONS: Final[dict[OutboxState, frozenset[OutboxState]]] = {
    OutboxState.COOLING: frozenset(
        {
            OutboxState.READY,
            OutboxState.PAUSED,
            OutboxState.RECALLED,
            OutboxState.COOLING,
            OutboxState.SENT,
        }
    ),
    OutboxState.PAUSED: frozenset(
        {OutboxState.COOLING, OutboxState.PAUSED, OutboxState.RECALLED, OutboxState.SENT}
    ),
    OutboxState.READY: frozenset(
        {
            OutboxState.SENDING,
            OutboxState.PAUSED,
            OutboxState.RECALLED,
            OutboxState.COOLING,
            OutboxState.READY,
            OutboxState.SENT,
        }
    ),
    OutboxState.SENDING: frozenset(
        {
            OutboxState.SENT,
            OutboxState.READY,
            OutboxState.PAUSED,
            OutboxState.FAILED,
            OutboxState.UNCERTAIN,
        }
    ),
    OutboxState.UNCERTAIN: frozenset(
        {OutboxState.SENT, OutboxState.RECALLED, OutboxState.READY, OutboxState.PAUSED}
    ),
    OutboxState.FAILED: frozenset({OutboxState.RECALLED, OutboxState.SENT}),
    OutboxState.SENT: frozenset(),
    OutboxState.RECALLED: frozenset(),
}
_STANDING: Final = {
    OutboxState.COOLING: "This reply is still cooling. Wait, or take it back.",
    OutboxState.PAUSED: "This reply is paused. Hold it again, or take it back.",
    OutboxState.READY: "This reply is ready. Read it again and send it, or take it back.",
    OutboxState.SENDING: "This reply is being handed to the server now. Look again in a minute.",
    OutboxState.SENT: "This reply is sent already.",
    OutboxState.FAILED: "The server refused this reply. Take it back, change it, hold it again.",
    OutboxState.UNCERTAIN: (
        "This reply may have been delivered. Look into the Sent folder, then say in the window "
        "whether it was sent."
    ),
    OutboxState.RECALLED: "This reply was taken back; its text is a draft again.",
}
_DIED_WAITING: Final = Sentence(
    "Outbox",
    "The program ended while the server's answer was awaited: the letter may have been delivered.",
)
_NEEDS_NEW_APPROVAL: Final = frozenset(
    {OutboxState.COOLING, OutboxState.PAUSED, OutboxState.RECALLED}
)
_UNAPPROVED: Final[Mapping[str, object]] = {
    "approved_at": None,
    "approved_steady_ns": None,
    "raw": None,
    "sha256": "",
}
_HANDED_OVER: Final = frozenset({OutboxState.SENDING, OutboxState.UNCERTAIN})
STOPPABLE: Final = frozenset({OutboxState.COOLING, OutboxState.PAUSED, OutboxState.READY})
_COOLABLE: Final = frozenset({OutboxState.COOLING, OutboxState.READY})
_OUT_OF_THE_HOLD: Final = frozenset(
    {OutboxState.READY, OutboxState.SENDING, OutboxState.UNCERTAIN}
)
WANTS_SELLER: Final = frozenset(
    {OutboxState.READY, OutboxState.PAUSED, OutboxState.FAILED, OutboxState.UNCERTAIN}
)
LIVE: Final = frozenset(OutboxState) - {OutboxState.SENT, OutboxState.RECALLED}

_SLEW: Final = timedelta(seconds=5)
_BACK_OFF: Final = tuple(timedelta(minutes=m) for m in (1, 5, 15, 60))  # RELIABILITY A7
_AFTER_REFUSED_LOGIN: Final = timedelta(minutes=15)  # servers lock accounts that log in too often
_APPROVAL_LASTS: Final = timedelta(hours=12)  # RELIABILITY B6: after that the seller is asked


@dataclass(frozen=True, slots=True)
class HeldReply:
    """A finished reply on its way: what it says, when it may go, how far it came.

    Attributes:
        id: the row in the store; 0 before it is stored.
        draft: text, recipients and files as they were when the hold began.
        first_body: the text as it was first written or suggested, for the gate.
        message_id: the Message-ID field, fixed for life (D7).
        release_steady_ns: the steady time at which the hold is over.
        raw: the approved bytes, None before the approval. In place of each file stands a mark that
            names its content by its SHA-256, so that these bytes fix all that goes out.
        problem: what stands in the way, a sentence for the seller.
        approved_steady_ns: the steady time of the approval; None before it, and where it was
            made by an earlier version.
        paused_by: what stopped it; while it is being sent, or uncertain, what has come up since.
        pause_note: what happened that paused it, where there is more to say than `paused_by`.
        was_answered: the letter bore the mark of an answer already when the hold began.
    """

    id: int
    conversation_id: int
    draft: Draft
    first_body: str
    dismissals: tuple[tuple[str, str], ...]
    message_id: str
    state: OutboxState
    plan: HoldPlan
    held_at: datetime
    held_steady_ns: int
    release_steady_ns: int
    approved_at: datetime | None = None
    raw: bytes | None = None
    sha256: str = ""
    dotted_at: datetime | None = None
    sent_at: datetime | None = None
    attempts: int = 0
    retry_steady_ns: int | None = None
    problem: str = ""
    paused_by: PausedBy = PausedBy.NOTHING
    pause_note: str = ""
    approved_steady_ns: int | None = None
    was_answered: bool = False

    @property
    def is_approved(self) -> bool:
        """The seller has pressed Send in the gate (or lets it go by itself)."""
        return self.approved_at is not None

    def remaining(self, steady_ns: int) -> timedelta:
        """How much of the hold is left."""
        return to_timedelta(max(0, self.release_steady_ns - steady_ns))

    def is_due(self, mark: ClockMark) -> bool:
        """Tell whether the hold is over.

        The steady time decides. A wall clock that lags by some seconds only (it is slewed, not
        set) is waited for, so that no letter is dated before its hold ended.
        """
        if mark.steady_ns < self.release_steady_ns:
            return False
        return not timedelta(0) < self.plan.send_after - mark.reading.wall <= _SLEW

    def may_be_sent(self, mark: ClockMark) -> bool:
        """Tell whether the postman may take it now."""
        return (
            self.state is OutboxState.READY
            and self.is_approved
            and not self.has_lapsed(mark)
            and (self.retry_steady_ns is None or mark.steady_ns >= self.retry_steady_ns)
            and self.plan.quiet_until(mark.reading.wall) is None
        )

    def has_lapsed(self, mark: ClockMark) -> bool:
        """Tell whether it was approved, but could not go for so long that she is asked again.

        That is so where the computer slept, the program was closed, everything was stopped, or
        the network was gone (RELIABILITY B6). A server that says "not now" is asked for longer.
        """
        if self.state is not OutboxState.READY or self.approved_at is None:
            return False
        if self.attempts and self.retry_steady_ns is not None:
            return mark.steady_ns - self.retry_steady_ns > to_ns(_APPROVAL_LASTS)
        approved_ns = self.approved_steady_ns
        quiet_until = self.plan.quiet_until(self.approved_at) or self.approved_at
        could_go_ns = to_ns(quiet_until - self.approved_at) + (
            self.release_steady_ns if approved_ns is None else approved_ns
        )
        return mark.steady_ns - could_go_ns > to_ns(_APPROVAL_LASTS)

    def is_long_due(self, mark: ClockMark) -> bool:
        """Tell whether its hold ended so long ago that it may not go by itself any more."""
        return mark.steady_ns - self.release_steady_ns > to_ns(_APPROVAL_LASTS)

    def released(self) -> HeldReply:
        """The hold is over; nothing goes out before the seller has read it again."""
        return self._to(OutboxState.READY)

    def overtaken(self, by: PausedBy, note: str = "") -> HeldReply:
        """Something new came up: it is paused, or will be once its sending has come to an end."""
        if self.state in STOPPABLE:
            return self.paused(by, note)
        return replace(self, paused_by=by, pause_note=note)

    def paused(self, by: PausedBy, note: str = "") -> HeldReply:
        """Something new came up: the approval is taken back, the seller decides."""
        if self.state not in STOPPABLE:
            raise IllegalTransitionError(_STANDING[self.state])
        return self._to(OutboxState.PAUSED, paused_by=by, pause_note=note)

    def held_longer(self, mark: ClockMark, by: timedelta) -> HeldReply:
        """A cooling reply cools that much longer; a ready one starts a new, full hold."""
        if self.state not in _COOLABLE:
            raise IllegalTransitionError(_STANDING[self.state])
        if self.state is OutboxState.COOLING:
            return self._to(
                OutboxState.COOLING,
                plan=longer(self.plan, by),
                release_steady_ns=self.release_steady_ns + to_ns(by),
            )
        return self._held_anew(anew(self.plan, mark.reading.wall, by), mark)

    def held_again(self, plan: HoldPlan, mark: ClockMark) -> HeldReply:
        """A paused reply starts a new, full hold; it never goes by itself any more."""
        if self.state is not OutboxState.PAUSED:
            raise IllegalTransitionError(
                Sentence("Outbox", "Only a paused reply can be held again.")
            )
        return self._held_anew(replace(plan, sends_itself=False), mark)

    def taken_back(self) -> HeldReply:
        """The text returns to the editor; this hold is over for good."""
        return self._to(OutboxState.RECALLED)

    def approved(self, raw: bytes, at: datetime, steady_ns: int | None = None) -> HeldReply:
        """The seller has read both letters and pressed Send: these bytes, and no others.

        Args:
            at: UTC, the date of the letter.
            steady_ns: the same moment in steady time.

        Raises:
            StillCoolingError: the hold is not over.
            IllegalTransitionError: it is paused, failed, uncertain, sent or taken back.
        """
        if self.state is OutboxState.COOLING:
            raise StillCoolingError(
                Sentence("Outbox", "This reply is still cooling; it can't be sent yet.")
            )
        if self.state is not OutboxState.READY:
            raise IllegalTransitionError(_STANDING[self.state])
        digest = hashlib.sha256(raw).hexdigest()
        return self._to(
            OutboxState.READY,
            approved_at=at,
            approved_steady_ns=steady_ns,
            raw=raw,
            sha256=digest,
            problem="",
            retry_steady_ns=None,
            attempts=0,
        )

    def talking(self) -> HeldReply:
        """The postman takes it: stored before the first byte goes to the server."""
        if not self.is_approved or self.raw is None:
            raise IllegalTransitionError(
                Sentence("Outbox", "This reply has not been read again and approved.")
            )
        if hashlib.sha256(self.raw).hexdigest() != self.sha256:
            raise IllegalTransitionError(
                Sentence("Outbox", "The stored letter is not the approved one any more.")
            )
        return self._to(
            OutboxState.SENDING, attempts=self.attempts + 1, dotted_at=None, problem=""
        )

    def dotted(self, at: datetime) -> HeldReply:
        """Stored just before the final dot leaves: from here on the outcome may be unknown."""
        if self.state is not OutboxState.SENDING:
            raise IllegalTransitionError(
                Sentence("Outbox", "Only a reply that is being sent can be dotted.")
            )
        return replace(self, dotted_at=at)

    def sent(self, at: datetime) -> HeldReply:
        """The server has taken it, or the seller says so of an uncertain one."""
        if self.state not in _HANDED_OVER:
            raise IllegalTransitionError(_STANDING[self.state])
        return self._to(OutboxState.SENT, sent_at=at, problem="", retry_steady_ns=None)

    def found_in_sent(self, at: datetime) -> HeldReply:
        """Its copy lies in Sent: it has gone out, whatever is known of it here."""
        return self._to(OutboxState.SENT, sent_at=at, problem="", retry_steady_ns=None)

    def postponed(self, mark: ClockMark, problem: str) -> HeldReply:
        """The server was busy or out of reach: tried again later, the approval is kept."""
        step = min(self.attempts, len(_BACK_OFF)) - 1
        retry_ns = mark.steady_ns + to_ns(_BACK_OFF[max(0, step)])
        return self._back(problem=problem, retry_steady_ns=retry_ns)

    def waiting_for_seller(self, mark: ClockMark, problem: str) -> HeldReply:
        """Password, certificate or keyring: no attempt is used up, the approval is kept."""
        retry_ns = mark.steady_ns + to_ns(_AFTER_REFUSED_LOGIN)
        attempts = (
            max(0, self.attempts - 1) if self.state is OutboxState.SENDING else self.attempts
        )
        return self._back(problem=problem, attempts=attempts, retry_steady_ns=retry_ns)

    def asked_again(self) -> HeldReply:
        """The approval is too old: the seller reads both letters once more."""
        return self._to(
            OutboxState.READY,
            **_UNAPPROVED,
            retry_steady_ns=None,
            attempts=0,
            problem=Sentence(
                "Outbox",
                "It could not go out for more than 12 hours after you had read it. Read it again.",
            ),
        )

    def kept_back(self) -> HeldReply:
        """It was called off before the dot had left; the approval is kept."""
        return self._back(attempts=self.attempts - 1)

    def tried_now(self, mark: ClockMark) -> HeldReply:
        """The seller asks for the next try at once."""
        if not self.is_approved:
            raise IllegalTransitionError(_STANDING[self.state])
        return self._back(retry_steady_ns=mark.steady_ns)

    def failed(self, problem: str) -> HeldReply:
        """The server refused for good; the seller must act."""
        return self._to(OutboxState.FAILED, problem=problem, retry_steady_ns=None)

    def uncertain(self, problem: str) -> HeldReply:
        """The connection broke after the dot: perhaps sent, never repeated by itself."""
        return self._to(OutboxState.UNCERTAIN, problem=problem, retry_steady_ns=None)

    def sent_again(self, mark: ClockMark) -> HeldReply:
        """The seller decided to send an uncertain reply once more: same bytes, same id.

        It is paused where something has come up since.
        """
        if self.state is not OutboxState.UNCERTAIN:
            raise IllegalTransitionError(
                Sentence("Outbox", "Only an uncertain reply can be sent again.")
            )
        return self._back(retry_steady_ns=mark.steady_ns, problem="")

    def after_crash(self) -> HeldReply:
        """What a reply that was being sent when the program died has become."""
        if self.dotted_at is not None:
            return self.uncertain(_DIED_WAITING)
        return self._back(problem="")

    def put_back(self) -> HeldReply:
        """It stands in a copy of the store that is older than what has happened since.

        It is uncertain where its dot was about to leave, else paused: nothing goes by itself.
        """
        settled = self.after_crash() if self.state is OutboxState.SENDING else self
        if settled.state not in STOPPABLE:
            return settled
        return settled.paused(PausedBy.RESTORED)

    def caught_up(self, told: HeldReply) -> HeldReply:
        """It stands in such a copy, and a later line of the journal tells how far it came."""
        is_dotted = told.state is OutboxState.SENDING and told.dotted_at is not None
        if told.state is OutboxState.UNCERTAIN or is_dotted:
            return replace(
                self,
                state=OutboxState.UNCERTAIN,
                dotted_at=told.dotted_at,
                problem=told.problem or _DIED_WAITING,
                retry_steady_ns=None,
            )
        return self.put_back()

    def restored(self, account_id: int, conversation_id: int, mark: ClockMark) -> HeldReply:
        """Read back from the journal into a database that does not have it."""
        return replace(
            self.put_back(),
            id=0,
            conversation_id=conversation_id,
            draft=replace(self.draft, account_id=account_id, reply_to_message=0),
            held_steady_ns=mark.steady_ns,
            release_steady_ns=mark.steady_ns + to_ns(self.plan.length),
            retry_steady_ns=None,
        )

    def _held_anew(self, plan: HoldPlan, mark: ClockMark) -> HeldReply:
        return self._to(
            OutboxState.COOLING,
            plan=plan,
            held_at=mark.reading.wall,
            held_steady_ns=mark.steady_ns,
            release_steady_ns=mark.steady_ns + to_ns(plan.length),
            paused_by=PausedBy.NOTHING,
            pause_note="",
            retry_steady_ns=None,
            attempts=0,
        )

    def _back(self, **changes: object) -> HeldReply:
        """From the server back into the outbox: to be tried again, or paused by what came up."""
        if self.state not in _OUT_OF_THE_HOLD:
            raise IllegalTransitionError(_STANDING[self.state])
        if self.paused_by is not PausedBy.NOTHING:
            return self._to(OutboxState.PAUSED)
        return self._to(OutboxState.READY, **changes)

    def _to(self, state: OutboxState, **changes: object) -> HeldReply:
        if state not in TRANSITIONS[self.state]:
            raise IllegalTransitionError(_STANDING[self.state])
        if state in _NEEDS_NEW_APPROVAL:
            changes = {**_UNAPPROVED, "problem": "", **changes}
        return replace(self, state=state, **changes)  # type: ignore[arg-type]


def start_hold(
    draft: Draft,
    plan: HoldPlan,
    mark: ClockMark,
    *,
    conversation_id: int,
    message_id: str,
    first_body: str,
    dismissals: tuple[tuple[str, str], ...] = (),
) -> HeldReply:
    """A reply that begins to cool now."""
    return HeldReply(
        id=0,
        conversation_id=conversation_id,
        draft=draft,
        first_body=first_body,
        dismissals=dismissals,
        message_id=message_id,
        state=OutboxState.COOLING,
        plan=plan,
        held_at=mark.reading.wall,
        held_steady_ns=mark.steady_ns,
        release_steady_ns=mark.steady_ns + to_ns(plan.length),
    )
