"""Work that dies, or does not end, stops nobody."""

from __future__ import annotations

import os
import threading
import time

import pytest

from softanswer.mailbox.work_process import WorkFailedError, WorkProcess


@pytest.fixture
def process():
    process = WorkProcess()
    yield process
    process.stop()


def test_it_works_in_another_process(process):
    assert process.result(process.submit(os.getpid)) != os.getpid()


def test_what_the_work_raises_is_raised(process):
    with pytest.raises(ZeroDivisionError):
        process.result(process.submit(divmod, 1, 0))


def test_after_a_death_another_process_goes_on(process):
    with pytest.raises(WorkFailedError):
        process.result(process.submit(os._exit, 1))
    assert process.result(process.submit(max, 1, 2)) == 2


def test_what_does_not_end_is_ended(process, monkeypatch):
    process.result(process.submit(max, 1, 2))
    monkeypatch.setattr("softanswer.mailbox.work_process._LONGEST_S", 0.2)
    began = time.monotonic()
    with pytest.raises(WorkFailedError):
        process.result(process.submit(time.sleep, 50))
    assert time.monotonic() - began < 5


def test_it_ends_with_its_parent(process):
    pid = process.result(process.submit(os.getpid))
    process.stop()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_large_piece_of_work_that_was_half_way_to_it_holds_nothing_up(process):
    """The thread that feeds the pipe ends; Python waits for it when the program ends."""
    others = set(threading.enumerate())
    process.result(process.submit(os.getpid))
    begun = set(threading.enumerate()) - others
    feeders = {one for one in begun if one.name == "QueueFeederThread"}
    process.submit(time.sleep, 60)
    for _ in range(3):
        process.submit(len, bytes(20_000_000))
    time.sleep(0.5)
    process.stop()
    deadline = time.monotonic() + 10
    while any(one.is_alive() for one in feeders) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert feeders
    assert not any(one.is_alive() for one in feeders)
