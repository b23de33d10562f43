"""What a letter mentions of an order besides its number: amounts, the day of ordering, ISBNs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from .isbn import isbn_forms

_AMOUNT: Final = re.compile(
    r"(?:[$£€]|\b(?:usd|eur|gbp)) ?(?P<behind>\d{1,5}[.,]\d{2})(?!\d)"
    r"|(?<![\d.,])(?P<before>\d{1,5}[.,]\d{2}) ?(?:[$£€]|(?:usd|eur|gbp|dollars?|pounds|euros?"
    r"|долл\w*|евро|фунт\w*)\b)",
    re.IGNORECASE,
)
_MONTHS: Final = {
    begin: number
    for number, begins in enumerate(
        ("jan янв", "feb фев", "mar мар", "apr апр", "may мая май", "jun июн", "jul июл",
         "aug авг", "sep сен", "oct окт", "nov ноя", "dec дек"),
        1,
    )
    for begin in begins.split()
}  # fmt: skip
_MONTH: Final = (
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен"
    r"|окт|ноя|дек)[^\W\d_]{0,6}"
)
_DAY: Final = re.compile(
    rf"\b(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month2>{_MONTH})\b"
    r"|\b(?P<day3>\d{1,2})\.(?P<month3>\d{1,2})\.(?:\d{4}|\d{2})?\b",
    re.IGNORECASE,
)
_ORDERED: Final = re.compile(
    r"\b(?:order|bought|buy|purchas|paid|placed|заказ|куп|опла[тч]|приобр)", re.IGNORECASE
)
_REACH: Final = 40  # characters around a day in which ordering is spoken of
_ISBN: Final = re.compile(r"(?<![\w-])(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dXx](?![\w-])")


def mentioned_amounts(text: str) -> frozenset[Decimal]:
    """The amounts of money that a text names with their currency."""
    hits = (hit["behind"] or hit["before"] for hit in _AMOUNT.finditer(text))
    return frozenset(Decimal(amount.replace(",", ".")) for amount in hits)


def mentioned_order_days(text: str) -> frozenset[tuple[int, int]]:
    """The days, as month and day, on which a text says that something was ordered or paid."""
    return frozenset(_order_days(text))


def mentioned_isbns(text: str) -> tuple[str, ...]:
    """The ISBNs in a text whose check digit is right, each in its longest form."""
    forms = (isbn_forms(hit.group()) for hit in _ISBN.finditer(text))
    return tuple(dict.fromkeys(found[0] for found in forms if found))


def _order_days(text: str) -> Iterator[tuple[int, int]]:
    for hit in _DAY.finditer(text):
        around = text[max(0, hit.start() - _REACH) : hit.end() + _REACH // 2]
        if not _ORDERED.search(around):
            continue
        if hit["month3"]:
            month = int(hit["month3"])
        else:
            month = _MONTHS[(hit["month"] or hit["month2"]).casefold()[:3]]
        yield month, int(hit["day"] or hit["day2"] or hit["day3"])
