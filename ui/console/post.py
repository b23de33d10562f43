"""The postman without a window, for the command outbox run."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from typing import Final

from ...mailbox.account import Account
from ...mailbox.errors import (
    CertificateError,
    CredentialsError,
    KeyringError,
    MailError,
    StoreError,
)
from ...mailbox.login import Login
from ...mailbox.sentence import sentence_of
from ...mailbox.smtp import Envelope, Submission
from ...mailbox.store.accounts import load_account, load_accounts
from ...mailbox.store.server_changes import pending_changes
from ...mailbox.store.writer import StoreWriter, Transaction
from ...replies.outbox import store as held
from ...replies.outbox.held_reply import HeldReply, OutboxState
from ...replies.outbox.postman import Postman
from ..profile import Profile
from .problems import Problems

_GLANCE_S: Final = 1.0  # how often another process's writes, and its wishes, are looked for
_AFTER_STORE_PROBLEM: Final = timedelta(seconds=30)


def always() -> bool:
    """Say yes."""
    return True


class Post:
    """The postman without a window; what is in the way is said on stderr.

    Args:
        may_go_on: tells whether another letter may be begun; asked each second, too.
    """

    def __init__(
        self, profile: Profile, writer: StoreWriter, may_go_on: Callable[[], bool] = always
    ) -> None:
        self._profile = profile
        self._writer = writer
        self._may_go_on = may_go_on
        self._problems = Problems()
        self._tried: set[tuple[object, ...]] = set()
        self._stuck: set[tuple[int, str]] = set()
        self._postman = Postman(
            writer,
            profile.outbox(),
            profile.secrets,
            look=self._look,
            submit=self._submit,
            tls_context=profile.tls_context,
        )

    @property
    def needs_seller(self) -> bool:
        """Whether a password, a certificate or the keyring is in the way."""
        return bool(self._stuck)

    def send_all(self) -> None:
        """Send what may go, until nothing is left that can leave without the seller.

        Raises:
            StoreError: the database can't be written.
        """
        while True:
            version, pause, waiting = self._do_round()
            self.settle_with_servers()
            if not self._may_send_more(waiting):
                return
            self._wait(version, pause)

    def work(self) -> None:
        """Send what may go and wait for more, as long as it may go on."""
        while self._may_go_on():
            try:
                version, pause, _ = self._do_round()
                self.settle_with_servers()
                self._wait(version, pause)
            except StoreError as error:
                self._problems.note("the outbox", sentence_of(error))
                self._sleep(_AFTER_STORE_PROBLEM)

    def settle_with_servers(self) -> None:
        """Bring what is owed to the servers there, each once: Sent copies and marks."""
        for account in self._writer.call(lambda tx: load_accounts(tx.db)):
            if not self._may_go_on():
                return
            owed = self._writer.call(partial(_owed, account.id))
            if owed <= self._tried:
                continue
            self._tried |= owed
            try:
                self._look(account.id)
            except MailError as error:
                self._problems.note(account.address, sentence_of(error))

    def _do_round(self) -> tuple[int, timedelta, tuple[HeldReply, ...]]:
        """Send what may go; the store's version before, how long to wait, what is held now."""
        version = self._writer.call(_version)
        pause = self._postman.work_once()
        waiting = self._writer.call(lambda tx: held.load_in(tx.db))
        self._tell(waiting)
        return version, pause, waiting

    def _look(self, account_id: int) -> None:
        account = self._writer.call(lambda tx: load_account(tx.db, account_id))
        note = partial(self._problems.note_sync, account.address)
        with self._at_server(account_id, "imap"):
            self._profile.account_sync(account, self._writer, note).sync_once()

    def _submit(
        self,
        account: Account,
        login: Login,
        envelope: Envelope,
        raw: bytes,
        before_dot: Callable[[], None],
        on_taken: Callable[[Submission], None],
    ) -> Submission:
        with self._at_server(account.id, "smtp"):
            return self._profile.submit(account, login, envelope, raw, before_dot, on_taken)

    @contextmanager
    def _at_server(self, account_id: int, server: str) -> Iterator[None]:
        """Note what needs the seller; begin no other letter where it may not go on."""
        try:
            yield
        except (CredentialsError, CertificateError, KeyringError):
            self._stuck.add((account_id, server))
            raise
        finally:
            if not self._may_go_on():
                self._postman.stop()
        self._stuck.discard((account_id, server))

    def _may_send_more(self, waiting: tuple[HeldReply, ...]) -> bool:
        """Tell whether something can still leave without the seller doing anything."""
        if self._writer.call(lambda tx: held.is_stopped(tx.db)):
            return False
        stuck = {account_id for account_id, _ in self._stuck}
        return any(
            (reply.state is OutboxState.READY and reply.is_approved)
            or (reply.state is OutboxState.COOLING and reply.plan.sends_itself)
            for reply in waiting
            if reply.draft.account_id not in stuck
        )

    def _tell(self, waiting: tuple[HeldReply, ...]) -> None:
        for reply in waiting:
            self._problems.note(f"reply {reply.id} to {reply.draft.to.addr_spec}", reply.problem)

    def _wait(self, version: int, pause: timedelta) -> None:
        """Wait, but no longer than until another command or window has changed something."""
        self._sleep(pause, until=lambda: self._writer.call(_version) != version)

    def _sleep(self, length: timedelta, until: Callable[[], bool] = lambda: False) -> None:
        deadline = time.monotonic() + length.total_seconds()
        while (left := deadline - time.monotonic()) > 0:
            if until() or not self._may_go_on():
                return
            time.sleep(min(left, _GLANCE_S))


def _version(tx: Transaction) -> int:
    """A number that another connection's writes change."""
    (version,) = tx.db.execute("PRAGMA data_version").fetchone()
    return int(version)


def _owed(account_id: int, tx: Transaction) -> set[tuple[object, ...]]:
    """What a server is still to be told, apart from how often it was tried."""
    pending = pending_changes(tx.db, account_id)
    return {(change.kind, change.key, change.flag, change.message_id) for change in pending}
