"""What a template sees of the facts: the known ones, written down when cited, and the unknown.

The filters stand here too, since they are how a fact becomes words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import wraps
from typing import Any, Final, TypeVar

from ..errors import MissingFactError
from ..language import formatting
from ..language.formatting import Money, Unit
from .facts import FACT_NAMES, FactValue, ReplyFacts
from .particulars import as_words

T = TypeVar("T")

MAX_STATEMENTS: Final = 200  # that are kept one by one; no letter has as many


@dataclass(slots=True)
class Ledger:
    """What one rendering cited, in its words, and what it looked for in vain.

    Attributes:
        stated: each statement in its order: (name of the fact, the words that stand there).
        gap_words: what stands in a gap, by the name of the fact; None where none may be left.
        gaps: the facts in whose place a gap was left.
    """

    language: str
    today: date
    cited: dict[str, str] = field(default_factory=dict)
    stated: list[tuple[str, str]] = field(default_factory=list)
    lacking: set[str] = field(default_factory=set)
    gap_words: Mapping[str, str] | None = None
    gaps: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Known:
    """A known fact: true, comparable, and written down when it is cited."""

    name: str
    value: FactValue
    ledger: Ledger

    def __eq__(self, other: object) -> bool:
        return self.value == other

    def __hash__(self) -> int:
        return hash(self.name)

    def __lt__(self, other: Any) -> bool:  # noqa: ANN401 - a constant of the template
        return bool(self.value < other)

    def __le__(self, other: Any) -> bool:  # noqa: ANN401 - a constant of the template
        return bool(self.value <= other)

    def __gt__(self, other: Any) -> bool:  # noqa: ANN401 - a constant of the template
        return bool(self.value > other)

    def __ge__(self, other: Any) -> bool:  # noqa: ANN401 - a constant of the template
        return bool(self.value >= other)

    def stated(self, words: str, written: str | None = None) -> str:
        """The words, after they are written down as the statement of this fact.

        Args:
            written: how they stand in the letter, where that differs.
        """
        if len(self.ledger.stated) < MAX_STATEMENTS:
            self.ledger.stated.append((self.name, written or words))
        before = self.ledger.cited.get(self.name)
        if before is None:
            self.ledger.cited[self.name] = words
        elif words not in before:
            self.ledger.cited[self.name] = f"{before}, {words}"
        return words


@dataclass(slots=True, eq=False)
class Unknown:
    """A fact that is not known: false, a gap where it is stated, else an error."""

    name: str
    ledger: Ledger

    def __bool__(self) -> bool:
        self.ledger.lacking.add(self.name)
        return False

    def gap(self) -> str:
        """What stands in its place, for the seller to fill in.

        Raises:
            MissingFactError: nothing may be left to fill in.
        """
        if self.ledger.gap_words is None:
            raise MissingFactError(self.name)
        self.ledger.lacking.add(self.name)
        if self.name not in self.ledger.gaps:
            self.ledger.gaps.append(self.name)
        return f"[{self.ledger.gap_words.get(self.name, self.name.replace('_', ' '))}]"

    def _fail(self, *_: object) -> bool:
        raise MissingFactError(self.name)

    __eq__ = __lt__ = __le__ = __gt__ = __ge__ = _fail
    __hash__ = object.__hash__


def values_of(facts: ReplyFacts, ledger: Ledger) -> dict[str, Known | Unknown]:
    """Every fact by its name, as a template sees it."""
    known = facts.known()
    return {
        name: Known(name, known[name].value, ledger) if name in known else Unknown(name, ledger)
        for name in FACT_NAMES
    }


def cited_plainly(value: object) -> object:
    """What `{{ name }}` writes: a text or a whole number; other facts need a filter."""
    if isinstance(value, Unknown):
        return value.gap()
    if not isinstance(value, Known):
        return value
    if isinstance(value.value, str | int):
        return value.stated(str(value.value))
    raise TypeError(f"the fact '{value.name}' needs a filter, such as |date or |money")


def _or_gap(write: Callable[[object], str]) -> Callable[[object], str]:
    """The filter, which leaves a gap where the fact is not known."""

    @wraps(write)
    def words(fact: object) -> str:
        return fact.gap() if isinstance(fact, Unknown) else write(fact)

    return words


def _known(fact: object, kind: type[T]) -> tuple[Known, T]:
    if not isinstance(fact, Known) or not isinstance(fact.value, kind):
        raise TypeError(f"this filter does not go with the fact '{getattr(fact, 'name', fact)}'")
    return fact, fact.value


def _day(write: Callable[[date, str, date], str]) -> Callable[[object], str]:
    def words(fact: object) -> str:
        known, value = _known(fact, date)
        day = value.date() if isinstance(value, datetime) else value
        return known.stated(write(day, known.ledger.language, known.ledger.today))

    return words


def _counted(unit: Unit) -> Callable[[object], str]:
    def words(fact: object) -> str:
        known, count = _known(fact, int)
        return known.stated(formatting.counted(count, unit, known.ledger.language))

    return words


def _time(fact: object) -> str:
    known, moment = _known(fact, datetime)
    return known.stated(formatting.time_of_day(moment, known.ledger.language))


def _money(fact: object) -> str:
    known, amount = _known(fact, Money)
    return known.stated(formatting.money(amount, known.ledger.language))


def _quoted(fact: object) -> str:
    known, title = _known(fact, str)
    in_marks = formatting.quoted(title, known.ledger.language)
    known.stated(title, in_marks)
    return in_marks


def _named(fact: object) -> str:
    known, keys = _known(fact, str)
    return known.stated(as_words(known.name, keys, known.ledger.language))


def _plural(fact: object, *forms: str) -> str:
    """The form of a word that goes with a number; the number itself is not written."""
    if isinstance(fact, Unknown):
        fact.gap()
        return forms[-1]
    known, count = _known(fact, int)
    return formatting.plural(count, forms, known.ledger.language)


FILTERS: Final[Mapping[str, Callable[..., str]]] = {
    "date": _or_gap(_day(formatting.day_month)),
    "day_date": _or_gap(_day(formatting.weekday_day_month)),
    "by_date": _or_gap(_day(formatting.until_day)),
    "on_date": _or_gap(_day(formatting.on_day)),
    "time": _or_gap(_time),
    "money": _or_gap(_money),
    "quoted": _or_gap(_quoted),
    "named": _or_gap(_named),
    "days": _or_gap(_counted(Unit.DAY)),
    "business_days": _or_gap(_counted(Unit.BUSINESS_DAY)),
    "plural": _plural,
}
"""What a template can do with a fact, by the names it uses behind "|"."""

FILTER_TAKES: Final[Mapping[str, type[FactValue]]] = {
    "date": date, "day_date": date, "by_date": date, "on_date": date, "time": datetime,
    "money": Money, "quoted": str, "named": str, "days": int, "business_days": int, "plural": int,
}  # fmt: skip
"""The kind of fact that each of them goes with; a moment is a day, too."""
