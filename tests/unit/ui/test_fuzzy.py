import pytest

from softanswer.ui.fuzzy import fit


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("re", "Reply"),
        ("nxt", "Next letter"),
        ("nl", "Next letter"),
        ("", "Reply"),
        ("ОТ", "Ответ"),
    ],
)
def test_letters_in_their_order_fit(typed, name):
    assert fit(typed, name) > 0


@pytest.mark.parametrize(("typed", "name"), [("yl", "Reply"), ("rr", "Reply"), ("x", "Star")])
def test_letters_that_are_not_there_in_this_order_do_not_fit(typed, name):
    assert fit(typed, name) == 0


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("re", "Reply", "Check the reply now"),
        ("reply", "Check the reply now", "Mark as read, please stay"),
        ("read", "Mark as read", "Spread a day"),
        ("np", "Next pane", "Open a part"),
        ("star", "Star", "Go to the start"),
    ],
)
def test_what_begins_a_name_or_a_word_fits_better(typed, better, worse):
    assert fit(typed, better) > fit(typed, worse)
