"""What of a letter is shown, folded and covered. Pure; the widgets only set it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ...mailbox.html_view import HtmlView
from ...mailbox.quoting import RegionKind, regions

Spans = Sequence[tuple[int, int]]

MOST_SHOWN: Final = 200_000  # characters; Qt sets so many in under 50 ms (PERFORMANCE section 8)
MOST_PARTS: Final = 24  # a letter cut into more regions is shown in one piece
LONGEST_RUN: Final = 1_000  # RELIABILITY F4: a line of 100 kB stops the window for a second
_COVER: Final = "\u00a0"
_LONG_RUN: Final = re.compile(rf"[^\n]{{{LONGEST_RUN}}}")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one look; what is covered is blanks of the same length."""

    text: str
    is_covered: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A region of a letter, as pieces; what is folded shows only that it is there.

    Attributes:
        html: the region as it was sent, "" where it is shown as text.
    """

    kind: RegionKind
    pieces: tuple[Piece, ...]
    html: str = ""

    @property
    def is_folded(self) -> bool:
        """Whether it is shown only on request."""
        return self.kind in (RegionKind.QUOTED, RegionKind.DISCLAIMER)

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return sum(piece.text.count("\n") for piece in self.pieces) + 1


def parts_of(text: str, covered: Spans = ()) -> tuple[Part, ...]:
    """The regions of a letter in their order, without blank ones.

    Args:
        text: the whole text; what is longer than `MOST_SHOWN` is not shown.
        covered: the stretches to cover.
    """
    shown = text[:MOST_SHOWN]
    return tuple(
        Part(kind, pieces_of(shown, start, end, covered)) for kind, start, end in _stretches(shown)
    )


def sent_parts(view: HtmlView, text: str, covered: Spans = ()) -> tuple[Part, ...]:
    """The same regions of a letter's formatted form, set by its view."""
    shown = text[:MOST_SHOWN]
    made: list[Part] = []
    for kind, start, end in _stretches(shown):
        pieces = pieces_of(shown, start, end, covered)
        first, last = _trimmed(shown, start, end)
        made.append(Part(kind, pieces, view.html(first if made else 0, last)))
    return tuple(made)


def _stretches(shown: str) -> list[tuple[RegionKind, int, int]]:
    found = [(r.kind, r.start, r.end) for r in regions(shown) if shown[r.start : r.end].strip()]
    if not found or len(found) > MOST_PARTS:
        return [(RegionKind.OWN, 0, len(shown))]
    return found


def pieces_of(text: str, start: int, end: int, covered: Spans = ()) -> tuple[Piece, ...]:
    """A stretch of a text, trimmed of blank lines, cut where covering begins and ends."""
    start, end = _trimmed(text, start, end)
    pieces = []
    at = start
    for first, last in _joined(covered):
        first, last = max(first, at), min(last, end)  # noqa: PLW2901 - clipped to the stretch
        if first >= last:
            continue
        if first > at:
            pieces.append(Piece(_broken(text[at:first])))
        pieces.append(Piece(_blanked(text[first:last]), is_covered=True))
        at = last
    if at < end:
        pieces.append(Piece(_broken(text[at:end])))
    return tuple(pieces)


def count_covered(text: str, covered: Spans) -> int:
    """How many words are covered."""
    return sum(len(text[start:end].split()) for start, end in _joined(covered))


def _joined(spans: Spans) -> Iterator[tuple[int, int]]:
    behind = 0
    for start, end in sorted(spans):
        if end > behind:
            yield max(start, behind), end
            behind = end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    stretch = text[start:end]
    first = len(stretch) - len(stretch.lstrip("\n"))
    return start + first, start + len(stretch.rstrip())


def _blanked(text: str) -> str:
    return "".join(c if c == "\n" else _COVER for c in text)


def _broken(text: str) -> str:
    """Break lines that are too long for Qt to lay out in time."""
    is_long = len(text) > LONGEST_RUN and max(map(len, text.split("\n"))) > LONGEST_RUN
    return _LONG_RUN.sub(r"\g<0>\n", text) if is_long else text
