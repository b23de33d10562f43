from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal

import pytest

from softanswer.replies.compose.facts import (
    FACT_NAMES,
    Correspondence,
    Fact,
    ReplyFacts,
    Shop,
    Source,
    gather_facts,
    main_title,
)
from softanswer.replies.language.formatting import Money
from softanswer.replies.orders.delivery import Band
from softanswer.replies.orders.order import OrderLine

WEST = timezone(timedelta(hours=-8))


def test_facts_of_order_and_parcel_carry_their_source(situation):
    facts = gather_facts(situation(Band.INSIDE), "en")
    assert facts.order_number == Fact("14-20731-55812", Source.ORDER)
    assert facts.title == Fact("The Light at Skerra", Source.ORDER)
    assert facts.total == Fact(Money(Decimal("21.85"), "GBP"), Source.ORDER)
    assert facts.posted_on == Fact(date(2026, 11, 12), Source.PARCEL)
    assert facts.service == Fact("USPS Media Mail", Source.PARCEL)
    assert facts.lag_days == Fact(1, Source.PARCEL)
    assert (facts.day.value, facts.days.value, facts.counting.value) == (7, 14, "business")
    assert facts.case_number == Fact(1043, Source.CASE)
    assert facts.seller == Fact("Ana Reyes", Source.SHOP)
    assert facts.addressee == Fact("J. Harwood", Source.LETTER)


def test_without_an_order_nothing_is_known_of_one(situation):
    facts = gather_facts(situation(file=None, delivery=None), "en")
    from_files = [n for n, f in facts.known().items() if f.source in {Source.ORDER, Source.PARCEL}]
    assert from_files == []


def test_known_lists_every_fact_that_is_not_none(situation):
    facts = gather_facts(situation(Band.DELIVERED), "en")
    none = {f.name for f in fields(ReplyFacts) if getattr(facts, f.name) is None}
    assert set(facts.known()) == FACT_NAMES - none
    assert "delivered_on" in facts.known()
    assert "returned_on" in none


@pytest.mark.parametrize(
    ("today", "act_by"),
    [
        (date(2026, 11, 19), date(2026, 11, 20)),
        (date(2026, 11, 20), date(2026, 11, 23)),  # a Friday
        (date(2026, 11, 22), date(2026, 11, 23)),  # a Sunday
        (date(2026, 11, 25), date(2026, 11, 27)),  # the day before Thanksgiving
        (date(2026, 12, 24), date(2026, 12, 28)),
    ],
)
def test_promises_fall_on_business_days(situation, today, act_by):
    now = datetime.combine(today, datetime.min.time(), WEST).replace(hour=23)
    facts = gather_facts(situation(now=now), "en")
    assert facts.act_by.value == act_by
    assert facts.answer_by.value == datetime(
        act_by.year, act_by.month, act_by.day, 17, tzinfo=WEST
    )


def test_holidays_are_those_of_the_sellers_country(situation):
    thanksgiving_eve = datetime(2026, 11, 25, 12, tzinfo=WEST)
    abroad = situation(now=thanksgiving_eve, shop=Shop("Books", "Ana"))
    assert gather_facts(abroad, "en").act_by.value == date(2026, 11, 26)


@pytest.mark.parametrize("band", [Band.INSIDE, Band.PAST, Band.CLAIM])
def test_money_is_promised_for_a_business_day_after_the_window(situation, band):
    given = situation(band)
    facts = gather_facts(given, "en")
    assert facts.settle_by.value > max(given.delivery.latest, given.delivery.today)
    assert facts.settle_by.value.weekday() < 5
    assert facts.lost_by.value > given.delivery.today
    assert facts.lost_by.value >= given.delivery.claim_on
    assert facts.lost_by.value.weekday() < 5


@pytest.mark.parametrize(
    ("waited", "days"),
    [
        (timedelta(hours=24), None),
        (timedelta(hours=24, seconds=1), 1),
        (timedelta(hours=71), 3),
    ],
)
def test_a_wait_counts_once_it_is_more_than_24_hours(situation, letter, waited, days):
    given = situation()
    late = replace(letter, waiting_since=given.now - waited)
    facts = gather_facts(replace(given, letter=late), "en")
    assert (facts.waited_days and facts.waited_days.value) == days


def test_days_are_those_of_the_sellers_zone(situation, letter):
    early_utc = datetime(2026, 11, 19, 3, tzinfo=UTC)
    facts = gather_facts(situation(letter=replace(letter, written_at=early_utc)), "en")
    assert facts.letter_on.value == date(2026, 11, 18)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("my copy of orchard songs is wet", "Orchard Songs"),
        ("I mean Tide Tables, not the other one", "Tide Tables"),
        ("both Orchard Songs and Tide Tables are missing", None),
        ("nothing has come", None),
        ("the Orchard Songsters are great", None),
    ],
)
def test_of_several_titles_only_the_one_that_the_letter_names_is_cited(
    situation, order, text, title
):
    two = order(items=(OrderLine("Orchard Songs (signed)"), OrderLine("Tide Tables", qty=2)))
    facts = gather_facts(situation(order=two, letter=Correspondence(text)), "en")
    assert (facts.title and facts.title.value) == title
    assert facts.books.value == 3


@pytest.mark.parametrize(
    ("full", "main"),
    [
        ("The Light at Skerra", "The Light at Skerra"),
        ("The Light at Skerra (Hardcover, 1951) [Signed]", "The Light at Skerra"),
        ("[Signed]", "[Signed]"),
        ("  Two   blanks ", "Two blanks"),
        ("Knots: A Primer", "Knots: A Primer"),
        (
            "Proceedings of the Harbour Lights Society: Volume 12, Numbers 1-4",
            "Proceedings of the Harbour Lights Society",
        ),
        ("x" * 300, "x" * 120),
    ],
)
def test_a_title_is_cited_without_remarks_and_long_subtitles(full, main):
    assert main_title(full) == main


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({"total": None}, "total"),
        ({"total": Decimal(0)}, "total"),
        ({"currency": None}, "total"),
        ({"shipping": None}, "postage"),
        ({"ordered_at": None}, "ordered_on"),
        ({"order_id": "x" * 81}, "order_number"),
        ({"items": (OrderLine("Skerra"),)}, "condition"),
        ({"items": (OrderLine("   "),)}, "title"),
    ],
)
def test_what_the_order_does_not_hold_is_not_known(situation, order, changes, name):
    assert name not in gather_facts(situation(order=order(**changes)), "en").known()


def test_a_seller_named_like_the_shop_is_named_once(situation):
    facts = gather_facts(situation(shop=Shop("Ana Reyes", "Ana Reyes")), "en")
    assert (facts.shop.value, facts.seller) == ("Ana Reyes", None)


def test_the_name_on_the_order_serves_where_the_letter_has_none(situation):
    nameless = Correspondence("Where is it?")
    assert gather_facts(situation(letter=nameless), "en").addressee.value == "Jane Harwood"
    assert gather_facts(situation(letter=nameless), "ru").addressee is None
