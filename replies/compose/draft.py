"""A reply while it is written, and the letter it becomes."""

from __future__ import annotations

from dataclasses import dataclass

from ...mailbox.enclosure import Enclosure
from ...mailbox.message import Address


@dataclass(frozen=True, slots=True)
class Draft:
    """A reply to one letter: who, to whom, what it says, and the files that go with it.

    Attributes:
        reply_to_message: the row of the letter it answers.
        in_reply_to: the Message-ID of that letter, "" where it has none.
        references: the ids of the conversation, oldest first (RFC 5322 section 3.6.4).
    """

    account_id: int
    reply_to_message: int
    sender: Address
    to: Address
    subject: str
    body: str
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    enclosures: tuple[Enclosure, ...] = ()

    @property
    def is_answer(self) -> bool:
        """Whether it answers a letter: there are two to be read again."""
        return bool(self.reply_to_message or self.in_reply_to)
