"""Whether the reply calls the customer by a name that she did not offer (S2-04)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ..language.lemmas import keys_of
from ..language.tokens import normalised
from .finding import Span
from .letter import Letter
from .surface import Look

_TITLES: Final = frozenset(
    "mr mrs ms miss mx dr prof professor rev revd sir dame lady lord madam master sister father "
    "captain major colonel г-н г-жа господин госпожа доктор д-р проф профессор".split()
)
_GREETING: Final = re.compile(
    r"\s*(?:(?:dear|hello|hi|hey|hiya|greetings|morning|afternoon|evening|ciao|good (?:morning|afternoon|evening|day))"
    r"(?:,? (?:there|again|dear|my dear|my friend))?"
    r"|(?:еще раз |ещё раз )?(?:здравствуй(?:те)?|привет(?:ствую)?|приветик|салют|хай|уважаем(?:ый|ая)|дорог(?:ой|ая)|мил(?:ый|ая)|добр(?:ый|ого|ое|ой) (?:день|вечер|утро|дня|времени суток))"
    r"(?:,? (?:еще раз|ещё раз|снова|дорог(?:ой|ая)|уважаем(?:ый|ая)))?)"
    r"[,\s]+(?P<name>[A-ZÀ-ÞА-ЯЁ][\w'’.-]*(?: [A-ZÀ-ÞА-ЯЁ][\w'’.-]*){0,3})",
    re.IGNORECASE,
)
_NAME_FIRST: Final = re.compile(
    r"\s*(?P<name>[A-ZÀ-ÞА-ЯЁ][\w'’-]+(?: [A-ZÀ-ÞА-ЯЁ][\w'’.-]*){0,2})\s*(?:[,!]\s*(?:hello|hi|good|thank|sorry|здравствуйте|добрый|привет|спасибо|простите|извините)\b|[,!]\s*\n)"
)
_BARE_NAME: Final = re.compile(r"\s*(?P<name>[A-ZА-ЯЁ][a-zа-яё'’-]+),\s")
_OPENERS: Final = frozenset(
    "yes no well sorry thanks unfortunately sadly indeed however today yesterday first oh ah please "
    "regarding apologies look listen okay ok alas firstly actually honestly hello hi hey".split()
)
_PATRONYMIC: Final = re.compile(r"[а-яё]+(?:ович|евич|ич|овна|евна|ична|инична)", re.IGNORECASE)
_THOU: Final = frozenset({"ты", "тебя", "тебе", "тобой", "твой", "твоя", "твое", "твои", "твою"})
_NO_NAME: Final = frozenset(
    "customer sir madam reader buyer friend friends all everyone team there again покупатель клиент "
    "друг читатель коллега все".split()
)


def first_names(letter: Letter, signed: str | None) -> Iterator[Look]:
    """Greetings by first name, and "ты", for one who signed in a formal way."""
    if not signed or not _is_formal(signed):
        return
    greeting = _greeted(letter.text, letter.language)
    if greeting is not None and _is_too_familiar(greeting.group("name"), signed):
        start, end = greeting.span("name")
        yield _look(start, end, signed)
    if letter.language == "ru":
        yield from _thou(letter)


def _greeted(text: str, language: str) -> re.Match[str] | None:
    match = _GREETING.match(text) or _NAME_FIRST.match(text)
    if match is None:
        match = _BARE_NAME.match(text)
        if match is not None and not _is_first_name(match["name"], language):
            return None
    return match if match is not None and match["name"][0].isupper() else None


def _is_first_name(word: str, language: str) -> bool:
    """Whether a word that opens the letter, with a comma behind it, is a name."""
    if language == "ru":
        return "@name" in keys_of(normalised(word), language)
    return word.lower() not in _OPENERS


def _look(start: int, end: int, signed: str) -> Look:
    return Look("address.first-name", "unsolicited_first_name", Span(start, end), signed)


def _words(name: str) -> list[str]:
    return [w for w in re.split(r"[\s,]+", name.replace(".", ". ")) if w.strip(".")]


def _is_formal(signed: str) -> bool:
    """Signed with title, initials, patronymic, or with more than a first name."""
    words = _words(signed)
    bare = [word.rstrip(".").lower() for word in words]
    if any(word in _TITLES for word in bare) or any(_PATRONYMIC.fullmatch(word) for word in bare):
        return True
    return len(bare[0]) == 1 or len(bare) == 1


def _is_too_familiar(name: str, signed: str) -> bool:
    called = [word.rstrip(".").lower() for word in _words(name)]
    given = [word.rstrip(".").lower() for word in _words(signed)]
    if not called or called[0] in _NO_NAME or any(word in _TITLES for word in called):
        return False
    names = [word for word in called if word not in _NO_NAME]
    if len(names) != 1:
        return False
    if len(given) == 1:
        return False  # what one word is, a first name or a surname, cannot be told
    surname = given[-1] if not _PATRONYMIC.fullmatch(given[-1]) else ""
    return names[0] != surname


def _thou(letter: Letter) -> Iterator[Look]:
    for passage in letter.passages:
        for token in passage.sentence.tokens:
            if token.forms[0] in _THOU and not letter.is_masked(token.start, token.end):
                yield Look(
                    "address.first-name", "unsolicited_first_name", Span(token.start, token.end)
                )
                return
