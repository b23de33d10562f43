"""What a folder that is here already costs to look at again, on a connection that stands."""

from __future__ import annotations

import imaplib
import time
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


def looks(folder: Path, count: int) -> list[float]:
    """Milliseconds of so many looks that find nothing, each on a connection that is logged in.

    Nothing is remembered from one to the next but what the store holds.
    """
    taken = []
    profile = open_profile(folder)
    with profile.writing() as writer:
        (account,) = writer.call(lambda tx: load_accounts(tx.db))
        for _ in range(count):
            intake = LateIntake(profile.outbox)
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
                taken.append((time.perf_counter() - began) * 1000)
                assert not any(one.waiting for one in session.folders)
    return taken


def flag_elsewhere(server: Endpoint, count: int, *, on: bool) -> None:
    """Have another program star the first letters, or take their stars away."""
    with imaplib.IMAP4(server.host, server.port, timeout=60) as client:
        client.login(USER, PASSWORD)
        client.select("INBOX")
        answer, said = client.store(f"1:{count}", f"{'+' if on else '-'}FLAGS.SILENT", "\\Flagged")
        assert answer == "OK", said
