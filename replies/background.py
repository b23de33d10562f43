"""What stands behind a complaint: the customer's history, and whether we caused it. Pure.

Everything here is for the seller alone: no template sees it, and no part of the window offers it
to a reply (S2-15).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from typing import Final

from .cases.case import CaseKind
from .orders.delivery import Band, Delivery, journey_of, reckon, window_of
from .orders.keys import folded_name, folded_place, folded_postal, latin_name
from .orders.order import OrderFile
from .orders.services import find_service
from .orders.standing import MoneyState, standing_of

_FEW: Final = 2  # one of a kind is no pattern
_HIGH_RATIO: Final = 0.5
_SOON_POSTED: Final = 2  # days to the posting that Amazon and eBay ask for (ECOSYSTEM section 4)
_ABOUT_ARRIVAL: Final = frozenset({CaseKind.NOT_RECEIVED, CaseKind.LATE})
_ABOUT_LISTING: Final = frozenset(
    {CaseKind.NOT_AS_DESCRIBED, CaseKind.WRONG_ITEM, CaseKind.MISSING_PART}
)


class SignKind(Enum):
    """What looks like a pattern of refunds that were not owed (after AbeBooks' indicators)."""

    MANY_REFUNDS = "many_refunds"
    MANY_NOT_ARRIVED = "many_not_arrived"
    DELIVERED = "delivered"
    MANY_ADDRESSES = "many_addresses"


class Scope(Enum):
    """Whose orders are counted together."""

    CUSTOMER = "customer"
    EMAIL = "email"
    ADDRESS = "address"
    HOUSEHOLD = "household"


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some orders were paid back.

    Attributes:
        numbers: of those that were.
    """

    scope: Scope
    orders: int
    refunded: int
    numbers: tuple[str, ...]

    @property
    def is_sign(self) -> bool:
        """Whether it is more than happens to everybody: two, and half of all."""
        return self.refunded >= _FEW and self.refunded >= self.orders * _HIGH_RATIO


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign of refund fraud with what it rests on.

    Attributes:
        scope: whose orders MANY_REFUNDS counts.
        count: of what is named; of MANY_ADDRESSES the addresses.
        of: of how many orders.
        orders: the numbers that are the evidence.
        on: the day it happened, for DELIVERED.
    """

    kind: SignKind
    count: int = 0
    of: int = 0
    orders: tuple[str, ...] = ()
    on: date | None = None
    scope: Scope = Scope.CUSTOMER


@dataclass(frozen=True, slots=True)
class PastComplaint:
    """An earlier complaint of the customer; `order_number` is "" where none was known."""

    kind: CaseKind
    opened_at: datetime
    order_number: str


@dataclass(frozen=True, slots=True)
class CustomerHistory:
    """What the store knows of a customer, this order and this complaint included.

    Attributes:
        orders: how many orders.
        since: the day of the first one; None where no file gives it.
        complaints: the complaints before this one, the newest first.
        refunded: how many of the orders were paid back, whole or in part.
        shares: the same by e-mail address, by address and by household, where something was paid
            back there and the orders are not just the customer's.
        is_first: nothing is known of the customer but this order and this complaint.
    """

    orders: int = 0
    since: date | None = None
    complaints: tuple[PastComplaint, ...] = ()
    refunded: int = 0
    shares: tuple[Share, ...] = ()
    is_first: bool = False
    signs: tuple[Sign, ...] = ()


class Cause(Enum):
    """The five questions of "did we cause this?" (S1-19)."""

    POSTED_LATE = "posted_late"
    SLOWER_SERVICE = "slower_service"
    NO_TRACKING = "no_tracking"
    LISTING = "listing"
    PROMISE_BROKEN = "promise_broken"


class Finding(Enum):
    """The answer to one of them."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CauseFact:
    """One question with its answer and the facts that it rests on; None is not known.

    Attributes:
        days: how late, or how long the posting took.
        day: the last day to post, or the promised one.
        texts: the two services, or the sentence that was promised.
    """

    cause: Cause
    finding: Finding
    days: int | None = None
    day: date | None = None
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Background:
    """What is read for the facts pane beside a letter."""

    history: CustomerHistory = field(default_factory=CustomerHistory)
    causes: tuple[CauseFact, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """What was promised for a day and is not said to be kept."""

    sentence: str
    due: date


def history_of(
    files: Sequence[OrderFile],
    complaints: Sequence[PastComplaint],
    *,
    shown: OrderFile | None,
    issues: Sequence[CaseKind],
    today: date,
    neighbours: Sequence[OrderFile] = (),
) -> CustomerHistory:
    """Sum up what is known of a customer.

    A customer of whom only one order is known has the benefit of the doubt: what others at the
    address had paid back is told, but is no sign.

    Args:
        files: all orders of the customer.
        complaints: those before this one.
        shown: the order in question.
        issues: what this letter complains of, the main thing first; empty for ordinary mail.
        neighbours: orders of others to the address of this one.
    """
    is_first = len(files) <= 1 and not complaints
    shares = _shares(files, neighbours, shown)
    days = [_day(file.order.ordered_at) for file in files]
    back = [f for f in files if standing_of(f.order).money is not MoneyState.KEPT]
    return CustomerHistory(
        orders=len(files),
        since=min((day for day in days if day), default=None),
        complaints=tuple(sorted(complaints, key=lambda c: c.opened_at, reverse=True)),
        refunded=len(back),
        shares=shares,
        is_first=is_first,
        signs=(
            *_signs(files, back, complaints, shown, issues, today),
            *(() if is_first else _signs_of_shares(shares, back)),
        ),
    )


def causes_of(
    file: OrderFile,
    delivery: Delivery,
    issues: Sequence[CaseKind],
    promises: Sequence[OpenPromise],
) -> tuple[CauseFact, ...]:
    """Answer the five questions from the order, the letter and what was promised."""
    if standing_of(file.order).is_digital:
        return (_listing(issues), _promise(promises, delivery.today))
    return (
        _posted_late(file, delivery),
        _slower_service(file, delivery),
        _no_tracking(delivery),
        _listing(issues),
        _promise(promises, delivery.today),
    )


def _shares(
    files: Sequence[OrderFile], neighbours: Sequence[OrderFile], shown: OrderFile | None
) -> tuple[Share, ...]:
    """The shares that say more than the customer's own."""
    if shown is None:
        return ()
    place, email = _place(shown), _email(shown)
    here = [f for f in (*files, *neighbours) if place and _place(f) == place]
    names = _surname(shown)
    scopes = {
        Scope.EMAIL: [f for f in files if email and _email(f) == email],
        Scope.ADDRESS: here,
        Scope.HOUSEHOLD: [f for f in here if names and _surname(f) == names],
    }
    seen = {frozenset(_numbers(files))}
    shares = []
    for scope, found in scopes.items():
        numbers = frozenset(_numbers(found))
        back = [f for f in found if standing_of(f.order).money is not MoneyState.KEPT]
        if back and numbers not in seen:
            shares.append(Share(scope, len(found), len(back), _numbers(back)))
        seen.add(numbers)
    return tuple(shares)


def _signs_of_shares(shares: Sequence[Share], back: Sequence[OrderFile]) -> Iterator[Sign]:
    """A sign for each share that rests on more than the customer's own refunds."""
    own = frozenset(_numbers(back))
    for share in shares:
        if share.is_sign and not own.issuperset(share.numbers):
            yield Sign(
                SignKind.MANY_REFUNDS,
                share.refunded,
                share.orders,
                share.numbers,
                scope=share.scope,
            )


def _signs(
    files: Sequence[OrderFile],
    back: Sequence[OrderFile],
    complaints: Sequence[PastComplaint],
    shown: OrderFile | None,
    issues: Sequence[CaseKind],
    today: date,
) -> list[Sign]:
    signs = []
    whole = len(files)
    if len(back) >= _FEW and len(back) >= whole * _HIGH_RATIO:
        signs.append(Sign(SignKind.MANY_REFUNDS, len(back), whole, _numbers(back)))
    lost = [c.order_number for c in complaints if c.kind in _ABOUT_ARRIVAL]
    is_again = bool(_ABOUT_ARRIVAL.intersection(issues))
    count = len(lost) + is_again
    if count > _FEW or (count == _FEW and count >= whole * _HIGH_RATIO):
        signs.append(Sign(SignKind.MANY_NOT_ARRIVED, count, whole, tuple(n for n in lost if n)))
    if shown is not None and issues and issues[0] is CaseKind.NOT_RECEIVED:
        delivery = reckon(shown, today)
        if delivery.band is Band.DELIVERED:
            signs.append(
                Sign(SignKind.DELIVERED, orders=_numbers([shown]), on=delivery.delivered_on)
            )
    places = {folded_postal(f.order.ship_to.postal or "") for f in files} - {""}
    if len(places) > _FEW and len(back) >= _FEW:
        signs.append(Sign(SignKind.MANY_ADDRESSES, len(places), whole, _numbers(files)))
    return signs


def _posted_late(file: OrderFile, delivery: Delivery) -> CauseFact:
    due, sent = _day(file.order.ship_by), delivery.shipped_on
    if sent is None:
        is_late = due is not None and due < delivery.today and delivery.band is Band.NOT_SHIPPED
        days = (delivery.today - due).days if is_late and due else None
        finding = Finding.YES if is_late else Finding.UNKNOWN
        return CauseFact(Cause.POSTED_LATE, finding, days, due)
    if due is not None:
        late = (sent - due).days
        return CauseFact(
            Cause.POSTED_LATE, Finding.YES if late > 0 else Finding.NO, max(late, 0), due
        )
    lag = delivery.lag_days
    is_soon = lag is not None and lag <= _SOON_POSTED
    return CauseFact(Cause.POSTED_LATE, Finding.NO if is_soon else Finding.UNKNOWN, lag)


def _slower_service(file: OrderFile, delivery: Delivery) -> CauseFact:
    order, used = file.order, delivery.service
    paid = None
    if order.service:
        called = f"{order.marketplace.value} {order.service}"
        paid = find_service(file.services, called, order.ship_to.country)
    if paid is None or used is None or not delivery.service_used or delivery.shipped_on is None:
        return CauseFact(Cause.SLOWER_SERVICE, Finding.UNKNOWN)
    texts = (order.service or "", delivery.service_used)
    sent = delivery.shipped_on
    _, latest = window_of(used, sent, delivery.journey)
    _, latest_paid = window_of(paid, sent, journey_of(paid, file))
    is_slower = latest > latest_paid
    return CauseFact(Cause.SLOWER_SERVICE, Finding.YES if is_slower else Finding.NO, texts=texts)


def _no_tracking(delivery: Delivery) -> CauseFact:
    if delivery.tracking:
        return CauseFact(Cause.NO_TRACKING, Finding.NO, texts=(delivery.tracking,))
    is_sent = delivery.shipped_on is not None
    return CauseFact(Cause.NO_TRACKING, Finding.YES if is_sent else Finding.UNKNOWN)


def _listing(issues: Sequence[CaseKind]) -> CauseFact:
    """The letter can only say so: whether it is right, the seller sees in the listing."""
    is_named = bool(_ABOUT_LISTING.intersection(issues))
    return CauseFact(Cause.LISTING, Finding.UNKNOWN if is_named else Finding.NO)


def _promise(promises: Sequence[OpenPromise], today: date) -> CauseFact:
    broken = [p for p in promises if p.due < today]
    if not broken:
        return CauseFact(Cause.PROMISE_BROKEN, Finding.NO)
    first = min(broken, key=lambda p: p.due)
    return CauseFact(Cause.PROMISE_BROKEN, Finding.YES, day=first.due, texts=(first.sentence,))


def _place(file: OrderFile) -> str:
    return folded_place(file.order.ship_to.street, file.order.ship_to.postal)


def _email(file: OrderFile) -> str:
    return (file.order.buyer.email or "").strip().casefold()


def _surname(file: OrderFile) -> str:
    """The last word of the name on the parcel, in Latin letters."""
    words = folded_name(file.order.ship_to.name or file.order.buyer.name or "").split()
    return latin_name(words[-1]) if words else ""


def _numbers(files: Sequence[OrderFile]) -> tuple[str, ...]:
    return tuple(file.order.order_id for file in files)


def _day(moment: date | datetime | None) -> date | None:
    return moment.date() if isinstance(moment, datetime) else moment
