"""Files of several places that speak of the same orders: each fills what the others lack."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from store_contents import contents

from softanswer.mailbox.store.writer import Transaction
from softanswer.replies.orders.importing.importer import read_orders
from softanswer.replies.orders.payment_store import payments_of
from softanswer.replies.orders.standing import MoneyState, standing_of
from softanswer.replies.orders.store import find_by_number
from softanswer.replies.orders.store import save as save_in

NAMES = (
    "amazon-unshipped", "amazon-new-orders", "ebay-orders", "pirateship", "amazon-all-orders",
    "abebooks-orders", "alibris-status", "etsy-sold-orders", "etsy-sold-order-items",
    "shopify-orders", "woocommerce-orders", "paypal-activity", "shipstation",
)  # fmt: skip


def save(db, imported):
    return save_in(Transaction(db), imported)


def order_of(db, number):
    (file,) = find_by_number(db, number)
    return file


@pytest.mark.parametrize("seed", range(6))
def test_all_samples_in_any_order_are_whole_and_change_nothing_the_second_time(seed, db, sample):
    names = list(NAMES)
    random.Random(seed).shuffle(names)  # noqa: S311 - no secret
    for name in names:
        save(db, sample(name))
    before = contents(db)
    for name in names:
        report = save(db, sample(name))
        assert (report.imported, report.updated, report.touched) == (0, 0, frozenset()), name
    assert contents(db) == before
    etsy = order_of(db, "3300000002").order
    assert [line.title for line in etsy.items] == [
        'Letters from a "Small" Island', "Book lover card, set of 6",
    ]  # fmt: skip
    assert (str(etsy.total), etsy.buyer.username) == ("27.55", "luism88")
    amazon = order_of(db, "111-2223334-5556667")
    assert amazon.order.extra["status"] == "Shipped"
    assert str(amazon.order.total) == "8.27"
    assert [p.tracking for p in amazon.shipments] == ["9400111899223197428114"]
    assert standing_of(order_of(db, "5015").order).money is MoneyState.BACK


FIRST_OR_LAST = pytest.mark.parametrize("is_first", [True, False], ids=["first", "last"])


@FIRST_OR_LAST
def test_shipstation_fills_and_never_overrides_what_the_marketplace_says(is_first, db, sample):
    names = ["shipstation", "ebay-orders", "abebooks-orders", "shopify-orders"]
    for name in names if is_first else names[::-1]:
        save(db, sample(name))
    ebay = order_of(db, "14-12346-00001")
    assert ebay.order.source == "ebay-orders"
    assert ebay.order.ship_to.street == ("2200 Calle del Rio", "Apt 3B")
    assert ebay.order.ship_to.country == "United States"
    assert ebay.order.ordered_at == date(2026, 11, 3)
    assert str(ebay.order.total) == "1020.16"
    assert len(ebay.order.items) == 3
    abe = order_of(db, "612345606")
    assert [line.sku for line in abe.order.items] == ["BK-00900"]
    assert [p.tracking for p in abe.shipments] == ["1Z5R89390357567127", "1Z5R89390357567136"]
    shopify = order_of(db, "#1044")
    assert shopify.order.ordered_at.isoformat() == "2026-10-02T03:00:00-04:00"
    assert [p.tracking for p in shopify.shipments] == ["LZ123456785US"]


@FIRST_OR_LAST
def test_a_number_that_shipstation_writes_without_its_sign_is_the_same_order(is_first, db, sample):
    bare = replace_number(sample("shipstation"), "#1044", "1044")
    files = [bare, sample("shopify-orders")]
    for imported in files if is_first else files[::-1]:
        save(db, imported)
    found = order_of(db, "1044")
    assert found.order.order_id == "#1044"
    assert found.order.source == "shopify-orders"
    assert [p.tracking for p in found.shipments] == ["LZ123456785US"]
    assert save(db, bare).updated == 0


def replace_number(imported, old, new):
    return replace(
        imported,
        orders=tuple(replace(o, order_id=o.order_id.replace(old, new)) for o in imported.orders),
        shipments=tuple(
            replace(s, order_id=(s.order_id or "").replace(old, new)) for s in imported.shipments
        ),
    )


def test_one_parcel_of_two_services_is_one(db, sample):
    for name in ("ebay-orders", "pirateship", "shipstation"):
        save(db, sample(name))
    (parcel,) = order_of(db, "14-12346-00001").shipments
    assert (parcel.tracking, parcel.tracking_status) == ("9405511899223197428407", "In Transit")
    assert parcel.recipient == "Luis Marquez Ortega"


@FIRST_OR_LAST
def test_payments_are_joined_and_tell_what_was_paid_back_and_what_it_cost(is_first, db, sample):
    woo = sample("woocommerce-orders")
    silent = replace(
        woo,
        orders=tuple(
            replace(o, extra={"status": "completed"}) if o.order_id == "5015" else o
            for o in woo.orders
        ),
    )
    files = [silent, sample("paypal-activity")]
    for imported in files if is_first else files[::-1]:
        save(db, imported)
    paid_back = order_of(db, "5015")
    standing = standing_of(paid_back.order)
    assert (standing.money, str(standing.refunded)) == (MoneyState.BACK, "40.00")
    (payment,) = payments_of(db, paid_back.id)
    assert payment.txn_id == "7PX10000LB000005E"
    assert order_of(db, "5012").order.extra["fees"] == "0.90"
    # Held money and its release are no refund.
    assert "refunded" not in order_of(db, "5013").order.extra
    # It names no invoice, but buyer and sum are those of one order.
    assert [p.txn_id for p in payments_of(db, order_of(db, "5018").id)] == ["7PX10000LB000008H"]
    report = save(db, silent)
    assert (report.updated, report.touched) == (0, frozenset())


def test_a_later_export_without_the_refund_does_not_take_it_back(db, sample):
    woo = sample("woocommerce-orders")
    save(db, woo)
    later = replace(
        woo,
        orders=tuple(
            replace(o, extra={"status": "completed", "refunded": "1.00"})
            for o in woo.orders
            if o.order_id == "5015"
        ),
        order_rows=(),
        as_of=date(2026, 12, 1),
    )
    save(db, later)
    assert order_of(db, "5015").order.extra["refunded"] == "40.00"


def test_a_refund_follows_the_payment_that_it_names(db, sample):
    header = (
        "Date,Time,TimeZone,Type,Status,Currency,Gross,Fee,Net,Transaction ID,Reference Txn ID,"
        "Invoice Number"
    )
    rows = (
        "11/06/2026,10:00:00,PST,Payment Refund,Completed,USD,-5.00,0.00,-5.00,9RF,8PY,",
        "11/05/2026,10:00:00,PST,Website Payment,Completed,USD,39.04,-1.00,38.04,8PY,,WC-5017",
    )
    save(db, sample("woocommerce-orders"))
    save(db, read_orders("\n".join((header, *rows)).encode()))
    order = order_of(db, "5017").order
    assert (order.extra["refunded"], order.extra["fees"]) == ("5.00", "1.00")
    assert standing_of(order).money is MoneyState.PARTLY_BACK


def test_an_alibris_line_joins_the_order_that_is_known_by_its_line(db, sample):
    known = replace(
        sample("woocommerce-orders").orders[0], order_id="31875003-1", source="mapped:Alibris"
    )
    save(db, replace(sample("woocommerce-orders"), orders=(known,), order_rows=()))
    save(db, sample("alibris-status"))
    assert [p.tracking for p in order_of(db, "31875003-1").shipments] == ["1Z5R89390357567127"]
