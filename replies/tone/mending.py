"""Repairs of a finding: what to put where, each proved by checking the letter with it.

The check itself offers rewordings that rules name. Here a sentence at fault may be replaced by a
step or left out, what a letter lacks is put in, and a promise gets a day; the seller confirms that
day by taking it. A repair is offered only where its finding goes, no other warning comes, nothing
that earns one of the three R's is lost, and no figure, title or name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from ..language.tokens import TokenKind
from ..orders.business_days import DeliveryCalendar, add_delivery_days
from .checker import check, letter_of
from .context import CheckContext
from .finding import Finding, Severity, Span, ToneReport
from .letter import Letter, Part, Passage
from .mending_words import DAY, MendingWords, words_for
from .rules import RULE_LANGUAGES

_DAYS_AHEAD: Final = (2, 3, 5)  # business days that are offered for a promise, the first by itself
_WEEKDAYS: Final = DeliveryCalendar()
_KEPT: Final = frozenset(
    {"remedy", "outcome", "step", "choice", "attaches", "own", "contact"}
)  # what a sentence does and may not be lost with it
_PROMISES: Final = ("promise", "contact", "remedy")
_FIRST_INSTEAD: Final = frozenset(
    {"blame_customer", "displaced_responsibility", "imply_customer_lies", "policy_hiding"}
)  # in their place something can be said
_NO_DEED: Final = "vague.no-deed"  # a day would make "we'll find something" no better
_APOLOGIES: Final = frozenset({"conditional_apology", "hedged_or_weak_apology"})
_NAMELESS: Final = frozenset({"displaced_responsibility", "private_data_leak"})
_SCORN: Final = frozenset({"insult_or_profanity", "threat", "sarcasm", "imply_customer_lies"})
_NAMED: Final = re.compile(r"(?<=[\w,] )(?!ISBN)(?:[A-ZА-ЯЁ][a-zа-яё]|[A-ZА-ЯЁ]{2})")
_STOP: Final = re.compile(r"\s*[.!?…]*\Z")
_BROKEN: Final = re.compile(r"[.!?…]\s?[,;:]|[,;:]\s*[,;:.!?]|\(\s*\)|(?m:^)\s*[,;:.!?]")
_FEWEST_WORDS: Final = 3  # of a clause that stands alone


@dataclass(frozen=True, slots=True)
class Repair:
    """What to put in place of a stretch of the letter; an empty stretch is an insertion.

    Attributes:
        day: by which it promises something, None where it does not.
        day_words: how `text` says that day.
    """

    span: Span
    text: str
    day: date | None = None
    day_words: str = ""

    @property
    def said(self) -> str:
        """Its words for a button, without the capital of those behind; "" where it has none."""
        words = self.text.strip()
        before, _, last = words.rpartition(" ")
        return before if len(last) == 1 and (not before or before[-1] in ".!?") else words

    def applied(self, text: str) -> str:
        """The letter with it."""
        return text[: self.span.start] + self.text + text[self.span.end :]


def repairs_of(
    text: str, finding: Finding, context: CheckContext, today: date, report: ToneReport
) -> tuple[Repair, ...]:
    """The ways to mend a finding, the best first: one, or one for each day that may be promised.

    Args:
        today: the day on which the reply is written, where the seller is.
        report: what the check says of the text.
    """
    if report.language not in RULE_LANGUAGES:
        return ()
    letter = letter_of(text, context)
    days = [add_delivery_days(today, count, _WEEKDAYS) for count in _DAYS_AHEAD]
    words = words_for(text, report.language)
    for repair in _candidates(finding, letter, context, words):
        dated = _dated(repair, words, days)
        if dated and _is_better(dated[0].applied(text), text, finding, context, report):
            return dated
    return ()


def _dated(repair: Repair, words: MendingWords, days: list[date]) -> tuple[Repair, ...]:
    if DAY not in repair.text:
        return (repair,)
    said = [words.day(day) for day in days]
    return tuple(
        replace(
            repair, text=repair.text.replace(DAY, words_of_day), day=day, day_words=words_of_day
        )
        for day, words_of_day in zip(days, said, strict=True)
    )


def _is_better(
    mended: str, text: str, finding: Finding, context: CheckContext, before: ToneReport
) -> bool:
    """Whether the finding is gone, and nothing that was right is wrong now."""
    if len(_BROKEN.findall(mended)) > len(_BROKEN.findall(text)):
        return False
    after = check(mended, context)
    if _count(after, finding.rule) >= _count(before, finding.rule):
        return False
    if _heavy(after) - _heavy(before):
        return False
    lights = ("regret", "responsibility", "remedy")
    return not any(
        getattr(before.apology, name) and not getattr(after.apology, name) for name in lights
    )


def _count(report: ToneReport, rule: str) -> int:
    return sum(finding.rule == rule for finding in report.findings)


def _heavy(report: ToneReport) -> Counter[str]:
    return Counter(f.category for f in report.findings if f.severity is not Severity.ADVICE)


# --- what may be put where ------------------------------------------------------------------


def _candidates(
    finding: Finding, letter: Letter, context: CheckContext, words: MendingWords
) -> Iterator[Repair]:
    if finding.span is None:
        yield from _insertions(finding, letter, context, words)
        return
    wants_step = _wants_step(finding, letter)
    if finding.repair is not None and not (wants_step and finding.repair == ""):
        yield _closed_up(finding.span, finding.repair, letter.text)
    passage = next((p for p in letter.passages if _holds(p, finding.span)), None)
    if finding.category == "unfilled_placeholder":
        yield from _filled_in(finding.span, passage, letter, context, words)
        return
    if passage not in letter.body or finding.category == "shouting":
        return
    if finding.category == "vague_promise":
        yield from _with_a_day(finding, passage, letter, words)
    if finding.category != "private_data_leak":
        yield from _without_clause(finding, passage, letter, words)
    yield from _anew(finding, passage, letter, context, words)


def _holds(passage: Passage, span: Span) -> bool:
    return passage.start <= span.start < passage.end


def _with_a_day(
    finding: Finding, passage: Passage, letter: Letter, words: MendingWords
) -> Iterator[Repair]:
    """The promise as it is, with a day in place of vague words or at its end."""
    if not passage.does(*_PROMISES):
        return
    by_day = words.added("by_day")
    vague = words.vague.search(letter.text, passage.start, passage.end)
    if vague is not None:
        yield _day_at(Span(*vague.span()), passage, letter, by_day)
        return
    if finding.rule == _NO_DEED and not passage.does("contact"):
        return
    is_plain = not any(token.kind is TokenKind.SOFT for token in passage.sentence.tokens)
    if is_plain and words.joins.search(letter.text, passage.start, passage.end) is None:
        end = passage.start + _end_of(letter.text[passage.start : passage.end])
        yield Repair(Span(end, end), " " + by_day)


def _day_at(vague: Span, passage: Passage, letter: Letter, by_day: str) -> Repair:
    """The day in place of vague words, with the stops that it needs."""
    if vague.start == passage.start:
        by_day = by_day[:1].upper() + by_day[1:]
    if letter.language == "ru" and letter.text[vague.end + 1 : vague.end + 2].isalpha():
        by_day += ","  # behind "среды, 25 ноября"
    if letter.text[vague.start - 2 : vague.start] == ", ":
        return Repair(Span(vague.start - 2, vague.end), " " + by_day)
    return Repair(vague, by_day)


def _end_of(sentence: str) -> int:
    stop = _STOP.search(sentence)
    return stop.start() if stop else len(sentence)


def _without_clause(
    finding: Finding, passage: Passage, letter: Letter, words: MendingWords
) -> Iterator[Repair]:
    """The sentence without the clause at fault, where the other one can stand alone."""
    span = finding.span or Span(0, 0)
    for join in words.joins.finditer(letter.text, passage.start, passage.end):
        last = passage.start + _end_of(letter.text[passage.start : passage.end])
        if span.end <= join.start():
            cut, left = Span(passage.start, join.end()), letter.text[join.end() : last]
            repair = Repair(Span(cut.start, join.end() + 1), left[:1].upper())
        elif span.start >= join.end():
            cut, left = Span(join.start(), last), letter.text[passage.start : join.start()]
            repair = Repair(cut, "")
        else:
            continue
        if len(left.split()) >= _FEWEST_WORDS and _may_go(cut, finding, passage, letter):
            yield repair


def _anew(
    finding: Finding, passage: Passage, letter: Letter, context: CheckContext, words: MendingWords
) -> Iterator[Repair]:
    """Another sentence in place of the one at fault, or none."""
    whole = passage.span
    if not _may_go(whole, finding, passage, letter):
        return
    category = finding.category
    if category in _APOLOGIES or (category == "cliche" and passage.does("regret")):
        yield Repair(whole, words.owed("regret", context.kind))
    sentences = [s for s in words.instead(category) if s.partition(DAY)[0] not in letter.text]
    fresh = [Repair(whole, sentence) for sentence in sentences]
    if passage.does("regret") and category not in _SCORN:
        sorry = words.owed("regret", context.kind)
        fresh += [Repair(whole, f"{sorry} {sentence}") for sentence in sentences]
    left_out = [_closed_up(whole, "", letter.text)] if len(letter.body) > 1 else []
    is_fresh_first = _wants_step(finding, letter) or category == "vague_promise"
    yield from (*fresh, *left_out) if is_fresh_first else (*left_out, *fresh)


def _wants_step(finding: Finding, letter: Letter) -> bool:
    """Whether a step says more than silence: the letter has no other that is sure."""
    return finding.category in _FIRST_INSTEAD and not any(p.does("remedy") for p in letter.body)


def _may_go(stretch: Span, finding: Finding, passage: Passage, letter: Letter) -> bool:
    """Whether nothing is lost with these words but what is at fault."""
    said = letter.text[stretch.start : stretch.end]
    if letter.is_masked(*stretch):
        return False
    if finding.category not in _NAMELESS and not said.isupper() and _NAMED.search(said):
        return False
    if finding.category != "private_data_leak" and any(map(str.isdigit, said)):
        return False
    return not any(
        match.whole[0] < stretch.end and stretch.start < match.whole[1]
        for name in _kept_of(finding.category, passage)
        for match in passage.acts.get(name, ())
    )


def _kept_of(category: str, passage: Passage) -> frozenset[str]:
    """What the sentence does that must not be lost; scorn does nothing that is meant."""
    if category in _SCORN:
        return frozenset({"choice", "outcome"})
    if category == "vague_promise":
        return _KEPT - {"contact"}
    kept = _KEPT | {"date", "event"} if passage.does(*_PROMISES) else _KEPT
    return kept if passage.does("ask", "remedy", "attaches") else kept - {"step"}


def _closed_up(span: Span, repair: str, text: str) -> Repair:
    """The repair; where words go out, one of the blanks around them goes as well."""
    start, end = span
    if repair:
        return Repair(span, repair)
    before, behind = text[start - 1 : start], text[end : end + 1]
    if before in {"", "\n"}:
        while behind in {" ", "\n"} and end < len(text):
            end += 1
            behind = text[end : end + 1]
        return Repair(Span(start, end), "")
    if before == " " and (behind in {" ", "\n", ""} or behind in ".,;:!?)…"):
        start -= 1
    return Repair(Span(start, end), "")


def _filled_in(
    span: Span,
    passage: Passage | None,
    letter: Letter,
    context: CheckContext,
    words: MendingWords,
) -> Iterator[Repair]:
    """The field with what it asks for, where that is known or hers to choose."""
    what = words.field(letter.text[span.start : span.end])
    if what == "name" and context.customer_signed:
        yield Repair(span, context.customer_signed)
    elif what == "day" and passage is not None and passage.does(*_PROMISES):
        yield Repair(span, DAY)


# --- what the letter lacks ------------------------------------------------------------------


def _insertions(
    finding: Finding, letter: Letter, context: CheckContext, words: MendingWords
) -> Iterator[Repair]:
    if not letter.body:
        return
    first, last = letter.body[0].start, _place_of_remedy(letter)
    kinds = tuple(dict.fromkeys((context.kind, "")))
    match finding.rule:
        case "apology.no-regret":
            yield _before(letter, first, words.owed("regret", context.kind))
        case "late.unowned":
            yield _before(letter, first, words.added("waited"))
        case "apology.no-responsibility":
            sorry = [p.end for p in letter.body if p.does("regret")]
            owned = [words.owed("responsibility", kind) for kind in kinds]
            yield from (
                _behind(sorry[0], s) if sorry else _before(letter, first, s) for s in owned
            )
        case "apology.no-remedy":
            yield from (_behind(last, words.owed("remedy", kind)) for kind in kinds)
        case "apology.no-steps":
            asks = [p.end for p in letter.body if p.does("ask")]
            yield _behind((asks or [last])[0], words.added("steps"))
        case "closing.no-appreciation":
            yield _behind(letter.body[-1].end, words.added("thanks"))
        case "brusque.curt" | "brusque.no-greeting":
            yield from _greetings(letter, context, words)


def _place_of_remedy(letter: Letter) -> int:
    """Behind the last sentence that does more than to thank and to say good-bye."""
    passages = [p for p in letter.body if not p.does("warmth")]
    return (passages or letter.body)[-1].end


def _greetings(letter: Letter, context: CheckContext, words: MendingWords) -> Iterator[Repair]:
    start = next(p.start for p in letter.passages if p.part is not Part.GREETING)
    if context.customer_signed:
        named = words.added("greeting_by_name").replace("{name}", context.customer_signed)
        yield Repair(Span(start, start), named + "\n\n")
    yield Repair(Span(start, start), words.added("greeting") + "\n\n")


def _before(letter: Letter, place: int, sentence: str) -> Repair:
    first = letter.text[place : place + 1]
    if not first.islower():
        return Repair(Span(place, place), sentence + " ")
    return Repair(Span(place, place + 1), f"{sentence} {first.upper()}")


def _behind(place: int, sentence: str) -> Repair:
    return Repair(Span(place, place), " " + sentence)
