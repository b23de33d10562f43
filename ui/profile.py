"""A profile: the folder where everything is kept, and the parts that work on it. No Qt.

What a sync without news does not need is imported where it is needed: half of its time.
"""

from __future__ import annotations

import sqlite3
import ssl
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from ..mailbox.account import Account
from ..mailbox.credentials import Secrets
from ..mailbox.discovery.dns import DnsNames, NameSource
from ..mailbox.errors import StoreError
from ..mailbox.login import Login
from ..mailbox.store.accounts import ensure_account, load_accounts
from ..mailbox.store.changes import ChangeSet
from ..mailbox.store.database import (
    DATABASE_NAME,
    damaged_error,
    open_for_reading,
    translated_errors,
)
from ..mailbox.store.writer import StoreWriter, Transaction
from ..mailbox.sync_event import SyncEvent
from ..replies.errors import DAMAGED, PreferenceError
from ..replies.outbox.clock import Clock
from ..replies.outbox.home_store import is_as_left

if TYPE_CHECKING:
    from ..mailbox.smtp import Envelope, Submission
    from ..mailbox.sync import AccountSync
    from ..replies.backlog import BacklogReader
    from ..replies.outbox.outbox import Outbox
    from ..replies.outbox.policy import HoldPolicy
    from ..replies.preferences import Preferences
    from ..replies.spelling import SpellerSource


def _installed_speller() -> SpellerSource:
    from ..replies.enchant_speller import InstalledSpeller

    return InstalledSpeller()


@dataclass(frozen=True, slots=True)
class Profile:
    """One folder, and what comes from outside: the clock, the keyring, trusted certificates.

    Attributes:
        tls_context: None for the system's certificates; tests and the sample bring their own.
        names: where the servers of a domain are looked up.
        speller: where the dictionaries come from.
    """

    folder: Path
    clock: Clock
    secrets: Secrets
    tls_context: ssl.SSLContext | None = None
    names: NameSource = DnsNames()  # noqa: RUF009 - it keeps no state
    speller: SpellerSource = field(default_factory=_installed_speller)

    @property
    def database(self) -> Path:
        """The database file."""
        return self.folder / DATABASE_NAME

    @property
    def preferences_file(self) -> Path:
        """The file of preferences."""
        from ..replies.preferences import PREFERENCES_NAME

        return self.folder / PREFERENCES_NAME

    def outbox(self) -> Outbox:
        """The outbox of this profile."""
        from ..replies.outbox.journal import Journal
        from ..replies.outbox.outbox import Outbox

        return Outbox(self.clock, Journal(self.folder))

    def open_writer(self, on_commit: Callable[[ChangeSet], None] | None = None) -> StoreWriter:
        """Start the writing thread; the first one makes the database.

        Database and journal are made to fit; what may have gone out since is paused.

        Raises:
            StoreError: the database can't be used; the message says what to do.
        """
        writer = StoreWriter(self.database, on_commit)
        try:
            self._reconcile(writer)
        except (*DAMAGED, PreferenceError) as error:
            writer.close()
            raise damaged_error(self.database) from error
        except BaseException:
            writer.close()
            raise
        return writer

    def _reconcile(self, writer: StoreWriter) -> None:
        boot_id = self.clock.read().boot_id
        if not writer.call(lambda tx: is_as_left(tx.db, self.folder, boot_id)):
            from ..replies.outbox.reconciling import reconcile

            reconcile(writer, self.outbox())

    def open_reader(self) -> sqlite3.Connection:
        """Open a connection that only reads."""
        return open_for_reading(self.database)

    @contextmanager
    def writing(self) -> Iterator[StoreWriter]:
        """A writer for a few jobs, closed behind them."""
        writer = self.open_writer()
        try:
            yield writer
        finally:
            writer.close()

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A reading connection to a database that is there and up to date."""
        self.open_writer().close()
        db = self.open_reader()
        try:
            with translated_errors(self.database):
                yield db
        finally:
            db.close()

    def account_sync(
        self,
        account: Account,
        writer: StoreWriter,
        on_event: Callable[[SyncEvent], None] = lambda _: None,
        on_kept: Callable[[], None] = lambda: None,
        leaves_above: Callable[[], int] | None = None,
    ) -> AccountSync:
        """The sync of one account, taking in what comes by the rules of the shop.

        Args:
            on_kept: called when letters of a backlog wait for the `backlog_reader`.
            leaves_above: of how many bytes a letter may be to come with its large attachments;
                where it is left out, the preferences are read once.
        """
        from ..mailbox.sync import AccountSync
        from ..replies.late_intake import LateIntake

        def now() -> datetime:
            return self.clock.read().wall

        intake = LateIntake(self.outbox, now)
        return AccountSync(
            account,
            self.secrets,
            writer,
            intake,
            on_event,
            now,
            tls_context=self.tls_context,
            on_conversations=intake.follow_flags,
            on_kept=on_kept,
            leaves_above=leaves_above or cache(self._leaves_above),
        )

    def backlog_reader(self, writer: StoreWriter, *, judges_older: bool = True) -> BacklogReader:
        """What reads the letters of a backlog, and in idle hours judges the oldest."""
        from ..replies.backlog import BacklogReader
        from ..replies.intake import ShopIntake

        intake = ShopIntake(self.outbox())
        return BacklogReader(writer, intake, judges_older=judges_older)

    def set_database_aside(self) -> tuple[Path, int]:
        """Put a damaged database aside and begin a new one with accounts and waiting replies.

        The accounts are those that can still be read. Returns the name under which the damaged
        file is kept, and how many replies came back from the journal; they are paused until the
        seller decides.
        """
        from ..replies.outbox.store import load_in

        readable = self._readable_accounts()
        kept = self.move_database("damaged")

        def keep_accounts(tx: Transaction) -> None:
            for account in readable:
                ensure_account(tx, account)

        with closing(StoreWriter(self.database)) as bare:
            bare.call(keep_accounts)
        with self.writing() as writer:
            return kept, writer.call(lambda tx: len(load_in(tx.db)))

    def move_database(self, why: str) -> Path:
        """Give the database another name, which says why and when; returns it."""
        kept = self.database.with_suffix(f".{why}-{self.clock.read().wall:%Y%m%d-%H%M%S}.sqlite3")
        for suffix in ("", "-wal", "-shm"):
            part = self.database.with_name(self.database.name + suffix)
            if part.exists():
                part.rename(kept.with_name(kept.name + suffix))
        return kept

    def _readable_accounts(self) -> tuple[Account, ...]:
        """The accounts in a database that may be damaged; none where they can't be read."""
        try:
            with closing(self.open_reader()) as db, translated_errors(self.database):
                return load_accounts(db)
        except (StoreError, TypeError, ValueError):
            return ()

    def _leaves_above(self) -> int:
        from ..replies.preferences import load_preferences  # not before a letter is fetched

        return load_preferences(self.preferences_file).preferences.leaves_above

    def load_preferences(self, writer: StoreWriter) -> tuple[Preferences, tuple[str, ...]]:
        """The preferences, and a sentence for each value in the file that was left out.

        What the file says of holds is carried into the database, where it waits its time (D2);
        a file that says nothing of them, or is gone, changes nothing.
        """
        from ..replies.outbox.store import load_policies
        from ..replies.preferences import load_preferences

        loaded = load_preferences(self.preferences_file)

        def follow(tx: Transaction) -> Preferences:
            kept = load_policies(tx.db)
            wished = loaded.preferences
            if kept and not loaded.has_hold:
                wished = replace(wished, hold=kept[-1].policy)
            self._keep_policy(tx, wished.hold)
            return wished

        return writer.call(follow), loaded.problems

    def save_preferences(self, writer: StoreWriter, preferences: Preferences) -> None:
        """Keep new preferences; those for holds come into force by themselves (D2).

        Raises:
            OSError: the folder can't be written; nothing was changed.
        """
        from ..replies.preferences import save_preferences

        save_preferences(self.preferences_file, preferences)
        writer.call(lambda tx: self._keep_policy(tx, preferences.hold))

    def _keep_policy(self, tx: Transaction, policy: HoldPolicy) -> None:
        """Keep a policy; before the first set-up the standard one is nobody's choice (D2)."""
        from ..replies.outbox.policy import HoldPolicy
        from ..replies.outbox.store import load_policies

        if load_policies(tx.db) or policy != HoldPolicy():
            self.outbox().set_policy(tx, policy)

    def submit(
        self,
        account: Account,
        login: Login,
        envelope: Envelope,
        raw: bytes,
        before_dot: Callable[[], None],
        on_taken: Callable[[Submission], None],
    ) -> Submission:
        """Hand a letter to the account's SMTP server, for the postman."""
        from ..mailbox.smtp import submit

        return submit(
            account.smtp,
            login,
            envelope,
            raw,
            before_dot=before_dot,
            on_taken=on_taken,
            tls_context=self.tls_context,
        )
