"""How long a reply is held, and which policy counts."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.replies.errors import PreferenceError
from softanswer.replies.outbox.clock import to_ns
from softanswer.replies.outbox.hold import (
    HoldPolicy,
    PolicyChange,
    plan_hold,
    policy_in_force,
    steady_when_settled,
)

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
STANDARD = HoldPolicy()


@pytest.mark.parametrize(("heat", "minutes"), [(None, 30), (0, 30), (1, 30), (2, 60), (3, 90)])
def test_a_hold_is_the_base_times_the_factor_of_the_heat(heat, minutes):
    plan = plan_hold(STANDARD, heat, NOON)
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
    plan = plan_hold(STANDARD, 3, NOON, NOON + room_minutes * MINUTE)
    assert plan.length == length_minutes * MINUTE
    assert plan.is_cut is is_cut


def test_a_base_below_the_floor_is_its_own_floor():
    plan = plan_hold(HoldPolicy(base=2 * MINUTE), 3, NOON, NOON + MINUTE)
    assert plan.length == 2 * MINUTE


def test_ordinary_mail_is_held_for_the_base_alone_whatever_is_due():
    plan = plan_hold(STANDARD, None, NOON, NOON + 31 * MINUTE)
    assert plan.length == 30 * MINUTE


@pytest.mark.parametrize(
    ("heat", "sends_itself"), [(None, True), (0, True), (1, True), (2, False), (3, False)]
)
def test_nothing_hot_is_ever_sent_by_itself(heat, sends_itself):
    plan = plan_hold(HoldPolicy(send_by_itself=True), heat, NOON)
    assert plan.sends_itself is sends_itself


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


def test_a_policy_survives_being_written_down():
    policy = HoldPolicy(base=7.5 * MINUTE, factors=(1, 1.5, 2, 4), send_by_itself=True)
    assert HoldPolicy.from_json(policy.to_json()) == policy


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


policies = st.builds(
    HoldPolicy,
    base=st.integers(1, 2880).map(lambda m: m * MINUTE),
    factors=st.tuples(*[st.integers(1, 5).map(float)] * 4),
    send_by_itself=st.booleans(),
)


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


@given(policies, policies, st.integers(0, 5000), st.integers(0, 3000))
def test_a_hold_begun_just_after_a_change_is_as_long_as_before_it(old, new, when, after):
    changes = [at(0, old), at(when, new)]
    if after * MINUTE < old.base:
        in_force = policy_in_force(changes, to_ns((when + after) * MINUTE))
        for heat in (None, 0, 1, 2, 3):
            assert plan_hold(in_force, heat, NOON).length >= plan_hold(old, heat, NOON).length
