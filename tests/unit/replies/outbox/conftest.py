"""An outbox on a real database, with a clock that is turned by hand."""

import pytest
from builders import HandClock, account

from softanswer.mailbox.store.accounts import add_account
from softanswer.mailbox.store.messages import reserve_conversation
from softanswer.mailbox.store.writer import StoreWriter
from softanswer.replies.outbox.journal import Journal
from softanswer.replies.outbox.outbox import Outbox


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def writer(tmp_path):
    writer = StoreWriter(tmp_path / "softanswer.sqlite3")
    yield writer
    writer.close()


@pytest.fixture
def outbox(tmp_path, clock):
    return Outbox(clock, Journal(tmp_path))


@pytest.fixture
def account_id(writer):
    return writer.call(lambda tx: add_account(tx, account()))


@pytest.fixture
def conversation_id(writer, account_id):
    return writer.call(
        lambda tx: reserve_conversation(tx.db, account_id, "<letter-1@mail.example>")
    )
