import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from letters import order_file

from softanswer.replies.orders.exporting import COLUMNS, csv_lines, escaped
from softanswer.replies.orders.importing.importer import read_orders
from softanswer.replies.orders.importing.mapped import (
    ColumnMapping,
    guess_columns,
    layout_of,
    read_table,
)
from softanswer.replies.orders.order import Buyer, OrderLine

TODAY = date(2026, 11, 19)


def rows(*files):
    return list(csv.DictReader("".join(csv_lines(files, TODAY)).splitlines()))


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("a=b", "a=b"),
        ("", ""),
        ("'x", "'x"),
    ],
)
def test_no_cell_is_taken_for_a_formula(cell, safe):
    assert escaped(cell) == safe


def test_every_book_has_its_line_with_what_is_known():
    books = (OrderLine("One", condition="Good", amount=Decimal("3.10")), OrderLine("Two", qty=2))
    one, two = rows(order_file(items=books))
    assert (one["title"], one["condition"], one["amount"]) == ("One", "Good", "3.10")
    assert (two["title"], two["copies"], two["amount"]) == ("Two", "2", "")
    assert one["order id"] == two["order id"] == "14-20731-55812"
    assert (one["posted"], one["delivery"], one["total"]) == ("2026-11-03", "inside", "21.85")
    assert tuple(one) == COLUMNS


def test_foreign_text_keeps_its_cell_and_does_nothing():
    evil = order_file(buyer=Buyer('=HYPERLINK("http://x","y")\nB'), items=(OrderLine('a,"b"'),))
    text = "".join(csv_lines([evil], TODAY))
    _, row = csv.reader(text.splitlines(keepends=True))
    assert row[COLUMNS.index("buyer")].startswith("'=HYPERLINK(")
    assert row[COLUMNS.index("title")] == 'a,"b"'


def test_lines_end_as_spreadsheets_want_them_and_an_order_without_books_stays():
    lines = list(csv_lines([order_file(items=())], TODAY))
    assert [line.endswith("\r\n") for line in lines] == [True, True]


def test_what_only_mail_knows_is_marked_and_left_out_when_it_comes_back():
    from_mail = replace(order_file(9, order_id="14-20731-99999"), is_confirmed=False)
    data = "".join(csv_lines([order_file(), from_mail], TODAY)).encode()
    assert [row["confirmed in soft answer"] for row in rows(order_file(), from_mail)] == [
        "yes",
        "no",
    ]
    table = read_table(data, "orders.csv")
    mapping = ColumnMapping("Ours", table.columns, guess_columns(table.columns))
    found = read_orders(data, "orders.csv", [layout_of(mapping)])
    assert [order.order_id for order in found.orders] == ["14-20731-55812"]
    [left_out] = found.rejected
    assert (left_out.line, "known only from mail" in left_out.why) == (3, True)


def test_a_table_of_somebody_else_needs_no_such_column():
    data = b"Order,Title,Confirmed\r\n55,A book,no\r\n"
    table = read_table(data, "x.csv")
    mapping = ColumnMapping("Theirs", table.columns, guess_columns(table.columns))
    found = read_orders(data, "x.csv", [layout_of(mapping)])
    assert [order.order_id for order in found.orders] == ["55"]
