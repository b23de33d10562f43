"""What a transaction changed, told to the window after COMMIT."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum, auto


class RecordKind(Enum):
    """The kinds of record that somebody may be showing."""

    ACCOUNT = auto()
    MESSAGE = auto()
    CONVERSATION = auto()
    CASE = auto()
    ORDER = auto()
    HELD_REPLY = auto()
    HOLD_POLICY = auto()
    DRAFT = auto()
    SAVED_SEARCH = auto()


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """The records that one transaction wrote; an empty id set means "any of them"."""

    records: dict[RecordKind, frozenset[int]] = field(default_factory=dict)

    @classmethod
    def everything(cls) -> ChangeSet:
        """The change set of a write by another process: anything may be new."""
        return cls({kind: frozenset() for kind in RecordKind})

    def touches(self, *kinds: RecordKind) -> bool:
        """Tell whether a record of one of these kinds was written."""
        return any(kind in self.records for kind in kinds)

    def __bool__(self) -> bool:
        return bool(self.records)


class ChangeLog:
    """Collects what a running transaction writes."""

    def __init__(self) -> None:
        self._records: dict[RecordKind, set[int] | None] = {}

    def note(self, kind: RecordKind, ids: Iterable[int] = ()) -> None:
        """Note written records; without ids, that any record of the kind may have changed."""
        new = set(ids)
        known = self._records.get(kind, set())
        self._records[kind] = known | new if new and known is not None else None

    def change_set(self) -> ChangeSet:
        """What was noted so far."""
        return ChangeSet(
            {kind: frozenset(ids or ()) for kind, ids in self._records.items()},
        )
