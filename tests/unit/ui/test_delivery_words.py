from dataclasses import replace
from datetime import UTC, date

import pytest

from softanswer.replies.orders.delivery import Band, Delivery
from softanswer.replies.orders.order import Marketplace
from softanswer.replies.orders.services import known_services
from softanswer.ui.delivery_words import DeliveryWords
from softanswer.ui.words import Words

WORDS = DeliveryWords(Words(zone=UTC))
TODAY = date(2026, 11, 19)
SERVICE = known_services()[0]
KNOWN = Delivery(
    band=Band.PAST,
    today=TODAY,
    marketplace=Marketplace.EBAY,
    service=SERVICE,
    shipped_on=date(2026, 11, 3),
    earliest=date(2026, 11, 5),
    latest=date(2026, 11, 12),
    claim_on=date(2026, 11, 30),
    search_on=date(2026, 11, 22),
    day=5,
    days=8,
)


@pytest.mark.parametrize("band", Band)
def test_every_band_has_a_verdict(band):
    bare = Delivery(band=band, today=TODAY, marketplace=Marketplace.OWN)
    assert WORDS.verdict(bare).lead
    assert str(WORDS.verdict(replace(KNOWN, band=band))).endswith(".")


def test_late_says_since_when_and_what_comes_next():
    assert str(WORDS.verdict(KNOWN)) == (
        "Late. The window ended on 12 Nov, 7 days ago. A search is possible from 22 Nov. "
        "It counts as lost from 30 Nov."
    )


@pytest.mark.parametrize(
    ("search_on", "word"),
    [(date(2026, 11, 19), "since 19 Nov"), (date(2026, 11, 20), "from 20 Nov")],
)
def test_a_search_is_possible_from_its_day_on(search_on, word):
    assert word in WORDS.verdict(replace(KNOWN, search_on=search_on)).rest


def test_one_day_is_one_day():
    verdict = WORDS.verdict(replace(KNOWN, latest=date(2026, 11, 18)))
    assert "18 Nov, 1 day ago" in verdict.rest


def test_lost_says_since_when_a_claim_is_possible():
    verdict = WORDS.verdict(replace(KNOWN, band=Band.CLAIM, claim_on=date(2026, 11, 18)))
    assert verdict.lead == "Counts as lost."
    assert "A claim is possible since 18 Nov." in verdict.rest


def test_inside_counts_the_days():
    verdict = WORDS.verdict(replace(KNOWN, band=Band.INSIDE, latest=date(2026, 11, 21)))
    assert verdict.lead == "Inside the window."
    assert "ay 5 of 8. It ends on 21 Nov." in verdict.rest


def test_a_label_alone_is_no_shipment():
    label = replace(KNOWN, band=Band.NOT_SHIPPED, label_on=date(2026, 11, 17))
    assert WORDS.verdict(label).lead == "Label made on 17 Nov."
    assert WORDS.verdict(replace(label, label_on=None)).lead == "Not shipped yet,"


@pytest.mark.parametrize(
    ("changes", "shown"),
    [
        ({"marketplace_latest": None}, ""),
        ({"marketplace_latest": date(2026, 11, 12)}, ""),
        ({"marketplace_latest": date(2026, 11, 14), "band": Band.DELIVERED}, ""),
        (
            {"marketplace_latest": date(2026, 11, 14)},
            "eBay told the buyer 14 Nov at the latest.",
        ),
    ],
)
def test_the_marketplaces_date_is_told_where_it_adds_something(changes, shown):
    assert WORDS.marketplace(replace(KNOWN, **changes)) == shown


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (date(2026, 11, 5), date(2026, 11, 12), "5–12 Nov"),
        (date(2026, 11, 22), date(2027, 1, 21), "22 Nov – 21 Jan 2027"),
        (date(2026, 11, 5), date(2026, 11, 5), "5 Nov"),
        (None, date(2026, 11, 12), "to 12 Nov"),
        (date(2026, 11, 22), None, "from 22 Nov"),
        (None, None, ""),
    ],
)
def test_a_stretch_of_days_is_short(start, end, shown):
    assert WORDS.dates(start, end, KNOWN) == shown
