"""Space that deleted letters have left in the database, and how the disk gets it back.

What is deleted leaves empty pages, which new letters fill; so a database does not grow without
end, and only where much was deleted (an account, a folder that was numbered anew) is it worth to
give pages back. SQLite does so by moving the last page of the file into an empty one: in steps,
each a short transaction, that need no room on the disk and can be broken off. VACUUM would write
the whole file anew, twice, and keep everybody from writing meanwhile; only a database that was
made without `auto_vacuum` needs it, once.
"""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..errors import StoreFullError
from ..sentence import Sentence
from .database import open_for_writing, translated_errors

_STEP_PAGES: Final = 128  # 1 MB; 15 ms
_LEAST_BYTES: Final = 32 << 20
_LEAST_SHARE: Final = 0.2
_INCREMENTAL: Final = 2  # of PRAGMA auto_vacuum
_OPERATIONS_A_LOOK: Final = 1_000_000  # of SQLite's machine, between two looks at the clock
_TELL_EVERY_S: Final = 2.0


@dataclass(frozen=True, slots=True)
class Space:
    """What the database takes on the disk, and what of it is empty, in bytes."""

    size: int
    empty: int

    @property
    def is_worth_giving_back(self) -> bool:
        """There is more than new letters fill soon."""
        return self.empty >= max(_LEAST_BYTES, int(_LEAST_SHARE * self.size))


def space_of(db: sqlite3.Connection) -> Space:
    """What a database takes."""
    page, pages, empty = (
        int(db.execute(f"PRAGMA {what}").fetchone()[0])
        for what in ("page_size", "page_count", "freelist_count")
    )
    return Space(page * pages, page * empty)


def can_give_back(db: sqlite3.Connection) -> bool:
    """Whether it can be done in steps."""
    (mode,) = db.execute("PRAGMA auto_vacuum").fetchone()
    return bool(mode == _INCREMENTAL)


def give_some_back(db: sqlite3.Connection) -> bool:
    """Take one step, within a transaction; whether anything is left to give back.

    The file itself becomes smaller when its log is next copied into it.
    """
    for _ in range(_STEP_PAGES):
        # Python's sqlite3 lets a statement without columns do its first page only.
        db.execute("PRAGMA incremental_vacuum(1)")
    (left,) = db.execute("PRAGMA freelist_count").fetchone()
    return bool(left)


def rebuild(path: Path, tell: Callable[[float], None]) -> None:
    """Write a database anew that was made without steps, so that it can take them from now on.

    Nobody else may use it meanwhile. Broken off, it is as it was.

    Args:
        tell: hears every two seconds how many have passed.

    Raises:
        StoreFullError: the disk has no room for two more of it; nothing was done.
        StoreError: it cannot be used.
    """
    needed = 2 * path.stat().st_size  # a copy, and the log through which it comes back
    free = shutil.disk_usage(path.parent).free
    if free < needed:
        raise StoreFullError(
            Sentence(
                "Store",
                "Making the database smaller takes {needed} MB on the disk of {folder} for a "
                "while, and only {free} MB are left. Nothing was changed: make room, then try "
                "again.",
            ).format(needed=needed // 1_000_000 + 1, folder=path.parent, free=free // 1_000_000)
        )
    with translated_errors(path):
        db = open_for_writing(path)
        try:
            _tell_time(db, tell)
            db.execute("PRAGMA auto_vacuum = INCREMENTAL")
            db.execute("VACUUM")
            db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            db.close()


def _tell_time(db: sqlite3.Connection, tell: Callable[[float], None]) -> None:
    began = told = time.monotonic()

    def look() -> int:
        nonlocal told
        now = time.monotonic()
        if now - told >= _TELL_EVERY_S:
            told = now
            tell(now - began)
        return 0

    db.set_progress_handler(look, _OPERATIONS_A_LOOK)
