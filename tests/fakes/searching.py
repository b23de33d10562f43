"""A search as the seller types it, answered with messages."""

from __future__ import annotations

import sqlite3

from builders import NOON

from softanswer.mailbox.message import StoredMessage
from softanswer.mailbox.store.messages import load_message
from softanswer.replies.search.parsing import parse
from softanswer.replies.search.store import find


def search(db: sqlite3.Connection, typed: str, limit: int = 50) -> tuple[StoredMessage, ...]:
    """The messages that fit, newest first; it is noon, UTC."""
    query = parse(typed, NOON.date()).query
    return tuple(load_message(db, row) for row in find(db, query, limit, NOON, NOON.tzinfo))
