"""Shopify's export of orders: one line for each item; only the first tells of the whole order."""

from __future__ import annotations

from typing import Final

from ..order import Marketplace
from .layouts import Layout, Mending
from .order_rows import MOMENTS, Kind, OrderRows


def _unquoted(postal: str) -> str:
    """The ZIP of "'85004": the apostrophe keeps spreadsheets from making it a number."""
    return postal.lstrip("'")


ORDERS: Final = Layout(
    name="shopify-orders",
    columns={
        "order_id": ("name",),
        "ordered_at": ("created at",),
        "paid_at": ("paid at",),
        "shipped_at": ("fulfilled at",),
        "extra.status": ("financial status",),
        "extra.fulfillment": ("fulfillment status",),
        "extra.cancelled_at": ("cancelled at",),
        "buyer.email": ("email",),
        "buyer.note": ("notes",),
        "ship_to.name": ("shipping name",),
        "ship_to.street1": ("shipping address1", "shipping street"),
        "ship_to.street2": ("shipping address2",),
        "ship_to.city": ("shipping city",),
        "ship_to.region": ("shipping province",),
        "ship_to.postal": ("shipping zip",),
        "ship_to.country": ("shipping country",),
        "line.title": ("lineitem name",),
        "line.sku": ("lineitem sku",),
        "line.qty": ("lineitem quantity",),
        "line.amount": ("lineitem price",),
        "line.requires_shipping": ("lineitem requires shipping",),
        "currency": ("currency",),
        "shipping": ("shipping",),
        "tax": ("taxes",),
        "total": ("total",),
        "service": ("shipping method",),
        "extra.discount": ("discount amount",),
        "extra.refunded": ("refunded amount",),
    },
    signatures=(
        frozenset({"order_id", "extra.status", "line.title"}),
        frozenset({"order_id", "line.title", "line.amount"}),
    ),
    read=OrderRows(
        "shopify-orders",
        Marketplace.OWN,
        is_unit_price=True,
        kinds={
            "extra.discount": Kind.MONEY,
            "extra.refunded": Kind.MONEY,
            "extra.cancelled_at": Kind.MOMENT,
            "line.requires_shipping": Kind.ONLY_NO,
        },
    ),
    dates=(*MOMENTS, "extra.cancelled_at"),
    order_field="order_id",
    newest=("extra.cancelled_at", "shipped_at", "paid_at", "ordered_at"),
    mending=Mending(clean={"ship_to.postal": _unquoted}),
)
