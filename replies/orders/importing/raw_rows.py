"""Rows of files as they were, in the form in which the store keeps them.

A row is a list: the digest of its header, then its cells. One whose header is not known, or names
a column twice, is an object from column to cell.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Any, Final

from .imported import RawRow

_DIGEST_SIGNS: Final = 16
_JSON: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


@lru_cache(maxsize=16)
def digest_of(columns: tuple[str, ...]) -> str:
    """What a header goes by, "" where a row cannot be told by it."""
    if not columns or len(set(columns)) < len(columns):
        return ""
    return sha256(_JSON.encode(columns).encode()).hexdigest()[:_DIGEST_SIGNS]


def packed(rows: Iterable[RawRow], columns: tuple[str, ...]) -> list[object]:
    """Rows of a file with this header, as they are kept."""
    digest, known = digest_of(columns), set(columns)
    return [
        [digest, *(row.get(name, "") for name in columns)]
        if digest and row.keys() <= known
        else row
        for row in rows
    ]


def unpacked(kept: Iterable[Any], columns_of: Callable[[str], Sequence[str]]) -> list[RawRow]:
    """Kept rows as they were; `columns_of` gives the header of a digest."""
    return [
        row
        if isinstance(row, dict)
        else {n: cell for n, cell in zip(columns_of(row[0]), row[1:], strict=True) if cell}
        for row in kept
    ]


def encoded(kept: Mapping[str, Sequence[object]]) -> str:
    """The kept rows of each source in one text."""
    return _JSON.encode(kept)
