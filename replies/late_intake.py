"""The intake of the shop, loaded when the first letter comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from ..mailbox.message import FetchedMessage
from ..mailbox.store.writer import Transaction

if TYPE_CHECKING:
    from ..mailbox.store.message_rows import NewRow
    from .intake import PreparedMessage, ShopIntake
    from .outbox.outbox import Outbox


class LateIntake:
    """Does what `ShopIntake` does; a sync that finds nothing new is spared a tenth of a second."""

    def __init__(self, outbox: Callable[[], Outbox], now: Callable[[], datetime]) -> None:
        self._outbox = outbox
        self._now = now

    @cached_property
    def _intake(self) -> ShopIntake:
        from .intake import ShopIntake

        return ShopIntake(self._outbox())

    def get_ready(self) -> None:
        """Load what stores headers."""
        from . import listed_intake  # noqa: F401

    def prepare(self, fetched: FetchedMessage) -> PreparedMessage:
        """Parse and judge a message."""
        return self._intake.prepare(fetched)

    def commit(
        self,
        tx: Transaction,
        account_id: int,
        folder_id: int,
        prepared: Sequence[PreparedMessage],
    ) -> None:
        """Store messages with all that follows from them."""
        self._intake.commit(tx, account_id, folder_id, prepared)

    def commit_listed(
        self,
        tx: Transaction,
        account_id: int,
        folder_id: int,
        listed: Sequence[NewRow],
    ) -> None:
        """Store the headers of a backlog."""
        from .listed_intake import commit_listed  # without what judges: the first rows wait for it

        commit_listed(
            tx,
            account_id,
            folder_id,
            listed,
            self._now(),
            self._pause_for,
        )

    def _pause_for(self, tx: Transaction, message_rows: Sequence[int]) -> None:
        self._intake.pause_for(tx, message_rows)

    def follow_flags(self, tx: Transaction, conversation_ids: frozenset[int]) -> None:
        """Follow what was done elsewhere."""
        self._intake.follow_flags(tx, conversation_ids)
