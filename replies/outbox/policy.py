"""What the seller set for holds (PRODUCT D1), and which of her settings is in force (D2)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time, timedelta
from enum import Enum
from itertools import pairwise
from typing import Final

from ...mailbox.sentence import Sentence
from ..errors import PreferenceError
from .clock import to_ns
from .quiet_hours import QuietHours, Whose, united

MIN_BASE: Final = timedelta(minutes=1)
MAX_BASE: Final = timedelta(hours=48)
MAX_FACTOR: Final = 48.0
_HEATS: Final = 4


class OrdinaryMail(Enum):
    """Which letters are ordinary mail, held for the base alone; each takes in fewer."""

    NO_COMPLAINT = "no_complaint"  # all that are no complaints
    CALM = "calm"  # of these, the calm ones
    NONE = "none"  # every letter is held by its heat


_STRICTNESS: Final = tuple(OrdinaryMail)


@dataclass(frozen=True, slots=True)
class HoldPolicy:
    """What the seller set.

    Attributes:
        factors: the base is held this many times, for each heat 0-3.
        send_by_itself: a reply to a letter below heat 2 needs no second reading.
        own_heat: a draft that was written in heat is held longer.
        quiet: when nothing leaves; she sets one stretch at most, two settings together give more.

    Raises:
        PreferenceError: a value is outside of its range; no hold can be shorter than a minute.
    """

    base: timedelta = timedelta(minutes=30)
    factors: tuple[float, float, float, float] = (1.0, 1.0, 2.0, 3.0)
    send_by_itself: bool = False
    ordinary: OrdinaryMail = OrdinaryMail.NO_COMPLAINT
    own_heat: bool = True
    quiet: tuple[QuietHours, ...] = ()

    def __post_init__(self) -> None:
        if not MIN_BASE <= self.base <= MAX_BASE:
            raise PreferenceError(
                Sentence(
                    "Preferences",
                    "The cool-down must be from 1 minute to 48 hours; it stays as it was.",
                )
            )
        if len(self.factors) != _HEATS or not all(1 <= f <= MAX_FACTOR for f in self.factors):
            raise PreferenceError(
                Sentence(
                    "Preferences",
                    "The factors are four numbers, one for each heat from 0 to 3, each from 1 to "
                    "{most}; they stay as they were.",
                ).format(most=f"{MAX_FACTOR:.0f}")
            )

    def is_ordinary(self, *, complaint: bool, heat: int) -> bool:
        """Tell whether a letter is ordinary mail under this policy."""
        if complaint or self.ordinary is OrdinaryMail.NONE:
            return False
        return heat == 0 or self.ordinary is OrdinaryMail.NO_COMPLAINT

    def to_json(self) -> str:
        """The policy as JSON text."""
        return json.dumps(
            {
                "base_minutes": self.base / timedelta(minutes=1),
                "factors": self.factors,
                "send_by_itself": self.send_by_itself,
                "ordinary": self.ordinary.value,
                "own_heat": self.own_heat,
                "quiet": quiet_to_document(self.quiet),
            }
        )

    @classmethod
    def from_json(cls, text: str) -> HoldPolicy:
        """The policy that `to_json` wrote, in this version or an earlier one."""
        values = json.loads(text)
        one, two, three, four = (float(f) for f in values["factors"])
        return cls(
            base=timedelta(minutes=values["base_minutes"]),
            factors=(one, two, three, four),
            send_by_itself=bool(values["send_by_itself"]),
            ordinary=OrdinaryMail(values.get("ordinary", OrdinaryMail.NO_COMPLAINT.value)),
            own_heat=bool(values.get("own_heat", True)),
            quiet=quiet_from_document(values.get("quiet", ())),
        )


def quiet_to_document(quiet: Sequence[QuietHours]) -> list[list[str]]:
    """Quiet hours as plain values for JSON."""
    return [
        [q.begin.isoformat("minutes"), q.end.isoformat("minutes"), q.whose.value] for q in quiet
    ]


def quiet_from_document(document: Sequence[Sequence[str]]) -> tuple[QuietHours, ...]:
    """The quiet hours that `quiet_to_document` wrote."""
    return tuple(
        QuietHours(time.fromisoformat(begin), time.fromisoformat(end), Whose(whose))
        for begin, end, whose in document
    )


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """A policy, and the steady time at which the seller set it."""

    set_steady_ns: int
    policy: HoldPolicy


def strictest(policies: Sequence[HoldPolicy]) -> HoldPolicy:
    """The policy that holds every reply as long as the one of these that holds it longest."""
    one, two, three, four = (max(p.factors[heat] for p in policies) for heat in range(_HEATS))
    return HoldPolicy(
        base=max(p.base for p in policies),
        factors=(one, two, three, four),
        send_by_itself=all(p.send_by_itself for p in policies),
        ordinary=max((p.ordinary for p in policies), key=_STRICTNESS.index),
        own_heat=any(p.own_heat for p in policies),
        quiet=united(q for p in policies for q in p.quiet),
    )


def policy_in_force(changes: Sequence[PolicyChange], steady_ns: int) -> HoldPolicy:
    """The policy that a reply held at this moment falls under.

    A change that lengthens holds applies at once. One that shortens them waits until the base
    that was in force before it has run out once since the change (D2). The first entry is the
    first set-up and applies at once.

    Args:
        changes: oldest first, at least one.
        steady_ns: now, in steady time.
    """
    guarded: list[tuple[int, HoldPolicy]] = []
    for older, newer in pairwise(changes):
        before = strictest([older.policy, *_still(guarded, newer.set_steady_ns)])
        guarded.append((newer.set_steady_ns + to_ns(before.base), older.policy))
    return strictest([changes[-1].policy, *_still(guarded, steady_ns)])


def steady_when_settled(changes: Sequence[PolicyChange]) -> int:
    """The steady time from which the last change alone is in force."""
    last = changes[-1]
    before = policy_in_force(changes[:-1], last.set_steady_ns) if len(changes) > 1 else None
    if before is None or not shortens(last.policy, before):
        return last.set_steady_ns
    return last.set_steady_ns + to_ns(before.base)


def shortens(policy: HoldPolicy, before: HoldPolicy) -> bool:
    """Tell whether anything of a policy lets a reply go sooner than another one (D2)."""
    return strictest([before, policy]) != strictest([policy])


def _still(guarded: Sequence[tuple[int, HoldPolicy]], steady_ns: int) -> list[HoldPolicy]:
    return [policy for until_ns, policy in guarded if steady_ns < until_ns]
