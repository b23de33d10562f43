"""Days as they are typed: 2026-11-01, 7d, yesterday, last week, вчера, на прошлой неделе."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final

_MONTHS: Final = (
    ("jan", "янв"), ("feb", "фев"), ("mar", "мар"), ("apr", "апр"), ("may", "мая", "май"),
    ("jun", "июн"), ("jul", "июл"), ("aug", "авг"), ("sep", "сен"), ("oct", "окт"),
    ("nov", "ноя"), ("dec", "дек"),
)  # fmt: skip
_MONTH_WORD: Final = re.compile(
    r"jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    r"|янв(?:ар[ья])?|фев(?:рал[ья])?|мар(?:та?)?|апр(?:ел[ья])?|ма[йя]|июн[ья]?|июл[ья]?"
    r"|авг(?:уста?)?|сен(?:тябр[ья])?|окт(?:ябр[ья])?|ноя(?:бр[ья])?|дек(?:абр[ья])?"
)
_WEEKDAYS: Final = (
    ("mon", "monday", "пн", "понедельник"), ("tue", "tuesday", "вт", "вторник"),
    ("wed", "wednesday", "ср", "среда", "среду"), ("thu", "thursday", "чт", "четверг"),
    ("fri", "friday", "пт", "пятница", "пятницу"), ("sat", "saturday", "сб", "суббота", "субботу"),
    ("sun", "sunday", "вс", "воскресенье"),
)  # fmt: skip
_NEAR: Final = {
    "today": 0, "сегодня": 0, "yesterday": -1, "вчера": -1, "позавчера": -2,
    "tomorrow": 1, "завтра": 1, "послезавтра": 2,
}  # fmt: skip
_AWAY: Final = re.compile(
    r"(?P<count>[0-9]{1,5}) ?(?:(?P<d>d|days?|д|дн|день|дня|дней)|(?P<w>w|weeks?|н|нед|недел[юиь])"
    r"|(?P<m>m|months?|м|мес|месяц(?:а|ев)?)|(?P<y>y|years?|г|год(?:а)?|лет))(?: (?:ago|назад))?"
)
_PERIOD: Final = re.compile(
    r"(?:(?P<last>last|past|previous|прошл\w{2,3})|(?P<next>next|следующ\w{2})"
    r"|this|эт[ауоои]\w?|этой|этом)"
    r" (?:(?P<w>week|недел[яюеи])|(?P<m>month|месяц[еа]?)|(?P<y>year|год[ау]?))"
)
_ISO: Final = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_POINTED: Final = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})(?:\.([0-9]{4})?)?")
_NAMED: Final = re.compile(
    rf"(?:(?P<day>[0-9]{{1,2}}) )?(?P<month>{_MONTH_WORD.pattern})(?: (?P<day2>[0-9]{{1,2}}))?"
    r"(?: (?P<year>[0-9]{4}))?"
)
_LONGEST: Final = 4  # words of a day
_DECEMBER: Final = 12


class Facing(Enum):
    """Whether days without a year, and spans, lie behind today or ahead of it."""

    BACK = -1
    AHEAD = 1


@dataclass(frozen=True, slots=True)
class Days:
    """The days from the first to the last, both of them included."""

    first: date
    last: date


def days_of(text: str, today: date, facing: Facing = Facing.BACK) -> Days | None:
    """The days that a text names, None where it names none."""
    name = " ".join(text.casefold().replace("ё", "е").replace("_", " ").split())
    name = name.removeprefix("на ").removeprefix("в ")
    try:
        for read in (_near, _iso, _pointed, _away, _period, _weekday, _named_month):
            if (days := read(name, today, facing)) is not None:
                return days
        plain = name.replace("-", " ")
        return days_of(plain, today, facing) if plain != name else None
    except (ValueError, OverflowError):  # no such day, or none that a calendar holds
        return None


def longest_days(words: list[str], today: date, facing: Facing) -> tuple[Days, int] | None:
    """The days that the first of these words name, and how many words that takes."""
    for count in range(min(len(words), _LONGEST), 0, -1):
        days = days_of(" ".join(words[:count]), today, facing)
        if days is not None:
            return days, count
    return None


def day_names(language: str, facing: Facing) -> Iterator[str]:
    """Names of days that a seller may choose from."""
    if facing is Facing.AHEAD:
        yield from (("сегодня", "завтра") if language == "ru" else ("today", "tomorrow"))
    elif language == "ru":
        yield from ("сегодня", "вчера", "7д", "30д", "прошлая-неделя", "прошлый-месяц")
    else:
        yield from ("today", "yesterday", "7d", "30d", "last-week", "last-month")


def _near(name: str, today: date, _facing: Facing) -> Days | None:
    return _one(today + timedelta(days=_NEAR[name])) if name in _NEAR else None


def _iso(name: str, _today: date, _facing: Facing) -> Days | None:
    hit = _ISO.fullmatch(name)
    if hit is None:
        return None
    year, month, day = (int(part) if part else None for part in hit.groups())
    if year is None or month is None:
        return Days(date(year or 0, 1, 1), date(year or 0, _DECEMBER, 31))
    return _month(year, month) if day is None else _one(date(year, month, day))


def _pointed(name: str, today: date, facing: Facing) -> Days | None:
    hit = _POINTED.fullmatch(name)
    if hit is None:
        return None
    year = int(hit[3]) if hit[3] else None
    return _one(_nearest(int(hit[2]), int(hit[1]), year, today, facing))


def _away(name: str, today: date, facing: Facing) -> Days | None:
    hit = _AWAY.fullmatch(name)
    if hit is None:
        return None
    count = int(hit["count"]) * facing.value
    if hit["d"] or hit["w"]:
        other = today + timedelta(days=count * (7 if hit["w"] else 1))
    else:
        other = _months_on(today, count * (_DECEMBER if hit["y"] else 1))
    return Days(min(today, other), max(today, other))


def _period(name: str, today: date, _facing: Facing) -> Days | None:
    hit = _PERIOD.fullmatch(name)
    if hit is None:
        return None
    step = -1 if hit["last"] else 1 if hit["next"] else 0
    if hit["w"]:
        monday = today + timedelta(days=7 * step - today.weekday())
        return Days(monday, monday + timedelta(days=6))
    if hit["y"]:
        return Days(date(today.year + step, 1, 1), date(today.year + step, _DECEMBER, 31))
    first = _months_on(today.replace(day=1), step)
    return _month(first.year, first.month)


def _weekday(name: str, today: date, facing: Facing) -> Days | None:
    for number, names in enumerate(_WEEKDAYS):
        if name in names:
            away = (number - today.weekday()) * facing.value % 7
            return _one(today + timedelta(days=away * facing.value))
    return None


def _named_month(name: str, today: date, facing: Facing) -> Days | None:
    hit = _NAMED.fullmatch(name.replace(",", ""))
    if hit is None or (hit["day"] and hit["day2"]):
        return None
    month = next(n for n, begins in enumerate(_MONTHS, 1) if hit["month"].startswith(begins))
    year = int(hit["year"]) if hit["year"] else None
    day = hit["day"] or hit["day2"]
    first = _nearest(month, int(day or 1), year, today, facing)
    return _one(first) if day else _month(first.year, first.month)


def _nearest(month: int, day: int, year: int | None, today: date, facing: Facing) -> date:
    """The day of this year, or of the one before or after it where it should lie the other way."""
    if year is not None:
        return date(year, month, day)
    found = date(today.year, month, day)
    if facing is Facing.BACK and found > today:
        return date(today.year - 1, month, day)
    if facing is Facing.AHEAD and found < today:
        return date(today.year + 1, month, day)
    return found


def _months_on(day: date, count: int) -> date:
    year, month = divmod(day.year * _DECEMBER + day.month - 1 + count, _DECEMBER)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _month(year: int, month: int) -> Days:
    return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def _one(day: date) -> Days:
    return Days(day, day)
