"""The MIME tree of a message (RFC 2045, 2046): parts, their parameters and their file names."""

from __future__ import annotations

import binascii
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import unquote_to_bytes

from . import charset
from .headers import Headers, characters, clean_line, decode_base64, decode_words, read_headers

MAX_DEPTH: Final = 20
MAX_PARTS: Final = 500
_MAX_BOUNDARY_BYTES: Final = 200
_MAX_NAME_BYTES: Final = 200
_MAX_ENDING_CHARS: Final = 20

_PARAMETER: Final = re.compile(
    r""";\s*+([^\s=;*"]++)(?:\*(\d{1,3}))?+(\*)?+\s*+=\s*+("(?:[^"\\]|\\.)*+"|[^;]*+)""", re.DOTALL
)
_QUOTED: Final = re.compile(r'"(.*)"', re.DOTALL)
_ESCAPE: Final = re.compile(r'\\(["\\])')
_MEDIA_TYPE: Final = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*")
_BOUNDARY_LIKE: Final = re.compile(rb"^--(?P<name>[^\s-][^\n]{0,198}?)[ \t\r]*\n[!-9;-~]+:", re.M)

_NOT_IN_NAMES: Final = re.compile(r'[<>:"|?*]')
_RESERVED: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
_ENDINGS: Final = {
    "image/jpeg": "image.jpg",
    "image/png": "image.png",
    "image/gif": "image.gif",
    "application/pdf": "document.pdf",
    "text/plain": "text.txt",
    "text/html": "page.html",
    "text/calendar": "invitation.ics",
    "message/rfc822": "letter.eml",
    "message/delivery-status": "delivery-status.txt",
    "text/rfc822-headers": "headers.txt",
    "application/pgp-signature": "signature.asc",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A node of the tree: a multipart has children, every other part a body.

    Attributes:
        content_type: "type/subtype" in lower case.
        parameters: those of Content-Type, by lower-case name.
        filename: the safe name that the sender gave it, "" where there is none.
        is_attachment: Content-Disposition says so.
        body: still in its transfer encoding, LF line ends.
    """

    headers: Headers
    content_type: str
    parameters: Mapping[str, str]
    filename: str
    is_attachment: bool
    body: bytes
    children: tuple[Part, ...] = ()

    def content(self) -> bytes:
        """The body without its transfer encoding."""
        return _decoded(self.body, self.headers.token("content-transfer-encoding"))

    def content_size(self) -> int:
        """How many bytes `content` has, without decoding base64."""
        if self.headers.token("content-transfer-encoding") != "base64":
            return len(self.content())
        marks = len(self.body) - sum(self.body.count(c) for c in (b"\n", b"\r", b" "))
        padding = self.body[-8:].count(b"=")
        return max(0, marks * 3 // 4 - padding)

    def shown_name(self) -> str:
        """The file name, or a plain one after the type."""
        return self.filename or _ENDINGS.get(self.content_type, "attachment.bin")


class Reader:
    """Reads one message into its tree, with bounds on depth and number of parts."""

    def __init__(self) -> None:
        self.defects: list[str] = []
        self._parts = 0

    def read(self, data: bytes, default_type: str = "text/plain", depth: int = 0) -> Part:
        """The tree of a message or part with LF line ends; never raises."""
        self._parts += 1
        headers, body = read_headers(data, self.defects)
        content_type, parameters = _content_type(headers, default_type)
        disposition, names = _split(characters(headers.first("content-disposition")))
        name = names.get("filename") or parameters.get("name", "")
        children: tuple[Part, ...] = ()
        if content_type.startswith("multipart/"):
            children = self._children(body, content_type, parameters.get("boundary", ""), depth)
            if not children:
                content_type = "text/plain" if depth < MAX_DEPTH else "application/octet-stream"
        return Part(
            headers=headers,
            content_type=content_type,
            parameters=parameters,
            filename=safe_name(name) if name else "",
            is_attachment=disposition == "attachment",
            body=b"" if children else body,
            children=children,
        )

    def _children(
        self, body: bytes, content_type: str, boundary: str, depth: int
    ) -> tuple[Part, ...]:
        if depth >= MAX_DEPTH:
            self.defects.append(f"parts are nested deeper than {MAX_DEPTH} levels")
            return ()
        pieces = self._pieces(body, boundary)
        default = "message/rfc822" if content_type == "multipart/digest" else "text/plain"
        children = []
        for piece in pieces:
            if self._parts >= MAX_PARTS:
                self.defects.append(f"there are more than {MAX_PARTS} parts")
                break
            children.append(self.read(piece, default, depth + 1))
        return tuple(children)

    def _pieces(self, body: bytes, boundary: str) -> list[bytes]:
        """The parts between the boundaries; where they are missing, between what looks so."""
        name = boundary.encode("utf-8", "replace")[:_MAX_BOUNDARY_BYTES].rstrip()
        pieces = _split_at(body, name) if name else []
        if not pieces:
            self.defects.append("the boundary of a multipart is missing")
            likely = _BOUNDARY_LIKE.search(body)
            pieces = _split_at(body, likely["name"]) if likely else []
        return pieces


def _split_at(body: bytes, boundary: bytes) -> list[bytes]:
    """What stands between delimiter lines (RFC 2046 section 5.1.1); the last may be missing."""
    text = b"\n" + body
    delimiter = b"\n--" + boundary
    pieces: list[bytes] = []
    start: int | None = None
    at = text.find(delimiter)
    while at >= 0:
        behind = at + len(delimiter)
        line_end = text.find(b"\n", behind)
        line_end = len(text) if line_end < 0 else line_end
        rest = text[behind : min(line_end, behind + _MAX_BOUNDARY_BYTES)].strip()
        if rest in {b"", b"--"}:
            if start is not None:
                pieces.append(text[start : max(start, at)])
            start = line_end + 1
            if rest or len(pieces) > MAX_PARTS:
                return pieces
        at = text.find(delimiter, line_end)
    if start is not None and start < len(text):
        pieces.append(text[start:])
    return pieces


def _content_type(headers: Headers, default: str) -> tuple[str, Mapping[str, str]]:
    """The type, "text/plain" where it is no type at all (RFC 2045 section 5.2)."""
    kind, parameters = _split(characters(headers.first("content-type")))
    if not kind:
        return default, parameters
    return kind if _MEDIA_TYPE.fullmatch(kind) else "text/plain", parameters


def _split(value: str) -> tuple[str, dict[str, str]]:
    """A value and its parameters; continued and encoded ones are put together (RFC 2231)."""
    found: dict[str, dict[int, tuple[str, bool]]] = {}
    for name, number, star, raw in _PARAMETER.findall(value):
        text = raw.strip()
        quoted = _QUOTED.fullmatch(text)
        text = _ESCAPE.sub(r"\1", quoted[1]) if quoted else text.strip('"')
        is_extended = bool(number or star)
        key = name.lower() + ("*" if is_extended else "")
        found.setdefault(key, {}).setdefault(int(number or 0), (text, bool(star)))
    parameters = {
        name: _extended(pieces) if name.endswith("*") else decode_words(pieces[0][0])
        for name, pieces in found.items()
    }
    for name in [name for name in parameters if name.endswith("*")]:
        parameters[name[:-1]] = parameters.pop(name)
    return value.partition(";")[0].strip().lower(), parameters


def _extended(pieces: Mapping[int, tuple[str, bool]]) -> str:
    label = ""
    raw = b""
    for place, number in enumerate(sorted(pieces)):
        text, is_encoded = pieces[number]
        if place == 0 and is_encoded and text.count("'") > 1:
            label, _, text = text.split("'", 2)
        raw += unquote_to_bytes(text) if is_encoded else text.encode("utf-8", "replace")
    return charset.decode(raw, label or None)


def safe_name(name: str) -> str:
    """A plain file name for any system: no path, no controls, nothing reserved, its end kept."""
    plain = " ".join(clean_line(name).split())
    last = next((p for p in reversed(re.split(r"[/\\]", plain)) if p.strip(". ")), "")
    last = _NOT_IN_NAMES.sub("_", last).strip().rstrip(". ").lstrip(".- ")
    if _RESERVED.match(last):
        last = "_" + last
    if len(last.encode()) > _MAX_NAME_BYTES:
        ending = PurePosixPath(last).suffix
        ending = ending if len(ending) <= _MAX_ENDING_CHARS else last[-_MAX_ENDING_CHARS:]
        room = _MAX_NAME_BYTES - len(ending.encode())
        last = last.removesuffix(ending).encode()[:room].decode("utf-8", "ignore") + ending
    return last


def _decoded(body: bytes, encoding: str) -> bytes:
    if encoding == "base64":
        return decode_base64(body)
    if encoding == "quoted-printable":
        return binascii.a2b_qp(body)
    return body
