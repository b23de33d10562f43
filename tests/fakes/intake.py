"""An intake for tests of the sync: it reads headers with the standard library and stores."""

from __future__ import annotations

from collections.abc import Sequence
from email import message_from_bytes
from email.utils import parseaddr

from softanswer.mailbox.account import Account, Endpoint, Security
from softanswer.mailbox.message import Address, FetchedMessage, Message
from softanswer.mailbox.store.backlog import store_listed
from softanswer.mailbox.store.changes import RecordKind
from softanswer.mailbox.store.message_rows import NewRow
from softanswer.mailbox.store.messages import store_messages
from softanswer.mailbox.store.writer import Transaction

Prepared = tuple[FetchedMessage, Message]


class PlainIntake:
    """Stores every message as it is.

    Attributes:
        read: what makes a message of what was fetched.
        fails_on: message ids at which `prepare` raises.
        unstorable: message ids at which `commit` raises.
    """

    def __init__(self) -> None:
        self.read = read_plainly
        self.fails_on: set[str] = set()
        self.unstorable: set[str] = set()

    def get_ready(self) -> None:
        """It is."""

    def prepare(self, fetched: FetchedMessage) -> Prepared:
        message = self.read(fetched)
        if message.message_id in self.fails_on:
            raise ZeroDivisionError
        return fetched, message

    def commit(
        self, tx: Transaction, account_id: int, folder_id: int, prepared: Sequence[Prepared]
    ) -> None:
        if any(message.message_id in self.unstorable for _, message in prepared):
            raise ZeroDivisionError
        stored = store_messages(tx.db, account_id, folder_id, prepared)
        tx.changed(RecordKind.MESSAGE, [one.id for one in stored])

    def commit_listed(
        self,
        tx: Transaction,
        account_id: int,
        folder_id: int,
        listed: Sequence[NewRow],
    ) -> None:
        tx.changed(RecordKind.MESSAGE, store_listed(tx.db, account_id, folder_id, listed))


def shop_account(imap: Endpoint | None = None, smtp: Endpoint | None = None) -> Account:
    """An account whose servers are fakes."""
    nowhere = Endpoint("127.0.0.1", 1, Security.NONE)
    return Account(
        id=0,
        address="lena@shop.example",
        name="Lena",
        username="lena",
        imap=imap or nowhere,
        smtp=smtp or nowhere,
    )


def read_plainly(fetched: FetchedMessage) -> Message:
    """What a simple message says, as it was fetched."""
    return plain_message(fetched.raw)


def plain_message(raw: bytes) -> Message:
    """What a simple message says."""
    parsed = message_from_bytes(raw)
    name, addr_spec = parseaddr(parsed.get("From", ""))
    body = parsed.get_payload(decode=True)
    return Message(
        message_id=parsed.get("Message-ID", "").strip(),
        in_reply_to=tuple(parsed.get("In-Reply-To", "").split()),
        references=tuple(parsed.get("References", "").split()),
        sender=Address(name, addr_spec),
        reply_to=(),
        to=(),
        cc=(),
        subject=parsed.get("Subject", ""),
        date=None,
        text=body.decode("utf-8", "replace") if isinstance(body, bytes) else "",
    )


def letter(number: int, text: str = "Where is my book?", **headers: str) -> bytes:
    """A simple message; headers are given with _ for -."""
    lines = [
        f"From: Buyer {number} <buyer{number}@customer.example>",
        "To: lena@shop.example",
        f"Subject: Order {number}",
        f"Message-ID: <{number}@customer.example>",
        *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items()),
        "",
        text,
        "",
    ]
    return "\r\n".join(lines).encode()
