"""A window whose letters stand for every state of the facts pane. All people are invented."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Final

import notices
from builders import HOUR, NOON, HandClock
from fakes.command_line import MemorySecrets
from fakes.letterbox import Letterbox
from fakes.reading_desk import letter

from softanswer.mailbox.store.folders import FolderRole
from softanswer.replies.orders import store
from softanswer.replies.orders.importing.imported import ImportedFile
from softanswer.replies.orders.order import Buyer, Marketplace, Order, OrderLine, Shipment, ShipTo
from softanswer.replies.preferences import Preferences
from softanswer.ui.desk import Desk
from softanswer.ui.profile import Profile

TODAY: Final = NOON.date()
DAY: Final = timedelta(days=1)


def ago(days: int) -> date:
    """That many days before the day of the pictures."""
    return TODAY - days * DAY


@dataclass(frozen=True, slots=True)
class State:
    """One state: its orders, its parcels, what mail says of them, and the letter about them."""

    subject: str
    text: str
    sender: str
    orders: tuple[Order, ...] = ()
    parcels: tuple[Shipment, ...] = ()
    notices: tuple[bytes, ...] = ()


def _door(name: str) -> int:
    """A house of their own for everybody."""
    return 1000 + sum(map(ord, name))


def _order(number: str, name: str, email: str, **changes: object) -> Order:
    whole = Order(
        order_id=number,
        source="ebay-orders",
        marketplace=Marketplace.EBAY,
        items=(
            OrderLine(
                "The Light at Skerra",
                condition="Very good, jacket worn",
                amount=Decimal("18.50"),
                sku="LL-0412",
            ),
        ),
        ordered_at=ago(10),
        ship_by=ago(8),
        shipped_at=ago(9),
        buyer=Buyer(name, email, None, name.split()[-1].lower() + "_reads"),
        ship_to=ShipTo(name, (f"{_door(name)} Tamarack Ave",), "Duluth", "MN", "55811", "US"),
        service="Media Mail",
        currency="USD",
        shipping=Decimal("4.25"),
        total=Decimal("22.75"),
    )
    return replace(whole, **changes)


def _parcel(order: Order, posted: int, number: str, **changes: object) -> Shipment:
    whole = Shipment(
        source="pirateship",
        order_id=order.order_id,
        tracking=number,
        carrier="USPS",
        service="Media Mail",
        shipped_on=ago(posted),
        recipient=order.ship_to.name,
        postal=order.ship_to.postal,
        country=order.ship_to.country,
        label_cost=Decimal("4.63"),
        tracking_status="In Transit",
        tracking_info="Arrived at USPS Regional Facility, MINNEAPOLIS MN",
        tracking_date=ago(max(posted - 3, 0)),
    )
    return replace(whole, **changes)


def _inside() -> State:
    order = _order("14-20731-55812", "Jane Harwood", "jane@mail.example")
    return State(
        "Where is order 14-20731-55812?",
        "Order 14-20731-55812 has still not arrived. Where is my book?\n\nJane Harwood\n",
        "Jane Harwood <jane@mail.example>",
        (order,),
        (_parcel(order, 9, "9400136106193402717374"),),
    )


def _past() -> State:
    order = _order(
        "113-4471093-2207714",
        "Derek Vance",
        "kq3v8zt1m0w2c5r@marketplace.amazon.com",
        source="amazon-unshipped-orders",
        marketplace=Marketplace.AMAZON,
        ordered_at=ago(26),
        ship_by=ago(25),
        shipped_at=None,
        deliver_by_max=ago(4),
        service="Expedited",
    )
    parcel = _parcel(order, 23, "9400136106193402717381")
    return State(
        "Order 113-4471093-2207714 is late",
        "I paid for fast shipping and order 113-4471093-2207714 is not here. This is a joke! "
        "I want my money back.\n\nDerek Vance\n",
        "Derek Vance <kq3v8zt1m0w2c5r@marketplace.amazon.com>",
        (order,),
        (parcel,),
    )


def _claim() -> State:
    order = _order(
        "14-61520-90337",
        "Anna Bell",
        "anna.bell@mail.example",
        ordered_at=ago(51),
        ship_by=ago(49),
        shipped_at=ago(50),
        service="USPS Media Mail",
    )
    return State(
        "14-61520-90337 never came",
        "My order 14-61520-90337 never came. Seven weeks! Refund me.\n\nAnna Bell\n",
        "Anna Bell <anna.bell@mail.example>",
        (order,),
        (_parcel(order, 50, "9400136106193402717428"),),
    )


def _ambiguous() -> State:
    first = _order("15-11111-20001", "Paul Stone", "paul.stone@mail.example")
    second = _order(
        "15-11111-20002",
        "Paul Stone",
        "paul.stone@mail.example",
        items=(OrderLine("Orchard Songs of the Lower Teme", amount=Decimal("14.00")),),
        ordered_at=ago(12),
    )
    return State(
        "My book",
        "Hello, my book has not come yet. When will it be here?\n\nPaul Stone\n",
        "Paul Stone <paul.stone@mail.example>",
        (first, second),
    )


def _no_order() -> State:
    return State(
        "Nothing arrived",
        "I bought a book from you and nothing arrived. Answer me!\n\nM. Hill\n",
        "M. Hill <m.hill@elsewhere.example>",
    )


def _conflict() -> State:
    order = _order("16-30001-44120", "Ruth Lind", "ruth.lind@mail.example")
    return State(
        "Order 16-30001-44120",
        "Order 16-30001-44120 has not come. I moved in the summer, by the way: my address is\n"
        "88 Mill Lane\nPortland, OR 97205\n\nRuth Lind\n",
        "Ruth Lind <ruth.lind@mail.example>",
        (order,),
        (_parcel(order, 9, "9400136106193402717398"),),
    )


def _several() -> State:
    lines = (
        OrderLine("The Light at Skerra", condition="Good", amount=Decimal("18.50")),
        OrderLine("Tide Tables for the Northern Sound, 1911", qty=2, amount=Decimal("24.00")),
        OrderLine("A History of Lanterns", condition="Fine", amount=Decimal("31.00")),
    )
    order = _order(
        "17-40002-11873",
        "Omar Castell",
        "omar@mail.example",
        items=lines,
        shipping=Decimal("9.98"),
        tax=Decimal("5.10"),
        total=Decimal("88.58"),
    )
    return State(
        "17-40002-11873: one book is missing",
        "In order 17-40002-11873 A History of Lanterns is missing from the box.\n\nOmar Castell\n",
        "Omar Castell <omar@mail.example>",
        (order,),
        (
            _parcel(
                order,
                9,
                "9400136106193402717404",
                tracking_status="Delivered",
                tracking_info="Delivered, Front Door",
                tracking_date=ago(3),
            ),
        ),
    )


def _refunded() -> State:
    email = "lena.marsh@mail.example"
    paid_back = {"refunded": "22.75", "status": "refunded"}
    order = _order(
        "#1041",
        "Lena Marsh",
        email,
        source="shopify-orders",
        marketplace=Marketplace.OWN,
        extra=paid_back,
    )
    older = tuple(
        _order(
            f"#{number}",
            "Lena Marsh",
            email,
            source="shopify-orders",
            marketplace=Marketplace.OWN,
            ordered_at=ago(days),
            ship_by=None,
            shipped_at=ago(days - 1),
            extra=extra,
        )
        for number, days, extra in ((1007, 160, paid_back), (988, 220, {}))
    )
    return State(
        "Order #1041, again",
        "Order 1041 did not arrive either. Give me my money back at once!\n\nLena Marsh\n",
        f"Lena Marsh <{email}>",
        (order, *older),
        (
            _parcel(
                order,
                9,
                "9400136106193402717411",
                tracking_status="Delivered",
                tracking_info="Delivered, In/At Mailbox",
                tracking_date=ago(2),
            ),
        ),
    )


def _digital() -> State:
    line = OrderLine(
        "The Light at Skerra, e-book",
        amount=Decimal("6.00"),
        extra={"requires_shipping": False},
    )
    order = _order(
        "#1066",
        "Ines Roy",
        "ines.roy@mail.example",
        source="shopify-orders",
        marketplace=Marketplace.OWN,
        items=(line,),
        service=None,
        shipped_at=None,
        ship_by=None,
        shipping=None,
        total=Decimal("6.00"),
        ship_to=ShipTo(),
    )
    return State(
        "Order #1066: the download does not open",
        "The download of order 1066 does not open. I paid for this!\n\nInes Roy\n",
        "Ines Roy <ines.roy@mail.example>",
        (order,),
    )


def _unconfirmed() -> State:
    text = notices.EBAY_SALE.replace("14-20731-55812", "18-50003-20114")
    return State(
        "Order 18-50003-20114, please",
        "Order 18-50003-20114 has not come. Where is it?\n\nJane Harwood\n",
        "Jane Harwood <jane.h@mail.example>",
        notices=(notices.notice(notices.EBAY, "Your item sold!", text),),
    )


def _by_mail() -> State:
    number = "19-60004-30225"
    order = _order(number, "Vera Holt", "vera.holt@mail.example", shipped_at=None)
    sale = notices.EBAY_SALE.replace("14-20731-55812", number).replace("y: 1", "y: 2")
    label = notices.EBAY_LABEL.replace("14-20731-55812", number)
    return State(
        f"Order {number} is not here",
        f"Order {number} has not come. Did you send it at all?\n\nVera Holt\n",
        "Vera Holt <vera.holt@mail.example>",
        (order,),
        notices=(
            notices.notice(notices.EBAY, "You made the sale", sale, results=None),
            notices.notice(notices.EBAY, "Your shipping label", label),
        ),
    )


STATES: Final[Mapping[str, Callable[[], State]]] = {
    "inside": _inside,
    "past": _past,
    "claim": _claim,
    "ambiguous": _ambiguous,
    "no-order": _no_order,
    "conflict": _conflict,
    "several": _several,
    "refunded": _refunded,
    "digital": _digital,
    "unconfirmed": _unconfirmed,
    "by-mail": _by_mail,
}


class OrderDesk:
    """The window with the letters and orders of all states; it is noon."""

    def __init__(self, folder: Path, preferences: Preferences | None = None) -> None:
        profile = Profile(folder, HandClock(), MemorySecrets())
        self._states = {name: make() for name, make in STATES.items()}
        with profile.writing() as writer:
            box = Letterbox(folder, writer)
            if preferences is not None:
                profile.save_preferences(writer, preferences)
            for state in self._states.values():
                file = ImportedFile(
                    "pictures",
                    "utf-8",
                    state.orders,
                    state.parcels,
                    order_rows=tuple(() for _ in state.orders),
                    shipment_rows=tuple({} for _ in state.parcels),
                    as_of=TODAY,
                )
                box.do(lambda tx, file=file: store.save(tx, file))
                for raw in state.notices:
                    box.take_in(raw, NOON - 2 * DAY, FolderRole.INBOX)
            for number, state in enumerate(self._states.values()):
                raw = letter(plain=state.text, subject=state.subject, sender=state.sender)
                at = datetime(2026, 11, 22, 3, tzinfo=UTC) + HOUR * number / 2
                box.take_in(raw, at, FolderRole.INBOX)
        self.desk = Desk(profile)
        self.desk.wiring.open()

    def read(self, name: str) -> None:
        """Open the letter of a state."""
        (found,) = self.desk.engine.reader.execute(
            "SELECT conversation_id FROM messages WHERE subject = ?",
            (self._states[name].subject,),
        ).fetchone()
        self.desk.wiring.reading.go_to(found)

    def close(self) -> None:
        """Close the window."""
        self.desk.close()
