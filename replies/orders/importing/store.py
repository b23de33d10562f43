"""SQL for the column mappings that the seller gave."""

from __future__ import annotations

import json
import sqlite3
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
