"""SQL for the column mappings that the seller gave, and for files of the watched folder."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime

from ....mailbox.store.writer import Transaction
from .mapped import ColumnMapping
from .mapping_json import mapping_from_json, mapping_to_json


def save_mapping(tx: Transaction, mapping: ColumnMapping) -> None:
    """Remember a mapping; one of the same columns is replaced."""
    document = mapping_to_json(mapping)
    tx.db.execute(
        "INSERT OR REPLACE INTO column_mappings (signature, name, document) VALUES (?, ?, ?)",
        (mapping.signature, mapping.name, json.dumps(document, ensure_ascii=False)),
    )


def forget_mapping(tx: Transaction, signature: str) -> None:
    """Forget the mapping of these columns; what was read by it stays."""
    tx.db.execute("DELETE FROM column_mappings WHERE signature = ?", (signature,))


def load_mappings(db: sqlite3.Connection) -> tuple[ColumnMapping, ...]:
    """All mappings that were ever given, by their names."""
    rows = db.execute("SELECT name, document FROM column_mappings ORDER BY name, signature")
    return tuple(mapping_from_json(row["name"], json.loads(row["document"])) for row in rows)


def note_watched(
    tx: Transaction, digest: str, name: str, seen_at: datetime, *, was_imported: bool
) -> None:
    """Remember the content of a file of the watched folder."""
    tx.db.execute(
        "INSERT INTO watched_files (digest, name, seen_at, was_imported) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (digest) DO UPDATE SET was_imported = excluded.was_imported",
        (digest, name, seen_at.isoformat(), was_imported),
    )


def load_watched(db: sqlite3.Connection) -> dict[str, bool]:
    """The contents that came by the watched folder, and whether each was imported."""
    rows = db.execute("SELECT digest, was_imported FROM watched_files")
    return {row["digest"]: bool(row["was_imported"]) for row in rows}
