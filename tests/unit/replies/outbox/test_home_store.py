"""When database and journal need no look at each other's replies."""

import os
import shutil

import pytest
from builders import HandClock, account, draft, occasion
from fakes.command_line import MemorySecrets

from softanswer.mailbox.store.accounts import add_account
from softanswer.mailbox.store.messages import reserve_conversation
from softanswer.replies.outbox.home_store import JOURNAL_NAME, is_as_left
from softanswer.ui.profile import Profile


@pytest.fixture
def profile(tmp_path):
    """One held reply, and an opening since."""
    profile = Profile(tmp_path / "profile", HandClock(), MemorySecrets())
    with profile.writing() as writer:

        def hold(tx):
            account_id = add_account(tx, account())
            conversation = reserve_conversation(tx.db, account_id, "<1@mail.example>")
            profile.outbox().hold(
                tx,
                draft(account_id=account_id),
                conversation_id=conversation,
                occasion=occasion(3),
                first_body="first",
            )

        writer.call(hold)
    return profile


def is_left(profile, boot_id=None):
    boot_id = boot_id or profile.clock.read().boot_id
    db = profile.open_reader()
    try:
        return is_as_left(db, profile.folder, boot_id)
    finally:
        db.close()


def test_what_the_last_transaction_left_is_left_alone(profile):
    assert is_left(profile)


def test_each_boot_is_noted(profile):
    assert not is_left(profile, "another boot")


def test_a_journal_that_has_grown_is_looked_at(profile):
    with (profile.folder / JOURNAL_NAME).open("ab") as journal:
        journal.write(b"\n")
    assert not is_left(profile)


def test_a_copy_of_the_journal_is_looked_at(profile):
    path = profile.folder / JOURNAL_NAME
    before = path.stat()
    shutil.copy2(path, path.with_suffix(".copy"))
    path.with_suffix(".copy").replace(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert not is_left(profile)


def test_a_database_without_one_of_the_replies_is_looked_at(profile):
    with profile.writing() as writer:
        writer.call(lambda tx: tx.db.execute("DELETE FROM held_replies"))
    assert not is_left(profile)
