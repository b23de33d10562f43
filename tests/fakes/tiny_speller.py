"""Dictionaries of a few words, or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from fakes.writing_desk import CLEAN

from softanswer.mailbox.sentence import Sentence
from softanswer.replies.errors import SpellerError

WORDS = {
    "en": {*re.findall(r"[a-z]+", CLEAN.lower()), "receive", "relieve", "my", "it's", "well"},
    "ru": {"извините", "вашу", "посылку", "отправил", "еще", "вчера", "спасибо"},
}
MEANT = {"recieve": ("receive", "relieve"), "извинте": ("извините",)}


class TinySpeller:
    """Knows its words in small letters; remembers what it was asked."""

    def __init__(self, words: Mapping[str, Iterable[str]] = WORDS) -> None:
        self._words = {language: frozenset(known) for language, known in words.items()}
        self.asked: list[str] = []

    @property
    def languages(self) -> frozenset[str]:
        return frozenset(self._words)

    def knows(self, word: str, language: str) -> bool:
        self.asked.append(word)
        return word.lower() in self._words[language]

    def suggest(self, word: str, language: str) -> tuple[str, ...]:
        return MEANT.get(word, tuple(f"{word}{n}" for n in range(9)))


class TinySource:
    """A computer that has these dictionaries."""

    def __init__(self, words: Mapping[str, Iterable[str]] = WORDS) -> None:
        self._words = words
        self.opened = 0

    def languages(self) -> frozenset[str]:
        return frozenset(self._words)

    def open(self) -> TinySpeller:
        self.opened += 1
        return TinySpeller(self._words)


class NoSource:
    """A computer without the extra."""

    def languages(self) -> frozenset[str]:
        raise SpellerError(
            Sentence("Spelling", "The dictionary can't be read ({error}).").format(error="gone")
        )

    def open(self) -> TinySpeller:
        self.languages()
        raise AssertionError
