"""WooCommerce's orders as its export plug-ins write them: one line for each item."""

from __future__ import annotations

from typing import Final

from ..order import Marketplace
from .layouts import Layout, Mending
from .order_rows import MOMENTS, Kind, OrderRows

ORDERS: Final = Layout(
    name="woocommerce-orders",
    columns={
        "order_id": ("order number",),
        "ordered_at": ("order date",),
        "extra.status": ("order status",),
        "buyer.note": ("customer note",),
        "first_billed": ("first name (billing)",),
        "last_billed": ("last name (billing)",),
        "buyer.email": ("email (billing)",),
        "buyer.phone": ("phone (billing)",),
        "first_shipped": ("first name (shipping)",),
        "last_shipped": ("last name (shipping)",),
        "ship_to.street1": ("address 1&2 (shipping)", "address 1 (shipping)"),
        "ship_to.street2": ("address 2 (shipping)",),
        "ship_to.city": ("city (shipping)",),
        "ship_to.region": ("state code (shipping)", "state (shipping)"),
        "ship_to.postal": ("postcode (shipping)",),
        "ship_to.country": ("country code (shipping)", "country (shipping)"),
        "line.line_id": ("item #",),
        "line.sku": ("sku",),
        "line.title": ("name", "item name"),
        "line.qty": ("quantity",),
        "line.amount": ("order line total", "order line (w/o tax)"),
        "line.variation": ("product variation",),
        "shipping": ("order shipping amount",),
        "tax": ("order tax amount", "order total tax amount"),
        "total": ("order total amount",),
        "extra.discount": ("cart discount amount",),
        "extra.refunded": ("order refund amount",),
    },
    signatures=(
        frozenset({"order_id", "extra.status", "line.line_id"}),
        frozenset({"order_id", "extra.status", "first_billed"}),
        frozenset({"order_id", "line.line_id", "first_shipped"}),
    ),
    read=OrderRows(
        "woocommerce-orders",
        Marketplace.OWN,
        kinds={"extra.discount": Kind.MONEY, "extra.refunded": Kind.MONEY},
    ),
    dates=MOMENTS,
    order_field="order_id",
    newest=("ordered_at",),
    mending=Mending(
        clean={"extra.status": str.casefold},
        joined={
            "buyer.name": ("first_billed", "last_billed"),
            "ship_to.name": ("first_shipped", "last_shipped"),
        },
    ),
)
