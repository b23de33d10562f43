"""Whether a reply may be held, and what the foot of the composer says of it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from ...replies.outbox.hold import HoldPlan
from ...replies.tone.finding import Finding
from ..outbox_words import HoldWords
from .reply_words import ReplyWords


@dataclass(frozen=True, slots=True)
class Readiness:
    """How far a reply is.

    Attributes:
        plan: what the hold would be, None where the reply can't be held at all.
        plan_words: the plan in words, or why there is none; the first line stands in bold.
        blockers: what must be mended first, None before the first check.
        is_checked: the check was on the text as it stands.
        is_written: there is text.
        is_busy: it is being put into its hold.
    """

    plan: HoldPlan | None = None
    plan_words: str = ""
    blockers: tuple[Finding, ...] | None = None
    is_checked: bool = False
    is_written: bool = False
    is_busy: bool = False

    @property
    def looks_ready(self) -> bool:
        """As far as is known, nothing stands in the way; a last check may be on its way."""
        is_open = self.is_written and not self.is_busy
        return is_open and self.plan is not None and self.blockers == ()

    @property
    def may_be_held(self) -> bool:
        """It may be held as it stands."""
        return self.looks_ready and self.is_checked

    def said(self, words: ReplyWords, hold_words: HoldWords) -> tuple[str, str]:
        """What the foot says: the line in bold, and the rest."""
        if self.is_busy:
            return words.going_into_its_hold(), ""
        if not self.is_written:
            return words.nothing_written(), ""
        if self.blockers and self.plan is not None:
            return words.to_mend_first(len(self.blockers)), hold_words.still(self.plan)
        lead, _, rest = self.plan_words.partition("\n")
        return lead, rest
