"""Whether the reply calls the customer by a name that she did not offer (S2-04)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ..language.lemmas import keys_of
from ..language.phrases import phrases, shaped
from ..language.tokens import normalised
from .finding import Look, Span
from .letter import Letter

_NAME: Final = r"(?P<name>[A-ZÀ-ÞА-ЯЁ][\w'’.-]*(?: [A-ZÀ-ÞА-ЯЁ][\w'’.-]*){0,3})"
_GREETING: Final = rf"\s*<letter.greeting>(?:,? <letter.greeting-more>)?(?:,|[^\S\n])+{_NAME}"
_NAME_FIRST: Final = (
    r"\s*(?P<name>[A-ZÀ-ÞА-ЯЁ][\w'’-]+(?: [A-ZÀ-ÞА-ЯЁ][\w'’.-]*){0,2})"
    r"\s*[,!](?:\s*<letter.after-name>\b|\s*\n)"
)
_BARE_NAME: Final = re.compile(r"\s*(?P<name>[A-ZА-ЯЁ][a-zа-яё'’-]+),\s")


def first_names(letter: Letter, signed: str | None) -> Iterator[Look]:
    """Greetings by first name, and "ты", for one who signed in a formal way."""
    if not signed or not _is_formal(signed):
        return
    greeting = greeted(letter.text, letter.language)
    if greeting is not None and _is_too_familiar(greeting.group("name"), signed):
        start, end = greeting.span("name")
        yield _look(start, end, signed)
    if letter.language == "ru":
        yield from _thou(letter)


def greeted(text: str, language: str) -> re.Match[str] | None:
    """The greeting with the name in it; None where the letter opens with no name."""
    match = shaped(_GREETING).match(text)
    if match is None:
        match = shaped(_NAME_FIRST, re.NOFLAG).match(text) or _BARE_NAME.match(text)
        if match is not None and not _is_first_name(match["name"].split()[0], language):
            return None
    return match if match is not None and match["name"][0].isupper() else None


def names_in(name: str) -> tuple[str, ...]:
    """The words of a name in small letters, without titles and what is no name, "customer"."""
    words = (word.rstrip(".").lower() for word in _words(name))
    return tuple(w for w in words if not _is_title(w) and not _is_among("address.no-name", w))


def _is_first_name(word: str, language: str) -> bool:
    """Whether a word that opens the letter, with a comma behind it, is a name."""
    if language == "ru":
        return "@name" in keys_of(normalised(word), language)
    return not _is_among("address.openers", word) and not _is_among("letter.greeting", word)


def _is_given_name(word: str) -> bool:
    """Whether it is a Russian given name as it stands: "Злата", no "Иванов"."""
    plain = normalised(word)
    return f"~{plain}@name" in keys_of(plain, "ru")


def _look(start: int, end: int, signed: str) -> Look:
    return Look("address.first-name", "unsolicited_first_name", Span(start, end), signed)


def _words(name: str) -> list[str]:
    return [w for w in re.split(r"[\s,]+", name.replace(".", ". ")) if w.strip(".")]


@lru_cache(maxsize=4_096)
def _is_among(phrase: str, word: str) -> bool:
    return phrases(phrase).fullmatch(word) is not None


def _is_title(word: str) -> bool:
    return _is_among("name.courtesy", word) or _is_among("name.rank", word)


def _is_formal(signed: str) -> bool:
    """Signed with title, initials, patronymic, or with more than a first name."""
    words = _words(signed)
    bare = [word.rstrip(".").lower() for word in words]
    if any(_is_title(word) or _is_among("name.patronymic", word) for word in bare):
        return True
    return len(bare[0]) == 1 or (len(bare) == 1 and not _is_given_name(bare[0]))


def _is_too_familiar(name: str, signed: str) -> bool:
    called = [word.rstrip(".").lower() for word in _words(name)]
    given = [word.rstrip(".").lower() for word in _words(signed)]
    names = [word for word in called if not _is_among("address.no-name", word)]
    if len(names) != 1 or names[0] != called[0] or any(map(_is_title, called)):
        return False
    if len(given) == 1:
        return False  # what one word is, a first name or a surname, cannot be told
    surname = "" if _is_among("name.patronymic", given[-1]) else given[-1]
    return names[0] != surname


def _thou(letter: Letter) -> Iterator[Look]:
    for passage in letter.passages:
        for token in passage.sentence.tokens:
            if _is_among("address.thou", token.forms[0]) and not letter.is_masked(
                token.start, token.end
            ):
                yield Look(
                    "address.first-name", "unsolicited_first_name", Span(token.start, token.end)
                )
                return
