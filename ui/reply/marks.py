"""Places in the text of a reply: how they count, how they move while she types. Pure.

The tone check counts characters, Qt counts UTF-16 units; an emoji is one of the former and two of
the latter. A `Mark` is counted in Qt's units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ...replies.tone.finding import Severity, Span

_BLANKS: Final = frozenset(" \t\u00a0")
_ENDS: Final = frozenset(("\n", ""))  # of a line, of the letter
_BLANKS_AND_ENDS: Final = _BLANKS | _ENDS
_CLOSING: Final = frozenset(".,;:!?)…") | _ENDS


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text that is underlined, in UTF-16 units."""

    start: int
    end: int
    severity: Severity


@dataclass(frozen=True, slots=True)
class FactMark:
    """A fact of the order as it stands in the text, in UTF-16 units."""

    start: int
    end: int
    is_known: bool


def to_utf16(text: str, span: Span) -> Span:
    """The same stretch in UTF-16 units."""
    start = _units(text[: span.start])
    return Span(start, start + _units(text[span.start : span.end]))


def _units(text: str) -> int:
    return len(text) + sum(letter > "\uffff" for letter in text)


def shifted(mark: Mark, position: int, removed: int, added: int) -> Mark | None:
    """Where a mark stands after an edit; None where the edit took all of its text."""
    place = moved(mark.start, mark.end, position, removed, added)
    return place and Mark(*place, mark.severity)


def carried(mark: FactMark, position: int, removed: int, added: int) -> FactMark | None:
    """Where a fact stands after an edit; None where the edit changed it: it is another one now."""
    if mark.start < position + removed and position < mark.end:
        return None
    place = moved(mark.start, mark.end, position, removed, added)
    return place and FactMark(*place, mark.is_known)


def moved(start: int, end: int, position: int, removed: int, added: int) -> tuple[int, int] | None:
    """Where a stretch stands after an edit; None where the edit took all of its text.

    What is typed at one of its ends is no part of it; what is typed inside of it is.
    """
    old_end = position + removed
    grown = added - removed
    if old_end <= start and (removed or position <= start):
        return start + grown, end + grown
    if position >= end:
        return start, end
    if position <= start and old_end >= end:
        return None
    first = start if position >= start else position + added
    last = end + grown if old_end <= end else position
    return (first, last) if first < last else None


def next_place(
    places: Sequence[int | None], current: int | None, cursor: int, *, backwards: bool = False
) -> int | None:
    """Which finding comes next; None where there is none.

    Args:
        places: where each finding starts, in the order of the text; None for one that is about
            the whole letter. Those stand last.
        current: the finding that is shown, None where none is.
        cursor: where the seller is in the text.
        backwards: the one before is wanted.
    """
    count = len(places)
    if count == 0:
        return None
    if current is not None:
        return (current + (-1 if backwards else 1)) % count
    ahead = [i for i, place in enumerate(places) if place is None or place >= cursor]
    if backwards:
        return (ahead[0] if ahead else 0) - 1 if ahead and ahead[0] else count - 1
    return ahead[0] if ahead else 0


def blanks_to_take(before: str, after: str) -> tuple[int, int]:
    """How many blanks go out before and behind words that are taken out between these letters."""
    if after in _BLANKS and before in _BLANKS_AND_ENDS:
        return 0, 1
    if before in _BLANKS and after in _CLOSING:
        return 1, 0
    return 0, 0
