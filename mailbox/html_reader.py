"""Reads an HTML letter once: its text as lines, and with it, on demand, how it is set."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from .html_elements import BARRIERS, CELLS, KNOWN, Element, element, target_of
from .html_lines import Lines
from .html_marks import Begin, MarkedText, MarkKind, Marks
from .html_tokens import cleaned, decoded, pieces

MAX_DEPTH: Final = 256
MAX_QUOTES: Final = 10
MAX_TAGS: Final = 40_000  # 0.2 s; what comes behind them is not read
_MAX_INDENT: Final = 8

_HEADER_LABEL: Final = re.compile(
    r"\s*(?:From|Von|De|Da|Van|Från|Fra|Od|От|Від)\s*:", re.IGNORECASE
)
_DATA: Final = re.compile(r"data:[\w/+.;-]*+base64,[A-Za-z0-9+/=\s]*+")
_HAS_WORDS: Final = re.compile(r"[^\W_]")
_CELLS: Final = frozenset(CELLS)
_ROOT: Final = Element("")
_START: Final[Begin] = (0, (0, 0))


def text_from_html(html: str) -> str:
    """The visible text of an HTML letter, with LF line ends.

    Blocks stand on lines of their own, list items behind "- " or their number, the cells of a
    row behind each other, quoted letters behind "> "; a link that does not name its host has it
    in parentheses. Time is linear in the length of the HTML; pictures in it are not read.
    """
    return _Reader().read(html)


def marked_text(html: str) -> MarkedText:
    """The same text, with what is set apart in it: bold, links, tables, pictures, and so on."""
    reader = _Reader(keeps_marks=True)
    text = reader.read(html)
    return reader.marks.marked(text)


@dataclass(frozen=True, slots=True, eq=False)
class _Inherited:
    """What the text of an element inherits."""

    is_hidden: bool = False
    is_tiny: bool = False
    keeps_blanks: bool = False
    quotes: int = 0
    is_shown: bool = True


@dataclass(slots=True)
class _Link:
    """An open link, and what is shown of it; without a target it only ends the one around it."""

    target: str
    source: str
    outer: _Link | None
    shown: list[str]


@dataclass(slots=True)
class _List:
    is_numbered: bool
    items: int = 0


@lru_cache(maxsize=4096)
def _inside(outer: _Inherited, inner: Element) -> _Inherited:
    is_hidden = outer.is_hidden or inner.is_hidden
    is_tiny = outer.is_tiny if inner.is_tiny is None else inner.is_tiny
    return _Inherited(
        is_hidden=is_hidden,
        is_tiny=is_tiny,
        is_shown=not (is_hidden or is_tiny),
        keeps_blanks=outer.keeps_blanks if inner.keeps_blanks is None else inner.keeps_blanks,
        quotes=min(outer.quotes + inner.is_quote, MAX_QUOTES),
    )


_NOTHING: Final = _Inherited()


class _Reader:
    """Follows the open elements and writes lines."""

    def __init__(self, *, keeps_marks: bool = False) -> None:
        self._lines = Lines(keeps_places=keeps_marks)
        self.marks = Marks(self._lines)
        self._keeps_marks = keeps_marks
        self._open = [_ROOT]
        self._begins: list[Begin] = [_START]
        self._state = _NOTHING
        self._states: list[_Inherited] = []
        self._is_shown = True
        self._is_hidden = False
        self._paragraphs = 0
        self._too_deep: dict[str, int] = {}
        self._lists: list[_List] = []
        self._link: _Link | None = None
        self._tail_quotes = 0
        self._expects_reply_head = False

    def read(self, html: str) -> str:
        """The text of a letter."""
        if "data:" in html:
            html = _DATA.sub("data:", html)
        start, end, write = self._start, self._end, self._text
        known = KNOWN.get
        for number, (tag, text) in enumerate(pieces(cleaned(html))):
            if tag:
                found, address = known(tag), ""
                if found is None:
                    found, address = element(tag)
                if found.ends:
                    end(found.name)
                else:
                    start(found, address)
            if text and self._is_shown:
                write(text)
            if number > MAX_TAGS:
                break
        self._close(1)
        return self._lines.result()

    def _text(self, text: str) -> None:
        """Take text of the innermost element."""
        if "&" in text:
            text = decoded(text)
        if self._expects_reply_head and not text.isspace():
            self._expects_reply_head = False
            if _HEADER_LABEL.match(text):
                self._start_reply_tail()
        state = self._state
        if state.keeps_blanks:
            self._lines.write_kept(text, state.quotes or self._tail_quotes)
        else:
            self._lines.write(text, state.quotes or self._tail_quotes)
        if self._link is not None:
            self._link.shown.append(text)

    def _start(self, opened: Element, address: str) -> None:
        if opened.is_block and self._paragraphs:
            self._close_open_paragraph()
        if opened.closes is not None:
            self._imply_end(*opened.closes)
        if opened.is_plain:
            if not self._is_hidden:
                self._lay_out(opened, address)
        else:
            self._start_special(opened, address)
        if opened.is_void:
            return
        if len(self._open) >= MAX_DEPTH:
            self._leave_unread(opened)
            return
        self._open.append(opened)
        if opened.name == "p":
            self._paragraphs += 1
        if self._keeps_marks:
            self._begins.append(self.marks.begin())

    def _start_special(self, opened: Element, address: str) -> None:
        """Start what is not done with when its tag ends."""
        state = self._state
        if not opened.is_void:
            self._states.append(state)
            if not opened.inherits:
                self._state = state = _inside(state, opened)
                self._is_hidden, self._is_shown = state.is_hidden, state.is_shown
        if opened.is_reply_border and not state.quotes:
            self._expects_reply_head = True
        if not state.is_hidden:
            self._lay_out(opened, address)
        if opened.name == "a":
            self._link = _Link(target_of(address), address, self._link, [])
        elif opened.is_list:
            self._lists.append(_List(opened.name == "ol"))

    def _end_special(self, closed: Element) -> None:
        state, outer = self._state, self._states.pop()
        if outer is not state:
            self._state = outer
            self._is_hidden, self._is_shown = outer.is_hidden, outer.is_shown
        if closed.name == "a":
            self._end_link(state)
        elif closed.is_list:
            self._lists.pop()
        if closed.is_block and not state.is_hidden:
            self._end_block(closed)

    def _leave_unread(self, opened: Element) -> None:
        """Keep no account of an element that lies too deep, beyond that it must be closed."""
        self._too_deep[opened.name] = self._too_deep.get(opened.name, 0) + 1
        if not opened.is_plain:
            self._end_special(opened)

    def _end(self, name: str) -> None:
        """Take an end tag; one that closes nothing is passed over."""
        if self._too_deep.get(name):
            self._too_deep[name] -= 1
        elif self._open[-1].name == name:
            self._close_one()
        elif place := self._place(name):
            self._close(place)
        elif name in {"p", "br"}:
            self._lines.end_line()

    def _place(self, name: str) -> int:
        """The innermost open element of a name; what a cell is in is out of reach for its text."""
        crosses = name == "tr" or name in BARRIERS
        for place in range(len(self._open) - 1, 0, -1):
            found = self._open[place].name
            if found == name:
                return place
            if found in BARRIERS and not crosses:
                return 0
        return 0

    def _close_open_paragraph(self) -> None:
        place = self._place("p")
        if place:
            self._close(place)

    def _imply_end(self, closed: frozenset[str], scope: frozenset[str]) -> None:
        for place in range(len(self._open) - 1, 0, -1):
            found = self._open[place].name
            if found in scope:
                return
            if found in closed:
                self._close(place)
                return

    def _close(self, place: int) -> None:
        while len(self._open) > place:
            self._close_one()

    def _close_one(self) -> None:
        closed = self._open.pop()
        if closed.name == "p":
            self._paragraphs -= 1
        if self._keeps_marks:
            self._mark(closed, self._begins[-1])
        if not closed.is_plain:
            self._end_special(closed)
        elif closed.is_block and not self._is_hidden:
            self._end_block(closed)
        if self._keeps_marks:
            self._begins.pop()

    def _mark(self, closed: Element, begin: Begin) -> None:
        if closed.mark is not None and closed.mark is not MarkKind.LINK:
            self.marks.add(closed.mark, begin, number=closed.number)
            if closed.name == "th":
                self.marks.add(MarkKind.BOLD, begin)

    def _lay_out(self, opened: Element, address: str) -> None:
        name = opened.name
        if opened.is_block:
            self._end_block(opened)
            if name == "li":
                self._lines.bullet = self._bullet()
        elif name in _CELLS:
            self._lines.write(" ", 0)
        elif name == "br":
            self._lines.new_line(self._state.quotes or self._tail_quotes)
        elif name == "img":
            self._picture(opened, address)
        if opened.starts_tail and not self._state.quotes:
            self._start_reply_tail()

    def _end_block(self, closed: Element) -> None:
        """End the line or paragraph at either tag of a block."""
        if closed.is_paragraph and not (closed.is_list and self._lists):
            self._lines.end_paragraph()
        else:
            self._lines.end_line()

    def _bullet(self) -> str:
        indent = "  " * min(max(len(self._lists) - 1, 0), _MAX_INDENT)
        if not self._lists:
            return "- "
        inmost = self._lists[-1]
        inmost.items += 1
        return f"{indent}{inmost.items}. " if inmost.is_numbered else f"{indent}- "

    def _picture(self, opened: Element, address: str) -> None:
        """Pictures speak where they are letters (an emoji) or all that a link shows."""
        alternative = opened.alternative
        if alternative and (self._link is not None or not _HAS_WORDS.search(alternative)):
            if self._is_shown:
                self._text(alternative.replace("&", "&amp;"))
        elif self._keeps_marks and address:
            self.marks.add_picture(address, alternative, opened.size)

    def _end_link(self, state: _Inherited) -> None:
        link = self._link
        if link is None:
            return
        self._link = link.outer
        shown = "".join(link.shown)
        if not link.source or not shown.strip() or not state.is_shown:
            return
        if self._keeps_marks:
            self.marks.add(MarkKind.LINK, self._begins[-1], link.source)
        if link.target and link.target not in shown.lower():
            begin = self.marks.begin() if self._keeps_marks else _START
            self._lines.write(f" ({link.target})", state.quotes or self._tail_quotes)
            if self._keeps_marks:
                self.marks.add(MarkKind.ADDED, begin)

    def _start_reply_tail(self) -> None:
        self._lines.end_line()
        self._tail_quotes = 1
