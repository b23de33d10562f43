"""Time that nobody can turn: what decides when a hold is over (PRODUCT D6).

Within one boot of the computer a clock counts that runs on through sleep and that nobody can set.
Across a boot the gap of the wall clock is added, never a negative one and never less than what the
new boot has lasted. The sum is the *steady*
time of a profile, in nanoseconds since its first use; it is kept in the database.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, Protocol

_BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")  # Linux, man 4 random
_NS_PER_US: Final = 1_000


@dataclass(frozen=True, slots=True)
class ClockReading:
    """What the clocks of the computer say at one moment.

    Attributes:
        boot_id: names the boot; another one means that `boottime_ns` began anew, at zero.
        is_of_process: the boot is one run of this program; others may run beside it.
        wall: the time of day, UTC.
    """

    boot_id: str
    boottime_ns: int
    wall: datetime
    is_of_process: bool = False


@dataclass(frozen=True, slots=True)
class ClockMark:
    """A reading, and the steady time that belongs to it.

    Attributes:
        wall_by_boot: what the wall clock would say had it not been set back in this boot; the
            gap to the next boot is reckoned from it, so that setting it back proves no time.
    """

    reading: ClockReading
    steady_ns: int
    wall_by_boot: datetime


class Clock(Protocol):
    """Where readings come from; tests pass one that they turn by hand."""

    def read(self) -> ClockReading:
        """What the clocks say now."""
        ...


class SystemClock:
    """The clocks of this computer.

    Linux counts through sleep by CLOCK_BOOTTIME. Elsewhere the monotonic clock is used and each
    run of the program counts as a boot of its own, so that the wall clock bridges the gaps.
    """

    def __init__(self) -> None:
        self._boot_id = _boot_id()
        self._run_id = os.urandom(16).hex()
        self._began_ns = time.monotonic_ns()

    def read(self) -> ClockReading:
        """What the clocks say now."""
        wall = datetime.now(UTC)
        if self._boot_id:
            return ClockReading(self._boot_id, time.clock_gettime_ns(time.CLOCK_BOOTTIME), wall)
        since_start = time.monotonic_ns() - self._began_ns
        return ClockReading(self._run_id, since_start, wall, is_of_process=True)


def _boot_id() -> str:
    """The name of this boot, "" where the system has none, or no clock that belongs to it."""
    if not hasattr(time, "CLOCK_BOOTTIME"):
        return ""
    try:
        return _BOOT_ID.read_text(encoding="ascii").strip()
    except OSError:  # a container without /proc
        return ""


def advance(mark: ClockMark | None, reading: ClockReading) -> ClockMark:
    """Carry the steady time on to a new reading."""
    if mark is None:
        return ClockMark(reading, 0, reading.wall)
    if reading.boot_id == mark.reading.boot_id:
        passed_ns = max(0, reading.boottime_ns - mark.reading.boottime_ns)
        wall = max(reading.wall, mark.wall_by_boot + timedelta(microseconds=passed_ns // 1000))
    else:
        lasted_ns = 0 if reading.is_of_process else reading.boottime_ns
        passed_ns = max(to_ns(reading.wall - mark.wall_by_boot), lasted_ns, 0)
        wall = reading.wall
    return ClockMark(reading, mark.steady_ns + passed_ns, wall)


def to_ns(length: timedelta) -> int:
    """A length of time in nanoseconds."""
    return length // timedelta(microseconds=1) * _NS_PER_US


def to_timedelta(length_ns: int) -> timedelta:
    """Nanoseconds as a length of time, rounded up so that nothing ends early."""
    return timedelta(microseconds=-(-length_ns // _NS_PER_US))
