"""ShipStation's export: a line for each item of an order, and again for each of its parcels.

It speaks of orders of every marketplace, and knows less of them than the exports of those.
"""

from __future__ import annotations

from typing import Final

from .cells import DayOrder
from .layouts import Layout
from .order_rows import MOMENTS, OrderRows
from .parcel_rows import MOMENTS as PARCEL_MOMENTS
from .parcel_rows import OrdersWithParcels, ParcelRows

NAME: Final = "shipstation"
SHIPMENTS: Final = Layout(
    name=NAME,
    columns={
        "order_id": ("order - number",),
        "ordered_at": ("date - order date",),
        "paid_at": ("date - paid date",),
        "ship_by": ("date - ship by date",),
        "extra.store": ("market - store name",),
        "extra.market": ("market - marketplace name", "market - markeplace name"),
        "buyer.email": ("bill to - email", "ship to - email"),
        "buyer.note": ("notes - from buyer",),
        "ship_to.name": ("ship to - name", "bill to - name"),
        "ship_to.street1": ("ship to - address 1",),
        "ship_to.street2": ("ship to - address 2",),
        "ship_to.street3": ("ship to - address 3",),
        "ship_to.city": ("ship to - city",),
        "ship_to.region": ("ship to - state",),
        "ship_to.postal": ("ship to - postal code",),
        "ship_to.country": ("ship to - country",),
        "line.sku": ("item - sku",),
        "line.title": ("item - name",),
        "line.qty": ("item - qty",),
        "line.amount": ("item - price",),
        "shipping": ("amount - order shipping",),
        "tax": ("amount - order tax",),
        "total": ("amount - order total",),
        "parcel.shipped": ("date - shipped date",),
        "parcel.cost": ("amount - shipping cost",),
        "parcel.carrier": ("carrier - name",),
        "parcel.service": ("carrier - service requested",),
        "parcel.tracking": ("tracking number",),
    },
    signatures=(
        frozenset({"order_id", "ordered_at"}),
        frozenset({"order_id", "parcel.tracking"}),
        frozenset({"order_id", "line.sku"}),
    ),
    read=OrdersWithParcels(
        OrderRows(NAME, None, is_unit_price=True, is_repeating=True),
        ParcelRows(NAME, required=("order_id",)),
    ),
    dates=(*MOMENTS, *PARCEL_MOMENTS),
    order_field="order_id",
    newest=("parcel.shipped", "paid_at", "ordered_at"),
    day_order=DayOrder.MONTH_FIRST,  # of the United States
)
