"""A reply, what the check says of it, and suggestions, for the writing half of the window."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import shiboken6
from builders import HOUR, draft, occasion
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from softanswer.replies.compose.suggestion import Stance, Suggestion
from softanswer.replies.outbox.clock import ClockMark, ClockReading, to_ns
from softanswer.replies.outbox.held_reply import HeldReply, start_hold
from softanswer.replies.outbox.hold import HoldPlan, plan_hold
from softanswer.replies.outbox.policy import HoldPolicy
from softanswer.replies.tone.finding import Apology, Finding, Severity, Span, ToneReport

NOW = datetime(2026, 11, 19, 15, 10, tzinfo=UTC)
STEADY_NS = to_ns(timedelta(days=1))
BODY = (
    "Dear Ms Harwood,\n\n"
    "I am sorry that your book has not reached you, and if my silence upset you I regret it.\n\n"
    "The parcel left here on 13 November. I am sending the full £21.85 back today.\n\n"
    "Ana Reyes\n"
)


def suggestion(remedy: str = "refund", **changes: object) -> Suggestion:
    made = Suggestion(
        template="not_received",
        stance=Stance.OWN,
        remedy=remedy,
        language="en",
        subject="Re: Where is my book",
        body="Dear Ms Harwood,\n\nI am sorry. You have the money today.\n",
        why="The parcel is late.",
        facts={},
        missing=(),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def span(words: str, body: str = BODY) -> Span:
    start = body.index(words)
    return Span(start, start + len(words))


def finding(words: str, severity: Severity = Severity.WARNING, **changes: object) -> Finding:
    found = Finding(
        rule=f"rule.{words.split()[0].lower()}",
        category="conditional_apology",
        severity=severity,
        span=span(words),
        text=words,
        message="It reads as doubt.",
    )
    return replace(found, **changes)  # type: ignore[arg-type]


IF = finding("if my silence upset you", repair="my silence upset you")
DATE = finding(
    "13 November",
    Severity.ERROR,
    category="fact_conflict",
    message="The order says it was posted on 3 November.",
    repair="3 November",
    is_liftable=False,
)
ADVICE = finding("full ", Severity.ADVICE, category="too_long", repair="")
LACK = Finding(
    "lack.remedy", "missing_remedy", Severity.WARNING, None, "", "Say what you will do, and when."
)


def report(*findings: Finding, regret: bool = True) -> ToneReport:
    sorry = span("I am sorry that your book has not reached you") if regret else None
    return ToneReport("en", findings, Apology(sorry, None, span("I am sending")))


def plan(heat: int | None = 3, **changes: object) -> HoldPlan:
    return replace(plan_hold(HoldPolicy(), occasion(heat, NOW + 18 * HOUR), NOW), **changes)  # type: ignore[arg-type]


def held(
    number: int = 1,
    heat: int | None = 3,
    ago: timedelta = timedelta(0),
    policy: HoldPolicy | None = None,
    **changes: object,
) -> HeldReply:
    """A reply whose hold began this long ago."""
    began = NOW - ago
    mark = ClockMark(ClockReading("boot", 0, began), STEADY_NS - to_ns(ago), began)
    deadline = began + 20 * HOUR if heat is not None else None
    reply = start_hold(
        draft(body=BODY),
        plan_hold(policy or HoldPolicy(), occasion(heat, deadline), began),
        mark,
        conversation_id=number,
        message_id=f"<reply-{number}@lanternlane.example>",
        first_body=BODY,
    )
    return replace(reply, id=number, **changes)  # type: ignore[arg-type]


def at(mark_after: timedelta = timedelta(0)) -> ClockMark:
    now = NOW + mark_after
    return ClockMark(ClockReading("boot", 0, now), STEADY_NS + to_ns(mark_after), now)


def is_freed(make: Callable[[], QWidget]) -> bool:
    """Show a widget, close it, and tell whether nothing holds it any more."""
    widget = make()
    widget.show()
    known = weakref.ref(widget)
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    is_deleted = not shiboken6.isValid(widget)
    del widget
    gc.collect()
    return is_deleted and known() is None
