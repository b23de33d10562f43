"""What is indexed, and what a typed search means: always literal, never a query language."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Han, kana, hangul and half-width kana: written without blanks, and unicode61 would take a whole
# run of them for one word.
_CJK: Final = re.compile(
    "([\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af"
    "\uf900-\ufaff\uff66-\uffdc\U00020000-\U0003ffff])"
)
_PIECE: Final = re.compile(r'"([^"]*)"|([^\s"]+)')
_LONGEST_INDEXED: Final = 500_000  # characters of one letter
_MOST_PIECES: Final = 32


def indexed(text: str) -> str:
    """The form in which a text goes into the index; the same text gives the same form for ever.

    It must not change without rebuilding the index, which can forget only what it was given.
    """
    return _spaced(text[:_LONGEST_INDEXED])


def match_expression(typed: str) -> str:
    """The FTS5 expression for what was typed; "" where nothing in it could be found.

    All words must occur. A stretch in double quotes, or joined by signs as in an order number, is
    found as a whole. The last word may go on, as the seller is still typing.
    """
    pieces = [quoted or bare for quoted, bare in _PIECE.findall(typed.replace("\0", " "))]
    spaced = [_spaced(piece).strip() for piece in pieces if _has_word(piece)]
    phrases = [f'"{piece}"' for piece in spaced[:_MOST_PIECES]]
    if phrases and not typed.endswith('"'):
        phrases[-1] += "*"
    return " ".join(phrases)


def _spaced(text: str) -> str:
    return _CJK.sub(r" \1 ", text)


def _has_word(piece: str) -> bool:
    """Whether unicode61 sees a word in it: letters, digits, private use (its default classes)."""
    return any(
        unicodedata.category(c)[0] in "LN" or unicodedata.category(c) == "Co" for c in piece
    )
