"""What reading an export gives: orders, parcels, payments, and the rows that could not be read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ..order import Marketplace, Order, Shipment
from ..payment import Payment

RawRow = dict[str, str]
"""One row as the file has it: header name to cell, empty cells left out."""


@dataclass(frozen=True, slots=True)
class RejectedRow:
    """A row that was left out; `line` counts the lines of the file from 1."""

    line: int
    why: str


class PlainOrder(NamedTuple):
    """One order of one row, as the store keeps it; see `quick`.

    Attributes:
        line: on which line of the file it stands.
        raw_rows: its row in the form of `raw_rows`.
        tokens: what it is found by; see `keys`.
    """

    line: int
    order_id: str
    source: str
    ordered_on: str
    document: str
    raw_rows: str
    tokens: str


@dataclass(frozen=True, slots=True)
class PlainOrders:
    """The plain orders of a part of a file, all of one marketplace.

    Attributes:
        read: reads one of them with care, for an order that the store knows already.
    """

    marketplace: Marketplace
    orders: Sequence[PlainOrder]
    read: Callable[[PlainOrder], tuple[Order, tuple[RawRow, ...]]]


@dataclass(frozen=True, slots=True)
class Contents:
    """What the rows of a file say.

    Attributes:
        order_rows: for each of `orders`, the rows that it was made of.
        order_lines: for each of `orders`, its first line; nothing where that does not matter.
        shipment_rows: for each of `shipments`, its row.
        payment_rows: for each of `payments`, its row.
        as_of: the newest day that the file speaks of; it cannot be older than that.
    """

    orders: tuple[Order, ...] = ()
    shipments: tuple[Shipment, ...] = ()
    rejected: tuple[RejectedRow, ...] = ()
    order_rows: tuple[tuple[RawRow, ...], ...] = ()
    order_lines: tuple[int, ...] = ()
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
        order_rows, order_lines, shipment_rows, payment_rows, as_of: as in `Contents`.
        plain: orders that are in none of `orders`, written down for the store already; only in
            a part of a file.
        reading: as in `Layout`.
    """

    format: str
    encoding: str
    orders: tuple[Order, ...] = ()
    shipments: tuple[Shipment, ...] = ()
    rejected: tuple[RejectedRow, ...] = ()
    columns: tuple[str, ...] = ()
    order_rows: tuple[tuple[RawRow, ...], ...] = ()
    order_lines: tuple[int, ...] = ()
    shipment_rows: tuple[RawRow, ...] = ()
    payments: tuple[Payment, ...] = ()
    payment_rows: tuple[RawRow, ...] = ()
    as_of: date | None = None
    plain: PlainOrders | None = None
    reading: str = ""

    @property
    def row_count(self) -> int:
        """How many rows were read; those of an order that tell of a parcel, too, count once."""
        of_orders = sum(map(len, self.order_rows)) + len(self.plain.orders if self.plain else ())
        return max(of_orders, len(self.shipment_rows)) + len(self.payments) + len(self.rejected)
