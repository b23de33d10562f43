from datetime import date

import pytest

from softanswer.replies.orders.order import Buyer, Marketplace, Order, OrderLine, ShipTo
from softanswer.replies.tone.checker import check
from softanswer.replies.tone.context import CheckContext, PrivateData
from softanswer.replies.tone.finding import Severity
from softanswer.replies.tone.post_test import PersonalKind, post_test

ORDER = Order(
    order_id="14-20731-55812",
    source="ebay-orders",
    marketplace=Marketplace.EBAY,
    items=(OrderLine("12 Larch Road"),),
    ordered_at=date(2026, 11, 10),
    buyer=Buyer(name="Jane Harwood"),
    ship_to=ShipTo(name="Jane Harwood", city="Dayton", street=("14 Larkspur Lane",)),
)
KIND = (
    "Dear Jane Harwood,\n\nI am sorry. I packed it badly, and I have refunded the £12 today."
    "\n\nKind regards,\nAna Reyes"
)


def read(text, language="en", **more):
    context = CheckContext(language=language, order=ORDER, complaint=True, **more)
    return post_test(text, check(text, context), context)


def data_in(text, **more):
    found = read(f"Dear Jane Harwood,\n\n{text}\n\nKind regards,\nAna", **more).personal
    return [(one.kind, one.text, one.is_leak) for one in found]


def test_a_kind_reply_has_nothing_to_quote():
    assert read(KIND).worst is None
    assert read(KIND).personal == ()


@pytest.mark.parametrize(
    ("language", "text", "worst", "category"),
    [
        (
            "en",
            "I am sorry if the book was damaged. You should have read the description! "
            "Only an idiot would miss it. The refund leaves today.",
            "Only an idiot would miss it.",
            "insult_or_profanity",
        ),
        (
            "en",
            "I apologise for any inconvenience. You should have read the description.",
            "You should have read the description.",
            "blame_customer",
        ),
        (
            "ru",
            "Приносим извинения за возможные неудобства. Надо было внимательно читать описание.",
            "Надо было внимательно читать описание.",
            "blame_customer",
        ),
    ],
)
def test_the_worst_sentence_stands_alone(language, text, worst, category):
    quote = read(text, language).worst
    assert (quote.text, quote.finding.category) == (worst, category)
    assert text[quote.span.start : quote.span.end] == worst


def test_of_two_alike_the_first_is_quoted():
    quote = read("You should have read it. Well. You should have read it.").worst
    assert (quote.span.start, quote.finding.severity) == (0, Severity.WARNING)


def test_rules_of_a_marketplace_are_nothing_to_strangers():
    rude = "You should have read it. Write to ana@shop.example."
    assert read(rude, channel=Marketplace.AMAZON).worst.text == "You should have read it."


def test_a_sentence_over_two_lines_is_quoted_as_one():
    assert read("You should have\nread the description.").worst.text == (
        "You should have read the description."
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Write to ana@shop.example.", [(PersonalKind.MAIL_ADDRESS, "ana@shop.example", False)]),
        ("Ring me on +44 20 7946 0958.", [(PersonalKind.PHONE, "+44 20 7946 0958", False)]),
        ("It went to 14 Larkspur Lane.", [(PersonalKind.STREET, "14 Larkspur Lane", False)]),
        ("We sent it to Jane Harwood.", [(PersonalKind.NAME, "Jane Harwood", False)]),
        (
            "Your order 14-20731-55812 has left.",
            [(PersonalKind.ORDER_NUMBER, "14-20731-55812", False)],
        ),
        ("It came on 2026-11-21 and 21 11 2026.", []),
        ("The tracking number is 9400 1000 0000 0000 0000 00.", []),
        ('You ordered "12 Larch Road".', []),
        ("Your card is 4111 1111 1111 1111.", [(PersonalKind.CARD, "4111 1111 1111 1111", True)]),
    ],
)
def test_data_of_people_are_named(text, found):
    assert data_in(text) == found


def test_what_must_not_be_there_at_all_comes_first():
    found = data_in(
        "Write to ana@shop.example. Paul Green of 8 Mill Road has your book.",
        private=PrivateData(names=("Paul Green",)),
    )
    assert found[0] == (PersonalKind.OTHER_PERSON, "Paul Green", True)
    assert (PersonalKind.MAIL_ADDRESS, "ana@shop.example", False) in found
