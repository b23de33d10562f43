"""Where typed words stand in the texts of Preferences. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

Span = tuple[int, int]
_YO: Final = str.maketrans("ё", "е")


def words_of(typed: str) -> tuple[str, ...]:
    """The words of a search, as they are looked for."""
    return tuple(dict.fromkeys(_folded(typed).split()))


def all_stand_in(words: Sequence[str], texts: Iterable[str]) -> bool:
    """Whether each of the words stands in one of the texts; no words stand nowhere."""
    whole = "\n".join(_folded(text) for text in texts)
    return bool(words) and all(word in whole for word in words)


def spans_in(words: Sequence[str], text: str) -> tuple[Span, ...]:
    """From where to where the words stand in a text, from the left, none over another."""
    if not words:
        return ()
    longest_first = sorted(words, key=len, reverse=True)
    found = re.finditer("|".join(map(re.escape, longest_first)), _folded(text))
    return tuple(match.span() for match in found)


def _folded(text: str) -> str:
    """The text as it is compared: each letter stays in its place."""
    folded = "".join(low if len(low := one.casefold()) == 1 else one for one in text)
    return folded.translate(_YO)
