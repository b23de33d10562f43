"""A seller with one account on fake servers, whose program is driven by its commands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from builders import NOON, HandClock
from fakes.command_line import CommandLine, Finished
from fakes.imap_server import PASSWORD, USERNAME, FakeImapServer
from fakes.smtp_server import FakeSmtpServer

from softanswer.mailbox.account import Endpoint
from softanswer.mailbox.store.database import DATABASE_NAME
from softanswer.mailbox.store.writer import StoreWriter

ADDRESS = "lena@shop.example"
CUSTOMER = "Tom Vale <tom.vale@mail.example>"
COMPLAINT = """Where is my book? Three weeks, and you are crooks!! I want my money back NOW!!!

Tom Vale
"""
QUESTION = "Hello,\n\ndo you have the second volume too?\n\nTom Vale\n"
ANSWER = """Dear Mr Vale,

I am truly sorry that your book has not reached you after all this waiting. That is my mistake: \
I posted it too late. I will send a second copy tomorrow by Priority Mail, and I will write to \
you on Tuesday with its tracking number. Thank you for your patience.

Lena
"""


class Shop:
    """The profile, the servers, and the clock that a test turns by hand; it is noon."""

    def __init__(self, folder: Path, imap: FakeImapServer, smtp: FakeSmtpServer) -> None:
        self.imap = imap
        self.smtp = smtp
        self.clock = HandClock()
        self.profile = folder / "profile"
        self.command = CommandLine(self.profile, self.clock)

    def move_to(self, profile: Path) -> None:
        """Use another profile from here on."""
        self.profile = self.command.profile = profile

    @contextmanager
    def writing(self) -> Iterator[StoreWriter]:
        """A writer to the profile's database, beside the commands."""
        writer = StoreWriter(self.profile / DATABASE_NAME)
        try:
            yield writer
        finally:
            writer.close()

    def do(self, *arguments: object, stdin: str = "") -> Finished:
        """Run a command that must succeed, without a word on stderr."""
        finished = self.command(*arguments, stdin=stdin)
        assert (finished.code, finished.err) == (0, "")
        return finished

    def add_account(self, password: str = PASSWORD, **changes: Endpoint) -> None:
        """Set the account up."""
        imap = changes.get("imap", self.imap.endpoint)
        smtp = changes.get("smtp", self.smtp.endpoint)
        self.do(*account_add(imap, smtp), stdin=password)

    def deliver(
        self,
        subject: str,
        text: str,
        sender: str = CUSTOMER,
        at: datetime = NOON - timedelta(hours=2),
        **headers: str,
    ) -> int:
        """Put a letter into the seller's INBOX; the result is its UID."""
        raw = mail(subject, text, sender, at, **headers)
        return self.imap.deliver(raw, internal_date=f"{at:%d-%b-%Y %H:%M:%S} +0000")

    def receive(self, subject: str, text: str, **parts: Any) -> int:
        """Deliver a letter and fetch it; the result is its id in the commands."""
        self.deliver(subject, text, **parts)
        self.do("sync")
        return self.ids()[subject]

    def ids(self) -> dict[str, int]:
        """The ids of all messages, by subject."""
        found = self.do("messages", "--limit", 1000, "--format", "json").json()
        return {one["subject"]: one["id"] for one in found}

    def hold(self, message_id: int, text: str = ANSWER) -> dict[str, Any]:
        """Hold an answer."""
        held = self.do("outbox", "hold", "--reply-to", message_id, "--format=json", stdin=text)
        return held.json()

    def outbox(self) -> list[dict[str, Any]]:
        """What `outbox list` says."""
        return self.do("outbox", "list", "--format", "json").json()


@contextmanager
def open_shop(folder: Path) -> Iterator[Shop]:
    """A shop whose servers run; its account is not set up yet."""
    with FakeImapServer() as imap, FakeSmtpServer() as smtp:
        yield Shop(folder, imap, smtp)


def account_add(imap: Endpoint, smtp: Endpoint, address: str = ADDRESS) -> list[str]:
    """The arguments that add an account."""
    return [
        *("account", "add", "--address", address, "--username", USERNAME, "--name", "Lena"),
        *("--imap", f"{imap.host}:{imap.port}", "--imap-security", imap.security.value),
        *("--smtp", f"{smtp.host}:{smtp.port}", "--smtp-security", smtp.security.value),
    ]


def mail(
    subject: str,
    text: str,
    sender: str = CUSTOMER,
    at: datetime = NOON,
    to: str = ADDRESS,
    **headers: str,
) -> bytes:
    """The bytes of a plain letter; headers are given with _ for -."""
    message_id = subject.lower().replace(" ", "-")
    lines = [
        f"From: {sender}",
        f"To: {to}",
        f"Subject: {subject}",
        f"Date: {at:%a, %d %b %Y %H:%M:%S +0000}",
        f"Message-ID: <{message_id}@mail.example>",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        *(f"{name.replace('_', '-')}: {value}" for name, value in headers.items()),
        "",
        *text.split("\n"),
    ]
    return "\r\n".join(lines).encode()
