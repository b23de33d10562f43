import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.replies.tone.finding import Severity, Span
from softanswer.ui.reply.marks import (
    FactMark,
    Mark,
    blanks_to_take,
    carried,
    next_place,
    shifted,
    to_utf16,
)

MARK = Mark(10, 20, Severity.WARNING)
FACT = FactMark(10, 20, is_known=True)


@pytest.mark.parametrize(
    ("text", "start", "end", "expected"),
    [
        ("no emoji here", 3, 8, Span(3, 8)),
        ("😀 sorry", 2, 7, Span(3, 8)),
        ("sorry 😀 indeed", 6, 7, Span(6, 8)),
        ("sorry 😀 indeed", 8, 14, Span(9, 15)),
        ("“sorry”", 1, 6, Span(1, 6)),
    ],
)
def test_a_place_is_counted_in_qts_units(text, start, end, expected):
    assert to_utf16(text, Span(start, end)) == expected


@given(st.text(), st.data())
def test_qts_units_point_at_the_same_words(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    place = to_utf16(text, Span(start, end))

    units = text.encode("utf-16-le", "surrogatepass")
    words = units[2 * place.start : 2 * place.end].decode("utf-16-le", "surrogatepass")
    assert words == text[start:end]


@pytest.mark.parametrize(
    ("position", "removed", "added", "expected"),
    [
        (0, 0, 3, (13, 23)),
        (2, 3, 0, (7, 17)),
        (10, 0, 4, (14, 24)),
        (11, 0, 4, (10, 24)),
        (19, 0, 1, (10, 21)),
        (20, 0, 1, (10, 20)),
        (30, 5, 5, (10, 20)),
        (12, 3, 0, (10, 17)),
        (15, 10, 2, (10, 15)),
        (5, 8, 1, (6, 13)),
        (5, 5, 0, (5, 15)),
        (20, 4, 0, (10, 20)),
    ],
)
def test_a_mark_moves_with_its_words(position, removed, added, expected):
    moved = shifted(MARK, position, removed, added)

    assert (moved.start, moved.end) == expected
    assert moved.severity is MARK.severity


@pytest.mark.parametrize(("position", "removed"), [(10, 10), (0, 40), (5, 15), (10, 30)])
def test_a_mark_whose_words_are_gone_is_gone(position, removed):
    assert shifted(MARK, position, removed, 3) is None


@given(st.integers(0, 40), st.integers(0, 40), st.integers(0, 40))
def test_a_mark_never_turns_inside_out(position, removed, added):
    moved = shifted(MARK, position, removed, added)

    assert moved is None or 0 <= moved.start < moved.end


@pytest.mark.parametrize(
    ("places", "current", "cursor", "backwards", "expected"),
    [
        ((), None, 0, False, None),
        ((5, 30), None, 0, False, 0),
        ((5, 30), None, 6, False, 1),
        ((5, 30), None, 5, False, 0),
        ((5, 30), None, 40, False, 0),
        ((5, 30, None), None, 40, False, 2),
        ((5, 30), 0, 5, False, 1),
        ((5, 30), 1, 30, False, 0),
        ((5, 30), 0, 5, True, 1),
        ((5, 30), None, 40, True, 1),
        ((5, 30), None, 10, True, 0),
        ((5, 30), None, 0, True, 1),
        ((None,), None, 12, True, 0),
    ],
)
def test_the_next_finding_is_the_next_in_the_text(places, current, cursor, backwards, expected):
    assert next_place(places, current, cursor, backwards=backwards) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (" ", " ", (0, 1)),
        ("\n", " ", (0, 1)),
        ("", " ", (0, 1)),
        (" ", ".", (1, 0)),
        (" ", "", (1, 0)),
        (" ", "\n", (1, 0)),
        ("a", "b", (0, 0)),
        ("(", ")", (0, 0)),
        ("", "", (0, 0)),
    ],
)
def test_words_that_are_taken_out_leave_no_double_blank(before, after, expected):
    assert blanks_to_take(before, after) == expected


@pytest.mark.parametrize(
    ("position", "removed", "added", "expected"),
    [
        (0, 0, 3, FactMark(13, 23, is_known=True)),
        (10, 0, 4, FactMark(14, 24, is_known=True)),
        (20, 0, 1, FACT),
        (20, 4, 0, FACT),
        (5, 5, 0, FactMark(5, 15, is_known=True)),
        (5, 6, 0, None),
        (11, 0, 1, None),
        (12, 1, 1, None),
        (19, 1, 0, None),
        (0, 30, 0, None),
    ],
)
def test_a_fact_whose_words_are_changed_is_another_one(position, removed, added, expected):
    assert carried(FACT, position, removed, added) == expected
