"""What the seller does to her accounts, while replies of them are on their way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import account
from fakes.command_line import MemorySecrets, NoKeyring
from fakes.letterbox import Letterbox
from fakes.shop import COMPLAINT

from softanswer.mailbox.account import Identity
from softanswer.mailbox.errors import KeyringError, StoreError
from softanswer.mailbox.store.accounts import (
    add_account,
    change_account,
    load_account,
    load_accounts,
)
from softanswer.mailbox.store.writer import StoreWriter
from softanswer.replies.compose.store import load_draft
from softanswer.ui import operations

SOLD = "sold@lanternlane.example"
BOOKS = "books@lanternlane.example"


@pytest.fixture
def box(tmp_path):
    writer = StoreWriter(tmp_path / "softanswer.sqlite3")
    made = Letterbox(tmp_path, writer)
    further = (Identity(SOLD), Identity(BOOKS))
    made.do(lambda tx: change_account(tx, account(id=made.account_id, further=further)))
    yield made
    writer.close()


@pytest.fixture
def held(box):
    """A reply that is written from SOLD."""
    return box.hold(box.receive("Where is my book", COMPLAINT, to=SOLD))


def kept(box):
    return box.do(lambda tx: load_account(tx.db, box.account_id))


def save(box, changed, password="", secrets=None):
    operations.save_account(box.writer, secrets or MemorySecrets(), changed, password)


@pytest.mark.parametrize("further", [(), (Identity(BOOKS),)])
def test_an_address_with_waiting_replies_stays(box, held, further):
    before = kept(box)
    with pytest.raises(StoreError, match=f"{SOLD} still has replies in the outbox"):
        save(box, replace(before, further=further))
    assert kept(box) == before


def test_other_addresses_can_go_and_all_can_be_changed(box, held):
    wished = replace(
        kept(box), further=(Identity("SOLD@lanternlane.example", "Lantern", ("ebay",)),)
    )
    save(box, wished)
    assert kept(box) == wished


def test_an_address_can_go_when_its_replies_are_taken_back(box, held):
    box.do(lambda tx: box.outbox.take_back(tx, held.id))
    save(box, replace(kept(box), further=()))
    assert kept(box).further == ()


def test_the_own_address_of_an_account_is_not_changed_under_its_waiting_replies(box):
    box.hold(box.receive("Where is my book", COMPLAINT))
    with pytest.raises(StoreError, match=r"ana@lanternlane\.example still has replies"):
        save(box, replace(kept(box), address="ann@lanternlane.example"))


def test_an_account_with_waiting_replies_stays_with_its_mail(box, held):
    with pytest.raises(StoreError, match=r"ana@lanternlane\.example still has replies"):
        operations.remove_account(box.writer, MemorySecrets(), "ana@lanternlane.example")
    assert box.do(lambda tx: load_accounts(tx.db)) == (kept(box),)
    assert box.matter(box.receive("Again", COMPLAINT)).letter.message.subject == "Again"
    assert len(box.do(lambda tx: tx.db.execute("SELECT id FROM messages").fetchall())) == 2


def test_an_account_whose_replies_are_taken_back_goes(box, held):
    box.do(lambda tx: box.outbox.take_back(tx, held.id))
    operations.remove_account(box.writer, MemorySecrets(), "ana@lanternlane.example")
    assert box.do(lambda tx: load_accounts(tx.db)) == ()


def test_a_password_that_cannot_be_kept_leaves_the_account_as_it_was(box):
    before = kept(box)
    with pytest.raises(KeyringError):
        save(box, replace(before, name="Ann", further=()), "new", NoKeyring())
    assert kept(box) == before


def test_a_refused_change_leaves_the_password_of_the_other_account_alone(box):
    other = account(address="eva@quay.example")
    box.do(lambda tx: add_account(tx, other))
    secrets = MemorySecrets({"eva@quay.example": "hers"})
    with pytest.raises(StoreError, match="set up already"):
        save(box, replace(kept(box), address="eva@quay.example"), "mine", secrets)
    assert secrets.kept == {"eva@quay.example": "hers"}


def test_a_reply_that_is_taken_back_keeps_its_address_for_the_next_time(box, held):
    box.do(lambda tx: box.outbox.take_back(tx, held.id))
    draft = box.do(lambda tx: load_draft(tx.db, held.conversation_id))
    assert draft.sender == SOLD
