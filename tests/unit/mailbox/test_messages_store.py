"""Messages are stored once, in their conversations, and found again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from fakes.intake import letter, plain_message, shop_account
from fakes.searching import search

from softanswer.mailbox.errors import StoreError
from softanswer.mailbox.message import (
    Address,
    Attachment,
    FetchedMessage,
    Message,
    MessageKey,
    StoredMessage,
)
from softanswer.mailbox.store import messages
from softanswer.mailbox.store.accounts import add_account
from softanswer.mailbox.store.changes import RecordKind
from softanswer.mailbox.store.database import open_for_writing
from softanswer.mailbox.store.folders import FolderRole, ensure_folder, forget_uids
from softanswer.mailbox.store.server_changes import ServerChangeKind, pending_changes
from softanswer.mailbox.store.writer import Transaction

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Shop:
    """A store with one account and its two folders."""

    def __init__(self, tx: Transaction) -> None:
        self.tx = tx
        self.db = tx.db
        self.account_id = add_account(tx, shop_account())
        self.inbox = ensure_folder(self.db, self.account_id, "INBOX", FolderRole.INBOX, 5)
        self.sent = ensure_folder(self.db, self.account_id, "Sent", FolderRole.SENT, 6)
        self._uid = 0

    def store(self, *raws: bytes, at: datetime = NOON, **options) -> tuple[StoredMessage, ...]:
        folder = options.pop("folder", self.inbox)
        batch = []
        for raw in raws:
            self._uid += 1
            fetched = FetchedMessage(self._uid, frozenset({"\\Seen", "$x"}), at, raw)
            batch.append((fetched, plain_message(raw)))
        return messages.store_messages(self.db, self.account_id, folder.id, batch, **options)


@pytest.fixture
def shop(tmp_path) -> Iterator[Shop]:
    db = open_for_writing(tmp_path / "store.sqlite3")
    yield Shop(Transaction(db))
    db.close()


FULL = Message(
    message_id="<1@customer.example>",
    in_reply_to=("<0@shop.example>",),
    references=("<a@shop.example>", "<0@shop.example>"),
    sender=Address("Ольга", "olga@customer.example"),
    reply_to=(Address("", "reply@customer.example"),),
    to=(Address("Lena", "lena@shop.example"), Address("", "b@shop.example")),
    cc=(Address("C", "c@shop.example"),),
    subject="Где книга?",
    date=datetime(2026, 3, 1, 9, tzinfo=UTC),
    text="Жду.\nОльга",
    attachments=(Attachment("фото.jpg", "image/jpeg", 1234),),
    automatic="auto-reply",
    defects=("no charset", "odd boundary"),
)


def test_a_message_comes_back_as_it_was_stored(shop):
    fetched = FetchedMessage(9, frozenset({"\\Seen", "\\Flagged", "$Junk"}), NOON, b"raw \xff")
    [stored] = messages.store_messages(shop.db, shop.account_id, shop.inbox.id, [(fetched, FULL)])
    assert messages.load_message(shop.db, stored.id) == stored
    assert stored.message == FULL
    assert stored.key == MessageKey("INBOX", 5, 9)
    assert stored.flags == fetched.flags
    assert (stored.internal_date, stored.is_outgoing) == (NOON, False)
    assert messages.load_raw(shop.db, stored.id) == b"raw \xff"


def test_what_lies_in_sent_is_outgoing(shop):
    [stored] = shop.store(letter(1), folder=shop.sent)
    assert stored.is_outgoing


def test_a_uid_is_stored_once(shop):
    fetched = FetchedMessage(9, frozenset(), NOON, letter(1))
    batch = [(fetched, plain_message(fetched.raw))] * 2
    assert len(messages.store_messages(shop.db, shop.account_id, shop.inbox.id, batch)) == 1
    assert messages.store_messages(shop.db, shop.account_id, shop.inbox.id, batch) == ()
    assert len(messages.newest(shop.db, 10)) == 1


def test_text_that_sqlite_does_not_take_is_made_storable(shop):
    fetched = FetchedMessage(1, frozenset(), datetime.max.replace(tzinfo=UTC), b"")
    odd = Message("", (), (), Address("\udcff", ""), (), (), (), "a\0b", None, "x\ud800")
    [stored] = messages.store_messages(shop.db, shop.account_id, shop.inbox.id, [(fetched, odd)])
    assert stored.message.text == "x?"
    assert stored.message.sender.name == "?"
    assert search(shop.db, "x", 5) == (stored,)


def test_an_answer_joins_the_conversation_of_its_letter(shop):
    [first] = shop.store(letter(1))
    [answer] = shop.store(
        letter(2, In_Reply_To="<1@customer.example>"), at=NOON + timedelta(1), folder=shop.sent
    )
    [other] = shop.store(letter(3))
    assert answer.conversation_id == first.conversation_id != other.conversation_id
    told = messages.load_conversation(shop.db, first.conversation_id)
    assert [one.id for one in told] == [first.id, answer.id]


def test_a_conversation_is_told_oldest_first_whatever_came_first(shop):
    references = "<1@customer.example>"
    [late] = shop.store(letter(2, References=references), at=NOON + timedelta(2))
    [early] = shop.store(letter(1), at=NOON)
    told = messages.load_conversation(shop.db, late.conversation_id)
    assert [one.id for one in told] == [early.id, late.id]


def test_a_letter_that_ties_two_conversations_moves_what_refers_to_them(shop):
    [first], [second] = shop.store(letter(1)), shop.store(letter(2))
    moved = []

    def note(absorbed: int, into: int) -> None:
        rows = shop.db.execute("SELECT id FROM conversations ORDER BY id").fetchall()
        moved.append((absorbed, into, [row["id"] for row in rows]))

    tie = letter(3, References="<1@customer.example> <2@customer.example>")
    [third] = shop.store(tie, on_absorbed=note)
    into, absorbed = sorted([first.conversation_id, second.conversation_id])
    assert moved == [(absorbed, into, [into, absorbed])]
    assert third.conversation_id == into
    assert len(messages.load_conversation(shop.db, into)) == 3
    assert shop.db.execute("SELECT count(*) FROM conversations").fetchone()[0] == 1


def test_without_a_mover_the_absorbed_conversation_stays_for_those_who_refer_to_it(shop):
    shop.store(letter(1))
    shop.store(letter(2))
    shop.store(letter(3, References="<1@customer.example> <2@customer.example>"))
    assert shop.db.execute("SELECT count(*) FROM conversations").fetchone()[0] == 2


def test_a_reserved_conversation_waits_for_its_letter(shop):
    reserved = messages.reserve_conversation(shop.db, shop.account_id, "<1@customer.example>")
    again = messages.reserve_conversation(shop.db, shop.account_id, "<1@customer.example>")
    [stored] = shop.store(letter(1))
    assert reserved == again == stored.conversation_id
    assert messages.reserve_conversation(shop.db, shop.account_id, "") != reserved


def test_search_gives_the_newest_first_whatever_came_first(shop):
    [new] = shop.store(letter(1, text="whale"), at=NOON + timedelta(2))
    [old] = shop.store(letter(2, text="whale"), at=NOON)
    [middle] = shop.store(letter(3, text="whale"), at=NOON + timedelta(1))
    assert [one.id for one in search(shop.db, "whale", 9)] == [new.id, middle.id, old.id]
    assert [one.id for one in search(shop.db, "whale", 2)] == [new.id, middle.id]
    assert [one.id for one in messages.newest(shop.db, 2)] == [new.id, middle.id]


@pytest.mark.parametrize("typed", ["buyer7", "customer.example", "Order 7", "late", "buyer7@cust"])
def test_sender_subject_and_text_are_searched(shop, typed):
    shop.store(letter(8, text="early"))
    [wanted] = shop.store(letter(7, text="too late"), at=NOON + timedelta(1))
    assert search(shop.db, typed, 1) == (wanted,)


def test_an_empty_search_shows_all_and_signs_show_nothing(shop):
    shop.store(letter(1), letter(2))
    assert len(search(shop.db, "  ", 9)) == 2
    assert search(shop.db, "!!", 9) == ()


def test_what_was_deleted_is_not_found_again_under_a_reused_row(shop):
    [gone] = shop.store(letter(1, text="whale 本屋"))
    forget_uids(shop.tx, shop.inbox.id, [gone.key.uid])
    [new] = shop.store(letter(2, text="spoon"))
    assert new.id == gone.id
    assert search(shop.db, "whale", 9) == ()
    assert search(shop.db, "本屋", 9) == ()
    assert search(shop.db, "spoon", 9) == (new,)


def flags(shop: Shop, message_row: int) -> frozenset[str]:
    return messages.load_message(shop.db, message_row).flags


def test_a_flag_is_set_here_and_queued_for_the_server(shop):
    [stored] = shop.store(letter(1))
    messages.set_flag(shop.tx, stored.id, "\\Answered", on=True)
    messages.set_flag(shop.tx, stored.id, "\\seen", on=False)
    messages.set_flag(shop.tx, stored.id, "$Done", on=True)
    assert flags(shop, stored.id) == {"\\Answered", "$x", "$Done"}
    queued = pending_changes(shop.db, shop.account_id)
    assert [(one.kind, one.flag, one.key) for one in queued] == [
        (ServerChangeKind.ADD_FLAG, "\\Answered", stored.key),
        (ServerChangeKind.REMOVE_FLAG, "\\seen", stored.key),
        (ServerChangeKind.ADD_FLAG, "$Done", stored.key),
    ]
    changes = shop.tx.change_set().records
    assert changes[RecordKind.MESSAGE] == {stored.id}
    assert changes[RecordKind.CONVERSATION] == {stored.conversation_id}


def test_a_flag_that_is_as_wished_is_not_told_again(shop):
    [stored] = shop.store(letter(1))
    messages.set_flag(shop.tx, stored.id, "\\SEEN", on=True)
    messages.set_flag(shop.tx, stored.id, "\\Answered", on=False)
    assert pending_changes(shop.db, shop.account_id) == ()
    assert flags(shop, stored.id) == stored.flags


def test_a_sent_letter_is_queued_for_filing(shop):
    messages.queue_sent_copy(shop.db, shop.account_id, "<s@shop.example>", b"raw")
    [queued] = pending_changes(shop.db, shop.account_id)
    assert queued.kind is ServerChangeKind.FILE_SENT
    assert (queued.message_id, queued.raw, queued.key) == ("<s@shop.example>", b"raw", None)


@pytest.mark.parametrize(
    "act",
    [
        lambda tx: messages.load_message(tx.db, 7),
        lambda tx: messages.load_raw(tx.db, 7),
        lambda tx: messages.set_flag(tx, 7, "\\Seen", on=True),
    ],
)
def test_a_message_that_is_not_there_is_named(shop, act):
    with pytest.raises(StoreError, match="no message 7"):
        act(shop.tx)


def test_an_unknown_conversation_has_no_messages(shop):
    assert messages.load_conversation(shop.db, 7) == ()
