"""The pieces of a template with their places, counted before anything is built of them.

Jinja2's parser goes down one level for each bracket, and its compiler writes code for each tag. So
what is too long or too deep is refused while it is only read from left to right: nothing grows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ...mailbox.sentence import Sentence
from ..errors import TemplateError

if TYPE_CHECKING:
    from jinja2 import Environment

MAX_SOURCE_CHARS: Final = 20_000
MAX_TAGS: Final = 200  # our longest letter has 40; so many take 40 ms to compile and 2.5 MB
MAX_PIECES: Final = 40  # names, signs and words inside of one tag; ours have up to 14
MAX_PIECE_CHARS: Final = 200
_MAX_OPEN: Final = 24  # tags inside of each other

_LINE_END: Final = re.compile(r"\r\n?|\n")
_LONG_WORD: Final = re.compile(r"\w{201}")
_BEGIN: Final = frozenset({"variable_begin", "block_begin"})
_END: Final = frozenset({"variable_end", "block_end"})
_NO_PIECE: Final = frozenset({"whitespace", "data", "comment", "linecomment"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A name, sign or word inside of a tag, and where it begins; both counted from 1."""

    text: str
    line: int
    column: int


def wrong(name: str, line: int, column: int, why: str) -> TemplateError:
    """The error that says what is wrong at which place of a template."""
    template = Sentence("Templates", "{name}, line {line}, column {column}: {why}")
    message = template.format(name=name, line=line, column=column, why=why)
    return TemplateError(message, line, column, why)


def plain_line_ends(source: str) -> str:
    """The source with the line ends that places are counted by."""
    return _LINE_END.sub("\n", source)


def scan(environment: Environment, source: str, name: str) -> tuple[Piece, ...]:
    """Everything that stands inside of tags, in its order.

    Args:
        environment: whose syntax it is written in.
        source: the template, with plain line ends.
        name: what it is called in messages.

    Raises:
        TemplateError: it is too long or too deep, or a sign in it can't be read.
    """
    from jinja2 import TemplateSyntaxError

    if len(source) > MAX_SOURCE_CHARS:
        too_long = Sentence("Templates", "The template is longer than {count} characters.")
        line = source.count("\n", 0, MAX_SOURCE_CHARS) + 1
        column = MAX_SOURCE_CHARS - source.rfind("\n", 0, MAX_SOURCE_CHARS)
        raise wrong(name, line, column, too_long.format(count=MAX_SOURCE_CHARS))
    if word := _LONG_WORD.search(source):  # the lexer needs 5 MB for a number of 19,000 digits
        line = source.count("\n", 0, word.start()) + 1
        column = word.start() - source.rfind("\n", 0, word.start())
        raise wrong(name, line, column, Sentence("Templates", "A word here is too long."))
    counter = _Counter(name)
    try:
        for kind, piece in _pieces(environment, source):
            counter.take(kind, piece)
    except TemplateSyntaxError as error:
        raise wrong(
            name, error.lineno, _first_tag(source, error.lineno), unread(error.message or "")
        ) from error
    return tuple(counter.pieces)


def unread(message: str) -> str:
    """What the seller is told of what Jinja2 can't read."""
    if found := re.search(r"unknown tag '([^']{1,40})'", message):
        if found[1].startswith(("end", "el")):
            return Sentence(
                "Templates", "The tag “{tag}” has no beginning before it; take it out."
            ).format(tag=found[1])
        return Sentence("Templates", "There is no tag called “{tag}”.").format(tag=found[1])
    if "end of template" in message or "Missing end" in message:
        return Sentence("Templates", "A tag is open until the end; close it with its end tag.")
    if found := re.search(r"unexpected char .(.{1,2}). at", message):
        sign = found[1]
        return Sentence("Templates", "The sign “{sign}” can't stand inside a tag.").format(
            sign=sign
        )
    return Sentence(
        "Templates", "This tag can't be read. Look at its quotation marks, brackets and end."
    )


class _Counter:
    """Keeps what was read, and stops at the first thing that is too much."""

    def __init__(self, name: str) -> None:
        self.pieces: list[Piece] = []
        self._name = name
        self._tags = 0
        self._in_tag = 0
        self._open = 0

    def take(self, kind: str, piece: Piece) -> None:
        if kind in _BEGIN:
            self._tags += 1
            self._in_tag = 0
            if self._tags > MAX_TAGS:
                many = Sentence("Templates", "The template has more than {count} tags.")
                raise self._refused(piece, many.format(count=MAX_TAGS))
            return
        if kind in _END or kind in _NO_PIECE or not piece.text.strip():
            return
        self._in_tag += 1
        if self._in_tag > MAX_PIECES or len(piece.text) > MAX_PIECE_CHARS:
            raise self._refused(piece, Sentence("Templates", "The tag is too long."))
        if self._in_tag == 1 and kind == "name":
            self._open += {"if": 1, "endif": -1}.get(piece.text, 0)
        if self._open > _MAX_OPEN:
            raise self._refused(
                piece, Sentence("Templates", "Too many tags stand inside of each other.")
            )
        self.pieces.append(piece)

    def _refused(self, piece: Piece, why: str) -> TemplateError:
        return wrong(self._name, piece.line, piece.column, why)


def _pieces(environment: Environment, source: str) -> Iterator[tuple[str, Piece]]:
    """What the lexer reads, each with its place; blanks that it leaves out are passed over."""
    at, line, line_at = 0, 1, 0
    for _, kind, text in environment.lexer.tokeniter(source, None):
        found = source.find(text, at)
        if found < 0:
            continue
        breaks = source.count("\n", at, found)
        if breaks:
            line, line_at = line + breaks, source.rfind("\n", 0, found) + 1
        yield kind, Piece(text, line, found - line_at + 1)
        at = found + len(text)
        if breaks := text.count("\n"):
            line, line_at = line + breaks, source.rfind("\n", 0, at) + 1


def _first_tag(source: str, line: int) -> int:
    lines = source.split("\n")
    tag = re.search(r"\{[{%#]", lines[min(line, len(lines)) - 1])
    return tag.start() + 1 if tag else 1
