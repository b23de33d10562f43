"""Whether a customer may be called, and what is at hand then (D12, S1-01)."""

from datetime import date

import pytest
from letters import NOW, matter, message, order_file

from softanswer.mailbox.message import Address
from softanswer.replies.calling import CallBar, call_bar, call_sheet
from softanswer.replies.orders.order import Buyer, Marketplace, ShipTo

OWN = {"marketplace": Marketplace.OWN, "buyer": Buyer("Jane Harwood", phone=" 01632 960 001 ")}
RELAY = Address("Jane", "jane-x1@marketplace.amazon.com")
BODY = """Dear Ms Harwood,

I am sorry that your book has not reached you.

I am sending the full £21.85 back today.

Ana Reyes
"""


@pytest.mark.parametrize(
    ("about", "bar"),
    [
        (matter(order=order_file(**OWN)), None),
        (matter(order=order_file()), CallBar.MARKETPLACE),
        (matter(order=order_file(marketplace=Marketplace.OWN)), CallBar.NO_NUMBER),
        (matter(order=None), CallBar.NO_NUMBER),
        (
            matter(order=order_file(**OWN), letter=message(3, "Where?", sender=RELAY)),
            CallBar.MARKETPLACE,
        ),
    ],
    ids=["own shop", "marketplace", "no number", "no order", "through a relay"],
)
def test_only_the_own_shop_calls_and_only_where_a_number_was_given(about, bar):
    assert call_bar(about) is bar


def test_the_sheet_holds_the_facts_and_the_words_of_the_reply():
    sheet = call_sheet(matter(order=order_file(**OWN)), BODY, NOW)

    assert sheet.number == "01632 960 001"
    assert sheet.titles == ("The Light at Skerra",)
    assert (sheet.order_number, sheet.posted_on) == ("14-20731-55812", date(2026, 11, 3))
    assert sheet.delivery.shipped_on == date(2026, 11, 3)
    assert sheet.regret == "I am sorry that your book has not reached you."
    assert sheet.remedy == "I am sending the full £21.85 back today."
    assert sheet.responsibility == ""


@pytest.mark.parametrize(
    ("ship_to", "clock"),
    [
        (ShipTo(country="UK"), "15:12"),
        (ShipTo(country="US", region="NY"), "10:12"),
        (ShipTo(country="US"), None),
        (ShipTo(), None),
    ],
)
def test_their_time_is_told_where_one_zone_is_known(ship_to, clock):
    sheet = call_sheet(matter(order=order_file(**OWN, ship_to=ship_to)), BODY, NOW)

    assert (f"{sheet.their_time:%H:%M}" if sheet.their_time else None) == clock
