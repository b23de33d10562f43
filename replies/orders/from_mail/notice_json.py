"""A notice as JSON, as the store keeps it and `softanswer orders show` tells it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from ..order import Notice, NoticeKind
from ..order_json import order_from_json, order_to_json, shipment_from_json, shipment_to_json


def notice_to_json(notice: Notice) -> dict[str, Any]:
    """What a notice says; its day, letter and confirmation are columns of the store."""
    order = notice.order
    document: dict[str, Any] = {
        "sender": notice.sender,
        "kind": notice.kind.value,
        "checked": notice.is_checked,
        "parcels": [shipment_to_json(p) | {"source": p.source} for p in notice.parcels],
    }
    if order is not None:
        names = {"source": order.source, "marketplace": order.marketplace.value}
        document["order"] = order_to_json(order) | names
    return document


def notice_from_json(
    document: Mapping[str, Any], received_on: date, *, is_confirmed: bool, message: int | None
) -> Notice:
    """The notice in a document of `notice_to_json`.

    Raises:
        OrderFileError: a value is of the wrong kind.
    """
    order = document.get("order")
    parcels = tuple(shipment_from_json(parcel) for parcel in document["parcels"])
    return Notice(
        kind=NoticeKind(document["kind"]),
        sender=document["sender"],
        order=order_from_json(order) if order else None,
        parcels=tuple(replace(parcel, email=None) for parcel in parcels),
        is_checked=bool(document["checked"]),
        received_on=received_on,
        is_confirmed=is_confirmed,
        message=message,
    )
