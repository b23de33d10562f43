"""How hot a letter is: its cues, its capitals, its marks."""

import pytest

from softanswer.replies.cases.cues import Cue, Family, Hit
from softanswer.replies.cases.heat import heat_of


def hits(*weights, family=Family.HEAT, kind=""):
    return tuple(
        Hit(Cue(f"{family.value}.{n}", family, kind, weight, "", (), (), (), (), ()), n, n + 1)
        for n, weight in enumerate(weights)
    )


CALM = hits(1, 1, 1, family=Family.CALM)
INSULT = hits(1, family=Family.INSULT)


@pytest.mark.parametrize(
    ("weight", "heat"), [(0.0, 0), (0.79, 0), (0.8, 1), (1.79, 1), (1.8, 2), (2.9, 2), (9.0, 2)]
)
def test_anger_alone_goes_as_far_as_two(weight, heat):
    assert heat_of(hits(weight), "") == heat


def test_a_calm_letter_without_a_cue_is_cold():
    assert heat_of((), "My book has not come.") == 0


def test_an_insult_is_three_however_politely_the_rest_is_put():
    assert heat_of((*INSULT, *CALM), "Thank you.") == 3


@pytest.mark.parametrize(("weight", "heat"), [(1.3, 0), (1.5, 1), (1.8, 2)])
def test_politeness_cools_what_is_not_hot_yet(weight, heat):
    assert heat_of((*hits(weight), *CALM), "") == heat


def test_each_further_sign_of_anger_adds_a_little():
    assert heat_of(hits(1.3, 1.3, 1.3), "") == 2
    assert heat_of(hits(1.3, 1.3), "") == 1


@pytest.mark.parametrize(
    ("text", "heat"),
    [
        ("Where is it?", 1),
        ("Where is it??", 1),
        ("Where is it?? Answer!!", 2),
        ("Where is it?! Answer!?", 2),
        ("WHERE IS MY BOOK now? After all these weeks we would like to know", 2),
        ("WHERE is my BOOK?? I would like to know it", 2),
    ],
)
def test_marks_and_capitals_make_it_hotter(text, heat):
    assert heat_of(hits(1.0), text) == heat


def test_short_capitals_are_no_shouting():
    said = "From the {} to the {} it took three weeks, and nobody told us?? Why"
    assert heat_of(hits(1.0), said.format("USA", "UK")) == 1
    assert heat_of(hits(1.0), said.format("SHOP", "DOOR")) == 2


@pytest.mark.parametrize(
    ("text", "heat"),
    [
        ("WHERE IS MY BOOK now please tell", 2),
        ("WHERE IS my book now please tell me", 2),
        ("WHERE IS IT", 0),
        ("ГДЕ МОЯ КНИГА ответьте мне сегодня", 2),
    ],
)
def test_a_letter_in_capitals_is_a_rant(text, heat):
    assert heat_of((), text) == heat


@pytest.mark.parametrize(
    ("text", "heat"),
    [
        ("The parcel came two days AFTER the wedding", 2),
        ("The ISBN is not the one that I had asked for", 1),
        ("It CAME late", 0),
    ],
)
def test_one_shouted_word_is_anger_and_an_acronym_is_none(text, heat):
    assert heat_of((), text, {"ISBN"}) == heat
    assert heat_of(CALM, text, {"ISBN"}) <= 1


@pytest.mark.parametrize(("kind", "heat"), [("feedback_threat", 2), ("late", 0)])
def test_a_threat_with_feedback_is_two_at_least(kind, heat):
    threat = hits(1.5, family=Family.TROUBLE, kind=kind)
    assert heat_of((*threat, *CALM), "") == heat
