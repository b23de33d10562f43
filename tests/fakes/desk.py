"""A seller's account on a fake server, with its store and its sync, for tests."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TypeVar

from fakes.imap_server import PASSWORD, FakeImapServer
from fakes.intake import PlainIntake, shop_account

from softanswer.mailbox.account import Endpoint
from softanswer.mailbox.errors import KeyringError
from softanswer.mailbox.message import StoredMessage
from softanswer.mailbox.store.accounts import add_account, load_account
from softanswer.mailbox.store.messages import newest, set_flag
from softanswer.mailbox.store.server_changes import pending_changes
from softanswer.mailbox.store.writer import StoreWriter
from softanswer.mailbox.sync import AccountSync
from softanswer.mailbox.sync_event import SyncEvent, SyncState
from softanswer.mailbox.wire import Timeouts

T = TypeVar("T")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Passwords:
    """Secrets in memory; the right one unless a test says otherwise."""

    def __init__(self) -> None:
        self.password: str | None = PASSWORD

    def get(self, account_address: str) -> str:
        if self.password is None:
            raise KeyringError("no keyring")
        return self.password

    def set(self, account_address: str, secret: str) -> None:
        self.password = secret

    def delete(self, account_address: str) -> None:
        self.password = None


class Desk:
    """One account, its store, and its sync."""

    def __init__(
        self, server: FakeImapServer, writer: StoreWriter, endpoint: Endpoint | None = None
    ) -> None:
        self.server = server
        self.writer = writer
        self.secrets = Passwords()
        self.intake = PlainIntake()
        self.events: list[SyncEvent] = []
        self.touched: list[frozenset[int]] = []
        self.leaves_above = 0
        account_id = writer.call(
            lambda tx: add_account(tx, shop_account(endpoint or server.endpoint))
        )
        self.account = writer.call(lambda tx: load_account(tx.db, account_id))
        self.sync = self.new_sync()

    def new_sync(self) -> AccountSync:
        """The sync of a program that was started anew."""
        return AccountSync(
            self.account,
            self.secrets,
            self.writer,
            self.intake,
            self.events.append,
            lambda: NOON,
            on_conversations=lambda _tx, ids: self.touched.append(ids),
            leaves_above=lambda: self.leaves_above,
            timeouts=Timeouts(connect_s=2, read_s=2),
        )

    @contextlib.contextmanager
    def running(self) -> Iterator[AccountSync]:
        """Run the sync in its thread; it must end within a second of being stopped."""
        thread = threading.Thread(target=self.sync.run)
        thread.start()
        try:
            yield self.sync
        finally:
            start = time.monotonic()
            self.sync.stop()
            thread.join(5)
            assert time.monotonic() - start < 1
            assert not thread.is_alive()

    def read(self, query: Callable[..., T], *arguments: object) -> T:
        return self.writer.call(lambda tx: query(tx.db, *arguments))

    def letters(self) -> dict[str, StoredMessage]:
        """What is stored, by subject."""
        return {one.message.subject: one for one in self.read(newest, 1000)}

    def all(self) -> tuple[StoredMessage, ...]:
        return self.read(newest, 1000)

    def flag(self, letter: StoredMessage, flag: str) -> None:
        self.writer.call(lambda tx: set_flag(tx, letter.id, flag, on=True))

    def pending(self) -> int:
        return len(self.read(pending_changes, self.account.id))

    def states(self) -> list[SyncState]:
        return [event.state for event in self.events]


@contextlib.contextmanager
def followed(sync: AccountSync, ends_within_s: float) -> Iterator[AccountSync]:
    """Run a sync in a thread of its own, from its first look on."""
    thread = threading.Thread(target=sync.run)
    thread.start()
    try:
        sync.look(10)
        yield sync
    finally:
        sync.stop()
        thread.join(ends_within_s)
        assert not thread.is_alive()


def wait_until(holds: Callable[[], object], timeout_s: float = 8) -> None:
    deadline = time.monotonic() + timeout_s
    while not holds():
        assert time.monotonic() < deadline, "it did not come to hold"
        time.sleep(0.005)


def until_idle(desk: Desk) -> None:
    wait_until(lambda: SyncState.UP_TO_DATE in desk.states())
    if "IDLE" in desk.server.capabilities:
        desk.server.wait_for("IDLE")
