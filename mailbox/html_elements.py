"""What the tags of HTML mean for the text in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .html_marks import MarkKind
from .html_style import Style, read_style
from .html_tokens import attributes, decoded, split_tag

VOID: Final = frozenset(
    "area base br col embed frame hr img input keygen link meta param source track wbr".split()
)
BLOCKS: Final = frozenset(
    "address article aside body caption center dd details dir div dl dt fieldset figcaption "
    "figure footer form header html legend li main menu nav option section summary table tbody "
    "tfoot thead tr".split()
)
PARAGRAPHS: Final = frozenset("blockquote h1 h2 h3 h4 h5 h6 hr ol p pre ul".split())
CELLS: Final = ("td", "th")
BARRIERS: Final = frozenset({*CELLS, "table"})  # an end tag in a cell closes nothing around it
IMPLIED_ENDS: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "table"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "td": (frozenset(CELLS), frozenset({"tr", "table"})),
    "th": (frozenset(CELLS), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
}  # a start tag, what it closes, and the innermost element that it stays in

_NOT_TEXT: Final = frozenset({"audio", "datalist", "select", "svg", "template", "video"})
_MARKS: Final = {
    **dict.fromkeys(("b", "strong", "th"), MarkKind.BOLD),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), MarkKind.ITALIC),
    **dict.fromkeys(("u", "ins"), MarkKind.UNDERLINED),
    **dict.fromkeys(("s", "strike", "del"), MarkKind.STRUCK),
    **dict.fromkeys(("pre", "code", "tt", "kbd", "samp"), MarkKind.FIXED),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), MarkKind.HEADING),
    "a": MarkKind.LINK,
    "table": MarkKind.TABLE,
    "tr": MarkKind.ROW,
    **dict.fromkeys(CELLS, MarkKind.CELL),
}
_QUOTE_CLASSES: Final = ("yahoo_quoted", "gmail_attr", "moz-cite-prefix")
_QUOTE_IDS: Final = (
    "yahoo_quoted",
    "mail-editor-reference-message-container",
    "ms-outlook-mobile-reference-message",
)
_REPLY_HEAD: Final = "divrplyfwdmsg"  # Outlook's block of From, Sent, To; the rest is quoted
_HOST: Final = re.compile(r"\s*(?:https?:)?//(?:[^/?#\s]*@)?([^/:?#\s\\@]+)", re.IGNORECASE)
_MAILBOX: Final = re.compile(r"\s*mailto:([^?\s]+)", re.IGNORECASE)
_LEADING_NUMBER: Final = re.compile(r"\s*(\d{1,6})(?!\d|\s*%)")
_ADDRESSED: Final = re.compile(
    r"""<(a|img)\s++(?:href|src)="([^"]*+)"((?:\s[^<>]*+)?+)>"""
)  # as nearly all are written, so that what surrounds addresses is read only once
_MOST_KNOWN: Final = 4_096
_MAX_SPAN: Final = 12


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """What a tag asks for; the text around it decides where a value is None.

    Attributes:
        ends: it is an end tag.
        is_plain: nothing but its name is needed at its end, and its text inherits all.
        inherits: its text is shown as that around it is.
        is_block: lines end before and behind it.
        is_paragraph: so they do, and an empty one follows.
        starts_tail: it begins the head of the letter that is answered.
        size: width and height of a picture in pixels, -1 where nothing is said.
        number: the level of a heading, the columns that a cell spans.
    """

    name: str
    ends: bool = False
    is_void: bool = False
    is_block: bool = False
    is_paragraph: bool = False
    is_list: bool = False
    closes: tuple[frozenset[str], frozenset[str]] | None = None
    is_plain: bool = True
    inherits: bool = True
    is_hidden: bool = False
    is_tiny: bool | None = None
    keeps_blanks: bool | None = None
    is_quote: bool = False
    is_reply_border: bool = False
    starts_tail: bool = False
    alternative: str = ""
    size: tuple[int, int] = (-1, -1)
    mark: MarkKind | None = None
    number: int = 0


KNOWN: Final[dict[str, Element]] = {}  # tags without an address, as they were written


def element(tag: str) -> tuple[Element, str]:
    """The meaning of a tag as written, and the address of a link or a picture, "" for others."""
    known = KNOWN.get(tag)
    if known is not None:
        return known, ""
    plain = _ADDRESSED.match(tag)
    if plain is not None:
        return element(f"<{plain[1]}{plain[3]}>")[0], decoded(plain[2]).strip()
    slash, name, written = split_tag(tag)
    given = attributes(written) if written and not slash and not written.isspace() else {}
    made = Element(name, ends=True) if slash else _made(name, given)
    address = given.get("src" if name == "img" else "href", "") if name in {"a", "img"} else ""
    if not address:
        if len(KNOWN) >= _MOST_KNOWN:
            KNOWN.clear()
        KNOWN[tag] = made
    return made, address.strip()


def _made(name: str, given: dict[str, str]) -> Element:
    style = read_style(given.get("style", ""))
    is_hidden = style.is_hidden or "hidden" in given or name in _NOT_TEXT
    keeps = True if style.keeps_blanks is None and name == "pre" else style.keeps_blanks
    is_quote = _is_quote(name, given, style)
    is_close = style.is_close or given.get("class", "").startswith("MsoNormal")
    starts_tail = given.get("id", "").lower().endswith(_REPLY_HEAD)
    is_list = name in {"ol", "ul"}
    inherits = not (is_hidden or is_quote) and keeps is None and style.is_tiny is None
    return Element(
        name,
        is_void=name in VOID,
        is_block=name in BLOCKS or name in PARAGRAPHS,
        is_paragraph=name in PARAGRAPHS and not is_close,
        is_list=is_list,
        closes=IMPLIED_ENDS.get(name),
        inherits=inherits,
        is_plain=inherits
        and not (is_list or starts_tail or style.is_reply_border)
        and name != "a",
        is_hidden=is_hidden,
        is_tiny=style.is_tiny,
        keeps_blanks=keeps,
        is_quote=is_quote,
        is_reply_border=style.is_reply_border,
        starts_tail=starts_tail,
        alternative=given.get("alt", "") if name == "img" else "",
        size=_size(given, style) if name == "img" else (-1, -1),
        mark=_mark(name, style),
        number=_number(name, given),
    )


def _mark(name: str, style: Style) -> MarkKind | None:
    if name in _MARKS:
        return _MARKS[name]
    return MarkKind.BOLD if style.is_bold else None


def _number(name: str, given: dict[str, str]) -> int:
    if name in CELLS:
        asked = _LEADING_NUMBER.match(given.get("colspan", ""))
        return min(max(int(asked[1]), 1), _MAX_SPAN) if asked else 1
    return int(name[1]) if len(name) == 2 and name[0] == "h" and name[1].isdigit() else 0  # noqa: PLR2004 - "h1"


def _size(given: dict[str, str], style: Style) -> tuple[int, int]:
    asked = (_LEADING_NUMBER.match(given.get(side, "")) for side in ("width", "height"))
    width, height = (int(number[1]) if number else -1 for number in asked)
    styled_width, styled_height = style.size
    return (styled_width if width < 0 else width), (styled_height if height < 0 else height)


def _is_quote(name: str, given: dict[str, str], style: Style) -> bool:
    if name == "blockquote":
        return not style.is_plain_indent
    return any(mark in given.get("class", "") for mark in _QUOTE_CLASSES) or any(
        given.get("id", "").startswith(mark) for mark in _QUOTE_IDS
    )


def target_of(href: str) -> str:
    """The host or the address that a link leads to, "" where it leads nowhere."""
    if not href:
        return ""
    mailbox = _MAILBOX.match(href)
    host = _HOST.match(href)
    if mailbox:
        return mailbox[1].lower()
    return host[1].lower().removeprefix("www.") if host else ""
