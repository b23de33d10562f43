"""Orders and parcels from objects of schema.org: Order, ParcelDelivery, Invoice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from ..importing.cells import as_day
from ..isbn import isbn_forms
from ..order import Buyer, Marketplace, Order, OrderLine, Shipment, ShipTo
from .structured import Node, type_of
from .values import amount_in, count_in, line_of, moment_in
from .weighing import filled

_MAX_LINES: Final = 50
_MAX_ORDERS: Final = 20
_ISBN_KEYS: Final = ("isbn", "gtin13", "gtin", "productID")
_REFUNDS: Final = frozenset({"paymentrefunded", "refunded"})
_STATES: Final = {
    "ordercancelled": "cancelled",
    "orderreturned": "refunded",
}


@dataclass(frozen=True, slots=True)
class MarkedOrder:
    """What the objects of one letter say of one order.

    Attributes:
        order: None where a parcel names no order.
        is_new: an Order stands there, not just a mention of its number.
        customer_email: as the order names it, "" where it does not.
        is_refund: money was given back.
    """

    order: Order | None
    parcels: tuple[Shipment, ...] = ()
    is_new: bool = False
    customer_email: str = ""
    is_refund: bool = False


def marked_orders(
    nodes: Iterable[Node], source: str, marketplace: Marketplace, channel: str
) -> tuple[MarkedOrder, ...]:
    """The orders and parcels that structured data speaks of, each order once.

    Args:
        source: what the orders are said to come from.
    """
    made = _Made(source, marketplace, channel)
    for node in nodes:
        kind = type_of(node)
        if kind == "Order":
            made.add_order(node)
        elif kind == "ParcelDelivery":
            made.add_parcel(node)
        elif kind == "Invoice":
            made.add_invoice(node)
    return made.all()


class _Made:
    def __init__(self, source: str, marketplace: Marketplace, channel: str) -> None:
        self._source = source
        self._marketplace = marketplace
        self._channel = channel
        self._orders: dict[str, MarkedOrder] = {}
        self._loose: list[MarkedOrder] = []

    def all(self) -> tuple[MarkedOrder, ...]:
        """What was found."""
        return (*self._orders.values(), *self._loose)[: 2 * _MAX_ORDERS]

    def add_order(self, node: Node) -> None:
        """Read an Order; one without a number is left out."""
        if len(self._orders) >= _MAX_ORDERS:
            return
        order = self._order(node)
        if order is None:
            return
        known = self._orders.get(order.order_id) or MarkedOrder(order)
        is_whole = bool(order.items or order.buyer.name or order.total is not None)
        told = known.order or order
        both = filled(order, told) if is_whole else filled(told, order)
        self._orders[order.order_id] = replace(
            known,
            order=both,
            is_new=known.is_new or is_whole,
            customer_email=both.buyer.email or "",
            is_refund=known.is_refund or order.extra.get("status") == "refunded",
        )

    def add_parcel(self, node: Node) -> None:
        """Read a ParcelDelivery, and the order that it names."""
        number = _order_number(node.get("partOfOrder")) or _order_number(node)
        parcel = self._parcel(node, number)
        if parcel is None:
            return
        if not number:
            self._loose.append(MarkedOrder(None, (parcel,)))
            return
        known = self._orders.get(number) or MarkedOrder(self._empty(number))
        order = known.order or self._empty(number)
        until = moment_in(_first(node, "expectedArrivalUntil"))
        since = moment_in(_first(node, "expectedArrivalFrom"))
        if order.ship_to == ShipTo():
            order = replace(order, ship_to=_address(node.get("deliveryAddress")))
        order = replace(
            order,
            deliver_by_min=order.deliver_by_min or since,
            deliver_by_max=order.deliver_by_max or until,
            service=order.service or _named(node.get("hasDeliveryMethod")) or None,
        )
        if parcel not in known.parcels:
            known = replace(known, parcels=(*known.parcels, parcel))
        self._orders[number] = replace(known, order=order)

    def add_invoice(self, node: Node) -> None:
        """Read an Invoice that gives money back; others say no more than their order."""
        state = _text(node, "paymentStatus").rpartition("/")[2].lower()
        amount, currency = _money(node.get("totalPaymentDue"))
        is_negative = line_of(_price_text(node.get("totalPaymentDue"))).startswith(("-", "\u2212"))
        if state not in _REFUNDS and not is_negative:
            return
        referenced = next(iter(_objects(node.get("referencesOrder"))), {})
        number = _order_number(referenced) or _order_number(node)
        if not number:
            return
        known = self._orders.get(number) or MarkedOrder(self._empty(number))
        order = known.order or self._empty(number)
        extra = order.extra | ({"refunded": format(amount, "f")} if amount else {})
        order = replace(order, currency=order.currency or currency, extra=extra)
        self._orders[number] = replace(known, order=order, is_refund=True)

    def _empty(self, number: str) -> Order:
        return Order(number, self._source, self._marketplace, (), channel=self._channel or None)

    def _order(self, node: Node) -> Order | None:
        number = _order_number(node)
        if not number:
            return None
        lines = tuple(_lines(node))[:_MAX_LINES]
        total, currency = _money(node.get("totalPrice") or node.get("price"))
        currency = _text(node, "priceCurrency") or currency or _lines_currency(node)
        customer = next(iter(_objects(node.get("customer") or node.get("buyer"))), {})
        delivery = next(iter(_objects(node.get("orderDelivery"))), {})
        address = _address(delivery.get("deliveryAddress") or customer.get("address"))
        state = _text(node, "orderStatus").rpartition("/")[2].lower()
        return replace(
            self._empty(number),
            items=lines,
            ordered_at=moment_in(_first(node, "orderDate")),
            buyer=Buyer(
                name=_text(customer, "name") or _named(node.get("customer")) or None,
                email=_text(customer, "email") or None,
                phone=_text(customer, "telephone") or None,
            ),
            ship_to=address,
            currency=currency[:3].upper() if currency else None,
            total=total,
            extra={"status": _STATES[state]} if state in _STATES else {},
        )

    def _parcel(self, node: Node, number: str) -> Shipment | None:
        tracking = _text(node, "trackingNumber")[:60]
        if not tracking:
            return None
        address = _address(node.get("deliveryAddress"))
        carrier = _named(node.get("carrier")) or _named(node.get("provider"))
        sent = moment_in(_first(node, "shipDate", "dateShipped"))
        return Shipment(
            source=self._source,
            order_id=number or None,
            tracking=tracking,
            carrier=carrier or None,
            service=_named(node.get("hasDeliveryMethod")) or None,
            shipped_on=as_day(sent) if sent else None,
            recipient=address.name,
            postal=address.postal,
            country=address.country,
        )


def _lines(node: Node) -> Iterator[OrderLine]:
    offers = [*_objects(node.get("acceptedOffer")), *_objects(node.get("orderedItem"))]
    for offer in offers:
        item = next(iter(_objects(offer.get("itemOffered") or offer.get("orderedItem"))), offer)
        title = _named(item) or _named(offer)
        if not title:
            continue
        each, _ = _money(offer.get("price") or offer.get("priceSpecification"))
        copies = (
            count_in(_value(offer.get("eligibleQuantity")))
            or count_in(_value(offer.get("orderQuantity")))
            or 1
        )
        isbns = (isbn_forms(_text(item, key)) for key in _ISBN_KEYS)
        yield OrderLine(
            title=title,
            sku=_text(item, "sku") or _text(offer, "sku") or None,
            qty=copies,
            amount=each * copies if each is not None else None,
            isbn=next((forms[0] for forms in isbns if forms), None),
            condition=_condition(_text(offer, "itemCondition") or _text(item, "itemCondition")),
        )


def _lines_currency(node: Node) -> str | None:
    offers = _objects(node.get("acceptedOffer"))
    return next((c for offer in offers if (c := _text(offer, "priceCurrency"))), None)


def _condition(text: str) -> str | None:
    """A grade as a word: "https://schema.org/UsedCondition" is "Used"."""
    return text.rstrip("/").rpartition("/")[2].removesuffix("Condition") or None


def _address(value: object) -> ShipTo:
    address = next(iter(_objects(value)), None)
    if address is None:
        return ShipTo()
    street = address.get("streetAddress")
    written = street if isinstance(street, list) else str(street or "").splitlines()
    return ShipTo(
        name=_text(address, "name") or None,
        street=tuple(line for one in written[:4] if (line := line_of(one))),
        city=_text(address, "addressLocality") or None,
        region=_text(address, "addressRegion") or None,
        postal=_text(address, "postalCode") or None,
        country=_named(address.get("addressCountry")) or None,
    )


def _order_number(value: object) -> str:
    for node in _objects(value):
        if number := _text(node, "orderNumber") or _text(node, "merchantOrderId"):
            return number[:60]
    return ""


def _money(value: object) -> tuple[Decimal | None, str | None]:
    """A sum as a text, a number, or an object with price or value."""
    for node in _objects(value):
        amount, currency = amount_in(_first(node, "price", "value", "minPrice"))
        return amount, _text(node, "priceCurrency") or _text(node, "currency") or currency
    return amount_in(value)


def _price_text(value: object) -> object:
    for node in _objects(value):
        return _first(node, "price", "value")
    return value


def _value(value: object) -> object:
    for node in _objects(value):
        return _first(node, "value")
    return value


def _named(value: object) -> str:
    """The name of an object, or the text that stands for it."""
    for node in _objects(value):
        return _text(node, "name")
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str)), "")
    return line_of(value) if isinstance(value, str) else ""


def _objects(value: object) -> list[Node]:
    """The objects that a value is, or holds."""
    found = value if isinstance(value, list) else [value]
    return [one for one in found[:_MAX_LINES] if isinstance(one, dict)]


def _text(node: Node, key: str) -> str:
    return line_of(_first(node, key))


def _first(node: Node, *keys: str) -> object:
    for key in keys:
        value = node.get(key)
        if isinstance(value, list):
            value = next((one for one in value if not isinstance(one, list)), None)
        if value not in (None, "", {}):
            return value
    return None
