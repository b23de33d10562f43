"""What was changed between two texts, in stretches of words. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

_WORDS: Final = re.compile(r"\S+")
MOST_WORDS: Final = 3_000  # of each text; matching takes quadratic time


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch that was replaced; "" on one side where it was only put in or taken out."""

    before: str
    after: str


def changes(first: str, final: str) -> tuple[Change, ...]:
    """The stretches in which the final text differs from the first, in its order."""
    old = _WORDS.findall(first)[:MOST_WORDS]
    new = _WORDS.findall(final)[:MOST_WORDS]
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    return tuple(
        Change(" ".join(old[a:b]), " ".join(new[c:d]))
        for tag, a, b, c, d in matcher.get_opcodes()
        if tag != "equal"
    )
