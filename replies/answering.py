"""An answer to a letter, from the text the seller wrote to the draft that may be held."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from ..mailbox import outgoing
from ..mailbox.account import Account
from ..mailbox.enclosure import Enclosure
from ..mailbox.message import Address
from ..mailbox.quoting import own_text
from ..mailbox.sentence import Sentence, sentence_of
from .cases.signing import signed_as
from .compose.draft import Draft
from .enclosing import ensure_may_go
from .errors import ReplyError, ToneBlockedError
from .identities import choose_identity, ensure_may_answer, own_addresses
from .inbox import Matter
from .orders.delivery import reckon
from .orders.order import Marketplace, OrderFile
from .orders.references import channel_of
from .orders.store import other_people
from .tone.checker import check
from .tone.context import CheckContext, PrivateData
from .tone.finding import Finding, ToneReport
from .tone.gatekeeping import what_blocks


def channel(matter: Matter) -> Marketplace:
    """Which marketplace's rules a reply follows: the relay's, else those of the own shop."""
    return channel_of(matter.letter.message.sender.addr_spec)


def recipient(matter: Matter, own: Iterable[str]) -> Address:
    """Whom a reply goes to.

    Raises:
        ReplyError: nobody can be answered: a no-reply address, an automatic letter, ourselves.
    """
    if matter.is_begun_here:
        return matter.letter.message.sender
    try:
        return outgoing.reply_recipient(matter.letter.message, tuple(own))
    except ValueError as error:
        raise ReplyError(sentence_of(error)) from error


def receiver(matter: Matter, accounts: Iterable[Account]) -> Account:
    """The account that received a letter, whose server takes the answer.

    Raises:
        ReplyError: it was removed in the meantime.
    """
    for account in accounts:
        if account.id == matter.account_id:
            return account
    raise ReplyError(Sentence("Reply", "The account of this letter was removed."))


def own_names(matter: Matter, accounts: Iterable[Account]) -> tuple[str, ...]:
    """The names and addresses that a reply may have of the seller herself."""
    identities = receiver(matter, accounts).identities
    return tuple(part for one in identities for part in (one.name, one.address) if part)


def parties(
    matter: Matter, accounts: Sequence[Account], sender: str = ""
) -> tuple[Address, Address]:
    """Who writes a reply, and whom it goes to.

    Args:
        accounts: all that there are; the one that received the letter sends the reply.
        sender: the address to write from; "" for the one that the letter asks for.

    Raises:
        WrongSenderError: the marketplace takes the answer from another of our addresses only.
        ReplyError: nobody can be answered, or the account has no such address.
    """
    message = matter.letter.message
    identity = choose_identity(message, receiver(matter, accounts), sender)
    to = recipient(matter, own_addresses(accounts))
    ensure_may_answer(identity, message, to.addr_spec, accounts)
    return Address(identity.name, identity.address), to


def make_draft(
    matter: Matter,
    accounts: Sequence[Account],
    subject: str,
    body: str,
    sender: str = "",
    enclosures: tuple[Enclosure, ...] = (),
    server_takes: int | None = None,
) -> Draft:
    """The reply to a letter, between its `parties` and with its place in the conversation.

    Args:
        enclosures: the files that go with it.
        server_takes: the most bytes of a letter that the own server takes, None where not known.

    Raises:
        EnclosureError: a file that is attached can't go with it.
        WrongSenderError: the marketplace takes the answer from another of our addresses only.
        ReplyError: nobody can be answered, nothing is written, or a letter that the seller
            begins herself has no subject.
    """
    if not body.strip():
        raise ReplyError(Sentence("Reply", "The reply is empty. Write it first."))
    message = matter.letter.message
    if matter.is_begun_here and not subject:
        raise ReplyError(Sentence("Reply", "The letter has no subject. Write one first."))
    writer, to = parties(matter, accounts, sender)
    ensure_may_go(enclosures, channel(matter), server_takes)
    return Draft(
        account_id=matter.account_id,
        reply_to_message=matter.letter.id,
        sender=writer,
        to=to,
        subject=subject or outgoing.reply_subject(message.subject),
        body=body,
        in_reply_to=message.message_id,
        references=outgoing.reply_references(message),
        enclosures=enclosures,
    )


def check_context(
    matter: Matter,
    now: datetime,
    private: PrivateData | None = None,
    own_names: Iterable[str] = (),
    attachments: int | None = None,
) -> CheckContext:
    """What the tone check should know of the letter that is answered.

    Args:
        attachments: how many files go with the reply; None where that is not to be judged.
    """
    letter = matter.letter.message
    theirs, known = own_text(letter.text), matter.stated_order
    return CheckContext(
        complaint=matter.complaint,
        kind=matter.kind.value,
        heat=matter.heat,
        at_fault=matter.fault,
        customer_signed=signed_as(theirs) or None,
        their_text=theirs,
        they_wrote_at=_dates_of_letters(matter),
        order=known.order if known else None,
        sent_on=known.sent_on if known else frozenset(),
        expected=_expected(known, now) if known else frozenset(),
        parcels=tuple(s for s in known.shipments if not s.given_back) if known else (),
        channel=channel(matter),
        waited=now - matter.waiting_since if matter.waiting_since else None,
        attachments=attachments,
        private=private or PrivateData(),
        own_names=frozenset(name for name in own_names if name),
    )


def _expected(known: OrderFile, now: datetime) -> frozenset[date]:
    """The days between which it should have come, as the panel and the letters say."""
    delivery = reckon(known, now.date())
    return frozenset(day for day in (delivery.earliest, delivery.latest) if day is not None)


def _dates_of_letters(matter: Matter) -> tuple[datetime, ...]:
    """When the customer wrote."""
    dates = (one.message.date for one in matter.messages if not one.is_outgoing)
    return tuple(moment for moment in dates if moment is not None)


def private_data(db: sqlite3.Connection, order: OrderFile | None) -> PrivateData:
    """What of other customers must not stand in a reply about this order."""
    people = other_people(db, order.id if order else None)
    return PrivateData(
        names=frozenset(people.names),
        streets=frozenset(people.streets),
        addresses=frozenset(people.emails),
        order_numbers=frozenset(people.order_numbers),
    )


def review(text: str, context: CheckContext) -> ToneReport:
    """Check a reply against what is known of the letter."""
    return check(text, context)


def ensure_may_be_held(report: ToneReport, dismissals: Mapping[str, str]) -> None:
    """Let a reply pass to its hold, or say what must be mended first (PRODUCT D8).

    Raises:
        ToneBlockedError: an error stands, or a warning without a reason to set it aside.
    """
    blocking = what_blocks(report, dismissals)
    if blocking:
        raise ToneBlockedError(
            Sentence("Reply", "The reply can't be held yet: {places}").format(
                places=" ".join(_mend(finding) for finding in blocking)
            )
        )


def _mend(finding: Finding) -> str:
    where = f"“{finding.text}”: " if finding.text else ""
    return f"{where}{finding.message} [{finding.rule}]"
