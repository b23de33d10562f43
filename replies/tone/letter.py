"""A reply taken apart: its own sentences, what part of the letter each is, and what it does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache
from typing import Final

from ...mailbox.quoting import RegionKind, regions
from ..language.disguise import unveiled
from ..language.phrases import shaped
from ..language.tokens import Sentence, Token, TokenKind, sentences_of
from .finding import Span
from .patterns import Match
from .rules import ACT, rule_book, standing
from .titles import masked_starts, titles_in


class Part(Enum):
    """What a sentence is in a letter."""

    GREETING = "greeting"
    BODY = "body"
    BLOCK = "block"  # the order's facts in labelled lines
    CLOSING = "closing"


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of the reply with what the rules and acts found in it.

    Attributes:
        matches: of rules, by characters of the whole text.
        acts: where each act was found in the sentence.
        words: how many it has.
        has_capitals: a word of it is all in capitals.
    """

    sentence: Sentence
    part: Part
    matches: tuple[Match, ...]
    acts: Mapping[str, tuple[Match, ...]]
    words: int
    has_capitals: bool

    @property
    def start(self) -> int:
        """The first character in the whole text."""
        return self.sentence.start

    @property
    def end(self) -> int:
        """Behind the last character in the whole text."""
        return self.sentence.end

    @property
    def span(self) -> Span:
        """Where it stands in the whole text."""
        return Span(self.start, self.end)

    def does(self, *names: str) -> bool:
        """Whether the sentence holds one of these acts."""
        return not self.acts.keys().isdisjoint(names)


@dataclass(frozen=True, slots=True)
class Letter:
    """The own text of a reply, taken apart.

    Attributes:
        own: the stretches that are the seller's own words and no signature.
        masked: the stretches inside of them that are titles of books.
        body: the sentences between greeting and closing, without the order's block.
    """

    text: str
    language: str
    own: tuple[tuple[int, int], ...]
    masked: tuple[tuple[int, int], ...]
    passages: tuple[Passage, ...]
    body: tuple[Passage, ...]

    @property
    def says_goodbye(self) -> bool:
        """Whether a line such as "With kind regards" closes it."""
        closing = (self.text[p.start : p.end] for p in self.passages if p.part is Part.CLOSING)
        return any(_is_closing(line) for text in closing for line in text.splitlines())

    def word_count(self) -> int:
        """How many words the body has."""
        return sum([passage.words for passage in self.body])

    def is_masked(self, start: int, end: int) -> bool:
        """Whether the stretch overlaps a title."""
        return any(a < end and start < b for a, b in self.masked)


_CLOSING: Final = r"\s*(?:<letter.closing>|<letter.closing-and-more>)[\s,.!]*"
_GREETING: Final = r"\s*<letter.greeting>\b"
_LABELLED: Final = re.compile(r"\s*[^\W\d_][\w /№#-]{1,24}:[ \t]+\S")
_LABELLED_AT_MOST: Final = 90  # characters; a longer line is a sentence with a colon
_CLOSING_LINES: Final = 6
_NAME_WORDS: Final = 4
_GREETING_WORDS: Final = 8


def read_letter(text: str, language: str, titles: Iterable[str] = ()) -> Letter:
    """Take a reply apart; `titles` are those of the order, to be passed over."""
    own = _own_stretches(text)
    masked = titles_in(text, titles)
    passages: list[Passage] = []
    for start, end in own:
        closing = _closing_start(text, start, end)
        blocks = _blocks(text, start, closing)
        for sentence in sentences_of(text, start, end):
            part = _part_of(sentence, text, closing, blocks, is_first=not passages)
            passages.append(_passage(text, sentence, part, language, masked))
    body = tuple([passage for passage in passages if passage.part is Part.BODY])
    return Letter(text, language, own, masked, tuple(passages), body)


def _own_stretches(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((r.start, r.end) for r in regions(text) if r.kind is RegionKind.OWN)


def _closing_start(text: str, start: int, end: int) -> int:
    """Where the good-bye starts; `end` where the letter has none."""
    lines = [m for m in re.finditer(r"[^\n]+", text[start:end]) if m.group().strip()]
    for match in lines[-_CLOSING_LINES:]:
        if _is_closing(match.group()) and match.start():
            return start + match.start()
    if len(lines) > 1 and _is_name(lines[-1].group()):
        return start + lines[-1].start()
    return end


def _is_closing(line: str) -> bool:
    return shaped(_CLOSING).fullmatch(line) is not None


def _is_name(line: str) -> bool:
    words = line.strip(" \t-–—").split()
    return (
        0 < len(words) <= _NAME_WORDS
        and not line.rstrip().endswith((".", "?", "!", ":", ";"))
        and all(word[:1].isupper() or word in {"of", "and", "и", "the", "&"} for word in words)
    )


def _blocks(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """Runs of at least two labelled lines, "Order: ...", "Sent: ...": the order's block."""
    found: list[tuple[int, int]] = []
    run: list[re.Match[str]] = []
    for match in (*re.finditer(r"[^\n]*\n?", text[start:end]), None):
        if match is not None and _is_labelled(match.group()):
            run.append(match)
            continue
        if len(run) > 1:
            found.append((start + run[0].start(), start + run[-1].end()))
        run = []
    return tuple(found)


def _is_labelled(line: str) -> bool:
    return len(line) <= _LABELLED_AT_MOST and _LABELLED.match(line) is not None


def _part_of(
    sentence: Sentence,
    text: str,
    closing: int,
    blocks: tuple[tuple[int, int], ...],
    *,
    is_first: bool,
) -> Part:
    if sentence.start >= closing:
        return Part.CLOSING
    if any(start <= sentence.start < end for start, end in blocks):
        return Part.BLOCK
    if is_first and _words_in(sentence) <= _GREETING_WORDS:
        stretch = text[sentence.start : sentence.end]
        if _is_greeting(stretch) or stretch[-1] == ",":
            return Part.GREETING
    return Part.BODY


def _words_in(sentence: Sentence) -> int:
    return sum([token.kind is TokenKind.WORD for token in sentence.tokens])


def is_capitals(token: Token) -> bool:
    """Whether it is a word all in capitals, of more than one letter and without figures."""
    raw = token.raw
    return (
        len(raw) > 1
        and raw.isupper()
        and token.kind is TokenKind.WORD
        and not any(letter.isdigit() for letter in raw)
    )


def _is_greeting(stretch: str) -> bool:
    return shaped(_GREETING).match(stretch) is not None


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence by its words alone, wherever it stands.

    Attributes:
        hidden: where words of titles start.
        sentence: one that says so, in whatever place.
    """

    text: str
    hidden: tuple[int, ...]
    language: str
    sentence: Sentence = field(compare=False)


def _passage(
    text: str, sentence: Sentence, part: Part, language: str, masked: tuple[tuple[int, int], ...]
) -> Passage:
    offset = sentence.start
    starts = masked_starts(sentence, masked)
    hidden = tuple(sorted(start - offset for start in starts)) if starts else ()
    said = _Said(text[offset : sentence.end], hidden, language, sentence)
    return Passage(sentence, part, *_placed(said, offset))


_Found = tuple[tuple[Match, ...], Mapping[str, tuple[Match, ...]], int, bool]  # as in Passage


@lru_cache(maxsize=1_024)
def _placed(said: _Said, offset: int) -> _Found:
    """What was found in a sentence, by the characters of the whole text."""
    found, found_at = _found_in(said)
    by = offset - found_at
    if not by:
        return found
    rules, acts, words, has_capitals = found
    return (
        tuple(_moved(match, by) for match in rules),
        {name: tuple(_moved(m, by) for m in matches) for name, matches in acts.items()},
        words,
        has_capitals,
    )


@lru_cache(maxsize=1_024)
def _found_in(said: _Said) -> tuple[_Found, int]:
    """The rules and acts of one sentence, and where that one stood from which they are.

    Kept, so that typing looks only at the sentence that changed.
    """
    sentence = said.sentence
    masked = frozenset(start + sentence.start for start in said.hidden)
    rules: list[Match] = []
    acts: dict[str, list[Match]] = {}
    for match in standing(rule_book(said.language).phrases.find(unveiled(sentence), masked)):
        if match.owner.startswith(ACT):
            acts.setdefault(match.owner.removeprefix(ACT), []).append(match)
        else:
            rules.append(match)
    found = (
        tuple(rules),
        {name: tuple(listed) for name, listed in acts.items()},
        _words_in(sentence),
        any(map(is_capitals, sentence.tokens)),
    )
    return found, sentence.start


def _moved(match: Match, by: int) -> Match:
    return Match(
        match.owner,
        (match.whole[0] + by, match.whole[1] + by),
        (match.marked[0] + by, match.marked[1] + by),
        tuple((name, start + by, end + by) for name, start, end in match.captured),
        match.repair,
    )
