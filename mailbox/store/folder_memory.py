"""SQL for what the store knows of a folder before the server is asked."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from .backlog import listed_only
from .folders import Folder, find_folder


@dataclass(frozen=True, slots=True)
class FolderMemory:
    """A folder as it was left.

    Attributes:
        count: of its stored messages.
        top_uid: the highest among them, 0 for none.
        listed_only: UIDs and sizes of those of which only the header is here, newest first.
    """

    folder: Folder
    count: int
    top_uid: int
    listed_only: list[tuple[int, int]]


def recall(db: sqlite3.Connection, account_id: int, name: str) -> FolderMemory | None:
    """What is known of a folder, None where it was never looked at."""
    folder = find_folder(db, account_id, name)
    if folder is None:
        return None
    row = db.execute(
        "SELECT count(*) AS n, coalesce(max(uid), 0) AS top FROM messages WHERE folder_id = ?",
        (folder.id,),
    ).fetchone()
    return FolderMemory(folder, row["n"], row["top"], listed_only(db, folder.id))
