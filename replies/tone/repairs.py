"""Taking words out so that what is left reads well: their stop, and the capital behind them.

A repair must change no fact. So only words without figures and titles go, and a whole sentence
only where it does nothing but hurt.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from .finding import Finding, Span
from .letter import Letter, Passage
from .rules import Rule

# Who reads a sentence with one of these loses something when it goes.
_WORTH_KEEPING: Final = (
    "regret", "own", "outcome", "remedy", "contact", "promise", "date", "event", "step", "ask",
    "choice", "attaches", "warmth", "waited",
)  # fmt: skip
_WIDENED_AT_MOST: Final = 2  # times as long as what was found
_STOP_BEFORE: Final = re.compile(r"\s*[,;:—–-]\s*\Z")
_STOP_BEHIND: Final = re.compile(r"\s*[,;:—–]\s*")
_ENDS: Final = re.compile(r"\s*(?:[.!?…]+|\Z)")
_NAMED: Final = re.compile(r"(?<=[\w,] )(?:[A-ZА-ЯЁ][a-zа-яё]|[A-ZА-ЯЁ]{2})")


def with_repairs(
    findings: Sequence[Finding], letter: Letter, rules: Mapping[str, Rule]
) -> list[Finding]:
    """The findings, those mended by leaving words out with all that has to go with these."""
    mended = (_mended(finding, findings, letter, rules) for finding in findings)
    return list({(f.rule, f.span): f for f in mended}.values())


def _mended(
    finding: Finding, findings: Sequence[Finding], letter: Letter, rules: Mapping[str, Rule]
) -> Finding:
    rule = rules.get(finding.rule)
    if rule is None or finding.span is None:
        return finding
    passage = _sentence_of(finding.span, letter)
    if passage is None:
        return finding
    if finding.repair == "":
        return _taken_out(finding, _going_together(finding, findings, letter), passage, letter)
    if finding.repair is None and rule.leave_out:
        others = (f.span for f in findings if f.span is not None and f is not finding)
        is_alone = not any(passage.span.overlaps(span) for span in others)
        if is_alone and _is_idle(finding.span, passage, letter):
            return _marking(finding, passage.span, "", letter)
    return finding


def _going_together(finding: Finding, findings: Sequence[Finding], letter: Letter) -> Span:
    """The span, with those beside it that go as well and from which only a stop divides it."""
    start, end = finding.span or (0, 0)
    for other in findings:
        if other.rule != finding.rule or other.repair != "" or other.span is None:
            continue
        if other.span.end <= start and _STOP_BEHIND.fullmatch(letter.text, other.span.end, start):
            start = other.span.start
        elif end <= other.span.start and _STOP_BEHIND.fullmatch(
            letter.text, end, other.span.start
        ):
            end = other.span.end
    return Span(start, end)


def _sentence_of(span: Span, letter: Letter) -> Passage | None:
    for passage in letter.body:
        if passage.start <= span.start and span.end <= passage.end:
            return passage
    return None


def _is_idle(span: Span, passage: Passage, letter: Letter) -> bool:
    """Whether the sentence does nothing but hurt, and the letter has others."""
    said = letter.text[passage.start : passage.end]
    return (
        len(letter.body) > 1
        and not passage.does(*_WORTH_KEEPING)
        and passage.end - passage.start <= _WIDENED_AT_MOST * (span.end - span.start)
        and not any(map(str.isdigit, said))
        and _NAMED.search(said) is None
        and not letter.is_masked(passage.start, passage.end)
    )


def _taken_out(finding: Finding, span: Span, passage: Passage, letter: Letter) -> Finding:
    """The finding over all that goes with its words: a stop beside them, or their sentence."""
    if any(map(str.isdigit, letter.text[span.start : span.end])):
        return replace(finding, repair=None)
    cut = _cut(span, passage, letter.text)
    if cut is not None:
        return _marking(finding, *cut, letter)
    if _is_idle(span, passage, letter):
        return _marking(finding, passage.span, "", letter)
    return replace(finding, repair=None)


def _cut(span: Span, passage: Passage, text: str) -> tuple[Span, str] | None:
    """What to replace by what, so that the rest of the sentence reads well; None: nothing does."""
    ends = _ENDS.match(text, span.end, passage.end)
    closes = ends is not None and ends.end() == passage.end
    behind = None if closes else _STOP_BEHIND.match(text, span.end, passage.end)
    before = _STOP_BEFORE.search(text, passage.start, span.start)
    if span.start == passage.start and closes:
        return passage.span, ""
    if span.start == passage.start and behind:
        end = behind.end()
        return Span(span.start, end + 1), text[end : end + 1].upper()
    if before and behind:
        return Span(before.start(), behind.end()), " "
    if before and closes:
        return Span(before.start(), span.end), ""
    is_inside = span.start > passage.start and not closes
    return (span, "") if is_inside else None


def _marking(finding: Finding, span: Span, repair: str, letter: Letter) -> Finding:
    return replace(finding, span=span, text=letter.text[span.start : span.end], repair=repair)
