"""`softanswer sync` is killed and cut off again and again, and the server restarts and renumbers.

After each round one clean sync must leave the store as the server is, with each letter once and
everything that the seller did.

    SOFTANSWER_SYNC_FAULT_ROUNDS=200 pytest -m '' tests/end_to_end/test_sync_faults.py

does two hundred rounds with each server; SOFTANSWER_KILL_SEED repeats a run.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from end_to_end.kill_child import SHOP
from end_to_end.kill_shop import Nursery
from fakes.clock import QuickClock
from fakes.command_line import CommandLine, MemorySecrets
from fakes.comparing import differences
from fakes.dovecot import Dovecot
from fakes.imap_server import PASSWORD, PLAIN, USERNAME, FakeImapServer
from fakes.intake import letter
from fakes.line_cutter import LineCutter
from fakes.other_program import OtherProgram
from fakes.smtp_server import FakeSmtpServer

from softanswer.mailbox.account import Endpoint, Security
from softanswer.mailbox.errors import StoreError
from softanswer.mailbox.folder_uses import FolderUse
from softanswer.mailbox.message import StoredMessage
from softanswer.mailbox.store import moves
from softanswer.mailbox.store.database import DATABASE_NAME
from softanswer.mailbox.store.messages import newest, set_flag
from softanswer.mailbox.store.writer import StoreWriter

ROUNDS = int(os.environ.get("SOFTANSWER_SYNC_FAULT_ROUNDS", "6"))
SEED = int(os.environ.get("SOFTANSWER_KILL_SEED", "0")) or random.randrange(1, 10**9)  # noqa: S311
NOWHERE = Endpoint("127.0.0.1", 1, Security.NONE)
USES = {FolderUse.ARCHIVE: "Archive", FolderUse.TRASH: "Trash"}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(60 + 5 * ROUNDS),
    pytest.mark.skipif(not hasattr(os, "fork"), reason="the lives of the program are forked"),
]


@dataclass
class Known:
    """What is known of one letter: the seller's marks, and where she put it ("": others did)."""

    folder: str = "INBOX"
    marks: dict[str, bool] = field(default_factory=dict)
    is_gone: bool = False


@dataclass
class Server:
    """A server under test.

    Attributes:
        renumber: gives INBOX a new UIDVALIDITY.
        drop: breaks every connection, as a restart does.
        sent: the name of its folder of sent mail.
        moves_in_one: it has MOVE; without it a break may leave a copy.
    """

    endpoint: Endpoint
    renumber: Callable[[], None]
    drop: Callable[[], None]
    sent: str
    moves_in_one: bool = True


@contextmanager
def fake(capabilities: str) -> Iterator[Server]:
    with FakeImapServer(capabilities) as server:
        yield Server(
            server.endpoint,
            server.renumber,
            server.drop_connections,
            "Sent",
            "MOVE" in capabilities,
        )


@contextmanager
def dovecot() -> Iterator[Server]:
    with Dovecot() as server:
        server.maildir(USERNAME)

        def renumber() -> None:
            server.drop_connections()
            server.forget_uids(USERNAME)

        yield Server(server.endpoint, renumber, server.drop_connections, "Gesendet")


SERVERS = [
    pytest.param(lambda: fake(f"{PLAIN} UIDPLUS MOVE CONDSTORE"), id="able"),
    pytest.param(
        lambda: fake(f"{PLAIN} UIDPLUS MOVE CONDSTORE ENABLE QRESYNC ESEARCH"), id="resyncing"
    ),
    pytest.param(lambda: fake(f"{PLAIN} UIDPLUS"), id="two steps"),
    pytest.param(dovecot, id="dovecot", marks=pytest.mark.dovecot),
]


@pytest.mark.parametrize("made", SERVERS)
def test_no_fault_leaves_store_and_server_apart(made, tmp_path, capsys):
    with made() as server, FaultShop(server, tmp_path) as shop:
        for _ in range(ROUNDS):
            shop.play()
            shop.come_to_rest()
    with capsys.disabled():
        told = ", ".join(f"{n} {what}" for what, n in sorted(shop.counts.items()))
        print(f"\nseed {SEED}: {told}")  # noqa: T201 - they are wanted


class FaultShop:
    """The profile, the program, the line, and another program at the same mailbox."""

    def __init__(self, server: Server, folder: Path) -> None:
        self.server = server
        self.random = random.Random(SEED)  # noqa: S311 - no secret
        self.counts: Counter[str] = Counter()
        self.letters: dict[str, Known] = {}
        self.undoable: list[tuple[str, int]] = []
        self.other = OtherProgram(server.endpoint, USERNAME, PASSWORD)
        self.folders = ("INBOX", server.sent, "Archive", "Trash", "Other")
        self.other.create("Archive", "Trash", "Other")
        self.cutter = LineCutter(server.endpoint)
        self.path = folder / "profile" / DATABASE_NAME
        clock = QuickClock.started_now()
        self.nursery = Nursery(folder / "profile", clock, folder)
        self.command = CommandLine(folder / "profile", clock, MemorySecrets({SHOP: PASSWORD}))
        self.longest_s = 0.3

    def __enter__(self) -> FaultShop:
        self.cutter.__enter__()
        with FakeSmtpServer() as smtp:
            added = self.command(
                *("account", "add", "--address", SHOP, "--username", USERNAME),
                f"--imap=127.0.0.1:{self.cutter.endpoint.port}",
                f"--smtp=127.0.0.1:{smtp.endpoint.port}",
                *("--imap-security=none", "--smtp-security=none"),
                stdin=PASSWORD,
            )
        assert added.code == 0, added.err
        for _ in range(5):
            self.deliver()
        self.sync()
        return self

    def __exit__(self, *_: object) -> None:
        self.nursery.close()
        self.cutter.__exit__()

    def play(self) -> None:
        """Something happens on both sides, and the sync that would tell them is disturbed."""
        for _ in range(self.random.randint(1, 4)):
            self.random.choice([self.deliver, self.meddle, self.decide, self.decide])()
        fault = self.random.choice([self.be_killed, self.be_cut, self.meet_a_restart])
        if self.random.random() < 0.15:
            self.server.renumber()
            self.counts["renumbered"] += 1
        fault()
        for _ in range(self.random.randint(0, 2)):
            self.random.choice([self.meddle, self.decide])()

    def come_to_rest(self) -> None:
        """One clean sync tells the server everything; a second hears what came of it."""
        self.cutter.let_pass()
        self.deliver()
        self.sync()
        self.sync()
        found = differences(
            self.path, self.server.endpoint, USERNAME, PASSWORD, ("INBOX", self.server.sent)
        )
        assert found == [], f"seed {SEED}"
        lying = self.other.lying(*self.folders)
        for subject, known in self.letters.items():
            places = [one.folder for one in lying[subject]]
            assert len(places) in self.allowed(known), f"seed {SEED}: {subject} lies in {places}"
            if not known.folder:  # what another program took away needs no mark any more
                continue
            assert places == [known.folder], f"seed {SEED}: {subject} lies in {places}"
            for one in lying[subject]:
                wrong = {f for f, on in known.marks.items() if (f in one.flags) != on}
                assert not wrong, f"seed {SEED}: {subject}: {wrong} is not as it was set"
        self.undoable.clear()
        self.counts["rounds"] += 1

    def allowed(self, known: Known) -> set[int]:
        if self.server.moves_in_one or known.folder:
            return {0 if known.is_gone else 1}
        return {0, 1} if known.is_gone else {1, 2}

    # What happens.

    def deliver(self) -> None:
        number = len(self.letters) + 1
        self.letters[f"Order {number}"] = Known()
        text = "I want my money back, you crooks!" if number % 3 else "Thank you, a fine book."
        self.other.deliver(letter(number, text))

    def meddle(self) -> None:
        """Another program marks, moves or expunges a letter."""
        lying = [
            (subject, one) for subject, ones in self.other.lying("INBOX").items() for one in ones
        ]
        if not lying:
            return
        subject, one = self.random.choice(lying)
        act = self.random.choice(["mark", "mark", "move", "expunge"])
        self.counts[f"{act} elsewhere"] += 1
        if act == "mark":
            self.other.mark(one, "$theirs", on=self.random.random() < 0.7)
            return
        self.letters[subject].folder = ""
        if act == "move":
            self.other.move(one, "Other")
        else:
            self.letters[subject].is_gone = True
            self.other.expunge(one)

    def decide(self) -> None:
        """The seller marks or moves a letter, or undoes a move."""
        writer = StoreWriter(self.path)
        try:
            shown = [one for one in writer.call(lambda tx: newest(tx.db, 100)) if one.key.uid > 0]
            act = self.random.choice(["mark", "mark", "move", "undo"])
            if act == "undo" and self.undoable:
                self.undo(writer)
            elif shown:
                one = self.random.choice(shown)
                (self.mark if act == "mark" else self.move)(writer, one)
        finally:
            writer.close()

    def mark(self, writer: StoreWriter, one: StoredMessage) -> None:
        flag, on = self.random.choice(["\\Seen", "\\Flagged"]), self.random.random() < 0.6
        self.letters[one.message.subject].marks[flag] = on
        writer.call(lambda tx: set_flag(tx, one.id, flag, on=on))
        self.counts["marks"] += 1

    def move(self, writer: StoreWriter, one: StoredMessage) -> None:
        use = self.random.choice(list(USES))
        now = self.command.clock.read().wall
        moved = writer.call(lambda tx: moves.queue_move(tx, one.id, use, "", now))
        known = self.letters[one.message.subject]
        known.folder = USES[use] if known.folder else ""
        self.undoable.append((one.message.subject, moved))
        self.counts["moves"] += 1

    def undo(self, writer: StoreWriter) -> None:
        subject, moved = self.undoable.pop()
        now = self.command.clock.read().wall
        known = self.letters[subject]
        try:
            writer.call(lambda tx: moves.undo_move(tx, moved, now))
        except StoreError:
            assert not known.folder
        known.folder = "INBOX" if known.folder else ""
        self.counts["undone"] += 1

    # The program.

    def sync(self) -> None:
        """A sync that nothing disturbs."""
        self.nursery.begin("sync")
        status = self.nursery.wait()
        assert status == 0, f"seed {SEED}: {self.nursery.stderr.read_text()}"

    def be_killed(self) -> None:
        self.nursery.begin("sync")
        time.sleep(self.random.uniform(0, self.longest_s))
        self.nursery.kill()
        status = self.nursery.wait()
        was_killed = os.WIFSIGNALED(status)
        self.longest_s *= 0.9 if not was_killed else 1.1  # so that about half of them end
        self.counts["killed" if was_killed else "quicker than the kill"] += 1

    def be_cut(self) -> None:
        if self.random.random() < 0.5:
            self.cutter.to_server = self.random.randrange(1500)
        else:
            self.cutter.to_program = self.random.randrange(9000)
        before = self.cutter.cuts
        self.nursery.begin("sync")
        self.nursery.wait()
        self.counts["cut" if self.cutter.cuts > before else "too short to be cut"] += 1

    def meet_a_restart(self) -> None:
        """The server goes away while it is asked, and is away for a moment."""
        self.nursery.begin("sync")
        time.sleep(self.random.uniform(0, self.longest_s))
        self.cutter.server = NOWHERE
        self.server.drop()
        self.nursery.wait()
        self.cutter.server = self.server.endpoint
        self.counts["restarts"] += 1
