"""What an order is found by: its numbers, addresses, names and titles, in a form to compare."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import Enum
from typing import Final

from .isbn import isbn_forms
from .order import OrderFile
from .references import folded_number
from .tracking_numbers import folded_tracking

_US_ZIP: Final = re.compile(r"(\d{5})-\d{4}")
_NO_WORD: Final = re.compile(r"[^\w]+|_")
_SHORTEST_NAME_WORD: Final = 2
SHORTEST_TITLE_WORD: Final = 4
_MAX_KEY_CHARS: Final = 200


class KeyKind(Enum):
    """The kinds of key."""

    NUMBER = "number"
    RECORD = "record"
    EMAIL = "email"
    USERNAME = "username"
    TRACKING = "tracking"
    LISTING = "listing"
    NAME_POSTAL = "name_postal"
    NAME_WORD = "name_word"
    TITLE_WORD = "title_word"
    ISBN = "isbn"


Key = tuple[KeyKind, str]


def keys_of(file: OrderFile) -> frozenset[Key]:
    """Everything that an order and its parcels can be found by."""
    return frozenset((kind, value[:_MAX_KEY_CHARS]) for kind, value in _keys(file) if value)


def folded_name(name: str) -> str:
    """A name in small letters, without accents and signs."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(_NO_WORD.sub(" ", letters).split())


def name_postal(name: str | None, postal: str | None) -> str:
    """A person at a place: the folded name and the postal code; "" where one is not known."""
    return f"{folded_name(name)}|{folded_postal(postal)}" if name and postal else ""


def folded_postal(postal: str) -> str:
    """A postal code in capitals without blanks; of a ZIP+4 only the ZIP."""
    bare = "".join(postal.split()).upper()
    hit = _US_ZIP.fullmatch(bare)
    return hit[1] if hit else bare


def name_words(name: str) -> frozenset[str]:
    """The folded words of a name, initials left out."""
    return frozenset(w for w in folded_name(name).split() if len(w) >= _SHORTEST_NAME_WORD)


def title_words(text: str) -> frozenset[str]:
    """The folded words of a title, or of a text that may name one, that tell it from others."""
    return frozenset(w for w in folded_name(text).split() if len(w) >= SHORTEST_TITLE_WORD)


def _keys(file: OrderFile) -> Iterator[Key]:
    order = file.order
    yield KeyKind.NUMBER, folded_number(order.order_id)
    yield KeyKind.RECORD, str(order.extra.get("sales_record", ""))
    yield KeyKind.USERNAME, (order.buyer.username or "").casefold()
    yield KeyKind.NAME_POSTAL, name_postal(order.ship_to.name, order.ship_to.postal)
    for email in (order.buyer.email, *(s.email for s in file.shipments)):
        yield KeyKind.EMAIL, (email or "").strip().casefold()
    for number in (*order.tracking, *(s.tracking or "" for s in file.shipments)):
        yield KeyKind.TRACKING, folded_tracking(number)
    for name in (order.ship_to.name, order.buyer.name):
        for word in name_words(name or ""):
            yield KeyKind.NAME_WORD, word
    for line in order.items:
        yield KeyKind.LISTING, line.listing_id or ""
        yield from ((KeyKind.ISBN, form) for form in isbn_forms(line.isbn or ""))
        for word in title_words(line.title):
            yield KeyKind.TITLE_WORD, word
