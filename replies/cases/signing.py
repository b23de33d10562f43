"""How a customer signed, which decides how she is addressed (S2-04)."""

from __future__ import annotations

import re
from typing import Final

from ..language.phrases import phrases, shaped

_CLOSING: Final = r"(?:<letter.closing>|<signing.closing>)"
_CLOSING_LINE: Final = rf"\s*{_CLOSING}\s*[,.!)]*\s*"
_CLOSING_AND_NAME: Final = rf"(?:^|.*[.!?,]\s+){_CLOSING}\s*[,.!–—-]+\s*(?P<name>.+)"
_SENT_FROM: Final = r"\s*(?:<signing.sent-from>|\[?commmgrtok|--\s*$)"
_WORD: Final = (
    r"(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁ][\w'’-]*\.?"
    r"|de|la|van|von|der|den|du|da|di|al|el|bin|ter|le|st\.)"
)
_NAME: Final = (
    r"\s*[-–—~*]{0,3}\s*"
    r"(?P<name>(?:(?i:<name.courtesy>|<name.rank>)\.?\s+)?"
    rf"{_WORD}(?:\s+(?:(?:&|and|и)\s+)?{_WORD}){{0,4}})"
    r"(?:\s*\((?i:<name.courtesy>)\.?\))?"
    r"(?P<rest>\s*[,.!]?\s*(?:[A-Za-zА-Яа-я ,.]{0,40})?)?\s*"
)
_LOWER_NAME: Final = re.compile(r"\s*[-–—~*]{0,3}\s*([a-zà-öø-ÿа-яё]{2,15})\s*[.!]?\s*")
_LOOK_AT: Final = 6  # lines from the end in which a name may stand
_NAME_LENGTH: Final = 45  # characters


def signed_as(text: str) -> str:
    """The name as the customer wrote it under the letter, "" where there is none.

    `text` is the customer's own text, without what is quoted.
    """
    lines = [
        line for line in text.splitlines() if line.strip() and not shaped(_SENT_FROM).match(line)
    ]
    tail = lines[-_LOOK_AT:]
    for index in range(len(tail) - 1, -1, -1):
        if shaped(_CLOSING_LINE).fullmatch(tail[index]):
            return _name_in(tail[index + 1]) if index + 1 < len(tail) else ""
        named = shaped(_CLOSING_AND_NAME).fullmatch(tail[index].strip())
        if named:
            name = _name_in(named["name"])
            if name:
                return name
    if len(lines) > 1:
        return _name_in(tail[-1], has_closing=False)
    return _name_after_dash(tail[-1]) if tail else ""


def _name_in(line: str, *, has_closing: bool = True) -> str:
    match = shaped(_NAME, re.NOFLAG).fullmatch(line)
    if match and len(match["name"]) <= _NAME_LENGTH:
        name = match["name"].strip().rstrip(",!")
        if not name[:-2].count(".") or "." in name[:3] or has_closing:
            name = name if _is_initial(name.split()[-1]) else name.rstrip(".")
            first = name.split()[0].lower().rstrip(".")
            if not _is_no_name(first) and (has_closing or not line.rstrip().endswith(("!", "?"))):
                return name
    lower = _LOWER_NAME.fullmatch(line)
    if lower and has_closing and not _is_no_name(lower[1]):
        return lower[1]
    return ""


def _is_no_name(word: str) -> bool:
    return phrases("signing.no-name").fullmatch(word) is not None


def _is_initial(word: str) -> bool:
    return len(word) == 2 and word[1] == "."  # noqa: PLR2004 - a letter and its stop


def _name_after_dash(line: str) -> str:
    _, dash, rest = line.rpartition(" - ") if " - " in line else line.rpartition("— ")
    return _name_in(rest) if dash and rest[:1].isupper() else ""
