"""A clock for tests that let real processes run: quick, and the same for all of them."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from builders import NOON

from softanswer.replies.outbox.clock import ClockReading

RATE: Final = 60  # a minute of cool-down passes in a second


@dataclass(frozen=True, slots=True)
class QuickClock:
    """Runs `RATE` times as fast as the computer's clock; every process that is given the same
    origin reads the same time.

    Attributes:
        origin_ns: what the monotonic clock of this computer said at `NOON`.
    """

    origin_ns: int

    @classmethod
    def started_now(cls) -> QuickClock:
        """A clock that says `NOON` now."""
        return cls(time.monotonic_ns())

    def read(self) -> ClockReading:
        passed_ns = (time.monotonic_ns() - self.origin_ns) * RATE
        return ClockReading("quick", passed_ns, NOON + timedelta(microseconds=passed_ns / 1000))

    def wall_at(self, monotonic_s: float) -> datetime:
        """What this clock said at a moment of `time.monotonic`."""
        return NOON + timedelta(seconds=(monotonic_s - self.origin_ns / 1e9) * RATE)
