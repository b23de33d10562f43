"""What a look at the server changes in the store, and what it must not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from fakes.intake import letter, plain_message, shop_account

from softanswer.mailbox.message import FetchedMessage, StoredMessage
from softanswer.mailbox.store import folders
from softanswer.mailbox.store.accounts import add_account
from softanswer.mailbox.store.changes import RecordKind
from softanswer.mailbox.store.database import open_for_writing
from softanswer.mailbox.store.folders import FolderRole, Touched
from softanswer.mailbox.store.messages import load_message, newest, set_flag, store_messages
from softanswer.mailbox.store.server_changes import fail_change, pending_changes, settle_change
from softanswer.mailbox.store.writer import Transaction

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SEEN = frozenset({"\\Seen"})


class Inbox:
    """A store whose INBOX holds three letters, UIDs 1 to 3."""

    def __init__(self, tx: Transaction) -> None:
        self.tx = tx
        self.db = tx.db
        self.account_id = add_account(tx, shop_account())
        self.id = folders.ensure_folder(self.db, self.account_id, "INBOX", FolderRole.INBOX, 5).id
        batch = [
            (FetchedMessage(n, frozenset(), NOON, letter(n)), plain_message(letter(n)))
            for n in (1, 2, 3)
        ]
        self.letters = store_messages(self.db, self.account_id, self.id, batch)
        self.tx = Transaction(self.db)

    def flags(self, letter: StoredMessage) -> frozenset[str]:
        return load_message(self.db, letter.id).flags


@pytest.fixture
def inbox(tmp_path) -> Iterator[Inbox]:
    db = open_for_writing(tmp_path / "store.sqlite3")
    yield Inbox(Transaction(db))
    db.close()


def test_a_folder_is_made_once_and_remembers_its_state(inbox):
    again = folders.ensure_folder(inbox.db, inbox.account_id, "INBOX", FolderRole.INBOX, 99)
    assert (again.id, again.uid_validity, again.highest_modseq) == (inbox.id, 5, 0)
    folders.note_look(inbox.db, inbox.id, 77, NOON)
    folders.ensure_folder(inbox.db, inbox.account_id, "Sent", FolderRole.SENT, 6)
    first, second = folders.load_folders(inbox.db, inbox.account_id)
    assert (first.highest_modseq, first.looked_at, first.role) == (77, NOON, FolderRole.INBOX)
    assert (second.name, second.looked_at) == ("Sent", None)


def test_the_servers_flags_are_taken_over(inbox):
    first, second, _ = inbox.letters
    touched = folders.apply_flags(inbox.tx, inbox.id, {1: SEEN, 2: frozenset(), 99: SEEN})
    assert inbox.flags(first) == SEEN
    assert inbox.flags(second) == frozenset()
    assert touched == Touched(frozenset({first.id}), frozenset())
    assert inbox.tx.change_set().records[RecordKind.MESSAGE] == {first.id}
    assert folders.known_flags(inbox.db, inbox.id) == {1: SEEN, 2: frozenset(), 3: frozenset()}


@pytest.mark.parametrize("flag", ["\\Answered", "\\ANSWERED", "\\Deleted"])
def test_a_conversation_that_was_answered_or_deleted_elsewhere_is_told(inbox, flag):
    first, second, _ = inbox.letters
    answered = {1: frozenset({flag}), 2: SEEN}
    touched = folders.apply_flags(inbox.tx, inbox.id, answered)
    both, told = frozenset({first.id, second.id}), frozenset({first.conversation_id})
    assert touched == Touched(both, told)
    assert folders.apply_flags(inbox.tx, inbox.id, {1: SEEN}).conversations == told


def test_what_the_server_does_not_know_yet_is_not_undone_by_it(inbox):
    first = inbox.letters[0]
    folders.apply_flags(inbox.tx, inbox.id, {1: frozenset({"\\Flagged"})})
    set_flag(inbox.tx, first.id, "\\Answered", on=True)
    set_flag(inbox.tx, first.id, "\\Flagged", on=False)
    folders.apply_flags(inbox.tx, inbox.id, {1: frozenset({"\\Seen", "\\Flagged"})})
    assert inbox.flags(first) == {"\\Seen", "\\Answered"}
    for change in pending_changes(inbox.db, inbox.account_id):
        settle_change(inbox.db, change.id)
    folders.apply_flags(inbox.tx, inbox.id, {1: frozenset({"\\Flagged"})})
    assert inbox.flags(first) == {"\\Flagged"}


def test_what_is_gone_from_the_server_is_forgotten(inbox):
    first, second, third = inbox.letters
    touched = folders.forget_uids(inbox.tx, inbox.id, [1, 3, 99])
    assert touched.messages == {first.id, third.id}
    assert touched.conversations == {first.conversation_id, third.conversation_id}
    assert [one.id for one in newest(inbox.db, 9)] == [second.id]


def test_a_queued_flag_goes_with_its_message(inbox):
    set_flag(inbox.tx, inbox.letters[0].id, "\\Answered", on=True)
    folders.forget_uids(inbox.tx, inbox.id, [1])
    assert pending_changes(inbox.db, inbox.account_id) == ()


def test_messages_may_swap_their_uids(inbox):
    first, second, third = inbox.letters
    lost = folders.renumber(inbox.tx, inbox.id, 6, {first.id: 2, second.id: 1})
    assert lost.messages == {third.id}
    assert load_message(inbox.db, first.id).key.uid == 2
    assert load_message(inbox.db, second.id).key.uid == 1
    assert load_message(inbox.db, first.id).key.uid_validity == 6
    [folder] = folders.load_folders(inbox.db, inbox.account_id)
    assert (folder.uid_validity, folder.highest_modseq) == (6, 0)


def test_identities_tell_size_and_date(inbox):
    first = folders.stored_identities(inbox.db, inbox.id)[0]
    assert (first.message_id, first.size) == ("<1@customer.example>", len(letter(1)))
    assert first.internal_date == NOON


def test_server_changes_are_told_in_order_until_they_are_settled(inbox):
    for one in inbox.letters:
        set_flag(inbox.tx, one.id, "\\Seen", on=True)
    first, second, third = pending_changes(inbox.db, inbox.account_id)
    settle_change(inbox.db, second.id)
    fail_change(inbox.db, first.id, "no")
    left = pending_changes(inbox.db, inbox.account_id)
    assert [(one.id, one.attempts) for one in left] == [(first.id, 1), (third.id, 0)]
