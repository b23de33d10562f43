"""Files that go with a letter: what is known of each, and how it stands in the letter's bytes.

A letter is built with a mark in place of each file, which names the file by the SHA-256 of its
content. `filled` puts the contents in. So what is approved, and hashed, fixes every byte of what
goes out, and stays small.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final
from urllib.parse import quote

from .parts import safe_name

# RFC 2231 section 7: what may stand in an extended value as it is.
_PLAIN_IN_VALUES: Final = "!#$&+-.^_`|~"
_PIECE_CHARS: Final = 60
_LINE_BYTES: Final = 57  # of content in a line of base64 (RFC 2045 section 6.8)
_LINE_CHARS: Final = 78
_MARK: Final = re.compile(rb"\x00([0-9a-f]{64})\x00\r\n")
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_ESCAPED: Final = re.compile(r'(["\\])')
_TYPE: Final = re.compile(r"[a-z]+/[a-z0-9.+-]+(?:; charset=utf-8)?")
UNKNOWN_TYPE: Final = "application/octet-stream"

# By how a file begins; then the ending decides, where the beginning fits it.
_HEADS: Final = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
_OFFICE: Final = "application/vnd.openxmlformats-officedocument"
_IN_ZIP: Final = {
    "docx": f"{_OFFICE}.wordprocessingml.document",
    "xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    "pptx": f"{_OFFICE}.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "epub": "application/epub+zip",
    "zip": "application/zip",
}
_TEXTS: Final = {"txt": "text/plain", "csv": "text/csv"}
_BOXES: Final = {b"heic": "image/heic", b"heix": "image/heic", b"mif1": "image/heif",
                 b"avif": "image/avif", b"qt  ": "video/quicktime"}  # fmt: skip
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_OFFICE: Final = {"doc": "application/msword", "xls": "application/vnd.ms-excel"}


class PhotoData(StrEnum):
    """What a picture tells beside what it shows: place, time, camera."""

    NOTHING = ""
    TAKEN_OUT = "taken_out"
    PERHAPS = "perhaps"


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file that goes with a reply.

    Attributes:
        name: plain, without a path.
        size: how many bytes it has.
        sha256: of these bytes, by which they are found.
        photo_data: what became of the hidden data of a picture.
    """

    name: str
    media_type: str
    size: int
    sha256: str
    photo_data: PhotoData = PhotoData.NOTHING

    @property
    def ending(self) -> str:
        """The ending of the name in lower case, "" where it has none."""
        stem, dot, ending = self.name.rpartition(".")
        return ending.lower() if stem and dot else ""


def describe(name: str, content: bytes, photo_data: PhotoData = PhotoData.NOTHING) -> Enclosure:
    """What is to be known of a file; its name is made plain, its type found by its content."""
    plain = safe_name(name) or "file"
    made = Enclosure(plain, UNKNOWN_TYPE, len(content), digest_of(content), photo_data)
    return Enclosure(
        plain, media_type(made.ending, content), made.size, made.sha256, made.photo_data
    )


def digest_of(content: bytes) -> str:
    """The SHA-256 by which a content is kept."""
    return hashlib.sha256(content).hexdigest()


def media_type(ending: str, content: bytes) -> str:
    """The type of a file by its content, and where that leaves several, by its ending."""
    for head, found in _HEADS:
        if content.startswith(head):
            return found
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        return "image/webp"
    if content[4:8] == b"ftyp":
        return _BOXES.get(content[8:12], "video/mp4" if ending in {"mp4", "m4v"} else UNKNOWN_TYPE)
    for head, by_ending in ((b"PK\x03\x04", _IN_ZIP), (_OLE, _OLD_OFFICE)):
        if content.startswith(head):
            return by_ending.get(ending, UNKNOWN_TYPE)
    return f"{_TEXTS[ending]}; charset=utf-8" if _is_text(ending, content) else UNKNOWN_TYPE


def from_document(document: Mapping[str, Any]) -> Enclosure:
    """What `dataclasses.asdict` and JSON made of one.

    Raises:
        ValueError: it is something else.
        KeyError, TypeError: likewise.
    """
    made = Enclosure(
        str(document["name"]),
        str(document["media_type"]),
        int(document["size"]),
        str(document["sha256"]),
        PhotoData(document.get("photo_data", "")),
    )
    if not _HASH.fullmatch(made.sha256):
        raise ValueError(f"{made.sha256!r} is no SHA-256")
    return made


def with_files(
    fields: Sequence[str], text: bytes, enclosures: Sequence[Enclosure], salt: str
) -> tuple[str, bytes]:
    """The type and the content of a letter with files (RFC 2046 section 5.1.3).

    Args:
        fields: those of the text, each folded, without a line end.
        text: the text in its transfer encoding.
        enclosures: the files; a mark stands for the content of each.
        salt: what no other letter has, for the boundary.
    """
    seed = "\n".join([salt, *(one.sha256 for one in enclosures)])
    # "=_" stands in no base64 and in no quoted-printable.
    boundary = "=_" + hashlib.sha256(seed.encode()).hexdigest()[:40]
    parts = [_part(fields, text), *(_part(_fields(one), _mark(one)) for one in enclosures)]
    delimiter = f"--{boundary}".encode("ascii")
    pieces = [piece for part in parts for piece in (delimiter, b"\r\n", part)]
    # The line end before a delimiter belongs to it; that of the text's last line is the text's.
    pieces.insert(3, b"\r\n")
    return f'multipart/mixed; boundary="{boundary}"', b"".join([*pieces, delimiter, b"--\r\n"])


def filled(letter: bytes, content_of: Callable[[str], bytes]) -> bytes:
    """A built letter with the contents of its files in place of their marks.

    Args:
        letter: as `outgoing.build` made it; one without files is given back as it is.
        content_of: the content that has a SHA-256; what it raises is raised here.
    """
    return _MARK.sub(lambda found: _encoded(content_of(found[1].decode("ascii"))), letter)


def size_as_sent(size: int) -> int:
    """How many bytes a file of this size has in a letter."""
    lines, rest = divmod(size, _LINE_BYTES)
    return lines * _LINE_CHARS + ((rest + 2) // 3 * 4 + 2 if rest else 0)


def _encoded(content: bytes) -> bytes:
    return base64.encodebytes(content).replace(b"\n", b"\r\n")


def _mark(enclosure: Enclosure) -> bytes:
    if not _HASH.fullmatch(enclosure.sha256):
        raise ValueError(f"{enclosure.name} has no SHA-256.")
    return b"\x00" + enclosure.sha256.encode("ascii") + b"\x00\r\n"


def _part(fields: Sequence[str], content: bytes) -> bytes:
    return "\r\n".join([*fields, "", ""]).encode("ascii") + content


def _fields(enclosure: Enclosure) -> list[str]:
    """The fields of a file's part.

    The name stands in Content-Disposition as RFC 2231 wants it, and in Content-Type as RFC 2047,
    for Outlook and older programs look there only.
    """
    kind = enclosure.media_type if _TYPE.fullmatch(enclosure.media_type) else UNKNOWN_TYPE
    kind, _, charset = kind.partition("; ")
    name = safe_name(enclosure.name) or "file"
    return [
        _lines("Content-Type", kind, *([charset] if charset else []), f'name="{_worded(name)}"'),
        _lines("Content-Disposition", "attachment", *_filename(name)),
        "Content-Transfer-Encoding: base64",
    ]


def _lines(field: str, value: str, *parameters: str) -> str:
    """A field with each parameter on a line of its own."""
    return ";\r\n ".join([f"{field}: {value}", *parameters])


def _worded(name: str) -> str:
    """A name for a quoted string: as it is, or in encoded words, which many read there."""
    if name.isascii() and "=?" not in name:
        return _ESCAPED.sub(r"\\\1", name)
    pieces = [""]
    for character in name:
        if len((pieces[-1] + character).encode()) > _PIECE_CHARS * 3 // 4:
            pieces.append("")
        pieces[-1] += character
    words = (base64.b64encode(piece.encode()).decode("ascii") for piece in pieces)
    return "\r\n ".join(f"=?utf-8?B?{word}?=" for word in words)


def _filename(name: str) -> list[str]:
    if name.isascii() and "=?" not in name and "%" not in name:
        plain = _ESCAPED.sub(r"\\\1", name)
        return [f'filename="{plain}"']
    signs = re.findall(r"%[0-9A-F]{2}|[^%]", quote(name, safe=_PLAIN_IN_VALUES))
    pieces = [""]
    for sign in signs:
        if len(pieces[-1]) + len(sign) > _PIECE_CHARS:
            pieces.append("")
        pieces[-1] += sign
    if len(pieces) == 1:
        return [f"filename*=utf-8''{pieces[0]}"]
    begin = "utf-8''"
    return [
        f"filename*{number}*={'' if number else begin}{piece}"
        for number, piece in enumerate(pieces)
    ]


def _is_text(ending: str, content: bytes) -> bool:
    try:
        return ending in _TEXTS and "\x00" not in content.decode("utf-8")
    except UnicodeDecodeError:
        return False
