"""Promises in the store: recorded once for each reply, read back with their days."""

from datetime import UTC, date, datetime

from fakes.shop import COMPLAINT

from softanswer.mailbox.store.changes import RecordKind
from softanswer.replies.cases import promise_store
from softanswer.replies.cases import store as cases
from softanswer.replies.cases.call_store import CallOutcome, log_call

SENT_AT = datetime(2026, 11, 19, 12, tzinfo=UTC)
BODY = """Dear Mr Vale,

I will return the full £21.85 by Friday 27 November. I will use a stronger box from now on.

I will write to you tomorrow.

Ana Reyes
"""
REPLY = "<reply-1@shop.example>"


def record(box, letter, body=BODY, message_id=REPLY):
    conversation = box.matter(letter).conversation_id

    def job(tx):
        promise_store.record(
            tx, conversation_id=conversation, message_id=message_id, body=body, sent_at=SENT_AT
        )
        return tx.change_set()

    return box.do(job)


def recorded(box, letter):
    conversation = box.matter(letter).conversation_id
    return box.do(lambda tx: promise_store.load_promises(tx.db, conversation))


def test_the_promises_of_a_sent_reply_are_kept_the_earliest_first(box):
    letter = box.receive("Where is it", COMPLAINT)
    record(box, letter)

    assert [(one.promise.sentence, one.promise.due) for one in recorded(box, letter)] == [
        ("I will write to you tomorrow.", date(2026, 11, 20)),
        ("I will return the full £21.85 by Friday 27 November.", date(2026, 11, 27)),
        ("I will use a stronger box from now on.", None),
    ]
    assert {one.made_at for one in recorded(box, letter)} == {SENT_AT}
    assert {one.message_id for one in recorded(box, letter)} == {REPLY}


def test_a_reply_that_is_recorded_twice_is_recorded_once(box):
    letter = box.receive("Where is it", COMPLAINT)
    record(box, letter)
    before = recorded(box, letter)
    record(box, letter)

    assert recorded(box, letter) == before


def test_another_reply_may_say_the_same_again(box):
    letter = box.receive("Where is it", COMPLAINT)
    record(box, letter)
    record(box, letter, message_id="<reply-2@shop.example>")

    assert len(recorded(box, letter)) == 6


def test_whoever_shows_the_letter_is_told(box):
    letter = box.receive("Where is it", COMPLAINT)

    assert record(box, letter).touches(RecordKind.CONVERSATION)
    nothing = record(
        box, letter, body="Thank you for your letter.", message_id="<other@x.example>"
    )
    assert not nothing.touches(RecordKind.CONVERSATION)


def test_a_call_stands_in_the_timeline_of_its_case(box):
    letter = box.receive("Where is it", COMPLAINT)
    matter = box.matter(letter)
    for outcome in (CallOutcome.NO_ANSWER, CallOutcome.TALKED):
        box.do(lambda tx, o=outcome: log_call(tx, matter.conversation_id, o, SENT_AT))

    events = box.do(lambda tx: cases.load_events(tx.db, matter.case.id))
    assert events[-2:] == ((SENT_AT, "call:no_answer"), (SENT_AT, "call:talked"))


def test_a_call_about_ordinary_mail_is_noted_nowhere(box):
    letter = box.receive("A question", "Do you have the second volume too?\n\nTom Vale\n")
    conversation = box.matter(letter).conversation_id
    box.do(lambda tx: log_call(tx, conversation, CallOutcome.TALKED, SENT_AT))

    [[count]] = box.do(lambda tx: tx.db.execute("SELECT count(*) FROM case_events").fetchall())
    assert count == 0
