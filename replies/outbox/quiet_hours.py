"""Quiet hours: at night no reply leaves, by the seller's clock or by the customer's."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import Enum
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ...mailbox.sentence import Sentence
from ..errors import PreferenceError

LONGEST: Final = timedelta(hours=12)
_DAY: Final = timedelta(days=1)
_HERE: Final = (None,)  # what `astimezone` takes for the zone of this computer


class Whose(Enum):
    """By whose clock it is night."""

    SELLER = "seller"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From when to when nothing leaves, by the clock on somebody's wall; it may pass midnight.

    Raises:
        PreferenceError: they are empty, or longer than 12 hours.
    """

    begin: time
    end: time
    whose: Whose = Whose.SELLER

    def __post_init__(self) -> None:
        if not timedelta(0) < self.length <= LONGEST:
            raise PreferenceError(
                Sentence(
                    "Preferences",
                    "Quiet hours begin and end at two different times of day, such as 22:00 and "
                    "07:00, and last 12 hours at most; they stay as they were.",
                )
            )

    @property
    def length(self) -> timedelta:
        """From the begin to the end, over midnight where the end is the earlier one."""
        return (_since_midnight(self.end) - _since_midnight(self.begin)) % _DAY

    def covers(self, other: QuietHours) -> bool:
        """Whether nothing that these let leave is kept back by the other ones."""
        late = (_since_midnight(other.begin) - _since_midnight(self.begin)) % _DAY
        return self.whose is other.whose and late + other.length <= self.length

    def end_after(self, at: datetime, zone: tzinfo | None) -> datetime | None:
        """When they end that reign at a moment (UTC), None where none do.

        Args:
            zone: where the clock hangs; None for the zone of this computer.
        """
        local = at.astimezone(zone)
        for day in (local.date() - _DAY, local.date()):
            begin = _moment(day, self.begin, zone)
            end = _moment(day + _DAY if self.end <= self.begin else day, self.end, zone)
            if begin <= at < end:
                return end
        return None


def united(hours: Iterable[QuietHours]) -> tuple[QuietHours, ...]:
    """All of these, without those that others cover, in one order."""
    kept: list[QuietHours] = []
    for each in sorted(set(hours), key=lambda q: (q.whose.value, q.begin, q.end)):
        if not any(other.covers(each) for other in kept):
            kept = [other for other in kept if not each.covers(other)] + [each]
    return tuple(kept)


def quiet_until(
    hours: Sequence[QuietHours], at: datetime, customer_zones: Sequence[str] = ()
) -> datetime | None:
    """When something may leave again, None where it may at once.

    Hours that together leave no moment of a day free cannot be kept, and keep nothing.

    Args:
        at: UTC.
        customer_zones: names of the IANA data base. Where the customer may be in any of several
            it is quiet while it is night in one of them; where none is known the seller's counts.
    """
    until = at
    while until - at < _DAY:
        ends = [
            end
            for each in hours
            for zone in _zones(each.whose, customer_zones)
            if (end := each.end_after(until, zone)) is not None
        ]
        if not ends:
            break
        until = max(ends)
    return None if until == at or until - at >= _DAY else until


def _zones(whose: Whose, customer_zones: Sequence[str]) -> Sequence[tzinfo | None]:
    if whose is Whose.SELLER:
        return _HERE
    known = []
    for name in customer_zones:
        try:
            known.append(ZoneInfo(name))
        except (ZoneInfoNotFoundError, ValueError):  # a system without this zone
            continue
    return known or _HERE


def _moment(day: date, at: time, zone: tzinfo | None) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)


def _since_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute)
