from datetime import date
from decimal import Decimal

import pytest
from letters import order_file

from softanswer.replies.orders import store
from softanswer.replies.orders.importing.imported import ImportedFile
from softanswer.replies.orders.list_store import (
    OrderWish,
    SortBy,
    conversation_of_order,
    count_orders,
    each_order,
    list_orders,
)
from softanswer.replies.orders.order import Buyer, Marketplace, OrderLine, ShipTo


def order(number, title, name, day, total, town="Duluth", **changes):
    return order_file(
        order_id=number,
        items=(OrderLine(title),),
        buyer=Buyer(name, f"{name.split()[0].lower()}@mail.example"),
        ship_to=ShipTo(name, ("1 Row",), town, None, "55811", "US"),
        ordered_at=day,
        total=None if total is None else Decimal(total),
        tracking=(),
        **changes,
    ).order


@pytest.fixture
def shop(box):
    orders = (
        order("15-11111-20001", "alpine Flora", "Zoe Abara", date(2026, 11, 2), "9.50"),
        order("15-11111-20002", "Zone of Calm 100%", "Ann Roe", date(2026, 11, 3), "100.00"),
        order("113-4471093-2207714", "Birds", "Пётр Жук", date(2026, 10, 1), None,
              town="Северск", marketplace=Marketplace.AMAZON, extra={"status": "Shipped"}),
    )  # fmt: skip
    imported = ImportedFile("test", "utf-8", orders, order_rows=((),) * len(orders))
    box.do(lambda tx: store.save(tx, imported))
    return box


def numbers(box, **wish):
    wish = OrderWish(**wish)
    found = box.do(lambda tx: list_orders(tx.db, wish, 50))
    assert box.do(lambda tx: count_orders(tx.db, wish)) == len(found)
    return [file.order.order_id[-2:] for file in found]


@pytest.mark.parametrize(
    ("sort", "down", "order"),
    [
        (SortBy.BOUGHT, True, ["02", "01", "14"]),
        (SortBy.BOUGHT, False, ["14", "01", "02"]),
        (SortBy.TITLE, False, ["01", "14", "02"]),  # capitals do not count
        (SortBy.BUYER, False, ["02", "01", "14"]),
        (SortBy.TOTAL, False, ["01", "02", "14"]),  # as numbers; without one last
        (SortBy.TOTAL, True, ["02", "01", "14"]),
        (SortBy.MARKETPLACE, False, ["14", "02", "01"]),
        (SortBy.NUMBER, False, ["14", "01", "02"]),
    ],
)
def test_the_list_is_sorted(shop, sort, down, order):
    assert numbers(shop, sort=sort, is_descending=down) == order


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["02", "01", "14"]),
        ("20001", ["01"]),
        ("113-4471093", ["14"]),
        ("flor", ["01"]),
        ("ALPINE", ["01"]),
        ("duluth", ["02", "01"]),
        ("duluth zoe", ["01"]),
        ("zoe ann", []),
        ("ann@mail", ["02"]),
        ("жук", ["14"]),
        ("Север", ["14"]),
        ("shipped", ["14"]),
        ("amazon", ["14"]),
        ("100%", ["02"]),
        ("%", ["02"]),
        ("_", []),
        ("order_id", []),
        ("items", []),
        ("' OR 1=1", []),
    ],
)
def test_orders_are_found_by_anything_that_they_say(shop, typed, found):
    assert numbers(shop, typed=typed) == found


def test_a_page_is_cut_and_an_export_is_not(shop):
    assert len(shop.do(lambda tx: list_orders(tx.db, OrderWish(), 2))) == 2
    assert len(shop.do(lambda tx: list(each_order(tx.db, OrderWish())))) == 3


def test_the_letter_about_an_order_is_found(shop):
    letter = shop.receive(
        "Order 15-11111-20001", "Order 15-11111-20001 has not come.\n\nZoe Abara"
    )
    row = shop.matter(letter).order.id
    assert shop.do(lambda tx: conversation_of_order(tx.db, row)) == (
        shop.matter(letter).conversation_id
    )
    assert shop.do(lambda tx: conversation_of_order(tx.db, 9_999)) is None
