"""What can be done next about a parcel that has not come, and from when. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Final

from .delivery import Band, Delivery
from .order import Marketplace, Order
from .terms import DisputeTerms, dispute_terms

_UNDER_WAY: Final = frozenset({Band.INSIDE, Band.PAST, Band.CLAIM})


class StepKind(Enum):
    """What can be done."""

    SEARCH = "search"
    CARRIER_CLAIM = "carrier_claim"
    BUYER_CLAIM = "buyer_claim"
    DISPUTE = "dispute"


class StepState(Enum):
    """Whether it can be done on a day."""

    LATER = "later"
    OPEN = "open"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class NextStep:
    """A step with the days on which it can be taken; None where nothing bounds it."""

    kind: StepKind
    opens: date | None = None
    closes: date | None = None

    def on(self, today: date) -> StepState:
        """Whether it can be taken on a day; the last day is still one."""
        if self.opens is not None and today < self.opens:
            return StepState.LATER
        if self.closes is not None and today > self.closes:
            return StepState.OVER
        return StepState.OPEN


def next_steps(delivery: Delivery, order: Order) -> tuple[NextStep, ...]:
    """All steps whose days are known; none for what has arrived or come back."""
    return tuple(_steps(delivery, order)) if delivery.band in _UNDER_WAY else ()


def step_of_seller(delivery: Delivery) -> NextStep | None:
    """What the seller may ask the carrier for next: a search, then a claim."""
    if delivery.band not in _UNDER_WAY:
        return None
    claim = _claim(delivery)
    if claim is not None and claim.on(delivery.today) is not StepState.LATER:
        return claim
    return _search(delivery) or claim


def dispute_of(order: Order) -> DisputeTerms | None:
    """The rules of the payment service that a buyer of the own shop may turn to."""
    return dispute_terms() if order.marketplace is Marketplace.OWN else None


def _steps(delivery: Delivery, order: Order) -> Iterator[NextStep]:
    for step in (_search(delivery), _claim(delivery)):
        if step is not None:
            yield step
    first, last = delivery.buyer_claims_from, delivery.buyer_claims_until
    if first is not None or last is not None:
        yield NextStep(StepKind.BUYER_CLAIM, first, last)
    paid_on, terms = _day(order.paid_at or order.ordered_at), dispute_of(order)
    if paid_on is not None and terms is not None:
        yield NextStep(StepKind.DISPUTE, None, paid_on + timedelta(days=terms.open_days))


def _search(delivery: Delivery) -> NextStep | None:
    if delivery.search_on is None:
        return None
    return NextStep(StepKind.SEARCH, delivery.search_on)


def _claim(delivery: Delivery) -> NextStep | None:
    if delivery.claim_on is None:
        return None
    return NextStep(StepKind.CARRIER_CLAIM, delivery.claim_on, delivery.claim_until)


def _day(moment: date | datetime | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment
