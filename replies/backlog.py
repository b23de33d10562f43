"""BacklogReader: reads what a first sync or a long absence has left in the spool, newest first."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from ..mailbox.errors import StoreError
from ..mailbox.message import Content, Message, StoredMessage
from ..mailbox.store.backlog import (
    KeptLetter,
    ReadLetter,
    is_to_be_fetched,
    next_kept,
    read_letter,
    those_kept,
    used_spool_files,
)
from ..mailbox.store.writer import StoreWriter, Transaction
from ..mailbox.wake_up import WakeUp
from ..mailbox.work_process import WorkFailedError
from .backlog_store import BacklogStore, Batch, Packed, Read
from .backlog_work import judge_messages, notices_in, read_letters
from .cases.case import Judgement
from .cases.unjudged_store import OLD_MAIL, next_unjudged
from .intake import ShopIntake
from .orders.from_mail.store import looked_at
from .orders.order import Notice
from .put_off import PutOff, notices_put_off

_log = logging.getLogger(__name__)

_MOST_LETTERS: Final = 400
_MOST_WANTED: Final = 16  # letters that were opened one after another; the last ones count
_MOST_BYTES: Final = 4 << 20
_AT_ONCE: Final = 50  # so few are read here: the first screen does not wait for a process
_FRESH: Final = timedelta(days=3)  # so young letters are judged before older ones are read
_EVER: Final = timedelta(days=365 * 40)
_MOST_JUDGED: Final = 16  # some 40 ms each
_IN_FLIGHT: Final = 5  # batches: enough to go on with while a large step is stored
_FEW_IN_FLIGHT: Final = 2  # from so few on, more are looked for
_AFTER_STORE_PROBLEM_S: Final = 30.0


class BacklogReader:
    """Reads, judges and stores in batches; `run` blocks until `stop`.

    Args:
        judges_older: in idle hours letters are judged, too, that can be owed no answer.
    """

    def __init__(
        self, writer: StoreWriter, intake: ShopIntake, *, judges_older: bool = True
    ) -> None:
        self._judges_older = judges_older
        self._writer = writer
        self._intake = intake
        self._process = writer.work
        self._in_flight: deque[tuple[Batch, Future[Read]]] = deque()
        self._store = BacklogStore(writer)
        self._asked: deque[int] = deque(maxlen=_MOST_WANTED)  # filled by any thread
        self._wanted: deque[int] = deque(maxlen=_MOST_WANTED)  # the reader's own
        self._has_read = False
        self._is_last = False  # nothing comes any more
        self._judged_down_to: datetime | None = None  # no older letter is judged, as far as known
        self._wake = WakeUp()
        self._stop = WakeUp()

    def run(self) -> None:
        """Read what there is, and whatever comes, until `stop`; then `close` it, or `finish`."""
        while not self._stop.is_rung():
            self._wake.clear()
            try:
                if self.work() or (self._judges_older and self.judge_older()):
                    continue
                self._wake.wait(_AFTER_STORE_PROBLEM_S)
            except StoreError as error:
                _log.warning("reading a backlog: %s", error)
                self._stop.wait(_AFTER_STORE_PROBLEM_S)

    def wake(self) -> None:
        """There is something to read."""
        self._wake.ring()

    def want(self, message_row: int) -> None:
        """The seller has opened a letter: it is read before all others, once it is fetched."""
        self._asked.append(message_row)
        self._wake.ring()

    def stop(self) -> None:
        """End `run` after the batch that is being stored."""
        self._stop.ring()
        self._wake.ring()

    def abort(self) -> None:
        """End `run` at once; what is being read is read again next time."""
        self.stop()
        self._process.stop()

    def close(self) -> None:
        """End the process that reads; what was not stored is read again next time."""
        self._in_flight.clear()
        self._process.stop()

    def finish(self) -> None:
        """Read all there is.

        Raises:
            StoreError: it can't be stored.
        """
        self._stop.clear()
        self._is_last = True
        while self.work():
            pass
        self.close()

    def work(self) -> bool:
        """Do the next piece of work; False when there is none.

        Raises:
            StoreError: it can't be stored; it stays in the spool.
        """
        return (
            self._read_wanted()
            or self._judge_some(_FRESH)
            or self._read_some()
            or self._judge_some(OLD_MAIL)
            or self._look_for_notices(also_old=False)
            or self._tidy()
        )

    def judge_older(self) -> bool:
        """Judge some of the letters that are too old to be owed an answer; False for none left.

        Their kind and heat are wanted for searching only, so this is for idle hours; and so are
        the notices of orders in letters that were here before such were read.

        Raises:
            StoreError: it can't be stored.
        """
        return self._judge_some(_EVER, self._judged_down_to) or self._look_for_notices(
            also_old=True
        )

    def _read_wanted(self) -> bool:
        while self._asked:
            self._wanted.append(self._asked.popleft())
        if not self._wanted:
            return False
        letters = self._writer.call(lambda tx: those_kept(tx.db, self._wanted))
        if letters:
            self._read_here(letters)
            read = {letter.id for letter in letters}
            left = (row for row in self._wanted if row not in read)
            self._wanted = deque(left, _MOST_WANTED)
        return bool(letters)

    def _read_some(self) -> bool:
        if len(self._in_flight) <= _FEW_IN_FLIGHT:
            letters = self._next_letters()
            if letters and not self._in_flight and len(letters) <= _AT_ONCE:
                self._read_here(letters)
                return True
            for batch in _batches(letters):
                future = self._process.submit(read_letters, self._writer.path.parent, batch)
                self._in_flight.append((batch, future))
        if not self._in_flight:
            if self._is_worth_waiting() and self._wake.wait(self._store.due_in_s):
                self._wake.clear()  # there are more
                return True
            self._store.flush()
            return False
        batch, future = self._in_flight.popleft()
        self._store.learn()
        packed = self._store.packed(batch)  # while the process reads
        try:
            self._take_in(batch, self._process.result(future), packed)
        except WorkFailedError:
            self._in_flight.clear()
            if not self._stop.is_rung():
                self._read_one_by_one(batch)
        return True

    def _next_letters(self) -> Batch:
        """The letters to read next, but those that are read, or being read, already."""
        busy = [letter.id for batch, _ in self._in_flight for letter in batch]
        busy += self._store.waiting
        free = _IN_FLIGHT - len(self._in_flight)
        return self._writer.call(
            lambda tx: next_kept(tx.db, free * _MOST_LETTERS, free * _MOST_BYTES, busy)
        )

    def _is_worth_waiting(self) -> bool:
        """Whether what was read may wait for others of its step: more are still to be fetched."""
        return bool(
            not self._is_last
            and self._store.due_in_s
            and self._writer.call(lambda tx: is_to_be_fetched(tx.db))
        )

    def _read_here(self, batch: Batch) -> None:
        """Read letters without the process, and store them at once."""
        read = read_letters(self._writer.path.parent, batch)
        self._take_in(batch, read, self._store.packed(batch))
        self._store.flush()

    def _read_one_by_one(self, batch: Batch) -> None:
        """One letter of the batch has killed the process, or keeps it busy for ever."""
        for letter in batch:
            if self._stop.is_rung():
                return
            # Twice, for the process may have died of what a sync had it do.
            if self._is_read_alone(letter) or self._is_read_alone(letter):
                continue
            if self._process.is_able():
                _log.warning("message %d could not be read", letter.id)
                one = (letter,)
                self._take_in(one, (self._unread(letter),), self._store.packed(one))
            else:  # it is not the letter: no process can be started here
                self._read_here((letter,))

    def _is_read_alone(self, letter: KeptLetter) -> bool:
        one = (letter,)
        packed = self._store.packed(one)
        future = self._process.submit(read_letters, self._writer.path.parent, one)
        try:
            self._take_in(one, self._process.result(future), packed)
        except WorkFailedError:
            return False
        return True

    def _unread(self, letter: KeptLetter) -> ReadLetter | None:
        """What is shown of a letter that nobody can read; its bytes are kept."""
        raw = self._writer.spool.read(letter.place)
        if raw is None:
            return None
        said = Content(
            text="This letter could not be read. Look at it with your provider's webmail.",
            defects=("reading it did not come to an end",),
        )
        return read_letter(letter, raw, content=said)

    def _take_in(self, batch: Batch, read: Read, packed: Packed) -> None:
        self._store.add(batch, read, packed)
        self._has_read = True
        self._judged_down_to = None

    def _judge_some(self, younger_than: timedelta, before: datetime | None = None) -> bool:
        now = self._intake.now()
        since, until = now - younger_than, before or now + _EVER
        letters = self._writer.call(lambda tx: next_unjudged(tx.db, since, until, _MOST_JUDGED))
        if not letters:
            return False
        self._judged_down_to = letters[-1].internal_date
        messages = [letter.message for letter in letters]
        try:
            judged = self._process.result(self._process.submit(judge_messages, messages))
        except WorkFailedError:
            self._in_flight.clear()
            if self._stop.is_rung():
                return False
            judged = self._judged_one_by_one(messages)
        pairs = list(zip(letters, judged, strict=True))
        self._writer.call(lambda tx: self._intake.commit_judged(tx, pairs))
        return True

    def _look_for_notices(self, *, also_old: bool) -> bool:
        """Read what some letters of marketplaces and carriers say of orders."""
        here = self._writer.call(lambda tx: notices_put_off(tx, also_old=also_old))
        if not here.passed:
            return False
        letters = [(one.raw, one.stored.message, one.stored.internal_date) for one in here.letters]
        try:
            read = (
                self._process.result(self._process.submit(notices_in, letters)) if letters else ()
            )
        except WorkFailedError:
            self._in_flight.clear()
            if self._stop.is_rung():
                return False
            _log.warning("%d letters could not be read for notices", len(letters))
            read = tuple(() for _ in letters)
        pairs = [(one.stored, notices) for one, notices in zip(here.letters, read, strict=True)]
        self._writer.call(lambda tx: self._keep_notices(tx, here, pairs))
        return True

    def _keep_notices(
        self,
        tx: Transaction,
        here: PutOff,
        pairs: Sequence[tuple[StoredMessage, Sequence[Notice]]],
    ) -> None:
        self._intake.commit_notices(tx, pairs)
        looked_at(tx, here.passed)

    def _judged_one_by_one(self, messages: Sequence[Message]) -> tuple[Judgement, ...]:
        judged: list[Judgement] = []
        for message in messages:
            try:
                judged += self._process.result(self._process.submit(judge_messages, [message]))
            except WorkFailedError:
                if self._process.is_able():
                    _log.warning("%s could not be judged", message.message_id)
                    message = replace(message, text="")  # noqa: PLW2901 - by its subject, then
                judged += judge_messages([message])
        return tuple(judged)

    def _tidy(self) -> bool:
        """Remove what is not needed any more from the spool."""
        if self._has_read:
            self._store.give_back(self._stop.is_rung)
            self._writer.flush()
            self._writer.spool.tidy(lambda: self._writer.call(lambda tx: used_spool_files(tx.db)))
        self._has_read = False
        return False


def _batches(letters: Batch) -> Iterator[Batch]:
    """Letters in pieces that are bounded in count and bytes."""
    start = filled = 0
    for end, letter in enumerate(letters):
        size = letter.place.length
        if end - start == _MOST_LETTERS or (end > start and filled + size > _MOST_BYTES):
            yield letters[start:end]
            start, filled = end, 0
        filled += size
    if letters:
        yield letters[start:]
