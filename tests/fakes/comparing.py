"""Is the store what the server is? An independent reader of both tells: imaplib and plain SQL."""

from __future__ import annotations

import hashlib
import imaplib
import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from softanswer.mailbox.account import Endpoint
from softanswer.mailbox.errors import StoreError
from softanswer.mailbox.store.database import open_for_reading
from softanswer.mailbox.store.messages import load_raw

_OWN_FLAGS = {"seen": "\\seen", "flagged": "\\flagged", "answered": "\\answered"}
_ROW_BITS = 30


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
    """Everything in which a store and its server differ, and whatever is wrong in the store."""
    on_server = Counter(seen_on_server(server, username, password, folders))
    with closing(open_for_reading(path)) as db:
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


def _sha256_here(db: sqlite3.Connection, message_row: int) -> str:
    try:
        return hashlib.sha256(load_raw(db, message_row)).hexdigest()
    except StoreError:
        return "no bytes"


def seen_on_server(
    server: Endpoint, username: str, password: str, folders: tuple[str, ...]
) -> Iterator[Seen]:
    """The messages of some folders of a server."""
    with imaplib.IMAP4(server.host, server.port, timeout=10) as client:
        client.login(username, password)
        for folder in folders:
            answer, _ = client.select(f'"{folder}"', readonly=True)
            if answer == "OK":
                (validity,) = client.response("UIDVALIDITY")[1]
                yield from _messages(client, folder, int(validity or b"0"))


def _messages(client: imaplib.IMAP4, folder: str, validity: int) -> Iterator[Seen]:
    _, items = client.uid("FETCH", "1:*", "(FLAGS BODY.PEEK[])")
    for item, rest in zip(items, [*items[1:], b""], strict=True):
        if not isinstance(item, tuple):
            continue
        line = item[0] + (rest if isinstance(rest, bytes) else b"")  # what follows the literal
        uid = re.search(rb"\bUID (\d+)", line)
        assert uid is not None, item[0]
        flags = (flag.decode().lower() for flag in imaplib.ParseFlags(line))
        yield Seen(
            folder,
            validity,
            int(uid[1]),
            hashlib.sha256(item[1]).hexdigest(),
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
