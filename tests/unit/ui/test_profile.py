"""A profile: its folder, its database, and the preferences that shorten no hold sooner."""

import sqlite3
from datetime import timedelta

import pytest
from builders import MINUTE, NOON, HandClock, account, draft, occasion
from fakes.command_line import MemorySecrets
from fakes.imap_server import PASSWORD, USERNAME, FakeImapServer
from fakes.shop import COMPLAINT, mail
from fakes.smtp_server import FakeSmtpServer

from softanswer.mailbox.account import Account
from softanswer.mailbox.errors import CredentialsError, StoreDamagedError, StoreError
from softanswer.mailbox.login import PasswordLogin
from softanswer.mailbox.smtp import Envelope
from softanswer.mailbox.store.accounts import add_account, load_account, load_accounts
from softanswer.mailbox.store.changes import RecordKind
from softanswer.mailbox.store.database import DATABASE_NAME
from softanswer.mailbox.store.messages import newest, reserve_conversation
from softanswer.replies.cases import store as cases
from softanswer.replies.outbox import store as held
from softanswer.replies.outbox.held_reply import OutboxState, PausedBy
from softanswer.replies.outbox.policy import HoldPolicy
from softanswer.replies.preferences import PREFERENCES_NAME, Preferences
from softanswer.ui.profile import Profile

HOUR_LONG = HoldPolicy(base=60 * MINUTE)
SHORT = HoldPolicy(base=1 * MINUTE)
SECOND = timedelta(seconds=1)


@pytest.fixture
def profile(tmp_path):
    return Profile(tmp_path / "profile", HandClock(), MemorySecrets())


def policies(writer):
    return [kept.policy for kept in writer.call(lambda tx: held.load_policies(tx.db))]


def in_force(profile, writer):
    return writer.call(lambda tx: profile.outbox().policy(tx.db)).base


def write_file(profile, text):
    profile.folder.mkdir(exist_ok=True)
    profile.preferences_file.write_text(text, encoding="utf-8")


def hold(profile, writer, account_id):
    conversation = writer.call(
        lambda tx: reserve_conversation(tx.db, account_id, "<letter-1@mail.example>")
    )
    return writer.call(
        lambda tx: profile.outbox().hold(
            tx,
            draft(account_id=account_id),
            conversation_id=conversation,
            occasion=occasion(3),
            first_body="",
        )
    )


# The database.


def test_all_that_is_kept_lies_in_the_folder(profile):
    assert profile.database == profile.folder / DATABASE_NAME
    assert profile.preferences_file == profile.folder / PREFERENCES_NAME
    with profile.reading():
        pass
    assert profile.database.exists()


def test_whoever_reads_a_new_profile_finds_an_empty_database_and_cannot_write(profile):
    with profile.reading() as db:
        assert load_accounts(db) == ()
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            db.execute("DELETE FROM accounts")


def test_what_goes_wrong_in_reading_is_told_in_words(profile):
    with pytest.raises(StoreError, match="cannot be used"), profile.reading() as db:
        db.execute("SELECT * FROM nothing")


def test_a_writer_for_a_few_jobs_is_closed_behind_them(profile):
    with profile.writing() as writer:
        writer.call(lambda tx: add_account(tx, account()))
    assert not writer._thread.is_alive()
    with profile.reading() as db:
        assert [one.address for one in load_accounts(db)] == ["ana@lanternlane.example"]


def test_a_job_that_fails_closes_the_writer_too(profile):
    with pytest.raises(ZeroDivisionError), profile.writing() as writer:
        writer.call(lambda tx: 1 // 0)
    assert not writer._thread.is_alive()


def test_who_listens_hears_what_was_committed(profile):
    heard = []
    writer = profile.open_writer(heard.append)
    writer.call(lambda tx: add_account(tx, account()))
    writer.close()
    assert [changes.touches(RecordKind.ACCOUNT) for changes in heard if changes] == [True]


# Preferences.


def test_without_a_file_the_standard_counts_and_is_nobodys_choice(profile):
    with profile.writing() as writer:
        assert profile.load_preferences(writer) == (Preferences(), ())
        assert policies(writer) == []


def test_what_the_file_says_of_holds_is_kept_once(profile):
    write_file(profile, "[hold]\nbase_minutes = 60\n[shop]\nname = 'Books'\n")
    expected = Preferences(hold=HOUR_LONG, shop_name="Books")
    with profile.writing() as writer:
        for _ in range(2):
            assert profile.load_preferences(writer) == (expected, ())
        assert policies(writer) == [HOUR_LONG]


def test_a_file_that_is_gone_changes_no_hold(profile):
    with profile.writing() as writer:
        profile.save_preferences(writer, Preferences(hold=HOUR_LONG, shop_name="Books"))
        profile.preferences_file.unlink()
        assert profile.load_preferences(writer) == (Preferences(hold=HOUR_LONG), ())
        assert policies(writer) == [HOUR_LONG]


def test_a_file_that_says_nothing_of_holds_changes_none(profile):
    with profile.writing() as writer:
        profile.save_preferences(writer, Preferences(hold=HOUR_LONG))
        write_file(profile, "[shop]\nname = 'Books'\n")
        loaded, _ = profile.load_preferences(writer)
    assert (loaded.hold, loaded.shop_name) == (HOUR_LONG, "Books")


def test_a_shorter_hold_in_the_file_waits_until_the_old_one_has_run_out(profile):
    with profile.writing() as writer:
        profile.save_preferences(writer, Preferences(hold=HOUR_LONG))
        write_file(profile, "[hold]\nbase_minutes = 1\n")
        loaded, _ = profile.load_preferences(writer)
        assert loaded.hold == SHORT
        profile.clock.pass_time(60 * MINUTE - SECOND)
        assert in_force(profile, writer) == 60 * MINUTE
        profile.clock.pass_time(SECOND)
        assert in_force(profile, writer) == MINUTE


def test_a_value_that_was_left_out_is_told(profile):
    write_file(profile, "[hold]\nbase_minutes = 0\n")
    with profile.writing() as writer:
        loaded, [problem] = profile.load_preferences(writer)
    assert loaded == Preferences()
    assert "hold.base_minutes" in problem


def test_saved_preferences_are_loaded_again_and_their_hold_is_kept(profile):
    wanted = Preferences(hold=HOUR_LONG, seller_name="Ana Reyes")
    with profile.writing() as writer:
        profile.save_preferences(writer, wanted)
        assert policies(writer) == [HOUR_LONG]
        assert profile.load_preferences(writer) == (wanted, ())


def test_the_standard_is_a_choice_once_another_was_made(profile):
    with profile.writing() as writer:
        profile.save_preferences(writer, Preferences())
        assert policies(writer) == []
        for hold in (HOUR_LONG, HoldPolicy()):
            profile.save_preferences(writer, Preferences(hold=hold))
        assert policies(writer) == [HOUR_LONG, HoldPolicy()]


def test_preferences_that_cannot_be_written_change_no_hold(profile):
    with profile.writing() as writer:
        profile.preferences_file.with_suffix(".new").mkdir()
        with pytest.raises(OSError, match="directory"):
            profile.save_preferences(writer, Preferences(hold=SHORT))
        assert policies(writer) == []


# A damaged database.


def damage(profile):
    """Overwrite everything but the first page, on which the accounts are named."""
    with profile.database.open("r+b") as file:
        size = file.seek(0, 2)
        file.seek(size // 4)
        file.write(b"\xa5" * (size - size // 4))


def test_a_damaged_database_is_set_aside_whole_and_waiting_replies_come_back_paused(profile):
    with profile.writing() as writer:
        account_id = writer.call(lambda tx: add_account(tx, account()))
        waiting = hold(profile, writer, account_id)
    damage(profile)
    damaged = profile.database.read_bytes()
    with pytest.raises(StoreDamagedError), profile.reading() as db:
        held.load_in(db)
    kept, count = profile.set_database_aside()
    assert kept == profile.folder / "softanswer.damaged-20261122-120000.sqlite3"
    assert (kept.read_bytes(), count) == (damaged, 1)
    with profile.reading() as db:
        [back] = held.load_in(db)
        assert [one.address for one in load_accounts(db)] == ["ana@lanternlane.example"]
    assert (back.state, back.paused_by) == (OutboxState.PAUSED, PausedBy.RESTORED)
    assert (back.message_id, back.draft.body) == (waiting.message_id, waiting.draft.body)


def test_accounts_that_can_be_read_are_carried_over(profile):
    with profile.writing() as writer:
        writer.call(lambda tx: add_account(tx, account()))
        writer.call(lambda tx: add_account(tx, account(address="eva@lanternlane.example")))
    assert profile.set_database_aside()[1] == 0
    with profile.reading() as db:
        assert [one.address for one in load_accounts(db)] == [
            "ana@lanternlane.example",
            "eva@lanternlane.example",
        ]


def test_a_file_that_is_no_database_is_set_aside_too(profile):
    profile.folder.mkdir()
    profile.database.write_bytes(b"no database" * 1000)
    kept, count = profile.set_database_aside()
    assert (kept.read_bytes(), count) == (b"no database" * 1000, 0)
    with profile.reading() as db:
        assert load_accounts(db) == ()


# The servers.


def on(profile, **endpoints):
    """An account on fake servers, with its password."""
    wanted = account(username=USERNAME, **endpoints)
    profile.secrets.set(wanted.address, PASSWORD)
    return wanted


def test_a_sync_takes_letters_in_by_the_rules_of_the_shop(profile):
    events = []
    with FakeImapServer() as server, profile.writing() as writer:
        account_id = writer.call(lambda tx: add_account(tx, on(profile, imap=server.endpoint)))
        stored: Account = writer.call(lambda tx: load_account(tx.db, account_id))
        raw = mail("Where is my book", COMPLAINT, at=NOON)
        server.deliver(raw, internal_date="22-Nov-2026 11:00:00 +0000")
        profile.account_sync(stored, writer, events.append).sync_once()
        [case] = writer.call(lambda tx: cases.load_cases(tx.db))
        [letter] = writer.call(lambda tx: newest(tx.db, 10))
    assert (case.number, case.heat) == (1001, 3)
    assert letter.message.subject == "Where is my book"


def test_a_flag_set_elsewhere_reaches_the_case(profile):
    with FakeImapServer() as server, profile.writing() as writer:
        account_id = writer.call(lambda tx: add_account(tx, on(profile, imap=server.endpoint)))
        stored: Account = writer.call(lambda tx: load_account(tx.db, account_id))
        raw = mail("Where is my book", COMPLAINT, at=NOON)
        uid = server.deliver(raw, internal_date="22-Nov-2026 11:00:00 +0000")
        profile.account_sync(stored, writer).sync_once()
        server.reflag(uid, {"\\Answered"})
        profile.account_sync(stored, writer).sync_once()
        [case] = writer.call(lambda tx: cases.load_cases(tx.db))
    assert case.reply_due is None


@pytest.mark.parametrize("password", [PASSWORD, "wrong"])
def test_a_letter_is_handed_to_the_accounts_server(profile, password):
    told = []
    envelope = Envelope("ana@lanternlane.example", ("j.harwood@mail.example",))
    with FakeSmtpServer() as server:
        ours = on(profile, smtp=server.endpoint)

        def hand_over():
            return profile.submit(
                ours, PasswordLogin(USERNAME, password), envelope, b"Subject: Hi\r\n\r\nHi\r\n",
                lambda: told.append("dot"), told.append,
            )  # fmt: skip

        if password == PASSWORD:
            submission = hand_over()
            assert told == ["dot", submission]
            [accepted] = server.accepted
            assert accepted.forward_paths == envelope.forward_paths
        else:
            with pytest.raises(CredentialsError):
                hand_over()
            assert (told, server.accepted) == ([], [])
