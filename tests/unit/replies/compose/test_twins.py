"""The same letter in two languages: made of the same facts, and found unequal where it is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from softanswer.replies.cases.case import CaseKind
from softanswer.replies.compose.own_templates import OwnTemplate, OwnTemplates
from softanswer.replies.compose.suggest import SuggestionInputs, every_letter, in_language
from softanswer.replies.compose.twins import StatedKind, compared, stated
from softanswer.replies.orders.delivery import Band


@pytest.fixture
def inputs(situation):
    return SuggestionInputs(situation(Band.INSIDE), "Re: ?", "en", CaseKind.LATE, complaint=True)


@pytest.mark.parametrize(
    ("english", "other"),
    [
        ("on 3 November", "3\u00a0ноября"),
        ("on November 3rd", "am 3. November"),
        ("by Friday 21 November 2027", "до пятницы, 21 ноября 2027\u00a0года"),
        ("1 March", "le 1er mars"),
        ("3 May", "el 3 de mayo"),
        ("$22.75", "22,75\u00a0$"),
        ("$1,020.16", "1\u00a0020,16\u00a0$"),
        ("£20", "20 £"),
        ("by 5 pm", "до 17:00"),
        ("at 5:30 am", "um 5:30 Uhr"),
        ("“The Light at Skerra”", "«The Light at Skerra»"),
        ("order 113-4471093-2207714", "заказ 113-4471093-2207714"),
        ("tracking LX 123456", "номер LX 123456"),
        ("business day 7 of 14", "7-й рабочий день из 14"),
        ("9400136106193402717374", "9400136106193402717374"),
    ],
)
def test_the_same_fact_is_known_in_both_languages(english, other):
    assert stated(english)
    assert compared(f"It is {english}.", f"Это {other}.").is_equal


@pytest.mark.parametrize(
    ("english", "other", "kind"),
    [
        ("3 November", "4 ноября", StatedKind.DATE),
        ("3 November", "3 декабря", StatedKind.DATE),
        ("$22.75", "22,57 $", StatedKind.SUM),
        ("$22.75", "22,75 €", StatedKind.SUM),
        ("5 pm", "5:00", StatedKind.TIME),
        ("“The Light”", "«Свет»", StatedKind.TITLE),
        ("113-447", "113-448", StatedKind.NUMBER),
        ("7 days", "8 дней", StatedKind.NUMBER),
    ],
)
def test_another_fact_is_found_in_both_at_its_place(english, other, kind):
    first, second = f"It is {english}, yes.", f"Это {other}, да."
    found = compared(first, second)
    assert [one.kind for one in (*found.in_first, *found.in_second)] == [kind, kind]
    (one,), (two,) = found.in_first, found.in_second
    assert first[one.start : one.end] in english
    assert second[two.start : two.end] in other


def test_a_name_counts_where_it_is_known_and_how_often_does_not():
    found = compared("Dear Eva Roe, ... Eva Roe", "Здравствуйте!", ["Eva Roe", ""])
    assert [one.value for one in found.in_first] == ["Eva Roe", "Eva Roe"]
    assert compared("Eva Roe, 3 May, 3 May", "Eva Roe, 3 мая", ["Eva Roe"]).is_equal


@pytest.mark.parametrize("band", list(Band))
def test_every_letter_states_equal_facts_in_both_languages(situation, band):
    issues = (CaseKind.LATE, CaseKind.DAMAGED)
    kind = CaseKind.LATE
    inputs = SuggestionInputs(situation(band), "Re: ?", "en", kind, complaint=True, issues=issues)
    letters = every_letter(inputs)
    assert letters
    for letter in letters:
        twin = in_language(letter, inputs, "ru")
        if twin is None:
            continue
        assert (twin.template, twin.language) == (letter.template, "ru")
        found = compared(letter.body, twin.body, ["Ana Reyes"])
        assert found.is_equal, (letter.template, found, letter.body, twin.body)
        # they stand paragraph by paragraph; Russian does without some of the closing thanks
        more = letter.body.count("\n\n") - twin.body.count("\n\n")
        assert more in {0, 1}, letter.template


def test_what_is_written_in_one_language_only_has_no_twin(inputs):
    own = OwnTemplate("own-1", "Mine", "en", "Dear you", frozenset({CaseKind.LATE}))
    letters = every_letter(replace(inputs, own=OwnTemplates((own,))))
    mine = next(letter for letter in letters if letter.own)
    assert in_language(mine, inputs, "ru") is None
    assert in_language(letters[1], inputs, "en") is None
    assert in_language(letters[1], inputs, "xx") is None
