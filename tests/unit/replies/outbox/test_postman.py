"""The postman: what it sends, when, and what each answer of the server means."""

from datetime import timedelta

import pytest
from builders import HOUR, MINUTE, draft

from softanswer.mailbox.errors import (
    CertificateError,
    ConnectionFailedError,
    CredentialsError,
    KeyringError,
    OutcomeUnknownError,
    ProtocolError,
    ServerBusyError,
    ServerRefusedError,
    StoreFullError,
)
from softanswer.mailbox.smtp import Submission
from softanswer.replies.outbox import store
from softanswer.replies.outbox.held_reply import OutboxState, PausedBy
from softanswer.replies.outbox.postman import Postman


class Server:
    """Takes letters, or fails before or after the dot."""

    def __init__(self):
        self.taken = []
        self.before_dot_error = None
        self.after_dot_error = None

    def __call__(self, account, password, envelope, raw, before_dot, on_taken):
        if self.before_dot_error:
            raise self.before_dot_error
        before_dot()
        if self.after_dot_error:
            raise self.after_dot_error
        self.taken.append((account.address, password, envelope, raw))
        submission = Submission(250, "OK", "2.0.0")
        on_taken(submission)
        return submission


class Secrets:
    error = None

    def get(self, _address):
        if self.error:
            raise self.error
        return "s3cret"


@pytest.fixture
def server():
    return Server()


@pytest.fixture
def secrets():
    return Secrets()


@pytest.fixture
def looks():
    return []


@pytest.fixture
def postman(writer, outbox, server, secrets, looks):
    return Postman(writer, outbox, secrets, look=looks.append, submit=server)


@pytest.fixture
def reply(writer, outbox, clock, account_id, conversation_id):
    return writer.call(
        lambda tx: outbox.hold(
            tx,
            draft(account_id=account_id),
            conversation_id=conversation_id,
            heat=0,
            deadline=None,
            first_body="",
        )
    )


@pytest.fixture
def approved(writer, outbox, clock, reply):
    clock.pass_time(30 * MINUTE)
    return writer.call(lambda tx: outbox.approve(tx, reply.id))


def now(writer, reply):
    return writer.call(lambda tx: store.load(tx.db, reply.id))


def test_it_sends_nothing_that_was_not_approved(postman, clock, server, reply, writer):
    clock.pass_time(HOUR)
    postman.work_once()
    assert server.taken == []
    assert now(writer, reply).state is OutboxState.READY


def test_it_hands_over_the_approved_bytes_once(postman, server, approved, writer, account_id):
    postman.work_once()
    postman.work_once()
    ((address, password, envelope, raw),) = server.taken
    assert (address, password, raw) == ("ana@lanternlane.example", "s3cret", approved.raw)
    assert envelope.reverse_path == "ana@lanternlane.example"
    assert envelope.forward_paths == ("j.harwood@mail.example",)
    assert now(writer, approved).state is OutboxState.SENT


def test_it_looks_at_the_mailbox_before_it_takes_a_reply(postman, looks, approved, account_id):
    postman.work_once()
    assert looks == [account_id]


def test_a_newer_letter_found_by_the_look_keeps_the_reply(
    writer, outbox, server, secrets, approved, conversation_id
):
    def look(_account_id):
        writer.call(lambda tx: outbox.pause_for(tx, conversation_id, PausedBy.NEWER_MAIL))

    Postman(writer, outbox, secrets, look=look, submit=server).work_once()
    assert server.taken == []
    assert now(writer, approved).state is OutboxState.PAUSED


def test_without_a_look_nothing_goes_out_and_the_reason_is_shown(
    writer, outbox, clock, server, secrets, approved
):
    def look(_account_id):
        raise ConnectionFailedError("No connection to imap.lanternlane.example.")

    postman = Postman(writer, outbox, secrets, look=look, submit=server)
    postman.work_once()
    waiting = now(writer, approved)
    assert (waiting.state, waiting.is_approved) == (OutboxState.READY, True)
    assert waiting.problem == "No connection to imap.lanternlane.example."
    assert server.taken == []


BEFORE_DOT = [
    (ServerBusyError("busy", 451), OutboxState.READY, True),
    (ConnectionFailedError("cut"), OutboxState.READY, True),
    (ProtocolError("odd"), OutboxState.READY, True),
    (CredentialsError("password"), OutboxState.READY, True),
    (CertificateError("expired"), OutboxState.READY, True),
    (ServerRefusedError("no such user", 550), OutboxState.FAILED, True),
]


@pytest.mark.parametrize(("error", "state", "is_approved"), BEFORE_DOT)
def test_each_failure_before_the_dot_has_its_state_and_its_words(
    postman, server, approved, writer, error, state, is_approved
):
    server.before_dot_error = error
    postman.work_once()
    after = now(writer, approved)
    assert (after.state, after.is_approved, after.problem) == (state, is_approved, str(error))


def test_a_broken_connection_after_the_dot_is_uncertain_and_never_repeated(
    postman, server, approved, writer, clock
):
    server.after_dot_error = OutcomeUnknownError("It may have been delivered.")
    postman.work_once()
    server.after_dot_error = None
    clock.pass_time(1000 * HOUR)
    postman.work_once()
    after = now(writer, approved)
    assert (after.state, after.problem) == (OutboxState.UNCERTAIN, "It may have been delivered.")
    assert server.taken == []


def test_a_refusal_after_the_dot_is_no_mystery(postman, server, approved, writer):
    server.after_dot_error = ServerRefusedError("too much spam", 554)
    postman.work_once()
    assert now(writer, approved).state is OutboxState.FAILED


def test_a_missing_password_uses_up_no_attempt(postman, secrets, approved, writer):
    secrets.error = KeyringError("The keyring is locked.")
    postman.work_once()
    after = now(writer, approved)
    assert (after.state, after.attempts) == (OutboxState.READY, 0)


def test_a_busy_server_is_tried_again_when_its_time_has_come(
    postman, server, approved, writer, clock
):
    server.before_dot_error = ServerBusyError("greylisted", 451)
    assert postman.work_once() <= timedelta(minutes=1)
    server.before_dot_error = None
    clock.pass_time(timedelta(seconds=59))
    postman.work_once()
    assert server.taken == []
    clock.pass_time(timedelta(seconds=1))
    postman.work_once()
    assert len(server.taken) == 1


def test_after_a_day_of_trying_it_gives_up_and_says_so(postman, server, approved, writer, clock):
    server.before_dot_error = ServerBusyError("busy", 451)
    postman.work_once()
    clock.pass_time(25 * HOUR)
    postman.work_once()
    after = now(writer, approved)
    assert after.state is OutboxState.FAILED
    assert "24 hours" in after.problem


def test_when_the_dot_cannot_be_noted_the_reply_waits(
    postman, server, approved, writer, monkeypatch
):
    def full(*_):
        raise StoreFullError("no room")

    server.before_dot_error = StoreFullError("no room")
    with pytest.raises(StoreFullError):
        postman.work_once()
    server.before_dot_error = None
    postman.work_once()
    assert len(server.taken) == 1
    assert now(writer, approved).state is OutboxState.SENT


def test_it_wakes_when_the_next_hold_ends(postman, clock, reply):
    clock.pass_time(30 * MINUTE - timedelta(seconds=10))
    assert postman.work_once() == timedelta(seconds=10)
    clock.pass_time(timedelta(seconds=10))
    postman.work_once()


def test_it_never_sleeps_longer_than_half_a_minute(postman, reply):
    assert postman.work_once() == timedelta(seconds=30)


def test_two_letters_on_the_way_are_both_sent(
    writer, outbox, clock, postman, server, reply, account_id
):
    from softanswer.mailbox.store.messages import reserve_conversation

    other = writer.call(lambda tx: reserve_conversation(tx.db, account_id, "<two@mail.example>"))
    second = writer.call(
        lambda tx: outbox.hold(
            tx,
            draft(account_id=account_id),
            conversation_id=other,
            heat=0,
            deadline=None,
            first_body="",
        )
    )
    clock.pass_time(30 * MINUTE)
    for each in (reply, second):
        writer.call(lambda tx, each=each: outbox.approve(tx, each.id))
    postman.work_once()
    assert len(server.taken) == 2
