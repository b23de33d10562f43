"""Where titles of books stand in a text: they are full of rude and complaining words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from ..language.phrases import phrases, shaped
from ..language.tokens import Sentence

_QUOTED: Final = re.compile(
    r"\"([^\"\n]{2,120})\"|“([^”\n]{2,120})”|«([^»\n]{2,120})»|„([^“”\n]{2,120})[“”]"
    r"|‘([^’\n]{2,120})’|(?<!\w)_([^_\n]{2,120})_(?!\w)|(?<![\w*])\*([^*\n]{2,120})\*(?![\w*])"
    r"|《([^》\n]{1,120})》"
)
_UNQUOTED: Final = (
    r"(?<=[a-z,;:] )(?:<title.first>|[A-Z][a-z]+['’]s)"
    r"(?: (?:<title.inside>|[A-Z][\w'’-]+)){0,6}? [A-Z][a-z'’-]+(?: [A-Z][a-z'’-]+){0,4}"
)
_SMALL_WORDS: Final = frozenset(
    "a an the of and or in on to for with by at from as is de la le du des et der die das und "
    "и в на с о об от по для из за к у не или но без до при about after how what why".split()
)
_TITLE_WORDS: Final = 14
_MAIN_PART: Final = re.compile(r"\s*(?:[\[(:;,–—]| - ).*")
_SHORTEST_TITLE: Final = 4  # characters


def titles_in(text: str, titles: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """The stretches that are titles: those given, whole or by their main part, and quoted ones."""
    found = [match.span() for match in _quoted(text)]
    found.extend(
        match.span()
        for match in shaped(_UNQUOTED, re.NOFLAG).finditer(text)
        if not phrases("title.none").match(match.group())
    )
    for title in titles:
        pattern = _title_pattern(title)
        if pattern is not None:
            found.extend(match.span() for match in pattern.finditer(text))
    return tuple(sorted(found))


def quoted_titles(text: str) -> Iterator[tuple[int, int]]:
    """The stretches inside of quotation marks that look like titles."""
    for match in _quoted(text):
        yield match.span(match.lastindex or 0)


def _quoted(text: str) -> Iterator[re.Match[str]]:
    for match in _QUOTED.finditer(text):
        if match.group()[0] == "《" or _looks_like_title(match[match.lastindex or 0]):
            yield match


def masked_starts(sentence: Sentence, titles: tuple[tuple[int, int], ...]) -> frozenset[int]:
    """Where the words of a sentence start that belong to a title."""
    near = [span for span in titles if span[0] < sentence.end and sentence.start < span[1]]
    if not near:
        return frozenset()
    return frozenset(
        token.start
        for token in sentence.tokens
        if any(start <= token.start < end for start, end in near)
    )


def _looks_like_title(content: str) -> bool:
    words = content.replace(":", " ").replace(",", " ").split()
    if not words or len(words) > _TITLE_WORDS or not words[0][:1].isupper():
        return False
    if content.rstrip()[-1:] in ".!" and len(words) > 2:  # noqa: PLR2004 - a quoted sentence
        return False
    rest = [word for word in words[1:] if word.lower() not in _SMALL_WORDS]
    is_cyrillic = any("а" <= letter <= "я" for letter in content.lower())
    return is_cyrillic or all(not word[:1].islower() for word in rest)


@lru_cache(maxsize=256)
def _title_pattern(title: str) -> re.Pattern[str] | None:
    """What finds the title, its parts in brackets and its subtitle left out."""
    main = _MAIN_PART.sub("", title).strip()
    if len(main) < _SHORTEST_TITLE:
        return None
    words = [re.escape(word) for word in main.split()]
    return re.compile(r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)", re.IGNORECASE)
