from __future__ import annotations

import pytest

from softanswer.replies.orders.importing.importer import read_orders
from softanswer.replies.orders.order import Marketplace

COLUMNS = (
    "Sales Record Number", "Order Number", "Buyer Username", "Buyer Name", "Ship To Name",
    "Ship To Zip", "Item Number", "Item Title", "Quantity", "Sold For", "Shipping And Handling",
    "eBay Collected Tax", "Total Price", "Sale Date", "Paid On Date", "Tracking Number",
    "Transaction ID",
)  # fmt: skip
SINGLE = {
    "Sales Record Number": "1001",
    "Order Number": "14-00001-00001",
    "Buyer Username": "reader",
    "Ship To Name": "Ann Reader",
    "Ship To Zip": "01040",
    "Item Number": "325550001111",
    "Item Title": "One Book",
    "Quantity": "1",
    "Sold For": "$7.50",
    "Shipping And Handling": "$4.00",
    "eBay Collected Tax": "$0.50",
    "Total Price": "$12.00",
    "Sale Date": "Nov-03-26",
    "Transaction ID": "1007",
}


def report(*rows: dict[str, str], columns=COLUMNS, delimiter=",", footer=True):
    frame = delimiter * (len(columns) - 1)
    lines = [frame, delimiter.join(columns), frame]
    lines += [delimiter.join(row.get(column, "") for column in columns) for row in rows]
    if footer:
        lines += [
            "",
            f"{len(rows)},record(s) downloaded, from Oct-01-26 to Nov-08-26",
            "Seller ID : larkspur_books",
        ]
    return read_orders("\n".join(lines).encode())


def test_the_frame_of_the_file_is_no_row():
    found = report(SINGLE)
    assert found.rejected == ()
    assert [o.order_id for o in found.orders] == ["14-00001-00001"]
    assert found.orders[0].marketplace is Marketplace.EBAY


def test_a_row_that_is_cut_is_no_frame():
    found = read_orders(f"{','.join(COLUMNS)}\n1003,14-1\n1003,\n".encode())
    assert [r.line for r in found.rejected] == [2, 3]


SUMMARY = {
    **SINGLE,
    "Item Number": "",
    "Item Title": "",
    "Transaction ID": "",
    "Quantity": "2",
    "Sold For": "",
    "Total Price": "$24.00",
    "Paid On Date": "",
}
FIRST = {**SINGLE, "Ship To Name": "", "Ship To Zip": "", "Total Price": "$7.50",
         "Shipping And Handling": "$0.00", "eBay Collected Tax": ""}  # fmt: skip
SECOND = {**FIRST, "Item Title": "Other", "Transaction ID": "1008", "Paid On Date": "Nov-04-26"}


@pytest.mark.parametrize("rows", [(SUMMARY, FIRST, SECOND), (FIRST, SECOND, SUMMARY)])
def test_the_rows_of_one_record_are_one_order(rows):
    (order,) = report(*rows).orders
    assert {line.title for line in order.items} == {"One Book", "Other"}
    assert order.ship_to.postal == "01040"
    assert (str(order.shipping), str(order.total)) == ("4.00", "24.00")
    assert order.paid_at.isoformat() == "2026-11-04"


def test_an_item_row_without_the_order_number_belongs_to_its_record():
    (order,) = report(SUMMARY, {**FIRST, "Order Number": ""}).orders
    assert [line.line_id for line in order.items] == ["1007"]


def test_without_its_summary_row_a_damaged_order_has_no_sums():
    found = report({**SUMMARY, "Total Price": "x"}, FIRST, SECOND)
    assert [r.why for r in found.rejected] == ["Total Price is 'x', which is no amount"]
    assert (found.orders[0].total, found.orders[0].shipping) == (None, None)
    assert len(found.orders[0].items) == 2


def test_a_purchase_without_an_order_number_is_named():
    found = report(SINGLE, {**SINGLE, "Sales Record Number": "1002", "Order Number": ""})
    assert [(r.line, r.why) for r in found.rejected] == [
        (5, "it has no order number; eBay gives none while a purchase is not paid for")
    ]


@pytest.mark.parametrize(
    ("total", "amount"),
    [("$19.50", "15.00"), ("$12.00", "7.50"), ("", "15.00")],
)
def test_the_total_of_a_row_tells_whether_the_price_is_that_of_one_copy(total, amount):
    (order,) = report({**SINGLE, "Quantity": "2", "Total Price": total}).orders
    assert str(order.items[0].amount) == amount


def test_several_tracking_numbers_are_kept_once_each():
    row = {**SINGLE, "Tracking Number": "9400 1118; LZ123456785US; 94001118"}
    (order,) = report(row).orders
    assert order.tracking == ("94001118", "LZ123456785US")


def test_the_british_report_is_read():
    renamed = {
        "Ship To Name": "Post to name",
        "Ship To Zip": "Post to postcode",
        "Shipping And Handling": "Postage and packaging",
    }
    columns = tuple(renamed.get(c, c[0] + c[1:].lower()) for c in COLUMNS)
    row = {renamed.get(c, c[0] + c[1:].lower()): v.replace("$", "£") for c, v in SINGLE.items()}
    (order,) = report(row, columns=columns).orders
    assert (order.ship_to.name, order.ship_to.postal) == ("Ann Reader", "01040")
    assert (order.currency, str(order.shipping)) == ("GBP", "4.00")


def test_the_german_report_is_read():
    columns = (
        "Verkaufsprotokollnummer", "Bestellnummer", "Gesamtbetrag", "Verkauft am", "Zahlungsdatum",
        "Nutzername des Käufers", "Name des Käufers",
    )  # fmt: skip
    cells = ("1", "23-12345-12345", "1.116,99 €", "10-Dez-25", "11-Dez-25", "leser", "--")
    (order,) = report(
        dict(zip(columns, cells, strict=True)), columns=columns, delimiter=";"
    ).orders
    assert (order.order_id, str(order.total), order.currency) == (
        "23-12345-12345",
        "1116.99",
        "EUR",
    )
    assert (order.ordered_at.isoformat(), order.paid_at.isoformat()) == (
        "2025-12-10",
        "2025-12-11",
    )
    assert (order.buyer.username, order.buyer.name) == ("leser", None)


def test_renamed_columns_in_the_wild_are_read():
    renamed = {"Order Number": "Order ID", "Buyer Username": "Buyer User ID",
               "Sold For": "Item Price", "Sale Date": "Order Date"}  # fmt: skip
    columns = tuple(renamed.get(c, c) for c in COLUMNS)
    (order,) = report({renamed.get(c, c): v for c, v in SINGLE.items()}, columns=columns).orders
    assert (order.buyer.username, str(order.items[0].amount)) == ("reader", "7.50")
    assert order.ordered_at.isoformat() == "2026-11-03"


def test_local_times_stay_without_a_zone():
    (order,) = report({**SINGLE, "Sale Date": "Sep-30-26 23:45:00"}).orders
    assert order.ordered_at.isoformat() == "2026-09-30T23:45:00"


def test_rows_without_a_record_number_stay_apart():
    bare = {**SINGLE, "Sales Record Number": ""}
    other = {**bare, "Order Number": "14-00002-00002"}
    found = report(bare, other, {**bare, "Order Number": ""})
    assert [o.order_id for o in found.orders] == ["14-00001-00001", "14-00002-00002"]
    assert [r.why for r in found.rejected] == [
        "it has neither a sales record number nor an order number"
    ]
