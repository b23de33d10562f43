"""Pirate Ship's export of shipments: one line for each label that was bought."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from ....mailbox.sentence import Sentence
from ..order import Shipment
from .cells import DayOrder, as_day, parse_decimal
from .imported import Contents
from .layouts import BadCellError, Layout, Row, latest_day, read_each

_SOURCE: Final = "pirateship"
_COLUMNS: Final = {
    "created": ("created date",),
    "recipient": ("recipient",),
    "company": ("company",),
    "email": ("email",),
    "tracking": ("tracking number",),
    "cost": ("cost",),
    "status": ("status",),
    "label_size": ("label size",),
    "shipped": ("ship date",),
    "weight": ("weight (oz)",),
    "tracking_status": ("tracking status",),
    "tracking_info": ("tracking info",),
    "tracking_date": ("tracking date",),
    "postal": ("zipcode", "zip", "zip code"),
    "country": ("country",),
    "carrier": ("carrier",),
    "service": ("service",),
    "order_id": ("order id",),
    "stamp": ("rubber stamp 1",),
}
_NUMBER_ON_STAMP: Final = re.compile(r"\d{4}")


def _read(rows: Sequence[Row]) -> Contents:
    good, bad = read_each(rows, _shipment)
    # Files that were joined together repeat parcels; labels without a number may be equal.
    good = list({s.tracking or row.line: (row, s) for row, s in good}.values())
    return Contents(
        shipments=tuple(shipment for _, shipment in good),
        rejected=tuple(rejected for _, rejected in bad),
        shipment_rows=tuple(row.raw for row, _ in good),
        as_of=latest_day(
            day for _, shipment in good for day in (shipment.created, shipment.tracking_date)
        ),
    )


def _shipment(row: Row) -> Shipment:
    recipient = row.text("recipient") or row.text("company")
    tracking = row.number("tracking")
    if recipient is None and tracking is None:
        raise BadCellError(Sentence("Orders", "it has neither a recipient nor a tracking number"))
    return Shipment(
        source=_SOURCE,
        order_id=row.text("order_id") or _stamped_number(row),
        tracking="".join(tracking.split()) if tracking else None,
        carrier=row.text("carrier"),
        service=row.text("service"),
        shipped_on=_day(row, "shipped"),
        recipient=recipient,
        postal=row.text("postal"),
        country=row.text("country"),
        label_cost=row.amount("cost"),
        status=row.text("status"),
        tracking_status=row.text("tracking_status"),
        tracking_info=row.text("tracking_info"),
        tracking_date=_day(row, "tracking_date"),
        created=_day(row, "created"),
        weight_oz=row.parsed("weight", parse_decimal),
        email=row.text("email"),
    )


def _stamped_number(row: Row) -> str | None:
    """The rubber stamp, where many sellers print the order number."""
    stamp = row.text("stamp")
    return stamp if stamp and _NUMBER_ON_STAMP.search(stamp) else None


def _day(row: Row, field: str) -> date | None:
    moment = row.moment(field)
    return None if moment is None else as_day(moment)


SHIPMENTS: Final = Layout(
    name=_SOURCE,
    columns=_COLUMNS,
    signatures=(
        frozenset({"created", "recipient", "tracking", "label_size"}),
        frozenset({"recipient", "tracking", "stamp"}),
    ),
    read=_read,
    dates=("created", "shipped", "tracking_date"),
    day_order=DayOrder.MONTH_FIRST,  # a service of the United States
)
