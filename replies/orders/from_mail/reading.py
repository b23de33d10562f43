"""What a letter of a marketplace, shop system or carrier says of orders.

A letter proves nothing by what it says: only senders that are known are looked at, and only where
the seller's own mail server does not contradict that they wrote. From any other letter nothing
is taken, whatever stands in it (RELIABILITY G3).
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final

from ....mailbox.letter_parts import html_of, read_parts
from ....mailbox.message import Message
from ....mailbox.parts import Part
from ....mailbox.sender_check import SenderCheck, check_sender
from ..importing.cells import as_day
from ..isbn import isbn_forms
from ..order import Buyer, Notice, NoticeKind, Order, OrderLine, Shipment
from ..references import find_references, folded_number
from ..tracking_numbers import TrackingKind, find_tracking_numbers, folded_tracking
from .addresses import address_of
from .known import is_own_system
from .labels import LabelledText, read_labels
from .schema_org import MarkedOrder, marked_orders
from .senders import NoticeForm, NoticeSender, senders_of
from .structured import MAX_HTML_CHARS, nodes_in
from .values import amount_in, count_in, line_of, moment_in

_log = logging.getLogger(__name__)

_MAX_RAW_BYTES: Final = 1_500_000
_TEXT_READ: Final = 15_000
_SUBJECT_READ: Final = 400
_CARRIERS: Final = {
    TrackingKind.USPS: "USPS",
    TrackingKind.UPS: "UPS",
    TrackingKind.FEDEX: "FedEx",
    TrackingKind.DHL: "DHL",
}
_SOURCE: Final = "mail:{sender}"
_SHORTEST_TRACKING: Final = 8


def read_notices(raw: bytes, message: Message, received: datetime) -> tuple[Notice, ...]:
    """What a letter says of orders, as `notices_of_letter`; never raises."""
    try:
        return notices_of_letter(raw, message, received)
    except Exception:  # noqa: BLE001 - one broken notice must not stop the inbox
        _log.exception("%s could not be read for notices", message.message_id)
        return ()


def notices_of_letter(raw: bytes, message: Message, received: datetime) -> tuple[Notice, ...]:
    """What a letter says of orders; nothing unless its sender is known and not contradicted.

    Args:
        raw: its bytes; they may have gaps.
        message: the same, parsed.
        received: when it came, for a letter without a date.
    """
    address = message.sender.addr_spec
    recipients = tuple(a.addr_spec for a in (*message.to, *message.cc))
    senders = senders_of(address, recipients)
    if not senders:
        return ()
    check = check_sender(raw, message.sender.domain)
    needs_proof = is_own_system(frozenset(sender.name for sender in senders))
    if check is SenderCheck.FAILED or (needs_proof and check is not SenderCheck.PASSED):
        return ()
    written_on = (message.date or received).date()
    html = _html(raw)
    found: list[Notice] = []
    for sender in senders:
        letter = _Letter(message, sender, written_on)
        found += letter.notices(html)
    is_checked = check is SenderCheck.PASSED
    return tuple(replace(n, is_checked=is_checked, received_on=written_on) for n in found)


class _Letter:
    """A letter of one sender while it is read."""

    def __init__(self, message: Message, sender: NoticeSender, written_on: date) -> None:
        self._message = message
        self._sender = sender
        self._written_on = written_on
        self._day_order = sender.day_order(message.sender.domain)
        self._source = _SOURCE.format(sender=sender.name)
        subject = line_of(message.subject[:_SUBJECT_READ])
        self._form = next((form for form in sender.forms if form.fits(subject)), None)

    def notices(self, html: str) -> Iterator[Notice]:
        """What its markup says, and its text where the markup names no order."""
        marked = self._marked(html)
        told = self._told() if self._form is not None else None
        numbers = {_key(n) for n in marked}
        for notice in marked:
            yield self._completed(notice, told)
        if told is not None and _key(told) not in numbers and not (marked and not _key(told)):
            yield told

    def _marked(self, html: str) -> list[Notice]:
        if "schema.org" not in html:
            return []
        nodes = nodes_in(html)
        found = marked_orders(nodes, self._source, self._sender.marketplace, self._sender.channel)
        return [notice for one in found if (notice := self._notice_of(one)) is not None]

    def _notice_of(self, marked: MarkedOrder) -> Notice | None:
        """The notice in markup; None for an order that the seller herself placed somewhere."""
        told = self._form.kind if self._form else None
        is_theirs = self._is_of_a_customer(marked)
        if marked.is_new and marked.customer_email and not is_theirs:
            return None
        kind = told
        if marked.is_new and told is None and is_theirs:
            kind = NoticeKind.SALE
        elif told is None or not told.makes_an_order:
            if marked.is_refund:
                kind = NoticeKind.REFUND
            elif marked.parcels and told is not NoticeKind.DELIVERED:
                kind = NoticeKind.SHIPPED
        if kind is None:
            return None
        order = marked.order
        if order is not None and not self._is_number(order.order_id):
            return None
        if self._sender.is_carrier and kind.makes_an_order:
            return None
        return Notice(kind, self._sender.name, order, marked.parcels)

    def _is_of_a_customer(self, marked: MarkedOrder) -> bool:
        """Whether somebody else placed the order, and not the one who received the letter."""
        ours = {a.addr_spec.lower() for a in (*self._message.to, *self._message.cc)}
        return bool(marked.customer_email) and marked.customer_email.lower() not in ours

    def _completed(self, notice: Notice, told: Notice | None) -> Notice:
        """A notice of markup, with the parcels that only its text names."""
        if told is None or notice.parcels or _key(told) != _key(notice):
            return notice
        return replace(notice, parcels=told.parcels)

    def _is_number(self, number: str) -> bool:
        shape = self._sender.number
        return bool(number) and (shape is None or shape.fullmatch(number) is not None)

    def _told(self) -> Notice | None:
        """What subject and text say."""
        form = self._form
        if form is None:
            return None
        subject, text = self._message.subject[:_SUBJECT_READ], self._message.text
        labels = read_labels(subject, text, self._sender, form)
        number = self._number(labels, f"{line_of(subject)}\n{text[:_TEXT_READ]}")
        parcels = self._parcels(labels, form, number, f"{line_of(subject)}\n{text[:_TEXT_READ]}")
        if not number:
            # A parcel finds its order by its own number; anything else would be a guess.
            return Notice(form.kind, self._sender.name, None, parcels) if parcels else None
        return Notice(form.kind, self._sender.name, self._order(number, labels, form), parcels)

    def _number(self, labels: LabelledText, text: str) -> str:
        """The number of the order: behind its label, else the only one of its shape."""
        shape, labelled = self._sender.number, labels.fields.get("number", "")
        if shape is not None:
            hit = shape.search(labelled)
            if hit:
                return hit[0]
        elif labelled and len(labelled.split()) == 1:
            return labelled
        if transaction := labels.fields.get("transaction", ""):
            return transaction.split()[0] if not labelled else labelled.split()[0]
        marketplace = self._sender.marketplace
        certain = {
            r.number for r in find_references(text) if r.certain and r.marketplace is marketplace
        }
        if len(certain) == 1 and (shape is None or shape.fullmatch(next(iter(certain)))):
            return certain.pop()
        return ""

    def _order(self, number: str, labels: LabelledText, form: NoticeForm) -> Order:
        fields = labels.fields
        total, currency = amount_in(fields.get("total", ""))
        shipping, other = amount_in(fields.get("shipping", ""))
        tax, _ = amount_in(fields.get("tax", ""))
        lines = tuple(self._lines(labels)) if form.kind.makes_an_order else ()
        currency = currency or other or self._lines_currency(labels)
        extra: dict[str, str | int | bool] = {}
        if form.kind is NoticeKind.REFUND:
            back, theirs = amount_in(fields.get("refund", "") or fields.get("total", ""))
            extra = {"refunded": format(back, "f")} if back else {}
            currency, total, shipping, tax = currency or theirs, None, None, None
        elif form.kind is NoticeKind.CANCELLED:
            extra = {"status": "cancelled"}
        if form.kind is NoticeKind.PAYMENT and "transaction" in fields:
            extra |= {"transaction": fields["transaction"].split()[0]}
        is_paid = form.kind is NoticeKind.PAYMENT
        return Order(
            order_id=number,
            source=self._source,
            marketplace=self._sender.marketplace,
            items=lines,
            ordered_at=self._day(fields, "ordered"),
            paid_at=self._written_on if is_paid else None,
            ship_by=self._day(fields, "ship_by"),
            deliver_by_max=self._day(fields, "deliver_by"),
            buyer=Buyer(
                name=fields.get("buyer"),
                email=fields.get("email"),
                phone=fields.get("phone"),
                username=fields.get("username"),
            ),
            ship_to=address_of(labels.address),
            service=fields.get("service") if form.kind.makes_an_order else None,
            currency=currency,
            shipping=shipping,
            tax=tax,
            total=total,
            channel=self._sender.channel or None,
            extra=extra,
        )

    def _lines(self, labels: LabelledText) -> Iterator[OrderLine]:
        alone = labels.fields if len(labels.items) == 1 else {}
        for item in labels.items:
            fields = {name: value for name, value in alone.items() if name not in item} | item
            price, _ = amount_in(fields.get("price", ""))
            copies = count_in(fields.get("qty", "")) or 1
            forms = isbn_forms(fields.get("isbn", ""))
            yield OrderLine(
                title=item["item"],
                sku=fields.get("sku"),
                qty=copies,
                amount=price if copies == 1 else None,  # of one copy or of all: nobody tells
                listing_id=fields.get("listing"),
                isbn=forms[0] if forms else None,
                condition=fields.get("condition"),
            )

    def _lines_currency(self, labels: LabelledText) -> str | None:
        prices = [labels.fields.get("price", ""), *(i.get("price", "") for i in labels.items)]
        return next((c for price in prices if (c := amount_in(price)[1])), None)

    def _parcels(
        self, labels: LabelledText, form: NoticeForm, number: str, text: str
    ) -> tuple[Shipment, ...]:
        """The parcel that a notice of sending tells of; none where no number names it."""
        if form.kind not in {NoticeKind.SHIPPED, NoticeKind.DELIVERED}:
            return ()
        known = find_tracking_numbers(text)
        tracking = known[0].number if known else ""
        labelled = folded_tracking(labels.fields.get("tracking", "").split(" (")[0])
        if not tracking and labelled.isalnum() and any(c.isdigit() for c in labelled):
            tracking = labelled if len(labelled) >= _SHORTEST_TRACKING else ""
        if not tracking and not number:
            return ()
        is_delivered = form.kind is NoticeKind.DELIVERED
        shipped = self._day(labels.fields, "shipped")
        delivered = self._day(labels.fields, "delivered") if is_delivered else None
        carrier = self._sender.name if self._sender.is_carrier else labels.fields.get("carrier")
        if not carrier and known:
            carrier = _CARRIERS.get(known[0].kind)
        return (
            Shipment(
                source=self._source,
                order_id=number or None,
                tracking=tracking or None,
                carrier=carrier,
                service=labels.fields.get("service"),
                shipped_on=as_day(shipped) if shipped else self._sent_on(form),
                tracking_status="Delivered" if is_delivered else None,
                tracking_date=(as_day(delivered) if delivered else self._written_on)
                if is_delivered
                else None,
            ),
        )

    def _sent_on(self, form: NoticeForm) -> date | None:
        """The day of the letter, where a marketplace says that the parcel is under way."""
        is_sent = form.kind is NoticeKind.SHIPPED and not self._sender.is_carrier
        return self._written_on if is_sent else None

    def _day(self, fields: dict[str, str], name: str) -> date | datetime | None:
        moment = moment_in(fields.get(name, ""), self._day_order)
        if isinstance(moment, datetime) and moment.tzinfo is not None:
            return moment.astimezone(UTC)
        return moment


def _key(notice: Notice) -> str:
    return folded_number(notice.order.order_id) if notice.order else ""


def _html(raw: bytes) -> str:
    """The source of the letter's first HTML part, "" where it has none that is small enough."""
    if len(raw) > _MAX_RAW_BYTES:
        return ""
    root, _ = read_parts(raw)
    waiting, seen = [root], 0
    while waiting and seen < 50:  # noqa: PLR2004 - parts
        part: Part = waiting.pop(0)
        seen += 1
        if part.content_type == "text/html" and not part.is_attachment:
            return html_of(part, MAX_HTML_CHARS)
        waiting += part.children
    return ""
