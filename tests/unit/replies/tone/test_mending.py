"""Repairs of whole sentences: they mend, change no fact, promise only on a day, and read well."""

import re
from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scoring.tone import REPLIES, RULED, context_of, of_language, rows_of

from softanswer.replies.tone.checker import check
from softanswer.replies.tone.context import CheckContext
from softanswer.replies.tone.fault import Fault
from softanswer.replies.tone.finding import Severity
from softanswer.replies.tone.mending import repairs_of

MONDAY = date(2026, 11, 23)
ALL_SETS = rows_of(*(name for names in REPLIES.values() for name in names))
FIGURES = re.compile(r"\d+")
MAY_LOSE_FIGURES = {"private_data_leak", "unfilled_placeholder", "fact_conflict"}


def repairs(text, rule, language, **context):
    """The repairs of the rule's first finding."""
    known = CheckContext(language=language, **context)
    report = check(text, known)
    finding = next(found for found in report.findings if found.rule == rule)
    return repairs_of(text, finding, known, MONDAY, report)


def mended(text, rule, language, **context):
    """The text with the best of them."""
    return repairs(text, rule, language, **context)[0].applied(text)


def heavy(report):
    return Counter(f.category for f in report.findings if f.severity is not Severity.ADVICE)


@pytest.mark.parametrize(
    ("language", "rule", "text", "better"),
    [
        (
            "en",
            "blame.should-have",
            "Dear Ann,\n\nI am sorry. You should have checked the description.",
            "Dear Ann,\n\nI am sorry. I will look at all of this again and write to you by "
            "Wednesday 25 November.",
        ),
        (
            "en",
            "vague.no-deed",
            "I am sorry for the wait. We'll look into it and get back to you.",
            "I am sorry for the wait. We'll look into it and get back to you "
            "by Wednesday 25 November.",
        ),
        (
            "en",
            "displaced.out-of-hands",
            "We are sorry for the delay. It is out of our control.",
            "We are sorry for the delay. Putting this right is up to us.",
        ),
        (
            "en",
            "blame.should-have",
            "I am sorry. You should have checked the description. I refunded £12 today.",
            "I am sorry. I refunded £12 today.",
        ),
        (
            "ru",
            "blame.should-have",
            "Здравствуйте!\n\nМне жаль, что так вышло. Вам следовало читать описание.",
            "Здравствуйте!\n\nМне жаль, что так вышло. Я посмотрю всё ещё раз и напишу вам "
            "не позднее среды, 25\u00a0ноября.",
        ),
        (
            "ru",
            "vague.some-day",
            "Извините за ожидание. Деньги вернём в ближайшее время.",
            "Извините за ожидание. Деньги вернём не позднее среды, 25\u00a0ноября.",
        ),
        (
            "ru",
            "vague.no-deed",
            "Извините за диск. Вышлю, как будет время.",
            "Извините за диск. Вышлю не позднее среды, 25\u00a0ноября.",
        ),
    ],
)
def test_a_fault_becomes_a_step_or_a_promise_with_its_day_or_goes(language, rule, text, better):
    assert mended(text, rule, language) == better


@pytest.mark.parametrize(
    ("language", "rule", "text", "better"),
    [
        (
            "en",
            "apology.no-regret",
            "Dear Ann,\n\nwe sent you the wrong book. A refund of £12 left today.",
            "Dear Ann,\n\nWe are sorry that you received the wrong book. "
            "We sent you the wrong book. A refund of £12 left today.",
        ),
        (
            "en",
            "apology.no-responsibility",
            "Dear Ann,\n\nI am sorry. A refund of £12 left today.",
            "Dear Ann,\n\nI am sorry. I sent you the wrong book. A refund of £12 left today.",
        ),
        (
            "en",
            "apology.no-remedy",
            "Dear Ann,\n\nI am sorry. I sent you the wrong book.\n\nKind regards,\nMay",
            "Dear Ann,\n\nI am sorry. I sent you the wrong book. "
            "I will write to you by Wednesday 25 November with what I can do."
            "\n\nKind regards,\nMay",
        ),
        (
            "ru",
            "apology.no-regret",
            "Здравствуйте!\n\nЯ перепутала книги. Деньги, 900 рублей, вернула сегодня.",
            "Здравствуйте!\n\nМне очень жаль, что вы получили не ту книгу. "
            "Я перепутала книги. Деньги, 900 рублей, вернула сегодня.",
        ),
        (
            "ru",
            "apology.no-remedy",
            "Здравствуйте!\n\nПростите, я перепутала книги.\n\nС уважением,\nМайя",
            "Здравствуйте!\n\nПростите, я перепутала книги. Я напишу вам не позднее "
            "среды, 25\u00a0ноября, что могу сделать.\n\nС уважением,\nМайя",
        ),
    ],
)
def test_what_the_letter_lacks_is_put_in_at_its_place(language, rule, text, better):
    assert mended(text, rule, language, kind="wrong_item", at_fault=Fault.SELLER) == better


def test_a_promise_is_offered_for_several_business_days_and_says_which():
    found = repairs("I am sorry. I'll write to you soon.", "vague.some-day", "en")
    assert [repair.day for repair in found] == [
        date(2026, 11, 25),
        date(2026, 11, 26),
        date(2026, 11, 30),
    ]
    assert found[1].day_words == "Thursday 26 November"
    assert found[1].text == "by Thursday 26 November"


def test_a_day_of_the_carrier_is_never_promised():
    text = "I am sorry. Delivery is on <date>. A refund of £3 left today."
    assert repairs(text, "placeholder.open", "en") == ()


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("blame.failed", "You gave us the wrong house, 14 instead of 41. I am sorry it is lost."),
        ("displaced.out-of-hands", "I am sorry. £14 of it is out of our control."),
    ],
)
def test_a_sentence_with_figures_is_hers_to_mend(rule, text):
    assert repairs(text, rule, "en") == ()


@pytest.mark.parametrize("row", ALL_SETS, ids=[row["id"] for row in ALL_SETS])
def test_each_repair_mends_brings_nothing_new_and_keeps_every_figure(row):
    text, context = row["text"], context_of(row)
    before = check(text, context)
    for finding in before.findings:
        for repair in repairs_of(text, finding, context, MONDAY, before):
            better = repair.applied(text)
            after = check(better, context)
            count = sum(f.rule == finding.rule for f in after.findings)
            assert count < sum(f.rule == finding.rule for f in before.findings)
            assert not heavy(after) - heavy(before)
            if finding.category not in MAY_LOSE_FIGURES:
                figures = FIGURES.findall(better.replace(repair.day_words, "", 1))
                assert figures == FIGURES.findall(text)


@settings(max_examples=60, deadline=None)
@given(
    language=st.sampled_from(RULED),
    numbers=st.lists(st.integers(0, 10_000), min_size=1, max_size=4),
    kind=st.sampled_from(["", "damaged", "not_received", "late", "wrong_item", "order_cancel"]),
    fault=st.sampled_from(Fault),
)
def test_a_repair_mends_in_any_letter(language, numbers, kind, fault):
    rows = of_language(ALL_SETS, language)
    text = "\n\n".join(rows[number % len(rows)]["text"] for number in numbers)
    context = CheckContext(language=language, kind=kind, at_fault=fault)
    before = check(text, context)
    for finding in before.findings[:6]:
        for repair in repairs_of(text, finding, context, MONDAY, before)[:1]:
            assert 0 <= repair.span.start <= repair.span.end <= len(text)
            after = check(repair.applied(text), context)
            assert not heavy(after) - heavy(before)
            assert sum(f.rule == finding.rule for f in after.findings) < sum(
                f.rule == finding.rule for f in before.findings
            )
