"""Which words of a letter are covered until they are asked for: abuse and swearing (S2-06)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from ..language.tokens import sentences_of
from ..tone.finding import Span
from ..tone.titles import masked_starts, titles_in
from .cues import Family, cue_book, what_is_read

# Signs in place of a whole word: @#$%!
_SIGNS: Final = re.compile(r"[#@$%&*!]{4,}+")
_FOR_A_WORD: Final = re.compile(r"[#@$%&*][#@$%&*!][#@$%&*][#@$%&*!]")
_WORD_BEFORE: Final = re.compile(r"(?<=\w)")
_WORD_BEHIND: Final = re.compile(r"(?=\w)")


@lru_cache(maxsize=256)
def masked_spans(text: str, language: str) -> tuple[Span, ...]:
    """The stretches of a letter to cover, in order and apart from each other."""
    read = what_is_read(text)
    found = sorted([*_insults(read, language), *_left_out(read)], key=lambda s: (s.start, s.end))
    return tuple(_apart(found))


def _insults(text: str, language: str) -> Iterator[Span]:
    book = cue_book(language, Family.INSULT)
    titles = titles_in(text, ())
    for sentence in sentences_of(text):
        for hit in book.find_all(sentence, masked_starts(sentence, titles)):
            yield Span(hit.start, hit.end)


def _left_out(text: str) -> Iterator[Span]:
    """Runs of signs; the one that touches a word belongs to that word."""
    for run in _SIGNS.finditer(text):
        start = run.start() + bool(_WORD_BEFORE.match(text, run.start()))
        end = run.end() - bool(_WORD_BEHIND.match(text, run.end()))
        if _FOR_A_WORD.search(text, start, end):
            yield Span(start, end)


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
