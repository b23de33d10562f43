"""What one cell says: an amount, a whole number, a date. Ids are never turned into numbers."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

from ....mailbox.sentence import Sentence

_CURRENCIES: Final = (  # the longer signs first, since "$" is a part of them
    ("US $", "USD"), ("AU $", "AUD"), ("CA $", "CAD"), ("NZ $", "NZD"), ("C $", "CAD"),
    ("US$", "USD"), ("AU$", "AUD"), ("CA$", "CAD"), ("NZ$", "NZD"), ("C$", "CAD"), ("A$", "AUD"),
    ("$", "USD"), ("£", "GBP"), ("€", "EUR"), ("zł", "PLN"),
)  # fmt: skip
_ISO_CODE: Final = re.compile(r"\b([A-Z]{3})\b")
_AMOUNT: Final = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,4})?")
_PLAIN_AMOUNT: Final = re.compile(r"[0-9]{1,12}\.[0-9]{2}")
_COUNT: Final = re.compile(r"[0-9]{1,9}")
_SIGNED: Final = re.compile(r"[+-]?[0-9]{1,9}")

_MONTHS: Final = {
    name: number
    for number, names in enumerate(
        ("jan", "feb", "mar mär mrz", "apr", "may mai", "jun", "jul", "aug", "sep", "oct okt",
         "nov", "dec dez"),
        1,
    )
    for name in names.split()
}  # fmt: skip
_NAMED_DATE: Final = re.compile(
    r"(?:(?P<month>[^\W\d_]{3,9})\.?[- ](?P<day>\d{1,2})"
    r"|(?P<day2>\d{1,2})[- ](?P<month2>[^\W\d_]{3,9})\.?)"
    r"(?:,? |-)(?P<year>\d{4}|\d{2})(?: (?P<time>\d{1,2}:\d{2}(?::\d{2})?))?"
)
_US_DATE: Final = re.compile(r"(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>\d{4}|\d{2})")
_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_CENTURY: Final = 2000  # for years of two digits


def parse_amount(text: str) -> Decimal:
    """The amount in a cell such as "$1,234.50", "1.116,99 €" or "-0.90".

    The last separator counts as the decimal one unless three digits follow it.

    Raises:
        ValueError: it is no amount.
    """
    if _PLAIN_AMOUNT.fullmatch(text):
        return Decimal(text)
    bare = text
    for sign, _ in _CURRENCIES:
        bare = bare.replace(sign, "")
    bare = re.sub(r"[\s\u00a0'’]", "", _ISO_CODE.sub("", bare))
    if bare.startswith("(") and bare.endswith(")"):
        bare = f"-{bare[1:-1]}"
    last = max(bare.rfind(","), bare.rfind("."))
    if last >= 0:
        whole, fraction = bare[:last], bare[last + 1 :]
        # "0.125" and "1.234.567": one separator before three digits parts thousands, but not
        # after a lone zero.
        thousands = len(fraction) == 3 and whole.lstrip("-") != "0"  # noqa: PLR2004 - digits
        bare = re.sub(r"[.,]", "", whole) + ("" if thousands else ".") + fraction
    if not _AMOUNT.fullmatch(bare):
        raise ValueError(Sentence("Orders", "is no amount"))
    return Decimal(bare)


def parse_decimal(text: str) -> Decimal:
    """A plain decimal number, such as a weight.

    Raises:
        ValueError: it is none.
    """
    if not _AMOUNT.fullmatch(text):
        raise ValueError(Sentence("Orders", "is no number"))
    return Decimal(text)


def parse_currency(text: str) -> str | None:
    """The ISO 4217 code of the currency that an amount is written in, None where it names none."""
    if code := _ISO_CODE.search(text):
        return code[1]
    return next((code for sign, code in _CURRENCIES if sign in text), None)


def parse_count(text: str) -> int:
    """A whole number from 0.

    Raises:
        ValueError: it is none.
    """
    if not _COUNT.fullmatch(text):
        raise ValueError(Sentence("Orders", "is no whole number"))
    return int(text)


def parse_signed(text: str) -> int:
    """A whole number with or without a sign.

    Raises:
        ValueError: it is none.
    """
    if not _SIGNED.fullmatch(text):
        raise ValueError(Sentence("Orders", "is no whole number"))
    return int(text)


def parse_iso(text: str) -> date | datetime:
    """An ISO 8601 date or time; a time keeps its offset, or stays without one.

    Raises:
        ValueError: it is no date.
    """
    try:
        if _ISO_DATE.fullmatch(text):
            return date.fromisoformat(text)
        return datetime.fromisoformat(text)
    except ValueError:
        raise ValueError(Sentence("Orders", "is no date")) from None


def parse_named(text: str) -> date | datetime:
    """A date with the month's English or German name: "Nov-03-26", "10-Dez-25", "Nov 3, 2026".

    A time behind it is local and stays without a zone.

    Raises:
        ValueError: it is no date.
    """
    hit = _NAMED_DATE.fullmatch(text)
    month = _MONTHS.get((hit["month"] or hit["month2"])[:3].lower()) if hit else None
    if hit is None or month is None:
        raise ValueError(Sentence("Orders", "is no date"))
    day = _day(hit["year"], month, hit["day"] or hit["day2"])
    if not hit["time"]:
        return day
    try:
        hour, _, rest = hit["time"].partition(":")
        return datetime.combine(day, time.fromisoformat(f"{hour:0>2}:{rest}"))
    except ValueError:
        raise ValueError(Sentence("Orders", "is no date")) from None


def parse_us(text: str) -> date | datetime:
    """A date as programs of the United States write it: ISO, "11/4/2026" or "Nov 4, 2026".

    Raises:
        ValueError: it is no date.
    """
    if hit := _US_DATE.fullmatch(text):
        return _day(hit["year"], int(hit["month"]), hit["day"])
    return parse_iso(text) if text[:1].isdigit() else parse_named(text)


def as_day(moment: date | datetime) -> date:
    """The day of a date or a time, as it is written."""
    return moment.date() if isinstance(moment, datetime) else moment


def _day(year: str, month: int, day: str) -> date:
    try:
        number = int(year)
        return date(number if len(year) > 2 else _CENTURY + number, month, int(day))  # noqa: PLR2004 - digits
    except ValueError:
        raise ValueError(Sentence("Orders", "is no date")) from None
