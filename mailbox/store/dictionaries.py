"""SQL for dictionaries: what the letters of a seller have in common, see `packing`."""

from __future__ import annotations

import sqlite3

from ..packing import dictionary_id, named_dictionary, unpack


def newest_dictionary(db: sqlite3.Connection) -> bytes:
    """The dictionary that letters are to be compressed with, b"" for none."""
    row = db.execute("SELECT content FROM dictionaries ORDER BY rowid DESC LIMIT 1").fetchone()
    return b"" if row is None else row["content"]


def keep_dictionary(db: sqlite3.Connection, dictionary: bytes) -> None:
    """Keep a dictionary for ever: letters need it to be read."""
    db.execute(
        "INSERT OR IGNORE INTO dictionaries (id, content) VALUES (?, ?)",
        (dictionary_id(dictionary), dictionary),
    )


def unpack_kept(db: sqlite3.Connection, kept: bytes) -> bytes:
    """The bytes of a letter that was compressed, with the dictionary that it names.

    Raises:
        ValueError: they are damaged.
    """
    named = named_dictionary(kept)
    row = db.execute("SELECT content FROM dictionaries WHERE id = ?", (named,)).fetchone()
    return unpack(kept, b"" if row is None else row["content"])
