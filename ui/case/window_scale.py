"""Where the bands of a delivery window and today stand on a bar. Pure.

The bands are not drawn to scale: a window of a week and a claim line two months later would leave
no room for the week. Inside a band, days are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ...replies.orders.delivery import Band, Delivery

_SHARES: Final = {Band.NOT_SHIPPED: 2, Band.INSIDE: 4, Band.PAST: 3, Band.CLAIM: 3}
_OPEN_END: Final = timedelta(days=30)  # how much of a band without an end is drawn


@dataclass(frozen=True, slots=True)
class BandSpan:
    """One band of the bar.

    Attributes:
        band: INSIDE, PAST or CLAIM; NOT_SHIPPED stands for the days before the earliest one.
        first, last: its days; None where it is open.
        left, right: its place on the bar, 0 to 1.
    """

    band: Band
    first: date
    last: date | None
    left: float
    right: float


def bands_of(delivery: Delivery) -> tuple[BandSpan, ...]:
    """The bands of a delivery from left to right; empty where its window is not known."""
    stretches = _stretches(delivery)
    whole = sum(_SHARES[band] for band, _, _ in stretches)
    spans = []
    left = 0.0
    for band, first, last in stretches:
        right = left + _SHARES[band] / whole
        spans.append(BandSpan(band, first, last, left, right))
        left = right
    return tuple(spans)


def place_of(day: date, spans: tuple[BandSpan, ...]) -> float:
    """Where a day stands on the bar, 0 to 1; days outside of it stand at its ends."""
    if not spans or day < spans[0].first:
        return 0.0
    for span in spans:
        last = span.last or span.first + _OPEN_END
        if day <= last:
            share = ((day - span.first).days + 0.5) / ((last - span.first).days + 1)
            return span.left + share * (span.right - span.left)
    return 1.0


def _stretches(delivery: Delivery) -> list[tuple[Band, date, date | None]]:
    latest = delivery.latest
    if latest is None:
        return []
    one_day = timedelta(days=1)
    first = delivery.earliest or delivery.shipped_on or latest
    first = min(first, latest)
    found: list[tuple[Band, date, date | None]] = []
    if delivery.shipped_on and delivery.shipped_on < first:
        found.append((Band.NOT_SHIPPED, delivery.shipped_on, first - one_day))
    found.append((Band.INSIDE, first, latest))
    claim = delivery.claim_on
    if claim is None or claim <= latest:
        found.append((Band.PAST, latest + one_day, None))
        return found
    if claim > latest + one_day:
        found.append((Band.PAST, latest + one_day, claim - one_day))
    until = delivery.buyer_claims_until
    found.append((Band.CLAIM, claim, until if until and until > claim else None))
    return found
