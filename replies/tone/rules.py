"""The rules of the tone check, read from resources/tone/<language>/*.toml and checked.

A rule without its reason, source, three examples that must and three that must not match is
refused: the examples are its tests.
"""

from __future__ import annotations

import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import Any, Final

from ..language.detect import DEFAULT_LANGUAGE
from .finding import Severity
from .patterns import Match, Phrases

RULE_LANGUAGES: Final = ("en", "ru")
_EXAMPLES_AT_LEAST: Final = 3
ERROR_CATEGORIES: Final = frozenset(
    {
        "insult_or_profanity", "threat", "unfilled_placeholder", "fact_conflict",
        "private_data_leak", "channel_rule",
    }
)  # fmt: skip
_ADVICE_CATEGORIES: Final = frozenset({"late_unowned", "house_rule", "spelling"})
CATEGORIES: Final = (
    frozenset(
        {
            "blame_customer", "conditional_apology", "hedged_or_weak_apology", "excuse", "cliche",
            "displaced_responsibility", "missing_regret", "missing_responsibility",
            "missing_remedy", "missing_steps", "vague_promise", "sarcasm", "shouting",
            "condescension", "policy_hiding", "unsolicited_first_name", "too_long",
            "imply_customer_lies", "defensive", "missing_attachment",
        }
    )
    | ERROR_CATEGORIES
    | _ADVICE_CATEGORIES
)  # fmt: skip


class RuleError(ValueError):
    """The rule data is wrong; the message names the file, the rule and what it lacks."""


class Reach(Enum):
    """How far around a match an act is looked for."""

    SENTENCE = "sentence"
    NEAR = "near"  # the sentence and its two neighbours
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the tone check, as data.

    Attributes:
        source: the requirement it comes from, "S1-10".
        repair: what to put in place; "" takes the words out, None: no repair.
        leave_out: the repair is to leave the sentence out, where it does nothing else.
        excepts: patterns that, overlapping a match, take it back.
        unless: patterns that, anywhere in the sentence, take a match back.
        unless_acts: acts that, within `reach`, take a match back.
        needs_acts: acts of which one must stand within `reach`.
        in_complaint: only in the answer to a complaint.
        widen: the finding marks the whole sentence.
    """

    id: str
    category: str
    severity: Severity
    source: str
    reason: str
    patterns: tuple[str, ...]
    must: tuple[str, ...]
    must_not: tuple[str, ...]
    repair: str | None = None
    excepts: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unless_acts: frozenset[str] = frozenset()
    needs_acts: frozenset[str] = frozenset()
    reach: Reach = Reach.SENTENCE
    in_complaint: bool = False
    widen: bool = False
    leave_out: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a sentence does: regret, own, promise, ...

    Attributes:
        excepts: patterns that, overlapping a match, take it back.
    """

    name: str
    patterns: tuple[str, ...]
    must: tuple[str, ...]
    must_not: tuple[str, ...]
    excepts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleBook:
    """The rules, acts and classes of one language, with all their patterns in one trie."""

    language: str
    rules: Mapping[str, Rule]
    acts: Mapping[str, Act]
    words: Mapping[str, Mapping[str, str]]
    phrases: Phrases


EXCEPT: Final = "except:"
UNLESS: Final = "unless:"
ACT: Final = "act:"


def standing(matches: Iterable[Match]) -> list[Match]:
    """The matches in a sentence that no exception of their rule, act or cue takes back."""
    kept: list[Match] = []
    taken_back: dict[str, list[tuple[int, int]]] = {}
    silenced: set[str] = set()
    for match in matches:
        if match.owner.startswith(EXCEPT):
            taken_back.setdefault(match.owner.removeprefix(EXCEPT), []).append(match.whole)
        elif match.owner.startswith(UNLESS):
            silenced.add(match.owner.removeprefix(UNLESS))
        else:
            kept.append(match)
    barred = {owner: _Stretches(spans) for owner, spans in taken_back.items()}
    return [
        match
        for match in kept
        if match.owner not in silenced
        and not (match.owner in barred and barred[match.owner].touch(*match.whole))
    ]


class _Stretches:
    """Stretches of a text, asked in less than linear time whether one of them overlaps another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._furthest = list(accumulate((end for _, end in ordered), max))

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them overlaps this one."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._furthest[before - 1] > start


def ruled_language(language: str) -> str:
    """The language itself, or English where it has no rules of its own."""
    return language if language in RULE_LANGUAGES else RULE_LANGUAGES[0]


def rule_book(language: str) -> RuleBook:
    """The rules of a language; those of English where it has none of its own.

    Raises:
        RuleError: the data is wrong.
    """
    return _rule_book(ruled_language(language))


@lru_cache(maxsize=len(RULE_LANGUAGES))
def _rule_book(language: str) -> RuleBook:
    return read_rule_book(language, read_tables(language, "reply_"))


@lru_cache(maxsize=len(RULE_LANGUAGES))
def acronyms(language: str) -> frozenset[str]:
    """The words that are capitals by nature; in every language those of English too."""
    tables = read_tables(ruled_language(language), "reply_words")
    own = frozenset(tables["reply_words.toml"]["words"]["capitals"]["acronyms"].split())
    return own if language == DEFAULT_LANGUAGE else own | acronyms(DEFAULT_LANGUAGE)


def read_tables(language: str, prefix: str) -> dict[str, dict[str, Any]]:
    """The parsed data files of a language by name: its classes and those with the prefix."""
    folder = files("softanswer.resources") / "tone" / language
    names = sorted(e.name for e in folder.iterdir() if e.name.endswith(".toml"))
    chosen = [n for n in names if n.startswith(prefix) or n == "classes.toml"]
    return {n: tomllib.loads((folder / n).read_text("utf-8")) for n in chosen}


def read_rule_book(language: str, tables: Mapping[str, Mapping[str, Any]]) -> RuleBook:
    """Check the parsed data and build the book.

    Raises:
        RuleError: a rule or act is not whole, or two rules share an id.
    """
    rules: dict[str, Rule] = {}
    acts: dict[str, Act] = {}
    classes: dict[str, list[str]] = {}
    words: dict[str, dict[str, str]] = {}
    for name, table in tables.items():
        classes.update(table.get("classes", {}))
        words.update(table.get("words", {}))
        for raw in table.get("rule", ()):
            rule = _rule(raw, name)
            if rules.setdefault(rule.id, rule) is not rule:
                raise RuleError(f"{name}: two rules are called {rule.id}.")
        for raw in table.get("act", ()):
            act = _act(raw, name)
            acts[act.name] = act
    return RuleBook(
        language, rules, acts, words, Phrases(language, classes, _patterns(rules, acts))
    )


def _patterns(rules: Mapping[str, Rule], acts: Mapping[str, Act]) -> Iterable[tuple[str, str]]:
    for rule in rules.values():
        yield from ((rule.id, p) for p in rule.patterns)
        yield from ((EXCEPT + rule.id, p) for p in rule.excepts)
        yield from ((UNLESS + rule.id, p) for p in rule.unless)
    for act in acts.values():
        yield from ((ACT + act.name, p) for p in act.patterns)
        yield from ((EXCEPT + ACT + act.name, p) for p in act.excepts)


def _rule(raw: Mapping[str, Any], file_name: str) -> Rule:
    where = f"{file_name}: rule {raw.get('id', '(without id)')}"
    for key in ("id", "category", "severity", "source", "reason", "patterns"):
        if not raw.get(key):
            raise RuleError(f"{where} has no {key}.")
    if raw["category"] not in CATEGORIES:
        raise RuleError(f"{where} has an unknown category, {raw['category']}.")
    severity = Severity(raw["severity"])
    if (raw["category"] in ERROR_CATEGORIES) is not (severity is Severity.ERROR):
        raise RuleError(f"{where} has a severity that its category does not allow (D8).")
    must, must_not = examples_of(raw, where)
    return Rule(
        id=raw["id"],
        category=raw["category"],
        severity=severity,
        source=raw["source"],
        reason=raw["reason"],
        patterns=tuple(raw["patterns"]),
        must=must,
        must_not=must_not,
        repair=raw.get("repair"),
        excepts=tuple(raw.get("except", ())),
        unless=tuple(raw.get("unless", ())),
        unless_acts=frozenset(raw.get("unless_acts", ())),
        needs_acts=frozenset(raw.get("needs_acts", ())),
        reach=Reach(raw.get("reach", "sentence")),
        in_complaint=raw.get("in_complaint", False),
        widen=raw.get("widen", False),
        leave_out=raw.get("leave_out", False),
    )


def _act(raw: Mapping[str, Any], file_name: str) -> Act:
    where = f"{file_name}: act {raw.get('name', '(without name)')}"
    if not raw.get("name") or not raw.get("patterns"):
        raise RuleError(f"{where} needs a name and patterns.")
    must, must_not = examples_of(raw, where)
    return Act(raw["name"], tuple(raw["patterns"]), must, must_not, tuple(raw.get("except", ())))


def examples_of(raw: Mapping[str, Any], where: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a rule, act or cue must match and must not.

    Raises:
        RuleError: there are fewer than three of either; `where` names whose.
    """
    must, must_not = tuple(raw.get("must", ())), tuple(raw.get("must_not", ()))
    if min(len(must), len(must_not)) < _EXAMPLES_AT_LEAST:
        raise RuleError(f"{where} needs three examples that must and three that must not match.")
    return must, must_not
