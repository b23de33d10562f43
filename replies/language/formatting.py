"""Dates, times, money and counted things in words, as an educated native writes them.

Every function is pure; `language` is an ISO 639-1 code, and one without words of its own is
written in English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_EVEN, Decimal
from enum import Enum
from typing import Final

DEFAULT_LANGUAGE: Final = "en"
NO_BREAK_SPACE: Final = "\u00a0"
_YEAR_IS_CLEAR_DAYS: Final = 180  # a date this near to today needs no year

_MONTHS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": (
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    "ru": (
        "января", "февраля", "марта", "апреля", "мая", "июня",
        "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ),
    "de": (
        "Januar", "Februar", "März", "April", "Mai", "Juni",
        "Juli", "August", "September", "Oktober", "November", "Dezember",
    ),
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    "es": (
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ),
}  # fmt: skip
_WEEKDAYS: Final[Mapping[str, tuple[str, ...]]] = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "ru": (
        "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
    ),
    "de": (
        "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
    ),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "es": ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
}  # fmt: skip
_GENITIVE_WEEKDAYS: Final = (
    "понедельника", "вторника", "среды", "четверга", "пятницы", "субботы", "воскресенья",
)  # fmt: skip
_ACCUSATIVE_WEEKDAYS: Final = (
    "понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье",
)  # fmt: skip
_ON: Final = {"en": "on", "fr": "le", "es": "el"}


class Unit(Enum):
    """A thing that is counted."""

    HOUR = "hour"
    DAY = "day"
    BUSINESS_DAY = "business_day"
    WEEK = "week"
    BOOK = "book"
    LETTER = "letter"


_FORMS: Final[Mapping[str, Mapping[Unit, tuple[str, ...]]]] = {
    "en": {
        Unit.HOUR: ("hour", "hours"),
        Unit.DAY: ("day", "days"),
        Unit.BUSINESS_DAY: ("business day", "business days"),
        Unit.WEEK: ("week", "weeks"),
        Unit.BOOK: ("book", "books"),
        Unit.LETTER: ("letter", "letters"),
    },
    "ru": {
        Unit.HOUR: ("час", "часа", "часов"),
        Unit.DAY: ("день", "дня", "дней"),
        Unit.BUSINESS_DAY: ("рабочий день", "рабочих дня", "рабочих дней"),
        Unit.WEEK: ("неделя", "недели", "недель"),
        Unit.BOOK: ("книга", "книги", "книг"),
        Unit.LETTER: ("письмо", "письма", "писем"),
    },
    "de": {
        Unit.HOUR: ("Stunde", "Stunden"),
        Unit.DAY: ("Tag", "Tage"),
        Unit.BUSINESS_DAY: ("Werktag", "Werktage"),
        Unit.WEEK: ("Woche", "Wochen"),
        Unit.BOOK: ("Buch", "Bücher"),
        Unit.LETTER: ("Brief", "Briefe"),
    },
    "fr": {
        Unit.HOUR: ("heure", "heures"),
        Unit.DAY: ("jour", "jours"),
        Unit.BUSINESS_DAY: ("jour ouvré", "jours ouvrés"),
        Unit.WEEK: ("semaine", "semaines"),
        Unit.BOOK: ("livre", "livres"),
        Unit.LETTER: ("lettre", "lettres"),
    },
    "es": {
        Unit.HOUR: ("hora", "horas"),
        Unit.DAY: ("día", "días"),
        Unit.BUSINESS_DAY: ("día hábil", "días hábiles"),
        Unit.WEEK: ("semana", "semanas"),
        Unit.BOOK: ("libro", "libros"),
        Unit.LETTER: ("carta", "cartas"),
    },
}
_MARKS: Final = {  # outer and inner quotation marks
    "en": ("“", "”", "‘", "’"),
    "ru": ("«", "»", "„", "“"),
    "de": ("„", "“", "‚", "‘"),
    "fr": (f"«{NO_BREAK_SPACE}", f"{NO_BREAK_SPACE}»", "“", "”"),
    "es": ("«", "»", "“", "”"),
}
_THOUSANDS: Final = {"ru": NO_BREAK_SPACE, "fr": NO_BREAK_SPACE, "de": ".", "es": "."}

_SYMBOLS: Final = {
    "USD": "$", "GBP": "£", "EUR": "€", "RUB": "₽", "JPY": "¥", "CAD": "CA$", "AUD": "A$",
    "NZD": "NZ$", "UAH": "₴", "KZT": "₸",
}  # fmt: skip
# ISO 4217, the list of 2024: currencies without decimals, and with three.
_NO_MINOR_UNIT: Final = frozenset(
    "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split()
)
_THREE_DECIMALS: Final = frozenset("BHD IQD JOD KWD LYD OMR TND".split())
_SYMBOL_BEHIND: Final = frozenset({"₽", "₴", "₸"})  # as their own countries write them


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency, by its ISO 4217 code."""

    amount: Decimal
    currency: str


def month_words() -> tuple[str, ...]:
    """The names of the months as dates have them, in every language."""
    return tuple(name for names in _MONTHS.values() for name in names)


def month_number(word: str) -> int:
    """Which month a name of one means in any of the languages, from 1; 0 for none."""
    wanted = word.casefold()
    for names in _MONTHS.values():
        for number, name in enumerate(names, 1):
            if name.casefold() == wanted:
                return number
    return 0


def plural(count: int, forms: tuple[str, ...], language: str) -> str:
    """The form that goes with a count: (one, many), and (one, few, many) in Russian.

    The rules are those of the Unicode CLDR for whole numbers; in French 0 is one as well. Fewer
    forms than the rule asks for are used from the end.
    """
    if language == "ru":
        index = _russian_form(count)
    else:
        index = int(abs(count) > 1) if language == "fr" else int(abs(count) != 1)
    return forms[min(index, len(forms) - 1)]


def counted(count: int, unit: Unit, language: str) -> str:
    """A count and what is counted: "5 business days", "5 рабочих дней"."""
    code = _known(language)
    return f"{count}{_gap(code)}{plural(count, _FORMS[code][unit], code)}"


def day_month(day: date, language: str, today: date | None = None) -> str:
    """A date: "3 November", "3 ноября", "3. November", "3 novembre", "3 de noviembre".

    With its year where it is far from today.
    """
    code = _known(language)
    number = "1er" if code == "fr" and day.day == 1 else str(day.day)
    number += {"de": ".", "es": " de"}.get(code, "")
    words = f"{number}{_gap(code)}{_MONTHS[code][day.month - 1]}"
    if today is None or abs((day - today).days) <= _YEAR_IS_CLEAR_DAYS:
        return words
    if code == "ru":
        return f"{words} {day.year}{NO_BREAK_SPACE}года"
    return f"{words} de {day.year}" if code == "es" else f"{words} {day.year}"


def weekday_day_month(day: date, language: str, today: date | None = None) -> str:
    """A date with its weekday: "Friday 21 November", "пятница, 21 ноября", "Freitag, 21. ..."."""
    code = _known(language)
    join = ", " if code in {"ru", "de"} else " "
    return _WEEKDAYS[code][day.weekday()] + join + day_month(day, code, today)


def until_day(day: date, language: str, today: date | None = None) -> str:
    """A day by which something is done, as it stands behind "by" and «не позднее».

    "Friday 21 November", in the Russian genitive "пятницы, 21 ноября", and behind the German
    "bis" "Freitag, den 21. November".
    """
    code = _known(language)
    if code == "de":
        return f"{_WEEKDAYS[code][day.weekday()]}, den {day_month(day, code, today)}"
    if code != "ru":
        return weekday_day_month(day, code, today)
    return f"{_GENITIVE_WEEKDAYS[day.weekday()]}, {day_month(day, code, today)}"


def on_day(day: date, language: str, today: date | None = None) -> str:
    """A day on which something is done, with its preposition or article where one is needed.

    "on Friday 21 November", "в пятницу, 21 ноября", "am Freitag, dem 21. November", "le vendredi
    21 novembre", "el viernes 21 de noviembre".
    """
    code = _known(language)
    words = day_month(day, code, today)
    if code == "ru":
        weekday = _ACCUSATIVE_WEEKDAYS[day.weekday()]
        return f"{'во' if weekday == 'вторник' else 'в'} {weekday}, {words}"
    if code == "de":
        return f"am {_WEEKDAYS[code][day.weekday()]}, dem {words}"
    return f"{_ON[code]} {weekday_day_month(day, code, today)}"


def time_of_day(moment: datetime, language: str) -> str:
    """A time: "5 pm", "5:30 pm"; in Russian and Spanish "17:00", "17 Uhr", "17 h"."""
    code = _known(language)
    if code in {"ru", "es"}:
        return f"{moment.hour}:{moment.minute:02}"
    if code == "de":
        return f"{moment.hour}{f':{moment.minute:02}' if moment.minute else ''} Uhr"
    if code == "fr":
        past = f"{NO_BREAK_SPACE}{moment.minute:02}" if moment.minute else ""
        return f"{moment.hour}{NO_BREAK_SPACE}h{past}"
    hour = moment.hour % 12 or 12
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{hour}{minutes} {'am' if moment.hour < 12 else 'pm'}"  # noqa: PLR2004 - noon


def money(value: Money, language: str) -> str:
    """An amount with its currency: "£21.85", "$1,020.16"; elsewhere "1 850 ₽", "21,85 £"."""
    code = _known(language)
    currency = value.currency.upper()
    digits = _digits(abs(value.amount), currency, code)
    sign = "-" if value.amount < 0 else ""
    symbol = _SYMBOLS.get(currency)
    if symbol is None:
        return f"{sign}{digits}{NO_BREAK_SPACE}{currency}"
    if code != DEFAULT_LANGUAGE or symbol in _SYMBOL_BEHIND:
        return f"{sign}{digits}{NO_BREAK_SPACE}{symbol}"
    return f"{sign}{symbol}{digits}"


def minor_unit(currency: str) -> Decimal:
    """The smallest sum that can be paid in a currency: 0.01, 1 for the yen."""
    code = currency.upper()
    if code in _NO_MINOR_UNIT:
        return Decimal(1)
    return Decimal("0.001") if code in _THREE_DECIMALS else Decimal("0.01")


def quoted(title: str, language: str) -> str:
    """A title in quotation marks, marks inside of it turned into the inner ones."""
    opening, closing, *inner = _MARKS[_known(language)]
    plain = title
    for mark in "“”„«»":
        plain = plain.replace(mark, '"')
    pieces = plain.split('"')
    text = pieces[0]
    for number, piece in enumerate(pieces[1:]):
        text += inner[number % 2] + piece
    return opening + text + closing


def _known(language: str) -> str:
    return language if language in _MONTHS else DEFAULT_LANGUAGE


def _gap(language: str) -> str:
    """What stands between a number and its word: Russian and French keep them on one line."""
    return NO_BREAK_SPACE if language in {"ru", "fr"} else " "


def _russian_form(count: int) -> int:
    last_two, last = abs(count) % 100, abs(count) % 10
    if last == 1 and last_two != 11:  # noqa: PLR2004 - одиннадцать дней
        return 0
    if 2 <= last <= 4 and not 12 <= last_two <= 14:  # noqa: PLR2004 - два дня, двенадцать дней
        return 1
    return 2


def _digits(amount: Decimal, currency: str, language: str) -> str:
    rounded = amount.quantize(minor_unit(currency), rounding=ROUND_HALF_EVEN)
    if currency == "RUB" and rounded == rounded.to_integral_value():
        rounded = rounded.quantize(Decimal(1))
    if language == "en":
        return f"{rounded:,}"
    whole, _, cents = f"{rounded:,}".partition(".")
    grouped = whole.replace(",", _THOUSANDS[language])
    return f"{grouped},{cents}" if cents else grouped
