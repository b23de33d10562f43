"""What notices come to beside a file: what they add, and where they say something else.

The file wins wherever it says anything. What only mail says is shown, and counts once the seller
has said that it is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from typing import Any, Final, TypeAlias

from ..keys import folded_name, folded_postal
from ..merging import moment_key
from ..order import Buyer, Notice, Order, OrderFile, OrderLine, Shipment, ShipTo
from ..tracking_numbers import folded_tracking

_UNKNOWN: Final = (None, "", ())
_OWN_FIELDS: Final = frozenset({"order_id", "source", "marketplace", "items", "buyer", "ship_to"})
_CLOCKS: Final = timedelta(days=1)  # between the zones of a file and of a notice
_DELIVERED: Final = "delivered"

Told: TypeAlias = str | int | Decimal | date


class Telling(Enum):
    """What a notice and a file can speak of."""

    COPIES = "copies"
    TITLE = "title"
    TOTAL = "total"
    POSTAGE = "postage"
    BOUGHT = "bought"
    SHIP_TO = "ship_to"
    SERVICE = "service"
    DUE = "due"
    TRACKING = "tracking"
    POSTED = "posted"
    DELIVERED = "delivered"
    PAID_BACK = "paid_back"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Word:
    """What one notice says of one thing.

    Attributes:
        in_file: what counts instead; None where nothing else says anything.
        currency: of sums.
    """

    about: Telling
    in_mail: Told
    in_file: Told | None
    notice: Notice
    currency: str | None = None

    @property
    def is_conflict(self) -> bool:
        """Whether two say something different."""
        return self.in_file is not None


def order_of(notices: Sequence[Notice]) -> Order | None:
    """The order as notices alone tell it; None where none of them tells of a new order.

    The newest notice of a sale counts; what it leaves open the others fill in.
    """
    told = [n for n in notices if n.order is not None]
    first = [n for n in told if n.kind.makes_an_order]
    if not first:
        return None
    by_age = sorted(first, key=lambda n: (n.kind.value == "sale", n.received_on), reverse=True)
    order = by_age[0].order
    for notice in (*by_age[1:], *reversed([n for n in told if n not in first])):
        if order is not None and notice.order is not None:
            order = filled(order, notice.order)
    if order is None:
        return None
    return replace(order, source=f"{order.source}:{by_age[0].received_on.isoformat()}")


def with_notices(file: OrderFile, notices: Sequence[Notice], *, is_confirmed: bool) -> OrderFile:
    """The order with those notices that count: for one that only mail knows, all of them."""
    counting = [n for n in notices if n.is_confirmed or not is_confirmed]
    order, parcels = file.order, list(file.shipments)
    for notice in counting:
        if notice.order is not None:
            order = filled(order, notice.order)
        for parcel in notice.parcels:
            parcels = _with_parcel(parcels, parcel, order)
    return replace(
        file,
        order=order,
        shipments=tuple(parcels),
        is_confirmed=is_confirmed,
        notices=tuple(notices),
    )


def filled(order: Order, other: Order) -> Order:
    """An order with what only another telling of it knows."""
    chosen: dict[str, Any] = {
        f.name: getattr(other, f.name)
        for f in fields(Order)
        if f.name not in _OWN_FIELDS and getattr(order, f.name) in _UNKNOWN
    }
    ship_to = other.ship_to if order.ship_to == ShipTo() else order.ship_to
    return replace(
        order,
        **chosen,
        items=_filled_lines(order.items, other.items),
        buyer=_filled_buyer(order.buyer, other.buyer),
        ship_to=ship_to,
        extra=other.extra | order.extra,
    )


def words_of(file: OrderFile) -> tuple[Word, ...]:
    """What notices add to an order or say differently, the oldest first; nothing said twice.

    Of an order that only mail knows, only what its notices say differently.
    """
    found: dict[tuple[Telling, Told], Word] = {}
    for notice in file.notices:
        for word in _words(file, notice):
            if word.is_conflict or (file.is_confirmed and not notice.is_confirmed):
                found.setdefault((word.about, word.in_mail), word)
    return tuple(found.values())


def _words(file: OrderFile, notice: Notice) -> Iterator[Word]:
    order = file.order
    if notice.order is not None:
        yield from _order_words(order, notice.order, notice)
    known = {folded_tracking(s.tracking) for s in file.shipments if s.tracking}
    known |= {folded_tracking(number) for number in order.tracking}
    for parcel in notice.parcels:
        number = folded_tracking(parcel.tracking or "")
        if number and number not in known:
            yield Word(Telling.TRACKING, number, next(iter(sorted(known)), None), notice)
        mine = [
            s for s in file.shipments if number and folded_tracking(s.tracking or "") == number
        ]
        posted = [s.shipped_on for s in mine or file.shipments if s.shipped_on]
        if parcel.shipped_on and parcel.shipped_on not in posted:
            yield Word(Telling.POSTED, parcel.shipped_on, _near(posted, parcel.shipped_on), notice)
        if parcel.tracking_date and not any(_is_delivered(s) for s in file.shipments):
            yield Word(Telling.DELIVERED, parcel.tracking_date, None, notice)


def _order_words(order: Order, said: Order, notice: Notice) -> Iterator[Word]:
    if said.items and notice.kind.makes_an_order:
        yield from _item_words(order.items, said.items, notice)
    for about, theirs, ours in (
        (Telling.TOTAL, said.total, order.total),
        (Telling.POSTAGE, said.shipping, order.shipping),
    ):
        if theirs is not None and theirs != ours:
            yield Word(about, theirs, ours, notice, said.currency or order.currency)
    yield from _bought_words(order, said, notice)
    if said.service and not order.service:
        yield Word(Telling.SERVICE, said.service, None, notice)
    if said.deliver_by_max is not None and order.deliver_by_max is None:
        yield Word(Telling.DUE, _day_of(said.deliver_by_max), None, notice)
    if said.ship_to.postal and not _is_same_place(said.ship_to, order.ship_to):
        yield Word(Telling.SHIP_TO, _place(said.ship_to), _place(order.ship_to) or None, notice)
    back, known = said.extra.get("refunded"), order.extra.get("refunded")
    if isinstance(back, str) and back != known:
        ours_back = Decimal(known) if isinstance(known, str) and known else None
        yield Word(
            Telling.PAID_BACK, Decimal(back), ours_back, notice, said.currency or order.currency
        )
    if said.extra.get("status") == "cancelled" and order.extra.get("status") != "cancelled":
        yield Word(Telling.CANCELLED, notice.received_on, None, notice)


def _bought_words(order: Order, said: Order, notice: Notice) -> Iterator[Word]:
    if said.ordered_at is None:
        return
    if order.ordered_at is None:
        yield Word(Telling.BOUGHT, _day_of(said.ordered_at), None, notice)
    elif abs(moment_key(said.ordered_at) - moment_key(order.ordered_at)) > _CLOCKS:
        yield Word(Telling.BOUGHT, _day_of(said.ordered_at), _day_of(order.ordered_at), notice)


def _item_words(
    ours: Sequence[OrderLine], theirs: Sequence[OrderLine], notice: Notice
) -> Iterator[Word]:
    said, known = sum(line.qty for line in theirs), sum(line.qty for line in ours)
    if said != known:
        yield Word(Telling.COPIES, said, known or None, notice)
    if len(ours) == len(theirs) == 1:
        one, other = folded_name(theirs[0].title), folded_name(ours[0].title)
        if one and one not in other and (not other or other not in one):
            yield Word(Telling.TITLE, theirs[0].title, ours[0].title or None, notice)


def _filled_lines(
    ours: tuple[OrderLine, ...], theirs: tuple[OrderLine, ...]
) -> tuple[OrderLine, ...]:
    if not ours:
        return theirs
    if len(ours) != 1 or len(theirs) != 1:
        return ours
    line, other = ours[0], theirs[0]
    chosen: dict[str, Any] = {
        f.name: getattr(other, f.name)
        for f in fields(OrderLine)
        if f.name not in {"extra", "qty"} and getattr(line, f.name) in _UNKNOWN
    }
    return (replace(line, **chosen),)


def _filled_buyer(ours: Buyer, theirs: Buyer) -> Buyer:
    chosen: dict[str, Any] = {
        f.name: getattr(theirs, f.name) for f in fields(Buyer) if getattr(ours, f.name) is None
    }
    return replace(ours, **chosen)


def _with_parcel(parcels: list[Shipment], new: Shipment, order: Order) -> list[Shipment]:
    """The parcels, one of them told further, or one more where none is known."""
    number = folded_tracking(new.tracking or "")
    for place, known in enumerate(parcels):
        is_same = not number or not known.tracking or folded_tracking(known.tracking) == number
        if is_same:
            chosen: dict[str, Any] = {
                f.name: getattr(new, f.name)
                for f in fields(Shipment)
                if getattr(known, f.name) in _UNKNOWN
            }
            if _is_delivered(new) and not _is_delivered(known):
                chosen |= {
                    "tracking_status": new.tracking_status,
                    "tracking_date": new.tracking_date,
                }
            return [*parcels[:place], replace(known, **chosen), *parcels[place + 1 :]]
    if parcels and not number:
        return parcels
    return [*parcels, replace(new, order_id=order.order_id)]


def _is_delivered(parcel: Shipment) -> bool:
    return (parcel.tracking_status or "").casefold() == _DELIVERED


def _day_of(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _near(days: Iterable[date], day: date) -> date | None:
    return min(days, key=lambda one: abs(one - day), default=None)


def _is_same_place(one: ShipTo, other: ShipTo) -> bool:
    if one.postal and other.postal:
        return folded_postal(one.postal) == folded_postal(other.postal)
    return bool(one.city and other.city) and folded_name(one.city or "") == folded_name(
        other.city or ""
    )


def _place(address: ShipTo) -> str:
    return " ".join(part for part in (address.postal, address.city) if part)
