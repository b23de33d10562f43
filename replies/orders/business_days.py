"""The days on which a carrier delivers: counted from the day after a parcel was sent."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from .public_holidays import PUBLIC, public_holidays

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
        categories: which holidays are kept, by the names of the same package.
    """

    country: str = ""
    saturdays: bool = False
    works_on: frozenset[str] = frozenset()
    categories: tuple[str, ...] = (PUBLIC,)


@dataclass(frozen=True, slots=True)
class Journey:
    """Whose business days count while a parcel is on its way.

    Attributes:
        sender: the calendar of the carrier that takes it, which counts first.
        abroad: the calendar of another country that it goes to; None at home.
        leaves_after: how many business days the sender's calendar counts before that one does.
    """

    sender: DeliveryCalendar
    abroad: DeliveryCalendar | None = None
    leaves_after: int = 0

    def calendar(self, counted: int) -> DeliveryCalendar:
        """The calendar that counts once so many days were counted."""
        if self.abroad is None or counted < self.leaves_after:
            return self.sender
        return self.abroad


def is_delivery_day(day: date, calendar: DeliveryCalendar) -> bool:
    """Tell whether the carrier delivers on a day."""
    if day.weekday() > _SATURDAY or (day.weekday() == _SATURDAY and not calendar.saturdays):
        return False
    name = public_holidays(calendar.country, day.year, calendar.categories).get(day)
    if name is None or name.removesuffix(_OBSERVED) in calendar.works_on:
        return True
    # A holiday on a Saturday is kept on the Friday before by offices, not by who works Saturdays.
    return calendar.saturdays and day.weekday() == _FRIDAY and name.endswith(_OBSERVED)


def add_delivery_days(start: date, count: int, calendar: DeliveryCalendar) -> date:
    """The day on which the `count`-th delivery day after `start` falls; `start` for 0."""
    return arrival_day(start, count, Journey(calendar))


def arrival_day(sent: date, count: int, journey: Journey) -> date:
    """The day on which the `count`-th business day of a journey falls; `sent` for 0."""
    day, counted = sent, 0
    while counted < count:
        day += _DAY
        counted += is_delivery_day(day, journey.calendar(counted))
    return day


def days_under_way(sent: date, today: date, journey: Journey) -> int:
    """How many business days of a journey there are after `sent`, up to `today` and with it."""
    at_home = _count(sent, today, journey.sender)
    if journey.abroad is None or at_home < journey.leaves_after:
        return at_home
    left = arrival_day(sent, journey.leaves_after, Journey(journey.sender))
    return journey.leaves_after + _count(left, today, journey.abroad)


def _count(after: date, until: date, calendar: DeliveryCalendar) -> int:
    """How many delivery days there are after one day, up to another and with it."""
    counted = 0
    for year in range(after.year, until.year + 1):
        days = _delivery_days(year, calendar)
        counted += bisect_right(days, until) - bisect_right(days, after)
    return max(counted, 0)


@lru_cache(maxsize=64)
def _delivery_days(year: int, calendar: DeliveryCalendar) -> tuple[date, ...]:
    """All delivery days of a year: an order of two years ago is counted by looking up."""
    first = date(year, 1, 1)
    days = (first + _DAY * n for n in range((date(year, 12, 31) - first).days + 1))
    return tuple(day for day in days if is_delivery_day(day, calendar))
