"""What the value of a field means; one that is not understood is searched as it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ...mailbox.search_terms import folded, has_word
from ...mailbox.sentence import Sentence
from ..cases.case import MAX_HEAT
from .days import Days, Facing, day_names, days_of, longest_days
from .query import (
    EVERYTHING,
    DueIn,
    HeatIs,
    Number,
    NumberKind,
    Overdue,
    Place,
    Query,
    Since,
    Text,
    Until,
    disjunction,
)
from .vocabulary import OVERDUE, WEEK, Field, folded_name, is_russian, value_names, values_named

_PLACES: Final = {
    Field.SUBJECT: Place.SUBJECT,
    Field.FROM: Place.SENDER,
    Field.TO: Place.RECIPIENT,
}
_NUMBERS: Final = {
    Field.ORDER: NumberKind.ORDER,
    Field.ISBN: NumberKind.ISBN,
    Field.TRACKING: NumberKind.TRACKING,
}
_HEAT: Final = re.compile(r"(?:(>=|<=|>|<|=)?([0-9]{1,2})|([0-9]{1,2})\.\.([0-9]{1,2}))")
_NAMED: Final = 8  # values that are named; the field offers them all
_WEEK: Final = timedelta(days=6)  # and today


@dataclass(frozen=True, slots=True)
class Value:
    """What stands behind the colon of a field."""

    text: str
    is_quoted: bool
    goes_on: bool


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a field with its value means.

    Attributes:
        said: what was not understood, None where all was.
        words: how many words the value took.
    """

    query: Query
    said: Sentence | None = None
    words: int = 1


def meaning(field: Field, name: str, value: Value, ahead: list[str], today: date) -> Meaning:
    """Read the value of a field.

    Args:
        name: the field as it was typed.
        ahead: the words from here on, since a day may take several.
    """
    if not has_word(folded(value.text)):
        said = _NEEDS_VALUE.format(name=name, known=_known(field, name))
        return Meaning(EVERYTHING, said)
    if field in _PLACES:
        place = _PLACES[field]
        return Meaning(Text(value.text, place, exact=value.is_quoted, prefix=value.goes_on))
    if field in _NUMBERS:
        return Meaning(Number(_NUMBERS[field], value.text.rstrip("*")))
    if field in _DAY_FIELDS:
        found = _days_meaning(field, value, ahead, today)
    elif field is Field.HEAT:
        found = _heat_meaning(value.text)
    else:
        found = _named_meaning(field, value.text)
    return found or _not_understood(field, name, value)


def examples(field: Field, language: str) -> tuple[str, ...]:
    """Values of a field that a seller may choose from."""
    if field is Field.HEAT:
        return (">=2", *map(str, range(MAX_HEAT + 1)))
    if field in {Field.BEFORE, Field.AFTER}:
        return tuple(day_names(language, Facing.BACK))
    if field is Field.DUE:
        place = int(language == "ru")
        week = WEEK[place]
        return (OVERDUE[-place], *day_names(language, Facing.AHEAD), week)
    return value_names(field, language)


def _days_meaning(field: Field, value: Value, ahead: list[str], today: date) -> Meaning | None:
    if field is Field.DUE:
        if folded_name(value.text) in OVERDUE:
            return Meaning(Overdue())
        if folded_name(value.text) in WEEK:
            return Meaning(DueIn(today, today + _WEEK))
        if value.text.startswith("<"):
            within = days_of(value.text.lstrip("<="), today, Facing.AHEAD)
            return None if within is None else Meaning(DueIn(today, within.last))
    facing = Facing.AHEAD if field is Field.DUE else Facing.BACK
    words = 1
    first, dots, last = value.text.partition("..")
    if dots:
        begin, end = days_of(first, today, facing), days_of(last, today, facing)
        days = Days(begin.first, end.last) if begin and end else None
    elif value.is_quoted:
        days = days_of(value.text, today, facing)
    else:
        found = longest_days(ahead, today, facing)
        days, words = found or (days_of(value.text, today, facing), 1)
    return None if days is None else Meaning(_DAY_FIELDS[field](days), words=words)


_DAY_FIELDS: Final[Mapping[Field, Callable[[Days], Query]]] = {
    Field.DUE: lambda days: DueIn(days.first, days.last),
    Field.AFTER: lambda days: Since(days.first),
    Field.BEFORE: lambda days: Until(days.first),
}


def _heat_meaning(text: str) -> Meaning | None:
    hit = _HEAT.fullmatch(text.replace("≥", ">=").replace("≤", "<="))
    if hit is None:
        return None
    sign, number, least, most = hit.groups()
    if number is None:
        bounds = int(least), int(most)
    else:
        heat = int(number)
        bounds = {
            ">=": (heat, MAX_HEAT),
            ">": (heat + 1, MAX_HEAT),
            "<=": (0, heat),
            "<": (0, heat - 1),
        }.get(sign or "=", (heat, heat))
    if not 0 <= bounds[0] <= bounds[1] <= MAX_HEAT:
        return None
    return Meaning(HeatIs(*bounds))


def _named_meaning(field: Field, text: str) -> Meaning | None:
    """One value, or several with commas; a beginning stands for all that begin so."""
    parts = [values_named(field, part) for part in text.split(",") if part.strip()]
    if not parts or not all(parts):
        return None
    return Meaning(disjunction([leaf for part in parts for leaf in part]))


def _not_understood(field: Field, name: str, value: Value) -> Meaning:
    text = f"{name}:{value.text}"
    said = _UNKNOWN_VALUE.format(piece=text, name=name, known=_known(field, name))
    return Meaning(Text(text, exact=value.is_quoted, prefix=value.goes_on), said)


def _known(field: Field, name: str) -> str:
    """What a field takes, in words, its values in the language of its name."""
    if field in _TAKES:
        return _TAKES[field]
    names = value_names(field, "ru" if is_russian(name) else "en")
    return ", ".join([*names[:_NAMED], *["…"] * (len(names) > _NAMED)])


_NEEDS_VALUE: Final = Sentence("Search", "“{name}:” waits for {known}.")
_UNKNOWN_VALUE: Final = Sentence(
    "Search", "“{piece}” is searched as it stands: “{name}:” takes {known}."
)
_NUMBER_TAKEN: Final = Sentence("Search", "a number or its beginning")
_DAY_TAKEN: Final = Sentence("Search", "a day, such as 2026-11-01, 7d, yesterday, last week")
_TAKES: Final[Mapping[Field, Sentence]] = {
    Field.FROM: Sentence("Search", "a name or an address"),
    Field.TO: Sentence("Search", "a name or an address"),
    Field.SUBJECT: Sentence("Search", "words of the subject"),
    Field.ORDER: _NUMBER_TAKEN,
    Field.ISBN: _NUMBER_TAKEN,
    Field.TRACKING: _NUMBER_TAKEN,
    Field.HEAT: Sentence("Search", "0 to 3, also >=2 and <2"),
    Field.DUE: Sentence("Search", "overdue, today, tomorrow, week, or a day"),
    Field.BEFORE: _DAY_TAKEN,
    Field.AFTER: _DAY_TAKEN,
}
