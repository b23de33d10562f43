from dataclasses import replace
from datetime import UTC

import pytest
from writing import DATE, IF, plan

from softanswer.ui.outbox_words import HoldWords
from softanswer.ui.reply.readiness import Readiness
from softanswer.ui.reply.reply_words import ReplyWords
from softanswer.ui.words import Words

READY = Readiness(
    plan=plan(),
    plan_words="90 min for heat 3.\nYou read it again.",
    blockers=(),
    is_checked=True,
    is_written=True,
)


@pytest.mark.parametrize(
    ("changes", "looks_ready", "may_be_held"),
    [
        ({}, True, True),
        ({"is_checked": False}, True, False),
        ({"blockers": None}, False, False),
        ({"blockers": (IF,)}, False, False),
        ({"plan": None}, False, False),
        ({"is_written": False}, False, False),
        ({"is_busy": True}, False, False),
    ],
)
def test_only_a_written_checked_and_clean_reply_may_be_held(changes, looks_ready, may_be_held):
    readiness = replace(READY, **changes)

    assert (readiness.looks_ready, readiness.may_be_held) == (looks_ready, may_be_held)


@pytest.mark.parametrize(
    ("changes", "lead", "rest"),
    [
        ({}, "90 min for heat 3.", "You read it again."),
        ({"blockers": None}, "90 min for heat 3.", "You read it again."),
        (
            {"blockers": (IF, DATE)},
            "2 places to mend first.",
            "Then it is held for 90 min. Nothing goes out before you have read it again.",
        ),
        ({"plan": None, "plan_words": "No address."}, "No address.", ""),
        ({"plan": None, "plan_words": "No address.", "blockers": (IF,)}, "No address.", ""),
        ({"is_written": False, "blockers": (IF,)}, "Nothing is written yet.", ""),
        ({"is_busy": True}, "It goes into its hold.", ""),
    ],
)
def test_the_foot_says_what_comes_first(changes, lead, rest):
    said = replace(READY, **changes).said(ReplyWords(), HoldWords(Words(zone=UTC)))

    assert said == (lead, rest)
