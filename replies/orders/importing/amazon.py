"""Amazon's "Unshipped Orders" and "New Orders" reports: one line for each item of an order.

Both share their columns; which of them a report has depends on the seller's options.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Final

from ..order import Buyer, Marketplace, Order, OrderLine, ShipTo
from .cells import parse_signed
from .imported import Contents
from .layouts import Layout, Row, latest_day, read_each

_COLUMNS: Final = {
    "order_id": ("order-id",),
    "line_id": ("order-item-id",),
    "ordered_at": ("purchase-date",),
    "paid_at": ("payments-date",),
    "reported_at": ("reporting-date",),
    "ship_by": ("promise-date",),
    "days_past_promise": ("days-past-promise",),
    "email": ("buyer-email",),
    "buyer": ("buyer-name",),
    "phone": ("buyer-phone-number",),
    "ship_phone": ("ship-phone-number",),
    "sku": ("sku",),
    "title": ("product-name",),
    "quantity": ("quantity-purchased",),
    "to_ship": ("quantity-to-ship",),
    "currency": ("currency",),
    "item_price": ("item-price",),
    "item_tax": ("item-tax",),
    "shipping_price": ("shipping-price",),
    "shipping_tax": ("shipping-tax",),
    "gift_price": ("gift-wrap-price",),
    "gift_tax": ("gift-wrap-tax",),
    "gift_message": ("gift-message-text",),
    "item_discount": ("item-promotion-discount",),
    "ship_discount": ("ship-promotion-discount",),
    "service": ("ship-service-level",),
    "recipient": ("recipient-name",),
    "street1": ("ship-address-1",),
    "street2": ("ship-address-2",),
    "street3": ("ship-address-3",),
    "city": ("ship-city",),
    "region": ("ship-state",),
    "postal": ("ship-postal-code",),
    "country": ("ship-country",),
    "deliver_from": ("delivery-start-date",),
    "deliver_until": ("delivery-end-date",),
    "delivery_note": ("delivery-instructions",),
    "channel": ("sales-channel",),
    "is_business": ("is-business-order",),
    "purchase_order": ("purchase-order-number",),
}
_NOTHING: Final = Decimal(0)
_DATES: Final = (
    "ordered_at", "paid_at", "reported_at", "ship_by", "deliver_from", "deliver_until",
)  # fmt: skip


def _read(rows: Sequence[Row], source: str) -> Contents:
    good, bad = read_each(rows, _line)
    spoiled = {row.text("order_id") for row, _ in bad}
    by_order: dict[str, dict[str, _Line]] = {}
    for place, (_, line) in enumerate(good):
        # Files that were joined together repeat lines: the later one counts.
        key = line.item.line_id or f"#{place}"
        by_order.setdefault(line.order_id, {})[key] = line
    groups = [(number, list(lines.values())) for number, lines in by_order.items()]
    return Contents(
        orders=tuple(
            _order(lines, source, whole=number not in spoiled) for number, lines in groups
        ),
        rejected=tuple(rejected for _, rejected in bad),
        order_rows=tuple(tuple(line.row.raw for line in lines) for _, lines in groups),
        as_of=latest_day(line.as_of for _, line in good),
    )


@dataclass(frozen=True, slots=True)
class _Sums:
    """The amounts of one line; Amazon gives totals of the line, not prices of one copy."""

    item: Decimal | None
    shipping: Decimal | None
    tax: Decimal | None
    other: Decimal

    @property
    def total(self) -> Decimal | None:
        if self.item is None:
            return None
        return self.item + (self.shipping or 0) + (self.tax or 0) + self.other


@dataclass(frozen=True, slots=True)
class _Line:
    """One line, its cells read."""

    row: Row
    order_id: str
    item: OrderLine
    sums: _Sums
    ordered_at: date | datetime | None
    paid_at: date | datetime | None
    ship_by: date | datetime | None
    deliver_from: date | datetime | None
    deliver_until: date | datetime | None
    as_of: date | datetime | None
    extra: dict[str, str | int | bool]


def _line(row: Row) -> _Line:
    known, sums = row.known, _sums(row)
    ordered_at, paid_at = row.moment("ordered_at"), row.moment("paid_at")
    return _Line(
        row=row,
        order_id=row.required("order_id"),
        item=OrderLine(
            title=known.get("title") or "",
            line_id=row.number("line_id"),
            sku=known.get("sku"),
            qty=_or_one(row.count("quantity")),
            qty_to_ship=row.count("to_ship"),
            amount=sums.item,
        ),
        sums=sums,
        ordered_at=ordered_at,
        paid_at=paid_at,
        ship_by=row.moment("ship_by"),
        deliver_from=row.moment("deliver_from"),
        deliver_until=row.moment("deliver_until"),
        as_of=row.moment("reported_at") or paid_at or ordered_at,
        extra=_extra(row),
    )


def _order(lines: Sequence[_Line], source: str, *, whole: bool) -> Order:
    """One order of its lines; where a line of it could not be read, no sum is known."""
    first, known = lines[0], lines[0].row.known
    totals = [line.sums.total for line in lines]
    return Order(
        order_id=first.order_id,
        source=source,
        marketplace=Marketplace.AMAZON,
        items=tuple(line.item for line in lines),
        ordered_at=first.ordered_at,
        paid_at=first.paid_at,
        ship_by=first.ship_by,
        deliver_by_min=first.deliver_from,
        deliver_by_max=first.deliver_until,
        buyer=Buyer(
            name=known.get("buyer"),
            email=known.get("email"),
            phone=known.get("phone") or known.get("ship_phone"),
        ),
        ship_to=ShipTo(
            name=known.get("recipient"),
            street=lines[0].row.texts("street1", "street2", "street3"),
            city=known.get("city"),
            region=known.get("region"),
            postal=known.get("postal"),
            country=known.get("country"),
        ),
        service=known.get("service"),
        currency=known.get("currency"),
        shipping=_sum(line.sums.shipping for line in lines) if whole else None,
        tax=_sum(line.sums.tax for line in lines) if whole else None,
        total=_sum(totals) if whole and None not in totals else None,
        channel=known.get("channel"),
        extra=first.extra,
    )


def _extra(row: Row) -> dict[str, str | int | bool]:
    known = row.known
    found: dict[str, str | int | bool] = {}
    if (days := row.parsed("days_past_promise", parse_signed)) is not None:
        found["days_past_promise"] = days
    for field in ("purchase_order", "delivery_note", "gift_message"):
        if text := row.known.get(field):
            found[field] = text
    if business := known.get("is_business"):
        found["is_business"] = business.casefold() == "true"
    return found


def _sums(row: Row) -> _Sums:
    # A discount stands with or without a minus, by report; it always lowers the total.
    off = [abs(amount) for amount in map(row.amount, ("item_discount", "ship_discount")) if amount]
    more = [amount for amount in map(row.amount, ("gift_price", "gift_tax")) if amount]
    return _Sums(
        item=row.amount("item_price"),
        shipping=row.amount("shipping_price"),
        tax=_sum((row.amount("item_tax"), row.amount("shipping_tax"))),
        other=sum(more, _NOTHING) - sum(off, _NOTHING) if more or off else _NOTHING,
    )


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


def _or_one(count: int | None) -> int:
    return 1 if count is None else count


UNSHIPPED: Final = Layout(
    name="amazon-unshipped",
    columns=_COLUMNS,
    signatures=(
        frozenset({"order_id", "line_id", "to_ship"}),
        frozenset({"order_id", "line_id", "days_past_promise"}),
    ),
    read=partial(_read, source="amazon-unshipped"),
    quoted=False,
    dates=_DATES,
    order_field="order_id",
    newest=("reported_at", "paid_at", "ordered_at"),
)
NEW_ORDERS: Final = Layout(
    name="amazon-new-orders",
    columns=_COLUMNS,
    signatures=(frozenset({"order_id", "line_id", "ordered_at", "quantity"}),),
    read=partial(_read, source="amazon-new-orders"),
    quoted=False,
    dates=_DATES,
    order_field="order_id",
    newest=("reported_at", "paid_at", "ordered_at"),
)
