"""What reading an export gives: orders, parcels, payments, and the rows that could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..order import Order, Shipment
from ..payment import Payment

RawRow = dict[str, str]
"""One row as the file has it: header name to cell, empty cells left out."""


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that was left out; `line` counts the lines of the file from 1."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What the rows of a file say.

    Attributes:
        order_rows: for each of `orders`, the rows that it was made of.
        shipment_rows: for each of `shipments`, its row.
        payment_rows: for each of `payments`, its row.
        as_of: the newest day that the file speaks of; it cannot be older than that.
    """

    orders: tuple[Order, ...] = ()
    shipments: tuple[Shipment, ...] = ()
    rejected: tuple[RejectedRow, ...] = ()
    order_rows: tuple[tuple[RawRow, ...], ...] = ()
    shipment_rows: tuple[RawRow, ...] = ()
    payments: tuple[Payment, ...] = ()
    payment_rows: tuple[RawRow, ...] = ()
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """One export, read.

    Attributes:
        format: the name of its layout, "amazon-new-orders", "ebay-orders", ...
        encoding: how its bytes were read, by the name Python gives it.
        columns: its header.
        order_rows, shipment_rows, payment_rows, as_of: as in `Contents`.
    """

    format: str
    encoding: str
    orders: tuple[Order, ...] = ()
    shipments: tuple[Shipment, ...] = ()
    rejected: tuple[RejectedRow, ...] = ()
    columns: tuple[str, ...] = ()
    order_rows: tuple[tuple[RawRow, ...], ...] = ()
    shipment_rows: tuple[RawRow, ...] = ()
    payments: tuple[Payment, ...] = ()
    payment_rows: tuple[RawRow, ...] = ()
    as_of: date | None = None

    @property
    def row_count(self) -> int:
        """How many rows were read; those of an order that tell of a parcel, too, count once."""
        of_orders = sum(map(len, self.order_rows))
        return max(of_orders, len(self.shipment_rows)) + len(self.payments) + len(self.rejected)
