"""Rows of an export that stand together: those that are sound by columns, the others one by one.

Most work on a large file is done column by column, in the interpreter's own loops.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from .reading import DAMAGE, MAX_CELL_CHARS, Record, record_of_line

Column = Sequence[str]


@dataclass(frozen=True, slots=True)
class Block:
    """Some rows of a file.

    Attributes:
        lines: on which line of the file each sound row stands, or begins.
        cells: of all sound rows, one after the other; each row has as many as the header.
        width: how many that are.
        strange: the other rows.
        text: the sound rows as lines of one text, their cells parted by `delimiter`; "" where
            they were told apart otherwise.
        section: as in `Record`.
    """

    lines: Sequence[int]
    cells: Sequence[str]
    width: int
    strange: Sequence[Record]
    text: str = ""
    delimiter: str = ""
    section: int = 0

    def column(self, place: int) -> Column:
        """The cells of a column, without blanks around them."""
        return list(map(str.strip, self.cells[place :: self.width]))

    def record(self, row: int) -> Record:
        """A sound row by itself."""
        cells = tuple(self.cells[row * self.width : (row + 1) * self.width])
        return Record(self.lines[row], cells, section=self.section)

    def record_at(self, line: int) -> Record:
        """The sound row on a line of the file."""
        return self.record(bisect_left(self.lines, line))


def block_of_lines(
    first: int, lines: Sequence[str], delimiter: str, width: int, *, ends_file: bool
) -> Block:
    """A block of a file in which every row is a line.

    Args:
        first: the number of the first of the lines.
        width: how many cells a sound row has, more than one.
        ends_file: whether the last line is that of the file.
    """
    numbers: Sequence[int] = range(first, first + len(lines))
    strange: list[Record] = []
    text = "\n".join(lines)
    if not _are_sound(lines, text, delimiter, width):
        sound: list[tuple[int, str]] = []
        for number, line in zip(numbers, lines, strict=True):
            if _are_sound([line], line, delimiter, width):
                sound.append((number, line))
            elif record := record_of_line(number, line, delimiter, width):
                is_last = ends_file and number == numbers[-1] and len(record.cells) < width
                strange.append(record._replace(is_last=is_last))
        numbers, lines = [number for number, _ in sound], [line for _, line in sound]
        text = "\n".join(lines)
    cells = text.replace("\n", delimiter).split(delimiter) if lines else []
    return Block(numbers, cells, width, strange, text, delimiter)


def block_of_records(records: Iterable[Record], width: int) -> Block:
    """A block of rows that were told apart before; all of one section."""
    sound: list[Record] = []
    strange: list[Record] = []
    section = 0
    for record in records:
        section = record.section
        is_sound = len(record.cells) == width and not record.fault
        (sound if is_sound else strange).append(record)
    cells = list(chain.from_iterable([record.cells for record in sound]))
    return Block([record.line for record in sound], cells, width, strange, section=section)


def _are_sound(lines: Sequence[str], text: str, delimiter: str, width: int) -> bool:
    """Whether each line is a row of the right width, with some text and nothing wrong with it."""
    bare = lines if delimiter == "\t" else text.replace(delimiter, "\t").split("\n")
    return (
        {line.count(delimiter) for line in lines} == {width - 1}
        and max(map(len, lines)) <= MAX_CELL_CHARS
        and not any(sign in text for sign in DAMAGE)
        and all(map(str.strip, bare))
    )
