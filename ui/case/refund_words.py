"""What the refund calculator says: causes, lines of the sum, and why it is what it is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication

from ...replies.cases.case import CaseKind
from ...replies.orders.refunds import CameBack, Note, Part, Refund, RefundLine, ReturnCause
from ..theme.icons import Icon
from ..theme.tokens import Role

_CAUSE_OF_KIND: Final[Mapping[CaseKind, ReturnCause]] = {
    CaseKind.LATE: ReturnCause.DELAY,
    CaseKind.DAMAGED: ReturnCause.DAMAGED,
    CaseKind.WRONG_ITEM: ReturnCause.NOT_AS_DESCRIBED,
    CaseKind.NOT_AS_DESCRIBED: ReturnCause.NOT_AS_DESCRIBED,
    CaseKind.MISSING_PART: ReturnCause.NOT_AS_DESCRIBED,
    CaseKind.DOWNLOAD_OR_ACCESS_PROBLEM: ReturnCause.NOT_AS_DESCRIBED,
    CaseKind.RETURN_CHANGE_OF_MIND: ReturnCause.CHANGED_MIND,
    CaseKind.ORDER_CANCEL: ReturnCause.CHANGED_MIND,
}
_WARNED: Final = frozenset(
    {Note.FEE_FAULT, Note.FEE_IN_CONDITION, Note.FEE_LESS, Note.PART_LESS, Note.CAPPED}
    | {Note.WAIT_FOR_BOOK}
)


def cause_of(kind: CaseKind) -> ReturnCause:
    """The cause that a kind of letter suggests."""
    return _CAUSE_OF_KIND.get(kind, ReturnCause.NOT_ARRIVED)


def cause_names() -> Mapping[ReturnCause, str]:
    """The causes by their names."""
    return {
        ReturnCause.NOT_ARRIVED: QCoreApplication.translate("Refund", "Never came"),
        ReturnCause.DELAY: QCoreApplication.translate("Refund", "Came too late"),
        ReturnCause.DAMAGED: QCoreApplication.translate("Refund", "Damaged"),
        ReturnCause.NOT_AS_DESCRIBED: QCoreApplication.translate("Refund", "Not as described"),
        ReturnCause.CHANGED_MIND: QCoreApplication.translate("Refund", "Changed their mind"),
    }


def back_names() -> Mapping[CameBack, str]:
    """What came back, by its names."""
    return {
        CameBack.NOTHING: QCoreApplication.translate("Refund", "Nothing (yet)"),
        CameBack.AS_SENT: QCoreApplication.translate("Refund", "The book, as sent"),
        CameBack.LATE: QCoreApplication.translate("Refund", "The book, too late"),
        CameBack.WORN: QCoreApplication.translate("Refund", "The book, worn"),
    }


def line_name(line: RefundLine, number: int) -> str:
    """The label of a line; `number` is that of a book among several, 0 for the only one."""
    if line.part is Part.BOOK:
        return (
            QCoreApplication.translate("Refund", "Book {number}").format(number=number)
            if number
            else QCoreApplication.translate("Refund", "Book")
        )
    return {
        Part.POSTAGE: QCoreApplication.translate("Refund", "Postage"),
        Part.TAX: QCoreApplication.translate("Refund", "Tax"),
        Part.WAY_BACK: QCoreApplication.translate("Refund", "Way back"),
        Part.RESTOCKING: QCoreApplication.translate("Refund", "Fee"),
        Part.CARD_COST: QCoreApplication.translate("Refund", "Card cost"),
        Part.CAP: QCoreApplication.translate("Refund", "Limit"),
    }[line.part]


def note_of(note: Note, refund: Refund) -> tuple[Icon, Role, str]:
    """A note with its sign."""
    sign = (Icon.WARNING, Role.WARNING) if note in _WARNED else (Icon.INFO, Role.MUTED)
    name = {
        "law": QCoreApplication.translate("Refund", "The law of the customer's country"),
        "own": QCoreApplication.translate("Refund", "Your own shop"),
    }.get(refund.rule.channel, refund.rule.name)
    texts = {
        Note.FEE_FAULT: QCoreApplication.translate(
            "Refund", "{channel}: no fee, for the customer is not the cause of this return."
        ),
        Note.FEE_IN_CONDITION: QCoreApplication.translate(
            "Refund", "{channel}: no fee for a book that comes back like this."
        ),
        Note.FEE_LESS: QCoreApplication.translate(
            "Refund", "{channel}: the fee is cut to what is allowed."
        ),
        Note.POSTAGE_OWED: QCoreApplication.translate(
            "Refund", "{channel}: the postage goes back too."
        ),
        Note.POSTAGE_KEPT: QCoreApplication.translate(
            "Refund", "{channel}: the postage may be kept. Giving it back is your choice."
        ),
        Note.WAY_BACK_OURS: QCoreApplication.translate(
            "Refund", "{channel}: you pay the way back."
        ),
        Note.WAY_BACK_THEIRS: QCoreApplication.translate(
            "Refund", "{channel}: the customer pays the way back."
        ),
        Note.PART_LESS: QCoreApplication.translate(
            "Refund", "{channel}: a part may be smaller, or it is the whole price."
        ),
        Note.WAIT_FOR_BOOK: QCoreApplication.translate("Refund", "Pay it when the book is back."),
        Note.NO_RETURNS: QCoreApplication.translate(
            "Refund", "Your terms take no returns for a change of mind: it is a kindness."
        ),
        Note.CAPPED: QCoreApplication.translate("Refund", "No more than is left of the payment."),
    }
    return (*sign, texts[note].format(channel=name))
