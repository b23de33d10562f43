"""SQL for a backlog: letters that are listed, then kept in the spool, then read."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ..gaps import Gap
from ..message import Content, ListedMessage
from ..packing import pack_text
from ..spool import SpoolPlace
from .conversations import OnAbsorbed
from .gaps import forget_gaps, gaps_by_message, note_gaps
from .message_rows import NewRow, Stage, content_columns, index_row, new_row, storable
from .messages import add_to_index, folder_columns, insert_new

_HEADING: Final = (
    "subject", "sender_name", "sender_address", "recipients", "internal_date", "defects",
)  # fmt: skip
_NO_GAPS: Final[Mapping[int, tuple[Gap, ...]]] = {}
_SELECT_KEPT: Final = (
    "SELECT m.id, s.file, s.start, s.length, m.subject, m.sender_name, m.sender_address,"
    " m.recipients, m.internal_date, m.defects FROM messages AS m"
    " JOIN spooled AS s ON s.message = m.id WHERE m.stage = ? AND m.stage < 2"
)


@dataclass(frozen=True, slots=True)
class KeptLetter:
    """A letter in the spool.

    Attributes:
        heading: what its header told: the columns that stand in the index beside its text, and
            the defects.
        gaps: what of it was left on the server.
    """

    id: int
    place: SpoolPlace
    internal_date: datetime
    heading: Mapping[str, str]
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadLetter:
    """A letter that was read, as it is to be stored.

    Attributes:
        columns: of its row, those that its header did not tell.
        index: its row in the index.
    """

    id: int
    columns: Mapping[str, str | bytes]
    index: tuple[int, str, str, str]


def read_letter(letter: KeptLetter, raw: bytes, content: Content | None = None) -> ReadLetter:
    """Read the bytes of a letter.

    Args:
        content: what it is to say, where its bytes are not to be read.
    """
    from ..mime import parse_content  # a sync that finds nothing new is spared 20 ms

    columns = storable(content_columns(content or parse_content(raw, letter.gaps)))
    columns["defects"] = "\n".join(filter(None, (letter.heading["defects"], columns["defects"])))
    index = index_row({**letter.heading, **columns, "id": letter.id})
    columns["text"] = pack_text(columns["text"])
    return ReadLetter(letter.id, columns, index)


def read_headers(listed: Iterable[ListedMessage]) -> list[NewRow]:
    """Read what headers tell; in whatever process."""
    from ..mime import parse_header  # as above

    return [new_row(one, parse_header(one.header)) for one in listed]


def store_listed(
    db: sqlite3.Connection,
    account_id: int,
    folder_id: int,
    batch: Iterable[NewRow],
    on_absorbed: OnAbsorbed | None = None,
) -> tuple[int, ...]:
    """Store what the headers of messages tell, each in its conversation; the result is their rows.

    Those that have a row already are left alone. For `on_absorbed` see `store_messages`.
    """
    # The newest first, as they will be read: each page of the file is filled then, and left.
    newest_first = sorted(batch, key=lambda row: row.columns["uid"], reverse=True)
    new = insert_new(db, account_id, folder_id, newest_first, Stage.LISTED, on_absorbed)
    return tuple(row["id"] for row in new)


def listed_only(db: sqlite3.Connection, folder_id: int) -> list[tuple[int, int]]:
    """UIDs and sizes of the messages of a folder that are still to be fetched, newest first."""
    rows = db.execute(
        # The pluses keep to the small index of letters that are not read yet.
        "SELECT uid, size FROM messages WHERE stage = ? AND stage < 2 AND +folder_id = ?"
        " AND +uid > 0 ORDER BY +uid DESC",
        (Stage.LISTED, folder_id),
    )
    return [(row["uid"], row["size"]) for row in rows]


def mark_kept(
    db: sqlite3.Connection,
    folder_id: int,
    places: Iterable[tuple[int, SpoolPlace]],
    gaps: Mapping[int, tuple[Gap, ...]] = _NO_GAPS,
) -> None:
    """Note where the messages (by UID) of a folder lie in the spool, and what they lack."""
    uid_validity = folder_columns(db, folder_id)["uid_validity"]
    kept = [(p.file, p.start, p.length, folder_id, uid_validity, uid) for uid, p in places]
    db.executemany(
        "INSERT OR REPLACE INTO spooled (message, file, start, length)"
        " SELECT id, ?, ?, ? FROM messages WHERE folder_id = ? AND uid_validity = ? AND uid = ?",
        kept,
    )
    db.execute(
        "UPDATE messages SET stage = ? WHERE folder_id = ? AND uid_validity = ?"
        " AND uid IN (SELECT value FROM json_each(?))",
        (Stage.KEPT, folder_id, uid_validity, json.dumps([uid for *_, uid in kept])),
    )
    for uid, missing in gaps.items():
        for row in db.execute(
            "SELECT id FROM messages WHERE folder_id = ? AND uid_validity = ? AND uid = ?",
            (folder_id, uid_validity, uid),
        ).fetchall():
            note_gaps(db, row["id"], missing)


def next_kept(
    db: sqlite3.Connection, most: int, most_bytes: int, but: Collection[int] = ()
) -> tuple[KeptLetter, ...]:
    """The letters to read next, newest first, bounded in count and bytes, at least one.

    Args:
        but: rows that are being read already.
    """
    rows = db.execute(
        _SELECT_KEPT + " AND m.id NOT IN (SELECT value FROM json_each(?))"  # noqa: S608 - ours
        " ORDER BY m.internal_date DESC LIMIT ?",
        (Stage.KEPT, json.dumps(list(but)), most),
    ).fetchall()
    chosen: list[sqlite3.Row] = []
    filled = 0
    for row in rows:
        filled += row["length"]
        if chosen and filled > most_bytes:
            break
        chosen.append(row)
    return _kept_letters(db, chosen)


def those_kept(db: sqlite3.Connection, wanted: Collection[int]) -> tuple[KeptLetter, ...]:
    """Those of the messages that lie in the spool."""
    rows = db.execute(
        _SELECT_KEPT + " AND m.id IN (SELECT value FROM json_each(?))",  # noqa: S608 - ours
        (Stage.KEPT, json.dumps(list(wanted))),
    )
    return _kept_letters(db, rows.fetchall())


def _kept_letters(db: sqlite3.Connection, rows: Sequence[sqlite3.Row]) -> tuple[KeptLetter, ...]:
    gaps = gaps_by_message(db, [row["id"] for row in rows])
    return tuple(
        KeptLetter(
            id=row["id"],
            place=SpoolPlace(row["file"], row["start"], row["length"]),
            internal_date=datetime.fromisoformat(row["internal_date"]),
            heading={name: row[name] for name in _HEADING},
            gaps=gaps.get(row["id"], ()),
        )
        for row in rows
    )


def is_unread(db: sqlite3.Connection) -> bool:
    """Whether letters wait in the spool."""
    return db.execute("SELECT 1 FROM spooled LIMIT 1").fetchone() is not None


def is_to_be_fetched(db: sqlite3.Connection) -> bool:
    """Whether there are letters of which only the header is here."""
    rows = db.execute(
        "SELECT 1 FROM messages WHERE stage = ? AND stage < 2 LIMIT 1", (Stage.LISTED,)
    )
    return rows.fetchone() is not None


def keep_bytes(db: sqlite3.Connection, packed: Iterable[tuple[int, bytes, bool]]) -> None:
    """Keep bytes of letters in the spool: row, bytes, and whether these are compressed.

    A letter counts as read only after `store_read`; until then its bytes may be kept once more.
    """
    db.executemany(
        "INSERT OR REPLACE INTO raw_messages (id, raw, packed)"
        " SELECT id, ?, ? FROM messages WHERE id = ? AND stage = ?",
        # In order, as the rows of messages lie: each page of the file is filled then, and left.
        [(kept, is_packed, row, Stage.KEPT) for row, kept, is_packed in sorted(packed)],
    )


def store_read(db: sqlite3.Connection, letters: Sequence[ReadLetter]) -> None:
    """Store what was read of letters whose bytes are kept; those gone meanwhile are left out."""
    rows = db.execute(
        "SELECT id FROM messages WHERE id IN (SELECT value FROM json_each(?)) AND stage = ?",
        (_ids(letters), Stage.KEPT),
    )
    here = {row["id"] for row in rows}
    letters = sorted((one for one in letters if one.id in here), key=lambda one: one.id)
    db.executemany(
        "UPDATE messages SET text = :text, attachments = :attachments, defects = :defects,"
        " stage = :stage WHERE id = :id",
        [{**letter.columns, "stage": Stage.READ, "id": letter.id} for letter in letters],
    )
    add_to_index(db, [letter.index for letter in letters])
    db.execute(
        "DELETE FROM spooled WHERE message IN (SELECT value FROM json_each(?))", (_ids(letters),)
    )


def fetch_again(db: sqlite3.Connection, letters: Sequence[KeptLetter]) -> None:
    """Have letters fetched anew whose place in the spool is empty."""
    for letter in letters:
        db.execute("DELETE FROM spooled WHERE message = ?", (letter.id,))
        forget_gaps(db, letter.id)
        db.execute(
            "UPDATE messages SET stage = ? WHERE id = ? AND stage = ?",
            (Stage.LISTED, letter.id, Stage.KEPT),
        )


def used_spool_files(db: sqlite3.Connection) -> frozenset[int]:
    """The numbers of the spool's files in which letters still wait to be read."""
    return frozenset(row["file"] for row in db.execute("SELECT DISTINCT file FROM spooled"))


def _ids(letters: Iterable[ReadLetter]) -> str:
    return json.dumps([letter.id for letter in letters])
