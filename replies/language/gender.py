"""In which gender the seller writes of herself, where a language asks for one.

Russian past tenses and French participles do: «я упаковала», “je suis désolée”.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

_FEMININE: Final = re.compile(r"\w+(?:вна|чна|шна|[оеё]ва|[ыи]на|[сцз]кая)", re.IGNORECASE)
_MASCULINE: Final = re.compile(r"\w+(?:вич|ьич|кич|[оеё]в|[ыи]н|[сцз]кий|[сцз]кой)", re.IGNORECASE)
_CYRILLIC: Final = re.compile(r"[а-яё\-]+", re.IGNORECASE)
_GIVEN: Final = {
    "feminine": (
        "александра алина алла анастасия анна валентина валерия варвара вера вероника виктория "
        "галина дарья евгения екатерина елена елизавета зоя инна ирина карина кира кристина "
        "ксения лариса лидия любовь людмила маргарита марина мария надежда наталия наталья нина "
        "оксана ольга полина раиса светлана софия софья тамара татьяна ульяна юлия яна"
    ).split(),
    "masculine": (
        "александр алексей анатолий андрей антон аркадий артём артем борис вадим валентин "
        "валерий василий виктор виталий владимир владислав вячеслав геннадий георгий глеб "
        "григорий денис дмитрий евгений егор иван игорь илья кирилл константин лев леонид максим "
        "марк михаил никита николай олег павел пётр петр роман семён семен сергей станислав "
        "степан тимофей фёдор федор юрий яков ян"
    ).split(),
}


class Gender(Enum):
    """The gender of forms that speak of a person."""

    FEMININE = "feminine"
    MASCULINE = "masculine"


class WritesAs(Enum):
    """What the seller chose: her letters speak of her in this gender."""

    BY_NAME = "by_name"
    FEMININE = "feminine"
    MASCULINE = "masculine"
    NEITHER = "neither"

    def gender(self, name: str) -> Gender | None:
        """The gender to write in; None asks for wording that has none.

        Args:
            name: as she signs.
        """
        if self is WritesAs.BY_NAME:
            return gender_of(name)
        return None if self is WritesAs.NEITHER else Gender(self.value)


def is_given_name(word: str) -> bool:
    """Whether a word is one of the commoner Russian given names."""
    return any(word.casefold() in names for names in _GIVEN.values())


def gender_of(name: str) -> Gender | None:
    """What a Russian name says by itself; None where it says nothing, or two things."""
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", name)]
    found = {
        gender
        for word in words
        if _CYRILLIC.fullmatch(word)
        for gender, endings in ((Gender.FEMININE, _FEMININE), (Gender.MASCULINE, _MASCULINE))
        if word in _GIVEN[gender.value] or (len(words) > 1 and endings.fullmatch(word))
    }
    return found.pop() if len(found) == 1 else None
