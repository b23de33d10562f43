"""What the card of a paused reply shows beside it: the texts that have overtaken it. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from ...mailbox.message import StoredMessage
from ...mailbox.quoting import own_text
from ...replies.inbox import Matter
from ...replies.outbox.held_reply import HeldReply, PausedBy

_COVER: Final = "▒"
_STILL_WRITING: Final = timedelta(minutes=5)  # PRODUCT S1-27


@dataclass(frozen=True, slots=True)
class News:
    """One text to be read beside the held reply.

    Attributes:
        text: of one or several letters, the oldest first, abuse covered.
        at: when the last of them came, UTC.
        count: how many they are.
        span: between the first and the last.
    """

    text: str
    at: datetime
    count: int = 1
    span: timedelta = timedelta(0)

    def may_go_on(self, now: datetime) -> bool:
        """Whether the customer may still be writing: her last letter has only just come."""
        return timedelta(0) <= now - self.at < _STILL_WRITING


def news_of(reply: HeldReply, matter: Matter) -> News | None:
    """The letters that overtook a reply; where it was something else, the letter it answers."""
    answered = [m for m in matter.messages if m.id == reply.draft.reply_to_message]
    since = answered[0].internal_date if answered else reply.held_at
    outgoing = reply.paused_by is PausedBy.ANSWERED_ELSEWHERE
    found = [
        m
        for m in matter.messages
        if m.is_outgoing is outgoing
        and m.internal_date >= since
        and m.id != reply.draft.reply_to_message
        and m.message.message_id != reply.message_id
    ]
    if reply.paused_by not in {PausedBy.NEWER_MAIL, PausedBy.ANSWERED_ELSEWHERE}:
        found = answered
    return _merged(found, matter) if found else None


def _merged(letters: Sequence[StoredMessage], matter: Matter) -> News:
    return News(
        text="\n\n".join(_covered(letter, matter) for letter in letters),
        at=letters[-1].internal_date,
        count=len(letters),
        span=letters[-1].internal_date - letters[0].internal_date,
    )


def _covered(letter: StoredMessage, matter: Matter) -> str:
    """The own words of a letter, abuse covered where it cannot be uncovered."""
    text = letter.message.text
    for span in reversed(matter.masks.get(letter.id, ())):
        text = f"{text[: span.start]}{_COVER * (span.end - span.start)}{text[span.end :]}"
    return own_text(text).strip()
