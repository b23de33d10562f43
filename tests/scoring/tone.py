"""Score the recogniser and the tone check on the labelled sets of tests/data/tone (TONE 5).

    python -P tests/scoring/tone.py [--set dev|blind|fresh|unseen|unseen4|acts|...] [--list]

A reply counts as found in a category where a warning or an error of it stands; advice counts for
nothing. The share of clean replies with an alarm stands beside every recall, as a check that finds
all by crying always is worth nothing. Each of the sets but the first was written before the rules
were read or after they were changed; only its first figure, in docs/architecture.md, is an honest
one, as the rules have been looked at beside it since. Those held out are not listed until others
stand in their place.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from softanswer.replies.cases.case import MAX_HEAT, CaseKind, Judgement
from softanswer.replies.cases.triage import judge_text
from softanswer.replies.tone.checker import check
from softanswer.replies.tone.context import CheckContext
from softanswer.replies.tone.fault import Fault
from softanswer.replies.tone.finding import Finding, Severity
from softanswer.replies.tone.mending import repairs_of

DATA: Final = Path(__file__).resolve().parents[1] / "data" / "tone"
REPLIES: Final = {
    "acts": ("acts/replies_en.jsonl", "acts/replies_ru.jsonl"),
    "dev": ("replies.jsonl",),
    "blind": ("blind_en.jsonl", "blind_ru.jsonl"),
    "fresh": ("fresh_en.jsonl", "fresh_ru.jsonl"),
    "held_out": ("held_out/replies_en.jsonl", "held_out/replies_ru.jsonl"),
    "held_out2": ("held_out2/replies_en.jsonl", "held_out2/replies_ru.jsonl"),
    "held_out3": ("held_out3/replies_en.jsonl", "held_out3/replies_ru.jsonl"),
    "unseen2": ("unseen2/replies_en.jsonl", "unseen2/replies_ru.jsonl"),
    "unseen3": ("unseen3/replies_en.jsonl", "unseen3/replies_ru.jsonl"),
    "unseen": ("unseen/replies_en.jsonl", "unseen/replies_ru.jsonl"),
}
LETTERS: Final = {
    "dev": ("letters.jsonl",),
    "held_out3": ("held_out3/letters.jsonl",),
    "unseen": ("unseen/letters.jsonl",),
    "unseen3": ("unseen3/letters.jsonl",),
    "unseen4": ("unseen4/letters.jsonl",),
}
SETS: Final = tuple(sorted(REPLIES.keys() | LETTERS.keys()))
CLOSED: Final = frozenset({"held_out", "held_out2", "held_out3"})
RULED: Final = ("en", "ru")
_TODAY: Final = date(2026, 11, 23)
_SPAN_TIMES: Final = 3  # a finding that marks more than three times the fault points at nothing
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Count:
    """What was found rightly, wrongly, and not at all."""

    hit: int = 0
    false: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right; 1 where nothing was found."""
        return self.hit / (self.hit + self.false) if self.hit + self.false else 1.0

    @property
    def recall(self) -> float:
        """Of what is there, the share that was found; 1 where nothing is."""
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        whole = 2 * self.hit + self.false + self.missed
        return 2 * self.hit / whole if whole else 1.0

    def __add__(self, other: Count) -> Count:
        return Count(self.hit + other.hit, self.false + other.false, self.missed + other.missed)


@dataclass(frozen=True, slots=True)
class ReplyScore:
    """How the tone check did on some replies."""

    categories: dict[str, Count]
    replies: int
    clean: int
    clean_alarms: int
    faulty_found: int
    spans: int
    spans_right: int

    @property
    def alarm_rate(self) -> float:
        """The share of clean replies with any warning or error."""
        return self.clean_alarms / self.clean if self.clean else 0.0

    @property
    def found_rate(self) -> float:
        """The share of faulty replies with any warning or error."""
        faulty = self.replies - self.clean
        return self.faulty_found / faulty if faulty else 1.0

    @property
    def micro(self) -> Count:
        """All categories together."""
        return sum(self.categories.values(), Count())

    @property
    def macro_f1(self) -> float:
        """The mean F1 over the categories."""
        return mean([count.f1 for count in self.categories.values()])

    @property
    def span_rate(self) -> float:
        """The share of right findings whose span lies on the fault and is not much longer."""
        return self.spans_right / self.spans if self.spans else 1.0

    def over(self, categories: Iterable[str]) -> Count:
        """Some of the categories together."""
        return sum((self.categories.get(name, Count()) for name in categories), Count())


@dataclass(frozen=True, slots=True)
class LetterScore:
    """How the recogniser did on some letters."""

    letters: int
    complaint: Count
    no_complaint: Count
    kinds: dict[str, Count]
    confused: Counter[tuple[str, str]]
    heats: tuple[tuple[int, int], ...]
    orders_right: int

    @property
    def kind_accuracy(self) -> float:
        """The share of letters whose kind is right."""
        return sum(count.hit for count in self.kinds.values()) / self.letters

    @property
    def kind_macro_f1(self) -> float:
        """The mean F1 over the kinds."""
        return mean([count.f1 for count in self.kinds.values()])

    @property
    def heat_exact(self) -> float:
        """The share of letters whose heat is right."""
        return mean([float(real == told) for real, told in self.heats])

    @property
    def heat_within_one(self) -> float:
        """The share whose heat is right or next to it."""
        return mean([float(abs(real - told) <= 1) for real, told in self.heats])

    @property
    def heat_kappa(self) -> float:
        """Cohen's kappa with quadratic weights."""
        real, told = (Counter(side) for side in zip(*self.heats, strict=True))
        seen = sum((a - b) ** 2 for a, b in self.heats)
        chance = sum(
            real[a] * told[b] * (a - b) ** 2
            for a in range(MAX_HEAT + 1)
            for b in range(MAX_HEAT + 1)
        ) / len(self.heats)
        return 1 - seen / chance if chance else 1.0

    @property
    def hot(self) -> Count:
        """Whether the heat is 2 or more."""
        return tally((real >= 2, told >= 2) for real, told in self.heats)

    @property
    def orders(self) -> float:
        """The share of letters whose order numbers are exactly those labelled."""
        return self.orders_right / self.letters


def mean(values: Sequence[float]) -> float:
    """The arithmetic mean; 1 of nothing."""
    return sum(values) / len(values) if values else 1.0


def tally(pairs: Iterable[tuple[bool, bool]]) -> Count:
    """Count pairs of (is so, was found)."""
    seen = Counter(pairs)
    return Count(seen[True, True], seen[False, True], seen[True, False])


def rows_of(*names: str) -> list[Row]:
    """The labelled rows of these files."""
    return [
        json.loads(line)
        for name in names
        for line in (DATA / name).read_text(encoding="utf-8").splitlines()
    ]


def of_language(rows: Iterable[Row], language: str) -> list[Row]:
    """The rows of one language."""
    return [row for row in rows if row["language"] == language]


def context_of(row: Row) -> CheckContext:
    """What the check is told beside the text, as `softanswer check` would tell it."""
    asks = {CaseKind.QUESTION.value, CaseKind.PRAISE.value, CaseKind.OTHER.value}
    fault = Fault(row["at_fault"])
    return CheckContext(
        language=row["language"],
        complaint=fault is not Fault.NONE and row["kind"] not in asks,
        kind=row["kind"],
        heat=row["heat"],
        at_fault=fault,
        customer_signed=row["customer_signed"],
        their_text=row["context"],
    )


def heavy_findings(row: Row) -> list[Finding]:
    """The warnings and errors of a reply."""
    found = check(row["text"], context_of(row)).findings
    return [finding for finding in found if finding.severity is not Severity.ADVICE]


def labels_of(row: Row) -> set[str]:
    """The categories that a reply is labelled with."""
    return {label["category"] for label in row["labels"]}


def score_replies(rows: Sequence[Row]) -> ReplyScore:
    """Check each reply and compare with its labels."""
    categories: Counter[tuple[str, str]] = Counter()
    clean = alarms = caught = spans = right = 0
    for row in rows:
        findings = heavy_findings(row)
        found, real = {finding.category for finding in findings}, labels_of(row)
        clean += not real
        alarms += bool(found) and not real
        caught += bool(found) and bool(real)
        for name in found | real:
            outcome = "hit" if name in found & real else "false" if name in found else "missed"
            categories[name, outcome] += 1
        for fits in _span_fits(row, findings):
            spans += 1
            right += fits
    counts = {
        name: Count(*(categories[name, outcome] for outcome in ("hit", "false", "missed")))
        for name in sorted({name for name, _ in categories})
    }
    return ReplyScore(counts, len(rows), clean, alarms, caught, spans, right)


def _span_fits(row: Row, findings: Iterable[Finding]) -> Iterator[bool]:
    """Of each finding in a labelled category: lies it on a fault of it, and is it short enough."""
    for finding in findings:
        faults = [
            (label["start"], label["end"])
            for label in row["labels"]
            if label["category"] == finding.category and label["start"] is not None
        ]
        if finding.span is None or not faults:
            continue
        start, end = finding.span
        yield any(
            start < last and first < end and end - start <= _SPAN_TIMES * (last - first)
            for first, last in faults
        )


def mendable(rows: Iterable[Row]) -> tuple[int, int]:
    """Of how many warnings and errors a proved repair is offered, and of how many in all."""
    done = of = 0
    for row in rows:
        context = context_of(row)
        report = check(row["text"], context)
        for finding in heavy_findings(row):
            of += 1
            done += bool(repairs_of(row["text"], finding, context, _TODAY, report))
    return done, of


def score_letters(rows: Sequence[Row]) -> LetterScore:
    """Judge each letter and compare with its labels."""
    kinds: Counter[tuple[str, str]] = Counter()
    complaints: list[tuple[bool, bool]] = []
    heats: list[tuple[int, int]] = []
    orders = 0
    for row in rows:
        judgement = judge_text(row["subject"], row["body"])
        kinds[row["kind"], judgement.kind.value] += 1
        complaints.append((row["complaint"], judgement.complaint))
        heats.append((row["heat"], judgement.heat))
        orders += set(row["order_refs"]) == set(judgement.order_refs)
    names = sorted({name for pair in kinds for name in pair})
    return LetterScore(
        len(rows),
        tally(complaints),
        tally((not real, not told) for real, told in complaints),
        {name: _of_kind(kinds, name) for name in names},
        Counter({pair: n for pair, n in kinds.items() if pair[0] != pair[1]}),
        tuple(heats),
        orders,
    )


def _of_kind(kinds: Counter[tuple[str, str]], name: str) -> Count:
    hit = kinds[name, name]
    told = sum(n for (_, other), n in kinds.items() if other == name)
    real = sum(n for (other, _), n in kinds.items() if other == name)
    return Count(hit, told - hit, real - hit)


# --- what is printed ---------------------------------------------------------------------


def main() -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--set", choices=SETS, default="dev")
    parser.add_argument("--list", action="store_true", help="each row that came out otherwise")
    given = parser.parse_args()
    if given.set in CLOSED and given.list:
        parser.error("this set is not listed: what is tuned on it measures no more")
    letters, replies = rows_of(*LETTERS.get(given.set, ())), rows_of(*REPLIES.get(given.set, ()))
    if letters:
        _print_letters(letters)
    if replies:
        _print_replies(replies)
    if given.list:
        _list_letters(letters)
        _list_replies(replies)
    return 0


def _print_letters(rows: Sequence[Row]) -> None:
    languages = list(dict.fromkeys(row["language"] for row in rows))
    scores = {name: score_letters(of_language(rows, name)) for name in languages}
    scores["all"] = score_letters(rows)
    lines: dict[str, Callable[[LetterScore], float]] = {
        "complaint precision": lambda s: s.complaint.precision,
        "complaint recall": lambda s: s.complaint.recall,
        "complaint F1": lambda s: s.complaint.f1,
        "complaint macro-F1": lambda s: (s.complaint.f1 + s.no_complaint.f1) / 2,
        "kind accuracy": lambda s: s.kind_accuracy,
        "kind macro-F1": lambda s: s.kind_macro_f1,
        "heat exact": lambda s: s.heat_exact,
        "heat within one": lambda s: s.heat_within_one,
        "heat kappa": lambda s: s.heat_kappa,
        "heat >= 2, F1": lambda s: s.hot.f1,
        "order numbers exact": lambda s: s.orders,
    }
    print(f"{'letters':28}" + "".join(f"{name:>9}" for name in scores))
    print(f"{'':28}" + "".join(f"{score.letters:9}" for score in scores.values()))
    for name, value in lines.items():
        print(f"{name:28}" + "".join(f"{value(score):9.2f}" for score in scores.values()))
    confused = scores["all"].confused.most_common(12)
    print("kinds confused: " + "; ".join(f"{a} as {b} {n}" for (a, b), n in confused) + "\n")


def _print_replies(rows: Sequence[Row]) -> None:
    scores = {name: score_replies(of_language(rows, name)) for name in RULED}
    print("replies; a cell is recall / precision (labelled); clean ones with an alarm in the end")
    for name in sorted({name for score in scores.values() for name in score.categories}):
        cells = [_cell(score.categories.get(name, Count())) for score in scores.values()]
        print(f"{name:28}" + "".join(f"{cell:>22}" for cell in cells))
    lines: dict[str, Callable[[ReplyScore], str]] = {
        "all, recall / precision": lambda s: _cell(s.micro),
        "micro-F1 / macro-F1": lambda s: f"{s.micro.f1:.2f} / {s.macro_f1:.2f}",
        "faulty ones found": lambda s: f"{s.found_rate:.2f} ({s.replies - s.clean})",
        "span on the fault": lambda s: f"{s.span_rate:.2f} ({s.spans})",
        "clean ones with an alarm": lambda s: f"{s.alarm_rate:.2f} ({s.clean})",
    }
    print(f"{'':28}" + "".join(f"{name:>22}" for name in scores))
    for name, told in lines.items():
        print(f"{name:28}" + "".join(f"{told(score):>22}" for score in scores.values()))
    shares = [mendable(of_language(rows, name)) for name in RULED]
    cells = [f"{done / of if of else 1:.2f} ({of})" for done, of in shares]
    print(f"{'warnings with a repair':28}" + "".join(f"{cell:>22}" for cell in cells))
    print()


def _cell(count: Count) -> str:
    return f"{count.recall:.2f} / {count.precision:.2f} ({count.hit + count.missed})"


def _list_letters(rows: Iterable[Row]) -> None:
    for row in rows:
        told = judge_text(row["subject"], row["body"])
        wrong = _letter_differences(row, told)
        if wrong:
            print(f"{row['id']} {'; '.join(wrong)}\n    {row['body'][:160]!r}")


def _letter_differences(row: Row, told: Judgement) -> list[str]:
    pairs = {
        "complaint": (row["complaint"], told.complaint),
        "kind": (row["kind"], told.kind.value),
        "heat": (row["heat"], told.heat),
        "orders": (sorted(row["order_refs"]), sorted(told.order_refs)),
    }
    return [f"{name} {a} as {b}" for name, (a, b) in pairs.items() if a != b]


def _list_replies(rows: Iterable[Row]) -> None:
    for row in rows:
        findings, real = heavy_findings(row), labels_of(row)
        found = {finding.category for finding in findings}
        for finding in findings:
            if finding.category not in real:
                print(f"{row['id']} FALSE {finding.category} [{finding.rule}] {finding.text!r}")
        for label in row["labels"]:
            if label["category"] not in found:
                print(f"{row['id']} MISSED {label['category']} {label.get('text', '')!r}")


if __name__ == "__main__":
    sys.exit(main())
