"""SQL for the seller's own figures of carrier services."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from functools import lru_cache

from ...mailbox.store.changes import RecordKind
from ...mailbox.store.writer import Transaction
from .own_services import OwnService, from_json, in_force, to_json
from .services import Service


def save_own_services(tx: Transaction, own: Sequence[OwnService]) -> None:
    """Keep these, and forget all others; every order is reckoned anew."""
    tx.db.execute("DELETE FROM own_services")
    tx.db.executemany(
        "INSERT INTO own_services (id, document) VALUES (?, ?)",
        [(one.id, to_json(one)) for one in own],
    )
    tx.changed(RecordKind.ORDER)


def load_own_services(db: sqlite3.Connection) -> tuple[OwnService, ...]:
    """What the seller has set, by the ids of the services."""
    return _read(_stored(db))


def services_in_force(db: sqlite3.Connection) -> tuple[Service, ...]:
    """The services that count: those of the program, the seller's figures before them."""
    return _counting(_stored(db))


def _stored(db: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    rows = db.execute("SELECT id, document FROM own_services ORDER BY id")
    return tuple((row["id"], row["document"]) for row in rows)


def _read(stored: tuple[tuple[str, str], ...]) -> tuple[OwnService, ...]:
    read = (from_json(service_id, document) for service_id, document in stored)
    return tuple(one for one in read if one is not None)


@lru_cache(maxsize=4)
def _counting(stored: tuple[tuple[str, str], ...]) -> tuple[Service, ...]:
    return in_force(_read(stored))
