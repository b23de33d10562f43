"""What an order is found by: its numbers, addresses, names and titles, in a form to compare.

Each is a token: the sign of its kind and the value. The store keeps those of an order in one text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Final

from .isbn import isbn_forms
from .order import OrderFile
from .references import folded_number
from .tracking_numbers import folded_tracking

_US_ZIP: Final = re.compile(r"(\d{5})-\d{4}")
_NO_WORD: Final = re.compile(r"[^\w]+|_")
# All of ASCII stands in the tables: what they lacked would be an exception for every letter.
ASCII_NO_WORD: Final = {code: chr(code) if chr(code).isalnum() else " " for code in range(128)}
SHORTEST_NAME_WORD: Final = 2
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


_POSTAL_SIGNS: Final = 5  # of a postal code: those before a ZIP+4, or most of another code
ONE_TOKEN: Final = {code: chr(code) for code in range(128)} | dict.fromkeys(
    (*range(33), 127), "\N{NO-BREAK SPACE}"
)


class KeyKind(StrEnum):
    """The kinds of key; the value is the sign of their tokens."""

    NUMBER = "n"
    RECORD = "r"
    EMAIL = "e"
    USERNAME = "u"
    TRACKING = "t"
    LISTING = "l"
    NAME_POSTAL = "p"
    DOOR = "d"
    ISBN = "i"


class WordKind(StrEnum):
    """The kinds of words that orders are found by; the value is the sign of their tokens."""

    NAME = "w"
    TITLE = "b"


def token(kind: KeyKind | WordKind, value: str) -> str:
    """A key or a folded word as the store has it, without blanks."""
    return kind.value + value[:MAX_KEY_CHARS].translate(ONE_TOKEN)


def exactly(*tokens: str) -> str:
    """The full-text query for orders that have one of these tokens; nothing has none of none."""
    return " OR ".join([_quoted(one) for one in tokens]) or '""'


def beginning(*tokens: str) -> str:
    """The full-text query for orders that have a token that begins like one of these."""
    return " OR ".join([f"{_quoted(one)} *" for one in tokens]) or '""'


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def keys_of(file: OrderFile) -> frozenset[str]:
    """The tokens of numbers, addresses and names that an order and its parcels are found by."""
    return frozenset(token(kind, value) for kind, value in _keys(file) if value)


def tokens_of(file: OrderFile) -> str:
    """All tokens of an order and its parcels, in one text: keys, words of names, of titles."""
    order = file.order
    names = name_words_of(order.ship_to.name or "", order.buyer.name or "")
    titles = title_words_of(*(line.title for line in order.items))
    words = [token(WordKind.NAME, word) for word in names]
    words += [token(WordKind.TITLE, word) for word in titles]
    return " ".join([*sorted(keys_of(file)), *words])


def name_words_of(*names: str) -> Iterable[str]:
    """The folded words of names, each once."""
    return _words(map(folded_words, names), SHORTEST_NAME_WORD)


def title_words_of(*titles: str) -> Iterable[str]:
    """The folded words of titles, each once."""
    return _words(map(folded_words, titles), SHORTEST_TITLE_WORD)


def _words(texts: Iterable[Sequence[str]], least: int) -> Iterable[str]:
    return dict.fromkeys([word for words in texts for word in words if len(word) >= least])


@lru_cache(maxsize=2048)  # a letter is compared with the same names and titles again and again
def folded_name(name: str) -> str:
    """A name in small letters, without accents and signs."""
    return " ".join(folded_words(name))


def folded_words(text: str) -> list[str]:
    """The words of a text in small letters, without accents and signs."""
    plain = text.casefold()
    if plain.isascii():
        return plain.translate(ASCII_NO_WORD).split()
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


def door_key(street: str, postal: str) -> str:
    """What few doors have in common: the beginnings of street and folded postal code."""
    return f"{postal[:_POSTAL_SIGNS]}|{street[:1]}"


def name_words(name: str) -> frozenset[str]:
    """The folded words of a name, initials left out."""
    return frozenset(w for w in folded_name(name).split() if len(w) >= SHORTEST_NAME_WORD)


def title_words(text: str) -> frozenset[str]:
    """The folded words of a title, or of a text that may name one, that tell it from others."""
    return frozenset(w for w in folded_name(text).split() if len(w) >= SHORTEST_TITLE_WORD)


def _keys(file: OrderFile) -> Iterator[tuple[KeyKind, str]]:
    order = file.order
    yield KeyKind.NUMBER, folded_number(order.order_id)
    yield KeyKind.RECORD, str(order.extra.get("sales_record", ""))
    yield KeyKind.USERNAME, (order.buyer.username or "").casefold()
    yield KeyKind.NAME_POSTAL, name_postal(order.ship_to.name, order.ship_to.postal)
    if order.ship_to.street and order.ship_to.postal:
        yield KeyKind.DOOR, door_key(order.ship_to.street[0], folded_postal(order.ship_to.postal))
    for email in (order.buyer.email, *(s.email for s in file.shipments)):
        yield KeyKind.EMAIL, (email or "").strip().casefold()
    for number in (*order.tracking, *(s.tracking or "" for s in file.shipments)):
        yield KeyKind.TRACKING, folded_tracking(number)
    for notice in file.notices:
        yield from ((KeyKind.TRACKING, folded_tracking(p.tracking or "")) for p in notice.parcels)
    for line in order.items:
        yield KeyKind.LISTING, line.listing_id or ""
        yield from ((KeyKind.ISBN, form) for form in isbn_forms(line.isbn or ""))
