"""What is in the way of a command that goes on all the same, said on stderr."""

from __future__ import annotations

from ...mailbox.sync_event import SyncEvent, SyncState
from .output import complain
from .tongue import spoken


class Problems:
    """Says each problem when it begins or changes, and not again while it lasts."""

    def __init__(self) -> None:
        self._last: dict[str, str] = {}

    def note(self, what: str, problem: str) -> None:
        """Say what is wrong with something now, "" for nothing."""
        if problem and problem != self._last.get(what):
            complain(f"{what}: {spoken(problem)}")
        self._last[what] = problem

    def note_sync(self, address: str, event: SyncEvent) -> None:
        """Say what is wrong with the sync of an account now."""
        if event.state is not SyncState.CONNECTING:  # it knows nothing yet
            self.note(address, event.problem)
