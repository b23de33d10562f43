"""From the bytes of an export to its lines and cells; nothing here knows a column."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

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
_KANA: Final = re.compile("[\u3040-\u30ff\uff66-\uff9f]")
_KANA_SHARE: Final = 0.2  # of the letters beyond ASCII; kanji are most of the others
_ZERO_SHARE: Final = 0.6
_FOREIGN_RUN: Final = 3  # western words have one or two letters in a row beyond ASCII
_OPEN_QUOTE: Final = Sentence("Orders", "a quotation mark in it is opened and never closed")
_UNREADABLE: Final = "\N{REPLACEMENT CHARACTER}"


@dataclass(frozen=True, slots=True)
class Record:
    """The cells of one row, the line of the file on which it begins, and what is wrong with it.

    Attributes:
        fault: why the row cannot be trusted, "" for a sound one; the cells of a faulty row are
            as far as they could be told apart.
    """

    line: int
    cells: tuple[str, ...]
    fault: str = ""


def decode(data: bytes, name: str = "") -> tuple[str, str]:
    """The text of an export, and the encoding it was read by.

    A byte order mark decides, else UTF-8 if the whole file is, else what the letters look like:
    cp1252 for western files (ISO 8859-1 where nothing tells them apart), otherwise the guess of a
    detector. In a UTF-8 file with a few damaged bytes these become U+FFFD.

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
    encoding = encoding or _guessed(data)
    text = data.decode(encoding, errors="replace")
    if not text.strip("\ufeff \t\r\n,;"):
        raise OrderFileError(
            Sentence("Orders", "{file} is empty. Export the orders again.").format(file=shown)
        )
    return text.removeprefix("\ufeff"), encoding


def split_lines(text: str) -> list[str]:
    """The lines of a text, parted by CR LF, LF or CR alone; never at other characters."""
    plain = re.sub(r"\r+\n", "\n", text)
    plain = plain.replace("\r", " " if "\n" in plain else "\n")
    lines = plain.split("\n")
    return lines[:-1] if lines and not lines[-1] else lines


def split_cells(line: str, delimiter: str, *, quoted: bool) -> tuple[str, ...]:
    """The cells of a row that is one line; `quoted` tells whether `"` encloses cells."""
    if not quoted:
        return tuple(line.split(delimiter))
    return tuple(next(csv.reader([line], delimiter=delimiter), ()))


def read_records(
    lines: Sequence[str], first: int, delimiter: str, width: int, *, quoted: bool
) -> Iterator[Record]:
    """Part the lines from index `first` on into rows of `width` cells.

    A damaged row costs only itself: where a quoted cell is never closed, reading goes on with the
    next line. Rows without any text are left out.
    """
    index = first
    while index < len(lines):
        line, taken = lines[index], 1
        fault = _fault(line)
        if fault or not quoted or '"' not in line:
            cells = tuple(line[:_MAX_LINE_CHARS].split(delimiter))
        else:
            cells, taken, fault = _quoted_record(lines, index, delimiter, width)
        while len(cells) > width and not cells[-1].strip():
            cells = cells[:-1]
        if any(cell.strip() for cell in cells):
            yield Record(index + 1, cells, fault or _cell_fault(cells))
        index += taken


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
    runs = _HIGH_BYTES.findall(data)
    foreign = sum(len(run) for run in runs if len(run) >= _FOREIGN_RUN)
    if foreign * 2 > sum(len(run) for run in runs):
        return "cp932" if _is_japanese(data) else _detected(data)
    return "cp1252" if _C1_BYTES.search(data) else "iso-8859-1"


def _is_utf8(data: bytes) -> bool:
    """Whether it is UTF-8, a few damaged bytes or a cut end allowed."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        letters = data.decode("utf-8", errors="surrogateescape")
        damaged = sum("\udc80" <= c <= "\udcff" for c in letters)
        return sum(c > "\x7f" for c in letters) - damaged > damaged
    return True


def _is_japanese(data: bytes) -> bool:
    """Whether it is cp932 without a fault, and kana are among its letters.

    Detectors take half-width kana, which are single bytes, for Chinese.
    """
    try:
        text = data.decode("cp932")
    except UnicodeDecodeError:
        return False
    letters = [c for c in text if c > "\x7f"]
    return sum(bool(_KANA.match(c)) for c in letters) > len(letters) * _KANA_SHARE


def _detected(data: bytes) -> str:
    import chardet  # 100 ms that only such files cost

    try:
        codec = codecs.lookup(chardet.detect(data)["encoding"] or "cp1252").name
    except LookupError:
        return "cp1252"
    return "cp932" if codec == "shift_jis" else codec  # the superset that Amazon's reports use


def _fault(line: str) -> str:
    if len(line) > _MAX_LINE_CHARS:
        return Sentence("Orders", "the line has {count} characters, more than any order").format(
            count=f"{len(line):,}"
        )
    if "\x00" in line:
        return Sentence("Orders", "it has NUL bytes in it, so it is damaged")
    if _UNREADABLE in line:
        return Sentence("Orders", "it has letters that cannot be read, so it is damaged")
    return ""


def _cell_fault(cells: tuple[str, ...]) -> str:
    longest = max(len(cell) for cell in cells)
    if longest > MAX_CELL_CHARS:
        return Sentence(
            "Orders", "one cell has {count} characters, more than the {most} allowed"
        ).format(count=f"{longest:,}", most=f"{MAX_CELL_CHARS:,}")
    return ""


def _quoted_record(
    lines: Sequence[str], index: int, delimiter: str, width: int
) -> tuple[tuple[str, ...], int, str]:
    """The cells of the row that begins here, its number of lines, and its fault."""
    for count in range(1, min(_MAX_RECORD_LINES, len(lines) - index) + 1):
        chunk = [f"{line}\n" for line in lines[index : index + count]]
        if count > 1 and _fault(chunk[-1]):
            break
        try:
            cells = tuple(next(csv.reader(chunk, delimiter=delimiter, strict=True)))
        except csv.Error as error:
            if "unexpected end of data" in str(error):
                continue
            # A quotation mark inside a quoted cell: read it as leniently as spreadsheets do.
            cells = split_cells(lines[index], delimiter, quoted=True)
            return cells, 1, "" if len(cells) == width else _OPEN_QUOTE
        if count == 1 or len(cells) == width:
            return cells, count, ""
        break
    return tuple(lines[index].split(delimiter)), 1, _OPEN_QUOTE
