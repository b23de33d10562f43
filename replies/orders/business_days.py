"""The days on which a carrier delivers: counted from the day after a parcel was sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

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
    categories: tuple[str, ...] = ("public",)


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
    name = _holidays(calendar.country, calendar.categories, day.year).get(day)
    if name is None or name.removesuffix(_OBSERVED) in calendar.works_on:
        return True
    # A holiday on a Saturday is kept on the Friday before by offices, not by who works Saturdays.
    return calendar.saturdays and day.weekday() == _FRIDAY and name.endswith(_OBSERVED)


def add_delivery_days(start: date, count: int, calendar: DeliveryCalendar) -> date:
    """The day on which the `count`-th delivery day after `start` falls; `start` for 0."""
    return arrival_day(start, count, Journey(calendar))


def count_delivery_days(start: date, end: date, calendar: DeliveryCalendar) -> int:
    """How many delivery days there are after `start`, up to `end` and with it."""
    return days_under_way(start, end, Journey(calendar))


def arrival_day(sent: date, count: int, journey: Journey) -> date:
    """The day on which the `count`-th business day of a journey falls; `sent` for 0."""
    day, counted = sent, 0
    while counted < count:
        day += _DAY
        counted += is_delivery_day(day, journey.calendar(counted))
    return day


def days_under_way(sent: date, today: date, journey: Journey) -> int:
    """How many business days of a journey there are after `sent`, up to `today` and with it."""
    counted = 0
    for n in range(1, (today - sent).days + 1):
        counted += is_delivery_day(sent + _DAY * n, journey.calendar(counted))
    return counted


def warm_up(today: date) -> None:
    """Load the holidays of this year and the next: some tenths of a second, off the GUI thread."""
    for year in (today.year, today.year + 1):
        _holidays("US", ("public",), year)


@lru_cache(maxsize=256)
def _holidays(country: str, categories: tuple[str, ...], year: int) -> Mapping[date, str]:
    if not country:
        return {}
    import holidays  # 0.1 s, and 0.3 s for the first country

    code, _, part = country.partition("-")
    kept = holidays.country_holidays(
        code, subdiv=part or None, years=year, language="en_US", categories=categories
    )
    return dict(kept.items())


@lru_cache(maxsize=256)
def keeps_holidays(country: str) -> bool:
    """Whether the holidays of a country, or of a part of it ("AU-NSW"), are known."""
    import holidays

    code, _, part = country.partition("-")
    try:
        holidays.country_holidays(code, subdiv=part or None)
    except NotImplementedError:
        return False
    return True
