"""How a reply would look in public: its worst sentence alone, and whose data stand in it (S4-04).

Customers post replies. What is kind as a whole is quoted by the one sentence that is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from ..language.phrases import shaped
from ..language.tokens import MAIL_ADDRESS
from .checker import letter_of
from .context import CheckContext
from .finding import Finding, Severity, Span, ToneReport
from .letter import Letter, Part
from .private import ORDER_SHAPE, PHONE, STREET

_LEAK: Final = "private_data_leak"
_SEVERITIES: Final = (Severity.ADVICE, Severity.WARNING, Severity.ERROR)
# What strangers pass on, what they pass on first where two sentences weigh the same; the rules of
# a marketplace or of the house are nothing to them.
_QUOTED_FIRST: Final = (
    _LEAK, "insult_or_profanity", "threat", "imply_customer_lies", "sarcasm", "condescension",
    "blame_customer", "shouting", "displaced_responsibility", "policy_hiding", "defensive",
    "excuse", "hedged_or_weak_apology", "conditional_apology", "unfilled_placeholder",
    "unsolicited_first_name", "vague_promise", "cliche",
)  # fmt: skip
_DIGITS_OF_A_PHONE: Final = range(9, 16)  # with the code of the country at most 15 (ITU-T E.164)


class PersonalKind(Enum):
    """What somebody would read of a person."""

    CARD = "card"
    SECRET = "secret"  # noqa: S105 - a kind, no password
    OTHER_PERSON = "other_person"
    MAIL_ADDRESS = "mail_address"
    PHONE = "phone"
    STREET = "street"
    NAME = "name"
    ORDER_NUMBER = "order_number"


_LEAKS: Final = {
    "private.card": PersonalKind.CARD,
    "private.password": PersonalKind.SECRET,
}


@dataclass(frozen=True, slots=True)
class Personal:
    """A stretch that tells of a person.

    Attributes:
        is_leak: the check stops it: it must not even reach this customer.
    """

    kind: PersonalKind
    span: Span
    text: str
    is_leak: bool = False


@dataclass(frozen=True, slots=True)
class Quote:
    """One sentence as a stranger would pass it on, and the strongest finding in it."""

    span: Span
    text: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class PostTest:
    """What a public reader would see.

    Attributes:
        worst: None where no sentence has a finding.
        personal: what must not be there at all first, then in the order of the text.
    """

    worst: Quote | None
    personal: tuple[Personal, ...]


def post_test(text: str, report: ToneReport, context: CheckContext) -> PostTest:
    """Read a reply as the public would; `report` is what the check says of this very text."""
    letter = letter_of(text, context)
    placed = [
        (found, found.span)
        for found in report.findings
        if found.span is not None and found.category in _QUOTED_FIRST
    ]
    personal = sorted(
        _without_overlaps([*_leaks(placed), *_data_in(letter, context)]),
        key=lambda one: (not one.is_leak, one.span),
    )
    return PostTest(_worst(letter, placed), tuple(personal))


def _worst(letter: Letter, placed: Sequence[tuple[Finding, Span]]) -> Quote | None:
    """The sentence whose strongest finding weighs most; of equal ones that with more of them."""
    quotes: list[tuple[tuple[int, int, int, int], Quote]] = []
    for passage in letter.passages:
        if passage.part is Part.BLOCK:
            continue
        inside = [finding for finding, span in placed if span.overlaps(passage.span)]
        if inside:
            strongest = max(inside, key=_weight)
            said = " ".join(letter.text[passage.start : passage.end].split())
            weight = (*_weight(strongest), len(inside), -passage.start)
            quotes.append((weight, Quote(passage.span, said, strongest)))
    return max(quotes, key=lambda pair: pair[0])[1] if quotes else None


def _weight(finding: Finding) -> tuple[int, int]:
    return _SEVERITIES.index(finding.severity), -_QUOTED_FIRST.index(finding.category)


def _leaks(placed: Sequence[tuple[Finding, Span]]) -> Iterator[Personal]:
    for finding, span in placed:
        if finding.category == _LEAK:
            kind = _LEAKS.get(finding.rule, PersonalKind.OTHER_PERSON)
            yield Personal(kind, span, finding.text, is_leak=True)


def _data_in(letter: Letter, context: CheckContext) -> Iterator[Personal]:
    """What only a public reader should not have: data of this customer, and of the shop."""
    greeted = next((p.end for p in letter.passages if p.part is Part.GREETING), 0)
    shapes = [
        (PersonalKind.MAIL_ADDRESS, shaped(MAIL_ADDRESS)),
        (PersonalKind.ORDER_NUMBER, ORDER_SHAPE),
        *(
            (kind, re.compile(re.escape(value), re.IGNORECASE))
            for kind, value in _of_this_order(context)
        ),
        (PersonalKind.STREET, shaped(STREET, re.NOFLAG)),
        (PersonalKind.PHONE, shaped(PHONE)),
    ]
    for kind, shape in shapes:
        for start, end in letter.own:
            for match in shape.finditer(letter.text, max(start, greeted), end):
                if kind is PersonalKind.PHONE and not _is_phone(match.group()):
                    continue
                if not letter.is_masked(*match.span()):
                    yield Personal(kind, Span(*match.span()), match.group())


def _of_this_order(context: CheckContext) -> Iterator[tuple[PersonalKind, str]]:
    order = context.order
    if order is None:
        return
    yield PersonalKind.ORDER_NUMBER, order.order_id
    full_names = (name for name in (order.buyer.name, order.ship_to.name) if name and " " in name)
    yield from ((PersonalKind.NAME, name) for name in dict.fromkeys(full_names))
    yield from ((PersonalKind.STREET, street) for street in order.ship_to.street if street)


def _is_phone(text: str) -> bool:
    return sum(letter.isdigit() for letter in text) in _DIGITS_OF_A_PHONE


def _without_overlaps(found: Sequence[Personal]) -> list[Personal]:
    """Of those at one place the first."""
    kept: list[Personal] = []
    for one in found:
        if not any(one.span.overlaps(other.span) for other in kept):
            kept.append(one)
    return kept
