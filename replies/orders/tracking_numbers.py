"""Tracking and customs numbers: their kind, told by form and check digit (S0-16).

The forms and check digits are those of ECOSYSTEM section 2.5, tried on real numbers there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Final

_S10_WEIGHTS: Final = (8, 6, 4, 2, 3, 5, 9, 7)  # UPU standard S10
_FEDEX_WEIGHTS: Final = (3, 1, 7)


class TrackingKind(Enum):
    """Who gave out a number, as its form tells."""

    USPS = "usps"
    UPU = "upu"
    UPS = "ups"
    FEDEX = "fedex"
    DHL = "dhl"


@dataclass(frozen=True, slots=True)
class TrackingNumber:
    """A number in a text whose check digit is right; `number` is without blanks."""

    kind: TrackingKind
    number: str
    start: int
    end: int


def find_tracking_numbers(text: str) -> tuple[TrackingNumber, ...]:
    """Find the tracking numbers in a text, in the order they stand there.

    FedEx and DHL numbers have the form of telephone numbers: they count only where the carrier's
    name stands within a few words before them.
    """
    found: list[TrackingNumber] = []
    taken: set[int] = set()
    for form in _FORMS:
        for hit in form.pattern.finditer(text):
            number = folded_tracking(hit.group("number"))
            start, end = hit.span("number")
            if start not in taken and form.is_valid(number):
                found.append(TrackingNumber(form.kind, number, start, end))
                taken.update(range(start, end))
    return tuple(sorted(found, key=lambda n: n.start))


def tracking_kind(number: str) -> TrackingKind | None:
    """The kind of a number that is known to be one of tracking; None where no check digit fits."""
    folded = folded_tracking(number)
    for form in _FORMS:
        if re.fullmatch(form.shape, folded) and form.is_valid(folded):
            return form.kind
    return None


def folded_tracking(number: str) -> str:
    """The form by which tracking numbers are compared: capitals, no blanks or hyphens."""
    return re.sub(r"[\s\-\u2010-\u2013]", "", number).upper()


def _usps(number: str) -> bool:
    # A leading 420 and ZIP code only route the parcel (USPS Publication 199).
    bare = re.sub(r"^420(?:\d{5}|\d{9})(?=(?:\d{20}|\d{22})$)", "", number)
    digits = [int(c) for c in bare]
    total = sum(d * (3 if place % 2 == 0 else 1) for place, d in enumerate(reversed(digits[:-1])))
    return (10 - total % 10) % 10 == digits[-1]


def _upu(number: str) -> bool:
    total = sum(int(c) * w for c, w in zip(number[2:10], _S10_WEIGHTS, strict=True))
    check = 11 - total % 11
    return {10: 0, 11: 5}.get(check, check) == int(number[10])


def _ups(number: str) -> bool:
    values = [int(c) if c.isdigit() else (ord(c) - 63) % 10 for c in number[2:]]
    total = sum(v * (2 if place % 2 else 1) for place, v in enumerate(values[:-1]))
    return (10 - total % 10) % 10 == values[-1]


def _fedex(number: str) -> bool:
    total = sum(int(c) * _FEDEX_WEIGHTS[place % 3] for place, c in enumerate(number[:11]))
    return total % 11 % 10 == int(number[11])


def _dhl(number: str) -> bool:
    return int(number[:9]) % 7 == int(number[9])


class _Form:
    """One row of the table: a shape, what must stand before it, and its check digit."""

    def __init__(
        self, kind: TrackingKind, shape: str, is_valid: Callable[[str], bool], before: str = ""
    ) -> None:
        self.kind = kind
        self.shape = shape
        self.is_valid = is_valid
        spaced = shape.replace(r"\d{", r"(?: ?\d){")
        self.pattern = re.compile(
            rf"{before}(?<![0-9A-Za-z])(?P<number>{spaced})(?![0-9A-Za-z])", re.IGNORECASE
        )


_FORMS: Final = (
    _Form(
        TrackingKind.USPS,
        r"(?:420(?:\d{9}|\d{5}))?(?:9[1-5]\d{20}|9[1-5]\d{18})",
        _usps,
    ),
    _Form(TrackingKind.UPS, r"1Z[0-9A-Z]{15}\d{1}", _ups),
    _Form(TrackingKind.UPU, r"[A-Z]{2}\d{9}[A-Z]{2}", _upu),
    _Form(TrackingKind.FEDEX, r"\d{12}", _fedex, before=r"fedex\D{0,30}"),
    _Form(TrackingKind.DHL, r"\d{10}", _dhl, before=r"dhl\D{0,30}"),
)
