"""When a parcel should arrive: the window of its service, and where today stands in it (S0-06)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from enum import Enum
from typing import Final

from .business_days import Journey, add_delivery_days, arrival_day, days_under_way
from .destinations import journey_to
from .order import Marketplace, Order, OrderFile, Shipment
from .services import Service, Unit, find_service
from .terms import MarketplaceTerms, marketplace_terms

_LABEL_ONLY: Final = frozenset({"pre-shipment", "label created"})
_DELIVERED: Final = frozenset({"delivered"})
_RETURNED: Final = frozenset({"return to sender", "returned", "returned to sender"})


class Band(Enum):
    """Where a parcel stands."""

    UNKNOWN = "unknown"
    NOT_SHIPPED = "not_shipped"
    INSIDE = "inside"
    PAST = "past"
    CLAIM = "claim"
    DELIVERED = "delivered"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is known of the delivery of one order on one day; None is not known.

    Attributes:
        today: the day it was reckoned for.
        service: whose window counts: the one used, else the one paid for.
        service_paid, service_used: as the files call them.
        label_on: when a label was made that the carrier has not had a parcel for yet.
        earliest, latest: the window; the marketplace's own dates where no service is known.
        claim_on: from then on the parcel counts as lost with the carrier.
        claim_until: the last day on which the carrier takes a claim.
        search_on: from then on the carrier can be asked to search.
        day, days: which day of the window today is, and how many it has, in the service's unit.
        journey: whose business days were counted; None where none were.
        country: where the parcel goes, as the files write it.
        marketplace_latest: the latest date that the marketplace told the buyer.
        buyer_claims_from, buyer_claims_until: when the buyer can claim there.
        lag_days: calendar days from the order to the sending.
        carrier_word, carrier_word_on: the carrier's last message, and its day.
    """

    band: Band
    today: date
    marketplace: Marketplace
    service: Service | None = None
    service_paid: str | None = None
    service_used: str | None = None
    shipped_on: date | None = None
    label_on: date | None = None
    earliest: date | None = None
    latest: date | None = None
    claim_on: date | None = None
    claim_until: date | None = None
    search_on: date | None = None
    day: int | None = None
    days: int | None = None
    journey: Journey | None = None
    country: str | None = None
    marketplace_latest: date | None = None
    buyer_claims_from: date | None = None
    buyer_claims_until: date | None = None
    delivered_on: date | None = None
    returned_on: date | None = None
    lag_days: int | None = None
    tracking: str | None = None
    carrier_word: str | None = None
    carrier_word_on: date | None = None

    @property
    def is_past(self) -> bool:
        """Whether the window has gone by and the parcel has not arrived."""
        return self.band in {Band.PAST, Band.CLAIM}


def reckon(
    file: OrderFile,
    today: date,
    zone: tzinfo | None = None,
) -> Delivery:
    """Tell where the delivery of an order stands on a day.

    Args:
        file: the order, its parcels, and the windows that count.
        today: the seller's day.
        zone: the seller's time zone; without it, a time's day is the one that its file writes.
    """
    order, parcel = file.order, file.shipment
    called = _called(parcel)
    shipped_on = _shipped_on(order, parcel, zone)
    service = _service(order, called, file.services, parcel)
    known = Delivery(
        band=Band.UNKNOWN,
        today=today,
        marketplace=order.marketplace,
        service=service,
        service_paid=order.service,
        service_used=called,
        shipped_on=shipped_on,
        label_on=parcel.shipped_on if parcel and shipped_on is None else None,
        journey=journey_of(service, file) if service else None,
        country=_country(order, parcel),
        lag_days=_lag(order, shipped_on, zone),
        tracking=(parcel.tracking if parcel else None) or next(iter(order.tracking), None),
        carrier_word=parcel.tracking_info if parcel else None,
        carrier_word_on=parcel.tracking_date if parcel else None,
        delivered_on=_state_day(parcel, _DELIVERED),
        returned_on=_state_day(parcel, _RETURNED),
    )
    known = _with_window(_with_terms(known, _day(order.deliver_by_max, zone)), order, zone)
    return replace(known, band=_band(known, file))


def window_of(service: Service, sent: date, journey: Journey | None) -> tuple[date, date]:
    """The first and the last day on which a parcel of a service is expected.

    Args:
        journey: whose business days count, as `Delivery` has it; the sender's where it is None.
    """
    if service.unit is Unit.CALENDAR_DAYS:
        return sent + timedelta(days=service.earliest), sent + timedelta(days=service.latest)
    counted = journey or Journey(service.calendar)
    return (
        arrival_day(sent, service.earliest, counted),
        arrival_day(sent, service.latest, counted),
    )


def journey_of(service: Service, file: OrderFile) -> Journey | None:
    """Whose business days count for an order's parcel; None where the service counts none."""
    if service.unit is Unit.CALENDAR_DAYS:
        return None
    place = file.order.ship_to
    return journey_to(
        service.calendar, service.leaves_after, _country(file.order, file.shipment), place.region
    )


def _country(order: Order, parcel: Shipment | None) -> str | None:
    return (parcel.country if parcel else None) or order.ship_to.country


def _with_terms(known: Delivery, latest: date | None) -> Delivery:
    if latest is None:
        return known
    terms: MarketplaceTerms = marketplace_terms(known.marketplace)
    return replace(
        known,
        marketplace_latest=latest,
        buyer_claims_from=_after(latest, terms.claim_from),
        buyer_claims_until=_after(latest, terms.claim_until),
    )


def _with_window(known: Delivery, order: Order, zone: tzinfo | None) -> Delivery:
    service, sent = known.service, known.shipped_on
    if sent is None:
        return known
    if service is None:
        earliest = _day(order.deliver_by_min, zone)
        return replace(known, earliest=earliest, latest=known.marketplace_latest)
    earliest, latest = window_of(service, sent, known.journey)
    if known.journey is None:
        day = max(0, (known.today - sent).days)
    else:
        day = days_under_way(sent, known.today, known.journey)
    lost_on = _after(sent, service.lost_after)
    return replace(
        known,
        earliest=earliest,
        latest=latest,
        day=day,
        days=service.latest,
        # Nothing is lost while its window is still open.
        claim_on=max(lost_on, latest + timedelta(days=1)) if lost_on else None,
        claim_until=_after(sent, service.claim_until) if lost_on else None,
        search_on=_search_on(service, sent),
    )


def _band(known: Delivery, file: OrderFile) -> Band:
    state = _state(file.shipment)
    if state in _DELIVERED:
        return Band.DELIVERED
    if state in _RETURNED:
        return Band.RETURNED
    if known.shipped_on is None and _is_waiting(file):
        return Band.NOT_SHIPPED
    if known.latest is None:
        return Band.UNKNOWN
    return _window_band(known, known.latest)


def _window_band(known: Delivery, latest: date) -> Band:
    if known.today <= latest:
        return Band.INSIDE
    is_lost = known.claim_on is not None and known.today >= known.claim_on
    return Band.CLAIM if is_lost else Band.PAST


def _is_waiting(file: OrderFile) -> bool:
    """Whether a file says that nothing was sent; the silence of one that cannot tell is no such.

    A label without a parcel, or one given back, speaks for itself; eBay's report has the day of
    sending, and Amazon's unshipped report the copies that are left.
    """
    if file.shipment is not None:
        return _state(file.shipment) in _LABEL_ONLY
    is_told = bool(file.shipments) or file.order.marketplace is Marketplace.EBAY
    return is_told or any(line.qty_to_ship for line in file.order.items)


def _shipped_on(order: Order, parcel: Shipment | None, zone: tzinfo | None) -> date | None:
    """The day of sending: the label's, unless the carrier still waits for the parcel."""
    if parcel is not None and parcel.shipped_on and _state(parcel) not in _LABEL_ONLY:
        return parcel.shipped_on
    return _day(order.shipped_at, zone)


def _service(
    order: Order, called: str | None, services: tuple[Service, ...], parcel: Shipment | None
) -> Service | None:
    country = _country(order, parcel)
    if called:
        return find_service(services, called, country)
    if order.service is None:
        return None
    # "Standard" means a window only together with the marketplace that calls it so.
    return find_service(services, f"{order.marketplace.value} {order.service}", country)


def _called(parcel: Shipment | None) -> str | None:
    if parcel is None or not parcel.service:
        return None
    return " ".join(part for part in (parcel.carrier, parcel.service) if part)


def _lag(order: Order, shipped_on: date | None, zone: tzinfo | None) -> int | None:
    ordered_on = _day(order.ordered_at, zone)
    if ordered_on is None or shipped_on is None or shipped_on < ordered_on:
        return None
    return (shipped_on - ordered_on).days


def _search_on(service: Service, sent: date) -> date | None:
    if service.search_after is None:
        return None
    return add_delivery_days(sent, service.search_after, service.calendar)


def _state(parcel: Shipment | None) -> str:
    return (parcel.tracking_status or "").casefold() if parcel else ""


def _state_day(parcel: Shipment | None, states: frozenset[str]) -> date | None:
    return parcel.tracking_date if parcel and _state(parcel) in states else None


def _after(day: date, days: int | None) -> date | None:
    return None if days is None else day + timedelta(days=days)


def _day(moment: date | datetime | None, zone: tzinfo | None) -> date | None:
    if not isinstance(moment, datetime):
        return moment
    return (moment.astimezone(zone) if zone and moment.tzinfo else moment).date()
