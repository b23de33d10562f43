"""Values for tests, each with sensible parts that a test replaces as it needs."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from softanswer.mailbox.account import Account, Endpoint, Security
from softanswer.mailbox.message import Address
from softanswer.replies.compose.draft import Draft
from softanswer.replies.outbox.clock import ClockMark, ClockReading, advance, to_ns
from softanswer.replies.outbox.held_reply import HeldReply, start_hold
from softanswer.replies.outbox.hold import Occasion, plan_hold
from softanswer.replies.outbox.policy import HoldPolicy

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


class HandClock:
    """A clock that a test turns by hand; sleeping and setting are two different things."""

    def __init__(self, wall: datetime = NOON) -> None:
        self.boot_id = "first boot"
        self.boottime = timedelta(hours=1)
        self.wall = wall

    def read(self) -> ClockReading:
        return ClockReading(self.boot_id, to_ns(self.boottime), self.wall)

    def pass_time(self, length: timedelta) -> None:
        self.boottime += length
        self.wall += length

    def set_wall(self, by: timedelta) -> None:
        self.wall += by

    def reboot(self, off_for: timedelta = timedelta(0)) -> None:
        self.boot_id += "+"
        self.boottime = timedelta(0)
        self.wall += off_for


def mark(after: timedelta = timedelta(0), wall: datetime | None = None) -> ClockMark:
    """The steady time this long after noon."""
    begin = advance(None, ClockReading("boot", 0, NOON))
    return advance(begin, ClockReading("boot", to_ns(after), wall or NOON + after))


def account(**changes: object) -> Account:
    parts: dict[str, object] = {
        "id": 0,
        "address": "ana@lanternlane.example",
        "name": "Ana Reyes",
        "username": "ana@lanternlane.example",
        "imap": Endpoint("127.0.0.1", 1143, Security.NONE),
        "smtp": Endpoint("127.0.0.1", 1025, Security.NONE),
    }
    return Account(**{**parts, **changes})  # type: ignore[arg-type]


def draft(**changes: object) -> Draft:
    parts: dict[str, object] = {
        "account_id": 1,
        "reply_to_message": 0,
        "sender": Address("Ana Reyes", "ana@lanternlane.example"),
        "to": Address("J. Harwood", "j.harwood@mail.example"),
        "subject": "Re: Where is my book",
        "body": "Dear Ms Harwood,\n\nI am sorry. The book leaves again today.\n\nAna Reyes\n",
        "in_reply_to": "<letter-1@mail.example>",
        "references": ("<letter-1@mail.example>",),
    }
    return Draft(**{**parts, **changes})  # type: ignore[arg-type]


def occasion(heat: int | None = 3, deadline: datetime | None = None) -> Occasion:
    """A complaint of this heat, or ordinary mail."""
    return Occasion(complaint=heat is not None, heat=heat or 0, deadline=deadline)


def held_reply(heat: int | None = 3, policy: HoldPolicy | None = None) -> HeldReply:
    """A reply that began to cool at noon: 90 minutes for heat 3."""
    plan = plan_hold(policy or HoldPolicy(), occasion(heat), NOON)
    return start_hold(
        draft(),
        plan,
        mark(),
        conversation_id=1,
        message_id="<reply-1@lanternlane.example>",
        first_body="",
    )
