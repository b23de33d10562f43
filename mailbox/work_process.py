"""A process of its own for work that would keep the window from painting: Python has one lock.

It is started at the first piece of work, ends with the program, however that ends, and is
replaced where a piece of work kills it or does not come to an end.
"""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Final, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

_log = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")

_FEW: Final = 2  # pieces of work: one is done, and one waits
_LONGEST_S: Final = 60.0  # for one piece of work
_OBJECTS_BETWEEN_SWEEPS: Final = 20_000  # Python's 700 cost the reading of letters a tenth


class WorkFailedError(Exception):
    """The process died of a piece of work, or did not finish it in time."""


class WorkProcess:
    """Calls functions of modules in another process; arguments and results must be picklable."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._lock = threading.Lock()
        self._under_way: list[Future[Any]] = []
        self._pool_of: WeakKeyDictionary[Future[Any], ProcessPoolExecutor] = WeakKeyDictionary()
        self._has_worked = False

    @property
    def is_free(self) -> bool:
        """Whether it works already, and has at most one piece of work to do."""
        self._let_go_of_done()
        return self._has_worked and len(self._under_way) < _FEW

    def _let_go_of_done(self) -> None:
        left = [one for one in self._under_way if not one.done()]
        self._has_worked |= len(left) < len(self._under_way)
        self._under_way = left

    def start(self, first: Callable[[], object]) -> None:
        """Have it begin with a piece of work, where it does not work yet."""
        if self._pool is None:
            self.submit(first)

    def submit(self, work: Callable[P, T], *arguments: P.args, **named: P.kwargs) -> Future[T]:
        """Have a function called."""
        with self._lock:
            pool = self._pool
            if pool is None:
                pool = self._pool = ProcessPoolExecutor(
                    1, multiprocessing.get_context("spawn"), initializer=_settle_in
                )
            try:
                future = pool.submit(work, *arguments, **named)
            except RuntimeError as error:  # it broke
                future = Future()
                future.set_exception(BrokenProcessPool(str(error)))
            else:
                _let_go_of_its_ends(pool)
        self._pool_of[future] = pool
        self._let_go_of_done()  # with what they hold
        self._under_way.append(future)
        return future

    def result(self, future: Future[T]) -> T:
        """Wait for a result.

        Raises:
            WorkFailedError: there is none; all other work that was submitted is lost, too.
        """
        try:
            return future.result(_LONGEST_S)
        except (TimeoutError, BrokenProcessPool, CancelledError) as error:
            _log.info("the work process is replaced: %s", type(error).__name__)
            if self._pool_of.get(future) is self._pool:  # else another thread has replaced it
                self.stop()
            raise WorkFailedError from error

    def is_able(self) -> bool:
        """Whether a process can be started at all, and does the simplest work."""
        try:
            self.result(self.submit(os.getpid))
        except WorkFailedError:
            return False
        return True

    def stop(self) -> None:
        """End the process, whatever it does; the next piece of work starts another."""
        with self._lock:
            pool, self._pool = self._pool, None
            self._under_way, self._has_worked = [], False
        if pool is None:
            return
        processes = list((pool._processes or {}).values())  # noqa: SLF001 - it has no kill
        pool.shutdown(wait=False, cancel_futures=True)
        for process in processes:
            process.kill()
        for process in processes:
            process.join()


def _let_go_of_its_ends(pool: ProcessPoolExecutor) -> None:
    """Close, in the program, the ends of the pipes that the process alone uses.

    As long as the program holds them, a large letter that is half-way through a pipe when the
    process dies is waited for, for ever, by a thread that Python waits for at its end
    (cpython#94777, mended for one of the two pipes in 3.11.5).
    """
    pool._call_queue._reader.close()  # type: ignore[attr-defined]  # noqa: SLF001 - as above
    pool._result_queue._writer.close()  # type: ignore[attr-defined]  # noqa: SLF001


def _settle_in() -> None:
    """Leave Ctrl+C to the program, and end when it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    gc.set_threshold(_OBJECTS_BETWEEN_SWEEPS)
    if hasattr(os, "nice"):
        os.nice(10)  # the window comes first, and so does what is still to be fetched


def _end_with(parent: multiprocessing.process.BaseProcess) -> None:
    parent.join()
    os._exit(0)
