"""What a search means: a tree of values, which is its own text again by `str`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Final

from ..cases.case import CaseKind


class Place(Enum):
    """Where words are looked for, by the name of the field."""

    ANYWHERE = ""
    SUBJECT = "subject"
    SENDER = "from"
    RECIPIENT = "to"


class NumberKind(Enum):
    """Numbers that orders and parcels have, by the name of the field."""

    ORDER = "order"
    ISBN = "isbn"
    TRACKING = "tracking"


class State(Enum):
    """Where the conversation of a letter stands."""

    NEEDS_ANSWER = "needs-answer"
    WAITING = "waiting"
    DONE = "done"
    DRAFT = "draft"
    HELD = "held"
    COOLING = "cooling"
    READY = "ready"
    PAUSED = "paused"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    SENT = "sent"


class Thing(Enum):
    """What a letter or its conversation may have."""

    ATTACHMENT = "attachment"
    ORDER = "order"
    DRAFT = "draft"
    PROMISE = "promise"


class Mark(Enum):
    """What a letter may be."""

    UNREAD = "unread"
    READ = "read"
    STARRED = "starred"
    ANSWERED = "answered"
    COMPLAINT = "complaint"
    PRAISE = "praise"
    SNOOZED = "snoozed"


@dataclass(frozen=True, slots=True)
class Text:
    """A word, or several that stand in a row.

    Attributes:
        exact: it was quoted: no other forms of the words are looked for.
        prefix: the last word may go on.
    """

    text: str
    place: Place = Place.ANYWHERE
    exact: bool = False
    prefix: bool = False

    @property
    def is_address(self) -> bool:
        """A sender's address, from its beginning: known before the letter itself is fetched."""
        is_one_word = not any(sign.isspace() for sign in self.text)
        return self.place is Place.SENDER and self.text.find("@") > 0 and is_one_word

    def __str__(self) -> str:
        words = f'"{self.text}"' if self.exact else self.text
        return _named(self.place.value, words + "*" * self.prefix)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of an order, a book or a parcel, or how it begins."""

    kind: NumberKind
    text: str

    def __str__(self) -> str:
        return _named(self.kind.value, f'"{self.text}"' if _APART.search(self.text) else self.text)


@dataclass(frozen=True, slots=True)
class KindIs:
    """The conversation counts as this kind."""

    kind: CaseKind

    def __str__(self) -> str:
        return f"kind:{self.kind.value.replace('_', '-')}"


@dataclass(frozen=True, slots=True)
class HeatIs:
    """The heat of the conversation lies between these two."""

    least: int
    most: int

    def __str__(self) -> str:
        return f"heat:{self.least}..{self.most}"


@dataclass(frozen=True, slots=True)
class DueIn:
    """An answer or a promise is due on one of these days."""

    first: date
    last: date

    def __str__(self) -> str:
        return f"due:{self.first}..{self.last}"


@dataclass(frozen=True, slots=True)
class Overdue:
    """An answer or a promise should have been there by now."""

    def __str__(self) -> str:
        return "due:overdue"


@dataclass(frozen=True, slots=True)
class Since:
    """It came on this day or later."""

    day: date

    def __str__(self) -> str:
        return f"after:{self.day}"


@dataclass(frozen=True, slots=True)
class Until:
    """It came before this day."""

    day: date

    def __str__(self) -> str:
        return f"before:{self.day}"


@dataclass(frozen=True, slots=True)
class StateIs:
    """The conversation stands so."""

    state: State

    def __str__(self) -> str:
        return f"state:{self.state.value}"


@dataclass(frozen=True, slots=True)
class Has:
    """The letter, or its conversation, has this."""

    thing: Thing

    def __str__(self) -> str:
        return f"has:{self.thing.value}"


@dataclass(frozen=True, slots=True)
class Is:
    """The letter is this."""

    mark: Mark

    def __str__(self) -> str:
        return f"is:{self.mark.value}"


@dataclass(frozen=True, slots=True)
class Not:
    """What it holds is not so."""

    query: Query

    def __str__(self) -> str:
        return f"-({self.query})" if isinstance(self.query, And | Or) else f"-{self.query}"


@dataclass(frozen=True, slots=True)
class And:
    """All of them hold; none of them is an `And`. An empty one is a search for everything."""

    queries: tuple[Query, ...]

    def __str__(self) -> str:
        return " ".join(f"({q})" if isinstance(q, Or) else str(q) for q in self.queries)


@dataclass(frozen=True, slots=True)
class Or:
    """One of them holds; none of them is an `Or`. An empty one finds nothing."""

    queries: tuple[Query, ...]

    def __str__(self) -> str:
        return " OR ".join(map(str, self.queries)) or '""'


Leaf = (
    Text | Number | KindIs | HeatIs | DueIn | Overdue | Since | Until | StateIs | Has | Is
)  # fmt: skip
Query = Leaf | Not | And | Or
EVERYTHING: Final = And(())
NOTHING: Final = Or(())
_APART: Final = re.compile(r"[\s)]")


def conjunction(queries: list[Query]) -> Query:
    """All of these, flat; a single one is itself."""
    flat: list[Query] = []
    for query in queries:
        flat.extend(query.queries if isinstance(query, And) else (query,))
    return flat[0] if len(flat) == 1 else And(tuple(flat))


def disjunction(queries: list[Query]) -> Query:
    """One of these, flat; what finds everything does not count, a single one is itself."""
    flat: list[Query] = []
    for query in queries:
        flat.extend(query.queries if isinstance(query, Or) else (query,))
    flat = [query for query in dict.fromkeys(flat) if query != EVERYTHING]
    if len(flat) > 1:
        return Or(tuple(flat))
    return flat[0] if flat else EVERYTHING


def negation(query: Query) -> Query:
    """What is not so; what is not not so, is; of everything there is no opposite."""
    if query == EVERYTHING:
        return EVERYTHING
    return query.query if isinstance(query, Not) else Not(query)


def typed(query: Query) -> str:
    """The text that, typed, means this: a finished last word has a blank behind it."""
    text = str(query)
    return text if not text or text[-1] in '"*)' else f"{text} "


def _named(field: str, words: str) -> str:
    return f"{field}:{words}" if field else words
