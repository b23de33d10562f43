"""What one look at a folder has to do: decided from values, without any server."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final, TypeVar

FIRST_BATCH: Final = 50  # the first screen
MOST_IN_BATCH: Final = 100
MOST_LISTED: Final = 500  # headers
LARGEST_BACKLOG_BATCH: Final = 250
_BACKLOG: Final = 200  # from so many on, headers come before letters
MOST_BYTES_IN_BATCH: Final = 4 << 20  # bounds memory, and how long a stop has to wait
LARGEST_MESSAGE_BYTES: Final = 64 << 20  # of a larger one only the start is kept
START_OF_LARGE_BYTES: Final = 2 << 20

_FIRST_PAUSE_S: Final = 1.0
_LONGEST_PAUSE_S: Final = 15 * 60.0  # RELIABILITY C6


T = TypeVar("T", "StoredIdentity", "RemoteIdentity")


@dataclass(frozen=True, slots=True)
class FolderPlan:
    """What one look at a folder has to do.

    Attributes:
        fetch: UIDs to fetch, newest first.
        drop: UIDs whose messages are gone.
        reflag: the flags that changed, by UID.
        is_suddenly_empty: the server shows nothing where letters were: nothing is dropped.
    """

    fetch: tuple[int, ...] = ()
    drop: tuple[int, ...] = ()
    reflag: Mapping[int, frozenset[str]] = field(default_factory=dict)
    is_suddenly_empty: bool = False


@dataclass(frozen=True, slots=True)
class StoredIdentity:
    """What tells a stored message from others when its UID is worth nothing any more."""

    id: int
    message_id: str
    size: int
    internal_date: datetime


@dataclass(frozen=True, slots=True)
class RemoteIdentity:
    """The same of a message on the server."""

    uid: int
    message_id: str
    size: int
    internal_date: datetime | None


def plan_folder(
    remote_uids: Collection[int],
    remote_flags: Mapping[int, frozenset[str]],
    known: Mapping[int, frozenset[str]],
    *,
    expunge_was_told: bool = False,
) -> FolderPlan:
    """Compare the server's UIDs and flags with the stored ones.

    Args:
        remote_uids: all of the folder.
        remote_flags: of all messages, or only of those that changed.
        known: the flags of every stored message.
        expunge_was_told: the server named each deletion in this session, so that an empty
            folder is no surprise.
    """
    remote = set(remote_uids)
    gone = known.keys() - remote
    is_suddenly_empty = bool(gone) and not remote and not expunge_was_told
    return FolderPlan(
        fetch=tuple(sorted(remote - known.keys(), reverse=True)),
        drop=() if is_suddenly_empty else tuple(sorted(gone)),
        reflag={
            uid: flags
            for uid, flags in remote_flags.items()
            if uid in known and uid in remote and known[uid] != flags
        },
        is_suddenly_empty=is_suddenly_empty,
    )


def is_backlog(missing: int) -> bool:
    """Whether so many letters are missing that all headers should come before all letters."""
    return missing > _BACKLOG


def must_rematch(stored_validity: int, validity: int, uid_next: int, top_uid: int) -> bool:
    """Whether the stored UIDs are worth nothing: RFC 9051 section 2.3.1.1, or UIDNEXT fell."""
    return stored_validity != validity or 0 < uid_next <= top_uid


def plan_rematch(
    stored: Iterable[StoredIdentity], remote: Iterable[RemoteIdentity]
) -> dict[int, int]:
    """Find the stored messages again under new UIDs: new UID by message row.

    Message-ID, size and date decide; then, for a Message-ID that only one message bears, either
    of them (a restored server dates anew, some servers count sizes in their own way). A message
    without a Message-ID must agree in size and date.
    """
    mine, theirs = list(stored), sorted(remote, key=lambda one: one.uid)
    found = _same(mine, theirs, lambda one: (_bare_id(one), one.size, one.internal_date))
    for key in (_id_and_size, _id_and_date):
        taken = set(found.values())
        found |= _same(
            _sole_bearers(one for one in mine if one.id not in found),
            _sole_bearers(one for one in theirs if one.uid not in taken),
            key,
        )
    return found


def plan_batch(
    waiting: Sequence[tuple[int, int]],
    most: int,
    alone: Collection[int] = (),
    most_bytes: int = MOST_BYTES_IN_BATCH,
) -> tuple[int, ...]:
    """The UIDs to fetch next: from the front, bounded in count and bytes, at least one.

    Args:
        waiting: UIDs and their sizes in bytes, the most wanted first.
        most: how many messages at most.
        alone: UIDs that broke a batch before, and now go one by one.
        most_bytes: how much at most, unless the first is larger.
    """
    batch: list[int] = []
    filled = 0
    for uid, size in waiting[:most]:
        if batch and (filled + size > most_bytes or uid in alone):
            break
        batch.append(uid)
        filled += size
        if uid in alone:
            break
    return tuple(batch)


def pause_before_retry(failures: int, chance: float) -> timedelta:
    """How long to wait after so many failures in a row: 1 s, doubling, to 15 min.

    Args:
        failures: from 1.
        chance: a random number from 0 to 1; up to half of the pause is left to it, so that many
            programs do not come back at the same moment.
    """
    longest = min(_FIRST_PAUSE_S * 2 ** min(failures - 1, 20), _LONGEST_PAUSE_S)
    return timedelta(seconds=longest * (0.5 + chance / 2))


def _same(
    stored: Iterable[StoredIdentity],
    remote: Iterable[RemoteIdentity],
    key: Callable[[StoredIdentity | RemoteIdentity], object],
) -> dict[int, int]:
    candidates: dict[object, list[int]] = defaultdict(list)
    for theirs in remote:
        candidates[key(theirs)].append(theirs.uid)
    return {mine.id: uids.pop(0) for mine in stored if (uids := candidates[key(mine)])}


def _sole_bearers(ones: Iterable[T]) -> list[T]:
    """Those whose Message-ID no other of them bears."""
    ones = list(ones)
    counts = Counter(map(_bare_id, ones))
    return [one for one in ones if _bare_id(one) and counts[_bare_id(one)] == 1]


def _id_and_size(one: StoredIdentity | RemoteIdentity) -> object:
    return _bare_id(one), one.size


def _id_and_date(one: StoredIdentity | RemoteIdentity) -> object:
    return _bare_id(one), one.internal_date


def _bare_id(one: StoredIdentity | RemoteIdentity) -> str:
    return one.message_id.strip("<> \t")
