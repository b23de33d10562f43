"""Rows that are parcels, or that say of a line of an order how it went.

A layout names its columns by `order_id`, `ship_to.` and `buyer.email` as for orders, and by
`parcel.` with what is said of the parcel.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from ....mailbox.sentence import Sentence
from ..order import Shipment
from .cells import as_day, parse_decimal
from .imported import Contents
from .layouts import BadCellError, Row, latest_day, read_each
from .order_rows import OrderRows

MOMENTS: Final = ("parcel.shipped", "parcel.created", "parcel.tracking_date")


@dataclass(frozen=True, slots=True)
class ParcelRows:
    """Reads each row as one parcel.

    Attributes:
        required: the fields without which a row says nothing; for none of them it needs a
            recipient or a tracking number.
    """

    source: str
    required: tuple[str, ...] = ()

    def __call__(self, rows: Sequence[Row]) -> Contents:
        """The parcels of these rows, and the rows that could not be read."""
        good, bad = read_each(rows, self.parcel)
        # Files that were joined together repeat parcels; labels without a number may be equal.
        kept = {(s.tracking, s.line_id) if s.tracking or s.line_id else row.line: (row, s)
                for row, s in good}  # fmt: skip
        parcels = tuple(parcel for _, parcel in kept.values())
        return Contents(
            shipments=parcels,
            rejected=tuple(rejected for _, rejected in bad),
            shipment_rows=tuple(row.raw for row, _ in kept.values()),
            as_of=latest_day(day for s in parcels for day in (s.created, s.tracking_date)),
        )

    def parcel(self, row: Row) -> Shipment:
        """The parcel of one row.

        Raises:
            BadCellError: a cell cannot be read.
        """
        known, tracking = row.known, row.number("parcel.tracking")
        recipient = known.get("ship_to.name")
        for name in self.required:
            row.required(name)
        if not (self.required or recipient or tracking):
            raise BadCellError(
                Sentence("Orders", "it has neither a recipient nor a tracking number")
            )
        shipped = row.moment("parcel.shipped")
        return Shipment(
            source=self.source,
            order_id=known.get("order_id"),
            tracking="".join(tracking.split()) if tracking else None,
            carrier=known.get("parcel.carrier"),
            service=known.get("parcel.service"),
            shipped_on=None if shipped is None else as_day(shipped),
            recipient=recipient,
            postal=known.get("ship_to.postal"),
            country=known.get("ship_to.country"),
            label_cost=row.amount("parcel.cost"),
            status=known.get("parcel.status"),
            tracking_status=known.get("parcel.tracking_status"),
            tracking_info=known.get("parcel.tracking_info"),
            tracking_date=_day(row, "parcel.tracking_date"),
            created=_day(row, "parcel.created"),
            weight_oz=row.parsed("parcel.weight", parse_decimal),
            email=known.get("buyer.email"),
            line_id=known.get("parcel.line_id"),
            shipped_at=shipped if isinstance(shipped, datetime) else None,
        )


@dataclass(frozen=True, slots=True)
class OrdersWithParcels:
    """Reads rows that are lines of orders and tell of their parcels, too.

    A parcel stands again for each of its lines: by its number, else by its cost and day.
    """

    orders: OrderRows
    parcels: ParcelRows

    def __call__(self, rows: Sequence[Row]) -> Contents:
        """The orders and the parcels of these rows, and the rows that could not be read."""
        good, bad = read_each(rows, self.parcels.parcel)
        contents = self.orders([row for row, _ in good])
        lost = {rejected.line for rejected in contents.rejected}
        kept = {_sign(parcel): (row, parcel) for row, parcel in good if row.line not in lost}
        return replace(
            contents,
            rejected=(*(rejected for _, rejected in bad), *contents.rejected),
            shipments=tuple(parcel for _, parcel in kept.values()),
            shipment_rows=tuple(row.raw for row, _ in kept.values()),
        )


def _sign(parcel: Shipment) -> object:
    made = parcel.shipped_at or parcel.shipped_on
    sign = parcel.tracking or (made, parcel.label_cost, parcel.service)
    return parcel.order_id, sign


def _day(row: Row, field: str) -> date | None:
    moment = row.moment(field)
    return None if moment is None else as_day(moment)
