"""Which words of a reply the dictionaries do not know. Pure: the dictionaries are a `Speller`.

Only the seller's own text is looked at, and in it neither names, titles, numbers and addresses
nor what the letter and the order call by a name. A word of Cyrillic letters is looked up in the
Russian dictionary and one of Latin letters in the English one, whatever the rest is written in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple, Protocol

from ..mailbox.quoting import RegionKind, regions
from .language.detect import language_of
from .tone.titles import titles_in

ENGLISH: Final = "en"
RUSSIAN: Final = "ru"
SPELT: Final = (ENGLISH, RUSSIAN)
MOST_SUGGESTIONS: Final = 5
_READ_AT_MOST: Final = 40_000  # characters; no letter is as long
_KEPT_WORDS: Final = 50_000
_CHUNK: Final = re.compile(r"[^\s,;:!?()\[\]{}«»„“”\"…—–]+(?:[:,]//?[^\s]+)?")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_NO_WORDS: Final = re.compile(r"[\d@_\\#]|://|(?i:^www\.)|\w\.[a-zа-яё]")
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff]")
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")
_POSSESSIVE: Final = re.compile(r"['’ʼ]s?$")
_APOSTROPHES: Final = str.maketrans({"’": "'", "ʼ": "'"})
_ENDING: Final = 3  # letters by which the cases of a Russian name differ
_STEM: Final = 2  # letters that they share at least


class Speller(Protocol):
    """The dictionaries of this computer."""

    @property
    def languages(self) -> frozenset[str]:
        """Those of `SPELT` for which there is a dictionary."""

    def knows(self, word: str, language: str) -> bool:
        """Whether it stands in the dictionary of the language."""

    def suggest(self, word: str, language: str) -> Sequence[str]:
        """What may have been meant, the likeliest first."""


class SpellerSource(Protocol):
    """Where dictionaries come from, for a program that may have none."""

    def languages(self) -> frozenset[str]:
        """The languages of which there is a dictionary.

        Raises:
            SpellerError: nothing can be looked up here; says what is missing.
        """

    def open(self) -> Speller:
        """The dictionaries; may take a moment.

        Raises:
            SpellerError: nothing can be looked up here; says what is missing.
        """


class Word(NamedTuple):
    """A word and its place, by characters."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Allowed:
    """What is right in one letter though no dictionary has it.

    Attributes:
        names: single words, in lower case; they count where the reply has a capital letter.
        titles: of the books that were ordered.
        own: the seller's own dictionary, and what she lets be in this letter; in lower case.
    """

    names: frozenset[str] = frozenset()
    titles: tuple[str, ...] = ()
    own: frozenset[str] = frozenset()


def words_of_names(texts: Iterable[str | None]) -> frozenset[str]:
    """The words of names, addresses and titles, as `Allowed` has them."""
    return frozenset(
        part.casefold()
        for text in texts
        if text
        for word in _WORD.findall(text)
        for part in (word, *re.split("['’ʼ-]", word))
    )


def capitalised_words(text: str) -> Iterator[str]:
    """The words of a text that begin with a capital letter: its names are among them."""
    return (word for word in _WORD.findall(text) if word[0].isupper())


def dictionary_of(word: str, language: str) -> str | None:
    """In which dictionary to look a word up, None for in none.

    Args:
        language: of the whole letter.
    """
    is_cyrillic, is_latin = _CYRILLIC.search(word), _LATIN.search(word)
    if is_cyrillic and not is_latin:
        return RUSSIAN
    if is_latin and not is_cyrillic:
        return ENGLISH if language in SPELT else None
    return None


@lru_cache(maxsize=1_024)
def _words_of(paragraph: str, titles: tuple[str, ...]) -> tuple[Word, ...]:
    """The words that can be looked up; kept, since a key changes one paragraph."""
    hidden = titles_in(paragraph, titles)
    found = []
    for chunk in _CHUNK.finditer(paragraph):
        if _NO_WORDS.search(chunk.group().rstrip(".'’*/-")):
            continue
        for match in _WORD.finditer(chunk.group()):
            start, end = chunk.start() + match.start(), chunk.start() + match.end()
            word = match.group()
            is_ordinary = len(word) > 1 and word[1:] == word[1:].lower()
            is_parted = "-" in word and all(p[1:].islower() for p in word.split("-") if p[1:])
            if (is_ordinary or is_parted) and not any(a < end and start < b for a, b in hidden):
                found.append(Word(start, end, word))
    return tuple(found)


def words_of(text: str, titles: tuple[str, ...] = ()) -> Iterator[Word]:
    """The words of the seller's own text that can be looked up, in order."""
    for region in regions(text[:_READ_AT_MOST]):
        if region.kind is not RegionKind.OWN:
            continue
        start = region.start
        for line in text[region.start : region.end].split("\n"):
            for word in _words_of(line, titles):
                yield Word(word.start + start, word.end + start, word.text)
            start += len(line) + 1


@dataclass(slots=True)
class SpellCheck:
    """Looks words up, each once. For one thread: dictionaries are not made for several."""

    speller: Speller
    _known: dict[tuple[str, str], bool] = field(default_factory=dict)

    def misspelt(self, text: str, allowed: Allowed) -> tuple[Word, ...]:
        """The words of a reply that stand in no dictionary and are nobody's name."""
        language = language_of(text[:_READ_AT_MOST])
        found = []
        for word in words_of(text, allowed.titles):
            dictionary = dictionary_of(word.text, language)
            if dictionary is None or dictionary not in self.speller.languages:
                continue
            if not self._is_right(word.text, dictionary, allowed):
                found.append(word)
        return tuple(found)

    def suggestions(self, word: str) -> tuple[str, ...]:
        """What may have been meant by a word, at most five."""
        language = dictionary_of(word, ENGLISH)
        if language is None or language not in self.speller.languages:
            return ()
        meant = dict.fromkeys(self.speller.suggest(word.translate(_APOSTROPHES), language))
        mark = next((one for one in "’ʼ" if one in word), "'")
        return tuple(one.replace("'", mark) for one in meant if one != word)[:MOST_SUGGESTIONS]

    def _is_right(self, word: str, language: str, allowed: Allowed) -> bool:
        if self._knows(word, language) or _is_allowed(word, allowed):
            return True
        parts = [part for part in word.split("-") if len(part) > 1]
        return "-" in word and all(
            self._knows(part, language) or _is_allowed(part, allowed) for part in parts
        )

    def _knows(self, word: str, language: str) -> bool:
        key = word, language
        known = self._known.get(key)
        if known is None:
            if len(self._known) > _KEPT_WORDS:
                self._known.clear()
            known = self._known[key] = self._look_up(word.translate(_APOSTROPHES), language)
        return known

    def _look_up(self, word: str, language: str) -> bool:
        if self.speller.knows(word, language):
            return True
        plain = word.replace("ё", "е").replace("Ё", "Е")
        return plain != word and self.speller.knows(plain, language)


def _is_allowed(word: str, allowed: Allowed) -> bool:
    form = word.casefold()
    bare = _POSSESSIVE.sub("", form)
    if form in allowed.own or bare in allowed.own:
        return True
    if not word[0].isupper():
        return False
    if form in allowed.names or bare in allowed.names:
        return True
    return bool(_CYRILLIC.match(word)) and any(_is_case_of(form, name) for name in allowed.names)


def _is_case_of(form: str, name: str) -> bool:
    """Whether two Russian words may be cases of one name: "Иванова", "Ивановой"."""
    shared = max(_STEM, min(len(form), len(name)) - 2)
    longest = max(len(form), len(name))
    return form[:shared] == name[:shared] and longest - shared <= _ENDING
