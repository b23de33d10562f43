"""What one value of a notice says: a line of text, an amount, a count, a day."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from ....mailbox.html_tokens import cleaned
from ..importing.cells import DayOrder, parse_amount, parse_count, parse_currency, parse_moment

MAX_CHARS: Final = 300
_YEARS: Final = range(1995, 2100)
_MOST_MONEY: Final = Decimal(1_000_000)
_MOST_COPIES: Final = 10_000
_AMOUNT: Final = re.compile(
    r"(?:(?:US|CA|AU|NZ|C|A) ?\$|[$£€]|\b[A-Z]{3}\b)? ?-?"
    r"(?:\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?|\d[\d.,']{0,14})"
    r" ?(?:[$£€₽]|\b(?:[A-Z]{3}|руб)\b)?"
)
_COUNT: Final = re.compile(r"\d{1,6}")
_MONTHS: Final = {
    "янв": "jan", "фев": "feb", "мар": "mar", "апр": "apr", "мая": "may", "май": "may",
    "июн": "jun", "июл": "jul", "авг": "aug", "сен": "sep", "окт": "oct", "ноя": "nov",
    "дек": "dec", "mär": "mar", "mrz": "mar", "mai": "may", "okt": "oct", "dez": "dec",
}  # fmt: skip
_MONTH: Final = r"([^\W\d_]{3,12})"
_DAY: Final = re.compile(
    rf"\d{{4}}-\d{{2}}-\d{{2}}(?:T[\d:.]{{5,15}}(?:Z|[+-]\d{{2}}:?\d{{2}})?)?"
    rf"|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}"
    rf"|(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th)? {_MONTH}\.?,? (?P<year>\d{{4}})"
    rf"|{_MONTH}\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>\d{{4}})",
    re.IGNORECASE,
)


def line_of(text: object) -> str:
    """A value as one line that is safe to show, "" where it is no text."""
    if not isinstance(text, str | int | float) or isinstance(text, bool):
        return ""
    shown = str(text) if not isinstance(text, str) else text[: 4 * MAX_CHARS]
    return " ".join(cleaned(shown).split())[:MAX_CHARS].strip()


def amount_in(text: object) -> tuple[Decimal | None, str | None]:
    """The first amount in a text and its currency; None where there is none."""
    found = _AMOUNT.search(line_of(text))
    if found is None:
        return None, None
    written = found[0].strip().rstrip(".,'")
    try:
        amount = parse_amount(written.replace("₽", "").replace("руб", ""))
    except ValueError:
        return None, None
    if not -_MOST_MONEY < amount < _MOST_MONEY:
        return None, None
    is_rouble = "₽" in written or "руб" in written
    return abs(amount), "RUB" if is_rouble else parse_currency(written)


def count_in(text: object) -> int | None:
    """The first whole number in a text, as of copies; None where there is none."""
    found = _COUNT.search(line_of(text))
    count = parse_count(found[0]) if found else 0
    return count if 0 < count <= _MOST_COPIES else None


def moment_in(text: object, order: DayOrder = DayOrder.UNKNOWN) -> date | datetime | None:
    """The first date in a text, in English, German or Russian; None where there is none.

    Args:
        order: which number of "3/11/2026" is the day, where the sender's habit is known.
    """
    for found in _DAY.finditer(line_of(text)):
        try:
            moment = _moment(found, order)
        except ValueError:
            continue
        if moment.year in _YEARS:
            return moment
    return None


def _moment(found: re.Match[str], order: DayOrder) -> date | datetime:
    month = found[2] or found[4]
    if not month:
        return parse_moment(found[0], order)
    name = _MONTHS.get(month[:3].lower(), month[:3].lower())
    day, year = found["day"] or found["day2"], found["year"] or found["year2"]
    return parse_moment(f"{day} {name} {year}")
