"""Every reply and every break in every phase: what becomes of the reply, and what she is told.

The real postman hands one approved reply over to a real socket. Each row of the tables says where
the reply ends, whether the server took the letter, which words the seller must find beside it,
whether a try was used up, and when the next one comes; then the time is turned to that moment and
the server mended, to see that the letter goes out then, and not a second before.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import Enum
from pathlib import Path

import pytest
from builders import HOUR, MINUTE
from fakes.certificates import Authority
from fakes.post import PATIENT, Post
from fakes.smtp_server import CUT, PASSWORD, RESET, STALL, FakeSmtpServer, Phase, Rule

from softanswer.mailbox.account import Endpoint, Security
from softanswer.mailbox.wire import Timeouts
from softanswer.replies.outbox.held_reply import OutboxState

pytestmark = pytest.mark.slow

SECOND = timedelta(seconds=1)
NOWHERE = Endpoint("127.0.0.1", 1, Security.NONE)  # tcpmux: nobody listens there
IMPATIENT = Timeouts(connect_s=10, read_s=0.7, dot_s=0.3)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a reply ends after one try.

    Attributes:
        said: words of the sentence for the seller.
        tries: how many tries were used up.
        next_try: after which time it is tried again by itself, None for never.
        taken: the server took the letter.
    """

    state: OutboxState
    said: tuple[str, ...]
    tries: int
    next_try: timedelta | None
    taken: bool = False


AGAIN = "tried again by itself"
LATER = Outcome(OutboxState.READY, ("451 4.3.0 come back later", AGAIN), 1, MINUTE)
CLOSES = Outcome(OutboxState.READY, ("421 4.3.2 closing", "about to restart", AGAIN), 1, MINUTE)
ODD = Outcome(OutboxState.READY, ("SMTP does not know", AGAIN), 1, MINUTE)
LOST = Outcome(OutboxState.READY, ("was lost", "Check the internet connection"), 1, MINUTE)
# A reset of the greeting may come while the connection is still being made.
DROPPED = replace(LOST, said=("broke the connection off", "Check the internet connection"))
SILENT = Outcome(OutboxState.READY, ("was lost", "did not answer in time"), 1, MINUTE)
LOG_IN = Outcome(OutboxState.READY, ("user name", "in the account"), 0, 15 * MINUTE)
BARE = Outcome(OutboxState.READY, ("No password was sent",), 0, 15 * MINUTE)
REFUSED = Outcome(OutboxState.FAILED, ("554 5.3.0 I never will", "Nobody got the letter"), 1, None)
UNKNOWN = Outcome(OutboxState.UNCERTAIN, ("may have been delivered", "Look into"), 1, None)
SENT = Outcome(OutboxState.SENT, (), 1, None, taken=True)
DOUBTED = replace(UNKNOWN, taken=True)


class Fault(Enum):
    """What happens in a phase instead of the right answer."""

    NOT_NOW = "4yz"
    NEVER = "5yz"
    CLOSING = "421"
    NONSENSE = "nonsense"
    CUT = "cut"
    HALF = "half a line, then cut"
    RESET = "reset"
    STALL = "stall"

    def rule_in(self, phase: Phase) -> Rule:
        """The rule for the server."""
        return {
            Fault.NOT_NOW: Rule("451 4.3.0 come back later"),
            Fault.NEVER: Rule("554 5.3.0 I never will"),
            Fault.CLOSING: Rule("421 4.3.2 closing", cut=True),
            Fault.NONSENSE: Rule("what do you mean?"),
            Fault.CUT: CUT,
            Fault.HALF: Rule(HALVES.get(phase, "250 o"), half=True, cut=True),
            Fault.RESET: RESET,
            Fault.STALL: STALL,
        }[self]


HALVES = {
    Phase.GREETING: "220 fa",
    Phase.EHLO: "250-fake\r\n250-SI",
    Phase.STARTTLS: "22",
    Phase.AUTH: "235 wel",
    Phase.DATA: "35",
    Phase.BODY: "45",
    Phase.DOT: "250 2.0.0 tak",
    Phase.QUIT: "22",
}
# In the order of Fault: 4yz, 5yz, 421, nonsense, cut, half a line, reset, stall.
TABLE = {
    Phase.GREETING: (LATER, REFUSED, CLOSES, ODD, LOST, LOST, DROPPED, SILENT),
    Phase.EHLO: (LATER, REFUSED, CLOSES, ODD, LOST, LOST, LOST, SILENT),
    Phase.STARTTLS: (LATER, BARE, CLOSES, BARE, LOST, LOST, LOST, SILENT),
    Phase.AUTH: (LATER, LOG_IN, CLOSES, ODD, LOST, LOST, LOST, SILENT),
    Phase.MAIL: (LATER, REFUSED, CLOSES, ODD, LOST, LOST, LOST, SILENT),
    Phase.RCPT: (LATER, REFUSED, CLOSES, ODD, LOST, LOST, LOST, SILENT),
    Phase.DATA: (LATER, REFUSED, CLOSES, ODD, LOST, LOST, LOST, SILENT),
    Phase.BODY: (LATER, REFUSED, CLOSES, ODD, LOST, LOST, LOST, UNKNOWN),
    Phase.DOT: (LATER, REFUSED, CLOSES, *[UNKNOWN] * 5),
    Phase.QUIT: (SENT,) * 8,
}


@dataclass(frozen=True, slots=True)
class Case:
    """A fault that has no place in the table.

    Attributes:
        taught: the wrong answer, by phase.
        shown: the server's certificate is made out for this name, "" where it has none.
        endpoint: where the postman goes instead of to the server.
    """

    name: str
    outcome: Outcome
    taught: dict[Phase, Rule] = field(default_factory=dict)
    features: tuple[str, ...] = ("SIZE 1000000", "8BITMIME", "AUTH PLAIN LOGIN")
    security: Security = Security.NONE
    shown: str = ""
    password: str = PASSWORD
    timeouts: Timeouts = PATIENT
    endpoint: Endpoint | None = None


def refused(*said: str) -> Outcome:
    return replace(REFUSED, said=said)


def after_dot(name: str, rule: Rule, timeouts: Timeouts = PATIENT) -> Case:
    """The server took the letter, and what it says of it never came, or was no answer."""
    rule = replace(rule, accepts=True)
    return Case(f"taken, then {name}", DOUBTED, {Phase.DOT: rule}, timeouts=timeouts)


CASES = [
    Case("too large", refused("too large", "smaller"), features=("SIZE 100", "AUTH PLAIN")),
    Case(
        "too large, told late",
        refused("552 5.3.4 size", "shorten it"),
        {Phase.MAIL: Rule("552 5.3.4 size")},
    ),
    Case(
        "mailbox full",
        refused("552 5.2.2 full", "another way"),
        {Phase.RCPT: Rule("552 5.2.2 full")},
    ),
    Case(
        "nobody of this name",
        refused("550 5.1.1 who?", "Compare the address"),
        {Phase.RCPT: Rule("550 5.1.1 who?")},
    ),
    Case(
        "not our sender",
        refused("553 5.7.1 no", "takes no mail from ana@lanternlane.example"),
        {Phase.MAIL: Rule("553 5.7.1 no")},
    ),
    Case(
        "relay denied",
        refused("554 5.7.1 relay denied", "Check the outgoing server"),
        {Phase.RCPT: Rule("554 5.7.1 relay denied")},
    ),
    Case(
        "spam",
        refused("554 5.7.1 spam", "spam filter"),
        {Phase.DOT: Rule("554 5.7.1 spam")},
    ),
    Case(
        "greylisted",
        replace(LATER, said=("450 4.2.0 Greylisted", "do not know yet", AGAIN)),
        {Phase.RCPT: Rule("450 4.2.0 Greylisted")},
    ),
    Case(
        "full for now",
        replace(LATER, said=("452 4.2.2 over quota", "mailbox is full", AGAIN)),
        {Phase.RCPT: Rule("452 4.2.2 over quota")},
    ),
    Case("wrong password", LOG_IN, password="wrong"),
    Case("log-in first", LOG_IN, {Phase.MAIL: Rule("530 5.7.0 log in first")}),
    Case("TLS for another name", BARE, security=Security.TLS, shown="mail.other.example"),
    Case("STARTTLS for another", BARE, security=Security.STARTTLS, shown="mail.other.example"),
    Case("STARTTLS stripped", BARE, security=Security.STARTTLS),
    Case(
        "STARTTLS injected",
        replace(BARE, said=("before the protected connection",)),
        {Phase.STARTTLS: Rule("220 go\r\n250 AUTH PLAIN")},
        security=Security.STARTTLS,
        shown="localhost",
    ),
    Case("nobody there", replace(LOST, said=("nobody answers", "Check")), endpoint=NOWHERE),
    after_dot("cut", CUT),
    after_dot("half a line", Rule("250 2.0.0 tak", half=True, cut=True)),
    after_dot("half an answer", Rule("250-2.0.0 taken", cut=True)),
    after_dot("reset", RESET),
    after_dot("silence", STALL, IMPATIENT),
    after_dot("nonsense", Rule("what do you mean?")),
    after_dot("another question", Rule("354 go on")),
]


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return Authority(tmp_path_factory.mktemp("authority"))


def post_for(case: Case, folder: Path, authority: Authority) -> Post:
    """A reply on its way to a server that has the fault of the case."""
    tls = authority.certify(case.shown).server_context() if case.shown else None
    host = "127.0.0.1" if case.security is Security.NONE else "localhost"
    server = FakeSmtpServer(features=case.features, tls=tls, security=case.security, host=host)
    server.rules |= case.taught
    return Post(
        folder,
        server,
        trust=authority.trusting_context(),
        endpoint=case.endpoint,
        password=case.password,
        timeouts=case.timeouts,
    )


def check(post: Post, outcome: Outcome) -> None:
    """Send once, compare with the row, then wait for what the row says comes next."""
    after = post.work()
    assert (after.state, after.attempts) == (outcome.state, outcome.tries)
    assert [words for words in outcome.said if words not in after.problem] == []
    assert bool(after.problem) is (outcome.state is not OutboxState.SENT)
    assert post.taken() == [post.approved.raw] * outcome.taken
    assert post.next_try(after) == outcome.next_try
    assert after.raw == post.approved.raw
    came = post.server.connections
    if outcome.next_try is None:
        post.clock.pass_time(1000 * HOUR)
        assert post.work().state is outcome.state
        assert post.server.connections == came
        return
    post.clock.pass_time(outcome.next_try - SECOND)
    assert post.work() == after
    assert post.server.connections == came


def check_it_leaves(post: Post) -> None:
    """Once all is well it leaves at the next try, as it was approved, once."""
    post.mend()
    post.clock.pass_time(SECOND)
    assert post.work().state is OutboxState.SENT
    assert post.taken() == [post.approved.raw]


@pytest.mark.parametrize(
    ("phase", "fault", "outcome"),
    [
        pytest.param(phase, fault, outcome, id=f"{phase.name.lower()}-{fault.value}")
        for phase, row in TABLE.items()
        for fault, outcome in zip(Fault, row, strict=True)
    ],
)
def test_each_fault_of_each_phase_has_its_outcome(tmp_path, authority, phase, fault, outcome):
    is_starttls = phase is Phase.STARTTLS
    case = Case(
        "",
        outcome,
        {phase: fault.rule_in(phase)},
        security=Security.STARTTLS if is_starttls else Security.NONE,
        shown="localhost" if is_starttls else "",
        timeouts=IMPATIENT if fault is Fault.STALL else PATIENT,
    )
    with post_for(case, tmp_path, authority) as post:
        check(post, outcome)
        is_dotted = phase in {Phase.DOT, Phase.QUIT} or outcome is UNKNOWN
        assert is_dotted or post.server.saw_dot == 0
        if outcome.next_try is not None:
            check_it_leaves(post)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_each_other_fault_has_its_outcome(tmp_path, authority, case):
    with post_for(case, tmp_path, authority) as post:
        check(post, case.outcome)
        if case.security is not Security.NONE:
            assert not any("AUTH" in line for line in post.server.commands)
        elif case.outcome.next_try is not None:
            check_it_leaves(post)


def test_a_letter_over_the_size_is_not_even_offered(tmp_path, authority):
    case = next(case for case in CASES if case.name == "too large")
    with post_for(case, tmp_path, authority) as post:
        post.work()
        assert post.server.count_mail() == 0


@pytest.mark.parametrize("phase", [Phase.RCPT, Phase.DOT])
def test_a_server_that_is_busy_four_times_gets_the_same_letter_once(tmp_path, authority, phase):
    case = Case("busy", LATER, {phase: Rule("451 4.3.0 come back later", times=4)})
    with post_for(case, tmp_path, authority) as post:
        for tries, pause in enumerate((1, 5, 15, 60), start=1):
            after = post.work()
            assert (after.state, after.attempts) == (OutboxState.READY, tries)
            assert post.next_try(after) == pause * MINUTE
            post.clock.pass_time(pause * MINUTE - SECOND)
            post.work()
            assert post.server.connections == tries
            post.clock.pass_time(SECOND)
        sent = post.work()
        assert (sent.state, sent.attempts, sent.problem) == (OutboxState.SENT, 5, "")
        post.clock.pass_time(1000 * HOUR)
        post.work()
        assert post.server.connections == 5
        assert post.taken() == [post.approved.raw]
        assert set(post.server.offered) == {post.approved.raw}
        assert post.approved.message_id.encode() in post.approved.raw


def test_after_a_day_of_busy_answers_it_is_given_up_and_says_so(tmp_path, authority):
    case = Case("busy", LATER, {Phase.RCPT: Rule("451 busy")})
    with post_for(case, tmp_path, authority) as post:
        tried_for = timedelta(0)
        after = post.work()
        while (pause := post.next_try(after)) is not None and after.state is OutboxState.READY:
            assert AGAIN in after.problem
            post.clock.pass_time(pause)
            tried_for += pause
            after = post.work()
        assert 24 * HOUR < tried_for <= 25 * HOUR
        assert after.state is OutboxState.FAILED
        assert "451" in after.problem
        assert "over a day" in after.problem
        tried = post.server.connections
        post.clock.pass_time(1000 * HOUR)
        post.work()
        assert (post.server.connections, post.taken()) == (tried, [])
