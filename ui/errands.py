"""Work for the seller that may take minutes and can be called off, away from the GUI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

from ..mailbox.wake_up import WakeUp
from ..mailbox.wire import CalledOffError

_log = logging.getLogger(__name__)

Work = Callable[[WakeUp], object]


class Errands(QObject):
    """Does one errand at a time; a newer one calls the older off.

    Signals:
        finished: carries (name, result).
        failed: carries (name, exception). An errand that was called off says nothing.
    """

    finished = Signal(str, object)
    failed = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._cancel = WakeUp()

    def start(self, name: str, work: Work) -> None:
        """Begin an errand; `work` gets the bell that calls it off, and must heed it."""
        self.call_off()
        self._cancel = WakeUp()
        self._pool.start(_Errand(self, name, work, self._cancel))

    def call_off(self) -> None:
        """End the errand that is under way; nothing more is heard of it."""
        self._cancel.ring()

    def stop(self) -> None:
        """Call off what is under way, and wait for its end."""
        self.call_off()
        self._pool.clear()
        self._pool.waitForDone()


class _Errand(QRunnable):
    def __init__(self, errands: Errands, name: str, work: Work, cancel: WakeUp) -> None:
        super().__init__()
        self._errands = errands
        self._name = name
        self._work = work
        self._cancel = cancel

    def run(self) -> None:
        try:
            result = self._work(self._cancel)
        except CalledOffError:
            return
        except Exception as error:  # noqa: BLE001 - the window says what failed
            _log.debug("%s failed: %s", self._name, type(error).__name__)
            if not self._cancel.is_rung():
                self._errands.failed.emit(self._name, error)
            return
        if not self._cancel.is_rung():
            self._errands.finished.emit(self._name, result)
