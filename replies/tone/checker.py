"""The tone check: what a reply should say otherwise, where, why, and how.

`check` is pure and safe to call from any thread. The rules of a language are loaded at its first
use; `warm_up` does that ahead of time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ..language.detect import language_of
from . import address_form, apology, channel, facts, private, surface
from .context import CheckContext
from .finding import Apology, Finding, Look, Severity, Span, ToneReport
from .letter import Letter, Part, Passage, read_letter
from .manners import manners_lacking
from .patterns import Match
from .repairs import with_repairs
from .rules import ERROR_CATEGORIES, RULE_LANGUAGES, Reach, Rule, RuleBook, rule_book

# A reply of that length is a mistake in itself, which too_long says.
_READ_AT_MOST: Final = 20_000  # characters
_MOST_WORDS: Final = re.compile(r"(?:\s*+\S++){0,1500}+")
_LIFTABLE_ERRORS: Final = frozenset({"insult_or_profanity", "threat"})  # they rest on words (D8)


def warm_up(languages: Iterable[str] = RULE_LANGUAGES) -> None:
    """Load the rules and word forms, so that the first check is as quick as the others."""
    for language in languages:
        check(
            "Sorry, it comes on Monday. Извините, книга придёт в понедельник.",
            CheckContext(language=language),
        )


def check(text: str, context: CheckContext = CheckContext()) -> ToneReport:  # noqa: B008 - frozen
    """Everything that the reply should say otherwise, in the order of the text."""
    read = _what_is_read(text)
    language = context.language or language_of(read)
    if language not in RULE_LANGUAGES:
        return ToneReport(language, (), Apology(None, None, None))
    book = rule_book(language)
    letter = read_letter(read, language, _titles(context))
    spotted = _resolved([*_by_rules(letter, book, context), *_by_look(letter, book, context)])
    spotted = with_repairs(spotted, letter, book.rules)
    lacks = [
        Finding(lack.rule, lack.category, lack.severity, None, "", _reason(book, lack.rule))
        for lack in (
            *apology.lacks_of(letter, context, tuple(spotted)),
            *manners_lacking(letter, context),
        )
    ]
    return ToneReport(language, (*spotted, *lacks), apology.apology_of(letter, tuple(spotted)))


def letter_of(text: str, context: CheckContext) -> Letter:
    """The reply as the check takes it apart."""
    read = _what_is_read(text)
    return read_letter(read, context.language or language_of(read), _titles(context))


def _what_is_read(text: str) -> str:
    """The beginning of a text that is looked at; a hostile one has many short words."""
    found = _MOST_WORDS.match(text, 0, _READ_AT_MOST)
    return text if found is None or found.end() == len(text) else text[: found.end()]


def rules_matching(text: str, context: CheckContext = CheckContext()) -> frozenset[str]:  # noqa: B008
    """The ids of all rules that match the text, those included that another one covers."""
    language = context.language or language_of(text)
    letter = read_letter(text, language, _titles(context))
    return frozenset(f.rule for f in _by_rules(letter, rule_book(language), context))


def _titles(context: CheckContext) -> tuple[str, ...]:
    return tuple(line.title for line in context.order.items) if context.order else ()


def _reason(book: RuleBook, rule: str) -> str:
    return book.words["reasons"][rule]


# --- findings by rules ---------------------------------------------------------------------


def _by_rules(letter: Letter, book: RuleBook, context: CheckContext) -> Iterator[Finding]:
    body = [p for p in letter.passages if p.part is not Part.BLOCK]
    for index, passage in enumerate(body):
        for match in passage.matches:
            rule = book.rules[match.owner]
            if rule.in_complaint and not context.complaint:
                continue
            if _acts_allow(rule, body, index):
                yield _finding(letter, passage, rule, match)
    if context.complaint:
        for look in apology.undated_promises(letter):
            yield _spotted(letter, book, look)


def _acts_allow(rule: Rule, body: list[Passage], index: int) -> bool:
    if not rule.unless_acts and not rule.needs_acts:
        return True
    around = {
        Reach.SENTENCE: body[index : index + 1],
        Reach.NEAR: body[max(0, index - 1) : index + 2],
        Reach.LETTER: body,
    }[rule.reach]
    if rule.unless_acts and any(p.does(*rule.unless_acts) for p in around):
        return False
    return not rule.needs_acts or any(p.does(*rule.needs_acts) for p in around)


def _finding(letter: Letter, passage: Passage, rule: Rule, match: Match) -> Finding:
    start, end = (passage.start, passage.end) if rule.widen else match.marked
    template = rule.repair if match.repair is None else match.repair
    return Finding(
        rule.id,
        rule.category,
        rule.severity,
        Span(start, end),
        letter.text[start:end],
        rule.reason,
        None if template is None else _filled(template, match, letter.text, start),
        rule.severity is not Severity.ERROR or rule.category in _LIFTABLE_ERRORS,
    )


def _filled(template: str, match: Match, text: str, start: int) -> str:
    """The repair with what the pattern kept, in capitals where it opens a sentence."""
    repair = template
    for name, first, last in match.captured:
        repair = repair.replace("{" + name + "}", text[first:last])
    opens = text[start : start + 1].isupper() and text[start : start + 2] not in {"I ", "I'"}
    return repair[:1].upper() + repair[1:] if opens else repair


def _spotted(letter: Letter, book: RuleBook, look: Look) -> Finding:
    severity = Severity.ERROR if look.category in ERROR_CATEGORIES else Severity.WARNING
    return Finding(
        look.rule,
        look.category,
        severity,
        look.span,
        letter.text[look.span.start : look.span.end],
        _reason(book, look.rule),
        look.repair,
        severity is not Severity.ERROR or look.category in _LIFTABLE_ERRORS,
    )


def _by_look(letter: Letter, book: RuleBook, context: CheckContext) -> Iterator[Finding]:
    open_fields = tuple(surface.placeholders(letter))
    for look in (
        *open_fields,
        *surface.shouts(letter, _capitals(context), book.words["capitals"], open_fields),
        *surface.scare_quotes(letter),
        *surface.swearing_signs(letter),
        *address_form.first_names(letter, context.customer_signed),
        *private.leaks(letter, context),
        *facts.conflicts(letter, context),
        *channel.forbidden(letter, context.channel),
    ):
        yield _spotted(letter, book, look)


def _capitals(context: CheckContext) -> frozenset[str]:
    """Words that are in capitals by nature here: of the titles and the shop's names."""
    names = (*context.own_names, *_titles(context))
    return frozenset(word for name in names for word in name.split() if word.isupper())


# --- one word for one place ------------------------------------------------------------------

# Where warnings of several categories lie on one place, the first of these speaks alone.
_RANKED: Final = (
    "sarcasm", "imply_customer_lies", "displaced_responsibility", "blame_customer",
    "condescension", "policy_hiding", "hedged_or_weak_apology", "defensive", "excuse",
    "conditional_apology", "vague_promise", "cliche",
)  # fmt: skip
_RANKS: Final = {category: rank for rank, category in enumerate(_RANKED)}


def _resolved(findings: list[Finding]) -> list[Finding]:
    """The findings in order, without those that another one covers or speaks for.

    Where a rule finds several at one place, those that can be mended stand for the others.
    """
    mended = {(f.rule, _start(f)) for f in findings if f.repair is not None}
    wanted = (f for f in findings if f.repair is not None or (f.rule, _start(f)) not in mended)
    ordered = sorted(wanted, key=lambda f: (_start(f), -_end(f)))
    kept: list[Finding] = []
    outspoken: set[int] = set()
    open_ones: list[Finding] = []  # that reach behind the start of the present one
    for finding in ordered:
        open_ones = [other for other in open_ones if _end(other) > _start(finding)]
        if any(other.category == finding.category for other in open_ones):
            continue
        if any(_speaks_for(other, finding) for other in open_ones):
            continue
        silent = {id(other) for other in open_ones if _speaks_for(finding, other)}
        outspoken |= silent
        open_ones = [other for other in open_ones if id(other) not in silent]
        kept.append(finding)
        open_ones.append(finding)
    return [finding for finding in kept if id(finding) not in outspoken]


def _speaks_for(one: Finding, other: Finding) -> bool:
    """Whether the other one may stay unsaid: a warning about words, and of the lesser weight."""
    if other.severity is not Severity.WARNING or other.category not in _RANKS:
        return False
    if one.severity is Severity.ERROR and one.category in _LIFTABLE_ERRORS:
        return True
    return one.category in _RANKS and _RANKS[one.category] < _RANKS[other.category]


def _start(finding: Finding) -> int:
    return finding.span.start if finding.span else -1


def _end(finding: Finding) -> int:
    return finding.span.end if finding.span else -1
