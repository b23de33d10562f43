"""Whether what the reply says of the order agrees with it (S1-11): only sure contradictions.

A date counts where its sentence says what happened on it ("ordered", "posted"), an amount where
the sentence calls it the whole, a number by its shape, a title where it is called theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from ..language.phrases import phrases, shaped
from ..orders.order import Order
from ..orders.references import find_references, folded_number
from .context import CheckContext
from .finding import Look, Span
from .letter import Letter, Part, Passage
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

_CATEGORY: Final = "fact_conflict"
_THEIR_TITLE: Final = r"<facts.their-book>\s+[\"“«‘'](?P<title>[^\"”»’'\n]{3,100})[\"”»’']"
_PARTIAL: Final = r"<facts.partial>|%"
_SAME_TITLE: Final = 60  # of 100, rapidfuzz
_DAYS_APART: Final = 1  # files give UTC, letters the local day


def conflicts(letter: Letter, context: CheckContext) -> Iterator[Look]:
    """Every fact of the letter that the order contradicts."""
    order = context.order
    if order is None:
        return
    sent_on = context.sent_on | days_of(order.shipped_at)
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
    near = min(sent_on | days_of(order.ordered_at), default=None)
    found = [(m, d) for m in days_written(stretch) if (d := day_of(m, near)) is not None]
    if len(found) != 1:
        return  # with two dates it cannot be told which is which
    match, said = found[0]
    for names, known in (("facts.sent", sent_on), ("facts.ordered", days_of(order.ordered_at))):
        if known and phrases(names).search(stretch):
            if all(abs((said - day).days) > _DAYS_APART for day in known):
                yield _look(
                    "fact.date", passage.start + match.start(), passage.start + match.end()
                )
            return


def _amounts(text: str, passage: Passage, order: Order) -> Iterator[Look]:
    stretch = text[passage.start : passage.end]
    if not phrases("facts.whole").search(stretch) or shaped(_PARTIAL).search(stretch):
        return
    known = sums_of(order)
    for said in amounts_written(stretch):
        if known and said.value not in known:
            yield _look("fact.amount", passage.start + said.start, passage.start + said.end)


def _service(text: str, passage: Passage, order: Order) -> Iterator[Look]:
    stretch = text[passage.start : passage.end]
    known = family_of(order.service or "")
    if known is None or not phrases("facts.paid-for").search(stretch):
        return
    for name in SERVICE_FAMILIES:
        match = family(name).search(stretch)
        if match and name != known and not family(known).search(stretch):
            yield _look("fact.service", passage.start + match.start(), passage.start + match.end())
            return


def _title(text: str, passage: Passage, order: Order) -> Iterator[Look]:
    for match in shaped(_THEIR_TITLE).finditer(text, passage.start, passage.end):
        if not any(
            title_likeness(match["title"], line.title) >= _SAME_TITLE for line in order.items
        ):
            yield _look("fact.title", match.start("title"), match.end("title"))


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
