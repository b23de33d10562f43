"""What a reply states of the order, and whether the order says the same (S1-11). Pure.

What contradicts the order is an error of the check (facts.py); here is the rest: what agrees with
it, and what it does not say. A day after today is a promise, no fact of the order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from enum import Enum
from functools import cache
from typing import Final

from ..language.phrases import phrases
from ..language.tokens import normalised
from ..orders.order import Order
from ..orders.references import find_references, folded_number
from ..orders.services import find_service, folded_service, known_services
from .address_form import greeted, names_in
from .checker import letter_of
from .context import CheckContext
from .facts import conflicts
from .finding import Span
from .letter import Letter, Part
from .titles import quoted_titles
from .written import (
    SERVICE_FAMILIES,
    amounts_written,
    day_of,
    days_of,
    days_written,
    family,
    family_of,
    sums_of,
    title_likeness,
)


class FactKind(Enum):
    """What kind of fact a stretch of a reply states."""

    DATE = "date"
    SUM = "sum"
    SERVICE = "service"
    TITLE = "title"
    NUMBER = "number"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact as it stands in a reply; `is_known` where the order says the same."""

    span: Span
    kind: FactKind
    is_known: bool


_STATING: Final = frozenset({Part.BODY, Part.BLOCK})
_READ_AT_MOST: Final = 20_000  # characters of the customer's letter
_SURELY_SAME: Final = 90  # of 100; below it two titles may be those of two books
_CURRENCIES: Final = {
    "£": "GBP", "€": "EUR", "₽": "RUB", "GBP": "GBP", "USD": "USD", "EUR": "EUR", "RUB": "RUB"
}  # fmt: skip
_DOLLARS: Final = frozenset({"USD", "CAD", "AUD", "NZD"})
_SHORTEST_NUMBER: Final = 5  # characters; a shorter one may count anything
# UPS, then UPU S10 ("LX 123 456 789 US"), then the long rows of figures of other carriers.
_TRACKING: Final = r"1Z[0-9A-Z]{16}|[A-Z]{2} ?\d{3} ?\d{3} ?\d{3} ?[A-Z]{2}|\d(?: ?\d){11,33}"
_ISBN: Final = re.compile(r"97[89]\d{10}")
_ALSO_OTHER_THINGS: Final = frozenset({"priority", "express", "standard"})


def stated(
    text: str, context: CheckContext, today: date, zone: tzinfo = UTC
) -> tuple[Stated, ...]:
    """What the own text of a reply states of the order, in the order of the text.

    What contradicts the order is left out: the check says so. Without an order there is nothing.

    Args:
        zone: in which the seller counts her days; files may give them in UTC.
    """
    order = context.order
    if order is None:
        return ()
    letter = letter_of(text, context)
    taken = bytearray(len(letter.text))
    for look in conflicts(letter, context):
        taken[look.span.start : look.span.end] = b"\1" * (look.span.end - look.span.start)
    kept = []
    for one in (
        *_names(letter, context, order),
        *_titles(letter, context, order),
        *_numbers(letter, context, order),
        *_days(letter, context, order, today, zone),
        *_sums(letter, context, order),
        *_services(letter, context, order),
    ):
        start, end = one.span
        if not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: one.span))


def _stretches(letter: Letter) -> Iterator[tuple[int, str]]:
    """The sentences that state something: where each starts, and its words."""
    for passage in letter.passages:
        if passage.part in _STATING:
            yield passage.start, letter.text[passage.start : passage.end]


def _fact(kind: FactKind, at: int, span: tuple[int, int], *, is_known: bool) -> Stated:
    return Stated(Span(at + span[0], at + span[1]), kind, is_known)


def _theirs(context: CheckContext) -> str:
    return context.their_text[:_READ_AT_MOST]


# --- names -----------------------------------------------------------------------------------


def _names(letter: Letter, context: CheckContext, order: Order) -> Iterator[Stated]:
    """The name in the greeting, and the customer's whole name wherever it stands."""
    recipients = (parcel.recipient for parcel in context.parcels)
    called = (order.buyer.name, order.ship_to.name, context.customer_signed, *recipients)
    whole = {name: names_in(name) for name in called if name}
    words = frozenset(word for parts in whole.values() for word in parts)
    greeting = greeted(letter.text, letter.language)
    if greeting is not None and any(a <= greeting.start("name") < b for a, b in letter.own):
        said = names_in(greeting["name"])
        if said:
            known = all(_is_called(word, words) for word in said)
            yield _fact(FactKind.NAME, 0, greeting.span("name"), is_known=known)
    full = [name for name, parts in whole.items() if len(parts) > 1]
    if full:
        pattern = re.compile(_apart("|".join(map(re.escape, sorted(full, key=len, reverse=True)))))
        for at, stretch in _stretches(letter):
            for match in pattern.finditer(stretch):
                yield _fact(FactKind.NAME, at, match.span(), is_known=True)


def _is_called(word: str, words: frozenset[str]) -> bool:
    """Whether a word is one of the customer's names, or the first letter of one."""
    return word in words or (len(word) == 1 and any(known.startswith(word) for known in words))


def _apart(shapes: str) -> str:
    """The shapes where they stand as words of their own."""
    return rf"(?<![\w+-])(?:{shapes})(?![\w-])"


# --- titles ----------------------------------------------------------------------------------


def _titles(letter: Letter, context: CheckContext, order: Order) -> Iterator[Stated]:
    theirs = normalised(_theirs(context))
    conditions = {normalised(line.condition) for line in order.items if line.condition}
    for at, stretch in _stretches(letter):
        for start, end in quoted_titles(stretch):
            said = stretch[start:end].strip(" ,.")
            plain = normalised(said)
            known = (
                plain in conditions  # which our letters quote, too: sold as “Fine”
                or plain in theirs
                or any(title_likeness(said, line.title) >= _SURELY_SAME for line in order.items)
            )
            yield _fact(FactKind.TITLE, at, (start, end), is_known=known)


# --- numbers ---------------------------------------------------------------------------------


def _numbers(letter: Letter, context: CheckContext, order: Order) -> Iterator[Stated]:
    """Order and tracking numbers, and whatever else numbers this order in its files."""
    own = frozenset(_own_numbers(context, order))
    theirs = folded_number("".join(_theirs(context).split()))
    for reference in find_references(letter.text):
        known = folded_number(reference.number) in own
        is_stated = any(a <= reference.start < b for a, b in letter.own)
        if is_stated and (known or reference.certain):
            span = (reference.start, reference.end)
            yield _fact(FactKind.NUMBER, 0, span, is_known=known)
    listed = "|".join(sorted(map(re.escape, own), key=len, reverse=True))
    pattern = re.compile(_apart(f"(?i:{listed})|{_TRACKING}" if own else _TRACKING))
    for at, stretch in _stretches(letter):
        for match in pattern.finditer(stretch):
            number = folded_number(match.group().replace(" ", ""))
            known = number in own or number in theirs
            if known or not _ISBN.fullmatch(number):
                yield _fact(FactKind.NUMBER, at, match.span(), is_known=known)


def _own_numbers(context: CheckContext, order: Order) -> Iterator[str]:
    tracking = (*order.tracking, *(parcel.tracking for parcel in context.parcels))
    lines = (part for line in order.items for part in (line.listing_id, line.isbn))
    theirs = (reference.number for reference in find_references(_theirs(context)))
    for number in (order.order_id, *tracking, *lines, *theirs):
        if number and len(number) >= _SHORTEST_NUMBER:
            yield folded_number(number)


# --- days ------------------------------------------------------------------------------------


def _days(
    letter: Letter, context: CheckContext, order: Order, today: date, zone: tzinfo
) -> Iterator[Stated]:
    sent_on = context.sent_on | days_of(order.shipped_at)
    near = min(sent_on | days_of(order.ordered_at), default=today)
    known = frozenset(_known_days(context, order, zone)) | _days_in(_theirs(context), near)
    for at, stretch in _stretches(letter):
        for match in days_written(stretch):
            read = [day for day in (day_of(match, near), day_of(match, today)) if day is not None]
            past = [day for day in read if day <= today]
            if any(day in known for day in past):
                yield _fact(FactKind.DATE, at, match.span(), is_known=True)
            elif read and read[-1] <= today:
                yield _fact(FactKind.DATE, at, match.span(), is_known=False)


def _days_in(text: str, near: date) -> frozenset[date]:
    days = (day_of(match, near) for match in days_written(text))
    return frozenset(day for day in days if day is not None)


def _known_days(context: CheckContext, order: Order, zone: tzinfo) -> Iterator[date]:
    moments: list[date | datetime | None] = [
        order.ordered_at,
        order.paid_at,
        order.ship_by,
        order.shipped_at,
        order.deliver_by_min,
        order.deliver_by_max,
        *context.they_wrote_at,
    ]
    for parcel in context.parcels:
        moments += [parcel.shipped_at, parcel.shipped_on, parcel.created, parcel.tracking_date]
    yield from context.sent_on | context.expected
    for moment in moments:
        yield from days_of(moment)
        if isinstance(moment, datetime) and moment.tzinfo is not None:
            yield moment.astimezone(zone).date()


# --- sums ------------------------------------------------------------------------------------


def _sums(letter: Letter, context: CheckContext, order: Order) -> Iterator[Stated]:
    known = sums_of(order)
    theirs = frozenset((said.value, said.sign) for said in amounts_written(_theirs(context)))
    for at, stretch in _stretches(letter):
        for said in amounts_written(stretch):
            is_ours = said.value in known and _may_be(said.sign, order.currency)
            is_theirs = (said.value, said.sign) in theirs
            span = (said.start, said.end)
            yield _fact(FactKind.SUM, at, span, is_known=is_ours or is_theirs)


def _may_be(sign: str, currency: str | None) -> bool:
    """Whether a sign or word may stand for a currency."""
    if currency is None:
        return True
    return currency in _DOLLARS if sign == "$" else _CURRENCIES.get(sign, currency) == currency


# --- services --------------------------------------------------------------------------------


def _services(letter: Letter, context: CheckContext, order: Order) -> Iterator[Stated]:
    parcels = (parcel.service for parcel in context.parcels)
    called = [name for name in (order.service, *parcels) if name]
    country = order.ship_to.country
    services = {find_service(known_services(), name, country) for name in called}
    families = {family_of(name) for name in called}
    for at, stretch in _stretches(letter):
        for match in _service_names().finditer(stretch):
            found = find_service(known_services(), match.group(), country)
            named = any(_names_service(match.group(), name) for name in called)
            known = found in services if found is not None else named
            yield _fact(FactKind.SERVICE, at, match.span(), is_known=known)
        for name in SERVICE_FAMILIES:
            for start, end in _of_family(name, stretch):
                yield _fact(FactKind.SERVICE, at, (start, end), is_known=name in families)


def _names_service(said: str, known: str) -> bool:
    return f" {folded_service(said)} " in f" {folded_service(known)} "


@cache
def _service_names() -> re.Pattern[str]:
    """What finds a service by the name that it has in files or in the table."""
    names = {
        folded_service(name)
        for service in known_services()
        for name in (service.name, *service.names)
    }
    listed = sorted(
        (re.escape(name).replace(r"\ ", "[ -]") for name in names), key=len, reverse=True
    )
    return re.compile(_apart("|".join(listed)), re.IGNORECASE)


def _of_family(name: str, stretch: str) -> Iterable[tuple[int, int]]:
    """Where a service of a family is named, its last word whole."""
    for match in family(name).finditer(stretch):
        end = _WORD_END.match(stretch, match.end())
        last = match.end() if end is None else end.end()
        noun = _BETWEEN.match(stretch, last)
        behind = phrases("service.noun").match(stretch, last if noun is None else noun.end())
        if behind is not None:
            yield match.start(), behind.end()
        elif name not in _ALSO_OTHER_THINGS:
            yield match.start(), last


_WORD_END: Final = re.compile(r"\w+")
_BETWEEN: Final = re.compile(r"[ -]")
