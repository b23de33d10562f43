from datetime import timedelta

import pytest

from softanswer.replies.orders.order import Marketplace
from softanswer.replies.tone.checker import check
from softanswer.replies.tone.context import CheckContext
from softanswer.replies.tone.fault import Fault
from softanswer.replies.tone.finding import Severity


def found(text, language, **context):
    report = check(text, CheckContext(language=language, **context))
    return {f.rule for f in report.findings}


@pytest.mark.parametrize(
    ("text", "is_owned"),
    [
        ("Ответственность за этот заказ лежит на мне.", True),
        ("Ответственность за упаковку и пересылку этого заказа лежит на нас.", True),
        ("Ответственность за этот заказ не лежит на мне.", False),
        ("Книга задержалась.", False),
    ],
)
def test_who_says_that_the_order_is_theirs_to_answer_for_owns_it(text, is_owned):
    rules = found(text, "ru", at_fault=Fault.SELLER)
    assert ("apology.no-responsibility" not in rules) is is_owned


@pytest.mark.parametrize(
    ("language", "text", "is_owned"),
    [
        ("en", "I am sorry that you had to wait so long.", True),
        ("en", "My answer took two days.", True),
        ("en", "It took me three days to answer you.", True),
        ("ru", "Мне жаль, что вам пришлось так долго ждать.", True),
        ("ru", "Мой ответ занял два дня.", True),
        ("ru", "Отвечаю вам только через три дня.", True),
        ("en", "The parcel took two days.", False),
        ("en", "You will have to wait for the carrier.", False),
        ("ru", "Посылка шла два дня.", False),
        ("ru", "Отвечу через два дня.", False),
    ],
)
def test_who_says_how_long_their_answer_took_owns_the_wait(language, text, is_owned):
    rules = found(text, language, complaint=True, waited=timedelta(days=2))
    assert ("late.unowned" not in rules) is is_owned


@pytest.mark.parametrize(
    ("text", "talks_down"),
    [
        ("Жаль, что вы ждали, а пришла другая книга.", False),
        ("Пришло не то, что вы хотели.", False),
        ("Что вы ждали за такие деньги?", True),
        ("А чего вы хотели?", True),
    ],
)
def test_a_question_what_they_waited_for_talks_down_and_regret_does_not(text, talks_down):
    assert ("condescension.talking-down" in found(text, "ru")) is talks_down


@pytest.mark.parametrize(
    ("text", "doubts"),
    [
        ("The tracking shows a delivery on 3 May, and yet the book is not with you.", False),
        ("The tracking shows a delivery on 3 May.", True),
        ("The tracking shows a delivery on 3 May, but you say it is not there.", True),
    ],
)
def test_a_delivery_that_the_tracking_shows_is_no_doubt_where_they_are_believed(text, doubts):
    assert ("lies.claim" in found(text, "en")) is doubts


@pytest.mark.parametrize(
    ("text", "rule", "severity"),
    [
        ("Dear {{ name }}, I am sorry.", "placeholder.open", Severity.ERROR),
        ("I am sorry, TODO look it up.", "placeholder.open", Severity.ERROR),
        ("I am SORRY about it.", "shouting.capitals", Severity.WARNING),
        ("I am sorry!!", "shouting.marks", Severity.WARNING),
        ("I am sorry about your “damage”.", "lies.scare-quotes", Severity.WARNING),
        ("Простите за ваши «повреждения».", "lies.scare-quotes", Severity.WARNING),
    ],
)
def test_what_is_wrong_by_its_look_is_found(text, rule, severity):
    language = "ru" if text.startswith("П") else "en"
    findings = check(text, CheckContext(language=language)).findings
    assert [f.severity for f in findings if f.rule == rule] == [severity]


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Please look at www.shop.example.", "channel.link"),
        ("Write to ana@shop.example, please.", "channel.address"),
        ("Call me at 020 7946 0958, please.", "channel.phone"),
        ("You get a refund if you change your review.", "channel.incentive"),
        ("Дам скидку за хороший отзыв.", "channel.incentive"),
    ],
)
def test_what_amazon_forbids_is_found_on_amazon_only(text, rule):
    language = "ru" if text.startswith("Д") else "en"
    assert rule in found(text, language, channel=Marketplace.AMAZON)
    assert rule not in found(text, language, channel=Marketplace.EBAY)


KIND = (
    "Dear Ms Hill,\n\nI am sorry. {said} I have refunded the full £12 today.\n\nKind regards,\nAna"
)


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        ("", Severity.WARNING),  # all that is said is known, and nothing of it owns
        ("Thank you for your patience.", Severity.WARNING),
        ("The shelf mark of the second state never made it over to the card.", Severity.ADVICE),
        ("It is the courier who loses things, so complain there.", Severity.WARNING),
    ],
)
def test_a_sentence_that_no_act_is_known_of_gets_the_benefit_of_the_doubt(said, severity):
    text = KIND.format(said=said)
    report = check(text, CheckContext(language="en", complaint=True, at_fault=Fault.SELLER))
    [lack] = [f for f in report.findings if f.category == "missing_responsibility"]
    assert lack.severity is severity
    assert report.apology.responsibility is None


@pytest.mark.parametrize("fault", [f for f in Fault if f is not Fault.UNCLEAR])
def test_the_word_on_the_fault_takes_no_ownership_off(fault):
    """Whoever was at fault: a wrong book is owned, regretted and mended by who sold it (S1-14)."""
    cold = "Dear Ms Hill,\n\nThe wrong book came. Thank you for your letter.\n\nAna"
    warm = KIND.format(said="You bought from me, so it is mine to set right.")
    categories = {"missing_regret", "missing_responsibility", "missing_remedy"}
    for text, missing in ((cold, categories), (warm, set())):
        context = CheckContext(language="en", kind="wrong_item", at_fault=fault)
        found_there = {f.category for f in check(text, context).findings}
        assert found_there & categories == missing


def test_owning_the_outcome_is_enough_where_the_fault_was_not_hers():
    text = (
        "Добрый день!\n\nМне очень жаль. Прослежу за всем до конца. Верну деньги сегодня.\n\nАнна"
    )
    for fault, lacks in ((Fault.SUPPLIER, False), (Fault.SELLER, True)):
        context = CheckContext(language="ru", kind="wrong_item", at_fault=fault)
        categories = {f.category for f in check(text, context).findings}
        assert ("missing_responsibility" in categories) is lacks


def test_a_letter_that_does_nothing_of_an_apology_is_not_given_it():
    text = "Dear Ms Hill,\n\nThe shelf mark never made it over to the card.\n\nAna"
    report = check(text, CheckContext(language="en", complaint=True, at_fault=Fault.SELLER))
    severities = {f.category: f.severity for f in report.findings if "missing_re" in f.category}
    assert severities == dict.fromkeys(
        ("missing_regret", "missing_responsibility", "missing_remedy"), Severity.WARNING
    )
