"""The goals of TONE section 5, held on the development sets; tests/scoring/tone.py tells more."""

import pytest
from scoring.tone import (
    LETTERS,
    REPLIES,
    RULED,
    Count,
    mendable,
    of_language,
    rows_of,
    score_letters,
    score_replies,
    tally,
)

LETTER_ROWS = rows_of(*LETTERS["dev"])
REPLY_ROWS = rows_of(*REPLIES["dev"])
ALL_REPLY_ROWS = [row for names in REPLIES.values() for row in rows_of(*names)]
SHAPED = (
    "conditional_apology cliche vague_promise shouting unfilled_placeholder private_data_leak "
    "unsolicited_first_name too_long"
).split()
HARSH = (
    "blame_customer policy_hiding displaced_responsibility defensive excuse insult_or_profanity "
    "threat"
).split()
SUBTLE = "imply_customer_lies condescension sarcasm hedged_or_weak_apology".split()


@pytest.fixture(scope="module", params=RULED)
def replies(request):
    return score_replies(of_language(REPLY_ROWS, request.param))


@pytest.fixture(scope="module", params=RULED)
def letters(request):
    return score_letters(of_language(LETTER_ROWS, request.param))


def test_the_sets_are_large_enough_to_measure():
    clean = [row for row in REPLY_ROWS if not row["labels"]]
    assert (len(LETTER_ROWS) >= 150, len(REPLY_ROWS) >= 250) == (True, True)
    assert 0.45 <= len(clean) / len(REPLY_ROWS) <= 0.55


def test_every_label_names_a_place_in_its_text():
    for row in ALL_REPLY_ROWS:
        for label in row["labels"]:
            if label["start"] is not None:
                assert row["text"][label["start"] : label["end"]] == label["text"]


def test_clean_replies_seldom_get_an_alarm(replies):
    assert replies.alarm_rate <= 0.06


def test_faulty_replies_are_found(replies):
    assert replies.found_rate >= 0.90
    assert (replies.micro.f1 >= 0.80, replies.macro_f1 >= 0.72) == (True, True)


def test_a_finding_lies_on_the_fault_and_marks_little_more(replies):
    assert replies.span_rate >= 0.97


@pytest.mark.parametrize(
    ("category", "floor"),
    [
        ("missing_regret", 0.98),
        ("missing_responsibility", 0.85),
        ("missing_remedy", 0.78),
        ("missing_steps", 0.80),
    ],
)
def test_what_a_letter_lacks_is_seen(replies, category, floor):
    assert round(replies.categories[category].f1, 2) >= floor


def test_faults_with_a_shape_of_their_own_are_seen(replies):
    assert replies.over(SHAPED).f1 >= 0.92


@pytest.mark.parametrize(
    ("categories", "precision", "recall"), [(HARSH, 0.92, 0.75), (SUBTLE, 0.90, 0.60)]
)
def test_harsh_and_subtle_words_are_told_apart_from_kind_ones(
    replies, categories, precision, recall
):
    count = replies.over(categories)
    assert round(count.precision, 2) >= precision
    assert count.recall >= recall


def test_russian_replies_are_judged_nearly_as_well_as_english_ones():
    english, russian = (score_replies(of_language(REPLY_ROWS, name)).micro.f1 for name in RULED)
    assert russian - english >= -0.05


def test_complaints_are_told_from_other_letters(letters):
    assert letters.complaint.f1 >= 0.93
    assert (letters.complaint.f1 + letters.no_complaint.f1) / 2 >= 0.90


def test_the_kind_of_a_letter_is_known(letters):
    assert (letters.kind_accuracy >= 0.80, letters.kind_macro_f1 >= 0.75) == (True, True)


def test_the_heat_of_a_letter_is_felt(letters):
    assert letters.heat_kappa >= 0.72
    assert (letters.heat_within_one >= 0.98, letters.hot.f1 >= 0.82) == (True, True)


def test_order_numbers_are_read_exactly(letters):
    assert letters.orders == 1.0


def test_a_category_that_nobody_labelled_and_nobody_found_counts_as_right():
    assert Count().f1 == 1.0
    assert tally([(True, True), (False, True), (True, False), (False, False)]) == Count(1, 1, 1)


@pytest.mark.parametrize("language", RULED)
def test_nearly_every_warning_can_be_mended_by_one_key(language):
    done, of = mendable(of_language(REPLY_ROWS, language))
    assert done / of >= 0.9


@pytest.mark.parametrize("language", ["de", "fr", "es", "zh"])
def test_letters_of_further_languages_are_routed(language):
    score = score_letters(of_language(rows_of("further_letters.jsonl"), language))
    assert score.complaint.f1 >= 0.93
    assert score.kind_accuracy >= 0.80
    assert score.heat_within_one >= 0.90
    assert score.orders == 1
