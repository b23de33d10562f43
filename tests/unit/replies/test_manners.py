"""What a reply owes beside its content: greeting, close, the wait, what it says is attached."""

from datetime import timedelta

import pytest

from softanswer.replies.tone.checker import check
from softanswer.replies.tone.context import CheckContext
from softanswer.replies.tone.finding import Severity
from softanswer.replies.tone.letter import read_letter
from softanswer.replies.tone.manners import LATE_AFTER, Lack, manners_lacking

CONTENT = "The parcel left here on 3 November and should reach you by Friday."
CLOSE = "With kind regards,\nAna Reyes"
KIND = f"Dear Ms Harwood,\n\n{CONTENT}\n\n{CLOSE}\n"
RUSSIAN = (
    "Здравствуйте, Анна Сергеевна!\n\nПосылка ушла отсюда 3 ноября и придёт к пятнице.\n\n"
    "С уважением,\nЕлена\n"
)
NO_CLOSE = Lack("closing.no-appreciation", "house_rule", Severity.ADVICE)
LATE = Lack("late.unowned", "late_unowned", Severity.ADVICE)
MISSING = Lack("attachment.missing", "missing_attachment", Severity.WARNING)
SECOND = timedelta(seconds=1)


def lacking(text, language="en", **known):
    return list(manners_lacking(read_letter(text, language), CheckContext(**known)))


def rules(text, language="en", **known):
    return [lack.rule for lack in lacking(text, language, **known)]


@pytest.mark.parametrize(("language", "text"), [("en", KIND), ("ru", RUSSIAN)])
def test_a_kind_letter_lacks_nothing(language, text):
    assert lacking(text, language) == []


def test_nothing_is_asked_of_an_empty_reply():
    assert lacking("", waited=2 * LATE_AFTER, attachments=0) == []


# Greeting and close.


@pytest.mark.parametrize(
    ("language", "text", "rule"),
    [
        ("en", f"{CONTENT} I will write to you again as soon as it has come.", "no-greeting"),
        ("en", "Shipped on 3 November.", "curt"),
        ("en", "Thank you, it shipped on 3 November.", "no-greeting"),
        ("en", "I am sorry, it shipped on 3 November.", "no-greeting"),
        ("ru", "Посылка ушла 3 ноября.", "curt"),
        ("ru", "Спасибо, посылка ушла 3 ноября.", "no-greeting"),
    ],
)
def test_a_reply_without_a_greeting_is_brusque(language, text, rule):
    assert lacking(text, language) == [Lack(f"brusque.{rule}", "house_rule", Severity.ADVICE)]


@pytest.mark.parametrize(("words", "rule"), [(12, "brusque.curt"), (13, "brusque.no-greeting")])
def test_up_to_twelve_words_are_curt(words, rule):
    assert rules(" ".join(["parcel"] * words) + ".") == [rule]


@pytest.mark.parametrize(
    "greeting", ["Dear Ms Harwood,", "Hello Jane,", "Good morning,", "Ms Harwood,"]
)
def test_a_greeting_is_known_in_many_forms(greeting):
    assert rules(KIND.replace("Dear Ms Harwood,", greeting)) == []


@pytest.mark.parametrize(
    ("close", "expected"),
    [
        ("", [NO_CLOSE]),
        ("Ana Reyes", [NO_CLOSE]),
        ("Best wishes,\nAna", []),
        ("Thank you for your patience.\n\nAna", []),
        ("I am truly sorry for this.\n\nAna", []),
    ],
)
def test_a_greeted_letter_closes_with_a_kind_word(close, expected):
    assert lacking(f"Dear Ms Harwood,\n\n{CONTENT}\n\n{close}\n") == expected


def test_a_kind_word_far_from_the_end_is_no_close():
    thanks = "Dear Ms Harwood,\n\nThank you for your letter."
    assert lacking(f"{thanks} {CONTENT}\n\nAna\n") == []
    assert lacking(f"{thanks} {CONTENT} It is on its way.\n\nAna\n") == [NO_CLOSE]


# The wait.


@pytest.mark.parametrize(
    ("waited", "expected"),
    [(None, []), (LATE_AFTER, []), (LATE_AFTER + SECOND, [LATE])],
)
def test_a_wait_of_more_than_a_day_is_to_be_owned(waited, expected):
    assert lacking(KIND, waited=waited) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", KIND.replace(CONTENT, f"I am sorry for the long wait. {CONTENT}")),
        ("ru", RUSSIAN.replace("Посылка", "Простите, что ответ заставил себя ждать. Посылка")),
    ],
)
def test_a_wait_that_is_owned_is_not_asked_for(language, text):
    assert lacking(text, language, waited=2 * LATE_AFTER) == []


def test_nobody_who_asks_a_question_is_owed_words_about_the_wait():
    assert lacking(KIND, waited=2 * LATE_AFTER, complaint=False) == []


# What is attached.


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", KIND.replace(CONTENT, "I have attached the return label.")),
        ("ru", RUSSIAN.replace("Посылка ушла", "Прилагаю квитанцию. Посылка ушла")),
    ],
)
@pytest.mark.parametrize(("attachments", "expected"), [(0, [MISSING]), (1, []), (None, [])])
def test_what_the_letter_says_is_attached_must_be(language, text, attachments, expected):
    assert lacking(text, language, attachments=attachments) == expected


def test_a_letter_that_speaks_of_no_attachment_needs_none():
    assert lacking(KIND, attachments=0) == []


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_lack_reaches_the_seller_with_words(language):
    text = {"en": "I have attached the label.", "ru": "Прилагаю квитанцию."}[language]
    context = CheckContext(language=language, waited=2 * LATE_AFTER, attachments=0)
    found = {f.rule: f.message for f in check(text, context).findings if f.span is None}
    assert {"late.unowned", "attachment.missing", "brusque.curt"} <= found.keys()
    assert all(found.values())
