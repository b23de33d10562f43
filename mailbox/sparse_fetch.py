"""A large letter without its large files: its header, its texts and all that is small.

The letter is fetched in stretches of its own bytes (BODY[]<offset.count>), as far as the body of
a large file, and from its end on. BODYSTRUCTURE tells how long such a body is. That it was told
rightly shows behind it, where the boundary must stand; where it does not, the letter is fetched
whole.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from typing import Final

from .body_structure import Leaf
from .errors import ServerRefusedError
from .gaps import Gap, SparseLetter
from .imap import ImapSession
from .letter_parts import files_of, read_parts
from .message import FetchedMessage
from .parts import Part

_log = logging.getLogger(__name__)

LARGE_PART_BYTES: Final = 256 << 10  # PERFORMANCE 9.4: 1.1 % of the mails, 35 % of the bytes
_HEAD_BYTES: Final = 16 << 10  # of the letter
_PART_HEAD_BYTES: Final = 2 << 10
_MOST_STRETCHES: Final = 1_000  # of one letter; a server that says more is no use
_TEXTS: Final = frozenset({"text/plain", "text/html"})
_BOM: Final = b"\xef\xbb\xbf"


class _NotSparseError(Exception):
    """It is better to fetch the letter whole; the message says why, for the log."""


def fetch_sparse(session: ImapSession, uid: int, size: int) -> FetchedMessage | None:
    """Fetch a letter of the open folder without its large files.

    None where it has none, or the server does not tell enough, or tells what is not so: it is to
    be fetched whole then.

    Args:
        size: in bytes, as the server told it.

    Raises:
        MailError: the connection failed.
    """
    try:
        leaves = session.structure(uid) or ()
        left = [number for number, leaf in enumerate(leaves) if _is_left(leaf)]
        return _Assembly(session, uid, size, leaves).fetched(left) if left else None
    except ServerRefusedError as error:
        _log.info("message %d is fetched whole: %s", uid, error)
    except _NotSparseError as error:
        _log.info("message %d is fetched whole: %s", uid, error)
    return None


def _is_left(leaf: Leaf) -> bool:
    """Whether a part is a file, and large."""
    is_text = leaf.content_type in _TEXTS and leaf.disposition != "attachment"
    return leaf.size > LARGE_PART_BYTES and not is_text


class _Assembly:
    """A letter that is fetched from its first byte to its last, with gaps."""

    def __init__(self, session: ImapSession, uid: int, size: int, leaves: Sequence[Leaf]) -> None:
        self._session = session
        self._uid = uid
        self._size = size
        self._leaves = leaves
        self._raw = bytearray()
        self._gaps: list[Gap] = []
        self._stretches = 0

    @property
    def _letter(self) -> SparseLetter:
        return SparseLetter(bytes(self._raw), tuple(self._gaps))

    def fetched(self, left: Sequence[int]) -> FetchedMessage:
        """The letter without the leaves of these numbers."""
        count = _HEAD_BYTES + self._length(0, left[0])
        heads = self._session.fetch_messages((self._uid,), count)
        if not heads:
            raise _NotSparseError("it is gone, or refused")
        head = heads[0]
        if len(head.raw) > count:
            raise _NotSparseError("the server hands out more than was asked for")
        self._raw += head.raw
        is_whole = len(head.raw) < count
        for number, following in zip(left, [*left[1:], None], strict=True):
            self._leave_out(number)
            is_whole = self._go_on(self._length(number + 1, following))
        while not is_whole:
            is_whole = self._go_on(self._length(len(self._leaves), None))
        letter = self._letter
        self._check(letter)
        return FetchedMessage(self._uid, head.flags, head.internal_date, letter.raw, letter.gaps)

    def _length(self, first: int, following: int | None) -> int:
        """How long the stretch from a leaf to the body of a following one is, or to the end."""
        if following is None:
            return max(0, self._size - self._letter.size) + _PART_HEAD_BYTES
        leaves = self._leaves[first:following]
        return sum(leaf.size for leaf in leaves) + _PART_HEAD_BYTES * (len(leaves) + 1)

    def _go_on(self, count: int) -> bool:
        """Fetch the next stretch; True where it is the last one."""
        self._stretches += 1
        if self._stretches > _MOST_STRETCHES:
            raise _NotSparseError("it does not end")
        more = self._session.fetch_bytes(self._uid, self._letter.size, count)
        if more is None or len(more) > count:
            raise _NotSparseError("the server hands out other bytes than were asked for")
        self._raw += more
        return len(more) < count

    def _leave_out(self, number: int) -> None:
        """End what is here with the header of a leaf, and go on behind its body."""
        while (place := self._body_place(number)) is None:
            if self._go_on(_HEAD_BYTES):
                raise _NotSparseError("its parts are others than the server says")
        length = self._leaves[number].size
        if len(self._raw) - place <= length:  # else all of it came, and more
            start = place + sum(gap.length for gap in self._gaps)
            del self._raw[place:]
            self._gaps.append(Gap(start, length))

    def _body_place(self, number: int) -> int | None:
        """Where the body of a leaf begins in what is here, None where it is not here yet."""
        _check_line_ends(self._raw)
        root, _ = read_parts(bytes(self._raw))
        leaves = list(_leaves_of(root))
        if number >= len(leaves):
            return None
        part, told = leaves[number], self._leaves[number]
        if part.data[part.start - 2 : part.start] != b"\n\n":  # the header may go on
            return None
        if part.content_type != told.content_type:
            raise _NotSparseError(f"{part.content_type} is told to be {told.content_type}")
        return part.start - 1 + part.data.count(b"\n", 1, part.start)

    def _check(self, letter: SparseLetter) -> None:
        """See that what will be read of the letter fits what the server told of it."""
        _check_line_ends(self._raw)
        root, _ = read_parts(letter.raw)
        kinds = [part.content_type for part in _leaves_of(root)]
        if kinds != [leaf.content_type for leaf in self._leaves]:
            raise _NotSparseError("its parts are others than the server says")
        empty = {part.start for part in files_of(root) if part.start == part.stop}
        if any(place + 1 not in empty for place in letter.places()):
            raise _NotSparseError("a part is of another length than the server says")


def _check_line_ends(raw: bytearray) -> None:
    if (
        raw.count(b"\n") != raw.count(b"\r\n")
        or b"\r\r\n" in raw
        or raw.startswith((_BOM, b"\r\n"))
    ):
        raise _NotSparseError("its line ends are not those of mail")


def _leaves_of(part: Part) -> Iterator[Part]:
    if not part.children:
        yield part
    for child in part.children:
        yield from _leaves_of(child)
