from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from datetime import date, timedelta

import pytest
from store_contents import contents

from softanswer.mailbox.store.changes import RecordKind
from softanswer.mailbox.store.database import migrate, migrations, open_for_writing
from softanswer.mailbox.store.writer import Transaction
from softanswer.replies.errors import NoSuchRecordError
from softanswer.replies.orders.importing.imported import ImportedFile
from softanswer.replies.orders.order import Buyer, Marketplace, Order, OrderLine, Shipment, ShipTo
from softanswer.replies.orders.order_json import order_to_json
from softanswer.replies.orders.store import (
    SaveReport,
    find_by_number,
    find_orders,
    load_order,
    orders_of_address,
    other_people,
)
from softanswer.replies.orders.store import (
    save as save_in,
)
from softanswer.replies.orders.writing_store import KeptRows

NAMES = ("amazon-unshipped", "amazon-new-orders", "ebay-orders", "pirateship")


def save(db, imported: ImportedFile) -> SaveReport:
    return save_in(Transaction(db), imported)


def counts(report: SaveReport) -> tuple[int, int, int]:
    return report.imported, report.updated, report.unchanged


@pytest.mark.parametrize("name", NAMES)
def test_a_file_saved_twice_changes_nothing(name, db, sample):
    size = len(sample(name).orders) + len(sample(name).shipments)
    assert counts(save(db, sample(name))) == (size, 0, 0)
    before = contents(db)
    again = save(db, sample(name))
    assert counts(again) == (0, 0, size)
    assert again.touched == frozenset()
    assert contents(db) == before


def test_all_files_saved_twice_change_nothing(db, sample):
    for name in NAMES:
        save(db, sample(name))
    before = contents(db)
    assert [counts(save(db, sample(name)))[:2] for name in NAMES] == [(0, 0)] * 4
    assert contents(db) == before


@pytest.mark.parametrize("names", [NAMES, NAMES[::-1], ("pirateship", "ebay-orders")])
def test_parcels_join_their_orders_whichever_came_first(names, db, sample):
    for name in names:
        save(db, sample(name))
    joined = {
        parcel.order_id: file.order.order_id
        for order in sample("ebay-orders").orders
        for file in find_by_number(db, order.order_id)
        for parcel in file.shipments
    }
    assert joined == {
        number: number
        for number in (
            "14-12345-67890",
            "14-12346-00001",
            "21-12348-33333",
            "21-12349-44444",
            "27-12350-55555",
            "27-12351-66666",
        )
    }


@pytest.mark.parametrize("names", [NAMES[:2], NAMES[1::-1]])
def test_an_order_of_both_amazon_reports_is_one(names, db, sample):
    first, second = (save(db, sample(name)) for name in names)
    assert counts(first) == (7, 0, 0)
    assert counts(second) == (2, 5, 0)
    (file,) = find_by_number(db, "111-2223334-5556667")
    assert (file.order.currency, str(file.order.total)) == ("USD", "8.27")
    assert file.order.ship_by.isoformat() == "2026-11-19T07:59:59+00:00"
    assert file.order.items[0].title.endswith("[Hardcover] [1961] Grahame, K.")
    assert (file.order.items[0].qty_to_ship, str(file.order.items[0].amount)) == (1, "3.99")


def order(number: str = "SA-1041", **facts) -> Order:
    facts.setdefault("ordered_at", date(2026, 11, 2))
    facts.setdefault("ship_to", ShipTo(name="Ann Reader", postal="45402"))
    return Order(number, "shop", Marketplace.OWN, (OrderLine("A Title"),), **facts)


def parcel(**facts) -> Shipment:
    facts = {
        "order_id": None,
        "tracking": "9400111899223197428114",
        "recipient": "ANN READER",
        "postal": "45402-1234",
        "created": date(2026, 11, 4),
    } | facts
    return Shipment(
        "pirateship", carrier="USPS", service="Media Mail", shipped_on=date(2026, 11, 4), **facts
    )


def orders_file(*orders: Order, as_of: date | None = None) -> ImportedFile:
    return ImportedFile("shop", "utf-8", orders=orders, as_of=as_of)


def parcels_file(*parcels: Shipment, as_of: date | None = None) -> ImportedFile:
    return ImportedFile("pirateship", "utf-8", shipments=parcels, as_of=as_of)


def parcels_of(db, number: str) -> int:
    (file,) = find_by_number(db, number)
    return len(file.shipments)


@pytest.mark.parametrize("typed", ["SA-1041", " sa-1041 ", "#SA-1041", "order SA-1041"])
def test_a_typed_number_is_matched_loosely(typed, db):
    save(db, orders_file(order()))
    save(db, parcels_file(parcel(order_id=typed, recipient="Somebody Else")))
    assert parcels_of(db, "SA-1041") == 1


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize(
    ("facts", "joined"),
    [
        ({}, 1),
        ({"recipient": "Ann Raeder"}, 0),
        ({"postal": "45403"}, 0),
        ({"order_id": "3300000006"}, 0),  # names another order
        ({"order_id": "1001"}, 1),  # the record number
        ({"created": date(2026, 11, 1)}, 1),
        ({"created": date(2026, 10, 31)}, 0),
        ({"created": date(2026, 12, 17)}, 1),
        ({"created": date(2026, 12, 18)}, 0),
    ],
)
def test_without_its_number_a_parcel_joins_by_name_postal_code_and_day(
    facts, joined, is_first, db
):
    files = [
        orders_file(order(extra={"sales_record": "1001"})),
        parcels_file(parcel(**facts)),
    ]
    for imported in files if is_first else files[::-1]:
        save(db, imported)
    assert parcels_of(db, "SA-1041") == joined


@pytest.mark.parametrize("is_first", [True, False])
def test_a_parcel_of_one_of_two_orders_is_left_alone(is_first, db):
    files = [orders_file(order("SA-1041"), order("SA-1042")), parcels_file(parcel())]
    for imported in files if is_first else files[::-1]:
        save(db, imported)
    assert (parcels_of(db, "SA-1041"), parcels_of(db, "SA-1042")) == (0, 0)


def test_a_parcel_joins_by_the_tracking_number_of_the_order(db):
    save(db, parcels_file(parcel(recipient="Somebody Else")))
    save(db, orders_file(order(tracking=("9400111899223197428114",))))
    assert parcels_of(db, "SA-1041") == 1


def test_a_corrected_number_moves_the_parcel(db):
    save(db, orders_file(order("SA-1041"), order("SA-1042")))
    save(db, parcels_file(parcel(order_id="SA-1041")))
    report = save(db, parcels_file(parcel(order_id="SA-1042"), as_of=date(2026, 11, 6)))
    assert counts(report) == (0, 1, 0)
    assert (parcels_of(db, "SA-1041"), parcels_of(db, "SA-1042")) == (0, 1)
    assert len(report.touched) == 2


def test_a_refunded_label_is_the_same_label_without_its_number(db):
    save(db, orders_file(order()))
    bought = parcel(order_id="SA-1041", status="Purchased")
    save(db, parcels_file(bought, as_of=date(2026, 11, 4)))
    refunded = replace(bought, tracking=None, status="Refunded")
    assert counts(save(db, parcels_file(refunded, as_of=date(2026, 11, 5)))) == (0, 1, 0)
    (file,) = find_by_number(db, "SA-1041")
    assert [s.status for s in file.shipments] == ["Refunded"]
    assert file.shipment is None


def test_two_labels_alike_are_two(db):
    twice = parcels_file(parcel(tracking=None), parcel(tracking=None))
    assert counts(save(db, twice)) == (2, 0, 0)
    assert counts(save(db, twice)) == (0, 0, 2)


def test_an_older_export_fills_but_moves_nothing_back(db):
    new = order(service="Expedited", shipped_at=date(2026, 11, 5), currency=None)
    old = order(service="Standard", shipped_at=None, currency="USD")
    save(db, orders_file(new, as_of=date(2026, 11, 9)))
    assert counts(save(db, orders_file(old, as_of=date(2026, 11, 3)))) == (0, 1, 0)
    (file,) = find_by_number(db, "SA-1041")
    assert (file.order.service, file.order.shipped_at) == ("Expedited", date(2026, 11, 5))
    assert file.order.currency == "USD"


def test_a_number_may_belong_to_two_marketplaces(db):
    other = replace(order("1041"), marketplace=Marketplace.ABEBOOKS)
    save(db, orders_file(order("1041"), other))
    assert {f.order.marketplace for f in find_by_number(db, "#1041")} == {
        Marketplace.OWN,
        Marketplace.ABEBOOKS,
    }


def test_the_orders_of_an_address_come_newest_first_with_those_of_its_parcels(db):
    def placed(number: str, day: date, email: str | None) -> Order:
        return order(number, ordered_at=day, buyer=Buyer(email=email))

    save(
        db,
        orders_file(
            placed("SA-1", date(2026, 10, 1), "Ann@Example.com"),
            placed("SA-2", date(2026, 11, 1), "ann@example.com"),
            placed("SA-3", date(2026, 10, 15), None),
            placed("SA-4", date(2026, 10, 16), "other@example.com"),
        ),
    )
    save(db, parcels_file(parcel(order_id="SA-3", email="ANN@example.com")))
    found = [file.order.order_id for file in orders_of_address(db, " ann@EXAMPLE.com")]
    assert found == ["SA-2", "SA-3", "SA-1"]


def test_an_order_that_is_not_there_says_so(db):
    with pytest.raises(NoSuchRecordError, match="no order 7"):
        load_order(db, 7)


def test_an_order_is_loaded_as_it_was_saved(db, sample):
    for name in NAMES[:3]:
        save(db, sample(name))
    for wanted in sample("ebay-orders").orders:
        (file,) = find_by_number(db, wanted.order_id)
        assert file.order == wanted
        assert load_order(db, file.id) == file


def test_other_people_are_all_but_the_customer_of_the_order(db, sample):
    save(db, sample("ebay-orders"))
    (file,) = find_by_number(db, "27-12351-66666")
    others = other_people(db, file.id)
    assert others.names == {
        "Luis Marquez Ortega", "Pat O'Dowd", "Mei Tanabe", "Inga Sørlie", "GREG HANNAFORD",
    }  # fmt: skip
    assert "14 Larkspur Lane" not in others.streets
    assert "2200 Calle del Rio" in others.streets
    assert "4f0d1c2b3a@members.ebay.com" not in others.emails
    assert "14-12345-67890" not in others.order_numbers  # Ann's other order
    assert "14-12346-00001" in others.order_numbers


def test_without_an_order_everybody_is_another(db, sample):
    save(db, sample("ebay-orders"))
    assert "Ann Whitlock" in other_people(db, None).names
    assert len(other_people(db, None, limit=1).order_numbers) == 1


def test_raw_rows_of_each_source_are_kept(db, sample):
    for name in NAMES[:2]:
        save(db, sample(name))
    (raw,) = db.execute(
        "SELECT raw_rows FROM orders WHERE order_id = '111-2223334-5556667'"
    ).fetchone()
    kept = KeptRows(db).of(raw)
    assert {source: rows[0]["order-id"] for source, rows in kept.items()} == dict.fromkeys(
        NAMES[:2], "111-2223334-5556667"
    )
    assert kept["amazon-unshipped"][0]["reporting-date"] == "2026-11-16T23:10:02+00:00"
    assert kept["amazon-new-orders"][0]["item-price"] == "3.99"
    assert all(cell for rows in kept.values() for row in rows for cell in row.values())


def test_a_later_export_with_later_dates_updates(db):
    save(db, orders_file(order(ship_by=date(2026, 11, 5)), as_of=date(2026, 11, 3)))
    later = orders_file(order(ship_by=date(2026, 11, 6)), as_of=date(2026, 11, 3) + timedelta(1))
    assert counts(save(db, later)) == (0, 1, 0)
    assert find_by_number(db, "SA-1041")[0].order.ship_by == date(2026, 11, 6)


def older(path, mark: str) -> sqlite3.Connection:
    """A store as it was before the migration with this text in it."""
    step = next(i for i, sql in enumerate(migrations()) if mark in sql)
    old = sqlite3.connect(path, isolation_level=None)
    old.row_factory = sqlite3.Row
    migrate(old, migrations()[:step], path)
    return old


def test_what_orders_of_an_older_store_are_found_by_is_carried_over(tmp_path):
    path = tmp_path / "old.sqlite3"
    old = older(path, "VIRTUAL TABLE order_tokens")
    mine = replace(
        order("SA-7"),
        buyer=Buyer(name="Ann O'Hara", email='o"hara@home.example'),
        ship_to=ShipTo(name="Ann O'Hara", street=("4 Quay Row",), postal="al3 7ru"),
    )
    document = json.dumps(order_to_json(mine))
    found_by = [
        ["email", 'o"hara@home.example'],
        ["name_postal", "ann o hara|AL37RU"],
        ["number", "sa-7"],
    ]
    raw = '{"shop": [{"Number": "SA-7", "Buyer": "Ann"}]}'
    for row, number in ((7, "SA-7"), (9, "SA-9")):
        old.execute(
            "INSERT INTO orders (id, marketplace, order_id, source, ordered_on, as_of, document,"
            " raw_rows, found_by) VALUES (?, 'own', ?, 'shop', '', '', ?, ?, ?)",
            (row, number, document, raw, json.dumps(found_by if row == 7 else [])),
        )
    old.execute("INSERT INTO order_words VALUES ('ann hara', 'soup book')")
    old.execute("UPDATE order_words SET rowid = 7")
    old.close()
    new = open_for_writing(path)
    (tokens,) = new.execute("SELECT tokens FROM orders WHERE id = 7").fetchone()
    expected = {"dAL37R|4", 'eo"hara@home.example', "pann\u00a0o\u00a0hara|AL37RU", "nsa-7"}
    assert set(tokens.split(" ")) == expected | {"wann", "whara", "bsoup", "bbook"}
    assert [file.id for file in orders_of_address(new, 'O"Hara@home.example')] == [7]
    assert [file.id for file in find_orders(new, "soup hara")] == [7]
    kept = KeptRows(new).of(raw)["shop"]
    assert kept == [{"Number": "SA-7", "Buyer": "Ann"}]
    save(new, orders_file(replace(mine, currency="USD", buyer=Buyer(username="annreads"))))
    assert [file.id for file in find_orders(new, "annreads")] == [7]
    new.execute("DELETE FROM orders")
    assert find_orders(new, "soup") == find_orders(new, "sa-7") == ()
    new.close()


def test_written_orders_are_told_and_unchanged_ones_are_not(db, sample):
    first, second = Transaction(db), Transaction(db)
    report = save_in(first, sample("ebay-orders"))
    assert first.change_set().records == {RecordKind.ORDER: report.touched}
    save_in(second, sample("ebay-orders"))
    assert not second.change_set()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("14-12345-67890", ["14-12345-67890"]),
        ("14-1234", ["14-12347-22222", "14-12346-00001", "14-12345-67890"]),
        (" #1004 ", ["21-12348-33333"]),
        ("9405511899", ["14-12346-00001"]),
        ("9405 5118 99", ["14-12346-00001"]),
        ("survey", ["21-12348-33333"]),
        ("soup ann", ["27-12351-66666"]),
        ("whitlock", ["27-12351-66666", "14-12345-67890"]),
        ("whitlock wind", ["14-12345-67890"]),
        ("sørl", ["21-12349-44444"]),
        ("mei", ["21-12348-33333"]),
        ("oslo_reader", ["21-12349-44444"]),
        ("ab12cd34ef@mem", ["21-12349-44444"]),
        ("whitlock surveying", []),
        ("nobody", []),
        ("", []),
        ("%", []),
    ],
)
def test_orders_are_found_while_their_number_name_or_title_is_typed(typed, found, db, sample):
    save(db, sample("ebay-orders"))
    assert [file.order.order_id for file in find_orders(db, typed)] == found


def test_the_words_of_an_older_store_move_to_the_new_table(tmp_path, sample):
    path = tmp_path / "old.sqlite3"
    old = older(path, "order_words USING fts5")
    old.execute(
        "INSERT INTO orders VALUES (7, 'own', 'SA-7', 'shop', '', '',"
        """ '{"order_id": "SA-7", "items": [{"title": "Soup Book"}]}', '{}')"""
    )
    words = [("name_word", "ann"), ("title_word", "soup"), ("title_word", "book")]
    old.executemany("INSERT INTO order_keys VALUES (7, ?, ?)", words)
    old.close()
    new = open_for_writing(path)
    assert [f.order.order_id for f in find_orders(new, "soup book")] == ["SA-7"]
    new.execute("DELETE FROM orders")
    assert find_orders(new, "soup book") == ()
    new.close()
