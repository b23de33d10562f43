"""Read an export of orders or parcels, whatever its kind: bytes in, orders out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby, islice
from operator import attrgetter
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
from .blocks import Block, block_of_lines, block_of_records
from .cells import DayOrder, day_order
from .imported import ImportedFile, PlainOrder, PlainOrders, RawRow
from .layouts import Columns, Layout, Row, folded, newest_day
from .quick import QuickReader, quick_reader
from .reading import (
    MAX_FILE_BYTES,
    Lines,
    Record,
    encoding_of,
    lines_of,
    read_records,
    split_cells,
)
from .survey import Survey

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
        first = self.columns[0][:1]  # a first sign tells most rows from a header
        self._header_begins = {*first.casefold(), *first.upper(), *' "\ufeff'}
        # Where a quotation mark may enclose line breaks, rows have to be told apart one by one.
        self._is_by_lines = not (header.quoted and b'"' in data)
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
        survey = self._surveyed(rows_at_once)
        quick = None if careful else quick_reader(layout, self.columns)
        held: list[Row] = []
        for block in self._blocks(rows_at_once):
            yield self._part_of(block, survey, quick, held)
        yield self._part(held, survey.day_order, survey.as_of)

    def _part_of(
        self, block: Block, survey: Survey, quick: QuickReader | None, held: list[Row]
    ) -> ImportedFile:
        """A part made of a block; the rows of scattered orders are `held` for the last one."""
        plain: list[PlainOrder] = []
        rows: Sequence[int] = range(len(block.lines))
        if quick is not None:
            rows, single = survey.parted(block)
            plain, strange = quick.plain(block, single)
            rows = [*rows, *strange]
        part: list[Row] = []
        for record in sorted([*block.strange, *map(block.record, rows)]):  # by their lines
            if (row := self._row(record)) is not None:
                is_held = survey.number_of(record.cells) in survey.scattered
                (held if is_held else part).append(row)
        read = partial(self._read_one, block)
        written = PlainOrders(quick.marketplace, plain, read) if quick else None
        return self._part(part, survey.day_order, survey.as_of, written)

    def _surveyed(self, rows_at_once: int) -> Survey:
        survey = Survey(self._header.layout, self.columns)
        for block in self._blocks(rows_at_once):
            if self._is_by_lines and self._may_have_header(block):
                self._is_by_lines = False
                return self._surveyed(rows_at_once)
            survey.look_at(block)
        return survey

    def _may_have_header(self, block: Block) -> bool:
        """Whether the header of another file may stand among the rows."""
        name = folded(self.columns[0])
        begins = self._header_begins
        return any(cell[:1] in begins and folded(cell) == name for cell in block.column(0))

    def _blocks(self, rows_at_once: int) -> Iterator[Block]:
        """The rows below the header, so many at once."""
        if self._is_by_lines:
            yield from self._blocks_of_lines(rows_at_once)
            return
        for _, records in groupby(self._records(), attrgetter("section")):
            while chunk := list(islice(records, rows_at_once)):
                yield block_of_records(chunk, len(self.columns))

    def _blocks_of_lines(self, lines_at_once: int) -> Iterator[Block]:
        above = self._header.index + 1
        lines = islice(lines_of(self._data, self.encoding), above, None)
        following = list(islice(lines, lines_at_once))
        while chunk := following:
            following = list(islice(lines, lines_at_once))
            yield block_of_lines(
                above + 1,
                chunk,
                self._header.delimiter,
                len(self.columns),
                ends_file=not following,
            )
            above += len(chunk)

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
        plain: PlainOrders | None = None,
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
            plain=plain,
            reading=layout.reading,
        )

    def _read_one(self, block: Block, plain: PlainOrder) -> tuple[Order, tuple[RawRow, ...]]:
        """An order that was found plain, read with care."""
        row = self._row(block.record_at(plain.line))
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
        section = 0
        for record in read_records(lines, header.delimiter, len(names), quoted=header.quoted):
            may_be_header = record.cells[0][:1] in self._header_begins
            if may_be_header and [folded(cell) for cell in record.cells] == names:
                section += 1
            else:
                yield record._replace(section=section) if section else record


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
