"""A case: one complaint of one customer, from its first letter to its outcome."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from ..tone.fault import Fault
from ..tone.finding import Span

ANSWER_WITHIN: Final = timedelta(hours=24)  # S3-03; Amazon and ReplyManager count the same
MAX_HEAT: Final = 3


class CaseKind(Enum):
    """What a letter is about (PRODUCT D10)."""

    NOT_RECEIVED = "not_received"
    LATE = "late"
    DAMAGED = "damaged"
    WRONG_ITEM = "wrong_item"
    NOT_AS_DESCRIBED = "not_as_described"
    MISSING_PART = "missing_part"
    RETURN_CHANGE_OF_MIND = "return_change_of_mind"
    REFUND_REQUEST = "refund_request"
    REFUND_NOT_RECEIVED = "refund_not_received"
    ADDRESS_PROBLEM = "address_problem"
    CUSTOMS_OR_FEES = "customs_or_fees"
    ORDER_CANCEL = "order_cancel"
    ABUSIVE = "abusive"
    LEGAL_OR_CHARGEBACK_THREAT = "legal_or_chargeback_threat"
    FEEDBACK_THREAT = "feedback_threat"
    DOWNLOAD_OR_ACCESS_PROBLEM = "download_or_access_problem"
    QUESTION = "question"
    PRAISE = "praise"
    OTHER = "other"


class CaseState(Enum):
    """Where a case stands (after PRODUCT S2-02; the states that exist so far)."""

    NEW = "new"
    COOLING = "cooling"
    WAITING = "waiting"
    RESOLVED = "resolved"
    NO_COMPLAINT = "no_complaint"


TRANSITIONS: Final[dict[CaseState, frozenset[CaseState]]] = {
    CaseState.NEW: frozenset(
        {CaseState.COOLING, CaseState.WAITING, CaseState.RESOLVED, CaseState.NO_COMPLAINT}
    ),
    CaseState.COOLING: frozenset({CaseState.NEW, CaseState.WAITING, CaseState.RESOLVED}),
    CaseState.WAITING: frozenset({CaseState.NEW, CaseState.COOLING, CaseState.RESOLVED}),
    CaseState.RESOLVED: frozenset({CaseState.NEW}),
    CaseState.NO_COMPLAINT: frozenset({CaseState.NEW}),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """A stretch of the judged text that counted, and what it was taken for."""

    start: int
    end: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the recogniser makes of one letter.

    Attributes:
        language: "en", "ru", or another ISO 639-1 code.
        heat: 0 calm, 1 annoyed, 2 angry, 3 furious or abusive (D10).
        issues: every kind of trouble the letter names, the main one first.
        order_refs: order numbers as written.
        confidence: 0 to 1, of the yes or no.
        automatic: no person wrote it.
        masked: the stretches of its text that are covered until they are asked for.
    """

    language: str
    complaint: bool
    kind: CaseKind
    heat: int
    order_refs: tuple[str, ...] = ()
    confidence: float = 0.0
    reasons: tuple[Reason, ...] = ()
    issues: tuple[CaseKind, ...] = ()
    automatic: bool = False
    masked: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What the seller says of a conversation; None where she leaves the recogniser's word.

    Attributes:
        fault: on whose side the trouble arose, which is hers to say and never read.
    """

    complaint: bool | None = None
    kind: CaseKind | None = None
    heat: int | None = None
    fault: Fault | None = None

    @property
    def teaches(self) -> bool:
        """Whether it says something of what the recogniser reads."""
        return (self.complaint, self.kind, self.heat) != (None, None, None)


@dataclass(frozen=True, slots=True)
class Case:
    """A complaint with its number, state and deadline.

    Attributes:
        number: what the customer and the seller call it, from 1001.
        reply_due: until when an answer is owed, None while none is.
    """

    id: int
    number: int
    account_id: int
    state: CaseState
    customer_address: str
    customer_name: str
    opened_at: datetime
    reply_due: datetime | None
    kind: CaseKind
    heat: int
    order_id: int | None
