"""What the shop's own files say: orders, their lines, shipments."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Final

from .services import Service, known_services

_GIVEN_BACK: Final = frozenset(
    {"refunded", "refund requested", "refund pending", "void", "voided", "canceled", "cancelled"}
)


class Marketplace(Enum):
    """Where an order was placed, and so which rules its letters follow."""

    AMAZON = "amazon"
    EBAY = "ebay"
    ABEBOOKS = "abebooks"
    OWN = "own"


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who bought; every field is None where the file does not say."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    username: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class ShipTo:
    """The address a parcel goes to, as the file has it."""

    name: str | None = None
    street: tuple[str, ...] = ()
    city: str | None = None
    region: str | None = None
    postal: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One title of an order.

    Attributes:
        amount: the total of the line, in the order's currency.
        extra: what else the file says of the line, by the names of the JSON form.
    """

    title: str
    line_id: str | None = None
    sku: str | None = None
    qty: int = 1
    qty_to_ship: int | None = None
    amount: Decimal | None = None
    listing_id: str | None = None
    isbn: str | None = None
    condition: str | None = None
    extra: dict[str, str | int | bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Order:
    """One order of one customer.

    Dates that the file gives without a time are `date`, others `datetime`; a local time without
    a zone stays naive.

    Attributes:
        order_id: the number as the marketplace writes it.
        source: the format it was read from, "amazon-new-orders", "ebay-orders", ...
        skus: of a file that names what was bought by these alone.
        extra: what else the file says and no field holds, by the names of the JSON form.
    """

    order_id: str
    source: str
    marketplace: Marketplace
    items: tuple[OrderLine, ...]
    ordered_at: date | datetime | None = None
    paid_at: date | datetime | None = None
    ship_by: date | datetime | None = None
    shipped_at: date | datetime | None = None
    deliver_by_min: date | datetime | None = None
    deliver_by_max: date | datetime | None = None
    buyer: Buyer = field(default_factory=Buyer)
    ship_to: ShipTo = field(default_factory=ShipTo)
    service: str | None = None
    currency: str | None = None
    shipping: Decimal | None = None
    tax: Decimal | None = None
    total: Decimal | None = None
    tracking: tuple[str, ...] = ()
    channel: str | None = None
    skus: tuple[str, ...] = ()
    extra: dict[str, str | int | bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Shipment:
    """One parcel, from the export of a postage service.

    Attributes:
        order_id: the order's number as the seller typed it there, None where she typed none.
        label_cost: in US dollars; an internal figure that never enters a reply.
        email: the customer's own address, for finding the order; no part of the JSON form.
        line_id: the line of the order that it holds, where the file speaks of lines.
        shipped_at: when it was shipped, where the file has a time.
    """

    source: str
    order_id: str | None
    tracking: str | None
    carrier: str | None
    service: str | None
    shipped_on: date | None
    recipient: str | None = None
    postal: str | None = None
    country: str | None = None
    label_cost: Decimal | None = None
    status: str | None = None
    tracking_status: str | None = None
    tracking_info: str | None = None
    tracking_date: date | None = None
    created: date | None = None
    weight_oz: Decimal | None = None
    email: str | None = None
    line_id: str | None = None
    shipped_at: datetime | None = None

    @property
    def says_nothing(self) -> bool:
        """Whether it only stands for what is still to be sent."""
        return not (
            self.tracking or self.shipped_on or self.created or self.status or self.tracking_status
        )

    @property
    def given_back(self) -> bool:
        """Whether the label went back to the carrier, so that nothing travelled on it."""
        return (self.status or "").casefold() in _GIVEN_BACK


class NoticeKind(Enum):
    """What a notice of a marketplace or carrier tells."""

    SALE = "sale"
    PAYMENT = "payment"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    REFUND = "refund"
    CANCELLED = "cancelled"

    @property
    def makes_an_order(self) -> bool:
        """Whether it tells of an order that was not known before."""
        return self in {NoticeKind.SALE, NoticeKind.PAYMENT}


@dataclass(frozen=True, slots=True)
class Notice:
    """What one letter of a marketplace or carrier says of one order.

    Attributes:
        sender: the name of who wrote it, "Amazon".
        order: what it says of the order; None where it names none, as a carrier's.
        is_checked: the seller's mail server found that it comes from where it says.
        received_on: the day on which it was written.
        is_confirmed: the seller said that it is right.
        message: the row of the letter; None where it is not there any more.
    """

    kind: NoticeKind
    sender: str
    order: Order | None
    parcels: tuple[Shipment, ...] = ()
    is_checked: bool = False
    received_on: date = date.min
    is_confirmed: bool = False
    message: int | None = None


@dataclass(frozen=True, slots=True)
class OrderFile:
    """Everything that is known of one order: the order itself and its parcels.

    Attributes:
        id: the row in the store; 0 for an order that is not stored.
        services: the carrier services that it is reckoned by, as the seller has set them.
        is_confirmed: a file or the seller says so; else it is known from notices alone, and
            nothing of it may stand in a reply (S0-32).
        notices: what mail says of it, the oldest first.
    """

    id: int
    order: Order
    shipments: tuple[Shipment, ...] = ()
    services: tuple[Service, ...] = field(default_factory=known_services, repr=False)
    is_confirmed: bool = True
    notices: tuple[Notice, ...] = ()

    @property
    def shipment(self) -> Shipment | None:
        """The parcel that matters: the last one sent and not given back to the carrier."""
        sent = [s for s in self.shipments if not s.given_back]
        return max(sent, key=lambda s: s.shipped_on or date.min, default=None)

    @property
    def sent_on(self) -> frozenset[date]:
        """The days on which parcels of it left, as the labels say."""
        return frozenset(s.shipped_on for s in self.shipments if s.shipped_on and not s.given_back)
