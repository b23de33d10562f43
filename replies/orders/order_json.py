"""Orders and parcels as JSON: the form of ORDER.json and of `softanswer orders import`.

A key that is absent means that the fact is not known. Money is written as text, a date without
a time as a date, a time as the file had it: with its offset, or without one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from ..errors import OrderFileError
from .order import Buyer, Marketplace, Order, OrderFile, OrderLine, Shipment, ShipTo
from .references import channel_of, marketplace_of_number

_LINE_KEYS: Final = frozenset(
    {
        "line_id", "sku", "title", "qty", "qty_to_ship", "amount", "listing_id", "isbn",
        "condition",
    }
)  # fmt: skip
_ORDER_KEYS: Final = frozenset(
    {
        "order_id", "source", "marketplace", "ordered_at", "paid_at", "ship_by", "shipped_at",
        "deliver_by_min", "deliver_by_max", "buyer", "ship_to", "items", "currency", "shipping",
        "tax", "total", "service", "tracking", "channel", "skus", "shipments", "shipment",
    }
)  # fmt: skip
_NAMES: Final = {m.value: m for m in Marketplace}


def order_to_json(order: Order) -> dict[str, Any]:
    """The order as one element of `orders`; keys of unknown facts are left out.

    `source` and `marketplace` are no part of it: in an import report the file says both.
    """
    document = _known(
        order_id=order.order_id,
        ordered_at=_iso(order.ordered_at),
        paid_at=_iso(order.paid_at),
        ship_by=_iso(order.ship_by),
        shipped_at=_iso(order.shipped_at),
        deliver_by_min=_iso(order.deliver_by_min),
        deliver_by_max=_iso(order.deliver_by_max),
        buyer=_buyer_to_json(order),
        ship_to=_ship_to_to_json(order.ship_to),
        items=[_line_to_json(line) for line in order.items],
        currency=order.currency,
        shipping=_plain(order.shipping),
        tax=_plain(order.tax),
        total=_plain(order.total),
        service=order.service,
        tracking=list(order.tracking),
        channel=order.channel,
        skus=list(order.skus),
    )
    return document | order.extra


def order_from_json(document: Mapping[str, Any]) -> Order:
    """Read one element of `orders`; the marketplace is guessed where it is not named.

    Raises:
        OrderFileError: a value is of the wrong kind, or the order has no number.
    """
    order_id = _text(document, "order_id")
    if order_id is None:
        raise OrderFileError("The order has no 'order_id': give the number of the marketplace.")
    channel = _text(document, "channel")
    buyer = _buyer(_object(document, "buyer"))
    return Order(
        order_id=order_id,
        source=_text(document, "source") or "",
        marketplace=_marketplace(document, order_id, channel, buyer.email),
        items=tuple(_line(item) for item in _objects(document, "items")),
        ordered_at=_moment(document, "ordered_at"),
        paid_at=_moment(document, "paid_at"),
        ship_by=_moment(document, "ship_by"),
        shipped_at=_moment(document, "shipped_at"),
        deliver_by_min=_moment(document, "deliver_by_min"),
        deliver_by_max=_moment(document, "deliver_by_max"),
        buyer=buyer,
        # ShipStation's rows have the recipient on the top level.
        ship_to=_ship_to(_object(document, "ship_to") or document),
        service=_text(document, "service"),
        currency=_text(document, "currency"),
        shipping=_money(document, "shipping"),
        tax=_money(document, "tax"),
        total=_money(document, "total"),
        tracking=_texts(document, "tracking"),
        channel=channel,
        skus=_texts(document, "skus"),
        extra=_extra(document, _ORDER_KEYS),
    )


def order_file_from_json(document: Mapping[str, Any]) -> OrderFile:
    """Read an order together with the parcels under its `shipments` (or one `shipment`).

    Raises:
        OrderFileError: as for `order_from_json`.
    """
    order = order_from_json(document)
    parcels = list(_objects(document, "shipments"))
    if one := _object(document, "shipment"):
        parcels.append(one)
    return OrderFile(0, order, tuple(shipment_from_json(parcel) for parcel in parcels))


def shipment_to_json(shipment: Shipment) -> dict[str, Any]:
    """The parcel as one element of `shipments`; keys of unknown facts are left out."""
    return _known(
        order_id=shipment.order_id,
        line_id=shipment.line_id,
        tracking=shipment.tracking,
        carrier=shipment.carrier,
        service=shipment.service,
        shipped_on=_iso(shipment.shipped_on),
        shipped_at=_iso(shipment.shipped_at),
        created=_iso(shipment.created),
        label_cost=_plain(shipment.label_cost),
        recipient=shipment.recipient,
        postal=shipment.postal,
        country=shipment.country,
        status=shipment.status,
        tracking_status=shipment.tracking_status,
        tracking_info=shipment.tracking_info,
        tracking_date=_iso(shipment.tracking_date),
        weight_oz=_plain(shipment.weight_oz),
    )


def shipment_from_json(document: Mapping[str, Any]) -> Shipment:
    """Read one element of `shipments`.

    Raises:
        OrderFileError: a value is of the wrong kind.
    """
    return Shipment(
        source=_text(document, "source") or "",
        order_id=_text(document, "order_id"),
        tracking=next(iter(_texts(document, "tracking")), None),
        carrier=_text(document, "carrier"),
        service=_text(document, "service"),
        shipped_on=_day(document, "shipped_on") or _day(document, "shipped_at"),
        recipient=_text(document, "recipient"),
        postal=_text(document, "postal"),
        country=_text(document, "country"),
        label_cost=_money(document, "label_cost"),
        status=_text(document, "status"),
        tracking_status=_text(document, "tracking_status"),
        tracking_info=_text(document, "tracking_info"),
        tracking_date=_day(document, "tracking_date"),
        created=_day(document, "created"),
        weight_oz=_money(document, "weight_oz"),
        line_id=_text(document, "line_id"),
        shipped_at=_time(document, "shipped_at"),
    )


def _known(**facts: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON values of any kind
    return {key: value for key, value in facts.items() if value is not None and value != []}


def _iso(moment: date | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _plain(amount: Decimal | None) -> str | None:
    return None if amount is None else format(amount, "f")


def _buyer_to_json(order: Order) -> dict[str, Any] | None:
    """The buyer; an order that goes to somebody has one, though nothing may be known of her."""
    buyer = order.buyer
    known = _known(
        name=buyer.name,
        email=buyer.email,
        phone=buyer.phone,
        username=buyer.username,
        note=buyer.note,
    )
    return known if known or order.ship_to.name else None


def _ship_to_to_json(to: ShipTo) -> dict[str, Any] | None:
    return (
        _known(
            name=to.name,
            street=list(to.street),
            city=to.city,
            region=to.region,
            postal=to.postal,
            country=to.country,
        )
        or None
    )


def _line_to_json(line: OrderLine) -> dict[str, Any]:
    return (
        _known(
            line_id=line.line_id,
            sku=line.sku,
            title=line.title,
            qty=line.qty,
            qty_to_ship=line.qty_to_ship,
            amount=_plain(line.amount),
            listing_id=line.listing_id,
            isbn=line.isbn,
            condition=line.condition,
        )
        | line.extra
    )


def _marketplace(
    document: Mapping[str, Any], order_id: str, channel: str | None, email: str | None
) -> Marketplace:
    named = (_text(document, "marketplace") or "").casefold()
    if named in _NAMES:
        return _NAMES[named]
    for hint in (_text(document, "source"), channel):
        for name, marketplace in _NAMES.items():
            if hint and hint.casefold().startswith(name):
                return marketplace
    return marketplace_of_number(order_id) or channel_of(email or "")


def _buyer(document: Mapping[str, Any]) -> Buyer:
    return Buyer(
        name=_text(document, "name"),
        email=_text(document, "email"),
        phone=_text(document, "phone"),
        username=_text(document, "username"),
        note=_text(document, "note"),
    )


def _ship_to(document: Mapping[str, Any]) -> ShipTo:
    return ShipTo(
        name=_text(document, "name") or _text(document, "recipient"),
        street=_texts(document, "street"),
        city=_text(document, "city"),
        region=_text(document, "region"),
        postal=_text(document, "postal"),
        country=_text(document, "country"),
    )


def _line(document: Mapping[str, Any]) -> OrderLine:
    quantity = _count(document, "qty")
    return OrderLine(
        title=_text(document, "title") or "",
        line_id=_text(document, "line_id"),
        sku=_text(document, "sku"),
        qty=1 if quantity is None else quantity,
        qty_to_ship=_count(document, "qty_to_ship"),
        amount=_money(document, "amount"),
        listing_id=_text(document, "listing_id"),
        isbn=_text(document, "isbn"),
        condition=_text(document, "condition"),
        extra=_extra(document, _LINE_KEYS),
    )


def _extra(document: Mapping[str, Any], known: frozenset[str]) -> dict[str, str | int | bool]:
    return {
        key: value
        for key, value in document.items()
        if key not in known and isinstance(value, str | int)
    }


def _object(document: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = document.get(key)
    if value is None:
        return {}
    if isinstance(value, Mapping):
        return value
    raise _wrong(key, value, "an object with keys")


def _objects(document: Mapping[str, Any], key: str) -> Iterable[Mapping[str, Any]]:
    value = document.get(key)
    if value is None:
        return ()
    if isinstance(value, list) and all(isinstance(one, Mapping) for one in value):
        return value
    raise _wrong(key, value, "a list of objects")


def _text(document: Mapping[str, Any], key: str) -> str | None:
    value = document.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise _wrong(key, value, "a text")


def _texts(document: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = document.get(key)
    if value is None or value == "":
        return ()
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise _wrong(key, value, "a list of texts")


def _count(document: Mapping[str, Any], key: str) -> int | None:
    value = document.get(key)
    if value is None:
        return None
    if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise _wrong(key, value, "a whole number from 0")


def _money(document: Mapping[str, Any], key: str) -> Decimal | None:
    value = document.get(key)
    if value is None or value == "":
        return None
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        try:
            amount = Decimal(str(value))
        except InvalidOperation:
            raise _wrong(key, value, 'an amount such as "12.50"') from None
        if amount.is_finite():
            return amount
    raise _wrong(key, value, 'an amount such as "12.50"')


def _moment(document: Mapping[str, Any], key: str) -> date | datetime | None:
    value = document.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        raise _wrong(key, value, 'a date such as "2026-11-03"')
    try:
        if len(value) == len("2026-11-03"):
            return date.fromisoformat(value)
        return datetime.fromisoformat(value)
    except ValueError:
        raise _wrong(key, value, 'a date such as "2026-11-03"') from None


def _day(document: Mapping[str, Any], key: str) -> date | None:
    moment = _moment(document, key)
    return moment.date() if isinstance(moment, datetime) else moment


def _time(document: Mapping[str, Any], key: str) -> datetime | None:
    moment = _moment(document, key)
    return moment if isinstance(moment, datetime) else None


def _wrong(key: str, value: object, wanted: str) -> OrderFileError:
    shown = repr(value)
    shown = shown if len(shown) <= 40 else f"{shown[:40]}..."  # noqa: PLR2004 - one line of a terminal
    return OrderFileError(f"'{key}' of the order is {shown}, but it has to be {wanted}.")
