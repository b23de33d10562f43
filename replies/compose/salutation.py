"""How a customer is addressed: by the name they signed with, never by a guessed one (S2-04)."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from ..language.formatting import DEFAULT_LANGUAGE
from ..language.gender import Gender, is_given_name
from ..language.given_names import gender_of_given

_TITLES: Final = {
    "mr": "Mr", "mrs": "Mrs", "ms": "Ms", "miss": "Miss", "mx": "Mx", "dr": "Dr",
    "prof": "Professor", "professor": "Professor",
}  # fmt: skip
_TITLES_IN: Final = {  # of titles of any language: those that the language has words for
    "de": {"Mr": "Herr", "Mrs": "Frau", "Ms": "Frau", "Miss": "Frau", "Dr": "Dr."},
    "fr": {"Mr": "Monsieur", "Mrs": "Madame", "Ms": "Madame", "Miss": "Madame"},
    "es": {"Mr": "señor", "Mrs": "señora", "Ms": "señora", "Miss": "señora"},
}
_TITLE_OF: Final = {Gender.FEMININE: "Ms", Gender.MASCULINE: "Mr"}
_TITLES_OF_OTHERS: Final = {
    "herr": "Mr", "frau": "Mrs", "monsieur": "Mr", "m": "Mr", "madame": "Mrs", "mme": "Mrs",
    "señor": "Mr", "sr": "Mr", "señora": "Mrs", "sra": "Mrs",
}  # fmt: skip
_PARTICLES: Final = frozenset(
    "van von der den de del della di da do dos la le el al bin ibn ten ter zu y e san st".split()
)
_NO_NAMES: Final = frozenset(
    "amazon ebay abebooks paypal marketplace seller buyer customer support service sales info "
    "admin team shop store books bookshop library order orders mail reader notification via "
    "account noreply магазин заказ покупатель поддержка служба клиент".split()
)
_VIA: Final = " - "  # "Jane Harwood - Amazon Marketplace"
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['’‘.\-])*")
_INITIAL: Final = re.compile(r"[^\W\d_](?:\.-?[^\W\d_])*\.?")
_BEHIND_A_NAME: Final = frozenset({"phd", "md", "jr", "sr", "esq", "ba", "ma", "msc", "mba"})
_CYRILLIC: Final = re.compile(r"[А-Яа-яЁё][а-яёА-ЯЁ\-]*")
_PATRONYMIC: Final = re.compile(r"[А-ЯЁ][а-яё]+(?:вич|ьич|кич|мич|вна|чна|шна)")
_FAMILY: Final = re.compile(
    r"[А-ЯЁ][а-яё]{2,}(?:[оеё]ва?|[ыи]на?|[сц]к(?:ий|ая|ой)|енко|ч?ук|дзе)"
)
_GIVEN: Final = frozenset(
    "Ирина Марина Полина Галина Нина Алина Карина Арина Кристина Екатерина Валентина Ангелина "
    "Регина Дина Зарина Эвелина Константин Мартин Валентин Вениамин Яков Тарас Ева".split()
)
_NAME_WORDS: Final = (2, 5)
_NAME_CHARS: Final = 60
_ALIKE: Final = 2  # letters that a name and its short form begin with


def addressee(language: str, signed: str | None, *shown: str) -> str | None:
    """What stands behind "Dear" or «Здравствуйте,»; None where only a neutral greeting is safe.

    Args:
        language: of the reply.
        signed: how the customer signed the letter, None where they did not.
        shown: the names the letter came under and the order is in, the better ones first.
    """
    if language == "ru":
        return _russian(signed)
    names = tuple(_latin(_words(name)) for name in shown)
    if language in _TITLES_IN:
        return _continental(_latin(_words(signed or "")), names, language)
    return _english(_latin(_words(signed or "")), next((name for name in names if name), ()))


def _english(as_signed: tuple[str, ...], as_shown: tuple[str, ...]) -> str | None:
    if len(as_signed) == 1 and not _is_initials(as_signed[0]):
        is_theirs = len(as_shown) < _NAME_WORDS[0] or _is_short_for(as_signed[0], as_shown[0])
        return _cased(as_signed if is_theirs else as_shown)
    for words in (as_signed, as_shown):
        name = _titled(words) or _full_name(words)
        if name:
            return name
    return None


def _continental(
    as_signed: tuple[str, ...], as_shown: tuple[tuple[str, ...], ...], language: str
) -> str | None:
    """The given name alone where they signed with it, else title and family name.

    Without a title the given name says it, where it is a common one; else German takes the whole
    name, and French and Spanish none: there it reads like an advertisement.
    """
    titles = _TITLES_IN[language]
    full = next((name for name in as_shown if name), ())
    if len(as_signed) == 1 and full and _is_short_for(as_signed[0], full[0]):
        return None if _is_initials(as_signed[0]) else _cased(as_signed)
    is_whole = _full_name(as_signed) is not None
    for words in (as_signed,) if is_whole else (as_signed, *as_shown):
        title, names = _title_of(words)
        if title is not None:
            family = _family_name(names, language)
            return f"{titles[title]} {family}" if title in titles else None
        if language == "de" and (name := _full_name(words)):
            return name
    return None


def _title_of(words: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """The English title that they gave, or that the given name says, and the names behind it."""
    if len(words) < _NAME_WORDS[0]:
        return None, ()
    given = words[0].rstrip(".").lower()
    title = _TITLES_OF_OTHERS.get(given) or _TITLES.get(given)
    if title is not None:
        return title, words[1:]
    gender = gender_of_given(words[0]) if _full_name(words) else None
    return _TITLE_OF.get(gender) if gender else None, words[1:]


def _family_name(names: tuple[str, ...], language: str) -> str:
    """The last name with its particles; of two Spanish ones the first, which they go by."""
    if language == "es":
        first = 0
        while first < len(names) - 1 and (
            _is_initials(names[first]) or gender_of_given(names[first]) is not None
        ):
            first += 1
        end = first
        while end < len(names) - 1 and names[end].lower() in _PARTICLES:
            end += 1
        return _cased(names[first : end + 1])
    last = len(names) - 1
    while last > 0 and names[last - 1].lower() in _PARTICLES:
        last -= 1
    return _cased(names[last:])


def _russian(signed: str | None) -> str | None:
    """Given name and patronymic where they signed so, else the given name they signed with."""
    words = _words(signed or "")
    if not words or not all(_CYRILLIC.fullmatch(word) for word in words):
        return None
    if len(words) == 1:
        return _cased(words) if _is_given(words[0]) else None
    for given, patronymic in pairwise(words):
        if _PATRONYMIC.fullmatch(patronymic):
            return f"{given} {patronymic}"
    named = [word for word in words if is_given_name(word)]
    return _cased((named[0],)) if len(words) == len(named) + 1 == _NAME_WORDS[0] else None


def _is_short_for(called: str, given: str) -> bool:
    """Whether somebody named "Peter" may sign "Pete"; a family name or a department is no such."""
    return called[:_ALIKE].casefold() == given[:_ALIKE].casefold()


def _latin(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words, unless some are written in Cyrillic letters."""
    return () if any(_CYRILLIC.match(word) for word in words) else words


def _is_given(word: str) -> bool:
    if word in _GIVEN:
        return True
    return not (_PATRONYMIC.fullmatch(word) or _FAMILY.fullmatch(word) or len(word) == 1)


def _words(name: str) -> tuple[str, ...]:
    """The name's words in their order; none where it is no name of a person."""
    plain = " ".join(name.partition(_VIA)[0].strip(" \t\"'()<>-–—,.!").split())
    if len(plain) > _NAME_CHARS or "@" in plain:
        return ()
    family, comma, given = plain.partition(", ")
    if comma and given.casefold().strip(".") in _BEHIND_A_NAME:
        plain = family
    elif comma:
        plain = f"{given} {family}"
    words = tuple(plain.split())
    is_name = len(words) <= _NAME_WORDS[1] and all(
        _WORD.fullmatch(word) and word.casefold().strip(".") not in _NO_NAMES for word in words
    )
    return words if is_name else ()


def _titled(words: tuple[str, ...]) -> str | None:
    """Title and family name: "Mrs Harwood", "Dr de la Cruz"."""
    title = _TITLES.get(words[0].rstrip(".").lower()) if len(words) > 1 else None
    return f"{title} {_family_name(words[1:], DEFAULT_LANGUAGE)}" if title else None


def _full_name(words: tuple[str, ...]) -> str | None:
    if len(words) < _NAME_WORDS[0] or _is_initials(words[-1]):
        return None
    return _cased(words)


def _is_initials(word: str) -> bool:
    return _INITIAL.fullmatch(word) is not None


def _cased(words: tuple[str, ...]) -> str:
    """The words with capitals, where they were written all small or all large."""
    return " ".join(_capitalised(word) for word in words)


def _capitalised(word: str) -> str:
    is_flat = word.islower() or (word.isupper() and len(word.rstrip(".")) > 1)
    if not is_flat or word.lower() in _PARTICLES or _is_initials(word):
        return word
    return "-".join(part[:1].upper() + part[1:].lower() for part in word.split("-"))
