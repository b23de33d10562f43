"""SQL for the parts of a search: what must hold of a letter, each right by itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any, Final

from ...mailbox.store.message_rows import LATEST_SECOND, ROW_BITS, utc_text
from ..cases.case import ANSWER_WITHIN, CaseKind
from ..cases.put_off_store import put_off_at
from ..orders.isbn import isbn_forms
from ..orders.keys import KeyKind, beginning, token
from ..orders.references import folded_number
from ..orders.tracking_numbers import folded_tracking
from .expressions import expression, number_words
from .query import (
    And,
    DueIn,
    Has,
    HeatIs,
    Is,
    KindIs,
    Mark,
    Not,
    Number,
    NumberKind,
    Or,
    Overdue,
    Query,
    Since,
    State,
    StateIs,
    Text,
    Thing,
    Until,
)

_AFTER_ALL: Final = "\U0010ffff"


@dataclass(frozen=True, slots=True)
class Condition:
    """What must hold of a message `m` and the matter `t` of its conversation.

    Attributes:
        is_of_matter: it asks for something of the matter alone, and only where there is one.
    """

    sql: str
    values: tuple[Any, ...] = ()
    is_of_matter: bool = False


class Conditions:
    """Makes the conditions of a moment, in a zone in which days begin."""

    def __init__(self, now: datetime, zone: tzinfo | None) -> None:
        self._now = now
        self._zone = zone

    def of(self, query: Query) -> Condition:
        """What must hold where a query does."""
        if isinstance(query, And | Or):
            return self._of_several(query)
        if isinstance(query, Not):
            part = self.of(query.query)
            return Condition(f"({part.sql}) IS NOT TRUE", part.values)
        if isinstance(query, Text) and query.is_address:
            return _of_sender(query)
        words = expression(query)
        return _of_words(words) if words else self._of_leaf(query)

    def start_of(self, day: date) -> datetime:
        """When a day begins."""
        try:
            midnight = datetime.combine(day, time(), self._zone)
            return midnight.astimezone(UTC)
        except (OverflowError, ValueError, OSError):  # days at the ends of the calendar
            return datetime.combine(day, time(), UTC)

    def _of_several(self, query: And | Or) -> Condition:
        parts = [self.of(one) for one in query.queries]
        if isinstance(query, And):
            said, values = all_of(parts)
        else:
            said, values = " OR ".join(part.sql for part in parts) or "FALSE", _values(parts)
        is_of_matter = bool(parts) and all(part.is_of_matter for part in parts)
        return Condition(f"({said})", values, is_of_matter)

    def _of_leaf(self, query: Query) -> Condition:
        if isinstance(query, Since | Until):
            sign = ">=" if isinstance(query, Since) else "<"
            start = utc_text(self.start_of(query.day))
            return Condition(f"m.internal_date {sign} ?", (start,))
        if isinstance(query, DueIn | Overdue):
            return self._of_due(query)
        if isinstance(query, Number):
            return _of_number(query)
        if query in _OF_NOW:
            return Condition(_OF_NOW[query], (utc_text(self._now),), is_of_matter=True)
        return _of_heat(query) if isinstance(query, HeatIs) else _FIXED.get(query, _NOTHING)

    def _of_due(self, query: DueIn | Overdue) -> Condition:
        if isinstance(query, Overdue):
            yesterday = self._now.astimezone(self._zone).date() - timedelta(days=1)
            return _owed(None, self._now, date.min, yesterday)
        after = query.last if query.last == date.max else query.last + timedelta(days=1)
        return _owed(self.start_of(query.first), self.start_of(after), query.first, query.last)


def _owed(start: datetime | None, end: datetime, first: date, last: date) -> Condition:
    """An answer that is due from `start` until before `end`, or a promise of these days."""
    return Condition(
        "t.conversation_id IN (SELECT conversation_id FROM matters"
        f" WHERE waiting_since >= ? AND waiting_since < ? AND {_NEEDS_ANSWER}"
        " UNION SELECT conversation_id FROM promises"
        " WHERE kept_at IS NULL AND due >= ? AND due <= ?)",
        (_asked_at(start) if start else "", _asked_at(end), first.isoformat(), last.isoformat()),
        is_of_matter=True,
    )


def _asked_at(due: datetime) -> str:
    """When the letter came whose answer is due then."""
    try:
        return utc_text(due - ANSWER_WITHIN)
    except OverflowError:  # on the first day of the calendar
        return utc_text(due)


def _of_sender(query: Text) -> Condition:
    bound = query.text.encode("utf-8", "replace").decode()
    said = "m.sender_address >= ? AND m.sender_address < ?"
    return Condition(f"({said})", (bound, bound + _AFTER_ALL))


def _of_words(words: str) -> Condition:
    return Condition(
        "EXISTS (SELECT 1 FROM message_search WHERE message_search MATCH ?"
        f" AND message_search.rowid = {_KEY})",
        (words,),
    )


def _of_heat(query: HeatIs) -> Condition:
    if query.least > 0:  # the index leaves the calm ones out
        said = "(t.heat > 0 AND t.heat >= ? AND t.heat <= ?)"
        return Condition(said, (query.least, query.most), is_of_matter=True)
    return Condition("t.heat <= ?", (query.most,), is_of_matter=True)


def _of_number(query: Number) -> Condition:
    """A letter whose order has the number, or that names it itself."""
    kinds, begins = _keys_of(query)
    wanted = beginning(*(token(kind, begin) for kind in kinds for begin in begins if begin))
    words = number_words(query)
    return Condition(
        "m.id IN (SELECT messages.id FROM matters JOIN messages USING (conversation_id)"
        f" WHERE order_row IN (SELECT rowid FROM order_tokens WHERE order_tokens MATCH ?)"
        f" UNION SELECT {ROW_OF_HIT} FROM message_search WHERE message_search MATCH ?)",
        (wanted, words),
    )


def _keys_of(query: Number) -> tuple[tuple[KeyKind, ...], list[str]]:
    clean = query.text.encode("utf-8", "replace").decode()
    if query.kind is NumberKind.ISBN:
        return (KeyKind.ISBN,), list(isbn_forms(clean)) or ["".join(filter(str.isalnum, clean))]
    if query.kind is NumberKind.TRACKING:
        return (KeyKind.TRACKING,), [folded_tracking(clean)]
    number = folded_number(clean)
    shapes = [number]
    if number.isdigit():
        shapes += [_in_groups(number, groups) for groups in _SHAPES]
    return (KeyKind.NUMBER, KeyKind.RECORD), list(dict.fromkeys(shapes))


def _in_groups(digits: str, groups: tuple[int, ...]) -> str:
    """The digits with the dashes of a marketplace, as far as they go."""
    parts = []
    for size in groups:
        parts.append(digits[:size])
        digits = digits[size:]
    return "-".join(part for part in parts if part) + digits


def all_of(conditions: list[Condition]) -> tuple[str, tuple[Any, ...]]:
    """That all of them hold, and their values."""
    return " AND ".join(one.sql for one in conditions) or "TRUE", _values(conditions)


def _values(conditions: Iterable[Condition]) -> tuple[Any, ...]:
    return tuple(value for one in conditions for value in one.values)


def _held(states: str) -> Condition:
    return Condition(
        f"t.conversation_id IN (SELECT conversation_id FROM held_replies WHERE state {states})",
        is_of_matter=True,
    )


_SHAPES: Final = ((3, 7, 7), (2, 5, 5))  # Amazon, eBay
ROW_OF_HIT: Final = f"message_search.rowid & {(1 << ROW_BITS) - 1}"
# `index_key` of message_rows, for whole seconds, as IMAP has them.
_KEY: Final = (
    f"(max(0, min({LATEST_SECOND}, CAST(strftime('%s', m.internal_date) AS INTEGER)))"
    f" << {ROW_BITS} | m.id)"
)
_NEEDS_ANSWER: Final = "waiting_since IS NOT NULL AND (complaint OR kind <> 'praise')"
_OWED: Final = "t.waiting_since IS NOT NULL AND (t.complaint OR t.kind <> 'praise')"
_PUT_OFF: Final = put_off_at("t", "?")
_OF_NOW: Final[Mapping[Query, str]] = {
    StateIs(State.NEEDS_ANSWER): f"({_OWED} AND NOT {_PUT_OFF})",
    Is(Mark.SNOOZED): f"({_OWED} AND {_PUT_OFF})",
}
_NOTHING: Final = Condition("FALSE")
_DRAFTED: Final = Condition(
    "t.conversation_id IN (SELECT conversation_id FROM drafts)", is_of_matter=True
)
_FIXED: Final[Mapping[Query, Condition]] = {
    **{KindIs(k): Condition("t.kind = ?", (k.value,), is_of_matter=True) for k in CaseKind},
    StateIs(State.WAITING): Condition(
        "(t.waiting_since IS NULL AND t.case_id IN"
        " (SELECT id FROM cases WHERE state = 'waiting'))",
        is_of_matter=True,
    ),
    StateIs(State.DONE): Condition(
        "((t.waiting_since IS NULL OR t.kind = 'praise' AND NOT t.complaint)"
        " AND t.conversation_id IS NOT NULL AND (t.case_id IS NULL OR"
        " t.case_id IN (SELECT id FROM cases WHERE state IN ('resolved', 'no_complaint'))))",
        is_of_matter=True,
    ),
    StateIs(State.DRAFT): _DRAFTED,
    StateIs(State.HELD): _held("NOT IN ('sent', 'recalled')"),
    StateIs(State.COOLING): _held("= 'cooling'"),
    StateIs(State.READY): _held("IN ('ready', 'sending')"),
    StateIs(State.PAUSED): _held("= 'paused'"),
    StateIs(State.FAILED): _held("= 'failed'"),
    StateIs(State.UNCERTAIN): _held("= 'uncertain'"),
    StateIs(State.SENT): _held("= 'sent'"),
    Has(Thing.ORDER): Condition("t.order_row IS NOT NULL", is_of_matter=True),
    Has(Thing.DRAFT): _DRAFTED,
    Has(Thing.PROMISE): Condition(
        "t.conversation_id IN (SELECT conversation_id FROM promises WHERE kept_at IS NULL)",
        is_of_matter=True,
    ),
    Is(Mark.UNREAD): Condition("(NOT m.seen AND NOT m.is_outgoing)"),
    Is(Mark.READ): Condition("(m.seen AND NOT m.is_outgoing)"),
    Is(Mark.STARRED): Condition("m.flagged"),
    Is(Mark.ANSWERED): Condition("m.answered"),
    Is(Mark.COMPLAINT): Condition("t.complaint", is_of_matter=True),
    Is(Mark.PRAISE): Condition("(t.kind = 'praise' AND NOT t.complaint)", is_of_matter=True),
}
