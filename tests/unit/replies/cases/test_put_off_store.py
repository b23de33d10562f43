"""Letters that are put off: where they are, what brings them back, what may not be put off."""

import sqlite3
from datetime import timedelta

import pytest
from builders import HOUR, NOON
from fakes.searching import search
from fakes.shop import COMPLAINT, QUESTION

from softanswer.mailbox.store.database import migrate, migrations, open_for_writing
from softanswer.mailbox.store.writer import StoreWriter
from softanswer.replies import inbox_store
from softanswer.replies.cases import put_off_store, store
from softanswer.replies.cases.case import ANSWER_WITHIN, CaseKind, Correction
from softanswer.replies.errors import PutOffError
from softanswer.replies.inbox import RowState, Shelf
from softanswer.replies.outbox.held_reply import OutboxState, PausedBy

SECOND = timedelta(seconds=1)
PRAISE = "Thank you, the book came today and it is wonderful. I am so happy with it!\n"
TOMORROW = NOON + 20 * HOUR
WEEK = NOON + timedelta(days=7)


@pytest.fixture
def question(box):
    return box.receive("Second volume", QUESTION, sender="eva@mail.example", at=NOON - HOUR)


@pytest.fixture
def complaint(box):
    return box.receive("Where is my book", COMPLAINT, sender="jo@mail.example", at=NOON - 2 * HOUR)


def put_off(box, letter, until, now=NOON):
    chosen = [letter.conversation_id]
    return box.do(lambda tx: put_off_store.put_off(tx, chosen, until, now))


def listed(box, shelf, now=NOON):
    return [row.subject for row in box.do(lambda tx: inbox_store.rows(tx.db, shelf, now))]


def row(box, shelf, now=NOON):
    [found] = box.do(lambda tx: inbox_store.rows(tx.db, shelf, now))
    return found


def look(box, *letters, now=NOON):
    chosen = [letter.conversation_id for letter in letters]
    return box.do(lambda tx: put_off_store.look_at(tx.db, chosen, now))


@pytest.mark.parametrize(
    ("now", "place", "state"),
    [
        (WEEK - SECOND, Shelf.PUT_OFF, RowState.PUT_OFF),
        (WEEK, Shelf.NEEDS_ANSWER, RowState.BACK),
        (WEEK + SECOND, Shelf.NEEDS_ANSWER, RowState.BACK),
    ],
)
def test_it_is_away_until_its_time_and_then_back_by_itself(box, question, now, place, state):
    put_off(box, question, WEEK)
    other = {Shelf.PUT_OFF: Shelf.NEEDS_ANSWER, Shelf.NEEDS_ANSWER: Shelf.PUT_OFF}[place]
    assert listed(box, other, now) == []
    found = row(box, place, now)
    assert (found.state, found.put_off_until) == (state, WEEK)
    counts = box.do(lambda tx: inbox_store.counts(tx.db, now))
    assert counts.put_off == (place is Shelf.PUT_OFF)
    assert counts.needs_answer == (place is Shelf.NEEDS_ANSWER)


def test_all_mail_keeps_it_and_says_until_when(box, question):
    put_off(box, question, WEEK)
    assert row(box, Shelf.ALL).state is RowState.PUT_OFF


def test_it_survives_a_restart(box, question, tmp_path):
    put_off(box, question, WEEK)
    box.writer.close()
    again = StoreWriter(tmp_path / "softanswer.sqlite3")
    rows = again.call(lambda tx: inbox_store.rows(tx.db, Shelf.PUT_OFF, NOON))
    again.close()
    assert [one.put_off_until for one in rows] == [WEEK]


def test_what_comes_back_stands_where_its_waiting_puts_it(box, question, complaint):
    put_off(box, question, TOMORROW)
    box.receive("Asked later", QUESTION, sender="kim@mail.example", at=NOON)
    assert listed(box, Shelf.NEEDS_ANSWER) == ["Where is my book", "Asked later"]
    expected = ["Where is my book", "Second volume", "Asked later"]
    assert listed(box, Shelf.NEEDS_ANSWER, TOMORROW) == expected


def test_the_next_to_come_back_stands_first(box, question, complaint):
    put_off(box, question, WEEK)
    put_off(box, complaint, TOMORROW)
    assert listed(box, Shelf.PUT_OFF) == ["Where is my book", "Second volume"]


def test_a_newer_letter_of_theirs_brings_it_back_at_once(box, question):
    put_off(box, question, WEEK)
    sender, answered = "eva@mail.example", question.message.message_id
    box.receive("Re: it", QUESTION, sender=sender, at=NOON + HOUR, In_Reply_To=answered)
    found = row(box, Shelf.NEEDS_ANSWER, NOON + HOUR)
    assert (found.state, found.put_off_until) == (RowState.NONE, None)
    assert listed(box, Shelf.PUT_OFF, NOON + HOUR) == []


def test_a_robots_letter_leaves_it_where_it_is(box, question):
    put_off(box, question, WEEK)
    headers = {"In_Reply_To": question.message.message_id, "Auto_Submitted": "auto-replied"}
    sender, at = "eva@mail.example", NOON + HOUR
    box.receive("Out of office", "I am away.\n", sender=sender, at=at, **headers)
    assert len(listed(box, Shelf.PUT_OFF, NOON + HOUR)) == 1


def test_an_answer_ends_it(box, question):
    put_off(box, question, WEEK)
    box.do(lambda tx: store.set_answered(tx, question.conversation_id, NOON))
    assert listed(box, Shelf.PUT_OFF) == []
    assert row(box, Shelf.ALL).state is RowState.NONE


@pytest.mark.parametrize(
    ("until", "allowed"), [(-SECOND, True), (timedelta(0), False), (SECOND, False)]
)
def test_a_complaint_is_put_off_only_until_before_its_deadline(box, complaint, until, allowed):
    due = NOON - 2 * HOUR + ANSWER_WITHIN
    assert look(box, complaint).answer_due == due
    if allowed:
        put_off(box, complaint, due + until)
        assert listed(box, Shelf.PUT_OFF) == ["Where is my book"]
        return
    with pytest.raises(PutOffError, match="is owed before then"):
        put_off(box, complaint, due + until)
    assert listed(box, Shelf.NEEDS_ANSWER) == ["Where is my book"]


def test_several_are_bound_by_the_first_answer_that_is_owed(box, question, complaint):
    found = look(box, question, complaint)
    assert found.conversations == (question.conversation_id, complaint.conversation_id)
    assert found.answer_due == NOON - 2 * HOUR + ANSWER_WITHIN
    assert look(box, question).answer_due is None


def test_a_letter_that_turns_out_to_be_a_complaint_comes_back(box, question):
    put_off(box, question, WEEK)
    said = Correction(complaint=True, kind=CaseKind.LATE)
    box.do(lambda tx: store.correct(tx, question.conversation_id, said, NOON))
    assert row(box, Shelf.NEEDS_ANSWER).state is RowState.BACK


@pytest.mark.parametrize(("until", "allowed"), [(NOON, False), (NOON + SECOND, True)])
def test_a_time_that_is_past_is_refused(box, question, until, allowed):
    if allowed:
        put_off(box, question, until)
        return
    with pytest.raises(PutOffError, match="past"):
        put_off(box, question, until)


def test_what_needs_no_answer_is_not_put_off(box):
    thanks = box.receive("Thanks", PRAISE, sender="ann@mail.example", at=NOON - HOUR)
    done = box.receive("Asked", QUESTION, sender="kim@mail.example", at=NOON - HOUR)
    box.do(lambda tx: store.set_answered(tx, done.conversation_id, NOON))
    assert look(box, thanks, done).conversations == ()
    with pytest.raises(PutOffError, match="nothing here"):
        put_off(box, thanks, WEEK)


def test_all_letters_of_a_case_are_put_off_as_the_one_row_that_they_are(box, complaint):
    second = box.receive("Still nothing", COMPLAINT, sender="jo@mail.example", at=NOON - HOUR)
    assert second.conversation_id != complaint.conversation_id
    before = put_off(box, second, TOMORROW - HOUR)
    assert listed(box, Shelf.NEEDS_ANSWER) == []
    assert len(listed(box, Shelf.PUT_OFF)) == 1
    third = box.receive("And now", COMPLAINT, sender="jo@mail.example", at=NOON + HOUR)
    assert third.conversation_id not in {complaint.conversation_id, second.conversation_id}
    assert listed(box, Shelf.NEEDS_ANSWER, NOON + HOUR) == ["And now"]
    box.do(lambda tx: put_off_store.restore(tx, before))
    assert look(box, complaint, second).are_put_off is False


def test_undo_gives_back_exactly_what_was(box, question):
    first = put_off(box, question, TOMORROW)
    second = put_off(box, question, WEEK)
    box.do(lambda tx: put_off_store.restore(tx, second))
    assert row(box, Shelf.PUT_OFF).put_off_until == TOMORROW
    back = box.do(lambda tx: put_off_store.bring_back(tx, [question.conversation_id]))
    assert row(box, Shelf.NEEDS_ANSWER).state is RowState.NONE
    box.do(lambda tx: put_off_store.restore(tx, back))
    assert row(box, Shelf.PUT_OFF).put_off_until == TOMORROW
    box.do(lambda tx: put_off_store.restore(tx, first))
    assert row(box, Shelf.NEEDS_ANSWER).put_off_until is None


# The reply that is held meanwhile.


def test_a_cooling_reply_lets_it_be_put_off_and_brings_it_back_when_it_is_ready(box, complaint):
    reply = box.hold(complaint)
    put_off(box, complaint, NOON + 10 * HOUR)
    assert listed(box, Shelf.PUT_OFF) == ["Where is my book"]
    box.clock.pass_time(9 * HOUR)
    [ready] = box.do(box.outbox.release_due)
    assert (ready.id, ready.state) == (reply.id, OutboxState.READY)
    assert row(box, Shelf.NEEDS_ANSWER, NOON + 9 * HOUR).state is RowState.READY


def test_a_paused_reply_brings_it_back_and_is_not_put_off(box, complaint):
    box.hold(complaint)
    put_off(box, complaint, NOON + 10 * HOUR)
    chosen = complaint.conversation_id
    box.do(lambda tx: box.outbox.pause_for(tx, chosen, PausedBy.ORDER_CHANGED))
    assert row(box, Shelf.NEEDS_ANSWER).state is RowState.PAUSED
    found = look(box, complaint)
    assert (found.conversations, found.held) == ((), True)
    with pytest.raises(PutOffError, match="nothing here"):
        put_off(box, complaint, NOON + 10 * HOUR)


# When to look again, and what is told.


def test_the_next_return_is_the_earliest_to_come(box, question, complaint):
    put_off(box, question, WEEK)
    put_off(box, complaint, TOMORROW)
    for after, expected in (
        (NOON, TOMORROW), (TOMORROW - SECOND, TOMORROW), (TOMORROW, WEEK), (WEEK, None),
    ):  # fmt: skip
        at = box.do(lambda tx, after=after: put_off_store.next_return(tx.db, after))
        assert at == expected


@pytest.mark.parametrize(
    ("since", "now", "told"),
    [
        (WEEK - SECOND, WEEK, 1),
        (WEEK, WEEK + SECOND, 0),
        (WEEK - 2 * SECOND, WEEK - SECOND, 0),
    ],
)
def test_rows_that_came_back_are_told_once(box, question, since, now, told):
    put_off(box, question, WEEK)
    assert len(box.do(lambda tx: inbox_store.rows_back(tx.db, since, now, 10))) == told


def test_it_is_found_by_a_search_and_needs_no_answer_meanwhile(box, question, complaint):
    put_off(box, question, TOMORROW)

    def found(typed):
        return {
            one.subject for one in (m.message for m in box.do(lambda tx: search(tx.db, typed)))
        }

    for typed in ("is:snoozed", "is:put-off", "это:отложено"):
        assert found(typed) == {"Second volume"}
    assert found("state:needs-answer") == {"Where is my book"}
    assert found("-is:snoozed") == {"Where is my book"}


def test_a_store_of_before_keeps_its_letters_and_puts_them_off(tmp_path):
    path = tmp_path / "softanswer.sqlite3"
    before = next(at for at, sql in enumerate(migrations()) if "put_off_until" in sql)
    db = sqlite3.connect(path)
    migrate(db, migrations()[:before], path)
    db.execute(
        "INSERT INTO accounts (address, name, username, imap_host, imap_port, imap_security,"
        " smtp_host, smtp_port, smtp_security) VALUES ('a@b.example', '', '', 'h', 1, 'tls',"
        " 'h', 2, 'tls')"
    )
    db.execute("INSERT INTO conversations (id, account_id) VALUES (7, 1)")
    db.execute(
        "INSERT INTO matters (conversation_id, last_at, waiting_since, last_incoming)"
        " VALUES (7, ?, ?, 3)",
        (NOON.isoformat(), NOON.isoformat()),
    )
    db.commit()
    db.close()
    open_for_writing(path).close()
    writer = StoreWriter(path)
    assert writer.call(lambda tx: put_off_store.next_return(tx.db, NOON)) is None
    before_it = writer.call(lambda tx: put_off_store.put_off(tx, [7], WEEK, NOON))
    assert before_it == (put_off_store.PutOffMark(7, None, None),)
    assert writer.call(lambda tx: put_off_store.next_return(tx.db, NOON)) == WEEK
    writer.close()
