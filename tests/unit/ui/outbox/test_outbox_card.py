from datetime import timedelta

import pytest
from writing import NOW, at, held

from softanswer.replies.outbox.held_reply import TRANSITIONS, OutboxState, PausedBy
from softanswer.ui.outbox.outbox_card import OutboxCard, Way, in_order, ways_on

READY = held(1, ago=timedelta(hours=2)).released()
APPROVED = READY.approved(b"letter", NOW)
REPLIES = {
    "cooling": held(2),
    "paused": held(3).paused(PausedBy.NEWER_MAIL),
    "ready": READY,
    "approved": APPROVED,
    "postponed": APPROVED.postponed(at(), "The server is busy."),
    "sending": APPROVED.talking(),
    "failed": APPROVED.talking().failed("Refused."),
    "uncertain": APPROVED.talking().dotted(NOW).uncertain("No answer."),
    "sent": APPROVED.talking().sent(NOW),
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("cooling", (Way.LONGER, Way.TAKE_BACK)),
        ("paused", (Way.READ, Way.HOLD_AGAIN, Way.TAKE_BACK)),
        ("ready", (Way.READ, Way.LONGER, Way.TAKE_BACK)),
        ("approved", (Way.TAKE_BACK,)),
        ("postponed", (Way.TRY_NOW, Way.TAKE_BACK)),
        ("sending", ()),
        ("failed", (Way.TAKE_BACK,)),
        ("uncertain", (Way.MARK_SENT, Way.SEND_AGAIN, Way.TAKE_BACK)),
        ("sent", ()),
    ],
)
def test_the_ways_on_follow_the_state(name, expected):
    assert ways_on(REPLIES[name]) == expected


@pytest.mark.parametrize("name", REPLIES)
def test_take_back_is_offered_exactly_where_the_outbox_allows_it(name):
    reply = REPLIES[name]

    is_allowed = OutboxState.RECALLED in TRANSITIONS[reply.state]
    assert (Way.TAKE_BACK in ways_on(reply)) is is_allowed


def test_what_needs_the_seller_stands_first_then_the_next_one_due():
    replies = [
        held(1, heat=3),
        held(2, heat=0),
        REPLIES["uncertain"],
        REPLIES["paused"],
        REPLIES["failed"],
        READY,
    ]
    cards = [OutboxCard(reply, "Ms Harwood", 1) for reply in replies]

    states = [card.reply.state for card in in_order(cards)]

    assert states == [
        OutboxState.READY,
        OutboxState.PAUSED,
        OutboxState.UNCERTAIN,
        OutboxState.FAILED,
        OutboxState.COOLING,
        OutboxState.COOLING,
    ]
    assert [card.reply.id for card in in_order(cards)][-2:] == [2, 1]


def test_only_a_reply_that_was_not_approved_is_to_read():
    assert OutboxCard(READY, "Ms Harwood", 3).is_to_read
    assert not OutboxCard(APPROVED, "Ms Harwood", 3).is_to_read
    assert not OutboxCard(REPLIES["cooling"], "Ms Harwood", 3).is_to_read
