"""Other threads' wishes for attachments that are on the server, carried out by the sync."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection
from concurrent.futures import Future
from dataclasses import dataclass, field

from .errors import MailError

OnProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, eq=False)
class PartWish:
    """A wish for attachments of one message.

    Attributes:
        numbers: of the attachments, from 0; None for all that are missing.
        on_progress: hears how many bytes of how many are here, in the sync's thread.
        outcome: True when all is here, False when it was called off, else a `MailError`.
    """

    message_row: int
    numbers: frozenset[int] | None
    on_progress: OnProgress = field(repr=False)
    outcome: Future[bool] = field(default_factory=Future, repr=False)


class PartWishes:
    """Keeps the wishes in their order; every method may be called by any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: list[PartWish] = []
        self._closed: MailError | None = None

    def ask(
        self,
        message_row: int,
        numbers: Collection[int] | None,
        on_progress: OnProgress = lambda _came, _total: None,
    ) -> PartWish:
        """Wish for attachments; where that is hopeless now, it is refused at once."""
        chosen = None if numbers is None else frozenset(numbers)
        wish = PartWish(message_row, chosen, on_progress)
        with self._lock:
            closed = self._closed
            if closed is None:
                self._waiting.append(wish)
        if closed is not None:
            wish.outcome.set_exception(closed)
        return wish

    def call_off(self, wish: PartWish) -> None:
        """Want it no more; what came of it is kept."""
        if self._take(wish):
            wish.outcome.set_result(False)

    @property
    def next(self) -> PartWish | None:
        """The wish to carry out now."""
        with self._lock:
            return self._waiting[0] if self._waiting else None

    @property
    def is_open(self) -> bool:
        """Whether somebody is waiting."""
        return self.next is not None

    def fulfil(self, wish: PartWish) -> None:
        """All of it is here."""
        if self._take(wish):
            wish.outcome.set_result(True)

    def refuse(self, wish: PartWish, error: MailError) -> None:
        """It can't be had."""
        if self._take(wish):
            wish.outcome.set_exception(error)

    def refuse_all(self, error: MailError) -> None:
        """None can be had now."""
        while (wish := self.next) is not None:
            self.refuse(wish, error)

    def close(self, error: MailError) -> None:
        """None can be had for the time being."""
        with self._lock:
            self._closed = error
        self.refuse_all(error)

    def reopen(self) -> None:
        """They can be had again."""
        with self._lock:
            self._closed = None

    def _take(self, wish: PartWish) -> bool:
        """Take a wish from the list; False where another thread has done so."""
        with self._lock:
            is_waiting = wish in self._waiting
            if is_waiting:
                self._waiting.remove(wish)
        return is_waiting
