"""What the window calls things: kinds, heats, states, times and dates in plain words. No Qt.

The texts are English sources. `Words` hands each to a translator, so that the window shows them
in its own language; lists of forms such as "%n mail(s)" are Qt's way of asking for a plural.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta, tzinfo
from enum import Enum
from typing import Final

from ..mailbox.enclosure import Enclosure
from ..mailbox.message import Address
from ..replies.cases.case import CaseKind
from ..replies.cases.lessons import Learnt, Lesson, Moved
from ..replies.inbox import InboxRow, RowState
from ..replies.orders.order import Marketplace
from ..replies.put_off_times import Barrier
from ..replies.tone.fault import Fault

Translate = Callable[[str, int], str]

SOON: Final = timedelta(hours=8)  # LOOK: under 8 h a clock turns, under 2 h it is bold
URGENT: Final = timedelta(hours=2)
_DAY: Final = timedelta(days=1)
_HOUR: Final = timedelta(hours=1)
_HALF_A_DAY: Final = timedelta(hours=12)
_MINUTE: Final = timedelta(minutes=1)
_SHORT_NAME: Final = 5
_NUMBER_END: Final = 5  # a last group of digits that is longer shows its last four
_RELAY_TAIL: Final = re.compile(r"\s+[-–]\s+(Amazon Marketplace|eBay)$|\s+via\s+\S+$", re.I)
_PLURAL: Final = re.compile(r"\((s|es)\)")
MARKETPLACES: Final = {
    Marketplace.AMAZON: "Amazon",
    Marketplace.EBAY: "eBay",
    Marketplace.ABEBOOKS: "AbeBooks",
}
_THREATS: Final = frozenset(
    {CaseKind.LEGAL_OR_CHARGEBACK_THREAT, CaseKind.FEEDBACK_THREAT, CaseKind.ABUSIVE}
)
_SURE: Final = 0.85
_LIKELY: Final = 0.6


class Urgency(Enum):
    """How near the end of a clock is."""

    CALM = "calm"
    SOON = "soon"
    URGENT = "urgent"
    OVER = "over"


def urgency(due: datetime, now: datetime) -> Urgency:
    """How near a deadline is: calm from 8 h, soon from 2 h, urgent before it, over behind it."""
    left = due - now
    if left < timedelta(0):
        return Urgency.OVER
    if left < URGENT:
        return Urgency.URGENT
    return Urgency.SOON if left < SOON else Urgency.CALM


def plain_english(text: str, n: int = -1) -> str:
    """The English form of a source text: the number put in, "(s)" resolved."""
    if n < 0:
        return text
    ending = "" if n == 1 else r"\1"
    return _PLURAL.sub(ending, text).replace("%n", str(n))


def visible(text: str) -> str:
    """Foreign text for one line: no control or direction characters, single blanks."""
    kept = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in text)
    return " ".join(kept.split())


def is_threat(kind: CaseKind) -> bool:
    """Whether an issue is a threat or an insult, which is shown with a warning sign."""
    return kind in _THREATS


class Words:
    """The words of one language.

    Args:
        translate: gives the text of the window's language for an English source and a number
            (-1 where there is none); without one the texts stay English.
        zone: the zone that times are shown in; without one, that of the system.
    """

    def __init__(self, translate: Translate = plain_english, zone: tzinfo | None = None) -> None:
        self._translate = translate
        self._zone = zone
        self._kinds = self._kind_words()
        self._faults = self._fault_words()
        self._statements = self._statement_words()
        self._wishes = self._wish_words()
        self._facts = self._fact_words()

    def tr(self, text: str, _disambiguation: str = "", n: int = -1) -> str:
        """The text in this language; named and called as Qt's, so that lupdate finds the texts."""
        return self._translate(text, n)

    def kind(self, kind: CaseKind) -> str:
        """A kind as its chip says it."""
        return self._kinds[kind]

    def heat(self, heat: int) -> str:
        """A heat in a word."""
        words = (self.tr("calm"), self.tr("annoyed"), self.tr("angry"), self.tr("furious"))
        return words[heat]

    def fault(self, fault: Fault) -> str:
        """On whose side a trouble arose, as its chip says it."""
        return self._faults[fault]

    def learnt(self, learnt: Learnt) -> str:
        """What her own corrections of such letters moved."""
        such = (
            self.tr("as you corrected %n letter(s) of this sender", "", learnt.count)
            if learnt.sender
            else self.tr("as you corrected %n such letter(s)", "", learnt.count)
        )
        was, now = (self._value(learnt.moved, value) for value in (learnt.was, learnt.now))
        return self.tr("{now}, not {was}: {such}").format(
            now=now[:1].upper() + now[1:], was=was, such=such
        )

    def lesson(self, lesson: Lesson) -> str:
        """A correction that teaches: what she called it, and whose letter it is."""
        read, said = lesson.read, lesson.said
        pairs: list[tuple[Moved, object, object]] = [
            (Moved.COMPLAINT, int(read.complaint), _number(said.complaint)),
            (Moved.KIND, read.kind.value, said.kind.value if said.kind else None),
            (Moved.HEAT, read.heat, said.heat),
        ]
        changes = [
            f"{self._value(moved, str(was))} → {self._value(moved, str(now))}"
            for moved, was, now in pairs
            if now is not None and now != was
        ]
        same = self.tr("as it was read")
        return f"{', '.join(changes) or same} · {visible(lesson.sender)}"

    def _value(self, moved: Moved, value: str) -> str:
        if moved is Moved.COMPLAINT:
            return self.tr("complaint") if value == "1" else self.tr("no complaint")
        return self.kind(CaseKind(value)) if moved is Moved.KIND else self.heat(int(value))

    def mood(self, kind: CaseKind, heat: int) -> str:
        """The heat in a word; praise has none."""
        return self.kind(kind) if kind is CaseKind.PRAISE else self.heat(heat)

    def summary(self, kind: CaseKind, issues: tuple[CaseKind, ...]) -> str:
        """What the letter is about in one neutral line, never in its own words."""
        others = sorted(self._others(kind, issues), key=is_threat)
        return "; ".join([self._statements[kind], *(self._wishes[i] for i in others[:1])])

    def row_summary(self, row: InboxRow) -> str:
        """What a row is about in one line: the neutral summary, or that it is a letter of hers."""
        if row.is_begun_here:
            return self.tr("A letter that you begin")
        if row.is_back:
            return self.tr("Your letter to yourself is back")
        return self.summary(row.kind, row.issues)

    def row_kind(self, row: InboxRow) -> str:
        """The chip of a row, "" for a letter of hers."""
        return "" if row.is_hers else self.kind(row.kind)

    def back(self) -> str:
        """What it says that a letter of hers to herself came in again."""
        return self.tr("Your letter to yourself is back: sending and fetching work.")

    def summary_sentences(self, kind: CaseKind, issues: tuple[CaseKind, ...]) -> str:
        """The neutral summary as full sentences; threats are left to the check list."""
        others = [self._wishes[i] for i in self._others(kind, issues) if not is_threat(i)]
        parts = [self._statements[kind], *others[:2]]
        return " ".join(f"{part[:1].upper()}{part[1:]}." for part in parts)

    def issue(self, kind: CaseKind) -> str:
        """An issue as an entry of the check list."""
        word = self._wishes.get(kind) or self._kinds[kind]
        return word[:1].upper() + word[1:]

    def certainty(self, confidence: float) -> str:
        """How sure the recogniser is, in a word."""
        if confidence >= _SURE:
            return self.tr("sure")
        return self.tr("likely") if confidence >= _LIKELY else self.tr("unsure")

    def _others(self, kind: CaseKind, issues: tuple[CaseKind, ...]) -> list[CaseKind]:
        return [issue for issue in issues if issue is not kind and issue in self._wishes]

    def marketplace(self, marketplace: Marketplace) -> str:
        """A marketplace by its name."""
        return MARKETPLACES.get(marketplace) or self.tr("own shop")

    def marketplace_mark(self, marketplace: Marketplace) -> str:
        """A marketplace in the few letters that a chip has room for."""
        marks = {
            Marketplace.AMAZON: "Amz",
            Marketplace.EBAY: "eBay",
            Marketplace.ABEBOOKS: "Abe",
            Marketplace.OWN: self.tr("Shop"),
        }
        return marks[marketplace]

    def name(self, customer: Address) -> str:
        """A customer as rows and heads show her: the name she gives, else her address."""
        name = _RELAY_TAIL.sub("", visible(customer.name).strip("'\" "))
        return name or visible(customer.addr_spec.partition("@")[0]) or self.tr("Unknown sender")

    def short_name(self, customer: Address) -> str:
        """The first letters of the last word of a name, for a strip that has no more room."""
        last = self.name(customer).split()[-1]
        return last if len(last) <= _SHORT_NAME else f"{last[: _SHORT_NAME - 1]}."

    def state(self, row: InboxRow, now: datetime) -> str:
        """The small word of a row, "" where there is none."""
        if row.state is RowState.COOLING and row.send_after is not None:
            return self.tr("cooling, {time}").format(time=self.soon(row.send_after, now))
        if row.state is RowState.PUT_OFF and row.put_off_until is not None:
            return self.tr("until {time}").format(time=self.moment(row.put_off_until, now))
        words = {
            RowState.NONE: "",
            RowState.DRAFT: self.tr("draft"),
            RowState.COOLING: self.tr("cooling"),
            RowState.READY: self.tr("read again"),
            RowState.PAUSED: self.tr("paused"),
            RowState.FAILED: self.tr("not sent"),
            RowState.UNCERTAIN: self.tr("perhaps sent"),
            RowState.WAITING: self.tr("waiting for them"),
            RowState.PUT_OFF: self.tr("put off"),
            RowState.BACK: self.tr("back"),
        }
        return words[row.state]

    def order_mark(self, row: InboxRow) -> tuple[str, str, str]:
        """The order chip of a row: the marketplace's mark, the title, the end of the number."""
        if row.marketplace is None:
            return "", "", ""
        group = row.order_number.rpartition("-")[2]
        end = group if len(group) <= _NUMBER_END else group[-_NUMBER_END + 1 :]
        return self.marketplace_mark(row.marketplace), visible(row.order_title), end

    def row(self, row: InboxRow, now: datetime) -> str:
        """A row as a screen reader says it, in the order in which it is seen."""
        parts = (
            "" if row.is_hers else self.mood(row.kind, row.heat),
            self.name(row.customer),
            self.row_summary(row),
            self.row_kind(row),
            " ".join(part for part in self.order_mark(row) if part),
            self.clock(row.due, now) if row.due else "",
            self.state(row, now),
            "" if row.seen else self.tr("unread"),
            self.tr("starred") if row.flagged else "",
        )
        return ". ".join(part for part in parts if part)

    def waiting(self, mails: int, since: datetime | None, now: datetime) -> str:
        """How many letters are unanswered, and for how long."""
        count = self.tr("%n mail(s)", "", mails)
        if since is None:
            return count
        time = self.duration(now - since)
        return self.tr("{mails}, waiting {time}").format(mails=count, time=time)

    def clock(self, due: datetime, now: datetime) -> str:
        """What is left until a deadline, or how long it is over: "18 h left", "3 h over"."""
        if due < now:
            return self.tr("{time} over").format(time=self.span(now - due))
        return self.tr("{time} left").format(time=self.span(due - now))

    def short_clock(self, due: datetime, now: datetime) -> str:
        """A deadline in the fewest letters: "18 h", "−3 h"."""
        return f"−{self.span(now - due)}" if due < now else self.span(due - now)

    def span(self, time: timedelta) -> str:
        """A length of time as short as it is useful: "1 d 2 h", "18 h", "1 h 40", "12 min"."""
        time = max(time, timedelta(0))
        if time >= _DAY:
            days, hours = time // _DAY, time % _DAY // _HOUR
            whole = self.tr("%n d", "", days)
            return f"{whole} {self.tr('%n h', '', hours)}" if hours else whole
        hours, minutes = time // _HOUR, time % _HOUR // _MINUTE
        if time >= URGENT or (hours and not minutes):
            return self.tr("%n h", "", hours)
        if hours:
            return f"{self.tr('%n h', '', hours)} {minutes:02}"
        return self.tr("%n min", "", minutes) if minutes else self.tr("under 1 min")

    def duration(self, time: timedelta) -> str:
        """A length of time in its two largest units: "1 day 3 h", "3 h 20 min"."""
        time = max(time, timedelta(0))
        if time >= _DAY:
            days, hours = time // _DAY, time % _DAY // _HOUR
            whole = self.tr("%n day(s)", "", days)
            return f"{whole} {self.tr('%n h', '', hours)}" if hours else whole
        hours, minutes = time // _HOUR, time % _HOUR // _MINUTE
        if hours == 0:
            return self.tr("%n min", "", minutes) if minutes else self.tr("under 1 min")
        whole = self.tr("%n h", "", hours)
        return f"{whole} {self.tr('%n min', '', minutes)}" if minutes else whole

    def day(self, day: date, today: date) -> str:
        """A date without the year, where it is this year's: "3 Nov", "3 Nov 2025"."""
        text = self._short_months()[day.month - 1].format(day=day.day)
        return text if day.year == today.year else f"{text} {day.year}"

    def long_day(self, day: date, today: date) -> str:
        """A date as a letter says it: "3 November"."""
        text = self._long_months()[day.month - 1].format(day=day.day)
        return text if day.year == today.year else f"{text} {day.year}"

    def posted_late(self, days: int, due: str) -> str:
        """How many days after the last day to post a parcel went out."""
        return self.tr("%n day(s) after {day}, when it was due.", "", days).format(day=due)

    def moment(self, at: datetime, now: datetime) -> str:
        """A time as "16:40" today, "tomorrow 09:12", "yesterday 09:12", else "3 Nov 09:12"."""
        local, today = at.astimezone(self._zone), now.astimezone(self._zone).date()
        time = f"{local:%H:%M}"
        distance = (local.date() - today).days
        if distance == 0:
            return time
        if distance == 1:
            return self.tr("tomorrow {time}").format(time=time)
        if distance == -1:
            return self.tr("yesterday {time}").format(time=time)
        return f"{self.day(local.date(), today)} {time}"

    def soon(self, at: datetime, now: datetime) -> str:
        """A time to come, as `moment`; within half a day "00:53" says enough, also tomorrow."""
        if timedelta() <= at - now <= _HALF_A_DAY:
            return f"{at.astimezone(self._zone):%H:%M}"
        return self.moment(at, now)

    def appointment(self, at: datetime, now: datetime) -> str:
        """A time to come with its day of the week: "Mon 23 Nov, 08:00"."""
        local = at.astimezone(self._zone)
        weekday = self._weekdays()[local.weekday()]
        return f"{weekday} {self.day(local.date(), self.today(now))}, {local:%H:%M}"

    def put_off(self, letters: int) -> str:
        """What is asked where letters are put off."""
        if letters > 1:
            return self.tr("Put off %n letter(s) until …", "", letters)
        return self.tr("Put off until …")

    def put_off_barrier(self, barrier: Barrier, due: datetime | None, now: datetime) -> str:
        """Why a letter can't be put off until a time, in a sentence; "" where it can."""
        if barrier is Barrier.OWED and due is not None:
            said = self.tr("An answer is owed by {time}.")
            if due <= now:
                said = self.tr("An answer was owed by {time}.")
            return said.format(time=self.moment(due, now))
        return {
            Barrier.PAST: self.tr("That time is past."),
            Barrier.DAY_OVER: self.tr("Your day is over by then."),
        }.get(barrier, "")

    def today(self, now: datetime) -> date:
        """The date of a moment where the seller is."""
        return now.astimezone(self._zone).date()

    def synced(self, ago: timedelta) -> str:
        """That the mail was looked at, and how long ago."""
        minutes = ago // _MINUTE
        if minutes < 1:
            return self.tr("Up to date just now")
        return self.tr("Up to date %n min ago", "", minutes)

    def offline(self, held: int) -> str:
        """That there is no connection, and how many replies wait for one."""
        if held == 0:
            return self.tr("Offline")
        return self.tr("Offline: %n held, will wait", "", held)

    def masked(self, count: int) -> str:
        """How many words of a letter are covered."""
        return self.tr("%n word(s) masked", "", count)

    def length(self, count: int) -> str:
        """How many words a text has."""
        return self.tr("%n word(s)", "", count)

    def fact(self, name: str, said: str) -> str:
        """A fact of the order that a reply states: "Posted on: 3 November".

        Args:
            name: the name of the fact in `ReplyFacts`.
            said: its words in the reply.
        """
        known = self._facts.get(name)
        return f"{known}: {said}" if known else said

    def lines(self, count: int) -> str:
        """How many lines a text has."""
        return self.tr("%n line(s)", "", count)

    def pictures_elsewhere(self, count: int) -> str:
        """What shows the pictures of a letter that it does not bring itself."""
        return self.tr("Show %n picture(s) from the internet", "", count)

    def found(self, count: int) -> str:
        """How many rows a list has."""
        return self.tr("%n letter(s)", "", count)

    def size(self, size_bytes: int) -> str:
        """The size of a file."""
        if size_bytes < 1024:  # noqa: PLR2004 - bytes in a kibibyte
            return self.tr("%n byte(s)", "", size_bytes)
        if size_bytes < 1024 * 1024:
            return self.tr("{size} kB").format(size=round(size_bytes / 1024))
        return self.tr("{size} MB").format(size=f"{size_bytes / 1024 / 1024:.1f}")

    def files(self, enclosures: Iterable[Enclosure]) -> str:
        """The files that go with a letter, "" where there are none."""
        named = [f"{visible(one.name)} ({self.size(one.size)})" for one in enclosures]
        return self.tr("With it: {files}").format(files=", ".join(named)) if named else ""

    def _short_months(self) -> tuple[str, ...]:
        return (
            self.tr("{day} Jan"),
            self.tr("{day} Feb"),
            self.tr("{day} Mar"),
            self.tr("{day} Apr"),
            self.tr("{day} May"),
            self.tr("{day} Jun"),
            self.tr("{day} Jul"),
            self.tr("{day} Aug"),
            self.tr("{day} Sep"),
            self.tr("{day} Oct"),
            self.tr("{day} Nov"),
            self.tr("{day} Dec"),
        )

    def _long_months(self) -> tuple[str, ...]:
        return (
            self.tr("{day} January"),
            self.tr("{day} February"),
            self.tr("{day} March"),
            self.tr("{day} April"),
            self.tr("{day} May"),
            self.tr("{day} June"),
            self.tr("{day} July"),
            self.tr("{day} August"),
            self.tr("{day} September"),
            self.tr("{day} October"),
            self.tr("{day} November"),
            self.tr("{day} December"),
        )

    def _kind_words(self) -> dict[CaseKind, str]:
        return {
            CaseKind.NOT_RECEIVED: self.tr("not received"),
            CaseKind.LATE: self.tr("late"),
            CaseKind.DAMAGED: self.tr("damaged"),
            CaseKind.WRONG_ITEM: self.tr("wrong item"),
            CaseKind.NOT_AS_DESCRIBED: self.tr("not as described"),
            CaseKind.MISSING_PART: self.tr("missing part"),
            CaseKind.RETURN_CHANGE_OF_MIND: self.tr("return"),
            CaseKind.REFUND_REQUEST: self.tr("refund"),
            CaseKind.REFUND_NOT_RECEIVED: self.tr("refund missing"),
            CaseKind.ADDRESS_PROBLEM: self.tr("address"),
            CaseKind.CUSTOMS_OR_FEES: self.tr("customs or fees"),
            CaseKind.ORDER_CANCEL: self.tr("cancel"),
            CaseKind.ABUSIVE: self.tr("abusive"),
            CaseKind.LEGAL_OR_CHARGEBACK_THREAT: self.tr("claim or lawyer"),
            CaseKind.FEEDBACK_THREAT: self.tr("bad feedback"),
            CaseKind.DOWNLOAD_OR_ACCESS_PROBLEM: self.tr("download"),
            CaseKind.QUESTION: self.tr("question"),
            CaseKind.PRAISE: self.tr("praise"),
            CaseKind.OTHER: self.tr("other"),
        }

    def _fault_words(self) -> dict[Fault, str]:
        return {
            Fault.SELLER: self.tr("our side"),
            Fault.CARRIER: self.tr("the carrier"),
            Fault.SUPPLIER: self.tr("the supplier"),
            Fault.MARKETPLACE: self.tr("the marketplace"),
            Fault.BUYER: self.tr("their side"),
            Fault.NONE: self.tr("nobody"),
        }

    def _statement_words(self) -> dict[CaseKind, str]:
        return {
            CaseKind.NOT_RECEIVED: self.tr("Parcel has not arrived"),
            CaseKind.LATE: self.tr("Parcel is late"),
            CaseKind.DAMAGED: self.tr("Book arrived damaged"),
            CaseKind.WRONG_ITEM: self.tr("A different book arrived"),
            CaseKind.NOT_AS_DESCRIBED: self.tr("Book is not as described"),
            CaseKind.MISSING_PART: self.tr("Something was missing in the parcel"),
            CaseKind.RETURN_CHANGE_OF_MIND: self.tr("Wants to return the book"),
            CaseKind.REFUND_REQUEST: self.tr("Wants the money back"),
            CaseKind.REFUND_NOT_RECEIVED: self.tr("Refund has not arrived"),
            CaseKind.ADDRESS_PROBLEM: self.tr("Something is wrong with the address"),
            CaseKind.CUSTOMS_OR_FEES: self.tr("Was asked for customs or fees"),
            CaseKind.ORDER_CANCEL: self.tr("Wants to cancel the order"),
            CaseKind.ABUSIVE: self.tr("Harsh words; what is wanted is not clear"),
            CaseKind.LEGAL_OR_CHARGEBACK_THREAT: self.tr("Speaks of a claim or a lawyer"),
            CaseKind.FEEDBACK_THREAT: self.tr("Speaks of leaving bad feedback"),
            CaseKind.DOWNLOAD_OR_ACCESS_PROBLEM: self.tr("Cannot open a download"),
            CaseKind.QUESTION: self.tr("Asks a question"),
            CaseKind.PRAISE: self.tr("Is pleased and says so"),
            CaseKind.OTHER: self.tr("Writes about something else"),
        }

    def _weekdays(self) -> tuple[str, ...]:
        return (
            self.tr("Mon"),
            self.tr("Tue"),
            self.tr("Wed"),
            self.tr("Thu"),
            self.tr("Fri"),
            self.tr("Sat"),
            self.tr("Sun"),
        )

    def _wish_words(self) -> dict[CaseKind, str]:
        return {
            CaseKind.NOT_RECEIVED: self.tr("the parcel has not arrived"),
            CaseKind.LATE: self.tr("the parcel is late"),
            CaseKind.DAMAGED: self.tr("the book is damaged"),
            CaseKind.WRONG_ITEM: self.tr("it is a different book"),
            CaseKind.NOT_AS_DESCRIBED: self.tr("the book is not as described"),
            CaseKind.MISSING_PART: self.tr("something is missing"),
            CaseKind.RETURN_CHANGE_OF_MIND: self.tr("wants to send it back"),
            CaseKind.REFUND_REQUEST: self.tr("wants the money back"),
            CaseKind.REFUND_NOT_RECEIVED: self.tr("the refund has not arrived"),
            CaseKind.ADDRESS_PROBLEM: self.tr("the address is wrong"),
            CaseKind.CUSTOMS_OR_FEES: self.tr("was asked for fees"),
            CaseKind.ORDER_CANCEL: self.tr("wants to cancel"),
            CaseKind.ABUSIVE: self.tr("uses harsh words"),
            CaseKind.LEGAL_OR_CHARGEBACK_THREAT: self.tr("may start a claim"),
            CaseKind.FEEDBACK_THREAT: self.tr("may leave bad feedback"),
            CaseKind.DOWNLOAD_OR_ACCESS_PROBLEM: self.tr("cannot open the download"),
            CaseKind.QUESTION: self.tr("asks a question"),
        }

    def _fact_words(self) -> dict[str, str]:
        return {
            "act_by": self.tr("You act by"),
            "answer_by": self.tr("You answer by"),
            "addressee": self.tr("To"),
            "case_number": self.tr("Case"),
            "letter_on": self.tr("Their letter of"),
            "first_letter_on": self.tr("Their first letter of"),
            "waited_days": self.tr("Days they waited"),
            "order_number": self.tr("Order"),
            "title": self.tr("Title"),
            "books": self.tr("Copies"),
            "condition": self.tr("Sold as"),
            "city": self.tr("Goes to"),
            "ordered_on": self.tr("Ordered on"),
            "total": self.tr("Paid"),
            "postage": self.tr("Postage"),
            "posted_on": self.tr("Posted on"),
            "service": self.tr("Service"),
            "tracking": self.tr("Tracking"),
            "earliest": self.tr("Expected from"),
            "latest": self.tr("Expected until"),
            "settle_by": self.tr("You settle it by"),
            "lost_by": self.tr("Counts as lost from"),
            "delivered_on": self.tr("Delivered on"),
            "returned_on": self.tr("Came back on"),
        }


def _number(complaint: bool | None) -> int | None:  # noqa: FBT001 - what was said
    return None if complaint is None else int(complaint)
