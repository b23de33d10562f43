import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.ui.outbox.word_diff import MOST_WORDS, Change, changes


@pytest.mark.parametrize(
    ("first", "final", "expected"),
    [
        ("I am sorry.", "I am sorry.", ()),
        ("I am  sorry.\n", "I am sorry.", ()),
        ("posted on 13 November", "posted on 3 November", (Change("13", "3"),)),
        ("I am very sorry", "I am sorry", (Change("very", ""),)),
        ("I am sorry", "I am truly sorry", (Change("", "truly"),)),
        ("", "I am sorry", (Change("", "I am sorry"),)),
        (
            "if it upset you we regret it",
            "we regret it all",
            (Change("if it upset you", ""), Change("", "all")),
        ),
    ],
)
def test_changes_are_stretches_of_words(first, final, expected):
    assert changes(first, final) == expected


@given(st.lists(st.sampled_from("a b c d".split())), st.lists(st.sampled_from("a b c d".split())))
def test_what_was_taken_out_stood_in_the_first_text(first, final):
    for change in changes(" ".join(first), " ".join(final)):
        assert change.before in " ".join(first)
        assert change.after in " ".join(final)
        assert change.before != change.after


def test_a_very_long_text_is_compared_only_so_far():
    long = " ".join(str(number) for number in range(MOST_WORDS))

    assert changes(long, f"{long} and more") == ()
