"""The public holidays of a country in a year, by the package `holidays`.

The tables in resources/orders/holidays are what the package says, written out beforehand: to ask
it at run time loads all countries, which costs 0.3 s.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Final

PUBLIC: Final = "public"
_Days = Mapping[str, str]  # "MM-DD" and the English name
_CODE: Final = re.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?")


@lru_cache(maxsize=64)
def public_holidays(
    country: str, year: int, categories: tuple[str, ...] = (PUBLIC,)
) -> Mapping[date, str]:
    """The holidays with their English names; none for a country that nobody knows.

    Args:
        country: ISO 3166 code, with a part of the country behind a hyphen where holidays differ
            ("GB-ENG"); "" for none.
        categories: which holidays, by the names of the package.
    """
    if not _CODE.fullmatch(country):
        return {}
    days = _table(table_name(country, categories)).get(str(year))
    if days is None:
        return _asked(country, year, categories)
    return {date.fromisoformat(f"{year}-{day}"): name for day, name in days.items()}


@lru_cache(maxsize=64)
def keeps_holidays(country: str) -> bool:
    """Whether the holidays of a country, or of a part of it ("AU-NSW"), are known."""
    if not _CODE.fullmatch(country):
        return False
    if _table(country):
        return True
    import holidays  # slow, see above

    code, _, part = country.partition("-")
    try:
        holidays.country_holidays(code, subdiv=part or None)
    except NotImplementedError:
        return False
    return True


def table_name(country: str, categories: Iterable[str] = (PUBLIC,)) -> str:
    """The name of the file that holds the table, without its ending."""
    return "+".join([country, *(name for name in categories if name != PUBLIC)])


@lru_cache(maxsize=32)
def _table(name: str) -> Mapping[str, _Days]:
    file = files("softanswer.resources") / "orders" / "holidays" / f"{name}.json"
    try:
        table: Mapping[str, _Days] = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    return table


def _asked(country: str, year: int, categories: tuple[str, ...]) -> Mapping[date, str]:
    import holidays  # slow, see above

    code, _, part = country.partition("-")
    try:
        kept = holidays.country_holidays(
            code, subdiv=part or None, years=year, language="en_US", categories=categories
        )
    except NotImplementedError:
        return {}
    return dict(kept.items())
