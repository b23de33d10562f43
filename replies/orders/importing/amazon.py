"""Amazon's reports: unshipped orders, new orders, all orders, shipments; one line for each item.

Which columns a report has depends on the seller's options. Amounts are totals of the line, not
prices of one copy.
"""

from __future__ import annotations

from typing import Final

from ..order import Marketplace
from .layouts import Layout, Mending
from .order_rows import MOMENTS, Kind, OrderRows
from .parcel_rows import MOMENTS as PARCEL_MOMENTS
from .parcel_rows import OrdersWithParcels, ParcelRows

_ADDED: Final = frozenset({"shipping", "tax", "extra.discount"})
_KINDS: Final = {
    "extra.days_past_promise": Kind.SIGNED,
    "extra.is_business": Kind.YES_NO,
    "extra.updated_at": Kind.MOMENT,
    "extra.discount": Kind.MONEY,
}
_PLACE: Final = {
    "service": ("ship-service-level",),
    "ship_to.city": ("ship-city",),
    "ship_to.region": ("ship-state",),
    "ship_to.postal": ("ship-postal-code",),
    "ship_to.country": ("ship-country",),
    "channel": ("sales-channel",),
}
_PERSON: Final = {
    "buyer.name": ("buyer-name",),
    "buyer.email": ("buyer-email",),
    "buyer.phone": ("buyer-phone-number",),
    "ship_phone": ("ship-phone-number",),
    "ship_to.name": ("recipient-name",),
    "ship_to.street1": ("ship-address-1",),
    "ship_to.street2": ("ship-address-2",),
    "ship_to.street3": ("ship-address-3",),
}
_COLUMNS: Final = {
    "order_id": ("order-id",),
    "ordered_at": ("purchase-date",),
    "paid_at": ("payments-date",),
    "reported_at": ("reporting-date",),
    "ship_by": ("promise-date",),
    "deliver_by_min": ("delivery-start-date",),
    "deliver_by_max": ("delivery-end-date",),
    "line.line_id": ("order-item-id",),
    "line.sku": ("sku",),
    "line.title": ("product-name",),
    "line.qty": ("quantity-purchased",),
    "line.qty_to_ship": ("quantity-to-ship",),
    "line.amount": ("item-price",),
    "currency": ("currency",),
    "tax": ("item-tax",),
    "shipping": ("shipping-price",),
    "tax2": ("shipping-tax",),
    "more": ("gift-wrap-price",),
    "more2": ("gift-wrap-tax",),
    "off": ("item-promotion-discount",),
    "off2": ("ship-promotion-discount",),
    "extra.days_past_promise": ("days-past-promise",),
    "extra.purchase_order": ("purchase-order-number",),
    "extra.delivery_note": ("delivery-instructions",),
    "extra.gift_message": ("gift-message-text",),
    "extra.is_business": ("is-business-order",),
    **_PERSON,
    **_PLACE,
}
_MENDING: Final = Mending(otherwise={"buyer.phone": "ship_phone"})
_DATES: Final = (*MOMENTS, "reported_at")
_NEWEST: Final = ("reported_at", "paid_at", "ordered_at")


def _report(name: str, *signatures: frozenset[str]) -> Layout:
    return Layout(
        name=name,
        columns=_COLUMNS,
        signatures=signatures,
        read=OrderRows(name, Marketplace.AMAZON, _ADDED, is_total_added=True, kinds=_KINDS),
        quoted=False,
        dates=_DATES,
        order_field="order_id",
        newest=_NEWEST,
        mending=_MENDING,
    )


UNSHIPPED: Final = _report(
    "amazon-unshipped",
    frozenset({"order_id", "line.line_id", "line.qty_to_ship"}),
    frozenset({"order_id", "line.line_id", "extra.days_past_promise"}),
)
NEW_ORDERS: Final = _report(
    "amazon-new-orders", frozenset({"order_id", "line.line_id", "ordered_at", "line.qty"})
)
ALL_ORDERS: Final = Layout(
    name="amazon-all-orders",
    columns={
        "order_id": ("amazon-order-id",),
        "ordered_at": ("purchase-date",),
        "extra.updated_at": ("last-updated-date",),
        "extra.status": ("order-status",),
        "extra.fulfilled_by": ("fulfillment-channel",),
        "line.title": ("product-name",),
        "line.sku": ("sku",),
        "line.asin": ("asin",),
        "line.status": ("item-status",),
        "line.qty": ("quantity",),
        "currency": ("currency",),
        "line.amount": ("item-price",),
        "shipping": ("shipping-price",),
        "extra.discount": ("item-promotion-discount",),
        "extra.discount2": ("ship-promotion-discount",),
        **_PLACE,
    },
    signatures=(
        frozenset({"order_id", "extra.status", "ordered_at"}),
        frozenset({"order_id", "line.asin", "line.status"}),
    ),
    read=OrderRows("amazon-all-orders", Marketplace.AMAZON, _ADDED, kinds=_KINDS),
    quoted=False,
    dates=(*MOMENTS, "extra.updated_at"),
    order_field="order_id",
    newest=("extra.updated_at", "ordered_at"),
)
SHIPMENTS: Final = Layout(
    name="amazon-shipments",
    columns={
        "order_id": ("amazon-order-id",),
        "ordered_at": ("purchase-date",),
        "paid_at": ("payments-date",),
        "reported_at": ("reporting-date",),
        "deliver_by_max": ("estimated-arrival-date",),
        "line.line_id": ("amazon-order-item-id",),
        "line.sku": ("sku",),
        "line.title": ("product-name",),
        "line.qty": ("quantity-shipped",),
        "line.amount": ("item-price",),
        "currency": ("currency",),
        "extra.fulfilled_by": ("fulfillment-channel",),
        "parcel.id": ("shipment-id",),
        "parcel.shipped": ("shipment-date",),
        "parcel.carrier": ("carrier",),
        "parcel.tracking": ("tracking-number",),
        "parcel.service": ("ship-service-level",),
        **_PERSON,
        **_PLACE,
    },
    signatures=(
        frozenset({"order_id", "parcel.shipped", "parcel.tracking"}),
        frozenset({"order_id", "parcel.shipped", "parcel.id"}),
    ),
    read=OrdersWithParcels(
        OrderRows("amazon-shipments", Marketplace.AMAZON),
        ParcelRows("amazon-shipments", required=("order_id",)),
    ),
    quoted=False,
    dates=(*MOMENTS, *PARCEL_MOMENTS, "reported_at"),
    order_field="order_id",
    newest=("reported_at", "parcel.shipped", "ordered_at"),
    mending=_MENDING,
)
