"""SQL for notices: what mail says of orders, kept apart from what files say."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Final

from ....mailbox.message import StoredMessage
from ....mailbox.store.writer import Transaction
from ..keys import KeyKind, exactly, token
from ..order import Notice
from ..references import folded_number
from ..tracking_numbers import folded_tracking
from .notice_json import notice_from_json, notice_to_json

# An order of the same marketplace, as far as both say; of two shops of one's own the one that
# wrote, unless a payment service writes.
_FITS: Final = (
    "(coalesce(waiting.document ->> '$.order.marketplace', 'own') IN ('own', orders.marketplace)"
    " OR orders.marketplace = 'own')"
    " AND (orders.source NOT LIKE 'mail:%' OR waiting.document ->> '$.kind' = 'payment'"
    " OR coalesce(waiting.document ->> '$.order.channel', '')"
    "  IN ('', coalesce(orders.document ->> '$.channel', '')))"
)
_JSON: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def notices_of(db: sqlite3.Connection, order_row: int) -> tuple[Notice, ...]:
    """What mail says of an order, the oldest notice first."""
    rows = db.execute(
        "SELECT message, received_on, document, confirmed_at FROM order_notices"
        " WHERE order_row = ? ORDER BY received_on, id",
        (order_row,),
    )
    return tuple(
        notice_from_json(
            json.loads(row["document"]),
            date.fromisoformat(row["received_on"]),
            is_confirmed=row["confirmed_at"] is not None,
            message=row["message"],
        )
        for row in rows
    )


def keep_notices(
    tx: Transaction, message: StoredMessage, notices: Sequence[Notice]
) -> tuple[tuple[int, Notice], ...]:
    """Keep what a letter says; what was not known, with its rows. A second copy says nothing."""
    letter = message.message.message_id or _digest(message)
    kept: list[tuple[int, Notice]] = []
    for place, notice in enumerate(notices):
        number = folded_number(notice.order.order_id) if notice.order else ""
        parcel = next((p.tracking for p in notice.parcels if p.tracking), "")
        cursor = tx.db.execute(
            "INSERT OR IGNORE INTO order_notices"
            " (letter, place, message, received_on, number_key, tracking, document)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                letter, place, message.id, notice.received_on.isoformat(), number,
                folded_tracking(parcel or ""), _JSON.encode(notice_to_json(notice)),
            ),
        )  # fmt: skip
        if cursor.rowcount > 0:
            kept.append((cursor.lastrowid or 0, notice))
    return tuple(kept)


def join_waiting(db: sqlite3.Connection) -> tuple[int, ...]:
    """Give notices that came before their order to it; the rows of the orders that got some.

    By the order number, where the notice names one, else by the tracking number; not where two
    orders fit.
    """
    waiting = db.execute(
        "SELECT id, number_key, tracking FROM order_notices WHERE order_row IS NULL"
    )
    wanted = [
        [
            row["id"],
            exactly(
                token(KeyKind.NUMBER, row["number_key"])
                if row["number_key"]
                else token(KeyKind.TRACKING, row["tracking"])
            ),
        ]
        for row in waiting
    ]
    rows = db.execute(
        "UPDATE order_notices SET order_row = fitting.order_row FROM ("
        " SELECT waiting.id, min(orders.id) AS order_row FROM json_each(?) AS wanted"
        " CROSS JOIN order_tokens AS own ON own.order_tokens MATCH wanted.value ->> 1"
        " CROSS JOIN orders ON orders.id = own.rowid"
        " CROSS JOIN order_notices AS waiting ON waiting.id = wanted.value ->> 0"
        f" WHERE {_FITS}"
        " GROUP BY waiting.id HAVING count(DISTINCT orders.id) = 1) AS fitting"
        " WHERE order_notices.id = fitting.id RETURNING order_notices.order_row",
        (json.dumps(wanted),),
    ).fetchall()
    return tuple(dict.fromkeys(row["order_row"] for row in rows))


def is_waiting(db: sqlite3.Connection, notice_row: int) -> bool:
    """Whether no order is known of a notice."""
    row = db.execute(
        "SELECT 1 FROM order_notices WHERE id = ? AND order_row IS NULL", (notice_row,)
    ).fetchone()
    return row is not None


def confirm_notices(tx: Transaction, order_row: int, at: datetime) -> int:
    """Note that the seller says of all notices of an order that they are right; how many."""
    return tx.db.execute(
        "UPDATE order_notices SET confirmed_at = ? WHERE order_row = ? AND confirmed_at IS NULL",
        (at.isoformat(), order_row),
    ).rowcount


def unconfirm_notices(tx: Transaction, order_row: int, at: datetime) -> None:
    """Take that back for those of which she said it at that moment."""
    tx.db.execute(
        "UPDATE order_notices SET confirmed_at = NULL WHERE order_row = ? AND confirmed_at = ?",
        (order_row, at.isoformat()),
    )


def put_off(tx: Transaction, message_row: int) -> None:
    """Have a letter looked at for notices later."""
    tx.db.execute(
        "INSERT OR IGNORE INTO notice_backlog (message, is_old) VALUES (?, 0)", (message_row,)
    )


def next_put_off(
    db: sqlite3.Connection, most: int, *, also_old: bool
) -> tuple[tuple[int, str, tuple[str, ...]], ...]:
    """Letters that are to be looked at, newest first: row, sender, recipients."""
    which = "" if also_old else "WHERE NOT b.is_old"
    rows = db.execute(
        "SELECT m.id, m.sender_address, m.recipients FROM notice_backlog AS b"
        f" JOIN messages AS m ON m.id = b.message {which} ORDER BY b.message DESC LIMIT ?",
        (most,),
    )
    return tuple((row["id"], row["sender_address"], _addresses(row["recipients"])) for row in rows)


def looked_at(tx: Transaction, message_rows: Iterable[int]) -> None:
    """Note that letters were looked at."""
    tx.db.execute(
        "DELETE FROM notice_backlog WHERE message IN (SELECT value FROM json_each(?))",
        (json.dumps(list(message_rows)),),
    )


def _addresses(recipients: str) -> tuple[str, ...]:
    return tuple(address for group in json.loads(recipients).values() for _, address in group)


def _digest(message: StoredMessage) -> str:
    """What tells a letter without a Message-ID from others."""
    said = message.message
    parts = (said.sender.addr_spec, said.subject, str(said.date), said.text)
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()
