"""The pause before the first letter: time to stop what may go at the start (RELIABILITY B6)."""

from datetime import timedelta

import pytest
from builders import MINUTE, draft

from softanswer.mailbox.smtp import Submission
from softanswer.replies.outbox import store
from softanswer.replies.outbox.hold import Occasion
from softanswer.replies.outbox.postman import Postman

PAUSE = timedelta(seconds=30)
SECOND = timedelta(seconds=1)


class Secrets:
    def get(self, _address):
        return "s3cret"


@pytest.fixture
def taken():
    return []


@pytest.fixture
def postman(writer, outbox, taken):
    def submit(_account, _login, envelope, raw, before_dot, on_taken):
        before_dot()
        taken.append(envelope.forward_paths[0])
        submission = Submission(250, "OK", "2.0.0")
        on_taken(submission)
        return submission

    return Postman(writer, outbox, Secrets(), look=lambda _: None, submit=submit, pause=PAUSE)


@pytest.fixture
def ready(writer, outbox, clock, account_id, conversation_id):
    """A reply that has cooled down."""
    reply = writer.call(
        lambda tx: outbox.hold(
            tx,
            draft(account_id=account_id),
            conversation_id=conversation_id,
            occasion=Occasion(complaint=True, heat=0),
            first_body="",
        )
    )
    clock.pass_time(30 * MINUTE)
    writer.call(outbox.release_due)
    return reply


@pytest.fixture
def approve(writer, outbox, ready):
    """The gate's Send."""
    return lambda: writer.call(lambda tx: outbox.approve(tx, ready.id))


def test_what_may_go_at_the_start_waits_for_the_pause(postman, approve, clock, taken):
    approve()
    assert postman.work_once() <= PAUSE
    clock.pass_time(PAUSE - SECOND)
    assert postman.work_once() == SECOND
    assert taken == []
    clock.pass_time(SECOND)
    postman.work_once()
    assert len(taken) == 1


def test_what_is_stopped_in_the_pause_stays(postman, approve, clock, taken, writer):
    approve()
    postman.work_once()
    writer.call(lambda tx: store.set_stopped(tx, stopped=True))
    clock.pass_time(PAUSE)
    postman.work_once()
    assert taken == []


def test_what_is_approved_in_the_pause_goes_at_once(postman, approve, taken):
    postman.work_once()
    approve()
    postman.work_once()
    assert len(taken) == 1


def test_a_clock_that_is_set_does_not_shorten_the_pause(postman, approve, clock, taken):
    approve()
    postman.work_once()
    clock.set_wall(MINUTE)
    postman.work_once()
    assert taken == []
