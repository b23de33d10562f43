"""What plain orders are found by, worked out column by column; the same as `keys.tokens_of`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import add
from typing import Final

from ..isbn import isbn_forms
from ..keys import (
    ASCII_NO_WORD,
    MAX_KEY_CHARS,
    ONE_TOKEN,
    SHORTEST_NAME_WORD,
    SHORTEST_TITLE_WORD,
    KeyKind,
    WordKind,
    door_key,
    folded_postal,
    folded_words,
)
from ..references import folded_numbers
from .blocks import Column
from .order_rows import STREETS

_NEXT: Final = "\0"  # parts rows: no sound row has it
_CONTROLS: Final = re.compile("[\x01-\x09\x0b-\x1f\x7f]")
_LINE_BY_LINE: Final = ASCII_NO_WORD | {ord("\n"): "\n"}
_KEYS: Final = ONE_TOKEN | {ord("\n"): " ", ord(_NEXT): _NEXT}


def tokens_of_columns(cells: Mapping[str, Column]) -> list[str]:
    """The tokens of each row; `cells` are the columns of the fields that have no empty cell.

    No cell has a line break in it.
    """
    rows = len(cells["order_id"])
    none: list[list[str]] = [[]] * rows
    names, buyers, titles = (
        _folded(cells[field]) if field in cells else none
        for field in ("ship_to.name", "buyer.name", "line.title")
    )
    parts = (
        _keys(cells, names),
        _words(list(map(add, names, buyers)), WordKind.NAME, SHORTEST_NAME_WORD),
        _words(titles, WordKind.TITLE, SHORTEST_TITLE_WORD),
    )
    return [" ".join(filter(None, row)) for row in zip(*parts, strict=True)]


def _words(rows: Sequence[Sequence[str]], kind: WordKind, shortest: int) -> list[str]:
    """The tokens of the words of each row, each once, in one text."""
    sign = kind.value
    tokens = {
        word: sign + word[:MAX_KEY_CHARS]
        for word in set(chain.from_iterable(rows))
        if len(word) >= shortest
    }
    return [
        " ".join([tokens[word] for word in dict.fromkeys(row) if word in tokens]) for row in rows
    ]


def _keys(cells: Mapping[str, Column], names: Iterable[Sequence[str]]) -> Iterable[str]:
    """The keys of each row in one text, in the order of their signs."""
    columns: list[Iterable[str]] = []
    postals = _postals(cells.get("ship_to.postal", ()))
    street = next((cells[field] for field in STREETS if field in cells), ())
    if postals and street:
        columns.append(_with_sign(KeyKind.DOOR, map(door_key, street, postals)))
    if "buyer.email" in cells:
        columns.append(_with_sign(KeyKind.EMAIL, map(str.casefold, cells["buyer.email"])))
    if "line.isbn" in cells:
        sign = KeyKind.ISBN.value
        forms = map(isbn_forms, cells["line.isbn"])
        columns.append(["\n".join(sorted([sign + form for form in both])) for both in forms])
    if "line.listing_id" in cells:
        columns.append(_with_sign(KeyKind.LISTING, cells["line.listing_id"]))
    columns.append(_with_sign(KeyKind.NUMBER, folded_numbers(cells["order_id"])))
    if postals and "ship_to.name" in cells:
        people = [f"{' '.join(n)}|{p}" for n, p in zip(names, postals, strict=True)]
        columns.append(_with_sign(KeyKind.NAME_POSTAL, people))
    if "buyer.username" in cells:
        columns.append(_with_sign(KeyKind.USERNAME, map(str.casefold, cells["buyer.username"])))
    rows = zip(*columns, strict=True)
    text = _NEXT.join(["\n".join(filter(None, row)) for row in rows])
    if _CONTROLS.search(text):
        return text.translate(_KEYS).split(_NEXT)
    return text.replace(" ", "\N{NO-BREAK SPACE}").replace("\n", " ").split(_NEXT)


def _postals(column: Column) -> Column:
    """The folded postal codes; those of some countries have nothing to fold."""
    return column if "".join(column).isdigit() else list(map(folded_postal, column))


def _with_sign(kind: KeyKind, values: Iterable[str]) -> list[str]:
    sign = kind.value
    return [sign + value[:MAX_KEY_CHARS] if value else "" for value in values]


def _folded(column: Column) -> list[list[str]]:
    """The folded words of each cell."""
    text = "\n".join(column).casefold()
    if not text.isascii():
        return list(map(folded_words, column))
    return list(map(str.split, text.translate(_LINE_BY_LINE).split("\n")))
