"""A hostile or broken letter, and what the program has to make of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

SENDER = "jane@mail.example"
HEAD = {
    "From": f"Jane Doe <{SENDER}>",
    "To": "ana@lanternlane.example",
    "Subject": "Where is my book",
    "Date": "Mon, 3 Nov 2025 10:15:00 +0000",
    "MIME-Version": "1.0",
}
PLEA = "Where is my book? I want my money back."


@dataclass(frozen=True, slots=True)
class HostileLetter:
    """One letter; its name begins with the row of RELIABILITY section 4 that it stands for.

    Attributes:
        says: words that must be in the text.
        hides: words that must not be in it.
        sender: the address that must be shown, None where it does not matter.
        subject: the whole subject, None where it does not matter.
        files: the names under which its attachments are listed, None where that does not matter.
        defect: words of a defect that must be told.
        automatic: why no person wrote it.
        answers: the address that an answer goes to, "" where none may go anywhere.
        is_listed: it has a row in the list; what the seller wrote herself has none.
    """

    name: str
    raw: bytes
    says: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()
    sender: str | None = None
    subject: str | None = None
    files: tuple[str, ...] | None = None
    defect: str = ""
    automatic: str = ""
    answers: str | None = None
    is_listed: bool = True


def raw_letter(
    body: str | bytes = PLEA, head: dict[str, str | None] | None = None, **fields: str | None
) -> bytes:
    """A letter of Jane's; a field of None is left out, "_" in a name stands for "-"."""
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    whole = {**HEAD, **named, **(head or {})}
    lines = [f"{name}: {value}" for name, value in whole.items() if value is not None]
    content = body if isinstance(body, bytes) else body.encode("utf-8", "surrogatepass")
    top = "\r\n".join(lines).encode("utf-8", "surrogateescape")
    return top + b"\r\n\r\n" + content


def html_letter(markup: str | bytes, **fields: str | None) -> bytes:
    """A letter that is HTML alone."""
    return raw_letter(markup, **{"Content_Type": "text/html; charset=utf-8", **fields})


def mixed(parts: Iterable[str | bytes], kind: str = "mixed", **fields: str | None) -> bytes:
    """A multipart letter; every part brings its own header block."""
    pieces = [part if isinstance(part, bytes) else part.encode() for part in parts]
    body = b"".join(b"--b\r\n" + piece + b"\r\n" for piece in pieces) + b"--b--\r\n"
    return raw_letter(body, Content_Type=f"multipart/{kind}; boundary=b", **fields)


def part(body: str, kind: str = "text/plain", *fields: str) -> str:
    """A part of a multipart letter."""
    return "\r\n".join([f"Content-Type: {kind}", *fields, "", body])
