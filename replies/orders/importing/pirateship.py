"""Pirate Ship's export of shipments: one line for each label that was bought."""

from __future__ import annotations

import re
from typing import Final

from .cells import DayOrder
from .layouts import Layout, Mending
from .parcel_rows import MOMENTS, ParcelRows

_NUMBER_ON_STAMP: Final = re.compile(r"\d{4}")


def _stamped_number(stamp: str) -> str:
    """The rubber stamp, where many sellers print the order number."""
    return stamp if _NUMBER_ON_STAMP.search(stamp) else ""


SHIPMENTS: Final = Layout(
    name="pirateship",
    columns={
        "order_id": ("order id",),
        "stamp": ("rubber stamp 1",),
        "ship_to.name": ("recipient",),
        "company": ("company",),
        "ship_to.postal": ("zipcode", "zip", "zip code"),
        "ship_to.country": ("country",),
        "buyer.email": ("email",),
        "parcel.created": ("created date",),
        "parcel.tracking": ("tracking number",),
        "parcel.cost": ("cost",),
        "parcel.status": ("status",),
        "parcel.label_size": ("label size",),
        "parcel.shipped": ("ship date",),
        "parcel.weight": ("weight (oz)",),
        "parcel.tracking_status": ("tracking status",),
        "parcel.tracking_info": ("tracking info",),
        "parcel.tracking_date": ("tracking date",),
        "parcel.carrier": ("carrier",),
        "parcel.service": ("service",),
    },
    signatures=(
        frozenset({"parcel.created", "ship_to.name", "parcel.tracking", "parcel.label_size"}),
        frozenset({"ship_to.name", "parcel.tracking", "stamp"}),
    ),
    read=ParcelRows("pirateship"),
    dates=MOMENTS,
    day_order=DayOrder.MONTH_FIRST,  # a service of the United States
    mending=Mending(
        clean={"stamp": _stamped_number},
        otherwise={"ship_to.name": "company", "order_id": "stamp"},
    ),
)
