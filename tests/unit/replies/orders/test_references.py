from __future__ import annotations

import time

import pytest

from softanswer.replies.orders.order import Marketplace
from softanswer.replies.orders.references import (
    channel_of,
    find_listings,
    find_references,
    folded_number,
    is_relay,
    marketplace_of_number,
)
from softanswer.replies.orders.tracking_numbers import find_tracking_numbers

AMAZON, EBAY, ABEBOOKS, OWN = (
    Marketplace.AMAZON,
    Marketplace.EBAY,
    Marketplace.ABEBOOKS,
    Marketplace.OWN,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("order 111-2223334-5556667.", [(AMAZON, "111-2223334-5556667", True)]),
        ("(Order: 111-2223334-5556667)", [(AMAZON, "111-2223334-5556667", True)]),
        ("注文111-2223334-5556667です", [(AMAZON, "111-2223334-5556667", True)]),
        ("111\u20112223334\u20135556667", [(AMAZON, "111-2223334-5556667", True)]),
        ("orderID=111-2223334-5556667&x", [(AMAZON, "111-2223334-5556667", True)]),
        ("S01-2223334-5556667", [(AMAZON, "S01-2223334-5556667", False)]),
        ("ebay 14-12345-67890, please", [(EBAY, "14-12345-67890", True)]),
        ("AbeBooks order 612345601", [(ABEBOOKS, "612345601", True)]),
        ("Re: AbeBooks purchase order # 612345601", [(ABEBOOKS, "612345601", True)]),
        ("ZVAB-Bestellung 612345601", [(ABEBOOKS, "612345601", True)]),
        ("my order no. 612345601", [(ABEBOOKS, "612345601", True)]),
        ("заказ № 612345601", [(ABEBOOKS, "612345601", True)]),
        ("about SA-1041", [(OWN, "SA-1041", True)]),
        ("about sa-1041", [(OWN, "SA-1041", True)]),
        ("заказ SA-1041!", [(OWN, "SA-1041", True)]),
        ("订单SA-1041", [(OWN, "SA-1041", True)]),
        ("where is #1041?", [(OWN, "#1041", True)]),
        ("where is #104?", [(OWN, "#104", False)]),
        ("order #104?", [(OWN, "#104", True)]),
        ("заказ №1041", [(OWN, "#1041", True)]),
        ("order 5012 is late", [(OWN, "5012", False)]),
        ("номер заказа 5012", [(OWN, "5012", False)]),
        (
            "14-12345-67890 and 111-2223334-5556667",
            [(EBAY, "14-12345-67890", True), (AMAZON, "111-2223334-5556667", True)],
        ),
    ],
)
def test_order_numbers_are_found(text, found):
    assert [(r.marketplace, r.number, r.certain) for r in find_references(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "call 555-2223334-5556667-8",
        "9111-2223334-5556667",
        "111-2223334-55566678",
        "114-12345-67890",
        "14-12345-678901",
        "2026-11-03",
        "phone 612345601",
        "order a book, then call 612345601",
        "ISBN 978014036 is wrong",
        "tracking number 612345601",
        "invoice no. 612345601",
        "our PO number 612345601",
        "purchase order 612345601",
        "PO 88123",
        "PO #88123",
        "invoice #1041",
        "tracking #104100",
        "case #1041 is open",
        "apt #1041",
        "счёт №1041",
        "кв. №1041",
        "&#1041;",
        "color #104155aa",
        "https://shop.example/#1041",
        "order 12 books",
        "9400111899223197428114",
        "LZ123456785US",
        "1Z5R89390357567127",
        "I ordered 1041 books",
        "VISA-1041",
        "",
    ],
)
def test_other_numbers_are_none(text):
    assert find_references(text) == ()


def test_a_reference_tells_where_it_stands():
    text = "Dear seller, 14-12345-67890!"
    (reference,) = find_references(text)
    assert text[reference.start : reference.end] == "14-12345-67890"


@pytest.mark.parametrize(
    ("text", "listings"),
    [
        ("has sent a question about item #325550001111, ending on", ("325550001111",)),
        ("item 325550001111 item: 325550001112", ("325550001111", "325550001112")),
        ("item #3255500011112", ()),
        ("325550001111", ()),
    ],
)
def test_listings_count_after_the_word_item(text, listings):
    assert find_listings(text) == listings


@pytest.mark.parametrize(
    ("address", "channel", "relay"),
    [
        ("x7p2kq9m4rt1v5z@marketplace.amazon.com", AMAZON, True),
        ("x7p2kq9m4rt1v5z+a.b@marketplace.amazon.co.uk", AMAZON, True),
        ("X7P2KQ9M4RT1V5Z@Marketplace.Amazon.DE", AMAZON, True),
        ("seller-notification@amazon.com", AMAZON, False),
        ("short@marketplace.amazon.com", AMAZON, False),
        ("4f0d1c2b3a@members.ebay.com", EBAY, True),
        ("pat.odowd@members.ebay.co.uk", EBAY, True),
        ("ebay@ebay.com", EBAY, False),
        ("info@abebooks.com", ABEBOOKS, False),
        ("info@zvab.com", ABEBOOKS, False),
        ("ann@example.com", OWN, False),
        ("x7p2kq9m4rt1v5z@marketplace.amazon.com.evil.example", OWN, False),
        ("x7p2kq9m4rt1v5z@notamazon.com", OWN, False),
        ("", OWN, False),
    ],
)
def test_an_address_tells_its_channel(address, channel, relay):
    assert channel_of(address) is channel
    assert is_relay(address) is relay


@pytest.mark.parametrize(
    ("number", "marketplace"),
    [
        ("111-2223334-5556667", AMAZON),
        (" 14-12345-67890 ", EBAY),
        ("612345601", ABEBOOKS),
        ("3300000001", None),
        ("#1041", None),
    ],
)
def test_a_number_alone_tells_its_marketplace(number, marketplace):
    assert marketplace_of_number(number) is marketplace


@pytest.mark.parametrize("number", ["#1041", " 1041 ", "№1041", "# 1041"])
def test_numbers_are_compared_without_sign_and_blanks(number):
    assert folded_number(number) == "1041"


@pytest.mark.parametrize(
    "text",
    ["9" * 20_000, "1 " * 10_000, "order " * 4_000, "# " * 10_000, "abebooks 1" * 2_000],
)
def test_a_hostile_text_costs_no_time(text):
    began = time.process_time()
    find_references(text)
    find_tracking_numbers(text)
    assert time.process_time() - began < 1.0
