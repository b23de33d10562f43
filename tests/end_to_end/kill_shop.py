"""A shop whose program is killed again and again, and what it takes to see what becomes of it."""

from __future__ import annotations

import contextlib
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from end_to_end.kill_child import SHOP
from fakes.clock import QuickClock
from fakes.command_line import CommandLine, Finished, MemorySecrets
from fakes.imap_server import FakeImapServer
from fakes.smtp_server import CUT, PASSWORD, USERNAME, Accepted, FakeSmtpServer, Phase, Rule

from softanswer.mailbox.store.database import DATABASE_NAME, open_for_reading
from softanswer.replies.outbox import store
from softanswer.replies.outbox.held_reply import HeldReply, OutboxState

# The dot is where letters are doubled, so it is aimed at most.
AIMS = (Phase.MAIL, Phase.DATA, Phase.BODY, Phase.BODY, Phase.DOT, Phase.DOT, Phase.QUIT)
FAULTS = (
    (Phase.MAIL, Rule("451 4.3.0 come back later")),
    (Phase.DATA, CUT),
    (Phase.BODY, CUT),
    (Phase.DOT, CUT),
    (Phase.DOT, Rule(cut=True, accepts=True)),
    (Phase.QUIT, CUT),
)
LONGEST_LIFE_S = 0.6
BASE = timedelta(minutes=1)
FACTORS = {"calm": 1, "furious": 3}
LETTERS = {
    "calm": "Hello,\r\n\r\ndo you have the second volume too?\r\n",
    "furious": "Three weeks and no book! You are crooks, I want my money back NOW!!!\r\n",
}
ANSWER = """Dear Customer,

I am truly sorry that your book has not reached you after all this waiting. That is my mistake: \
I posted it too late. I will send a second copy tomorrow by Priority Mail, and I will write to \
you on Tuesday with its tracking number.

Lena, for customer {number}
"""


def customer(number: int) -> str:
    """The address of a customer; each writes one letter."""
    return f"buyer{number}@customer.example"


def temper(number: int) -> str:
    """How a customer writes."""
    return "furious" if number % 3 == 0 else "calm"


@dataclass
class Reply:
    """One reply as the test knows it.

    Attributes:
        not_before: when its hold ends, reckoned by the test.
        approved: the bytes that were approved, b"" before that.
        states: each state in which it was seen, in order.
    """

    number: int
    id: int
    message_id: str
    body: str
    not_before: datetime
    send_after: str
    is_taken_back: bool = False
    approved: bytes = b""
    states: list[OutboxState] = field(default_factory=list)


class _FiledInSent(list[Accepted]):
    """The letters that were taken; of every second one the provider files a copy by itself."""

    def __init__(self, imap: FakeImapServer) -> None:
        super().__init__()
        self._imap = imap

    def append(self, taken: Accepted) -> None:
        super().append(taken)
        if len(self) % 2:
            self._imap.deliver(taken.raw, "Sent")


class AimedSmtpServer(FakeSmtpServer):
    """Strikes when a session comes to a certain phase, and remembers who came how far.

    Attributes:
        aim: where it strikes next; None once it has.
        fault: what goes wrong next, and where; None once it has.
        reached: by recipient and phase, how often a session came there.
        mail_at: `time.monotonic` at each MAIL.
    """

    def __init__(self, strike: Callable[[], None], imap: FakeImapServer) -> None:
        super().__init__()
        self.aim: Phase | None = None
        self.fault: tuple[Phase, Rule] | None = None
        self.reached: Counter[tuple[str, Phase]] = Counter()
        self.mail_at: list[float] = []
        self.accepted = _FiledInSent(imap)
        self._strike = strike

    def rule_for(self, phase: Phase) -> Rule | None:
        if phase is Phase.MAIL:
            self.mail_at.append(time.monotonic())
        if phase in {Phase.BODY, Phase.DOT, Phase.QUIT}:
            self.reached[self._recipient(), phase] += 1
        if phase is self.aim:
            self.aim = None
            self._strike()
        if self.fault is not None and self.fault[0] is phase:
            rule, self.fault = self.fault[1], None
            return rule
        return super().rule_for(phase)

    def _recipient(self) -> str:
        last = next(line for line in reversed(self.commands) if line.startswith("RCPT"))
        return last.partition("<")[2].partition(">")[0]


class Nursery:
    """Begins lives of the program and ends them; one at a time."""

    def __init__(self, profile: Path, clock: QuickClock, folder: Path) -> None:
        self.stderr = folder / "stderr"
        self.out = folder / "out"
        self.killed = threading.Event()
        self._life = 0
        program = Path(__file__).with_name("kill_child.py")
        with self.stderr.open("wb") as file:
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-P", program, profile, str(clock.origin_ns)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=file,
                text=True,
                bufsize=1,
            )

    def begin(self, *arguments: object) -> None:
        """Start the program."""
        self.killed.clear()
        self.out.write_bytes(b"")
        wish = {"arguments": [str(one) for one in arguments], "out": str(self.out)}
        self._process.stdin.write(json.dumps(wish) + "\n")
        self._life = int(self._process.stdout.readline())

    def kill(self) -> None:
        """Kill the program; at the second call it is dead already."""
        if not self.killed.is_set():
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._life, signal.SIGKILL)
            self.killed.set()

    def wait(self) -> int:
        """Wait until the program is gone; the result is its exit status."""
        return int(self._process.stdout.readline())

    def close(self) -> None:
        self._process.stdin.close()
        self._process.wait(10)
        self._process.stdout.close()


class KillShop:
    """The shop, its servers, its program, and what was done so far."""

    def __init__(self, folder: Path, imap: FakeImapServer, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - no secret
        self.clock = QuickClock.started_now()
        self.profile = folder / "profile"
        self.nursery = Nursery(self.profile, self.clock, folder)
        self.imap = imap
        self.smtp = AimedSmtpServer(self.nursery.kill, imap)
        self.command = CommandLine(self.profile, self.clock, MemorySecrets({SHOP: PASSWORD}))
        self.replies: list[Reply] = []
        self.counts: Counter[str] = Counter()
        self._message_ids: dict[str, int] = {}

    def do(self, *arguments: object, stdin: str = "") -> Finished:
        """Run a command that must succeed."""
        finished = self.command(*arguments, stdin=stdin)
        assert finished.code == 0, finished.err
        return finished

    def set_up(self, letters: int) -> None:
        """One account, a cool-down of a minute, and a letter of each customer."""
        for number in range(letters):
            self.imap.deliver(_letter(number))
        self.do("settings", "set", "hold.base_minutes", "1")
        servers = [
            f"--{kind}=127.0.0.1:{server.endpoint.port}"
            for kind, server in (("imap", self.imap), ("smtp", self.smtp))
        ]
        unprotected = ["--imap-security=none", "--smtp-security=none"]
        self.do(
            *("account", "add", "--address", SHOP, "--username", USERNAME),
            *servers,
            *unprotected,
            stdin=PASSWORD,
        )
        self.do("sync")
        found = self.do("messages", "--limit", letters, "--format", "json").json()
        self._message_ids = {one["from"]: one["id"] for one in found}

    def message_of(self, number: int) -> int:
        """The row of a customer's letter."""
        return self._message_ids[customer(number)]

    def hold(self, number: int) -> Reply:
        """Answer a customer's letter."""
        body = ANSWER.format(number=number)
        before = self.clock.read().wall
        letter = self.message_of(number)
        held = self.do("outbox", "hold", "--reply-to", letter, "--format", "json", stdin=body)
        return self.note(number, before, held.json())

    def note(self, number: int, before: datetime, held: dict[str, Any]) -> Reply:
        """Remember a reply that the program says it holds."""
        length = BASE * FACTORS[temper(number)]
        reply = Reply(
            number=number,
            id=held["id"],
            message_id=held["message_id"],
            body=ANSWER.format(number=number),
            not_before=before + length,
            send_after=held["send_after"],
        )
        self.replies.append(reply)
        return reply

    def follow(self) -> None:
        """See where the replies stand, and do what the seller does with each."""
        listed = self.do("outbox", "list", "--format", "json").json()
        seen = {one["id"]: one for one in listed}
        for reply in self.replies:
            state = OutboxState(seen[reply.id]["state"])
            assert seen[reply.id]["send_after"] == reply.send_after
            if reply.states[-1:] != [state]:
                reply.states.append(state)
            if state is OutboxState.READY and seen[reply.id]["approved_at"] is None:
                self._decide(reply)

    def _decide(self, reply: Reply) -> None:
        if reply.number % 10 == 7:
            self.take_back(reply)
            return
        self.do("outbox", "confirm", reply.id)
        reply.approved = self.stored(reply).raw or b""
        if reply.number % 10 == 4:
            self.take_back(reply)  # in the last moment; "too late" is an answer, too

    def take_back(self, reply: Reply) -> None:
        """Take a reply back, where that is still possible."""
        finished = self.command("outbox", "take-back", reply.id)
        reply.is_taken_back = finished.code == 0
        self.counts["taken back" if reply.is_taken_back else "too late"] += 1

    def stored(self, reply: Reply) -> HeldReply:
        """A reply as the database has it."""
        with self.reading() as db:
            return store.load(db, reply.id)

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        db = open_for_reading(self.profile / DATABASE_NAME)
        try:
            yield db
        finally:
            db.close()

    def live_and_die(self) -> None:
        """One life of the postman: it is killed at a phase of the sending, or at any moment."""
        is_aimed = self.random.random() < 0.5
        life = LONGEST_LIFE_S if is_aimed else self.random.uniform(0.01, LONGEST_LIFE_S)
        deadline = time.monotonic() + life
        aim = self.random.choice(AIMS) if is_aimed else None
        self.smtp.aim = aim
        self.smtp.fault = self.random.choice(FAULTS) if self.random.random() < 0.2 else None
        self.nursery.begin("outbox", "run")
        self.follow()
        has_struck = self.nursery.killed.wait(max(0.0, deadline - time.monotonic()))
        self.smtp.aim = self.smtp.fault = None
        self.nursery.kill()
        status = self.nursery.wait()
        assert status == signal.SIGKILL, f"the program ended by itself, with {status}"
        self.counts[f"killed at {aim.name if has_struck and aim else 'any moment'}"] += 1

    def let_all_end(self) -> None:
        """Let all that is left take its way, in one last life that is killed when idle."""
        still = {OutboxState.COOLING, OutboxState.READY, OutboxState.SENDING}
        deadline = time.monotonic() + 30
        self.nursery.begin("outbox", "run")
        self.follow()
        while any(reply.states[-1] in still for reply in self.replies):
            assert time.monotonic() < deadline, "some replies came to no end"
            time.sleep(0.1)
            self.follow()
        self.nursery.kill()
        self.nursery.wait()
        self.do("outbox", "run", "--until-empty")  # files the copies that are still owed
        self.do("sync")  # Sent is looked at: what was uncertain may be known by now
        self.follow()


def _letter(number: int) -> bytes:
    return (
        f"From: {customer(number)}\r\nTo: {SHOP}\r\nSubject: Letter {number}\r\n"
        f"Message-ID: <{number}@customer.example>\r\n\r\n{LETTERS[temper(number)]}"
    ).encode()
