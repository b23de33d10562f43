"""The sample shop, opened: its servers run, its mail is delivered, its profile is set up."""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Final

from ...mailbox.account import Account, Endpoint, Security
from ...mailbox.store.accounts import add_account
from ...mailbox.store.writer import Transaction
from ...replies.orders.importing.imported import ImportedFile
from ...replies.orders.store import save
from ...replies.outbox.clock import Clock
from ...replies.outbox.policy import HoldPolicy
from ...replies.preferences import Preferences
from ..profile import Profile
from .servers import LOOPBACK, SampleServers
from .shop import SampleShop, load_shop

BASE: Final = timedelta(minutes=1)  # so that a newcomer sees a reply arrive
_LATE_LETTER_AFTER_S: Final = 20.0
_PASSWORD: Final = "lantern"  # noqa: S105 - of a server that lives for this sample only


class MemorySecrets:
    """Passwords of the sample, kept nowhere."""

    def __init__(self) -> None:
        self._secrets: dict[str, str] = {}

    def get(self, account_address: str) -> str:
        """The password that was set."""
        return self._secrets[account_address]

    def set(self, account_address: str, secret: str) -> None:
        """Keep a password while the sample runs."""
        self._secrets[account_address] = secret

    def delete(self, account_address: str) -> None:
        """Forget a password."""
        self._secrets.pop(account_address, None)


@dataclass(frozen=True, slots=True)
class OpenShop:
    """The running sample."""

    profile: Profile
    servers: SampleServers
    sample: SampleShop

    def deliver_late_letter(self) -> None:
        """Let the letter arrive that comes while the window is open."""
        letter = self.sample.late_letter
        self.servers.deliver(letter.raw, self.profile.clock.read().wall)

    def deliver_later(self) -> None:
        """Let that letter arrive after a while, by itself."""
        timer = threading.Timer(_LATE_LETTER_AFTER_S, self.deliver_late_letter)
        timer.daemon = True
        timer.start()


@contextmanager
def open_shop(clock: Clock, preferences: Preferences | None = None) -> Iterator[OpenShop]:
    """Run the sample shop in a temporary profile, which is gone afterwards."""
    sample = load_shop(clock.read().wall)
    wished = preferences or Preferences(
        hold=HoldPolicy(base=BASE), shop_name=sample.shop_name, seller_name=sample.seller_name
    )
    with (
        tempfile.TemporaryDirectory(
            prefix="softanswer-demo-", ignore_cleanup_errors=True
        ) as folder,
        SampleServers(sample.address, _PASSWORD) as servers,
    ):
        for letter in sample.letters:
            servers.deliver(
                letter.raw, letter.internal_date, folder=letter.folder, flags=letter.flags
            )
        profile = Profile(Path(folder), clock, MemorySecrets())
        _set_up(profile, servers, sample, wished)
        yield OpenShop(profile, servers, sample)


def _set_up(
    profile: Profile, servers: SampleServers, sample: SampleShop, preferences: Preferences
) -> None:
    account = Account(
        id=0,
        address=sample.address,
        name=f"{sample.seller_name}, {sample.shop_name}",
        username=sample.address,
        imap=Endpoint(LOOPBACK, servers.imap_port, Security.NONE),
        smtp=Endpoint(LOOPBACK, servers.smtp_port, Security.NONE),
    )
    profile.secrets.set(sample.address, _PASSWORD)

    def fill(tx: Transaction) -> None:
        add_account(tx, account)
        save(
            tx,
            ImportedFile(
                format="sample",
                encoding="utf-8",
                orders=sample.orders,
                shipments=sample.shipments,
            ),
        )

    with profile.writing() as writer:
        profile.save_preferences(writer, preferences)
        writer.call(fill)
