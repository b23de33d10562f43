"""Whether a customer may be called instead of written to, and what to have at hand then (D12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..mailbox.message import Address
from .inbox import Matter
from .orders.delivery import Delivery, reckon
from .orders.order import Marketplace, OrderFile
from .orders.references import channel_of
from .orders.time_zones import zones_of
from .tone.finding import Span


class CallBar(Enum):
    """Why a customer is not to be called."""

    MARKETPLACE = "marketplace"
    NO_NUMBER = "no_number"


@dataclass(frozen=True, slots=True)
class CallSheet:
    """What a call needs: the number, the facts, and the reply's own words for the three R's.

    Attributes:
        regret: the sentence that says it, "" where the reply has none; so for the two below.
        their_time: the local time at the address, None where it is not known.
    """

    number: str
    customer: Address
    titles: tuple[str, ...] = ()
    order_number: str = ""
    posted_on: date | None = None
    delivery: Delivery | None = None
    regret: str = ""
    responsibility: str = ""
    remedy: str = ""
    their_time: datetime | None = None


def call_bar(matter: Matter) -> CallBar | None:
    """What stands against a call, None where it is possible."""
    file = matter.order
    written_from = channel_of(matter.letter.message.sender.addr_spec)
    marketplaces = {written_from, *([file.order.marketplace] if file else [])}
    if marketplaces != {Marketplace.OWN}:
        return CallBar.MARKETPLACE
    return None if number_of(matter) else CallBar.NO_NUMBER


def number_of(matter: Matter) -> str:
    """The telephone number that the customer gave with the order, "" where there is none."""
    file = matter.stated_order
    return (file.order.buyer.phone or "").strip() if file else ""


def call_sheet(matter: Matter, body: str, now: datetime) -> CallSheet:
    """What to have at hand for a call about a letter.

    Args:
        body: the reply that was to be sent.
        now: in the seller's zone.
    """
    from .tone.checker import check  # with the rules 0.3 s, not before the gate

    apology = check(body).apology
    sheet = CallSheet(
        number=number_of(matter),
        customer=matter.letter.message.sender,
        regret=_words(body, apology.regret),
        responsibility=_words(body, apology.responsibility),
        remedy=_words(body, apology.remedy),
    )
    return _with_order(sheet, matter.stated_order, now) if matter.stated_order else sheet


def _with_order(sheet: CallSheet, file: OrderFile, now: datetime) -> CallSheet:
    delivery = reckon(file, now.date())
    return replace(
        sheet,
        titles=tuple(line.title for line in file.order.items),
        order_number=file.order.order_id,
        posted_on=delivery.shipped_on,
        delivery=delivery,
        their_time=_local_time(zones_of(file.order.ship_to), now),
    )


def _local_time(zones: Sequence[str], now: datetime) -> datetime | None:
    if len(zones) != 1:
        return None
    try:
        return now.astimezone(ZoneInfo(zones[0]))
    except ZoneInfoNotFoundError:  # a system without its own zone data
        return None


def _words(body: str, span: Span | None) -> str:
    return " ".join(body[span.start : span.end].split()) if span else ""
