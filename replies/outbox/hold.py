"""How long a reply is held, until when, and why so (PRODUCT D1); the policies are in `policy`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from .policy import HoldPolicy
from .quiet_hours import QuietHours, quiet_until

COMPLAINT_FLOOR: Final = timedelta(minutes=5)
BEFORE_DEADLINE: Final = timedelta(minutes=30)
GATE_HEAT: Final = 2  # from here on nothing is ever sent by itself (D4)
_OWN_HEAT_TIMES: Final = (1.0, 1.0, 1.5, 2.0)  # of a draft written calmly, annoyed, angry, furious


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a reply answers, as far as its hold depends on it.

    Attributes:
        heat: 0-3, the higher of recognised and corrected heat.
        deadline: until when an answer is owed (UTC), None where none is.
        customer_zones: where the customer may live, names of the IANA data base; may be empty.
    """

    complaint: bool
    heat: int
    deadline: datetime | None = None
    customer_zones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HoldPlan:
    """How long a reply is held, until when, and why so.

    Attributes:
        factor: how many times the base, for the heat of the letter.
        heat: 0-3 of the letter, None for ordinary mail.
        deadline: until when the answer is owed, None where nothing is owed.
        is_cut: shortened so that the answer stays inside the deadline.
        sends_itself: goes out when the hold ends, without the gate.
        own_heat: 0-3, how hotly the draft was written; 2 and 3 made the hold longer.
        quiet: when nothing leaves, though its hold be over.
        customer_zones: for quiet hours by the customer's clock.
    """

    length: timedelta
    send_after: datetime
    base: timedelta
    factor: float
    heat: int | None
    deadline: datetime | None = None
    is_cut: bool = False
    sends_itself: bool = False
    own_heat: int = 0
    quiet: tuple[QuietHours, ...] = ()
    customer_zones: tuple[str, ...] = ()

    @property
    def is_lengthened_by_own_heat(self) -> bool:
        """The hold is longer than it would be for a draft that was written calmly."""
        return _OWN_HEAT_TIMES[self.own_heat] > 1 and not self.is_cut

    def quiet_until(self, at: datetime) -> datetime | None:
        """When the reply may leave again, None where no quiet hours keep it at this moment."""
        return quiet_until(self.quiet, at, self.customer_zones)


def plan_hold(
    policy: HoldPolicy, occasion: Occasion, now: datetime, own_heat: int = 0
) -> HoldPlan:
    """Plan the hold of a reply that is finished now.

    Args:
        policy: the one in force.
        occasion: what is answered; a deadline that has passed cuts nothing.
        now: UTC.
        own_heat: 0-3, how hotly the draft was written.
    """
    is_ordinary = policy.is_ordinary(complaint=occasion.complaint, heat=occasion.heat)
    factor = 1.0 if is_ordinary else policy.factors[occasion.heat]
    counted = own_heat if policy.own_heat else 0
    length = policy.base * factor * _OWN_HEAT_TIMES[counted]
    is_cut = False
    deadline = occasion.deadline
    if occasion.complaint and deadline is not None and deadline > now:
        floor = min(COMPLAINT_FLOOR, policy.base)
        room = max(floor, deadline - BEFORE_DEADLINE - now)
        is_cut, length = room < length, min(room, length)
    return HoldPlan(
        length=length,
        send_after=now + length,
        base=policy.base,
        factor=factor,
        heat=None if is_ordinary else occasion.heat,
        deadline=deadline,
        is_cut=is_cut,
        sends_itself=policy.send_by_itself and max(occasion.heat, counted) < GATE_HEAT,
        own_heat=counted,
        quiet=policy.quiet,
        customer_zones=occasion.customer_zones,
    )


def longer(plan: HoldPlan, by: timedelta) -> HoldPlan:
    """The plan of a running hold that ends this much later."""
    return replace(plan, length=plan.length + by, send_after=plan.send_after + by)


def anew(plan: HoldPlan, now: datetime, at_least: timedelta) -> HoldPlan:
    """The plan of a new hold, as long as the old one and at least this long."""
    length = max(at_least, plan.length)
    return replace(plan, length=length, send_after=now + length)
