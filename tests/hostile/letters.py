"""All hostile and broken letters, and folders of more of them."""

from __future__ import annotations

from pathlib import Path

from hostile.answers import ANSWERED
from hostile.bombs import BOMBS
from hostile.broken import BROKEN
from hostile.charsets import CHARSETS
from hostile.files import FILES
from hostile.hidden import HIDDEN
from hostile.letter import HostileLetter
from hostile.people import PEOPLE
from hostile.showing import SHOWN

LETTERS = (*BROKEN, *SHOWN, *BOMBS, *HIDDEN, *CHARSETS, *PEOPLE, *ANSWERED, *FILES)


def letters_in(folder: Path) -> tuple[HostileLetter, ...]:
    """The .eml files of a folder and its folders, of which nothing is expected but survival."""
    return tuple(
        HostileLetter(path.relative_to(folder).as_posix(), path.read_bytes())
        for path in sorted(folder.rglob("*.eml"))
    )
