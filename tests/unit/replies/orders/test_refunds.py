"""Refunds, worked out by hand beside the channels' rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.replies.compose.refund_block import refund_block
from softanswer.replies.language.formatting import minor_unit
from softanswer.replies.orders.order import Marketplace, Order, OrderLine, ShipTo
from softanswer.replies.orders.refunds import (
    CameBack,
    Note,
    Part,
    Payer,
    RefundWish,
    ReturnCause,
    ReturnPolicy,
    can_reckon,
    channel_of_order,
    rule_for,
    work_out,
)
from softanswer.replies.tone.checker import check
from softanswer.replies.tone.context import CheckContext

MIND, FAULT = ReturnCause.CHANGED_MIND, ReturnCause.NOT_AS_DESCRIBED
FEES = ReturnPolicy(restocking=15)
AMAZON, EBAY, ABE, OWN = (
    Marketplace.AMAZON, Marketplace.EBAY, Marketplace.ABEBOOKS, Marketplace.OWN,
)  # fmt: skip


def order(marketplace=OWN, country="US", **changes):
    whole = Order(
        "SA-1", "shop", marketplace,
        (OrderLine("The Light at Skerra", amount=Decimal("18.50")),),
        currency="USD", shipping=Decimal("4.25"), total=Decimal("22.75"),
        ship_to=ShipTo(country=country),
    )  # fmt: skip
    return replace(whole, **changes)


def two_books(**changes):
    books = (
        OrderLine("One", amount=Decimal("10.00")),
        OrderLine("Two", amount=Decimal("20.01")),
    )
    return order(items=books, tax=Decimal("3.00"), total=Decimal("37.26"), **changes)


def worked(order_, cause, back=CameBack.AS_SENT, policy=FEES, **wish):
    return work_out(order_, RefundWish(cause, back, **wish), policy)


def sums(refund):
    return [(line.part.value, str(line.amount)) for line in refund.lines]


@pytest.mark.parametrize(
    ("marketplace", "country", "cause", "back", "total", "notes"),
    [
        # What never came, and what is our fault: all of it, whatever fee was wanted.
        (AMAZON, "US", ReturnCause.NOT_ARRIVED, CameBack.NOTHING, "22.75", []),
        (EBAY, "US", ReturnCause.NOT_ARRIVED, CameBack.NOTHING, "22.75", []),
        (ABE, "US", ReturnCause.NOT_ARRIVED, CameBack.NOTHING, "22.75", []),
        (OWN, "US", ReturnCause.NOT_ARRIVED, CameBack.NOTHING, "22.75", []),
        (AMAZON, "US", FAULT, CameBack.AS_SENT, "22.75", ["fee_fault", "way_back_ours"]),
        (EBAY, "US", ReturnCause.DAMAGED, CameBack.WORN, "22.75", ["fee_fault", "way_back_ours"]),
        (OWN, "US", ReturnCause.DELAY, CameBack.AS_SENT, "22.75", ["fee_fault", "way_back_ours"]),
        (OWN, "DE", FAULT, CameBack.AS_SENT, "22.75", ["fee_fault", "way_back_ours"]),
        # A change of mind: no fee at a marketplace for a book as it was sent.
        (AMAZON, "US", MIND, CameBack.AS_SENT, "18.50", ["postage_kept", "fee_in_condition"]),
        (EBAY, "US", MIND, CameBack.AS_SENT, "18.50", ["postage_kept", "fee_in_condition"]),
        (ABE, "US", MIND, CameBack.AS_SENT, "18.50", ["postage_kept", "fee_in_condition"]),
        (AMAZON, "US", MIND, CameBack.LATE, "15.72", ["postage_kept"]),  # 18.50 - 2.775
        (EBAY, "US", MIND, CameBack.LATE, "18.50", ["postage_kept", "fee_in_condition"]),
        (EBAY, "US", MIND, CameBack.WORN, "15.72", ["postage_kept"]),
        (OWN, "US", MIND, CameBack.AS_SENT, "15.72", ["postage_kept"]),
        # The law of the customer's country goes before all of them.
        (OWN, "DE", MIND, CameBack.AS_SENT, "22.75", ["postage_owed", "fee_in_condition"]),
        (ABE, "France", MIND, CameBack.AS_SENT, "22.75", ["postage_owed", "fee_in_condition"]),
        (OWN, "UK", MIND, CameBack.LATE, "19.97", ["postage_owed"]),
    ],
)
def test_the_channel_says_what_may_be_kept(marketplace, country, cause, back, total, notes):
    refund = worked(order(marketplace, country), cause, back)
    assert (str(refund.total), [note.value for note in refund.notes]) == (total, notes)


@pytest.mark.parametrize(
    ("wanted", "kept", "is_cut"),
    [("0", "0", False), ("19.99", "3.70", False), ("20", "3.70", False), ("20.01", "3.70", True),
     ("100", "3.70", True)],
)  # fmt: skip
def test_a_late_return_at_amazon_costs_a_fifth_at_most(wanted, kept, is_cut):
    refund = worked(order(AMAZON), MIND, CameBack.LATE, fee=Decimal(wanted))
    assert refund.total == Decimal("18.50") - Decimal(kept)
    assert (Note.FEE_LESS in refund.notes) is is_cut


def test_the_lines_of_one_book_of_two_have_its_tax_and_no_postage():
    refund = worked(two_books(), FAULT, books=(1,))
    # 3.00 x 20.01 / 30.01 = 2.0003
    assert sums(refund) == [("book", "20.01"), ("tax", "2.00")]
    assert refund.total == Decimal("22.01")


def test_the_whole_of_two_books_has_the_postage():
    refund = worked(two_books(), FAULT)
    assert sums(refund) == [
        ("book", "10.00"), ("book", "20.01"), ("postage", "4.25"), ("tax", "3.00"),
    ]  # fmt: skip
    assert refund.total == Decimal("37.26")


def test_a_part_of_the_price_for_a_book_that_stays():
    refund = worked(order(), FAULT, CameBack.NOTHING, part=Decimal(30))
    assert sums(refund) == [("book", "5.55")]
    assert refund.lines[0].percent == 30


@pytest.mark.parametrize(
    ("part", "total", "is_cut"),
    [("75", "13.88", False), ("75.01", "13.88", True), ("99.9", "13.88", True),
     ("100", "22.75", False)],
)  # fmt: skip
def test_abebooks_pays_three_quarters_of_a_price_or_all_of_it(part, total, is_cut):
    refund = worked(order(ABE), FAULT, CameBack.NOTHING, part=Decimal(part))
    assert (str(refund.total), Note.PART_LESS in refund.notes) == (total, is_cut)


@pytest.mark.parametrize(
    ("marketplace", "cause", "payer", "amount", "note"),
    [
        (EBAY, MIND, Payer.BUYER, None, Note.WAY_BACK_THEIRS),
        (EBAY, MIND, Payer.SELLER, "5.10", Note.WAY_BACK_OURS),
        (AMAZON, MIND, Payer.SELLER, None, Note.WAY_BACK_THEIRS),
        (EBAY, FAULT, Payer.BUYER, "5.10", Note.WAY_BACK_OURS),
        (ABE, ReturnCause.DAMAGED, Payer.BUYER, "5.10", Note.WAY_BACK_OURS),
    ],
)
def test_who_pays_the_way_back(marketplace, cause, payer, amount, note):
    policy = ReturnPolicy(way_back=payer)
    refund = worked(order(marketplace), cause, policy=policy, way_back=Decimal("5.10"))
    found = [str(line.amount) for line in refund.lines if line.part is Part.WAY_BACK]
    assert found == ([amount] if amount else [])
    assert note in refund.notes


def test_nothing_is_paid_for_a_way_back_that_was_not_gone():
    refund = worked(order(), FAULT, CameBack.NOTHING, way_back=Decimal("5.10"))
    assert Part.WAY_BACK not in {line.part for line in refund.lines}


def test_what_the_card_company_keeps_is_kept_back_only_in_the_own_shop():
    policy = ReturnPolicy(card_cost=Decimal("2.9"))
    mine = worked(order(), MIND, policy=policy)
    assert sums(mine) == [("book", "18.50"), ("card_cost", "-0.54")]  # 0.5365
    for whole, cause in ((order(EBAY), MIND), (order(), FAULT), (order(country="FR"), MIND)):
        parts = {line.part for line in worked(whole, cause, policy=policy).lines}
        assert Part.CARD_COST not in parts


@pytest.mark.parametrize(
    ("refunded", "total", "is_capped"),
    [("", "22.75", False), ("0.01", "22.74", True), ("22.74", "0.01", True), ("22.75", "0", True)],
)
def test_no_more_goes_back_than_is_left_of_the_payment(refunded, total, is_capped):
    paid = order(extra={"refunded": refunded} if refunded else {})
    refund = worked(paid, ReturnCause.NOT_ARRIVED, CameBack.NOTHING)
    assert (refund.total, Note.CAPPED in refund.notes) == (Decimal(total), is_capped)


def test_the_way_back_goes_beyond_the_payment():
    paid = order(extra={"refunded": "22.75"})
    refund = worked(paid, FAULT, way_back=Decimal("5.10"))
    assert refund.total == Decimal("5.10")


@pytest.mark.parametrize(
    ("currency", "price", "part", "total"),
    [
        ("JPY", "1999", "33", "660"),  # 659.67
        ("KWD", "5.555", "50", "2.778"),  # 2.7775
        ("USD", "18.50", "33", "6.11"),  # 6.105
        ("usd", "18.50", "33.3", "6.16"),  # 6.1605
    ],
)
def test_sums_are_rounded_to_what_can_be_paid(currency, price, part, total):
    whole = order(
        items=(OrderLine("A", amount=Decimal(price)),),
        currency=currency, shipping=None, total=Decimal(price),
    )  # fmt: skip
    refund = worked(whole, FAULT, CameBack.NOTHING, part=Decimal(part))
    assert str(refund.total) == total


def test_the_price_of_a_single_book_is_told_by_the_total():
    whole = order(items=(OrderLine("A"),), tax=Decimal("1.00"))
    assert can_reckon(whole)
    assert worked(whole, ReturnCause.NOT_ARRIVED, CameBack.NOTHING).total == Decimal("22.75")


@pytest.mark.parametrize(
    "changes",
    [{"currency": None}, {"items": ()}, {"items": (OrderLine("A"), OrderLine("B"))},
     {"items": (OrderLine("A"),), "total": None}],
)  # fmt: skip
def test_without_prices_nothing_is_reckoned(changes):
    assert not can_reckon(order(**changes))
    with pytest.raises(ValueError, match="every price"):
        worked(order(**changes), FAULT)


def test_a_change_of_mind_waits_for_the_book():
    assert Note.WAIT_FOR_BOOK in worked(order(), MIND, CameBack.NOTHING).notes
    assert Note.WAIT_FOR_BOOK not in worked(order(), MIND).notes
    assert Note.NO_RETURNS in worked(order(), MIND, policy=ReturnPolicy(days=0)).notes
    assert Note.NO_RETURNS not in worked(order(AMAZON), MIND, policy=ReturnPolicy(days=0)).notes


@pytest.mark.parametrize(
    ("changes", "channel"),
    [({}, "own"), ({"source": "mapped:Etsy orders"}, "etsy"), ({"channel": "Etsy"}, "etsy"),
     ({"marketplace": EBAY}, "ebay"), ({"marketplace": ABE}, "abebooks")],
)  # fmt: skip
def test_the_channel_of_an_order(changes, channel):
    assert channel_of_order(order(**changes)) == channel


@pytest.mark.parametrize("cause", ReturnCause)
@pytest.mark.parametrize("source", ["amazon", "ebay", "abebooks", "etsy", "own", "law"])
def test_every_rule_has_its_source_and_day(source, cause):
    country = "DE" if source == "law" else "US"
    whole = order(Marketplace(source) if source not in {"etsy", "law"} else OWN, country)
    whole = replace(whole, channel="Etsy" if source == "etsy" else None)
    rule = rule_for(whole, cause)
    assert rule.channel == ("own" if source == "law" and cause is not MIND else source)
    assert rule.source
    assert rule.checked >= date(2026, 11, 1)
    assert rule.postage in {"back", "kept"}
    assert rule.way_back in {"seller", "buyer", "policy"}


@given(
    cause=st.sampled_from(ReturnCause),
    back=st.sampled_from(CameBack),
    marketplace=st.sampled_from(Marketplace),
    country=st.sampled_from(["US", "DE", "JP", ""]),
    part=st.decimals(0, 100, places=1),
    fee=st.decimals(0, 100, places=1),
    way_back=st.decimals(0, 30, places=2),
    refunded=st.decimals(0, 40, places=2),
    currency=st.sampled_from(["USD", "JPY", "KWD"]),
)
def test_a_refund_always_adds_up_and_stays_within_its_bounds(
    cause, back, marketplace, country, part, fee, way_back, refunded, currency
):
    paid = two_books(
        marketplace=marketplace, country=country, currency=currency,
        extra={"refunded": str(refunded)},
    )  # fmt: skip
    refund = worked(paid, cause, back, part=part, fee=fee, way_back=way_back)
    assert refund.total == max(0, sum(line.amount for line in refund.lines))
    beyond = sum(line.amount for line in refund.lines if line.part is Part.WAY_BACK)
    assert 0 <= refund.total - beyond <= max(Decimal("37.26") - refunded, 0)
    assert all(line.amount % minor_unit(currency) == 0 for line in refund.lines
               if line.part is not Part.CAP)  # fmt: skip
    if cause is not MIND:
        assert {Part.RESTOCKING, Part.CARD_COST}.isdisjoint(line.part for line in refund.lines)


def test_the_breakdown_is_said_in_the_letters_language():
    refund = worked(order(), MIND)
    assert refund_block(refund, "en") == (
        "This is how the refund is made up:\n"
        "- “The Light at Skerra”: $18.50\n"
        "- less 15 % for taking the book back: −$2.78\n"
        "Together: $15.72\n"
    )
    assert refund_block(refund, "ru").splitlines() == [
        "Вот из чего складывается возврат:",
        "- «The Light at Skerra»: 18,50\u00a0$",
        "- за вычетом 15 % за приём книги обратно: −2,78\u00a0$",
        "Всего: 15,72\u00a0$",
    ]


def test_where_nothing_goes_back_nothing_is_said():
    refund = worked(order(extra={"refunded": "22.75"}), ReturnCause.NOT_ARRIVED, CameBack.NOTHING)
    assert refund_block(refund, "en") == ""


LETTERS = {
    "en": "Dear Ms Harwood,\n\nThank you for your letter.\n\n{block}\nKind regards\nAna",
    "ru": "Здравствуйте!\n\nСпасибо за письмо.\n\n{block}\nС уважением,\nАна",
}


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("cause", ReturnCause)
def test_the_breakdown_passes_the_tone_check(language, cause):
    policy = ReturnPolicy(restocking=15, card_cost=Decimal(3), way_back=Payer.SELLER)
    whole = two_books(extra={"refunded": "20.00"})
    refund = worked(whole, cause, CameBack.WORN, policy, way_back=Decimal("5.10"))
    text = LETTERS[language].format(block=refund_block(refund, language))
    report = check(text, CheckContext(language=language, order=whole, complaint=False))
    assert report.findings == ()
