"""How well a few typed letters fit the name of a command. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_WORD_START: Final = 8
_IN_A_ROW: Final = 5
_ANY: Final = 1
_WHOLE_PART: Final = 40
_AT_A_WORD: Final = 10
_AT_THE_START: Final = 30
_FEWEST_OF_WORD: Final = 2  # letters: one alone begins too many words
_WHOLE_WORD: Final = 3
_FURTHER_WORD: Final = 45  # above scattered letters, below a name that has it as a whole


def fit(typed: str, name: str) -> int:
    """How well the letters fit the name, 0 where they are not in it in this order.

    Letters that begin a word or follow one another count more; blanks in what was typed do not.
    """
    wanted, text = "".join(typed.casefold().split()), name.casefold()
    if not wanted:
        return _ANY
    score = _whole_part(typed.strip().casefold(), text)
    at = last = -1
    for letter in wanted:
        at = _next(text, letter, last)
        if at < 0:
            return 0
        score += _worth(text, at, last)
        last = at
    return score


def fit_words(typed: str, words: Iterable[str]) -> int:
    """How well the letters begin one of these words, each by itself, 0 where they begin none.

    The names of commands count more where both fit.
    """
    wanted = " ".join(typed.casefold().split())
    if len(wanted) < _FEWEST_OF_WORD:
        return 0
    found = [word for word in words if f" {wanted}" in f" {word}"]
    return _FURTHER_WORD + _WHOLE_WORD * (wanted in found) if found else 0


def _whole_part(typed: str, text: str) -> int:
    if text.startswith(typed):
        return _WHOLE_PART + _AT_THE_START
    if f" {typed}" in text:
        return _WHOLE_PART + _AT_A_WORD
    return _WHOLE_PART if typed in text else 0


def _next(text: str, letter: str, last: int) -> int:
    """Where the letter goes on: right behind the last one, else at a word, else anywhere."""
    if text.startswith(letter, last + 1):
        return last + 1
    at = text.find(letter, last + 1)
    word = text.find(f" {letter}", last + 1)
    return word + 1 if word >= 0 else at


def _worth(text: str, at: int, last: int) -> int:
    if at == 0 or text[at - 1] == " ":
        return _WORD_START
    return _IN_A_ROW if at == last + 1 else _ANY
