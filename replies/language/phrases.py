"""Phrases for regular expressions, of all languages: data in resources/tone/*/phrases.toml.

A regular expression that looks for words has its shape in Python and its words in the data; a name
in angle brackets stands for the phrases of all languages that the data lists under it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

_LANGUAGES: Final = ("en", "ru")
_SLOT: Final = re.compile(r"<([a-z]+\.[a-z_-]+)>")

Phrases = Mapping[str, list[str]]


def phrases(name: str) -> re.Pattern[str]:
    """What finds any of the phrases called `name`, "facts.sent", in whatever case."""
    return shaped(f"<{name}>")


@cache
def shaped(shape: str, flags: re.RegexFlag = re.IGNORECASE) -> re.Pattern[str]:
    """The expression with phrases in place of their names; compiled once, at the first use.

    Args:
        shape: an expression with names in it, `<letter.greeting>,? (?P<name>.+)`.
        flags: of the expression; case counts for nothing unless they are given.

    Raises:
        KeyError: no language has phrases of a name in the shape.
    """
    return re.compile(_SLOT.sub(lambda slot: _alternatives(slot[1]), shape), flags)


@cache
def _alternatives(name: str) -> str:
    table, _, key = name.partition(".")
    found = [part for book in _books() for part in _parts(book.get(table, {}).get(key, {}))]
    if not found:
        raise KeyError(name)
    return f"(?:{'|'.join(found)})"


def _parts(listed: Phrases) -> Iterator[str]:
    if "words" in listed:
        yield rf"\b(?:{'|'.join(listed['words'])})\b"
    yield from listed.get("anywhere", ())


@cache
def _books() -> tuple[Mapping[str, Mapping[str, Phrases]], ...]:
    folder = files("softanswer.resources") / "tone"
    return tuple(
        tomllib.loads((folder / language / "phrases.toml").read_text("utf-8"))
        for language in _LANGUAGES
    )
