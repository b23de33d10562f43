"""What a style attribute says of the text in its element: hidden, too small, set off."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_MAX_STYLE_CHARS: Final = 2_000
_CSS_ESCAPE: Final = re.compile(r"\\([0-9a-fA-F]{1,6})\s?")
_CSS_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_LENGTH: Final = re.compile(
    r"(?<![\w.#-])(\d++(?:\.\d*+)?+|\.\d++)(px|pt|em|rem|ex|ch|%|vw|in|cm|mm)?(?![\w.])"
)
_ZERO: Final = re.compile(r"(?:0++(?:\.0*+)?+|\.0++)(?:[a-z%]++)?")
_RELATIVE: Final = {"em": 1.0, "ex": 1.0, "ch": 1.0, "%": 0.01}
_TINY: Final = 2.0  # px or pt
_TINY_SHARE: Final = 0.15
_PIXELS: Final = re.compile(r"(\d{1,6})(?:\.\d*)?(?:px)?")
_HEAVY: Final = frozenset({"bold", "bolder", "600", "700", "800", "900"})
_SIZE_WORDS: Final = ("small", "medium", "large")


@dataclass(frozen=True, slots=True)
class Style:
    """What matters of a style attribute; None where the text around it decides.

    Attributes:
        is_hidden: nothing in the element is shown.
        is_tiny: letters are too small to be read; larger ones inside of them are not.
        keeps_blanks: line ends and runs of blanks are shown as they are.
        is_plain_indent: a quote by its tag, but only set off from the margin.
        is_reply_border: the line that Outlook draws above the letter it answers.
        is_close: no empty line above and below.
        is_bold: letters are heavy.
        size: width and height in pixels, -1 where nothing is said.
    """

    is_hidden: bool = False
    is_tiny: bool | None = None
    keeps_blanks: bool | None = None
    is_plain_indent: bool = False
    is_reply_border: bool = False
    is_close: bool = False
    is_bold: bool = False
    size: tuple[int, int] = (-1, -1)


def read_style(written: str) -> Style:
    """The style that an attribute asks for; of its first 2,000 characters."""
    return _read(written[:_MAX_STYLE_CHARS])


@lru_cache(maxsize=256)
def _read(written: str) -> Style:
    if not written:
        return Style()
    text = _CSS_COMMENT.sub("", written)
    if "\\" in text:
        text = _CSS_ESCAPE.sub(lambda found: chr(min(int(found[1], 16), 0x10FFFF)), text)
    pairs = (rule.partition(":") for rule in text.lower().split(";"))
    rules = {
        name.strip(): value.partition("!")[0].strip() for name, colon, value in pairs if colon
    }
    border = rules.get("border", "")
    return Style(
        is_hidden=_hides(rules),
        is_tiny=_tiny(rules),
        keeps_blanks=_keeps_blanks(rules.get("white-space", "")),
        is_plain_indent=border.startswith(("none", "0")) and "border-left" not in rules,
        is_reply_border=border.startswith("none") and "solid" in rules.get("border-top", ""),
        is_close=_has_no_gap(rules.get("margin", "").split()),
        is_bold=rules.get("font-weight", "") in _HEAVY,
        size=(_pixels(rules.get("width", "")), _pixels(rules.get("height", ""))),
    )


def _pixels(length: str) -> int:
    found = _PIXELS.fullmatch(length)
    return int(found[1]) if found else -1


def _has_no_gap(margins: list[str]) -> bool:
    """Whether "margin" leaves nothing above and below."""
    top_and_bottom = margins[:1] + margins[2:3]
    return bool(margins) and all(_is_zero(value) for value in top_and_bottom)


def _hides(rules: Mapping[str, str]) -> bool:
    is_flat = any(_is_zero(rules.get(name)) for name in ("height", "width", "max-width"))
    return (
        rules.get("display") == "none"
        or rules.get("visibility") in {"hidden", "collapse"}
        or rules.get("mso-hide") == "all"
        or _is_zero(rules.get("opacity"))
        or _is_zero(rules.get("max-height"))
        or (is_flat and rules.get("overflow") == "hidden")
    )


def _is_zero(value: str | None) -> bool:
    return value is not None and _ZERO.fullmatch(value) is not None


def _tiny(rules: Mapping[str, str]) -> bool | None:
    """Whether letters are too small to be read; None where the size is inherited."""
    value = rules.get("font-size") or rules.get("font", "").partition("/")[0]
    size = _LENGTH.search(value)
    if size is None:
        return False if any(word in value for word in _SIZE_WORDS) else None
    number, unit = float(size[1]), size[2] or "px"
    if unit in _RELATIVE:
        return True if number * _RELATIVE[unit] < _TINY_SHARE else None
    return number < (_TINY_SHARE if unit in {"rem", "in", "cm"} else _TINY)


def _keeps_blanks(value: str) -> bool | None:
    return value.startswith("pre") if value else None
