"""What was read of a backlog goes into the store: bytes at once, texts and words in large steps.

FTS5 writes a part of its index with each transaction, and joins the parts when there are sixteen:
20,000 letters cost it 3.4 s of processor in steps of 300 and 1.9 s in steps of 2,500 (measured).
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Final

from ..mailbox.errors import StoreError
from ..mailbox.packing import pack
from ..mailbox.store.backlog import (
    KeptLetter,
    ReadLetter,
    fetch_again,
    keep_bytes,
    next_kept,
    store_read,
)
from ..mailbox.store.changes import RecordKind
from ..mailbox.store.dictionaries import keep_dictionary, newest_dictionary
from ..mailbox.store.space import can_give_back, give_some_back
from ..mailbox.store.writer import StoreWriter, Transaction
from .backlog_work import train_dictionary

_SAMPLES: Final = 300
_LEAST_SAMPLE_BYTES: Final = 1 << 20
_SAMPLE_BYTES: Final = 16 << 20
_LARGEST_STEP: Final = 2_500  # letters
_LARGEST_STEP_CHARS: Final = 6_000_000  # of their texts
_WORTH_GIVING_BACK: Final = 2_000  # letters; of fewer what is empty is filled again soon
_LONGEST_WAIT_S: Final = 5.0  # of a letter that is read, for others of its step

Batch = tuple[KeptLetter, ...]
Read = tuple[ReadLetter | None, ...]
Packed = tuple[tuple[int, bytes, bool] | None, ...]


class BacklogStore:
    """Takes in letters that were read.

    The first ones are stored at once, for somebody may wait for them; the steps grow with what is
    stored already. What is lost before its step is read again: it still lies in the spool.
    """

    def __init__(self, writer: StoreWriter) -> None:
        self._writer = writer
        self._learned = b""
        self._waiting: list[ReadLetter] = []
        self._chars = 0
        self._stored = 0
        self._due_at = 0.0
        self._bytes: Future[None] | None = None  # of the last batch, on their way into the store

    @property
    def waiting(self) -> tuple[int, ...]:
        """The rows of letters whose bytes are stored, and whose texts are not yet."""
        return tuple(letter.id for letter in self._waiting)

    @property
    def due_in_s(self) -> float:
        """How long what waits may still wait for more; 0 for no longer, and for nothing."""
        return max(0.0, self._due_at - time.monotonic()) if self._waiting else 0.0

    def packed(self, batch: Batch) -> Packed:
        """The bytes of letters as they are to be kept; None for one that is not in the spool."""
        raws = self._writer.spool.read_all(letter.place for letter in batch)
        return tuple(
            None if raw is None else (letter.id, *pack(raw, self._learned))
            for letter, raw in zip(batch, raws, strict=True)
        )

    def add(self, batch: Batch, read: Read, packed: Packed) -> None:
        """Store letters, those that the spool has lost as to be fetched anew.

        Raises:
            StoreError: it can't be done; what is not stored stays in the spool.
        """
        self._settle()
        both = list(zip(batch, read, packed, strict=True))
        lost = [letter for letter, said, kept in both if said is None or kept is None]
        here = [(said, kept) for _, said, kept in both if said is not None and kept is not None]

        def job(tx: Transaction) -> None:
            keep_bytes(tx.db, [kept for _, kept in here])
            fetch_again(tx.db, lost)

        self._bytes = self._writer.submit(job, is_repeatable=True)
        if not self._waiting:
            self._due_at = time.monotonic() + _LONGEST_WAIT_S
        self._waiting += [said for said, _ in here]
        self._chars += sum(len(said.index[-1]) for said, _ in here)
        is_large = len(self._waiting) >= min(self._stored, _LARGEST_STEP)
        if is_large or self._chars >= _LARGEST_STEP_CHARS or not self.due_in_s:
            self.flush()

    def flush(self) -> None:
        """Store what waits for its step.

        Raises:
            StoreError: it can't be done; it is to be read again.
        """
        self._settle()
        letters, self._waiting, self._chars = self._waiting, [], 0
        if not letters:
            return

        def job(tx: Transaction) -> None:
            store_read(tx.db, letters)
            tx.changed(RecordKind.MESSAGE, [letter.id for letter in letters])

        self._writer.call(job, is_repeatable=True)
        self._stored += len(letters)

    def give_back(self, is_stopped: Callable[[], bool]) -> None:
        """Give back to the disk what FTS5 left empty when it joined the parts of its index.

        Raises:
            StoreError: it can't be done.
        """
        if self._stored >= _WORTH_GIVING_BACK:
            self._stored = 0
            if self._writer.call(lambda tx: can_give_back(tx.db)):
                while not is_stopped() and self._writer.call(
                    lambda tx: give_some_back(tx.db), is_repeatable=True
                ):
                    pass

    def _settle(self) -> None:
        """Wait until the bytes of the last batch are stored; where they are not, forget it all."""
        stored, self._bytes = self._bytes, None
        try:
            if stored is not None:
                stored.result()
        except StoreError:
            self._waiting, self._chars = [], 0
            raise

    def learn(self) -> None:
        """Learn what to compress letters with from the first few hundred that are here."""
        if not self._learned:
            self._learned = self._writer.call(lambda tx: newest_dictionary(tx.db))
        if not self._learned:
            letters = self._writer.call(lambda tx: next_kept(tx.db, _SAMPLES, _SAMPLE_BYTES))
            if sum(letter.place.length for letter in letters) >= _LEAST_SAMPLE_BYTES:
                learned = train_dictionary(self._writer.path.parent, letters)
                if learned:
                    self._writer.call(lambda tx: keep_dictionary(tx.db, learned))
                    self._learned = learned
