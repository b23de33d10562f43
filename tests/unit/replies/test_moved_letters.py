"""A letter leaves INBOX, here or elsewhere; what hangs on it stays."""

from __future__ import annotations

import pytest
from builders import HOUR, NOON
from fakes.searching import search
from fakes.shop import COMPLAINT, QUESTION

from softanswer.mailbox.errors import StoreError
from softanswer.mailbox.folder_uses import FolderUse
from softanswer.mailbox.store import folders
from softanswer.mailbox.store.folders import FolderRole
from softanswer.mailbox.store.messages import load_message, load_raw, set_flag
from softanswer.mailbox.store.moves import forget_old_moves
from softanswer.replies.cases.case import CaseState
from softanswer.replies.inbox import Shelf
from softanswer.replies.inbox_store import counts, found_rows, rows
from softanswer.replies.outbox import store as held
from softanswer.replies.outbox.held_reply import OutboxState
from softanswer.ui import bulk


@pytest.fixture
def complaint(box):
    return box.receive("Where is my book", COMPLAINT, at=NOON - 2 * HOUR)


@pytest.fixture
def question(box):
    return box.receive("Volume two", QUESTION, "Eva <eva@mail.example>", at=NOON - HOUR)


def listed(box, shelf=Shelf.ALL):
    return {row.conversation_id for row in box.do(lambda tx: rows(tx.db, shelf, NOON))}


def vanish(box, *letters):
    """Another program has moved letters out of INBOX."""
    folder = box.folder(FolderRole.INBOX)

    def job(tx):
        gone = folders.forget_uids(tx, folder.id, [one.key.uid for one in letters])
        box.intake.follow_flags(tx, gone.conversations)

    box.do(job)


def move(box, letter, use=FolderUse.ARCHIVE):
    chosen = [box.matter(letter).conversation_id]
    (moved,) = bulk.move_all(box.writer, box.outbox, chosen, use).result(5)
    return moved


def undo(box, moved):
    bulk.undo_all_moves(box.writer, box.outbox, [moved]).result(5)


def test_a_letter_without_a_case_that_is_archived_elsewhere_is_forgotten(box, question):
    vanish(box, question)
    with pytest.raises(StoreError):
        box.do(lambda tx: load_message(tx.db, question.id))
    assert listed(box) == set()
    assert box.do(lambda tx: search(tx.db, "second volume", 5)) == ()


def test_an_open_case_keeps_its_letter_and_its_row_when_it_is_archived_elsewhere(box, complaint):
    before = box.matter(complaint)
    raw = box.do(lambda tx: load_raw(tx.db, complaint.id))
    vanish(box, complaint)
    after = box.matter(complaint)
    assert (after.letter.id, after.case, after.judgement) == (
        before.letter.id,
        before.case,
        before.judgement,
    )
    assert box.do(lambda tx: load_raw(tx.db, complaint.id)) == raw
    assert listed(box, Shelf.NEEDS_ANSWER) == {complaint.conversation_id}


def test_a_held_reply_keeps_the_letter_that_it_answers(box, question):
    reply = box.hold(question)
    vanish(box, question)
    assert box.matter(question).letter.id == question.id
    assert listed(box) == {question.conversation_id}
    stored = box.do(lambda tx: held.load(tx.db, reply.id))
    assert stored.state is OutboxState.COOLING
    assert stored.draft.reply_to_message == question.id


def test_after_the_case_is_done_the_row_goes_and_the_letter_stays_with_the_case(box, complaint):
    vanish(box, complaint)
    bulk.settle_all(box.writer, box.outbox, [box.matter(complaint).conversation_id]).result(5)
    assert listed(box) == set()
    matter = box.matter(complaint)
    assert matter.case.state is CaseState.RESOLVED
    assert matter.letter.message.text.startswith("Where is my book?")


def test_a_letter_that_nothing_needs_any_more_is_forgotten(box, question):
    reply = box.hold(question)
    vanish(box, question)
    box.do(lambda tx: box.outbox.take_back(tx, reply.id))
    box.do(lambda tx: tx.db.execute("DELETE FROM drafts"))
    box.do(lambda tx: forget_old_moves(tx, box.account_id, NOON))
    with pytest.raises(StoreError):
        box.do(lambda tx: load_message(tx.db, question.id))


def test_a_mark_on_a_letter_that_went_elsewhere_changes_no_other(box, complaint):
    vanish(box, complaint)
    box.do(lambda tx: set_flag(tx, complaint.id, "\\Seen", on=True))
    assert box.do(lambda tx: load_message(tx.db, complaint.id)).flags == {"\\Seen"}


@pytest.mark.parametrize("use", [FolderUse.ARCHIVE, FolderUse.TRASH, FolderUse.JUNK])
def test_a_moved_letter_leaves_every_list_at_once_and_undo_brings_it_back(box, question, use):
    assert box.do(lambda tx: counts(tx.db, NOON)).needs_answer == 1
    moved = move(box, question, use)
    assert (moved.is_listed, listed(box)) == (False, set())
    assert box.do(lambda tx: counts(tx.db, NOON)).needs_answer == 0
    assert box.do(lambda tx: found_rows(tx.db, [question.id], NOON)) == ()
    undo(box, moved)
    assert listed(box, Shelf.NEEDS_ANSWER) == {question.conversation_id}


def test_a_moved_complaint_stays_listed_until_its_case_is_done(box, complaint):
    moved = move(box, complaint)
    assert (moved.is_listed, listed(box)) == (True, {complaint.conversation_id})
    bulk.settle_all(box.writer, box.outbox, [box.matter(complaint).conversation_id]).result(5)
    assert listed(box) == set()


def test_a_new_letter_of_a_conversation_that_was_archived_is_listed_again(box, question):
    move(box, question)
    box.receive(
        "Re: Volume two",
        "And the third?\n",
        "Eva <eva@mail.example>",
        NOON,
        In_Reply_To=question.message.message_id,
    )
    assert listed(box, Shelf.NEEDS_ANSWER) == {question.conversation_id}


def test_a_letter_that_another_program_marks_as_deleted_leaves_the_lists(box, question):
    folder = box.folder(FolderRole.INBOX)
    for flags, expected in (({"\\Deleted"}, set()), (set(), {question.conversation_id})):
        changed = {question.key.uid: frozenset(flags)}

        def job(tx, changed=changed):
            touched = folders.apply_flags(tx, folder.id, changed)
            box.intake.follow_flags(tx, touched.conversations)

        box.do(job)
        assert listed(box) == expected


def test_the_sellers_own_letters_are_not_moved(box, question):
    answer = box.find_in_sent("Re: Volume two", to=question)
    moved = move(box, question)
    assert len(moved.moves) == 1
    assert box.do(lambda tx: load_message(tx.db, answer.id)).key.uid > 0


def test_what_lies_in_the_archive_already_is_not_moved_there_again(box, complaint):
    move(box, complaint)
    with pytest.raises(StoreError, match="lies in another folder already"):
        move(box, complaint)
    assert len(move(box, complaint, FolderUse.TRASH).moves) == 1
