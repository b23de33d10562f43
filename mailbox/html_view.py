"""Marked text as the little HTML that Qt lays out safely and at once.

Every word of it comes from the text; addresses are numbers ("link:3", "picture:3") that only the
program can read. Colours and sizes are the program's own.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import nh3

from .html_marks import Mark, MarkedText, MarkKind, Picture
from .html_tables import Cell, Table, tables_of

Spans = Sequence[tuple[int, int]]

LINK: Final = "link:"
PICTURE: Final = "picture:"
_TIGHT: Final = "margin-bottom:0px"
_LINE_HEIGHT: Final = "line-height:140%"
_COVER: Final = "\u00a0"
_NOT_BLANK: Final = re.compile(r"\S")
_TAGS: Final = {
    MarkKind.BOLD: "b",
    MarkKind.ITALIC: "i",
    MarkKind.UNDERLINED: "u",
    MarkKind.STRUCK: "s",
}
_LARGE_HEADING: Final = 2
_MOST_INDENT: Final = 6
_LEAST_PICTURE: Final = 3  # pixels; smaller ones only count who reads
_ALLOWED: Final = {
    "p": {"style"},
    "span": {"style"},
    "a": {"href", "style"},
    "img": {"src"},
    "table": {"border", "cellspacing", "cellpadding", "style"},
    "td": {"colspan"},
}
_STYLES: Final = {
    "background-color", "border-collapse", "border-color", "border-style", "color", "font-family",
    "font-size", "font-weight", "line-height", "margin-bottom", "margin-left", "margin-top",
    "text-indent", "white-space",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ink:
    """The colours and lengths of a view: "#RRGGBB", and pixels."""

    muted: str
    border: str
    cover: str
    indent: int
    gap: int
    cell: int


@dataclass(frozen=True, slots=True)
class Look:
    """How a run of characters is set."""

    tags: tuple[str, ...] = ()
    link: int | None = None
    is_fixed: bool = False
    is_heading: bool = False
    is_large: bool = False
    is_added: bool = False
    is_covered: bool = False


class HtmlView:
    """Sets stretches of a marked text.

    Attributes:
        links: where "link:N" leads, as the letter wrote it.
        pictures: what "picture:N" is; those too small to be seen are left out.
    """

    def __init__(self, marked: MarkedText, covered: Spans, ink: Ink) -> None:
        self._text = marked.text
        self._ink = ink
        links = [mark for mark in marked.marks if mark.kind is MarkKind.LINK]
        self.links = tuple(mark.value for mark in links)
        self.pictures = tuple(p for p in marked.pictures if _is_seen(p))
        self._pictures_at = [picture.at for picture in self.pictures]
        self._set: set[int] = set()
        self._is_in_table = False
        self._quotes = marked.quotes
        self._line_starts = _line_starts(self._text)
        self._bullets = {m.start: m for m in marked.marks if m.kind is MarkKind.BULLET}
        self._looks = _looks(marked.marks, links, covered, len(self._text))
        self._look_starts = [start for start, _ in self._looks]
        self._tables = tables_of(marked)

    def html(self, start: int, end: int) -> str:
        """The stretch as HTML; a table that reaches beyond it is set as lines."""
        whole = [t for t in self._tables if start <= t.start and t.end <= end]
        made = "".join(self._blocks(start, end, whole))
        return f'<body style="white-space:pre-wrap">{_sanitised(made)}</body>'

    def _blocks(self, start: int, end: int, tables: Sequence[Table]) -> Iterator[str]:
        at = start
        for table in tables:
            if table.start >= at and table.end <= end:
                yield from self._lines(at, table.start)
                yield from self._table(table)
                at = table.end
        yield from self._lines(at, end)

    def _table(self, table: Table) -> Iterator[str]:
        border = 1 if table.is_grid else 0
        yield (
            f'<table border="{border}" cellspacing="0" cellpadding="{self._ink.cell}" '
            f'style="border-collapse:collapse;border-style:solid;border-color:{self._ink.border};'
            f'margin-top:{self._ink.gap}px;margin-bottom:{self._ink.gap}px">'
        )
        for row in table.rows:
            yield "<tr>"
            for cell in row:
                yield from self._cell(cell)
            yield "</tr>"
        yield "</table>"

    def _cell(self, cell: Cell) -> Iterator[str]:
        outside, self._is_in_table = self._is_in_table, True
        yield f'<td colspan="{cell.columns}">'
        yield from self._blocks(cell.start, cell.end, cell.tables)
        yield "</td>"
        self._is_in_table = outside

    def _lines(self, start: int, end: int) -> Iterator[str]:
        """The lines of a stretch as paragraphs; those without words are gaps between them."""
        number = bisect_right(self._line_starts, start) - 1
        has_gap = False
        is_first = True
        if start == end:
            yield self._pictures_between(start, end)
        while start < end:
            line_start = self._line_starts[number]
            line_end = self._line_end(number)
            quotes = self._quotes[number] if number < len(self._quotes) else 0
            first = max(start, min(line_start + 2 * quotes, line_end))
            last = min(end, line_end)
            yield self._pictures_between(start, first)
            if first < last and _NOT_BLANK.search(self._text, first, last):
                yield self._paragraph(first, last, quotes, has_gap=has_gap and not is_first)
                has_gap = is_first = False
            else:
                has_gap = True
            yield self._pictures_between(last, last)
            start = line_end + 1
            number += 1

    def _pictures_between(self, first: int, last: int) -> str:
        """Pictures that stand on a line of their own."""
        pictures = self._images(first, last + 1)
        return (
            f'<p style="{_TIGHT};margin-top:{self._ink.gap}px">{pictures}</p>' if pictures else ""
        )

    def _line_end(self, number: int) -> int:
        following = number + 1
        if following < len(self._line_starts):
            return self._line_starts[following] - 1
        return len(self._text)

    def _paragraph(self, first: int, last: int, quotes: int, *, has_gap: bool) -> str:
        styles = [_TIGHT] if self._is_in_table else [_TIGHT, _LINE_HEIGHT]
        styles += [f"margin-top:{self._ink.gap if has_gap else 0}px"]
        left = min(quotes, _MOST_INDENT) * self._ink.indent
        bullet = self._bullets.get(first)
        start = ""
        if bullet is not None and bullet.end <= last:
            left += min(bullet.number // 2 + 1, _MOST_INDENT) * self._ink.indent
            styles.append(f"text-indent:-{self._ink.indent}px")
            mark = self._text[first : bullet.end].strip()
            start = "•\u00a0 " if mark == "-" else f"{mark} "
            first = bullet.end
        if left:
            styles.append(f"margin-left:{left}px")
        if quotes:
            styles.append(f"color:{self._ink.muted}")
        return f'<p style="{";".join(styles)}">{start}{self._inline(first, last)}</p>'

    def _inline(self, first: int, last: int) -> str:
        made = []
        number = bisect_right(self._look_starts, first) - 1
        at = first
        while at < last:
            following = number + 1
            end = last
            if following < len(self._looks):
                end = min(last, self._look_starts[following])
            made.append(self._run(at, end, self._looks[number][1]))
            at, number = end, following
        return "".join(made)

    def _run(self, start: int, end: int, look: Look) -> str:
        made = []
        at = start
        places = self._pictures_at[bisect_left(self._pictures_at, start) :]
        for place in dict.fromkeys(p for p in _until(places, end)):
            made += [self._words(at, place, look), self._images(place, place + 1)]
            at = place
        made.append(self._words(at, end, look))
        return _dressed("".join(made), look, self._ink)

    def _images(self, start: int, end: int) -> str:
        """The pictures of a stretch that were not set yet."""
        first, last = bisect_left(self._pictures_at, start), bisect_left(self._pictures_at, end)
        numbers = [number for number in range(first, last) if number not in self._set]
        self._set.update(numbers)
        return "".join(f'<img src="{PICTURE}{number}">' for number in numbers)

    def _words(self, start: int, end: int, look: Look) -> str:
        words = self._text[start:end]
        return _COVER * len(words) if look.is_covered else html.escape(words)


def _until(places: Sequence[int], end: int) -> Iterator[int]:
    for place in places:
        if place >= end:
            return
        yield place


def _dressed(made: str, look: Look, ink: Ink) -> str:
    if not made:
        return ""
    for tag in look.tags:
        made = f"<{tag}>{made}</{tag}>"
    styles = _styles(look, ink)
    if styles:
        made = f'<span style="{styles}">{made}</span>'
    return made if look.link is None else f'<a href="{LINK}{look.link}">{made}</a>'


def _styles(look: Look, ink: Ink) -> str:
    found = []
    if look.is_fixed:
        found.append("font-family:monospace")
    if look.is_heading:
        found.append("font-weight:600")
    if look.is_large:
        found.append("font-size:large")
    if look.is_added:
        found.append(f"color:{ink.muted}")
    if look.is_covered:
        found.append(f"background-color:{ink.cover}")
    return ";".join(found)


def _looks(
    marks: Sequence[Mark], links: Sequence[Mark], covered: Spans, length: int
) -> list[tuple[int, Look]]:
    """The look from each place on where it changes."""
    numbers = {mark.order: number for number, mark in enumerate(links)}
    inline = [m for m in marks if m.kind in _INLINE]
    changes: dict[int, tuple[list[Mark], list[Mark]]] = {}
    for mark in inline:
        changes.setdefault(mark.start, ([], []))[0].append(mark)
        changes.setdefault(mark.end, ([], []))[1].append(mark)
    covers = [Mark(MarkKind.ADDED, start, end, order=-1) for start, end in covered]
    for cover in covers:
        changes.setdefault(cover.start, ([], []))[0].append(cover)
        changes.setdefault(cover.end, ([], []))[1].append(cover)
    found: list[tuple[int, Look]] = [(0, Look())]
    active: dict[int, Mark] = {}
    for at in sorted(changes):
        begun, ended = changes[at]
        for mark in ended:
            active.pop(id(mark), None)
        active.update((id(mark), mark) for mark in begun)
        if at < length:
            found.append((at, _look(list(active.values()), numbers)))
    return found


def _look(active: Sequence[Mark], links: dict[int, int]) -> Look:
    kinds = {mark.kind for mark in active if mark.order >= 0}
    inmost = max(
        (m for m in active if m.kind is MarkKind.LINK), key=lambda m: m.order, default=None
    )
    headings = [mark.number for mark in active if mark.kind is MarkKind.HEADING]
    return Look(
        tags=tuple(tag for kind, tag in _TAGS.items() if kind in kinds),
        link=None if inmost is None else links[inmost.order],
        is_fixed=MarkKind.FIXED in kinds,
        is_heading=bool(headings),
        is_large=bool(headings) and min(headings) <= _LARGE_HEADING,
        is_added=MarkKind.ADDED in kinds,
        is_covered=any(mark.order < 0 for mark in active),
    )


_INLINE: Final = frozenset(
    {*_TAGS, MarkKind.FIXED, MarkKind.HEADING, MarkKind.LINK, MarkKind.ADDED}
)


def _is_seen(picture: Picture) -> bool:
    return all(side < 0 or side >= _LEAST_PICTURE for side in picture.size)


def _line_starts(text: str) -> list[int]:
    starts = [0]
    while (end := text.find("\n", starts[-1])) >= 0:
        starts.append(end + 1)
    return starts


def _sanitised(made: str) -> str:
    """A second lock: nothing but what this module writes gets through."""
    return nh3.clean(
        made,
        tags={*_ALLOWED, *_TAGS.values(), "tbody", "tr"},
        attributes=_ALLOWED,
        url_schemes={LINK.rstrip(":"), PICTURE.rstrip(":")},
        filter_style_properties=_STYLES,
        link_rel=None,
    )
