"""Words with signs in place of letters, written so for one reason only: sh*t, f***, г**но."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from .tokens import Sentence, Token, TokenKind

SWEAR_WORD: Final = "***"  # how the cues name such a word
SIGNS: Final = "*#@$%"  # each stands for a letter
_SIGN: Final = re.compile(f"[{re.escape(SIGNS)}]")
_INSIDE: Final = re.compile(r"[^\W\d_]{1,6}[*#@$%]{1,8}[^\W\d_]{1,8}(?:[-'’][^\W\d_]+)?")
# A sign at the end of a word is a note's mark (fine*), a grade (A*) or a name (C#).
_AT_END: Final = re.compile(r"[^\W\d_]{1,3}[*#@%]{2,8}")


def unveiled(sentence: Sentence) -> Sentence:
    """The sentence with its disguised words readable as SWEAR_WORD, too."""
    tokens = sentence.tokens
    if not _SIGN.search("".join([token.raw for token in tokens])):
        return sentence
    read = tuple(
        token._replace(forms=(*token.forms, SWEAR_WORD)) if _is_disguised(tokens, at) else token
        for at, token in enumerate(tokens)
    )
    return replace(sentence, tokens=read)


def _is_disguised(tokens: tuple[Token, ...], at: int) -> bool:
    token = tokens[at]
    if token.kind is not TokenKind.WORD or token.raw.isalnum():
        return False
    if _INSIDE.fullmatch(token.raw):
        return True
    return bool(_AT_END.fullmatch(token.raw)) and not _is_emphasis(tokens, at)


def _is_emphasis(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether the signs behind the word close what the same signs opened: **not now**."""
    return any(
        mark.raw in SIGNS and mark.end == word.start for mark, word in pairwise(tokens[: at + 1])
    )
