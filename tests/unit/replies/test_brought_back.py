"""What she put away waits for an answer again, unless the mail itself has its answer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from builders import HOUR, NOON
from fakes.shop import COMPLAINT, QUESTION

from softanswer.mailbox.store.messages import set_flag
from softanswer.replies.cases.case import CaseState
from softanswer.replies.cases.put_off_store import look_at
from softanswer.replies.cases.store import can_wait_again, take_back_answered
from softanswer.replies.cases.unjudged_store import OLD_MAIL
from softanswer.ui import bulk


@pytest.fixture
def complaint(box):
    return box.receive("Where is my book", COMPLAINT, at=NOON - 2 * HOUR)


@pytest.fixture
def question(box):
    return box.receive("Volume two", QUESTION, "Eva <eva@mail.example>", at=NOON - HOUR)


def settle(box, *letters):
    bulk.settle_all(box.writer, box.outbox, [one.conversation_id for one in letters]).result(5)


def bring_back(box, *letters):
    chosen = [one.conversation_id for one in letters]
    return bulk.bring_back_all(box.writer, box.outbox, chosen).result(5)


def can(box, letter, now=NOON):
    return box.do(lambda tx: can_wait_again(tx.db, letter.conversation_id, now))


def test_the_case_is_open_again_and_undo_resolves_it(box, complaint):
    due = box.matter(complaint).case.reply_due
    settle(box, complaint)
    put_away = box.matter(complaint)
    assert put_away.case.state is CaseState.RESOLVED
    brought = bring_back(box, complaint)
    assert box.matter(complaint).case.state is CaseState.NEW
    assert box.matter(complaint).case.reply_due == due
    bulk.put_away_again(box.writer, box.outbox, brought).result(5)
    assert box.matter(complaint) == put_away


def test_only_those_that_were_put_away_are_brought_back(box, complaint, question):
    settle(box, question)
    [brought] = bring_back(box, complaint, question)
    assert brought.conversation_id == question.conversation_id
    assert bring_back(box, complaint, question) == ()


def test_what_another_program_marked_as_answered_stays_put_away(box, question):
    settle(box, question)
    assert can(box, question)
    box.do(lambda tx: set_flag(tx, question.id, "\\Answered", on=True))
    assert not can(box, question)
    assert bring_back(box, question) == ()
    assert box.matter(question).waiting_since is None


def test_mail_of_thirty_days_ago_waits_no_more(box, question):
    settle(box, question)
    end = NOON - HOUR + OLD_MAIL
    assert can(box, question, end - timedelta(seconds=1))
    assert not can(box, question, end)


def test_what_was_put_off_and_then_away_waits_now_and_undo_restores_both(box, question):
    until = NOON + 2 * HOUR
    chosen = [question.conversation_id]
    bulk.put_off_all(box.writer, box.outbox, chosen, until).result(5)
    settle(box, question)
    assert standing(box, question) == (None, False)
    [brought] = bring_back(box, question)
    assert standing(box, question) == (NOON - HOUR, False)
    bulk.put_away_again(box.writer, box.outbox, [brought]).result(5)
    assert standing(box, question) == (None, False)
    box.do(lambda tx: take_back_answered(tx, question.conversation_id, NOON))
    assert standing(box, question) == (NOON - HOUR, True)


def standing(box, letter):
    """Since when it waits, and whether it is put off."""
    chosen = box.do(lambda tx: look_at(tx.db, [letter.conversation_id], NOON))
    return box.matter(letter).waiting_since, chosen.are_put_off
