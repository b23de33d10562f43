"""Which words of a letter are covered until they are asked for: abuse and swearing (S2-06)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from ..language.tokens import sentences_of
from ..tone.finding import Span
from ..tone.rules import EXCEPT, UNLESS
from ..tone.titles import titles_in
from .cues import Family, cue_book

_READ_AT_MOST: Final = 30_000  # characters, as the recogniser reads them
# A word with signs in place of letters, written so for one reason only: sh*t, f***, г**но.
_DISGUISED: Final = re.compile(
    r"(?<![\w*#@$%])[^\W\d_]{1,6}[*#@$%]{1,8}[^\W\d_]{0,8}(?![\w*#@$%])"
)
_SIGNS_ALONE: Final = re.compile(r"(?<!\w)[#@$%&*!]*(?:[#@$%&*][#@$%&!*]){2,}[#@$%&*!]*(?!\w)")
_AMOUNT: Final = re.compile(r"[A-Z]{1,3}\$|\d")


@lru_cache(maxsize=256)
def masked_spans(text: str, language: str) -> tuple[Span, ...]:
    """The stretches of a letter to cover, in order and apart from each other."""
    read = text[:_READ_AT_MOST]
    found = sorted([*_insults(read, language), *_disguised(read)], key=lambda s: (s.start, s.end))
    return tuple(_apart(found))


def _insults(text: str, language: str) -> Iterator[Span]:
    book = cue_book(language)
    titles = titles_in(text, ())
    for sentence in sentences_of(text):
        masked = frozenset(
            token.start
            for token in sentence.tokens
            if any(start <= token.start < end for start, end in titles)
        )
        matches = book.phrases.find(sentence, masked)
        for match in matches:
            cue = book.cues.get(match.owner)
            if cue is None or cue.family is not Family.INSULT:
                continue
            spoilers = {EXCEPT + match.owner, UNLESS + match.owner}
            taken_back = (other.whole for other in matches if other.owner in spoilers)
            if not any(_meet(match.whole, other) for other in taken_back):
                yield Span(*match.marked)


def _disguised(text: str) -> Iterator[Span]:
    for pattern in (_DISGUISED, _SIGNS_ALONE):
        for match in pattern.finditer(text):
            if not _AMOUNT.match(match.group()):
                yield Span(*match.span())


def _apart(spans: Iterable[Span]) -> Iterator[Span]:
    last: Span | None = None
    for span in spans:
        if last is not None and span.start <= last.end:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
