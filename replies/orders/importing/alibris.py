"""Alibris' status file: what became of each line of an order, and its tracking number."""

from __future__ import annotations

from typing import Final

from .layouts import Layout, Mending
from .parcel_rows import ParcelRows

_STATUS: Final = {"SH": "shipped", "CN": "cancelled", "RF": "refunded"}
_CARRIER_CHARS: Final = 5  # filled up with underscores: "USPS_", "UPS__"


def _order_id(number: str) -> str:
    """The order of "31874411-1", which is its first line."""
    order, hyphen, line = number.rpartition("-")
    return order if hyphen and line.isdigit() else number


def _status(code: str) -> str:
    return _STATUS.get(code.upper(), code.casefold())


def _carrier(confirmation: str) -> str:
    return confirmation[:_CARRIER_CHARS].rstrip("_")


def _tracking(confirmation: str) -> str:
    return confirmation[_CARRIER_CHARS:].lstrip("_")


STATUS: Final = Layout(
    name="alibris-status",
    columns={
        "order_id": ("order/pn number",),
        "parcel.line_id": ("order/pn number",),
        "parcel.status": ("status",),
        "parcel.carrier": ("deliveryconfirmation",),
        "parcel.tracking": ("deliveryconfirmation",),
    },
    signatures=(frozenset({"order_id", "parcel.status"}),),
    read=ParcelRows("alibris-status", required=("order_id", "parcel.status")),
    may_lack="parcel.tracking",
    mending=Mending(
        clean={
            "order_id": _order_id,
            "parcel.status": _status,
            "parcel.carrier": _carrier,
            "parcel.tracking": _tracking,
        }
    ),
)
