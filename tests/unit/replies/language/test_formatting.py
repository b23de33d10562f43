from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from softanswer.replies.language.formatting import (
    NO_BREAK_SPACE,
    Money,
    Unit,
    counted,
    day_month,
    money,
    plural,
    quoted,
    time_of_day,
    until_day,
    weekday_day_month,
)

TODAY = date(2026, 11, 22)
FRIDAY = date(2025, 11, 21)


def plain(text):
    return text.replace(NO_BREAK_SPACE, " ")


@pytest.mark.parametrize(
    ("day", "english", "russian"),
    [
        (date(2026, 11, 3), "3 November", "3 ноября"),
        (date(2026, 5, 1), "1 May 2026", "1 мая 2026 года"),
        (date(2026, 8, 31), "31 August", "31 августа"),
        (date(2027, 1, 4), "4 January", "4 января"),
        (date(2025, 2, 28), "28 February 2025", "28 февраля 2025 года"),
    ],
)
def test_a_date_has_its_year_only_where_it_is_far_from_today(day, english, russian):
    assert day_month(day, "en", TODAY) == english
    assert plain(day_month(day, "ru", TODAY)) == russian


def test_the_year_appears_one_day_after_half_a_year():
    assert day_month(date(2026, 5, 26), "en", TODAY) == "26 May"
    assert day_month(date(2026, 5, 25), "en", TODAY) == "25 May 2026"


def test_a_date_without_today_never_has_a_year():
    assert day_month(date(1999, 12, 31), "en") == "31 December"


@pytest.mark.parametrize(
    ("day", "english", "russian", "genitive"),
    [
        (FRIDAY, "Friday 21 November", "пятница, 21 ноября", "пятницы, 21 ноября"),
        (date(2026, 11, 23), "Monday 23 November", "понедельник, 23 ноября",
         "понедельника, 23 ноября"),
        (date(2026, 11, 25), "Wednesday 25 November", "среда, 25 ноября", "среды, 25 ноября"),
        (date(2026, 11, 29), "Sunday 29 November", "воскресенье, 29 ноября",
         "воскресенья, 29 ноября"),
    ],
)  # fmt: skip
def test_a_weekday_stands_before_its_date(day, english, russian, genitive):
    assert weekday_day_month(day, "en") == english
    assert until_day(day, "en") == english
    assert plain(weekday_day_month(day, "ru")) == russian
    assert plain(until_day(day, "ru")) == genitive


@pytest.mark.parametrize(
    ("count", "english", "russian"),
    [
        (0, "0 business days", "0 рабочих дней"),
        (1, "1 business day", "1 рабочий день"),
        (2, "2 business days", "2 рабочих дня"),
        (4, "4 business days", "4 рабочих дня"),
        (5, "5 business days", "5 рабочих дней"),
        (11, "11 business days", "11 рабочих дней"),
        (12, "12 business days", "12 рабочих дней"),
        (14, "14 business days", "14 рабочих дней"),
        (21, "21 business days", "21 рабочий день"),
        (22, "22 business days", "22 рабочих дня"),
        (111, "111 business days", "111 рабочих дней"),
        (121, "121 business days", "121 рабочий день"),
    ],
)
def test_counted_things_take_the_form_of_their_number(count, english, russian):
    assert counted(count, Unit.BUSINESS_DAY, "en") == english
    assert plain(counted(count, Unit.BUSINESS_DAY, "ru")) == russian


@pytest.mark.parametrize("unit", Unit)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_unit_has_its_forms(unit, language):
    forms = {counted(count, unit, language).lstrip("0123456789 \xa0") for count in (1, 2, 5)}
    assert len(forms) == (2 if language == "en" else 3)


def test_a_plural_with_too_few_forms_takes_the_last():
    assert plural(5, ("том", "тома"), "ru") == "тома"


@pytest.mark.parametrize(
    ("hour", "minute", "english", "russian"),
    [
        (0, 0, "12 am", "0:00"),
        (9, 5, "9:05 am", "9:05"),
        (11, 59, "11:59 am", "11:59"),
        (12, 0, "12 pm", "12:00"),
        (17, 0, "5 pm", "17:00"),
    ],
)
def test_a_time_of_day(hour, minute, english, russian):
    moment = datetime(2026, 11, 23, hour, minute, tzinfo=UTC)
    assert time_of_day(moment, "en") == english
    assert time_of_day(moment, "ru") == russian


@pytest.mark.parametrize(
    ("amount", "currency", "english", "russian"),
    [
        ("21.85", "GBP", "£21.85", "21,85 £"),
        ("3.9", "USD", "$3.90", "3,90 $"),
        ("1020.16", "usd", "$1,020.16", "1 020,16 $"),
        ("1850", "RUB", "1,850 ₽", "1 850 ₽"),
        ("1850.50", "RUB", "1,850.50 ₽", "1 850,50 ₽"),
        ("12000", "JPY", "¥12,000", "12 000 ¥"),
        ("7", "EUR", "€7.00", "7,00 €"),
        ("15.00", "CHF", "15.00 CHF", "15,00 CHF"),
        ("-4.13", "USD", "-$4.13", "-4,13 $"),
    ],
)
def test_money_is_written_as_each_language_writes_it(amount, currency, english, russian):
    value = Money(Decimal(amount), currency)
    assert plain(money(value, "en")) == english
    assert plain(money(value, "ru")) == russian


def test_a_number_and_its_currency_stay_on_one_line():
    assert " " not in money(Money(Decimal(1850), "RUB"), "ru")


@pytest.mark.parametrize(
    ("title", "english", "russian"),
    [
        ("The Salt Road", "“The Salt Road”", "«The Salt Road»"),
        ('Letters from a "Small" Island', "“Letters from a ‘Small’ Island”",
         "«Letters from a „Small“ Island»"),
        ("Журнал «Маяк»", "“Журнал ‘Маяк’”", "«Журнал „Маяк“»"),
    ],
)  # fmt: skip
def test_marks_inside_of_a_title_become_inner_marks(title, english, russian):
    assert quoted(title, "en") == english
    assert quoted(title, "ru") == russian


def test_a_language_without_words_is_written_in_english():
    assert day_month(FRIDAY, "it") == "21 November"
    assert counted(2, Unit.DAY, "it") == "2 days"
    assert money(Money(Decimal("7.5"), "EUR"), "it") == "€7.50"


@pytest.mark.parametrize(
    ("language", "day", "first", "until", "time", "half_past"),
    [
        ("de", "21. November 2025", "1. Mai", "Freitag, den 21. November 2025", "17 Uhr",
         "17:30 Uhr"),
        ("fr", "21 novembre 2025", "1er mai", "vendredi 21 novembre 2025", "17 h", "17 h 30"),
        ("es", "21 de noviembre de 2025", "1 de mayo", "viernes 21 de noviembre de 2025", "17:00",
         "17:30"),
    ],
)  # fmt: skip
def test_days_and_times_in_german_french_and_spanish(language, day, first, until, time, half_past):
    assert plain(day_month(FRIDAY, language, TODAY)) == day
    assert plain(day_month(date(2026, 5, 1), language)) == first
    assert plain(until_day(FRIDAY, language, TODAY)) == until
    assert plain(time_of_day(datetime(2026, 11, 20, 17, tzinfo=UTC), language)) == time
    assert plain(time_of_day(datetime(2026, 11, 20, 17, 30, tzinfo=UTC), language)) == half_past


@pytest.mark.parametrize(
    ("language", "euros", "yen", "title"),
    [
        ("de", "1.020,16 €", "18.500 ¥", "„Das ‚kleine‘ Buch“"),
        ("fr", "1 020,16 €", "18 500 ¥", "« Das “kleine” Buch »"),
        ("es", "1.020,16 €", "18.500 ¥", "«Das “kleine” Buch»"),
    ],
)
def test_sums_and_titles_in_german_french_and_spanish(language, euros, yen, title):
    assert plain(money(Money(Decimal("1020.16"), "EUR"), language)) == euros
    assert plain(money(Money(Decimal(18500), "JPY"), language)) == yen
    assert plain(quoted('Das "kleine" Buch', language)) == title


@pytest.mark.parametrize(
    ("language", "none", "one", "many"),
    [
        ("de", "0 Werktage", "1 Werktag", "21 Werktage"),
        ("fr", "0 jour ouvré", "1 jour ouvré", "21 jours ouvrés"),
        ("es", "0 días hábiles", "1 día hábil", "21 días hábiles"),
    ],
)
def test_counts_in_german_french_and_spanish(language, none, one, many):
    counts = [plain(counted(n, Unit.BUSINESS_DAY, language)) for n in (0, 1, 21)]
    assert counts == [none, one, many]
