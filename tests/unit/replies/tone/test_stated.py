from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from itertools import pairwise
from time import thread_time

import pytest

from softanswer.replies.orders.order import Buyer, Marketplace, Order, OrderLine, Shipment
from softanswer.replies.tone.context import CheckContext
from softanswer.replies.tone.stated import FactKind, stated

TODAY = date(2026, 11, 23)
ORDER = Order(
    order_id="14-20731-55812",
    source="ebay-orders",
    marketplace=Marketplace.EBAY,
    items=(OrderLine("The Light at Skerra", amount=Decimal("18.50"), isbn="9781782270116"),),
    ordered_at=date(2026, 11, 10),
    shipped_at=date(2026, 11, 12),
    buyer=Buyer(name="Jane Harwood"),
    currency="GBP",
    shipping=Decimal("3.35"),
    total=Decimal("21.85"),
    service="USPS Media Mail",
)
PARCEL = Shipment(
    "pirateship", ORDER.order_id, "9400 1000 0000 0000 0000 00", "USPS", "Media Mail",
    date(2026, 11, 13),
)  # fmt: skip
CONTEXT = CheckContext(
    language="en",
    order=ORDER,
    sent_on=frozenset({date(2026, 11, 13)}),
    parcels=(PARCEL,),
    their_text="I wrote on 18 November about “Winter in Madrid”, which cost me £7.00.",
    customer_signed="J. Harwood",
)


def facts(text, language="en", **changes):
    context = replace(CONTEXT, language=language, **changes)
    whole = f"{text}\n\nKind regards,\nAna Reyes"
    found = stated(whole, context, TODAY)
    return [(whole[f.span.start : f.span.end], f.kind, f.is_known) for f in found]


@pytest.mark.parametrize(
    ("text", "language", "words", "kind"),
    [
        ("It left here on 12 November.", "en", "12 November", FactKind.DATE),
        ("The label is of 13 November 2026.", "en", "13 November 2026", FactKind.DATE),
        ("You wrote on 18 November.", "en", "18 November", FactKind.DATE),
        ("Книга ушла к вам 12 ноября.", "ru", "12 ноября", FactKind.DATE),
        ("I have sent £21.85 back.", "en", "£21.85", FactKind.SUM),
        ("The postage was £3.35.", "en", "£3.35", FactKind.SUM),
        ("You name £7.00.", "en", "£7.00", FactKind.SUM),
        ("Вернула вам 21,85 £.", "ru", "21,85 £", FactKind.SUM),
        ("It went by Media Mail.", "en", "Media Mail", FactKind.SERVICE),
        ("It went by USPS Media Mail.", "en", "USPS Media Mail", FactKind.SERVICE),
        ("The book “The Light at Skerra” is out.", "en", "The Light at Skerra", FactKind.TITLE),
        ("I looked for “Winter in Madrid”.", "en", "Winter in Madrid", FactKind.TITLE),
        ("Книга «The Light at Skerra» в пути.", "ru", "The Light at Skerra", FactKind.TITLE),
        ("Your order 14-20731-55812 left.", "en", "14-20731-55812", FactKind.NUMBER),
        ("Its number is 9400100000000000000000.", "en", "9400100000000000000000",
         FactKind.NUMBER),
        ("Its ISBN is 9781782270116.", "en", "9781782270116", FactKind.NUMBER),
        ("The label names Jane Harwood.", "en", "Jane Harwood", FactKind.NAME),
    ],
)  # fmt: skip
def test_what_the_order_says_too_is_known(text, language, words, kind):
    assert facts(text, language) == [(words, kind, True)]


@pytest.mark.parametrize(
    ("text", "language", "words", "kind"),
    [
        ("I looked for it on 20 November.", "en", "20 November", FactKind.DATE),
        ("Today, 23 November, I looked.", "en", "23 November", FactKind.DATE),
        ("I have sent £5.00 back.", "en", "£5.00", FactKind.SUM),
        ("I have sent $21.85 back.", "en", "$21.85", FactKind.SUM),
        ("It went by Priority Mail.", "en", "Priority Mail", FactKind.SERVICE),
        ("It went by express delivery.", "en", "express delivery", FactKind.SERVICE),
        ("Отправила ускоренной доставкой.", "ru", "ускоренной доставкой", FactKind.SERVICE),
        ("I also have “Middlemarch”.", "en", "Middlemarch", FactKind.TITLE),
        ("Its number is LX123456789US.", "en", "LX123456789US", FactKind.NUMBER),
        ("Its number is 1Z999AA10123456784.", "en", "1Z999AA10123456784", FactKind.NUMBER),
    ],
)
def test_what_the_order_does_not_say_is_unknown(text, language, words, kind):
    assert facts(text, language) == [(words, kind, False)]


@pytest.mark.parametrize(
    "text",
    [
        "The money is with you by 24 November.",
        "It will be there on 2 December 2026.",
        "I want to express my regret; it is our priority and our standard.",
        "Ring +1 503 555 0142 before noon.",
        "Its ISBN is 9780141439563.",
        "I have 2 copies and 14 pages more.",
        "> You wrote: it cost £5.00 on 20 November.",
    ],
)
def test_promises_and_other_words_are_no_facts(text):
    assert facts(text) == []


@pytest.mark.parametrize(
    ("greeting", "name", "known"),
    [
        ("Dear Ms Harwood,", "Ms Harwood", True),
        ("Dear Jane Harwood,", "Jane Harwood", True),
        ("Dear J. Harwood,", "J. Harwood", True),
        ("Dear Ms Harwell,", "Ms Harwell", False),
    ],
)
def test_the_name_in_the_greeting_is_that_of_the_order_or_the_signature(greeting, name, known):
    assert facts(f"{greeting}\n\nThe book is here.") == [(name, FactKind.NAME, known)]


def test_a_greeting_without_a_name_states_nothing():
    assert facts("Dear customer,\n\nThe book is here.") == []


def test_a_year_of_its_own_counts():
    assert facts("It left on 12 November 2025.") == [("12 November 2025", FactKind.DATE, False)]


def test_a_day_without_a_year_is_not_taken_for_that_of_another_year():
    old = replace(ORDER, ordered_at=date(2026, 1, 10), shipped_at=date(2026, 1, 12))
    changes = {"order": old, "sent_on": frozenset(), "parcels": ()}

    assert facts("I will write by 30 November.", **changes) == []
    assert facts("It left on 12 January.", **changes)[0][2] is True


def test_a_moment_is_known_by_its_day_in_the_file_and_where_she_is():
    late = replace(ORDER, shipped_at=datetime(2026, 11, 20, 23, tzinfo=UTC))
    context = replace(CONTEXT, order=late)
    zone = timezone(timedelta(hours=3))

    known = [
        stated(f"It left on {day} November.", context, TODAY, zone)[0].is_known
        for day in (19, 20, 21, 22)
    ]

    assert known == [False, True, True, False]


def test_the_day_of_their_letter_is_known():
    wrote = (datetime(2026, 11, 20, 12, tzinfo=UTC),)

    assert facts("I had your letter of 20 November.")[0][2] is False
    assert facts("I had your letter of 20 November.", they_wrote_at=wrote)[0][2] is True


def test_the_days_of_the_window_and_the_condition_are_of_the_order():
    line = replace(ORDER.items[0], condition="Fine")
    changes = {
        "order": replace(ORDER, items=(line,)),
        "expected": frozenset({date(2026, 11, 17)}),
    }

    assert facts("It should have come by 17 November.", **changes)[0][2] is True
    assert facts("I sold it to you as “Fine”.", **changes)[0][2] is True
    assert facts("It should have come by 17 November.")[0][2] is False
    assert facts("I sold it to you as “Fine”.")[0][2] is False


def test_what_contradicts_the_order_is_left_to_the_check():
    text = "I posted your order on 3 January, and it is “The Light at Skerra”."

    assert facts(text) == [("The Light at Skerra", FactKind.TITLE, True)]


def test_the_signature_and_what_is_quoted_are_not_looked_at():
    assert stated("Kind regards,\nJane Harwood\n-- \n£21.85", CONTEXT, TODAY) == ()


def test_facts_stand_in_the_order_of_the_text_and_never_over_one_another():
    text = "Dear Ms Harwood,\n\n“12 November at £21.85” left on 12 November for £21.85."

    spans = [one.span for one in stated(text, CONTEXT, TODAY)]

    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


def test_without_an_order_nothing_is_stated():
    assert facts("Your book left on 12 November for £21.85.", order=None) == []


@pytest.mark.parametrize(
    "piece",
    ["1 ", "£1,111", "12 May ", "“A ", "9400 ", "1Z9", "priority ", "Jane Harwood ", "A1 ", "-1"],
)
def test_a_hostile_text_is_read_in_time(piece):
    stated(piece, CONTEXT, TODAY)
    began = thread_time()

    stated(piece * (20_000 // len(piece)), replace(CONTEXT, their_text=piece * 20_000), TODAY)

    assert thread_time() - began < 2.0
