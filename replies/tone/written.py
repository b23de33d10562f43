"""How facts of an order are written in a text: days, sums, services, titles. Pure.

What a letter says of them is read here alone, whether it contradicts the order (facts.py) or not
(stated.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from itertools import combinations
from typing import Final

from ..language.phrases import phrases, shaped
from ..language.tokens import normalised
from ..orders.order import Order

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan января январь", "february feb февраля февраль", "march mar марта март",
            "april apr апреля апрель", "may мая май", "june jun июня июнь", "july jul июля июль",
            "august aug августа август", "september sept sep сентября сентябрь",
            "october oct октября октябрь", "november nov ноября ноябрь",
            "december dec декабря декабрь",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_DATE: Final = (
    r"(?<![\d.])(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?<facts.day-of>?"
    r" (?P<m1>[A-Za-zА-Яа-яё]{3,9})\b(?:\.?,? (?P<y1>20\d\d))?"
    r"|(?P<m2>[A-Z][a-z]{2,8})\.? (?P<d2>\d{1,2})(?:st|nd|rd|th)?\b(?:,? (?P<y2>20\d\d))?"
    r"|(?P<y3>20\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)"
    r"|(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})\.(?P<y4>20\d\d))"
)
_AMOUNT: Final = (
    r"[£$€] ?(?P<a>\d{1,6}(?:[.,]\d{3})*(?:[.,]\d{2})?)"
    r"|(?P<b>\d{1,6}(?:[ \u00a0]\d{3})*(?:[.,]\d{2})?) ?"
    r"(?:£|\$|€|₽|<facts.currency>|GBP|USD|EUR|RUB)"
)
SERVICE_FAMILIES: Final = (
    "media-mail", "priority", "express", "first-class", "second-class", "ground", "standard"
)  # fmt: skip


def days_written(stretch: str) -> Iterator[re.Match[str]]:
    """Whatever looks like a day, for `day_of`."""
    return shaped(_DATE, re.NOFLAG).finditer(stretch)


def day_of(match: re.Match[str], near: date | None) -> date | None:
    """The day that is written; one without a year is that which lies nearest to `near`."""
    day = match["d1"] or match["d2"] or match["d3"] or match["d4"]
    name = match["m1"] or match["m2"]
    month = _MONTHS.get(normalised(name)) if name else int(match["m3"] or match["m4"] or 0)
    year = match["y1"] or match["y2"] or match["y3"] or match["y4"]
    if not month:
        return None
    if year is not None:
        return _day_of(int(year), month, int(day))
    if near is None:
        return None
    years = range(near.year - 1, near.year + 2)
    days = [found for one in years if (found := _day_of(one, month, int(day))) is not None]
    return min(days, key=lambda one: abs(one - near), default=None)


def _day_of(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def days_of(value: date | datetime | None) -> frozenset[date]:
    """The day of a moment; none of none."""
    if value is None:
        return frozenset()
    return frozenset({value.date() if isinstance(value, datetime) else value})


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money as it stands in a text; `sign` is what names its currency."""

    start: int
    end: int
    value: Decimal
    sign: str


def amounts_written(stretch: str) -> Iterator[Amount]:
    """The sums of money, in their order."""
    for match in shaped(_AMOUNT, re.NOFLAG).finditer(stretch):
        value = _decimal(match["a"] or match["b"])
        sign = match.group()[0] if match["a"] else stretch[match.end("b") : match.end()].strip()
        if value is not None:
            yield Amount(*match.span(), value, sign)


def sums_of(order: Order) -> frozenset[Decimal]:
    """Every amount that the order's parts make up, alone or together."""
    lines = [line.amount for line in order.items if line.amount is not None]
    goods = sum(lines, Decimal(0))
    parts = [p for p in (goods or None, order.shipping, order.tax) if p is not None]
    found = {order.total} if order.total is not None else set()
    found.update(lines)
    for size in range(1, len(parts) + 1):
        found.update(sum(chosen, Decimal(0)) for chosen in combinations(parts, size))
    return frozenset(amount for amount in found if amount)


def _decimal(written: str) -> Decimal | None:
    plain = written.replace(" ", "").replace("\u00a0", "")
    if re.search(r",\d{2}$", plain):
        plain = plain.replace(".", "").replace(",", ".")
    try:
        return Decimal(plain.replace(",", ""))
    except InvalidOperation:
        return None


def family_of(service: str) -> str | None:
    """The family to which a service belongs, None where none is known."""
    return next((name for name in SERVICE_FAMILIES if family(name).search(service)), None)


def family(name: str) -> re.Pattern[str]:
    """What finds a service of this family."""
    return phrases(f"service.{name}")


def title_likeness(said: str, known: str) -> float:
    """How much alike two titles are, of 100; a main title is wholly like the longer one."""
    from rapidfuzz.fuzz import token_set_ratio  # loaded with the first title that is compared

    return token_set_ratio(normalised(said), normalised(known))
