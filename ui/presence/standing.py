"""How the held replies stand, and what has just become of them: pure, no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

from ...mailbox.message import Address
from ...replies.outbox.clock import ClockMark
from ...replies.outbox.held_reply import LIVE, HeldReply, OutboxState, PausedBy


class Stage(Enum):
    """Where on its way a held reply is, for a seller who goes away."""

    COOLING = "cooling"
    GOES_BY_ITSELF = "goes_by_itself"
    TO_READ = "to_read"
    APPROVED = "approved"
    LEAVING = "leaving"
    PAUSED = "paused"
    FAILED = "failed"
    UNCERTAIN = "uncertain"


_STAGES: Final = {
    OutboxState.SENDING: Stage.LEAVING,
    OutboxState.PAUSED: Stage.PAUSED,
    OutboxState.FAILED: Stage.FAILED,
    OutboxState.UNCERTAIN: Stage.UNCERTAIN,
}
NEEDS_SELLER: Final = (Stage.PAUSED, Stage.FAILED, Stage.UNCERTAIN)


def stage_of(reply: HeldReply, mark: ClockMark) -> Stage:
    """Where on its way a live reply is."""
    if reply.state is OutboxState.READY:
        is_approved = reply.is_approved and not reply.has_lapsed(mark)
        return Stage.APPROVED if is_approved else Stage.TO_READ
    if reply.state is not OutboxState.COOLING:
        return _STAGES[reply.state]
    if reply.plan.sends_itself:
        return Stage.GOES_BY_ITSELF
    return Stage.COOLING if reply.remaining(mark.steady_ns) else Stage.TO_READ


@dataclass(frozen=True, slots=True)
class Standing:
    """How all held replies stand.

    Attributes:
        stages: that of each reply.
        cool_until: when the last of those that cool has cooled down, None where none cools.
    """

    stages: tuple[Stage, ...] = ()
    cool_until: datetime | None = None

    def __bool__(self) -> bool:
        return bool(self.stages)

    def count(self, *stages: Stage) -> int:
        """How many replies are at one of these stages."""
        return sum(stage in stages for stage in self.stages)


def standing_of(replies: Iterable[HeldReply], mark: ClockMark) -> Standing:
    """How these replies stand at a moment; those that are sent or taken back do not count."""
    staged = [(reply, stage_of(reply, mark)) for reply in replies if reply.state in LIVE]
    ends = [
        mark.reading.wall + reply.remaining(mark.steady_ns)
        for reply, stage in staged
        if stage is Stage.COOLING
    ]
    return Standing(tuple(stage for _, stage in staged), max(ends, default=None))


def goes_out_soon(reply: HeldReply, mark: ClockMark) -> bool:
    """Tell whether the postman would send a reply at once if it began to work now."""
    if reply.state is OutboxState.COOLING:
        return reply.plan.sends_itself and not reply.remaining(mark.steady_ns)
    was_broken_off = reply.state is OutboxState.SENDING and reply.dotted_at is None
    return was_broken_off or reply.may_be_sent(mark)


@dataclass(frozen=True, slots=True)
class Notice:
    """What has become of a reply by itself, and the seller may want to know.

    Attributes:
        stage: TO_READ, PAUSED, FAILED or UNCERTAIN.
        to: whom the reply is for.
    """

    stage: Stage
    to: Address
    paused_by: PausedBy = PausedBy.NOTHING


_STATES: Final = {
    OutboxState.READY: Stage.TO_READ,
    OutboxState.PAUSED: Stage.PAUSED,
    OutboxState.FAILED: Stage.FAILED,
    OutboxState.UNCERTAIN: Stage.UNCERTAIN,
}


def states_of(replies: Iterable[HeldReply]) -> dict[int, OutboxState]:
    """The state of each reply, to ask later what has become of them."""
    return {reply.id: reply.state for reply in replies}


def notices(before: Mapping[int, OutboxState], after: Iterable[HeldReply]) -> tuple[Notice, ...]:
    """What has become of the held replies since their states were these."""
    return tuple(
        Notice(_STATES[reply.state], reply.draft.to, reply.paused_by)
        for reply in after
        if reply.state in _STATES
        and reply.state is not before.get(reply.id)
        and not (reply.state is OutboxState.READY and reply.is_approved)
    )
