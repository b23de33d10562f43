from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from softanswer.replies.orders.delivery import reckon
from softanswer.replies.orders.next_steps import (
    NextStep,
    StepKind,
    StepState,
    dispute_of,
    next_steps,
    step_of_seller,
)
from softanswer.replies.orders.order import Marketplace, Order, OrderFile, OrderLine, Shipment
from softanswer.replies.orders.terms import dispute_terms, marketplace_terms

SENT = date(2026, 11, 16)
DAY = timedelta(days=1)


def delivery(service, today, marketplace=Marketplace.OWN, status="In Transit", **changes):
    order = Order("SA-1", "shop", marketplace, (OrderLine("A"),), **changes)
    parcel = Shipment("shop", "SA-1", None, "", service, SENT, tracking_status=status)
    return order, reckon(OrderFile(1, order, (parcel,)), today)


@pytest.mark.parametrize(
    ("opens", "closes", "day", "state"),
    [
        (SENT, SENT + DAY, SENT - DAY, StepState.LATER),
        (SENT, SENT + DAY, SENT, StepState.OPEN),
        (SENT, SENT + DAY, SENT + DAY, StepState.OPEN),
        (SENT, SENT + DAY, SENT + 2 * DAY, StepState.OVER),
        (None, SENT, SENT - 99 * DAY, StepState.OPEN),
        (SENT, None, SENT + 99 * DAY, StepState.OPEN),
    ],
)
def test_a_step_is_open_from_its_first_day_to_its_last(opens, closes, day, state):
    assert NextStep(StepKind.SEARCH, opens, closes).on(day) is state


@pytest.mark.parametrize(
    ("service", "today", "kind", "state"),
    [
        # Seven delivery days after 16 November, over no holiday: 24 November.
        ("USPS Priority Mail", "2026-11-23", StepKind.SEARCH, StepState.LATER),
        ("USPS Priority Mail", "2026-11-24", StepKind.SEARCH, StepState.OPEN),
        ("USPS Priority Mail", "2026-11-30", StepKind.SEARCH, StepState.OPEN),
        # Claims from the fifteenth day to the sixtieth: 1 December to 15 January.
        ("USPS Priority Mail", "2026-12-01", StepKind.CARRIER_CLAIM, StepState.OPEN),
        ("USPS Priority Mail", "2027-01-15", StepKind.CARRIER_CLAIM, StepState.OPEN),
        ("USPS Priority Mail", "2027-01-16", StepKind.CARRIER_CLAIM, StepState.OVER),
        # Royal Mail: no search of ours, lost after two weeks, claims within eighty days.
        ("Royal Mail 1st Class", "2026-11-29", StepKind.CARRIER_CLAIM, StepState.LATER),
        ("Royal Mail 1st Class", "2026-11-30", StepKind.CARRIER_CLAIM, StepState.OPEN),
        ("Royal Mail 1st Class", "2027-02-04", StepKind.CARRIER_CLAIM, StepState.OPEN),
        ("Royal Mail 1st Class", "2027-02-05", StepKind.CARRIER_CLAIM, StepState.OVER),
    ],
)
def test_the_seller_is_told_her_next_step(service, today, kind, state):
    day = date.fromisoformat(today)
    _, found = delivery(service, day)
    step = step_of_seller(found)
    assert (step.kind, step.on(day)) == (kind, state)


@pytest.mark.parametrize("status", ["Delivered", "Return to Sender"])
def test_what_has_arrived_or_come_back_needs_no_step(status):
    order, found = delivery("USPS Priority Mail", SENT + 40 * DAY, status=status)
    assert step_of_seller(found) is None
    assert next_steps(found, order) == ()


def test_a_service_without_such_figures_has_no_step():
    _, found = delivery("UPS Ground", SENT + 40 * DAY)
    assert step_of_seller(found) is None


def test_the_buyers_steps_stand_beside_the_carriers():
    latest = date(2026, 11, 20)
    order, found = delivery(
        "USPS Priority Mail", SENT, Marketplace.EBAY, deliver_by_max=latest
    )  # fmt: skip
    steps = {step.kind: (step.opens, step.closes) for step in next_steps(found, order)}
    assert steps == {
        StepKind.SEARCH: (date(2026, 11, 24), None),
        StepKind.CARRIER_CLAIM: (date(2026, 12, 1), date(2027, 1, 15)),
        StepKind.BUYER_CLAIM: (date(2026, 11, 21), date(2026, 12, 20)),
    }


@pytest.mark.parametrize(
    ("paid_at", "closes"),
    [
        (datetime(2026, 11, 10, 9, tzinfo=UTC), date(2027, 5, 9)),
        (date(2026, 11, 10), date(2027, 5, 9)),
        (None, date(2027, 5, 8)),  # from the day of the order
    ],
)
def test_a_dispute_at_the_payment_service_has_its_last_day(paid_at, closes):
    order, found = delivery("UPS Ground", SENT, ordered_at=date(2026, 11, 9), paid_at=paid_at)
    (step,) = next_steps(found, order)
    assert (step.kind, step.opens, step.closes) == (StepKind.DISPUTE, None, closes)


@pytest.mark.parametrize("marketplace", Marketplace)
def test_only_buyers_of_the_own_shop_pay_by_it(marketplace):
    order = Order("1", "x", marketplace, ())
    assert (dispute_of(order) is not None) is (marketplace is Marketplace.OWN)


def test_every_rule_has_its_source():
    assert (dispute_terms().open_days, dispute_terms().escalate_days) == (180, 20)
    assert dispute_terms().source
    amazon, ebay = marketplace_terms(Marketplace.AMAZON), marketplace_terms(Marketplace.EBAY)
    assert (amazon.contact_hours, amazon.answer_hours, amazon.claim_until) == (48, 72, 90)
    assert (ebay.answer_days, ebay.ask_days, ebay.claim_until) == (3, 21, 30)
