"""A profile whose files are tampered with, and whose program is killed, between two openings."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from builders import MINUTE, HandClock, account, draft, occasion
from fakes.deadly_calls import Point, die_at

from softanswer.mailbox.store.accounts import add_account
from softanswer.mailbox.store.database import DATABASE_NAME
from softanswer.mailbox.store.messages import reserve_conversation
from softanswer.mailbox.store.writer import Transaction
from softanswer.replies.outbox import store
from softanswer.replies.outbox.held_reply import HeldReply, OutboxState
from softanswer.replies.outbox.journal import JOURNAL_NAME
from softanswer.ui.profile import Profile

Job = Callable[[Transaction], Any]


class TamperedShop:
    """A profile that is opened and closed for each step; its files are there in between."""

    def __init__(self, folder: Path, clock: HandClock) -> None:
        self.folder = folder
        self.clock = clock
        self.move_to(folder)
        self.account_id = self.do(lambda tx: add_account(tx, account()))
        self.made = 0

    def move_to(self, folder: Path) -> None:
        """Use the profile in another folder from here on."""
        self.profile = Profile(folder, self.clock, secrets=None)
        self.outbox = self.profile.outbox()

    def do(self, job: Job) -> Any:
        with self.profile.writing() as writer:
            return writer.call(job)

    def do_and_die(self, job: Job, point: Point) -> bool:
        """Do it in a process that is killed at a point; whether it came to that."""
        return die_at(point, lambda: self.do(job))

    def holding(self, heat: int | None = 3) -> Job:
        """The job that holds one reply more."""
        self.made += 1
        number = self.made

        def hold(tx: Transaction) -> HeldReply:
            conversation = reserve_conversation(tx.db, self.account_id, f"<{number}@mail.example>")
            return self.outbox.hold(
                tx,
                draft(account_id=self.account_id, in_reply_to=f"<{number}@mail.example>"),
                conversation_id=conversation,
                occasion=occasion(heat),
                first_body="first",
            )

        return hold

    def hold(self, heat: int | None = 3) -> HeldReply:
        return self.do(self.holding(heat))

    def approve(self, reply: HeldReply) -> HeldReply:
        self.clock.pass_time(90 * MINUTE)
        return self.do(lambda tx: self.outbox.approve(tx, reply.id))

    def begin_to_send(self, reply: HeldReply, *, dotted: bool) -> None:
        self.do(lambda tx: self.outbox.take(tx, reply.id))
        if dotted:
            self.do(
                lambda tx: self.outbox.step(tx, reply.id, lambda r, m: r.dotted(m.reading.wall))
            )

    def send(self, reply: HeldReply) -> None:
        self.approve(reply)
        self.begin_to_send(reply, dotted=True)
        self.do(lambda tx: self.outbox.step(tx, reply.id, lambda r, m: r.sent(m.reading.wall)))

    def replies(self) -> dict[str, HeldReply]:
        found = self.do(lambda tx: store.load_in(tx.db, set(OutboxState)))
        return {reply.message_id: reply for reply in found}

    def now(self, reply: HeldReply) -> HeldReply:
        return self.replies()[reply.message_id]

    def copy(self, *names: str) -> Path:
        """Copies of the files as they are now, kept elsewhere."""
        kept = self.folder.with_name(f"{self.folder.name}-kept")
        kept.mkdir()
        for name in names or (DATABASE_NAME, JOURNAL_NAME):
            shutil.copy2(self.folder / name, kept / name)
        return kept

    def put_back(self, kept: Path) -> None:
        for path in kept.iterdir():
            shutil.copy2(path, self.folder / path.name)
