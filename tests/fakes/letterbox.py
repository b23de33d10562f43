"""A store into which a test puts letters as the sync would, without a server."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from builders import HOUR, NOON, HandClock, account
from fakes.shop import ANSWER, CUSTOMER, mail

from softanswer.mailbox.message import FetchedMessage, StoredMessage
from softanswer.mailbox.store.accounts import add_account, load_accounts
from softanswer.mailbox.store.folders import Folder, FolderRole, ensure_folder
from softanswer.mailbox.store.messages import newest
from softanswer.mailbox.store.writer import StoreWriter, Transaction
from softanswer.replies.answering import make_draft
from softanswer.replies.inbox import Matter
from softanswer.replies.inbox_store import load_matter
from softanswer.replies.intake import ShopIntake
from softanswer.replies.outbox.held_reply import HeldReply
from softanswer.replies.outbox.journal import Journal
from softanswer.replies.outbox.outbox import Outbox

T = TypeVar("T")
OWN = "ana@lanternlane.example"


class Letterbox:
    """One account with INBOX and Sent; it is noon."""

    def __init__(self, folder: Path, writer: StoreWriter, account_id: int | None = None) -> None:
        """Make the account, or go on with one that has letters."""
        self.clock = HandClock()
        self.writer = writer
        self.outbox = Outbox(self.clock, Journal(folder))
        self.intake = ShopIntake(self.outbox)
        self.account_id = account_id or self.do(lambda tx: add_account(tx, account()))
        self._folders = {
            role: self.do(
                lambda tx, role=role: ensure_folder(
                    tx.db, self.account_id, role.value, role, uid_validity=1
                )
            )
            for role in FolderRole
        }
        self._uids = self.do(lambda tx: len(newest(tx.db, 10_000)))

    def do(self, job: Callable[[Transaction], T]) -> T:
        """Run a job of the writer."""
        return self.writer.call(job)

    def folder(self, role: FolderRole) -> Folder:
        """The folder with this role."""
        return self._folders[role]

    def receive(
        self,
        subject: str,
        text: str,
        sender: str = CUSTOMER,
        at: datetime = NOON - 2 * HOUR,
        flags: tuple[str, ...] = (),
        **headers: str,
    ) -> StoredMessage:
        """Take in a letter of a customer."""
        raw = mail(subject, text, sender, at, **headers)
        return self.take_in(raw, at, FolderRole.INBOX, flags)

    def find_in_sent(
        self, subject: str, to: StoredMessage, at: datetime = NOON - HOUR
    ) -> StoredMessage:
        """Take in an answer that the seller wrote with another program."""
        raw = mail(subject, ANSWER, f"Ana <{OWN}>", at, In_Reply_To=to.message.message_id)
        return self.take_in(raw, at, FolderRole.SENT)

    def take_in(
        self, raw: bytes, at: datetime, role: FolderRole, flags: tuple[str, ...] = ()
    ) -> StoredMessage:
        """Take in a letter as the sync hands it over."""
        self._uids += 1
        prepared = self.intake.prepare(FetchedMessage(self._uids, frozenset(flags), at, raw))
        folder = self._folders[role]
        self.do(lambda tx: self.intake.commit(tx, self.account_id, folder.id, [prepared]))
        stored = self.do(lambda tx: newest(tx.db, 10_000))
        return next(one for one in stored if one.key.uid == self._uids)

    def matter(self, letter: StoredMessage) -> Matter:
        """All that is known of a letter's conversation, as it stands now."""
        return self.do(
            lambda tx: load_matter(
                tx.db,
                tx.db.execute(
                    "SELECT conversation_id FROM messages WHERE id = ?", (letter.id,)
                ).fetchone()[0],
            )
        )

    def hold(self, letter: StoredMessage) -> HeldReply:
        """Hold an answer to a letter."""
        return self.hold_of(self.matter(letter))

    def hold_of(self, matter: Matter) -> HeldReply:
        """Hold an answer to what was known of a letter."""
        draft = make_draft(matter, self.do(lambda tx: load_accounts(tx.db)), "", ANSWER)
        return self.do(
            lambda tx: self.outbox.hold(
                tx,
                draft,
                conversation_id=matter.conversation_id,
                occasion=replace(matter.occasion, deadline=None),
                first_body=ANSWER,
            )
        )
