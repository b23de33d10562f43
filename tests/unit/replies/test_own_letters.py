"""Letters of the seller's to herself: they come back as what they are, whatever stands in them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from builders import MINUTE, NOON
from fakes.letterbox import OWN
from fakes.shop import COMPLAINT, mail

from softanswer.mailbox.message import Address
from softanswer.mailbox.store.accounts import load_accounts
from softanswer.mailbox.store.folders import FolderRole
from softanswer.replies import new_letter_store
from softanswer.replies.answering import make_draft
from softanswer.replies.cases import store as cases
from softanswer.replies.cases.case import CaseKind
from softanswer.replies.cases.own_letter_store import count_back
from softanswer.replies.inbox import Shelf
from softanswer.replies.inbox_store import load_matter, rows, rows_begun_here, rows_come_back
from softanswer.replies.outbox.held_reply import OutboxState
from softanswer.replies.outbox.store import load_in

EVA = "eva@mail.example"
FROM_HER = f"Ana <{OWN}>"


def hold(box, to=OWN, subject="A test"):
    conversation = box.do(
        lambda tx: new_letter_store.begin(
            tx, box.account_id, Address("Ana", to), subject, COMPLAINT, NOON
        )
    )
    one = box.do(lambda tx: load_matter(tx.db, conversation))
    draft = make_draft(one, box.do(lambda tx: load_accounts(tx.db)), subject, COMPLAINT)
    return box.do(
        lambda tx: box.outbox.hold(
            tx,
            draft,
            conversation_id=conversation,
            occasion=replace(one.occasion, deadline=None),
            first_body=COMPLAINT,
        )
    )


def release(box, reply):
    """Let its hold pass, and the server take it up to the final dot."""
    box.clock.pass_time(reply.plan.length + MINUTE)
    box.do(box.outbox.release_due)
    box.do(lambda tx: box.outbox.approve(tx, reply.id))
    return box.do(lambda tx: box.outbox.take(tx, reply.id))


def send(box, reply):
    taken = release(box, reply)
    now = box.clock.read().wall
    return box.do(lambda tx: box.outbox.step(tx, taken.id, lambda r, _: r.sent(now)))


def come_in(box, message_id, role=FolderRole.INBOX):
    raw = mail("A test", COMPLAINT, FROM_HER, box.clock.wall, OWN)
    raw = re.sub(rb"(?<=Message-ID: )<[^>]*>", message_id.encode(), raw)
    return box.take_in(raw, box.clock.wall, role)


def back(box):
    return box.do(lambda tx: rows_come_back(tx.db, NOON))


def test_it_is_no_complaint_and_waits_for_nobody(box):
    sent = send(box, hold(box))
    letter = come_in(box, sent.message_id)
    matter = box.matter(letter)
    assert (matter.is_back, matter.is_hers, matter.is_begun_here) == (True, True, False)
    assert (matter.complaint, matter.kind, matter.heat) == (False, CaseKind.OTHER, 0)
    assert (matter.case, matter.order, matter.waiting_since) == (None, None, None)
    assert box.do(lambda tx: rows(tx.db, Shelf.NEEDS_ANSWER, NOON)) == ()
    assert [row.is_back for row in box.do(lambda tx: rows(tx.db, Shelf.ALL, NOON))] == [True]
    assert box.do(lambda tx: rows_begun_here(tx.db)) == ()
    assert box.do(lambda tx: count_back(tx.db)) == 1


def test_the_same_words_of_a_customer_are_a_complaint(box):
    letter = box.receive("A test", COMPLAINT)
    assert (box.matter(letter).is_back, box.matter(letter).complaint) == (False, True)
    assert [row.is_back for row in box.do(lambda tx: rows(tx.db, Shelf.NEEDS_ANSWER, NOON))] == [
        False
    ]


def test_it_stays_in_the_list_until_it_is_put_away(box):
    sent = send(box, hold(box))
    assert back(box) == ()
    letter = come_in(box, sent.message_id)
    come_in(box, sent.message_id, FolderRole.SENT)
    [row] = back(box)
    assert row.message_id == letter.id
    box.clock.pass_time(MINUTE)
    now = box.clock.read().wall
    box.do(lambda tx: cases.set_answered(tx, row.conversation_id, now))
    assert back(box) == ()
    box.do(lambda tx: cases.take_back_answered(tx, row.conversation_id, now))
    assert len(back(box)) == 1


def test_it_is_in_the_list_though_it_was_back_before_the_server_had_answered(box):
    taken = release(box, hold(box))
    come_in(box, taken.message_id)
    now = box.clock.read().wall
    box.do(lambda tx: box.outbox.step(tx, taken.id, lambda r, _: r.sent(now)))
    assert len(back(box)) == 1


def test_one_whose_answer_was_lost_is_sent_when_it_is_back(box):
    taken = release(box, hold(box))
    box.do(lambda tx: box.outbox.step(tx, taken.id, lambda r, _: r.dotted(NOON).uncertain("Cut.")))
    come_in(box, taken.message_id)
    assert [reply.state for reply in box.do(lambda tx: load_in(tx.db, set(OutboxState)))] == [
        OutboxState.SENT
    ]


def test_the_next_one_goes_on_cooling(box):
    first, second = hold(box), hold(box, subject="Another")
    come_in(box, send(box, first).message_id)
    states = {reply.id: reply.state for reply in box.do(lambda tx: load_in(tx.db))}
    assert states[second.id] is not OutboxState.PAUSED


def test_a_letter_to_somebody_else_that_comes_in_is_not_hers_to_herself(box):
    sent = send(box, hold(box, to=EVA))
    come_in(box, sent.message_id)
    assert back(box) == ()
    assert box.do(lambda tx: count_back(tx.db)) == 0


def test_neither_her_copy_nor_a_letter_in_her_name_is_it(box):
    sent = send(box, hold(box))
    come_in(box, "<another@mail.example>")
    come_in(box, sent.message_id, FolderRole.SENT)
    assert back(box) == ()
    come_in(box, sent.message_id)
    assert len(back(box)) == 1


@pytest.mark.parametrize(
    ("address", "subject", "found"),
    [
        (OWN, "A test", True),
        (OWN.upper(), "A test", True),
        (OWN, "Other", False),
        (EVA, "A test", False),
    ],
)
def test_one_that_was_begun_is_found_again_until_it_is_sent(box, address, subject, found):
    reply = hold(box)

    def look():
        return box.do(lambda tx: new_letter_store.find_unsent(tx.db, address, subject))

    assert (look() is not None) is found
    send(box, reply)
    assert look() is None


def test_who_has_begun_or_held_something_has_written(box):
    assert not box.do(lambda tx: new_letter_store.has_written(tx.db))
    box.hold(box.receive("Where is my book", COMPLAINT))
    assert box.do(lambda tx: new_letter_store.has_written(tx.db))


def test_who_has_begun_a_letter_has_written(box):
    box.do(lambda tx: new_letter_store.begin(tx, box.account_id, Address("", EVA), "", "", NOON))
    assert box.do(lambda tx: new_letter_store.has_written(tx.db))
