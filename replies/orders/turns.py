"""What has happened to an order between two looks at it, as far as it turns an answer around."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from ...mailbox.sentence import Sentence
from .delivery import Band, reckon
from .order import Order, OrderFile

_POSTED: Final = Sentence("Orders", "The parcel has been posted meanwhile.")
_DELIVERED: Final = Sentence("Orders", "The parcel has been delivered meanwhile.")
_RETURNED: Final = Sentence("Orders", "The parcel is on its way back to you.")
_CANCELLED: Final = Sentence("Orders", "The order has been cancelled meanwhile.")
_REFUNDED: Final = Sentence("Orders", "Money has been given back for the order meanwhile.")
_CANCELLED_WORDS: Final = frozenset({"cancelled", "canceled", "voided"})
_REFUNDED_WORDS: Final = frozenset({"refunded", "partially_refunded", "partially refunded"})


def turns(before: OrderFile, after: OrderFile, today: date) -> tuple[Sentence, ...]:
    """What has happened, a sentence each; a figure that is merely corrected is no turn.

    Args:
        before: the order as it was known when the answer was held.
        after: as it is known now.
        today: the seller's day.
    """
    was, now = _standing(before, today), _standing(after, today)
    return tuple(sentence for sentence, is_so in now.items() if is_so and not was[sentence])


def _standing(file: OrderFile, today: date) -> Mapping[Sentence, bool]:
    delivery = reckon(file, today)
    return {
        _POSTED: delivery.shipped_on is not None,
        _DELIVERED: delivery.band is Band.DELIVERED,
        _RETURNED: delivery.band is Band.RETURNED,
        _CANCELLED: bool(file.order.extra.get("cancelled_at"))
        or _is(file.order, _CANCELLED_WORDS),
        _REFUNDED: bool(file.order.extra.get("refunded")) or _is(file.order, _REFUNDED_WORDS),
    }


def _is(order: Order, words: frozenset[str]) -> bool:
    return str(order.extra.get("status", "")).casefold() in words
