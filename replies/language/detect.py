"""Which language a letter is written in, by its script and its commonest words."""

from __future__ import annotations

from functools import cache
from typing import Final

from .tokens import TokenKind, tokens_of
from .traits import languages

DEFAULT_LANGUAGE: Final = "en"
_READ_AT_MOST: Final = 4_000  # characters; more does not change the answer


def language_of(text: str) -> str:
    """The ISO 639-1 code of the text's language; "en" where nothing speaks for another."""
    sample = text[:_READ_AT_MOST]
    letters = sum(map(str.isalpha, sample))
    written = {
        code: len(traits.letters.findall(sample))
        for code, traits in languages().items()
        if traits.letters is not None
    }
    for code, count in written.items():
        if letters and count >= languages()[code].share * letters:
            return code
    votes: dict[str, float] = dict.fromkeys((DEFAULT_LANGUAGE, *languages()), 0.0)
    for token in tokens_of(sample):
        if token.kind is TokenKind.WORD:
            codes = _votes().get(token.raw.lower().replace("’", "'"), ())
            for code in codes:
                votes[code] += 1.0 / len(codes)
    best = max(votes, key=lambda code: votes[code])
    if not votes[best] and any(written.values()):
        return max(written, key=lambda code: written[code])
    return best if votes[best] > votes[DEFAULT_LANGUAGE] else DEFAULT_LANGUAGE


@cache
def _votes() -> dict[str, tuple[str, ...]]:
    """The languages to which each common word belongs."""
    known = languages()
    words = {word for traits in known.values() for word in traits.common}
    return {
        word: tuple(code for code, traits in known.items() if word in traits.common)
        for word in words
    }
