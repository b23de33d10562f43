"""What an HTML letter sets apart in its text: marks over stretches of it, never other words.

Text and view are made from one reading: the text, and the marks that say how stretches of it
look. A view can therefore show nothing that the text does not say.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, auto
from typing import Final

from .html_lines import Lines, Place

MAX_MARKS: Final = 5_000  # what is set apart beyond them stands as plain text
MAX_PICTURES: Final = 200
MAX_SOURCE_CHARS: Final = 2_000  # of an address


Begin = tuple[int, Place]


class MarkKind(IntEnum):  # its hash is that of a number
    """How a stretch is set apart."""

    BOLD = auto()
    ITALIC = auto()
    UNDERLINED = auto()
    STRUCK = auto()
    FIXED = auto()
    HEADING = auto()
    LINK = auto()
    ADDED = auto()
    BULLET = auto()
    TABLE = auto()
    ROW = auto()
    CELL = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text, from `start` up to `end`.

    Attributes:
        order: a mark that stands in another one has a higher order and is listed before it.
        value: where a link leads, as written.
        number: the level of a heading, the indent of a bullet, the columns that a cell spans.
    """

    kind: MarkKind
    start: int
    end: int
    order: int = 0
    value: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that stands before the character `at`.

    Attributes:
        source: its address as written: "cid:..." for one of the letter's own.
        size: width and height in pixels as the letter asks for them, 0 where it does not.
    """

    at: int
    source: str
    alternative: str
    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The text of an HTML letter with how it is set.

    Attributes:
        quotes: how many quote marks each line begins with.
        is_whole: nothing was left unmarked for want of room.
    """

    text: str
    marks: tuple[Mark, ...]
    pictures: tuple[Picture, ...]
    quotes: tuple[int, ...]
    is_whole: bool = True


class Marks:
    """Collects marks while the lines are written."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines
        self._found: list[tuple[MarkKind, Begin, Place, str, int]] = []
        self._pictures: list[tuple[Place, str, str, tuple[int, int]]] = []
        self._is_whole = True
        self._begun = 0

    def begin(self) -> Begin:
        """Where a mark may begin, to be given to `add`."""
        self._begun += 1
        return self._begun, self._lines.place()

    def add(self, kind: MarkKind, start: Begin, value: str = "", number: int = 0) -> None:
        """Mark what was written since a place."""
        if len(self._found) < MAX_MARKS:
            end = self._lines.place()
            if end != start[1] or kind is MarkKind.CELL:
                self._found.append((kind, start, end, value[:MAX_SOURCE_CHARS], number))
        else:
            self._is_whole = False

    def add_picture(self, source: str, alternative: str, size: tuple[int, int]) -> None:
        """Note a picture where the next text will stand."""
        if len(self._pictures) < MAX_PICTURES:
            place = self._lines.place()
            self._pictures.append((place, source[:MAX_SOURCE_CHARS], alternative, size))
        else:
            self._is_whole = False

    def marked(self, text: str) -> MarkedText:
        """The text with its marks, once all lines are done."""
        dropped = self._lines.leading()
        place, last = _Places(self._lines, dropped, len(text)), len(text)
        marks = [
            Mark(kind, place.start(start), place.end(start, end), order, value, number)
            for kind, (order, start), end, value, number in self._found
        ]
        marks += [
            Mark(MarkKind.BULLET, at, min(at + len(bullet), last), number=_indent(bullet))
            for at, bullet in ((place.start(at), bullet) for at, bullet in self._lines.bullets)
        ]
        pictures = [
            Picture(min(place.start(at), last), source, alternative, size)
            for at, source, alternative, size in self._pictures
        ]
        count = text.count("\n") + 1
        return MarkedText(
            text,
            tuple(m for m in marks if m.start < m.end or m.kind is MarkKind.CELL),
            tuple(pictures),
            tuple(self._lines.quotes_of[dropped : dropped + count]),
            self._is_whole,
        )


def _indent(bullet: str) -> int:
    return len(bullet) - len(bullet.lstrip())


class _Places:
    def __init__(self, lines: Lines, dropped: int, length: int) -> None:
        self._lines = lines
        self._dropped = dropped
        self._length = length

    def start(self, place: Place) -> int:
        return self._clipped(self._lines.found(place))

    def end(self, start: Place, place: Place) -> int:
        """The end of a stretch; one that ends with its line does not reach into the next."""
        number, column = place
        if not column and number:
            return max(self._clipped(self._lines.end_of(number - 1)), self.start(start))
        return self._clipped(self._lines.found(place))

    def _clipped(self, at: int) -> int:
        return min(max(at - self._dropped, 0), self._length)
