"""What a reply owes beside its content: a greeting, a kind close, the wait owned, the file sent.

All of it looks at the letter as a whole (S0-24, S1-12, S3-12).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from .context import CheckContext
from .finding import Lack, Severity
from .letter import Letter, Part

LATE_AFTER: Final = timedelta(hours=24)
_CURT: Final = 12  # words; a shorter reply without greeting or thanks is curt
_LAST: Final = 3  # sentences in which a kind word counts as a close


def manners_lacking(letter: Letter, context: CheckContext) -> Iterator[Lack]:
    """What is owed beside the content and is not there."""
    if not letter.passages:
        return
    if context.complaint and _is_late(context) and not _does(letter, "waited"):
        yield Lack("late.unowned", "late_unowned", Severity.ADVICE)
    if context.attachments == 0 and _does(letter, "attaches"):
        yield Lack("attachment.missing", "missing_attachment")
    if not any(p.part is Part.GREETING for p in letter.passages):
        is_curt = letter.word_count() <= _CURT and not _does(letter, "warmth", "regret")
        rule = "brusque.curt" if is_curt else "brusque.no-greeting"
        yield Lack(rule, "house_rule", Severity.ADVICE)
    elif not _closes_kindly(letter):
        yield Lack("closing.no-appreciation", "house_rule", Severity.ADVICE)


def _is_late(context: CheckContext) -> bool:
    return context.waited is not None and context.waited > LATE_AFTER


def _does(letter: Letter, *acts: str) -> bool:
    return any(passage.does(*acts) for passage in letter.passages)


def _closes_kindly(letter: Letter) -> bool:
    if letter.says_goodbye:
        return True
    return any(p.does("warmth", "regret") for p in letter.passages[-_LAST:])
