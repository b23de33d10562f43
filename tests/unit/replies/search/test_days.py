"""Days as a seller types them, in both languages; it is Sunday 22 November 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.replies.search.days import Days, Facing, days_of

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-11-01", (2026, 11, 1), (2026, 11, 1)),
        ("2026-02", (2026, 2, 1), (2026, 2, 28)),
        ("2025", (2025, 1, 1), (2025, 12, 31)),
        ("01.11.2025", (2025, 11, 1), (2025, 11, 1)),
        ("1.12", (2025, 12, 1), (2025, 12, 1)),
        ("3d", (2026, 11, 19), (2026, 11, 22)),
        ("2 weeks", (2026, 11, 8), (2026, 11, 22)),
        ("1m", (2026, 10, 22), (2026, 11, 22)),
        ("2 года назад", (2024, 11, 22), (2026, 11, 22)),
        ("3 дня назад", (2026, 11, 19), (2026, 11, 22)),
        ("2нед", (2026, 11, 8), (2026, 11, 22)),
        ("today", (2026, 11, 22), (2026, 11, 22)),
        ("Вчера", (2026, 11, 21), (2026, 11, 21)),
        ("позавчера", (2026, 11, 20), (2026, 11, 20)),
        ("monday", (2026, 11, 16), (2026, 11, 16)),
        ("в среду", (2026, 11, 18), (2026, 11, 18)),
        ("воскресенье", (2026, 11, 22), (2026, 11, 22)),
        ("last week", (2026, 11, 9), (2026, 11, 15)),
        ("на прошлой неделе", (2026, 11, 9), (2026, 11, 15)),
        ("прошлая-неделя", (2026, 11, 9), (2026, 11, 15)),
        ("this week", (2026, 11, 16), (2026, 11, 22)),
        ("эта неделя", (2026, 11, 16), (2026, 11, 22)),
        ("last_month", (2026, 10, 1), (2026, 10, 31)),
        ("в прошлом месяце", (2026, 10, 1), (2026, 10, 31)),
        ("прошлый год", (2025, 1, 1), (2025, 12, 31)),
        ("november", (2026, 11, 1), (2026, 11, 30)),
        ("декабрь", (2025, 12, 1), (2025, 12, 31)),
        ("Nov 3", (2026, 11, 3), (2026, 11, 3)),
        ("3 ноября", (2026, 11, 3), (2026, 11, 3)),
        ("3 мая 2024", (2024, 5, 3), (2024, 5, 3)),
        ("May 3, 2024", (2024, 5, 3), (2024, 5, 3)),
    ],
)
def test_a_day_or_a_span_is_named(text, first, last):
    assert days_of(text, SUNDAY) == Days(date(*first), date(*last))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2d", (2026, 11, 22), (2026, 11, 24)),
        ("friday", (2026, 11, 27), (2026, 11, 27)),
        ("1.12", (2026, 12, 1), (2026, 12, 1)),
        ("3 ноября", (2027, 11, 3), (2027, 11, 3)),
    ],
)
def test_what_is_due_lies_ahead(text, first, last):
    assert days_of(text, SUNDAY, Facing.AHEAD) == Days(date(*first), date(*last))


@pytest.mark.parametrize(
    "text",
    ["", "book", "2026-13", "2026-02-30", "31.11", "0000", "99999y", "last", "3 3 мая", "weekend"],
)
def test_what_is_no_day_is_none(text):
    assert days_of(text, SUNDAY) is None


@given(st.dates(), st.dates())
def test_every_day_is_read_from_its_own_name(day, today):
    assert days_of(day.isoformat(), today) == Days(day, day)
    assert days_of(f"{day:%d.%m.}{day.year:04}", today) == Days(day, day)


@given(st.text(max_size=12), st.dates(), st.sampled_from(Facing))
def test_any_text_is_a_day_or_none(text, today, facing):
    found = days_of(text, today, facing)
    assert found is None or found.first <= found.last
