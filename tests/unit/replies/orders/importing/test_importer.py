from __future__ import annotations

import csv
import io
import random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from softanswer.replies.errors import OrderFileError, UnknownLayoutError
from softanswer.replies.orders.importing.importer import read_order_file, read_orders
from softanswer.replies.orders.importing.rows_json import rows_as_json

NAMES = (
    "amazon-unshipped", "amazon-new-orders", "ebay-orders", "pirateship", "amazon-all-orders",
    "abebooks-orders", "alibris-status", "etsy-sold-orders", "etsy-sold-order-items",
    "shopify-orders", "woocommerce-orders", "paypal-activity", "shipstation",
)  # fmt: skip


def as_json(imported):
    rows = {kind: found for kind, found in rows_as_json(imported).items() if found}
    return {"format": imported.format, "encoding": imported.encoding, **rows}


@pytest.mark.parametrize("name", NAMES)
def test_each_sample_gives_its_expected_json(name, sample, expected):
    assert as_json(sample(name)) == expected(name)
    assert sample(name).rejected == ()


@pytest.mark.parametrize("name", NAMES)
@given(rng=st.randoms(use_true_random=False))
@settings(max_examples=10, deadline=None)
def test_the_order_of_the_columns_does_not_matter(name, rng, sample_bytes, expected):
    shuffled = shuffle_columns(name, sample_bytes(name), rng)
    report = as_json(read_orders(shuffled))
    assert report | {"encoding": expected(name)["encoding"]} == expected(name)


def shuffle_columns(name: str, data: bytes, rng: random.Random) -> bytes:
    if name == "alibris-status":
        rows = [(*line.split("\t"), "")[:3] for line in data.decode().splitlines() if line]
        places = rng.sample(range(3), 3)
        return "\n".join("\t".join(row[p] for p in places) for row in rows).encode()
    if name.startswith("amazon"):
        codec = "cp1252" if name == "amazon-new-orders" else "utf-8"
        rows = [line.split("\t") for line in data.decode(codec).splitlines() if line]
        places = rng.sample(range(len(rows[0])), len(rows[0]))
        moved = "\r\n".join("\t".join(row[p] for p in places) for row in rows)
        return moved.encode(codec)
    codec = "iso-8859-1" if name == "abebooks-orders" else "utf-8-sig"
    rows = list(csv.reader(io.StringIO(data.decode(codec), newline="")))
    width = max(len(row) for row in rows)
    places = rng.sample(range(width), width)
    out = io.StringIO()
    csv.writer(out).writerows(
        [row[p] for p in places] if len(row) == width else row for row in rows
    )
    return out.getvalue().encode("utf-8")


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
@settings(max_examples=15, deadline=None)
def test_a_file_that_is_cut_anywhere_gives_only_true_orders(name, data, sample_bytes, sample):
    whole = sample_bytes(name)
    cut = whole[: data.draw(st.integers(len(whole) // 4, len(whole)))]
    try:
        found = read_orders(cut)
    except OrderFileError:
        return
    full = {order.order_id: order for order in sample(name).orders}
    for order in found.orders[:-1]:
        assert order == full[order.order_id]


@given(data=st.binary(max_size=400))
@example(data=b"%\x98\xb6\xe2")  # taken for a code in which "%" is a line feed
@settings(deadline=None)  # the detector of encodings is loaded once
def test_no_bytes_do_worse_than_an_error_for_the_seller(data):
    with pytest.raises(OrderFileError):
        read_orders(data)


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damage_anywhere_is_an_error_or_a_rejected_line(name, data, sample_bytes):
    whole = bytearray(sample_bytes(name))
    for _ in range(data.draw(st.integers(1, 20))):
        place = data.draw(st.integers(0, len(whole) - 1))
        whole[place] = data.draw(st.integers(0, 255))
    try:
        found = read_orders(bytes(whole))
    except OrderFileError:
        return
    lines = whole.count(b"\n") + whole.count(b"\r") + 1
    assert all(1 <= row.line <= lines and row.why for row in found.rejected)


@pytest.mark.parametrize(
    "header",
    [
        "Order Number,Order Date,Book Title,Buyer,Sale Price",
        "ABEPOID,ABEPOITEMID,STATUS,DATESHIPPED,TRACKINGNUMBER",
        "Name,Email,Total,Currency",
        "Print Date;Amount Paid;Recipient;Tracking #",
        '"Date","Time","TimeZone","Name","Type","Status","Currency","Gross"',
    ],
)
def test_an_unknown_layout_is_told_with_its_columns(header):
    delimiter = ";" if ";" in header else ","
    with pytest.raises(UnknownLayoutError, match="no columns of a known export") as error:
        read_orders(f"{header}\n1{delimiter}2\n".encode())
    assert error.value.columns == tuple(c.strip('"') for c in header.split(delimiter))


def test_a_file_that_is_not_there_says_so(tmp_path):
    with pytest.raises(OrderFileError, match="cannot be read: No such file"):
        read_order_file(tmp_path / "missing.csv")


def test_the_name_of_a_file_does_not_matter(sample_bytes):
    assert read_orders(sample_bytes("pirateship"), "amazon-new-orders.txt").format == "pirateship"


def test_a_header_without_rows_is_an_empty_export(sample_bytes):
    header = sample_bytes("amazon-unshipped").split(b"\r\n")[0]
    found = read_orders(header + b"\r\n")
    assert (found.format, found.orders, found.rejected) == ("amazon-unshipped", (), ())
    assert found.columns[0] == "order-id"
    assert len(found.columns) == 30


def test_all_cells_of_a_row_are_kept_as_they_were(sample):
    found = sample("amazon-unshipped")
    assert len(found.order_rows) == len(found.orders)
    assert found.order_rows[0][0]["verge-of-lateShipment"] == "true"
    assert found.order_rows[1][1]["order-item-id"] == "40219988776702"


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("amazon-unshipped", "2026-11-20"),
        ("amazon-new-orders", "2026-11-01"),
        ("ebay-orders", "2026-11-09"),
        ("pirateship", "2026-11-19"),
    ],
)
def test_a_file_is_as_old_as_its_newest_day(name, day, sample):
    assert sample(name).as_of.isoformat() == day
