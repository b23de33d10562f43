"""The days that a reply names, reckoned from the day it goes out: "by Friday", "до 25 ноября".

What words name a day is data, in resources/tone/*/promise_days.toml.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any, Final

from ..orders.business_days import DeliveryCalendar, add_delivery_days
from ..tone.rules import read_tables, ruled_language

_WEEK: Final = 7
_FRIDAY: Final = 4
_FORTNIGHT: Final = 14
_MONTH_DAYS: Final = 30  # "within a month" counts so
_DAY_HOURS: Final = 24
_CENTURY: Final = 2000
_MONTHS_IN_YEAR: Final = 12
_WEEKDAYS_ONLY: Final = DeliveryCalendar()
_LOOK_BACK: Final = 24  # characters before a day that may say that it is past
_NUMERIC: Final = (
    r"(?P<iy>20\d\d)-(?P<im>\d\d)-(?P<id>\d\d)"
    r"|(?P<nd>\d{1,2})\.(?P<nm>\d{1,2})(?:\.(?P<ny>20\d\d|\d\d))?(?![\d.]*\d)"
)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that a text names.

    Attributes:
        start: of its words in the text, in characters.
        is_limit: it is the last day on which something may happen ("by", "не позднее").
        is_length: it was named by the time until then ("within two days").
    """

    start: int
    day: date
    is_limit: bool
    is_length: bool


def days_in(text: str, language: str, on: date) -> tuple[NamedDay, ...]:
    """The days that lie ahead, today among them, and limits that are past, in their order.

    Args:
        on: the day from which "tomorrow" and "within two days" count.
    """
    calendar = _calendar(ruled_language(language))
    plain = text.lower().replace("ё", "е").replace("\u00a0", " ").replace("\n", " ")
    found = []
    for match in calendar.pattern.finditer(plain):
        if calendar.past.search(plain[max(0, match.start() - _LOOK_BACK) : match.start()]):
            continue
        day = _day_of(match, calendar, on)
        is_limit = match["limit"] is not None
        if day is not None and (day >= on or is_limit):
            found.append(NamedDay(match.start(), day, is_limit, match["unit"] is not None))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Calendar:
    """The words of one language, each with what it stands for."""

    pattern: re.Pattern[str]
    past: re.Pattern[str]
    words: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]]

    def meaning(self, table: str, said: str) -> str:
        """What stands in the data for these words."""
        return next(key for pattern, key in self.words[table] if pattern.fullmatch(said))


@lru_cache(maxsize=4)
def _calendar(language: str) -> _Calendar:
    data = read_tables(language, "promise_days")["promise_days.toml"]
    tables = ("near", "weekdays", "months", "numbers", "units", "ends")
    words = {
        name: tuple(
            (re.compile(phrase), key) for key, listed in data[name].items() for phrase in listed
        )
        for name in tables
    }
    return _Calendar(re.compile(_pattern(data)), re.compile(rf"\b{_any(data['past'])}\s+$"), words)


def _pattern(data: Mapping[str, Any]) -> str:
    def one_of(table: str) -> str:
        return _any(phrase for listed in data[table].values() for phrase in listed)

    weekday, month, number, unit = map(one_of, ("weekdays", "months", "numbers", "units"))
    count = rf"(?:\d{{1,3}}|{number})"
    span = data["span"]
    shapes = (
        rf"(?:{weekday},? )?(?:the )?(?P<d>\d{{1,2}}){data['day_of']} (?P<m>{month})\b"
        r"(?:,? (?P<y>20\d\d))?",
        rf"(?:{weekday},? )?(?P<m2>{month})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b"
        r"(?:,? (?P<y2>20\d\d))?",
        rf"(?:{weekday},? )?(?:{_NUMERIC})",
        rf"(?P<end>{one_of('ends')})",
        rf"{_any(span['before'])}(?:{count}{_any(span['ranges'])})?(?:(?P<n>{count}) )?"
        rf"(?P<unit>{unit})\b(?! {_any(span['relative'])}\b)",
        data["day_alone"],
        rf"(?:(?P<next>{_any(data['next'])}) )?(?P<weekday>{weekday})",
        rf"(?P<near>{one_of('near')})",
    )
    return rf"\b(?:(?P<limit>{_any(data['limit'])}) )?(?:{'|'.join(shapes)})(?!\w)"


def _any(phrases: Iterable[str]) -> str:
    longest_first = sorted(phrases, key=len, reverse=True)
    return f"(?:{'|'.join(longest_first)})"


def _day_of(match: re.Match[str], words: _Calendar, on: date) -> date | None:
    parts = match.groupdict()
    if parts["end"]:
        return _end(words.meaning("ends", parts["end"]), on)
    if parts["unit"]:
        said = parts["n"] or "1"
        count = int(said) if said.isdigit() else int(words.meaning("numbers", said))
        return _after(on, count, words.meaning("units", parts["unit"]))
    if parts["alone"]:
        return _next_numbered(int(parts["alone"]), on)
    if parts["weekday"]:
        day = int(words.meaning("weekdays", parts["weekday"]))
        return _weekday(day, on, is_next=parts["next"] is not None)
    if parts["near"]:
        return on + timedelta(days=int(words.meaning("near", parts["near"])))
    return _calendar_day(parts, words, on)


def _calendar_day(parts: Mapping[str, str | None], words: _Calendar, on: date) -> date | None:
    name = parts["m"] or parts["m2"]
    month = words.meaning("months", name) if name else parts["im"] or parts["nm"]
    day = parts["d"] or parts["d2"] or parts["id"] or parts["nd"]
    year = parts["y"] or parts["y2"] or parts["iy"] or parts["ny"]
    if month is None or day is None:
        return None
    years = [int(year) % _CENTURY + _CENTURY] if year else [on.year - 1, on.year, on.year + 1]
    days = [made for y in years if (made := _date(y, int(month), int(day))) is not None]
    return min(days, key=lambda made: abs(made - on), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    is_one = 1 <= month <= _MONTHS_IN_YEAR and 1 <= day <= monthrange(year, month)[1]
    return date(year, month, day) if is_one else None


def _next_numbered(number: int, on: date) -> date | None:
    """The next day of the month with a number; today counts."""
    for months in range(_MONTHS_IN_YEAR):
        years, month = divmod(on.month - 1 + months, _MONTHS_IN_YEAR)
        day = _date(on.year + years, month + 1, number)
        if day is not None and day >= on:
            return day
    return None


def _weekday(weekday: int, on: date, *, is_next: bool) -> date:
    """The day of that name which comes next; today counts, for the letter may have been held."""
    if is_next:
        return on + timedelta(days=_WEEK - on.weekday() + weekday)
    return on + timedelta(days=(weekday - on.weekday()) % _WEEK)


def _end(stretch: str, on: date) -> date:
    if stretch == "this_month":
        return date(on.year, on.month, monthrange(on.year, on.month)[1])
    monday = on - timedelta(days=on.weekday())
    if stretch == "next_week":
        return monday + timedelta(days=_WEEK + _FRIDAY)
    return max(on, monday + timedelta(days=_FRIDAY))


def _after(on: date, count: int, unit: str) -> date:
    if unit == "business_day":
        return add_delivery_days(on, count, _WEEKDAYS_ONLY)
    days = {
        "hour": count // _DAY_HOURS,
        "day": count,
        "week": count * _WEEK,
        "fortnight": count * _FORTNIGHT,
        "month": count * _MONTH_DAYS,
    }
    return on + timedelta(days=days[unit])
