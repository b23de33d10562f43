"""SQL for a search: the letters that fit a query, newest first.

Every part of a query has a condition that is right by itself. Which of them drives, that is, whose
hits are gone through, is decided by how few they are: the words by the index, whose keys are in
the order of time; what is known of conversations by their rows; else the letters by their dates.
Only values are bound, and nothing that was typed is ever a part of a statement.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo
from math import isqrt
from typing import Any, Final

from ...mailbox.store.message_rows import LATEST_SECOND, ROW_BITS
from .condition_store import ROW_OF_HIT, Condition, Conditions, all_of
from .expressions import all_but, expression
from .query import NOTHING, And, Is, Mark, Not, Number, Or, Query, Since, Text, Until

_FEWEST: Final = 200  # hits that are always few
_DEARER: Final = 80  # times a step through hits is one conversation whose letters are looked up


def find(
    db: sqlite3.Connection, query: Query, limit: int, now: datetime, zone: tzinfo | None = None
) -> tuple[int, ...]:
    """The rows of the messages that fit, newest first; those moved away are left out.

    Args:
        zone: the zone in which days begin; without one, that of the system.
    """
    away = {row["id"] for row in db.execute("SELECT id FROM messages WHERE away")}  # a day's moves
    statement, values = _Planner(db, limit + len(away), now, zone).statement(query)
    found = (int(row[0]) for row in db.execute(statement, values))
    return tuple(row for row in found if row not in away)[:limit]


class _Planner:
    """Makes the statement for a query."""

    def __init__(
        self, db: sqlite3.Connection, limit: int, now: datetime, zone: tzinfo | None
    ) -> None:
        self._db = db
        self._limit = limit
        self._conditions = Conditions(now, zone)

    def statement(self, query: Query) -> tuple[str, tuple[Any, ...]]:
        """The statement whose rows begin with the row of a message, and its values."""
        branches: tuple[Query, ...] = (query,)
        if isinstance(query, Or) and self._is_mixed(query):
            branches = query.queries
        parts = [self._branch(branch, is_alone=len(branches) == 1) for branch in branches]
        values = tuple(value for _, bound in parts for value in bound)
        if len(parts) == 1:
            return parts[0][0], values
        union = " UNION ".join(f"SELECT * FROM ({sql})" for sql, _ in parts)
        return f"{union} ORDER BY at DESC, id DESC LIMIT ?", (*values, self._limit)

    def _is_mixed(self, query: Or) -> bool:
        """Whether its alternatives are looked up in different places, and so one by one."""
        if query == NOTHING or expression(query):
            return False
        return not self._conditions.of(query).is_of_matter

    def _branch(self, query: Query, *, is_alone: bool) -> tuple[str, tuple[Any, ...]]:
        conjuncts = query.queries if isinstance(query, And) else (query,)
        told = [one for one in conjuncts if expression(one)]
        denied = [one for one in conjuncts if isinstance(one, Not) and expression(one.query)]
        words = expression(And((*told, *denied))) if told else ""
        if not words and denied and not any(map(_index_of, conjuncts)):
            words = all_but([one.query for one in denied])
        indexed = {*told, *denied} if words else set()
        days = [one for one in conjuncts if isinstance(one, Since | Until)]
        of = self._conditions.of
        others = [of(one) for one in conjuncts if one not in indexed and one not in days]
        on_days = [of(one) for one in days]
        matter = self._narrowest([one for one in others if one.is_of_matter], words)
        if matter is not None:
            rest = [one for one in others if one is not matter]
            return self._by_matters(matter, [*rest, *map(of, indexed), *on_days])
        if any(isinstance(one, Number) for one in conjuncts):
            return self._by_rows([*others, *map(of, indexed), *on_days])
        if words:
            return self._by_words(words, days, others, is_alone=is_alone)
        return self._by_date([*others, *on_days], conjuncts)

    def _narrowest(self, conditions: list[Condition], words: str) -> Condition | None:
        """The condition whose conversations are so few that going through them is the least."""
        if not conditions:
            return None
        (conversations,) = self._db.execute("SELECT max(id) FROM conversations").fetchone()
        most = max(_FEWEST, isqrt(self._limit * (conversations or 0)))
        counted = [(self._count_matters(one, most), place) for place, one in enumerate(conditions)]
        if min(counted)[0] >= most:
            return None
        count, place = min(counted)
        if words:
            steps = self._limit * (conversations or 0) // max(count, 1)  # until enough are found
            if steps <= count * _DEARER or not self._has_hits(words, count * _DEARER):
                return None
        return conditions[place]

    def _count_matters(self, condition: Condition, most: int) -> int:
        (count,) = self._db.execute(
            f"SELECT count(*) FROM (SELECT 1 FROM matters AS t WHERE {condition.sql} LIMIT ?)",
            (*condition.values, most),
        ).fetchone()
        return int(count)

    def _has_hits(self, words: str, count: int) -> bool:
        """Whether the index has more hits than so many."""
        row = self._db.execute(
            "SELECT 1 FROM message_search WHERE message_search MATCH ? LIMIT 1 OFFSET ?",
            (words, count),
        ).fetchone()
        return row is not None

    def _by_words(
        self, words: str, days: Sequence[Since | Until], others: list[Condition], *, is_alone: bool
    ) -> tuple[str, tuple[Any, ...]]:
        """Go through the hits of the index, which come in the order of time."""
        bounds = [self._key_bound(one) or self._conditions.of(one) for one in days]
        said, values = all_of([*bounds, *others])
        needs_rows = bool(others) or not is_alone or any("m." in one.sql for one in bounds)
        joins = _ROWS_OF_HITS if needs_rows else ""
        columns = "m.id AS id, m.internal_date AS at" if needs_rows else ROW_OF_HIT
        return (
            f"SELECT {columns} FROM message_search {joins}"
            f" WHERE message_search MATCH ? AND {said}"
            " ORDER BY message_search.rowid DESC LIMIT ?",
            (words, *values, self._limit),
        )

    def _by_matters(
        self, matter: Condition, others: list[Condition]
    ) -> tuple[str, tuple[Any, ...]]:
        """Go through the conversations, and put their letters in order."""
        said, values = all_of(others)
        return (
            "SELECT m.id AS id, m.internal_date AS at FROM matters AS t"
            " CROSS JOIN messages AS m ON m.conversation_id = t.conversation_id"
            f" WHERE {matter.sql} AND {said} {_NEWEST_FIRST}",
            (*matter.values, *values, self._limit),
        )

    def _by_rows(self, conditions: list[Condition]) -> tuple[str, tuple[Any, ...]]:
        """Go through the letters that a condition names by their rows."""
        said, values = all_of(conditions)
        return (
            f"SELECT m.id AS id, m.internal_date AS at FROM messages AS m NOT INDEXED"
            f" {_THEIR_MATTERS} WHERE {said} {_NEWEST_FIRST}",
            (*values, self._limit),
        )

    def _by_date(
        self, others: list[Condition], conjuncts: Iterable[Query]
    ) -> tuple[str, tuple[Any, ...]]:
        """Go through the letters, the newest first, by the index that leaves most of them out."""
        said, values = all_of(others)
        index = next((one for query in conjuncts if (one := _index_of(query))), _BY_DATE)
        return (
            f"SELECT m.id AS id, m.internal_date AS at FROM messages AS m INDEXED BY {index}"
            f" {_THEIR_MATTERS} WHERE {said} {_NEWEST_FIRST}",
            (*values, self._limit),
        )

    def _key_bound(self, query: Since | Until) -> Condition | None:
        """A bound of the days for the key of the index; None where its seconds do not reach."""
        seconds = int(self._conditions.start_of(query.day).timestamp())
        if not 0 < seconds < LATEST_SECOND:
            return None
        sign = ">=" if isinstance(query, Since) else "<"
        return Condition(f"message_search.rowid {sign} ?", (seconds << ROW_BITS,))


def _index_of(query: Query) -> str:
    """The index that holds only what a condition asks for; "" where there is none."""
    if isinstance(query, Is):
        return {Mark.UNREAD: "messages_unread", Mark.STARRED: "messages_starred"}.get(
            query.mark, ""
        )
    return "messages_by_sender" if isinstance(query, Text) and query.is_address else ""


_BY_DATE: Final = "messages_by_date"
_NEWEST_FIRST: Final = "ORDER BY m.internal_date DESC, m.id DESC LIMIT ?"
_THEIR_MATTERS: Final = "LEFT JOIN matters AS t ON t.conversation_id = m.conversation_id"
_ROWS_OF_HITS: Final = f"CROSS JOIN messages AS m ON m.id = {ROW_OF_HIT} {_THEIR_MATTERS}"
