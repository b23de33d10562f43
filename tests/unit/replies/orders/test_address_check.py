import pytest

from softanswer.replies.orders.address_check import (
    AddressWord,
    address_question,
    check_address,
)
from softanswer.replies.orders.order import ShipTo

UK = ShipTo("Jane Harwood", ("4 Quay Row",), "Aldmouth", None, "AL3 7RT", "UK")
US = ShipTo("Ann Roe", ("1200 Tamarack Ave",), "Duluth", "MN", "55811-0001", "US")
DE = ShipTo("Max Vogt", ("Hauptstr. 5",), "Hamburg", None, "20095", "DE")


@pytest.mark.parametrize(
    ("text", "ship_to", "said"),
    [
        ("I moved to 12 Mill Lane, Brackford BK2 9QT.", UK, "12 Mill Lane, Brackford BK2 9QT"),
        ("Jane Harwood\n12 Mill Lane\nBrackford\nBK2 9QT", UK, "12 Mill Lane, Brackford, BK2 9QT"),
        ("my address is 88 Main St, Portland, OR 97205 now", US, "88 Main St, Portland, OR 97205"),
        ("It is\n88 Mill Lane\nPortland, OR 97205\n", US, "88 Mill Lane, Portland, OR 97205"),
        ("Meine Adresse:\nLange Gasse 7\n10115 Berlin", DE, "Lange Gasse 7, 10115 Berlin"),
        ("190000, Санкт-Петербург, Садовая, д. 5", DE, "190000, Санкт-Петербург, Садовая, д. 5"),
    ],
)
def test_another_address_is_found_and_quoted_without_prose(text, ship_to, said):
    check = check_address(text, ship_to)
    assert (check.word, check.said) == (AddressWord.OTHER, said)


@pytest.mark.parametrize(
    ("text", "ship_to"),
    [
        ("Send it to AL3 7RT", UK),
        ("Send it to al, AL37RT", UK),
        ("4 Quay Row, Aldmouth, please", UK),
        ("1200 Tamarack Ave\nDuluth, MN 55811", US),
    ],
)
def test_the_same_address_is_told(text, ship_to):
    assert check_address(text, ship_to).word is AddressWord.SAME


@pytest.mark.parametrize(
    "text",
    [
        "Order 14-20731-55812 has not come.",
        "It cost me 20000 books and 12345 tears",
        "На сумму 185000, верните деньги",
        "Tracking 9400136106193402717374",
        "Case AB12 closed",
        "",
    ],
)
def test_a_number_is_no_address(text):
    assert check_address(text, UK).word is AddressWord.NOTHING


def test_of_two_addresses_the_one_that_differs_counts():
    text = "Not to Aldmouth AL3 7RT but to 12 Mill Lane, Brackford BK2 9QT"
    assert check_address(text, UK).said == "12 Mill Lane, Brackford BK2 9QT"


def test_an_order_without_a_code_contradicts_nothing():
    assert check_address("Brackford BK2 9QT", ShipTo()).word is AddressWord.NOTHING


def test_the_question_names_both_and_blames_nobody():
    check = check_address("I live in 12 Mill Lane, Brackford BK2 9QT", UK)
    assert address_question(check, UK, "en") == (
        "Your letter gives the address 12 Mill Lane, Brackford BK2 9QT, and the order has "
        "4 Quay Row, Aldmouth AL3 7RT. Which of the two is the right one?"
    )
    assert address_question(check, UK, "ru").endswith("Какой из них верный?")
    assert address_question(check, UK, "fr") == address_question(check, UK, "en")
