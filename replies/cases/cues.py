"""The cues of the recogniser: what in a letter speaks for trouble, praise, heat, and how loudly.

Cues are data, resources/tone/<language>/letter_*.toml, in the patterns of the tone rules.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Any, Final

from ..language.detect import DEFAULT_LANGUAGE
from ..language.disguise import unveiled
from ..language.tokens import Sentence
from ..language.traits import holds, languages
from ..tone.patterns import Phrases
from ..tone.rules import EXCEPT, UNLESS, RuleError, examples_of, read_tables, standing

READ_AT_MOST: Final = 30_000  # characters of a letter; cues behind them are not looked for
SUBJECT_AT_MOST: Final = 1_000
_FILES: Final = "letter_"
_MOST_WORDS: Final = re.compile(r"(?:\s*+\S++){0,2000}+")  # a hostile letter has many short ones


class Family(Enum):
    """What a cue speaks for."""

    TROUBLE = "trouble"  # something went wrong; names a kind
    WISH = "wish"  # an ask that is no trouble by itself; names a kind
    PRESSURE = "pressure"  # waiting, reminding, demanding: makes trouble likelier
    PRAISE = "praise"
    QUESTION = "question"
    SOLVED = "solved"  # the trouble is over or was only feared
    UNREAL = "unreal"  # if, whether, in case: the trouble is not said to be there
    ELSEWHERE = "elsewhere"  # somebody else's trouble
    TURN = "turn"  # but, only: what went before does not soften what follows
    HEAT = "heat"
    CALM = "calm"
    INSULT = "insult"
    ROUTINE = "routine"  # no person wrote it, or it is no letter of a customer


@dataclass(frozen=True, slots=True)
class Cue:
    """One cue, as data.

    Attributes:
        kind: the value of a CaseKind, "" where the cue names none.
        weight: of the family's score; for HEAT and CALM steps of heat.
        why: what the seller is shown.
    """

    id: str
    family: Family
    kind: str
    weight: float
    why: str
    patterns: tuple[str, ...]
    excepts: tuple[str, ...]
    unless: tuple[str, ...]
    must: tuple[str, ...]
    must_not: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A cue that was found, and where in the text."""

    cue: Cue
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class CueBook:
    """The cues of one language with all their patterns."""

    cues: Mapping[str, Cue]
    phrases: Phrases

    def find(self, sentence: Sentence, masked: frozenset[int]) -> tuple[Hit, ...]:
        """The cues in one sentence, each once; words that start at `masked` are of a title."""
        found: dict[str, Hit] = {}
        for hit in self.find_all(sentence, masked):
            found.setdefault(hit.cue.id, hit)
        return tuple(found.values())

    def find_all(self, sentence: Sentence, masked: frozenset[int]) -> tuple[Hit, ...]:
        """Every place of every cue in one sentence."""
        matches = standing(self.phrases.find(unveiled(sentence), masked))
        return tuple(Hit(self.cues[match.owner], *match.marked) for match in matches)


@lru_cache(maxsize=512)
def what_is_read(text: str) -> str:
    """The beginning of a letter in which cues are looked for: 30,000 characters, 2,000 words."""
    found = _MOST_WORDS.match(text, 0, READ_AT_MOST)
    return text[: found.end()] if found else ""


@lru_cache(maxsize=256)
def hits_in(sentence: Sentence, masked: frozenset[int], language: str) -> tuple[Hit, ...]:
    """What the cues of a language find in a sentence, remembered: a letter is read twice."""
    return cue_book(language).find(sentence, masked)


def cue_book(language: str, family: Family | None = None) -> CueBook:
    """The cues of a language; those of English where it has none of its own.

    Args:
        language: an ISO 639-1 code.
        family: only the cues of this family, which are ready much sooner; None for all.

    Raises:
        RuleError: the data is wrong.
    """
    return _cue_book(language if holds(language, _FILES) else DEFAULT_LANGUAGE, family)


def cue_languages() -> tuple[str, ...]:
    """The languages that have cues of their own."""
    return tuple(code for code in languages() if holds(code, _FILES))


@lru_cache(maxsize=32)
def _cue_book(language: str, family: Family | None) -> CueBook:
    cues, classes = _cues(language)
    chosen = {id_: cue for id_, cue in cues.items() if family in {None, cue.family}}
    patterns = [
        (owner, pattern)
        for cue in chosen.values()
        for owner, listed in (
            (cue.id, cue.patterns), (EXCEPT + cue.id, cue.excepts), (UNLESS + cue.id, cue.unless)
        )
        for pattern in listed
    ]  # fmt: skip
    return CueBook(chosen, Phrases(language, classes, patterns))


@lru_cache(maxsize=16)
def _cues(language: str) -> tuple[Mapping[str, Cue], dict[str, list[str]]]:
    cues: dict[str, Cue] = {}
    classes: dict[str, list[str]] = {}
    for name, table in read_tables(language, _FILES).items():
        classes.update(table.get("classes", {}))
        for raw in table.get("cue", ()):
            cue = _cue(raw, name)
            if cues.setdefault(cue.id, cue) is not cue:
                raise RuleError(f"{name}: two cues are called {cue.id}.")
    return cues, classes


def _cue(raw: Mapping[str, Any], file_name: str) -> Cue:
    where = f"{file_name}: cue {raw.get('id', '(without id)')}"
    for key in ("id", "family", "weight", "why", "patterns"):
        if key not in raw:
            raise RuleError(f"{where} has no {key}.")
    must, must_not = examples_of(raw, where)
    return Cue(
        id=raw["id"],
        family=Family(raw["family"]),
        kind=raw.get("kind", ""),
        weight=float(raw["weight"]),
        why=raw["why"],
        patterns=tuple(raw["patterns"]),
        excepts=tuple(raw.get("except", ())),
        unless=tuple(raw.get("unless", ())),
        must=must,
        must_not=must_not,
    )
