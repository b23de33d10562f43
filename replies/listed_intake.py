"""What becomes of headers that come in before their letters: it loads only what they need.

The first rows of a first sync wait for this; what judges letters takes a tenth of a second more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from ..mailbox.store.backlog import store_listed
from ..mailbox.store.conversations import OnAbsorbed
from ..mailbox.store.message_rows import NewRow
from ..mailbox.store.writer import Transaction
from .cases import store as cases
from .cases.listing import place_listed
from .outbox.home_store import has_replies

OnListed = Callable[[Transaction, Sequence[int]], None]


def commit_listed(
    tx: Transaction,
    account_id: int,
    folder_id: int,
    listed: Sequence[NewRow],
    now: datetime,
    on_listed: OnListed,
) -> None:
    """Store the headers of a backlog.

    Args:
        on_listed: hears the rows of the messages, where there are replies that these may overtake.
    """
    rows = store_listed(tx.db, account_id, folder_id, listed, carrying_along(tx, now))
    if has_replies(tx.db):
        on_listed(tx, rows)
    place_listed(tx, rows, now)


def carrying_along(tx: Transaction, now: datetime) -> OnAbsorbed:
    """What moves to another conversation together with its messages."""

    def moved(absorbed: int, into: int) -> None:
        from .compose import store as drafts  # few messages show that two conversations are one
        from .outbox import store as held

        cases.move_conversation(tx, absorbed, into, now)
        drafts.move_drafts(tx, absorbed, into)
        held.move_replies(tx, absorbed, into)

    return moved
