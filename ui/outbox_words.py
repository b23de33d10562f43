"""What the window says of holds and of held replies, in plain words. No Qt.

The texts are English sources, as in `words`; each class hands them to its own translator.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from ..mailbox.sentence import in_a_row
from ..replies.outbox.clock import to_timedelta
from ..replies.outbox.held_reply import HeldReply, OutboxState, PausedBy
from ..replies.outbox.hold import HoldPlan
from ..replies.outbox.policy import HoldPolicy
from .outbox.news import News
from .words import Translate, Words, plain_english

LAST_MINUTE: Final = timedelta(minutes=1)  # of a hold: here its clock counts seconds
_MINUTE: Final = timedelta(minutes=1)
_SECOND: Final = timedelta(seconds=1)
_SHORT: Final = timedelta(hours=2)  # a hold up to here is said in minutes
_QUOTED_CHARS: Final = 60


class HoldWords:
    """How long a reply is held, and why, in one language.

    Args:
        words: the general words of the window, in the same language.
        translate: gives the text of the window's language for an English source and a number
            (-1 where there is none).
    """

    def __init__(self, words: Words | None = None, translate: Translate = plain_english) -> None:
        self.words = words or Words()
        self._translate = translate

    def tr(self, text: str, _disambiguation: str = "", n: int = -1) -> str:
        """The text in this language; named and called as Qt's, so that lupdate finds the texts."""
        return self._translate(text, n)

    def length(self, time: timedelta) -> str:
        """The length of a hold: minutes up to two hours, then its two largest units."""
        if time <= _SHORT:
            return self.tr("%n min", "", max(1, -(-time // _MINUTE)))
        return self.words.duration(time)

    def lengths(self, policy: HoldPolicy) -> tuple[str, ...]:
        """How long a reply to each heat, calm first, is held under a policy."""
        return tuple(self.length(policy.base * factor) for factor in policy.factors)

    def button(self, plan: HoldPlan, now: datetime) -> str:
        """What the primary button of the composer does."""
        until = self.words.moment(plan.send_after, now)
        return self.tr("Cool down until {time}").format(time=until)

    def plan(self, plan: HoldPlan, now: datetime, *, is_answer: bool = True) -> str:
        """The plan of a hold: why so long in the first line, what follows in the second.

        Args:
            is_answer: there is a letter of theirs to be read beside it.
        """
        deadline = self.deadline(plan.deadline, now)
        if plan.sends_itself:
            then = self.tr("It goes out by itself when the hold ends.")
        elif is_answer:
            then = self.tr("You will be asked to read both letters again.")
        else:
            then = self.tr("You will be asked to read it again.")
        parts = (deadline, then, self.quiet(plan, plan.send_after, now))
        return f"{self._lead(plan)}\n{' '.join(part for part in parts if part)}"

    def quiet(self, plan: HoldPlan, at: datetime, now: datetime) -> str:
        """Until when quiet hours that reign at a moment keep a reply; "" where none do."""
        until = plan.quiet_until(at)
        if until is None:
            return ""
        moment = self.words.moment(until, now)
        if plan.deadline is not None and now < plan.deadline < until:
            text = self.tr("Quiet hours last until {time}, which is after the answer deadline.")
            return text.format(time=moment)
        return self.tr("Nothing leaves before {time}: quiet hours.").format(time=moment)

    def _lead(self, plan: HoldPlan) -> str:
        length = self.length(plan.length)
        if plan.is_cut:
            return self.tr("{length}, cut to stay inside the deadline.").format(length=length)
        if plan.is_lengthened_by_own_heat:
            text = self.tr("{length}: longer, because this was written in some heat.")
            return text.format(length=length)
        if plan.heat is None:
            return self.tr("{length} for ordinary mail.").format(length=length)
        return self.tr("{length} for heat {heat}.").format(length=length, heat=plan.heat)

    def still(self, plan: HoldPlan) -> str:
        """What the hold will be once everything is mended."""
        text = self.tr(
            "Then it is held for {length}. Nothing goes out before you have read it again."
        )
        return text.format(length=self.length(plan.length))

    def why(self, plan: HoldPlan) -> str:
        """How the length of a hold came about, as a sum where it is one."""
        length, base = self.length(plan.length), self.length(plan.base)
        whole = plan.base * plan.factor
        if plan.is_cut:
            text = self.tr("{length} instead of {whole}, to stay inside the answer deadline.")
            return text.format(length=length, whole=self.length(whole))
        if plan.is_lengthened_by_own_heat:
            text = self.tr("{length}: base {base} × {factor}, longer for your own heat.")
            return text.format(length=length, base=base, factor=f"{plan.factor:g}")
        if plan.length > whole:
            return self.tr("{length}: made longer by you.").format(length=length)
        if plan.heat is None:
            return self.tr("{length}: the base, for ordinary mail.").format(length=length)
        text = self.tr("{length}: base {base} × {factor} for heat {heat}.")
        return text.format(length=length, base=base, factor=f"{plan.factor:g}", heat=plan.heat)

    def deadline(self, deadline: datetime | None, now: datetime) -> str:
        """Until when the answer is owed, as a sentence; "" where none is."""
        if deadline is None:
            return ""
        moment = self.words.moment(deadline, now)
        if deadline <= now:
            return self.tr("The answer was due {time}.").format(time=moment)
        return self.tr("Answer deadline {time}.").format(time=moment)

    def gate_head(self, reply: HeldReply, now: datetime) -> str:
        """The line under the head of the gate: what may be done with the reply, and why."""
        if reply.state is OutboxState.COOLING:
            until = self.words.moment(reply.plan.send_after, now)
            return self.tr("It cools until {time}. Until then it can be read, not sent.").format(
                time=until
            )
        if reply.state is OutboxState.PAUSED:
            return self.tr("It is paused and can't be sent. Hold it again, or take it back.")
        if reply.state is not OutboxState.READY or reply.is_approved:
            return self.tr("You have approved it already; here it can only be read.")
        at = self.words.moment(reply.held_at + reply.plan.length, now)
        text = self.tr("The hold of {length} ended {time}. Nothing has been sent.")
        said = text.format(length=self.length(reply.plan.length), time=at)
        return f"{said} {self._no_hurry(reply.plan.deadline, now)}"

    def _no_hurry(self, deadline: datetime | None, now: datetime) -> str:
        if deadline is None or deadline <= now:
            return self.tr("Take your time.")
        left = self.words.duration(deadline - now)
        return self.tr("Take your time: {time} left to answer.").format(time=left)

    def change(self, before: str, after: str) -> str:
        """A stretch changed since the first draft; "" on the side where it was not there."""
        if not after:
            return self.tr("Taken out: “{text}”").format(text=shortened(before))
        if not before:
            return self.tr("Put in: “{text}”").format(text=shortened(after))
        return self.tr("“{before}” became “{after}”").format(
            before=shortened(before), after=shortened(after)
        )

    def more(self, count: int) -> str:
        """How many lines of a list are not shown."""
        return self.tr("and %n more", "", count)

    def kept(self, reason: str) -> str:
        """That a finding was set aside, and why."""
        return self.tr("You left one place as it is: “{reason}”").format(reason=shortened(reason))

    def counts_at_once(self) -> str:
        """That a setting which lengthens holds counts at once."""
        return self.tr("Counts at once, for every reply held from now on.")

    def counts_later(self, at: datetime, base: timedelta, now: datetime) -> str:
        """From when a setting that shortens holds would count, were it kept now (D2).

        A line to stand in bold, and after a line end the rest.
        """
        lead = self.tr("Counts for replies held from {time} on.")
        why = self.tr("What shortens a hold waits until the {length} of now have run out once.")
        time = self.words.moment(at, now)
        return f"{lead.format(time=time)}\n{why.format(length=self.length(base))}"

    def counts_from(self, at: datetime, now: datetime) -> str:
        """From when the setting that was kept last counts, in the same two lines."""
        lead = self.tr("Counts for replies held from {time} on.")
        why = self.tr("Your last change shortens holds; until then the longer ones stay.")
        return f"{lead.format(time=self.words.moment(at, now))}\n{why}"


@dataclass(frozen=True, slots=True)
class CardWords:
    """What the card of a held reply says, from its chip to its last line."""

    state: str
    headline: str
    detail: str = ""


class OutboxWords:
    """What the outbox says of each held reply, in one language.

    Args:
        hold: the words for the holds themselves, in the same language.
        translate: as for `HoldWords`.
    """

    def __init__(
        self, hold: HoldWords | None = None, translate: Translate = plain_english
    ) -> None:
        self.hold = hold or HoldWords()
        self.words = self.hold.words
        self._translate = translate
        self._by_state: Final[
            Mapping[OutboxState, Callable[[HeldReply, datetime, int], CardWords]]
        ] = {
            OutboxState.COOLING: self._cooling,
            OutboxState.PAUSED: self._paused,
            OutboxState.READY: self._ready,
            OutboxState.SENDING: self._sending,
            OutboxState.SENT: self._sent,
            OutboxState.FAILED: self._failed,
            OutboxState.UNCERTAIN: self._uncertain,
            OutboxState.RECALLED: self._recalled,
        }

    def tr(self, text: str, _disambiguation: str = "", n: int = -1) -> str:
        """The text in this language; named and called as Qt's, so that lupdate finds the texts."""
        return self._translate(text, n)

    def letters(self, count: int) -> str:
        """The line beside the head of the outbox."""
        return self.tr("%n letter(s). Those that need you come first.", "", count)

    def left(self, time: timedelta) -> str:
        """What is left of a hold: minutes, and seconds in the last minute."""
        if time > LAST_MINUTE:
            return self.words.span(time + _MINUTE - timedelta(microseconds=1))
        return self.tr("%n s", "", -(-max(time, timedelta(0)) // _SECOND))

    def news(self, paused_by: PausedBy, news: News, now: datetime) -> str:
        """The line over the text that stands beside a paused reply."""
        at = self.words.moment(news.at, now)
        if paused_by is PausedBy.ANSWERED_ELSEWHERE:
            return self.tr("The other answer, {time}").format(time=at)
        if paused_by is not PausedBy.NEWER_MAIL:
            return self.tr("The letter it answers, {time}").format(time=at)
        if news.count == 1:
            head = self.tr("Their new letter, {time}").format(time=at)
        else:
            text = self.tr("They wrote %n times within {span}, last {time}", "", news.count)
            head = text.format(span=self.words.duration(max(news.span, _MINUTE)), time=at)
        if news.may_go_on(now):
            return self.tr("{head}. They may still be writing.").format(head=head)
        return head

    def card(self, reply: HeldReply, now: datetime, steady_ns: int) -> CardWords:
        """What the card of a held reply says at this moment."""
        return self._by_state[reply.state](reply, now, steady_ns)

    def _cooling(self, reply: HeldReply, now: datetime, steady_ns: int) -> CardWords:
        left = reply.remaining(steady_ns)
        if not left:
            return CardWords(self.tr("Cooled down"), self.tr("The hold has just run out."))
        if reply.plan.sends_itself:
            headline = self.tr("Until {time}. Then it goes out by itself.")
        else:
            headline = self.tr("Until {time}. Then you read it again; nothing goes by itself.")
        stops = self.tr("A new letter from them or any change starts it over.")
        return CardWords(
            self.tr("Cooling, {time} left").format(time=self.left(left)),
            headline.format(time=self.words.moment(now + left, now)),
            f"{self.hold.why(reply.plan)} {stops}",
        )

    def _paused(self, reply: HeldReply, _now: datetime, _steady_ns: int) -> CardWords:
        return {
            PausedBy.NEWER_MAIL: CardWords(
                self.tr("Paused: they wrote again"),
                self.tr("A newer letter has come. The hold stands still until you have seen it."),
                self.tr(
                    "Does your answer still fit? Hold it again, or take it back and change it."
                ),
            ),
            PausedBy.ANSWERED_ELSEWHERE: CardWords(
                self.tr("Paused: answered elsewhere"),
                self.tr("An answer to this letter has gone out from another place."),
                self.tr("Take this one back, or hold it again if they should get both."),
            ),
            PausedBy.ORDER_CHANGED: CardWords(
                self.tr("Paused: the order has changed"),
                reply.pause_note or self.tr("There is news of the order."),
                self.tr(
                    "Does your answer still fit? Hold it again, or take it back and change it."
                ),
            ),
            PausedBy.FILE_LOST: CardWords(
                self.tr("Paused: an attachment is missing"),
                reply.pause_note or self.tr("A file that goes with it is not here any more."),
                self.tr("Take it back, attach the file again, and hold it anew."),
            ),
            PausedBy.RESTORED: CardWords(
                self.tr("Paused: restored from a copy"),
                self.tr("The mail data here is a copy. This reply may have gone out since."),
                self.tr("Look in Sent whether it has gone out already, then hold it again."),
            ),
            PausedBy.NOTHING: CardWords(
                self.tr("Paused"),
                self.tr("The hold stands still until you decide."),
                self.hold.why(reply.plan),
            ),
        }[reply.paused_by]

    def _ready(self, reply: HeldReply, now: datetime, steady_ns: int) -> CardWords:
        deadline = self.hold.deadline(reply.plan.deadline, now)
        if not reply.is_approved:
            ended = now - to_timedelta(max(0, steady_ns - reply.release_steady_ns))
            headline = self.tr("The hold ended {time}. It waits for you; nothing has been sent.")
            return CardWords(
                self.tr("Ready to read again"),
                headline.format(time=self.words.moment(ended, now)),
                reply.problem or deadline,
            )
        if reply.retry_steady_ns is not None and reply.retry_steady_ns > steady_ns:
            at = self.words.moment(now + to_timedelta(reply.retry_steady_ns - steady_ns), now)
            return CardWords(
                self.tr("Waiting for the mail server"),
                self.tr("Not sent yet. The next try comes by itself, {time}.").format(time=at),
                reply.problem or deadline,
            )
        quiet = self.hold.quiet(reply.plan, now, now)
        if quiet:
            return CardWords(self.tr("Read again, waits for the morning"), quiet, deadline)
        return CardWords(
            self.tr("Read again, goes out next"),
            self.tr("You have read both letters. It goes out as soon as the server is reached."),
            reply.problem or deadline,
        )

    def _sending(self, reply: HeldReply, _now: datetime, _steady_ns: int) -> CardWords:
        if reply.dotted_at is None:
            headline = self.tr("The letter is on its way to the mail server.")
        else:
            headline = self.tr("The letter has left; the server's answer is awaited.")
        return CardWords(self.tr("Going out now"), headline)

    def _sent(self, reply: HeldReply, now: datetime, _steady_ns: int) -> CardWords:
        at = self.words.moment(reply.sent_at or now, now)
        return CardWords(self.tr("Sent"), self.tr("Sent {time}.").format(time=at))

    def _failed(self, reply: HeldReply, _now: datetime, _steady_ns: int) -> CardWords:
        return CardWords(
            self.tr("Not sent"),
            self.tr("It could not be sent."),
            reply.problem,
        )

    def _uncertain(self, reply: HeldReply, _now: datetime, _steady_ns: int) -> CardWords:
        promise = self.tr("It is never sent again by itself.")
        return CardWords(
            self.tr("Not certain: perhaps sent"),
            self.tr("It is not known whether the letter has gone out."),
            in_a_row([reply.problem, promise]) if reply.problem else promise,
        )

    def _recalled(self, _reply: HeldReply, _now: datetime, _steady_ns: int) -> CardWords:
        return CardWords(self.tr("Taken back"), self.tr("The text is a draft again."))


def shortened(text: str, most: int = _QUOTED_CHARS) -> str:
    """The text in at most so many characters, cut between two words."""
    return text if len(text) <= most else text[:most].rsplit(" ", 1)[0] + "…"
