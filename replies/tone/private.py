"""What must not leave the shop: card numbers, passwords, data of other customers (S4-08)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ..language.phrases import phrases, shaped
from ..language.tokens import MAIL_ADDRESS
from ..orders.services import folded_service, known_services
from .context import CheckContext, PrivateData
from .finding import Look, Span
from .letter import Letter, Part, Passage

_CATEGORY: Final = "private_data_leak"
_DIGITS: Final = re.compile(r"(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])")
_CARD_REACH: Final = 50  # characters before a number in which a card may be named
ORDER_SHAPE: Final = re.compile(r"\d{3}-\d{7}-\d{7}|\d{2}-\d{5}-\d{5}")
_GIVEN_AWAY: Final = (
    r"(?<!\w)<private.secret>\b(?:[^.\n:=]{0,30}?(?:<private.secret-is>|:|=|—|–)|\s+"
    r"|[^.\n:=]{0,30}?\s(?=\S{0,40}\d)(?-i:(?=\S{0,40}[a-zа-я])(?=\S{0,40}[A-ZА-Я])))"
    r"\s*[\"“«'‘]?(?P<secret>[^\s\"”»'’,;]{4,40})"
)
_NO_SECRET: Final = re.compile(r"[a-zа-яё]+[.!?:]*", re.IGNORECASE)
_PERSON: Final = (
    r"(?<!\w)(?i:<name.courtesy>)\.? [A-ZА-ЯЁ][\w'’-]+(?: [A-ZА-ЯЁ][\w'’-]+)?"
    r"|[A-Z][a-zà-ÿ'’-]+(?: [A-Z]\.)? [A-Z][a-zà-ÿ'’-]+"
    r"|[А-ЯЁ][а-яё-]+(?: [А-ЯЁ][а-яё-]+)? [А-ЯЁ][а-яё-]+"
    r"|[А-ЯЁ][а-яё-]+ [А-ЯЁ]\.(?: ?[А-ЯЁ]\.)?|[А-ЯЁ]\. ?(?:[А-ЯЁ]\. ?)?[А-ЯЁ][а-яё-]+"
)
STREET: Final = (
    r"\b\d{1,4}[A-Za-z]? (?:[A-Z][\w'’-]+ ){1,3}<private.street>\b\.?"
    r"|<private.street-kind>\s*[А-ЯЁ][\w-]+(?: [А-ЯЁ]?[\w-]+)?,?\s*<private.house>?\d+[а-я]?"
    r"(?:,?\s*<private.flat>\s*\d+)?"
)
PHONE: Final = (
    r"(?<![\w-])(?:\+\d{1,3}[ -]?)?(?:\(\d{2,5}\)[ -]?)?\d{2,5}(?:[ -]\d{2,4}){2,4}(?![\w-])"
)
_BEFORE_PLACE: Final = r"<private.before-place>\s$"
_SHORTEST: Final = 5  # characters of a name or street that is looked for
_SERVICE_AT_MOST: Final = 60  # characters of a service's name that begins before a sentence
_SHORTEST_WORD: Final = 3  # letters of a word that tells one name from another


def leaks(letter: Letter, context: CheckContext) -> Iterator[Look]:
    """Every stretch of the own text that gives away what it must not."""
    for start, end in letter.own:
        yield from _cards(letter.text, start, end)
        yield from _secrets(letter.text, start, end)
    yield from _known_data(letter, context.private, context)
    suspect = [
        passage
        for passage in letter.body
        if _may_be_of_another(letter.text[passage.start : passage.end])
    ]
    if suspect:
        allowed = _allowed_in(letter, context)
        for passage in suspect:
            yield from _third_party(letter, passage, allowed)


@lru_cache(maxsize=1_024)
def _may_be_of_another(sentence: str) -> bool:
    """Whether a sentence may be about another customer; remembered, as most are read again."""
    return phrases("private.other-person").search(sentence) is not None


def _cards(text: str, start: int, end: int) -> Iterator[Look]:
    for match in _DIGITS.finditer(text, start, end):
        digits = re.sub(r"\D", "", match.group())
        reach = max(0, match.start() - _CARD_REACH)
        named = phrases("private.card").search(text, reach, match.start())
        if ORDER_SHAPE.fullmatch(match.group()) or digits.startswith(("978", "979")):
            continue
        if named or (_is_card_shape(digits) and _passes_luhn(digits)):
            yield Look("private.card", _CATEGORY, Span(*match.span()), "•••• " + digits[-4:])


def _is_card_shape(digits: str) -> bool:
    """16 digits that begin with 2, 4, 5 or 6, or American Express's 15 (ISO/IEC 7812)."""
    return re.fullmatch(r"3[47]\d{13}|[2456]\d{15}", digits) is not None


def _passes_luhn(digits: str) -> bool:
    total = 0
    for index, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + index % 2)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - ISO/IEC 7812 annex B
    return total % 10 == 0


def _secrets(text: str, start: int, end: int) -> Iterator[Look]:
    for match in shaped(_GIVEN_AWAY).finditer(text, start, end):
        secret = match["secret"].rstrip(".!?)")
        if not _NO_SECRET.fullmatch(secret) and secret:
            at = match.start("secret")
            yield Look("private.password", _CATEGORY, Span(at, at + len(secret)))


def _known_data(letter: Letter, private: PrivateData, context: CheckContext) -> Iterator[Look]:
    allowed = " ".join((*context.own_names, context.their_text)).lower()
    names = (name for name in private.names if " " in name.strip())
    wanted: Iterable[str] = (
        *names, *private.streets, *private.addresses, *private.order_numbers, *private.secrets
    )  # fmt: skip
    lowered = letter.text.lower()
    for value in wanted:
        needle = value.strip().lower()
        if len(needle) < _SHORTEST or needle in allowed or _is_own(needle, context):
            continue
        at = lowered.find(needle)
        if at >= 0 and _is_inside(letter, at, at + len(needle)):
            yield Look("private.third-party", _CATEGORY, Span(at, at + len(needle)))


def _is_inside(letter: Letter, start: int, end: int) -> bool:
    return any(a <= start and end <= b for a, b in letter.own) and not letter.is_masked(start, end)


def _is_own(needle: str, context: CheckContext) -> bool:
    """Whether it belongs to this order or this customer."""
    order = context.order
    values: list[str | None] = [context.customer_signed]
    if order is not None:
        values += [order.buyer.name, order.buyer.email, order.ship_to.name, order.order_id]
        values += order.ship_to.street
    return any(value and needle in value.lower() for value in values)


def _third_party(letter: Letter, passage: Passage, allowed: _Allowed) -> Iterator[Look]:
    """Other people and their data, in a sentence that may be about another customer."""
    text = letter.text
    found = [match.span() for match in allowed.strangers(text, passage.start, passage.end)]
    spans = [
        (start, end)
        for start, end in found
        if start > passage.start and not shaped(_BEFORE_PLACE).search(text, passage.start, start)
    ]
    if _names_stranger(text, passage, allowed):
        for shape in (STREET, MAIL_ADDRESS, PHONE):
            matches = shaped(shape, re.NOFLAG).finditer(text, passage.start, passage.end)
            spans += [match.span() for match in matches]
    for span in spans:
        if not letter.is_masked(*span):
            yield Look("private.other-customer", _CATEGORY, Span(*span))


def _names_stranger(text: str, passage: Passage, allowed: _Allowed) -> bool:
    """Whether the sentence is about another person: it says so, or names one."""
    if phrases("private.customer").search(text, passage.start, passage.end):
        return True
    return next(allowed.strangers(text, passage.start + 1, passage.end), None) is not None


@dataclass(frozen=True, slots=True)
class _Allowed:
    """What looks like the name of another person and is none.

    Attributes:
        words: of the names that may stand: the customer's, the shop's, greeting and closing.
        services: finds the names of carrier services.
    """

    words: frozenset[str]
    services: re.Pattern[str]

    def strangers(self, text: str, start: int, end: int) -> Iterator[re.Match[str]]:
        """The names of people in a stretch who have no part in this order."""
        services = [
            match.span()
            for match in self.services.finditer(text, max(0, start - _SERVICE_AT_MOST), end)
        ]
        for match in shaped(_PERSON, re.NOFLAG).finditer(text, start, end):
            is_service = any(a < match.end() and match.start() < b for a, b in services)
            if not is_service and self._is_stranger(match.group()):
                yield match

    def _is_stranger(self, name: str) -> bool:
        if phrases("private.no-person").fullmatch(name):
            return False
        words = [word.strip(".,").lower() for word in name.split()]
        return not any(word in self.words for word in words if len(word) >= _SHORTEST_WORD)


def _allowed_in(letter: Letter, context: CheckContext) -> _Allowed:
    order = context.order
    sources = [context.customer_signed or "", *context.own_names]
    if order is not None:
        sources += [order.buyer.name or "", order.ship_to.name or "", *order.ship_to.street]
        sources += [order.ship_to.city or "", *(line.title for line in order.items)]
    sources += [
        letter.text[p.start : p.end]
        for p in letter.passages
        if p.part in {Part.GREETING, Part.CLOSING}
    ]
    words = frozenset(word.strip(".,!").lower() for s in sources for word in s.split())
    return _Allowed(words, _service_names((order.service if order else None) or ""))


@lru_cache(maxsize=64)
def _service_names(own: str) -> re.Pattern[str]:
    """What finds the names of carrier services: the order's own and those that are known."""
    names = {folded_service(own)}
    for service in known_services():
        names.update((folded_service(service.name), *service.names))
    longest_first = sorted(names - {""}, key=lambda name: (-len(name), name))
    written = (r"[\W_]+".join(map(re.escape, name.split())) for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)", re.IGNORECASE)
