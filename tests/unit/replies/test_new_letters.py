"""Letters that the seller begins herself, from the first word to the customer's answer."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from builders import HOUR, MINUTE, NOON
from fakes.shop import mail

from softanswer.mailbox.mail_link import MailLink
from softanswer.mailbox.message import Address
from softanswer.mailbox.store.accounts import load_accounts
from softanswer.mailbox.store.folders import FolderRole
from softanswer.replies import new_letter_store
from softanswer.replies.answering import make_draft
from softanswer.replies.compose.store import StoredDraft, load_draft, save_draft
from softanswer.replies.errors import IllegalTransitionError, NoSuchRecordError, ReplyError
from softanswer.replies.inbox import RowState, Shelf
from softanswer.replies.inbox_store import load_matter, rows, rows_begun_here
from softanswer.replies.new_letters import addressee, left_out
from softanswer.replies.outbox.held_reply import OutboxState

EVA = Address("Eva Roe", "eva@mail.example")
TEXT = "Dear Eva,\n\nThe second volume is here.\n\nAna"


def begin(box, body=TEXT):
    return box.do(
        lambda tx: new_letter_store.begin(tx, box.account_id, EVA, "The book", body, NOON)
    )


def matter(box, conversation):
    return box.do(lambda tx: load_matter(tx.db, conversation))


def hold(box, conversation):
    one = matter(box, conversation)
    draft = make_draft(one, box.do(lambda tx: load_accounts(tx.db)), "The book", TEXT)
    return box.do(
        lambda tx: box.outbox.hold(
            tx,
            draft,
            conversation_id=conversation,
            occasion=replace(one.occasion, deadline=None),
            first_body=TEXT,
        )
    )


def unsent(box):
    return box.do(lambda tx: rows_begun_here(tx.db))


def test_it_is_begun_with_a_draft(box):
    conversation = begin(box)
    one = matter(box, conversation)
    assert one.is_begun_here
    assert one.letter.message.sender == EVA
    assert not one.complaint
    assert box.do(lambda tx: load_draft(tx.db, conversation)).body == TEXT
    assert [row.state for row in unsent(box)] == [RowState.DRAFT]


def test_what_answers_no_letter_refers_to_none(box):
    draft = hold(box, begin(box)).draft
    assert (draft.reply_to_message, draft.in_reply_to, draft.references) == (0, "", ())
    assert draft.subject == "The book"


def test_without_a_subject_it_does_not_go(box):
    one = matter(box, begin(box))
    with pytest.raises(ReplyError, match="subject"):
        make_draft(one, box.do(lambda tx: load_accounts(tx.db)), "", TEXT)


def test_it_cools_is_read_again_and_goes_out(box):
    reply = hold(box, begin(box))
    assert [row.state for row in unsent(box)] == [RowState.COOLING]
    box.clock.pass_time(reply.plan.length + MINUTE)
    [ready] = box.do(box.outbox.release_due)
    assert ready.state is OutboxState.READY
    approved = box.do(lambda tx: box.outbox.approve(tx, reply.id))
    taken = box.do(lambda tx: box.outbox.take(tx, approved.id))
    assert b"In-Reply-To" not in taken.raw
    sent = box.do(lambda tx: box.outbox.step(tx, taken.id, lambda r, _: r.sent(NOON)))
    assert sent.state is OutboxState.SENT
    assert unsent(box) == ()


def test_their_answer_comes_into_its_conversation(box):
    conversation = begin(box)
    reply = hold(box, conversation)
    answer = box.receive(
        "Re: The book", "Thank you!", str(EVA), NOON + HOUR, In_Reply_To=reply.message_id
    )
    assert answer.conversation_id == conversation
    assert not matter(box, conversation).is_begun_here
    assert unsent(box) == ()
    listed = box.do(lambda tx: rows(tx.db, Shelf.ALL, NOON))
    assert [row.conversation_id for row in listed] == [conversation]


def test_its_copy_in_sent_comes_into_its_conversation(box):
    conversation = begin(box)
    reply = hold(box, conversation)
    raw = mail("The book", TEXT, "Ana <ana@lanternlane.example>", NOON)
    raw = re.sub(rb"(?<=Message-ID: )<[^>]*>", reply.message_id.encode(), raw)
    assert box.take_in(raw, NOON, FolderRole.SENT).conversation_id == conversation


def test_it_is_thrown_away_and_back(box):
    conversation = begin(box)
    box.do(lambda tx: new_letter_store.drop(tx, conversation, NOON))
    assert unsent(box) == ()
    with pytest.raises(NoSuchRecordError):
        matter(box, conversation)
    box.do(lambda tx: new_letter_store.take_back_drop(tx, conversation))
    assert len(unsent(box)) == 1


def test_a_held_one_is_not_thrown_away(box):
    conversation = begin(box)
    hold(box, conversation)
    with pytest.raises(IllegalTransitionError, match="held"):
        box.do(lambda tx: new_letter_store.drop(tx, conversation, NOON))


def test_the_next_one_forgets_what_was_thrown_away(box):
    dropped, kept = begin(box), begin(box)
    box.do(lambda tx: new_letter_store.drop(tx, dropped, NOON))
    begin(box)
    box.do(lambda tx: new_letter_store.take_back_drop(tx, dropped))
    assert kept in {row.conversation_id for row in unsent(box)}
    assert box.do(lambda tx: load_draft(tx.db, dropped)) is None


def test_a_draft_of_it_is_kept_like_any_other(box):
    conversation = begin(box, body="")
    box.do(lambda tx: save_draft(tx, StoredDraft(conversation, "Other", "Words"), NOON))
    assert box.do(lambda tx: load_draft(tx.db, conversation)).subject == "Other"


def test_who_wrote_lately_is_offered_once_and_the_last_one_first(box):
    for sender in ("Eva <eva@mail.example>", "Ida <ida@mail.example>", "Eva <EVA@mail.example>"):
        box.receive("Hello", "Hello", sender)
    names = box.do(lambda tx: new_letter_store.correspondents(tx.db))
    assert [name.partition(" ")[0] for name in names] == ["Eva", "Ida"]


@pytest.mark.parametrize(
    ("to", "why"),
    [("a@b@c", "no single"), ("no-reply@mail.example", "takes no letters"), ("@", "no single")],
)
def test_nobody_is_there_to_write_to(to, why):
    with pytest.raises(ReplyError, match=why):
        addressee(MailLink(to))


def test_a_letter_goes_to_one():
    link = MailLink("Eva <eva@mail.example>, ida@mail.example", cc="kim@mail.example")
    assert addressee(link) == Address("Eva", "eva@mail.example")
    assert "ida@mail.example, kim@mail.example" in left_out(link)
    assert left_out(MailLink("eva@mail.example")) == ""
