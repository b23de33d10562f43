"""Each layout in all the forms that sellers' files have: imported, or rejected by line."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from order_exports import (
    AMAZON,
    EBAY_BRITISH,
    EBAY_GERMAN,
    NAMES,
    Table,
    facts,
    main_count,
    shuffled,
    table_of,
    whole_count,
)
from store_contents import contents

from softanswer.mailbox.store.writer import Transaction
from softanswer.replies.errors import ImportCancelledError, OrderFileError, UnknownLayoutError
from softanswer.replies.orders.importing.importer import LAYOUTS, OrderExport, read_orders
from softanswer.replies.orders.importing.layouts import folded
from softanswer.replies.orders.importing.progress import watched
from softanswer.replies.orders.store import save, save_parts

each_layout = pytest.mark.parametrize("name", NAMES)


def import_(db, imported):
    db.execute("BEGIN")
    report = save(Transaction(db), imported)
    db.execute("COMMIT")
    return report


@each_layout
def test_the_plain_form_is_read_whole(name):
    found = table_of(name).read()
    assert (found.format, found.rejected) == (name, ())
    assert main_count(found) == 3


@each_layout
def test_importing_twice_changes_nothing(name, db):
    imported = table_of(name).read()
    first = import_(db, imported)
    before = contents(db)
    second = import_(db, table_of(name).read())
    count = whole_count(imported)
    assert (first.imported, first.updated) == (count, 0)
    assert (second.imported, second.updated, second.unchanged) == (0, 0, count)
    assert second.touched == frozenset()
    assert contents(db) == before


FORMS = {
    "shuffled columns": lambda t: shuffled(t, 7),
    "padded names and cells": lambda t: replace(
        t,
        header=tuple(f"  {name} " for name in t.header),
        rows=tuple(tuple(f" {cell} " for cell in row) for row in t.rows),
    ),
    "capitals": lambda t: replace(t, header=tuple(name.upper() for name in t.header)),
    "unknown columns": lambda t: replace(
        t, header=("New", *t.header), rows=tuple(("x", *row) for row in t.rows)
    ),
    "a column twice": lambda t: replace(
        t, header=(*t.header, t.header[0]), rows=tuple((*row, "x") for row in t.rows)
    ),
    "empty columns behind": lambda t: replace(t, rows=tuple((*row, "", "") for row in t.rows)),
    "semicolons": lambda t: replace(t, delimiter=";", quoting=True),
    "commas": lambda t: replace(t, delimiter=",", quoting=True),
    "tabs": lambda t: replace(t, delimiter="\t", quoting=False, footer=()),
    "Unix line ends": lambda t: replace(t, line_end="\n"),
    "old Mac line ends": lambda t: replace(t, line_end="\r"),
    "doubled line ends": lambda t: replace(t, line_end="\r\r\n"),
    "lines before it": lambda t: replace(
        t, preamble=("Orders of Quill Books", "made on 8 November", "", *t.preamble)
    ),
    "a line that names the separator": lambda t: replace(
        t, delimiter=";", quoting=True, preamble=("sep=;",)
    ),
    "empty lines between": lambda t: replace(
        t, rows=tuple(r for row in t.rows for r in (row, ("",) * len(t.header)))
    ),
    "the header repeated": lambda t: replace(t, rows=(*t.rows[:2], t.header, *t.rows[2:])),
    "all lines twice": lambda t: replace(t, rows=(*t.rows, t.header, *t.rows)),
}


@each_layout
@pytest.mark.parametrize("form", FORMS)
def test_the_form_of_a_file_does_not_change_what_it_says(name, form, db):
    table = table_of(name)
    found = FORMS[form](table).read()
    assert found.rejected == ()
    assert facts(found) == facts(table.read())
    import_(db, table.read())
    assert import_(db, found).updated == 0


@each_layout
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be",
                                   "cp1252", "iso-8859-1"])  # fmt: skip
def test_the_encoding_of_a_file_does_not_change_what_it_says(name, codec):
    found = table_of(name).read(codec)
    assert found.rejected == ()
    assert facts(found) == facts(table_of(name).read())


KANA = "ｼﾝﾁｮｳ文庫 吾輩は猫である ﾅﾂﾒ ｿｳｾｷ"  # half-width kana beside kanji
PLAIN_KANA = "ﾜｶﾞﾊｲﾊ ﾈｺﾃﾞｱﾙ"


@pytest.mark.parametrize("name", [name for name in NAMES if name != "alibris-status"])
@pytest.mark.parametrize("title", [KANA, PLAIN_KANA])
def test_half_width_kana_are_read_as_japan_writes_them(name, title):
    table = table_of(name)
    words = {cell for row in table.rows for cell in row if any(map(str.isalpha, cell))}
    names = {word for word in words if not word.isascii()}
    assert names
    written = replace(
        table,
        rows=tuple(tuple(title if cell in names else cell for cell in row) for row in table.rows),
    )
    found = written.read("cp932")
    assert found.encoding == "cp932"
    assert found.rejected == ()
    assert title in str(facts(found))


OPTIONAL = [
    (layout.name, field)
    for layout in LAYOUTS
    for field in layout.columns
    if any(field not in signature for signature in layout.signatures)
]


@pytest.mark.parametrize(("name", "field"), OPTIONAL)
def test_a_missing_column_gives_unknown_and_rejects_nothing(name, field):
    table = table_of(name)
    layout = next(one for one in LAYOUTS if one.name == name)
    here = [c for c in table.header if folded(c) in layout.columns[field]]
    rest = table.without(*here)
    if not layout.fits(rest.header):
        with pytest.raises(UnknownLayoutError):
            rest.read()
        return
    found = rest.read()
    assert found.rejected == ()
    assert main_count(found) == 3


DAMAGE = {
    "NUL byte": (lambda cells, place: (cells[place] + "\0", 0), "NUL"),
    "a cell of 300 kB": (lambda cells, place: ("x" * 300_000, 0), "characters"),
    "short": (lambda cells, place: (None, -2), "cells, but the header has"),
    "long": (lambda cells, place: (None, 2), "cells, but the header has"),
}


def damaged(table: Table, kind: str, row: int) -> Table:
    change, _ = DAMAGE[kind]
    cells = table.rows[row]
    place = table.header.index("sku" if "sku" in table.header else table.header[-1])
    cell, width = change(cells, place)
    if cell is not None:
        return table.with_cell(table.header[place], cell, row)
    new = (*cells, "x", "y") if width > 0 else cells[: len(cells) + width]
    return replace(table, rows=(*table.rows[:row], new, *table.rows[row + 1 :]))


@each_layout
@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_row_is_named_by_line_and_the_others_are_read(name, kind, db):
    table = table_of(name)
    found = damaged(table, kind, 0).read()
    line = 2 + len(table.preamble)
    ((rejected),) = found.rejected
    assert rejected.line == line
    assert DAMAGE[kind][1] in rejected.why
    assert main_count(found) == 2
    assert import_(db, found).imported == whole_count(found)


DATE_COLUMNS = {
    "amazon-unshipped": "purchase-date",
    "amazon-new-orders": "payments-date",
    "ebay-orders": "Sale Date",
    "pirateship": "Ship Date",
    "amazon-all-orders": "purchase-date",
    "amazon-shipments": "shipment-date",
    "abebooks-orders": "ORDERDATE",
    "etsy-sold-orders": "Sale Date",
    "etsy-sold-order-items": "Date Shipped",
    "shopify-orders": "Created at",
    "woocommerce-orders": "Order Date",
    "paypal-activity": "Date",
    "shipstation": "Date - Order Date",
}
each_dated_layout = pytest.mark.parametrize("name", DATE_COLUMNS)


@each_dated_layout
@pytest.mark.parametrize(
    "cell",
    ["2026-02-30", "Feb-30-26", "30.02.2026", "31/04/2026", "00/00/00", "99999-01-01",
     "2026-11-01T25:00:00Z"],
)  # fmt: skip
def test_an_impossible_date_rejects_its_line(name, cell):
    table = table_of(name)
    found = table.with_cell(DATE_COLUMNS[name], cell).read()
    assert [r.line for r in found.rejected] == [2 + len(table.preamble)]
    assert "which is no date" in found.rejected[0].why
    assert main_count(found) == 2


@each_dated_layout
def test_a_leap_day_is_a_date(name):
    assert table_of(name).with_cell(DATE_COLUMNS[name], "2028-02-29").read().rejected == ()


@each_dated_layout
@pytest.mark.parametrize(
    ("cells", "days"),
    [
        (("03/11/2026", "13/11/2026"), ("2026-11-03", "2026-11-13")),
        (("11/03/2026", "11/13/2026"), ("2026-11-03", "2026-11-13")),
        (("3.11.2026", "13.11.2026"), ("2026-11-03", "2026-11-13")),
    ],
)
def test_one_date_over_twelve_tells_the_order_of_all_dates(name, cells, days):
    table, column = table_of(name), DATE_COLUMNS[name]
    last = len(table.rows) - 1
    for row, cell in ((0, cells[0]), (last, cells[1])):
        table = table.with_cell(column, cell, row)
    found = table.read()
    assert found.rejected == ()
    assert all(day in str(facts(found)) for day in days)


@pytest.mark.parametrize("name", NAMES[:3])
def test_a_date_that_may_be_two_is_never_guessed(name):
    found = table_of(name).with_cell(DATE_COLUMNS[name], "03/11/2026").read()
    assert "may be two dates" in found.rejected[0].why
    assert len(found.rejected) == 1


@each_layout
@pytest.mark.parametrize("column", ["order-item-id", "Transaction ID", "Tracking Number"])
@pytest.mark.parametrize("cell", ["4.02E+13", "9,40011E+21", "9.4E21"])
def test_a_number_that_a_spreadsheet_has_cut_rejects_its_line(name, column, cell):
    table = table_of(name)
    if column not in table.header or (name, column) == ("ebay-orders", "Tracking Number"):
        return
    found = table.with_cell(column, cell).read()
    assert len(found.rejected) == 1
    assert "lost its last digits" in found.rejected[0].why


@pytest.mark.parametrize(
    ("cell", "amount"),
    [("12,50", "12.50"), ("1.116,99", "1116.99"), ("1 116,99 €", "1116.99"), ("-3,00", "-3.00"),
     ("\u22123.00", "-3.00"), ("¥1,200", "1200"), ("1'116.99", "1116.99")],
)  # fmt: skip
def test_amounts_are_read_as_their_cell_writes_them(cell, amount):
    found = table_of("amazon-new-orders").with_cell("item-price", cell).read()
    assert str(found.orders[0].items[0].amount) == amount


def test_the_german_report_says_what_the_american_says():
    american = table_of("ebay-orders")
    german = american.renamed(EBAY_GERMAN)
    for column, written in (("Verkauft am", "03-Nov-26"), ("Zahlungsdatum", "04-Nov-26"),
                            ("Verschickt am - Datum", "5.11.2026")):  # fmt: skip
        for row, cell in enumerate(german.cells(column)):
            german = german.with_cell(column, written if cell else "", row)
    for column in ("Verkauft für", "Verpackung und Versand", "Gesamtbetrag"):
        for row, cell in enumerate(german.cells(column)):
            swapped = cell.lstrip("$").translate(str.maketrans(",.", ".,"))
            german = german.with_cell(column, f"{swapped} €" if cell else "", row)
    german = replace(
        german, delimiter=";", preamble=(";" * 22,), footer=("", "3;Einträge", "Verkäufer : quill")
    )
    found = german.read()
    assert (found.rejected, {o.currency for o in found.orders}) == ((), {"EUR"})
    theirs = [fact | {"currency": "EUR"} for fact in facts(american.read())]
    assert facts(found) == theirs


def test_the_british_report_says_what_the_american_says():
    british = table_of("ebay-orders").renamed(EBAY_BRITISH)
    assert facts(british.read()) == facts(table_of("ebay-orders").read())


def test_lines_of_joined_ebay_files_count_once():
    table = table_of("ebay-orders")
    found = replace(table, rows=table.rows * 3).read()
    assert facts(found) == facts(table.read())
    assert [len(order.items) for order in found.orders] == [1, 2, 1]


@pytest.mark.parametrize(
    ("times", "zone_free"),
    [
        (("2026-11-01T01:30:00-07:00", "2026-11-01T01:30:00-08:00"), False),
        (("2026-11-01T01:30:00", "2026-11-01T01:30:00"), True),  # the hour that comes twice
        (("2026-03-08T02:30:00", "2026-03-08T02:30:00"), True),  # the hour that never is
    ],
)
def test_the_hours_of_a_clock_change_are_kept_as_written(times, zone_free, db):
    table = table_of("amazon-new-orders").with_cell("purchase-date", times[0])
    table = table.with_cell("purchase-date", times[1], 3)
    found = table.read()
    written = [order.ordered_at.isoformat() for order in (found.orders[0], found.orders[2])]
    assert written == list(times)
    assert (found.orders[0].ordered_at.tzinfo is None) is zone_free
    import_(db, found)
    assert import_(db, table.read()).unchanged == 3


@each_layout
@pytest.mark.parametrize(("data", "why"), [(b"", "is empty"), (b"\r\n \r\n", "is empty"),
                                           (b"\xff\xfe", "is empty")])  # fmt: skip
def test_an_empty_file_says_so(name, data, why):
    with pytest.raises(OrderFileError, match=why):
        read_orders(data, f"{name}.txt")


@each_layout
def test_a_header_alone_is_an_export_without_orders(name, db):
    found = replace(table_of(name), rows=()).read()
    assert (whole_count(found), found.rejected) == (0, ())
    report = import_(db, found)
    assert (report.imported, report.updated, report.unchanged) == (0, 0, 0)


@pytest.mark.parametrize("name", AMAZON)
def test_a_quotation_mark_in_a_tab_report_is_data(name):
    table = table_of(name).with_cell("product-name", '"Tales", the 5" plate')
    assert table.read().orders[0].items[0].title == '"Tales", the 5" plate'


@each_layout
@given(data=st.data())
@settings(max_examples=25, deadline=None)
def test_any_bytes_below_a_true_header_are_orders_or_rejected_lines(name, data):
    table = table_of(name)
    tail = data.draw(
        st.one_of(
            st.binary(max_size=600),
            st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")),
            st.lists(st.text(max_size=12), max_size=60).map(
                lambda cells: table.delimiter.join(cells).encode("utf-8", "surrogatepass")
            ),
        )
    )
    whole = replace(table, rows=table.rows[:1], footer=()).written() + tail
    try:
        found = read_orders(whole)
    except OrderFileError:
        return
    assert all(row.line >= 2 and row.why for row in found.rejected)


@given(data=st.binary(max_size=2000))
@settings(deadline=None)
def test_any_bytes_raise_nothing_but_the_errors_of_the_import(data):
    with pytest.raises(OrderFileError):
        read_orders(data)


@given(text=st.text(max_size=500), codec=st.sampled_from(["utf-8", "utf-16", "utf-16-le"]))
@settings(deadline=None)
def test_any_text_raises_nothing_but_the_errors_of_the_import(text, codec):
    with pytest.raises(OrderFileError):
        read_orders(text.encode(codec, "surrogatepass"))


def many(name: str, count: int) -> Table:
    """A file of many orders; of every seventh one a line stands far from the others."""
    table = table_of(name)
    number, line_id = table.header.index("order-id"), table.header.index("order-item-id")
    rows = [list(table.rows[i % 4]) for i in range(count)]
    for i, row in enumerate(rows):
        row[number] = f"111-{i // 2:07d}-0000000"
        row[line_id] = str(10**13 + i)
    far = rows[::7]
    rest = [row for i, row in enumerate(rows) if i % 7]
    return replace(table, rows=tuple(map(tuple, rest + far)))


@pytest.mark.parametrize("name", AMAZON)
@pytest.mark.parametrize("at_once", [1, 7, 50, 1000])
def test_a_file_that_is_read_in_parts_says_the_same(name, at_once):
    data = many(name, 200).written()
    whole = read_orders(data)
    parts = list(OrderExport(data).parts(at_once))
    found = {order.order_id: order for part in parts for order in part.orders}
    assert found == {order.order_id: order for order in whole.orders}
    assert sum(len(part.orders) for part in parts) == len(whole.orders) == 100
    assert {part.as_of for part in parts if part.orders} == {whole.as_of}
    assert (len(parts) > 2) is (at_once < 200)


def test_a_slashed_date_in_the_last_part_tells_the_order_of_the_first():
    table = many("amazon-new-orders", 100).with_cell("purchase-date", "03/11/2026", 0)
    table = table.with_cell("purchase-date", "13/11/2026", 99)
    parts = list(OrderExport(table.written()).parts(10))
    assert [row for part in parts for row in part.rejected] == []
    placed = {order.ordered_at for part in parts for order in part.orders}
    assert date(2026, 11, 3) in placed


def test_an_import_that_is_broken_off_keeps_nothing(db):
    export = OrderExport(many("amazon-new-orders", 100).written())
    told: list[int] = []
    parts = watched(export.parts(20), told.append, lambda: len(told) == 3)
    db.execute("BEGIN")
    with pytest.raises(ImportCancelledError, match="nothing of the file was kept"):
        save_parts(Transaction(db), parts)
    db.execute("ROLLBACK")
    assert told == sorted(told)
    assert 0 < told[0] < told[2] < 100
    assert db.execute("SELECT count(*) FROM orders").fetchone()[0] == 0


def test_parts_are_saved_as_one_file(db):
    data = many("amazon-new-orders", 200).written()
    db.execute("BEGIN")
    report = save_parts(Transaction(db), OrderExport(data).parts(30))
    db.execute("COMMIT")
    assert (report.imported, report.updated) == (100, 0)
    again = import_(db, read_orders(data))
    assert (again.imported, again.updated, again.unchanged) == (0, 0, 100)
