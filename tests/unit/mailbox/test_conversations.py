"""Messages belong together by their ids, never by their subjects."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.conversations import (
    MAX_LINKED_IDS,
    ConversationPlan,
    linked_ids,
    plan_conversation,
)
from softanswer.mailbox.message import Address, Message


def message(message_id="", in_reply_to=(), references=(), subject="Re: Order") -> Message:
    return Message(
        message_id=message_id,
        in_reply_to=in_reply_to,
        references=references,
        sender=Address("", "jane@mail.example"),
        reply_to=(),
        to=(),
        cc=(),
        subject=subject,
        date=None,
        text="",
    )


def test_the_ids_of_a_message_are_its_own_then_the_nearest_first():
    letter = message("<3@x>", ("<2@x>",), ("<1@x>", "<2@x>"))
    assert linked_ids(letter) == ("<3@x>", "<2@x>", "<1@x>")


def test_a_message_without_ids_is_linked_to_nothing():
    assert linked_ids(message()) == ()


def test_only_the_nearest_hundred_ids_are_kept():
    references = tuple(f"<{n}@x>" for n in range(300))
    found = linked_ids(message("<own@x>", references=references))
    assert len(found) == MAX_LINKED_IDS
    assert found[:2] == ("<own@x>", "<299@x>")
    assert "<0@x>" not in found


@pytest.mark.parametrize(
    ("ids", "known", "plan"),
    [
        ((), {}, ConversationPlan(None, ())),
        (("<1@x>",), {}, ConversationPlan(None, ())),
        (("<1@x>",), {"<2@x>": 7}, ConversationPlan(None, ())),
        (("<1@x>", "<2@x>"), {"<2@x>": 7}, ConversationPlan(7, ())),
        (("<1@x>", "<2@x>"), {"<1@x>": 7, "<2@x>": 7}, ConversationPlan(7, ())),
        (("<1@x>", "<2@x>", "<3@x>"), {"<1@x>": 9, "<2@x>": 4, "<3@x>": 6},
         ConversationPlan(4, (6, 9))),
    ],
)  # fmt: skip
def test_a_message_joins_the_oldest_conversation_that_knows_one_of_its_ids(ids, known, plan):
    assert plan_conversation(ids, known) == plan


@given(st.permutations(range(6)))
def test_the_order_of_arrival_does_not_matter(order):
    """A thread of six, each answering the one before, ends as one conversation."""
    thread = [
        message(f"<{n}@x>", (f"<{n - 1}@x>",) if n else (), tuple(f"<{k}@x>" for k in range(n)))
        for n in range(6)
    ]
    known: dict[str, int] = {}
    for number, place in enumerate(order, 1):
        ids = linked_ids(thread[place])
        plan = plan_conversation(ids, known)
        home = number if plan.join is None else plan.join
        known = {i: home if c in plan.absorb else c for i, c in known.items()}
        known |= dict.fromkeys(ids, home)
    assert len(set(known.values())) == 1


def test_the_same_subject_joins_nothing():
    first, second = message("<1@a>", subject="Order"), message("<2@b>", subject="Re: Order")
    assert plan_conversation(linked_ids(second), dict.fromkeys(linked_ids(first), 1)).join is None
