"""The rows of the inbox: on which shelf, in which order, with what; and one matter as a whole."""

import pytest
from builders import HOUR, NOON
from fakes.letterbox import OWN
from fakes.shop import ANSWER, COMPLAINT, QUESTION, mail

from softanswer.mailbox.store.folders import FolderRole
from softanswer.mailbox.store.messages import set_flag
from softanswer.replies import inbox_store
from softanswer.replies.cases import store as cases
from softanswer.replies.cases.case import CaseKind, CaseState, Correction
from softanswer.replies.compose.store import StoredDraft, save_draft
from softanswer.replies.errors import NoSuchRecordError
from softanswer.replies.inbox import RowState, Shelf, ShelfCounts
from softanswer.replies.orders.importing.imported import ImportedFile
from softanswer.replies.orders.order import Buyer, Marketplace, Order, OrderLine
from softanswer.replies.orders.store import save
from softanswer.replies.outbox.held_reply import PausedBy

PRAISE = "Thank you, the book came today and it is wonderful. I am so happy with it!\n"
NOTICE = "I am out of the office until Monday.\n"


def rows(box, shelf, limit=500):
    return box.do(lambda tx: inbox_store.rows(tx.db, shelf, NOON, limit))


def only_row(box, shelf=Shelf.ALL):
    [row] = rows(box, shelf)
    return row


def subjects(box, shelf, limit=500):
    return [row.subject for row in rows(box, shelf, limit)]


def counts(box):
    return box.do(lambda tx: inbox_store.counts(tx.db, NOON))


def receive(box, subject, text, hours_ago=2, **parts):
    """A letter of a customer of its own."""
    sender = f"{subject.split()[0].lower()}@mail.example"
    return box.receive(subject, text, sender=sender, at=NOON - hours_ago * HOUR, **parts)


def answer(box, letter):
    box.do(lambda tx: cases.set_answered(tx, letter.conversation_id, box.clock.wall))


# The shelves.


def test_complaints_come_first_then_what_has_waited_longest(box):
    receive(box, "Asked late", QUESTION, 1)
    receive(box, "Asked early", QUESTION, 9, In_Reply_To="<another@mail.example>")
    receive(box, "Complained late", COMPLAINT, 2)
    receive(box, "Grumbled early", COMPLAINT, 5)
    assert subjects(box, Shelf.NEEDS_ANSWER) == [
        "Grumbled early",
        "Complained late",
        "Asked early",
        "Asked late",
    ]
    assert subjects(box, Shelf.NEEDS_ANSWER, limit=2) == ["Grumbled early", "Complained late"]


def test_all_is_newest_first_whatever_it_is(box):
    receive(box, "Complained", COMPLAINT, 2)
    receive(box, "Thanked", PRAISE, 3)
    receive(box, "Asked", QUESTION, 1)
    assert subjects(box, Shelf.ALL) == ["Asked", "Complained", "Thanked"]


def test_praise_has_a_shelf_of_its_own_and_needs_no_answer(box):
    receive(box, "Thanked", PRAISE)
    assert subjects(box, Shelf.PRAISE) == ["Thanked"]
    assert subjects(box, Shelf.NEEDS_ANSWER) == []


def test_praise_that_the_seller_calls_a_complaint_needs_an_answer(box):
    letter = receive(box, "Thanked", PRAISE)
    said = Correction(complaint=True, kind=CaseKind.LATE)
    box.do(lambda tx: cases.correct(tx, letter.conversation_id, said, NOON))
    assert subjects(box, Shelf.PRAISE) == []
    assert subjects(box, Shelf.NEEDS_ANSWER) == ["Thanked"]


def test_what_the_seller_calls_a_complaint_is_no_praise_whatever_its_kind(box):
    letter = receive(box, "Thanked", PRAISE)
    said = Correction(complaint=True)
    box.do(lambda tx: cases.correct(tx, letter.conversation_id, said, NOON))
    assert (only_row(box).kind, only_row(box).complaint) == (CaseKind.PRAISE, True)
    assert subjects(box, Shelf.PRAISE) == []
    assert subjects(box, Shelf.NEEDS_ANSWER) == ["Thanked"]
    assert counts(box).praise == 0


def test_a_case_stays_in_sight_while_one_of_its_conversations_waits(box):
    box.receive("Where is my book", COMPLAINT)
    newer = box.receive("Hello again", COMPLAINT, at=NOON - HOUR)
    answer(box, newer)
    assert subjects(box, Shelf.NEEDS_ANSWER) == ["Where is my book"]


def test_an_automatic_message_needs_no_answer(box):
    receive(box, "Away", NOTICE, Auto_Submitted="auto-replied")
    assert subjects(box, Shelf.NEEDS_ANSWER) == []
    assert subjects(box, Shelf.ALL) == ["Away"]


def test_an_answered_complaint_waits_and_an_answered_question_does_not(box):
    for subject, text in (("Complained", COMPLAINT), ("Asked", QUESTION)):
        answer(box, receive(box, subject, text))
    assert subjects(box, Shelf.WAITING) == ["Complained"]
    assert subjects(box, Shelf.NEEDS_ANSWER) == []
    assert only_row(box, Shelf.WAITING).state is RowState.WAITING


def test_a_star_on_any_letter_of_the_conversation_puts_it_on_the_shelf(box):
    first = receive(box, "Asked", QUESTION, 3)
    receive(box, "Asked again", QUESTION, 1, In_Reply_To=first.message.message_id)
    receive(box, "Other", QUESTION)
    assert subjects(box, Shelf.STARRED) == []
    box.do(lambda tx: set_flag(tx, first.id, "\\Flagged", on=True))
    assert subjects(box, Shelf.STARRED) == ["Asked again"]
    assert {row.subject: row.flagged for row in rows(box, Shelf.ALL)} == {
        "Asked again": True,
        "Other": False,
    }


def test_what_each_shelf_holds_is_counted(box):
    assert counts(box) == ShelfCounts(0, 0, 0, 0)
    receive(box, "Thanked", PRAISE)
    receive(box, "Asked", QUESTION)
    answer(box, receive(box, "Settled", COMPLAINT))
    box.hold(receive(box, "Complained", COMPLAINT))
    assert counts(box) == ShelfCounts(needs_answer=2, held=1, waiting=1, praise=1)


def test_a_reply_that_was_taken_back_is_not_counted_as_held(box):
    reply = box.hold(receive(box, "Complained", COMPLAINT))
    box.do(lambda tx: box.outbox.take_back(tx, reply.id))
    assert counts(box).held == 0


# One row.


def test_a_row_says_who_wrote_what_when_and_until_when_an_answer_is_owed(box):
    letter = box.receive("Where is my book", COMPLAINT, at=NOON - 2 * HOUR)
    row = only_row(box)
    assert (row.conversation_id, row.message_id) == (letter.conversation_id, letter.id)
    assert (row.customer, row.subject) == (letter.message.sender, "Where is my book")
    assert (row.received_at, row.due) == (NOON - 2 * HOUR, NOON + 22 * HOUR)
    assert (row.complaint, row.kind, row.heat) == (True, CaseKind.NOT_RECEIVED, 3)
    assert row.issues == (CaseKind.NOT_RECEIVED, CaseKind.REFUND_REQUEST)
    assert (row.case_number, row.mails, row.state) == (1001, 1, RowState.NONE)
    assert not row.seen
    assert (row.order_number, row.order_title, row.marketplace) == ("", "", None)


def test_a_row_names_its_order_and_the_first_book(box):
    order = Order(
        order_id="14-20731-55812",
        source="ebay-orders",
        marketplace=Marketplace.EBAY,
        items=(OrderLine("The Light at Skerra"), OrderLine("Another Book")),
        buyer=Buyer("Tom Vale", "tom.vale@mail.example"),
    )
    box.do(lambda tx: save(tx, ImportedFile("ebay-orders", "utf-8", orders=(order,))))
    box.receive("Where is my book", COMPLAINT)
    row = only_row(box)
    assert (row.order_number, row.marketplace) == ("14-20731-55812", Marketplace.EBAY)
    assert row.order_title == "The Light at Skerra"


def test_two_conversations_of_one_case_are_one_row_of_the_newest_letter(box):
    box.receive("Where is my book", COMPLAINT, at=NOON - 5 * HOUR)
    newest = box.receive("Hello?", COMPLAINT, at=NOON - HOUR)
    row = only_row(box, Shelf.NEEDS_ANSWER)
    assert (row.message_id, row.subject) == (newest.id, "Hello?")
    assert counts(box).needs_answer == 1


def test_only_letters_without_an_answer_are_counted_in_a_row(box):
    first = box.receive("One", COMPLAINT, at=NOON - 5 * HOUR)
    box.find_in_sent("Re: One", to=first, at=NOON - 4 * HOUR)
    reply_to = {"In_Reply_To": first.message.message_id}
    for hours, subject in ((3, "Two"), (2, "Three")):
        box.receive(subject, COMPLAINT, at=NOON - hours * HOUR, **reply_to)
    assert only_row(box).mails == 2


def test_the_sellers_word_stands_in_the_row(box):
    letter = box.receive("A question", QUESTION)
    said = Correction(kind=CaseKind.DAMAGED, heat=2)
    box.do(lambda tx: cases.correct(tx, letter.conversation_id, said, NOON))
    row = only_row(box)
    assert (row.complaint, row.kind, row.heat) == (False, CaseKind.DAMAGED, 2)


def test_a_draft_shows_in_its_row(box):
    letter = box.receive("A question", QUESTION)
    draft = StoredDraft(letter.conversation_id, "Re: A question", "Dear Mr Vale,")
    box.do(lambda tx: save_draft(tx, draft, NOON))
    assert only_row(box).state is RowState.DRAFT


def test_a_held_reply_shows_in_its_row_before_everything_else(box):
    letter = box.receive("Where is my book", COMPLAINT)
    reply = box.hold(letter)
    row = only_row(box)
    assert (row.state, row.send_after) == (RowState.COOLING, reply.plan.send_after)
    box.clock.pass_time(2 * HOUR)
    box.do(box.outbox.release_due)
    assert only_row(box).state is RowState.READY
    box.do(lambda tx: box.outbox.pause_for(tx, letter.conversation_id, PausedBy.NEWER_MAIL))
    assert only_row(box).state is RowState.PAUSED
    box.do(lambda tx: box.outbox.take_back(tx, reply.id))
    row = only_row(box)
    assert (row.state, row.send_after) == (RowState.DRAFT, None)


@pytest.mark.parametrize(
    ("step", "state"),
    [
        (lambda r: r, RowState.READY),
        (lambda r: r.failed("Refused."), RowState.FAILED),
        (lambda r: r.uncertain("Cut."), RowState.UNCERTAIN),
    ],
)
def test_what_became_of_sending_shows_in_the_row(box, step, state):
    reply = box.hold(box.receive("Where is my book", COMPLAINT))
    box.clock.pass_time(2 * HOUR)
    box.do(lambda tx: box.outbox.approve(tx, reply.id))
    box.do(lambda tx: box.outbox.take(tx, reply.id))
    box.do(lambda tx: box.outbox.step(tx, reply.id, lambda r, _: step(r)))
    assert only_row(box).state is state


# What a search found.


def test_found_letters_are_shown_by_their_conversation_newest_first(box):
    first = receive(box, "Asked", QUESTION, 3)
    newer = receive(box, "Asked again", QUESTION, 1, In_Reply_To=first.message.message_id)
    other = receive(box, "Other", QUESTION, 2)
    receive(box, "Not found", QUESTION)
    found = box.do(lambda tx: inbox_store.found_rows(tx.db, [other.id, first.id], NOON))
    assert [row.message_id for row in found] == [newer.id, other.id]
    assert box.do(lambda tx: inbox_store.found_rows(tx.db, [], NOON)) == ()


def test_a_letter_that_is_found_shows_the_whole_row_of_its_case(box):
    found = box.receive("Where is my book", COMPLAINT, at=NOON - 5 * HOUR)
    box.receive("Hello?", COMPLAINT, at=NOON - HOUR)
    [row] = box.do(lambda tx: inbox_store.found_rows(tx.db, [found.id], NOON))
    assert row.subject == "Hello?"


# One matter.


def test_a_matter_is_the_conversation_with_all_that_is_known(box):
    letter = box.receive("Where is my book", COMPLAINT, at=NOON - 3 * HOUR)
    answered = box.find_in_sent("Re: Where is my book", to=letter, at=NOON - 2 * HOUR)
    again = box.receive("Again", COMPLAINT, at=NOON - HOUR, In_Reply_To=letter.message.message_id)
    matter = box.do(lambda tx: inbox_store.matter_of_message(tx.db, answered.id))
    assert [one.id for one in matter.messages] == [letter.id, answered.id, again.id]
    assert (matter.letter, matter.waiting_since) == (again, again.internal_date)
    assert (matter.complaint, matter.kind, matter.occasion.heat) == (
        True,
        CaseKind.NOT_RECEIVED,
        3,
    )
    assert (matter.case.number, matter.case.state) == (1001, CaseState.NEW)
    assert (matter.order, matter.correction) == (None, Correction())
    assert matter.answer_due == NOON + 23 * HOUR


def test_the_strongest_of_the_letters_that_wait_is_the_judgement(box):
    first = box.receive("Where is my book", COMPLAINT, at=NOON - 3 * HOUR)
    reply_to = {"In_Reply_To": first.message.message_id}
    last = box.receive("One more thing", QUESTION, at=NOON - HOUR, **reply_to)
    assert box.matter(last).letter == last
    assert (box.matter(last).complaint, box.matter(last).heat) == (True, 3)


def test_a_letter_that_was_answered_lends_no_heat_to_the_next(box):
    first = box.receive("Where is my book", COMPLAINT, at=NOON - 3 * HOUR)
    box.find_in_sent("Re: Where is my book", to=first, at=NOON - 2 * HOUR)
    reply_to = {"In_Reply_To": first.message.message_id}
    last = box.receive("A question", QUESTION, at=NOON - HOUR, **reply_to)
    assert (box.matter(last).judgement.complaint, box.matter(last).heat) == (False, 0)


def test_a_conversation_without_a_letter_of_a_customer_is_no_matter(box):
    raw = mail("Hello", ANSWER, f"Ana <{OWN}>")
    ours = box.take_in(raw, NOON, FolderRole.SENT)
    with pytest.raises(NoSuchRecordError, match="no letter of a customer"):
        box.do(lambda tx: inbox_store.load_matter(tx.db, ours.conversation_id))
    assert rows(box, Shelf.ALL) == ()


def test_a_message_that_is_not_there_is_told(box):
    with pytest.raises(NoSuchRecordError, match="no message 7"):
        box.do(lambda tx: inbox_store.matter_of_message(tx.db, 7))
