"""Phrase patterns over tokens: how rules name what they look for, and how it is found.

A pattern is a row of items, divided by blanks or line breaks:

    word          this form            ~send        any form of the lemma
    @past         any word so shaped   ~send@past   the lemma in that shape
    $CARRIER      a class of words or phrases, defined in the language's classes
    #             a number             #date        a date in figures ("21.11.", "2026-11-21")
    $MONEY        a number with its currency
    a|b|~c        one of these         !a|b         one word that is none of these
    word?         may be missing       (a b|c d)?   one of these phrases, here optional
    ..3           up to three words that cross no comma or other stop; ,,3 may cross them
    ,             a comma or another soft stop stands here
    <s> </s>      the sentence starts or ends here, <?> it ends here with a question mark
    { }           bound the part that the finding marks, where that is not the whole match
    name=item     keeps what the item matched, for the repair

Between two items a comma may stand unasked; a gap behind one that is named begins behind it.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from ..language.lemmas import lemma_key
from ..language.tokens import halves_of

_GAP: Final = re.compile(r"(\.\.|,,)(\d+)")
_HAN: Final = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_IS_SIGN: Final = re.compile(r"[.:;!?…–—-]+")
_AROUND_BAR: Final = re.compile(r"\s*\|\s*")


class PatternError(ValueError):
    """A pattern in the data is not well formed; the message quotes it."""


@dataclass(frozen=True, slots=True)
class Item:
    """One step of a pattern.

    Attributes:
        keys: what the word may be; empty for gaps and anchors.
        is_not: the word must be none of `keys`.
        gap: how many words may be skipped, 0 for no gap.
        crosses: the gap may cross soft stops.
        is_last: the gap ends the pattern, so a stop may follow it.
        anchor: a condition or mark that takes no word: "<s>", "</s>", "<?>", ",", "{", "}",
            or "name<" and "name>" around what is kept.
    """

    keys: tuple[str, ...] = ()
    is_not: bool = False
    gap: int = 0
    crosses: bool = False
    is_last: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows of steps of which one is taken, or none where the group is optional."""

    choices: tuple[Row, ...]
    is_optional: bool = False


Row = tuple[Item | Group, ...]


def row_of(pattern: str, language: str) -> Row:
    """The steps of a pattern as written in the data.

    Raises:
        PatternError: brackets do not close, an item is empty, or no word is named.
    """
    tidy = _AROUND_BAR.sub("|", " ".join(pattern.split())).replace("ё", "е")
    row = _with_last_gaps(_row(tidy, language, pattern))
    if not any(_names_a_word(step) for step in row):
        raise PatternError(f"A pattern needs a word: {pattern!r}")
    if signs := [key for key in words_named(row) if _IS_SIGN.fullmatch(key)]:
        raise PatternError(f"A sign is no word, write a comma for a stop: {signs} in {pattern!r}")
    return row


def _with_last_gaps(row: Row) -> Row:
    """The row with the gaps marked behind which it ends or asks for a stop."""
    steps: list[Item | Group] = []
    may_stop = True
    for step in reversed(row):
        if isinstance(step, Item) and step.gap and may_stop:
            steps.append(replace(step, is_last=True))
            continue
        steps.append(step)
        is_mark = isinstance(step, Item) and step.anchor not in {"", ",", "<s>"}
        may_stop = (may_stop and is_mark) or step == Item(anchor=",")
    return tuple(reversed(steps))


def words_named(row: Row) -> Iterator[str]:
    """Every key that the steps name."""
    for step in row:
        if isinstance(step, Item):
            yield from step.keys
        else:
            for choice in step.choices:
                yield from words_named(choice)


def _names_a_word(step: Item | Group) -> bool:
    return isinstance(step, Group) or bool(step.keys)


def _row(text: str, language: str, source: str) -> Row:
    steps: list[Item | Group] = []
    for piece in _split(text, " ", source):
        is_optional = len(piece) > 1 and piece.endswith("?")
        bare = piece[:-1] if is_optional else piece
        name, named, rest = bare.partition("=")
        inner = _steps(rest if named else bare, language, source)
        if named:
            inner = (Item(anchor=name + "<"), *inner, Item(anchor=name + ">"))
        if is_optional:
            steps.append(Group((inner,), is_optional=True))
        else:
            steps.extend(inner)
    return tuple(steps)


def _steps(piece: str, language: str, source: str) -> Row:
    """One item, or a bracket with its choices; choices of one word are one item together."""
    bracket, shape = piece, ""
    if piece.startswith("(") and not piece.endswith(")"):
        bracket, _, name = piece.rpartition("@")
        shape = "@" + name
    if not (bracket.startswith("(") and bracket.endswith(")")):
        if all(_apart(name) == name for name in piece.split("|")):
            return (_item(piece, language, source),)
        bracket, shape = f"({piece})", ""
    choices = [_apart(choice + shape) for choice in _split(bracket[1:-1], "|", source)]
    rows = [_row(choice, language, source) for choice in choices]
    words: list[str] = []
    others: list[Row] = []
    for row in rows:
        step = row[0]
        if len(row) == 1 and isinstance(step, Item) and step.keys and not step.is_not:
            words.extend(step.keys)
        else:
            others.append(row)
    plain: list[Row] = [(Item(keys=tuple(words)),)] if words else []
    if plain and not others:
        return plain[0]
    return (Group((*plain, *others)),)


def _apart(choice: str) -> str:
    """The choice as the tokens make it: contractions are two words, each Han sign is one."""
    if "(" in choice:
        return choice
    if _HAN.search(choice):
        return " ".join(_HAN.sub(r" \g<0> ", choice).split())
    return " ".join(half for word in choice.split() for half in _halves(word))


def _halves(word: str) -> Iterator[str]:
    """The words that tokens make of one; themselves a contraction written without its mark."""
    halves = halves_of(word) if "'" in word[1:-1] or word.isalpha() else ()
    yield from halves or (word,)


def _split(text: str, mark: str, source: str) -> list[str]:
    """The parts between the marks that stand outside of brackets; blanks around them cut."""
    parts, depth, start = [], 0, 0
    for at, letter in enumerate(text):
        depth += (letter == "(") - (letter == ")")
        if letter == mark and depth == 0:
            parts.append(text[start:at])
            start = at + 1
        if depth < 0:
            break
    if depth:
        raise PatternError(f"Brackets do not match: {source!r}")
    return [part.strip() for part in (*parts, text[start:]) if part.strip()]


def _item(piece: str, language: str, source: str) -> Item:
    gap = _GAP.fullmatch(piece)
    if gap:
        return Item(gap=int(gap[2]), crosses=gap[1] == ",,")
    if piece in {"<s>", "</s>", "<?>", ",", "{", "}"}:
        return Item(anchor=piece)
    is_not = piece.startswith("!")
    names = piece.removeprefix("!").split("|")
    if not all(names) or "(" in piece or ")" in piece:
        raise PatternError(f"An empty choice, or a bracket inside of a word: {source!r}")
    keys = (lemma_key(n[1:], language) if n[0] == "~" else n for n in names)
    return Item(keys=tuple(map(sys.intern, keys)), is_not=is_not)
