"""A backlog is read, judged and tied to cases as if every letter had come alone."""

from __future__ import annotations

import threading
import time
from datetime import timedelta

import pytest
from builders import HOUR, NOON
from fakes.deadly_letter import dying_at_13, endless, os_without_processes
from fakes.large_letters import content, large_letter, with_gaps
from fakes.letterbox import Letterbox
from fakes.listing import listed
from fakes.shop import CUSTOMER, mail

from softanswer.mailbox.gaps import Gap
from softanswer.mailbox.message import ListedMessage
from softanswer.mailbox.packing import dictionary_id, named_dictionary
from softanswer.mailbox.store.backlog import listed_only, mark_kept, read_headers, used_spool_files
from softanswer.mailbox.store.folders import FolderRole
from softanswer.mailbox.store.gaps import has_gaps, note_gaps
from softanswer.mailbox.store.messages import load_conversation, load_raw, newest
from softanswer.replies import backlog, backlog_store, inbox_store
from softanswer.replies.backlog import BacklogReader
from softanswer.replies.cases.store import load_cases
from softanswer.replies.inbox import Shelf
from softanswer.replies.outbox import store as held
from softanswer.replies.outbox.held_reply import OutboxState

DAY = timedelta(days=1)
COMPLAINT = "Where is my book?? Three weeks, and nothing. I want my money back!\n"


@pytest.fixture
def reader(box) -> BacklogReader:
    reader = BacklogReader(box.writer, box.intake)
    yield reader
    reader.close()


def complaint(number: int, at, sender: str = CUSTOMER) -> tuple[bytes, object]:
    return mail(f"Order {number}", COMPLAINT, sender, at), at


def rows(box: Letterbox, shelf: Shelf):
    return box.do(lambda tx: inbox_store.rows(tx.db, shelf, NOON))


def test_listed_letters_stand_in_the_inbox_before_they_are_read(box):
    listed(box, [complaint(1, NOON - HOUR), complaint(2, NOON - 400 * DAY)])
    assert {row.subject for row in rows(box, Shelf.ALL)} == {"Order 1", "Order 2"}
    [waiting] = rows(box, Shelf.NEEDS_ANSWER)
    assert (waiting.subject, waiting.complaint) == ("Order 1", False)
    assert box.do(lambda tx: load_cases(tx.db)) == ()


def test_what_is_recent_becomes_a_case_and_what_is_old_is_only_read(box, reader):
    listed(box, [complaint(1, NOON - HOUR), complaint(2, NOON - 400 * DAY, "Old <o@m.example>")])
    reader.finish()
    [case] = box.do(lambda tx: load_cases(tx.db))
    assert case.kind.value == "not_received"
    [waiting] = rows(box, Shelf.NEEDS_ANSWER)
    assert waiting.complaint
    texts = [one.message.text for one in box.do(lambda tx: newest(tx.db, 10))]
    assert all("three weeks" in text.lower() for text in texts)
    assert box.do(lambda tx: used_spool_files(tx.db)) == frozenset()
    assert list((box.writer.spool.folder).iterdir()) == []


def test_the_end_is_the_same_as_if_each_letter_had_come_alone(box, reader):
    letters = [complaint(n, NOON - n * DAY, f"B{n} <b{n}@m.example>") for n in range(1, 40)]
    for raw, at in letters:
        box.take_in(raw, at, FolderRole.INBOX)
    alone = rows(box, Shelf.ALL), box.do(lambda tx: load_cases(tx.db))
    other = [
        (
            raw.replace(b"@m.example", b"@n.example").replace(
                b"Message-ID: <", b"Message-ID: <2."
            ),
            at,
        )
        for raw, at in letters
    ]
    listed(box, other)
    reader.finish()
    while reader.judge_older():
        pass
    both = rows(box, Shelf.ALL)

    def told(found, host):
        return [
            (r.subject, r.kind, r.heat, r.complaint, r.due)
            for r in found
            if r.customer.addr_spec.endswith(host)
        ]

    assert told(both, "n.example") == told(alone[0], "m.example")
    assert len(box.do(lambda tx: load_cases(tx.db))) == 2 * len(alone[1])


def test_a_held_reply_is_paused_by_a_header_already(box):
    letter = box.receive("Order 1", COMPLAINT)
    reply = box.hold(letter)
    raw = mail("Re: Order 1", "And now?", CUSTOMER, NOON, In_Reply_To=letter.message.message_id)
    listed(box, [(raw, NOON)])
    [now] = box.do(lambda tx: held.load_in(tx.db))
    assert (now.id, now.state) == (reply.id, OutboxState.PAUSED)
    conversation = box.do(lambda tx: load_conversation(tx.db, letter.conversation_id))
    assert [one.is_here for one in conversation] == [True, False]


def test_what_the_spool_lost_is_asked_for_again(box, reader):
    listed(box, [complaint(1, NOON - HOUR)])
    for path in box.writer.spool.folder.iterdir():
        path.unlink()
    reader.finish()
    folder = box.folder(FolderRole.INBOX)
    assert [uid for uid, _ in box.do(lambda tx: listed_only(tx.db, folder.id))] == [1000]


def test_a_large_backlog_is_read_in_another_process(box, reader, monkeypatch):
    monkeypatch.setattr(backlog, "_AT_ONCE", 0)
    listed(box, [complaint(n, NOON - 100 * DAY - n * HOUR) for n in range(30)])
    reader.finish()
    assert all(one.is_here for one in box.do(lambda tx: newest(tx.db, 100)))


def test_what_letters_have_in_common_is_learned_and_kept_once(box, reader, monkeypatch):
    monkeypatch.setattr(backlog_store, "_LEAST_SAMPLE_BYTES", 50_000)
    letters = {}
    for n in range(120):
        days = [f"Day {n * 37 % 90 + d}: no book number {n * d}.\r\n" for d in range(30)]
        at = NOON - 100 * DAY - n * HOUR
        letters[f"Order {n}"] = mail(f"Order {n}", "".join(days), CUSTOMER, at), at
    listed(box, list(letters.values()))
    reader.finish()
    [dictionary] = box.do(lambda tx: tx.db.execute("SELECT content FROM dictionaries").fetchall())
    for one in box.do(lambda tx: newest(tx.db, 200)):
        assert box.do(lambda tx: load_raw(tx.db, one.id)) == letters[one.message.subject][0]  # noqa: B023
    raw = letters["Order 1"][0].replace(b"Order 1", b"Order 999")
    late = box.take_in(raw, NOON, FolderRole.INBOX)
    row = box.do(
        lambda tx: tx.db.execute("SELECT raw FROM raw_messages WHERE id = ?", (late.id,))
    ).fetchone()
    assert named_dictionary(row["raw"]) == dictionary_id(dictionary["content"])
    assert box.do(lambda tx: load_raw(tx.db, late.id)) == raw


def test_a_letter_that_kills_the_reader_keeps_no_other_back(box, reader, monkeypatch, caplog):
    monkeypatch.setattr(backlog, "_AT_ONCE", 0)
    monkeypatch.setattr(backlog, "read_letters", dying_at_13)
    listed(box, [complaint(n, NOON - 100 * DAY - n * HOUR) for n in range(20)])
    reader.finish()
    letters = {one.message.subject: one for one in box.do(lambda tx: newest(tx.db, 100))}
    assert all(one.is_here for one in letters.values())
    assert "could not be read" in letters["Order 13"].message.text
    assert "Three weeks" in letters["Order 14"].message.text


def test_it_reads_what_comes_until_it_is_stopped(box, reader):
    thread = threading.Thread(target=reader.run)
    thread.start()
    listed(box, [complaint(1, NOON - HOUR)])
    reader.wake()
    for _ in range(200):
        if box.do(lambda tx: load_cases(tx.db)):
            break
        threading.Event().wait(0.05)
    reader.stop()
    thread.join(5)
    assert not thread.is_alive()
    assert len(box.do(lambda tx: load_cases(tx.db))) == 1


def test_where_no_process_can_be_started_letters_are_read_all_the_same(
    box, reader, monkeypatch, caplog
):
    monkeypatch.setattr(backlog, "_AT_ONCE", 0)
    monkeypatch.setattr("softanswer.mailbox.work_process._settle_in", os_without_processes)
    listed(box, [complaint(1, NOON - HOUR), complaint(2, NOON - 100 * DAY)])
    reader.finish()
    letters = box.do(lambda tx: newest(tx.db, 100))
    assert all("Three weeks" in one.message.text for one in letters)
    assert len(box.do(lambda tx: load_cases(tx.db))) == 1


def test_it_is_ended_in_the_middle_of_a_letter(box, reader, monkeypatch):
    monkeypatch.setattr(backlog, "_AT_ONCE", 0)
    monkeypatch.setattr(backlog, "read_letters", endless)
    listed(box, [complaint(1, NOON - HOUR)])
    thread = threading.Thread(target=reader.run)
    thread.start()
    threading.Event().wait(0.5)
    began = time.monotonic()
    reader.abort()
    thread.join(10)
    assert not thread.is_alive()
    assert time.monotonic() - began < 5
    [letter] = box.do(lambda tx: newest(tx.db, 10))
    assert not letter.is_here


@pytest.mark.parametrize("count", [1, 60], ids=["read here", "read in a process"])
def test_a_letter_with_gaps_is_read_as_one_whose_files_are_on_the_server(box, reader, count):
    folder = box.folder(FolderRole.INBOX)
    whole = large_letter(1, (("scan.pdf", "application/pdf", content(300_000)),))
    start = whole.index(b"base64\r\n\r\n") + 10
    lacking = Gap(start, whole.index(b"\r\n--=_outer--") - start)
    sparse = with_gaps(whole, [lacking])
    batch = []
    for uid in range(1, count + 1):
        head = whole.partition(b"\r\n\r\n")[0].replace(b"<1@", b"<%d@" % uid) + b"\r\n\r\n"
        one = ListedMessage(uid, frozenset(), NOON - HOUR, len(whole), head)
        batch.append(one)
    rows = read_headers(batch)
    box.do(lambda tx: box.intake.commit_listed(tx, box.account_id, folder.id, rows))
    with box.writer.spool.adding([sparse.raw] * count) as places:
        kept = [(one.uid, place) for one, place in zip(batch, places, strict=True)]
        gaps = {one.uid: sparse.gaps for one in batch}
        box.do(lambda tx: mark_kept(tx.db, folder.id, kept, gaps))
    reader.finish()
    for one in box.do(lambda tx: newest(tx.db, 100)):
        [file] = one.message.attachments
        assert (file.filename, file.is_here) == ("scan.pdf", False)
        assert abs(file.size_bytes - 300_000) <= 2
        assert one.message.text == "The cover is torn, see the pictures."


def test_a_letter_that_is_lost_from_the_spool_is_fetched_again_with_its_gaps(box, reader):
    raw = large_letter(1, (("scan.pdf", "application/pdf", content(300_000)),))
    listed(box, [(raw, NOON - HOUR)])
    [one] = box.do(lambda tx: newest(tx.db, 10))
    box.do(lambda tx: note_gaps(tx.db, one.id, [Gap(500, 1000)]))
    for path in box.writer.spool.folder.iterdir():
        path.write_bytes(b"")
    reader.finish()
    assert box.do(lambda tx: listed_only(tx.db, box.folder(FolderRole.INBOX).id)) == [
        (one.key.uid, len(raw))
    ]
    assert not box.do(lambda tx: has_gaps(tx.db, one.id))


def test_letters_that_are_opened_meanwhile_break_nothing(box, reader, monkeypatch):
    listed(box, [complaint(n, NOON - 100 * DAY - n * HOUR) for n in range(20)])
    rows = [one.id for one in box.do(lambda tx: newest(tx.db, 100))]
    those_kept = backlog.those_kept

    def while_she_opens_others(db, wanted):
        for row in rows:
            reader.want(row)
        return those_kept(db, wanted)

    monkeypatch.setattr(backlog, "those_kept", while_she_opens_others)
    reader.want(rows[0])
    assert reader.work()
    reader.finish()
    assert all(one.is_here for one in box.do(lambda tx: newest(tx.db, 100)))


def test_a_letter_that_is_opened_is_read_before_all_others(box, reader, monkeypatch):
    monkeypatch.setattr(backlog, "_AT_ONCE", 0)
    listed(box, [complaint(n, NOON - 100 * DAY - n * HOUR) for n in range(30)])
    letters = {one.message.subject: one for one in box.do(lambda tx: newest(tx.db, 100))}
    reader.want(letters["Order 29"].id)
    assert reader.work()
    here = [one.message.subject for one in box.do(lambda tx: newest(tx.db, 100)) if one.is_here]
    assert here == ["Order 29"]
    reader.finish()
    assert all(one.is_here for one in box.do(lambda tx: newest(tx.db, 100)))
