"""How long a reply is held (PRODUCT D1), and which policy is in force (D2)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Final

from ...mailbox.sentence import Sentence
from ..errors import PreferenceError
from .clock import to_ns

MIN_BASE: Final = timedelta(minutes=1)
MAX_BASE: Final = timedelta(hours=48)
MAX_FACTOR: Final = 48.0
COMPLAINT_FLOOR: Final = timedelta(minutes=5)
BEFORE_DEADLINE: Final = timedelta(minutes=30)
GATE_HEAT: Final = 2  # from here on nothing is ever sent by itself (D4)
_HEATS: Final = 4


@dataclass(frozen=True, slots=True)
class HoldPolicy:
    """What the seller set: the base, a factor for each heat 0-3, and who presses Send.

    Raises:
        PreferenceError: a value is outside of its range; no hold can be shorter than a minute.
    """

    base: timedelta = timedelta(minutes=30)
    factors: tuple[float, float, float, float] = (1.0, 1.0, 2.0, 3.0)
    send_by_itself: bool = False

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

    def to_json(self) -> str:
        """The policy as JSON text."""
        return json.dumps(
            {
                "base_minutes": self.base / timedelta(minutes=1),
                "factors": self.factors,
                "send_by_itself": self.send_by_itself,
            }
        )

    @classmethod
    def from_json(cls, text: str) -> HoldPolicy:
        """The policy that `to_json` wrote."""
        values = json.loads(text)
        one, two, three, four = (float(f) for f in values["factors"])
        return cls(
            base=timedelta(minutes=values["base_minutes"]),
            factors=(one, two, three, four),
            send_by_itself=bool(values["send_by_itself"]),
        )


@dataclass(frozen=True, slots=True)
class PolicyChange:
    """A policy, and the steady time at which the seller set it."""

    set_steady_ns: int
    policy: HoldPolicy


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
        before = _longest([older.policy, *_still(guarded, newer.set_steady_ns)])
        guarded.append((newer.set_steady_ns + to_ns(before.base), older.policy))
    return _longest([changes[-1].policy, *_still(guarded, steady_ns)])


def steady_when_settled(changes: Sequence[PolicyChange]) -> int:
    """The steady time from which the last change alone is in force."""
    last = changes[-1]
    before = policy_in_force(changes[:-1], last.set_steady_ns) if len(changes) > 1 else None
    if before is None or _longest([before, last.policy]) == last.policy:
        return last.set_steady_ns
    return last.set_steady_ns + to_ns(before.base)


@dataclass(frozen=True, slots=True)
class HoldPlan:
    """How long a reply is held, until when, and why so.

    Attributes:
        heat: 0-3 for a complaint, None for ordinary mail.
        deadline: until when the answer is owed, None where nothing is owed.
        is_cut: shortened so that the answer stays inside the deadline.
        sends_itself: goes out when the hold ends, without the gate.
    """

    length: timedelta
    send_after: datetime
    base: timedelta
    factor: float
    heat: int | None
    deadline: datetime | None = None
    is_cut: bool = False
    sends_itself: bool = False


def plan_hold(
    policy: HoldPolicy, heat: int | None, now: datetime, deadline: datetime | None = None
) -> HoldPlan:
    """Plan the hold of a reply that is finished now.

    Args:
        policy: the one in force.
        heat: the higher of recognised and corrected heat, None for ordinary mail.
        now: UTC.
        deadline: until when an answer is owed; one that has passed cuts nothing.
    """
    factor = 1.0 if heat is None else policy.factors[heat]
    length = policy.base * factor
    is_cut = False
    if heat is not None and deadline is not None and deadline > now:
        floor = min(COMPLAINT_FLOOR, policy.base)
        room = max(floor, deadline - BEFORE_DEADLINE - now)
        is_cut, length = room < length, min(room, length)
    return HoldPlan(
        length=length,
        send_after=now + length,
        base=policy.base,
        factor=factor,
        heat=heat,
        deadline=deadline,
        is_cut=is_cut,
        sends_itself=policy.send_by_itself and (heat or 0) < GATE_HEAT,
    )


def longer(plan: HoldPlan, by: timedelta) -> HoldPlan:
    """The plan of a running hold that ends this much later."""
    return replace(plan, length=plan.length + by, send_after=plan.send_after + by)


def anew(plan: HoldPlan, now: datetime, at_least: timedelta) -> HoldPlan:
    """The plan of a new hold, as long as the old one and at least this long."""
    length = max(at_least, plan.length)
    return replace(plan, length=length, send_after=now + length)


def _longest(policies: Sequence[HoldPolicy]) -> HoldPolicy:
    one, two, three, four = (max(p.factors[heat] for p in policies) for heat in range(_HEATS))
    return HoldPolicy(
        base=max(p.base for p in policies),
        factors=(one, two, three, four),
        send_by_itself=all(p.send_by_itself for p in policies),
    )


def _still(guarded: Sequence[tuple[int, HoldPolicy]], steady_ns: int) -> list[HoldPolicy]:
    return [policy for until_ns, policy in guarded if steady_ns < until_ns]
