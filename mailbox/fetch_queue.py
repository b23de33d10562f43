"""Letters of a folder that are still to be fetched, and what is known of those that failed."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from typing import Final

from .errors import ConnectionFailedError, ProtocolError, ServerRefusedError
from .imap import ImapSession
from .message import FetchedMessage
from .sync_plan import (
    LARGEST_MESSAGE_BYTES,
    MOST_BYTES_IN_BATCH,
    START_OF_LARGE_BYTES,
    plan_batch,
)

_log = logging.getLogger(__name__)

_MOST_TRIES: Final = 3  # RELIABILITY C1


def whole_letters() -> int:
    """The limit for those who want every letter whole."""
    return 0


class FetchQueue:
    """UIDs and sizes in bytes, as they are wanted.

    A letter that breaks its batch is tried alone; after `_MOST_TRIES` failures it is hopeless, so
    that no other waits for it.

    Args:
        leaves_above: a letter of more bytes is fetched without its large files; 0 for none.

    Attributes:
        waiting: what is still to be asked for, the most wanted first.
        left_out: what the server did not hand out when it was last asked; it waits no more.
    """

    def __init__(self, leaves_above: Callable[[], int] = whole_letters) -> None:
        self._leaves_above = leaves_above
        self.waiting: list[tuple[int, int]] = []
        self.left_out: tuple[tuple[int, int], ...] = ()
        self._tries: Counter[int] = Counter()
        self._alone: set[int] = set()
        self._next: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.waiting)

    @property
    def top(self) -> int:
        """The highest UID that waits, 0 for none."""
        return max((uid for uid, _ in self.waiting), default=0)

    @property
    def first(self) -> int:
        """The UID that comes next, 0 for none."""
        return self.waiting[0][0] if self.waiting else 0

    def put_first(self, wanted: Iterable[tuple[int, int]]) -> None:
        """Add what is wanted before all that waits, the newest first."""
        self.waiting = [*sorted(wanted, reverse=True), *self.waiting]

    def bring_forward(self, uid: int) -> bool:
        """Have a letter fetched next; False where it does not wait."""
        found = next((one for one in self.waiting if one[0] == uid), None)
        if found is not None:
            self.waiting.remove(found)
            self.waiting.insert(0, found)
        return found is not None

    def drop(self, uids: Collection[int]) -> None:
        """Forget letters that are gone."""
        if uids:
            self.waiting = [one for one in self.waiting if one[0] not in uids]

    def clear(self) -> None:
        """Forget everything: the UIDs mean other letters now."""
        self.waiting = []
        self._tries.clear()
        self._alone.clear()

    def is_hopeless(self, uid: int) -> bool:
        """Whether a letter failed so often that it is not asked for again."""
        return self._tries[uid] >= _MOST_TRIES

    def has_failed(self, uid: int) -> bool:
        """Whether asking for a letter has failed before."""
        return self._tries[uid] > 0

    def fetch(self, session: ImapSession, most: int) -> tuple[FetchedMessage, ...]:
        """Fetch the next batch of the open folder, at most so many letters.

        Raises:
            MailError: the connection failed; what was being fetched waits on, and is tried alone.
        """
        batch = self._planned(session, most)
        if batch != self._next:
            session.take_in_ahead()
            batch = self._planned(session, most)
        self.left_out = ()
        self._next = self._following(session, most, batch)
        if not batch:
            return ()
        try:
            messages = self._fetched(session, batch)
        except (ConnectionFailedError, ProtocolError):
            self._note_failure(batch)
            raise
        except ServerRefusedError as error:
            _log.info("the server refused to hand out %s: %s", batch, error)
            if len(batch) > 1:
                self._note_failure(batch)
                return ()
            messages = ()
        got = {message.uid for message in messages}
        self.left_out = tuple(one for one in self.waiting[: len(batch)] if one[0] not in got)
        del self.waiting[: len(batch)]
        self._alone.difference_update(batch)
        # Of several, one may have spoilt the others' answers: each is asked for alone.
        (self._alone if len(batch) > 1 else self._tries).update(uid for uid, _ in self.left_out)
        return messages

    def fetch_asked_ahead(self, session: ImapSession) -> tuple[FetchedMessage, ...]:
        """Fetch what was asked for ahead, with nothing behind it; what is not handed out waits on.

        Raises:
            MailError: as `fetch`.
        """
        batch, self._next = self._next, ()
        try:
            messages = session.fetch_messages(batch) if batch else ()
        except (ConnectionFailedError, ProtocolError):
            self._note_failure(batch)
            raise
        except ServerRefusedError:
            return ()
        wanted = {uid for uid, _ in self.waiting}
        self.drop({message.uid for message in messages})
        return tuple(message for message in messages if message.uid in wanted)

    def _planned(self, session: ImapSession, most: int) -> tuple[int, ...]:
        """The next batch: the one that was asked for ahead, where it is still the next."""
        front = tuple(uid for uid, _ in self.waiting[: len(self._next)])
        alone = self._alone | self._large(most)
        if front and front == self._next and not alone.intersection(front):
            return front
        most_bytes = session.batch_bytes(MOST_BYTES_IN_BATCH)
        return plan_batch(self.waiting, most, alone, most_bytes)

    def _following(
        self, session: ImapSession, most: int, batch: tuple[int, ...]
    ) -> tuple[int, ...]:
        """The batch after this one, empty where a letter in either is to go alone."""
        rest = self.waiting[len(batch) :]
        if not rest or rest[0][1] > LARGEST_MESSAGE_BYTES:
            return ()
        alone = self._alone | self._large(len(batch) + most)
        most_bytes = session.batch_bytes(MOST_BYTES_IN_BATCH)
        following = plan_batch(rest, most, alone, most_bytes)
        return () if alone.intersection((*batch, *following)) else following

    def _large(self, most: int) -> set[int]:
        """Those of the next letters that are fetched alone, without their large files."""
        limit = self._leaves_above()
        return {uid for uid, size in self.waiting[:most] if size > limit} if limit else set()

    def _fetched(self, session: ImapSession, batch: tuple[int, ...]) -> tuple[FetchedMessage, ...]:
        uid, size = self.waiting[0]
        if len(batch) == 1 and self._large(1) and not self._tries[uid]:
            from .sparse_fetch import fetch_sparse  # it reads letters, as no-news syncs do not

            sparse = fetch_sparse(session, uid, size)
            if sparse is not None:
                return (sparse,)
        at_most_bytes = self._at_most_bytes(batch)
        following = self._next if at_most_bytes is None else ()
        return session.fetch_messages(batch, at_most_bytes, following)

    def _at_most_bytes(self, batch: tuple[int, ...]) -> int | None:
        _, size = self.waiting[0]
        is_last_try = self._tries[batch[0]] + 1 >= _MOST_TRIES
        if len(batch) == 1 and (size > LARGEST_MESSAGE_BYTES or is_last_try):
            return START_OF_LARGE_BYTES
        return None

    def _note_failure(self, batch: tuple[int, ...]) -> None:
        if len(batch) > 1:
            self._alone.update(batch)
        else:
            self._tries.update(batch)
