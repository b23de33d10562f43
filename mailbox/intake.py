"""What happens to a message between the server and the store; the layer above decides it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from .message import FetchedMessage
from .store.message_rows import NewRow
from .store.writer import Transaction

P = TypeVar("P")

# Told, inside the transaction, of conversations whose flags changed or that lost a message.
OnConversations = Callable[[Transaction, frozenset[int]], None]


class Intake(Protocol[P]):
    """Turns fetched messages into stored ones."""

    def get_ready(self) -> None:
        """Load what is needed for many headers; in any thread, while the server is waited for."""
        ...

    def prepare(self, fetched: FetchedMessage) -> P:
        """Read and judge one message; runs in the sync thread, touches no database."""
        ...

    def commit(
        self, tx: Transaction, account_id: int, folder_id: int, prepared: Sequence[P]
    ) -> None:
        """Store a batch, within the writer's transaction."""
        ...

    def commit_listed(
        self,
        tx: Transaction,
        account_id: int,
        folder_id: int,
        listed: Sequence[NewRow],
    ) -> None:
        """Store what the headers of a batch tell, within the writer's transaction."""
        ...
