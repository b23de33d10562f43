"""How the held replies stand, and what has become of them."""

from dataclasses import replace

import pytest
from builders import HOUR, MINUTE
from writing import NOW, STEADY_NS, at, held

from softanswer.replies.outbox.clock import to_ns
from softanswer.replies.outbox.held_reply import PausedBy
from softanswer.ui.presence.standing import (
    Notice,
    Stage,
    Standing,
    goes_out_soon,
    notices,
    standing_of,
    states_of,
)

COOLING = held(1)
OVER = held(2, ago=2 * HOUR)
READY = OVER.released()
APPROVED = READY.approved(b"x", NOW)
SENDING = APPROVED.talking()
POSTPONED = APPROVED.postponed(at(), "Out of reach.")
PAUSED = COOLING.paused(PausedBy.NEWER_MAIL)
FAILED = SENDING.failed("No such box.")
UNCERTAIN = SENDING.dotted(NOW).uncertain("Cut off.")


def by_itself(reply):
    return replace(reply, plan=replace(reply.plan, sends_itself=True))


@pytest.mark.parametrize(
    ("reply", "stage"),
    [
        (COOLING, Stage.COOLING),
        (OVER, Stage.TO_READ),
        (by_itself(COOLING), Stage.GOES_BY_ITSELF),
        (by_itself(OVER), Stage.GOES_BY_ITSELF),
        (READY, Stage.TO_READ),
        (APPROVED, Stage.APPROVED),
        (replace(APPROVED, approved_steady_ns=STEADY_NS - to_ns(13 * HOUR)), Stage.TO_READ),
        (POSTPONED, Stage.APPROVED),
        (SENDING, Stage.LEAVING),
        (PAUSED, Stage.PAUSED),
        (FAILED, Stage.FAILED),
        (UNCERTAIN, Stage.UNCERTAIN),
    ],
)
def test_a_reply_is_at_one_stage_of_its_way(reply, stage):
    assert standing_of([reply], at()).stages == (stage,)


def test_what_is_sent_or_taken_back_is_not_held():
    sent, back = SENDING.sent(NOW), COOLING.taken_back()
    assert standing_of([sent, back], at()) == Standing()
    assert not standing_of([sent, back], at())


def test_the_last_of_those_that_cool_counts():
    hot, mild = held(3, heat=3, ago=10 * MINUTE), held(4, heat=0)
    standing = standing_of([hot, mild, READY, by_itself(held(5, heat=3))], at())
    assert standing.cool_until == NOW + 80 * MINUTE
    assert standing_of([READY], at()).cool_until is None
    assert standing.count(Stage.COOLING) == 2
    assert standing.count(Stage.COOLING, Stage.TO_READ) == 3


@pytest.mark.parametrize(
    ("reply", "goes"),
    [
        (APPROVED, True),
        (SENDING, True),
        (SENDING.dotted(NOW), False),
        (POSTPONED, False),
        (READY, False),
        (OVER, False),
        (by_itself(OVER), True),
        (by_itself(COOLING), False),
        (UNCERTAIN, False),
    ],
)
def test_what_the_postman_would_send_at_once_is_known(reply, goes):
    assert goes_out_soon(reply, at()) is goes


@pytest.mark.parametrize(
    ("before", "after", "stage"),
    [
        (COOLING, COOLING.released(), Stage.TO_READ),
        (COOLING, PAUSED, Stage.PAUSED),
        (SENDING, FAILED, Stage.FAILED),
        (SENDING, UNCERTAIN, Stage.UNCERTAIN),
        (COOLING, COOLING, None),
        (READY, READY, None),
        (READY, APPROVED, None),
        (SENDING, POSTPONED, None),
        (SENDING, SENDING.sent(NOW), None),
        (PAUSED, PAUSED.taken_back(), None),
    ],
)
def test_only_what_became_of_a_reply_by_itself_is_told(before, after, stage):
    found = notices(states_of([before]), [after])
    assert [notice.stage for notice in found] == ([stage] if stage else [])


def test_a_notice_knows_whom_the_reply_is_for_and_what_paused_it():
    assert notices(states_of([COOLING]), [PAUSED]) == (
        Notice(Stage.PAUSED, COOLING.draft.to, PausedBy.NEWER_MAIL),
    )
