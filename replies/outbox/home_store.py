"""SQL for what the database knows of the journal beside it; light, for every start comes here."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

JOURNAL_NAME: Final = "held-replies.journal"


@dataclass(frozen=True, slots=True)
class JournalMark:
    """What the database knows of the journal beside it.

    Attributes:
        number: of the last transaction that wrote to it.
        home: the stamps of both files, "" where nothing was written yet.
    """

    number: int
    home: str


def load_journal_mark(db: sqlite3.Connection) -> JournalMark:
    """What was last written to the journal, and where."""
    row = db.execute("SELECT journal_number, home FROM outbox_flags").fetchone()
    return JournalMark(row["journal_number"], row["home"])


def save_journal_mark(db: sqlite3.Connection, mark: JournalMark) -> None:
    """Keep it, in the transaction that writes to the journal."""
    db.execute("UPDATE outbox_flags SET journal_number = ?, home = ?", (mark.number, mark.home))


def has_replies(db: sqlite3.Connection) -> bool:
    """Whether a reply was ever held."""
    return db.execute("SELECT 1 FROM held_replies LIMIT 1").fetchone() is not None


def home_of(db: sqlite3.Connection, journal: Path) -> str:
    """The stamps of both files as they are now: the inode of the database, and the journal's."""
    (name,) = db.execute("SELECT file FROM pragma_database_list WHERE name = 'main'").fetchone()
    return f"{Path(name).stat().st_ino} {stamp_of(journal)}"


def stamp_of(journal: Path) -> str:
    """What another file in its place would not have: inode, size, and time of change.

    The time of change is set by whoever writes a file, and cannot be given back to a copy.
    """
    try:
        status = journal.stat()
    except FileNotFoundError:
        return "0 0 0"
    return f"{status.st_ino} {status.st_size} {status.st_ctime_ns}"


def is_as_left(db: sqlite3.Connection, folder: Path, boot_id: str) -> bool:
    """Whether both files are those of the last transaction, and were seen since the last boot.

    Then, if the database has lost none of the replies, there is nothing to reconcile.
    """
    seen = db.execute("SELECT boot_id FROM steady_clock").fetchone()
    if seen is not None and seen["boot_id"] != boot_id:
        return False
    journal = folder / JOURNAL_NAME
    return load_journal_mark(db).home == home_of(db, journal) and _has_all(db, journal)


def _has_all(db: sqlite3.Connection, journal: Path) -> bool:
    noted = {
        document["reply"].get("message_id")
        for document in documents(journal)
        if isinstance(document.get("reply"), dict)
    }
    (found,) = db.execute(
        "SELECT count(DISTINCT message_id) FROM held_replies"
        " WHERE message_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(noted)),),
    ).fetchone()
    return bool(found == len(noted))


def documents(journal: Path) -> Iterator[dict[str, Any]]:
    """The lines of a journal, those left out that a kill has torn."""
    if not journal.exists():
        return
    for line in journal.read_bytes().splitlines():
        try:
            document = json.loads(line)
        except ValueError:
            continue
        if isinstance(document, dict):
            yield document
