"""In which time zone a customer may live, by the address that her order goes to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from .order import ShipTo
from .tables import order_table


def zones_of(address: ShipTo) -> tuple[str, ...]:
    """The time zones that an address may lie in, by their names in the IANA data base.

    One for most countries and for a region that is known; all of them for a wide country without
    one; none where the address names no country that is known.
    """
    country = _countries().get(_folded(address.country or ""))
    if country is None:
        return ()
    region = _folded(address.region or "")
    for zone, codes in country.get("regions", {}).items():
        if region.upper() in codes:
            return (zone,)
    return tuple(country["zones"])


def country_code(called: str) -> str:
    """The ISO 3166 code of a country that a file calls so; "" where it is not known."""
    country = _countries().get(_folded(called))
    return "" if country is None else str(country["code"])


@cache
def _countries() -> Mapping[str, Mapping[str, Any]]:
    return {
        _folded(name): country | {"code": code}
        for code, country in order_table("time_zones").items()
        for name in (code, *country["names"])
    }


def _folded(name: str) -> str:
    return re.sub(r"[^\w ]|_", "", name.casefold()).strip()
