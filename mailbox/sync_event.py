"""What the sync of an account tells while it runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto

from .errors import MailError


class SyncState(Enum):
    """What the sync of an account is doing."""

    CONNECTING = auto()
    SYNCING = auto()
    UP_TO_DATE = auto()
    OFFLINE = auto()
    NEEDS_SELLER = auto()


@dataclass(frozen=True, slots=True)
class SyncEvent:
    """What the sync of an account does now.

    Attributes:
        problem: what the seller should know, "" for nothing.
        error: what failed, where the problem is a failure of mail.
        done: how many messages are stored here.
        total: how many there are on the server.
    """

    account_id: int
    state: SyncState
    at: datetime
    problem: str = ""
    error: MailError | None = None
    done: int = 0
    total: int = 0
