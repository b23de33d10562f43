"""What one cell says: an amount, a whole number, a date. Ids are never turned into numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Final

from ....mailbox.sentence import Sentence

_CURRENCIES: Final = (  # the longer signs first, since "$" is a part of them
    ("US $", "USD"), ("AU $", "AUD"), ("CA $", "CAD"), ("NZ $", "NZD"), ("C $", "CAD"),
    ("US$", "USD"), ("AU$", "AUD"), ("CA$", "CAD"), ("NZ$", "NZD"), ("C$", "CAD"), ("A$", "AUD"),
    ("$", "USD"), ("£", "GBP"), ("€", "EUR"), ("zł", "PLN"), ("¥", "JPY"), ("￥", "JPY"),
)  # fmt: skip
_ISO_CODE: Final = re.compile(r"\b([A-Z]{3})\b")
_AMOUNT: Final = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,4})?")
_PLAIN_AMOUNT: Final = re.compile(r"[0-9]{1,12}\.[0-9]{2}")
_COMMA_DECIMAL: Final = re.compile(r"-?[0-9]{1,12},(?:[0-9]{1,2}|[0-9]{4})")  # three may be 1,250
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
_CLOCK: Final = r"(?:,? (?P<time>\d{1,2}:\d{2}(?::\d{2})?)(?: ?(?P<half>[AaPp])\.?[Mm]\.?)?)?"
_NAMED_DATE: Final = re.compile(
    r"(?:(?P<month>[^\W\d_]{3,9})\.?[- ](?P<day>\d{1,2})"
    r"|(?P<day2>\d{1,2})[- ](?P<month2>[^\W\d_]{3,9})\.?)"
    rf"(?:,? |-)(?P<year>\d{{4}}|\d{{2}}){_CLOCK}"
)
_SLASHED_DATE: Final = re.compile(rf"(\d{{1,2}})/(\d{{1,2}})/(?P<year>\d{{4}}|\d{{2}}){_CLOCK}")
_DOTTED_DATE: Final = re.compile(
    rf"(?P<day>\d{{1,2}})\.(?P<month>\d{{1,2}})\.(?P<year>\d{{4}}|\d{{2}}){_CLOCK}"
)
_SPACED_OFFSET: Final = re.compile(r"(\d{4}-\d{2}-\d{2} [\d:.]{5,15}) ([+-]\d{2}:?\d{2})")
_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_CENTURY: Final = 2000  # for years of two digits
_MONTHS_OF_A_YEAR: Final = 12
_DAY_CHARS: Final = len("2026-11-03")
_NO_DATE: Final = Sentence("Orders", "is no date")
_MINUS: Final = str.maketrans("\u2212\u2013", "--")


class DayOrder(Enum):
    """Which of the two numbers before the year is the day, in the slashed dates of a file."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    UNKNOWN = "unknown"


@lru_cache(maxsize=4096)  # a file has few different prices
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
    bare = re.sub(r"[\s\u00a0'’]", "", _ISO_CODE.sub("", bare)).translate(_MINUS)
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
    """A plain decimal number, such as a weight; the decimal sign may be a comma.

    Raises:
        ValueError: it is none.
    """
    if _COMMA_DECIMAL.fullmatch(text):
        text = text.replace(",", ".")
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


def parse_moment(text: str, order: DayOrder = DayOrder.UNKNOWN) -> date | datetime:
    """A date or a time in any form that an export writes it in.

    ISO 8601 ("2026-11-03", a time keeps its offset or stays without one), the month's English or
    German name ("Nov-03-26", "10-Dez-25", "Nov 3, 2026"), dots ("3.11.2026", the day first) and
    slashes ("11/3/2026"), of which `order` tells the day where the numbers do not.

    Raises:
        ValueError: it is no date, or it may be two.
    """
    try:
        return datetime.fromisoformat(text) if len(text) > _DAY_CHARS else _iso_day(text)
    except ValueError:
        pass
    if hit := _SPACED_OFFSET.fullmatch(text):  # Shopify's
        return parse_moment(hit[1] + hit[2], order)
    if hit := _SLASHED_DATE.fullmatch(text):
        day, month = _day_and_month(hit[1], hit[2], order)
        return _at(_day(hit["year"], month, day), hit)
    if hit := _DOTTED_DATE.fullmatch(text):
        return _at(_day(hit["year"], int(hit["month"]), hit["day"]), hit)
    return _named(text)


def day_order(cells: Iterable[str], otherwise: DayOrder = DayOrder.UNKNOWN) -> DayOrder:
    """How a file writes its slashed dates: a number over 12 must be the day.

    Where no cell tells, `otherwise` counts; where they tell both, no order can be relied on.
    """
    seen = set()
    for cell in cells:
        if hit := _SLASHED_DATE.match(cell):
            first, second = int(hit[1]), int(hit[2])
            if first > _MONTHS_OF_A_YEAR >= second:
                seen.add(DayOrder.DAY_FIRST)
            elif second > _MONTHS_OF_A_YEAR >= first:
                seen.add(DayOrder.MONTH_FIRST)
    if not seen:
        return otherwise
    return seen.pop() if len(seen) == 1 else DayOrder.UNKNOWN


def _iso_day(text: str) -> date:
    if not _ISO_DATE.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def _day_and_month(first: str, second: str, order: DayOrder) -> tuple[str, int]:
    if order is DayOrder.DAY_FIRST or int(first) > _MONTHS_OF_A_YEAR:
        return first, int(second)
    if order is DayOrder.MONTH_FIRST or int(second) > _MONTHS_OF_A_YEAR or first == second:
        return second, int(first)
    raise ValueError(
        Sentence("Orders", "may be two dates, and no other date of the file tells which")
    )


def _named(text: str) -> date | datetime:
    hit = _NAMED_DATE.fullmatch(text)
    month = _MONTHS.get((hit["month"] or hit["month2"])[:3].lower()) if hit else None
    if hit is None or month is None:
        raise ValueError(_NO_DATE)
    return _at(_day(hit["year"], month, hit["day"] or hit["day2"]), hit)


def _at(day: date, hit: re.Match[str]) -> date | datetime:
    """The day, at the time behind it where there is one; that time is local, without a zone."""
    if not hit["time"]:
        return day
    hour, _, rest = hit["time"].partition(":")
    if half := hit["half"]:
        hour = str(int(hour) % 12 + 12 * (half in "Pp"))
    try:
        return datetime.combine(day, time.fromisoformat(f"{hour:0>2}:{rest}"))
    except ValueError:
        raise ValueError(_NO_DATE) from None


def as_day(moment: date | datetime) -> date:
    """The day of a date or a time, as it is written."""
    return moment.date() if isinstance(moment, datetime) else moment


def _day(year: str, month: int, day: str) -> date:
    try:
        number = int(year)
        return date(number if len(year) > 2 else _CENTURY + number, month, int(day))  # noqa: PLR2004 - digits
    except ValueError:
        raise ValueError(_NO_DATE) from None
