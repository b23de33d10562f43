from __future__ import annotations

import pytest

from softanswer.replies.orders.importing.importer import read_orders

HEADER = (
    "Created Date,Recipient,Company,Email,Tracking Number,Cost,Status,Label Size,Ship Date,"
    "Weight (oz),Tracking Status,Tracking Info,Tracking Date,Zipcode,Country,Carrier,Service,"
    "Order ID,Rubber Stamp 1"
)
ROW = (
    "2026-11-04,Ann Whitlock,,ann@example.com,9400111899223197428114,$4.13,Purchased,4x6,"
    "2026-11-04,14,In Transit,Departed,2026-11-06,02134,US,USPS,Media Mail,14-12345-67890,"
)


def shipments(*rows: str):
    return read_orders("\n".join((HEADER, *rows)).encode())


def test_ids_and_zip_codes_stay_text():
    (parcel,) = shipments(ROW).shipments
    assert (parcel.postal, parcel.tracking) == ("02134", "9400111899223197428114")
    assert parcel.email == "ann@example.com"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (ROW.replace("$4.13", "four"), "Cost is 'four', which is no amount"),
        (ROW.replace("2026-11-04,14", "soon,14"), "Ship Date is 'soon', which is no date"),
        (ROW.replace(",14,", ",heavy,"), "Weight (oz) is 'heavy', which is no number"),
        (
            ROW.replace("Ann Whitlock", "").replace("9400111899223197428114", ""),
            "it has neither a recipient nor a tracking number",
        ),
    ],
)
def test_a_bad_row_is_named_and_the_rest_is_read(row, why):
    found = shipments(ROW, row, ROW.replace("8114", "8121"))
    assert [(r.line, r.why) for r in found.rejected] == [(3, why)]
    assert len(found.shipments) == 2


def test_a_parcel_that_stands_twice_is_one_and_labels_without_a_number_are_two():
    assert len(shipments(ROW, ROW).shipments) == 1
    bare = ROW.replace("9400111899223197428114", "")
    assert len(shipments(bare, bare).shipments) == 2


@pytest.mark.parametrize(
    ("stamp", "number"),
    [("14-12345-67890", "14-12345-67890"), ("#1041", "#1041"), ("THANK YOU", None), ("", None)],
)
def test_the_rubber_stamp_counts_where_no_order_id_was_typed(stamp, number):
    row = ROW.replace("14-12345-67890,", f",{stamp}")
    assert shipments(row).shipments[0].order_id == number


def test_the_company_stands_for_a_missing_recipient():
    row = ROW.replace("Ann Whitlock,,", ",City Library,")
    assert shipments(row).shipments[0].recipient == "City Library"
