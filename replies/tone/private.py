"""What must not leave the shop: card numbers, passwords, data of other customers (S4-08, S3-06)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from .context import CheckContext, PrivateData
from .finding import Span
from .letter import Letter, Part, Passage
from .surface import Look

_CATEGORY: Final = "private_data_leak"
_DIGITS: Final = re.compile(r"(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])")
_CARD_WORD: Final = re.compile(r"card|visa|master|amex|карт", re.IGNORECASE)
_CARD_REACH: Final = 50  # characters before a number in which a card may be named
_ORDER_SHAPE: Final = re.compile(r"\d{3}-\d{7}-\d{7}|\d{2}-\d{5}-\d{5}")
_SECRET: Final = re.compile(
    r"(?<!\w)(?:password|passcode|passphrase|pass|pwd|pin(?: code)?|парол[ьяею]|пин-?код)\b"
    r"(?:[^.\n:=]{0,30}?(?:\bis\b|:|=|—|–)|\s+)\s*[\"“«'‘]?(?P<secret>[^\s\"”»'’,;]{4,40})",
    re.IGNORECASE,
)
_NO_SECRET: Final = re.compile(r"[a-zа-яё]+[.!?:]*", re.IGNORECASE)
_OTHER_PERSON: Final = re.compile(
    r"\b(?:another|other|different|previous|second|next|last|wrong|one of (?:my|our)|a|the other|other of (?:my|our)|fellow)\s+(?:\w+\s+)?(?:customer|buyer|client|reader|purchaser|lady|gentleman|person|man|woman|recipient)s?\b"
    r"|\b(?:customer|buyer|client)s?,? (?:called|named|by the name)|\bsomeone else|\bsomebody else"
    r"|\b(?:went|gone|sent|posted|shipped|delivered|mailed|swapped|mixed up|belongs?|belonged|intended|meant|addressed|bound)\b[^.\n]{0,40}?\b(?:to|for|with)\b"
    r"|(?:друг(?:ой|ая|ого|ому|им|ую|их)|ещ[её] одн\w+|сосед\w+|предыдущ\w+|нов\w+|одн(?:ой|ому|ого) из наших) (?:\w+ )?(?:покупател\w+|клиент\w*|заказчи\w+|читател\w+|человек\w*|получател\w+)"
    r"|покупател(?:ю|ем|ьниц\w+|я|ь)|клиент(?:у|ка|ке|ом|кой)|(?:ушл|отправ|попал|уехал|перепут|предназнач|достал)\w*",
    re.IGNORECASE,
)
_PERSON: Final = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? )(?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)?"
    r"|[A-Z][a-zà-ÿ'’-]+(?: [A-Z]\.)? [A-Z][a-zà-ÿ'’-]+"
    r"|[А-ЯЁ][а-яё-]+(?: [А-ЯЁ][а-яё-]+)? [А-ЯЁ][а-яё-]+|[А-ЯЁ][а-яё-]+ [А-ЯЁ]\.(?: ?[А-ЯЁ]\.)?|[А-ЯЁ]\. ?(?:[А-ЯЁ]\. ?)?[А-ЯЁ][а-яё-]+"
    r"|(?:г-н|г-жа|господин\w*|госпож\w+) [А-ЯЁ][а-яё-]+"
)
_STREET: Final = re.compile(
    r"\b\d{1,4}[A-Za-z]? (?:[A-Z][\w'’-]+ ){1,3}(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Drive|Dr|Close|Court|Ct|Place|Pl|Way|Terrace|Gardens|Square|Row|Hill|Crescent|Boulevard|Blvd|Grove|Mews)\b\.?"
    r"|(?:ул\.|улиц\w|пр\.|просп\.|проспект\w*|пер\.|переул\w+|бульвар\w*|наб\.|шоссе)\s*[А-ЯЁ][\w-]+(?: [А-ЯЁ]?[\w-]+)?,?\s*(?:д\.?\s*|дом\s*)?\d+[а-я]?(?:,?\s*(?:кв\.?|корп\.?)\s*\d+)?"
)
_MAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE: Final = re.compile(
    r"(?<![\w-])(?:\+\d{1,3}[ -]?)?(?:\(\d{2,5}\)[ -]?)?\d{2,5}(?:[ -]\d{2,4}){2,4}(?![\w-])"
)
_NO_PERSON: Final = re.compile(
    r"(?:Royal Mail|Post Office|Media Mail|Priority Mail|First Class|Ground Advantage|Deutsche Post|Canada Post|"
    r"Australia Post|United (?:States|Kingdom)|New (?:York|Zealand)|Good (?:Morning|Day)|Kind Regards|Почт\w+ Росси\w+|Dear \w+|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b.*)",
    re.IGNORECASE,
)
_PLACE_BEFORE: Final = re.compile(
    r"\b(?:in|at|on|near|by|via|of the|the|на|в|во|у|из|под)\s$", re.IGNORECASE
)
_SHORTEST: Final = 5  # characters of a name or street that is looked for


def leaks(letter: Letter, context: CheckContext) -> Iterator[Look]:
    """Every stretch of the own text that gives away what it must not."""
    for start, end in letter.own:
        yield from _cards(letter.text, start, end)
        yield from _secrets(letter.text, start, end)
    yield from _known(letter, context.private, context)
    ours = _own_people(letter, context)
    for passage in letter.passages:
        if passage.part is Part.BODY and _OTHER_PERSON.search(
            letter.text, passage.start, passage.end
        ):
            yield from _third_party(letter, passage, ours)


def _cards(text: str, start: int, end: int) -> Iterator[Look]:
    for match in _DIGITS.finditer(text, start, end):
        digits = re.sub(r"\D", "", match.group())
        named = _CARD_WORD.search(text, max(0, match.start() - _CARD_REACH), match.start())
        if _ORDER_SHAPE.fullmatch(match.group()) or digits.startswith(("978", "979")):
            continue
        if named or (_is_card_shape(digits) and _passes_luhn(digits)):
            yield Look("private.card", _CATEGORY, Span(*match.span()), "•••• " + digits[-4:])


def _is_card_shape(digits: str) -> bool:
    """16 digits that begin with 2, 4, 5 or 6, or American Express's 15 (ISO/IEC 7812)."""
    if len(digits) == 15:  # noqa: PLR2004
        return digits.startswith(("34", "37"))
    return len(digits) == 16 and digits[0] in "2456"  # noqa: PLR2004


def _passes_luhn(digits: str) -> bool:
    total = 0
    for index, digit in enumerate(reversed(digits)):
        value = int(digit) * (1 + index % 2)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - ISO/IEC 7812 annex B
    return total % 10 == 0


def _secrets(text: str, start: int, end: int) -> Iterator[Look]:
    for match in _SECRET.finditer(text, start, end):
        secret = match["secret"].rstrip(".!?)")
        if not _NO_SECRET.fullmatch(secret) and secret:
            at = match.start("secret")
            yield Look("private.password", _CATEGORY, Span(at, at + len(secret)))


def _known(letter: Letter, private: PrivateData, context: CheckContext) -> Iterator[Look]:
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


def _own_people(letter: Letter, context: CheckContext) -> frozenset[str]:
    """The words of names that may stand: the customer's, the shop's, those of greeting and closing."""
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
    return frozenset(word.strip(".,!").lower() for s in sources for word in s.split())


def _third_party(letter: Letter, passage: Passage, ours: frozenset[str]) -> Iterator[Look]:
    text = letter.text
    for pattern in (_PERSON, _STREET, _MAIL, _PHONE):
        for match in pattern.finditer(text, passage.start, passage.end):
            if pattern is _PERSON and not _is_stranger(match.group(), ours):
                continue
            if pattern is _PERSON and (
                match.start() == passage.start
                or _PLACE_BEFORE.search(text, passage.start, match.start())
            ):
                continue
            if pattern is not _PERSON and not _names_stranger(text, passage, ours):
                continue
            if not letter.is_masked(*match.span()):
                yield Look("private.other-customer", _CATEGORY, Span(*match.span()))


def _is_stranger(name: str, ours: frozenset[str]) -> bool:
    if _NO_PERSON.fullmatch(name):
        return False
    words = [word.strip(".,").lower() for word in name.split()]
    return not any(word in ours for word in words if len(word) > 2)  # noqa: PLR2004


def _names_stranger(text: str, passage: Passage, ours: frozenset[str]) -> bool:
    """Whether the sentence is about another person: it says so, or names one."""
    stretch = text[passage.start : passage.end].lower()
    if re.search(
        r"customer|buyer|client|покупател|клиент|заказчи|someone else|somebody else", stretch
    ):
        return True
    return any(
        _is_stranger(m.group(), ours)
        for m in _PERSON.finditer(text, passage.start + 1, passage.end)
    )
