from __future__ import annotations

import pytest

from softanswer.replies.orders.tracking_numbers import (
    TrackingKind,
    find_tracking_numbers,
    tracking_kind,
)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("9400111899223197428114", TrackingKind.USPS),
        ("9400 1118 9922 3197 4281 14", TrackingKind.USPS),
        ("420454029400111899223197428114", TrackingKind.USPS),
        ("LZ123456785US", TrackingKind.UPU),
        ("lz 123456785 us", TrackingKind.UPU),
        ("1Z5R89390357567127", TrackingKind.UPS),
        ("986578788855", TrackingKind.FEDEX),
        ("3318810025", TrackingKind.DHL),
    ],
)
def test_the_kind_is_told_by_form_and_check_digit(number, kind):
    assert tracking_kind(number) is kind


@pytest.mark.parametrize(
    "number",
    [
        "9400111899223197428115",
        "940011189922319742811",
        "LZ123456786US",
        "1Z5R89390357567128",
        "986578788856",
        "3318810026",
        "111-2223334-5556667",
        "",
    ],
)
def test_a_wrong_check_digit_or_form_is_no_kind(number):
    assert tracking_kind(number) is None


def test_numbers_are_found_in_a_letter_with_blanks_or_beside_other_scripts():
    text = "USPS 9400 1118 9922 3197 4281 14 以及LZ123456785US。 and 1Z5R89390357567127."
    found = find_tracking_numbers(text)
    assert [(n.kind, n.number) for n in found] == [
        (TrackingKind.USPS, "9400111899223197428114"),
        (TrackingKind.UPU, "LZ123456785US"),
        (TrackingKind.UPS, "1Z5R89390357567127"),
    ]
    assert text[found[0].start : found[0].end] == "9400 1118 9922 3197 4281 14"


@pytest.mark.parametrize("text", ["call 3318810025", "item 986578788855"])
def test_a_number_like_a_telephones_needs_the_carrier_beside_it(text):
    assert find_tracking_numbers(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [("DHL: 3318810025", TrackingKind.DHL), ("FedEx no. 986578788855", TrackingKind.FEDEX)],
)
def test_beside_the_carriers_name_it_counts(text, kind):
    assert [n.kind for n in find_tracking_numbers(text)] == [kind]
