"""eBay's "Orders" report of the Seller Hub: framed CSV, one row for each order or item.

An order of several items has one summary row (buyer, address, sums, no item) and one row for
each item; all bear the same sales record number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final, TypeVar

from ....mailbox.sentence import Sentence
from ..order import Buyer, Marketplace, Order, OrderLine, ShipTo
from .cells import parse_currency
from .imported import Contents, RejectedRow
from .layouts import BadCellError, Layout, Row, latest_day, read_each

T = TypeVar("T")
_SOURCE: Final = "ebay-orders"
_COLUMNS: Final = {
    "record": ("sales record number", "verkaufsprotokollnummer"),
    "order_id": ("order number", "order id", "bestellnummer"),
    "username": ("buyer username", "buyer user id", "nutzername des käufers"),
    "buyer": ("buyer name", "name des käufers"),
    "email": ("buyer email", "e-mail des käufers"),
    "note": ("buyer note", "notiz des käufers"),
    "recipient": ("ship to name", "post to name", "name des empfängers"),
    "phone": ("ship to phone", "post to phone", "telefonnummer des empfängers"),
    "street1": (
        "ship to address 1",
        "post to address 1",
        "adresse 1 des empfängers",
        "versand nach adresse 1",
    ),
    "street2": (
        "ship to address 2",
        "post to address 2",
        "adresse 2 des empfängers",
        "versand nach adresse 2",
    ),
    "city": ("ship to city", "post to city", "versand nach - ort", "versand nach ort"),
    "region": (
        "ship to state",
        "post to county",
        "post to state",
        "versand nach - staat",
        "versand nach staat",
    ),
    "postal": (
        "ship to zip",
        "post to postcode",
        "post to zip",
        "versand nach - plz",
        "versand nach plz",
    ),
    "country": (
        "ship to country",
        "post to country",
        "versand nach - land",
        "versand nach land",
    ),
    "listing": ("item number", "artikelnummer"),
    "title": ("item title", "angebotstitel", "artikelbezeichnung"),
    "sku": ("custom label", "custom label (sku)", "bestandseinheit"),
    "variation": ("variation details", "variantendetails"),
    "quantity": ("quantity", "anzahl", "stückzahl", "menge"),
    "sold_for": ("sold for", "item price", "verkaufspreis", "verkauft für"),
    "shipping": ("shipping and handling", "postage and packaging", "verpackung und versand"),
    "seller_tax": ("seller collected tax",),
    "ebay_tax": ("ebay collected tax",),
    "total": ("total price", "gesamtpreis", "gesamtbetrag"),
    "sold_on": ("sale date", "order date", "verkauft am", "verkaufsdatum"),
    "paid_on": ("paid on date", "zahlungsdatum", "bezahldatum"),
    "ship_by": ("ship by date", "post by date"),
    "deliver_from": ("minimum estimated delivery date",),
    "deliver_until": ("maximum estimated delivery date",),
    "shipped_on": (
        "shipped on date",
        "dispatched on date",
        "posted on date",
        "versanddatum",
        "verschickt am - datum",
    ),
    "service": ("shipping service", "delivery service", "versandservice"),
    "tracking": ("tracking number", "sendungsnummer"),
    "line_id": ("transaction id", "transaktions-id", "transaktionsnummer"),
    "feedback_left": ("feedback left", "abgegebene bewertungen"),
    "feedback_received": ("feedback received", "erhaltene bewertungen"),
}
_DATES: Final = (
    "sold_on", "paid_on", "ship_by", "deliver_from", "deliver_until", "shipped_on",
)  # fmt: skip
_EXTRA: Final = (
    ("sales_record", "record"),
    ("feedback_left", "feedback_left"),
    ("feedback_received", "feedback_received"),
)
_NO_NUMBER: Final = Sentence(
    "Orders", "it has no order number; eBay gives none while a purchase is not paid for"
)
_COUNTED: Final = re.compile(r"\d+[,;] *[^\W\d]")
_FOOTER_CELLS: Final = 4  # at most; an order always has more


@dataclass(frozen=True, slots=True)
class _Line:
    """One row, its cells read."""

    row: Row
    record: str | None
    order_id: str | None
    item: OrderLine | None
    shipping: Decimal | None
    tax: Decimal | None
    total: Decimal | None
    currency: str | None
    sold_on: date | datetime | None
    paid_on: date | datetime | None
    ship_by: date | datetime | None
    deliver_from: date | datetime | None
    deliver_until: date | datetime | None
    shipped_on: date | datetime | None


def _read(rows: Sequence[Row]) -> Contents:
    good, bad = read_each(rows, _line)
    lines = _without_repeats(line for _, line in good)
    numbers = {
        line.record: line.order_id for line in reversed(lines) if line.record and line.order_id
    }
    groups: dict[str, list[_Line]] = {}
    rejected = [why for _, why in bad]
    for line in lines:
        number = line.order_id or numbers.get(line.record or "")
        if number is None:
            rejected.append(RejectedRow(line.row.line, _NO_NUMBER))
        else:
            groups.setdefault(number, []).append(line)
    spoiled = {row.text("order_id") or numbers.get(row.text("record") or "") for row, _ in bad}
    return Contents(
        orders=tuple(
            _order(number, _summary_first(group), whole=number not in spoiled)
            for number, group in groups.items()
        ),
        rejected=tuple(rejected),
        order_rows=tuple(tuple(line.row.raw for line in group) for group in groups.values()),
        as_of=latest_day(
            moment for line in lines for moment in (line.sold_on, line.paid_on, line.shipped_on)
        ),
    )


def _without_repeats(lines: Iterable[_Line]) -> list[_Line]:
    """Each row once: files that were joined together repeat rows, and the later one counts."""
    kept: dict[object, _Line] = {}
    for line in lines:
        line_id = line.item.line_id if line.item else None
        number = line.order_id or line.record
        kept[(number, line_id) if line_id else tuple(line.row.raw.items())] = line
    return list(kept.values())


def _line(row: Row) -> _Line:
    if row.text("record") is None and row.text("order_id") is None:
        raise BadCellError(
            Sentence("Orders", "it has neither a sales record number nor an order number")
        )
    tax = [row.amount(field) for field in ("seller_tax", "ebay_tax")]
    return _Line(
        row=row,
        record=row.text("record"),
        order_id=row.text("order_id"),
        item=_item(row),
        shipping=row.amount("shipping"),
        tax=_sum(tax),
        total=row.amount("total"),
        currency=_first(parse_currency(cell) for cell in row.texts("total", "sold_for")),
        sold_on=row.moment("sold_on"),
        paid_on=row.moment("paid_on"),
        ship_by=row.moment("ship_by"),
        deliver_from=row.moment("deliver_from"),
        deliver_until=row.moment("deliver_until"),
        shipped_on=row.moment("shipped_on"),
    )


def _item(row: Row) -> OrderLine | None:
    """The item of a row, None for a summary row."""
    if not row.texts("listing", "title"):
        return None
    quantity = row.count("quantity")
    variation = row.text("variation")
    return OrderLine(
        title=row.text("title") or "",
        line_id=row.number("line_id"),
        sku=row.text("sku"),
        qty=1 if quantity is None else quantity,
        amount=_line_amount(row),
        listing_id=row.number("listing"),
        extra={"variation": variation} if variation else {},
    )


def _line_amount(row: Row) -> Decimal | None:
    """What the copies of a row cost together.

    `Sold For` is taken as the price of one copy, unless the total of the row shows that it is
    that of all; no source settles which it is.
    """
    sold_for, total = row.amount("sold_for"), row.amount("total")
    if sold_for is None:
        return None
    quantity = row.count("quantity") or 1
    if total is not None and quantity > 1:
        added = [row.amount(field) for field in ("shipping", "seller_tax", "ebay_tax")]
        if total - (_sum(added) or 0) == sold_for:
            return sold_for
    return sold_for * quantity


def _order(number: str, lines: Sequence[_Line], *, whole: bool) -> Order:
    """One order of its rows, the summary row first where there is one."""
    head = lines[0].row
    # Without its summary row an order has no sums of its own: those of its rows are added up.
    counted = lines[:1] if lines[0].item is None or len(lines) == 1 else lines
    known = whole or lines[0].item is None
    return Order(
        order_id=number,
        source=_SOURCE,
        marketplace=Marketplace.EBAY,
        items=tuple(line.item for line in lines if line.item is not None),
        ordered_at=_first(line.sold_on for line in lines),
        paid_at=_first(line.paid_on for line in lines),
        ship_by=_first(line.ship_by for line in lines),
        shipped_at=_first(line.shipped_on for line in lines),
        deliver_by_min=_first(line.deliver_from for line in lines),
        deliver_by_max=_first(line.deliver_until for line in lines),
        buyer=Buyer(
            name=_text(lines, "buyer"),
            email=_text(lines, "email"),
            phone=_text(lines, "phone"),
            username=_text(lines, "username"),
            note=_text(lines, "note"),
        ),
        ship_to=ShipTo(
            name=head.text("recipient"),
            street=head.texts("street1", "street2"),
            city=head.text("city"),
            region=head.text("region"),
            postal=head.text("postal"),
            country=head.text("country"),
        ),
        service=_text(lines, "service"),
        currency=_first(line.currency for line in lines),
        shipping=_sum(line.shipping for line in counted) if known else None,
        tax=_sum(line.tax for line in counted) if known else None,
        total=_sum(line.total for line in counted) if known else None,
        tracking=_tracking(lines),
        extra={key: text for key, field in _EXTRA if (text := _text(lines, field))},
    )


def _summary_first(lines: Sequence[_Line]) -> list[_Line]:
    return sorted(lines, key=lambda line: line.item is not None)


def _text(lines: Iterable[_Line], field: str) -> str | None:
    # The German report writes "--" where a buyer's name is no longer known.
    return _first(text for line in lines if (text := line.row.text(field)) and text != "--")


def _tracking(lines: Iterable[_Line]) -> tuple[str, ...]:
    cells = [line.row.text("tracking") or "" for line in lines]
    numbers = [
        "".join(part.split()) for cell in cells for part in cell.replace(";", ",").split(",")
    ]
    return tuple(dict.fromkeys(number for number in numbers if number))


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


def _is_framing(cells: Sequence[str]) -> bool:
    """Whether a short row is the footer: "7,record(s) downloaded, ..." or "Seller ID : name".

    A program that wrote the file anew with other separators leaves the footer in one cell.
    """
    if len(cells) > _FOOTER_CELLS:
        return False
    if len(cells) == 1:
        return ":" in cells[0] or _COUNTED.match(cells[0]) is not None
    counted = cells[1].strip()
    return cells[0].strip().isdigit() and counted != "" and not any(c.isdigit() for c in counted)


ORDERS: Final = Layout(
    name=_SOURCE,
    columns=_COLUMNS,
    signatures=(
        frozenset({"record", "order_id"}),
        frozenset({"order_id", "username", "listing"}),
    ),
    read=_read,
    framing=_is_framing,
    dates=_DATES,
)
