"""Headers are read beside the fetching where that is quicker, and never not at all."""

from __future__ import annotations

import gc
import os
import time
import weakref

import pytest
from builders import NOON
from fakes.intake import letter

from softanswer.mailbox.header_reader import HeaderReader
from softanswer.mailbox.message import ListedMessage
from softanswer.mailbox.store.backlog import read_headers
from softanswer.mailbox.work_process import WorkFailedError, WorkProcess


@pytest.fixture
def process(writer):
    writer.work.result(writer.work.submit(os.getpid))
    return writer.work


def listed(count: int) -> list[ListedMessage]:
    heads = [letter(n, "") for n in range(count)]
    return [ListedMessage(n, frozenset(), NOON, 9, head) for n, head in enumerate(heads)]


def test_many_headers_are_read_in_the_process_when_it_is_free(writer, process, monkeypatch):
    monkeypatch.setattr("softanswer.mailbox.store.backlog.new_row", None)  # not here
    monkeypatch.setattr("softanswer.mailbox.header_reader._LONGEST_WAIT_S", 30)
    rows = HeaderReader(writer).begin(listed(300))()
    assert [row.columns["subject"] for row in rows] == [f"Order {n}" for n in range(300)]


@pytest.mark.parametrize("count", [1, 300])
def test_they_are_read_here_before_the_process_has_started(writer, count):
    wanted = listed(count)
    assert HeaderReader(writer).begin(wanted)() == read_headers(wanted)
    assert not writer.work.is_free


def test_they_are_read_here_when_the_process_has_other_work(writer, process):
    for _ in range(2):
        process.submit(time.sleep, 50)
    wanted = listed(300)
    assert not process.is_free
    assert HeaderReader(writer).begin(wanted)() == read_headers(wanted)


def test_they_are_read_here_when_the_process_dies(writer, process):
    process.submit(os._exit, 1)
    wanted = listed(300)
    assert HeaderReader(writer).begin(wanted)() == read_headers(wanted)


def test_they_are_read_here_when_the_process_takes_long(writer, process):
    process.submit(time.sleep, 50)
    wanted = listed(300)
    began = time.monotonic()
    assert HeaderReader(writer).begin(wanted)() == read_headers(wanted)
    assert time.monotonic() - began < 5


def test_the_process_starts_before_it_is_needed(writer):
    HeaderReader(writer).prepare()
    pid = writer.work.result(writer.work.submit(os.getpid))
    HeaderReader(writer).prepare()
    assert writer.work.result(writer.work.submit(os.getpid)) == pid
    assert writer.work.is_free


def test_one_death_is_not_taken_for_another():
    process = WorkProcess()
    try:
        first, second = process.submit(os._exit, 1), process.submit(os.getpid)
        with pytest.raises(WorkFailedError):
            process.result(first)
        begun = process.submit(os.getpid)
        with pytest.raises(WorkFailedError):
            process.result(second)
        assert process.result(begun)
    finally:
        process.stop()


def test_results_are_let_go_of():
    process = WorkProcess()
    try:
        done = process.submit(list, "abc")
        assert process.result(done) == ["a", "b", "c"]
        kept = weakref.ref(done)
        del done
        process.result(process.submit(os.getpid))
        gc.collect()
        assert kept() is None
    finally:
        process.stop()
