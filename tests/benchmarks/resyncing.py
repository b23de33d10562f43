"""What a folder that is here already costs to look at again, on a connection that stands."""

from __future__ import annotations

import imaplib
import time
from dataclasses import dataclass
from pathlib import Path

from fakes.command_line import MemorySecrets
from fakes.dovecot import PASSWORD
from programs import ADDRESS, USER

from softanswer.mailbox.account import Endpoint
from softanswer.mailbox.folder_sync import SyncStore
from softanswer.mailbox.imap import ImapSession
from softanswer.mailbox.login import PasswordLogin
from softanswer.mailbox.store.accounts import load_accounts
from softanswer.mailbox.sync_session import AccountFolders, SyncSession
from softanswer.replies.late_intake import LateIntake
from softanswer.replies.outbox.clock import SystemClock
from softanswer.ui.profile import Profile


def open_profile(folder: Path) -> Profile:
    """A profile that `make_profile` has made, to be worked on in this process."""
    return Profile(folder, SystemClock(), MemorySecrets({ADDRESS: PASSWORD}))


@dataclass(frozen=True, slots=True)
class Look:
    """Milliseconds of looks that find nothing, on one connection that is logged in.

    Attributes:
        first: of a program that knows nothing but what the store holds; the folder is opened.
        again: the next one, while the folder is open.
    """

    first: float
    again: float


def looks(folder: Path, count: int) -> list[Look]:
    """So many looks, each on a connection of its own."""
    taken = []
    profile = open_profile(folder)
    with profile.writing() as writer:
        (account,) = writer.call(lambda tx: load_accounts(tx.db))
        for _ in range(count):
            intake = LateIntake(profile.outbox, lambda: profile.clock.read().wall)
            folders = AccountFolders(
                SyncStore(
                    account_id=account.id,
                    writer=writer,
                    intake=intake,
                    on_conversations=intake.follow_flags,
                    on_kept=lambda: None,
                    clock=lambda: profile.clock.read().wall,
                    check_stop=lambda: None,
                )
            )
            with ImapSession.connect(account.imap, PasswordLogin(USER, PASSWORD)) as imap:
                session = SyncSession(imap, folders)
                began = time.perf_counter()
                session.refresh()
                first = time.perf_counter() - began
                session.refresh()  # the first one has left Sent open
                began = time.perf_counter()
                session.refresh()
                taken.append(Look(first * 1000, (time.perf_counter() - began) * 1000))
                assert not any(one.waiting for one in session.folders)
    return taken


def flag_elsewhere(server: Endpoint, count: int, *, on: bool) -> None:
    """Have another program star the first letters, or take their stars away."""
    with imaplib.IMAP4(server.host, server.port, timeout=60) as client:
        client.login(USER, PASSWORD)
        client.select("INBOX")
        answer, said = client.store(f"1:{count}", f"{'+' if on else '-'}FLAGS.SILENT", "\\Flagged")
        assert answer == "OK", said
