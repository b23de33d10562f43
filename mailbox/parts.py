"""The MIME tree of a message (RFC 2045, 2046): parts, their parameters and their file names."""

from __future__ import annotations

import binascii
import re
from collections.abc import Mapping
from functools import lru_cache
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final, NamedTuple
from urllib.parse import unquote_to_bytes

from . import charset
from .headers import Headers, clean_line, decode_base64, decode_words, read_headers

MAX_DEPTH: Final = 20
MAX_PARTS: Final = 500
_MAX_BOUNDARY_BYTES: Final = 200
_MAX_NAME_BYTES: Final = 200
_MAX_ENDING_CHARS: Final = 20

# No possessive group that can fail half-way: Python before 3.11.5 reads on from there.
_PARAMETER: Final = re.compile(
    r""";\s*+([^\s=;*"]++)(?:\*(\d{1,3}))?(\*)?\s*+=\s*+("(?:[^"\\]|\\.)*+"|[^;]*+)""", re.DOTALL
)
_TELLING: Final = re.compile(r"charset|report-type", re.IGNORECASE)  # of a header alone
_QUOTED: Final = re.compile(r'"(.*)"', re.DOTALL)
_ESCAPE: Final = re.compile(r'\\(["\\])')
_MEDIA_TYPE: Final = re.compile(r"[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*")
_BOUNDARY_LIKE: Final = re.compile(rb"^--(?P<name>[^\s-][^\n]{0,198}?)[ \t\r]*\n[!-9;-~]+:", re.M)

_NO_PARAMETERS: Final[Mapping[str, str]] = MappingProxyType({})
_MAX_KEPT_CHARS: Final = 100
_USUAL_TYPES: Final = frozenset({"multipart/mixed", "multipart/alternative"})

_BLANKS: Final = b" \t\r\n"

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


Place = tuple[int, int]  # where a part begins and ends in the bytes of its message


class Part(NamedTuple):
    """A node of the tree: a multipart has children, every other part a body.

    Attributes:
        content_type: "type/subtype" in lower case.
        parameters: those of Content-Type, by lower-case name.
        filename: the safe name that the sender gave it, "" where there is none.
        is_attachment: Content-Disposition says so.
        data: the whole message, LF line ends; the body stands from `start` to `stop`, still in its
            transfer encoding, and is taken out only where it is read.
    """

    headers: Headers
    content_type: str
    parameters: Mapping[str, str]
    filename: str
    is_attachment: bool
    data: bytes
    start: int
    stop: int
    children: tuple[Part, ...] = ()

    def content(self) -> bytes:
        """The body without its transfer encoding."""
        return _decoded(
            self.data[self.start : self.stop], self.headers.token("content-transfer-encoding")
        )

    def content_size(self) -> int:
        """How many bytes `content` has, without decoding base64."""
        if self.headers.token("content-transfer-encoding") != "base64":
            return len(self.content())
        return _base64_size(self.data, self.start, self.stop)

    def shown_name(self) -> str:
        """The file name, or a plain one after the type."""
        return self.filename or _ENDINGS.get(self.content_type, "attachment.bin")


class Reader:
    """Reads one message into its tree, with bounds on depth and number of parts."""

    def __init__(self) -> None:
        self.defects: list[str] = []
        self._data = b""
        self._parts = 0

    def read(self, data: bytes) -> Part:
        """The tree of a message with LF line ends; never raises."""
        self._data = b"\n" + data
        return self._read(1, len(self._data), "text/plain", 0)

    def read_header(self, data: bytes) -> Part:
        """The root of a message of which only the header is here, whatever parts it announces."""
        self._data = b"\n" + data
        stop = len(self._data)
        headers, _ = read_headers(self._data, 1, stop, self.defects)
        written = headers.text("content-type")
        if _TELLING.search(written) is None:  # the boundary of parts that are not here
            written = written.partition(";")[0]
        content_type, parameters = _content_type(written, "text/plain")
        return Part(headers, content_type, parameters, "", False, self._data, stop, stop)  # noqa: FBT003 - a record

    def _read(self, start: int, stop: int, default_type: str, depth: int) -> Part:
        self._parts += 1
        headers, body = read_headers(self._data, start, stop, self.defects)
        content_type, parameters = _content_type(headers.text("content-type"), default_type)
        written = headers.text("content-disposition")
        disposition, names = _split(written) if written else ("", _NO_PARAMETERS)
        name = names.get("filename") or parameters.get("name", "")
        children: tuple[Part, ...] = ()
        if content_type.startswith("multipart/"):
            boundary = parameters.get("boundary", "")
            children = self._children(body, stop, content_type, boundary, depth)
            if not children:
                content_type = "text/plain" if depth < MAX_DEPTH else "application/octet-stream"
        return Part(
            headers=headers,
            content_type=content_type,
            parameters=parameters,
            filename=safe_name(name) if name else "",
            is_attachment=disposition == "attachment",
            data=self._data,
            start=body,
            stop=stop,
            children=children,
        )

    def _children(
        self, start: int, stop: int, content_type: str, boundary: str, depth: int
    ) -> tuple[Part, ...]:
        if depth >= MAX_DEPTH:
            self.defects.append(f"parts are nested deeper than {MAX_DEPTH} levels")
            return ()
        default = "message/rfc822" if content_type == "multipart/digest" else "text/plain"
        children = []
        for first, last in self._pieces(start, stop, boundary):
            if self._parts >= MAX_PARTS:
                self.defects.append(f"there are more than {MAX_PARTS} parts")
                break
            children.append(self._read(first, last, default, depth + 1))
        return tuple(children)

    def _pieces(self, start: int, stop: int, boundary: str) -> list[Place]:
        """The parts between the boundaries; where they are missing, between what looks so."""
        name = boundary.encode("utf-8", "replace")[:_MAX_BOUNDARY_BYTES].rstrip()
        pieces = _split_at(self._data, start, stop, name) if name else []
        if not pieces:
            self.defects.append("the boundary of a multipart is missing")
            likely = _BOUNDARY_LIKE.search(self._data, start, stop)
            pieces = _split_at(self._data, start, stop, likely["name"]) if likely else []
        return pieces


def _split_at(data: bytes, start: int, stop: int, boundary: bytes) -> list[Place]:
    """What stands between delimiter lines (RFC 2046 section 5.1.1); the last may be missing.

    A line end must stand before `start`.
    """
    delimiter = b"\n--" + boundary
    pieces: list[Place] = []
    first: int | None = None
    at = data.find(delimiter, start - 1, stop)
    while at >= 0:
        behind = at + len(delimiter)
        line_end = data.find(b"\n", behind, stop)
        line_end = stop if line_end < 0 else line_end
        rest = data[behind : min(line_end, behind + _MAX_BOUNDARY_BYTES)].strip()
        if rest in {b"", b"--"}:
            if first is not None:
                pieces.append((first, max(first, at)))
            first = line_end + 1
            if rest or len(pieces) > MAX_PARTS:
                return pieces
        at = data.find(delimiter, line_end, stop)
    if first is not None and first < stop:
        pieces.append((first, stop))
    return pieces


def _content_type(value: str, default: str) -> tuple[str, Mapping[str, str]]:
    """The type, "text/plain" where it is no type at all (RFC 2045 section 5.2)."""
    if not value:
        return default, _NO_PARAMETERS
    kind, parameters = _split(value)
    if not kind:
        return default, parameters
    is_usual = kind in _ENDINGS or kind in _USUAL_TYPES
    return kind if is_usual or _MEDIA_TYPE.fullmatch(kind) else "text/plain", parameters


def _split(value: str) -> tuple[str, Mapping[str, str]]:
    """A value and its parameters; continued and encoded ones are put together (RFC 2231)."""
    return _split_once(value) if len(value) <= _MAX_KEPT_CHARS else _split_anew(value)


@lru_cache(maxsize=256)
def _split_once(value: str) -> tuple[str, Mapping[str, str]]:
    """The same for values of a length that is worth keeping: most parts repeat a few of them."""
    return _split_anew(value)


def _split_anew(value: str) -> tuple[str, Mapping[str, str]]:
    kind, semicolon, _ = value.partition(";")
    kind = kind.strip().lower()
    if not semicolon:
        return kind, _NO_PARAMETERS
    if "*" not in value:
        plain: dict[str, str] = {}
        for name, _, _, raw in _PARAMETER.findall(value):
            plain.setdefault(name.lower(), decode_words(_unquoted(raw.strip())))
        return kind, MappingProxyType(plain)
    found: dict[str, dict[int, tuple[str, bool]]] = {}
    for name, number, star, raw in _PARAMETER.findall(value):
        text = _unquoted(raw.strip())
        is_extended = bool(number or star)
        key = name.lower() + ("*" if is_extended else "")
        found.setdefault(key, {}).setdefault(int(number or 0), (text, bool(star)))
    parameters = {
        name: _extended(pieces) if name.endswith("*") else decode_words(pieces[0][0])
        for name, pieces in found.items()
    }
    for name in [name for name in parameters if name.endswith("*")]:
        parameters[name[:-1]] = parameters.pop(name)
    return kind, MappingProxyType(parameters)


def _unquoted(text: str) -> str:
    if '"' not in text:
        return text
    quoted = _QUOTED.fullmatch(text)
    return _ESCAPE.sub(r"\1", quoted[1]) if quoted else text.strip('"')


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


def _base64_size(data: bytes, start: int, stop: int) -> int:
    """How many bytes stand behind base64; a look at the line ends tells it of an even block."""
    stop = start + len(data[start:stop].rstrip(_BLANKS))
    width = data.find(b"\n", start, stop) + 1 - start
    line_ends = data[start + width - 1 : stop : width] if width > 0 else b""
    is_even = line_ends.count(b"\n") == len(line_ends)
    blanks = len(line_ends) if is_even else sum(data.count(c, start, stop) for c in _BLANKS)
    padding = data.count(b"=", max(start, stop - 8), stop)
    return max(0, (stop - start - blanks) * 3 // 4 - padding)


def _decoded(body: bytes, encoding: str) -> bytes:
    if encoding == "base64":
        return decode_base64(body)
    if encoding == "quoted-printable":
        return binascii.a2b_qp(body)
    return body
