"""What an export says, as the rows of the import report: the names and forms of each layout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from ..order import Order, Shipment
from ..order_json import order_to_json, shipment_to_json
from ..payment import payment_to_json
from . import shipstation, woocommerce
from .imported import ImportedFile

Rows = dict[str, list[dict[str, Any]]]
_TO_THE_MINUTE: Final = {woocommerce.ORDERS.name}
_SECONDS: Final = ":00"
_LOCAL_COLONS: Final = 2  # "2026-11-03T14:03:00"; one with an offset has three


def rows_as_json(imported: ImportedFile) -> Rows:
    """The rows of a file under `orders`, `shipments` and `transactions`."""
    if imported.format == shipstation.NAME:
        parcels: dict[str | None, list[Shipment]] = {}
        for parcel in imported.shipments:
            parcels.setdefault(parcel.order_id, []).append(parcel)
        return {
            "orders": [_with_parcels(o, parcels.get(o.order_id, [])) for o in imported.orders],
            "shipments": [],
            "transactions": [],
        }
    orders = [order_to_json(order) for order in imported.orders]
    if imported.format in _TO_THE_MINUTE:
        for order in orders:
            if (ordered_at := order.get("ordered_at", "")).count(":") == _LOCAL_COLONS:
                order["ordered_at"] = ordered_at.removesuffix(_SECONDS)
    return {
        "orders": orders,
        "shipments": [shipment_to_json(shipment) for shipment in imported.shipments],
        "transactions": [payment_to_json(payment) for payment in imported.payments],
    }


def _with_parcels(order: Order, parcels: Sequence[Shipment]) -> dict[str, Any]:
    """An order of ShipStation: its parcels stand within it."""
    document = order_to_json(order)
    return _known(
        {
            "order_id": order.order_id,
            "ordered_at": document.get("ordered_at"),
            "store": order.extra.get("store"),
            "marketplace": order.extra.get("market"),
            "recipient": order.ship_to.name,
            "postal": order.ship_to.postal,
            "country": order.ship_to.country,
            "items": document.get("items"),
            "total": document.get("total"),
            "shipping_charged": document.get("shipping"),
            "note": order.buyer.note,
            "shipments": [_parcel(parcel) for parcel in parcels],
        }
    )


def _parcel(parcel: Shipment) -> dict[str, Any]:
    document = shipment_to_json(parcel)
    return _known(
        {
            "shipped_at": document.get("shipped_at") or document.get("shipped_on"),
            "tracking": [parcel.tracking] if parcel.tracking else None,
            "label_cost": document.get("label_cost"),
            "service": parcel.service,
        }
    )


def _known(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in facts.items() if value is not None}
