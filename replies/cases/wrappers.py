"""The buyer's own words, out of a marketplace's wrapping and without what is quoted."""

from __future__ import annotations

import re
from typing import Final

from ...mailbox.quoting import RegionKind, regions
from ..language.phrases import phrases, shaped

_OPENS: Final = r"^[ \t>*-]*<wrapper.opens>[ \t]*"
_CLOSES: Final = r"^[ \t>*-]*<wrapper.closes>"
_BY_LINES: Final = re.IGNORECASE | re.MULTILINE


def own_words(text: str) -> tuple[tuple[int, int], ...]:
    """The stretches of the buyer's words, without quotes, signatures and wrappers."""
    start, end = 0, len(text)
    if phrases("wrapper.market").search(text):
        opened = shaped(_OPENS, _BY_LINES).search(text)
        start = opened.end() if opened else 0
        closed = shaped(_CLOSES, _BY_LINES).search(text, start)
        if closed and text[start : closed.start()].strip():
            end = closed.start()
    own = [
        (max(region.start, start), min(region.end, end))
        for region in regions(text)
        if region.kind is RegionKind.OWN
    ]
    found = tuple((a, b) for a, b in own if text[a:b].strip())
    return found or ((start, end),)
