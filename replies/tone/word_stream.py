"""The words of one sentence as the patterns see them: what each may be, where stops stand."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from ..language.lemmas import keys_of
from ..language.tokens import Sentence, Token, TokenKind

_DATE: Final = re.compile(r"\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|\d{4}[-./]\d{1,2}[-./]\d{1,2}")
_TIME: Final = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?")
CURRENCY_SIGNS: Final = frozenset("$£€₽¥")
_CURRENCY_WORDS: Final = frozenset(
    "dollars dollar pounds pound euros euro pence cents usd gbp eur rub руб рублей рубля рубль "
    "р евро доллар доллара долларов фунт фунта фунтов коп копеек".split()
)
_ASIDES: Final = frozenset({"please", "пожалуйста"})  # the commas around them part nothing

_Keys = tuple[tuple[str, int], ...]  # the names at a word, and over how many words each goes
_TITLE: Final = ((("$TITLE", 1),), frozenset({"$TITLE"}))


class WordStream:
    """The words of one sentence with the keys that start at each, as classes add them."""

    def __init__(self, sentence: Sentence, masked: frozenset[int], language: str) -> None:
        self.words: list[Token] = []
        self.stops: list[bool] = []  # a soft stop stands before the word
        self.keys: list[_Keys] = []
        self.plain: list[frozenset[str]] = []
        self._next_stop: list[int] = []
        stop = False
        last: Token | None = None
        for token in sentence.tokens:
            kind = token.kind
            if kind is TokenKind.SOFT:
                stop = True
                continue
            if kind is TokenKind.END or kind is TokenKind.MARK:
                self._note_currency(token, last)
                last = token
                continue
            if token.raw.lower() in _CURRENCY_WORDS and self.words and "#" in self.plain[-1]:
                self._add_money()
            is_aside = token.forms[0] in _ASIDES
            self.words.append(token)
            self.stops.append(stop and not is_aside and not self._after_aside())
            keys, names = _TITLE if token.start in masked else _known(token.forms, kind, language)
            self.keys.append(keys)
            self.plain.append(names)
            if kind is TokenKind.NUMBER and last is not None and last.raw in CURRENCY_SIGNS:
                self._add_money()
            stop, last = False, token
        self.stops.append(True)
        self.names: list[frozenset[str]] = [*self.plain, frozenset()]  # of all keys, to the end
        self.is_question = any(
            "?" in t.raw or "？" in t.raw for t in sentence.tokens[-2:] if t.kind is TokenKind.END
        )

    def reach_of(self, at: int, *, is_past_stop: bool) -> tuple[int, int]:
        """How far a gap from here may go: up to the next stop, and so that no stop follows it.

        Args:
            is_past_stop: a stop before the word itself ends nothing.
        """
        if not self._next_stop:
            self._note_stops()
        end = len(self.words)
        stop = self._next_stop[min(at + 1, end) if is_past_stop else at]
        before = stop if stop in {at, end} else stop - 1
        return stop, before

    def _note_stops(self) -> None:
        following = len(self.stops) - 1
        for at in range(following, -1, -1):
            if self.stops[at]:
                following = at
            self._next_stop.append(following)
        self._next_stop.reverse()

    def _after_aside(self) -> bool:
        return len(self.words) > 1 and self.words[-2].forms[0] in _ASIDES

    def _note_currency(self, token: Token, last: Token | None) -> None:
        if token.raw in CURRENCY_SIGNS and last is not None and last.kind is TokenKind.NUMBER:
            self._add_money()

    def _add_money(self) -> None:
        self.keys[-1] = (*self.keys[-1], ("$MONEY", 1))
        self.plain[-1] |= {"$MONEY"}

    def add(self, name: str, start: int, end: int) -> None:
        """Let the class `name` be found over these words."""
        if (name, end - start) not in self.keys[start]:
            self.keys[start] = (*self.keys[start], (name, end - start))
            self.names[start] |= {name}
        if end - start == 1:
            self.plain[start] |= {name}


@lru_cache(maxsize=16_384)
def _known(forms: tuple[str, ...], kind: TokenKind, language: str) -> tuple[_Keys, frozenset[str]]:
    """The keys of a word, each one word long, and their names; remembered, as words return."""
    if kind is TokenKind.NUMBER:
        names = _keys_of_number(forms[0])
    elif kind is TokenKind.ADDRESS:
        names = ["@address"]
    else:
        names = list(dict.fromkeys(key for form in forms for key in keys_of(form, language)))
    return tuple((name, 1) for name in names), frozenset(names)


def _keys_of_number(form: str) -> list[str]:
    keys = ["#", form]
    if _DATE.fullmatch(form):
        keys.append("#date")
    if _TIME.fullmatch(form):
        keys.append("#time")
    return keys
