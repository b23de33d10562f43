"""What comes up at the worst moment: while a letter is looked after, handed over, or awaited."""

import sqlite3
from datetime import timedelta

import pytest
from builders import HOUR, MINUTE, NOON, draft, occasion
from fakes.letterbox import Letterbox
from fakes.shop import COMPLAINT, QUESTION

from softanswer.mailbox.errors import (
    ConnectionFailedError,
    OutcomeUnknownError,
    ServerBusyError,
    StoreError,
)
from softanswer.mailbox.message import Address
from softanswer.mailbox.smtp import Submission
from softanswer.mailbox.store.folders import FolderRole
from softanswer.mailbox.store.messages import reserve_conversation, set_flag
from softanswer.replies.cases import store as cases
from softanswer.replies.cases.case import Correction
from softanswer.replies.compose import store as drafts
from softanswer.replies.errors import IllegalTransitionError, ReplyError
from softanswer.replies.outbox import home_store, store
from softanswer.replies.outbox.held_reply import LIVE, OutboxState, PausedBy
from softanswer.replies.outbox.policy import HoldPolicy
from softanswer.replies.outbox.postman import Postman

FOUND_IT = "Forget it, I have found my book!\n"
SECOND = timedelta(seconds=1)


class Secrets:
    def get(self, _address):
        return "secret"


class Post:
    """A shop with its postman; `server` and `look` are what a test makes of them."""

    def __init__(self, folder, writer):
        self.box = Letterbox(folder, writer)
        self.taken = []
        self.server = self.take
        self.look = lambda: None
        self.postman = Postman(
            writer, self.box.outbox, Secrets(), look=lambda _: self.look(), submit=self.submit
        )

    def submit(self, account, login, envelope, raw, before_dot, on_taken):
        self.server(raw, before_dot, on_taken)

    def take(self, raw, before_dot, on_taken):
        before_dot()
        self.taken.append(raw)
        on_taken(Submission(250, "OK", "2.0.0"))

    def hold(self, subject="One", text=QUESTION, **parts):
        return self.box.hold(self.box.receive(subject, text, **parts))

    def approved(self, subject="One", **parts):
        reply = self.hold(subject, **parts)
        self.box.clock.pass_time(2 * HOUR)
        return self.do("approve", reply)

    def do(self, step, reply, *more):
        return self.box.do(lambda tx: getattr(self.box.outbox, step)(tx, reply.id, *more))

    def now(self, reply):
        return self.box.do(lambda tx: store.load(tx.db, reply.id))

    def work(self, after=timedelta(0)):
        self.box.clock.pass_time(after)
        self.postman.work_once()


@pytest.fixture
def post(tmp_path, writer):
    return Post(tmp_path, writer)


def busy(*_):
    raise ServerBusyError("busy", 451)


# A hold ends by its end and by nothing else.


def test_trying_at_once_ends_no_hold(post):
    reply = post.hold()
    with pytest.raises(IllegalTransitionError):
        post.do("try_now", reply)
    assert post.now(reply).state is OutboxState.COOLING


def test_a_look_that_fails_ends_no_new_hold(post):
    reply = post.approved()

    def look():
        post.do("hold_longer", reply, HOUR)
        raise ConnectionFailedError("cut")

    post.look = look
    post.work()
    assert post.now(reply).state is OutboxState.COOLING


def test_nor_does_the_failure_of_another_reply(post):
    first = post.approved()
    second = post.approved("Two", sender="Eva <eva@mail.example>")

    def server(*_):
        post.do("hold_longer", second, HOUR)
        raise ConnectionFailedError("cut")

    post.server = server
    post.work()
    assert post.now(second).state is OutboxState.COOLING
    post.server = post.take
    post.work(after=2 * MINUTE)
    assert [first.message_id.encode() in raw for raw in post.taken] == [True]


def test_a_paused_reply_is_not_held_longer_but_again(post):
    reply = post.hold()
    post.box.do(
        lambda tx: post.box.outbox.pause_for(tx, reply.conversation_id, PausedBy.NEWER_MAIL)
    )
    with pytest.raises(IllegalTransitionError):
        post.do("hold_longer", reply, HOUR)


# What comes up while a letter goes out is not forgotten (D5).


def newer(post, reply):
    post.box.receive("Again", FOUND_IT, at=post.box.clock.wall)


def elsewhere(post, reply):
    (letter,) = (m for m in post.box.do(lambda tx: _letters(tx, reply)) if not m.is_outgoing)
    post.box.find_in_sent("Re: One", to=letter, at=post.box.clock.wall)


def _letters(tx, reply):
    from softanswer.mailbox.store.messages import load_conversation

    return load_conversation(tx.db, reply.conversation_id)


@pytest.mark.parametrize("event", [newer, elsewhere])
def test_a_refused_letter_that_was_overtaken_is_paused(post, event):
    reply = post.approved()

    def server(*_):
        event(post, reply)
        busy()

    post.server = server
    post.work()
    assert post.now(reply).state is OutboxState.PAUSED
    post.server = post.take
    post.work(after=HOUR)
    assert post.taken == []


def test_the_dot_of_a_letter_that_is_overtaken_does_not_leave(post):
    reply = post.approved()

    def server(raw, before_dot, on_taken):
        newer(post, reply)
        post.take(raw, before_dot, on_taken)

    post.server = server
    post.work()
    assert (post.now(reply).state, post.taken) == (OutboxState.PAUSED, [])


def test_where_the_server_takes_its_time_inbox_is_looked_at_again(post):
    reply = post.approved()

    def server(raw, before_dot, on_taken):
        post.look = lambda: newer(post, reply)
        post.box.clock.pass_time(61 * SECOND)
        post.take(raw, before_dot, on_taken)

    post.server = server
    post.work()
    assert (post.now(reply).state, post.taken) == (OutboxState.PAUSED, [])


def test_a_letter_that_is_overtaken_after_a_kill_is_paused(post):
    reply = post.approved()
    post.do("take", reply)
    newer(post, reply)
    post.work()
    assert (post.now(reply).state, post.taken) == (OutboxState.PAUSED, [])


def test_an_uncertain_one_that_is_sent_again_is_paused_where_something_came_up(post):
    reply = post.approved()
    post.do("take", reply)
    post.do("step", reply, lambda r, m: r.dotted(m.reading.wall).uncertain("cut"))
    newer(post, reply)
    post.do("send_again", reply)
    post.work()
    assert (post.now(reply).state, post.taken) == (OutboxState.PAUSED, [])


def test_an_uncertain_one_whose_copy_is_in_sent_already_is_sent(post):
    reply = post.approved()

    def server(raw, before_dot, on_taken):
        before_dot()
        post.box.take_in(raw, post.box.clock.wall, FolderRole.SENT)
        raise OutcomeUnknownError("cut")

    post.server = server
    post.work()
    assert post.now(reply).state is OutboxState.SENT


def test_a_letter_that_came_while_she_wrote_pauses_the_reply_at_once(post):
    letter = post.box.receive("One", QUESTION)
    matter = post.box.matter(letter)
    post.box.receive("Two", FOUND_IT, at=NOON, In_Reply_To=letter.message.message_id)
    held = post.box.hold_of(matter)
    assert (held.state, held.paused_by) == (OutboxState.PAUSED, PausedBy.NEWER_MAIL)


# Late, and hotter than it seemed.


def test_what_goes_by_itself_does_not_go_days_late(post):
    post.box.do(lambda tx: post.box.outbox.set_policy(tx, HoldPolicy(send_by_itself=True)))
    reply = post.hold()
    post.work(after=72 * HOUR)
    assert (post.now(reply).state, post.now(reply).is_approved) == (OutboxState.READY, False)
    assert post.taken == []


def test_nor_when_the_seller_finds_the_letter_furious_meanwhile(post):
    post.box.do(lambda tx: post.box.outbox.set_policy(tx, HoldPolicy(send_by_itself=True)))
    reply = post.hold()
    post.box.do(
        lambda tx: cases.correct(
            tx, reply.conversation_id, Correction(complaint=True, heat=3), post.box.clock.wall
        )
    )
    post.work(after=HOUR)
    assert (post.now(reply).state, post.taken) == (OutboxState.READY, [])


def test_an_approval_that_waited_for_the_network_for_half_a_day_is_asked_for_again(post):
    reply = post.approved()

    def look():
        raise ConnectionFailedError("no network")

    post.look = look
    for _ in range(13):
        post.work(after=HOUR)
    assert not post.now(reply).is_approved
    post.look = lambda: None
    post.work(after=HOUR)
    assert post.taken == []


@pytest.mark.parametrize("way", ["send_again", "try_now"])
def test_what_the_seller_sends_again_after_hours_goes_with_the_same_bytes(post, way):
    reply = post.approved()
    if way == "send_again":
        post.do("take", reply)
        post.do("step", reply, lambda r, m: r.dotted(m.reading.wall).uncertain("cut"))
        post.box.clock.pass_time(13 * HOUR)
    else:
        post.server = busy
        for _ in range(14):
            post.work(after=HOUR)
        post.server = post.take
    post.do(way, reply)
    post.work()
    assert post.taken == [reply.raw]


# One reply holds up no other.


def test_a_fault_of_the_program_in_one_letter_holds_up_no_other(post, caplog):
    first = post.approved()
    second = post.approved("Two", sender="Eva <eva@mail.example>")

    def server(raw, before_dot, on_taken):
        if first.message_id.encode() in raw:
            raise RuntimeError("a fault")
        post.take(raw, before_dot, on_taken)

    post.server = server
    post.work()
    assert post.now(second).state is OutboxState.SENT
    assert "fault of the program" in post.now(first).problem
    post.server = post.take
    post.work(after=HOUR)
    assert post.now(first).state is OutboxState.SENT


def test_a_fault_behind_the_dot_leaves_the_letter_uncertain(post, caplog):
    reply = post.approved()

    def server(raw, before_dot, on_taken):
        before_dot()
        raise RuntimeError("a fault")

    post.server = server
    post.work()
    assert post.now(reply).state is OutboxState.UNCERTAIN


def test_an_address_that_no_letter_can_go_to_is_told_before_the_hold(
    writer, outbox, account_id, conversation_id
):
    made = draft(account_id=account_id, to=Address("José", "josé@mail.example"))
    with pytest.raises(ReplyError, match=r"josé@mail\.example"):
        writer.call(
            lambda tx: outbox.hold(
                tx,
                made,
                conversation_id=conversation_id,
                occasion=occasion(0),
                first_body="",
            )
        )
    assert writer.call(lambda tx: store.load_in(tx.db)) == ()


# What the seller has written stays hers.


def test_taking_back_keeps_a_draft_that_was_begun_meanwhile(post):
    reply = post.hold()
    other = drafts.StoredDraft(reply.conversation_id, "Re: One", "Something new.\n")
    post.box.do(lambda tx: drafts.save_draft(tx, other, post.box.clock.wall))
    post.do("take_back", reply)
    kept = post.box.do(lambda tx: drafts.load_draft(tx.db, reply.conversation_id))
    assert reply.draft.body.strip() in kept.body
    assert "Something new." in kept.body


def test_a_mark_of_an_answer_that_was_there_before_pauses_no_further_answer(post):
    letter = post.box.receive("One", COMPLAINT)
    post.box.do(lambda tx: set_flag(tx, letter.id, "\\Answered", on=True))
    reply = post.box.hold(letter)
    post.box.do(lambda tx: set_flag(tx, letter.id, "\\Flagged", on=True))
    touched = frozenset({letter.conversation_id})
    post.box.do(lambda tx: post.box.intake.follow_flags(tx, touched))
    assert post.now(reply).state is OutboxState.COOLING


def test_only_the_replies_to_a_customer_are_read_when_her_letter_comes(writer, outbox, account_id):
    def hold(number):
        conversation = writer.call(
            lambda tx: reserve_conversation(tx.db, account_id, f"<{number}@c.example>")
        )
        to = Address("", f"C{number}@mail.example")
        return writer.call(
            lambda tx: outbox.hold(
                tx,
                draft(account_id=account_id, to=to),
                conversation_id=conversation,
                occasion=occasion(0),
                first_body="",
            )
        )

    first, second = hold(1), hold(2)
    found = writer.call(lambda tx: store.live_to(tx.db, first.conversation_id, "c2@MAIL.example"))
    assert {reply.id for reply in found} == {first.id, second.id}
    assert len(writer.call(lambda tx: store.live_to(tx.db, 999, "c1@mail.example"))) == 1


# What else must not be forgotten.


def test_a_paused_reply_is_held_again_by_the_policy_in_force_and_for_the_gate(post):
    policy = HoldPolicy(base=HOUR, send_by_itself=True)
    post.box.do(lambda tx: post.box.outbox.set_policy(tx, policy))
    reply = post.hold()
    newer(post, reply)
    shorter = HoldPolicy(base=MINUTE, send_by_itself=True)
    post.box.do(lambda tx: post.box.outbox.set_policy(tx, shorter))
    again = post.do("hold_again", reply, occasion(0))
    assert (again.plan.length, again.plan.sends_itself) == (HOUR, False)


def test_a_copy_in_sent_settles_a_reply_that_cools(post):
    reply = post.hold()
    assert post.box.do(lambda tx: post.box.outbox.found_in_sent(tx, reply.message_id))
    assert post.now(reply).state is OutboxState.SENT


@pytest.mark.parametrize(
    ("long", "huge", "waits", "is_shortened"),
    [
        (10, 10**9, False, True),
        (10, 10**9, True, False),  # what waits would be paused, were the program killed here
        (10, 10, True, True),
        (10**9, 10**9, False, False),
    ],
)
def test_the_journal_is_shortened_when_nothing_waits_or_it_is_huge(
    post, monkeypatch, long, huge, waits, is_shortened
):
    monkeypatch.setattr("softanswer.replies.outbox.journal._LONG_BYTES", long)
    monkeypatch.setattr("softanswer.replies.outbox.journal._HUGE_BYTES", huge)
    reply = post.hold()
    if not waits:
        post.do("take_back", reply)
    before = post.box.outbox.journal.stamp()
    post.box.do(post.box.outbox.tidy)
    assert (post.box.outbox.journal.stamp() != before) is is_shortened
    live = [one for one in post.box.outbox.journal.latest() if one.reply.state in LIVE]
    assert len(live) == waits


def test_a_journal_that_cannot_be_shortened_keeps_no_letter_back(post, monkeypatch):
    monkeypatch.setattr("softanswer.replies.outbox.journal._HUGE_BYTES", 10)

    def is_full(_self):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("softanswer.replies.outbox.journal.Journal.shorten", is_full)
    post.approved()
    post.work()
    assert len(post.taken) == 1


def test_where_the_outcome_cannot_be_stored_it_is_stored_as_soon_as_it_can(post, monkeypatch):
    reply = post.approved()

    def server(raw, before_dot, on_taken):
        before_dot()
        post.taken.append(raw)
        with monkeypatch.context() as patch:
            patch.setattr(home_store, "save_journal_mark", is_locked)
            on_taken(Submission(250, "OK", "2.0.0"))

    def is_locked(*_):
        raise sqlite3.OperationalError("database is locked")

    post.server = server
    with pytest.raises(StoreError):
        post.work()
    assert post.now(reply).state is OutboxState.SENDING
    post.work()
    assert (post.now(reply).state, len(post.taken)) == (OutboxState.SENT, 1)
