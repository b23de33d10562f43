"""When the postman without a window may work: whenever no window is open, until it is ended."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ...mailbox.errors import ProfileInUseError
from ...mailbox.sentence import Sentence
from ...mailbox.store.lock import ProfileLock, StandbyMark, WindowWish, is_held
from .output import complain

_ENDING: Final = (signal.SIGTERM, signal.SIGINT)
_POLL_S: Final = 1.0


class StandbyEndedError(Exception):
    """It was told to end while it waited for its turn."""


class Standby:
    """Stands by on a profile, and gives way to every window."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._is_ended = False
        self._has_told = False

    def end(self) -> None:
        """Let no turn begin any more, and the one that runs end as soon as it can."""
        self._is_ended = True

    def may_go_on(self) -> bool:
        """Tell whether the turn goes on: nobody has ended it, and no window wants the profile."""
        return not self._is_ended and not is_held(WindowWish, self._folder)

    @contextmanager
    def standing_by(self) -> Iterator[None]:
        """Be the one that stands by; SIGTERM or Ctrl+C end it behind the letter that is in hand.

        A KeyboardInterrupt that is raised in a finaliser would be lost, so none is raised.

        Raises:
            StandbyEndedError: it was ended before it could begin.
        """
        before = {one: signal.signal(one, lambda *_: self.end()) for one in _ENDING}
        try:
            with self._waited_for(StandbyMark):
                yield
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait until no window has the profile or wants it, and have it.

        Raises:
            StandbyEndedError: it was ended meanwhile.
        """
        with self._waited_for(ProfileLock):
            yield
        if not self._is_ended:
            self._tell(
                Sentence("Console", "a window opens: the postman steps aside until it is closed")
            )

    def _waited_for(self, kind: type[ProfileLock]) -> ProfileLock:
        while not self._is_ended:
            try:
                if not is_held(WindowWish, self._folder):
                    lock = kind(self._folder)
                    self._tell_of_end()
                    return lock
            except ProfileInUseError:
                running = Sentence(
                    "Console",
                    "Soft Answer runs on {folder} already; the postman waits until it is closed",
                )
                self._tell(running.format(folder=self._folder))
            time.sleep(_POLL_S)
        raise StandbyEndedError

    def _tell(self, why: str) -> None:
        """Say once why nothing is done."""
        if not self._has_told:
            complain(why)
        self._has_told = True

    def _tell_of_end(self) -> None:
        if self._has_told:
            complain(Sentence("Console", "the postman goes on"))
        self._has_told = False
