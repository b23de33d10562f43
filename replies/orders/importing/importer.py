"""Read an export of orders or parcels, whatever its kind: bytes in, orders out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Final

from ....mailbox.sentence import Sentence
from ...errors import OrderFileError, UnknownLayoutError
from ..order import Order
from . import (
    abebooks,
    alibris,
    amazon,
    ebay,
    etsy,
    paypal,
    pirateship,
    shipstation,
    shopify,
    woocommerce,
)
from .cells import DayOrder, day_order, parse_moment
from .imported import ImportedFile, PlainOrder, PlainOrders, RawRow
from .layouts import Columns, Layout, Row, folded, latest_day, newest_day
from .quick import QuickReader, quick_reader
from .reading import (
    MAX_FILE_BYTES,
    Lines,
    Record,
    encoding_of,
    fault_of,
    lines_of,
    read_records,
    split_cells,
)

__all__ = [
    "LAYOUTS",
    "ImportedFile",
    "OrderExport",
    "order_export",
    "read_order_file",
    "read_orders",
]

LAYOUTS: Final[tuple[Layout, ...]] = (
    amazon.UNSHIPPED,  # before the New Orders report, whose columns it has and more
    amazon.NEW_ORDERS,
    amazon.SHIPMENTS,  # before the report of all orders, which has the same numbers
    amazon.ALL_ORDERS,
    ebay.ORDERS,
    pirateship.SHIPMENTS,
    abebooks.ORDERS,
    alibris.STATUS,
    etsy.ITEMS,
    etsy.ORDERS,
    shopify.ORDERS,
    woocommerce.ORDERS,
    paypal.ACTIVITY,
    shipstation.SHIPMENTS,
)
_DELIMITERS: Final = "\t,;|"
_HEADER_WITHIN: Final = 20  # lines; eBay's is the second


@dataclass(frozen=True, slots=True)
class _Header:
    """Where the header stands, how it is parted, and what it belongs to."""

    index: int
    delimiter: str
    cells: tuple[str, ...]
    layout: Layout
    has_quotes: bool

    @property
    def quoted(self) -> bool:
        """Whether `"` encloses cells: always in CSV, and where the header has quotes itself."""
        return self.layout.quoted or self.delimiter != "\t" or self.has_quotes


def order_export(path: Path, more: Sequence[Layout] = ()) -> OrderExport:
    """An export on the disk, to be read in parts.

    Args:
        more: layouts to be known beside those of the program, which go before them.

    Raises:
        UnknownLayoutError: no known export has its columns.
        OrderFileError: it cannot be opened, is empty, too large, or no text.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise OrderFileError(
            Sentence(
                "Orders",
                "{path} cannot be read: {why}. See that the file is there and that you may "
                "read it.",
            ).format(path=path, why=error.strerror or error)
        ) from error
    return OrderExport(data, path.name, more)


def read_order_file(path: Path, more: Sequence[Layout] = ()) -> ImportedFile:
    """Read an export from the disk; see `order_export`."""
    (whole,) = order_export(path, more).parts()
    return whole


def read_orders(data: bytes, name: str = "", more: Sequence[Layout] = ()) -> ImportedFile:
    """Read an export; its kind is told by its header, never by its name.

    Rows that cannot be read are listed by line, and the others are read all the same.

    Args:
        more: layouts to be known beside those of the program, which go before them.

    Raises:
        UnknownLayoutError: no known export has its columns.
        OrderFileError: it is empty, too large, or no text.
    """
    (whole,) = OrderExport(data, name, more).parts()
    return whole


class OrderExport:
    """An export that can be read in parts, so that the largest one needs little memory.

    Attributes:
        format: the name of its layout.
        encoding: how its bytes are read, by the name Python gives it.
        columns: its header.
    """

    def __init__(
        self,
        data: bytes,
        name: str = "",
        more: Sequence[Layout] = (),
        known: Sequence[Layout] = LAYOUTS,
    ) -> None:
        """Find out what the bytes are; the kind is told by the header, never by the name.

        Args:
            more: layouts to be known beside those of the program, which go before them.
            known: the layouts of the program; none where a file is of one certain kind.

        Raises:
            UnknownLayoutError: no known export has its columns.
            OrderFileError: it is empty, too large, or no text.
        """
        self.encoding = encoding_of(data, name)
        self._data = data
        first_lines = list(islice(lines_of(data, self.encoding), _HEADER_WITHIN))
        header = _find_header(first_lines, (*known, *more))
        if header is None:
            raise UnknownLayoutError(
                Sentence(
                    "Orders",
                    "{file} has no columns of a known export. Give a report of a marketplace, a "
                    "shop, PayPal or a postage service as it was downloaded, or import it in the "
                    "window, which asks once what its columns are.",
                ).format(file=name or Sentence("Orders", "The file")),
                _first_columns(first_lines),
            )
        self._header = header
        self.format = header.layout.name
        self.columns = tuple(cell.strip() for cell in header.cells)
        places = header.layout.places(self.columns)
        self._columns = Columns(self.columns, places, header.layout.mending)
        self._may_lack_one = places.get(header.layout.may_lack, 0) == len(self.columns) - 1

    @property
    def line_count(self) -> int:
        """How many lines the file has; more than rows, where cells have several."""
        return self._data.count(b"\n") or self._data.count(b"\r")

    def parts(self, rows_at_once: int = 0, *, careful: bool = False) -> Iterator[ImportedFile]:
        """What the file says, in parts of about so many rows; in one part for 0.

        The rows of one order are always in one part, and every part knows the newest day of the
        whole file. Only layouts with an `order_field` can be parted. The plain orders of a part
        stand in its `plain`, unless it has to be `careful`.
        """
        layout = self._header.layout
        if not rows_at_once or not layout.order_field:
            rows = list(self._rows())
            yield self._part(rows, self._day_order(rows), None)
            return
        survey = self._surveyed()
        order, as_of = survey.day_order, survey.as_of
        quick = None if careful else quick_reader(layout, self.columns)
        held: list[Row] = []
        chunk: list[Record] = []
        previous = None
        for record in self._records():
            number = survey.number_of(record.cells)
            if len(chunk) >= rows_at_once and number != previous:
                yield self._part_of(chunk, survey, quick, held)
                chunk = []
            previous = number
            chunk.append(record)
        yield self._part_of(chunk, survey, quick, held)
        yield self._part(held, order, as_of)

    def _part_of(
        self,
        records: list[Record],
        survey: _Survey,
        quick: QuickReader | None,
        held: list[Row],
    ) -> ImportedFile:
        """A part made of these rows; those of scattered orders are `held` for the last one."""
        plain: list[PlainOrder] = []
        careful = records
        if quick is not None:
            careful, single = survey.parted(records)
            plain, strange = quick.plain(single)
            careful += strange
            careful.sort()  # by their lines
        part: list[Row] = []
        for record in careful:
            if (row := self._row(record)) is not None:
                is_held = survey.number_of(record.cells) in survey.scattered
                (held if is_held else part).append(row)
        return self._part(part, survey.day_order, survey.as_of, quick, plain)

    def _surveyed(self) -> _Survey:
        survey = _Survey(self._header.layout, self.columns)
        if self._header.quoted and b'"' in self._data:
            for record in self._records():
                survey.look_at(record.cells, is_sound=not record.fault)
            return survey
        # Each row is one line; what is no row does no harm here.
        delimiter = self._header.delimiter
        for line in islice(lines_of(self._data, self.encoding), self._header.index + 1, None):
            survey.look_at(line.split(delimiter), is_sound=not fault_of(line))
        return survey

    def _day_order(self, rows: Sequence[Row]) -> DayOrder:
        layout = self._header.layout
        dates = (text for row in rows for text in row.texts(*layout.dates))
        hinted = layout.day_hint(rows) if layout.day_hint else DayOrder.UNKNOWN
        return day_order(dates, layout.day_order if hinted is DayOrder.UNKNOWN else hinted)

    def _part(
        self,
        rows: list[Row],
        order: DayOrder,
        as_of: date | None,
        quick: QuickReader | None = None,
        plain: Sequence[PlainOrder] = (),
    ) -> ImportedFile:
        for row in rows:
            row.day_order = order
        layout = self._header.layout
        contents = layout.read(rows)
        as_of = as_of or contents.as_of
        if as_of is None and layout.newest:
            lost = {rejected.line for rejected in contents.rejected}
            as_of = newest_day((row for row in rows if row.line not in lost), layout.newest)
        return ImportedFile(
            format=self.format,
            encoding=self.encoding,
            orders=contents.orders,
            shipments=contents.shipments,
            rejected=tuple(sorted(contents.rejected, key=lambda row: row.line)),
            columns=self.columns,
            order_rows=contents.order_rows,
            shipment_rows=contents.shipment_rows,
            payments=contents.payments,
            payment_rows=contents.payment_rows,
            as_of=as_of,
            order_lines=contents.order_lines,
            plain=PlainOrders(quick.marketplace, plain, self._read_one) if quick else None,
            reading=layout.reading,
        )

    def _read_one(self, plain: PlainOrder) -> tuple[Order, tuple[RawRow, ...]]:
        """An order that was found plain, read with care."""
        row = self._row(Record(plain.line, plain.cells))
        contents = self._header.layout.read([row] if row else [])
        return contents.orders[0], contents.order_rows[0]

    def _rows(self) -> Iterator[Row]:
        """The rows below the header; one of the wrong width bears its fault."""
        return (row for record in self._records() if (row := self._row(record)) is not None)

    def _row(self, record: Record) -> Row | None:
        """A row, None for what belongs to the frame of the file."""
        layout, width = self._header.layout, len(self.columns)
        cells = [cell.strip() for cell in record.cells]
        fault = record.fault
        if self._may_lack_one and len(cells) == width - 1:
            cells.append("")
        if len(cells) != width and not fault:
            if layout.framing is not None and layout.framing(cells):
                return None
            fault = _width_fault(len(cells), width, is_last=record.is_last)
        return Row(record.line, self._columns, cells, fault, record.section)

    def _records(self) -> Iterator[Record]:
        """What stands below the header, without the headers of files that were joined to it."""
        header = self._header
        lines = Lines(lines_of(self._data, self.encoding))
        for _ in range(header.index + 1):
            lines.take()
        names = [folded(name) for name in self.columns]
        begins = {*self.columns[0][:1].casefold(), *self.columns[0][:1].upper(), *' "\ufeff'}
        section = 0
        for record in read_records(lines, header.delimiter, len(names), quoted=header.quoted):
            may_be_header = record.cells[0][:1] in begins
            if may_be_header and [folded(cell) for cell in record.cells] == names:
                section += 1
            else:
                yield record._replace(section=section) if section else record


class _Survey:
    """What has to be known of a whole file before its first part is read.

    Attributes:
        several: the hashes of the order numbers that have more than one row.
        scattered: those whose rows do not stand together.
    """

    def __init__(self, layout: Layout, columns: Sequence[str]) -> None:
        self.several: set[int] = set()
        self.scattered: set[int] = set()
        self._layout = layout
        places = layout.places(columns)
        self._number = places[layout.order_field]
        clean = layout.mending.clean.get(layout.order_field) if layout.mending else None
        self._clean: Callable[[str], str] = clean or str
        self._width = len(columns)
        self._dates = [places[field] for field in layout.dates if field in places]
        self._newest = [places[field] for field in layout.newest if field in places]
        self._seen: set[int] = set()
        self._previous: int | None = None
        self._slashed: set[str] = set()
        self._days: set[str] = set()

    def number_of(self, cells: Sequence[str]) -> int:
        """The hash of the order number of a row; one more in common only costs time."""
        place = self._number
        return hash(self._clean(cells[place].strip()) if place < len(cells) else "")

    def parted(self, records: Iterable[Record]) -> tuple[list[Record], list[Record]]:
        """The rows that need care, and those that are the only one of their order."""
        careful: list[Record] = []
        single: list[Record] = []
        for record in records:
            is_single = not record.fault and self.number_of(record.cells) not in self.several
            (single if is_single else careful).append(record)
        return careful, single

    def look_at(self, cells: Sequence[str], *, is_sound: bool) -> None:
        """Take one more row into account."""
        number = self.number_of(cells)
        if number in self._seen:
            self.several.add(number)
            if number != self._previous:
                self.scattered.add(number)
        else:
            self._seen.add(number)
        self._previous = number
        if not is_sound or len(cells) < self._width:
            return
        for place in self._dates:
            if "/" in cells[place]:
                self._slashed.add(cells[place].strip())
        for place in self._newest:
            if newest := cells[place].strip():
                self._days.add(newest.partition("T")[0])
                break

    @cached_property
    def day_order(self) -> DayOrder:
        """How the file writes its slashed dates."""
        return day_order(self._slashed, self._layout.day_order)

    @cached_property
    def as_of(self) -> date | None:
        """The newest day that the file speaks of."""
        return latest_day(map(self._moment, self._days))

    def _moment(self, text: str) -> date | datetime | None:
        try:
            return parse_moment(text, self.day_order)
        except ValueError:
            return None  # its row is going to be rejected


def _find_header(lines: Sequence[str], layouts: Sequence[Layout]) -> _Header | None:
    for index, line in enumerate(lines[:_HEADER_WITHIN]):
        for delimiter in _DELIMITERS:
            if delimiter not in line:
                continue
            cells = split_cells(line, delimiter, quoted=True)
            for layout in layouts:
                if layout.fits(cells):
                    return _Header(index, delimiter, cells, layout, '"' in line)
    return None


def _first_columns(lines: Sequence[str]) -> tuple[str, ...]:
    """The cells of the first line with text, for the report on an unknown file."""
    for line in lines[:_HEADER_WITHIN]:
        delimiter = max(_DELIMITERS, key=line.count)
        cells = tuple(cell.strip() for cell in split_cells(line, delimiter, quoted=True))
        if any(cells):
            return cells
    return ()


def _width_fault(count: int, width: int, *, is_last: bool) -> str:
    if count < width and is_last:
        return f"the file ends in the middle of it: {count} of {width} cells"
    return f"it has {count} cells, but the header has {width}"
