"""What plain orders are found by, worked out column by column; the same as `keys.tokens_of`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import add
from typing import Final

from ..isbn import isbn_forms
from ..keys import (
    ASCII_NO_WORD,
    MAX_KEY_CHARS,
    SHORTEST_NAME_WORD,
    SHORTEST_TITLE_WORD,
    KeyKind,
    WordKind,
    door_key,
    folded_postal,
    folded_words,
    token,
)
from ..references import folded_numbers
from .blocks import Column
from .order_rows import STREETS

_HARD_BLANK: Final = "\N{NO-BREAK SPACE}"  # as in `keys.ONE_TOKEN`
_LINE_BY_LINE: Final = ASCII_NO_WORD | {ord("\n"): "\n"}


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
    columns = [
        *_keys(cells, names),
        _words(list(map(add, names, buyers)), WordKind.NAME, SHORTEST_NAME_WORD),
        _words(titles, WordKind.TITLE, SHORTEST_TITLE_WORD),
    ]
    if all(map(all, columns)):
        return list(map(" ".join, zip(*columns, strict=True)))
    return [" ".join(filter(None, row)) for row in zip(*columns, strict=True)]


def _words(rows: Sequence[Sequence[str]], kind: WordKind, shortest: int) -> list[str]:
    """The tokens of the words of each row, each once, in one text."""
    sign = kind.value
    tokens = {
        word: sign + word[:MAX_KEY_CHARS]
        for word in set(chain.from_iterable(rows))
        if len(word) >= shortest
    }
    once = map(dict.fromkeys, rows)
    return [" ".join(filter(None, map(tokens.get, words))) for words in once]


def _keys(cells: Mapping[str, Column], names: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    """The keys of each row, by columns, in the order of their signs."""
    postals = _postals(cells.get("ship_to.postal", ()))
    street = next((cells[field] for field in STREETS if field in cells), ())
    if postals and street:
        yield _signed(KeyKind.DOOR, list(map(door_key, street, postals)))
    if "buyer.email" in cells:
        yield _signed(KeyKind.EMAIL, list(map(str.casefold, cells["buyer.email"])))
    if "line.isbn" in cells:
        sign = KeyKind.ISBN.value
        forms = map(isbn_forms, cells["line.isbn"])
        yield [" ".join(sorted([sign + form for form in both])) for both in forms]
    if "line.listing_id" in cells:
        yield _signed(KeyKind.LISTING, cells["line.listing_id"])
    yield _signed(KeyKind.NUMBER, folded_numbers(cells["order_id"]))
    if postals and "ship_to.name" in cells:
        people = [f"{_HARD_BLANK.join(n)}|{p}" for n, p in zip(names, postals, strict=True)]
        yield _signed(KeyKind.NAME_POSTAL, people, known_plain=_is_plain(postals))
    if "buyer.username" in cells:
        yield _signed(KeyKind.USERNAME, list(map(str.casefold, cells["buyer.username"])))


def _postals(column: Column) -> Column:
    """The folded postal codes; those of some countries have nothing to fold."""
    return column if "".join(column).isdigit() else list(map(folded_postal, column))


def _signed(kind: KeyKind, values: Column, *, known_plain: bool = False) -> list[str]:
    """The token of each value, "" for an empty one; as `keys.token`, which plain ones need not."""
    if known_plain or _is_plain(values):
        sign, most = kind.value, MAX_KEY_CHARS + 1
        return [(sign + value)[:most] if value else "" for value in values]
    return [token(kind, value) if value else "" for value in values]


def _is_plain(values: Column) -> bool:
    """Whether no value has a sign that a token writes otherwise."""
    text = "".join(values)
    return text.isprintable() and " " not in text


def _folded(column: Column) -> list[list[str]]:
    """The folded words of each cell."""
    text = "\n".join(column).casefold()
    if not text.isascii():
        return list(map(folded_words, column))
    return list(map(str.split, text.translate(_LINE_BY_LINE).split("\n")))
