"""The journal as a file: what is read back of what was written, torn, damaged or shortened."""

import json
import stat
from dataclasses import replace

import pytest
from builders import MINUTE, account, held_reply, mark

from softanswer.replies.outbox import journal as journal_module
from softanswer.replies.outbox.held_reply import OutboxState
from softanswer.replies.outbox.journal import JOURNAL_NAME, Entry, Journal, last_number

COOLING = held_reply()
READY = COOLING.released()
OTHER = replace(COOLING, message_id="<other@lanternlane.example>")


def entry(number, reply=COOLING):
    return Entry(number, reply, account())


@pytest.fixture
def journal(tmp_path):
    return Journal(tmp_path)


@pytest.fixture
def path(tmp_path):
    return tmp_path / JOURNAL_NAME


def states(journal):
    return {one.reply.message_id: (one.number, one.reply.state) for one in journal.latest()}


def test_the_last_line_of_a_reply_counts(journal):
    journal.write([entry(1)])
    journal.write([entry(2, OTHER)])
    journal.write([entry(3, READY)])
    assert states(journal) == {
        COOLING.message_id: (3, OutboxState.READY),
        OTHER.message_id: (2, OutboxState.COOLING),
    }
    assert last_number(journal.latest()) == 3


def test_all_but_the_bytes_and_the_approval_is_read_back(journal):
    approved = READY.approved(b"letter", mark(90 * MINUTE).reading.wall)
    journal.write([entry(1, approved)])
    (read,) = journal.latest()
    lacking = {"approved_at": None, "approved_steady_ns": None, "raw": None, "sha256": ""}
    assert read.reply == replace(approved, **lacking)
    assert read.account == account()


def test_what_never_was_committed_is_passed_over(journal):
    journal.write([entry(1)])
    journal.write([entry(2, READY), entry(2, OTHER)])
    journal.write([entry(2, OTHER)], void_from=2)
    assert states(journal) == {
        COOLING.message_id: (1, OutboxState.COOLING),
        OTHER.message_id: (2, OutboxState.COOLING),
    }


@pytest.mark.parametrize(
    "line",
    [
        b'{"number": 9, "reply": {"sta',
        b"\x00" * 200,
        b"[]",
        b'{"void_from": "all"}',
        b'{"number": "x", "reply": {}, "account": {}}',
        json.dumps({"number": 9, "reply": {"plan": 3}, "account": {}}).encode(),
    ],
)
def test_a_line_that_is_torn_or_damaged_costs_no_other(journal, path, line):
    journal.write([entry(1)])
    path.write_bytes(path.read_bytes() + line)
    journal.write([entry(2, OTHER)])
    assert list(states(journal)) == [COOLING.message_id, OTHER.message_id]


def test_quiet_hours_that_cannot_be_are_a_damaged_line(journal, path):
    journal.write([entry(1)])
    journal.write([entry(2, OTHER)])
    lines = path.read_text(encoding="utf-8").splitlines()
    bad = lines[1].replace(
        '\\"quiet\\": []', '\\"quiet\\": [[\\"07:00\\", \\"07:00\\", \\"seller\\"]]'
    )
    assert bad != lines[1]
    path.write_text("\n".join([bad, *lines[2:]]) + "\n", encoding="utf-8")
    assert list(states(journal)) == [OTHER.message_id]


def test_a_partial_write_is_an_error(journal, monkeypatch):
    write = journal_module.os.write
    monkeypatch.setattr(journal_module.os, "write", lambda handle, data: write(handle, data[:50]))
    with pytest.raises(OSError, match="No space left"):
        journal.write([entry(1)])


def test_each_write_is_flushed(journal, monkeypatch):
    flushed = []
    monkeypatch.setattr(journal_module.os, "fsync", flushed.append)
    journal.write([entry(1), entry(1, OTHER)])
    assert len(flushed) == 1


def test_shortened_it_holds_what_is_on_its_way_and_nothing_else(journal, path):
    gone = replace(OTHER, state=OutboxState.SENT)
    journal.write([entry(1), entry(1, OTHER)])
    journal.write([entry(2, gone), entry(2, READY)])
    journal.shorten()
    assert states(journal) == {COOLING.message_id: (2, OutboxState.READY)}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in path.parent.iterdir()] == [JOURNAL_NAME]


def test_shortened_to_nothing_it_is_still_there(journal, path):
    journal.write([entry(1, replace(COOLING, state=OutboxState.SENT))])
    journal.shorten()
    assert journal.latest() == ()
    assert path.exists()


def test_its_stamp_changes_with_every_write_and_with_its_place(journal, path):
    assert journal.stamp() == "0 0 0"
    journal.write([entry(1)])
    first = journal.stamp()
    journal.write([entry(2)])
    assert journal.stamp() != first


@pytest.mark.parametrize("content", [None, "", "x"])
def test_without_the_small_file_no_number_is_known_as_committed(journal, tmp_path, content):
    if content is not None:
        (tmp_path / journal_module.COMMITTED_NAME).write_text(content)
    assert journal.committed() == 0
    journal.note_committed(12)
    journal.note_committed(13)
    assert journal.committed() == 13
