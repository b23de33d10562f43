"""What the tone check says of a reply."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple


class Severity(Enum):
    """How much a finding weighs (PRODUCT D8)."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


class Span(NamedTuple):
    """A stretch of the given text, in characters; `end` is behind the last one."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether both have a character in common."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Look:
    """A stretch that looks wrong, the rule it breaks, and what to put in its place."""

    rule: str
    category: str
    span: Span
    repair: str | None = None


@dataclass(frozen=True, slots=True)
class Lack:
    """Something that the letter as a whole does not do, or does too much of."""

    rule: str
    category: str
    severity: Severity = Severity.WARNING


@dataclass(frozen=True, slots=True)
class Finding:
    """One place, or the letter as a whole, that should be said otherwise.

    Attributes:
        rule: the id of the rule, stable over versions.
        category: one of the categories of COMMANDS, "blame_customer", "excuse", ...
        span: None where the finding is about the whole letter.
        message: why, in one sentence, in the language of the letter.
        repair: the text to put in place of the span, or None; "" takes the span out.
        is_liftable: the seller may set it aside with a reason (D8).
    """

    rule: str
    category: str
    severity: Severity
    span: Span | None
    text: str
    message: str
    repair: str | None = None
    is_liftable: bool = True


@dataclass(frozen=True, slots=True)
class Apology:
    """The sentence that earns each of the three R's, None where it is missing."""

    regret: Span | None
    responsibility: Span | None
    remedy: Span | None

    @property
    def is_whole(self) -> bool:
        """All three are there."""
        return None not in (self.regret, self.responsibility, self.remedy)


@dataclass(frozen=True, slots=True)
class ToneReport:
    """All that the check found in one text; findings in the order of the text."""

    language: str
    findings: tuple[Finding, ...]
    apology: Apology

    @property
    def is_blocked(self) -> bool:
        """An error stands: the reply may not be held (D8)."""
        return any(f.severity is Severity.ERROR for f in self.findings)
