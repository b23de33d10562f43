"""The cues as data: each finds what its examples say, and nothing that they forbid."""

import pytest

from softanswer.replies.cases.case import CaseKind
from softanswer.replies.cases.cues import Family, cue_book, cue_languages
from softanswer.replies.language.tokens import sentences_of

LANGUAGES = cue_languages()
THOROUGH = ("en", "ru")
CUES = [(language, cue) for language in LANGUAGES for cue in cue_book(language).cues.values()]
EXAMPLES = [
    pytest.param(language, cue, example, example in cue.must, id=f"{language}-{cue.id}-{example}")
    for language, cue in CUES
    for example in (*cue.must, *cue.must_not)
]


def finds(language, cue, text):
    book = cue_book(language)
    return any(hit.cue is cue for one in sentences_of(text) for hit in book.find(one, frozenset()))


@pytest.mark.parametrize(("language", "cue", "example", "found"), EXAMPLES)
def test_a_cue_keeps_to_its_examples(language, cue, example, found):
    assert finds(language, cue, example) is found


@pytest.mark.parametrize("language", THOROUGH)
def test_every_family_has_a_cue(language):
    assert {cue.family for code, cue in CUES if code == language} == set(Family)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_can_tell_every_kind_of_trouble_from_praise_and_a_question(language):
    no_trouble = {
        "abusive",
        "refund_request",
        "return_change_of_mind",
        "question",
        "praise",
        "other",
    }
    cues = [cue for code, cue in CUES if code == language]
    named = {cue.kind for cue in cues if cue.family is Family.TROUBLE}
    assert {kind.value for kind in CaseKind} - named <= no_trouble
    told = {
        Family.PRAISE,
        Family.QUESTION,
        Family.HEAT,
        Family.INSULT,
        Family.WISH,
        Family.ROUTINE,
    }
    assert told <= {cue.family for cue in cues}


def test_six_languages_are_read():
    assert set(LANGUAGES) >= {"de", "en", "es", "fr", "ru", "zh"}


def test_a_cue_names_a_kind_that_there_is_and_weighs_something():
    kinds = {kind.value for kind in CaseKind}
    for _, cue in CUES:
        assert cue.weight > 0
        assert cue.why
        if cue.family is Family.WISH:
            assert cue.kind in kinds


def test_a_language_without_cues_is_read_with_those_of_english():
    assert cue_book("it").cues == cue_book("en").cues
    assert cue_book("ru").cues != cue_book("en").cues


def test_a_cue_in_a_title_is_passed_over():
    [sentence] = sentences_of("Idiots.")
    book = cue_book("en")
    assert [hit.cue.family for hit in book.find(sentence, frozenset())] == [Family.INSULT]
    assert book.find(sentence, frozenset({0})) == ()
