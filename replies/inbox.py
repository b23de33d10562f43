"""What the window and the commands show: rows of the inbox, one letter with all that is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final

from ..mailbox.message import Address, StoredMessage
from .cases.case import Case, CaseKind, Correction, Judgement
from .cases.lessons import Learnt
from .orders.order import Marketplace, OrderFile
from .orders.time_zones import zones_of
from .outbox.hold import Occasion
from .tone.fault import Fault
from .tone.finding import Span

NO_LETTER: Final = 0
"""The row of the letter of the customer where there is none: the seller writes first."""


class Shelf(Enum):
    """The places of the rail that hold letters."""

    NEEDS_ANSWER = "needs_answer"
    WAITING = "waiting"
    PUT_OFF = "put_off"
    PRAISE = "praise"
    STARRED = "starred"
    ALL = "all"


class RowState(Enum):
    """What stands in the way of a row being finished, for its small word."""

    NONE = "none"
    DRAFT = "draft"
    COOLING = "cooling"
    READY = "ready"
    PAUSED = "paused"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    WAITING = "waiting"
    PUT_OFF = "put_off"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class InboxRow:
    """One conversation, or all conversations of one case, in one row.

    Attributes:
        message_id: the row id of the newest letter of the customer, or NO_LETTER.
        customer: address and name as the letter gives them.
        due: until when an answer is owed, None where none is.
        mails: letters of the customer that have no answer yet.
        order_title: the title of the first line, with "" where no order is known.
        put_off_until: until when it is or was put off, None where it was not since its letter.
        is_back: the seller wrote it to herself, and it came in again.
    """

    conversation_id: int
    message_id: int
    customer: Address
    subject: str
    received_at: datetime
    complaint: bool
    kind: CaseKind
    heat: int
    issues: tuple[CaseKind, ...]
    due: datetime | None
    case_number: int | None
    order_title: str
    order_number: str
    marketplace: Marketplace | None
    state: RowState
    send_after: datetime | None
    seen: bool
    flagged: bool
    mails: int
    put_off_until: datetime | None = None
    is_back: bool = False

    @property
    def is_begun_here(self) -> bool:
        """The seller writes first; nobody has written to her."""
        return self.message_id == NO_LETTER

    @property
    def is_hers(self) -> bool:
        """The seller wrote it herself: it has no kind and no heat."""
        return self.is_begun_here or self.is_back


@dataclass(frozen=True, slots=True)
class ShelfCounts:
    """How many rows each shelf holds, and how many replies are held."""

    needs_answer: int
    held: int
    waiting: int
    praise: int
    put_off: int = 0


@dataclass(frozen=True, slots=True)
class Matter:
    """All that is known of one conversation: what the letter pane and the facts pane show.

    Attributes:
        messages: the conversation, oldest first, both directions.
        letter: the newest letter of the customer, the one that a reply answers; an empty one of
            theirs, with the row NO_LETTER, where the seller writes first.
        judgement: the recogniser's word on `letter`.
        correction: the seller's word, which wins.
        order: the order it is about, None where none fits.
        order_score: 0 to 1, how sure the match is.
        order_by_seller: the seller chose the order herself.
        waiting_since: the date of the oldest letter that has no answer.
        masks: the stretches of abuse in letters, by the id of the message.
        learnt: what earlier corrections moved in the recogniser's word on `letter`.
        is_back: the seller wrote `letter` to herself, and it came in again.
    """

    conversation_id: int
    account_id: int
    messages: tuple[StoredMessage, ...]
    letter: StoredMessage
    judgement: Judgement
    correction: Correction
    case: Case | None
    order: OrderFile | None
    order_score: float
    order_by_seller: bool
    waiting_since: datetime | None
    masks: Mapping[int, tuple[Span, ...]]
    learnt: tuple[Learnt, ...] = ()
    is_back: bool = False

    @property
    def is_begun_here(self) -> bool:
        """The seller writes first; nobody has written to her."""
        return self.letter.id == NO_LETTER

    @property
    def is_hers(self) -> bool:
        """The seller wrote `letter` herself: it is about no order, and nobody is answered."""
        return self.is_begun_here or self.is_back

    @property
    def complaint(self) -> bool:
        """Whether it counts as a complaint: the seller's word, else the recogniser's."""
        said = self.correction.complaint
        return self.judgement.complaint if said is None else said

    @property
    def kind(self) -> CaseKind:
        """What it is about: the seller's word, else the recogniser's."""
        return self.correction.kind or self.judgement.kind

    @property
    def heat(self) -> int:
        """How hot it is shown: the seller's word, else the recogniser's."""
        said = self.correction.heat
        return self.judgement.heat if said is None else said

    @property
    def fault(self) -> Fault | None:
        """On whose side the seller says it arose; None where she has not, or of no complaint."""
        return self.correction.fault if self.complaint else None

    @property
    def occasion(self) -> Occasion:
        """What the hold of a reply depends on; of two heats the higher one counts (D1)."""
        order = self.order.order if self.order else None
        return Occasion(
            complaint=self.complaint,
            heat=max(self.judgement.heat, self.correction.heat or 0),
            deadline=self.answer_due,
            customer_zones=zones_of(order.ship_to) if order else (),
        )

    @property
    def stated_order(self) -> OrderFile | None:
        """The order whose facts a reply may state: none while mail alone knows it (S0-32)."""
        return self.order if self.order is not None and self.order.is_confirmed else None

    @property
    def answer_due(self) -> datetime | None:
        """Until when an answer to the complaint is owed, None where none is."""
        return self.case.reply_due if self.case else None
