"""AbeBooks' order files: one line for each book, as CSV and as a tab-separated twin."""

from __future__ import annotations

from typing import Final

from ..order import Marketplace
from .cells import DayOrder
from .layouts import Layout
from .order_rows import MOMENTS, OrderRows

ORDERS: Final = Layout(
    name="abebooks-orders",
    columns={
        "order_id": ("abepoid",),
        "ordered_at": ("orderdate",),
        "buyer.email": ("buyeremailaddress",),
        "ship_to.name": ("shiptoname",),
        "ship_to.street1": ("shiptoaddress",),
        "ship_to.street2": ("shiptoaddress2",),
        "ship_to.city": ("shiptocity",),
        "ship_to.region": ("shiptoprovstate",),
        "ship_to.postal": ("shiptozipcode",),
        "ship_to.country": ("shiptocountry",),
        "line.line_id": ("abepoitemid", "abeitemid"),
        "line.sku": ("vendoritemid",),
        "line.title": ("title",),
        "line.amount": ("price",),
        "line.isbn": ("isbn",),
        "line.author": ("author",),
        "shipping": ("shipping",),
        "service": ("shippingspeed",),
        "extra.delivery_note": ("specialinstructions",),
    },
    signatures=(
        frozenset({"order_id", "line.line_id", "ordered_at"}),
        frozenset({"order_id", "line.line_id", "line.title"}),
    ),
    read=OrderRows(
        "abebooks-orders", Marketplace.ABEBOOKS, frozenset({"shipping"}), is_total_added=True
    ),
    dates=MOMENTS,
    order_field="order_id",
    newest=("ordered_at",),
    day_order=DayOrder.MONTH_FIRST,
)
