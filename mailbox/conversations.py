"""Which messages belong together: by their ids alone, never by their subjects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from .message import Message

MAX_LINKED_IDS: Final = 100


@dataclass(frozen=True, slots=True)
class ConversationPlan:
    """Where a message goes.

    Attributes:
        join: the conversation that it joins, None for a new one.
        absorb: conversations that turn out to be the same as `join`, and end in it.
    """

    join: int | None
    absorb: tuple[int, ...]


_ALONE: Final = ConversationPlan(None, ())


def linked_ids(message: Message) -> tuple[str, ...]:
    """The message ids that tie a message to others: its own, then the nearest, at most 100.

    References are given newest first, for the nearest letters say most.
    """
    if not (message.in_reply_to or message.references):
        return (message.message_id,) if message.message_id else ()
    nearest_first = (message.message_id, *message.in_reply_to, *reversed(message.references))
    return tuple(dict.fromkeys(known for known in nearest_first if known))[:MAX_LINKED_IDS]


def plan_conversation(ids: Iterable[str], known: Mapping[str, int]) -> ConversationPlan:
    """Decide by the ids of a message, and by the conversations that already know some of them.

    The oldest conversation, the one with the lowest number, takes in the others.
    """
    found = {known[message_id] for message_id in ids if message_id in known}
    if not found:
        return _ALONE
    named = sorted(found)
    return ConversationPlan(named[0], tuple(named[1:]))
