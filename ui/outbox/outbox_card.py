"""What the outbox shows of one held reply, in which order, and the ways on from it. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final

from ...replies.outbox.held_reply import TRANSITIONS, HeldReply, OutboxState
from .news import News


class Way(Enum):
    """What the seller can do with a held reply."""

    READ = "read"
    HOLD_AGAIN = "hold_again"
    TRY_NOW = "try_now"
    MARK_SENT = "mark_sent"
    SEND_AGAIN = "send_again"
    LONGER = "longer"
    TAKE_BACK = "take_back"


@dataclass(frozen=True, slots=True)
class OutboxCard:
    """A held reply with what a look at it needs.

    Attributes:
        customer: her name in polite form.
        heat: 0-3 of the letter it answers, None for ordinary mail.
        news: what has overtaken it, None where nothing has.
    """

    reply: HeldReply
    customer: str
    heat: int | None
    news: News | None = None

    @property
    def is_to_read(self) -> bool:
        """The hold is over and the seller has not read it again yet."""
        return self.reply.state is OutboxState.READY and not self.reply.is_approved


_NEEDS_HER: Final = (
    OutboxState.READY,
    OutboxState.PAUSED,
    OutboxState.UNCERTAIN,
    OutboxState.FAILED,
)
_COOLABLE: Final = frozenset({OutboxState.COOLING, OutboxState.READY})


def in_order(cards: Iterable[OutboxCard]) -> list[OutboxCard]:
    """What needs the seller first, then what goes by itself, the next one due ahead."""
    return sorted(cards, key=_rank)


def _rank(card: OutboxCard) -> tuple[int, int, int]:
    state = card.reply.state
    waits_for_her = state in _NEEDS_HER and (state is not OutboxState.READY or card.is_to_read)
    place = _NEEDS_HER.index(state) if waits_for_her else len(_NEEDS_HER)
    return place, card.reply.release_steady_ns, card.reply.id


def ways_on(reply: HeldReply) -> tuple[Way, ...]:
    """What may be done with a held reply now, the main thing first."""
    reachable = TRANSITIONS[reply.state]
    is_ready = reply.state is OutboxState.READY
    is_paused = reply.state is OutboxState.PAUSED
    is_uncertain = reply.state is OutboxState.UNCERTAIN
    possible = {
        Way.READ: is_paused or (is_ready and not reply.is_approved),
        Way.HOLD_AGAIN: is_paused and OutboxState.COOLING in reachable,
        Way.TRY_NOW: is_ready and reply.is_approved and reply.retry_steady_ns is not None,
        Way.MARK_SENT: is_uncertain and OutboxState.SENT in reachable,
        Way.SEND_AGAIN: is_uncertain and OutboxState.READY in reachable,
        Way.LONGER: reply.state in _COOLABLE and not reply.is_approved,
        Way.TAKE_BACK: OutboxState.RECALLED in reachable,
    }
    return tuple(way for way in Way if possible[way])
