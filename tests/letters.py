"""Rows, letters and orders as the window shows them; a test changes what it needs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from softanswer.mailbox.message import Address, Attachment, Message, MessageKey, StoredMessage
from softanswer.replies.cases.case import Case, CaseKind, CaseState, Correction, Judgement
from softanswer.replies.inbox import InboxRow, Matter, RowState
from softanswer.replies.orders.order import (
    Buyer,
    Marketplace,
    Order,
    OrderFile,
    OrderLine,
    Shipment,
    ShipTo,
)
from softanswer.replies.tone.finding import Span

NOW = datetime(2026, 11, 19, 15, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
TEXT = """Sixteen days! You are a rotten crook and I want every penny back by Friday.

J. Harwood

On 11 Nov 2026 at 09:12, Lantern Lane Books wrote:
> Dear Ms Harwood, thank you for your order.
> The parcel left here on 3 November.
"""
INSULT = Span(TEXT.index("rotten"), TEXT.index(" and I want"))


def inbox_row(number: int = 1, **changes: object) -> InboxRow:
    row = InboxRow(
        conversation_id=number,
        message_id=number * 10,
        customer=Address("Ms Harwood", "j.harwood@mail.example"),
        subject="Where is my book",
        received_at=NOW - 5 * HOUR,
        complaint=True,
        kind=CaseKind.NOT_RECEIVED,
        heat=3,
        issues=(CaseKind.NOT_RECEIVED, CaseKind.REFUND_REQUEST),
        due=NOW + 18 * HOUR,
        case_number=1000 + number,
        order_title="The Light at Skerra",
        order_number="14-20731-55812",
        marketplace=Marketplace.EBAY,
        state=RowState.NONE,
        send_after=None,
        seen=True,
        flagged=False,
        mails=1,
    )
    return replace(row, **changes)


def order_file(number: int = 7, **changes: object) -> OrderFile:
    order = Order(
        order_id="14-20731-55812",
        source="ebay-orders",
        marketplace=Marketplace.EBAY,
        items=(OrderLine("The Light at Skerra", condition="Very good", amount=Decimal("18.50")),),
        ordered_at=date(2026, 11, 2),
        shipped_at=date(2026, 11, 3),
        buyer=Buyer("Jane Harwood", "jh@mail.example", None, "jh_reads"),
        ship_to=ShipTo("Jane Harwood", ("4 Quay Row",), "Aldmouth", None, "AL3 7RT", "UK"),
        service="USPS Media Mail",
        currency="GBP",
        shipping=Decimal("3.35"),
        total=Decimal("21.85"),
        tracking=("9400111899223344556677",),
    )
    parcel = Shipment(
        source="pirateship",
        order_id=order.order_id,
        tracking="9400111899223344556677",
        carrier="USPS",
        service="Media Mail",
        shipped_on=date(2026, 11, 3),
    )
    return OrderFile(number, replace(order, **changes), (parcel,))


def message(
    number: int,
    text: str,
    at: datetime = NOW,
    *,
    is_outgoing: bool = False,
    attachments: tuple[Attachment, ...] = (),
    sender: Address | None = None,
) -> StoredMessage:
    shop = Address("Lantern Lane Books", "shop@lantern.example")
    customer = sender or Address("Jane Harwood", "j.harwood@mail.example")
    writer, reader = (shop, customer) if is_outgoing else (customer, shop)
    return StoredMessage(
        id=number,
        account_id=1,
        key=MessageKey("INBOX", 1, number),
        conversation_id=1,
        internal_date=at,
        flags=frozenset(),
        is_outgoing=is_outgoing,
        message=Message(
            message_id=f"<{number}@mail.example>",
            in_reply_to=(),
            references=(),
            sender=writer,
            reply_to=(),
            to=(reader,),
            cc=(),
            subject="Where is my book",
            date=at,
            text=text,
            attachments=attachments,
        ),
    )


def matter(**changes: object) -> Matter:
    first = message(1, "When will my book arrive?", NOW - 8 * 24 * HOUR)
    answer = message(2, "It left on 3 November.", NOW - 7 * 24 * HOUR, is_outgoing=True)
    letter = message(3, TEXT, NOW - 27 * HOUR)
    whole = Matter(
        conversation_id=1,
        account_id=1,
        messages=(first, answer, letter),
        letter=letter,
        judgement=Judgement(
            language="en",
            complaint=True,
            kind=CaseKind.NOT_RECEIVED,
            heat=3,
            confidence=0.93,
            issues=(
                CaseKind.NOT_RECEIVED,
                CaseKind.REFUND_REQUEST,
                CaseKind.FEEDBACK_THREAT,
            ),
        ),
        correction=Correction(),
        case=Case(
            id=1,
            number=1043,
            account_id=1,
            state=CaseState.NEW,
            customer_address="j.harwood@mail.example",
            customer_name="Jane Harwood",
            opened_at=NOW,
            reply_due=NOW + 18 * HOUR,
            kind=CaseKind.NOT_RECEIVED,
            heat=3,
            order_id=7,
        ),
        order=order_file(),
        order_score=0.97,
        order_by_seller=False,
        waiting_since=NOW - 27 * HOUR,
        masks={},
    )
    return replace(whole, **changes)
