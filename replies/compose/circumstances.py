"""What moves a suggestion up or down among those that fit: heat, history, fault, worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

from ..orders.order import Marketplace
from ..tone.fault import Fault
from .facts import ReplyFacts

_HOT: Final = 2  # PRODUCT D10: angry
_SLOW_LAG_DAYS: Final = 3  # from the order to the posting
_OFTEN: Final = 2
_CHEAP: Final = {
    "USD": Decimal(12), "EUR": Decimal(12), "GBP": Decimal(10), "JPY": Decimal(1500),
    "RUB": Decimal(600),
}  # fmt: skip
"""Up to here the return label costs about as much as the book: one parcel of 0.5 kg within the
country at the counter of USPS, Deutsche Post, Royal Mail, Japan Post or Pochta Rossii (2026)."""


class Circumstance(StrEnum):
    """Something about a letter that speaks for or against an answer."""

    HOT = "hot"
    WRITES_AGAIN = "writes_again"
    CHEAP = "cheap"
    POSTED_LATE = "posted_late"
    COMPLAINED_BEFORE = "complained_before"
    OFTEN_REFUNDED = "often_refunded"
    OUR_FAULT = "our_fault"
    CARRIERS_FAULT = "carriers_fault"
    THEIR_FAULT = "their_fault"
    MARKETPLACE = "marketplace"


@dataclass(frozen=True, slots=True)
class Past:
    """What the store knows of a customer before this letter.

    Attributes:
        complaints: earlier ones, of this order and others.
        refunded: how many of their orders were paid back.
        letters: our letters of this conversation, the oldest first.
    """

    complaints: int = 0
    refunded: int = 0
    letters: tuple[str, ...] = ()


NOTHING_BEFORE: Final = Past()


def circumstances(
    facts: ReplyFacts, heat: int, fault: Fault | None, past: Past
) -> frozenset[Circumstance]:
    """What holds for a letter."""
    return frozenset(_holding(facts, heat, fault, past))


def _holding(
    facts: ReplyFacts, heat: int, fault: Fault | None, past: Past
) -> Iterator[Circumstance]:
    if heat >= _HOT:
        yield Circumstance.HOT
    if past.letters:
        yield Circumstance.WRITES_AGAIN
    if facts.total is not None:
        limit = _CHEAP.get(facts.total.value.currency.upper())
        if limit is not None and facts.total.value.amount <= limit:
            yield Circumstance.CHEAP
    if facts.lag_days is not None and facts.lag_days.value > _SLOW_LAG_DAYS:
        yield Circumstance.POSTED_LATE
    if past.complaints:
        yield Circumstance.COMPLAINED_BEFORE
    if past.refunded >= _OFTEN:
        yield Circumstance.OFTEN_REFUNDED
    if facts.channel.value != Marketplace.OWN.value:
        yield Circumstance.MARKETPLACE
    sides = {
        Fault.SELLER: Circumstance.OUR_FAULT,
        Fault.CARRIER: Circumstance.CARRIERS_FAULT,
        Fault.BUYER: Circumstance.THEIR_FAULT,
    }
    if fault in sides:
        yield sides[fault]
