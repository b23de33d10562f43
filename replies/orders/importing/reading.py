"""From the bytes of an export to its lines and cells; nothing here knows a column."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from ....mailbox.sentence import Sentence
from ...errors import OrderFileError

MAX_FILE_BYTES: Final = 64 * 2**20
MAX_CELL_CHARS: Final = 32_767  # what a cell of a spreadsheet holds
_MAX_LINE_CHARS: Final = 100_000  # below the limit of 131,072 that csv has for a cell
_MAX_RECORD_LINES: Final = 100  # a note in a quoted cell may have as many lines
_LOOKED_AT_BYTES: Final = 4096
_CONTROL_SHARE: Final = 0.05  # of the bytes looked at; text has hardly any

_MAGIC: Final = (
    (b"PK\x03\x04", Sentence("Orders", "a spreadsheet or an archive")),
    (b"\xd0\xcf\x11\xe0", Sentence("Orders", "an old spreadsheet")),
    (b"%PDF", Sentence("Orders", "a PDF")),
    (b"\x1f\x8b", Sentence("Orders", "a compressed file")),
)
_BOMS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_C1_BYTES: Final = re.compile(rb"[\x80-\x9f]")
_HIGH_BYTES: Final = re.compile(rb"[\x80-\xff]+")
_ANY_TEXT: Final = re.compile(rb"[^\xef\xbb\xbf\xff\xfe \t\r\n,;]")
_ESCAPED: Final = re.compile("[\udc80-\udcff]")
_FOREIGN: Final = re.compile("[^\x00-\x7f\udc80-\udcff]")
_ASCII_SAMPLE: Final = b"id,1\t%;\r\n"
_PIECE_BYTES: Final = 2**20
_KANA: Final = re.compile("[\u3040-\u30ff\uff66-\uff9f]")
_KANA_SHARE: Final = 0.2  # of the letters beyond ASCII; kanji are most of the others
_ZERO_SHARE: Final = 0.6
_FOREIGN_RUN: Final = 3  # western words have one or two letters in a row beyond ASCII
_OPEN_QUOTE: Final = Sentence("Orders", "a quotation mark in it is opened and never closed")
_PIECE_CHARS: Final = 1 << 18  # of text that is parted into lines at once
_NUL: Final = "\x00"
_UNREADABLE: Final = "\N{REPLACEMENT CHARACTER}"
DAMAGE: Final = (_NUL, _UNREADABLE)  # what no sound row has in it


class Record(NamedTuple):
    """The cells of one row, the line of the file on which it begins, and what is wrong with it.

    Attributes:
        fault: why the row cannot be trusted, "" for a sound one; the cells of a faulty row are
            as far as they could be told apart.
        is_last: whether the file ends with it, for a row that lacks cells.
        section: which of the files that were joined to this one it comes from, from 0.
    """

    line: int
    cells: tuple[str, ...]
    fault: str = ""
    is_last: bool = False
    section: int = 0


def encoding_of(data: bytes, name: str = "") -> str:
    """How the bytes of an export are to be read.

    A byte order mark decides, else UTF-8 if the whole file is, else what the letters look like:
    cp1252 for western files (ISO 8859-1 where nothing tells them apart), otherwise the guess of a
    detector.

    Raises:
        OrderFileError: the file is empty, too large, or no text.
    """
    shown = name or Sentence("Orders", "The file")
    if len(data) > MAX_FILE_BYTES:
        raise OrderFileError(
            Sentence(
                "Orders",
                "{file} is larger than {most} MB. No order export is: see that it "
                "is the right file, or export a shorter time.",
            ).format(file=shown, most=MAX_FILE_BYTES // 2**20)
        )
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise OrderFileError(
                Sentence(
                    "Orders",
                    "{file} is {what}, not a text file. Save it as CSV or tab-separated text, or "
                    "download it again in that form.",
                ).format(file=shown, what=what)
            )
    encoding = next((codec for bom, codec in _BOMS if data.startswith(bom)), None)
    encoding = encoding or _two_byte_codec(data)
    if not (encoding or "").startswith("utf-16") and _looks_binary(data):
        raise OrderFileError(
            Sentence(
                "Orders", "{file} is not a text file. Download the export again as CSV or text."
            ).format(file=shown)
        )
    # Zeros are the other halves of the letters of UTF-16.
    if not _ANY_TEXT.search(data.translate(None, b"\0") if encoding else data):
        raise OrderFileError(
            Sentence("Orders", "{file} is empty. Export the orders again.").format(file=shown)
        )
    return encoding or _guessed(data)


def lines_of(data: bytes, encoding: str) -> Iterator[str]:
    """The lines of an export, parted by CR LF, LF or CR alone; never at other characters.

    They are decoded one after the other: a large file is never in memory as text. Bytes that are
    no letters become U+FFFD.
    """
    end = "\n" if b"\n" in data else "\r"
    text = io.TextIOWrapper(io.BytesIO(data), encoding, errors="replace", newline=end)
    begun: list[str] = []  # a line of which only the beginning was read
    piece = text.read(_PIECE_CHARS).removeprefix("\ufeff")
    while piece:
        if end in piece:
            *whole, rest = "".join([*begun, piece]).split(end)
            yield from _bare(whole)
            begun = [rest] if rest else []
        else:
            begun.append(piece)
        piece = text.read(_PIECE_CHARS)
    if begun:
        yield from _bare(["".join(begun)])


def _bare(lines: list[str]) -> Iterable[str]:
    """Lines without the CR at their ends; those within them become blanks."""
    if "\r" not in "".join(lines):
        return lines
    return [line.rstrip("\r").replace("\r", " ") for line in lines]


class Lines:
    """The lines of a file, taken one by one, with a look at those that follow.

    Attributes:
        number: how many were taken.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self.number = 0
        self._rest = iter(lines)
        self._ahead: deque[str] = deque()

    def take(self) -> str | None:
        """The next line, None after the last."""
        line = self._ahead.popleft() if self._ahead else next(self._rest, None)
        self.number += line is not None
        return line

    def rest(self) -> Iterator[str]:
        """All lines that are left; they are not counted."""
        while self._ahead:
            yield self._ahead.popleft()
        yield from self._rest

    def ahead(self, count: int) -> list[str]:
        """The next lines, fewer at the end; they are still to be taken."""
        while len(self._ahead) < count and (line := next(self._rest, None)) is not None:
            self._ahead.append(line)
        return list(islice(self._ahead, count))


def split_cells(line: str, delimiter: str, *, quoted: bool) -> tuple[str, ...]:
    """The cells of a row that is one line; `quoted` tells whether `"` encloses cells."""
    if not quoted:
        return tuple(line.split(delimiter))
    return tuple(next(csv.reader([line], delimiter=delimiter), ()))


def read_records(lines: Lines, delimiter: str, width: int, *, quoted: bool) -> Iterator[Record]:
    """Part the lines that are left into rows of `width` cells.

    A damaged row costs only itself: where a quoted cell is never closed, reading goes on with the
    next line. Rows without any text are left out.
    """
    if not quoted:
        yield from _unquoted_records(lines, delimiter, width)
        return
    while (line := lines.take()) is not None:
        number = lines.number
        fault = fault_of(line)
        cells: Sequence[str]
        if fault or '"' not in line:
            cells = line[:_MAX_LINE_CHARS].split(delimiter)
        else:
            cells, fault = _quoted_record(line, lines, delimiter, width)
        while len(cells) > width and not cells[-1].strip():
            cells = cells[:-1]
        if cells[0].strip() or any(cell.strip() for cell in cells):
            too_long = lines.number > number or len(line) > MAX_CELL_CHARS
            fault = fault or (_cell_fault(cells) if too_long else "")
            is_last = len(cells) < width and not lines.ahead(1)
            yield Record(number, tuple(cells), fault, is_last)


def _unquoted_records(lines: Lines, delimiter: str, width: int) -> Iterator[Record]:
    """The rows of a file in which a row is a line."""
    short: Record | None = None  # until it is known whether it is the last
    for number, line in enumerate(lines.rest(), lines.number + 1):
        if short is not None:
            yield short
            short = None
        record = record_of_line(number, line, delimiter, width)
        if record is None:
            continue
        if len(record.cells) < width:
            short = record
        else:
            yield record
    if short is not None:
        yield short._replace(is_last=True)


def record_of_line(number: int, line: str, delimiter: str, width: int) -> Record | None:
    """A row that is a line without quotation marks, None for one without any text."""
    fault = fault_of(line)
    cells = line[:_MAX_LINE_CHARS].split(delimiter)
    while len(cells) > width and not cells[-1].strip():
        cells.pop()
    if not cells[0].strip() and not any(cell.strip() for cell in cells):
        return None
    if len(line) > MAX_CELL_CHARS:
        fault = fault or _cell_fault(cells)
    return Record(number, tuple(cells), fault)


def _looks_binary(data: bytes) -> bool:
    head = data[:_LOOKED_AT_BYTES]
    controls = sum(byte < 0x20 and byte not in b"\t\n\r\f\x1a" for byte in head)  # noqa: PLR2004 - ASCII
    return controls > len(head) * _CONTROL_SHARE


def _two_byte_codec(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its separators and digits is zero."""
    head = data[: _LOOKED_AT_BYTES // 2 * 2]
    for codec, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if zeros and zeros.count(0) > len(zeros) * _ZERO_SHARE:
            return codec
    return None


def _guessed(data: bytes) -> str:
    if data.isascii():
        return "ascii"
    if _is_utf8(data):
        return "utf-8"
    runs = _HIGH_BYTES.findall(data[:_PIECE_BYTES])
    foreign = sum(len(run) for run in runs if len(run) >= _FOREIGN_RUN)
    if foreign * 2 > sum(len(run) for run in runs):
        return "cp932" if _is_japanese(data) else _detected(data)
    return "cp1252" if _C1_BYTES.search(data) else "iso-8859-1"


def _is_utf8(data: bytes) -> bool:
    """Whether it is UTF-8, a few damaged bytes or a cut end allowed."""
    foreign = damaged = 0
    for piece in _pieces(data, "utf-8", "surrogateescape"):
        if not piece.isascii():
            damaged += len(_ESCAPED.findall(piece))
            foreign += len(_FOREIGN.findall(piece))
    return foreign > damaged


def _pieces(data: bytes, encoding: str, errors: str = "strict") -> Iterator[str]:
    """The text, a megabyte at a time."""
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    for start in range(0, len(data), _PIECE_BYTES):
        piece = data[start : start + _PIECE_BYTES]
        yield decoder.decode(piece, final=start + _PIECE_BYTES >= len(data))


def _is_japanese(data: bytes) -> bool:
    """Whether it is cp932 without a fault, and kana are among its letters.

    Detectors take half-width kana, which are single bytes, for Chinese.
    """
    foreign = kana = 0
    try:
        for piece in _pieces(data, "cp932"):
            foreign += len(_FOREIGN.findall(piece))
            kana += len(_KANA.findall(piece))
    except UnicodeDecodeError:
        return False
    return kana > foreign * _KANA_SHARE


def _detected(data: bytes) -> str:
    import chardet  # 100 ms that only such files cost

    try:
        codec = codecs.lookup(chardet.detect(data[:_PIECE_BYTES])["encoding"] or "cp1252").name
    except LookupError:
        return "cp1252"
    if _ASCII_SAMPLE.decode(codec, errors="replace").encode() != _ASCII_SAMPLE:
        return "cp1252"  # a code of large computers, which no export has
    return "cp932" if codec == "shift_jis" else codec  # the superset that Amazon's reports use


def fault_of(line: str) -> str:
    """Why a line cannot be trusted, "" for a sound one."""
    if len(line) > _MAX_LINE_CHARS:
        return Sentence("Orders", "the line has {count} characters, more than any order").format(
            count=f"{len(line):,}"
        )
    if _NUL in line:
        return Sentence("Orders", "it has NUL bytes in it, so it is damaged")
    if _UNREADABLE in line:
        return Sentence("Orders", "it has letters that cannot be read, so it is damaged")
    return ""


def _cell_fault(cells: Sequence[str]) -> str:
    longest = max(len(cell) for cell in cells)
    if longest > MAX_CELL_CHARS:
        return Sentence(
            "Orders", "one cell has {count} characters, more than the {most} allowed"
        ).format(count=f"{longest:,}", most=f"{MAX_CELL_CHARS:,}")
    return ""


def _quoted_record(
    line: str, lines: Lines, delimiter: str, width: int
) -> tuple[Sequence[str], str]:
    """The cells of the row that begins with this line, and its fault; takes its other lines."""
    chunk: list[str] = []
    for count in range(_MAX_RECORD_LINES):
        ahead = lines.ahead(count)
        if len(ahead) < count or (count and fault_of(ahead[-1])):
            break
        chunk.append(f"{ahead[-1] if count else line}\n")
        try:
            cells = next(csv.reader(chunk, delimiter=delimiter, strict=True))
        except csv.Error as error:
            if "unexpected end of data" in str(error):
                continue
            # A quotation mark inside a quoted cell: read it as leniently as spreadsheets do.
            lenient = split_cells(line, delimiter, quoted=True)
            return lenient, "" if len(lenient) == width else _OPEN_QUOTE
        if count and len(cells) != width:
            break
        for _ in range(count):
            lines.take()
        return cells, ""
    return line.split(delimiter), _OPEN_QUOTE
