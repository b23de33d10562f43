"""How a message stands in its row: columns, flags, times, and the index."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from enum import IntEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from ..conversations import linked_ids
from ..errors import StoreError
from ..message import (
    Address,
    Attachment,
    Content,
    FetchedMessage,
    ListedMessage,
    Message,
    MessageKey,
    StoredMessage,
)
from ..packing import unpack_text
from ..search_terms import ATTACHMENT_MARK, LETTER_MARK, RECIPIENT_MARK, indexed, marked
from ..sentence import Sentence

SELECT_MESSAGES: Final = (
    "SELECT m.*, f.name AS folder FROM messages AS m JOIN folders AS f ON f.id = m.folder_id"
)
SELECT_INDEXED: Final = (
    "SELECT id, subject, sender_name, sender_address, recipients, attachments, text,"
    " internal_date FROM messages WHERE id IN (SELECT value FROM json_each(?)) AND stage = 2"
)
FLAG_COLUMNS: Final = {"\\seen": "seen", "\\flagged": "flagged", "\\answered": "answered"}
ROW_BITS: Final = 30  # a thousand million letters
LATEST_SECOND: Final = (1 << 32) - 1  # the year 2106; 32 + 30 bits fit SQLite's rowid
_NO_ATTACHMENTS: Final = "[]"
_OWN_FLAGS: Final = {"seen": "\\Seen", "flagged": "\\Flagged", "answered": "\\Answered"}


class Stage(IntEnum):
    """How far a message has come."""

    LISTED = 0  # only its header is here
    KEPT = 1  # its bytes lie in the spool
    READ = 2  # its text, its bytes and its place in the index are in the database


def columns_of(fetched: FetchedMessage | ListedMessage, message: Message) -> dict[str, Any]:
    """The columns that follow from a message alone."""
    recipients = f'{{"to": {_as_json(message.to)}, "cc": {_as_json(message.cc)}}}'
    return {
        **content_columns(message),
        "uid": fetched.uid,
        "size": fetched.size,
        "message_id": message.message_id,
        "in_reply_to": " ".join(message.in_reply_to),
        "reference_ids": " ".join(message.references),
        "sender_name": message.sender.name,
        "sender_address": message.sender.addr_spec,
        "reply_to": _as_json(message.reply_to),
        "recipients": recipients,
        "subject": message.subject,
        "date": None if message.date is None else utc_text(message.date),
        "internal_date": utc_text(fetched.internal_date),
        "automatic": message.automatic,
        **_columns_of_flags(fetched.flags),
    }


class NewRow(NamedTuple):
    """The row of a message that may not be stored yet, as it is made without the database.

    Attributes:
        ids: the message ids that tie it to others.
        columns: all that follows from the message alone.
    """

    ids: tuple[str, ...]
    columns: dict[str, Any]


def new_row(fetched: FetchedMessage | ListedMessage, message: Message) -> NewRow:
    """The row of a message."""
    return NewRow(linked_ids(message), storable(columns_of(fetched, message)))


def content_columns(content: Content | Message) -> dict[str, Any]:
    """The columns that a message's header does not tell."""
    return {
        "text": content.text,
        "attachments": attachments_column(content.attachments),
        "defects": "\n".join(content.defects),
    }


def attachments_column(attachments: Sequence[Attachment]) -> str:
    """The files of a message as they stand in its row."""
    if not attachments:
        return _NO_ATTACHMENTS
    return json.dumps(
        [
            [a.filename, a.content_type, a.size_bytes, *([] if a.is_here else [False])]
            for a in attachments
        ]
    )


def storable(columns: dict[str, Any]) -> dict[str, Any]:
    """The same columns, with lone surrogates replaced: SQLite takes only valid text."""
    odd = {
        name: value.encode("utf-8", "replace").decode()
        for name, value in columns.items()
        if type(value) is str and not value.isascii()  # 24 columns of 20,000 letters
    }
    return {**columns, **odd} if odd else columns


def stored_message(row: sqlite3.Row) -> StoredMessage:
    """Read a row of `SELECT_MESSAGES`."""
    recipients = json.loads(row["recipients"])
    message = Message(
        message_id=row["message_id"],
        in_reply_to=tuple(row["in_reply_to"].split()),
        references=tuple(row["reference_ids"].split()),
        sender=Address(row["sender_name"], row["sender_address"]),
        reply_to=_addresses(json.loads(row["reply_to"])),
        to=_addresses(recipients["to"]),
        cc=_addresses(recipients["cc"]),
        subject=row["subject"],
        date=None if row["date"] is None else datetime.fromisoformat(row["date"]),
        text=unpack_text(row["text"]),
        attachments=tuple(Attachment(*fields) for fields in json.loads(row["attachments"])),
        automatic=row["automatic"],
        defects=tuple(row["defects"].splitlines()),
    )
    return StoredMessage(
        id=row["id"],
        account_id=row["account_id"],
        key=MessageKey(row["folder"], row["uid_validity"], row["uid"]),
        conversation_id=row["conversation_id"],
        internal_date=datetime.fromisoformat(row["internal_date"]),
        flags=flags_of(row),
        is_outgoing=bool(row["is_outgoing"]),
        message=message,
        is_here=row["stage"] == Stage.READ,
    )


def damaged_message(message_row: int) -> StoreError:
    """The refusal to read a message whose bytes are not those that were kept."""
    return StoreError(
        Sentence(
            "Store",
            "Message {number} is damaged on this disk. 'softanswer doctor --repair' "
            "fetches all mail anew; waiting replies stay.",
        ).format(number=message_row)
    )


def flag_columns(flags: Iterable[str]) -> Mapping[str, Any]:
    """The columns of a set of flags."""
    return _columns_of_flags(frozenset(flags))


@lru_cache(maxsize=256)  # most letters bear the same few
def _columns_of_flags(flags: frozenset[str]) -> Mapping[str, Any]:
    known = {FLAG_COLUMNS[flag.lower()] for flag in flags if flag.lower() in FLAG_COLUMNS}
    others = sorted(flag for flag in flags if flag.lower() not in FLAG_COLUMNS)
    return MappingProxyType(
        {
            **{column: int(column in known) for column in _OWN_FLAGS},
            "other_flags": " ".join(others),
        }
    )


def flags_of(row: sqlite3.Row) -> frozenset[str]:
    """The flags of a row."""
    known = [flag for column, flag in _OWN_FLAGS.items() if row[column]]
    return frozenset([*known, *row["other_flags"].split()])


def index_row(row: Any) -> tuple[int, str, str, str]:  # noqa: ANN401 - a Row or a dict
    """What the index was given for a message, or is to be given: key, subject, sender, text.

    Behind the sender stand, as marked words, whom it was sent to and whether files hang on it.
    """
    sender = indexed(f"{row['sender_name']} {row['sender_address']}")
    facts = f"{LETTER_MARK} {_marked_recipients(row['recipients'])}"
    if row["attachments"] != _NO_ATTACHMENTS:
        facts += f" {ATTACHMENT_MARK}"
    key = index_key(row["id"], datetime.fromisoformat(row["internal_date"]))
    return key, indexed(row["subject"]), f"{sender} {facts}", indexed(unpack_text(row["text"]))


@lru_cache(maxsize=256)
def _marked_recipients(column: str) -> str:
    recipients = json.loads(column)
    named = " ".join(f"{name} {address}" for name, address in recipients["to"] + recipients["cc"])
    return marked(RECIPIENT_MARK, named)


def index_key(message_row: int, internal_date: datetime) -> int:
    """The index's own rowid of a message: time first, so that the newest hits are read first.

    Ordering all hits of a common word by date afterwards takes 100 ms at 20,000 letters.
    """
    seconds = min(max(int(internal_date.timestamp()), 0), LATEST_SECOND)
    return seconds << ROW_BITS | message_row


def utc_text(moment: datetime) -> str:
    """A time with a zone as the store writes it."""
    try:
        return (moment if moment.tzinfo is UTC else moment.astimezone(UTC)).isoformat()
    except OverflowError:  # within a day of the year 1 or 9999
        return moment.replace(tzinfo=UTC).isoformat()


@lru_cache(maxsize=256)  # all letters go to the same few addresses
def _as_json(addresses: tuple[Address, ...]) -> str:
    return json.dumps([(address.name, address.addr_spec) for address in addresses])


def _addresses(pairs: Iterable[list[str]]) -> tuple[Address, ...]:
    return tuple(Address(name, addr_spec) for name, addr_spec in pairs)
