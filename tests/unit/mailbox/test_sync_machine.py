"""Whatever happens in whatever order on both sides, and wherever the line breaks: nothing is lost.

    SOFTANSWER_SYNC_EXAMPLES=2000 pytest tests/unit/mailbox/test_sync_machine.py --timeout 7200

tries so many other orders, not always the same ones, with each way in which a server tells what
changed.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import pytest
from fakes.comparing import differences
from fakes.desk import NOON, Desk
from fakes.imap_server import PASSWORD, PLAIN, USERNAME, FakeImapServer
from fakes.intake import letter
from fakes.line_cutter import LineCutter
from hypothesis import HealthCheck, note, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from softanswer.mailbox.errors import MailError, StoreError
from softanswer.mailbox.folder_uses import FolderUse
from softanswer.mailbox.message import StoredMessage
from softanswer.mailbox.store import moves
from softanswer.mailbox.store.chosen_folders import choose_folders
from softanswer.mailbox.store.messages import set_flag
from softanswer.mailbox.store.writer import StoreWriter

EXAMPLES = os.environ.get("SOFTANSWER_SYNC_EXAMPLES", "")
CAPABILITIES = st.lists(
    st.sampled_from(["IDLE", "UIDPLUS", "MOVE", "ESEARCH", "SPECIAL-USE"]), unique=True
)
COMMANDS = st.sampled_from(
    ["SELECT", "UID FETCH", "UID SEARCH", "UID STORE", "UID MOVE", "STATUS", "NOOP", "IDLE"]
)
WHICH = st.integers(0, 9)
OURS = st.sampled_from(["\\Seen", "\\Flagged"])
THEIRS = st.sets(st.sampled_from(["\\Answered", "$x"]))
USES = {FolderUse.ARCHIVE: "Archive", FolderUse.TRASH: "Bin"}


@dataclass
class Known:
    """What the machine knows of one letter.

    Attributes:
        marks: how the seller set each mark last.
        folder: where the seller put it last; "" where another program had a hand in it.
        is_gone: another program has expunged it.
    """

    number: int
    marks: dict[str, bool] = field(default_factory=dict)
    folder: str = "INBOX"
    is_gone: bool = False


class SyncMachine(RuleBasedStateMachine):
    """One account: the seller, another program, the server, and a line that breaks.

    A rule that finds nothing to act on does nothing: a precondition would have hypothesis draw by
    what is there, which also depends on how far the threads came before a line was cut.

    Attributes:
        states: the capabilities by which the server tells what changed since a state.
    """

    states: tuple[str, ...] = ()

    @initialize(
        capabilities=CAPABILITIES,
        in_pieces=st.sampled_from([0, 0, 0, 50]),
        forgets_expunges=st.booleans(),
        follows_other=st.booleans(),
        is_far=st.booleans(),
    )
    def begin(self, capabilities, in_pieces, forgets_expunges, follows_other, is_far):
        self.folder = Path(tempfile.mkdtemp(prefix="sync-machine-"))
        self.stack = ExitStack()
        if is_far:  # then batches are asked for ahead
            self.stack.enter_context(patch("softanswer.mailbox.link_speed._NEAR_S", 0.0))
            self.stack.enter_context(
                patch("softanswer.mailbox.fetch_queue.MOST_BYTES_IN_BATCH", 900)
            )
        self.server = self.stack.enter_context(
            FakeImapServer(" ".join([PLAIN, "AUTH=PLAIN", *self.states, *capabilities]))
        )
        self.server.habits.in_pieces = in_pieces
        self.server.habits.forgets_expunges = forgets_expunges
        for name, attributes in (("Archive", "\\Archive"), ("Bin", "\\Trash"), ("Other", "")):
            self.server.create(name, attributes)
        self.cutter = self.stack.enter_context(LineCutter(self.server.endpoint))
        self.writer = StoreWriter(self.folder / "store.sqlite3")
        self.desk = Desk(self.server, self.writer, self.cutter.endpoint)
        self.choose_other(follows_other)
        self.letters: dict[str, Known] = {}
        self.undoable: list[tuple[str, int]] = []
        self.settle_in()

    def settle_in(self):
        """What a machine of this kind does before all else."""

    @rule(follows=st.booleans())
    def choose_other(self, follows):
        """The seller follows a further folder, or does so no more."""
        self.followed = ("INBOX", "Sent", *(["Other"] if follows else []))
        account_id = self.desk.account.id
        self.writer.call(lambda tx: choose_folders(tx, account_id, self.followed[2:]))

    # The server, and other programs.

    @rule(theirs=THEIRS)
    def deliver(self, theirs):
        number = len(self.letters) + 1
        self.letters[f"Order {number}"] = Known(number)
        self.server.deliver(letter(number), flags=tuple(theirs))

    @rule(which=WHICH, theirs=THEIRS)
    def reflag_elsewhere(self, which, theirs):
        if not self.inbox():
            return
        one = self.pick(self.inbox(), which)
        own = {flag for flag in one.flags if flag in {"\\Seen", "\\Flagged", "\\Deleted"}}
        self.server.reflag(one.uid, own | theirs)

    @rule(which=WHICH)
    def expunge_elsewhere(self, which):
        if not self.inbox():
            return
        one = self.pick(self.inbox(), which)
        known = self.known(one)
        known.is_gone, known.folder = True, ""
        self.server.expunge(one.uid)

    @rule(which=WHICH)
    def move_elsewhere(self, which):
        if not self.inbox():
            return
        self.carry(self.pick(self.inbox(), which), "INBOX", "Other")

    @rule(which=WHICH)
    def move_back_elsewhere(self, which):
        if not self.server.folders["Archive"].messages:
            return
        self.carry(self.pick(self.server.folders["Archive"].messages, which), "Archive", "INBOX")

    @rule(name=st.sampled_from(["INBOX", "INBOX", "Sent", "Archive"]))
    def renumber(self, name):
        self.server.drop_connections()
        self.server.renumber(name)

    @rule(is_made_anew=st.booleans())
    def lose_the_inbox(self, is_made_anew):
        for one in list(self.server.folders["INBOX"].messages):
            self.known(one).is_gone, self.known(one).folder = True, ""
            self.server.expunge(one.uid)
        if is_made_anew:
            self.server.renumber()

    @rule(command=COMMANDS, act=st.sampled_from(["deliver", "reflag", "expunge"]), which=WHICH)
    def meddle_during(self, command, act, which):
        """Another program acts just before the program's next command of a kind is carried out."""

        def once() -> None:
            del self.server.habits.before[command]
            self.meddle(act, which)

        self.server.habits.before[command] = once

    def meddle(self, act, which):
        if act == "deliver":
            self.deliver({"$x"})
        elif self.inbox() and act == "reflag":
            self.reflag_elsewhere(which, {"\\Answered"})
        elif self.inbox():
            self.expunge_elsewhere(which)

    # The seller.

    @rule(which=WHICH, flag=OURS, on=st.booleans())
    def mark(self, which, flag, on):
        if not self.shown():
            return
        one = self.pick(self.shown(), which)
        self.letters[one.message.subject].marks[flag] = on
        self.writer.call(lambda tx: set_flag(tx, one.id, flag, on=on))

    @rule(which=WHICH, use=st.sampled_from(list(USES)))
    def move(self, which, use):
        if not self.movable():
            return
        one = self.pick(self.movable(), which)
        moved = self.writer.call(lambda tx: moves.queue_move(tx, one.id, use, "", NOON))
        known = self.letters[one.message.subject]
        known.folder = USES[use] if known.folder else ""
        self.undoable.append((one.message.subject, moved))
        note(f"{one.message.subject} -> {use}")

    @rule()
    def undo(self):
        if not self.undoable:
            return
        subject, moved = self.undoable.pop()
        known = self.letters[subject]
        try:
            self.writer.call(lambda tx: moves.undo_move(tx, moved, NOON))
        except StoreError:  # another program was quicker, and the move was settled
            assert not known.folder
        known.folder = "INBOX" if known.folder else ""

    # The program.

    @rule(is_new=st.booleans())
    def sync(self, is_new):
        self.desk.sync = self.desk.new_sync() if is_new else self.desk.sync
        self.sync_at_most()

    @rule(acts=st.lists(st.tuples(st.sampled_from(["deliver", "reflag", "expunge"]), WHICH)))
    def follow(self, acts):
        """The program stays connected while another one acts."""
        self.desk.sync = self.desk.new_sync()
        with self.desk.running() as sync:
            sync.look(10)
            for act, which in acts:
                self.meddle(act, which)
                sync.look(10)
        self.desk.sync = self.desk.new_sync()

    @rule(to_server=st.integers(0, 700), is_new=st.booleans())
    def sync_until_a_command_breaks(self, to_server, is_new):
        self.cutter.to_server = to_server
        self.sync(is_new)

    @rule(to_program=st.integers(0, 5000), is_new=st.booleans())
    def sync_until_an_answer_breaks(self, to_program, is_new):
        self.cutter.to_program = to_program
        self.sync(is_new)

    @rule()
    def come_to_rest(self):
        """After a few quiet syncs both sides are equal, and all that the seller did is there."""
        self.cutter.let_pass()
        self.server.habits.before.clear()
        self.deliver(frozenset())  # a folder that is suddenly empty is not believed before
        for _ in range(3):
            self.desk.new_sync().sync_once()
        self.desk.sync = self.desk.new_sync()
        assert self.desk.pending() == 0
        assert self.compared() == []
        lying = self.lying()
        for subject, known in self.letters.items():
            places = [folder for folder, _ in lying[subject]]
            assert len(places) in self.allowed(known), f"{subject} lies in {places}"
            if not known.folder:  # what another program took away needs no mark any more
                continue
            assert places == [known.folder], f"{subject} lies in {places}"
            for _, flags in lying[subject]:
                wrong = {flag for flag, on in known.marks.items() if (flag in flags) != on}
                assert not wrong, f"{subject}: {wrong} is not as it was set"
        self.undoable.clear()

    def teardown(self):
        if not hasattr(self, "stack"):
            return
        try:
            self.come_to_rest()
        finally:
            self.writer.close()
            self.stack.close()
            shutil.rmtree(self.folder)

    # What is looked at.

    def allowed(self, known: Known) -> set[int]:
        """How often a letter may lie on the server.

        A move in two steps that was broken off between them leaves a copy; what another program
        does with the original then is its own affair.
        """
        if "MOVE" in self.server.capabilities or known.folder:
            return {0 if known.is_gone else 1}
        return {0, 1} if known.is_gone else {1, 2}

    def inbox(self):
        return self.server.folders["INBOX"].messages

    def shown(self) -> list[StoredMessage]:
        """The letters that the seller sees, of the customers."""
        return sorted(self.desk.all(), key=lambda one: one.id)

    def movable(self) -> list[StoredMessage]:
        return [one for one in self.shown() if one.key.uid > 0]

    def known(self, one) -> Known:
        return self.letters[subject_of(one.raw)]

    def carry(self, one, origin: str, target: str) -> None:
        self.known(one).folder = ""
        self.server.deliver(one.raw, target, tuple(one.flags - {"\\Deleted"}))
        self.server.expunge(one.uid, origin)

    def lying(self) -> dict[str, list[tuple[str, set[str]]]]:
        """Where each letter lies on the server, as far as it is not marked as deleted."""
        found: dict[str, list[tuple[str, set[str]]]] = {subject: [] for subject in self.letters}
        for name, folder in self.server.folders.items():
            for one in folder.messages:
                if "\\Deleted" not in one.flags:
                    found[subject_of(one.raw)].append((name, one.flags))
        return found

    def compared(self) -> list[str]:
        return differences(
            self.writer.path, self.server.endpoint, USERNAME, PASSWORD, self.followed
        )

    def sync_at_most(self) -> None:
        try:
            self.desk.sync.sync_once()
        except MailError:
            note("the sync was broken off")
        finally:
            self.cutter.let_pass()

    @staticmethod
    def pick(ones, which):
        return ones[which % len(ones)]


def subject_of(raw: bytes) -> str:
    return raw.split(b"Subject: ")[1].split(b"\r\n")[0].decode()


class ResyncingMachine(SyncMachine):
    """With a server that tells with SELECT what changed and vanished."""

    states = ("CONDSTORE", "ENABLE", "QRESYNC")


class CondstoreMachine(SyncMachine):
    """With a server that tells on demand whose flags changed."""

    states = ("CONDSTORE",)


@pytest.mark.slow
@pytest.mark.timeout(120 + 3 * int(EXAMPLES or 0))
@pytest.mark.parametrize("machine", [SyncMachine, CondstoreMachine, ResyncingMachine])
def test_no_order_of_events_loses_or_doubles_anything(machine):
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=int(EXAMPLES or 12),
            derandomize=not EXAMPLES,
            stateful_step_count=25,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            print_blob=True,
        ),
    )
