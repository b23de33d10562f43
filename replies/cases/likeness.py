"""What letters that read like this one were about: complement naive Bayes over their words.

The cues name what is said in so many words; much of it is said in words that no pattern foresees
("sixteen days, and there is still a gap on my shelf"). Here every word and pair of words has a
share in every kind, by the letters in which it stood. Method: Rennie, Shih, Teevan, Karger 2003,
"Tackling the Poor Assumptions of Naive Bayes Text Classifiers", sections 3 and 4. The shares are
made by tests/scoring/likeness.py from the labelled letters, and stand in
resources/tone/<language>/likeness.json; a language without them is read by its cues alone. Pure.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from math import log, sqrt
from typing import Any, Final, NamedTuple

from ..language.lemmas import lemma_key
from ..language.tokens import Token, TokenKind
from ..language.traits import holds
from ..tone.word_stream import CURRENCY_SIGNS
from .case import CaseKind, Reason
from .reading import NO_ISSUE, WISHED_KINDS, OwnSentence

COMPLAINT: Final = "complaint"  # the labels beside the kinds: whether there is trouble at all
ORDINARY: Final = "ordinary"
FILE_NAME: Final = "likeness.json"
_ONLY_ORDINARY: Final = frozenset({CaseKind.QUESTION, CaseKind.PRAISE})
_WITHOUT_TROUBLE: Final = NO_ISSUE.union(WISHED_KINDS)

# Tuned on labelled letters that the shares were not made of.
_NAMED: Final = 0.3  # what a kind that cues name is ahead of the others
_NOT_NAMED: Final = 0.1  # the same where they name none
_USUAL: Final = 0.1  # how much more most letters are like complaints than like ordinary mail
_MOST_TELLING: Final = 3


class Word(NamedTuple):
    """A word as it is compared, or two that stand beside each other, and where."""

    form: str
    start: int
    end: int


def unit_vector(counts: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    """The weight of each word that has a rarity; the squares of all add up to 1."""
    found = {form: (1 + log(n)) * rarity[form] for form, n in counts.items() if form in rarity}
    length = sqrt(sum(weight * weight for weight in found.values())) or 1.0
    return {form: weight / length for form, weight in found.items()}


@dataclass(frozen=True, slots=True)
class WordShares:
    """How much each word speaks for each label.

    Attributes:
        why: what the seller is shown of words that speak for a kind.
        labels: the values of kinds, and COMPLAINT and ORDINARY.
        bases: what any word speaks for each label, in their order.
        words: the rarity of each word, then the places of labels and what it adds for each, as
            they stand in the file: a few words of thousands are ever asked for.
    """

    why: str
    labels: tuple[str, ...]
    bases: tuple[float, ...]
    words: Mapping[str, str]

    def liken(self, words: Sequence[Word]) -> Likeness:
        """How much a letter of these words is like those of each label."""
        counts = Counter(word.form for word in words if word.form in self.words)
        known = {form: self.of(form) for form in counts}
        weights = unit_vector(counts, {form: rarity for form, (rarity, _) in known.items()})
        total = sum(weights.values())
        scores = [base * total for base in self.bases]
        for form, weight in weights.items():
            for place, share in known[form][1]:
                scores[place] += share * weight
        return Likeness(dict(zip(self.labels, scores, strict=True)), tuple(words), self)

    def of(self, form: str) -> tuple[float, list[tuple[int, float]]]:
        """How rare a word is, and what it adds for which labels; nothing if it is unknown."""
        rarity, *rest = self.words.get(form, "0").split()
        return float(rarity), [
            (int(n), float(x)) for n, x in zip(rest[::2], rest[1::2], strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much one letter is like those of each label, for comparison only."""

    scores: Mapping[str, float] = field(default_factory=dict)
    words: tuple[Word, ...] = ()
    shares: WordShares = field(default_factory=lambda: WordShares("", (), (), {}))

    @property
    def complaint(self) -> float:
        """How much more it is like complaints than most letters are; 0 where nothing is known."""
        if not self.scores:
            return 0.0
        return self.scores[COMPLAINT] - self.scores[ORDINARY] - _USUAL

    def kind_beside(self, named: CaseKind, *, complaint: bool) -> CaseKind:
        """The kind that it is most like; what its cues name is ahead."""
        possible = {
            kind: self.scores[kind.value]
            for kind in CaseKind
            if kind.value in self.scores
            and (kind not in _ONLY_ORDINARY if complaint else kind in _WITHOUT_TROUBLE)
        }
        if not possible:
            return named
        ahead = _NOT_NAMED if named is CaseKind.OTHER else _NAMED
        own = self.scores.get(named.value, min(possible.values()))
        possible[named] = own + ahead
        return max(possible, key=lambda kind: possible[kind])

    def reasons(self, text: str, kind: CaseKind) -> tuple[Reason, ...]:
        """The words of the text that speak most for the kind, in their order."""
        if kind.value not in self.scores:
            return ()
        place = self.shares.labels.index(kind.value)
        rated = sorted(
            ((self._share(word, place), word) for word in self.words if word.end), reverse=True
        )
        told: list[Word] = []
        for share, word in rated:
            apart = all(word.end <= other.start or other.end <= word.start for other in told)
            if share > 0 and apart and len(told) < _MOST_TELLING:
                told.append(word)
        return tuple(
            Reason(word.start, word.end, text[word.start : word.end], self.shares.why)
            for word in sorted(told, key=lambda word: word.start)
        )

    def _share(self, word: Word, place: int) -> float:
        rarity, added = self.shares.of(word.form)
        return rarity * dict(added).get(place, 0.0)


UNLIKE: Final = Likeness()  # in a language whose letters nobody has labelled


def likeness(sentences: Iterable[OwnSentence], language: str) -> Likeness:
    """How much a letter is like those that were labelled."""
    shares = word_shares(language)
    return UNLIKE if shares is None else shares.liken(words_of(sentences, language))


def words_of(sentences: Iterable[OwnSentence], language: str) -> tuple[Word, ...]:
    """The words and pairs of a letter, without titles; those of the subject end at 0."""
    return tuple(word for one in sentences for word in _words(one, language))


def _words(one: OwnSentence, language: str) -> Iterator[Word]:
    single = [
        Word(form, 0, 0) if one.in_subject else Word(form, token.start, token.end)
        for token in one.sentence.tokens
        if token.start not in one.masked and (form := _form(token, language))
    ]
    yield from single
    for first, second in pairwise(single):
        yield Word(f"{first.form} {second.form}", first.start, second.end)


def _form(token: Token, language: str) -> str:
    """What a token is compared by; "" where it tells nothing."""
    if token.kind is TokenKind.WORD:
        return lemma_key(token.forms[0], language)
    if token.kind is TokenKind.NUMBER:
        return "#"
    if token.kind is TokenKind.END:
        return next((mark for mark in "?!" if mark in token.raw), "")
    return "¤" if token.raw in CURRENCY_SIGNS else ""


@lru_cache(maxsize=16)
def word_shares(language: str) -> WordShares | None:
    """The shares of a language, None where it has none."""
    if not holds(language, FILE_NAME):
        return None
    path = files("softanswer.resources") / "tone" / language / FILE_NAME
    return shares_from(json.loads(path.read_text("utf-8")))


def shares_from(table: Mapping[str, Any]) -> WordShares:
    """The shares that a parsed file holds."""
    return WordShares(table["why"], tuple(table["labels"]), tuple(table["bases"]), table["words"])
