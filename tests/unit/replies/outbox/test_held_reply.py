"""The states of a held reply."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from builders import HOUR, MINUTE, NOON, held_reply, mark, occasion

from softanswer.replies.errors import IllegalTransitionError, StillCoolingError
from softanswer.replies.outbox.held_reply import (
    TRANSITIONS,
    OutboxState,
    PausedBy,
)
from softanswer.replies.outbox.hold import plan_hold
from softanswer.replies.outbox.policy import HoldPolicy
from softanswer.replies.outbox.quiet_hours import QuietHours

RAW = b"Subject: Re: Where is my book\r\n\r\nI am sorry.\r\n"
SECOND = timedelta(seconds=1)


def ready():
    return held_reply().released()


def approved():
    return ready().approved(RAW, NOON + 91 * MINUTE, mark(91 * MINUTE).steady_ns)


def sending():
    return approved().talking()


def test_a_reply_is_not_due_one_second_early():
    reply = held_reply()
    assert not reply.is_due(mark(90 * MINUTE - SECOND))
    assert reply.is_due(mark(90 * MINUTE))


def test_a_clock_set_forward_releases_nothing():
    assert not held_reply().is_due(mark(MINUTE, wall=NOON + 30 * 24 * HOUR))


def test_a_clock_set_back_delays_nothing():
    assert held_reply().is_due(mark(90 * MINUTE, wall=NOON - 24 * HOUR))


def test_a_wall_clock_that_lags_by_seconds_is_waited_for():
    reply = held_reply()
    assert not reply.is_due(mark(90 * MINUTE, wall=NOON + 90 * MINUTE - SECOND))
    assert reply.is_due(mark(91 * MINUTE, wall=NOON + 90 * MINUTE))


def test_a_cooling_reply_can_not_be_approved():
    with pytest.raises(StillCoolingError):
        held_reply().approved(RAW, NOON)


def test_only_an_approved_reply_may_be_sent():
    assert not ready().may_be_sent(mark(100 * MINUTE))
    assert approved().may_be_sent(mark(100 * MINUTE))
    with pytest.raises(IllegalTransitionError):
        ready().talking()


def test_bytes_that_are_not_the_approved_ones_are_never_sent():
    from dataclasses import replace

    with pytest.raises(IllegalTransitionError, match="not the approved one"):
        replace(approved(), raw=RAW + b"!").talking()


@pytest.mark.parametrize("state", [held_reply, ready, approved])
def test_a_pause_takes_the_approval_back(state):
    paused = state().paused(PausedBy.NEWER_MAIL)
    assert paused.state is OutboxState.PAUSED
    assert paused.paused_by is PausedBy.NEWER_MAIL
    assert (paused.approved_at, paused.raw, paused.sha256) == (None, None, "")


def test_a_paused_reply_starts_a_new_full_hold():
    now = mark(5 * HOUR)
    plan = plan_hold(HoldPolicy(), occasion(3), now.reading.wall)
    again = held_reply().paused(PausedBy.NEWER_MAIL).held_again(plan, now)
    assert again.state is OutboxState.COOLING
    assert again.remaining(now.steady_ns) == 90 * MINUTE
    assert again.paused_by is PausedBy.NOTHING


def test_one_hour_more_lengthens_a_cooling_reply_by_an_hour():
    now = mark(30 * MINUTE)
    longer = held_reply().held_longer(now, HOUR)
    assert longer.remaining(now.steady_ns) == 120 * MINUTE
    assert longer.plan.send_after == NOON + 150 * MINUTE


def test_one_hour_more_at_the_gate_is_a_new_full_hold():
    now = mark(2 * HOUR)
    longer = approved().held_longer(now, HOUR)
    assert longer.state is OutboxState.COOLING
    assert longer.remaining(now.steady_ns) == 90 * MINUTE
    assert not longer.is_approved


def test_a_short_hold_is_at_least_an_hour_more():
    now = mark(HOUR)
    reply = held_reply(0).released().held_longer(now, HOUR)
    assert reply.remaining(now.steady_ns) == HOUR


def test_a_busy_server_is_tried_again_after_1_5_15_and_60_minutes():
    reply, waits = approved(), []
    for _ in range(5):
        now = mark(100 * MINUTE)
        reply = reply.talking().postponed(now, "The server is busy.")
        waits.append((reply.retry_steady_ns - now.steady_ns) / 60e9)
        assert reply.is_approved
    assert waits == [1, 5, 15, 60, 60]


def test_a_postponed_reply_waits_for_its_next_try():
    reply = sending().postponed(mark(100 * MINUTE), "busy")
    assert not reply.may_be_sent(mark(101 * MINUTE - SECOND))
    assert reply.may_be_sent(mark(101 * MINUTE))
    assert reply.tried_now(mark(100 * MINUTE)).may_be_sent(mark(100 * MINUTE))


def test_a_refused_password_uses_up_no_attempt():
    reply = sending().waiting_for_seller(mark(100 * MINUTE), "The password is not accepted.")
    assert (reply.state, reply.attempts, reply.is_approved) == (OutboxState.READY, 0, True)


def test_a_crash_before_the_dot_sends_again_and_after_it_never():
    before = sending().after_crash()
    after = sending().dotted(NOON).after_crash()
    assert (before.state, before.is_approved) == (OutboxState.READY, True)
    assert after.state is OutboxState.UNCERTAIN
    assert "may have been delivered" in after.problem


def test_an_approval_counts_for_twelve_hours_and_is_then_asked_for_again():
    last = 91 * MINUTE + 12 * HOUR
    assert approved().may_be_sent(mark(last))
    assert not approved().may_be_sent(mark(last + SECOND))
    assert approved().has_lapsed(mark(last + SECOND))
    asked = approved().asked_again()
    assert (asked.state, asked.is_approved, asked.raw) == (OutboxState.READY, False, None)
    assert "12 hours" in asked.problem


def test_an_approval_that_waits_for_the_server_counts_from_the_next_try():
    postponed = sending().postponed(mark(20 * HOUR), "busy")
    assert postponed.may_be_sent(mark(20 * HOUR + MINUTE))
    assert not postponed.has_lapsed(mark(32 * HOUR + MINUTE))
    assert postponed.has_lapsed(mark(32 * HOUR + MINUTE + SECOND))


def test_nothing_leaves_in_quiet_hours_and_the_approval_counts_from_their_end(in_zone):
    in_zone("UTC")
    reply = approved()
    reply = replace(reply, plan=replace(reply.plan, quiet=(QuietHours(time(13), time(23)),)))
    assert not reply.may_be_sent(mark(11 * HOUR - SECOND))
    assert reply.may_be_sent(mark(11 * HOUR))
    assert reply.may_be_sent(mark(23 * HOUR))
    assert reply.has_lapsed(mark(23 * HOUR + SECOND))


def test_an_uncertain_reply_is_sent_again_only_by_the_seller_and_with_the_same_bytes():
    uncertain = sending().dotted(NOON).uncertain("cut")
    assert not uncertain.may_be_sent(mark(1000 * HOUR))
    again = uncertain.sent_again(mark(90 * MINUTE))
    assert again.may_be_sent(mark(100 * MINUTE))
    assert (again.raw, again.message_id) == (RAW, uncertain.message_id)


def test_what_is_restored_from_the_journal_is_paused_or_uncertain():
    cooling = held_reply().restored(7, 8, mark(HOUR))
    dotted = sending().dotted(NOON).restored(7, 8, mark(HOUR))
    assert (cooling.state, cooling.paused_by) == (OutboxState.PAUSED, PausedBy.RESTORED)
    assert (cooling.draft.account_id, cooling.conversation_id) == (7, 8)
    assert dotted.state is OutboxState.UNCERTAIN


def test_every_state_but_the_last_two_has_a_way_on():
    for state, onward in TRANSITIONS.items():
        assert bool(onward) is (state not in {OutboxState.SENT, OutboxState.RECALLED})


@pytest.mark.parametrize(
    ("state", "step"),
    [
        (lambda: sending().sent(NOON), lambda r: r.taken_back()),
        (lambda: held_reply().taken_back(), lambda r: r.released()),
        (sending, lambda r: r.taken_back()),
        (sending, lambda r: r.paused(PausedBy.NEWER_MAIL)),
        (held_reply, lambda r: r.sent(NOON)),
        (ready, lambda r: r.sent(NOON)),
        (lambda: sending().failed("no"), lambda r: r.sent(NOON)),
        (lambda: sending().sent(NOON), lambda r: r.found_in_sent(NOON)),
        (sending, lambda r: r.asked_again().taken_back().asked_again()),
        (lambda: held_reply().paused(PausedBy.NEWER_MAIL), lambda r: r.approved(RAW, NOON)),
        (lambda: sending().failed("no"), lambda r: r.approved(RAW, NOON)),
        (ready, lambda r: r.dotted(NOON)),
    ],
)
def test_a_step_that_the_table_does_not_name_is_refused(state, step):
    with pytest.raises(IllegalTransitionError):
        step(state())
