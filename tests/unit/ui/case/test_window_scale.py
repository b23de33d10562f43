from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from softanswer.replies.orders.delivery import Band, Delivery
from softanswer.replies.orders.order import Marketplace
from softanswer.ui.case.window_scale import bands_of, place_of

DELIVERY = Delivery(
    band=Band.PAST,
    today=date(2026, 11, 19),
    marketplace=Marketplace.EBAY,
    shipped_on=date(2026, 11, 3),
    earliest=date(2026, 11, 5),
    latest=date(2026, 11, 12),
    claim_on=date(2026, 11, 22),
    buyer_claims_until=date(2027, 1, 21),
)


def test_the_bands_follow_each_other_without_a_gap():
    spans = bands_of(DELIVERY)
    assert [span.band for span in spans] == [
        Band.NOT_SHIPPED,
        Band.INSIDE,
        Band.PAST,
        Band.CLAIM,
    ]
    assert spans[0].left == 0
    assert spans[-1].right == pytest.approx(1)
    for one, other in pairwise(spans):
        assert one.right == other.left
        assert other.first - one.last == timedelta(days=1)


def test_a_window_that_is_not_known_has_no_bands():
    assert bands_of(replace(DELIVERY, latest=None)) == ()


def test_without_a_claim_line_what_is_late_has_no_end():
    spans = bands_of(replace(DELIVERY, claim_on=None))
    assert spans[-1].band is Band.PAST
    assert spans[-1].last is None


def test_a_claim_line_on_the_day_behind_the_window_leaves_no_late_band():
    spans = bands_of(replace(DELIVERY, claim_on=date(2026, 11, 13)))
    assert [span.band for span in spans] == [Band.NOT_SHIPPED, Band.INSIDE, Band.CLAIM]


def test_a_window_that_opens_on_the_day_of_posting_has_no_days_before_it():
    spans = bands_of(replace(DELIVERY, earliest=date(2026, 11, 3)))
    assert spans[0].band is Band.INSIDE


@pytest.mark.parametrize(
    ("day", "band"),
    [
        (date(2026, 11, 3), Band.NOT_SHIPPED),
        (date(2026, 11, 4), Band.NOT_SHIPPED),
        (date(2026, 11, 5), Band.INSIDE),
        (date(2026, 11, 12), Band.INSIDE),
        (date(2026, 11, 13), Band.PAST),
        (date(2026, 11, 21), Band.PAST),
        (date(2026, 11, 22), Band.CLAIM),
    ],
)
def test_every_day_stands_in_its_band(day, band):
    spans = bands_of(DELIVERY)
    place = place_of(day, spans)
    assert next(s.band for s in spans if s.left < place < s.right) is band


def test_days_outside_stand_at_the_ends():
    spans = bands_of(DELIVERY)
    assert place_of(date(2026, 11, 1), spans) == 0
    assert place_of(date(2027, 6, 1), spans) == 1


def test_a_later_day_stands_further_right():
    spans = bands_of(DELIVERY)
    places = [place_of(date(2026, 11, 3) + timedelta(days=n), spans) for n in range(40)]
    assert places == sorted(places)
    assert len(set(places)) == len(places)
