"""What the program says beside its window: at closing, in the tray, in notices. No Qt.

The texts are English sources, as in `words`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from ...mailbox.message import Address
from ...replies.cases.masking import masked_spans
from ...replies.inbox import InboxRow
from ...replies.outbox.held_reply import PausedBy
from ..languages import WRITTEN
from ..words import Translate, Words, plain_english
from .standing import NEEDS_SELLER, Notice, Stage, Standing

_MARKUP: Final = frozenset("<>&")  # some notification services read it


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What decides, beside the replies, what becomes of them while the window is closed.

    Attributes:
        is_stopped: the seller has stopped everything outgoing.
        has_postman: a postman without a window stands by and goes on.
    """

    is_stopped: bool = False
    has_postman: bool = False


@dataclass(frozen=True, slots=True)
class ClosingWords:
    """What becomes of held replies while the program is closed.

    Attributes:
        head: a sentence about all of them.
        lines: a sentence or two for those at each stage.
    """

    head: str
    lines: tuple[tuple[Stage, str], ...]


class PresenceWords:
    """What is said of held replies to a seller who goes away or is away, in one language.

    Args:
        words: the general words of the window, in the same language.
        translate: gives the text of the window's language for an English source and a number
            (-1 where there is none).
    """

    def __init__(self, words: Words | None = None, translate: Translate = plain_english) -> None:
        self._words = words or Words()
        self._translate = translate

    def tr(self, text: str, _disambiguation: str = "", n: int = -1) -> str:
        """The text in this language; named and called as Qt's, so that lupdate finds the texts."""
        return self._translate(text, n)

    def closing(
        self, standing: Standing, now: datetime, circumstances: Circumstances
    ) -> ClosingWords:
        """What becomes of the held replies while the program is closed."""
        counts = {stage: standing.count(stage) for stage in Stage}
        lines = {
            Stage.COOLING: self._cooling(counts[Stage.COOLING], standing.cool_until, now),
            Stage.GOES_BY_ITSELF: self._by_itself(counts[Stage.GOES_BY_ITSELF], circumstances),
            Stage.TO_READ: self._to_read(counts[Stage.TO_READ]),
            Stage.APPROVED: self._approved(counts[Stage.APPROVED], circumstances),
            Stage.LEAVING: self._leaving(counts[Stage.LEAVING]),
            Stage.PAUSED: self._paused(counts[Stage.PAUSED]),
            Stage.FAILED: self._failed(counts[Stage.FAILED]),
            Stage.UNCERTAIN: self._uncertain(counts[Stage.UNCERTAIN]),
        }
        said = tuple((stage, line) for stage, line in lines.items() if line)
        return ClosingWords(self._while_closed(circumstances), said)

    def stays(self, standing: Standing) -> str:
        """That the closed window stays in the tray, and what for."""
        count = len(standing.stages)
        return _one_or_more(
            count,
            self.tr("Soft Answer stays in the tray to look after one held reply."),
            self.tr("Soft Answer stays in the tray to look after %n held replies.", "", count),
        )

    def tip(self, standing: Standing, *, is_stopped: bool) -> str:
        """How the held replies stand, for the tip of the tray's sign."""
        parts = [part for part in self._tip_parts(standing) if part]
        if is_stopped:
            parts.append(self.tr("all outgoing is stopped"))
        said = ", ".join(parts) or self.tr("nothing is held")
        return f"Soft Answer: {said}"

    def going_out(self, count: int, seconds: int) -> str:
        """That replies which may go at the start are kept back for a moment."""
        text = _one_or_more(
            count,
            self.tr("One reply goes out in {seconds} seconds."),
            self.tr("%n replies go out in {seconds} seconds.", "", count),
        )
        return text.format(seconds=seconds)

    def notice(self, notices: Sequence[Notice]) -> str:
        """What has become of replies, in a sentence without a word of any letter."""
        if len(notices) == 1:
            return self._notice_of(notices[0])
        stages = [one.stage for one in notices]
        to_read, paused = stages.count(Stage.TO_READ), stages.count(Stage.PAUSED)
        failed, uncertain = stages.count(Stage.FAILED), stages.count(Stage.UNCERTAIN)
        parts = [
            to_read and self.tr("%n ready to be read again", "", to_read),
            paused and self.tr("%n paused", "", paused),
            failed and self.tr("%n refused by the mail server", "", failed),
            uncertain and self.tr("%n perhaps sent", "", uncertain),
        ]
        return self.tr("Replies: {parts}.").format(parts=", ".join(p for p in parts if p))

    def new_letters(self, rows: Sequence[InboxRow]) -> str:
        """Who has written and needs an answer, in neutral words, never in theirs."""
        if len(rows) == 1:
            row = rows[0]
            said = self.tr("{name} has written and needs an answer.")
            if row.complaint:
                said = self.tr("A complaint from {name}: {summary}.")
            summary = self._words.summary(row.kind, row.issues)
            return said.format(name=self._name(row.customer), summary=summary)
        complaints = sum(row.complaint for row in rows)
        parts = [
            complaints and self.tr("%n complaint(s)", "", complaints),
            len(rows) - complaints and self.tr("%n other letter(s)", "", len(rows) - complaints),
        ]
        return self.tr("They need an answer: {parts}.").format(
            parts=", ".join(part for part in parts if part)
        )

    def _notice_of(self, notice: Notice) -> str:
        texts = {
            Stage.TO_READ: self.tr("The reply to {name} has cooled down. You can read it again."),
            Stage.PAUSED: self._pause_of(notice.paused_by),
            Stage.FAILED: self.tr(
                "The mail server refused the reply to {name}. Nobody has got it."
            ),
            Stage.UNCERTAIN: self.tr(
                "It is not certain whether the reply to {name} has gone out. Please look."
            ),
        }
        return texts[notice.stage].format(name=self._name(notice.to))

    def _pause_of(self, by: PausedBy) -> str:
        known = {
            PausedBy.NEWER_MAIL: self.tr("The reply to {name} is paused: they wrote again."),
            PausedBy.ANSWERED_ELSEWHERE: self.tr(
                "The reply to {name} is paused: an answer has gone out from another place."
            ),
            PausedBy.ORDER_CHANGED: self.tr(
                "The reply to {name} is paused: their order has changed."
            ),
            PausedBy.FILE_LOST: self.tr(
                "The reply to {name} is paused: a file that goes with it is missing."
            ),
        }
        return known.get(by) or self.tr("The reply to {name} is paused until you decide.")

    def _name(self, customer: Address) -> str:
        """The customer by name, where it is one that anybody may read."""
        name = self._words.name(customer)
        is_fit = bool(customer.name.strip()) and not _MARKUP & set(name) and "@" not in name
        if is_fit and not any(masked_spans(name, language) for language in WRITTEN):
            return name
        return self.tr("a customer")

    def _while_closed(self, circumstances: Circumstances) -> str:
        if circumstances.is_stopped:
            return self.tr("You have stopped all outgoing mail, and that stays so.")
        if circumstances.has_postman:
            return self.tr(
                "Replies still go out while this window is closed: the postman runs without it."
            )
        return self.tr("Nothing goes out while Soft Answer is closed.")

    def _cooling(self, count: int, until: datetime | None, now: datetime) -> str:
        text = _one_or_more(
            count,
            self.tr(
                "One reply cools until {time}. If Soft Answer is closed then, it waits to be read "
                "at the next start."
            ),
            self.tr(
                "%n replies cool, the last one until {time}. Those that have cooled down wait to "
                "be read at the next start.",
                "",
                count,
            ),
        )
        return text.format(time=self._words.moment(until, now)) if until else ""

    def _by_itself(self, count: int, circumstances: Circumstances) -> str:
        if circumstances.is_stopped or not circumstances.has_postman:
            return _one_or_more(
                count,
                self.tr("One reply that goes out by itself waits for the next start."),
                self.tr(
                    "%n replies that go out by themselves wait for the next start.", "", count
                ),
            )
        return _one_or_more(
            count,
            self.tr("One reply goes out by itself when it has cooled down."),
            self.tr("%n replies go out by themselves when they have cooled down.", "", count),
        )

    def _approved(self, count: int, circumstances: Circumstances) -> str:
        if circumstances.is_stopped:
            return _one_or_more(
                count,
                self.tr("One reply has been read but not sent yet. It stays here."),
                self.tr("%n replies have been read but not sent yet. They stay here.", "", count),
            )
        if circumstances.has_postman:
            return _one_or_more(
                count,
                self.tr("One reply has been read but not sent yet. It goes out meanwhile."),
                self.tr(
                    "%n replies have been read but not sent yet. They go out meanwhile.",
                    "",
                    count,
                ),
            )
        return _one_or_more(
            count,
            self.tr(
                "One reply has been read but not sent yet. It goes out at the next start; if that "
                "is more than 12 hours away, you are asked to read it again."
            ),
            self.tr(
                "%n replies have been read but not sent yet. They go out at the next start; if "
                "that is more than 12 hours away, you are asked to read them again.",
                "",
                count,
            ),
        )

    def _to_read(self, count: int) -> str:
        return _one_or_more(
            count,
            self.tr("One reply has cooled down. It waits for you to read it again."),
            self.tr(
                "%n replies have cooled down. They wait for you to read them again.", "", count
            ),
        )

    def _leaving(self, count: int) -> str:
        return _one_or_more(
            count,
            self.tr("One reply is being handed to the mail server. That is finished first."),
            self.tr(
                "%n replies are being handed to the mail server. That is finished first.",
                "",
                count,
            ),
        )

    def _paused(self, count: int) -> str:
        return _one_or_more(
            count,
            self.tr("One reply is paused. It stays until you decide."),
            self.tr("%n replies are paused. They stay until you decide.", "", count),
        )

    def _failed(self, count: int) -> str:
        return _one_or_more(
            count,
            self.tr("One reply was refused by the mail server. It stays until you decide."),
            self.tr(
                "%n replies were refused by the mail server. They stay until you decide.",
                "",
                count,
            ),
        )

    def _uncertain(self, count: int) -> str:
        return _one_or_more(
            count,
            self.tr("One reply was perhaps sent. It stays until you have looked."),
            self.tr("%n replies were perhaps sent. They stay until you have looked.", "", count),
        )

    def _tip_parts(self, standing: Standing) -> tuple[str, ...]:
        cooling = standing.count(Stage.COOLING, Stage.GOES_BY_ITSELF)
        to_read = standing.count(Stage.TO_READ)
        going = standing.count(Stage.APPROVED, Stage.LEAVING)
        stuck = standing.count(*NEEDS_SELLER)
        return (
            _one_or_more(
                cooling, self.tr("1 reply cools"), self.tr("%n replies cool", "", cooling)
            ),
            _one_or_more(
                to_read,
                self.tr("1 is ready to be read"),
                self.tr("%n are ready to be read", "", to_read),
            ),
            _one_or_more(
                going, self.tr("1 is on its way"), self.tr("%n are on their way", "", going)
            ),
            _one_or_more(
                stuck, self.tr("1 reply needs you"), self.tr("%n replies need you", "", stuck)
            ),
        )


def _one_or_more(count: int, one: str, more: str) -> str:
    """The form that fits a number; "" for none."""
    if not count:
        return ""
    return one if count == 1 else more
