"""Whatever happens in whatever order, what was promised of a held reply holds (PRODUCT D1-D7)."""

import shutil
import tempfile
from dataclasses import dataclass
from datetime import time, timedelta
from pathlib import Path

import pytest
from builders import HOUR, MINUTE, NOON, HandClock, account, draft, occasion
from fakes.command_line import MemorySecrets
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from softanswer.mailbox.errors import (
    ConnectionFailedError,
    CredentialsError,
    OutcomeUnknownError,
    ServerBusyError,
    ServerRefusedError,
)
from softanswer.mailbox.smtp import Submission
from softanswer.mailbox.store.accounts import add_account
from softanswer.mailbox.store.messages import reserve_conversation
from softanswer.replies.errors import ReplyError
from softanswer.replies.outbox import store
from softanswer.replies.outbox.held_reply import STOPPABLE, OutboxState, PausedBy
from softanswer.replies.outbox.policy import HoldPolicy, OrdinaryMail
from softanswer.replies.outbox.postman import Postman
from softanswer.replies.outbox.quiet_hours import QuietHours
from softanswer.ui.profile import Profile

ADDRESS = "ana@lanternlane.example"
CUSTOMERS = st.integers(0, 2)
WHICH = st.integers(0, 5)
HEATS = st.sampled_from([None, 0, 1, 2, 3])
LENGTHS = st.one_of(
    st.sampled_from([timedelta(seconds=1), MINUTE, 10 * MINUTE, HOUR, 3 * HOUR]),
    st.timedeltas(timedelta(0), 30 * HOUR),
)
POLICIES = st.builds(
    HoldPolicy,
    base=st.sampled_from([MINUTE, 10 * MINUTE, HOUR]),
    factors=st.sampled_from([(1.0, 1.0, 2.0, 3.0), (1.0, 1.0, 1.0, 1.0)]),
    send_by_itself=st.booleans(),
    ordinary=st.sampled_from(OrdinaryMail),
    own_heat=st.booleans(),
    quiet=st.sampled_from([(), (QuietHours(time(22), time(7)),)]),
)
EARLY = {
    "busy": ServerBusyError("busy", 451),
    "refused": ServerRefusedError("no", 550),
    "password": CredentialsError("no"),
    "cut": ConnectionFailedError("cut"),
}
LATE = ("killed at the dot", "cut at the dot", "taken but cut", "taken and killed", "killed after")
OUTCOMES = st.sampled_from(["taken", "taken", "killed", *EARLY, *LATE])


class Killed(BaseException):
    """The program dies here (kill -9)."""


@dataclass
class Known:
    """What the machine itself knows of one reply.

    Attributes:
        not_before: the end of its hold, in time that has truly passed since the beginning.
        takings, leaves: how often the server took it, and how often it may.
        is_unclear: the line broke, or the program died, when its dot was due.
        is_told_sent: the seller said that it has arrived.
    """

    message_id: str
    customer: int
    body: str
    not_before: timedelta
    approved: bytes = b""
    is_over: bool = False
    takings: int = 0
    leaves: int = 1
    is_unclear: bool = False
    is_told_sent: bool = False


class OutboxMachine(RuleBasedStateMachine):
    """A seller, her customers, a moody mail server, a clock that others turn, and kill -9."""

    def __init__(self):
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.clock = HandClock()
        self.passed = self.ahead = self.late_by = timedelta(0)
        self.secrets = MemorySecrets({ADDRESS: "secret"})
        self.profile = Profile(Path(self._folder.name) / "profile", self.clock, self.secrets)
        self.known: dict[str, Known] = {}
        self.arriving: set[int] = set()
        self.overtaken: set[int] = set()  # since the last hold of the customer's reply
        self.meanwhile = None
        self.is_stopped = False
        self.outcome = "taken"
        self.old: Path | None = None
        self.open()
        self.account_id = self.do(lambda tx: add_account(tx, account()))
        self.conversations = [
            self.do(
                lambda tx, n=n: reserve_conversation(tx.db, self.account_id, f"<{n}@c.example>")
            )
            for n in range(3)
        ]

    def open(self):
        self.writer = self.profile.open_writer()
        self.outbox = self.profile.outbox()
        self.postman = Postman(
            self.writer, self.outbox, self.secrets, look=self.look, submit=self.submit
        )

    def teardown(self):
        self.writer.close()
        self._folder.cleanup()

    def do(self, job):
        return self.writer.call(job)

    def reply(self, known):
        return self.do(lambda tx: store.by_message_id(tx.db, known.message_id))

    def pick(self, which):
        return list(self.known.values())[which % len(self.known)] if self.known else None

    def attempt(self, known, step):
        """Take a step with a reply, where its state allows it."""
        try:
            return self.do(lambda tx: step(tx, self.reply_id(tx, known)))
        except ReplyError:
            return None

    @staticmethod
    def reply_id(tx, known):
        return store.by_message_id(tx.db, known.message_id).id

    # The server.

    def look(self, _account_id):
        """A look at INBOX and Sent brings in what has come there."""
        for known in self.known.values():
            if known.takings:
                self.do(lambda tx, k=known: self.outbox.found_in_sent(tx, k.message_id))
        for customer in self.arriving:
            self.overtake(customer)
        self.arriving.clear()

    def submit(self, account, login, envelope, raw, before_dot, on_taken):
        known = next(k for k in self.known.values() if k.message_id.encode() in raw)
        self.check_may_leave(known, raw)
        self.come_up()
        if self.outcome in EARLY:
            raise EARLY[self.outcome]
        if self.outcome == "killed":
            raise Killed
        before_dot()
        assert known.customer not in self.overtaken, "it was overtaken"
        known.is_unclear |= self.outcome in LATE
        if self.outcome == "killed at the dot":
            raise Killed
        if self.outcome == "cut at the dot":
            raise OutcomeUnknownError("cut")
        known.takings += 1
        assert known.takings <= known.leaves, "it went out twice"
        if self.outcome == "taken but cut":
            raise OutcomeUnknownError("cut")
        if self.outcome == "taken and killed":
            raise Killed
        submission = Submission(250, "OK", "2.0.0")
        on_taken(submission)
        if self.outcome == "killed after":
            raise Killed
        return submission

    def check_may_leave(self, known, raw):
        """What holds at each MAIL."""
        reply = self.reply(known)
        assert self.passed >= known.not_before, "it goes out early"
        assert not known.is_over, "it was taken back"
        assert not self.is_stopped
        assert known.customer not in self.arriving
        assert reply.plan.quiet_until(self.clock.wall) is None
        assert known.approved or (reply.plan.sends_itself and (reply.plan.heat or 0) < 2)
        assert raw == (known.approved or reply.raw)
        assert known.body.encode() in raw

    # What the seller does.

    @rule(customer=CUSTOMERS, heat=HEATS, own_heat=st.integers(0, 3))
    def hold(self, customer, heat, own_heat):
        conversation = self.conversations[customer]
        body = f"Dear customer, this is answer {len(self.known)}.\n"

        def hold(tx):
            return self.outbox.hold(
                tx,
                draft(account_id=self.account_id, body=body, in_reply_to=f"<{customer}@c>"),
                conversation_id=conversation,
                occasion=occasion(heat),
                first_body="",
                own_heat=own_heat,
            )

        is_free = not self.do(lambda tx: store.live_of_conversation(tx.db, conversation))
        try:
            reply = self.do(hold)
        except ReplyError:
            assert not is_free
            return
        assert is_free
        self.overtaken.discard(customer)
        assert reply.plan.length >= MINUTE
        self.known[reply.message_id] = Known(
            reply.message_id, customer, body.strip(), self.passed + reply.plan.length
        )

    @rule(which=WHICH)
    def take_back(self, which):
        known = self.pick(which)
        if known and self.attempt(known, self.outbox.take_back):
            known.is_over = True

    @rule(which=WHICH)
    def approve(self, which):
        known = self.pick(which)
        if known and (reply := self.attempt(known, self.outbox.approve)):
            assert self.passed >= known.not_before
            known.approved = reply.raw or b""

    @rule(which=WHICH)
    def hold_longer(self, which):
        known = self.pick(which)
        if known is None:
            return
        was_cooling = self.reply(known).state is OutboxState.COOLING
        longer = self.attempt(known, lambda tx, i: self.outbox.hold_longer(tx, i, HOUR))
        if longer:
            known.approved = b""
            anew = self.passed + longer.plan.length
            known.not_before = known.not_before + HOUR if was_cooling else anew

    @rule(which=WHICH, heat=HEATS)
    def hold_again(self, which, heat):
        known = self.pick(which)
        if known is None:
            return
        again = self.attempt(known, lambda tx, i: self.outbox.hold_again(tx, i, occasion(heat)))
        if again:
            self.overtaken.discard(known.customer)
            known.approved = b""
            known.not_before = self.passed + again.plan.length

    @rule(which=WHICH)
    def say_that_it_arrived(self, which):
        known = self.pick(which)
        if known and self.reply(known).state is OutboxState.UNCERTAIN:
            self.attempt(known, self.outbox.mark_sent)
            known.is_told_sent = True

    @rule(which=WHICH)
    def send_once_more(self, which):
        known = self.pick(which)
        if known and self.attempt(known, self.outbox.send_again):
            known.leaves = known.takings + 1

    @rule(which=WHICH)
    def try_now(self, which):
        known = self.pick(which)
        if known:
            self.attempt(known, self.outbox.try_now)

    @rule(stopped=st.booleans())
    def stop_all(self, stopped):
        self.do(lambda tx: store.set_stopped(tx, stopped=stopped))
        self.is_stopped = stopped

    @rule(policy=POLICIES)
    def change_preferences(self, policy):
        def ends():
            return {m: (r.plan, r.release_steady_ns) for m in self.known if (r := self.by_id(m))}

        before = ends()
        self.do(lambda tx: self.outbox.set_policy(tx, policy))
        assert ends() == before

    def by_id(self, message_id):
        return self.do(lambda tx: store.by_message_id(tx.db, message_id))

    # What the world does.

    @rule(customer=CUSTOMERS)
    def customer_writes(self, customer):
        self.overtake(customer)

    def overtake(self, customer):
        conversation = self.conversations[customer]
        self.do(lambda tx: self.outbox.pause_for(tx, conversation, PausedBy.NEWER_MAIL))
        self.overtaken.add(customer)
        for known in self.known.values():
            if known.customer == customer and self.reply(known).state is OutboxState.PAUSED:
                known.approved = b""
        live = self.do(lambda tx: store.live_of_conversation(tx.db, conversation))
        assert all(r.state is OutboxState.PAUSED for r in live if r.state in STOPPABLE)

    @rule(customer=CUSTOMERS, which=WHICH, act=st.sampled_from(["write", "longer", "stop"]))
    def something_comes_up_while_a_letter_goes_out(self, customer, which, act):
        self.meanwhile = (act, customer, which)

    def come_up(self):
        """What was to come up meanwhile comes up now."""
        act, customer, which = self.meanwhile or ("", 0, 0)
        self.meanwhile = None
        if act == "write":
            self.overtake(customer)
        elif act == "longer":
            self.hold_longer(which)
        elif act == "stop":
            self.stop_all(True)  # noqa: FBT003 - of a rule

    @rule(customer=CUSTOMERS)
    def customer_writes_but_nobody_has_looked(self, customer):
        self.arriving.add(customer)

    @rule(length=LENGTHS)
    def time_passes(self, length):
        self.clock.pass_time(length)
        self.passed += length

    @rule(by=st.timedeltas(-60 * HOUR, 60 * HOUR))
    def somebody_sets_the_clock(self, by):
        self.clock.set_wall(by)
        self.ahead = max(self.ahead, self.clock.wall - NOON - self.passed)

    @rule(off_for=LENGTHS)
    def computer_restarts(self, off_for):
        """The clock is right when it is on again, as computers have it from the network."""
        self.writer.close()
        self.clock.reboot()
        self.passed += off_for
        self.late_by += min(self.ahead, off_for)  # a clock set ahead hides that time (D6)
        self.ahead = timedelta(0)
        self.clock.wall = NOON + self.passed
        self.open()

    @rule()
    def program_restarts(self):
        self.writer.close()
        self.open()

    @rule(outcome=OUTCOMES)
    def postman_works(self, outcome):
        self.outcome = outcome
        try:
            self.postman.work_once()
        except Killed:
            self.program_restarts()
        for known in self.known.values():
            if not self.reply(known).is_approved:
                known.approved = b""

    @rule()
    def database_is_copied(self):
        self.writer.close()
        self.old = self.profile.folder / "old"
        shutil.copyfile(self.profile.database, self.old)
        self.open()

    @precondition(lambda self: self.old is not None)
    @rule()
    def older_copy_is_put_back(self):
        self.writer.close()
        shutil.copyfile(self.old, self.profile.database)
        self.open()
        self.is_stopped = self.do(lambda tx: store.is_stopped(tx.db))
        for known in list(self.known.values()):
            reply = self.reply(known)
            if reply is None:  # what had ended is not brought back
                assert known.is_over or known.takings or known.is_told_sent
                del self.known[known.message_id]
                continue
            known.approved = (reply.raw or b"") if reply.is_approved else b""
            known.is_over = reply.state is OutboxState.RECALLED

    # What always holds.

    @invariant()
    def every_reply_is_known_and_where_it_should_be(self):
        for known in self.known.values():
            reply = self.reply(known)
            assert reply is not None, "a reply is lost"
            if reply.state is OutboxState.SENT:
                assert known.takings or known.is_told_sent
            if reply.state is OutboxState.UNCERTAIN:
                assert known.is_unclear, "its outcome was clear"
            if known.is_over:
                assert reply.state in {OutboxState.RECALLED, OutboxState.SENT}
            due = known.not_before + self.late_by + MINUTE
            if reply.state is OutboxState.COOLING and self.passed > due:
                self.do(self.outbox.release_due)
                assert self.reply(known).state is OutboxState.READY, "it is late"


pytestmark = pytest.mark.timeout(240)  # 60 machines of 30 steps, each on a disk of its own
TestOutboxMachine = OutboxMachine.TestCase
TestOutboxMachine.settings = settings(
    max_examples=60,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
