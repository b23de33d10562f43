"""What becomes of a message that comes in: its judgement, its order, the reply it overtakes."""

from datetime import timedelta

import pytest
from builders import HOUR, NOON
from fakes.letterbox import OWN
from fakes.shop import ANSWER, COMPLAINT, QUESTION, mail

from softanswer.mailbox.message import FetchedMessage
from softanswer.mailbox.store.folders import FolderRole
from softanswer.mailbox.store.messages import newest, set_flag
from softanswer.replies.cases import store as cases
from softanswer.replies.cases.case import CaseKind
from softanswer.replies.cases.judgement_store import load_judgement
from softanswer.replies.compose.store import StoredDraft, load_draft, save_draft
from softanswer.replies.orders.importing.imported import ImportedFile
from softanswer.replies.orders.order import Buyer, Marketplace, Order, OrderLine
from softanswer.replies.orders.store import save
from softanswer.replies.outbox import store as held
from softanswer.replies.outbox.held_reply import OutboxState, PausedBy

SECOND = timedelta(seconds=1)
WRITTEN = NOON - 2 * HOUR  # when the letter was, that the held reply answers
EVA = "Eva <eva@mail.example>"
TOM, EVAS = "14-20731-55812", "14-20731-55813"


@pytest.fixture
def letter(box):
    return box.receive("Where is my book", COMPLAINT, at=WRITTEN)


@pytest.fixture
def orders(box):
    """Tom's order and Eva's."""
    wanted = ((TOM, "Tom Vale", "tom.vale@mail.example"), (EVAS, "Eva Roe", "eva@mail.example"))
    rows = tuple(
        Order(
            order_id=number,
            source="ebay-orders",
            marketplace=Marketplace.EBAY,
            items=(OrderLine("The Light at Skerra"),),
            ordered_at=NOON.date(),
            buyer=Buyer(name, address),
        )
        for number, name, address in wanted
    )
    box.do(lambda tx: save(tx, ImportedFile("ebay-orders", "utf-8", orders=rows)))


def standing(box, reply):
    found = box.do(lambda tx: held.load(tx.db, reply.id))
    return found.state, found.paused_by


def judgement_of(box, letter):
    return box.do(lambda tx: load_judgement(tx.db, letter.id))


def order_of(box, letter):
    file = box.matter(letter).order
    return file.order.order_id if file else None


COOLING = (OutboxState.COOLING, PausedBy.NOTHING)
OVERTAKEN = (OutboxState.PAUSED, PausedBy.NEWER_MAIL)
ANSWERED_ELSEWHERE = (OutboxState.PAUSED, PausedBy.ANSWERED_ELSEWHERE)


# What is kept with a letter.


def test_a_letter_is_kept_with_its_judgement(box, letter):
    judgement = judgement_of(box, letter)
    assert (judgement.kind, judgement.heat) == (CaseKind.NOT_RECEIVED, 3)


def test_an_answer_in_sent_is_not_judged(box, letter):
    answer = box.find_in_sent("Re: Where is my book", to=letter)
    assert judgement_of(box, answer) is None


def test_a_letter_that_comes_twice_is_kept_once(box, letter):
    raw = mail("Where is my book", QUESTION, at=WRITTEN)
    again = box.intake.prepare(FetchedMessage(letter.key.uid, frozenset(), WRITTEN, raw))
    folder = box.folder(FolderRole.INBOX)
    box.do(lambda tx: box.intake.commit(tx, box.account_id, folder.id, [again]))
    assert [one.id for one in box.do(lambda tx: newest(tx.db, 10))] == [letter.id]
    assert judgement_of(box, letter).kind is CaseKind.NOT_RECEIVED


# Its order.


def test_the_order_that_a_letter_names_is_tied_to_it(box, orders):
    letter = box.receive("A question", f"About my order {TOM}: {QUESTION}")
    assert order_of(box, letter) == TOM
    assert box.matter(letter).order_score > 0.9
    assert not box.matter(letter).order_by_seller


def test_a_letter_without_an_order_has_none(box, orders):
    letter = box.receive("A question", "Is it a hardback?\n", sender="ida@mail.example")
    assert order_of(box, letter) is None


def test_the_order_that_the_seller_chose_stays(box, orders):
    letter = box.receive("A question", f"About my order {TOM}: {QUESTION}")
    matter = box.matter(letter)
    box.do(
        lambda tx: cases.link_order(tx, matter.conversation_id, None, 1.0, by_seller=True),
    )
    box.receive("Again", f"Order {TOM}\n", at=NOON, In_Reply_To=letter.message.message_id)
    assert order_of(box, letter) is None


# What a newer letter does to a held reply.


def test_a_newer_letter_of_the_conversation_pauses_the_reply(box, letter):
    reply = box.hold(letter)
    assert standing(box, reply) == COOLING
    box.receive("Never mind", QUESTION, at=NOON, In_Reply_To=letter.message.message_id)
    assert standing(box, reply) == OVERTAKEN


def test_a_newer_letter_in_another_conversation_pauses_the_reply_too(box, letter):
    reply = box.hold(letter)
    box.receive("Never mind", QUESTION, sender="TOM.VALE@mail.example", at=NOON)
    assert standing(box, reply) == OVERTAKEN


@pytest.mark.parametrize(
    ("at", "expected"),
    [(WRITTEN - SECOND, COOLING), (WRITTEN, OVERTAKEN), (WRITTEN + SECOND, OVERTAKEN)],
)
def test_a_letter_that_was_only_fetched_later_pauses_nothing(box, letter, at, expected):
    reply = box.hold(letter)
    box.receive("Slow", QUESTION, at=at, In_Reply_To=letter.message.message_id)
    assert standing(box, reply) == expected


def test_a_letter_of_somebody_else_pauses_nothing(box, letter):
    reply = box.hold(letter)
    box.receive("A question", QUESTION, sender=EVA, at=NOON)
    assert standing(box, reply) == COOLING


def test_an_automatic_answer_pauses_nothing(box, letter):
    reply = box.hold(letter)
    box.receive(
        "Out of office",
        "I am away until Monday.\n",
        at=NOON,
        In_Reply_To=letter.message.message_id,
        Auto_Submitted="auto-replied",
    )
    assert standing(box, reply) == COOLING


def test_a_newer_letter_takes_the_approval_back(box, letter):
    reply = box.hold(letter)
    box.clock.pass_time(2 * HOUR)
    box.do(lambda tx: box.outbox.approve(tx, reply.id))
    box.receive("Wait", QUESTION, at=box.clock.wall, In_Reply_To=letter.message.message_id)
    assert standing(box, reply) == OVERTAKEN
    assert box.do(lambda tx: held.load(tx.db, reply.id)).raw is None


# What an answer found in Sent does to it.


@pytest.mark.parametrize(
    ("at", "expected"), [(WRITTEN - SECOND, COOLING), (WRITTEN, ANSWERED_ELSEWHERE)]
)
def test_an_answer_from_another_program_pauses_the_reply(box, letter, at, expected):
    reply = box.hold(letter)
    box.find_in_sent("Re: Where is my book", to=letter, at=at)
    assert standing(box, reply) == expected


def test_an_answer_to_somebody_else_pauses_nothing(box, letter):
    reply = box.hold(letter)
    other = box.receive("A question", QUESTION, sender=EVA)
    box.find_in_sent("Re: A question", to=other)
    assert standing(box, reply) == COOLING


def test_our_own_reply_in_sent_settles_an_unclear_outcome(box, letter):
    reply = box.hold(letter)
    box.clock.pass_time(2 * HOUR)
    box.do(lambda tx: box.outbox.approve(tx, reply.id))
    box.do(lambda tx: box.outbox.take(tx, reply.id))
    sent = box.do(lambda tx: box.outbox.step(tx, reply.id, lambda r, _: r.uncertain("Cut.")))
    box.take_in(sent.raw, box.clock.wall, FolderRole.SENT)
    assert standing(box, reply) == (OutboxState.SENT, PausedBy.NOTHING)


def test_a_copy_in_sent_settles_a_reply_that_was_thought_to_wait(box, letter):
    reply = box.hold(letter)
    box.clock.pass_time(2 * HOUR)
    approved = box.do(lambda tx: box.outbox.approve(tx, reply.id))
    box.take_in(approved.raw, box.clock.wall, FolderRole.SENT)
    assert standing(box, reply) == (OutboxState.SENT, PausedBy.NOTHING)


def test_a_reply_that_was_taken_back_but_went_out_pauses_the_next_one(box, letter):
    reply = box.hold(letter)
    box.clock.pass_time(2 * HOUR)
    approved = box.do(lambda tx: box.outbox.approve(tx, reply.id))
    box.do(lambda tx: box.outbox.take(tx, reply.id))
    box.do(lambda tx: box.outbox.step(tx, reply.id, lambda r, _: r.uncertain("Cut.")))
    box.do(lambda tx: box.outbox.take_back(tx, reply.id))
    second = box.hold(letter)
    box.take_in(approved.raw, box.clock.wall, FolderRole.SENT)
    assert standing(box, second) == ANSWERED_ELSEWHERE


def test_our_own_reply_in_sent_pauses_no_reply_to_the_next_letter(box, letter):
    first = box.hold(letter)
    box.clock.pass_time(2 * HOUR)
    box.do(lambda tx: box.outbox.approve(tx, first.id))
    box.do(lambda tx: box.outbox.take(tx, first.id))
    sent = box.do(lambda tx: box.outbox.step(tx, first.id, lambda r, m: r.sent(m.reading.wall)))
    box.clock.pass_time(HOUR)
    again = box.receive("Again", COMPLAINT, at=NOON, In_Reply_To=letter.message.message_id)
    second = box.hold(again)
    box.take_in(sent.raw, box.clock.wall, FolderRole.SENT)
    assert standing(box, second) == COOLING


# What is done with another program.


@pytest.mark.parametrize(
    ("flag", "expected"), [("\\Answered", ANSWERED_ELSEWHERE), ("\\Flagged", COOLING)]
)
def test_a_letter_that_is_answered_elsewhere_needs_no_second_answer(box, letter, flag, expected):
    reply = box.hold(letter)
    touched = frozenset({letter.conversation_id})
    box.do(lambda tx: set_flag(tx, letter.id, flag, on=True))
    box.do(lambda tx: box.intake.follow_flags(tx, touched))
    assert standing(box, reply) == expected
    assert (box.matter(letter).waiting_since is None) is (flag == "\\Answered")


def test_a_letter_that_is_answered_elsewhere_waits_for_nothing(box, letter):
    touched = frozenset({letter.conversation_id})
    box.do(lambda tx: set_flag(tx, letter.id, "\\Answered", on=True))
    box.do(lambda tx: box.intake.follow_flags(tx, touched))
    assert box.matter(letter).waiting_since is None
    assert box.matter(letter).answer_due is None


# When two conversations turn out to be one.


def test_a_letter_that_ties_two_conversations_takes_all_that_is_known_along(box):
    answer = mail("Hello", ANSWER, f"Ana <{OWN}>", at=WRITTEN - HOUR)
    first = box.take_in(answer, WRITTEN - HOUR, FolderRole.SENT)
    letter = box.receive("Where is my book", COMPLAINT, at=WRITTEN)
    case = box.matter(letter).case
    reply = box.hold(letter)
    third = tie(box, first, letter, at=WRITTEN - SECOND)
    matter = box.matter(third)
    assert [one.id for one in matter.messages] == [first.id, third.id, letter.id]
    assert box.matter(letter) == matter
    assert matter.case.number == case.number
    assert box.do(lambda tx: held.load(tx.db, reply.id)).conversation_id == matter.conversation_id


def test_a_draft_moves_with_its_conversation(box, letter):
    second = box.receive("Hello", QUESTION, at=WRITTEN + HOUR)
    draft = StoredDraft(second.conversation_id, "Re: Hello", "Dear")
    box.do(lambda tx: save_draft(tx, draft, NOON))
    third = tie(box, letter, second, at=NOON)
    conversation = box.matter(third).conversation_id
    assert conversation != second.conversation_id
    assert box.do(lambda tx: load_draft(tx.db, conversation)).body == "Dear"


def tie(box, first, second, at):
    """Receive a letter that names both."""
    both = f"{first.message.message_id} {second.message.message_id}"
    return box.receive("All of it", QUESTION, at=at, References=both)
