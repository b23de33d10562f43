"""How fast the line to a server is, as far as its answers have told."""

from __future__ import annotations

import math
from typing import Final

_FAR_S: Final = 0.015  # a round trip beyond the own town: such lines carry 120 Mbit/s at most
_NEAR_S: Final = 0.002  # within a house: what is slow there is the server's disk, not the line
_SLOW_BYTES_PER_S: Final = 4e6  # a server deflates some 15 MB/s (measured), and gains 40 %
_TELLING_BYTES: Final = 1 << 18  # less says more about the server than about the line
_BATCH_S: Final = 1.0
_SMALLEST_BATCH_BYTES: Final = 1 << 18


class LinkSpeed:
    """Measured while a connection is used.

    Attributes:
        round_trip_s: the quickest answer to any command so far; infinite before the first.
        bytes_per_s: what the last large answer came with; infinite before the first.
    """

    def __init__(self) -> None:
        self.round_trip_s = math.inf
        self.bytes_per_s = math.inf

    def note(self, first_after_s: float, rest_in_s: float, size: int) -> None:
        """A command was answered.

        Args:
            first_after_s: how long its answer's first line took to come.
            rest_in_s: how long all that followed took.
            size: how many bytes that was.
        """
        self.round_trip_s = min(self.round_trip_s, first_after_s)
        if size >= _TELLING_BYTES:
            self.bytes_per_s = size / max(rest_in_s, 1e-6)

    @property
    def is_far(self) -> bool:
        """Whether waiting for an answer takes time worth saving; False while nobody knows."""
        return _NEAR_S < self.round_trip_s < math.inf

    @property
    def is_slow(self) -> bool:
        """Whether compressing what is sent makes it come earlier; False while nobody knows."""
        if not self.is_far:
            return False
        return self.round_trip_s > _FAR_S or self.bytes_per_s < _SLOW_BYTES_PER_S

    def batch_bytes(self, most: int) -> int:
        """How much to ask for at once, so that it comes in about a second; `most` at most."""
        if math.isinf(self.bytes_per_s):
            return most
        return min(most, max(_SMALLEST_BATCH_BYTES, int(self.bytes_per_s * _BATCH_S)))
