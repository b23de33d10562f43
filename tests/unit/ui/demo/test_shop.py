import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import pytest

from softanswer.mailbox.mime import parse_message
from softanswer.replies.cases.case import CaseKind
from softanswer.replies.language.detect import language_of
from softanswer.replies.orders.delivery import Band, reckon
from softanswer.replies.orders.order import Marketplace, OrderFile
from softanswer.replies.orders.references import channel_of, is_relay
from softanswer.replies.orders.tracking_numbers import find_tracking_numbers
from softanswer.ui.demo.shop import load_shop

NOW = datetime(2026, 11, 22, 16, 30, tzinfo=UTC)
SHOP = load_shop(NOW)
INBOX = [letter for letter in SHOP.letters if letter.folder == "INBOX"]
ALL = [*SHOP.letters, SHOP.late_letter]
MESSAGES = {letter.name: parse_message(letter.raw) for letter in ALL}
COMPLAINTS = [letter for letter in INBOX if letter.expected.complaint]


def file_of(shop, number):
    order = next(o for o in shop.orders if o.order_id == number)
    return OrderFile(1, order, tuple(s for s in shop.shipments if s.order_id == number))


def test_about_forty_letters_in_two_languages():
    languages = Counter(language_of(MESSAGES[x.name].text) for x in INBOX)
    assert languages["en"] >= 24
    assert languages["ru"] >= 16
    assert len(INBOX) == languages["en"] + languages["ru"]


def test_praise_questions_and_notices_are_among_them():
    kinds = Counter(letter.expected.kind for letter in INBOX)
    automatic = [x for x in INBOX if MESSAGES[x.name].automatic]
    assert kinds[CaseKind.PRAISE] == 5
    assert kinds[CaseKind.QUESTION] == 8
    assert len(automatic) == 6
    assert all(not x.expected.complaint for x in automatic)


def test_complaints_are_of_all_main_kinds_and_heats():
    kinds = {letter.expected.kind for letter in COMPLAINTS}
    assert len(COMPLAINTS) >= 20
    assert kinds >= {
        CaseKind.NOT_RECEIVED, CaseKind.LATE, CaseKind.DAMAGED, CaseKind.WRONG_ITEM,
        CaseKind.NOT_AS_DESCRIBED, CaseKind.MISSING_PART,
        CaseKind.REFUND_NOT_RECEIVED, CaseKind.CUSTOMS_OR_FEES, CaseKind.ABUSIVE,
        CaseKind.LEGAL_OR_CHARGEBACK_THREAT, CaseKind.FEEDBACK_THREAT,
        CaseKind.DOWNLOAD_OR_ACCESS_PROBLEM,
    }  # fmt: skip
    assert {letter.expected.heat for letter in COMPLAINTS} == {0, 1, 2, 3}


def test_the_late_letter_is_a_furious_complaint_about_a_late_parcel():
    late = SHOP.late_letter
    assert (late.expected.complaint, late.expected.heat) == (True, 3)
    assert late.internal_date == NOW
    assert file_of(SHOP, late.order_number).order.marketplace is Marketplace.EBAY
    assert reckon(file_of(SHOP, late.order_number), NOW.date()).is_past


@pytest.mark.parametrize("letter", ALL, ids=lambda x: x.name)
def test_every_letter_reads_as_mail(letter):
    message = MESSAGES[letter.name]
    assert message.defects == ()
    assert message.subject
    assert message.sender.name
    assert message.date == letter.internal_date
    assert len(message.text) > 40
    assert "$" not in re.sub(r"\$\d", "", message.text)
    assert b"\n" not in letter.raw.replace(b"\r\n", b"")


def test_the_bytes_come_in_old_charsets_and_as_html_too():
    raw = [letter.raw.lower() for letter in SHOP.letters]
    for sign in (b'charset="windows-1251"', b'charset="koi8-r"', b"text/html"):
        assert sum(sign in one for one in raw) >= 2


@pytest.mark.parametrize("letter", ALL, ids=lambda x: x.name)
def test_all_people_are_invented(letter):
    message = MESSAGES[letter.name]
    for address in (message.sender, *message.to):
        assert address.domain.endswith(".example") or is_relay(address.addr_spec)


def test_the_channels_are_mixed():
    channels = Counter(channel_of(MESSAGES[x.name].sender.addr_spec) for x in INBOX)
    assert channels[Marketplace.AMAZON] >= 5
    assert channels[Marketplace.EBAY] >= 5
    assert channels[Marketplace.OWN] >= 20
    assert sum("AbeBooks" in MESSAGES[x.name].text for x in INBOX) >= 2


def test_the_second_reminder_stands_in_one_conversation_with_the_answer():
    first, answer, second = (MESSAGES[n] for n in ("okonjo-1", "okonjo-answer", "okonjo-2"))
    assert answer.in_reply_to == (first.message_id,)
    assert second.in_reply_to == (answer.message_id,)
    assert second.references == (first.message_id, answer.message_id)
    assert "> Thank you for sending the book back." in second.text
    assert [x.folder for x in SHOP.letters if x.name.startswith("okonjo")] == [
        "INBOX", "Sent", "INBOX",
    ]  # fmt: skip


def test_what_is_answered_has_an_answer_in_sent():
    sent = {
        ref for x in SHOP.letters if x.folder == "Sent" for ref in MESSAGES[x.name].in_reply_to
    }
    answered = {MESSAGES[x.name].message_id for x in INBOX if "\\Answered" in x.flags}
    assert answered == sent


def test_some_answers_are_overdue_and_some_nearly():
    waiting = [NOW - x.internal_date for x in COMPLAINTS if "\\Answered" not in x.flags]
    assert sum(wait > timedelta(hours=24) for wait in waiting) == 2
    assert sum(timedelta(hours=22) < wait < timedelta(hours=24) for wait in waiting) >= 1
    assert sum(wait < timedelta(hours=4) for wait in waiting) >= 3


def test_letters_are_in_order_and_none_is_from_the_future():
    dates = [letter.internal_date for letter in SHOP.letters]
    assert dates == sorted(dates)
    assert dates[-1] < NOW


def test_every_message_has_an_id_of_its_own():
    ids = [message.message_id for message in MESSAGES.values()]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("letter", [x for x in ALL if x.order_number], ids=lambda x: x.name)
def test_a_letter_about_an_order_names_it_or_comes_from_its_customer(letter):
    message = MESSAGES[letter.name]
    order = file_of(SHOP, letter.order_number).order
    words = f"{message.subject} {message.text}"
    assert (
        any(number in words for number in (order.order_id, *order.tracking))
        or message.sender.addr_spec == order.buyer.email
        or message.to[0].addr_spec == order.buyer.email
    )


BANDS = {
    "04-20731-55812": Band.PAST,
    "113-4471093-2207714": Band.PAST,
    "SA-2058": Band.PAST,
    "14-61520-90337": Band.CLAIM,
    "SA-2047": Band.CLAIM,
    "14-61688-02915": Band.INSIDE,
    "112-8830471-5516026": Band.INSIDE,
    "SA-2071": Band.INSIDE,
    "SA-2069": Band.INSIDE,
    "619023384": Band.INSIDE,
    "14-61745-33108": Band.NOT_SHIPPED,
    "112-9017750-4483162": Band.NOT_SHIPPED,
    "SA-2075": Band.NOT_SHIPPED,
    "SA-2066": Band.UNKNOWN,
    "SA-2072": Band.UNKNOWN,
}
"""Where each delivery stands; all others are delivered."""


@pytest.mark.parametrize(
    "today", [date(2026, 1, 1) + timedelta(days=n) for n in range(0, 365, 9)], ids=str
)
def test_the_deliveries_stand_alike_on_any_day_of_the_year(today):
    shop = load_shop(datetime(today.year, today.month, today.day, 12, tzinfo=UTC))
    found = {o.order_id: reckon(file_of(shop, o.order_id), today).band for o in shop.orders}
    assert found == {number: BANDS.get(number, Band.DELIVERED) for number in found}


def test_amounts_add_up_and_currencies_are_mixed():
    for order in SHOP.orders:
        parts = (order.items[0].amount, order.shipping, order.tax)
        assert order.total == sum(part for part in parts if part is not None)
    assert {o.currency for o in SHOP.orders} == {"USD", "GBP", "EUR", "RUB"}
    assert sum(o.currency == "USD" for o in SHOP.orders) > len(SHOP.orders) / 2


def test_tracking_numbers_are_well_formed():
    numbers = [s.tracking for s in SHOP.shipments if s.tracking]
    assert len(set(numbers)) == len(numbers) >= 20
    assert [n for n in numbers if not find_tracking_numbers(f"no. {n} ")] == []


def test_orders_are_dated_back_from_the_moment_given():
    later = load_shop(NOW + timedelta(days=40))
    for before, after in zip(SHOP.orders, later.orders, strict=True):
        assert after.ordered_at - before.ordered_at == timedelta(days=40)
