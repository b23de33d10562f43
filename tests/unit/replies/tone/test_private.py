from datetime import date

import pytest

from softanswer.replies.orders.order import Buyer, Marketplace, Order, OrderLine, ShipTo
from softanswer.replies.tone.context import CheckContext, PrivateData
from softanswer.replies.tone.letter import read_letter
from softanswer.replies.tone.private import leaks

ORDER = Order(
    order_id="14-20731-55812",
    source="ebay-orders",
    marketplace=Marketplace.EBAY,
    items=(OrderLine("The Light at Skerra"),),
    ordered_at=date(2026, 11, 10),
    buyer=Buyer(name="Jane Harwood"),
    ship_to=ShipTo(name="Jane Harwood", city="Dayton", street=("14 Larkspur Lane",)),
    service="Comet Parcel Select",
)


def given_away(text, language="en", **context):
    letter = read_letter(f"Dear Jane Harwood,\n\n{text}\n\nKind regards,\nAna Reyes", language)
    found = leaks(letter, CheckContext(language=language, order=ORDER, **context))
    return [(look.rule, letter.text[look.span.start : look.span.end]) for look in found]


@pytest.mark.parametrize(
    ("text", "leak"),
    [
        ("I see the card 4111 1111 1111 1111 here.", ("private.card", "4111 1111 1111 1111")),
        ("Your password is Quill77.", ("private.password", "Quill77")),
        (
            "Your book went to another customer, Paula Green.",
            ("private.other-customer", "Paula Green"),
        ),
        (
            "The other customer is dr. Green.",
            ("private.other-customer", "dr. Green"),
        ),
        (
            "Your book went to another customer, p.green@mail.example.",
            ("private.other-customer", "p.green@mail.example"),
        ),
    ],
)
def test_what_must_not_leave_the_shop_is_found(text, leak):
    assert given_away(text) == [leak]


def test_the_street_of_another_customer_is_found():
    text = "The other buyer lives at 7 Mill Road in Dayton."
    assert ("private.other-customer", "7 Mill Road") in given_away(text)


def test_another_russian_customer_is_found():
    text = "Вашу книгу получил другой покупатель, Пётр Громов."
    assert given_away(text, "ru") == [("private.other-customer", "Пётр Громов")]


@pytest.mark.parametrize(
    "text",
    [
        "I gave the parcel for another customer to Royal Mail on Monday.",
        "Your order was sent to you with First-Class Package International.",
        "The book was sent to you, USPS Ground Advantage, on Monday.",
        "It was sent to you as Comet Parcel Select, on Monday.",
        "The book you bought was sent to Jane Harwood.",
        "The number 978 0 306 40615 7 is the ISBN.",
        "The password is the one that you chose.",
    ],
)
def test_what_is_no_secret_and_no_stranger_may_stand(text):
    assert given_away(text) == []


def test_a_service_in_a_russian_letter_is_no_person():
    text = "Посылка отправлена вам: USPS First-Class Package International."
    assert given_away(text, "ru") == []


def test_a_person_beside_a_service_is_still_found():
    text = "I sent it by Ground Advantage to another customer, Paula Green."
    assert given_away(text) == [("private.other-customer", "Paula Green")]


def test_known_data_of_other_customers_are_found_wherever_they_stand():
    private = PrivateData(names=frozenset({"Paula Green", "Jane Harwood"}))
    text = "Please ask Paula Green about it."
    assert given_away(text, private=private) == [("private.third-party", "Paula Green")]
