"""Reads what lies in the spool in the test's own thread, as the reader of a program does."""

from __future__ import annotations

from fakes.desk import Desk

from softanswer.mailbox.packing import pack
from softanswer.mailbox.store.backlog import keep_bytes, next_kept, read_letter, store_read


def read_all(desk: Desk) -> int:
    """Read all that is kept; how many letters that were."""
    count = 0
    while kept := desk.read(next_kept, 100, 1 << 20):
        raws = [desk.writer.spool.read(one.place) for one in kept]
        packed = [(one.id, *pack(raw)) for one, raw in zip(kept, raws, strict=True)]
        desk.read(keep_bytes, packed)
        read = [read_letter(one, raw) for one, raw in zip(kept, raws, strict=True)]
        desk.read(store_read, read)
        count += len(kept)
    return count
