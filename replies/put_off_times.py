"""Until when a letter can be put off: the times that are offered, and what stands in their way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum
from typing import Final

from .outbox.quiet_hours import QuietHours, Whose

MORNING: Final = time(8)
LATER: Final = timedelta(hours=3)
_STEP: Final = timedelta(minutes=5)
_DAY: Final = timedelta(days=1)
_USUAL_NIGHT: Final = QuietHours(time(22), time(7))  # of a seller who has set no quiet hours


class When(Enum):
    """The times that are offered."""

    LATER_TODAY = "later today"
    TOMORROW = "tomorrow morning"
    MONDAY = "Monday morning"
    NEXT_WEEK = "in a week"


class Barrier(Enum):
    """What stands in the way of a time."""

    NONE = "none"
    PAST = "past"
    DAY_OVER = "the seller's day is over by then"
    OWED = "an answer is owed by then"


@dataclass(frozen=True, slots=True)
class Choice:
    """One time that is offered (UTC), and what stands in its way."""

    when: When
    at: datetime
    barrier: Barrier


def choices(
    now: datetime,
    due: datetime | None,
    quiet: Iterable[QuietHours] = (),
    zone: tzinfo | None = None,
) -> tuple[Choice, ...]:
    """The times that are offered at a moment, in the order of `When`.

    Args:
        due: until when an answer to a complaint is owed, None where none is.
        quiet: the quiet hours; by those of the seller's own clock her day ends and begins.
        zone: where her clock hangs; None for the zone of this computer.
    """
    nights = tuple(one for one in quiet if one.whose is Whose.SELLER) or (_USUAL_NIGHT,)
    today = now.astimezone(zone).date()
    to_monday = timedelta(days=7 - today.weekday())
    at = {
        When.LATER_TODAY: _later(now),
        When.TOMORROW: _morning(today + _DAY, nights, zone),
        When.MONDAY: _morning(today + to_monday, nights, zone),
        When.NEXT_WEEK: _morning(today + 7 * _DAY, nights, zone),
    }
    return tuple(
        Choice(when, at[when], _barrier(when, at[when], now, due, nights, zone)) for when in When
    )


def barrier(at: datetime, now: datetime, due: datetime | None) -> Barrier:
    """What stands in the way of a time of the seller's own."""
    if at <= now:
        return Barrier.PAST
    return Barrier.OWED if due is not None and at >= due else Barrier.NONE


def local_moment(day: date, at: time, zone: tzinfo | None = None) -> datetime:
    """A day and a time by her clock, as UTC."""
    return datetime.combine(day, at, zone).astimezone(UTC)


def _barrier(
    when: When,
    at: datetime,
    now: datetime,
    due: datetime | None,
    nights: tuple[QuietHours, ...],
    zone: tzinfo | None,
) -> Barrier:
    found = barrier(at, now, due)
    is_night = when is When.LATER_TODAY and _night_end(at, nights, zone) is not None
    return Barrier.DAY_OVER if found is Barrier.NONE and is_night else found


def _later(now: datetime) -> datetime:
    """In three hours, rounded up to full five minutes."""
    at = now + LATER
    over = timedelta(minutes=at.minute, seconds=at.second, microseconds=at.microsecond) % _STEP
    return at + (_STEP - over) % _STEP


def _morning(day: date, nights: tuple[QuietHours, ...], zone: tzinfo | None) -> datetime:
    at = local_moment(day, MORNING, zone)
    return _night_end(at, nights, zone) or at


def _night_end(
    at: datetime, nights: tuple[QuietHours, ...], zone: tzinfo | None
) -> datetime | None:
    ends = [end for night in nights if (end := night.end_after(at, zone)) is not None]
    return max(ends, default=None)
