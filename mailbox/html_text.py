"""The text of an HTML letter, as its sender meant it to be read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from .html_style import Style, read_style
from .html_tokens import attributes, tokens

MAX_DEPTH: Final = 256
MAX_QUOTES: Final = 10
MAX_TAGS: Final = 40_000  # 0.4 s; what comes behind them is not read
_MAX_INDENT: Final = 8

_VOID: Final = frozenset(
    "area base br col embed frame hr img input keygen link meta param source track wbr".split()
)
_BLOCKS: Final = frozenset(
    "address article aside body caption center dd details dir div dl dt fieldset figcaption "
    "figure footer form header html legend li main menu nav option section summary table tbody "
    "tfoot thead tr".split()
)
_PARAGRAPHS: Final = frozenset("blockquote h1 h2 h3 h4 h5 h6 hr ol p pre ul".split())
_CLOSE_P: Final = _BLOCKS | _PARAGRAPHS
_NOT_TEXT: Final = frozenset({"audio", "datalist", "select", "svg", "template", "video"})
_CELLS: Final = ("td", "th")
_BARRIERS: Final = (*_CELLS, "table")  # an end tag inside of a cell closes nothing outside of it
_IMPLIED_ENDS: Final[dict[str, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "li": (("li",), ("ul", "ol", "menu", "table")),
    "dt": (("dt", "dd"), ("dl", "table")),
    "dd": (("dt", "dd"), ("dl", "table")),
    "td": (_CELLS, ("tr", "table")),
    "th": (_CELLS, ("tr", "table")),
    "tr": (("tr",), ("table",)),
}  # a start tag, what it closes, and the innermost element that it stays in

_QUOTE_CLASSES: Final = ("yahoo_quoted", "gmail_attr", "moz-cite-prefix")
_QUOTE_IDS: Final = (
    "yahoo_quoted",
    "mail-editor-reference-message-container",
    "ms-outlook-mobile-reference-message",
)
_REPLY_HEAD: Final = "divrplyfwdmsg"  # Outlook's block of From, Sent, To; the rest is quoted
_HEADER_LABEL: Final = re.compile(
    r"\s*(?:From|Von|De|Da|Van|Från|Fra|Od|От|Від)\s*:", re.IGNORECASE
)

_BLANKS: Final = re.compile("[ \t\r\n\f]+")
_FILLERS: Final = re.compile("[\u00ad\u034f\u200b\u2060\ufeff]")
_HOST: Final = re.compile(r"\s*(?:https?:)?//(?:[^/?#\s]*@)?([^/:?#\s\\@]+)", re.IGNORECASE)
_MAILBOX: Final = re.compile(r"\s*mailto:([^?\s]+)", re.IGNORECASE)
_DATA: Final = re.compile(r"data:[\w/+.;-]*+base64,[A-Za-z0-9+/=\s]*+")
_HAS_WORDS: Final = re.compile(r"[^\W_]")


def text_from_html(html: str) -> str:
    """The visible text of an HTML letter, with LF line ends.

    Blocks stand on lines of their own, list items behind "- " or their number, the cells of a
    row behind each other, quoted letters behind "> "; a link that does not name its host has it
    in parentheses. Time is linear in the length of the HTML; pictures in it are not read.
    """
    writer = _Writer()
    tags = 0
    for name, text in tokens(_DATA.sub("data:", html)):
        tags += bool(name)
        if tags > MAX_TAGS:
            break
        if not name:
            writer.text(text)
        elif name[0] == "/":
            writer.end(name[1:])
        else:
            writer.start(name, attributes(text) if text and not text.isspace() else {})
    return writer.result()


@dataclass(slots=True)
class _Element:
    """An open element, with what its text inherits."""

    name: str
    is_hidden: bool = False
    is_tiny: bool = False
    keeps_blanks: bool = False
    quotes: int = 0
    is_close: bool = False
    items: int | None = None
    target: str = ""
    linked: list[str] | None = None


class _Writer:
    """Follows the open elements and writes lines."""

    def __init__(self) -> None:
        self._open = [_Element("")]
        self._places: dict[str, list[int]] = {}
        self._too_deep: dict[str, int] = {}
        self._lists = 0
        self._tail_quotes = 0
        self._expects_reply_head = False
        self._lines = _Lines()

    def result(self) -> str:
        """The text so far."""
        return self._lines.result()

    def text(self, text: str) -> None:
        """Take text of the innermost element."""
        element = self._open[-1]
        if element.is_hidden or element.is_tiny:
            return
        if self._expects_reply_head and not text.isspace():
            self._expects_reply_head = False
            if _HEADER_LABEL.match(text):
                self._start_reply_tail()
        shown = _FILLERS.sub("", text)
        self._lines.write(shown, self._quotes(element), keeps_blanks=element.keeps_blanks)
        if element.linked is not None:
            element.linked.append(shown)

    def start(self, name: str, given: Mapping[str, str]) -> None:
        """Take a start tag."""
        self._imply_ends(name)
        inner = self._inherited(name, given)
        if not inner.is_hidden:
            self._lay_out(name, inner, given)
        if name in _VOID:
            return
        if len(self._open) >= MAX_DEPTH:
            self._too_deep[name] = self._too_deep.get(name, 0) + 1
            return
        self._places.setdefault(name, []).append(len(self._open))
        self._open.append(inner)
        if inner.items is not None:
            self._lists += 1

    def end(self, name: str) -> None:
        """Take an end tag; one that closes nothing is passed over."""
        if self._too_deep.get(name):
            self._too_deep[name] -= 1
            return
        place = self._place(name)
        if place and (name in {"tr", *_BARRIERS} or place > self._innermost(_BARRIERS)):
            self._close(place)
        elif name in {"p", "br"}:
            self._lines.end_line()

    def _place(self, name: str) -> int:
        places = self._places.get(name)
        return places[-1] if places else 0

    def _innermost(self, names: tuple[str, ...]) -> int:
        return max(self._place(name) for name in names)

    def _imply_ends(self, name: str) -> None:
        if name in _CLOSE_P and self._place("p") > self._innermost(_BARRIERS):
            self._close(self._place("p"))
        if name in _IMPLIED_ENDS:
            closed, scope = _IMPLIED_ENDS[name]
            place = self._innermost(closed)
            if place > self._innermost(scope):
                self._close(place)

    def _close(self, place: int) -> None:
        while len(self._open) > place:
            element = self._open.pop()
            self._places[element.name].pop()
            if element.items is not None:
                self._lists -= 1
            if element.linked is not None:
                self._name_target(element)
            if not element.is_hidden:
                self._end_block(element)

    def _inherited(self, name: str, given: Mapping[str, str]) -> _Element:
        outer = self._open[-1]
        style = read_style(given.get("style", ""))
        keeps = style.keeps_blanks
        linked = outer.linked
        target = _target(given.get("href", "")) if name == "a" else ""
        if style.is_reply_border and not outer.quotes:
            self._expects_reply_head = True
        return _Element(
            name=name,
            is_hidden=outer.is_hidden or style.is_hidden or "hidden" in given or name in _NOT_TEXT,
            is_tiny=outer.is_tiny if style.is_tiny is None else style.is_tiny,
            keeps_blanks=(outer.keeps_blanks or name == "pre") if keeps is None else keeps,
            quotes=outer.quotes + _is_quote(name, given, style),
            is_close=style.is_close or given.get("class", "").startswith("MsoNormal"),
            items=0 if name in {"ol", "ul"} else None,
            target=target,
            linked=[] if target else linked if name != "a" else None,
        )

    def _lay_out(self, name: str, inner: _Element, given: Mapping[str, str]) -> None:
        if name == "br":
            self._lines.new_line(self._quotes(inner))
        elif name in _CELLS:
            self._lines.write(" ", inner.quotes, keeps_blanks=False)
        elif name == "img":
            self._alternative_text(given.get("alt", ""))
        else:
            self._end_block(inner)
        if name == "li":
            self._lines.bullet = self._bullet()
        if given.get("id", "").lower().endswith(_REPLY_HEAD) and not inner.quotes:
            self._start_reply_tail()

    def _end_block(self, element: _Element) -> None:
        """End the line or paragraph at either tag of a block."""
        is_inner_list = element.items is not None and self._lists
        if element.name in _PARAGRAPHS and not element.is_close and not is_inner_list:
            self._lines.end_paragraph()
        elif element.name in _BLOCKS or element.name in _PARAGRAPHS:
            self._lines.end_line()

    def _quotes(self, element: _Element) -> int:
        return min(max(element.quotes, self._tail_quotes), MAX_QUOTES)

    def _bullet(self) -> str:
        indent = "  " * min(max(self._lists - 1, 0), _MAX_INDENT)
        place = self._innermost(("ol", "ul"))
        parent = self._open[place]
        if parent.items is None:
            return "- "
        parent.items += 1
        return f"{indent}{parent.items}. " if parent.name == "ol" else f"{indent}- "

    def _alternative_text(self, alternative: str) -> None:
        """Pictures speak where they are letters (an emoji) or all that a link shows."""
        if self._open[-1].linked is not None or not _HAS_WORDS.search(alternative):
            self.text(alternative)

    def _name_target(self, element: _Element) -> None:
        shown = "".join(element.linked or ())
        if element.target and shown.strip() and element.target not in shown.lower():
            self._lines.write(f" ({element.target})", element.quotes, keeps_blanks=False)

    def _start_reply_tail(self) -> None:
        self._lines.end_line()
        self._tail_quotes = 1


class _Lines:
    """Lines of text behind their quote marks.

    Attributes:
        bullet: what the next text starts with, when it is the first of a list item.
    """

    def __init__(self) -> None:
        self.bullet = ""
        self._done: list[str] = []
        self._pieces: list[str] = []
        self._quotes = 0
        self._last_quotes = 0
        self._wants_gap = False

    def write(self, text: str, quotes: int, *, keeps_blanks: bool) -> None:
        """Add text to the line; line ends count only where blanks are kept."""
        if keeps_blanks:
            first, *others = text.replace("\r\n", "\n").split("\n")
            self._add(first, quotes)
            for line in others:
                self.new_line(quotes)
                self._add(line, quotes)
            return
        text = _BLANKS.sub(" ", text)
        if not self._pieces or self._pieces[-1].endswith(" "):
            text = text.removeprefix(" ")
        self._add(text, quotes)

    def _add(self, text: str, quotes: int) -> None:
        if not text:
            return
        if not self._pieces:
            self._quotes = quotes
            self._pieces.append(self.bullet)
            self.bullet = ""
        self._pieces.append(text)

    def new_line(self, quotes: int) -> None:
        """End the line, an empty one too."""
        if not self._pieces:
            self._quotes = quotes
            self._put("")
        self.end_line()

    def end_line(self) -> None:
        """End the line if there is one."""
        if self._pieces:
            self._put("".join(self._pieces).rstrip())
            self._pieces = []

    def end_paragraph(self) -> None:
        """End the line, and leave an empty one before the next."""
        self.end_line()
        self._wants_gap = True

    def _put(self, line: str) -> None:
        if self._wants_gap and self._done and self._done[-1].strip("> "):
            self._done.append("> " * min(self._quotes, self._last_quotes))
        self._wants_gap = False
        if line or not self._done or self._done[-1].strip("> "):
            self._done.append("> " * self._quotes + line)
            self._last_quotes = self._quotes

    def result(self) -> str:
        """All lines."""
        self.end_line()
        return "\n".join(line.rstrip(" ") for line in self._done).strip("\n")


def _is_quote(name: str, given: Mapping[str, str], style: Style) -> bool:
    if name == "blockquote":
        return not style.is_plain_indent
    return any(mark in given.get("class", "") for mark in _QUOTE_CLASSES) or any(
        given.get("id", "").startswith(mark) for mark in _QUOTE_IDS
    )


def _target(href: str) -> str:
    """The host or the address that a link leads to, "" where it leads nowhere."""
    mailbox = _MAILBOX.match(href)
    host = _HOST.match(href)
    if mailbox:
        return mailbox[1].lower()
    return host[1].lower().removeprefix("www.") if host else ""
