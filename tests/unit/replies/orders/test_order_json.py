from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from softanswer.replies.errors import OrderFileError
from softanswer.replies.orders.order import Marketplace, Order, OrderLine
from softanswer.replies.orders.order_json import (
    order_file_from_json,
    order_from_json,
    order_to_json,
    shipment_from_json,
    shipment_to_json,
)


@pytest.mark.parametrize("name", ["amazon-unshipped", "amazon-new-orders", "ebay-orders"])
def test_an_order_comes_back_from_its_json_as_it_was(name, sample, expected):
    for order, document in zip(sample(name).orders, expected(name)["orders"], strict=True):
        assert order_to_json(order) == document
        assert order_from_json(document | {"source": name}) == order


def test_a_parcel_comes_back_from_its_json_as_it_was(sample, expected):
    parcels = expected("pirateship")["shipments"]
    for parcel, document in zip(sample("pirateship").shipments, parcels, strict=True):
        assert shipment_to_json(parcel) == document
        assert shipment_from_json(document | {"source": "pirateship"}) == replace(
            parcel, email=None
        )


def test_what_is_not_known_has_no_key():
    order = Order("SA-1", "", Marketplace.OWN, (OrderLine("A"),))
    assert order_to_json(order) == {"order_id": "SA-1", "items": [{"title": "A", "qty": 1}]}


def test_absent_keys_and_null_are_not_known():
    order = order_from_json({"order_id": "SA-1", "total": None, "service": ""})
    assert (order.total, order.service, order.items) == (None, None, ())


@pytest.mark.parametrize(
    ("document", "marketplace"),
    [
        ({"order_id": "111-2223334-5556667"}, Marketplace.AMAZON),
        ({"order_id": "14-12345-67890"}, Marketplace.EBAY),
        ({"order_id": "612345601"}, Marketplace.ABEBOOKS),
        ({"order_id": "#1041"}, Marketplace.OWN),
        ({"order_id": "5012", "channel": "Amazon.ca"}, Marketplace.AMAZON),
        ({"order_id": "5012", "source": "ebay-orders"}, Marketplace.EBAY),
        ({"order_id": "5012", "marketplace": "abebooks"}, Marketplace.ABEBOOKS),
        ({"order_id": "5012", "marketplace": "eBay"}, Marketplace.EBAY),
        ({"order_id": "5", "buyer": {"email": "a1@members.ebay.com"}}, Marketplace.EBAY),
        ({"order_id": "5012", "buyer": {"email": "ann@example.com"}}, Marketplace.OWN),
    ],
)
def test_the_marketplace_is_named_or_guessed(document, marketplace):
    assert order_from_json(document).marketplace is marketplace


@pytest.mark.parametrize(
    ("document", "says"),
    [
        ({}, "no 'order_id'"),
        ({"order_id": ["x"]}, r"'order_id' of the order is \['x'\], but it has to be a text"),
        ({"order_id": "1", "items": {}}, "'items' .* a list of objects"),
        ({"order_id": "1", "items": ["x"]}, "'items' .* a list of objects"),
        ({"order_id": "1", "items": [{"qty": -1}]}, "'qty' .* a whole number from 0"),
        ({"order_id": "1", "items": [{"qty": True}]}, "'qty' .* a whole number from 0"),
        ({"order_id": "1", "items": [{"amount": "7,50"}]}, "'amount' .* an amount such as"),
        ({"order_id": "1", "total": "NaN"}, "'total' .* an amount such as"),
        ({"order_id": "1", "total": True}, "'total' .* an amount such as"),
        ({"order_id": "1", "shipped_at": "soon"}, "'shipped_at' .* a date such as"),
        ({"order_id": "1", "shipped_at": 20261103}, "'shipped_at' .* a date such as"),
        ({"order_id": "1", "buyer": "Ann"}, "'buyer' .* an object with keys"),
        ({"order_id": "1", "tracking": [1]}, "'tracking' .* a list of texts"),
        ({"order_id": "1", "service": "x" * 99, "total": "x" * 99}, r"x\.\.\., but it has to"),
    ],
)
def test_a_wrong_value_is_named_in_a_sentence(document, says):
    with pytest.raises(OrderFileError, match=says):
        order_from_json(document)


def test_further_keys_are_kept_and_given_back():
    document = {
        "order_id": "SA-1",
        "sales_record": "1001",
        "days_past_promise": -3,
        "is_business": False,
        "items": [{"title": "A", "qty": 1, "author": "B"}],
    }
    assert order_to_json(order_from_json(document)) == document


def test_numbers_for_amounts_are_taken_as_written():
    order = order_from_json({"order_id": "1", "total": 12.5, "shipping": 4})
    assert (order.total, order.shipping) == (Decimal("12.5"), Decimal(4))


def test_an_order_may_bring_its_parcels():
    document = {
        "order_id": "14-12345-67890",
        "shipments": [{"tracking": "9400", "shipped_on": "2026-11-04", "carrier": "USPS"}],
        "shipment": {"tracking": ["LZ123456785US"], "shipped_at": "2026-10-05T10:00:00"},
    }
    file = order_file_from_json(document)
    assert [(s.tracking, s.shipped_on) for s in file.shipments] == [
        ("9400", date(2026, 11, 4)),
        ("LZ123456785US", date(2026, 10, 5)),
    ]
    assert file.order.extra == {}
