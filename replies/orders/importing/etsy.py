"""Etsy's two exports: one line for each order (with its sums), one for each item (with its title).

They are joined by the number of the order, whichever is imported first.
"""

from __future__ import annotations

import re
from typing import Final

from ..order import Marketplace
from .cells import DayOrder
from .layouts import Layout, Mending
from .order_rows import MOMENTS, Kind, OrderRows

_NAME_AND_USER: Final = re.compile(r"(?P<name>.*?)\s*\((?P<user>[^()]*)\)")
_SHIPPED: Final = {
    "ordered_at": ("sale date",),
    "shipped_at": ("date shipped",),
    "ship_to.city": ("ship city",),
    "ship_to.region": ("ship state",),
    "ship_to.postal": ("ship zipcode",),
    "ship_to.country": ("ship country",),
    "currency": ("currency",),
}


def _name(buyer: str) -> str:
    """The name in "Ann Whitlock (annreads)"."""
    hit = _NAME_AND_USER.fullmatch(buyer)
    return hit["name"] if hit else buyer


def _user(buyer: str) -> str:
    hit = _NAME_AND_USER.fullmatch(buyer)
    return hit["user"] if hit else ""


def _digital(kind: str) -> str:
    """The kind of a listing where nothing of it is posted."""
    return kind.casefold() if kind.casefold() in {"digital", "download"} else ""


def _bare(number: str) -> str:
    return number.lstrip("#")


ORDERS: Final = Layout(
    name="etsy-sold-orders",
    columns={
        "order_id": ("order id",),
        "buyer.name": ("full name",),
        "buyer.shown": ("buyer",),
        "buyer.username": ("buyer user id",),
        "buyer.user_shown": ("buyer",),
        "ship_to.name": ("full name",),
        "ship_to.street1": ("street 1",),
        "ship_to.street2": ("street 2",),
        "shipping": ("shipping",),
        "tax": ("sales tax",),
        "total": ("order total",),
        "skus": ("sku",),
        "extra.status": ("status",),
        "extra.discount": ("discount amount",),
        "extra.item_count": ("number of items",),
        **_SHIPPED,
    },
    signatures=(
        frozenset({"order_id", "extra.item_count", "ordered_at"}),
        frozenset({"order_id", "buyer.username", "total"}),
    ),
    read=OrderRows(
        "etsy-sold-orders",
        Marketplace.OWN,
        kinds={"extra.discount": Kind.MONEY, "extra.item_count": Kind.COUNT},
    ),
    dates=MOMENTS,
    order_field="order_id",
    newest=("shipped_at", "ordered_at"),
    day_order=DayOrder.MONTH_FIRST,
    mending=Mending(
        clean={"order_id": _bare, "buyer.shown": _name, "buyer.user_shown": _user},
        otherwise={
            "buyer.name": "buyer.shown",
            "buyer.username": "buyer.user_shown",
            "ship_to.name": "buyer.name",
        },
    ),
)
ITEMS: Final = Layout(
    name="etsy-sold-order-items",
    columns={
        "order_id": ("order id",),
        "buyer.name": ("buyer",),
        "buyer.username": ("buyer",),
        "ship_to.name": ("ship name",),
        "ship_to.street1": ("ship address1",),
        "ship_to.street2": ("ship address2",),
        "line.line_id": ("transaction id",),
        "line.title": ("item name",),
        "line.qty": ("quantity",),
        "line.amount": ("item total",),
        "line.listing_id": ("listing id",),
        "line.sku": ("sku",),
        "line.variation": ("variations",),
        "line.listings_type": ("listings type",),
        # Both stand on every line of the order as those of the whole order.
        "shipping": ("order shipping",),
        "tax": ("order sales tax",),
        **_SHIPPED,
    },
    signatures=(
        frozenset({"order_id", "line.line_id", "line.listing_id"}),
        frozenset({"order_id", "line.line_id", "line.title", "ordered_at"}),
    ),
    read=OrderRows("etsy-sold-order-items", Marketplace.OWN),
    dates=MOMENTS,
    order_field="order_id",
    newest=("shipped_at", "ordered_at"),
    day_order=DayOrder.MONTH_FIRST,
    mending=Mending(
        clean={
            "order_id": _bare,
            "buyer.name": _name,
            "buyer.username": _user,
            "line.listings_type": _digital,
        }
    ),
)
