"""Drafts: kept as they were written, one for each conversation."""

import pytest
from builders import NOON, account

from softanswer.mailbox.store.accounts import add_account
from softanswer.mailbox.store.changes import RecordKind
from softanswer.mailbox.store.database import open_for_writing
from softanswer.mailbox.store.messages import reserve_conversation
from softanswer.mailbox.store.writer import Transaction
from softanswer.replies.compose.store import (
    StoredDraft,
    delete_draft,
    load_draft,
    move_drafts,
    save_draft,
)


@pytest.fixture
def tx(tmp_path):
    db = open_for_writing(tmp_path / "drafts.sqlite3")
    yield Transaction(db)
    db.close()


@pytest.fixture
def one(tx):
    account_id = add_account(tx, account())
    return reserve_conversation(tx.db, account_id, "<1@mail.example>")


@pytest.fixture
def other(tx, one):
    return reserve_conversation(tx.db, 1, "<2@mail.example>")


def test_a_draft_is_read_as_it_was_written(tx, one):
    body, why = "Уважаемая Анна,\n\n…", (("rule", "она просила"),)
    draft = StoredDraft(one, "Re: Книга", body, why, "orders@shop.example")
    save_draft(tx, draft, NOON)
    assert load_draft(tx.db, one) == draft
    assert tx.change_set().records[RecordKind.DRAFT] == {one}


def test_a_draft_that_is_saved_again_replaces_the_first(tx, one):
    save_draft(tx, StoredDraft(one, "Re: a", "Dear", (("rule", "why"),)), NOON)
    again = StoredDraft(one, "Re: b", "Dear Ms Harwood")
    save_draft(tx, again, NOON)
    assert load_draft(tx.db, one) == again


@pytest.mark.parametrize("body", ["", " \n"])
def test_an_emptied_draft_is_forgotten(tx, one, body):
    save_draft(tx, StoredDraft(one, "Re: a", "Dear"), NOON)
    save_draft(tx, StoredDraft(one, "Re: a", body), NOON)
    assert load_draft(tx.db, one) is None


def test_a_deleted_draft_leaves_the_others(tx, one, other):
    for conversation in (one, other):
        save_draft(tx, StoredDraft(conversation, "Re: a", "Dear"), NOON)
    delete_draft(tx, one)
    assert load_draft(tx.db, one) is None
    assert load_draft(tx.db, other) is not None


def test_a_draft_moves_to_the_conversation_that_its_own_becomes_a_part_of(tx, one, other):
    save_draft(tx, StoredDraft(one, "Re: a", "Dear"), NOON)
    move_drafts(tx, one, other)
    assert load_draft(tx.db, other) == StoredDraft(other, "Re: a", "Dear")
    assert load_draft(tx.db, one) is None


def test_a_draft_of_its_own_is_not_overwritten_by_one_that_moves(tx, one, other):
    save_draft(tx, StoredDraft(one, "Re: a", "Moving"), NOON)
    save_draft(tx, StoredDraft(other, "Re: b", "Staying"), NOON)
    move_drafts(tx, one, other)
    assert load_draft(tx.db, other).body == "Staying"
