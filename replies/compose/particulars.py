"""What a letter names in particular, so that its answer can take it up.

The occasion they wanted the book for, the part that is missing, what is damaged, what is not as it
was described: resources/templates/particulars.toml has the words. They count where they stand
close to each other, in one clause, and nothing denies them; else nothing is taken up.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from ..language.formatting import DEFAULT_LANGUAGE

OCCASION: Final = "occasion"
MISSING_PART: Final = "missing_part"
DAMAGE: Final = "damage"
DEFECT: Final = "defect"

NAMED_FACTS: Final = frozenset({DAMAGE, DEFECT})
"""The facts that `as_words` has words for."""

_READ_AT_MOST: Final = 10_000  # characters of a letter
_SENTENCE_ENDS: Final = re.compile(r"[.!?…\n]+")
_CLAUSE_ENDS: Final = re.compile(
    r"[.!?…\n,;:()–—]+|\b(?:and|but|и|а|но|und|aber|et|mais|y|e|pero)\b", re.IGNORECASE
)
_QUOTED: Final = re.compile(r"[“«„\"][^“”«»„\"\n]{1,120}[”»“\"]")
_WORD: Final = re.compile(r"\w+")
_APART: Final = 4  # words between a thing and what is said of it
_DENIED_WITHIN: Final = 2  # words before
_ANYWHERE: Final = 1_000
_ONE_OF: Final = frozenset({OCCASION, MISSING_PART})  # of which a letter has one
_NAMED_AT_MOST: Final = 3
_WHOLE: Final = "."  # behind a word: no further letters

_Stretch = tuple[int, str]  # of a text, with where it starts


@dataclass(frozen=True, slots=True)
class _Named:
    """A particular that a letter names: how many words apart it is said, and where."""

    key: str
    distance: int
    at: int


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

    @property
    def is_close(self) -> bool:
        """What is said of one thing must not be taken for said of the next."""
        return self.fact in NAMED_FACTS and self.denied is not None

    def named_in(self, stretches: Sequence[_Stretch]) -> _Named | None:
        """Where it is named most plainly; None where it is not."""
        found = [
            _Named(self.key, distance, start)
            for start, stretch in stretches
            if (distance := self.distance_in(stretch)) is not None
        ]
        return min(found, key=lambda one: one.distance, default=None)

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
    """What a letter names, by fact, as keys with blanks between them.

    Of an occasion and a missing part one, the most plainly said; of damage and defects all, the
    first ones first.

    Args:
        text: the customer's own words.
        language: it is written in.
        titles: of the order; what stands in them, or in quotation marks, does not count.
    """
    plain = _QUOTED.sub(" ", text[:_READ_AT_MOST])
    for title in filter(None, titles):
        plain = re.sub(re.escape(title), " ", plain, flags=re.IGNORECASE)
    sentences, clauses = _split(_SENTENCE_ENDS, plain), _split(_CLAUSE_ENDS, plain)
    named: dict[str, list[_Named]] = {}
    for one in _particulars_in(language):
        if (found := one.named_in(clauses if one.is_close else sentences)) is not None:
            named.setdefault(one.fact, []).append(found)
    return {fact: " ".join(_kept(fact, found)) for fact, found in named.items()}


def _split(ends: re.Pattern[str], text: str) -> list[_Stretch]:
    """The stretches between these ends that have words in them, each with its start."""
    starts = (0, *(end.end() for end in ends.finditer(text)))
    stops = (*(end.start() for end in ends.finditer(text)), len(text))
    spans = zip(starts, stops, strict=True)
    return [(start, text[start:stop]) for start, stop in spans if text[start:stop].strip()]


def as_words(fact: str, keys: str, language: str) -> str:
    """What `particulars` found of damage or defects, in the words of a letter: "soaked and torn".

    Raises:
        ValueError: it is none of `NAMED_FACTS`.
    """
    words = _words(fact, language)
    *before, last = (words[key] for key in keys.split())
    return f"{', '.join(before)} {words['and']} {last}" if before else last


def _kept(fact: str, found: list[_Named]) -> list[str]:
    if fact in _ONE_OF:
        return [min(found, key=lambda one: one.distance).key]
    exact = {one.key.partition("_")[0] for one in found if "_" in one.key}
    kept = [one for one in found if one.key not in exact]
    return [one.key for one in sorted(kept, key=lambda one: one.at)[:_NAMED_AT_MOST]]


def _words_between(sentence: str, one: re.Match[str], other: re.Match[str]) -> int:
    first, second = sorted((one, other), key=lambda found: found.start())
    return len(_WORD.findall(sentence[first.end() : second.start()]))


@cache
def _tables() -> dict[str, Any]:
    place = files("softanswer.resources") / "templates" / "particulars.toml"
    return tomllib.loads(place.read_text(encoding="utf-8"))


def _words(fact: str, language: str) -> Mapping[str, str]:
    languages = _tables().get(f"{fact}_named")
    if languages is None:
        raise ValueError(f"a letter has no list of words for {fact}")
    words: Mapping[str, str] = languages.get(language) or languages[DEFAULT_LANGUAGE]
    return words


@cache
def _particulars_in(language: str) -> tuple[_Particular, ...]:
    tables = _tables()
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
