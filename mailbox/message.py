"""The values that stand for mail: addresses, attachments, parsed and stored messages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from .gaps import Gap


@dataclass(frozen=True, slots=True)
class Address:
    """One RFC 5322 mailbox: a display name and an addr-spec."""

    name: str
    addr_spec: str

    @property
    def domain(self) -> str:
        """The part behind the last @, in lower case; empty where there is none."""
        return self.addr_spec.rpartition("@")[2].lower() if "@" in self.addr_spec else ""

    def __str__(self) -> str:
        return f"{self.name} <{self.addr_spec}>" if self.name else self.addr_spec


@dataclass(frozen=True, slots=True)
class Attachment:
    """A part that is no text of the letter: listed, never opened by itself.

    Attributes:
        is_here: False while it is on the server only.
    """

    filename: str
    content_type: str
    size_bytes: int
    is_here: bool = True


@dataclass(frozen=True, slots=True)
class MessageKey:
    """Where a message lies on the server (RFC 9051 section 2.3.1.1)."""

    folder: str
    uid_validity: int
    uid: int


@dataclass(frozen=True, slots=True)
class Message:
    """What one message says, read from its bytes; every field is safe to show as plain text.

    Attributes:
        date: the Date field, with a time zone, or None where it is missing or broken.
        text: the whole text, LF line ends; from HTML where there is no plain part.
        automatic: why no person wrote it ("auto-reply", "bounce", "list", ...), or "".
        defects: what was wrong with the bytes, in words, for the log.
    """

    message_id: str
    in_reply_to: tuple[str, ...]
    references: tuple[str, ...]
    sender: Address
    reply_to: tuple[Address, ...]
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    subject: str
    date: datetime | None
    text: str
    attachments: tuple[Attachment, ...] = ()
    automatic: str = ""
    defects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Content:
    """What a message says beside its header; the fields are those of `Message`."""

    text: str
    attachments: tuple[Attachment, ...] = ()
    defects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FetchedMessage:
    """One message as it came from the server, not yet parsed.

    Attributes:
        raw: its bytes, without the gaps.
        gaps: what of it was left on the server.
    """

    uid: int
    flags: frozenset[str]
    internal_date: datetime
    raw: bytes = field(repr=False)
    gaps: tuple[Gap, ...] = ()

    @property
    def size(self) -> int:
        """In bytes, as the server has it."""
        return len(self.raw) + sum(gap.length for gap in self.gaps)


@dataclass(frozen=True, slots=True)
class ListedMessage:
    """What the server lists of a message: its header, not yet the message.

    Attributes:
        size: of the whole message, in bytes.
        header: the fields that `imap.LISTED_FIELDS` names, as they came.
    """

    uid: int
    flags: frozenset[str]
    internal_date: datetime
    size: int
    header: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class StoredMessage:
    """A message of the store, with its place on the server and in its conversation.

    Attributes:
        id: the row in the store; what the commands call ID and MESSAGE_ID.
        is_outgoing: it lies in the Sent folder.
        is_here: its text and attachments are here; False while only its header is.
    """

    id: int
    account_id: int
    key: MessageKey
    conversation_id: int
    internal_date: datetime
    flags: frozenset[str]
    is_outgoing: bool
    message: Message
    is_here: bool = True
