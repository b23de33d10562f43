from dataclasses import replace
from datetime import date

import pytest
from letters import order_file

from softanswer.replies.compose.shipping_block import shipping_block
from softanswer.replies.orders.delivery import reckon
from softanswer.replies.orders.order import ShipTo

TODAY = date(2026, 11, 19)


def block(file, language="en", today=TODAY):
    return shipping_block(file, reckon(file, today), language)


def test_the_block_tells_what_was_sent_when_how_and_where():
    assert block(order_file()) == (
        "Order 14-20731-55812:\n"
        "- posted on 3 November by USPS Media Mail\n"
        "- tracking number 9400111899223344556677\n"
        "- sent to 4 Quay Row, Aldmouth AL3 7RT, UK\n"
        "- expected by 20 November\n"
    )


def test_a_russian_letter_has_a_russian_block_and_others_an_english_one():
    assert "- отправлен 3\u00a0ноября, служба USPS Media Mail" in block(order_file(), "ru")
    assert block(order_file(), "it").startswith("Order ")


@pytest.mark.parametrize(
    ("language", "posted", "window"),
    [
        (
            "de",
            "- verschickt am 3. November mit USPS Media Mail",
            "- erwartet bis zum 20. November",
        ),
        ("fr", "- expédiée le 3 novembre par USPS", "- attendue au plus tard le 20 novembre"),
        ("es", "- enviado el 3 de noviembre por USPS", "- se espera a más tardar el 20 de noviem"),
    ],
)
def test_the_block_in_german_french_and_spanish(language, posted, window):
    said = block(order_file(), language).replace("\u00a0", " ")
    assert posted in said
    assert window in said


def test_what_is_not_known_has_no_line():
    file = order_file(ship_to=ShipTo(), tracking=())
    parcel = replace(file.shipments[0], tracking=None, service=None, carrier=None)
    bare = replace(file, order=replace(file.order, service=None), shipments=(parcel,))
    assert block(bare) == "Order 14-20731-55812:\n- posted on 3 November\n"


def test_a_delivered_parcel_is_not_expected():
    parcel = replace(
        order_file().shipments[0], tracking_status="Delivered", tracking_date=date(2026, 11, 9)
    )
    said = block(replace(order_file(), shipments=(parcel,)))
    assert "- delivered on 9 November, the carrier says" in said
    assert "expected" not in said


def test_nothing_is_said_of_what_was_not_posted():
    assert block(replace(order_file(shipped_at=None), shipments=())) == ""
