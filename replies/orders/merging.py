"""Two files that speak of the same order or parcel: what is known after both.

A fact that one file lacks is filled from the other. Where both have it, the newer file counts;
but the date of an event, the copies still to be sent and the state of a parcel only go forward,
whichever file was read first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any, Final, TypeVar

from .order import Buyer, Order, OrderLine, Shipment, ShipTo
from .payment import Payment, fees, refunded

_Facts = TypeVar("_Facts", Buyer, ShipTo, OrderLine, Shipment, Order)
_LATEST: Final = ("paid_at", "ship_by", "shipped_at", "deliver_by_min", "deliver_by_max")
_SUMS: Final = ("shipping", "tax", "total")
_UNKNOWN: Final = (None, "", ())
_REFUNDED: Final = "refunded"
SECOND_HAND: Final = frozenset({"shipstation"})
"""The files that speak of orders of other places; those of the places themselves know better."""

_PROGRESS: Final = {  # how far a parcel has come; a state not listed is on the way
    "pre-shipment": 0,
    "delivered": 2,
    "return to sender": 2,
    "returned": 2,
}
_ON_THE_WAY: Final = 1


def merge_orders(old: Order, new: Order, *, newer: bool) -> Order:
    """The order as both say it; `newer` tells whether `new` comes from the later file."""
    if old == new:
        return old
    if (old.source in SECOND_HAND) != (new.source in SECOND_HAND):
        return _filled(*((new, old) if old.source in SECOND_HAND else (old, new)))
    lines = _merge_lines(old.items, new.items, newer=newer)
    merged = replace(
        _merge_facts(old, new, newer=newer),
        items=lines,
        ordered_at=_earlier(old.ordered_at, new.ordered_at),
        buyer=_merge_facts(old.buyer, new.buyer, newer=newer),
        ship_to=_merge_facts(old.ship_to, new.ship_to, newer=newer),
        tracking=tuple(dict.fromkeys(old.tracking + new.tracking)),
        extra=_merge_extra(old.extra, new.extra, newer=newer),
    )
    latest: dict[str, Any] = {
        name: _later(getattr(old, name), getattr(new, name)) for name in _LATEST
    }
    return replace(merged, **latest, **_sums(old, new, len(lines), newer=newer))


def _filled(order: Order, by: Order) -> Order:
    """The order as its own place says it; what that lacks is filled from another file.

    But for the sums: those of another service may lack the tax or a fee of the place.
    """
    lines = order.items or by.items
    if order.items:
        known = _merge_lines(order.items, by.items, newer=False)
        lines = known[: len(order.items)]
    return replace(
        _merge_facts(by, order, newer=True),
        items=lines,
        buyer=_merge_facts(by.buyer, order.buyer, newer=True),
        ship_to=_merge_facts(by.ship_to, order.ship_to, newer=True),
        extra=by.extra | order.extra,
        **{name: getattr(order, name) for name in _SUMS},
    )


def with_payments(order: Order, payments: Sequence[Payment]) -> Order:
    """The order with what its payments paid back and cost; a refund is never taken back."""
    known = [p for p in payments if p.facts.get("currency", order.currency) == order.currency
             or order.currency is None]  # fmt: skip
    extra = dict(order.extra)
    if (back := refunded(known)) > _amount(extra.get(_REFUNDED)):
        extra[_REFUNDED] = format(back, "f")
    if cost := fees(known):
        extra["fees"] = format(cost, "f")
    return order if extra == order.extra else replace(order, extra=extra)


def merge_shipments(old: Shipment, new: Shipment, *, newer: bool) -> Shipment:
    """The parcel as both say it; `newer` as for `merge_orders`."""
    merged = _merge_facts(old, new, newer=newer)
    if old.line_id and new.line_id:  # one parcel for two lines of an order
        merged = replace(merged, line_id=old.line_id)
    latest = old if _how_far(old, newer=not newer) > _how_far(new, newer=newer) else new
    if latest.tracking_status is not None:
        merged = replace(
            merged,
            tracking_status=latest.tracking_status,
            tracking_info=latest.tracking_info,
            tracking_date=latest.tracking_date,
        )
    by_age = (new, old) if newer else (old, new)
    given_back = next((s.status for s in by_age if s.given_back), None)
    return replace(merged, status=given_back or merged.status)


def moment_key(moment: date | datetime | None) -> datetime:
    """A key by which dates, local times and times with an offset sort together.

    A local time and a date count as UTC: they are at most some hours off.
    """
    if moment is None:
        return datetime.min.replace(tzinfo=UTC)
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time.min, UTC)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def _merge_facts(old: _Facts, new: _Facts, *, newer: bool) -> _Facts:
    """Field by field: the one that is known, or the newer one."""
    first, second = (new, old) if newer else (old, new)
    chosen: dict[str, Any] = {
        f.name: getattr(second, f.name)
        for f in fields(first)
        if getattr(first, f.name) in _UNKNOWN
    }
    return replace(first, **chosen)


def _merge_extra(
    old: dict[str, str | int | bool], new: dict[str, str | int | bool], *, newer: bool
) -> dict[str, str | int | bool]:
    merged = old | new if newer else new | old
    most = max((e[_REFUNDED] for e in (old, new) if _REFUNDED in e), key=_amount, default=None)
    return merged if most is None else merged | {_REFUNDED: most}


def _amount(value: object) -> Decimal:
    """A sum in a side field; 0 where there is none."""
    try:
        amount = Decimal(str(value or 0))
    except InvalidOperation:
        return Decimal(0)
    return amount if amount.is_finite() else Decimal(0)


def _merge_lines(
    old: Sequence[OrderLine], new: Sequence[OrderLine], *, newer: bool
) -> tuple[OrderLine, ...]:
    """The lines of both; those that both have are merged, in the order of the older file."""
    merged = dict(_with_keys(old))
    by_id = {line.line_id: key for key, line in merged.items() if line.line_id}
    by_sku = {_sku_key(key): key for key in merged}
    for key, line in _with_keys(new):
        known = by_id.get(line.line_id) if line.line_id else None
        if known is None:
            alike = by_sku.get(_sku_key(key))
            # Lines with two different ids are two lines, whatever their SKU.
            if alike and not (line.line_id and merged[alike].line_id):
                known = alike
        if known is None:
            merged[key] = line
        else:
            merged[known] = _merge_line(merged[known], line, newer=newer)
    return tuple(merged.values())


_LineKey = tuple[str, str, int]


def _with_keys(lines: Iterable[OrderLine]) -> list[tuple[_LineKey, OrderLine]]:
    """Each line with its id, and its SKU (else title) and ordinal among those alike."""
    seen: Counter[str] = Counter()
    keyed = []
    for line in lines:
        name = line.sku or line.title
        keyed.append(((line.line_id or "", name, seen[name]), line))
        seen[name] += 1
    return keyed


def _sku_key(key: _LineKey) -> tuple[str, int]:
    return key[1:]


def _merge_line(old: OrderLine, new: OrderLine, *, newer: bool) -> OrderLine:
    to_ship = [n for n in (old.qty_to_ship, new.qty_to_ship) if n is not None]
    return replace(
        _merge_facts(old, new, newer=newer),
        qty_to_ship=min(to_ship, default=None),
        extra=_merge_extra(old.extra, new.extra, newer=newer),
    )


def _sums(old: Order, new: Order, lines: int, *, newer: bool) -> dict[str, Any]:
    """The sums of the file that has all lines, or none; unknown where neither has them all."""
    by_age = (new, old) if newer else (old, new)
    whole = [o for o in by_age if len(o.items) in {0, lines}]
    return {
        name: next((v for o in whole if (v := getattr(o, name)) is not None), None)
        for name in _SUMS
    }


def _how_far(shipment: Shipment, *, newer: bool) -> tuple[bool, date, int, bool]:
    status = (shipment.tracking_status or "").casefold()
    return (
        shipment.tracking_status is not None,
        shipment.tracking_date or date.min,
        _PROGRESS.get(status, _ON_THE_WAY),
        newer,
    )


def _earlier(a: date | datetime | None, b: date | datetime | None) -> date | datetime | None:
    known = [moment for moment in (a, b) if moment is not None]
    return min(known, key=moment_key, default=None)


def _later(a: date | datetime | None, b: date | datetime | None) -> date | datetime | None:
    known = [moment for moment in (a, b) if moment is not None]
    return max(known, key=moment_key, default=None)
