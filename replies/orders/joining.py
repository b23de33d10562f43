"""Which order a parcel belongs to, and which labels of two files are the same."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from .keys import KeyKind, name_postal
from .matching import OrderLookup
from .merging import moment_key
from .order import Order, OrderFile, Shipment
from .references import find_references, folded_number
from .tracking_numbers import folded_tracking

_NEAR: Final = timedelta(days=45)  # from an order to a label that does not name it
_CLOCKS: Final = timedelta(days=1)  # between the zones of two files


def order_of(orders: OrderLookup, shipment: Shipment) -> OrderFile | None:
    """The order that a parcel belongs to, None where none or more than one fits.

    By the number that the seller typed, else the tracking number, else recipient, postal code and
    day. A typed number that no order has names another order, so nothing else is tried then.
    """
    number = typed_number(shipment)
    place = name_postal(shipment.recipient, shipment.postal)
    found = orders.with_key(KeyKind.NUMBER, number) if number else ()
    if not found and shipment.line_id:  # a seller may know the order by its line's number
        found = orders.with_key(KeyKind.NUMBER, folded_number(shipment.line_id))
    if len(found) > 1:
        found = tuple(file for file in found if place and place == _place(file.order))
    if not found and shipment.tracking:
        found = orders.with_key(KeyKind.TRACKING, folded_tracking(shipment.tracking))
    if not found and place:
        found = tuple(
            file
            for file in orders.with_key(KeyKind.NAME_POSTAL, place)
            if _is_near(file.order, shipment)
            # eBay's sellers type its record number, too.
            and number in {"", str(file.order.extra.get("sales_record", ""))}
        )
    return found[0] if len(found) == 1 else None


def typed_number(shipment: Shipment) -> str:
    """The order number that the seller typed on a label, folded; "" where she typed none."""
    typed = shipment.order_id or ""
    found = find_references(typed)
    return folded_number(found[0].number if len(found) == 1 else typed)


def label_key(shipment: Shipment) -> str:
    """What two labels without a tracking number must share to be the same."""
    made = shipment.created or shipment.shipped_on
    parts = (
        made.isoformat() if made else "",
        typed_number(shipment),
        name_postal(shipment.recipient, shipment.postal),
        (shipment.service or "").casefold(),
    )
    return "\n".join((*parts, shipment.line_id) if shipment.line_id else parts)


def _is_near(order: Order, shipment: Shipment) -> bool:
    made = shipment.created or shipment.shipped_on
    if made is None or order.ordered_at is None:
        return False
    return -_CLOCKS <= made - moment_key(order.ordered_at).date() <= _NEAR


def _place(order: Order) -> str:
    return name_postal(order.ship_to.name, order.ship_to.postal)
