"""The journal of held replies: an append-only file beside the database.

Each step of a held reply is one line, flushed to the disk before the database commits it; all
lines of one transaction bear its number, which the database keeps as well. A damaged database
therefore loses no waiting reply, and one that was put back from an older copy is known by its
number (see `reconciling`).

A transaction may fail after its lines were written. The next one to write then bears the same
number, and says by a line of its own that what stands there under it never happened. A small file
beside the journal keeps the last number that was committed for sure: without it, a database that
is older by one transaction would look like one whose program was killed.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from ...mailbox.account import Account
from ..errors import DAMAGED, PreferenceError
from .held_reply import LIVE, HeldReply
from .home_store import JOURNAL_NAME as JOURNAL_NAME  # callers find it here too
from .home_store import documents, stamp_of
from .store import from_document, to_document

COMMITTED_NAME: Final = "held-replies.committed"
_LONG_BYTES: Final = 1_000_000
_HUGE_BYTES: Final = 8_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: a reply after a step, its account, and the number of the transaction."""

    number: int
    reply: HeldReply
    account: Account


class Journal:
    """Reads and writes the journal of one profile."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / JOURNAL_NAME
        self._committed_path = folder / COMMITTED_NAME

    def write(self, entries: Sequence[Entry], *, void_from: int | None = None) -> None:
        """Append the steps of a transaction and flush them to the disk.

        Args:
            void_from: what stands there under this number or a later one was never committed.

        Raises:
            OSError: the disk is full or cannot be written.
        """
        lines = [_line(entry) for entry in entries]
        if void_from is not None:
            lines.insert(0, json.dumps({"void_from": void_from}))
        # The line end before it closes a line that was torn when the program or the disk failed.
        data = ("\n" + "".join(f"{line}\n" for line in lines)).encode()
        handle = os.open(self.path, os.O_WRONLY | os.O_CREAT, 0o600)
        try:
            end = os.lseek(handle, 0, os.SEEK_END)
            # A write that is killed, or finds the disk full, may have set the time of change and
            # no byte: the journal would look like a copy (see `stamp`). This is done or not done.
            os.ftruncate(handle, end + 1)
            os.lseek(handle, end, os.SEEK_SET)
            if os.write(handle, data) < len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self.path))
            os.fsync(handle)
        finally:
            os.close(handle)

    def note_committed(self, number: int) -> None:
        """Keep that the transaction of this number was committed.

        It is not flushed: a program that is killed leaves it behind all the same, and where the
        power fails, the database itself tells.
        """
        with contextlib.suppress(OSError):  # then the database alone tells
            handle = os.open(self._committed_path, os.O_WRONLY | os.O_CREAT, 0o600)
            try:
                os.write(handle, f"{number:020}".encode())
            finally:
                os.close(handle)

    def committed(self) -> int:
        """The last number that was committed for sure, 0 where none is known."""
        try:
            return int(self._committed_path.read_text(encoding="ascii"))
        except (OSError, ValueError):
            return 0

    def latest(self) -> tuple[Entry, ...]:
        """The last readable line of each reply, in the order of the file."""
        return tuple({entry.reply.message_id: entry for entry in self._committed()}.values())

    def stamp(self) -> str:
        """See `stamp_of`."""
        return stamp_of(self.path)

    @property
    def is_long(self) -> bool:
        """It has grown so long that it is worth rewriting."""
        return self._size() > _LONG_BYTES

    @property
    def is_huge(self) -> bool:
        """It has grown so long that reading it takes time."""
        return self._size() > _HUGE_BYTES

    def _size(self) -> int:
        return self.path.stat().st_size if self.path.exists() else 0

    def shorten(self) -> None:
        """Rewrite the journal with what is still on its way.

        Nobody may write to it meanwhile.
        """
        fresh = Journal(self.path.parent)
        fresh.path = self.path.with_suffix(".new")
        fresh.path.unlink(missing_ok=True)
        fresh.write([entry for entry in self.latest() if entry.reply.state in LIVE])
        fresh.path.replace(self.path)
        _flush_folder(self.path.parent)

    def _committed(self) -> list[Entry]:
        found: list[Entry] = []
        for document in documents(self.path):
            try:
                if "void_from" in document:
                    found = [entry for entry in found if entry.number < document["void_from"]]
                else:
                    found.append(_entry(document))
            except (*DAMAGED, PreferenceError):  # with the disk
                continue
        return found


def _flush_folder(folder: Path) -> None:
    """Make a new name in a folder durable, where the system can."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def last_number(entries: Iterable[Entry]) -> int:
    """The number of the last transaction that these lines tell of, 0 where there is none."""
    return max((entry.number for entry in entries), default=0)


def _entry(document: Mapping[str, Any]) -> Entry:
    return Entry(
        number=int(document.get("number", 0)),
        reply=from_document(document["reply"]),
        account=Account.from_document(document["account"]),
    )


def _line(entry: Entry) -> str:
    document = {
        "number": entry.number,
        "account": entry.account.to_document(),
        "reply": to_document(entry.reply),
    }
    return json.dumps(document, ensure_ascii=False)
