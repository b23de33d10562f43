"""What the seller is shown beside both letters when she reads them again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .cases.promise import Promise
from .inbox import Matter
from .outbox.held_reply import HeldReply
from .preferences import Preferences


@dataclass(frozen=True, slots=True)
class Rereading:
    """What the final text of a held reply comes to.

    Attributes:
        promises: what is recorded once it has gone out.
        facts: what it states and the order confirms: (name of the fact, its words).
        first_heat: 0-3, of what was written first.
        final_heat: 0-3, of what would go out.
    """

    promises: tuple[Promise, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    first_heat: int = 0
    final_heat: int = 0


def reread(reply: HeldReply, matter: Matter, preferences: Preferences, now: datetime) -> Rereading:
    """Look at a held reply as if it went out now.

    Args:
        now: in the seller's zone.
    """
    from .cases.promises import promises_in  # with the rules 0.3 s, not before the gate
    from .language.detect import language_of
    from .suggesting import facts_stated
    from .tone.own_heat import own_heat

    body = reply.draft.body
    return Rereading(
        promises=promises_in(body, language_of(body), now.date()),
        facts=facts_stated(body, matter, preferences, now),
        first_heat=own_heat(reply.first_body),
        final_heat=own_heat(body),
    )
