"""The postman: what it sends, when, and what each answer of the server means."""

from datetime import time, timedelta

import pytest
from builders import HOUR, MINUTE, account, draft, occasion

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
from softanswer.mailbox.login import PasswordLogin
from softanswer.mailbox.message import Address
from softanswer.mailbox.smtp import Submission
from softanswer.mailbox.store.accounts import add_account
from softanswer.mailbox.store.messages import reserve_conversation
from softanswer.replies.outbox import store
from softanswer.replies.outbox.held_reply import OutboxState, PausedBy
from softanswer.replies.outbox.outbox import Outbox
from softanswer.replies.outbox.policy import HoldPolicy
from softanswer.replies.outbox.postman import Postman
from softanswer.replies.outbox.quiet_hours import QuietHours


class Server:
    """Takes letters, or fails before or after the dot."""

    def __init__(self):
        self.taken = []
        self.before_dot_error = None
        self.after_dot_error = None
        self.in_front_of_dot = lambda before_dot: before_dot()

    def __call__(self, account, login, envelope, raw, before_dot, on_taken):
        if self.before_dot_error:
            raise self.before_dot_error
        self.in_front_of_dot(before_dot)
        if self.after_dot_error:
            raise self.after_dot_error
        self.taken.append((account.address, login, envelope, raw))
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
            occasion=occasion(0),
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
    ((address, login, envelope, raw),) = server.taken
    assert (address, raw) == ("ana@lanternlane.example", approved.raw)
    assert login == PasswordLogin("ana@lanternlane.example", "s3cret")
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
    for _ in range(27):
        postman.work_once()
        clock.pass_time(HOUR)
    assert now(writer, approved).state is OutboxState.READY
    clock.set_wall(-100 * HOUR)
    postman.work_once()
    after = now(writer, approved)
    assert after.state is OutboxState.FAILED
    assert "28 tries, over a day" in after.problem


def test_a_reply_that_nobody_could_try_for_half_a_day_is_asked_for_again(
    postman, server, approved, writer, clock
):
    server.before_dot_error = ServerBusyError("busy", 451)
    postman.work_once()
    clock.pass_time(13 * HOUR)
    server.before_dot_error = None
    postman.work_once()
    after = now(writer, approved)
    assert (after.state, after.is_approved, server.taken) == (OutboxState.READY, False, [])


def test_stop_all_stops_a_letter_whose_dot_has_not_left(postman, server, approved, writer):
    def stop_then(before_dot):
        writer.call(lambda tx: store.set_stopped(tx, stopped=True))
        before_dot()

    server.in_front_of_dot = stop_then
    postman.work_once()
    after = now(writer, approved)
    assert (after.state, after.is_approved, after.attempts) == (OutboxState.READY, True, 0)
    assert (after.dotted_at, server.taken) == (None, [])
    writer.call(lambda tx: store.set_stopped(tx, stopped=False))
    server.in_front_of_dot = lambda before_dot: before_dot()
    postman.work_once()
    assert len(server.taken) == 1


def test_quiet_hours_keep_an_approved_reply_until_they_end(
    postman, server, outbox, writer, clock, account_id, in_zone
):
    in_zone("UTC")
    night = HoldPolicy(quiet=(QuietHours(time(12), time(14)),))
    writer.call(lambda tx: outbox.set_policy(tx, night))
    conversation = writer.call(lambda tx: reserve_conversation(tx.db, account_id, "<q@x.example>"))
    held = writer.call(
        lambda tx: outbox.hold(
            tx,
            draft(account_id=account_id),
            conversation_id=conversation,
            occasion=occasion(0),
            first_body="",
        )
    )
    clock.pass_time(31 * MINUTE)
    writer.call(lambda tx: outbox.approve(tx, held.id))
    assert postman.work_once() == timedelta(seconds=30)
    clock.pass_time(89 * MINUTE - timedelta(seconds=10))
    assert postman.work_once() == timedelta(seconds=10)
    assert server.taken == []
    clock.pass_time(timedelta(seconds=10))
    postman.work_once()
    assert len(server.taken) == 1


def test_when_the_dot_cannot_be_noted_the_reply_waits(
    postman, server, approved, writer, monkeypatch
):
    def full(*_):
        raise StoreFullError("no room")

    with monkeypatch.context() as patch:
        patch.setattr(Outbox, "note_dot", full)
        with pytest.raises(StoreFullError):
            postman.work_once()
    assert server.taken == []
    assert now(writer, approved).dotted_at is None
    postman.work_once()
    assert len(server.taken) == 1
    assert now(writer, approved).state is OutboxState.SENT


def test_it_wakes_when_the_next_hold_ends(postman, clock, reply, writer):
    clock.pass_time(30 * MINUTE - timedelta(seconds=10))
    assert postman.work_once() == timedelta(seconds=10)
    clock.pass_time(timedelta(seconds=10))
    postman.work_once()
    assert now(writer, reply).state is OutboxState.READY


def test_it_never_sleeps_longer_than_half_a_minute(postman, reply):
    assert postman.work_once() == timedelta(seconds=30)


def test_two_letters_on_the_way_are_both_sent(
    writer, outbox, clock, postman, server, reply, account_id
):
    other = writer.call(lambda tx: reserve_conversation(tx.db, account_id, "<two@mail.example>"))
    second = writer.call(
        lambda tx: outbox.hold(
            tx,
            draft(account_id=account_id),
            conversation_id=other,
            occasion=occasion(0),
            first_body="",
        )
    )
    clock.pass_time(30 * MINUTE)
    for each in (reply, second):
        writer.call(lambda tx, each=each: outbox.approve(tx, each.id))
    postman.work_once()
    assert len(server.taken) == 2


# Several accounts.


class Accounts:
    """Two accounts with replies that were approved; the servers of each can fail on their own."""

    def __init__(self, writer, outbox, clock, account_id):
        self.writer, self.outbox, self.clock = writer, outbox, clock
        other = account(address="eva@quay.example")
        self.ana = account_id
        self.eva = writer.call(lambda tx: add_account(tx, other))
        self.looks, self.tries, self.taken = [], [], []
        self.look_errors, self.submit_errors = {}, {}
        self.postman = Postman(writer, outbox, Secrets(), look=self.look, submit=self.submit)

    def approve(self, account_id, number):
        name = f"<letter-{number}@mail.example>"
        conversation = self.writer.call(lambda tx: reserve_conversation(tx.db, account_id, name))
        sender = Address("", f"reply-{number}@shop.example")
        held = self.writer.call(
            lambda tx: self.outbox.hold(
                tx,
                draft(account_id=account_id, sender=sender),
                conversation_id=conversation,
                occasion=occasion(0),
                first_body="",
            )
        )
        self.clock.pass_time(30 * MINUTE)
        self.writer.call(lambda tx: self.outbox.approve(tx, held.id))
        return held

    def look(self, account_id):
        self.looks.append(account_id)
        if account_id in self.look_errors:
            raise self.look_errors[account_id]

    def submit(self, account, login, envelope, raw, before_dot, on_taken):
        self.tries.append(account.id)
        if account.id in self.submit_errors:
            raise self.submit_errors[account.id]
        before_dot()
        self.taken.append((account.address, envelope.reverse_path))
        on_taken(Submission(250, "OK", "2.0.0"))


@pytest.fixture
def accounts(writer, outbox, clock, account_id):
    return Accounts(writer, outbox, clock, account_id)


def test_each_reply_leaves_through_its_own_account_under_its_own_address(accounts):
    for number, account_id in enumerate((accounts.ana, accounts.eva, accounts.ana)):
        accounts.approve(account_id, number)
    accounts.postman.work_once()
    assert accounts.taken == [
        ("ana@lanternlane.example", "reply-0@shop.example"),
        ("eva@quay.example", "reply-1@shop.example"),
        ("ana@lanternlane.example", "reply-2@shop.example"),
    ]


OUT_OF_REACH = ConnectionFailedError("No connection.")


def test_an_account_out_of_reach_is_looked_at_once_a_round_and_holds_up_no_other(accounts, writer):
    waiting = [accounts.approve(accounts.ana, number) for number in range(3)]
    accounts.approve(accounts.eva, 3)
    accounts.look_errors[accounts.ana] = OUT_OF_REACH
    accounts.postman.work_once()
    assert accounts.looks == [accounts.ana, accounts.eva]
    assert [address for address, _ in accounts.taken] == ["eva@quay.example"]
    assert {now(writer, reply).problem for reply in waiting} == {"No connection."}
    assert {now(writer, reply).attempts for reply in waiting} == {0}


@pytest.mark.parametrize(
    ("error", "tries"),
    [(OUT_OF_REACH, 1), (CredentialsError("password"), 1), (ServerBusyError("busy", 451), 2)],
)
def test_a_server_that_lets_nobody_in_is_tried_once_a_round_a_busy_one_for_each_letter(
    accounts, error, tries
):
    accounts.approve(accounts.ana, 0)
    accounts.approve(accounts.ana, 1)
    accounts.approve(accounts.eva, 2)
    accounts.submit_errors[accounts.ana] = error
    accounts.postman.work_once()
    assert accounts.tries == [accounts.ana] * tries + [accounts.eva]
    assert [address for address, _ in accounts.taken] == ["eva@quay.example"]


def test_what_had_trouble_waits_behind_what_had_none(accounts, clock):
    accounts.approve(accounts.ana, 0)
    accounts.look_errors[accounts.ana] = OUT_OF_REACH
    accounts.postman.work_once()
    accounts.approve(accounts.eva, 1)
    accounts.looks.clear()
    accounts.postman.work_once()
    assert accounts.looks == [accounts.eva, accounts.ana]


def test_an_account_that_failed_is_tried_again_in_a_later_round(accounts, clock):
    accounts.approve(accounts.ana, 0)
    accounts.look_errors[accounts.ana] = OUT_OF_REACH
    accounts.postman.work_once()
    accounts.look_errors.clear()
    clock.pass_time(MINUTE)
    accounts.postman.work_once()
    assert len(accounts.taken) == 1
