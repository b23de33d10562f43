"""Read an export of orders or parcels, whatever its kind: bytes in, orders out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ....mailbox.sentence import Sentence
from ...errors import OrderFileError, UnknownLayoutError
from . import amazon, ebay, pirateship
from .imported import ImportedFile
from .layouts import Layout, Row, folded
from .reading import (
    MAX_FILE_BYTES,
    Record,
    decode,
    read_records,
    split_cells,
    split_lines,
)

__all__ = ["LAYOUTS", "ImportedFile", "read_order_file", "read_orders"]

LAYOUTS: Final[tuple[Layout, ...]] = (
    amazon.UNSHIPPED,  # before the New Orders report, whose columns it has and more
    amazon.NEW_ORDERS,
    ebay.ORDERS,
    pirateship.SHIPMENTS,
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


def read_order_file(path: Path, more: Sequence[Layout] = ()) -> ImportedFile:
    """Read an export from the disk.

    Args:
        more: layouts to be known beside those of the program.

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
    return read_orders(data, path.name, more)


def read_orders(data: bytes, name: str = "", more: Sequence[Layout] = ()) -> ImportedFile:
    """Read an export; its kind is told by its header, never by its name.

    Rows that cannot be read are listed by line, and the others are read all the same.

    Args:
        more: layouts to be known beside those of the program, which go before them.

    Raises:
        UnknownLayoutError: no known export has its columns.
        OrderFileError: it is empty, too large, or no text.
    """
    text, encoding = decode(data, name)
    lines = split_lines(text)
    header = _find_header(lines, (*LAYOUTS, *more))
    if header is None:
        raise UnknownLayoutError(
            Sentence(
                "Orders",
                "{file} has no columns of a known export. Give a report of Amazon, eBay or "
                "Pirate Ship as it was downloaded.",
            ).format(file=name or Sentence("Orders", "The file")),
            _first_columns(lines),
        )
    contents = header.layout.read(list(_rows(header, lines)))
    return ImportedFile(
        format=header.layout.name,
        encoding=encoding,
        orders=contents.orders,
        shipments=contents.shipments,
        rejected=tuple(sorted(contents.rejected, key=lambda row: row.line)),
        columns=tuple(cell.strip() for cell in header.cells),
        order_rows=contents.order_rows,
        shipment_rows=contents.shipment_rows,
        as_of=contents.as_of,
    )


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


def _rows(header: _Header, lines: Sequence[str]) -> Iterator[Row]:
    """The rows below the header; a row of the wrong width bears its fault."""
    names = [cell.strip() for cell in header.cells]
    places = header.layout.places(names)
    columns = {field: names[place] for field, place in places.items()}
    header_cells = [folded(name) for name in names]
    records = read_records(
        lines, header.index + 1, header.delimiter, len(names), quoted=header.quoted
    )
    for record in records:
        cells = [cell.strip() for cell in record.cells]
        if folded(cells[0]) == header_cells[0] and [folded(c) for c in cells] == header_cells:
            continue  # files that were joined together
        fault = record.fault
        if len(cells) != len(names) and not fault:
            if header.layout.framing is not None and header.layout.framing(cells):
                continue
            fault = _width_fault(record, len(names), len(lines))
        yield Row(
            record.line,
            columns,
            {field: cells[place] for field, place in places.items() if place < len(cells)},
            {name: cell for name, cell in zip(names, cells, strict=False) if cell},
            fault,
        )


def _width_fault(record: Record, width: int, last_line: int) -> str:
    count = len(record.cells)
    if count < width and record.line == last_line:
        return f"the file ends in the middle of it: {count} of {width} cells"
    return f"it has {count} cells, but the header has {width}"
