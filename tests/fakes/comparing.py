"""Is the store what the server is? An independent reader of both tells: imaplib and plain SQL."""

from __future__ import annotations

import hashlib
import imaplib
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from softanswer.mailbox.account import Endpoint
from softanswer.mailbox.errors import StoreError
from softanswer.mailbox.store.database import open_for_reading
from softanswer.mailbox.store.messages import load_letter

_OWN_FLAGS = {"seen": "\\seen", "flagged": "\\flagged", "answered": "\\answered"}
_ROW_BITS = 30
Gaps = dict[tuple[str, int, int], list[tuple[int, int]]]


@dataclass(frozen=True, order=True)
class Seen:
    """One message at its place: what must be equal on both sides."""

    folder: str
    uid_validity: int
    uid: int
    sha256: str
    flags: tuple[str, ...]


def differences(
    path: Path, server: Endpoint, username: str, password: str, folders: tuple[str, ...]
) -> list[str]:
    """Everything in which a store and its server differ, and whatever is wrong in the store.

    Of a letter with attachments that were left on the server, all bytes that are here are
    compared, and how many are missing where.
    """
    with closing(open_for_reading(path)) as db:
        on_server = Counter(seen_on_server(server, username, password, folders, gaps_in_store(db)))
        here = Counter(seen_in_store(db))
        found = [f"only on the server: {one}" for one in sorted((on_server - here).elements())]
        found += [f"only in the store: {one}" for one in sorted((here - on_server).elements())]
        return [*found, *_faults(db)]


def seen_in_store(db: sqlite3.Connection) -> Iterator[Seen]:
    """The messages of the store that a followed folder holds."""
    for row in db.execute(
        "SELECT m.*, f.name AS folder FROM messages AS m JOIN folders AS f ON f.id = m.folder_id"
        " WHERE m.uid > 0"
    ):
        flags = [flag for column, flag in _OWN_FLAGS.items() if row[column]]
        flags += row["other_flags"].lower().split()
        yield Seen(
            row["folder"],
            row["uid_validity"],
            row["uid"],
            _sha256_here(db, row["id"]),
            tuple(sorted(flags)),
        )


def gaps_in_store(db: sqlite3.Connection) -> Gaps:
    """What is missing of the letters of the store, by their places: first bytes and lengths."""
    found: Gaps = {}
    for row in db.execute(
        "SELECT f.name, m.uid_validity, m.uid, g.start, g.length FROM gaps AS g"
        " JOIN messages AS m ON m.id = g.message JOIN folders AS f ON f.id = m.folder_id"
        " WHERE g.came < g.length ORDER BY g.start"
    ):
        found.setdefault(tuple(row)[:3], []).append(tuple(row)[3:])
    return found


def _sha256_here(db: sqlite3.Connection, message_row: int) -> str:
    try:
        letter = load_letter(db, message_row)
    except StoreError:
        return "no bytes"
    return _sha256(letter.raw, [(gap.start, gap.length) for gap in letter.gaps])


def _sha256(here: bytes, gaps: Sequence[tuple[int, int]]) -> str:
    lacks = f" but for {gaps}" if gaps else ""
    return hashlib.sha256(here).hexdigest() + lacks


def _without(raw: bytes, gaps: Sequence[tuple[int, int]]) -> bytes:
    for start, length in sorted(gaps, reverse=True):
        raw = raw[:start] + raw[start + length :]
    return raw


def seen_on_server(
    server: Endpoint,
    username: str,
    password: str,
    folders: tuple[str, ...],
    gaps: Gaps | None = None,
) -> Iterator[Seen]:
    """The messages of some folders of a server, without these stretches of them."""
    with imaplib.IMAP4(server.host, server.port, timeout=10) as client:
        client.login(username, password)
        for folder in folders:
            answer, _ = client.select(f'"{folder}"', readonly=True)
            if answer == "OK":
                (validity,) = client.response("UIDVALIDITY")[1]
                yield from _messages(client, folder, int(validity or b"0"), gaps or {})


def _messages(client: imaplib.IMAP4, folder: str, validity: int, gaps: Gaps) -> Iterator[Seen]:
    _, items = client.uid("FETCH", "1:*", "(FLAGS BODY.PEEK[])")
    for item, rest in zip(items, [*items[1:], b""], strict=True):
        if not isinstance(item, tuple):
            continue
        line = item[0] + (rest if isinstance(rest, bytes) else b"")  # what follows the literal
        uid = re.search(rb"\bUID (\d+)", line)
        assert uid is not None, item[0]
        lacking = gaps.get((folder, validity, int(uid[1])), [])
        flags = (flag.decode().lower() for flag in imaplib.ParseFlags(line))
        yield Seen(
            folder,
            validity,
            int(uid[1]),
            _sha256(_without(item[1], lacking), lacking),
            tuple(sorted(flag for flag in flags if flag != "\\recent")),
        )


def _faults(db: sqlite3.Connection) -> Iterator[str]:
    """What does not fit together inside the store: rows, bytes and index."""
    (said,) = db.execute("PRAGMA integrity_check").fetchone()
    if said != "ok":
        yield f"integrity_check: {said}"
    for row in db.execute("PRAGMA foreign_key_check"):
        yield f"foreign_key_check: {tuple(row)}"
    messages = {row["id"] for row in db.execute("SELECT id FROM messages")}
    raws = {row["id"] for row in db.execute("SELECT id FROM raw_messages")}
    keys = [row["id"] for row in db.execute("SELECT id FROM message_search_docsize")]
    indexed = Counter(key & ((1 << _ROW_BITS) - 1) for key in keys)
    if raws != messages:
        yield f"messages without bytes, or bytes without message: {sorted(raws ^ messages)}"
    if indexed != Counter(messages):
        yield f"index rows and messages differ: {sorted((indexed - Counter(messages)).elements())}"
        yield f"not indexed: {sorted((Counter(messages) - indexed).elements())}"
