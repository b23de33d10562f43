"""Whether what the reply says of the order agrees with the order (S1-11): only sure contradictions.

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

from rapidfuzz.fuzz import token_set_ratio

from ..language.tokens import normalised
from ..orders.order import Order
from ..orders.references import find_references, folded_number
from .context import CheckContext
from .finding import Span
from .letter import Letter, Part, Passage
from .surface import Look

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
_DATE: Final = re.compile(
    r"(?<![\d.])(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?P<m1>[A-Za-zА-Яа-яё]{3,9})\b\.?,?(?: (?P<y1>20\d\d))?"
    r"|(?P<m2>[A-Z][a-z]{2,8})\.? (?P<d2>\d{1,2})(?:st|nd|rd|th)?\b(?:,? (?P<y2>20\d\d))?"
    r"|(?P<y3>20\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)|(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})\.(?P<y4>20\d\d))"
)
_AMOUNT: Final = re.compile(
    r"[£$€] ?(?P<a>\d{1,6}(?:[.,]\d{3})*(?:[.,]\d{2})?)|(?P<b>\d{1,6}(?:[ \u00a0]\d{3})*(?:[.,]\d{2})?) ?(?:£|\$|€|₽|руб(?:\.|л\w+)?\b|р\.|euros?\b|pounds?\b|dollars?\b|GBP|USD|EUR|RUB)"
)
_WHOLE: Final = re.compile(
    r"\b(?:full|whole|entire|complete|total|all of (?:it|your)|in full|everything|you paid|your payment|price of (?:the|your)|purchase price)\b"
    r"|вс[юея] (?:сумм|стоимост|деньг|оплат)\w*|полн\w+ (?:сумм|стоимост)\w*|полностью|вы (?:за)?платили|целиком",
    re.IGNORECASE,
)
_PARTIAL: Final = re.compile(
    r"\b(?:half|part|partial|off|difference|postage|per cent|percent|%|instead of|of the|rather than|deduct|fee|extra)\b|%|половин|част|скидк|разниц|пересылк|доставк|пошлин",
    re.IGNORECASE,
)
_ORDERED: Final = re.compile(
    r"\b(?:you ordered|you bought|your order (?:of|from|dated|placed)|order (?:was )?placed|ordered (?:it |this |the book )?on|you placed)\b|вы заказ\w+|ваш заказ от|заказ (?:был )?(?:сделан|оформлен)|оформили заказ",
    re.IGNORECASE,
)
_SENT: Final = re.compile(
    r"\b(?:(?:was|were|has been) (?:posted|sent|shipped|dispatched|mailed)|(?:i|we) (?:posted|sent|shipped|dispatched|mailed) (?:it|your|the (?:book|parcel|order))|left (?:here|us|my shop|our shop)|went out)\b|(?:книга|посылка|заказ|бандероль)\w* (?:была? )?(?:отправлен\w*|ушл\w+|ушёл|ушел|вышл\w+|вышел)|(?:отправил|выслал)\w* (?:вам )?(?:книгу|посылку|заказ|её|ее)",
    re.IGNORECASE,
)
_LETTER_OF: Final = re.compile(
    r"\b(?:mail|message|letter|email|e-mail|note|note)s? (?:of|from|dated)\b|письм\w+ от|сообщени\w+ от",
    re.IGNORECASE,
)
_AGAIN: Final = re.compile(
    r"\b(?:again|second|another|new|replacement|back|instead|wrong|refund)\b|втор|нов|снова|повторно|замен|назад|обратно|вместо|возврат",
    re.IGNORECASE,
)
_THEIR_TITLE: Final = re.compile(
    r"(?:\b(?:your (?:copy of|order (?:of|for)|book,?|volume)|you ordered|copy of)|ваш\w* (?:книг\w*|заказ\w*|экземпляр\w*)|вы заказ\w+)\s+[\"“«‘'](?P<title>[^\"”»’'\n]{3,100})[\"”»’']",
    re.IGNORECASE,
)
_SERVICES: Final = {
    "media mail": re.compile(r"media mail", re.IGNORECASE),
    "priority": re.compile(r"priority(?: mail)?", re.IGNORECASE),
    "express": re.compile(
        r"express|expedited|next[- ]day|overnight|экспресс|ускоренн", re.IGNORECASE
    ),
    "first class": re.compile(r"first[- ]class|1st class|перв\w+ класс", re.IGNORECASE),
    "second class": re.compile(r"second[- ]class|2nd class", re.IGNORECASE),
    "ground": re.compile(r"ground advantage", re.IGNORECASE),
    "standard": re.compile(r"standard|стандартн", re.IGNORECASE),
}
_PAID_FOR: Final = re.compile(
    r"\b(?:you (?:paid for|ordered|chose|selected|bought))\b|вы (?:оплатили|выбрали|заказали)",
    re.IGNORECASE,
)
_SAME_TITLE: Final = 60  # of 100, rapidfuzz
_DAYS_APART: Final = 1  # files give UTC, letters the local day


def conflicts(letter: Letter, context: CheckContext) -> Iterator[Look]:
    """Every fact of the letter that the order contradicts."""
    order = context.order
    if order is None:
        return
    for passage in letter.passages:
        if passage.part is Part.BODY:
            yield from _dates(letter.text, passage, order)
            yield from _amounts(letter.text, passage, order)
            yield from _service(letter.text, passage, order)
            yield from _title(letter.text, passage, order)
    yield from _numbers(letter, context, order)


def _look(rule: str, start: int, end: int, repair: str | None = None) -> Look:
    return Look(rule, _CATEGORY, Span(start, end), repair)


def _dates(text: str, passage: Passage, order: Order) -> Iterator[Look]:
    stretch = text[passage.start : passage.end]
    if _LETTER_OF.search(stretch) or _AGAIN.search(stretch):
        return
    found = [(m, d) for m in _DATE.finditer(stretch) if (d := _date_of(m, order)) is not None]
    if len(found) != 1:
        return  # with two dates it cannot be told which is which
    match, said = found[0]
    for names, known in ((_SENT, order.shipped_at), (_ORDERED, order.ordered_at)):
        if known is not None and names.search(stretch):
            if abs((said - _day(known)).days) > _DAYS_APART:
                yield _look(
                    "fact.date", passage.start + match.start(), passage.start + match.end()
                )
            return


def _date_of(match: re.Match[str], order: Order) -> date | None:
    day = match["d1"] or match["d2"] or match["d3"] or match["d4"]
    name = match["m1"] or match["m2"]
    month = _MONTHS.get(normalised(name)) if name else int(match["m3"] or match["m4"] or 0)
    year = match["y1"] or match["y2"] or match["y3"] or match["y4"]
    if not month:
        return None
    known = order.shipped_at or order.ordered_at
    if year is None and known is None:
        return None
    try:
        return date(int(year) if year else _day(known).year if known else 1, month, int(day))
    except ValueError:
        return None


def _day(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value


def _amounts(text: str, passage: Passage, order: Order) -> Iterator[Look]:
    stretch = text[passage.start : passage.end]
    if not _WHOLE.search(stretch) or _PARTIAL.search(stretch):
        return
    known = _sums(order)
    for match in _AMOUNT.finditer(stretch):
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
    if known is None or not _PAID_FOR.search(stretch):
        return
    for family, pattern in _SERVICES.items():
        match = pattern.search(stretch)
        if match and family != known and not _SERVICES[known].search(stretch):
            yield _look("fact.service", passage.start + match.start(), passage.start + match.end())
            return


def _service_family(service: str) -> str | None:
    return next((family for family, p in _SERVICES.items() if p.search(service)), None)


def _title(text: str, passage: Passage, order: Order) -> Iterator[Look]:
    for match in _THEIR_TITLE.finditer(text, passage.start, passage.end):
        if not any(_is_same(match["title"], line.title) for line in order.items):
            yield _look("fact.title", match.start("title"), match.end("title"))


def _is_same(said: str, known: str) -> bool:
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
