"""Where each sentence of a suggestion comes from: the facts it states and the rule behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from .facts import ReplyFacts, Source
from .suggestion import Rule, Sentence, StatedFact

_PARAGRAPH: Final = re.compile(r"(?:(?!\n\n).)+", re.DOTALL)
_LINE: Final = re.compile(r"[^\n]+")
_SENTENCE: Final = re.compile(r"(?:\d\. )?.+?(?:[.!?…][”»“]?(?=\s|$)|$)\s*")
_STEP: Final = re.compile(r"\d\. ")
_OUTER_PARAGRAPHS: Final = 2  # the greeting before, the signature behind
_PROMISES: Final = frozenset({"act_by", "answer_by", "settle_by", "lost_by"})
_WAIT: Final = "first_letter_on"


def sentences_of(
    body: str, stated: Sequence[tuple[str, str]], facts: ReplyFacts, *, complaint: bool
) -> tuple[Sentence, ...]:
    """The sentences of a letter in their order, each with what produced it.

    Args:
        body: the letter.
        stated: the facts in the order in which they were written: (name, words).
        facts: what is known, for where each of them comes from.
        complaint: it answers one, so that regret and responsibility come first.
    """
    places = tuple(_places(body, stated, facts))
    found: list[Sentence] = []
    paragraphs = list(_PARAGRAPH.finditer(body))
    for number, paragraph in enumerate(paragraphs):
        is_last = number == len(paragraphs) - 1
        spans = _spans(body, paragraph.start(), paragraph.end(), places)
        for order, (start, end) in enumerate(spans):
            told = tuple(fact for at, fact in places if start <= at < end)
            if number == 0:
                rule = Rule.GREETING
            elif is_last:
                rule = Rule.SIGNATURE
            else:
                left = len(paragraphs) - _OUTER_PARAGRAPHS - number
                rule = _rule(body[start:end], told, order, (number, left), complaint=complaint)
            found.append(Sentence(start, end, rule, told))
    return tuple(found)


def _rule(
    text: str,
    told: tuple[StatedFact, ...],
    order: int,
    place: tuple[int, int],
    *,
    complaint: bool,
) -> Rule:
    """The rule behind a sentence of the body; `place` counts paragraphs from both ends."""
    names = {fact.name for fact in told}
    from_start, from_end = place
    if _WAIT in names:
        return Rule.LATE
    if _STEP.match(text):
        return Rule.STEPS
    if complaint and from_start == 1:
        return Rule.REGRET if order == 0 else Rule.RESPONSIBILITY
    if from_end == 0 and not names & _PROMISES:
        return Rule.CLOSING
    if not names & _PROMISES and any(fact.source is Source.PARCEL for fact in told):
        return Rule.FACTS
    return Rule.REMEDY if complaint or names & _PROMISES else Rule.ANSWER


def _spans(
    body: str, start: int, end: int, places: Sequence[tuple[int, StatedFact]]
) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph; a full stop within a fact, as in a name, ends none."""
    for line in _LINE.finditer(body, start, end):
        begun: int | None = None
        for sentence in _SENTENCE.finditer(body, line.start(), line.end()):
            begun = sentence.start() if begun is None else begun
            stop = sentence.start() + len(sentence.group().rstrip())
            if any(at < stop < at + len(fact.words) for at, fact in places):
                continue
            yield begun, stop
            begun = None
        if begun is not None:
            yield begun, line.end()


def _places(
    body: str, stated: Sequence[tuple[str, str]], facts: ReplyFacts
) -> Iterator[tuple[int, StatedFact]]:
    """Where each stated fact stands; they were written from the beginning to the end."""
    known = facts.known()
    cursor = 0
    for name, words in stated:
        at = body.find(words, cursor)
        if at >= 0 and name in known:
            cursor = at
            yield at, StatedFact(name, words, known[name].source)
