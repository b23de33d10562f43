"""Whether a letter gives another address than its order has (S0-14). Pure.

Only a postal code tells two addresses apart safely, so an address is looked for by its code: in
the forms of the countries that books go to, and only where it stands as an address does - behind
a state, before a town, or on a line of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from .keys import folded_name, folded_postal
from .order import ShipTo

_STATES: Final = (
    "AL|AK|AZ|AR|CA|CO|CT|DE|DC|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ"
    "|NM|NY|NC|ND|OH|OK|OR|PA|PR|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY"
)
_FORMS: Final = (
    # Portland, OR 97205-1234
    re.compile(rf"\b(?:{_STATES})\.?,? (?P<code>\d{{5}}(?:-\d{{4}})?)\b"),
    # AL3 7RT (the shapes of BS 7666)
    re.compile(r"\b(?P<code>[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})\b"),
    # K1A 0B1
    re.compile(r"\b(?P<code>[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d)\b"),
    # 20095 Hamburg, on a line of its own or behind a street
    re.compile(r"(?:^|, ?)(?:D-)?(?P<code>\d{5}),? [A-ZÄÖÜ][a-zäöüß]{2,}", re.MULTILINE),
    # 190000, Санкт-Петербург; behind a comma at the end of a line
    re.compile(r"(?:^|, ?)(?P<code>\d{6})(?:, ?[А-ЯЁ]| [А-ЯЁ][а-яё]|\.?$)", re.MULTILINE),
)
_LINE_CHARS: Final = 100
_LINES_BEFORE: Final = 2
_SHORT_LINE: Final = 60
_HOUSE_FIRST: Final = re.compile(r"(?<!\S)\d{1,5}[A-Za-z]?,? (?=[A-Z\d])")
_STREET_FIRST: Final = re.compile(
    r"[A-ZÄÖÜА-Я][\w.'’-]+(?: [\w.'’-]+){0,3},? (?:д\. ?)?\d{1,4}[a-zа-я]?\b"
)
_TOWN: Final = re.compile(r"(?:[A-Z][\w'’-]+ ){0,2}[A-Z][\w'’-]+,? (?:[A-Z]{2}\.?,? )?$")
_QUESTIONS: Final[Mapping[str, str]] = {
    "en": "Your letter gives the address {letter}, and the order has {order}. "
    "Which of the two is the right one?",
    "ru": "В вашем письме указан адрес {letter}, а в заказе — {order}. Какой из них верный?",
}


class AddressWord(Enum):
    """What a letter says of the address."""

    NOTHING = "nothing"
    SAME = "same"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class AddressCheck:
    """What a letter says of the address of its order.

    Attributes:
        said: the address as the letter gives it, in one line; "" where it gives none.
    """

    word: AddressWord
    said: str = ""


def check_address(text: str, ship_to: ShipTo) -> AddressCheck:
    """Compare the addresses in a letter's own text with the one of its order.

    A letter that gives both has most likely an old and a new one: the other one counts.
    """
    known = folded_postal(ship_to.postal or "")
    same = AddressCheck(AddressWord.NOTHING)
    for code, start, end in _codes(text):
        said = _around(text, start, end)
        if not known:
            return AddressCheck(AddressWord.NOTHING, said)
        if folded_postal(code) != known:
            return AddressCheck(AddressWord.OTHER, said)
        same = AddressCheck(AddressWord.SAME, said)
    if same.word is AddressWord.NOTHING and _names_place(text, ship_to):
        return AddressCheck(AddressWord.SAME, ship_to.city or "")
    return same


def address_question(check: AddressCheck, ship_to: ShipTo, language: str) -> str:
    """The question to the customer which address is right; no reproach in it."""
    order = ", ".join(
        part
        for part in (
            *ship_to.street,
            " ".join(p for p in (ship_to.city, ship_to.region, ship_to.postal) if p),
        )
        if part
    )
    return _QUESTIONS.get(language, _QUESTIONS["en"]).format(letter=check.said, order=order)


def _codes(text: str) -> list[tuple[str, int, int]]:
    found = {
        hit.span("code"): (hit["code"], *hit.span("code"))
        for form in _FORMS
        for hit in form.finditer(text)
    }
    return [found[span] for span in sorted(found)]


def _names_place(text: str, ship_to: ShipTo) -> bool:
    """Whether it has the order's street and town, though no code."""
    words = f" {folded_name(text)} "
    street = folded_name(ship_to.street[0]) if ship_to.street else ""
    city = folded_name(ship_to.city or "")
    return bool(street and city) and f" {street} " in words and f" {city} " in words


def _around(text: str, start: int, end: int) -> str:
    """The address around a code: its line without prose, and a street on the lines before it."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    line_end = last if last >= 0 else len(text)
    before, after = text[first:start], text[end:line_end]
    is_led = not before.strip(" ,D-")  # the code stands first, the town behind it
    lines = [f"{_without_prose(before)}{text[start:end]}{after[:_LINE_CHARS] if is_led else ''}"]
    if not _is_numbered(before):
        above = [one.strip() for one in text[:first].splitlines()[-_LINES_BEFORE:]]
        street = next((i for i, one in enumerate(above) if _is_street(one)), None)
        if street is not None and all(0 < len(one) <= _SHORT_LINE for one in above[street:]):
            lines[:0] = above[street:]
    return ", ".join(" ".join(one.strip(" ,.;").split()) for one in lines)


def _is_street(line: str) -> bool:
    return len(line) <= _SHORT_LINE and _is_numbered(line) and line[-1:] not in ".!?"


def _is_numbered(line: str) -> bool:
    return bool(_HOUSE_FIRST.search(line) or _STREET_FIRST.search(line))


def _without_prose(before: str) -> str:
    """What stands before a code, from the house number on; the town alone where there is none."""
    tail = before[-_LINE_CHARS:]
    for form in (_HOUSE_FIRST, _STREET_FIRST):
        if hit := form.search(tail):
            return tail[hit.start() :]
    town = _TOWN.search(tail)
    return town[0] if town else ""
