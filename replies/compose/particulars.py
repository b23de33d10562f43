"""What a letter names in particular, so that its answer can take it up.

The occasion they wanted the book for, the part that is missing, what is damaged, what is not as it
was described: resources/templates/particulars.toml has the words. They count where they stand
close to each other in one sentence and nothing denies them; else nothing is taken up.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

OCCASION: Final = "occasion"
MISSING_PART: Final = "missing_part"
DAMAGE: Final = "damage"
DEFECT: Final = "defect"

_READ_AT_MOST: Final = 10_000  # characters of a letter
_SENTENCE: Final = re.compile(r"[^.!?…\n]+")
_QUOTED: Final = re.compile(r"[“«„\"][^“”«»„\"\n]{1,120}[”»“\"]")
_WORD: Final = re.compile(r"\w+")
_APART: Final = 4  # words between a thing and what is said of it
_DENIED_WITHIN: Final = 2  # words before
_ANYWHERE: Final = 1_000
_WHOLE: Final = "."  # behind a word: no further letters


@dataclass(frozen=True, slots=True)
class _Particular:
    """Something that a letter may name.

    Attributes:
        thing: finds the word for it; None where `said` is enough.
        said: finds what has to be said of it.
        denied: finds a word that denies it; None where denying is what is said.
    """

    fact: str
    key: str
    thing: re.Pattern[str] | None
    said: re.Pattern[str]
    denied: re.Pattern[str] | None

    def distance_in(self, sentence: str) -> int | None:
        """How many words lie between the thing and what is said of it; None where it is not."""
        said = [m for m in self.said.finditer(sentence) if not self._is_denied(sentence, m)]
        if self.thing is None or not said:
            return 0 if said else None
        between = (
            _words_between(sentence, one, other)
            for one in self.thing.finditer(sentence)
            for other in said
        )
        most = _APART if self.denied else _ANYWHERE
        return min((words for words in between if words <= most), default=None)

    def _is_denied(self, sentence: str, found: re.Match[str]) -> bool:
        before = _WORD.findall(sentence[: found.start()])[-_DENIED_WITHIN:]
        return self.denied is not None and any(map(self.denied.fullmatch, before))


def particulars(text: str, language: str, titles: Sequence[str] = ()) -> dict[str, str]:
    """What a letter names: of each fact the one that is said most plainly, by its key.

    Args:
        text: the customer's own words.
        language: it is written in.
        titles: of the order; what stands in them, or in quotation marks, does not count.
    """
    plain = _QUOTED.sub(" ", text[:_READ_AT_MOST])
    for title in filter(None, titles):
        plain = re.sub(re.escape(title), " ", plain, flags=re.IGNORECASE)
    sentences = _SENTENCE.findall(plain)
    found: dict[str, tuple[int, str]] = {}
    for one in _particulars_in(language):
        distances = [d for d in map(one.distance_in, sentences) if d is not None]
        if distances and min(distances) < found.get(one.fact, (_ANYWHERE, ""))[0]:
            found[one.fact] = (min(distances), one.key)
    return {fact: key for fact, (_, key) in found.items()}


def _words_between(sentence: str, one: re.Match[str], other: re.Match[str]) -> int:
    first, second = sorted((one, other), key=lambda found: found.start())
    return len(_WORD.findall(sentence[first.end() : second.start()]))


@cache
def _particulars_in(language: str) -> tuple[_Particular, ...]:
    place = files("softanswer.resources") / "templates" / "particulars.toml"
    tables = tomllib.loads(place.read_text(encoding="utf-8"))
    if language not in tables["denials"]:
        return ()
    denied, lacking = (_finder(tables[name][language]) for name in ("denials", "lacking"))
    return tuple(
        _particular(fact, key, words[language], denied, lacking)
        for fact in (OCCASION, MISSING_PART, DAMAGE, DEFECT)
        for key, words in tables[fact].items()
    )


def _particular(
    fact: str,
    key: str,
    words: list[str] | Mapping[str, Any],
    denied: re.Pattern[str],
    lacking: re.Pattern[str],
) -> _Particular:
    """A row of the file: words alone, words of which it is said that they lack, or both sides."""
    if isinstance(words, Mapping):
        if "said" not in words:
            return _Particular(fact, key, _finder(words["lacks"]), lacking, None)
        return _Particular(fact, key, _finder(words["thing"]), _finder(words["said"]), denied)
    return _Particular(fact, key, None, _finder(words), denied)


def _finder(words: list[str]) -> re.Pattern[str]:
    """What finds words by their beginnings; a blank stands for any gap between two."""
    forms = (
        r"\s+".join(
            re.escape(part.removesuffix(_WHOLE)) + (r"\b" if part.endswith(_WHOLE) else r"\w*")
            for part in word.split()
        )
        for word in words
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})", re.IGNORECASE)
