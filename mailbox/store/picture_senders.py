"""SQL for the senders whose pictures from the internet are shown without a question."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from .writer import Transaction


def allow_pictures(tx: Transaction, address: str, now: datetime) -> None:
    """Show pictures from the internet in every letter of an address."""
    tx.db.execute(
        "INSERT INTO picture_senders (address, allowed_at) VALUES (?, ?)"
        " ON CONFLICT (address) DO NOTHING",
        (address.lower(), now.isoformat()),
    )


def forget_picture_senders(tx: Transaction) -> None:
    """Ask again for every sender."""
    tx.db.execute("DELETE FROM picture_senders")


def shows_pictures(db: sqlite3.Connection, address: str) -> bool:
    """Tell whether the seller wants to see the pictures of an address from now on."""
    row = db.execute("SELECT 1 FROM picture_senders WHERE address = ?", (address.lower(),))
    return bool(address) and row.fetchone() is not None
