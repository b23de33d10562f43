"""The same letter in a second language, and whether two texts state equal facts. Pure.

Nothing is translated: both letters come from the templates of one entry and from the same facts.
What a text states is read from its words, so that it also holds for a text that she has changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

from ..language.formatting import month_number, month_words

_BLANK: Final = "[ \u00a0\u202f]"
_DIGITS: Final = rf"\d+(?:{_BLANK}\d{{3}}(?!\d)|[.,]\d+)*"
_SIGNS: Final = r"CA\$|A\$|NZ\$|[$£€₽¥₴₸]"
_SUM: Final = re.compile(
    rf"(?P<before>{_SIGNS}){_BLANK}?(?P<a>{_DIGITS})|(?P<b>{_DIGITS}){_BLANK}?(?P<behind>{_SIGNS})"
)
_TIME: Final = re.compile(
    rf"\b(?P<h>\d{{1,2}})(?::(?P<m>\d\d))?{_BLANK}?(?P<half>am|pm)\b"
    rf"|\b(?P<h2>\d{{1,2}}):(?P<m2>\d\d)\b"
    rf"|\b(?P<h3>\d{{1,2}}){_BLANK}(?:h|Uhr)\b(?:{_BLANK}?(?P<m3>\d\d))?"
)
_TITLE: Final = re.compile(r"“([^“”\n]+)”|«([^«»\n]+)»|„([^„“”\n]+)[“”]")
_NUMBER: Final = re.compile(r"(?<![\w-])[A-Z]{0,4}\d[\w-]*\w|(?<![\w-])\d(?![\w-])")
_NOON: Final = 12
_DECIMALS: Final = re.compile(r"[.,](\d{1,3})$")
_GROUP: Final = 3


class StatedKind(Enum):
    """What kind of fact a stretch of text states."""

    DATE = "date"
    SUM = "sum"
    TIME = "time"
    TITLE = "title"
    NAME = "name"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact as it stands in a text.

    Attributes:
        value: the same in every language.
        start, end: where it stands.
        words: how it stands there.
    """

    kind: StatedKind
    value: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Differences:
    """What stands in one of two texts only."""

    in_first: tuple[Stated, ...]
    in_second: tuple[Stated, ...]

    @property
    def is_equal(self) -> bool:
        """Both state the same."""
        return not (self.in_first or self.in_second)


def compared(first: str, second: str, names: Iterable[str] = ()) -> Differences:
    """Which facts only one of two texts states; how often does not count.

    Args:
        names: of people and shops, which stand the same in every language.
    """
    known = tuple(name for name in names if name.strip())
    one, other = stated(first, known), stated(second, known)
    values = [{(s.kind, s.value) for s in side} for side in (one, other)]
    return Differences(
        tuple(s for s in one if (s.kind, s.value) not in values[1]),
        tuple(s for s in other if (s.kind, s.value) not in values[0]),
    )


def stated(text: str, names: Iterable[str] = ()) -> tuple[Stated, ...]:
    """The dates, sums, times, titles, names and numbers of a text, in their order."""
    found: list[Stated] = []
    for one in (*_titles(text), *_named(text, names), *_dates(text), *_sums(text), *_times(text)):
        _add(found, one)
    for match in _NUMBER.finditer(text):
        value = re.sub(r"\D", "", match.group()) if match.group()[0].isdigit() else match.group()
        _add(found, Stated(StatedKind.NUMBER, value, *match.span(), match.group()))
    return tuple(sorted(found, key=lambda one: one.start))


def _add(found: list[Stated], one: Stated) -> None:
    """Add it where nothing that was found before stands in the same place."""
    if all(one.end <= other.start or one.start >= other.end for other in found):
        found.append(one)


def _titles(text: str) -> Iterator[Stated]:
    for match in _TITLE.finditer(text):
        words = next(filter(None, match.groups()))
        if not words[0].islower():  # else words to answer with: “refund”
            yield Stated(StatedKind.TITLE, words.strip(" \u00a0,."), *match.span(), match.group())


def _named(text: str, names: Iterable[str]) -> Iterator[Stated]:
    for name in names:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield Stated(StatedKind.NAME, name, *match.span(), match.group())


def _dates(text: str) -> Iterator[Stated]:
    for match in _date_pattern().finditer(text):
        month = month_number(match["m1"] or match["m2"])
        day = match["d1"] or match["d2"]
        year = match["y1"] or match["y2"] or ""
        if month:
            value = f"{int(day)}.{month}" + (f".{year}" if year else "")
            yield Stated(StatedKind.DATE, value, *match.span(), match.group())


def _sums(text: str) -> Iterator[Stated]:
    for match in _SUM.finditer(text):
        sign = match["before"] or match["behind"]
        yield Stated(
            StatedKind.SUM,
            f"{_amount(match['a'] or match['b'])} {sign}",
            *match.span(),
            match.group(),
        )


def _amount(written: str) -> str:
    """Digits with a point before the decimals, whichever way they were written."""
    plain = re.sub(_BLANK, "", written)
    ends = _DECIMALS.search(plain)
    if ends is None or len(ends[1]) == _GROUP:
        return re.sub(r"\D", "", plain) + ".00"
    whole = re.sub(r"\D", "", plain[: ends.start()])
    return f"{whole}.{ends[1].ljust(2, '0')}"


def _times(text: str) -> Iterator[Stated]:
    for match in _TIME.finditer(text):
        hour = int(match["h"] or match["h2"] or match["h3"])
        if match["half"]:
            hour = hour % _NOON + (_NOON if match["half"] == "pm" else 0)
        minute = int(match["m"] or match["m2"] or match["m3"] or 0)
        yield Stated(StatedKind.TIME, f"{hour}:{minute:02}", *match.span(), match.group())


@cache
def _date_pattern() -> re.Pattern[str]:
    months = "|".join(sorted(map(re.escape, month_words()), key=len, reverse=True))
    year = r"(?:,?[ \u00a0](?:de )?(?P<y{0}>20\d\d)(?:[ \u00a0]года)?)?"
    return re.compile(
        rf"(?<![\w.])(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|\.)?(?: de)?{_BLANK}"
        rf"(?P<m1>{months})\b{year.format(1)}"
        rf"|\b(?P<m2>{months}){_BLANK}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b{year.format(2)}",
        re.IGNORECASE,
    )
