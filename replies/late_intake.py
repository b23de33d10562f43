"""The intake of the shop, loaded when the first letter comes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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

    def __init__(self, outbox: Callable[[], Outbox]) -> None:
        self._outbox = outbox

    @cached_property
    def _intake(self) -> ShopIntake:
        from .intake import ShopIntake

        return ShopIntake(self._outbox())

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
        self._intake.commit_listed(tx, account_id, folder_id, listed)

    def follow_flags(self, tx: Transaction, conversation_ids: frozenset[int]) -> None:
        """Follow what was done elsewhere."""
        self._intake.follow_flags(tx, conversation_ids)
