"""What letters that read like this one were about; tests/scoring/likeness.py makes the shares."""

import pytest
from scoring.likeness import TAUGHT, WHY, as_text, letters_of, path_of, table_of

from softanswer.replies.cases import triage
from softanswer.replies.cases.case import CaseKind
from softanswer.replies.cases.likeness import UNLIKE, likeness, words_of
from softanswer.replies.cases.reading import own_sentences
from softanswer.replies.cases.triage import judge_text
from softanswer.replies.language.traits import languages


def like(text, language="en", subject=""):
    return likeness(own_sentences(subject, text, ((0, len(text)),)), language)


def forms(text, language="en", subject=""):
    sentences = own_sentences(subject, text, ((0, len(text)),))
    return [word.form for word in words_of(sentences, language)]


@pytest.mark.parametrize("language", WHY)
def test_the_shares_are_those_that_the_labelled_letters_teach(language):
    """To renew them: python -P tests/scoring/likeness.py --write."""
    made = as_text(table_of(letters_of(TAUGHT, language), language))
    assert path_of(language).read_text("utf-8") == made


@pytest.mark.parametrize(
    "text",
    [  # no labelled letter says it so
        "The tracking page says it is on the porch. I live on the third floor.",
        "Трекинг показывает сортировочный центр, двенадцать дней тишины.",
    ],
)
def test_a_kind_that_no_cue_names_is_seen_by_its_words(text, monkeypatch):
    judgement = judge_text("", text)
    assert (judgement.complaint, judgement.kind) == (True, CaseKind.NOT_RECEIVED)
    monkeypatch.setattr(triage, "likeness", lambda *_: UNLIKE)
    assert judge_text("", text).kind is CaseKind.OTHER


def test_it_speaks_where_the_cues_are_silent_and_leaves_what_they_say_is_well():
    feared = "My book had not come, but it has now arrived."
    assert like(feared).complaint > 0
    assert judge_text("", feared).complaint is False


def test_what_a_cue_names_is_ahead_but_not_for_ever():
    letter = like("The corner is dented, the spine is split and the pages are wavy and torn.")
    assert letter.kind_beside(CaseKind.OTHER, complaint=True) is CaseKind.DAMAGED
    assert letter.kind_beside(CaseKind.CUSTOMS_OR_FEES, complaint=True) is CaseKind.DAMAGED
    near = like("The spine is split, not as you described it.")
    assert near.kind_beside(CaseKind.DAMAGED, complaint=True) is CaseKind.DAMAGED
    assert near.kind_beside(CaseKind.NOT_AS_DESCRIBED, complaint=True) is CaseKind.NOT_AS_DESCRIBED


def test_a_question_is_no_complaint_and_a_complaint_no_question():
    letter = like("Do you have the second volume too? Is the jacket clipped?")
    assert letter.kind_beside(CaseKind.OTHER, complaint=False) is CaseKind.QUESTION
    assert letter.kind_beside(CaseKind.OTHER, complaint=True) is not CaseKind.QUESTION


def test_words_are_compared_by_lemma_and_a_title_is_no_word_of_theirs():
    assert forms("Books arrived") == forms("Book arrives")
    assert forms("Книги пришли", "ru")[0] == forms("Книга", "ru")[0]
    assert "damage" not in " ".join(forms("I ordered “Collateral Damage and Ruin” from you"))
    assert forms("£14 and 12") == ["¤", "#", *forms("and"), "#", "¤ #", *forms("14 and 12")[3:]]
    assert forms("No", subject="Lost") == [*forms("Lost"), *forms("No")]


def test_its_reasons_lie_in_the_text_and_stand_only_where_no_cue_was_found():
    text = "The tracking page says it is on the porch. I live on the third floor."
    judgement = judge_text("", text)
    assert judgement.reasons
    for reason in judgement.reasons:
        assert text[reason.start : reason.end] == reason.text
        assert reason.why == WHY["en"]
    named = judge_text("", "My book never arrived.")
    assert WHY["en"] not in {reason.why for reason in named.reasons}


@pytest.mark.parametrize("language", sorted(languages().keys() - WHY.keys()))
def test_a_language_without_shares_is_read_by_its_cues_alone(language):
    assert like("Wo bleibt mein Buch?", language) is UNLIKE
    assert UNLIKE.complaint == 0
    assert UNLIKE.kind_beside(CaseKind.LATE, complaint=True) is CaseKind.LATE
    assert UNLIKE.reasons("Wo bleibt mein Buch?", CaseKind.LATE) == ()


@pytest.mark.parametrize("text", ["", " ", "…", "Qwxyz zzyx.", "1" * 5_000, "no " * 20_000])
def test_a_text_without_words_that_are_known_moves_nothing_and_none_raises(text):
    letter = like(text)
    assert letter.kind_beside(CaseKind.LATE, complaint=True) in CaseKind
    assert isinstance(letter.complaint, float)
