"""Kills a process within a chosen call of its journal to the system, as kill -9 may."""

from __future__ import annotations

import ctypes
import errno
import os
import signal
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from softanswer.replies.outbox import journal

_CALLS = frozenset({"open", "ftruncate", "write", "fsync", "close"})


class Moment(Enum):
    """How far a call has come."""

    BEFORE = "before"
    BEGUN = "begun"  # the time of change of the file is set, and no byte of it is written
    HALF = "half"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Point:
    """A moment within a call to the system; the calls are counted from 0."""

    call: int
    moment: Moment


def points_of(work: Callable[[], object]) -> list[Point]:
    """Do some work; the result is every point at which it could have been killed."""
    counting = _CountingOs()
    journal.os = counting
    try:
        work()
    finally:
        journal.os = os
    return [
        Point(call, moment)
        for call, name in enumerate(counting.calls)
        for moment in (Moment if name == "write" else (Moment.BEFORE, Moment.AFTER))
    ]


def die_at(point: Point, work: Callable[[], object]) -> bool:
    """Do some work in a process of its own that is killed at this point.

    Returns whether it was; it may end before it comes to that.
    """
    process = os.fork()
    if process == 0:
        code = 70
        try:
            journal.os = _DeadlyOs(point)
            work()
            code = 0
        except BaseException:  # noqa: BLE001 - else it would go on as a second run of the tests
            traceback.print_exc()
        finally:
            os._exit(code)
    _, status = os.waitpid(process, 0)
    assert os.WIFSIGNALED(status) or status == 0, "the work failed before it was killed"
    return os.WIFSIGNALED(status)


class _CountingOs:
    """The module `os`, which counts the calls to the system."""

    def __init__(self) -> None:
        self.calls: list[str] = []

    def __getattr__(self, name: str) -> Any:
        real = getattr(os, name)
        return (lambda *arguments: self.do(name, real, arguments)) if name in _CALLS else real

    def do(self, name: str, real: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        self.calls.append(name)
        return real(*arguments)


class _DeadlyOs(_CountingOs):
    """The module `os`, one call of which ends the process."""

    def __init__(self, point: Point) -> None:
        super().__init__()
        self._point = point

    def do(self, name: str, real: Callable[..., Any], arguments: tuple[Any, ...]) -> Any:
        moment = self._point.moment
        is_deadly = len(self.calls) == self._point.call
        if not is_deadly or moment is Moment.AFTER:
            result = super().do(name, real, arguments)
            if not is_deadly:
                return result
        elif moment is not Moment.BEFORE:
            assert name == "write", f"{name} is done or not done"
            handle, data = arguments
            if moment is Moment.HALF:
                real(handle, data[: len(data) // 2])
            else:
                begin_to_write(handle)
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("it outlived kill -9")


def begin_to_write(handle: int) -> None:
    """Leave a file as a write leaves it that is killed before its first byte.

    Linux sets the times of the file, and looks only then whether the process is to die, or
    whether there are bytes to be read at this address (mm/filemap.c, generic_perform_write).
    """
    libc = ctypes.CDLL(None, use_errno=True)
    nowhere = ctypes.c_void_p(1)
    assert libc.write(handle, nowhere, 100) == -1
    assert ctypes.get_errno() == errno.EFAULT
