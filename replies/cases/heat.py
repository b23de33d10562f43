"""How hot a letter is, 0 to 3 (D10): the writer's heat, not the size of the loss."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from .cues import Family, Hit

_MARKS: Final = re.compile(r"!{2,}|\?{2,}|[!?]*(?:!\?|\?!)[!?]*")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_SHORT: Final = 3  # letters of a word in capitals that shouts not
_RANT_SHARE: Final = 0.4  # of all words in capitals
_RANT_WORDS: Final = 6
_SHOUTED_WORDS: Final = 2
_SHOUTED: Final = 1.8  # who shouts one word and is courteous in none is angry
_STEPS: Final = ((2.9, 3), (1.8, 2), (0.8, 1))
_WITHOUT_INSULT: Final = 2.6  # anger alone is 2, however much of it there is
_CALM_AT_MOST: Final = 0.6
_FURIOUS: Final = 3.0
_UNSOFTENED: Final = 0.85  # who writes this much without one word of courtesy is let down
_UNSOFTENED_WORDS: Final = 6
_THREAT: Final = "feedback_threat"
_THREATENED: Final = 2.0  # who threatens with feedback is angry, however they put it


def heat_of(hits: Sequence[Hit], text: str, acronyms: AbstractSet[str] = frozenset()) -> int:
    """The heat of a complaint, from its cues, capitals and marks.

    Args:
        acronyms: words that are capitals by nature.
    """
    steps = sorted((h.cue.weight for h in hits if h.cue.family is Family.HEAT), reverse=True)
    score = (steps[0] + 0.25 * sum(1 for _ in steps[1:4])) if steps else 0.0
    calm = sum(0.2 for h in hits if h.cue.family is Family.CALM)
    shouted, is_rant = _shouted(text, acronyms), _is_rant(text)
    if not calm and len(_WORD.findall(text)) >= _UNSOFTENED_WORDS:
        score = max(score, _SHOUTED if shouted and not is_rant else _UNSOFTENED)
    if score < _STEPS[1][0]:
        score -= min(_CALM_AT_MOST, calm)
    score = min(_WITHOUT_INSULT, score + _loudness(text, shouted, is_heated=score > 0))
    if is_rant:
        score = max(score + 0.8, 2.0)
    if any(h.cue.kind == _THREAT for h in hits):
        score = max(score, _THREATENED)
    if any(h.cue.family is Family.INSULT for h in hits):
        score = _FURIOUS
    return next((heat for least, heat in _STEPS if score >= least), 0)


def _loudness(text: str, shouted: int, *, is_heated: bool) -> float:
    marks = len(_MARKS.findall(text))
    loud = 0.4 * min(2, marks) + (0.5 if shouted >= _SHOUTED_WORDS else 0.0)
    return loud if is_heated else loud * 0.75


def _shouted(text: str, acronyms: AbstractSet[str]) -> int:
    """How many words are in capitals that are not short, and no acronyms."""
    return sum(len(word) > _SHORT and word not in acronyms for word in _capitals(text))


def _is_rant(text: str) -> bool:
    words = _WORD.findall(text)
    capitals = _capitals(text)
    return len(words) >= _RANT_WORDS and len(capitals) >= _RANT_SHARE * len(words)


def _capitals(text: str) -> list[str]:
    return [word for word in _WORD.findall(text) if word.isupper()]
