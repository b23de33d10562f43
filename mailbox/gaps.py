"""What of a letter is still on the server: stretches of its bytes, counted as the server counts.

The bytes of a letter that are here stand one after the other, without the gaps between them. So
that a place in them can be found again, such a letter has CRLF line ends and no others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

_BASE64_LINE: Final = 78  # RFC 2045 section 6.8: 76 characters, which stand for 57 bytes, and CRLF
_BYTES_IN_LINE: Final = 57


@dataclass(frozen=True, slots=True, order=True)
class Gap:
    """A stretch of a letter that is not here.

    Attributes:
        start: its first byte, counted from the letter's first byte on the server.
    """

    start: int
    length: int

    @property
    def end(self) -> int:
        """The first byte behind it."""
        return self.start + self.length


@dataclass(frozen=True, slots=True)
class SparseLetter:
    """The bytes of a letter that are here.

    Attributes:
        raw: without the gaps.
        gaps: in their order; none where the letter is whole.
    """

    raw: bytes = field(repr=False)
    gaps: tuple[Gap, ...] = ()

    @property
    def size(self) -> int:
        """That of the whole letter, in bytes."""
        return len(self.raw) + sum(gap.length for gap in self.gaps)

    def stretches(self) -> Iterator[tuple[int, bytes]]:
        """What is here between the gaps: its first byte in the whole letter, and its bytes."""
        at = start = 0
        for gap in self.gaps:
            length = gap.start - start
            yield start, self.raw[at : at + length]
            at += length
            start = gap.end
        yield start, self.raw[at:]

    def around(self, gap: Gap, most: int) -> tuple[bytes, bytes]:
        """What is here right before and right behind a gap, at most so many bytes each."""
        before = behind = b""
        for start, piece in self.stretches():
            if start + len(piece) == gap.start:
                before = piece[max(0, len(piece) - most) :]
            if start == gap.end:
                behind = piece[:most]
        return before, behind

    def filled(self, contents: Mapping[Gap, bytes]) -> SparseLetter:
        """The letter with what came of some gaps in its place."""
        pieces: list[bytes] = []
        stretches = self.stretches()
        for gap in self.gaps:
            pieces += [next(stretches)[1], contents.get(gap, b"")]
        pieces.append(next(stretches)[1])
        left = tuple(gap for gap in self.gaps if gap not in contents)
        return SparseLetter(b"".join(pieces), left)

    def agrees_with(self, other: SparseLetter) -> bool:
        """Whether both are of one size, and have the same bytes wherever both have any."""
        if self.size != other.size:
            return False
        for start, piece in self.stretches():
            for other_start, other_piece in other.stretches():
                low = max(start, other_start)
                high = max(low, min(start + len(piece), other_start + len(other_piece)))
                mine = piece[low - start : high - start]
                if mine != other_piece[low - other_start : high - other_start]:
                    return False
        return True

    def places(self) -> dict[int, int]:
        """Where the gaps stand in the bytes that are here, with LF line ends; their lengths."""
        found, left_out = {}, 0
        for gap in self.gaps:
            place = gap.start - left_out
            found[place - self.raw.count(b"\n", 0, place)] = gap.length
            left_out += gap.length
        return found


def content_size(length: int, encoding: str) -> int:
    """How many bytes so many bytes of a part stand for; of base64 right to within two bytes."""
    if encoding != "base64":
        return length
    lines, rest = divmod(length, _BASE64_LINE)
    return lines * _BYTES_IN_LINE + rest * 3 // 4
