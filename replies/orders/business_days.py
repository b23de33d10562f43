"""The days on which a carrier delivers: counted from the day after a parcel was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from .public_holidays import public_holidays

_SATURDAY: Final = 5
_FRIDAY: Final = 4
_OBSERVED: Final = " (observed)"
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DeliveryCalendar:
    """Which days a carrier delivers on.

    Attributes:
        country: whose public holidays are kept: ISO 3166 code, with a part of the country behind
            a hyphen where holidays differ ("GB-ENG"); "" for none.
        saturdays: it delivers on Saturdays.
        works_on: holidays on which it delivers all the same, by the names of the package
            `holidays`.
    """

    country: str = ""
    saturdays: bool = False
    works_on: frozenset[str] = frozenset()


def is_delivery_day(day: date, calendar: DeliveryCalendar) -> bool:
    """Tell whether the carrier delivers on a day."""
    if day.weekday() > _SATURDAY or (day.weekday() == _SATURDAY and not calendar.saturdays):
        return False
    name = public_holidays(calendar.country, day.year).get(day)
    if name is None or name.removesuffix(_OBSERVED) in calendar.works_on:
        return True
    # A holiday on a Saturday is kept on the Friday before by offices, not by who works Saturdays.
    return calendar.saturdays and day.weekday() == _FRIDAY and name.endswith(_OBSERVED)


def add_delivery_days(start: date, count: int, calendar: DeliveryCalendar) -> date:
    """The day on which the `count`-th delivery day after `start` falls; `start` for 0."""
    day = start
    while count > 0:
        day += _DAY
        count -= is_delivery_day(day, calendar)
    return day


def count_delivery_days(start: date, end: date, calendar: DeliveryCalendar) -> int:
    """How many delivery days there are after `start`, up to `end` and with it."""
    days = (start + _DAY * n for n in range(1, (end - start).days + 1))
    return sum(is_delivery_day(day, calendar) for day in days)
