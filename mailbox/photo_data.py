"""What a picture tells beside what it shows, taken out: places, times, cameras, small copies.

A telephone writes into each photo where it was taken, which at home is the seller's address. The
picture itself is not touched: parts of the file are left out, nothing is compressed anew. How a
photo is to be turned stays, for without it many would lie on their side.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from typing import Final

from .enclosure import PhotoData

_JPEG: Final = b"\xff\xd8"
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_EXIF: Final = b"Exif\x00\x00"
_MORE_PICTURES: Final = (
    b"MPF\x00"  # says where others stand behind the end, each with its own data
)
_APP1, _APP2, _APP13, _COMMENT = 0xE1, 0xE2, 0xED, 0xFE
_SOS, _EOI = 0xDA, 0xD9
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD8)})  # markers without a length
_UPRIGHT: Final = 1
_TURNS: Final = range(1, 9)
_ORIENTATION: Final = 0x0112
_SHORT: Final = 3
_MOST_ENTRIES: Final = 1_000
# Kinds of PNG text in which programs keep what they know of a photo.
_TELLING: Final = (b"XML:com.adobe.xmp", b"Raw profile type ")
_TEXTS: Final = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_WEBP_EXIF: Final = 0x08
_WEBP_XMP: Final = 0x04


def without_photo_data(content: bytes) -> tuple[bytes, PhotoData]:
    """A file without what a picture tells beside what it shows, and what became of that.

    A file that is no JPEG, PNG or WebP, or a damaged one, is given back as it is; where it is of a
    kind that can hold a place, that is said.
    """
    try:
        if content.startswith(_JPEG):
            cleaned = b"".join(_jpeg_parts(content))
        elif content.startswith(_PNG):
            cleaned = _PNG + b"".join(_png_chunks(content))
        elif content.startswith(b"RIFF") and content[8:12] == b"WEBP":
            cleaned = _webp(content)
        else:
            return content, PhotoData.PERHAPS if _may_tell(content) else PhotoData.NOTHING
    except (struct.error, ValueError, IndexError):
        return content, PhotoData.PERHAPS
    return cleaned, PhotoData.NOTHING if cleaned == content else PhotoData.TAKEN_OUT


def _may_tell(content: bytes) -> bool:
    """HEIC, AVIF and films keep it where it can't be taken out safely; TIFF is made of it."""
    return content[4:8] == b"ftyp" or content.startswith((b"II*\x00", b"MM\x00*"))


def _jpeg_parts(content: bytes) -> Iterator[bytes]:
    """The parts of a JPEG that make the picture (ISO 10918-1, annex B)."""
    yield _JPEG
    at, turn = 2, _UPRIGHT
    segments: list[bytes] = []
    while True:
        marker, begin, end = _jpeg_segment(content, at)
        if marker == _EOI:
            segments.append(content[begin:end])
            break
        data = content[begin + 4 : end]
        if marker == _APP1 and data.startswith(_EXIF):
            turn = _turn_of(data[len(_EXIF) :])
        is_telling = marker in {_APP1, _APP13, _COMMENT} or (
            marker == _APP2 and data.startswith(_MORE_PICTURES)
        )
        if marker == _SOS:
            end = _scan_end(content, end)
        if not is_telling:
            segments.append(content[begin:end])
        at = end
    if turn != _UPRIGHT:
        # JFIF wants its own segment first; behind it is where Exif is looked for.
        has_jfif = segments[0][:2] == b"\xff\xe0"
        exif = _EXIF + _turned(turn)
        kept = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
        segments.insert(1 if has_jfif else 0, kept)
    yield from segments


def _jpeg_segment(content: bytes, at: int) -> tuple[int, int, int]:
    """The marker of the next segment, and where it begins and ends."""
    if content[at] != 0xFF:  # noqa: PLR2004 - each marker begins so
        raise ValueError("no marker where one must stand")
    while content[at + 1] == 0xFF:  # noqa: PLR2004 - filling
        at += 1
    marker = content[at + 1]
    if marker == _EOI or marker in _ALONE:
        return marker, at, at + 2
    (length,) = struct.unpack_from(">H", content, at + 2)
    end = at + 2 + length
    if length < 2 or end > len(content):  # noqa: PLR2004 - the length counts itself
        raise ValueError("a segment is cut off")
    return marker, at, end


def _scan_end(content: bytes, at: int) -> int:
    """Where the pixels that begin there end: at a marker that is no part of them."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0 or at + 1 >= len(content):
            raise ValueError("the picture is cut off")
        following = content[at + 1]
        if following == 0xFF:  # noqa: PLR2004 - filling
            at += 1
        elif following == 0 or following in _ALONE:
            at += 2
        else:
            return at


def _png_chunks(content: bytes) -> Iterator[bytes]:
    """The chunks of a PNG that make the picture; nothing behind its end."""
    at = len(_PNG)
    while True:
        (length,) = struct.unpack_from(">I", content, at)
        kind = content[at + 4 : at + 8]
        end = at + 12 + length
        if end > len(content):
            raise ValueError("a chunk is cut off")
        data = content[at + 8 : end - 4]
        if kind == b"eXIf":
            turn = _turn_of(data)
            if turn != _UPRIGHT:
                yield _png_chunk(kind, _turned(turn))
        elif kind != b"tIME" and not (kind in _TEXTS and data.startswith(_TELLING)):
            yield content[at:end]
        if kind == b"IEND":
            return
        at = end


def _png_chunk(kind: bytes, data: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + checksum


def _webp(content: bytes) -> bytes:
    """A WebP without its chunks EXIF and XMP, and without the flags that announce them."""
    (size,) = struct.unpack_from("<I", content, 4)
    stop = 8 + size
    if stop > len(content):
        raise ValueError("the picture is cut off")
    kept: list[bytes] = []
    at = 12
    while at + 8 <= stop:
        kind = content[at : at + 4]
        (length,) = struct.unpack_from("<I", content, at + 4)
        end = at + 8 + length + length % 2
        if end > stop:
            raise ValueError("a chunk is cut off")
        chunk = content[at:end]
        if kind == b"VP8X":
            flags = chunk[8] & ~(_WEBP_EXIF | _WEBP_XMP)
            chunk = chunk[:8] + bytes([flags]) + chunk[9:]
        if kind not in {b"EXIF", b"XMP "}:
            kept.append(chunk)
        at = end
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _turn_of(tiff: bytes) -> int:
    """How the picture is to be turned (Exif 2.32, tag 274); upright where that is not said."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return _UPRIGHT
    try:
        (first,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, first)
        for number in range(min(count, _MOST_ENTRIES)):
            tag, kind, _, turn = struct.unpack_from(f"{order}HHIH", tiff, first + 2 + 12 * number)
            if tag == _ORIENTATION and kind == _SHORT and turn in _TURNS:
                return int(turn)
    except struct.error:
        pass
    return _UPRIGHT


def _turned(turn: int) -> bytes:
    """Exif data that says nothing but how the picture is to be turned."""
    entry = struct.pack(">HHIHH", _ORIENTATION, _SHORT, 1, turn, 0)
    return b"MM\x00*" + struct.pack(">IH", 8, 1) + entry + struct.pack(">I", 0)
