"""Orders as a table for a spreadsheet: one line for each book. Pure."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from .delivery import reckon
from .order import OrderFile, OrderLine
from .standing import standing_of

CONFIRMED: Final = "confirmed in soft answer"
"""The column that tells which orders only mail knows; an import leaves those out."""
NOT_CONFIRMED: Final = "no"
COLUMNS: Final = (
    "order id", "marketplace", "bought", "posted", "title", "condition", "sku", "isbn", "copies",
    "amount", "postage", "tax", "total", "paid back", "currency", "buyer", "email", "recipient",
    "street", "town", "region", "postal code", "country", "service", "tracking", "delivery",
    CONFIRMED,
)  # fmt: skip
_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run


def escaped(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA_SIGNS) else cell


def csv_lines(files: Iterable[OrderFile], today: date) -> Iterator[str]:
    """The header, then the lines of each order, each with its CR LF (RFC 4180)."""
    yield _line(COLUMNS)
    for file in files:
        for item in file.order.items or (OrderLine(""),):
            yield _line([escaped(cell) for cell in _cells(file, item, today)])


def _cells(file: OrderFile, item: OrderLine, today: date) -> tuple[str, ...]:
    order, ship_to = file.order, file.order.ship_to
    delivery = reckon(file, today)
    return (
        order.order_id,
        order.marketplace.value,
        _day(order.ordered_at),
        _day(delivery.shipped_on),
        item.title,
        item.condition or "",
        item.sku or "",
        item.isbn or "",
        str(item.qty),
        _amount(item.amount),
        _amount(order.shipping),
        _amount(order.tax),
        _amount(order.total),
        _amount(standing_of(order).refunded),
        order.currency or "",
        order.buyer.name or "",
        order.buyer.email or "",
        ship_to.name or "",
        ", ".join(ship_to.street),
        ship_to.city or "",
        ship_to.region or "",
        ship_to.postal or "",
        ship_to.country or "",
        delivery.service_used or delivery.service_paid or "",
        delivery.tracking or "",
        delivery.band.value,
        "yes" if file.is_confirmed else NOT_CONFIRMED,
    )


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _amount(amount: Decimal | None) -> str:
    return "" if amount is None else str(amount)


def _day(moment: date | datetime | None) -> str:
    if moment is None:
        return ""
    return (moment.date() if isinstance(moment, datetime) else moment).isoformat()
