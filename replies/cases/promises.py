"""What a reply promises that the shop will do, and by which day (PRODUCT S1-08). Pure.

A sentence counts where we promise something of the future; a wish, an offer, a question, what is
done already and what the customer is to do count for nothing. Which words promise is data, in
resources/tone/*/promise_acts.toml.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Final

from ..language.tokens import TokenKind
from ..tone.letter import Letter, Part, Passage, read_letter
from ..tone.patterns import Match
from ..tone.rules import ACT, RuleBook, read_rule_book, read_tables, ruled_language, standing
from ..tone.titles import masked_starts
from .due_days import NamedDay, days_in
from .promise import Promise

_PLEDGE: Final = ACT + "pledge"
_PLAN: Final = ACT + "plan"
_CONDITION: Final = ACT + "condition"
_SAME_DAY: Final = ACT + "same day"
_CHOICE: Final = ACT + "choice"
_NUMBER: Final = re.compile(r"\s*\d{1,2}[.)]\s")
_AROUND: Final = " \t\n,;:—–-"
_STOPS: Final = frozenset(":;—–")
_JOINING: Final = frozenset({"and", "but", "и", "а", "но"})


def promises_in(text: str, language: str, on: date) -> tuple[Promise, ...]:
    """The promises of a reply, in its order; quoted text and the order's block are passed over.

    Args:
        on: the day on which the reply goes out, where the seller is.
    """
    letter = read_letter(text, ruled_language(language))
    found = (
        promise
        for passage, is_option in _with_options(letter)
        if passage.part is Part.BODY and not _is_question(passage)
        for promise in _promises_of(passage, letter, on)
        if promise.due is not None or not is_option
    )
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=2)
def _book(language: str) -> RuleBook:
    return read_rule_book(language, read_tables(language, "promise_acts"))


def _with_options(letter: Letter) -> Iterator[tuple[Passage, bool]]:
    """The sentences, and whether each is one of several that the customer chooses among.

    What she may choose is offered; only a day that is named with it binds.
    """
    is_choice = False
    for passage in letter.body:
        line = letter.text.rfind("\n", 0, passage.start) + 1
        is_choice = is_choice and _NUMBER.match(letter.text, line, passage.end) is not None
        yield passage, is_choice
        is_choice |= any(m.owner == _CHOICE for m in _found_in(passage, letter))


def _is_question(passage: Passage) -> bool:
    return any("?" in token.raw for token in passage.sentence.tokens[-2:])


def _promises_of(passage: Passage, letter: Letter, on: date) -> Iterator[Promise]:
    found = _found_in(passage, letter)
    starts = sorted({m.whole[0] for m in found if m.owner in {_PLEDGE, _PLAN}})
    firm = {m.whole[0] for m in found if m.owner == _PLEDGE}
    conditions = [m for m in found if m.owner == _CONDITION]
    foreign = _foreign(passage, found)

    def due(start: int, end: int) -> date | None:
        days = days_in(letter.text[start:end], letter.language, on)
        own = (d for d in days if not any(a <= start + d.start < b for a, b in foreign))
        return _binding(d for d in own if not (conditions and d.is_length))

    for start, end in _stretches(passage, starts, due):
        day = due(start, end)
        is_firm = any(start <= at < end for at in firm)
        if not is_firm and day is None and not passage.does("date", "event"):
            continue
        if conditions and day is None and not passage.does("remedy"):
            continue
        first = next(at for at in starts if start <= at)
        lead = letter.text[start:first]
        is_apart = not conditions and _opens_anew(lead) and due(start, first) is None
        yield Promise(_tidy(letter.text[first if is_apart else start : end]), day)


def _found_in(passage: Passage, letter: Letter) -> list[Match]:
    masked = frozenset(masked_starts(passage.sentence, letter.masked))
    return standing(_book(letter.language).phrases.find(passage.sentence, masked))


def _foreign(passage: Passage, found: Sequence[Match]) -> list[tuple[int, int]]:
    """The stretches whose days are not ours: conditions, unless we act on that very day."""
    if any(m.owner == _SAME_DAY for m in found):
        return []
    stops = [t.start for t in passage.sentence.tokens if t.kind is TokenKind.SOFT]
    return [
        (start, max(end, next((stop for stop in stops if stop > start), passage.end)))
        for start, end in (m.whole for m in found if m.owner == _CONDITION)
    ]


def _stretches(
    passage: Passage, starts: Sequence[int], due: Callable[[int, int], date | None]
) -> Iterator[tuple[int, int]]:
    """The sentence, cut before each promise that has another day than the one before it."""
    if not starts:
        return
    cuts = [passage.start]
    for here, following in pairwise([*starts, passage.end]):
        before, own = due(cuts[-1], here), due(here, following)
        if here != starts[0] and None not in (before, own) and before != own:
            cuts.append(here)
    yield from pairwise([*cuts, passage.end])


def _binding(days: Iterable[NamedDay]) -> date | None:
    """The day that counts of those named: a limit before a mere day, the first of each."""
    return next((day.day for day in sorted(days, key=lambda day: not day.is_limit)), None)


def _opens_anew(lead: str) -> bool:
    """Whether what stands before a promise is a statement of its own: "..., and", "...:"."""
    words = lead.split()
    if not words:
        return False
    is_joined = words[-1].lower() in _JOINING and words[-2:][0].endswith(",")
    return is_joined or words[-1][-1] in _STOPS


def _tidy(stretch: str) -> str:
    """The words on one line, without what joined them to the rest of their sentence."""
    words = stretch.strip(_AROUND).split()
    while words and words[-1].strip(_AROUND).lower() in _JOINING:
        words.pop()
    line = " ".join(words).rstrip(_AROUND)
    return line[:1].upper() + line[1:]
