"""Whether a letter is a complaint, of what kind and how hot; which words say so (TONE section 4).

Automatic mail and routine notices are told apart first, wrappers of the marketplaces are taken
off, then weighted cues of the buyer's own words are added up, and beside them how much the letter
reads like those of each kind. Deterministic and pure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ...mailbox.message import Message
from ..language.detect import language_of
from ..language.phrases import shaped
from ..orders.references import find_references
from ..tone.rules import acronyms
from .case import CaseKind, Judgement, Reason
from .cues import SUBJECT_AT_MOST, Family, Hit, what_is_read
from .heat import heat_of
from .likeness import likeness
from .masking import masked_spans
from .reading import own_sentences, read
from .routine import is_routine, wrapped_notice
from .wrappers import own_words

_COMPLAINT_FROM: Final = 1.0  # of the score; below it is no complaint
_SURE_AT: Final = 1.5  # distance from the threshold at which there is no doubt left
_MOST_REASONS: Final = 8
_WORD_BEFORE: Final = 24  # characters
_OF_OTHER: Final = r"\b<number.of-other>\s*(?:no\.?|number|№|nr\.?)?\s*#?\s*$"
_SHOWN: Final = frozenset({Family.TROUBLE, Family.INSULT, Family.HEAT, Family.WISH})


def judge(message: Message) -> Judgement:
    """What the recogniser makes of a message, its headers and attachments considered."""
    judgement = judge_text(message.subject, message.text)
    if message.automatic and not judgement.automatic:
        judgement = Judgement(
            judgement.language,
            complaint=False,
            kind=CaseKind.OTHER,
            heat=0,
            order_refs=judgement.order_refs,
            confidence=0.95,
            automatic=True,
        )
    return replace(judgement, masked=masked_spans(message.text, judgement.language))


def judge_text(subject: str, body: str) -> Judgement:
    """What the recogniser makes of a subject and a text; places of reasons count in the text."""
    subject, text = subject[:SUBJECT_AT_MOST], what_is_read(body)
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
    sentences = own_sentences(subject, text, own)
    reading, like = read(sentences, language), likeness(sentences, language)
    is_mixed = reading.is_mixed()
    score = reading.score() + (0.0 if notice is None else notice.weight)
    if not is_mixed:
        score += like.complaint
    complaint = score >= _COMPLAINT_FROM
    kind = reading.kind(complaint=complaint)
    if kind is not CaseKind.ABUSIVE and (complaint or not is_mixed):
        kind = like.kind_beside(kind, complaint=complaint)
    if notice is not None and notice.kind is not None:
        kind = notice.kind
        complaint = notice.weight > 0
    heat = heat_of(reading.hits, words, acronyms(language)) if complaint else 0
    return Judgement(
        language,
        complaint,
        kind,
        heat,
        refs,
        _confidence(score),
        _reasons(text, reading.hits) if reading.weighed else like.reasons(text, kind),
        reading.issues(kind),
        automatic=notice is not None,
    )


def _order_refs(subject: str, text: str) -> tuple[str, ...]:
    found = [
        reference.number
        for part in (subject, text)
        for reference in find_references(part)
        if reference.certain and not _is_of_other(part, reference.start)
    ]
    return tuple(dict.fromkeys(found))


def _is_of_other(text: str, start: int) -> bool:
    """Whether the word before a number says that it is the number of a complaint or a bill."""
    before = text[max(0, start - _WORD_BEFORE) : start]
    return shaped(_OF_OTHER).search(before) is not None


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
