"""A promise: something that a reply says we will do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that a reply says we will do.

    Attributes:
        sentence: its own words, on one line.
        due: the day on which it is to be done, None where none is named.
    """

    sentence: str
    due: date | None
