"""How long a reply is held, and which policy counts."""

from datetime import UTC, datetime, time, timedelta

import pytest
from builders import occasion
from hypothesis import given
from hypothesis import strategies as st

from softanswer.replies.errors import PreferenceError
from softanswer.replies.outbox.clock import to_ns
from softanswer.replies.outbox.hold import Occasion, plan_hold
from softanswer.replies.outbox.policy import (
    HoldPolicy,
    OrdinaryMail,
    PolicyChange,
    policy_in_force,
    shortens,
    steady_when_settled,
    strictest,
)
from softanswer.replies.outbox.quiet_hours import QuietHours, Whose

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
STANDARD = HoldPolicy()


@pytest.mark.parametrize(("heat", "minutes"), [(None, 30), (0, 30), (1, 30), (2, 60), (3, 90)])
def test_a_hold_is_the_base_times_the_factor_of_the_heat(heat, minutes):
    plan = plan_hold(STANDARD, occasion(heat), NOON)
    assert plan.length == minutes * MINUTE
    assert plan.send_after == NOON + minutes * MINUTE
    assert not plan.is_cut


@pytest.mark.parametrize(
    ("room_minutes", "length_minutes", "is_cut"),
    [
        (121, 90, False),  # ends 31 min before the deadline
        (120, 90, False),  # ends just 30 min before it
        (119, 89, True),
        (36, 6, True),
        (35, 5, True),
        (34, 5, True),  # the floor of a complaint
        (1, 5, True),
        (0, 90, False),  # a deadline that has passed cuts nothing
        (-60, 90, False),
    ],
)
def test_a_hold_is_cut_to_fit_the_deadline_but_not_below_the_floor(
    room_minutes, length_minutes, is_cut
):
    plan = plan_hold(STANDARD, occasion(3, NOON + room_minutes * MINUTE), NOON)
    assert plan.length == length_minutes * MINUTE
    assert plan.is_cut is is_cut


def test_a_base_below_the_floor_is_its_own_floor():
    plan = plan_hold(HoldPolicy(base=2 * MINUTE), occasion(3, NOON + MINUTE), NOON)
    assert plan.length == 2 * MINUTE


def test_ordinary_mail_is_held_for_the_base_alone_whatever_is_due():
    plan = plan_hold(STANDARD, occasion(None, NOON + 31 * MINUTE), NOON)
    assert plan.length == 30 * MINUTE


@pytest.mark.parametrize(
    ("heat", "sends_itself"), [(None, True), (0, True), (1, True), (2, False), (3, False)]
)
def test_nothing_hot_is_ever_sent_by_itself(heat, sends_itself):
    plan = plan_hold(HoldPolicy(send_by_itself=True), occasion(heat), NOON)
    assert plan.sends_itself is sends_itself


@pytest.mark.parametrize(
    ("ordinary", "heat", "times"),
    [
        (OrdinaryMail.NO_COMPLAINT, 0, 1),
        (OrdinaryMail.NO_COMPLAINT, 3, 1),
        (OrdinaryMail.CALM, 0, 1),
        (OrdinaryMail.CALM, 2, 2),
        (OrdinaryMail.NONE, 0, 1.5),
        (OrdinaryMail.NONE, 3, 3),
    ],
)
def test_the_seller_says_what_ordinary_mail_is(ordinary, heat, times):
    policy = HoldPolicy(ordinary=ordinary, factors=(1.5, 1.5, 2, 3))
    plan = plan_hold(policy, Occasion(complaint=False, heat=heat), NOON)
    assert plan.length == times * 30 * MINUTE


@pytest.mark.parametrize("ordinary", OrdinaryMail)
def test_a_complaint_is_never_ordinary(ordinary):
    assert plan_hold(HoldPolicy(ordinary=ordinary), occasion(3), NOON).length == 90 * MINUTE


@pytest.mark.parametrize(("own_heat", "minutes"), [(0, 30), (1, 30), (2, 45), (3, 60)])
def test_a_draft_that_was_written_in_heat_is_held_longer(own_heat, minutes):
    plan = plan_hold(STANDARD, occasion(None), NOON, own_heat)
    assert plan.length == minutes * MINUTE
    assert plan.is_lengthened_by_own_heat is (minutes > 30)
    assert (
        plan_hold(HoldPolicy(own_heat=False), occasion(None), NOON, own_heat).length == 30 * MINUTE
    )


def test_own_heat_breaks_no_deadline_and_never_lets_a_reply_go_by_itself():
    policy = HoldPolicy(send_by_itself=True)
    plan = plan_hold(policy, occasion(1, NOON + 70 * MINUTE), NOON, 3)
    assert (plan.length, plan.is_cut, plan.sends_itself) == (40 * MINUTE, True, False)


@pytest.mark.parametrize("minutes", [1, 2880])
def test_the_base_may_be_a_minute_or_two_days(minutes):
    assert HoldPolicy(base=minutes * MINUTE).base == minutes * MINUTE


@pytest.mark.parametrize(
    "base", [timedelta(0), -MINUTE, timedelta(seconds=59), timedelta(hours=48, seconds=1)]
)
def test_a_base_outside_of_the_range_cannot_exist(base):
    with pytest.raises(PreferenceError, match="from 1 minute to 48 hours"):
        HoldPolicy(base=base)


@pytest.mark.parametrize(
    "factors", [(0.9, 1, 2, 3), (1, 1, 2, 0), (1, 1, 2, float("nan")), (1, 1, 2, 49), (1, 1, 2)]
)
def test_a_factor_below_one_cannot_exist(factors):
    with pytest.raises(PreferenceError, match="factors"):
        HoldPolicy(factors=factors)


def test_a_policy_of_an_earlier_version_is_read():
    text = '{"base_minutes": 7.5, "factors": [1, 1.5, 2, 4], "send_by_itself": true}'
    assert HoldPolicy.from_json(text) == HoldPolicy(7.5 * MINUTE, (1, 1.5, 2, 4), True)  # noqa: FBT003


def at(minutes: float, policy: HoldPolicy) -> PolicyChange:
    return PolicyChange(to_ns(minutes * MINUTE), policy)


def base_at(changes: list[PolicyChange], minutes: float) -> timedelta:
    return policy_in_force(changes, to_ns(minutes * MINUTE)).base


def test_a_shorter_base_waits_until_the_old_one_has_run_out():
    changes = [at(0, HoldPolicy(base=60 * MINUTE)), at(100, HoldPolicy(base=10 * MINUTE))]
    assert base_at(changes, 100) == 60 * MINUTE
    assert base_at(changes, 159.999) == 60 * MINUTE
    assert base_at(changes, 160) == 10 * MINUTE
    assert steady_when_settled(changes) == to_ns(160 * MINUTE)


def test_a_longer_base_applies_at_once():
    changes = [at(0, HoldPolicy(base=10 * MINUTE)), at(100, HoldPolicy(base=60 * MINUTE))]
    assert base_at(changes, 100) == 60 * MINUTE
    assert steady_when_settled(changes) == to_ns(100 * MINUTE)


def test_many_small_steps_down_are_no_faster_than_one():
    changes = [at(0, HoldPolicy(base=60 * MINUTE))]
    changes += [at(step, HoldPolicy(base=(60 - step) * MINUTE)) for step in range(1, 60)]
    assert base_at(changes, 60.9) == 60 * MINUTE


def test_lower_factors_and_sending_by_itself_wait_too():
    changes = [
        at(0, HoldPolicy()),
        at(5, HoldPolicy(factors=(1, 1, 1, 1), send_by_itself=True)),
    ]
    early = policy_in_force(changes, to_ns(34.9 * MINUTE))
    late = policy_in_force(changes, to_ns(35 * MINUTE))
    assert (early.factors, early.send_by_itself) == ((1, 1, 2, 3), False)
    assert (late.factors, late.send_by_itself) == ((1, 1, 1, 1), True)


def test_the_first_set_up_applies_at_once():
    assert base_at([at(0, HoldPolicy(base=MINUTE))], 0) == MINUTE


nights = st.builds(
    lambda begin, length, whose: QuietHours(time(begin), time((begin + length) % 24), whose),
    st.integers(0, 23),
    st.integers(1, 12),
    st.sampled_from(Whose),
)
policies = st.builds(
    HoldPolicy,
    base=st.integers(1, 2880).map(lambda m: m * MINUTE),
    factors=st.tuples(*[st.integers(1, 5).map(float)] * 4),
    send_by_itself=st.booleans(),
    ordinary=st.sampled_from(OrdinaryMail),
    own_heat=st.booleans(),
    quiet=st.lists(nights, max_size=1).map(tuple),
)
occasions = st.builds(
    Occasion,
    complaint=st.booleans(),
    heat=st.integers(0, 3),
    customer_zones=st.sampled_from([(), ("Asia/Tokyo",), ("America/New_York",)]),
)


@given(policies)
def test_every_policy_survives_being_written_down(policy):
    assert HoldPolicy.from_json(policy.to_json()) == policy


@given(
    st.lists(st.tuples(st.integers(0, 5000), policies), min_size=1, max_size=6),
    st.integers(0, 20_000),
)
def test_what_is_in_force_is_never_shorter_than_the_newest_wish(steps, later):
    steps.sort(key=lambda step: step[0])
    changes = [at(minutes, policy) for minutes, policy in steps]
    in_force = policy_in_force(changes, to_ns((steps[-1][0] + later) * MINUTE))
    wish = steps[-1][1]
    assert in_force.base >= wish.base
    assert all(a >= b for a, b in zip(in_force.factors, wish.factors, strict=True))
    assert wish.send_by_itself or not in_force.send_by_itself


@given(policies, policies, occasions, st.integers(0, 3), st.integers(0, 5000), st.floats(0, 1))
def test_a_reply_held_just_after_a_change_leaves_no_sooner_than_before_it(
    old, new, occasion, own_heat, when, share
):
    changes = [at(0, old), at(when, new)]
    within = to_ns(when * MINUTE) + int(share * (to_ns(old.base) - 1))
    before = plan_hold(old, occasion, NOON, own_heat)
    after = plan_hold(policy_in_force(changes, within), occasion, NOON, own_heat)
    assert after.length >= before.length
    assert before.sends_itself or not after.sends_itself
    for hours in range(48):
        moment = NOON + hours * HOUR
        quiet = before.quiet_until(moment)
        assert quiet is None or after.quiet_until(moment) >= quiet


@given(policies, policies)
def test_a_change_that_shortens_nothing_counts_at_once(old, new):
    changes = [at(0, old), at(10, new)]
    counts_at_once = policy_in_force(changes, to_ns(10 * MINUTE)) == strictest([new])
    assert counts_at_once is not shortens(new, old)
    assert (steady_when_settled(changes) == to_ns(10 * MINUTE)) is counts_at_once
