"""SQL for orders and parcels: what an import writes, and how orders are found again."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final

from ...mailbox.message import Message
from ...mailbox.sentence import Sentence
from ...mailbox.store.changes import RecordKind
from ...mailbox.store.writer import Transaction
from ..errors import NoSuchRecordError
from .from_mail.store import join_waiting, notices_of
from .from_mail.weighing import with_notices
from .importing.imported import ImportedFile, RawRow
from .joining import label_key, order_of, typed_number
from .keys import (
    SHORTEST_TITLE_WORD,
    Key,
    KeyKind,
    WordKind,
    folded_name,
    keys_of,
    name_postal,
    words_of,
)
from .matching import Match, match
from .merging import merge_orders, merge_shipments, moment_key
from .order import Marketplace, Order, OrderFile, Shipment
from .order_json import order_from_json, order_to_json, shipment_from_json, shipment_to_json
from .references import folded_number
from .service_store import services_in_force
from .tracking_numbers import folded_tracking

FROM_MAIL: Final = "mail:"
"""How the source of an order begins that no file knows yet."""
_JSON: Final = json.JSONEncoder(ensure_ascii=False, check_circular=False)
_NEW_KEY: Final = "INSERT INTO order_keys (kind, value, order_row) VALUES (?, ?, ?)"
_NEW_WORDS: Final = "INSERT INTO order_words (rowid, names, titles) VALUES (?, ?, ?)"
_FOUND_AT_MOST: Final = 20
_WORDS_AT_MOST: Final = 300
_NUMBER_KINDS: Final = (KeyKind.NUMBER, KeyKind.RECORD, KeyKind.TRACKING, KeyKind.LISTING)
_PERSON_KINDS: Final = (KeyKind.USERNAME, KeyKind.EMAIL)
_COMMON_FROM: Final = 600  # orders with a word, from which on it tells none of them


@dataclass(frozen=True, slots=True)
class SaveReport:
    """What an import did to the store, in orders and parcels.

    Attributes:
        touched: the rows of all orders that were written, or that a parcel was joined to.
    """

    imported: int
    updated: int
    unchanged: int
    touched: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class OtherPeople:
    """Who else ordered, in the files' own spelling: what must not stand in a reply."""

    names: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    emails: frozenset[str] = frozenset()
    order_numbers: frozenset[str] = frozenset()


def save(tx: Transaction, imported: ImportedFile) -> SaveReport:
    """Write what a file says into the store; see `save_parts`."""
    return save_parts(tx, (imported,))


def save_parts(tx: Transaction, parts: Iterable[ImportedFile]) -> SaveReport:
    """Write what a file says into the store, part by part; all parts know its newest day.

    A file that was saved before changes nothing. Where another one fits the same order, they are
    merged; parcels are joined to their orders, whichever came first.
    """
    saving: _Saving | None = None
    for part in parts:
        saving = saving or _Saving(tx.db, part.as_of)
        saving.save_orders(part.orders, part.order_rows)
        for place, shipment in enumerate(part.shipments):
            row = part.shipment_rows[place] if place < len(part.shipment_rows) else {}
            saving.save_shipment(shipment, row)
    if saving is None:
        return SaveReport(0, 0, 0)
    saving.join()
    report = saving.report()
    if report.touched:
        tx.changed(RecordKind.ORDER, report.touched)
    return report


def load_order(db: sqlite3.Connection, order_row: int) -> OrderFile:
    """An order with its parcels.

    Raises:
        NoSuchRecordError: there is none of this row.
    """
    row = db.execute("SELECT * FROM orders WHERE id = ?", (order_row,)).fetchone()
    if row is None:
        raise NoSuchRecordError(
            Sentence("Orders", "There is no order {number} in the store.").format(number=order_row)
        )
    return _order_file(db, row)


def find_by_number(db: sqlite3.Connection, number: str) -> tuple[OrderFile, ...]:
    """The orders of this number, of whatever marketplace; "#" and blanks do not count."""
    return StoredOrders(db).with_key(KeyKind.NUMBER, folded_number(number))


def orders_of_address(db: sqlite3.Connection, email: str) -> tuple[OrderFile, ...]:
    """The orders of a customer's address or alias, the newest first."""
    return StoredOrders(db).with_key(KeyKind.EMAIL, email.strip().casefold())


def find_orders(db: sqlite3.Connection, typed: str, limit: int = 20) -> tuple[OrderFile, ...]:
    """The orders that fit what is being typed, the newest first.

    It may begin an order number or a tracking number, or be words of names, titles, addresses.
    """
    number = folded_number(typed)
    if not number:
        return ()
    found = _with_prefixes(db, _NUMBER_KINDS, [number, folded_tracking(typed)], 1, limit)
    words = [word for word in folded_name(typed).split() if len(word) >= SHORTEST_TITLE_WORD]
    if not found and words:
        found = _with_typed_words(db, words, limit)
    return found or _with_prefixes(db, _PERSON_KINDS, [typed.strip().casefold()], 1, limit)


def match_stored(
    db: sqlite3.Connection, message: Message, own_text: str | None = None
) -> tuple[Match, ...]:
    """The stored orders that a letter may be about; see `matching.match`."""
    return match(message, StoredOrders(db), own_text)


def other_people(db: sqlite3.Connection, order_row: int | None, limit: int = 2000) -> OtherPeople:
    """Names, streets, addresses and numbers of the customers of other orders, the newest ones.

    Left out are the orders of the same customer, known by address or by name and postal code.
    Without an order, everybody counts as another.
    """
    rows = db.execute(_PERSON + _OTHERS, (order_row or 0, order_row or 0, limit)).fetchall()
    own = db.execute(_PERSON + " WHERE id = ?", (order_row or 0,)).fetchall()
    return OtherPeople(
        names=_texts(rows, "buyer", "recipient") - _texts(own, "buyer", "recipient"),
        streets=_texts(rows, "street") - _texts(own, "street"),
        emails=_texts(rows, "email") - _texts(own, "email"),
        order_numbers=_texts(rows, "order_id"),
    )


def _with_prefixes(
    db: sqlite3.Connection, kinds: tuple[KeyKind, ...], begins: list[str], least: int, limit: int
) -> tuple[OrderFile, ...]:
    """The orders with keys of these kinds that begin so; `least` of the beginnings must be met."""
    rows = db.execute(
        "SELECT orders.* FROM orders JOIN (SELECT order_row FROM json_each(:begins) AS begin"
        " JOIN json_each(:kinds) AS kind CROSS JOIN order_keys ON order_keys.kind = kind.value"
        " AND order_keys.value >= begin.value AND order_keys.value < begin.value || :after"
        " GROUP BY order_row HAVING count(DISTINCT begin.value) >= :least)"
        " ON order_row = orders.id ORDER BY ordered_on DESC, id DESC LIMIT :limit",
        {
            "begins": json.dumps(begins),
            "kinds": json.dumps([kind.value for kind in kinds]),
            "after": "\U0010ffff",
            "least": least,
            "limit": limit,
        },
    ).fetchall()
    return tuple(_order_file(db, row) for row in rows)


class StoredOrders:
    """The orders of the store, looked up by their keys."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._loaded: dict[int, OrderFile] = {}  # the same ones fit by several signs

    def _files(self, rows: Iterable[Any]) -> tuple[OrderFile, ...]:
        files = []
        for row in rows:
            if row["id"] not in self._loaded:
                self._loaded[row["id"]] = load_order(self._db, row["id"])
            files.append(self._loaded[row["id"]])
        return tuple(files)

    def with_key(self, kind: KeyKind, value: str) -> tuple[OrderFile, ...]:
        """The orders that have this key, the newest first."""
        rows = self._db.execute(
            "SELECT orders.id FROM order_keys JOIN orders ON orders.id = order_row"
            " WHERE kind = ? AND value = ? ORDER BY ordered_on DESC, id DESC LIMIT ?",
            (kind.value, value, _FOUND_AT_MOST),
        ).fetchall()
        return self._files(rows)

    def with_words(
        self, kind: WordKind, words: Collection[str], titled: Collection[str] = ()
    ) -> tuple[OrderFile, ...]:
        """The orders that have most of these words, rare ones counting more, closest first.

        With `titled`, only those that also have one of these words in a title.
        """
        wanted = [self._telling(kind, words)]
        if titled:
            wanted.append(self._telling(WordKind.TITLE, titled))
        if not all(wanted):
            return ()
        rows = self._db.execute(
            "SELECT orders.id FROM (SELECT rowid AS hit, rank AS place FROM order_words"
            " WHERE order_words MATCH ? ORDER BY rank LIMIT ?) JOIN orders ON orders.id = hit"
            " ORDER BY place, ordered_on DESC, id DESC",
            (" AND ".join(wanted), _FOUND_AT_MOST),
        ).fetchall()
        return self._files(rows)

    def _telling(self, kind: WordKind, words: Collection[str]) -> str:
        """The query for those of the words that tell orders apart, "" where none does."""
        telling = [word for word in sorted(words)[:_WORDS_AT_MOST] if self._tells(kind, word)]
        return _any_of(kind, telling) if telling else ""

    def _tells(self, kind: WordKind, word: str) -> bool:
        """Whether some orders have a word, but not so many that it tells none from another."""
        (count,) = self._db.execute(
            "SELECT count(*) FROM (SELECT 1 FROM order_words WHERE order_words MATCH ? LIMIT ?)",
            (_any_of(kind, [word]), _COMMON_FROM),
        ).fetchone()
        return bool(0 < count < _COMMON_FROM)


def _any_of(kind: WordKind, words: Iterable[str]) -> str:
    """The full-text query for the orders that have any of these folded words."""
    return f"{kind.value} : (" + " OR ".join(f'"{word}"' for word in words) + ")"


def _with_typed_words(
    db: sqlite3.Connection, words: Iterable[str], limit: int
) -> tuple[OrderFile, ...]:
    """The orders that have a word of a name or title beginning with each of these."""
    rows = db.execute(
        "SELECT orders.* FROM order_words JOIN orders ON orders.id = order_words.rowid"
        " WHERE order_words MATCH ? ORDER BY ordered_on DESC, id DESC LIMIT ?",
        (" AND ".join(f'"{word}" *' for word in words), limit),
    ).fetchall()
    return tuple(_order_file(db, row) for row in rows)


class _Saving:
    """One import while it is written."""

    def __init__(self, db: sqlite3.Connection, as_of: date | None) -> None:
        self._db = db
        self._as_of = as_of.isoformat() if as_of else ""
        self._imported = self._updated = self._unchanged = 0
        self._touched: set[int] = set()
        self._seen_shipments: set[int] = set()
        self._loose: set[int] = set()
        self._waiting = _waiting_parcels(db)
        self._from_mail = _orders_from_mail(db)
        (last,) = db.execute("SELECT coalesce(max(id), 0) FROM orders").fetchone()
        self._last_row: int = last

    def report(self) -> SaveReport:
        """What was done."""
        return SaveReport(self._imported, self._updated, self._unchanged, frozenset(self._touched))

    def save_orders(self, orders: Sequence[Order], raw_rows: Sequence[tuple[RawRow, ...]]) -> None:
        """Insert orders, or merge them into the stored ones."""
        new: dict[tuple[str, str], tuple[Order, Sequence[RawRow]]] = {}
        stored = self._stored_orders(orders)
        for place, order in enumerate(orders):
            raw = raw_rows[place] if place < len(raw_rows) else ()
            key = (order.marketplace.value, order.order_id)
            if key in new:  # a file that names it twice
                self._insert_orders([new.pop(key)])
                stored |= self._stored_orders([order])
            known = stored.get(key) or self._known_from_mail(order)
            if known is not None:
                self._merge_order(known, order, raw)
                stored |= self._stored_orders([order])
            else:
                new[key] = (order, raw)
        self._insert_orders(list(new.values()))

    def _known_from_mail(self, order: Order) -> Any | None:  # noqa: ANN401 - sqlite3.Row or None
        """The same order, known from notices alone, which may not name its marketplace."""
        row = self._from_mail.get(folded_number(order.order_id))
        places = {order.marketplace.value, row["marketplace"]} if row else set()
        return row if len(places) == 1 or Marketplace.OWN.value in places else None

    def _stored_orders(self, orders: Iterable[Order]) -> dict[tuple[str, str], Any]:
        wanted = json.dumps([[order.marketplace.value, order.order_id] for order in orders])
        rows = self._db.execute(
            "SELECT orders.* FROM json_each(?) AS wanted CROSS JOIN orders"
            " ON marketplace = wanted.value ->> 0 AND order_id = wanted.value ->> 1",
            (wanted,),
        )
        return {(row["marketplace"], row["order_id"]): row for row in rows}

    def _merge_order(self, stored: Any, new: Order, raw: Iterable[RawRow]) -> None:  # noqa: ANN401 - sqlite3.Row
        old = _order(stored)
        is_from_mail = old.source.startswith(FROM_MAIL)
        newer = self._is_newer(stored["as_of"])
        # What mail says is kept apart; the file stands for itself (S0-32).
        merged = new if is_from_mail else merge_orders(old, new, newer=newer)
        if is_from_mail:
            self._from_mail.pop(folded_number(new.order_id), None)
        rows = json.loads(stored["raw_rows"]) | {new.source: list(raw)}
        if merged != old or _dumped(rows) != stored["raw_rows"]:
            self._update_order(stored["id"], merged, rows, stored["as_of"])
        if merged == old:
            self._unchanged += 1
            return
        self._updated += 1
        self._reach(stored["id"])
        self._loose |= self._waiting_for(keys_of(OrderFile(stored["id"], merged)))

    def save_shipment(self, new: Shipment, raw: RawRow) -> None:
        """Insert a parcel, or merge it into the stored one."""
        stored = self._stored_shipment(new)
        if stored is None:
            self._loose.add(self._insert_shipment(new, raw))
            self._imported += 1
            return
        row = stored["id"]
        self._seen_shipments.add(row)
        old = _shipment(stored)
        merged = merge_shipments(old, new, newer=self._is_newer(stored["as_of"]))
        if merged == old:
            self._unchanged += 1
            return
        self._updated += 1
        self._update_shipment(row, merged, raw, stored["as_of"])
        if stored["order_row"] is None or typed_number(old) != typed_number(merged):
            self._loose.add(row)
        if stored["order_row"] is not None:
            self._reach(stored["order_row"])

    def join(self) -> None:
        """Join the parcels that have no order to the one that they belong to.

        After everything of the file is written: only then can two orders of one person be told
        from one.
        """
        for row in sorted(self._loose):
            parcel = self._db.execute("SELECT * FROM shipments WHERE id = ?", (row,)).fetchone()
            file = order_of(StoredOrders(self._db), _shipment(parcel))
            joined_to = file.id if file else None
            if joined_to == parcel["order_row"]:
                continue
            self._db.execute("UPDATE shipments SET order_row = ? WHERE id = ?", (joined_to, row))
            for order_row in {joined_to, parcel["order_row"]} - {None}:
                self._reach(order_row)
        while reached := join_waiting(self._db):  # a parcel may be what another notice waits for
            for order_row in reached:
                self._reach(order_row)

    def _reach(self, order_row: int) -> None:
        """Note that an order's parcels changed."""
        self._touched.add(order_row)
        write_keys(self._db, order_row)

    def _is_newer(self, stored_as_of: str) -> bool:
        return bool(self._as_of) and self._as_of >= stored_as_of

    def _insert_orders(self, orders: Sequence[tuple[Order, Sequence[RawRow]]]) -> None:
        """Write orders that the store does not have, all of them in four statements."""
        first = self._last_row + 1
        self._last_row += len(orders)
        self._imported += len(orders)
        self._touched.update(range(first, self._last_row + 1))
        keys: list[tuple[str, str, int]] = []
        for order_row, (order, _) in enumerate(orders, first):
            found = keys_of(OrderFile(order_row, order))
            keys += [(kind, value, order_row) for kind, value in found]
            if self._waiting:
                self._loose |= self._waiting_for(found)
        self._db.executemany(
            "INSERT INTO orders (id, marketplace, order_id, source, ordered_on, as_of, document,"
            " raw_rows) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (row, order.marketplace.value, order.order_id, *self._columns(order, "", raw))
                for row, (order, raw) in enumerate(orders, first)
            ),
        )
        self._db.executemany(_NEW_KEY, sorted(keys))  # in the order of the index: pages fill once
        self._db.executemany(
            _NEW_WORDS, ((row, *words_of(order)) for row, (order, _) in enumerate(orders, first))
        )

    def _columns(
        self, order: Order, as_of: str, raw: Sequence[RawRow] | dict[str, list[RawRow]]
    ) -> tuple[str, ...]:
        raw_rows = raw if isinstance(raw, dict) else {order.source: list(raw)}
        return (
            order.source,
            _sortable(order.ordered_at),
            max(as_of, self._as_of),
            _dumped(order_to_json(order)),
            _dumped(raw_rows),
        )

    def _update_order(
        self, order_row: int, order: Order, raw_rows: dict[str, list[RawRow]], as_of: str
    ) -> None:
        self._db.execute(
            "UPDATE orders SET marketplace = ?, order_id = ?, source = ?, ordered_on = ?,"
            " as_of = ?, document = ?, raw_rows = ?, confirmed = 1 WHERE id = ?",
            (
                order.marketplace.value,
                order.order_id,
                *self._columns(order, as_of, raw_rows),
                order_row,
            ),
        )

    def _stored_shipment(self, new: Shipment) -> Any | None:  # noqa: ANN401 - sqlite3.Row or None
        """The same parcel in the store: by its number, else an equal label that lacks one."""
        if new.tracking and (
            found := self._db.execute(
                "SELECT * FROM shipments WHERE source = ? AND tracking = ?",
                (new.source, folded_tracking(new.tracking)),
            ).fetchone()
        ):
            return found
        for row in self._db.execute(
            "SELECT * FROM shipments WHERE source = ? AND label = ? ORDER BY id",
            (new.source, label_key(new)),
        ).fetchall():
            lacks_number = row["tracking"] is None or not new.tracking
            if lacks_number and row["id"] not in self._seen_shipments:
                return row
        return None

    def _insert_shipment(self, shipment: Shipment, raw: RawRow) -> int:
        cursor = self._db.execute(
            "INSERT INTO shipments (source, tracking, label, number_key, name_postal, email,"
            " as_of, document, raw_row) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (*_shipment_columns(shipment), self._as_of, *_shipment_documents(shipment, raw)),
        )
        row = cursor.lastrowid or 0
        self._seen_shipments.add(row)
        return row

    def _update_shipment(self, row: int, shipment: Shipment, raw: RawRow, as_of: str) -> None:
        self._db.execute(
            "UPDATE shipments SET source = ?, tracking = ?, label = ?, number_key = ?,"
            " name_postal = ?, email = ?, as_of = ?, document = ?, raw_row = ? WHERE id = ?",
            (
                *_shipment_columns(shipment),
                max(as_of, self._as_of),
                *_shipment_documents(shipment, raw),
                row,
            ),
        )

    def _waiting_for(self, keys: Iterable[Key]) -> set[int]:
        """The parcels without an order that may be the one's with these keys."""
        found: set[int] = set()
        for key in keys:
            found |= self._waiting.get(key, frozenset())
        return found


def write_keys(db: sqlite3.Connection, order_row: int) -> None:
    """Write anew what an order is found by."""
    file = load_order(db, order_row)
    db.execute("DELETE FROM order_keys WHERE order_row = ?", (order_row,))
    keys = [(kind.value, value, order_row) for kind, value in keys_of(file)]
    db.executemany(_NEW_KEY, keys)
    db.execute("DELETE FROM order_words WHERE rowid = ?", (order_row,))
    db.execute(_NEW_WORDS, (order_row, *words_of(file.order)))


def _orders_from_mail(db: sqlite3.Connection) -> dict[str, Any]:
    """The rows of the orders that no file knows yet, by their folded numbers."""
    rows = db.execute("SELECT * FROM orders WHERE source >= 'mail:' AND source < 'mail;'")
    return {folded_number(row["order_id"]): row for row in rows}


def _waiting_parcels(db: sqlite3.Connection) -> dict[Key, set[int]]:
    """The parcels that have no order, by what an order of theirs would be found by."""
    waiting: dict[Key, set[int]] = {}
    for row in db.execute(
        "SELECT id, number_key, name_postal, tracking FROM shipments WHERE order_row IS NULL"
    ):
        for kind, value in (
            (KeyKind.NUMBER, row["number_key"]),
            (KeyKind.RECORD, row["number_key"]),
            (KeyKind.NAME_POSTAL, row["name_postal"]),
            (KeyKind.TRACKING, row["tracking"]),
        ):
            if value:
                waiting.setdefault((kind, value), set()).add(row["id"])
    return waiting


def _shipment_columns(shipment: Shipment) -> tuple[str | None, ...]:
    return (
        shipment.source,
        folded_tracking(shipment.tracking) if shipment.tracking else None,
        label_key(shipment),
        typed_number(shipment),
        name_postal(shipment.recipient, shipment.postal),
        shipment.email or "",
    )


def _shipment_documents(shipment: Shipment, raw: RawRow) -> tuple[str, str]:
    return _dumped(shipment_to_json(shipment)), _dumped(raw)


def _order_file(db: sqlite3.Connection, row: Any) -> OrderFile:  # noqa: ANN401 - sqlite3.Row
    parcels = db.execute("SELECT * FROM shipments WHERE order_row = ? ORDER BY id", (row["id"],))
    shipments = tuple(_shipment(parcel) for parcel in parcels)
    file = OrderFile(row["id"], _order(row), shipments, services_in_force(db))
    notices = notices_of(db, row["id"])
    return with_notices(file, notices, is_confirmed=bool(row["confirmed"]))


def _order(row: Any) -> Order:  # noqa: ANN401 - sqlite3.Row
    document = json.loads(row["document"])
    return order_from_json(document | {"source": row["source"], "marketplace": row["marketplace"]})


def _shipment(row: Any) -> Shipment:  # noqa: ANN401 - sqlite3.Row
    shipment = shipment_from_json(json.loads(row["document"]) | {"source": row["source"]})
    return replace(shipment, email=row["email"] or None)


def _texts(rows: Iterable[Any], *columns: str) -> frozenset[str]:
    return frozenset(row[column] for row in rows for column in columns if row[column])


def _sortable(moment: date | datetime | None) -> str:
    return moment_key(moment).isoformat() if moment else ""


def _dumped(document: object) -> str:
    return _JSON.encode(document)


_PERSON: Final = (
    "SELECT order_id, json_extract(document, '$.buyer.name') AS buyer,"
    " json_extract(document, '$.ship_to.name') AS recipient,"
    " json_extract(document, '$.ship_to.street[0]') AS street,"
    " json_extract(document, '$.buyer.email') AS email FROM orders"
)
_OTHERS: Final = (
    " WHERE id <> ? AND id NOT IN (SELECT theirs.order_row FROM order_keys AS own"
    " JOIN order_keys AS theirs ON theirs.kind = own.kind AND theirs.value = own.value"
    " WHERE own.order_row = ? AND own.kind IN ('email', 'name_postal'))"
    " ORDER BY ordered_on DESC, id DESC LIMIT ?"
)
