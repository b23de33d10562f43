"""How heated the seller writes herself, 0 to 3, by what the tone check finds (S1-15, S2-05)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from ..language.disguise import SIGNS
from .checker import check
from .context import CheckContext
from .finding import Finding, ToneReport
from .rules import rule_book

CALM: Final = 0
ANNOYED: Final = 1
ANGRY: Final = 2
FURIOUS: Final = 3

_THREAT: Final = "threat"
_INSULT: Final = "insult_or_profanity"
_SARCASM: Final = "sarcasm"
_CAPITALS: Final = "shouting.capitals"
_REPROACHES: Final = frozenset(
    {"blame_customer", "imply_customer_lies", "condescension", "defensive", "policy_hiding"}
)
_REPEATED: Final = 2  # places with insults in one text
_SHOUTED_SENTENCE: Final = 3  # words in capitals
_LOUD_END: Final = re.compile(r"[^.!?…\n]*(?:!|\?{2}|\?!)")
_STOPS: Final = ".!?…"  # one of these ends an insult that is a sentence of its own
_WORD: Final = re.compile(rf"[\w{re.escape(SIGNS)}]+")


def own_heat(text: str, language: str | None = None) -> int:
    """The heat of what the seller writes: calm, annoyed, angry or furious.

    What she quotes, signs with, states of the order, and the titles of books don't count.
    """
    return own_heat_of(check(text, CheckContext(language=language)), text)


def own_heat_of(report: ToneReport, text: str) -> int:
    """The heat of a text whose report is there already.

    What she has set aside with a reason counts as well: the reason is for the letter, and the
    heat is hers.
    """
    words = rule_book(report.language).words
    found = [finding for finding in report.findings if finding.span is not None]
    insults = [finding for finding in found if finding.category == _INSULT]
    if any(finding.category == _THREAT for finding in found):
        return FURIOUS
    if _places(insults, text) >= _REPEATED or _is_heavy(insults, words["heat"]["heavy"].split()):
        return FURIOUS
    capitals = [finding.text for finding in found if finding.rule == _CAPITALS]
    if insults or _is_shouted(capitals, frozenset(words["capitals"]["stressed"].split())):
        return ANGRY
    if capitals or any(_is_annoyed(finding, text) for finding in found):
        return ANNOYED
    return CALM


def _places(insults: Sequence[Finding], text: str) -> int:
    """How many insults there are, those in one breath ("you stupid idiot") counted as one."""
    spans = [insult.span for insult in insults if insult.span is not None]
    breaks = (
        text[one.end : other.start].strip(" ,") or text[one.end - 1] in _STOPS
        for one, other in pairwise(spans)
    )
    return bool(spans) + sum(1 for between in breaks if between)


def _is_heavy(insults: Iterable[Finding], stems: Iterable[str]) -> bool:
    said = [word for insult in insults for word in _words(insult.text)]
    return any(_begins_with(word, stem) for stem in stems for word in said)


def _begins_with(word: str, stem: str) -> bool:
    """Whether a word begins so; behind its first letter a sign stands for any other."""
    return (
        len(word) >= len(stem)
        and word[0] == stem[0]
        and all(word[at] == letter or word[at] in SIGNS for at, letter in enumerate(stem))
    )


def _is_shouted(capitals: Iterable[str], stressed: frozenset[str]) -> bool:
    """Whether whole sentences are in capitals; names and addresses hold no stressed word."""
    said = [word for run in capitals for word in _words(run)]
    return len(said) >= _SHOUTED_SENTENCE and not stressed.isdisjoint(said)


def _is_annoyed(finding: Finding, text: str) -> bool:
    if finding.category == _SARCASM:
        return True
    return (
        finding.category in _REPROACHES
        and finding.span is not None
        and _LOUD_END.match(text, finding.span.end) is not None
    )


def _words(text: str) -> list[str]:
    return [word.casefold().replace("ё", "е") for word in _WORD.findall(text)]
