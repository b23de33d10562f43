"""Amazon's "Unshipped Orders" and "New Orders" reports: one line for each item of an order.

Both share their columns; which of them a report has depends on the seller's options.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Final

from ..order import Buyer, Marketplace, Order, OrderLine, ShipTo
from .cells import parse_signed
from .imported import Contents, RawRow
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
_DATES: Final = (
    "ordered_at", "paid_at", "reported_at", "ship_by", "deliver_from", "deliver_until",
)  # fmt: skip


def _read(rows: Sequence[Row], source: str) -> Contents:
    good, bad = read_each(rows, partial(_line, source=source))
    spoiled = {row.text("order_id") for row, _ in bad}
    by_order: dict[str, dict[str, tuple[_Line, RawRow]]] = {}
    for place, (row, line) in enumerate(good):
        # Files that were joined together repeat lines: the later one counts.
        key = line.order.items[0].line_id or f"#{place}"
        by_order.setdefault(line.order.order_id, {})[key] = (line, row.raw)
    groups = list(by_order.items())
    return Contents(
        orders=tuple(
            _joined([line for line, _ in lines.values()], whole=order_id not in spoiled)
            for order_id, lines in groups
        ),
        rejected=tuple(rejected for _, rejected in bad),
        order_rows=tuple(tuple(raw for _, raw in lines.values()) for _, lines in groups),
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
    """An order as far as one line tells it, and the amounts of that line."""

    order: Order
    sums: _Sums
    as_of: date | datetime | None


def _line(row: Row, source: str) -> _Line:
    sums = _sums(row)
    item = OrderLine(
        title=row.text("title") or "",
        line_id=row.number("line_id"),
        sku=row.text("sku"),
        qty=_or_one(row.count("quantity")),
        qty_to_ship=row.count("to_ship"),
        amount=sums.item,
    )
    order = Order(
        order_id=row.required("order_id"),
        source=source,
        marketplace=Marketplace.AMAZON,
        items=(item,),
        ordered_at=row.moment("ordered_at"),
        paid_at=row.moment("paid_at"),
        ship_by=row.moment("ship_by"),
        deliver_by_min=row.moment("deliver_from"),
        deliver_by_max=row.moment("deliver_until"),
        buyer=Buyer(
            name=row.text("buyer"),
            email=row.text("email"),
            phone=row.text("phone") or row.text("ship_phone"),
        ),
        ship_to=ShipTo(
            name=row.text("recipient"),
            street=row.texts("street1", "street2", "street3"),
            city=row.text("city"),
            region=row.text("region"),
            postal=row.text("postal"),
            country=row.text("country"),
        ),
        service=row.text("service"),
        currency=row.text("currency"),
        channel=row.text("channel"),
        extra=_extra(row),
    )
    reported = row.moment("reported_at")
    return _Line(order, sums, reported or order.paid_at or order.ordered_at)


def _extra(row: Row) -> dict[str, str | int | bool]:
    found: dict[str, str | int | bool] = {}
    if (days := row.parsed("days_past_promise", parse_signed)) is not None:
        found["days_past_promise"] = days
    for field in ("purchase_order", "delivery_note", "gift_message"):
        if text := row.text(field):
            found[field] = text
    if business := row.text("is_business"):
        found["is_business"] = business.casefold() == "true"
    return found


def _sums(row: Row) -> _Sums:
    wrap = (row.amount("gift_price") or Decimal(0)) + (row.amount("gift_tax") or Decimal(0))
    # A discount stands with or without a minus, by report; it always lowers the total.
    off = sum(abs(row.amount(field) or Decimal(0)) for field in ("item_discount", "ship_discount"))
    return _Sums(
        item=row.amount("item_price"),
        shipping=row.amount("shipping_price"),
        tax=_sum((row.amount("item_tax"), row.amount("shipping_tax"))),
        other=wrap - off,
    )


def _joined(lines: Sequence[_Line], *, whole: bool) -> Order:
    """One order of its lines; where a line of it could not be read, no sum is known."""
    order = replace(lines[0].order, items=tuple(line.order.items[0] for line in lines))
    totals = [line.sums.total for line in lines]
    if not whole:
        return order
    return replace(
        order,
        shipping=_sum(line.sums.shipping for line in lines),
        tax=_sum(line.sums.tax for line in lines),
        total=None if None in totals else _sum(totals),
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
)
NEW_ORDERS: Final = Layout(
    name="amazon-new-orders",
    columns=_COLUMNS,
    signatures=(frozenset({"order_id", "line_id", "ordered_at", "quantity"}),),
    read=partial(_read, source="amazon-new-orders"),
    quoted=False,
    dates=_DATES,
)
