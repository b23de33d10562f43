"""SQL for folders: what is known of each, and what a look at the server changes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import Final

from ..sync_plan import StoredIdentity
from .changes import RecordKind
from .elsewhere import leave_folder
from .message_rows import flag_columns, flags_of, utc_text
from .messages import WRITE_FLAGS
from .server_changes import pending_flags, with_pending
from .writer import Transaction

_SETTLING: Final = frozenset({"\\answered", "\\deleted"})


class FolderRole(Enum):
    """What a folder is for."""

    INBOX = "inbox"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Folder:
    """A synced folder.

    Attributes:
        highest_modseq: up to which state its flags are known (RFC 7162), 0 for none.
        looked_at: when the server was last asked for its news.
    """

    id: int
    account_id: int
    name: str
    role: FolderRole
    uid_validity: int
    highest_modseq: int
    looked_at: datetime | None


@dataclass(frozen=True, slots=True)
class Touched:
    """The rows of the messages that were changed or deleted, and their conversations."""

    messages: frozenset[int] = frozenset()
    conversations: frozenset[int] = frozenset()


def ensure_folder(
    db: sqlite3.Connection, account_id: int, name: str, role: FolderRole, uid_validity: int
) -> Folder:
    """The folder of an account with this name, stored now where there is none."""
    db.execute(
        "INSERT INTO folders (account_id, name, role, uid_validity) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (account_id, name) DO UPDATE SET role = excluded.role",
        (account_id, name, role.value, uid_validity),
    )
    folder = find_folder(db, account_id, name)
    if folder is None:
        raise AssertionError("it was stored right now")
    return folder


def find_folder(db: sqlite3.Connection, account_id: int, name: str) -> Folder | None:
    """The folder of an account with this name, None where it is not stored."""
    row = db.execute(
        "SELECT * FROM folders WHERE account_id = ? AND name = ?", (account_id, name)
    ).fetchone()
    return None if row is None else _folder(row)


def load_folders(db: sqlite3.Connection, account_id: int) -> tuple[Folder, ...]:
    """The folders of an account, INBOX first."""
    rows = db.execute(
        "SELECT * FROM folders WHERE account_id = ? ORDER BY role, upper(name) <> 'INBOX', name",
        (account_id,),
    )
    return tuple(_folder(row) for row in rows)


def known_flags(db: sqlite3.Connection, folder_id: int) -> dict[int, frozenset[str]]:
    """The flags of every stored message of a folder, by UID."""
    rows = db.execute(
        "SELECT uid, seen, flagged, answered, other_flags FROM messages"
        " WHERE folder_id = ? AND uid > 0",
        (folder_id,),
    )
    seen: dict[tuple[object, ...], frozenset[str]] = {}  # few differ, of tens of thousands
    known: dict[int, frozenset[str]] = {}
    for row in rows:
        columns = row[1:]
        flags = seen.get(columns)
        if flags is None:
            flags = seen[columns] = flags_of(row)
        known[row[0]] = flags
    return known


def note_look(db: sqlite3.Connection, folder_id: int, highest_modseq: int, at: datetime) -> None:
    """Note that a folder was looked at, and up to which state its flags are now stored."""
    db.execute(
        "UPDATE folders SET highest_modseq = ?, looked_at = ? WHERE id = ?",
        (highest_modseq, utc_text(at), folder_id),
    )


def apply_flags(tx: Transaction, folder_id: int, flags: Mapping[int, frozenset[str]]) -> Touched:
    """Store flags as the server has them.

    A flag that was changed here and is not on the server yet stays as it was changed here. The
    conversations of the result are those of which a message was answered or marked as deleted, or
    is no longer: other flags say nothing of what a conversation waits for.
    """
    rows = tx.db.execute(
        "SELECT id, uid, conversation_id, seen, flagged, answered, other_flags FROM messages"
        " WHERE folder_id = ? AND uid IN (SELECT value FROM json_each(?))",
        (folder_id, json.dumps(list(flags))),
    ).fetchall()
    pending = pending_flags(tx.db, [row["id"] for row in rows])
    changed, written, settled = [], [], set()
    for row in rows:
        new = with_pending(flags[row["uid"]], pending.get(row["id"], ()))
        if new != flags_of(row):
            written.append({**flag_columns(new), "id": row["id"]})
            changed.append(row)
            if _settling(new) != _settling(flags_of(row)):
                settled.add(row["conversation_id"])
    tx.db.executemany(WRITE_FLAGS, written)
    return replace(_noted(tx, changed), conversations=frozenset(settled))


def forget_uids(tx: Transaction, folder_id: int, uids: Collection[int]) -> Touched:
    """Let go of messages that are gone from the server's folder; what is needed is kept."""
    rows = tx.db.execute(
        "SELECT id, conversation_id FROM messages"
        " WHERE folder_id = ? AND uid IN (SELECT value FROM json_each(?))",
        (folder_id, json.dumps(list(uids))),
    ).fetchall()
    leave_folder(tx, [row["id"] for row in rows])
    return _noted(tx, rows)


def stored_identities(db: sqlite3.Connection, folder_id: int) -> tuple[StoredIdentity, ...]:
    """What tells the stored messages of a folder apart, whatever their UIDs."""
    rows = db.execute(
        "SELECT id, message_id, internal_date, size FROM messages WHERE folder_id = ? AND uid > 0",
        (folder_id,),
    )
    return tuple(
        StoredIdentity(
            row["id"],
            row["message_id"],
            row["size"],
            datetime.fromisoformat(row["internal_date"]),
        )
        for row in rows
    )


def renumber(
    tx: Transaction, folder_id: int, uid_validity: int, new_uids: Mapping[int, int]
) -> Touched:
    """Give messages (by row) the UIDs that the server calls them by now; let go of the others."""
    rows = tx.db.execute(
        "SELECT id, conversation_id FROM messages WHERE folder_id = ? AND uid > 0", (folder_id,)
    ).fetchall()
    lost = [row for row in rows if row["id"] not in new_uids]
    leave_folder(tx, [row["id"] for row in lost])
    # In two steps: two messages may have swapped their UIDs.
    tx.db.execute("UPDATE messages SET uid = -id WHERE folder_id = ?", (folder_id,))
    tx.db.executemany(
        "UPDATE messages SET uid = ?, uid_validity = ? WHERE id = ?",
        ((uid, uid_validity, message_row) for message_row, uid in new_uids.items()),
    )
    tx.db.execute(
        "UPDATE folders SET uid_validity = ?, highest_modseq = 0 WHERE id = ?",
        (uid_validity, folder_id),
    )
    return _noted(tx, lost)


def _settling(flags: Iterable[str]) -> frozenset[str]:
    return _SETTLING & {flag.lower() for flag in flags}


def _noted(tx: Transaction, rows: Iterable[sqlite3.Row]) -> Touched:
    ids = {row["id"]: row["conversation_id"] for row in rows}
    touched = Touched(frozenset(ids), frozenset(ids.values()))
    if ids:
        tx.changed(RecordKind.MESSAGE, touched.messages)
        tx.changed(RecordKind.CONVERSATION, touched.conversations)
    return touched


def _folder(row: sqlite3.Row) -> Folder:
    return Folder(
        id=row["id"],
        account_id=row["account_id"],
        name=row["name"],
        role=FolderRole(row["role"]),
        uid_validity=row["uid_validity"],
        highest_modseq=row["highest_modseq"],
        looked_at=None if row["looked_at"] is None else datetime.fromisoformat(row["looked_at"]),
    )
