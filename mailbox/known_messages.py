"""What is known of the stored messages of a folder, read from the store only when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping


class KnownMessages:
    """UIDs and flags of a folder's stored messages.

    How many there are and the highest UID are known from the start; the flags of 20,000 messages
    take a tenth of a second to read, and mostly nobody asks for them.
    """

    def __init__(
        self, count: int = 0, top: int = 0, load: Callable[[], dict[int, frozenset[str]]] = dict
    ) -> None:
        self._count = count
        self._top = top
        self._load = load
        self._flags: dict[int, frozenset[str]] | None = None

    def __len__(self) -> int:
        return self._count if self._flags is None else len(self._flags)

    @property
    def top(self) -> int:
        """The highest UID, 0 for none."""
        return self._top if self._flags is None else max(self._flags, default=0)

    @property
    def flags(self) -> Mapping[int, frozenset[str]]:
        """The flags by UID."""
        return self._all

    def update(self, flags: Iterable[tuple[int, frozenset[str]]]) -> None:
        """Messages were stored, with these flags."""
        self._all.update(flags)

    def reflag(self, flags: Mapping[int, frozenset[str]]) -> None:
        """Messages got other flags, here and in the store."""
        if self._flags is not None:
            self._flags.update(flags)

    def drop(self, uids: Iterable[int]) -> None:
        """Messages were forgotten."""
        for uid in uids:
            self._all.pop(uid, None)

    @property
    def _all(self) -> dict[int, frozenset[str]]:
        if self._flags is None:
            self._flags = self._load()
        return self._flags
