"""Thousands of orders with look-alikes, and labelled letters: what the matching is measured by."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from softanswer.mailbox.message import Address, Message
from softanswer.replies.orders.order import (
    Buyer,
    Marketplace,
    Order,
    OrderLine,
    Shipment,
    ShipTo,
)

_DATA = Path(__file__).parent / "data" / "matching"
WRITTEN = datetime(2026, 11, 21, 12, tzinfo=UTC)
_FIRST = """Alice Brian Carmen Derek Edith Felix Greta Howard Ingrid Jasper Karen Lionel Mabel
Norman Oscar Phoebe Quentin Rosa Stanley Tessa Ursula Victor Wanda Xavier Zelda Peter Martin Nadia
Clara Samuel Ruth Anton Oleg Agnes Irina Frances Joan Rupert""".split()
_LAST = """Abbott Barlow Crane Dawson Ellery Fenton Gables Hobart Ingram Jarvis Kendall Lomax
Mercer Norris Oakley Parrish Quimby Rowley Sutton Tilden Upham Vance Wexler Yardley Zimmer Petrie
Doyle Pryce Dale Feld Langley Strauss Petrov Belov Blythe""".split()
_CITIES = """Akron Bristol Camden Denver Erie Flint Gary Hilo Irving Juneau Kent Laredo Mesa
Newark Ogden Peoria Reno Salem Tempe Utica Vallejo Wichita Yonkers Fargo Houston Boston Bath
Albany Chicago Seattle""".split()
_KINDS = "Quiet Hidden Burning Secret Northern Common Broken Golden Old New".split()
_NOUNS = """Orchards Railways Diaries Lichens Songs Quilts Mirrors Chapels Gardens Harbours Engines
Barns Ghosts Dulcimers Tides""".split()
_PLACES = "Maine Kansas Devon Bohemia Lisbon Nebraska Patagonia Savoy Cornwall Tuscany".split()


@dataclass(frozen=True)
class Labelled:
    """A letter, and the key of its order: "none" for no order, "ask" where it cannot be told."""

    truth: str
    message: Message


@dataclass(frozen=True)
class MatchingSet:
    """Orders, their parcels, and the letters about them; `keys` are those of the letters."""

    orders: tuple[Order, ...]
    parcels: tuple[Shipment, ...]
    keys: dict[str, str]
    letters: tuple[Labelled, ...]


def matching_set(background: int = 5_000) -> MatchingSet:
    """The set, always the same."""
    rng = random.Random(77)  # noqa: S311 - no secret
    header, *lines = (_DATA / "orders.psv").read_text(encoding="utf-8").splitlines()
    rows = [dict(zip(header.split("|"), line.split("|"), strict=True)) for line in lines]
    told = {row["key"]: row for row in rows}
    orders = {order.order_id: order for order in map(_told_order, rows)}
    for made in (*_look_alikes(rng, rows), *_background(rng, background)):
        orders.setdefault(made.order_id, made)
    parcels = tuple(_parcel(row) for row in rows if row["tracking"])
    texts = [(_DATA / name).read_text(encoding="utf-8") for name in ("letters.txt", "unseen.txt")]
    letters = tuple(letter for text in texts for letter in _letters(text, told))
    keys = {row["key"]: row["number"] for row in rows}
    return MatchingSet(tuple(orders.values()), parcels, keys, letters)


def _told_order(row: dict[str, str]) -> Order:
    return Order(
        order_id=row["number"],
        source="made",
        marketplace=Marketplace(row["market"]),
        items=(OrderLine(row["title"], amount=Decimal(row["amount"]), isbn=row["isbn"] or None),),
        ordered_at=date.fromisoformat(row["date"]),
        buyer=Buyer(name=row["name"], email=row["email"]),
        ship_to=ShipTo(name=row["name"], city=row["city"], postal=row["postal"]),
    )


def _parcel(row: dict[str, str]) -> Shipment:
    day = date.fromisoformat(row["date"])
    return Shipment(
        "pirateship", row["number"], row["tracking"], "USPS", "Media Mail", day, row["name"],
        row["postal"],
    )  # fmt: skip


def _made(rng: random.Random, market: str, number: str, title: str, **other: str) -> Order:
    """An order of somebody; what is not given is drawn."""
    name = other.get("name") or f"{rng.choice(_FIRST)} {rng.choice(_LAST)}"
    letters = "".join(rng.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=15))
    email = {
        "amazon": f"{letters}@marketplace.amazon.com",
        "ebay": f"{rng.getrandbits(40):010x}@members.ebay.com",
    }.get(market, f"{letters[:8]}@home{rng.randrange(900)}.example")
    day = WRITTEN.date() - timedelta(days=rng.randrange(1, 400))
    return _told_order(
        {
            "number": number,
            "market": market,
            "title": title,
            "amount": f"{rng.randrange(400, 6000) / 100:.2f}",
            "isbn": other.get("isbn", ""),
            "date": day.isoformat(),
            "name": name,
            "email": email,
            "city": rng.choice([city for city in _CITIES if city != other.get("not_in")]),
            "postal": f"{rng.randrange(1000, 99999):05d}",
        }
    )


def _look_alikes(rng: random.Random, rows: list[dict[str, str]]) -> Iterator[Order]:
    """Of each order: others with its title, its neighbours by number, its buyer's namesakes."""
    for row in rows:
        for _ in range(3):
            yield _made(rng, row["market"], _number(rng, row["market"]), row["title"])
        for step in (-1, 1, 10):
            last = f"{int(row['number'][-4:]) + step:04d}"
            yield _made(rng, row["market"], row["number"][:-4] + last, _title(rng))
        for _ in range(2):
            title = _title(rng)
            yield _made(
                rng, "own", _number(rng, "own"), title, name=row["name"], not_in=row["city"]
            )
        if row["isbn"]:  # another edition
            twin = _isbn(int(row["isbn"][3:12]) + 7)
            yield _made(rng, row["market"], _number(rng, row["market"]), row["title"], isbn=twin)


def _isbn(nine: int) -> str:
    digits = f"978{nine % 10**9:09d}"
    total = sum((1, 3)[place % 2] * int(digit) for place, digit in enumerate(digits))
    return f"{digits}{-total % 10}"


def _background(rng: random.Random, count: int) -> Iterator[Order]:
    """Other people's orders; some of them are two or three of one person."""
    while count > 0:
        market = rng.choice(("amazon", "amazon", "ebay", "own"))
        first = _made(rng, market, _number(rng, market), _title(rng))
        yield first
        count -= 1
        for _ in range(rng.choice((0, 0, 0, 1, 2))):
            more = _made(rng, market, _number(rng, market), _title(rng))
            yield Order(
                more.order_id, "made", more.marketplace, more.items, more.ordered_at,
                buyer=first.buyer, ship_to=first.ship_to,
            )  # fmt: skip
            count -= 1


def _title(rng: random.Random) -> str:
    kind = rng.randrange(3)
    if kind == 0:
        return f"The {rng.choice(_KINDS)} {rng.choice(_NOUNS)} of {rng.choice(_PLACES)}"
    if kind == 1:
        return f"{rng.choice(_NOUNS)} and {rng.choice(_NOUNS)}: A History"
    return f"{rng.choice(_PLACES)} {rng.choice(_NOUNS)}, Vol. {rng.randrange(1, 9)}"


def _number(rng: random.Random, market: str) -> str:
    middle, last = rng.randrange(10**7), rng.randrange(10**7)
    return {
        "amazon": f"{rng.randrange(111, 115)}-{middle:07d}-{last:07d}",
        "ebay": f"{rng.randrange(10, 28)}-{rng.randrange(10**5):05d}-{rng.randrange(10**5):05d}",
        "own": f"SA-{rng.randrange(10_000, 99_999)}",
        "abebooks": f"{rng.randrange(6 * 10**8, 7 * 10**8)}",
    }[market]


def _letters(text: str, told: dict[str, dict[str, str]]) -> Iterator[Labelled]:
    for key, row in told.items():
        for field, value in row.items():
            text = text.replace(f"{{{key}.{field}}}", value)
    for block in text.split("\n= ")[1:]:
        head, _, body = block.partition("\n")
        truth, address, name, subject = (part.strip() for part in head.split("|"))
        sender = Address(name, address)
        yield Labelled(
            truth, Message("", (), (), sender, (), (), (), subject, WRITTEN, body.strip())
        )
