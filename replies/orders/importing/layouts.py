"""What a layout is: the columns it is known by, and how its rows become orders or parcels.

A layout is a table from field to column names, and a function from rows to `Contents`; for most
kinds that function is one of `order_rows`, `parcel_rows` and `payment_rows`. `importer.LAYOUTS`
lists them all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Final, TypeVar

from ....mailbox.sentence import Sentence, sentence_of
from .cells import DayOrder, parse_amount, parse_count, parse_moment
from .imported import Contents, RawRow, RejectedRow

T = TypeVar("T")
_SHOWN_CHARS: Final = 40
_POWER_OF_TEN: Final = re.compile(r"\d(?:[.,]\d+)?[Ee]\+?\d{1,3}")


class BadCellError(ValueError):
    """A cell that cannot be read; the message tells the seller which and why."""


@dataclass(frozen=True, slots=True)
class Mending:
    """What has to be done to cells before they can be read.

    Attributes:
        clean: what is made of the cells of a field; "" for nothing.
        joined: fields that are made of others, with a blank between.
        otherwise: for a field that is empty, the one that is taken.
    """

    clean: Mapping[str, Callable[[str], str]] = field(default_factory=dict)
    joined: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    otherwise: Mapping[str, str] = field(default_factory=dict)

    def mend(self, known: dict[str, str]) -> None:
        """Mend the cells of one row."""
        for name, clean in self.clean.items():
            if name in known and not _kept(known, name, clean(known[name])):
                del known[name]
        for name, parts in self.joined.items():
            _kept(known, name, " ".join(known[part] for part in parts if part in known))
        for name, other in self.otherwise.items():
            if name not in known and other in known:
                known[name] = known[other]


def _kept(known: dict[str, str], name: str, text: str) -> bool:
    if text:
        known[name] = text
    return bool(text)


@dataclass(frozen=True, slots=True)
class Columns:
    """The header of a file: its names, and where each field stands."""

    names: tuple[str, ...]
    places: Mapping[str, int]
    mending: Mending | None = None

    def known(self, cells: Sequence[str]) -> dict[str, str]:
        """The cells of a row that are not empty, by field."""
        width = len(cells)
        known = {
            field: cells[place]
            for field, place in self.places.items()
            if place < width and cells[place]
        }
        if self.mending is not None:
            self.mending.mend(known)
        return known

    def name_of(self, field: str) -> str:
        """What the file calls a field."""
        place = self.places.get(field)
        return field if place is None else self.names[place]


class Row:
    """One row of a file, read by the names of fields; an empty or missing cell is None.

    Attributes:
        line: on which line of the file it begins, from 1.
        fault: why the whole row cannot be trusted, "" for a sound one.
        section: which of the files that were joined to this one it comes from, from 0.
        day_order: how the file writes its slashed dates.
        known: the cells that are not empty, by field.
    """

    __slots__ = ("_cells", "_columns", "day_order", "fault", "known", "line", "section")

    def __init__(
        self,
        line: int,
        columns: Columns,
        cells: Sequence[str],
        fault: str = "",
        section: int = 0,
    ) -> None:
        self.line = line
        self.fault = fault
        self.section = section
        self.day_order = DayOrder.UNKNOWN
        self.known = columns.known(cells)
        self._columns = columns
        self._cells = cells

    @property
    def raw(self) -> RawRow:
        """Header name to cell, empty cells left out."""
        return {n: cell for n, cell in zip(self._columns.names, self._cells, strict=False) if cell}

    def text(self, field: str) -> str | None:
        """The cell, without blanks around it."""
        return self.known.get(field)

    def required(self, field: str) -> str:
        """The cell.

        Raises:
            BadCellError: it is empty.
        """
        if (text := self.text(field)) is None:
            raise BadCellError(
                Sentence("Orders", "{column} is empty").format(column=self._columns.name_of(field))
            )
        return text

    def parsed(self, field: str, parse: Callable[[str], T]) -> T | None:
        """What `parse` makes of the cell.

        Raises:
            BadCellError: it makes nothing of it.
        """
        if (text := self.known.get(field)) is None:
            return None
        try:
            return parse(text)
        except ValueError as error:
            raise self._bad(field, text, error) from error

    def amount(self, field: str) -> Decimal | None:
        """The amount in the cell.

        Raises:
            BadCellError: it is none.
        """
        return self.parsed(field, parse_amount)

    def count(self, field: str) -> int | None:
        """The whole number in the cell.

        Raises:
            BadCellError: it is none.
        """
        return self.parsed(field, parse_count)

    def moment(self, field: str) -> date | datetime | None:
        """The date or time in the cell.

        Raises:
            BadCellError: it is none.
        """
        if (text := self.known.get(field)) is None:
            return None
        try:
            return parse_moment(text, self.day_order)
        except ValueError as error:
            raise self._bad(field, text, error) from error

    def number(self, field: str) -> str | None:
        """The long number in the cell, as text.

        Raises:
            BadCellError: a spreadsheet has cut it to a power of ten, so its digits are lost.
        """
        return self.parsed(field, _whole_number)

    def texts(self, *fields: str) -> tuple[str, ...]:
        """The cells of these fields that are not empty."""
        return tuple(text for field in fields if (text := self.known.get(field)))

    def _bad(self, field: str, text: str, error: ValueError) -> BadCellError:
        shown = text if len(text) <= _SHOWN_CHARS else f"{text[:_SHOWN_CHARS]}..."
        return BadCellError(
            Sentence("Orders", "{column} is '{shown}', which {fault}").format(
                column=self._columns.name_of(field), shown=shown, fault=error
            )
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of export.

    Attributes:
        columns: for each field, the header names it goes by, in lower case, the usual one first.
        signatures: sets of fields; a header that has all fields of one of them is of this kind.
        quoted: whether `"` encloses cells in a tab-separated file; in CSV it always does.
        framing: whether a row of another width than the header's belongs to the frame of the
            file and is no order.
        dates: the fields that hold dates.
        day_order: how it writes slashed dates where no date of the file tells.
        day_hint: the same, told by the rows of the file; before `day_order`.
        mending: what is done to its cells before they are read.
        may_lack: the field whose cell a row may lack where its column is the last one.
        order_field: the field that the rows of one order share, "" where it is not so simple.
        newest: the fields of a row that its file is at least as new as; the first known counts.
        reading: by which mapping of columns it reads, "" where it is no mapping's.
    """

    name: str
    columns: Mapping[str, tuple[str, ...]]
    signatures: tuple[frozenset[str], ...]
    read: Callable[[Sequence[Row]], Contents]
    quoted: bool = True
    framing: Callable[[Sequence[str]], bool] | None = None
    dates: tuple[str, ...] = ()
    day_order: DayOrder = DayOrder.UNKNOWN
    order_field: str = ""
    newest: tuple[str, ...] = ()
    day_hint: Callable[[Sequence[Row]], DayOrder] | None = None
    mending: Mending | None = None
    may_lack: str = ""
    reading: str = ""

    def places(self, header: Sequence[str]) -> dict[str, int]:
        """For each field that the header has, the index of its column."""
        known = {folded(name): index for index, name in reversed(list(enumerate(header)))}
        return {
            field: known[name]
            for field, names in self.columns.items()
            for name in reversed(names)
            if name in known
        }

    def fits(self, header: Sequence[str]) -> bool:
        """Tell whether a header is of this kind."""
        fields = self.places(header).keys()
        return any(signature <= fields for signature in self.signatures)


def folded(column: str) -> str:
    """The form by which header names are compared."""
    return " ".join(column.casefold().split()).strip('"\ufeff')


def _whole_number(text: str) -> str:
    if _POWER_OF_TEN.fullmatch(text):
        raise ValueError(
            Sentence(
                "Orders",
                "has lost its last digits in a spreadsheet: import the file as it was downloaded",
            )
        )
    return text


def newest_day(rows: Iterable[Row], fields: Sequence[str]) -> date | None:
    """The newest day of rows that could be read, by the first known of these fields of each."""
    return latest_day(_newest_moment(row, fields) for row in rows)


def _newest_moment(row: Row, fields: Iterable[str]) -> date | datetime | None:
    for name in fields:
        try:
            if (moment := row.moment(name)) is not None:
                return moment
        except BadCellError:
            continue  # a date that the layout does not read otherwise
    return None


def latest_day(moments: Iterable[date | datetime | None]) -> date | None:
    """The latest of some days, each as it is written; None where there is none."""
    days = [m.date() if isinstance(m, datetime) else m for m in moments if m is not None]
    return max(days, default=None)


def read_each(
    rows: Iterable[Row], read: Callable[[Row], T]
) -> tuple[list[tuple[Row, T]], list[tuple[Row, RejectedRow]]]:
    """Read row by row: what came of the good ones, and why the others were rejected."""
    good: list[tuple[Row, T]] = []
    bad: list[tuple[Row, RejectedRow]] = []
    for row in rows:
        if row.fault:
            bad.append((row, RejectedRow(row.line, row.fault)))
            continue
        try:
            good.append((row, read(row)))
        except BadCellError as error:
            bad.append((row, RejectedRow(row.line, sentence_of(error))))
    return good, bad
