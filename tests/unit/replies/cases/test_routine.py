"""Mail that no customer wrote, and the notices of marketplaces that speak for one."""

import pytest

from softanswer.replies.cases.case import CaseKind
from softanswer.replies.cases.routine import is_routine, wrapped_notice

NOTICE = "eBay: the buyer opened a case.\n{}\nOrder number: 14-20731-55812\n"


@pytest.mark.parametrize(
    ("reason", "kind", "weighs"),
    [
        ("The item was not received.", CaseKind.NOT_RECEIVED, True),
        ("The item is not as described.", CaseKind.NOT_AS_DESCRIBED, True),
        ("It arrived damaged.", CaseKind.DAMAGED, True),
        ("They got the wrong item.", CaseKind.WRONG_ITEM, True),
        ("A chargeback by the bank.", CaseKind.LEGAL_OR_CHARGEBACK_THREAT, True),
        ("I changed my mind.", CaseKind.RETURN_CHANGE_OF_MIND, False),
        ("They want to cancel.", CaseKind.ORDER_CANCEL, False),
    ],
)
def test_a_notice_of_an_opened_case_names_its_reason(reason, kind, weighs):
    notice = wrapped_notice("", NOTICE.format(reason))
    assert notice.kind is kind
    assert (notice.weight > 0) is weighs


def test_a_notice_without_a_reason_still_weighs():
    notice = wrapped_notice("", NOTICE.format("See the details."))
    assert (notice.kind, notice.weight > 0) == (None, True)


@pytest.mark.parametrize(
    "text",
    [
        NOTICE.format("The case was closed."),
        NOTICE.replace("eBay", "The shop").format("not received"),
        NOTICE.replace("opened a case", "thanks you").format("not received"),
        "I have opened a case on eBay because my book has not arrived.",
    ],
)
def test_what_is_no_notice_of_an_opened_case(text):
    assert wrapped_notice("", text) is None


@pytest.mark.parametrize(
    ("language", "subject", "text"),
    [
        ("en", "Automatic reply: your order", "I am out of the office until Monday."),
        ("ru", "Автоответ", "Я в отпуске до понедельника."),
    ],
)
def test_an_automatic_answer_is_routine(language, subject, text):
    assert is_routine(subject, text, language)


@pytest.mark.parametrize(
    ("language", "subject", "text"),
    [
        ("en", "My order", "My book has not come. Where is it?"),
        ("ru", "Мой заказ", "Книга не пришла. Где она?"),
        ("en", "", ""),
    ],
)
def test_a_letter_of_a_person_is_not(language, subject, text):
    assert not is_routine(subject, text, language)
