"""Work that dies, or does not end, stops nobody."""

from __future__ import annotations

import os
import threading
import time
from concurrent.futures.process import BrokenProcessPool

import pytest
from fakes.half_result import die_within_a_result

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


def ended_within_s(threads: set[threading.Thread], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    for one in threads:
        one.join(max(0.0, deadline - time.monotonic()))
    return not any(one.is_alive() for one in threads)


def test_a_large_piece_of_work_that_was_half_way_to_it_holds_nothing_up(process):
    """Python waits for the threads of both pipes when the program ends."""
    others = set(threading.enumerate())
    process.result(process.submit(os.getpid))
    begun = set(threading.enumerate()) - others
    process.submit(time.sleep, 60)
    for _ in range(3):
        process.submit(len, bytes(20_000_000))
    time.sleep(0.5)
    process.stop()
    assert len(begun) == 2
    assert ended_within_s(begun, 10)


def test_a_large_result_that_was_half_way_from_it_holds_nothing_up(process):
    others = set(threading.enumerate())
    process.result(process.submit(os.getpid))
    begun = set(threading.enumerate()) - others
    with pytest.raises(BrokenProcessPool):
        process.submit(die_within_a_result).result(10)
    assert len(begun) == 2
    assert ended_within_s(begun, 10)
