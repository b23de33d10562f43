"""Files of an unknown kind, read by a mapping of columns that the seller gave once. Pure.

A mapping is known again by the whole header of its file, in any order of the columns.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from ..exporting import CONFIRMED
from ..order import Marketplace
from ..tables import order_table
from .cells import DayOrder, parse_currency
from .layouts import Layout, folded
from .order_rows import MOMENTS, Kind, OrderRows
from .reading import Lines, encoding_of, lines_of, read_records, split_cells

SOURCE: Final = "mapped:"
PREVIEW_ROWS: Final = 5
_HEADER_WITHIN: Final = 20
_DELIMITERS: Final = "\t,;|"
_NUMERIC_DATE: Final = re.compile(
    r"(?P<one>\d{1,2})[./-](?P<two>\d{1,2})[./-](?P<year>\d{4}|\d{2})(?:[ ,T]+[\d:]+.*)?"
)
_MONTHS: Final = 12
_NO_NAME: Final = re.compile(r"\([^)]*\)|\[[^\]]*\]|[._:,]")


class Field(Enum):
    """What a column can hold."""

    ORDER_ID = auto()
    ORDERED_AT = auto()
    TITLE = auto()
    AMOUNT = auto()
    QTY = auto()
    CONDITION = auto()
    ISBN = auto()
    SKU = auto()
    BUYER = auto()
    EMAIL = auto()
    USERNAME = auto()
    RECIPIENT = auto()
    STREET1 = auto()
    STREET2 = auto()
    CITY = auto()
    REGION = auto()
    POSTAL = auto()
    COUNTRY = auto()
    SHIPPING = auto()
    TAX = auto()
    TOTAL = auto()
    CURRENCY = auto()
    SERVICE = auto()
    SHIPPED_AT = auto()
    SHIP_BY = auto()
    TRACKING = auto()
    STATUS = auto()
    REFUNDED = auto()

    @property
    def guesses(self) -> tuple[tuple[int, str], ...]:
        """The header names by which it is guessed, and how likely each is: 0 the likeliest."""
        languages = order_table("columns")[self.name].values()
        return tuple((at, _bare(name)) for names in languages for at, name in enumerate(names))


NEEDED: Final = (Field.ORDER_ID,)
_SUMS: Final = (Field.AMOUNT, Field.SHIPPING, Field.TOTAL)
_FIELDS: Final[Mapping[Field, str]] = {  # what the fields of a layout are called
    Field.ORDER_ID: "order_id", Field.ORDERED_AT: "ordered_at", Field.TITLE: "line.title",
    Field.AMOUNT: "line.amount", Field.QTY: "line.qty", Field.CONDITION: "line.condition",
    Field.ISBN: "line.isbn", Field.SKU: "line.sku", Field.BUYER: "buyer.name",
    Field.EMAIL: "buyer.email", Field.USERNAME: "buyer.username",
    Field.RECIPIENT: "ship_to.name", Field.STREET1: "ship_to.street1",
    Field.STREET2: "ship_to.street2", Field.CITY: "ship_to.city", Field.REGION: "ship_to.region",
    Field.POSTAL: "ship_to.postal", Field.COUNTRY: "ship_to.country", Field.SHIPPING: "shipping",
    Field.TAX: "tax", Field.TOTAL: "total", Field.CURRENCY: "currency", Field.SERVICE: "service",
    Field.SHIPPED_AT: "shipped_at", Field.SHIP_BY: "ship_by", Field.TRACKING: "tracking",
    Field.STATUS: "extra.status", Field.REFUNDED: "extra.refunded",
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

    @property
    def reading(self) -> str:
        """What tells how files are read by it: their kind, a colon, what their columns are."""
        columns = sorted((field.name, folded(column)) for field, column in self.columns.items())
        said = repr((columns, self.marketplace.value, self.day_first))
        return f"{_digest(self.signature)}:{_digest(said)}"


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
    header = [lines.take() or "" for _ in range(at + 1)][-1]
    columns = tuple(cell.strip() for cell in split_cells(header, delimiter, quoted=True))
    rows = []
    for record in read_records(lines, delimiter, len(columns), quoted=True):
        rows.append(tuple(cell.strip() for cell in record.cells))
        if len(rows) == PREVIEW_ROWS:
            break
    return Table(name, columns, tuple(rows), at + 1)


def guess_columns(columns: Sequence[str]) -> dict[Field, str]:
    """For each field the column that most likely holds it; no column is given twice."""
    known = {_bare(name): name for name in reversed(columns) if name.strip()}
    wishes = [(place, field, guess) for field in Field for place, guess in field.guesses]
    found: dict[Field, str] = {}
    for _, field, guess in sorted(wishes, key=lambda wish: wish[0]):
        column = known.get(guess)
        if column is not None and field not in found and column not in found.values():
            found[field] = column
    return found


def lacks_currency(table: Table, columns: Mapping[Field, str]) -> bool:
    """Whether sums are read of which neither a column nor a sign names the currency.

    Of a table without rows nobody can tell, so that it counts as having one.
    """
    sums = [columns[field] for field in _SUMS if field in columns]
    if Field.CURRENCY in columns or not sums:
        return False
    places = [table.columns.index(name) for name in sums]
    cells = [row[place] for row in table.rows for place in places if place < len(row)]
    return bool(cells) and not any(parse_currency(cell) for cell in cells)


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
    columns = {_FIELDS[field]: (folded(name),) for field, name in mapping.columns.items()}
    whole = {f"column {name}": (folded(name),) for name in mapping.header if name.strip()}
    if any(folded(name) == CONFIRMED for name in mapping.header):
        columns["confirmed"] = (CONFIRMED,)
    name = f"{SOURCE}{mapping.name}"
    return Layout(
        name=name,
        columns=columns | whole,
        signatures=(frozenset(whole),),
        read=OrderRows(name, mapping.marketplace, kinds={"extra.refunded": Kind.MONEY}),
        dates=MOMENTS,
        day_order=DayOrder.DAY_FIRST if mapping.day_first else DayOrder.MONTH_FIRST,
        order_field="order_id",
        newest=("shipped_at", "ordered_at"),
        reading=mapping.reading,
    )


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _bare(name: str) -> str:
    """A header name as guesses are compared: without brackets, underscores and full stops."""
    return " ".join(_NO_NAME.sub(" ", folded(name)).split())


def _header_place(lines: Sequence[str]) -> tuple[int, str]:
    """Index and delimiter of the header: the first line that is about as wide as any."""
    head = lines[:_HEADER_WITHIN]
    delimiter = max(_DELIMITERS, key=lambda mark: sum(line.count(mark) for line in head))
    filled = [
        sum(1 for cell in split_cells(line, delimiter, quoted=True) if cell.strip())
        for line in head
    ]
    widest = max(filled, default=0)
    return next((i for i, count in enumerate(filled) if count * 3 >= widest * 2), 0), delimiter
