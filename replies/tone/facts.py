"""Whether what the reply says of the order agrees with it (S1-11): only sure contradictions.

A date counts where its sentence says what happened on it ("ordered", "posted"), an amount where
the sentence calls it the whole, a number by its shape, a title where it is called theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from itertools import combinations
from typing import Final

from ..language.phrases import phrases, shaped
from ..language.tokens import normalised
from ..orders.order import Order
from ..orders.references import find_references, folded_number
from .context import CheckContext
from .finding import Look, Span
from .letter import Letter, Part, Passage

_CATEGORY: Final = "fact_conflict"
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
_THEIR_TITLE: Final = r"<facts.their-book>\s+[\"“«‘'](?P<title>[^\"”»’'\n]{3,100})[\"”»’']"
_PARTIAL: Final = r"<facts.partial>|%"
_FAMILIES: Final = (
    "media-mail", "priority", "express", "first-class", "second-class", "ground", "standard"
)  # fmt: skip
_SAME_TITLE: Final = 60  # of 100, rapidfuzz
_DAYS_APART: Final = 1  # files give UTC, letters the local day


def conflicts(letter: Letter, context: CheckContext) -> Iterator[Look]:
    """Every fact of the letter that the order contradicts."""
    order = context.order
    if order is None:
        return
    sent_on = context.sent_on | _days(order.shipped_at)
    for passage in letter.passages:
        if passage.part is Part.BODY:
            yield from _dates(letter.text, passage, order, sent_on)
            yield from _amounts(letter.text, passage, order)
            yield from _service(letter.text, passage, order)
            yield from _title(letter.text, passage, order)
    yield from _numbers(letter, context, order)


def _look(rule: str, start: int, end: int, repair: str | None = None) -> Look:
    return Look(rule, _CATEGORY, Span(start, end), repair)


def _dates(text: str, passage: Passage, order: Order, sent_on: frozenset[date]) -> Iterator[Look]:
    stretch = text[passage.start : passage.end]
    if phrases("facts.letter-of").search(stretch) or phrases("facts.again").search(stretch):
        return
    near = min(sent_on | _days(order.ordered_at), default=None)
    found = [
        (m, d)
        for m in shaped(_DATE, re.NOFLAG).finditer(stretch)
        if (d := _date_of(m, near)) is not None
    ]
    if len(found) != 1:
        return  # with two dates it cannot be told which is which
    match, said = found[0]
    for names, known in (("facts.sent", sent_on), ("facts.ordered", _days(order.ordered_at))):
        if known and phrases(names).search(stretch):
            if all(abs((said - day).days) > _DAYS_APART for day in known):
                yield _look(
                    "fact.date", passage.start + match.start(), passage.start + match.end()
                )
            return


def _date_of(match: re.Match[str], near: date | None) -> date | None:
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


def _days(value: date | datetime | None) -> frozenset[date]:
    """The day of a moment; none of none."""
    if value is None:
        return frozenset()
    return frozenset({value.date() if isinstance(value, datetime) else value})


def _amounts(text: str, passage: Passage, order: Order) -> Iterator[Look]:
    stretch = text[passage.start : passage.end]
    if not phrases("facts.whole").search(stretch) or shaped(_PARTIAL).search(stretch):
        return
    known = _sums(order)
    for match in shaped(_AMOUNT, re.NOFLAG).finditer(stretch):
        said = _decimal(match["a"] or match["b"])
        if known and said is not None and said not in known:
            yield _look("fact.amount", passage.start + match.start(), passage.start + match.end())


def _sums(order: Order) -> frozenset[Decimal]:
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


def _service(text: str, passage: Passage, order: Order) -> Iterator[Look]:
    stretch = text[passage.start : passage.end]
    known = _service_family(order.service or "")
    if known is None or not phrases("facts.paid-for").search(stretch):
        return
    for family in _FAMILIES:
        match = _family(family).search(stretch)
        if match and family != known and not _family(known).search(stretch):
            yield _look("fact.service", passage.start + match.start(), passage.start + match.end())
            return


def _service_family(service: str) -> str | None:
    return next((family for family in _FAMILIES if _family(family).search(service)), None)


def _family(name: str) -> re.Pattern[str]:
    return phrases(f"service.{name}")


def _title(text: str, passage: Passage, order: Order) -> Iterator[Look]:
    for match in shaped(_THEIR_TITLE).finditer(text, passage.start, passage.end):
        if not any(_is_same(match["title"], line.title) for line in order.items):
            yield _look("fact.title", match.start("title"), match.end("title"))


def _is_same(said: str, known: str) -> bool:
    from rapidfuzz.fuzz import token_set_ratio  # loaded with the first title that is compared

    return token_set_ratio(normalised(said), normalised(known)) >= _SAME_TITLE


def _numbers(letter: Letter, context: CheckContext, order: Order) -> Iterator[Look]:
    named = {folded_number(r.number) for r in find_references(context.their_text)}
    own = {folded_number(order.order_id), *named}
    for reference in _certain(letter):
        number = folded_number(reference[0])
        if number not in own and not any(number in known or known in number for known in own):
            yield _look("fact.order-number", reference[1], reference[2], order.order_id)


def _certain(letter: Letter) -> Iterable[tuple[str, int, int]]:
    for reference in find_references(letter.text):
        inside = any(a <= reference.start < b for a, b in letter.own)
        if reference.certain and inside:
            yield reference.number, reference.start, reference.end
