"""Reads the headers of a backlog beside the thread that fetches them, where that is quicker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import wait
from functools import partial
from typing import Final

from .message import ListedMessage
from .store.message_rows import NewRow
from .store.writer import StoreWriter

_LEAST: Final = 100  # fewer are read sooner than they are handed to another process
_LONGEST_WAIT_S: Final = 0.05  # on a busy machine the process, which is to be nice, gets little

Rows = Callable[[], list[NewRow]]


class HeaderReader:
    """Has headers read in the work process; here, where that is busy, or cannot be had."""

    def __init__(self, writer: StoreWriter) -> None:
        self._writer = writer

    def prepare(self) -> None:
        """Many headers will come: the process takes a third of a second to start."""
        self._writer.work.start(load)

    def begin(self, listed: Sequence[ListedMessage]) -> Rows:
        """Begin to read headers; the result ends it."""
        from .store.backlog import read_headers  # a sync that finds nothing new does without

        if len(listed) < _LEAST or not self._writer.work.is_free:
            return partial(read_headers, listed)
        from .work_process import WorkFailedError

        process = self._writer.work
        future = process.submit(read_headers, listed)

        def read() -> list[NewRow]:
            wait([future], _LONGEST_WAIT_S)
            try:
                if future.done():
                    return process.result(future)
            except WorkFailedError:
                pass
            return read_headers(listed)

        return read


def load() -> None:
    """Load what reads headers; the work process begins with it."""
    from . import mime  # noqa: F401
    from .store import backlog  # noqa: F401
