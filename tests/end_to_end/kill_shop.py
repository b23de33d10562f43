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
from enum import Enum
from pathlib import Path
from typing import Any

from end_to_end.kill_child import SHOP
from fakes.clock import QuickClock
from fakes.command_line import CommandLine, Finished, MemorySecrets
from fakes.cutting_proxy import CuttingProxy, Place
from fakes.imap_server import FakeImapServer
from fakes.smtp_server import PASSWORD, USERNAME, Accepted, FakeSmtpServer, Phase, Rule

from softanswer.mailbox.enclosure import filled
from softanswer.mailbox.enclosure_folder import EnclosureFolder
from softanswer.mailbox.store.accounts import load_accounts
from softanswer.mailbox.store.database import DATABASE_NAME, open_for_reading
from softanswer.mailbox.store.server_changes import pending_changes
from softanswer.replies.outbox import store
from softanswer.replies.outbox.held_reply import HeldReply, OutboxState


class Filing(Enum):
    """How far a copy has come on its way into Sent."""

    COPY_COMES = "APPEND"  # the command has come, the copy has not
    COPY_LIES_THERE = "stored"  # and the program does not know it
    ANSWERED_COMES = "UID STORE"  # the letter gets its mark


# The dot is where letters are doubled, so it is aimed at most.
AIMS: tuple[Place | Filing, ...] = (
    *(Place.MAIL, Place.IN_LETTER, Place.IN_DOT, Place.IN_DOT, Place.BEFORE_REPLY),
    *(Place.BEFORE_REPLY, Place.IN_REPLY, Place.AFTER_REPLY, Place.QUIT),
    *Filing,
)
CUTS = (
    *(Place.DATA, Place.IN_LETTER, Place.IN_DOT, Place.BEFORE_REPLY, Place.IN_REPLY),
    Place.AFTER_REPLY,
)
BUSY = Rule("451 4.3.0 come back later", times=1)
LIFE_S = 0.4  # of one that is not aimed at: about as long as a life takes to send a letter
AIMED_LIFE_S = 1.5
MOST_PASSED = 5
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
_ENDED = (OutboxState.SENT, OutboxState.RECALLED)
_GOES_ON = (OutboxState.COOLING, OutboxState.READY, OutboxState.SENDING)


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
        state: in which it was seen last.
    """

    number: int
    id: int
    message_id: str
    body: str
    not_before: datetime
    send_after: str
    is_taken_back: bool = False
    approved: bytes = b""
    state: OutboxState = OutboxState.COOLING


class AimedImapServer(FakeImapServer):
    """Tells how far the filing of a copy has come."""

    def __init__(self) -> None:
        super().__init__()
        self.on_filing: Callable[[Filing], None] = lambda _: None
        self.commands = _Overheard(self._hear)

    def deliver(self, raw: bytes, folder: str = "INBOX", *arguments: Any, **more: Any) -> int:
        uid = super().deliver(raw, folder, *arguments, **more)
        if folder == "Sent":
            self.on_filing(Filing.COPY_LIES_THERE)
        return uid

    def _hear(self, line: str) -> None:
        for filing in (Filing.COPY_COMES, Filing.ANSWERED_COMES):
            if line.startswith(filing.value):
                self.on_filing(filing)


class _Overheard(list[str]):
    def __init__(self, hear: Callable[[str], None]) -> None:
        super().__init__()
        self._hear = hear

    def append(self, line: str) -> None:
        super().append(line)
        self._hear(line)


class _FiledInSent(list[Accepted]):
    """The letters that were taken; of every second one the provider files a copy by itself."""

    def __init__(self, imap: FakeImapServer) -> None:
        super().__init__()
        self._imap = imap

    def append(self, taken: Accepted) -> None:
        super().append(taken)
        if len(self) % 2:
            self._imap.deliver(taken.raw, "Sent")


class Nursery:
    """Begins lives of the program and ends them; one at a time."""

    def __init__(self, profile: Path, clock: QuickClock, folder: Path) -> None:
        self.stderr = folder / "stderr"
        self.out = folder / "out"
        self.killed = threading.Event()
        self.killing: Callable[[], None] = lambda: None
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
            self.killing()
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


@dataclass
class KillShop:
    """The shop, its servers, its program, and what was done so far.

    Attributes:
        aim: where the program is killed next; None once it was.
        let_pass: how many more letters come by there before that.
        counts: how often something happened, by what it was.
    """

    folder: Path
    seed: int
    imap: AimedImapServer
    smtp: FakeSmtpServer
    proxy: CuttingProxy
    aim: Place | Filing | None = None
    let_pass: int = 0
    replies: list[Reply] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)  # noqa: S311 - no secret
        self.clock = QuickClock.started_now()
        self.profile = self.folder / "profile"
        self.nursery = Nursery(self.profile, self.clock, self.folder)
        self.command = CommandLine(self.profile, self.clock, MemorySecrets({SHOP: PASSWORD}))
        self.nursery.killing = self.proxy.note_kill
        self.proxy.on_place = self.imap.on_filing = self._strike
        self.smtp.accepted = _FiledInSent(self.imap)
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
            for kind, server in (("imap", self.imap), ("smtp", self.proxy))
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
        files = ("--attach", self._photo(number)) if number % 2 else ()
        held = self.do(
            *("outbox", "hold", "--reply-to", letter, *files, "--format", "json"), stdin=body
        )
        return self.note(number, before, held.json())

    def whole(self, stored: HeldReply) -> bytes:
        """The approved bytes with the files that go with them, b"" before the approval."""
        files = EnclosureFolder(self.profile)
        contents = {one.sha256: files.content(one) for one in stored.draft.enclosures}
        return filled(stored.raw or b"", contents.__getitem__)

    def _photo(self, number: int) -> Path:
        """A file of its own for each second customer."""
        path = self.folder / f"photo {number}.jpg"
        path.write_bytes(b"\xff\xd8\xff\xfe\x00\x04ok" + bytes([number % 256]) * 3_000)
        return path

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
            if reply.state in _ENDED:
                continue
            reply.state = OutboxState(seen[reply.id]["state"])
            assert seen[reply.id]["send_after"] == reply.send_after
            if reply.state is OutboxState.READY and seen[reply.id]["approved_at"] is None:
                self._decide(reply)

    def _decide(self, reply: Reply) -> None:
        if reply.number % 10 == 7:
            self.take_back(reply)
            return
        self.do("outbox", "confirm", reply.id)
        reply.approved = self.whole(self.stored(reply))
        if reply.number % 10 == 4:
            self.take_back(reply)  # in the last moment; "too late" is an answer, too

    def take_back(self, reply: Reply) -> None:
        """Take a reply back, where that is still possible."""
        finished = self.command("outbox", "take-back", reply.id)
        reply.is_taken_back = finished.code == 0
        self.counts["take-backs that came too late"] += not reply.is_taken_back

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
        """One life of the postman: it is killed at a place that is aimed at, or at any moment."""
        may_go = self._may_go()
        is_aimed = self.random.random() < 0.6 and may_go > 0
        life = AIMED_LIFE_S if is_aimed else self.random.uniform(0.01, LIFE_S)
        deadline = time.monotonic() + life
        aim = self.aim = self.random.choice(AIMS) if is_aimed else None
        self.let_pass = self.random.randrange(min(may_go, MOST_PASSED)) if is_aimed else 0
        self._let_something_break()
        self.nursery.begin("outbox", "run")
        self.follow()
        has_struck = self.nursery.killed.wait(max(0.0, deadline - time.monotonic()))
        self.aim = self.proxy.cut_at = None
        self.smtp.rules.clear()
        self.nursery.kill()
        status = self.nursery.wait()
        assert status == signal.SIGKILL, f"the program ended by itself, with {status}"
        where = aim.name.lower().replace("_", " ") if has_struck and aim else self._doing()
        self.counts[f"killed ({where})"] += 1

    def let_all_end(self) -> None:
        """Let all that is left take its way, in one last life that is killed when idle."""
        deadline = time.monotonic() + 30 + len(self.replies)
        self.nursery.begin("outbox", "run")
        self.follow()
        while any(reply.state in _GOES_ON for reply in self.replies):
            assert time.monotonic() < deadline, "some replies came to no end"
            time.sleep(0.1)
            self.follow()
        self.nursery.kill()
        self.nursery.wait()
        self.do("outbox", "run", "--until-empty")  # files the copies that are still owed
        self.do("sync")  # Sent is looked at: what was uncertain may be known by now
        self.follow()

    def _strike(self, where: Place | Filing) -> None:
        if where is not self.aim:
            return
        if self.let_pass:
            self.let_pass -= 1
        else:
            self.aim = None
            self.nursery.kill()

    def _let_something_break(self) -> None:
        """In one life of three the line breaks somewhere, or the server is busy."""
        if self.random.random() < 0.3:
            self.proxy.cut_at = self.random.choice(CUTS)
        elif self.random.random() < 0.05:
            self.smtp.rules[Phase.MAIL] = BUSY

    def _may_go(self) -> int:
        with self.reading() as db:
            return sum(reply.is_approved for reply in store.load_in(db, {OutboxState.READY}))

    def _doing(self) -> str:
        """What the program was at when it died, by what it has stored of it."""
        with self.reading() as db:
            sending = store.load_in(db, {OutboxState.SENDING})
            owed = [c for account in load_accounts(db) for c in pending_changes(db, account.id)]
        if sending:
            return "while sending" if sending[0].dotted_at is None else "while the dot is out"
        return "while filing" if owed else "while waiting"


def _letter(number: int) -> bytes:
    return (
        f"From: {customer(number)}\r\nTo: {SHOP}\r\nSubject: Letter {number}\r\n"
        f"Message-ID: <{number}@customer.example>\r\n\r\n{LETTERS[temper(number)]}"
    ).encode()
