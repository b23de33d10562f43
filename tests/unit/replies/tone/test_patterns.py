"""The grammar of phrase patterns: where gaps end, and what is refused."""

import pytest

from softanswer.replies.language.tokens import sentences_of
from softanswer.replies.tone.pattern_rows import PatternError, row_of
from softanswer.replies.tone.patterns import Phrases


def finds(pattern, text):
    phrases = Phrases("en", {}, [("rule", pattern)])
    return any(phrases.find(sentence) for sentence in sentences_of(text))


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("sorry ..2 late", "Sorry it came late", True),
        ("sorry ..2 late", "Sorry that it came late", False),
        ("sorry ..2 late", "Sorry, it came late", False),
        ("sorry ,,2 late", "Sorry, it came late", True),
        ("sorry , ..2 late", "Sorry, it came late", True),
        ("sorry , ..2 late", "Sorry: it came late", True),
        ("sorry , ..2 late", "Sorry it came late", False),
        ("sorry , ..2 late", "Sorry, it came, late", False),
        ("sorry , ..1 (it)? ..2 late", "Sorry, then came late", True),
        ("sorry , ..2", "Sorry, never mind", True),
    ],
)
def test_a_gap_ends_at_the_next_stop_and_begins_behind_the_one_that_is_named(pattern, text, found):
    assert finds(pattern, text) is found


@pytest.mark.parametrize(
    "pattern", ["sorry : late", "page (-|to) late", "sorry . ..2", "sorry (—|and) we"]
)
def test_a_sign_that_is_no_word_is_refused_as_it_would_never_be_found(pattern):
    with pytest.raises(PatternError, match="a comma for a stop"):
        row_of(pattern, "en")


@pytest.mark.parametrize("pattern", ["", "..3", "(sorry", "sorry)"])
def test_a_pattern_that_is_not_whole_is_refused(pattern):
    with pytest.raises(PatternError):
        row_of(pattern, "en")
