"""Earlier texts of a draft: which are worth keeping, which go first, how they differ. Pure.

A text whose words all live on in the next one needs no version; one from which words go does.
Small corrections share a version, so that those in the list can be told apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise, zip_longest
from typing import Final

FEW_WORDS: Final = 5  # so many more or less do not make another version
SHARED_FOR: Final = timedelta(minutes=5)  # corrections within it share a version
MAX_VERSIONS: Final = 40  # of one conversation
MAX_CHARS: Final = 400_000  # of all its versions together
_SHOWN_WORDS: Final = 7
_WORD: Final = re.compile(r"\w+(?:[-'’]\w+)*")


@dataclass(frozen=True, slots=True)
class DraftVersion:
    """A text that a draft had.

    Attributes:
        id: its number in the store, 0 for one that is not kept yet.
        begun_at: when this version was first kept.
        saved_at: when the text stood as it is here.
        dropped: how many words of earlier states went, whose place this one took.
    """

    body: str
    begun_at: datetime
    saved_at: datetime
    dropped: int = 0
    id: int = 0


def lost_words(before: str, after: str) -> int:
    """How many words of a text are not in the next one; where it only grew, none."""
    same = _same_start(before, after)
    rest = len(before) - same
    if rest <= len(after) - same and after.endswith(before[same:]):
        return 0
    return (_words(before) - _words(after)).total()


def kept_by(last: DraftVersion | None, gone: DraftVersion, next_body: str) -> DraftVersion | None:
    """The version to keep as a text gives way to the next; None where nothing would be lost.

    Args:
        last: the newest version. Where this one differs from it by little, it takes its place:
            then the result has its number.
        gone: the text that was there until now.
        next_body: the text that is there from now on.
    """
    known = last.body if last is not None else ""
    fresh = (_words(gone.body) - _words(known)).total()
    if fresh < FEW_WORDS or not lost_words(gone.body, next_body):
        return None
    if last is None or gone.saved_at - last.begun_at >= SHARED_FOR:
        return gone
    dropped = last.dropped + lost_words(known, gone.body)
    if dropped >= FEW_WORDS:
        return gone
    return replace(gone, id=last.id, begun_at=last.begun_at, dropped=dropped)


def too_many(versions: Sequence[DraftVersion]) -> tuple[DraftVersion, ...]:
    """Those that give way so that the others stay within bounds: the least different ones first.

    Args:
        versions: of one conversation, the oldest first; the newest always stays.
    """
    left, going = list(versions), []
    while len(left) > MAX_VERSIONS or sum(len(one.body) for one in left) > MAX_CHARS:
        if len(left) == 1:
            break
        lost = [lost_words(one.body, following.body) for one, following in pairwise(left)]
        going.append(left.pop(lost.index(min(lost))))
    return tuple(going)


def first_change(before: str, text: str) -> str:
    """The first words of a text that stand differently in the one before it; "" where none do."""
    words, old = text.split(), before.split()
    for place, (new, known) in enumerate(zip_longest(words, old)):
        if new != known:
            shown = words[place : place + _SHOWN_WORDS]
            more = " …" if place + _SHOWN_WORDS < len(words) else ""
            return (" ".join(shown) + more) if shown else ""
    return ""


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(1 for _ in _WORD.finditer(text))


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text))


def _same_start(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
