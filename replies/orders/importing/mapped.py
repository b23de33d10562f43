"""Files of an unknown kind, read by a mapping of columns that the seller gave once. Pure.

A mapping is known again by the whole header of its file, in any order of the columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from functools import partial
from typing import Final, TypeVar

from ....mailbox.sentence import Sentence
from ..order import Buyer, Marketplace, Order, OrderLine, ShipTo
from .cells import parse_currency, parse_moment
from .imported import Contents
from .layouts import Layout, Row, folded, latest_day, read_each
from .reading import Lines, encoding_of, lines_of, read_records, split_cells

SOURCE: Final = "mapped:"
PREVIEW_ROWS: Final = 5
_HEADER_WITHIN: Final = 20
_DELIMITERS: Final = "\t,;|"
_CENTURY: Final = 2000
_NUMERIC_DATE: Final = re.compile(
    r"(?P<one>\d{1,2})[./-](?P<two>\d{1,2})[./-](?P<year>\d{4}|\d{2})(?:[ ,T]+[\d:]+.*)?"
)
_MONTHS: Final = 12
T = TypeVar("T")


class Field(Enum):
    """What a column can hold; the value holds the names by which it is guessed, the likely first.

    The names are folded: small letters, single blanks.
    """

    ORDER_ID = "order id|order number|order no|order no.|order #|order|order_id|number|id"
    ORDERED_AT = "order date|sale date|date ordered|purchase date|created at|date of order|date"
    TITLE = "title|item title|item name|book title|lineitem name|product name|product|item|name"
    AMOUNT = "item price|price|item total|amount|line total|sold for|lineitem price|item cost"
    QTY = "quantity|qty|item qty|lineitem quantity|copies"
    CONDITION = "condition|grade|item condition"
    ISBN = "isbn|isbn13|isbn-13|isbn10|ean"
    SKU = "sku|custom label|item sku|lineitem sku|inventory id|book id|vendor id"
    BUYER = "buyer name|customer name|full name|billing name|customer|buyer|bill to - name"
    EMAIL = "buyer email|email|e-mail|customer email|email address|email (billing)"
    USERNAME = "buyer username|user name|username|buyer user id|login"
    RECIPIENT = "ship to name|shipping name|recipient|ship name|recipient name|ship to - name"
    STREET1 = "ship to address 1|address 1|street 1|shipping address1|address|street|ship address1"
    STREET2 = "ship to address 2|address 2|street 2|shipping address2|ship address2"
    CITY = "ship to city|city|town|ship city|shipping city|town/city"
    REGION = "ship to state|state|region|province|ship state|shipping province|county"
    POSTAL = "ship to zip|zip|postal code|postcode|zip code|zipcode|ship zipcode|shipping zip"
    COUNTRY = "ship to country|country|ship country|shipping country|country code"
    SHIPPING = "shipping|postage|shipping price|shipping and handling|order shipping|delivery"
    TAX = "tax|sales tax|vat|taxes|order tax"
    TOTAL = "total|order total|total price|grand total|amount paid|order total amount"
    CURRENCY = "currency|currency code"
    SERVICE = "shipping service|service|shipping method|ship method|delivery service"
    SHIPPED_AT = "ship date|shipped on|date shipped|shipped on date|shipped at|fulfilled at"
    SHIP_BY = "ship by|ship by date|promise date|dispatch by"
    TRACKING = "tracking number|tracking|tracking no|tracking no.|tracking #"
    STATUS = "status|order status|state of order|financial status"
    REFUNDED = "refunded|refund|refunded amount|refund amount|order refund amount"

    @property
    def guesses(self) -> tuple[str, ...]:
        """The header names by which it is guessed."""
        return tuple(self.value.split("|"))


NEEDED: Final = (Field.ORDER_ID,)
_RUSSIAN: Final[Mapping[str, Field]] = {
    "номер заказа": Field.ORDER_ID, "заказ": Field.ORDER_ID, "№ заказа": Field.ORDER_ID,
    "дата заказа": Field.ORDERED_AT, "дата": Field.ORDERED_AT, "название": Field.TITLE,
    "товар": Field.TITLE, "наименование": Field.TITLE, "цена": Field.AMOUNT,
    "количество": Field.QTY, "кол-во": Field.QTY, "состояние": Field.CONDITION,
    "артикул": Field.SKU, "покупатель": Field.BUYER, "получатель": Field.RECIPIENT,
    "почта": Field.EMAIL, "адрес": Field.STREET1, "город": Field.CITY, "область": Field.REGION,
    "индекс": Field.POSTAL, "страна": Field.COUNTRY, "доставка": Field.SHIPPING,
    "сумма": Field.TOTAL, "итого": Field.TOTAL, "валюта": Field.CURRENCY,
    "дата отправки": Field.SHIPPED_AT, "трек-номер": Field.TRACKING, "статус": Field.STATUS,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """A file of an unknown kind as the seller sees it before she says what its columns are.

    Attributes:
        header_line: on which line the header stands, from 1.
        rows: the first rows below it.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    header_line: int = 1


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """What the columns of a kind of file are.

    Attributes:
        name: what the seller calls this kind.
        header: all columns of the file.
        columns: the column of each field that has one.
        day_first: 3/11 is the 3rd of November.
    """

    name: str
    header: tuple[str, ...]
    columns: Mapping[Field, str]
    marketplace: Marketplace = Marketplace.OWN
    day_first: bool = False

    @property
    def signature(self) -> str:
        """What a file of this kind is known by."""
        return signature_of(self.header)


def signature_of(header: Sequence[str]) -> str:
    """The form by which headers are compared: their names, in any order."""
    return "\n".join(sorted(folded(name) for name in header if name.strip()))


def read_table(data: bytes, name: str) -> Table:
    """The header and the first rows of a file of an unknown kind.

    Raises:
        OrderFileError: it is empty, too large, or no text.
    """
    lines = Lines(lines_of(data, encoding_of(data, name)))
    at, delimiter = _header_place(lines.ahead(_HEADER_WITHIN))
    header = [lines.take() or "" for _ in range(at + 1)][at]
    columns = tuple(cell.strip() for cell in split_cells(header, delimiter, quoted=True))
    rows = []
    for record in read_records(lines, delimiter, len(columns), quoted=True):
        rows.append(tuple(cell.strip() for cell in record.cells))
        if len(rows) == PREVIEW_ROWS:
            break
    return Table(name, columns, tuple(rows), at + 1)


def guess_columns(columns: Sequence[str]) -> dict[Field, str]:
    """For each field the column that most likely holds it; no column is given twice."""
    known = {folded(name).replace("_", " "): name for name in reversed(columns) if name.strip()}
    wishes = [
        (place, field, guess)
        for field in Field
        for place, guess in enumerate((*field.guesses, *_russian_names(field)))
    ]
    found: dict[Field, str] = {}
    for _, field, guess in sorted(wishes, key=lambda wish: wish[0]):
        column = known.get(guess)
        if column is not None and field not in found and column not in found.values():
            found[field] = column
    return found


def guess_day_first(rows: Sequence[Sequence[str]], columns: Sequence[str]) -> bool | None:
    """Whether days stand before months, told by a number above 12; None where none is."""
    for row in rows:
        for cell in row[: len(columns)]:
            if hit := _NUMERIC_DATE.fullmatch(cell):
                if int(hit["one"]) > _MONTHS:
                    return True
                if int(hit["two"]) > _MONTHS:
                    return False
    return None


def layout_of(mapping: ColumnMapping) -> Layout:
    """The layout that reads files of this kind, and no other."""
    columns = {field.name: (folded(name),) for field, name in mapping.columns.items()}
    whole = {f"column {name}": (folded(name),) for name in mapping.header if name.strip()}
    return Layout(
        name=f"{SOURCE}{mapping.name}",
        columns=columns | whole,
        signatures=(frozenset(whole),),
        read=partial(_read, mapping),
    )


def _russian_names(field: Field) -> tuple[str, ...]:
    return tuple(name for name, meant in _RUSSIAN.items() if meant is field)


def _header_place(head: Sequence[str]) -> tuple[int, str]:
    """Index and delimiter of the header: the first line that is about as wide as any."""
    delimiter = max(_DELIMITERS, key=lambda mark: sum(line.count(mark) for line in head))
    filled = [
        sum(1 for cell in split_cells(line, delimiter, quoted=True) if cell.strip())
        for line in head
    ]
    widest = max(filled, default=0)
    return next((i for i, count in enumerate(filled) if count * 3 >= widest * 2), 0), delimiter


def _read(mapping: ColumnMapping, rows: Sequence[Row]) -> Contents:
    good, bad = read_each(rows, partial(_line, mapping))
    groups: dict[str, list[tuple[Row, tuple[OrderLine, Order]]]] = {}
    for row, (line, order) in good:
        groups.setdefault(order.order_id, []).append((row, (line, order)))
    orders, raws = [], []
    for parts in groups.values():
        orders.append(_joined([part for _, part in parts]))
        raws.append(tuple(row.raw for row, _ in parts))
    return Contents(
        orders=tuple(orders),
        rejected=tuple(rejected for _, rejected in bad),
        order_rows=tuple(raws),
        as_of=latest_day(day for order in orders for day in (order.ordered_at, order.shipped_at)),
    )


def _joined(parts: Sequence[tuple[OrderLine, Order]]) -> Order:
    """One order of its rows: what is said of the order, the first row that says it counts."""
    first = parts[0][1]
    items = tuple(line for line, _ in parts if line.title or line.amount is not None)
    return Order(
        order_id=first.order_id,
        source=first.source,
        marketplace=first.marketplace,
        items=items,
        ordered_at=_first(order.ordered_at for _, order in parts),
        shipped_at=_first(order.shipped_at for _, order in parts),
        ship_by=_first(order.ship_by for _, order in parts),
        buyer=max((order.buyer for _, order in parts), key=_filled),
        ship_to=max((order.ship_to for _, order in parts), key=_filled),
        service=_first(order.service for _, order in parts),
        currency=_first(order.currency for _, order in parts),
        shipping=_first(order.shipping for _, order in parts),
        tax=_first(order.tax for _, order in parts),
        total=_first(order.total for _, order in parts),
        tracking=tuple(dict.fromkeys(n for _, order in parts for n in order.tracking)),
        extra=first.extra,
    )


def _line(mapping: ColumnMapping, row: Row) -> tuple[OrderLine, Order]:
    """What one row says, of its line and of its order."""
    text = row.text
    day = partial(_moment, row, day_first=mapping.day_first)
    line = OrderLine(
        title=text(Field.TITLE.name) or "",
        sku=text(Field.SKU.name),
        qty=row.count(Field.QTY.name) or 1,
        amount=row.amount(Field.AMOUNT.name),
        isbn=text(Field.ISBN.name),
        condition=text(Field.CONDITION.name),
    )
    tracking = text(Field.TRACKING.name)
    order = Order(
        order_id=row.required(Field.ORDER_ID.name),
        source=f"{SOURCE}{mapping.name}",
        marketplace=mapping.marketplace,
        items=(),
        ordered_at=day(Field.ORDERED_AT),
        shipped_at=day(Field.SHIPPED_AT),
        ship_by=day(Field.SHIP_BY),
        buyer=Buyer(
            text(Field.BUYER.name), text(Field.EMAIL.name), None, text(Field.USERNAME.name)
        ),
        ship_to=ShipTo(
            text(Field.RECIPIENT.name),
            row.texts(Field.STREET1.name, Field.STREET2.name),
            text(Field.CITY.name),
            text(Field.REGION.name),
            text(Field.POSTAL.name),
            text(Field.COUNTRY.name),
        ),
        service=text(Field.SERVICE.name),
        currency=_currency(row),
        shipping=row.amount(Field.SHIPPING.name),
        tax=row.amount(Field.TAX.name),
        total=row.amount(Field.TOTAL.name),
        tracking=("".join(tracking.split()),) if tracking else (),
        extra=_extra(row),
    )
    return line, order


def _currency(row: Row) -> str | None:
    """The currency of its column, else the sign of an amount."""
    for field in (Field.CURRENCY, Field.TOTAL, Field.AMOUNT):
        cell = row.text(field.name)
        if cell and (code := parse_currency(cell)):
            return code
    return None


def _extra(row: Row) -> dict[str, str | int | bool]:
    refunded = row.amount(Field.REFUNDED.name)
    named = {
        "status": row.text(Field.STATUS.name),
        "refunded": str(refunded) if refunded else None,
    }
    return {key: value for key, value in named.items() if value}


def _moment(row: Row, field: Field, *, day_first: bool) -> date | datetime | None:
    return row.parsed(field.name, partial(parse_day, day_first=day_first))


def parse_day(text: str, *, day_first: bool) -> date | datetime:
    """A date as ISO, with the name of its month, or as numbers in the order that is told.

    Raises:
        ValueError: it is no date.
    """
    hit = _NUMERIC_DATE.fullmatch(text)
    if hit is None:
        return parse_moment(text)
    one, two, year = int(hit["one"]), int(hit["two"]), int(hit["year"])
    day, month = (one, two) if day_first else (two, one)
    if len(hit["year"]) == 2:  # noqa: PLR2004 - digits
        year += _CENTURY
    try:
        return date(year, month, day)
    except ValueError:
        raise ValueError(Sentence("Orders", "is no date")) from None


def _first(values: Iterable[T | None]) -> T | None:
    return next((value for value in values if value is not None), None)


def _filled(part: Buyer | ShipTo) -> int:
    names = part.__slots__
    return sum(bool(getattr(part, name)) for name in names)
