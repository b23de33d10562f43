"""Other threads' wishes to have a mailbox looked at now, and the answers they wait for."""

from __future__ import annotations

import threading

from .errors import ConnectionFailedError, MailError
from .sentence import Sentence


class LookRequests:
    """Numbers the wishes; a look that began after a wish answers it and all before it."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._asked = 0
        self._answered = 0
        self._refused = 0
        self._error: MailError | None = None
        self._closed: MailError | None = None

    def ask(self) -> int:
        """Wish for a look; the result is for `wait`.

        Raises:
            MailError: no look is possible until the seller does something.
        """
        with self._changed:
            if self._closed is not None:
                raise self._closed
            self._asked += 1
            return self._asked

    def wait(self, wish: int, timeout_s: float) -> None:
        """Wait for the look.

        Raises:
            MailError: the look failed, or did not come in time.
        """
        with self._changed:
            self._changed.wait_for(
                lambda: self._answered >= wish or self._refused >= wish or self._closed, timeout_s
            )
            if self._answered >= wish:
                return
            error = self._closed or (self._error if self._refused >= wish else None)
        raise error or ConnectionFailedError(
            Sentence(
                "Mail",
                "The mailbox could not be looked at in time, so the letter waits. Check the "
                "internet connection; it is tried again by itself.",
            )
        )

    @property
    def asked(self) -> int:
        """The number of the latest wish; taken before a look, to be answered after it."""
        with self._changed:
            return self._asked

    @property
    def is_open(self) -> bool:
        """Whether somebody is waiting for a look."""
        with self._changed:
            return max(self._answered, self._refused) < self._asked

    def answer(self, asked: int) -> None:
        """A look that began when `asked` was the latest wish has succeeded."""
        with self._changed:
            self._answered = max(self._answered, asked)
            self._changed.notify_all()

    def refuse(self, asked: int, error: MailError) -> None:
        """It has failed."""
        with self._changed:
            self._refused, self._error = max(self._refused, asked), error
            self._changed.notify_all()

    def close(self, error: MailError) -> None:
        """No look is possible for the time being."""
        with self._changed:
            self._closed = error
            self._changed.notify_all()

    def reopen(self) -> None:
        """Looks are possible again."""
        with self._changed:
            self._closed = None
