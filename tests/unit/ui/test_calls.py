"""What becomes of a held reply and its case when the seller calls instead."""

import pytest
from fakes.letterbox import Letterbox
from fakes.shop import ANSWER, COMPLAINT

from softanswer.mailbox.store.writer import StoreWriter
from softanswer.replies.cases import store as cases
from softanswer.replies.compose.store import load_draft
from softanswer.replies.outbox.held_reply import OutboxState
from softanswer.replies.outbox.store import load
from softanswer.ui import operations


@pytest.fixture
def box(tmp_path):
    writer = StoreWriter(tmp_path / "softanswer.sqlite3")
    yield Letterbox(tmp_path, writer)
    writer.close()


@pytest.fixture
def letter(box):
    return box.receive("Where is my book", COMPLAINT)


@pytest.fixture
def held(box, letter):
    return box.hold(letter)


def events(box, letter):
    case = box.matter(letter).case
    return [what for _, what in box.do(lambda tx: cases.load_events(tx.db, case.id))]


def test_a_talk_takes_the_reply_back_and_stands_in_the_case(box, letter, held):
    reply = operations.talked(box.writer, box.outbox, held.id).result()

    assert reply.state is OutboxState.RECALLED
    assert box.do(lambda tx: load_draft(tx.db, held.conversation_id)).body == ANSWER
    assert events(box, letter)[-1] == "call:talked"


def test_a_call_in_vain_leaves_the_reply_where_it_is(box, letter, held):
    operations.nobody_answered(box.writer, box.outbox, held.conversation_id).result()

    assert box.do(lambda tx: load(tx.db, held.id)) == held
    assert events(box, letter)[-1] == "call:no_answer"
