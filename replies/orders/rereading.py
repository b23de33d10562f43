"""Files of one kind that were read by a mapping of columns which was corrected since. Pure.

Beside the rows of an order the store notes by which mapping they were read: the kind of file,
told by its header, and what its columns were said to be. Where the kind is the same and the
columns are not, the seller has corrected herself, and what was read before does not count.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from .importing.imported import RawRow
from .importing.mapped import SOURCE

READING: Final = "reading"
"""What the note stands under, among the rows of an order by their sources."""


def is_corrected(
    kept: Mapping[str, Any], before: object, source: str, raw: Sequence[RawRow], reading: str
) -> bool:
    """Whether an order known from `kept` was read wrongly, by what was said of the columns before.

    `before` is the note by which it was read; rows without one count as corrected where they are
    the same rows.
    """
    if not source.startswith(SOURCE) or not reading:
        return False
    if isinstance(before, str):
        return before != reading and before.partition(":")[0] == reading.partition(":")[0]
    return any(name.startswith(SOURCE) and rows == raw for name, rows in kept.items())


def without_mapped(kept: Mapping[str, Any]) -> dict[str, Any]:
    """The rows that other files than mapped ones gave."""
    return {
        name: rows
        for name, rows in kept.items()
        if name != READING and not name.startswith(SOURCE)
    }
