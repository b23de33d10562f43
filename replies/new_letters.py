"""A letter that the seller begins herself: nobody has written to her, so nothing is answered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ..mailbox import outgoing
from ..mailbox.addresses import addresses
from ..mailbox.mail_link import MailLink
from ..mailbox.message import Address, Message, MessageKey, StoredMessage
from ..mailbox.sentence import Sentence, sentence_of
from .cases.case import CaseKind, Correction, Judgement
from .errors import ReplyError
from .inbox import NO_LETTER, InboxRow, Matter, RowState


@dataclass(frozen=True, slots=True)
class NewLetter:
    """A letter as it was begun; what she has written of it is the draft.

    Attributes:
        subject: as it stands, "" for none.
        begun_at: UTC.
    """

    conversation_id: int
    account_id: int
    to: Address
    subject: str
    begun_at: datetime


def addressee(link: MailLink) -> Address:
    """Whom a link asks to write to: the first that it names, as a letter goes to one.

    Raises:
        ReplyError: nobody can be written to there; the message says why.
    """
    named = addresses(link.to)
    try:
        return outgoing.new_recipient(named[0] if named else Address("", link.to))
    except ValueError as error:
        raise ReplyError(sentence_of(error)) from error


def left_out(link: MailLink) -> str:
    """What of a link no letter can be begun with, in a sentence; "" for nothing."""
    others = [*addresses(link.to)[1:], *addresses(link.cc)]
    if not others:
        return ""
    return Sentence("Reply", "A letter goes to one address here. Left out: {others}.").format(
        others=", ".join(one.addr_spec for one in others)
    )


def matter_of(letter: NewLetter) -> Matter:
    """The letter as what is shown and written to: an empty one of theirs stands for the first."""
    return Matter(
        conversation_id=letter.conversation_id,
        account_id=letter.account_id,
        messages=(),
        letter=StoredMessage(
            id=NO_LETTER,
            account_id=letter.account_id,
            key=MessageKey("", 0, 0),
            conversation_id=letter.conversation_id,
            internal_date=letter.begun_at,
            flags=frozenset(),
            is_outgoing=False,
            message=Message(
                message_id="",
                in_reply_to=(),
                references=(),
                sender=letter.to,
                reply_to=(),
                to=(),
                cc=(),
                subject=letter.subject,
                date=letter.begun_at,
                text="",
            ),
        ),
        judgement=Judgement(language="en", complaint=False, kind=CaseKind.OTHER, heat=0),
        correction=Correction(),
        case=None,
        order=None,
        order_score=0.0,
        order_by_seller=False,
        waiting_since=None,
        masks={},
    )


def row_of(letter: NewLetter, state: RowState, send_after: datetime | None) -> InboxRow:
    """The letter as a row of the list."""
    return InboxRow(
        conversation_id=letter.conversation_id,
        message_id=NO_LETTER,
        customer=letter.to,
        subject=letter.subject,
        received_at=letter.begun_at,
        complaint=False,
        kind=CaseKind.OTHER,
        heat=0,
        issues=(),
        due=None,
        case_number=None,
        order_title="",
        order_number="",
        marketplace=None,
        state=state,
        send_after=send_after,
        seen=True,
        flagged=False,
        mails=0,
    )
