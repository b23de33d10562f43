"""What the cues in the buyer's words add up to: how much of a complaint, and of what kind.

A cue counts less where its sentence takes it back ("it came after all", "in case it is torn"), or
where a later sentence says that the thing is here, and once in a letter, at its strongest. Pure.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from ..language.tokens import Sentence, sentences_of
from ..tone.titles import masked_starts, titles_in
from .case import CaseKind
from .cues import Family, Hit, hits_in

_FAULTS: Final = (
    CaseKind.MISSING_PART, CaseKind.WRONG_ITEM, CaseKind.DAMAGED, CaseKind.NOT_AS_DESCRIBED,
    CaseKind.DOWNLOAD_OR_ACCESS_PROBLEM, CaseKind.CUSTOMS_OR_FEES, CaseKind.ADDRESS_PROBLEM,
    CaseKind.NOT_RECEIVED, CaseKind.LATE, CaseKind.ORDER_CANCEL,
)  # fmt: skip
_THREATS: Final = (CaseKind.LEGAL_OR_CHARGEBACK_THREAT, CaseKind.FEEDBACK_THREAT)
_THREAT_VALUES: Final = frozenset(kind.value for kind in _THREATS)
WISHED_KINDS: Final = (
    CaseKind.ORDER_CANCEL, CaseKind.ADDRESS_PROBLEM, CaseKind.RETURN_CHANGE_OF_MIND
)  # fmt: skip
_WISHED_VALUES: Final = frozenset(kind.value for kind in WISHED_KINDS)
NO_ISSUE: Final = frozenset({CaseKind.QUESTION, CaseKind.PRAISE, CaseKind.OTHER})
_OF_NO_KIND: Final = ""  # of a cue that names trouble and no kind of it
_TROUBLE_KINDS: Final = (
    *(kind.value for kind in (*_FAULTS, CaseKind.REFUND_NOT_RECEIVED, *_THREATS)),
    _OF_NO_KIND,
)
_NAMED_KINDS: Final = tuple(kind for kind in _TROUBLE_KINDS if kind != _OF_NO_KIND)
_ARRIVAL: Final = CaseKind.NOT_RECEIVED.value  # of a SOLVED cue: it came, or the money did
_SETTLED_BY_ARRIVAL: Final = frozenset(
    kind.value
    for kind in (
        CaseKind.NOT_RECEIVED, CaseKind.REFUND_NOT_RECEIVED, CaseKind.ADDRESS_PROBLEM,
        CaseKind.DOWNLOAD_OR_ACCESS_PROBLEM,
    )
)  # fmt: skip

# Weights of the score, tuned on letters; 1 is the line between a complaint and none.
_NAMED_FROM: Final = 0.35  # weight of a trouble that counts as named
_OWN_FROM: Final = 0.8  # weight of a trouble that no other cue has taken back
_OUTRIGHT_FROM: Final = 1.0  # weight of a threat or a refund owed that decides the kind
_OTHER_TROUBLE_FROM: Final = 0.8  # that it came settles no trouble of this weight
_CLEAR_FROM: Final = 1.2  # weight of a trouble that praise does little about
_SECOND_TROUBLE: Final = 0.3  # share of every trouble after the first
_PRESSURE_AT_MOST: Final = 0.6
_MONEY_BACK: Final = 0.5  # share of asking for the money, at most 1
_HEATED: Final = 0.35  # share of heat, at most 2
_INSULTED: Final = 0.4
_SETTLED: Final = 1.2  # what is settled beside praise
_CALMED: Final = 0.45  # share of praise and what is settled, at most 2, that is taken off
_CALMED_IF_CLEAR: Final = 0.25  # the same, where a trouble is named outright
_WISHED: Final = 0.3  # share of other wishes, at most 1, that is taken off
_ASKED: Final = 0.1  # the same of questions
_ELSEWHERE: Final = 1.0  # what is taken off where all trouble that is named is somebody else's
_FIRST_NAMED: Final = 0.12  # what the fault that is named first is ahead of the others

# Shares that a cue keeps beside others in its sentence.
_LEFT_BESIDE: Final = {Family.SOLVED: 0.1, Family.UNREAL: 0.1, Family.ELSEWHERE: 0.25}
_LEFT_BEFORE_PRAISE: Final = 0.4  # of trouble: "it took six weeks, but what a treasure"
_LEFT_BEFORE_TROUBLE: Final = 0.2  # of praise: "a lovely copy, but a page is torn"
_LEFT_IN_SUBJECT: Final = 0.8
_LEFT_BY_LATER_ARRIVAL: Final = 0.2  # of trouble: "It had not come. Today it has turned up."


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A cue that was found, with the weight that its sentence leaves it."""

    hit: Hit
    weight: float
    in_subject: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """The cues of one letter, weighed."""

    weighed: tuple[_Weighed, ...]

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits in the body."""
        return tuple(w.hit for w in self.weighed if not w.in_subject)

    def score(self) -> float:
        """How much speaks for a complaint; 1 is the line."""
        first, *others = sorted(
            (self._total(Family.TROUBLE, kind) for kind in _TROUBLE_KINDS), reverse=True
        )
        score = first + _SECOND_TROUBLE * sum(others)
        money_back = self._wish(CaseKind.REFUND_REQUEST)
        if score > _NAMED_FROM:
            score += min(_PRESSURE_AT_MOST, self._total(Family.PRESSURE))
        score += _MONEY_BACK * min(1.0, money_back)
        score += _HEATED * min(2.0, self._total(Family.HEAT))
        score += _INSULTED * self._total(Family.INSULT)
        calm = self._total(Family.PRAISE) + _SETTLED * self._settled(trouble=first)
        score -= (_CALMED if first < _CLEAR_FROM else _CALMED_IF_CLEAR) * min(2.0, calm)
        if self._total(Family.ELSEWHERE) and not self._is_own_trouble_named():
            score -= _ELSEWHERE
        score -= _WISHED * min(1.0, self._total(Family.WISH) - money_back)
        return score - _ASKED * min(1.0, self._total(Family.QUESTION))

    def is_mixed(self) -> bool:
        """Whether cues say that all or some is well, or only feared: single words mix that up."""
        return any(self._total(family) for family in (*_LEFT_BESIDE, Family.PRAISE))

    def kind(self, *, complaint: bool) -> CaseKind:
        """What it is about, by the precedence of TONE section 3."""
        if not complaint:
            return self._ordinary_kind()
        threat, faults = self._threat(), self._faults()
        if self._total(Family.INSULT) and not faults and threat is None:
            return CaseKind.ABUSIVE
        named = threat or self._refund_owed() or self._main_fault(faults)
        return named or self._money_back() or self._wished_kind() or CaseKind.OTHER

    def issues(self, main: CaseKind) -> tuple[CaseKind, ...]:
        """Every kind of trouble that is named, the main one first."""
        outright = [
            kind
            for kind in (*_THREATS, CaseKind.REFUND_NOT_RECEIVED)
            if self._trouble(kind) >= _OUTRIGHT_FROM
        ]
        faults = sorted(self._faults().items(), key=lambda item: -item[1])
        asks = [CaseKind.REFUND_REQUEST] if self._money_back() else []
        found = dict.fromkeys([main, *outright, *(kind for kind, _ in faults), *asks])
        return tuple(kind for kind in found if kind not in NO_ISSUE)

    def _total(self, family: Family, kind: str | None = None) -> float:
        """The weight of a family: each cue once, at its strongest."""
        best: dict[str, float] = {}
        for w in self.weighed:
            if w.hit.cue.family is family and kind in {None, w.hit.cue.kind}:
                best[w.hit.cue.id] = max(best.get(w.hit.cue.id, 0.0), w.weight)
        return sum(best.values())

    def _trouble(self, kind: CaseKind) -> float:
        return self._total(Family.TROUBLE, kind.value)

    def _wish(self, kind: CaseKind) -> float:
        return self._total(Family.WISH, kind.value)

    def _is_own_trouble_named(self) -> bool:
        return any(self._total(Family.TROUBLE, kind) > _OWN_FROM for kind in _NAMED_KINDS)

    def _settled(self, *, trouble: float) -> float:
        """The weight of what was settled; that it came settles no other trouble."""
        arrived = self._total(Family.SOLVED, _ARRIVAL)
        settled = self._total(Family.SOLVED) - arrived
        return settled if trouble >= _OTHER_TROUBLE_FROM else settled + arrived

    def _faults(self) -> dict[CaseKind, float]:
        """The faults that are named, with their weight."""
        weights = {kind: self._trouble(kind) for kind in _FAULTS}
        return {kind: weight for kind, weight in weights.items() if weight > _NAMED_FROM}

    def _threat(self) -> CaseKind | None:
        return next((kind for kind in _THREATS if self._trouble(kind) >= _OUTRIGHT_FROM), None)

    def _refund_owed(self) -> CaseKind | None:
        owed = CaseKind.REFUND_NOT_RECEIVED
        return owed if self._trouble(owed) >= _OUTRIGHT_FROM else None

    def _money_back(self) -> CaseKind | None:
        return CaseKind.REFUND_REQUEST if self._wish(CaseKind.REFUND_REQUEST) else None

    def _main_fault(self, faults: dict[CaseKind, float]) -> CaseKind | None:
        """The weightiest fault; of two alike, the one that is named first."""
        if not faults:
            return None
        values = {kind.value for kind in faults}
        first = min(
            (w.hit.start, w.hit.cue.kind)
            for w in self.weighed
            if w.hit.cue.family is Family.TROUBLE
            and w.weight > _NAMED_FROM
            and w.hit.cue.kind in values
        )[1]
        return max(faults, key=lambda k: faults[k] + (_FIRST_NAMED if k.value == first else 0.0))

    def _wished_kind(self) -> CaseKind | None:
        wishes = {kind: self._wish(kind) for kind in WISHED_KINDS}
        best = max(wishes, key=lambda kind: wishes[kind])
        return best if wishes[best] > _NAMED_FROM else None

    def _ordinary_kind(self) -> CaseKind:
        """What a letter is about that is no complaint."""
        wished, praise = self._wished_kind(), self._total(Family.PRAISE)
        if wished is not None and self._wish(wished) >= praise:
            return wished
        if praise or self._total(Family.SOLVED):
            return CaseKind.PRAISE
        if wished is None and self._total(Family.QUESTION):
            return CaseKind.QUESTION
        return wished or self._money_back() or CaseKind.OTHER


class OwnSentence(NamedTuple):
    """A sentence of the buyer's own; words that start at `masked` are of a title."""

    sentence: Sentence
    masked: frozenset[int]
    in_subject: bool


def own_sentences(
    subject: str, text: str, own: Iterable[tuple[int, int]]
) -> tuple[OwnSentence, ...]:
    """The sentences of the subject and of the stretches of the text that are the buyer's own."""
    return (
        *_sentences(subject, ((0, len(subject)),), in_subject=True),
        *_sentences(text, own, in_subject=False),
    )


def _sentences(
    part: str, stretches: Iterable[tuple[int, int]], *, in_subject: bool
) -> Iterator[OwnSentence]:
    titles = titles_in(part, ())
    for start, end in stretches:
        for sentence in sentences_of(part, start, end):
            yield OwnSentence(sentence, masked_starts(sentence, titles), in_subject)


def read(sentences: Iterable[OwnSentence], language: str) -> Reading:
    """The cues of a letter's sentences."""
    weighed: list[_Weighed] = []
    for sentence, masked, in_subject in sentences:
        hits = hits_in(sentence, masked, language)
        arrived = any(_tells_of_arrival(hit) for hit in hits)
        weighed = [_settled_later(w) for w in weighed] if arrived else weighed
        weighed.extend(_weigh(hits, in_subject=in_subject))
    return Reading(tuple(weighed))


def _tells_of_arrival(hit: Hit) -> bool:
    return hit.cue.family is Family.SOLVED and hit.cue.kind == _ARRIVAL


def _settled_later(before: _Weighed) -> _Weighed:
    """A cue of an earlier sentence, once a later one says that the thing is here."""
    cue = before.hit.cue
    if cue.family is not Family.TROUBLE or cue.kind not in _SETTLED_BY_ARRIVAL:
        return before
    return replace(before, weight=before.weight * _LEFT_BY_LATER_ARRIVAL)


def _weigh(hits: Sequence[Hit], *, in_subject: bool) -> list[_Weighed]:
    """The hits of a sentence; trouble counts little where the sentence takes it back."""
    praise = [hit for hit in hits if hit.cue.family is Family.PRAISE]
    trouble = [hit for hit in hits if hit.cue.family is Family.TROUBLE]
    found: list[_Weighed] = []
    for hit in hits:
        family, weight = hit.cue.family, hit.cue.weight
        if family in {Family.TROUBLE, Family.WISH} and hit.cue.kind not in _THREAT_VALUES:
            weight *= min((_left_by(other, hit, hits) for other in hits), default=1.0)
        if family is Family.TROUBLE and any(p.start > hit.end for p in praise):
            weight *= _LEFT_BEFORE_PRAISE
        if family is Family.PRAISE and any(t.start > hit.end for t in trouble):
            weight *= _LEFT_BEFORE_TROUBLE
        if in_subject and family is not Family.QUESTION:
            weight *= _LEFT_IN_SUBJECT
        found.append(_Weighed(hit, weight, in_subject))
    return found


def _left_by(other: Hit, trouble: Hit, hits: Sequence[Hit]) -> float:
    """The share of a trouble that another cue of its sentence leaves."""
    share = _LEFT_BESIDE.get(other.cue.family)
    if share is None:
        return 1.0
    if other.cue.family is Family.SOLVED and trouble.cue.kind in _WISHED_VALUES:
        return 1.0  # their own mistake, not the shop's: they still want it
    if _tells_of_arrival(other) and trouble.cue.kind not in _SETTLED_BY_ARRIVAL:
        return 1.0
    is_turned = any(
        other.end <= turn.start < trouble.start for turn in hits if turn.cue.family is Family.TURN
    )
    return 1.0 if is_turned else share
