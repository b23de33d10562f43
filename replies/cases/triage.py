"""Whether a letter is a complaint, of what kind and how hot; which words say so (TONE section 4).

Automatic mail and routine notices are told apart first, wrappers of the marketplaces are taken
off, then weighted cues of the buyer's own words are added up. Deterministic and pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ...mailbox.message import Message
from ..language.detect import language_of
from ..language.tokens import sentences_of
from ..orders.references import find_references
from ..tone.rules import RULE_LANGUAGES
from ..tone.titles import titles_in
from .case import CaseKind, Judgement, Reason
from .cues import Family, Hit, cue_book
from .heat import heat_of
from .routine import is_routine, wrapped_notice
from .wrappers import own_words

_READ_AT_MOST: Final = 30_000  # characters
_COMPLAINT_FROM: Final = 1.0  # of the score; below it is no complaint
_SURE_AT: Final = 1.5  # distance from the threshold at which there is no doubt left
_MOST_REASONS: Final = 8
_SECOND_FAULT: Final = 0.6  # of the main fault's score from which another one is listed

_FAULTS: Final = (
    CaseKind.MISSING_PART, CaseKind.WRONG_ITEM, CaseKind.DAMAGED, CaseKind.NOT_AS_DESCRIBED,
    CaseKind.DOWNLOAD_OR_ACCESS_PROBLEM, CaseKind.CUSTOMS_OR_FEES, CaseKind.ADDRESS_PROBLEM,
    CaseKind.NOT_RECEIVED, CaseKind.LATE, CaseKind.ORDER_CANCEL,
)  # fmt: skip
_SHOWN: Final = frozenset({Family.TROUBLE, Family.INSULT, Family.HEAT, Family.WISH})


def judge(message: Message) -> Judgement:
    """What the recogniser makes of a message, its headers and attachments considered."""
    judgement = judge_text(message.subject, message.text)
    if not message.automatic or judgement.automatic:
        return judgement
    if wrapped_notice(message.subject, message.text) is not None:
        return judgement
    return Judgement(
        judgement.language,
        complaint=False,
        kind=CaseKind.OTHER,
        heat=0,
        order_refs=judgement.order_refs,
        confidence=0.95,
        automatic=True,
    )


def judge_text(subject: str, body: str) -> Judgement:
    """What the recogniser makes of a subject and a text; places of reasons count in the text."""
    text = body[:_READ_AT_MOST]
    own = own_words(text)
    words = "\n".join(text[start:end] for start, end in own)
    language = language_of(words if words.strip() else subject)
    refs = _order_refs(subject, text)
    notice = wrapped_notice(subject, text)
    if notice is None and is_routine(subject, text, language):
        return Judgement(
            language, complaint=False, kind=CaseKind.OTHER, heat=0, order_refs=refs,
            confidence=0.9, automatic=True,
        )  # fmt: skip
    reading = _read(subject, text, own, language)
    score = reading.score() + (0.0 if notice is None else notice.weight)
    complaint = score >= _COMPLAINT_FROM
    kind = reading.kind(complaint=complaint)
    if notice is not None and notice.kind is not None:
        kind = notice.kind
        complaint = notice.weight > 0
    heat = heat_of(reading.hits, words) if complaint else 0
    return Judgement(
        language,
        complaint,
        kind,
        heat,
        refs,
        _confidence(score),
        _reasons(text, reading.hits),
        reading.issues(kind),
        automatic=notice is not None and notice.is_automatic,
    )


def _order_refs(subject: str, text: str) -> tuple[str, ...]:
    found = [r for part in (subject, text) for r in find_references(part) if r.certain]
    return tuple(dict.fromkeys(r.number for r in found))


# --- reading the buyer's words ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Weighed:
    """A cue that was found, with the weight that its sentence leaves it."""

    hit: Hit
    weight: float
    in_subject: bool


@dataclass(frozen=True, slots=True)
class _Reading:
    weighed: tuple[_Weighed, ...]

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The hits in the body."""
        return tuple(w.hit for w in self.weighed if not w.in_subject)

    def total(self, family: Family, kind: str | None = None) -> float:
        """The weight of a family: each cue once, at its strongest."""
        best: dict[str, float] = {}
        for w in self.weighed:
            if w.hit.cue.family is family and kind in {None, w.hit.cue.kind}:
                best[w.hit.cue.id] = max(best.get(w.hit.cue.id, 0.0), w.weight)
        return sum(best.values())

    def faults(self) -> dict[CaseKind, float]:
        """The faults that are named, with their weight."""
        weights = {kind: self.total(Family.TROUBLE, kind.value) for kind in _FAULTS}
        return {kind: weight for kind, weight in weights.items() if weight > _NAMED_FROM}

    def score(self) -> float:
        """How much speaks for a complaint; 1 is the line."""
        troubles = sorted(
            (self.total(Family.TROUBLE, kind) for kind in _TROUBLE_KINDS), reverse=True
        )
        score = troubles[0] + 0.3 * sum(troubles[1:])
        asks = self.total(Family.QUESTION)
        score += min(0.6, self.total(Family.PRESSURE)) if score > _NAMED_FROM else 0.0
        score += 0.5 * min(1.0, self.total(Family.WISH, CaseKind.REFUND_REQUEST.value))
        score += 0.35 * min(2.0, self.total(Family.HEAT)) + 0.4 * self.total(Family.INSULT)
        calm = self.total(Family.PRAISE) + 1.2 * self.total(Family.SOLVED)
        wishes = self.total(Family.WISH) - self.total(Family.WISH, CaseKind.REFUND_REQUEST.value)
        return score - 0.45 * min(2.0, calm) - 0.3 * min(1.0, wishes) - 0.1 * min(1.0, asks)

    def kind(self, *, complaint: bool) -> CaseKind:
        """What it is about, by the precedence of TONE section 3."""
        if not complaint:
            return self._ordinary_kind()
        faults = self.faults()
        if self.total(Family.INSULT) and not faults and not self._threat():
            return CaseKind.ABUSIVE
        threat = self._threat()
        if threat is not None:
            return threat
        if self.total(Family.TROUBLE, CaseKind.REFUND_NOT_RECEIVED.value) >= 1.0:
            return CaseKind.REFUND_NOT_RECEIVED
        if faults:
            return self._main_fault(faults)
        if self.total(Family.WISH, CaseKind.REFUND_REQUEST.value):
            return CaseKind.REFUND_REQUEST
        return self._wished_kind() or CaseKind.OTHER

    def _threat(self) -> CaseKind | None:
        for kind in (CaseKind.LEGAL_OR_CHARGEBACK_THREAT, CaseKind.FEEDBACK_THREAT):
            if self.total(Family.TROUBLE, kind.value) >= 1.0:
                return kind
        return None

    def _main_fault(self, faults: dict[CaseKind, float]) -> CaseKind:
        first = min(
            (w.hit.start, w.hit.cue.kind)
            for w in self.weighed
            if w.hit.cue.family is Family.TROUBLE
            and w.weight > _NAMED_FROM
            and w.hit.cue.kind in {kind.value for kind in faults}
        )[1]
        return max(faults, key=lambda kind: faults[kind] + (0.12 if kind.value == first else 0.0))

    def _wished_kind(self) -> CaseKind | None:
        wishes = {
            kind: self.total(Family.WISH, kind.value)
            for kind in (
                CaseKind.ORDER_CANCEL, CaseKind.ADDRESS_PROBLEM, CaseKind.RETURN_CHANGE_OF_MIND
            )
        }  # fmt: skip
        best = max(wishes, key=lambda kind: wishes[kind])
        return best if wishes[best] > _NAMED_FROM else None

    def _ordinary_kind(self) -> CaseKind:
        wished = self._wished_kind()
        praise, question = self.total(Family.PRAISE), self.total(Family.QUESTION)
        if wished is not None and not praise:
            return wished
        if praise or self.total(Family.SOLVED):
            return CaseKind.PRAISE
        if wished is not None:
            return wished
        if self.total(Family.WISH, CaseKind.REFUND_REQUEST.value):
            return CaseKind.REFUND_REQUEST
        return CaseKind.QUESTION if question else CaseKind.OTHER

    def issues(self, main: CaseKind) -> tuple[CaseKind, ...]:
        """Every kind of trouble that is named, the main one first."""
        named = sorted(self.faults().items(), key=lambda item: -item[1])
        threats = [
            kind
            for kind in (CaseKind.LEGAL_OR_CHARGEBACK_THREAT, CaseKind.FEEDBACK_THREAT,
                         CaseKind.REFUND_NOT_RECEIVED)
            if self.total(Family.TROUBLE, kind.value) >= 1.0
        ]  # fmt: skip
        asks = [CaseKind.REFUND_REQUEST] if self.total(Family.WISH, "refund_request") else []
        found = dict.fromkeys([main, *threats, *(kind for kind, _ in named), *asks])
        return tuple(k for k in found if k not in _NO_ISSUE)


_NAMED_FROM: Final = 0.35
_NO_ISSUE: Final = frozenset({CaseKind.QUESTION, CaseKind.PRAISE, CaseKind.OTHER})
_TROUBLE_KINDS: Final = (
    *(kind.value for kind in _FAULTS),
    CaseKind.REFUND_NOT_RECEIVED.value,
    CaseKind.LEGAL_OR_CHARGEBACK_THREAT.value,
    CaseKind.FEEDBACK_THREAT.value,
    "",
)


def _read(subject: str, text: str, own: tuple[tuple[int, int], ...], language: str) -> _Reading:
    book = cue_book(language if language in RULE_LANGUAGES else RULE_LANGUAGES[0])
    weighed: list[_Weighed] = []
    for part, stretches in ((subject, ((0, len(subject)),)), (text, own)):
        masked = titles_in(part, ())
        for sentence in (s for start, end in stretches for s in sentences_of(part, start, end)):
            hidden = frozenset(
                t.start for t in sentence.tokens if any(a <= t.start < b for a, b in masked)
            )
            weighed.extend(_weigh(book.find(sentence, hidden), in_subject=part is subject))
    return _Reading(tuple(weighed))


_DAMPED: Final = {Family.SOLVED: 0.1, Family.UNREAL: 0.1, Family.ELSEWHERE: 0.25}
_THREATS: Final = frozenset({"legal_or_chargeback_threat", "feedback_threat"})
_PRAISED_AFTER: Final = 0.4  # "it took six weeks, but what a treasure"
_PRAISED_BEFORE: Final = 0.2  # "a lovely copy, but a page is torn"
_IN_SUBJECT: Final = 0.8


def _weigh(hits: Sequence[Hit], *, in_subject: bool) -> list[_Weighed]:
    """The hits of a sentence; trouble counts little where the sentence takes it back."""
    damped = min((_DAMPED.get(hit.cue.family, 1.0) for hit in hits), default=1.0)
    praise = [hit for hit in hits if hit.cue.family is Family.PRAISE]
    trouble = [hit for hit in hits if hit.cue.family is Family.TROUBLE]
    found: list[_Weighed] = []
    for hit in hits:
        weight = hit.cue.weight
        if hit.cue.family in {Family.TROUBLE, Family.WISH} and hit.cue.kind not in _THREATS:
            weight *= damped
        if hit.cue.family is Family.TROUBLE and any(p.start > hit.end for p in praise):
            weight *= _PRAISED_AFTER
        if hit.cue.family is Family.PRAISE and any(t.start > hit.end for t in trouble):
            weight *= _PRAISED_BEFORE
        if in_subject and hit.cue.family is not Family.QUESTION:
            weight *= _IN_SUBJECT
        found.append(_Weighed(hit, weight, in_subject))
    return found


# --- what is said of it ------------------------------------------------------------------------


def _confidence(score: float) -> float:
    distance = min(1.0, abs(score - _COMPLAINT_FROM) / _SURE_AT)
    return round(0.5 + 0.5 * distance, 3)


def _reasons(text: str, hits: Sequence[Hit]) -> tuple[Reason, ...]:
    shown = [h for h in hits if h.cue.family in _SHOWN] or [
        h for h in hits if h.cue.family in {Family.PRAISE, Family.QUESTION, Family.SOLVED}
    ]
    ordered = sorted(shown, key=lambda h: -h.cue.weight)[:_MOST_REASONS]
    return tuple(
        Reason(h.start, h.end, text[h.start : h.end], h.cue.why)
        for h in sorted(ordered, key=lambda h: h.start)
    )
