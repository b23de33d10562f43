"""A large import under way: how far it is, and a way to break it off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from ....mailbox.sentence import Sentence
from ...errors import ImportCancelledError
from .imported import ImportedFile

ROWS_AT_ONCE: Final = 2_000  # of some kilobytes each while they are read


def watched(
    parts: Iterable[ImportedFile],
    tell: Callable[[int], None],
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[ImportedFile]:
    """The parts of a file as they are asked for; `tell` gets the number of rows read so far.

    Raises:
        ImportCancelledError: `is_cancelled` says so; whoever saves the parts keeps none of them.
    """
    done = 0
    for part in parts:
        if is_cancelled():
            raise ImportCancelledError(
                Sentence("Orders", "The import was broken off; nothing of the file was kept.")
            )
        done += part.row_count
        tell(done)
        yield part
