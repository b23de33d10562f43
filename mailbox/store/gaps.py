"""SQL for attachments that were left on the server: the gaps in their letters, what came since.

What comes of a gap is kept in pieces as they come, so that nothing is fetched twice, whatever
breaks off in between.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..gaps import Gap, SparseLetter
from ..packing import pack, unpack
from .message_rows import damaged_message


@dataclass(frozen=True, slots=True)
class OpenGap:
    """A gap of which not all is here.

    Attributes:
        came: how many of its bytes are here, from its first one on.
    """

    id: int
    gap: Gap
    came: int


def note_gaps(db: sqlite3.Connection, message_row: int, gaps: Iterable[Gap]) -> None:
    """Note what of a message was left on the server, instead of what was noted before."""
    forget_gaps(db, message_row)
    db.executemany(
        "INSERT INTO gaps (message, start, length) VALUES (?, ?, ?)",
        ((message_row, gap.start, gap.length) for gap in gaps),
    )


def forget_gaps(db: sqlite3.Connection, message_row: int) -> None:
    """Forget the gaps of a message, and what came of them."""
    db.execute("DELETE FROM gaps WHERE message = ?", (message_row,))


def gaps_of(db: sqlite3.Connection, message_row: int) -> tuple[Gap, ...]:
    """What of a message did not come with it, in order."""
    return tuple(_gap(row) for row in _rows(db, message_row))


def gaps_by_message(
    db: sqlite3.Connection, message_rows: Iterable[int]
) -> dict[int, tuple[Gap, ...]]:
    """The same of several messages, of those that have gaps."""
    found: dict[int, tuple[Gap, ...]] = {}
    for row in db.execute(
        "SELECT message, start, length FROM gaps"
        " WHERE message IN (SELECT value FROM json_each(?)) ORDER BY message, start",
        (json.dumps(list(message_rows)),),
    ):
        found[row["message"]] = (*found.get(row["message"], ()), _gap(row))
    return found


def open_gaps(db: sqlite3.Connection, message_row: int) -> tuple[OpenGap, ...]:
    """What of a message is still to come, in order."""
    return tuple(
        OpenGap(row["id"], _gap(row), row["came"])
        for row in _rows(db, message_row)
        if row["came"] < row["length"]
    )


def gaps_of_files(
    db: sqlite3.Connection, message_row: int, numbers: Iterable[int] | None = None
) -> tuple[OpenGap, ...]:
    """The open gaps of some attachments, by their numbers from 0; of all, where none are named."""
    still_open = open_gaps(db, message_row)
    if numbers is None:
        return still_open
    row = db.execute("SELECT attachments FROM messages WHERE id = ?", (message_row,)).fetchone()
    files = [] if row is None else json.loads(row["attachments"])
    absent = [number for number, file in enumerate(files) if file[3:] == [False]]
    # Each absent file is one gap, in the same order: that is seen to before a letter gets gaps.
    wanted = set(numbers)
    return tuple(gap for number, gap in zip(absent, still_open, strict=False) if number in wanted)


def keep_piece(db: sqlite3.Connection, gap_id: int, piece: bytes) -> None:
    """Keep what came next of a gap."""
    kept, is_packed = pack(piece)
    db.execute(
        "INSERT INTO gap_pieces (gap, start, piece, packed)"
        " SELECT id, came, ?, ? FROM gaps WHERE id = ?",
        (kept, is_packed, gap_id),
    )
    db.execute("UPDATE gaps SET came = came + ? WHERE id = ?", (len(piece), gap_id))


def pieces_of(db: sqlite3.Connection, gap_id: int) -> Iterator[bytes]:
    """What came of a gap, piece by piece.

    Raises:
        StoreError: a piece is damaged.
    """
    for row in db.execute(
        "SELECT p.piece, p.packed, g.message FROM gap_pieces AS p JOIN gaps AS g ON g.id = p.gap"
        " WHERE p.gap = ? ORDER BY p.start",
        (gap_id,),
    ):
        try:
            yield unpack(row["piece"]) if row["packed"] else bytes(row["piece"])
        except ValueError as error:
            raise damaged_message(row["message"]) from error


def with_what_came(db: sqlite3.Connection, message_row: int, raw: bytes) -> SparseLetter:
    """A letter with those gaps filled of which all is here."""
    rows = _rows(db, message_row)
    letter = SparseLetter(raw, tuple(_gap(row) for row in rows))
    whole = {
        _gap(row): b"".join(pieces_of(db, row["id"]))
        for row in rows
        if row["came"] >= row["length"]
    }
    return letter.filled(whole) if whole else letter


def has_gaps(db: sqlite3.Connection, message_row: int) -> bool:
    """Whether a message came with gaps, be they filled by now or not."""
    row = db.execute("SELECT 1 FROM gaps WHERE message = ? LIMIT 1", (message_row,)).fetchone()
    return row is not None


def count_open(db: sqlite3.Connection) -> int:
    """How many attachments of all letters are on the server only."""
    (count,) = db.execute("SELECT count(*) FROM gaps WHERE came < length").fetchone()
    return int(count)


def _rows(db: sqlite3.Connection, message_row: int) -> list[sqlite3.Row]:
    return db.execute(
        "SELECT id, start, length, came FROM gaps WHERE message = ? ORDER BY start",
        (message_row,),
    ).fetchall()


def _gap(row: sqlite3.Row) -> Gap:
    return Gap(row["start"], row["length"])
