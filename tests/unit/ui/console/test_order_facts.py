"""The commands orders show and orders confirm, on orders that came by mail."""

import notices as n
import pytest
from builders import NOON
from fakes.letterbox import Letterbox

from softanswer.mailbox.store.folders import FolderRole
from softanswer.mailbox.store.writer import StoreWriter

EBAYS = "14-20731-55812"
SALE = "You made the sale"


@pytest.fixture
def sold(command):
    """A profile into which the notice of a sale and that of its label have come."""
    command.profile.mkdir()
    writer = StoreWriter(command.profile / "softanswer.sqlite3")
    box = Letterbox(command.profile, writer)
    for subject, text in ((SALE, n.EBAY_SALE), ("Your shipping label", n.EBAY_LABEL)):
        box.take_in(n.notice(n.EBAY, subject, text), NOON, FolderRole.INBOX)
    writer.close()


@pytest.mark.usefixtures("sold")
def test_an_order_from_mail_is_shown_as_not_confirmed(command):
    said = command("orders", "show", EBAYS)
    assert said.code == 0
    assert said.out.splitlines() == [
        f"{EBAYS} (ebay, from mail:eBay:2026-11-03, not confirmed: known from mail only)",
        "  1 x The Light at Skerra",
        f"  parcel {n.USPS_NUMBER}, posted 2026-11-04",
    ]
    (document,) = command("orders", "show", EBAYS, "--format", "json").json()
    assert (document["order_id"], document["confirmed"]) == (EBAYS, False)
    assert [one["kind"] for one in document["notices"]] == ["sale", "shipped"]
    assert {one["sender"] for one in document["notices"]} == {"eBay"}
    assert (document["conflicts"], document["only_in_mail"]) == ([], [])


@pytest.mark.usefixtures("sold")
def test_an_order_is_confirmed_once(command):
    first, again = command("orders", "confirm", EBAYS), command("orders", "confirm", EBAYS)
    assert (first.code, first.out) == (0, f"{EBAYS}: what mail says of it counts from now on.\n")
    assert "nothing of it that was still to be confirmed" in again.out
    (document,) = command("orders", "show", EBAYS, "--format", "json").json()
    assert document["confirmed"]
    assert all(one["confirmed"] for one in document["notices"])


@pytest.mark.usefixtures("sold")
def test_what_a_file_says_otherwise_is_shown_and_wins(command, tmp_path):
    header = (
        "Sales Record Number,Order Number,Sale Date,Buyer Username,Item Title,Quantity,Sold For,"
        "Total Price\n"
    )
    file = tmp_path / "ebay.csv"
    file.write_text(
        f"{header}7,{EBAYS},Nov-03-26,jh_reads,The Light at Skerra,2,$18.50,$37.00\n",
        encoding="utf-8",
    )
    assert command("orders", "import", file).code == 0
    (document,) = command("orders", "show", EBAYS, "--format", "json").json()
    assert document["confirmed"]
    assert [(w["about"], w["mail"], w["file"]) for w in document["conflicts"]] == [
        ("copies", 1, 2)
    ]
    assert {w["about"] for w in document["only_in_mail"]} >= {"tracking", "posted"}


@pytest.mark.parametrize("action", ["show", "confirm"])
def test_a_number_that_no_order_has_is_told(command, action):
    said = command("orders", action, "99-99999-99999")
    assert said.code == 2
    assert said.err == (
        "softanswer: There is no order 99-99999-99999."
        " 'softanswer orders import FILE' brings orders in.\n"
    )
