"""What was typed, read: a query, and what of it was not understood.

Nothing that can be typed is an error. What is no field and no operator is searched as it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from ...mailbox.search_terms import folded, has_word
from ...mailbox.sentence import Sentence
from .fields import Value, meaning
from .query import EVERYTHING, NOTHING, Query, Text, conjunction, disjunction, negation
from .vocabulary import Field, field_named

_QUOTES: Final = '"“”„«»'
_FIELD: Final = re.compile(r"([^\W\d_]{1,20}):")
_BARE: Final = re.compile(rf"[^\s){_QUOTES}]*")
_QUOTED: Final = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]*)([{_QUOTES}]?)")
_WORDS_AHEAD: Final = re.compile(r"[^\s()]+")
_OR: Final = frozenset({"OR", "ИЛИ", "|"})
_OPERATORS: Final = _OR | {"AND", "NOT"}
_MOST_TERMS: Final = 32
_DEEPEST: Final = 20
_LONGEST: Final = 4_000  # characters of a search
_AHEAD: Final = 4  # words that a value may take, as "after: 3 ноября 2026"


@dataclass(frozen=True, slots=True)
class Note:
    """What was not understood, and where in the text it stands."""

    said: Sentence
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Parsed:
    """A search that was read."""

    query: Query
    notes: tuple[Note, ...]


def parse(text: str, today: date) -> Parsed:
    """Read what was typed; a last word without a blank behind it may still go on."""
    reader = _Reader(text[:_LONGEST], today)
    query = reader.read()
    if query == EVERYTHING and text.strip() and not reader.notes:
        query = NOTHING  # signs alone, which stand in no index
    return Parsed(query, tuple(reader.notes))


class _Reader:
    """One text while it is read."""

    def __init__(self, text: str, today: date) -> None:
        self._text = text
        self._today = today
        self._at = 0
        self._terms = 0
        self.notes: list[Note] = []

    def read(self) -> Query:
        parts = []
        while True:
            parts.append(self._alternatives(0))
            if self._at >= len(self._text):
                return conjunction(parts)
            self._note(_STRAY_BRACKET, self._at, self._at + 1)
            self._at += 1

    def _alternatives(self, depth: int) -> Query:
        branches = [self._all(depth)]
        while self._is_at(_OR):
            start = self._at
            word = self._take_bare()
            branch = self._all(depth)
            if EVERYTHING in (branches[-1], branch):
                self._dangling(word, start)
            branches.append(branch)
        return disjunction(branches)

    def _all(self, depth: int) -> Query:
        parts: list[Query] = []
        while self._skip_blanks() and self._text[self._at] != ")" and not self._is_at(_OR):
            parts.append(self._one(depth))
        return conjunction(parts)

    def _one(self, depth: int) -> Query:
        """One term with the minus signs before it; always takes something."""
        start = self._at
        denied = self._take_denials()
        if not self._skip_blanks() or self._text[self._at] == ")" or self._is_at(_OPERATORS):
            if not self._is_at(_OR):
                self._take_operator()
            return EVERYTHING
        is_group = self._text[self._at] == "("
        query = self._group(depth, start) if is_group else self._term()
        return negation(query) if denied else query

    def _take_denials(self) -> bool:
        """Take "-" and NOT; several dashes in a row are just signs."""
        denied = False
        while self._skip_blanks():
            dashes = len(self._text) - self._at - len(self._text[self._at :].lstrip("-"))
            if dashes:
                follows = self._text[self._at + dashes : self._at + dashes + 1]
                denied ^= dashes == 1 and bool(follows.strip()) and follows != ")"
                self._at += dashes
            elif self._is_at({"NOT"}) and self._has_more():
                self._take_bare()
                denied = not denied
            else:
                break
        return denied

    def _has_more(self) -> bool:
        """Whether a term may follow behind the word that begins here."""
        hit = _BARE.match(self._text, self._at)
        following = self._text[hit.end() if hit else self._at :].lstrip()
        return bool(following) and following[0] != ")"

    def _take_operator(self) -> None:
        start = self._at
        if self._at < len(self._text) and self._text[self._at] != ")":
            word = self._take_bare()
            if word != "AND":
                self._dangling(word, start)

    def _group(self, depth: int, start: int) -> Query:
        self._at += 1
        if depth >= _DEEPEST:
            self._note(_TOO_DEEP, start, self._at)
            return EVERYTHING
        query = self._alternatives(depth + 1)
        if self._at < len(self._text):
            self._at += 1  # the closing bracket: `_alternatives` stops at nothing else
        return query

    def _term(self) -> Query:
        start = self._at
        name = _FIELD.match(self._text, self._at)
        if name is None:
            query = self._words()
        else:
            field = field_named(name[1])
            if field is None:
                query = self._words()
                if self._text[name.end() : name.end() + 1] not in {"/", ""}:
                    self._note(_NO_FIELD.format(name=name[0]), start, name.end())
            else:
                self._at = name.end()
                query = self._value_of(field, name[1], start)
        if query != EVERYTHING:
            self._terms += 1
        if self._terms > _MOST_TERMS:
            self._note(_TOO_MANY.format(number=_MOST_TERMS), start, len(self._text))
            self._at = len(self._text)
            return EVERYTHING
        return query

    def _words(self) -> Query:
        """A phrase or a word, as it stands."""
        value = self._take_value()
        text = value.text.strip()
        if not has_word(folded(text)):
            return EVERYTHING
        return Text(text, exact=value.is_quoted, prefix=value.goes_on)

    def _value_of(self, field: Field, name: str, start: int) -> Query:
        ahead = _WORDS_AHEAD.findall(self._text[self._at : self._at + 60])[:_AHEAD]
        first = self._at
        value = self._take_value()
        found = meaning(field, name, value, ahead, self._today)
        if found.words > 1:
            self._at = self._end_of_words(first, found.words)
        if found.said is not None:
            self._note(found.said, start, self._at)
        return found.query

    def _end_of_words(self, start: int, count: int) -> int:
        hits = _WORDS_AHEAD.finditer(self._text, start)
        return [next(hits).end() for _ in range(count)][-1]

    def _take_value(self) -> Value:
        """Take a bare word or a quoted stretch; a star behind it lets it go on."""
        quoted = _QUOTED.match(self._text, self._at)
        if quoted is None:
            word = self._take_bare()
            is_typed = self._at == len(self._text)
            goes_on = word.endswith("*") or (is_typed and not _is_one_letter(word))
            return Value(word.rstrip("*"), is_quoted=False, goes_on=goes_on)
        self._at = quoted.end()
        goes_on = not quoted[2] and quoted[1] == quoted[1].rstrip()
        if quoted[2] and self._text[self._at : self._at + 1] == "*":
            self._at += 1
            goes_on = True
        return Value(quoted[1].strip(), is_quoted=True, goes_on=goes_on)

    def _take_bare(self) -> str:
        hit = _BARE.match(self._text, self._at)
        word = hit[0] if hit else ""
        self._at += len(word)
        return word

    def _is_at(self, words: frozenset[str] | set[str]) -> bool:
        hit = _BARE.match(self._text, self._at)
        return hit is not None and hit[0] in words

    def _skip_blanks(self) -> bool:
        """Go to the next sign; tell whether there is one."""
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1
        return self._at < len(self._text)

    def _dangling(self, word: str, start: int) -> None:
        if self._text[start + len(word) :].strip():  # at the end something is still being typed
            self._note(_DANGLING.format(word=word), start, start + len(word))

    def _note(self, said: Sentence, start: int, end: int) -> None:
        if all(said != note.said for note in self.notes):
            self.notes.append(Note(said, start, end))


_STRAY_BRACKET: Final = Sentence("Search", "A closing bracket that nothing opened is left out.")
_TOO_DEEP: Final = Sentence("Search", "Brackets stand too deep in each other; some are left out.")
_TOO_MANY: Final = Sentence("Search", "Only the first {number} words and fields are searched.")
_NO_FIELD: Final = Sentence("Search", "“{name}” is no field; it is searched as it stands.")
_DANGLING: Final = Sentence("Search", "“{word}” has nothing on one side and is left out.")


def without_first_letter(typed: str) -> str:
    """A search that is being typed, without a word of which only the first letter stands there.

    What goes on from one letter is too much to be of use, and the letter alone is not meant.
    """
    last = typed.split(" ")[-1]
    return typed.removesuffix(last) if _is_one_letter(last.lstrip("-(")) else typed


def _is_one_letter(word: str) -> bool:
    return len(word) == 1 and (word.isdigit() or word.lower() != word.upper())
