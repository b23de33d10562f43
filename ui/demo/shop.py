"""The sample shop's content: its orders, parcels and letters, dated back from a given moment.

The words stand in resources/demo/*.toml; here they become values and the bytes of mail. Pure: no
clock, no files but the package's own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from email.header import Header
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime, formataddr, parseaddr
from functools import cache
from importlib.resources import files
from string import Template
from typing import Any, Final

from ...replies.cases.case import CaseKind
from ...replies.language.formatting import weekday_day_month
from ...replies.orders.order import Buyer, Marketplace, Order, OrderLine, Shipment, ShipTo

ADDRESS: Final = "ana@lanternlane.example"
SHOP_NAME: Final = "Lantern Lane Books"
SELLER_NAME: Final = "Ana Reyes"
COUNTRY: Final = "US"

_INBOX: Final = "INBOX"
_LATE: Final = "late"
_ZONE: Final = timezone(timedelta(hours=-5))  # what the Date fields say
_SOURCES: Final = {
    Marketplace.AMAZON: "amazon-new-orders",
    Marketplace.EBAY: "ebay-orders",
    Marketplace.ABEBOOKS: "abebooks-orders",
    Marketplace.OWN: "woocommerce-orders",
}
_NETWORK_POLICY: Final = compat32.clone(linesep="\r\n", max_line_length=None)

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Expected:
    """What a careful reader makes of a letter."""

    kind: CaseKind
    complaint: bool
    heat: int


@dataclass(frozen=True, slots=True)
class SampleLetter:
    """A letter as it lies on the sample's server.

    Attributes:
        name: what the data calls it.
        raw: its bytes, with CRLF line ends.
        order_number: of the order it is about, None where it is about none.
        expected: None for the seller's own answers.
    """

    name: str
    folder: str
    internal_date: datetime
    flags: tuple[str, ...]
    raw: bytes = field(repr=False)
    order_number: str | None = None
    expected: Expected | None = None


@dataclass(frozen=True, slots=True)
class SampleShop:
    """A bookshop with its mail and orders.

    Attributes:
        country: of the seller, whose public holidays are no business days.
        letters: what lies on the server when the sample opens, the oldest first.
        late_letter: a furious complaint that comes while the window is open.
    """

    shop_name: str
    seller_name: str
    address: str
    country: str
    orders: tuple[Order, ...]
    shipments: tuple[Shipment, ...]
    letters: tuple[SampleLetter, ...]
    late_letter: SampleLetter


def load_shop(now: datetime) -> SampleShop:
    """The sample shop as it stands at a moment, which must have a time zone."""
    today = now.date()
    tables = _tables("orders.toml")["order"]
    english, russian = _tables("letters_en.toml"), _tables("letters_ru.toml")
    post = _Post(now, {t["number"]: t for t in tables}, (*english["letter"], *russian["letter"]))
    letters = sorted(map(post.letter, post.tables), key=lambda letter: letter.internal_date)
    return SampleShop(
        shop_name=SHOP_NAME,
        seller_name=SELLER_NAME,
        address=ADDRESS,
        country=COUNTRY,
        orders=tuple(_order(table, today) for table in tables),
        shipments=tuple(_shipment(table, today) for table in tables if "parcel" in table),
        letters=tuple(letters),
        late_letter=post.letter(english[_LATE]),
    )


@cache
def _tables(name: str) -> Table:
    place = files("softanswer.resources") / "demo" / name
    return tomllib.loads(place.read_text(encoding="utf-8"))


# --- orders --------------------------------------------------------------------------------------


def _order(table: Table, today: date) -> Order:
    marketplace = Marketplace(table["marketplace"])
    buyer, ship_to, parcel = table["buyer"], table.get("ship_to", {}), table.get("parcel")
    amounts = [Decimal(table[name]) for name in ("amount", "shipping", "tax") if name in table]
    ordered = today - timedelta(days=table["ordered"])
    earliest, latest = table.get("deliver", (None, None))
    return Order(
        order_id=table["number"],
        source=_SOURCES[marketplace],
        marketplace=marketplace,
        items=(_line(table),),
        ordered_at=ordered,
        paid_at=ordered,
        shipped_at=_ago(today, parcel["posted"]) if parcel else None,
        deliver_by_min=_ago(today, earliest),
        deliver_by_max=_ago(today, latest),
        buyer=Buyer(**buyer),
        ship_to=_ship_to(ship_to, buyer["name"]) if ship_to else ShipTo(),
        service=table["service"],
        currency=table["currency"],
        shipping=Decimal(table["shipping"]) if "shipping" in table else None,
        tax=Decimal(table["tax"]) if "tax" in table else None,
        total=sum(amounts, Decimal(0)),
        tracking=(parcel["tracking"],) if parcel and "tracking" in parcel else (),
    )


def _line(table: Table) -> OrderLine:
    return OrderLine(
        title=table["title"],
        sku=table["sku"],
        amount=Decimal(table["amount"]),
        qty_to_ship=table.get("to_ship"),
        listing_id=table.get("listing"),
        condition=table.get("condition"),
    )


def _ship_to(table: Table, buyer_name: str) -> ShipTo:
    parts = {"name": buyer_name, **table, "street": tuple(table["street"])}
    return ShipTo(**parts)


def _shipment(table: Table, today: date) -> Shipment:
    parcel, to = table["parcel"], table.get("ship_to", {})
    posted = _ago(today, parcel["posted"])
    return Shipment(
        source="pirateship",
        order_id=table["number"],
        tracking=parcel.get("tracking"),
        carrier=parcel["carrier"],
        service=parcel["service"],
        shipped_on=posted,
        created=posted,
        recipient=to.get("name", table["buyer"]["name"]),
        postal=to.get("postal"),
        country=to.get("country"),
        status="Purchased",
        tracking_status=parcel.get("state"),
        tracking_info=parcel.get("info"),
        tracking_date=_ago(today, parcel.get("state_days_ago")),
    )


def _ago(today: date, days: int | None) -> date | None:
    return None if days is None else today - timedelta(days=days)


# --- letters -------------------------------------------------------------------------------------


class _Post:
    """Makes mail of the letters' tables; they may answer each other."""

    def __init__(
        self, now: datetime, orders: Mapping[str, Table], tables: tuple[Table, ...]
    ) -> None:
        self.tables = tables
        self._now = now
        self._orders = orders
        self._by_id = {table["id"]: table for table in tables}

    def letter(self, table: Table) -> SampleLetter:
        """The letter of one table."""
        came = self._came(table)
        expect = table.get("expect")
        return SampleLetter(
            name=table["id"],
            folder=table.get("folder", _INBOX),
            internal_date=came,
            flags=tuple(table.get("flags", ())),
            raw=self._raw(table, came),
            order_number=table.get("about"),
            expected=Expected(CaseKind(expect["kind"]), expect["complaint"], expect["heat"])
            if expect
            else None,
        )

    def _came(self, table: Table) -> datetime:
        return (self._now - timedelta(hours=table["hours"])).replace(microsecond=0)

    def _raw(self, table: Table, came: datetime) -> bytes:
        charset = table.get("charset", "utf-8")
        mail = MIMEText(self._body(table), table.get("form", "plain"), charset)
        mail["From"] = _address(table["from"], charset)
        mail["To"] = _address(table.get("to", f"{SELLER_NAME} <{ADDRESS}>"), charset)
        mail["Subject"] = _header(table["subject"], charset)
        mail["Date"] = format_datetime(came.astimezone(_ZONE))
        mail["Message-ID"] = self._message_id(table)
        earlier = self._earlier(table)
        if earlier:
            mail["In-Reply-To"] = earlier[-1]
            mail["References"] = " ".join(earlier)
        for name, value in table.get("headers", {}).items():
            mail[name] = value
        return mail.as_bytes(policy=_NETWORK_POLICY)

    def _body(self, table: Table) -> str:
        order = self._orders.get(table.get("about", ""), {})
        answered = self._by_id.get(table.get("answers", ""))
        day = self._came(answered).astimezone(_ZONE).date() if answered else None
        return Template(table["body"].lstrip("\n")).substitute(
            number=order.get("number", ""),
            title=order.get("title", ""),
            answered_on=weekday_day_month(day, "en") if day else "",
        )

    def _earlier(self, table: Table) -> list[str]:
        """The Message-IDs of the conversation before this letter, the oldest first."""
        found: list[str] = []
        while "answers" in table:
            table = self._by_id[table["answers"]]
            found.insert(0, self._message_id(table))
        return found

    def _message_id(self, table: Table) -> str:
        domain = parseaddr(table["from"])[1].rpartition("@")[2]
        return f"<{table['id']}.{self._came(table):%Y%m%d%H%M%S}@{domain}>"


def _address(written: str, charset: str) -> str:
    name, address = parseaddr(written)
    return formataddr((name, address), charset)


def _header(text: str, charset: str) -> str:
    return text if text.isascii() else Header(text, charset).encode()
