"""What the program promises is on the disk before it is promised, seen from its system calls.

The real program runs under a library that notes each write, each flush and each message in order.
From these the disk is put together that a power cut at any moment would leave, and read again.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

import pytest
from builders import MINUTE
from fakes.clock import QuickClock
from fakes.power_cut import Disk
from fakes.preload import Act, ActKind, Trace, build
from fakes.shop import ANSWER, QUESTION, Shop, open_shop

from softanswer.mailbox.store.database import DATABASE_NAME, open_for_writing
from softanswer.replies.outbox import store
from softanswer.replies.outbox.held_reply import LIVE, HeldReply, OutboxState
from softanswer.replies.outbox.journal import JOURNAL_NAME, Journal

pytestmark = [pytest.mark.compiled, pytest.mark.slow, pytest.mark.timeout(120)]

BASE = MINUTE
PROGRAMS = Path(__file__).parent
_FATE = random.Random(1)  # noqa: S311 - no secret
FATES: dict[str, Callable[[], bool]] = {
    "nothing that was not flushed is there": lambda: False,
    "all that was written is there": lambda: True,
    "some of it is there": lambda: _FATE.random() < 0.5,
}


class Step(IntEnum):
    """How far a reply has come, for good."""

    NONE = 0
    HELD = 1
    APPROVED = 2
    SENDING = 3
    DOTTED = 4
    SENT = 5


@dataclass(frozen=True)
class Run:
    """What the real program did when it held, confirmed and sent one reply.

    Attributes:
        before: a copy of the profile as it was before.
    """

    before: Path
    acts: list[Act]
    smtp_port: int

    def promise(self, act: Act) -> Step:
        """What an act tells the seller or the server that it must not forget any more."""
        if act.kind is ActKind.SAID:
            words = act.data.split()
            return Step.HELD if b"cooling" in words else Step.APPROVED
        if act.kind is ActKind.SENT and act.name == str(self.smtp_port):
            if act.data == b".\r\n":
                return Step.DOTTED
            return Step.SENT if act.data.startswith(b"QUIT") else Step.SENDING
        return Step.NONE


@pytest.fixture(scope="module", params=["command", "window"])
def run(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("run")
    with open_shop(folder) as shop:
        return run_of(shop, folder, holds_in_window=request.param == "window")


def run_of(shop: Shop, folder: Path, *, holds_in_window: bool) -> Run:
    """Hold, confirm and send a reply, each in a process of its own."""
    clock = shop.command.clock = QuickClock.started_now()
    shop.do("settings", "set", "hold.base_minutes", BASE // MINUTE)
    shop.add_account()
    shop.receive("The second volume", QUESTION)
    before = Path(shutil.copytree(shop.profile, folder / "before"))
    trace = Trace(build(folder), folder / "trace", shop.profile)

    def start(program: str, *arguments: object) -> None:
        line = [sys.executable, "-u", "-P", PROGRAMS / program, clock.origin_ns, *arguments]
        environment = {**os.environ, **trace.environment}
        subprocess.run(  # noqa: S603 - our own program
            [str(one) for one in line], env=environment, input=ANSWER, text=True, check=True
        )

    if holds_in_window:
        start("quick_window.py", shop.profile)
    else:
        start("quick_program.py", "--profile", shop.profile, "outbox", "hold", "--reply-to", 1)
    is_over = clock.read().wall + BASE
    while clock.read().wall < is_over:
        time.sleep(0.1)
    start("quick_program.py", "--profile", shop.profile, "outbox", "confirm", 1)
    start("quick_program.py", "--profile", shop.profile, "outbox", "run", "--until-empty")
    assert len(shop.smtp.accepted) == 1
    return Run(before, trace.acts(), shop.smtp.endpoint.port)


def broken_promises(
    run: Run, acts: list[Act], survives: Callable[[], bool], folder: Path
) -> Iterator[str]:
    """Cut the power before each act that says something, and at each flush, and read the disk."""
    disk, promised = Disk(run.before), Step.NONE
    for number, act in enumerate(acts):
        promised = max(promised, run.promise(act))
        if run.promise(act) or act.kind is ActKind.FLUSHED:
            found = folder / str(number)
            disk.copy_to(found, survives)
            in_store, in_journal = step_in_store(found), step_in_journal(found)
            if in_store < promised:
                yield f"act {number}: the store knows {in_store.name}, said was {promised.name}"
            if not is_right_in_journal(in_journal, promised):
                yield f"act {number}: the journal has {in_journal.name} after {promised.name}"
            shutil.rmtree(found)
        disk.follow(act)


def is_right_in_journal(found: Step, promised: Step) -> bool:
    """The journal is never behind; it forgets a reply when the answer to the dot has come."""
    if promised < Step.DOTTED:
        return found >= promised
    return found is Step.NONE or (found is promised is Step.DOTTED)


def step_in_store(profile: Path) -> Step:
    with closing(open_for_writing(profile / DATABASE_NAME)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        replies = store.load_in(db, set(OutboxState))
    return step_of(replies[0]) if replies else Step.NONE


def step_in_journal(profile: Path) -> Step:
    """The journal keeps no approved bytes: what waits there counts as approved."""
    waiting = [e.reply for e in Journal(profile).latest() if e.reply.state in LIVE]
    return max(Step.APPROVED, step_of(waiting[0])) if waiting else Step.NONE


def step_of(reply: HeldReply) -> Step:
    if reply.state is OutboxState.SENT:
        return Step.SENT
    if reply.state is OutboxState.SENDING:
        return Step.SENDING if reply.dotted_at is None else Step.DOTTED
    return Step.APPROVED if reply.is_approved else Step.HELD


@pytest.mark.parametrize("survives", FATES.values(), ids=FATES)
def test_what_was_promised_survives_a_power_cut(run, survives, tmp_path):
    promises = [run.promise(act) for act in run.acts]
    assert set(promises) == set(Step)
    cuts = tmp_path / "cuts"
    cuts.mkdir()
    assert list(broken_promises(run, run.acts, survives, cuts)) == []


@pytest.mark.parametrize("name", [DATABASE_NAME + "-wal", JOURNAL_NAME])
def test_a_flush_that_is_left_out_would_be_noticed(run, name, tmp_path):
    acts = [act for act in run.acts if (act.kind, Path(act.name).name) != (ActKind.FLUSHED, name)]
    assert len(acts) < len(run.acts)
    assert list(broken_promises(run, acts, lambda: False, tmp_path))
