"""Accounts are stored without secrets, once per address."""

from __future__ import annotations

import dataclasses
from datetime import UTC, datetime

import pytest
from fakes.intake import letter, plain_message, shop_account

from softanswer.mailbox.account import Endpoint, Identity, Security
from softanswer.mailbox.errors import StoreError
from softanswer.mailbox.message import FetchedMessage
from softanswer.mailbox.sign_in.settings import OAuthSettings
from softanswer.mailbox.store.accounts import (
    add_account,
    change_account,
    ensure_account,
    find_account,
    load_account,
    load_accounts,
    remove_account,
)
from softanswer.mailbox.store.changes import RecordKind
from softanswer.mailbox.store.database import open_for_writing
from softanswer.mailbox.store.folders import FolderRole, ensure_folder
from softanswer.mailbox.store.messages import newest, store_messages
from softanswer.mailbox.store.writer import Transaction


@pytest.fixture
def tx(tmp_path):
    db = open_for_writing(tmp_path / "store.sqlite3")
    yield Transaction(db)
    db.close()


NOW = datetime(2026, 3, 1, tzinfo=UTC)
ACCOUNT = dataclasses.replace(
    shop_account(
        Endpoint("imap.shop.example", 993, Security.TLS),
        Endpoint("smtp.shop.example", 587, Security.STARTTLS),
    ),
    files_sent_itself=True,
    marketplaces=("abebooks",),
    further=(
        Identity("orders@shop.example", "Lantern Lane Books", ("amazon", "ebay")),
        Identity("books@shop.example"),
    ),
)
SIGNED_IN = dataclasses.replace(
    ACCOUNT,
    oauth=OAuthSettings(
        "Quayside",
        "client-1",
        "https://id.example/a",
        "https://id.example/t",
        ("mail", "offline"),
        parameters=(("prompt", "consent"),),
    ),
)
OTHER = dataclasses.replace(ACCOUNT, address="eva@shop.example", further=())


def test_an_account_may_change_how_it_signs_in(tx):
    account_id = add_account(tx, SIGNED_IN)
    for way in (ACCOUNT, SIGNED_IN):
        change_account(tx, dataclasses.replace(way, id=account_id))
        assert load_account(tx.db, account_id).oauth == way.oauth


@pytest.mark.parametrize("account", [ACCOUNT, SIGNED_IN])
def test_an_account_comes_back_as_it_was_stored(tx, account):
    account_id = add_account(tx, account)
    stored = dataclasses.replace(account, id=account_id)
    assert load_account(tx.db, account_id) == stored
    assert find_account(tx.db, "LENA@shop.example") == stored
    assert load_accounts(tx.db) == (stored,)
    assert tx.change_set().records[RecordKind.ACCOUNT] == {account_id}


def test_an_address_is_stored_once(tx):
    account_id = add_account(tx, ACCOUNT)
    with pytest.raises(StoreError, match="set up already"):
        add_account(tx, dataclasses.replace(ACCOUNT, address="Lena@Shop.Example"))
    assert ensure_account(tx, ACCOUNT) == account_id


def test_ensuring_stores_what_is_missing(tx):
    account_id = ensure_account(tx, ACCOUNT)
    assert load_account(tx.db, account_id).address == ACCOUNT.address


@pytest.mark.parametrize(
    "look", [lambda db: load_account(db, 7), lambda db: find_account(db, "x")]
)
def test_what_is_not_there_is_named(tx, look):
    with pytest.raises(StoreError, match=r"no account (number 7|x)"):
        look(tx.db)


def test_removing_an_account_forgets_its_mail_and_leaves_that_of_others(tx):
    kept = add_account(tx, OTHER)
    gone = add_account(tx, ACCOUNT)
    for account_id in (kept, gone):
        folder = ensure_folder(tx.db, account_id, "INBOX", FolderRole.INBOX, 1)
        raw = letter(account_id, text="whale")
        fetched = FetchedMessage(1, frozenset(), NOW, raw)
        store_messages(tx.db, account_id, folder.id, [(fetched, plain_message(raw))])
    remove_account(tx, gone)
    assert [one.account_id for one in newest(tx.db, 10)] == [kept]
    found = tx.db.execute("SELECT count(*) FROM message_search WHERE message_search MATCH 'whale'")
    assert found.fetchone()[0] == 1
    for table in ("folders", "messages", "raw_messages", "conversations", "conversation_ids"):
        assert tx.db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 1


def test_an_account_with_replies_in_the_outbox_stays(tx):
    account_id = add_account(tx, ACCOUNT)
    tx.db.execute("INSERT INTO conversations (id, account_id) VALUES (1, ?)", (account_id,))
    tx.db.execute(
        "INSERT INTO held_replies (account_id, conversation_id, draft, first_draft, dismissals,"
        " message_id, state, held_at, send_after, held_steady_ns, release_steady_ns, plan)"
        " VALUES (?, 1, '', '', '', '<a>', 'cooling', '', '', 0, 0, '')",
        (account_id,),
    )
    with pytest.raises(StoreError, match="still has replies"):
        remove_account(tx, account_id)


# The addresses that it writes from.


def addresses(tx):
    return {
        account.address: [one.address for one in account.further]
        for account in load_accounts(tx.db)
    }


def changed(account_id, **changes):
    return dataclasses.replace(ACCOUNT, id=account_id, **changes)


def test_a_changed_account_has_the_addresses_that_it_was_given_last(tx):
    account_id = add_account(tx, ACCOUNT)
    after = changed(account_id, marketplaces=(), further=(Identity("new@shop.example"),))
    change_account(tx, after)
    assert load_account(tx.db, account_id) == after


def test_an_account_keeps_its_own_addresses_when_it_is_changed(tx):
    account_id = add_account(tx, ACCOUNT)
    change_account(tx, changed(account_id, name="Lena B"))
    assert load_account(tx.db, account_id) == changed(account_id, name="Lena B")


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"address": "Orders@Shop.Example"}, "Orders@Shop.Example belongs to .* lena@shop"),
        ({"further": (Identity("Books@shop.example"),)}, "Books@shop.example belongs to .* lena@"),
        ({"further": (Identity("LENA@shop.example"),)}, "LENA@shop.example belongs to .* lena@"),
    ],
)
def test_an_address_belongs_to_one_account(tx, changes, told):
    add_account(tx, ACCOUNT)
    with pytest.raises(StoreError, match=told):
        add_account(tx, dataclasses.replace(OTHER, **changes))
    other = add_account(tx, OTHER)
    with pytest.raises(StoreError, match=told):
        change_account(tx, dataclasses.replace(OTHER, id=other, **changes))
    assert addresses(tx)["eva@shop.example"] == []


def test_an_address_is_free_again_when_its_account_is_removed(tx):
    remove_account(tx, add_account(tx, ACCOUNT))
    add_account(tx, dataclasses.replace(OTHER, further=ACCOUNT.further))
    assert addresses(tx) == {"eva@shop.example": ["orders@shop.example", "books@shop.example"]}


def test_accounts_that_come_back_from_the_journal_share_no_address(tx):
    """Their lines are of different age: an address may have gone from one to the other."""
    ensure_account(tx, ACCOUNT)
    ensure_account(tx, dataclasses.replace(OTHER, further=ACCOUNT.further[:1]))
    ensure_account(tx, dataclasses.replace(OTHER, address="books@shop.example"))
    assert addresses(tx) == {
        "books@shop.example": [],
        "eva@shop.example": [],
        "lena@shop.example": ["orders@shop.example"],
    }
