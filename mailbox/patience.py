"""Waiting for what cannot be called off by itself, and leaving it when the caller is told to."""

from __future__ import annotations

import selectors
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from .wake_up import WakeUp
from .wire import CalledOffError

T = TypeVar("T")


def until_called_off(work: Callable[[], T], cancel: WakeUp | None) -> T:
    """Do a piece of work that has time-outs of its own; leave it where `cancel` rings first.

    What is left goes on to its end in a thread of its own, and nobody hears of it.

    Raises:
        CalledOffError: `cancel` rang.
    """
    if cancel is None:
        return work()
    if cancel.is_rung():
        raise CalledOffError
    result: Future[T] = Future()
    done = WakeUp()

    def run() -> None:
        try:
            result.set_result(work())
        except BaseException as error:  # noqa: BLE001 - it is raised in the caller's thread
            result.set_exception(error)
        done.ring()

    threading.Thread(target=run, name="patience", daemon=True).start()
    with selectors.DefaultSelector() as selector:
        for bell in (done, cancel):
            selector.register(bell, selectors.EVENT_READ)
        selector.select()
    if not result.done():
        raise CalledOffError
    return result.result()
