"""SQL for the column mappings that the seller gave, and for files of the watched folder."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime
from typing import Any

from ....mailbox.store.writer import Transaction
from ..order import Marketplace
from .mapped import ColumnMapping, Field


def save_mapping(tx: Transaction, mapping: ColumnMapping) -> None:
    """Remember a mapping; one of the same columns is replaced."""
    document = {
        "header": list(mapping.header),
        "columns": {field.name: column for field, column in mapping.columns.items()},
        "marketplace": mapping.marketplace.value,
        "day_first": mapping.day_first,
    }
    tx.db.execute(
        "INSERT OR REPLACE INTO column_mappings (signature, name, document) VALUES (?, ?, ?)",
        (mapping.signature, mapping.name, json.dumps(document, ensure_ascii=False)),
    )


def load_mappings(db: sqlite3.Connection) -> tuple[ColumnMapping, ...]:
    """All mappings that were ever given, by their names."""
    rows = db.execute("SELECT name, document FROM column_mappings ORDER BY name, signature")
    return tuple(_mapping(row["name"], json.loads(row["document"])) for row in rows)


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


def _mapping(name: str, document: dict[str, Any]) -> ColumnMapping:
    known = {field.name: field for field in Field}
    return ColumnMapping(
        name=name,
        header=tuple(str(one) for one in document["header"]),
        columns={
            known[key]: str(column) for key, column in document["columns"].items() if key in known
        },
        marketplace=Marketplace(document["marketplace"]),
        day_first=bool(document["day_first"]),
    )
