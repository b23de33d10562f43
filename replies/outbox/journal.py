"""The journal of held replies: an append-only file beside the database.

Each step of a held reply is one line, flushed to the disk before the database commits it. A
damaged database therefore loses no waiting reply; a line without its commit does no harm, since
a reply that is read back from here is paused until the seller decides.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from ...mailbox.account import Account
from .held_reply import LIVE, HeldReply
from .store import from_document, to_document

JOURNAL_NAME: Final = "held-replies.journal"
_REWRITE_ABOVE_BYTES: Final = 1_000_000


class Journal:
    """Writes the journal of one profile."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / JOURNAL_NAME

    def note(self, reply: HeldReply, account: Account) -> None:
        """Append a step and flush it to the disk.

        Raises:
            OSError: the disk is full or cannot be written.
        """
        line = json.dumps(
            {"account": account.to_document(), "reply": to_document(reply)}, ensure_ascii=False
        )
        # The line end before it closes a line that was torn when the program or the disk failed.
        entry = f"\n{line}\n".encode()
        handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            if os.write(handle, entry) < len(entry):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self._path))
            os.fsync(handle)
        finally:
            os.close(handle)

    def waiting(self) -> tuple[tuple[HeldReply, Account], ...]:
        """The replies that were on their way by the last line that names them."""
        last = {reply.message_id: (reply, account) for reply, account in self._entries()}
        return tuple((reply, account) for reply, account in last.values() if reply.state in LIVE)

    def shorten(self) -> None:
        """Rewrite a journal that has grown long, with what is still on its way.

        Nobody may write to it meanwhile.
        """
        if not self._path.exists() or self._path.stat().st_size < _REWRITE_ABOVE_BYTES:
            return
        fresh = Journal(self._path.parent)
        fresh._path = self._path.with_suffix(".new")
        fresh._path.unlink(missing_ok=True)
        for reply, account in self.waiting():
            fresh.note(reply, account)
        fresh._path.touch(mode=0o600)
        fresh._path.replace(self._path)

    def _entries(self) -> Iterable[tuple[HeldReply, Account]]:
        if not self._path.exists():
            return
        for line in self._path.read_bytes().splitlines():
            try:
                entry = json.loads(line)
                yield from_document(entry["reply"]), Account.from_document(entry["account"])
            except (KeyError, TypeError, ValueError):  # torn by a kill, or damaged with the disk
                continue
