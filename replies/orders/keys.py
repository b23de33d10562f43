"""What an order is found by: its numbers, addresses, names and titles, in a form to compare."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, StrEnum
from functools import lru_cache
from typing import Final

from .isbn import isbn_forms
from .order import Order, OrderFile
from .references import folded_number
from .tracking_numbers import folded_tracking

_US_ZIP: Final = re.compile(r"(\d{5})-\d{4}")
_NO_WORD: Final = re.compile(r"[^\w]+|_")
_ASCII_NO_WORD: Final = {code: " " for code in range(128) if not chr(code).isalnum()}
_SHORTEST_NAME_WORD: Final = 2
SHORTEST_TITLE_WORD: Final = 4
_LATIN: Final = str.maketrans(
    dict(zip("абвгдезиклмнопрстуфыэ", "abvgdeziklmnoprstufye", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ь": "",
       "ю": "yu", "я": "ya"}
)  # fmt: skip
_STREET_WORDS: Final = {  # as the US Postal Service shortens them (Publication 28)
    "street": "st", "avenue": "ave", "road": "rd", "drive": "dr", "lane": "ln", "court": "ct",
    "place": "pl", "boulevard": "blvd", "square": "sq", "terrace": "ter", "apartment": "apt",
    "north": "n", "south": "s", "east": "e", "west": "w", "straße": "str", "strasse": "str",
}  # fmt: skip
MAX_KEY_CHARS: Final = 200


class KeyKind(StrEnum):
    """The kinds of key."""

    NUMBER = "number"
    RECORD = "record"
    EMAIL = "email"
    USERNAME = "username"
    TRACKING = "tracking"
    LISTING = "listing"
    NAME_POSTAL = "name_postal"
    ISBN = "isbn"


Key = tuple[KeyKind, str]


class WordKind(Enum):
    """The kinds of words that orders are found by; the values are columns of the store."""

    NAME = "names"
    TITLE = "titles"


def keys_of(file: OrderFile) -> frozenset[Key]:
    """The numbers, addresses and names that an order and its parcels can be found by."""
    return frozenset((kind, value[:MAX_KEY_CHARS]) for kind, value in _keys(file) if value)


def words_of(order: Order) -> tuple[str, str]:
    """The folded words of an order's names, and of its titles; each in one text."""
    return (
        name_words_of(order.ship_to.name or "", order.buyer.name or ""),
        title_words_of(*(line.title for line in order.items)),
    )


def name_words_of(*names: str) -> str:
    """The folded words of names in one text, each once."""
    return _words(names, _SHORTEST_NAME_WORD)


def title_words_of(*titles: str) -> str:
    """The folded words of titles in one text, each once."""
    return _words(titles, SHORTEST_TITLE_WORD)


def _words(texts: Iterable[str], least: int) -> str:
    found = [word for text in texts for word in _folded_words(text) if len(word) >= least]
    return " ".join(dict.fromkeys(found))


@lru_cache(maxsize=2048)  # a letter is compared with the same names and titles again and again
def folded_name(name: str) -> str:
    """A name in small letters, without accents and signs."""
    return " ".join(_folded_words(name))


def _folded_words(text: str) -> list[str]:
    plain = text.casefold()
    if plain.isascii():
        return plain.translate(_ASCII_NO_WORD).split()
    decomposed = unicodedata.normalize("NFKD", plain)
    plain = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _NO_WORD.sub(" ", plain).split()


def latin_name(name: str) -> str:
    """A folded name with its Russian letters in Latin ones, to compare "Антон" with "Anton"."""
    return name if name.isascii() else name.translate(_LATIN)


def name_postal(name: str | None, postal: str | None) -> str:
    """A person at a place: the folded name and the postal code; "" where one is not known."""
    return f"{folded_name(name)}|{folded_postal(postal)}" if name and postal else ""


def folded_place(street: Sequence[str], postal: str | None) -> str:
    """A door: street with its numbers, and the postal code; "" where one is not known."""
    words = folded_name(" ".join(street)).split()
    folded = " ".join(_STREET_WORDS.get(word, word) for word in words)
    return f"{folded}|{folded_postal(postal)}" if folded and postal else ""


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
    for notice in file.notices:
        yield from ((KeyKind.TRACKING, folded_tracking(p.tracking or "")) for p in notice.parcels)
    for line in order.items:
        yield KeyKind.LISTING, line.listing_id or ""
        yield from ((KeyKind.ISBN, form) for form in isbn_forms(line.isbn or ""))
