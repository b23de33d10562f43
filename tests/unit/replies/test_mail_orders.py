"""Orders from notices in the mail: not confirmed, apart from files, and never in a reply."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import permutations

import notices as n
import pytest
from builders import NOON
from fakes.shop import COMPLAINT

from softanswer.mailbox.store.database import migrate, migrations
from softanswer.mailbox.store.folders import FolderRole
from softanswer.mailbox.store.messages import forget_messages
from softanswer.replies.answering import check_context
from softanswer.replies.backlog import BacklogReader
from softanswer.replies.calling import call_sheet
from softanswer.replies.compose.facts import Shop, Source, gather_facts
from softanswer.replies.compose.shipping_block import shipping_block
from softanswer.replies.orders.delivery import reckon
from softanswer.replies.orders.from_mail.store import next_put_off
from softanswer.replies.orders.from_mail.weighing import Telling, words_of
from softanswer.replies.orders.importing.imported import ImportedFile
from softanswer.replies.orders.order import (
    Buyer,
    Marketplace,
    Order,
    OrderLine,
    Shipment,
    ShipTo,
)
from softanswer.replies.orders.store import find_by_number, load_order, save
from softanswer.replies.orders.unconfirmed.store import confirm_order, take_back_confirmation
from softanswer.replies.preferences import Preferences
from softanswer.replies.put_off import notices_put_off
from softanswer.replies.suggesting import _situation, suggestions

EBAYS, AMAZONS = "14-20731-55812", "112-2345671-7654321"
SALE = "You made the sale for The Light at Skerra"
DAY = timedelta(days=1)
AT = datetime.fromisoformat("2026-11-21T09:00:00+00:00")


def receive(box, *letter, at=NOON - DAY, **more):
    return box.take_in(n.notice(*letter, **more), at, FolderRole.INBOX)


def sold(box, **more):
    return receive(box, n.EBAY, SALE, n.EBAY_SALE, **more)


def found(box, number=EBAYS):
    files = box.do(lambda tx: find_by_number(tx.db, number))
    return files[0] if files else None


COUNTS = {
    "orders": "SELECT count(*) FROM orders",
    "order_notices": "SELECT count(*) FROM order_notices",
}


def count(box, table):
    return box.do(lambda tx: tx.db.execute(COUNTS[table]).fetchone()[0])


def import_file(box, *, number=EBAYS, marketplace=Marketplace.EBAY, parcels=(), **changes):
    order = Order(
        order_id=number,
        source="ebay-orders",
        marketplace=marketplace,
        items=(OrderLine("The Light at Skerra", qty=1, amount=Decimal("18.50")),),
        ordered_at=date(2026, 11, 3),
        buyer=Buyer("Jane Harwood", "jh@mail.example"),
        ship_to=ShipTo("Jane Harwood", ("4 Quay Row",), "Springfield", "IL", "62701", "US"),
        currency="USD",
        total=Decimal("22.49"),
    )
    file = ImportedFile(
        "ebay-orders", "utf-8", orders=(replace(order, **changes),), shipments=parcels,
        as_of=date(2026, 11, 1),
    )  # fmt: skip
    return box.do(lambda tx: save(tx, file))


def told(box, number=EBAYS):
    return [(w.about, w.in_mail, w.in_file) for w in words_of(found(box, number))]


def confirm(box, number=EBAYS, at=AT):
    row = found(box, number).id
    return box.do(lambda tx: confirm_order(tx, row, at))


# A notice makes an order that is not confirmed.


def test_a_sale_makes_an_order_that_is_not_confirmed(box):
    letter = sold(box)
    file = found(box)
    assert not file.is_confirmed
    assert file.order.source == "mail:eBay:2026-11-03"
    assert file.order.items[0].title == "The Light at Skerra"
    (notice,) = file.notices
    assert (notice.sender, notice.message, notice.is_checked) == ("eBay", letter.id, True)
    assert box.matter(letter).order.id == file.id


def test_a_letter_of_the_buyer_finds_the_order_that_mail_made(box):
    sold(box)
    letter = box.receive("Where is it", f"{COMPLAINT}\nOrder {EBAYS}\nJane Harwood")
    assert box.matter(letter).order.order.order_id == EBAYS


@pytest.mark.parametrize(
    ("sender", "more"),
    [
        ("Amazon <seller-notification@amazon.com.evil.example>", {}),
        (n.EBAY, {"results": "mx.lanternlane.example; dmarc=fail header.from=ebay.com"}),
        ("Jane <jane@mail.example>", {}),
    ],
)
def test_a_strangers_letter_makes_no_order(box, sender, more):
    receive(box, sender, SALE, n.EBAY_SALE, n.json_ld(n.ORDER_LD), **more)
    assert (count(box, "orders"), count(box, "order_notices")) == (0, 0)


def test_a_letter_that_the_seller_sent_is_no_notice(box):
    raw = n.notice(n.EBAY, SALE, n.EBAY_SALE)
    box.take_in(raw, NOON, FolderRole.SENT)
    assert count(box, "orders") == 0


def test_the_same_letter_again_and_its_copy_change_nothing(box):
    sold(box, message_id="<one@ebay.com>")
    before = found(box)
    sold(box, message_id="<one@ebay.com>")
    sold(box, message_id="<copy@ebay.com>")
    after = found(box)
    assert (count(box, "orders"), count(box, "order_notices")) == (1, 2)
    assert (after.order, words_of(after)) == (before.order, ())


def test_a_letter_that_is_deleted_leaves_the_order(box):
    letter = sold(box)
    box.do(lambda tx: forget_messages(tx.db, [letter.id]))
    file = found(box)
    assert file.order.items[0].title == "The Light at Skerra"
    assert file.notices[0].message is None


def test_of_two_notices_that_contradict_the_newer_counts_and_both_are_shown(box):
    sold(box)
    receive(box, n.EBAY, SALE, n.EBAY_SALE.replace("Quantity: 1", "Quantity: 2"),
            date="Wed, 4 Nov 2026 10:00:00 +0000")  # fmt: skip
    assert found(box).order.items[0].qty == 2
    assert told(box) == [(Telling.COPIES, 1, 2)]


# What comes of a parcel.


def label(box, **more):
    return receive(box, n.EBAY, "Your shipping label", n.EBAY_LABEL,
                   date="Wed, 4 Nov 2026 10:00:00 +0000", **more)  # fmt: skip


def delivered(box, **more):
    return receive(box, "auto-reply@usps.com", "USPS Item Delivered", n.USPS_DELIVERED,
                   date="Fri, 6 Nov 2026 15:00:00 +0000", **more)  # fmt: skip


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (2, 0, 1)])
def test_notices_of_sending_fill_in_the_parcel_whichever_comes_first(box, order):
    letters = (sold, label, delivered)
    for place in order:
        letters[place](box)
    file = found(box)
    (parcel,) = file.shipments
    assert (parcel.tracking, parcel.service) == (n.USPS_NUMBER, "USPS Media Mail")
    assert (parcel.shipped_on, parcel.tracking_date) == (date(2026, 11, 4), date(2026, 11, 6))
    assert parcel.tracking_status == "Delivered"
    assert file.order.source == "mail:eBay:2026-11-03"
    assert len(file.notices) == 3


def test_a_notice_of_sending_alone_makes_no_order(box):
    label(box)
    delivered(box)
    assert (count(box, "orders"), count(box, "order_notices")) == (0, 2)


def test_a_parcel_of_a_file_gets_the_carriers_word_by_its_number(box):
    delivered(box)
    parcel = Shipment("pirateship", EBAYS, n.USPS_NUMBER, "USPS", "Media Mail", date(2026, 11, 4))
    import_file(box, parcels=(parcel,))
    assert told(box) == [(Telling.DELIVERED, date(2026, 11, 6), None)]
    assert found(box).shipments[0].tracking_status is None  # it is not confirmed
    confirm(box)
    assert found(box).shipments[0].tracking_status == "Delivered"
    assert len(found(box).shipments) == 1


def test_a_refund_before_the_sale_waits_for_it(box):
    receive(box, "donotreply@amazon.com", "Refund Initiated for Order", n.AMAZON_REFUND)
    assert count(box, "orders") == 0
    receive(box, n.AMAZON, "Sold, ship now.", n.AMAZON_SALE)
    assert found(box, AMAZONS).order.extra["refunded"] == "12.00"


@pytest.mark.parametrize(
    ("in_file", "shown"),
    [
        ({}, [(Telling.PAID_BACK, Decimal("12.00"), None)]),
        ({"refunded": "12.0"}, []),
        ({"refunded": "yes"}, [(Telling.PAID_BACK, Decimal("12.00"), None)]),
        ({"refunded": "22.49"}, [(Telling.PAID_BACK, Decimal("12.00"), Decimal("22.49"))]),
    ],
)
def test_a_refund_is_compared_as_a_sum(box, in_file, shown):
    import_file(box, number=AMAZONS, marketplace=Marketplace.AMAZON, extra=in_file)
    receive(box, "donotreply@amazon.com", "Refund Initiated for Order", n.AMAZON_REFUND)
    assert told(box, AMAZONS) == shown


# A file wins.


def test_a_file_confirms_the_order_and_stands_for_itself(box):
    receive(box, n.EBAY, SALE, n.EBAY_SALE.replace("Quantity: 1", "Quantity: 2"))
    row = found(box).id
    import_file(box)
    file = found(box)
    assert (file.id, file.is_confirmed, file.order.source) == (row, True, "ebay-orders")
    assert [line.qty for line in file.order.items] == [1]
    assert file.order.buyer.username is None  # mail alone says it
    assert told(box) == [(Telling.COPIES, 2, 1)]


@pytest.mark.parametrize("file_first", [True, False])
def test_where_both_know_it_the_file_wins_and_the_difference_is_shown(box, file_first):
    def letter():
        receive(box, n.AMAZON, "Sold, ship now.", n.AMAZON_SALE)

    if not file_first:
        letter()
    import_file(
        box, number=AMAZONS, marketplace=Marketplace.AMAZON, total=Decimal("20.00"),
        ordered_at=date(2026, 10, 30),
        ship_to=ShipTo("Jane Harwood", ("1 Elm",), "Aldmouth", "OR", "97001", "US"),
    )  # fmt: skip
    if file_first:
        letter()
    file = found(box, AMAZONS)
    assert (file.order.total, file.order.ship_to.postal) == (Decimal("20.00"), "97001")
    assert {(about, mail, ours) for about, mail, ours in told(box, AMAZONS)} == {
        (Telling.TOTAL, Decimal("22.49"), Decimal("20.00")),
        (Telling.POSTAGE, Decimal("3.99"), None),
        (Telling.BOUGHT, date(2026, 11, 3), date(2026, 10, 30)),
        (Telling.SHIP_TO, "62701 Springfield", "97001 Aldmouth"),
    }


def test_a_file_that_writes_the_number_otherwise_confirms_the_same_order(box):
    receive(box, "Lantern <mailer@shopify.com>", "[L] Order #1041 placed by Jane", n.SHOPIFY_SALE)
    import_file(box, number="1041", marketplace=Marketplace.OWN)
    assert count(box, "orders") == 1
    assert (found(box, "1041").is_confirmed, found(box, "1041").order.order_id) == (True, "1041")


def test_a_number_of_another_marketplace_is_another_order(box):
    receive(box, n.ABEBOOKS, "AbeBooks Order Request", n.ABEBOOKS_SALE)
    import_file(box, number="623456789", marketplace=Marketplace.EBAY)
    assert count(box, "orders") == 2


def test_a_notice_of_another_shop_with_the_same_number_is_not_taken_for_this_one(box):
    receive(box, "Lantern <mailer@shopify.com>", "[L] Order #1041 placed by Jane", n.SHOPIFY_SALE)
    woo = n.WOO_SALE.replace("Quantity: 1", "Quantity: 5")
    receive(box, "wordpress@lanternlane.example", "[L]: New order #1041", woo)
    assert (count(box, "orders"), told(box, "1041")) == (1, [])
    assert found(box, "1041").order.channel == "Shopify"


def test_a_payment_is_told_with_the_order_of_the_shop(box):
    receive(box, "Lantern <mailer@shopify.com>", "[L] Order #1041 placed by Jane", n.SHOPIFY_SALE)
    paid = n.PAYPAL_SALE.replace("WC-5012", "#1041")
    receive(box, "service@paypal.com", "You've received a payment", paid)
    file = found(box, "1041")
    assert [notice.sender for notice in file.notices] == ["Shopify", "PayPal"]
    assert (file.order.channel, file.order.paid_at) == ("Shopify", date(2026, 11, 3))


def test_a_notice_for_an_order_of_a_file_changes_nothing_of_it(box):
    import_file(box)
    before = found(box)
    sold(box)
    after = found(box)
    assert replace(after, notices=()) == before
    assert after.is_confirmed


def test_an_import_is_the_same_again_where_mail_made_the_order(box):
    sold(box)
    import_file(box)
    again = import_file(box)
    assert (again.imported, again.updated, again.unchanged) == (0, 0, 1)


@pytest.mark.parametrize("order", list(permutations(range(4))))
def test_notices_and_the_file_come_to_the_same_whichever_comes_first(box, order):
    steps = (sold, label, delivered, import_file)
    for place in order:
        steps[place](box)
    file = found(box)
    assert (file.is_confirmed, file.order.source, file.shipments) == (True, "ebay-orders", ())
    assert (file.order.total, file.order.service) == (Decimal("22.49"), None)
    assert told(box) == [
        (Telling.TRACKING, n.USPS_NUMBER, None),
        (Telling.POSTED, date(2026, 11, 4), None),
        (Telling.DELIVERED, date(2026, 11, 6), None),
    ]


# The seller confirms.


def test_the_seller_confirms_and_can_take_it_back(box):
    sold(box)
    label(box)
    assert confirm(box)
    file = found(box)
    assert (file.is_confirmed, file.shipments[0].tracking) == (True, n.USPS_NUMBER)
    assert words_of(file) == ()
    assert not confirm(box)  # there is nothing left to confirm
    box.do(lambda tx: take_back_confirmation(tx, file.id, AT))
    assert not found(box).is_confirmed


def test_what_comes_after_she_confirmed_is_not_confirmed(box):
    sold(box)
    confirm(box)
    label(box)
    file = found(box)
    assert (file.is_confirmed, file.shipments) == (True, ())
    assert told(box) == [
        (Telling.TRACKING, n.USPS_NUMBER, None),
        (Telling.POSTED, date(2026, 11, 4), None),
    ]
    confirm(box, at=AT + DAY)
    assert found(box).shipments[0].tracking == n.USPS_NUMBER
    box.do(lambda tx: take_back_confirmation(tx, file.id, AT + DAY))
    assert (found(box).is_confirmed, found(box).shipments) == (True, ())


def test_what_she_confirmed_fills_what_a_later_file_leaves_open(box):
    sold(box)
    confirm(box)
    import_file(box, buyer=Buyer(), total=None)
    file = found(box)
    assert (file.order.source, file.order.buyer.username) == ("ebay-orders", "jh_reads")


# Nothing of it goes into a reply, whatever it says.


MARKS = {
    "order_id": "14-11111-22222",
    "items": (OrderLine("Zzyzx Harbour", qty=37, condition="Zzmint", amount=Decimal("91.17")),),
    "ordered_at": date(2026, 10, 31),
    "buyer": Buyer("Zzelda Zzorn", "zz@mail.example", "555-0199"),
    "ship_to": ShipTo("Zzelda Zzorn", ("77 Zzlane",), "Zzville", "OR", "97001", "US"),
    "service": "USPS Priority Mail",
    "shipping": Decimal("41.23"),
    "total": Decimal("93.71"),
    "tracking": ("9400111899223344556677",),
    "shipped_at": date(2026, 10, 30),
    "deliver_by_max": date(2026, 11, 30),
    "extra": {"refunded": "12.34"},
}


@pytest.mark.parametrize("field", MARKS)
def test_no_fact_of_an_order_that_is_not_confirmed_reaches_a_reply(box, field):
    """Whatever is changed of it, facts, suggestions and checks stay as without an order."""
    letter = sold(box)
    matter = box.matter(letter)
    order = replace(matter.order.order, **{field: MARKS[field]})
    parcel = Shipment("mail:USPS", None, n.USPS_NUMBER, "USPS", "Priority", date(2026, 11, 4))
    perturbed = replace(matter.order, order=order, shipments=(parcel,))
    theirs, none = replace(matter, order=perturbed), replace(matter, order=None)
    assert theirs.stated_order is None
    message = matter.letter.message
    situations = [situation_of(message, file) for file in (perturbed, None)]
    assert situations[0] == situations[1]
    told = gather_facts(
        replace(situations[0], file=perturbed, delivery=reckon(perturbed, NOON.date())), "en"
    )
    assert {f.source for f in told.known().values()} & {Source.ORDER, Source.PARCEL} == set()
    offered = [suggestions(m, Preferences(), NOON) for m in (theirs, none)]
    assert offered[0] == offered[1]
    assert check_context(theirs, NOON) == check_context(none, NOON)
    assert call_sheet(theirs, "I am sorry.", NOON) == call_sheet(none, "I am sorry.", NOON)
    assert shipping_block(perturbed, reckon(perturbed, NOON.date()), "en") == ""


def test_once_confirmed_its_facts_may_be_stated(box):
    letter = sold(box)
    confirm(box)
    matter = box.matter(letter)
    assert matter.stated_order is matter.order
    facts = gather_facts(situation_of(matter.letter.message, matter.order), "en")
    assert facts.order_number.value == EBAYS
    assert check_context(matter, NOON).order.order_id == EBAYS


def situation_of(message, file):
    return _situation(message, file, NOON, Shop("Lantern Lane", "Ana"), None, "en")


# Letters of a backlog, and those that were here before the update.


@pytest.fixture
def reader(box):
    reader = BacklogReader(box.writer, box.intake)
    yield reader
    reader.close()


def put_off(box, *, also_old):
    return [row for row, *_ in box.do(lambda tx: next_put_off(tx.db, 100, also_old=also_old))]


def forget_all_notices(box, *, is_old):
    """As if the letters had been stored, or with None not even judged, before."""

    def job(tx):
        tx.db.execute("DELETE FROM order_notices")
        tx.db.execute("DELETE FROM orders")
        if is_old is None:
            tx.db.execute("DELETE FROM judgements")
        else:
            tx.db.execute(
                "INSERT INTO notice_backlog SELECT id, ? FROM messages WHERE NOT is_outgoing",
                (is_old,),
            )

    box.do(job)


def test_letters_from_before_the_update_are_read_once_in_idle_hours(box, reader):
    sold(box)
    for number in range(30):
        box.receive(f"Question {number}", "Do you have it?", f"B{number} <b{number}@m.example>")
    forget_all_notices(box, is_old=1)
    reader.finish()
    assert found(box) is None  # not while there is other work
    while reader.judge_older():
        pass
    assert found(box).order.items[0].title == "The Light at Skerra"
    assert put_off(box, also_old=True) == []


def test_letters_of_a_backlog_are_read_right_after_they_are_judged(box, reader):
    sold(box)
    forget_all_notices(box, is_old=None)
    reader.finish()
    assert found(box).notices[0].sender == "eBay"
    assert put_off(box, also_old=True) == []


def test_only_letters_of_known_senders_are_read_again(box):
    sold(box)
    box.receive("Question", "Do you have it?")
    forget_all_notices(box, is_old=0)
    here = box.do(lambda tx: notices_put_off(tx, also_old=False))
    assert [one.stored.message.sender.addr_spec for one in here.letters] == ["ebay@ebay.com"]
    assert len(here.passed) == 2


def test_an_older_store_has_its_letters_put_off_by_the_migration(tmp_path):
    path = tmp_path / "older.sqlite3"
    before = next(at for at, sql in enumerate(migrations()) if "notice_backlog" in sql)
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.row_factory = sqlite3.Row
        migrate(db, migrations()[:before], path)
        db.execute("PRAGMA foreign_keys = OFF")
        for row, is_outgoing, stage in ((1, 0, 2), (2, 1, 2), (3, 0, 0)):
            db.execute(
                "INSERT INTO messages (id, account_id, folder_id, uid_validity, uid,"
                " conversation_id, is_outgoing, message_id, in_reply_to, reference_ids,"
                " sender_name, sender_address, reply_to, recipients, subject, internal_date, text,"
                " attachments, automatic, defects, stage) VALUES (?, 1, 1, 1, ?, 1, ?, '', '', '',"
                " '', '', '', '', '', '', '', '', '', '', ?)",
                (row, row, is_outgoing, stage),
            )
        migrate(db, migrations(), path)
        rows = db.execute("SELECT message, is_old FROM notice_backlog").fetchall()
    assert [tuple(row) for row in rows] == [(1, 1)]  # what was sent or is not here is left out


def test_a_row_that_is_loaded_twice_is_the_same(box):
    sold(box)
    row = found(box).id
    assert box.do(lambda tx: load_order(tx.db, row)) == found(box)
