from __future__ import annotations

import pytest

from softanswer.replies.orders.importing.importer import read_orders
from softanswer.replies.orders.order import Marketplace
from softanswer.replies.orders.order_json import order_to_json

HEADER = (
    "order-id\torder-item-id\tpurchase-date\tpayments-date\tbuyer-email\tsku\tproduct-name"
    "\tquantity-purchased\tcurrency\titem-price\titem-tax\tshipping-price\tshipping-tax"
)
ROW = (
    "111-0000001-0000001\t1\t2026-10-06T14:18:23-07:00\t2026-10-06T14:18:23-07:00"
    "\tabcdefghij1234@marketplace.amazon.com\tBK-1\tA Title\t1\tUSD\t3.99\t0.29\t3.99\t0.00"
)


def new_orders(*rows: str, header: str = HEADER):
    return read_orders("\r\n".join((header, *rows, "")).encode())


def test_both_reports_are_orders_of_amazon():
    assert new_orders(ROW).orders[0].marketplace is Marketplace.AMAZON
    assert new_orders(ROW).orders[0].source == "amazon-new-orders"


@pytest.mark.parametrize(
    ("column", "cell", "why"),
    [
        ("order-id", "", "order-id is empty"),
        ("purchase-date", "2026-13-40", "purchase-date is '2026-13-40', which is no date"),
        ("quantity-purchased", "one", "quantity-purchased is 'one', which is no whole number"),
        ("item-price", "12x0", "item-price is '12x0', which is no amount"),
        ("item-tax", "x" * 60, f"item-tax is '{'x' * 40}...', which is no amount"),
    ],
)
def test_a_row_with_a_bad_cell_is_named_and_the_rest_is_read(column, cell, why):
    cells = ROW.replace("111-0000001", "111-0000002").split("\t")
    cells[HEADER.split("\t").index(column)] = cell
    found = new_orders(ROW, "\t".join(cells), ROW.replace("111-0000001", "111-0000003"))
    assert [(r.line, r.why) for r in found.rejected] == [(3, why)]
    assert [o.order_id for o in found.orders] == ["111-0000001-0000001", "111-0000003-0000001"]


def test_rows_of_the_wrong_width_are_named():
    short = "\t".join(ROW.split("\t")[:5])
    found = new_orders(short, f"{ROW}\tmore", ROW)
    assert [(r.line, r.why) for r in found.rejected] == [
        (2, "it has 5 cells, but the header has 13"),
        (3, "it has 14 cells, but the header has 13"),
    ]
    assert len(found.orders) == 1


def test_a_file_that_ends_in_the_middle_of_a_row_says_so():
    found = read_orders(f"{HEADER}\n{ROW}\n{ROW[:60]}".encode())
    assert [(r.line, r.why) for r in found.rejected] == [
        (3, "the file ends in the middle of it: 4 of 13 cells")
    ]


def test_an_order_with_an_unreadable_line_has_no_sums():
    second = ROW.replace("\t1\t2026", "\t2\t2026")
    whole = new_orders(ROW, second).orders[0]
    assert (str(whole.shipping), str(whole.tax), str(whole.total)) == ("7.98", "0.58", "16.54")
    partial = new_orders(ROW, second.replace("A Title\t1", "A Title\tx")).orders[0]
    assert (partial.shipping, partial.tax, partial.total) == (None, None, None)
    assert str(partial.items[0].amount) == "3.99"


def test_a_line_that_stands_twice_counts_once():
    found = new_orders(ROW, HEADER, ROW)
    assert len(found.orders[0].items) == 1
    assert str(found.orders[0].total) == "8.27"


def test_gift_wrap_adds_to_the_total_and_a_discount_lowers_it_with_either_sign():
    header = f"{HEADER}\tgift-wrap-price\tgift-wrap-tax\titem-promotion-discount"
    for discount in ("1.00", "-1.00"):
        order = new_orders(f"{ROW}\t2.00\t0.10\t{discount}", header=header).orders[0]
        assert str(order.total) == "9.37"


def test_without_price_columns_no_sum_is_known():
    header = "\t".join(HEADER.split("\t")[:8])
    order = new_orders("\t".join(ROW.split("\t")[:8]), header=header).orders[0]
    assert (order.total, order.currency, order.items[0].amount) == (None, None, None)


def test_a_byte_order_mark_capitals_and_blanks_in_the_header_do_not_matter():
    header = "\ufeff" + HEADER.replace("order-id", " Order-ID ").replace("sku", "SKU")
    found = new_orders(ROW, header=header)
    assert found.encoding == "utf-8-sig"
    assert order_to_json(found.orders[0]) == order_to_json(new_orders(ROW).orders[0])


def test_unknown_columns_are_kept_raw():
    found = new_orders(f"{ROW}\tsome value", header=f"{HEADER}\tnew-column-of-2027")
    assert found.order_rows[0][0]["new-column-of-2027"] == "some value"


def test_the_unshipped_report_with_price_columns_stays_the_unshipped_report():
    found = new_orders(f"{ROW}\t1", header=f"{HEADER}\tquantity-to-ship")
    assert found.format == "amazon-unshipped"
    assert str(found.orders[0].total) == "8.27"


def test_ids_keep_their_leading_zeros():
    found = new_orders(ROW.replace("BK-1", "000458").replace("\t1\t2026", "\t007\t2026"))
    line = found.orders[0].items[0]
    assert (line.sku, line.line_id) == ("000458", "007")


def test_a_report_saved_as_csv_by_a_spreadsheet_is_read_with_quotes():
    rows = [",".join(HEADER.split("\t")), ROW.replace("A Title", '"Tales, ""two"""')]
    found = read_orders("\n".join([rows[0], rows[1].replace("\t", ",")]).encode())
    assert found.orders[0].items[0].title == 'Tales, "two"'


def test_a_report_that_a_program_put_into_quotes_is_read_without_them():
    quoted = [
        "\t".join(f'"{cell}"' for cell in line.split("\t"))
        for line in (HEADER, ROW.replace("A Title", '""Tales"", two'))
    ]
    (order,) = read_orders("\n".join(quoted).encode()).orders
    assert (order.order_id, order.items[0].title) == ("111-0000001-0000001", '"Tales", two')
