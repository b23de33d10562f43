"""What a fake IMAP server tells of the parts of its messages: BODYSTRUCTURE, sections, partials.

A reader of its own, so that ours is not tested against itself: it goes by the boundaries alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesHeaderParser


@dataclass
class Node:
    """A part: its header, its body, and the parts in it."""

    header: bytes
    body: bytes
    children: list[Node] = field(default_factory=list)

    @property
    def fields(self) -> Message:
        return BytesHeaderParser().parsebytes(self.header)


def tree(raw: bytes) -> Node:
    """The parts of a message with CRLF line ends."""
    header, _, body = raw.partition(b"\r\n\r\n")
    node = Node(header + b"\r\n\r\n", body)
    boundary = node.fields.get_param("boundary")
    if node.fields.get_content_maintype() == "multipart" and boundary:
        pieces = re.split(
            rb"(?:\A|\r\n)--%s(?:--)?[ \t]*(?:\r\n|\Z)" % re.escape(boundary.encode()), body
        )
        node.children = [tree(piece) for piece in pieces[1:-1]]
    return node


def body_structure(raw: bytes, wrong_by: int = 0) -> bytes:
    """BODYSTRUCTURE of a message; the sizes of its leaves may be told wrong."""
    return _structure(tree(raw), wrong_by)


def section(raw: bytes, name: str) -> bytes | None:
    """BODY[1.2], BODY[1.2.MIME], BODY[HEADER] or BODY[TEXT]; None where there is none."""
    node = tree(raw)
    words = name.upper().split(".")
    for word in words:
        if word == "HEADER":
            return node.header
        if word in {"TEXT", "MIME"}:
            return node.body if word == "TEXT" else node.header
        if node.children and int(word) <= len(node.children):
            node = node.children[int(word) - 1]
        elif node.children or word != "1":
            return None
    return node.body


def _structure(node: Node, wrong_by: int) -> bytes:
    fields = node.fields
    main, sub = fields.get_content_maintype(), fields.get_content_subtype()
    parameters = _parameters(fields.get_params(header="content-type") or [])
    told = [f'"{main}"', f'"{sub}"', parameters]
    disposition = fields.get_params(header="content-disposition") or []
    shown = f'("{disposition[0][0]}" {_parameters(disposition)})' if disposition else "NIL"
    if node.children:
        children = b"".join(_structure(child, wrong_by) for child in node.children)
        return b'(%s "%s" %s %s NIL NIL)' % (
            children,
            sub.encode(),
            parameters.encode(),
            shown.encode(),
        )
    told.append(_string(fields["content-id"]))
    told.append("NIL")
    told.append(_string(fields.get("content-transfer-encoding", "7bit")))
    told.append(str(len(node.body) + wrong_by))
    if main == "text":
        told.append(str(node.body.count(b"\n")))
    if (main, sub) == ("message", "rfc822"):
        inner = _structure(tree(node.body), wrong_by).decode()
        envelope = '("" "Inner" NIL NIL NIL (("A" NIL "a" "b.example")) NIL NIL NIL NIL)'
        told += [envelope, inner, str(node.body.count(b"\n"))]
    told += ["NIL", shown, "NIL", "NIL"]
    return f"({' '.join(told)})".encode()


def _parameters(parameters: list[tuple[str, str]]) -> str:
    pairs = [f"{_string(name)} {_string(value)}" for name, value in parameters[1:]]
    return f"({' '.join(pairs)})" if pairs else "NIL"


def _string(value: object) -> str:
    if value is None:
        return "NIL"
    text = str(value).replace("\r\n", "")
    if not text.isascii():
        return f"{{{len(text.encode())}}}\r\n{text}"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
