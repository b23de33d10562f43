"""The lines of a postal address as its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ..order import ShipTo

_US: Final = re.compile(
    r"(?P<city>[^,\d]{2,60}),? (?P<region>[A-Z]{2}) (?P<postal>\d{5}(?:-\d{4})?)"
)
_CANADA: Final = re.compile(
    r"(?P<city>[^,\d]{2,60}),? (?P<region>[A-Z]{2}) (?P<postal>[A-Z]\d[A-Z] ?\d[A-Z]\d)"
)
_UK: Final = re.compile(
    r"(?:(?P<city>[^,\d]{2,60}),? )?(?P<postal>[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2})", re.IGNORECASE
)
_CODE_FIRST: Final = re.compile(r"(?:[A-Z]{1,2}-)?(?P<postal>\d{4,6}),? (?P<city>[^\d]{2,60})")
_CODE_LAST: Final = re.compile(r"(?P<city>[^,\d]{2,60}),? (?P<postal>\d{4,6})")
_FORMS: Final = (_US, _CANADA, _UK, _CODE_FIRST, _CODE_LAST)
_COUNTRY: Final = re.compile(r"[^\W\d_][^\d,;:@]{2,40}|[A-Z]{2}")
_LEAST_LINES: Final = 2


def address_of(lines: Sequence[str]) -> ShipTo:
    """The address in the lines of a label: the name, streets, the town, maybe the country."""
    written = [line.strip(" ,") for line in lines if line.strip(" ,")]
    if len(written) == 1 and written[0].count(",") >= _LEAST_LINES:
        written = [part.strip() for part in written[0].split(",")]
    if len(written) < _LEAST_LINES:
        return ShipTo()
    name, rest = written[0], written[1:]
    for place in range(len(rest) - 1, -1, -1):
        for form in _FORMS:
            if hit := form.fullmatch(rest[place]):
                return _with_town(name, rest, place, hit)
    return ShipTo(name=name, street=tuple(rest))


def _with_town(name: str, rest: list[str], place: int, hit: re.Match[str]) -> ShipTo:
    parts = hit.groupdict()
    streets, city = rest[:place], parts.get("city")
    if city is None and len(streets) > 1:
        city = streets.pop()
    behind = rest[place + 1 :]
    country = behind[0] if behind and _COUNTRY.fullmatch(behind[0]) else None
    return ShipTo(
        name=name,
        street=tuple(streets),
        city=city.strip(" ,") if city else None,
        region=parts.get("region"),
        postal=parts["postal"].upper(),
        country=country,
    )
