"""What moves a suggestion up or down, what it costs, and what stands behind its sentences."""

from dataclasses import replace
from decimal import Decimal

import pytest
from letter_grid import Point, situation_at

from softanswer.replies.cases.case import CaseKind
from softanswer.replies.compose.circumstances import Past
from softanswer.replies.compose.suggest import SuggestionInputs, suggest
from softanswer.replies.compose.suggestion import Cost, Rule, Spend
from softanswer.replies.language.formatting import Money
from softanswer.replies.tone.fault import Fault


def offered(kind, point, **changes):
    given = SuggestionInputs(
        situation=situation_at(point), subject="Re: it", language="en", kind=kind, complaint=True
    )
    return suggest(replace(given, **changes))


def names(kind, point, **changes):
    return [one.template for one in offered(kind, point, **changes)]


PAST = Point(parcel="past")
INSIDE = Point(parcel="inside")
HERE = Point(parcel="delivered")
DAMAGED, WAITING = CaseKind.DAMAGED, CaseKind.NOT_RECEIVED


def test_the_three_answers_to_a_parcel_that_is_late_differ():
    found = offered(WAITING, PAST)
    assert [one.remedy for one in found[:3]] == ["refund_or_search", "refund", "search"]
    assert len({one.cost for one in found}) >= 3


@pytest.mark.parametrize(
    ("kind", "point", "changes", "first"),
    [
        (WAITING, PAST, {}, "not_received_past"),
        (WAITING, PAST, {"heat": 2}, "not_received_lost"),
        (WAITING, PAST, {"heat": 2, "past": Past(refunded=3)}, "not_received_past"),
        (WAITING, INSIDE, {}, "not_received_inside"),
        (WAITING, replace(INSIDE, lag=6), {}, "refund_early"),
        (WAITING, replace(INSIDE, lag=6), {"past": Past(refunded=2)}, "not_received_inside"),
        (WAITING, replace(INSIDE, side=Fault.SELLER), {}, "refund_early"),
        (DAMAGED, HERE, {}, "damaged_choice"),
        (DAMAGED, replace(HERE, amount="gbp"), {}, "damaged_refund"),
        (CaseKind.REFUND_REQUEST, HERE, {}, "refund_on_return"),
        (CaseKind.REFUND_REQUEST, HERE, {"heat": 3}, "refund_agreed"),
    ],
)
def test_heat_worth_fault_and_history_choose_the_first(kind, point, changes, first):
    assert names(kind, point, **changes)[0] == first


def test_what_put_a_suggestion_forward_is_told():
    one = offered(WAITING, replace(INSIDE, lag=6))[0]
    assert one.why.endswith("Put forward because the parcel was posted late.")
    assert "Put forward" not in offered(WAITING, INSIDE)[0].why


def test_a_letter_that_they_have_had_comes_last():
    first = offered(WAITING, INSIDE)[0]
    again = names(WAITING, replace(INSIDE, sent=1), past=Past(letters=(first.body,)))
    assert again[0] != first.template


def test_a_refund_is_refused_only_long_after_and_with_an_alternative():
    assert "return_refused" not in names(CaseKind.REFUND_REQUEST, HERE)
    kept = offered(CaseKind.REFUND_REQUEST, Point(parcel="kept"))
    refused = next(one for one in kept if one.template == "return_refused")
    assert kept[0] is not refused
    assert "80 days" in refused.body
    assert "1. Reply with the word “sell”" in refused.body


def test_what_a_suggestion_costs_follows_the_order():
    choice, refund, copy, holding = offered(DAMAGED, HERE)
    sum_paid = Money(Decimal("21.85"), "USD")
    assert choice.cost == Cost(Spend.ALL, sum_paid, postage=True, certain=False)
    assert refund.cost == Cost(Spend.ALL, sum_paid)
    assert copy.cost == Cost(Spend.ALL, sum_paid, postage=True, certain=False)
    assert holding.cost == Cost(Spend.LATER)
    assert offered(DAMAGED, replace(HERE, amount="none"))[1].cost == Cost(Spend.ALL, None)
    assert offered(DAMAGED, replace(HERE, items=5))[1].cost.amount is None


def test_each_sentence_names_its_facts_or_its_rule():
    one = offered(WAITING, replace(INSIDE, wait=(3, 2)))[0]
    told = {
        one.body[s.start : s.end]: (s.rule, [fact.name for fact in s.facts]) for s in one.sentences
    }
    assert told["Dear Jane Harwood,"] == (Rule.GREETING, ["addressee"])
    late = "You have written to me twice since 17 November, and I should have answered sooner."
    assert told[late] == (Rule.LATE, ["first_letter_on"])
    number = "9400136106193402717374"
    left = f"It left here on 12 November by USPS Media Mail, tracking number {number}."
    assert told[left] == (Rule.FACTS, ["posted_on", "service", "tracking"])
    assert told["Thank you for writing to me."] == (Rule.CLOSING, [])
    rules = [s.rule for s in one.sentences]
    assert {Rule.REGRET, Rule.RESPONSIBILITY, Rule.REMEDY, Rule.SIGNATURE} <= set(rules)


@pytest.mark.parametrize("fraud", ["You are frauds.", "I was scammed!", "What a rip off"])
def test_a_charge_of_fraud_is_answered_with_dates_and_the_money(fraud):
    situation = situation_at(PAST)
    letter = replace(situation.letter, text=fraud)
    one = offered(WAITING, PAST, situation=replace(situation, letter=letter))[0]
    assert one.template == "fraud_calm"
    assert {"posted_on", "tracking", "total", "act_by"} <= set(one.facts)
    assert "fraud" not in one.body
