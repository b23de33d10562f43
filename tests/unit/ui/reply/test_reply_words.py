from dataclasses import replace
from itertools import product

import pytest
from letter_grid import Point, situation_at
from writing import IF, suggestion

from softanswer.replies.cases.case import CaseKind
from softanswer.replies.compose.catalogue import catalogue
from softanswer.replies.compose.suggest import SuggestionInputs, suggest
from softanswer.replies.compose.suggestion import Stance
from softanswer.replies.tone.finding import Severity
from softanswer.ui.reply.reply_words import LONG_LETTER, ReplyWords

WORDS = ReplyWords()


def test_every_remedy_of_the_catalogue_and_every_stance_has_words():
    shelf = catalogue()
    entries = (*shelf.entries, shelf.holding_complaint, shelf.holding_ordinary)

    assert {entry.remedy for entry in entries} <= WORDS._remedies.keys()
    assert set(Stance) == WORDS._stances.keys()


def test_a_suggestion_is_named_by_what_it_offers_and_how_it_stands():
    assert WORDS.suggestion(suggestion("refund_or_search")) == (
        "Refund or a search, as they like · own it"
    )
    assert WORDS.suggestion(suggestion("a_new_one", stance=Stance.FIRM)) == (
        "A new one · firm and kind"
    )


@pytest.mark.parametrize("is_complaint", [True, False])
@pytest.mark.parametrize("text", ["Where is my order?", "I want a refund, you called me"])
def test_letters_that_are_offered_together_have_names_of_their_own(is_complaint, text):
    for kind, parcel, known in product(CaseKind, ("inside", "claim"), (True, False)):
        situation = situation_at(Point(parcel=parcel, known=known))
        situation = replace(situation, letter=replace(situation.letter, text=text))
        offered = suggest(SuggestionInputs(situation, "Re: x", "en", kind, is_complaint))
        names = [WORDS.suggestion(one) for one in offered]
        assert len(set(names)) == len(names), (kind, parcel, known, names)


def test_missing_facts_are_named_in_words():
    assert WORDS.missing(("posted_on", "isbn_13")) == "Not known: date of posting, isbn 13"


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (0, "0 words"),
        (1, "1 word"),
        (LONG_LETTER, "200 words"),
        (LONG_LETTER + 1, "201 words, rather long"),
    ],
)
def test_a_long_letter_says_so_behind_two_hundred_words(count, expected):
    assert WORDS.length(count) == expected


@pytest.mark.parametrize(
    ("severity", "expected"),
    [
        (Severity.ERROR, "2 places must be mended"),
        (Severity.WARNING, "2 places to mend"),
        (Severity.ADVICE, "2 pieces of advice"),
    ],
)
def test_findings_are_counted_by_severity(severity, expected):
    assert WORDS.count(severity, 2) == expected


def test_a_category_without_words_is_named_by_itself():
    from dataclasses import replace

    assert WORDS.title(IF) == "An apology with an if"
    assert WORDS.title(replace(IF, category="odd_thing")) == "Odd thing"
