"""Measure the facts beside a letter: from its selection until its panel is filled and painted.

    python -P tests/benchmarks/panel.py [--orders 20000] [--letters 300]

First over the letters of the sample shop, then over complaints in a store of many orders: known by
number, by title, by address or by nothing; at home and abroad; of people with a single order, with
sixty, and of a house that three hundred orders went to. Counted are the processor seconds of the
window's thread from the selection until letter and facts are painted; beside them stands the time
of the clock, which a busy machine makes longer.
Exit 1 where 99 of 100 take more of the processor than the goal of the project's list.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterable
from datetime import timedelta
from decimal import Decimal
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from builders import HOUR, NOON, HandClock
from fakes.command_line import MemorySecrets
from fakes.letterbox import Letterbox
from fakes.reading_desk import letter
from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from softanswer.mailbox.store.folders import FolderRole
from softanswer.replies.orders import store
from softanswer.replies.orders.importing.imported import ImportedFile
from softanswer.replies.orders.order import Buyer, Marketplace, Order, OrderLine, Shipment, ShipTo
from softanswer.replies.warm_up import warm_up
from softanswer.ui.demo.shop import load_shop
from softanswer.ui.desk import Desk
from softanswer.ui.profile import Profile
from softanswer.ui.theme.painted import Painted

GOAL_MS = 50
AT_ONCE = 2000
NAMES = "Ann Luis Pat Mei Greg Ida Olu Mara Ivan Olga Piotr Sofia Hugo Nora Theo Ruth".split()
ENDS = "Whitlock Marquez Harwood Anders Lindqvist Petrov Sorensen Quill Ashham Blackbar".split()
KINDS = "Quiet Last Golden Hidden Northern Broken Secret Common Little Burning".split()
NOUNS = "Winter Orchard River Atlas Letters Garden Harbour Mirror Shepherd Lantern".split()
PLACES = (
    ("US", "55811"), ("Japan", "150-0001"), ("DE", "20095"), ("AU", "2000"), ("UK", "AL3 7RT"),
)  # fmt: skip
SERVICES = {"US": "Media Mail", "": "Priority Mail International"}


def main() -> int:
    """Measure and print; exit 1 where the goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=20_000)
    parser.add_argument("--letters", type=int, default=300)
    options = parser.parse_args()
    warm_up()
    shop = load_shop(NOON)
    sample = ((one.raw, one.internal_date) for one in shop.letters if one.folder == "INBOX")
    is_kept = _measured("sample shop", shop.orders, shop.shipments, sample)
    rng = random.Random(20261122)  # noqa: S311 - no secret
    orders, parcels = _made_up(rng, options.orders)
    letters = _letters(rng, orders, options.letters)
    is_kept &= _measured(f"{options.orders:,} orders", orders, parcels, letters)
    return int(not is_kept)


def _measured(
    name: str, orders: Iterable[Order], parcels: Iterable[Shipment], letters: Iterable[tuple]
) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        profile = Profile(Path(folder), HandClock(), MemorySecrets())
        with profile.writing() as writer:
            box = Letterbox(Path(folder), writer)
            _save(box, list(orders), list(parcels))
            for raw, at in letters:
                box.take_in(raw, at, FolderRole.INBOX)
        desk = Desk(profile)
        desk.window.resize(1440, 900)
        desk.wiring.open()
        try:
            return _told(name, *_read_all(desk))
        finally:
            desk.close()


def _save(box: Letterbox, orders: list[Order], parcels: list[Shipment]) -> None:
    def whole(begin: int) -> ImportedFile:
        chosen, sent = orders[begin : begin + AT_ONCE], parcels[begin : begin + AT_ONCE]
        return ImportedFile(
            "made up", "utf-8", tuple(chosen), tuple(sent),
            order_rows=tuple(() for _ in chosen), shipment_rows=tuple({} for _ in sent),
            as_of=NOON.date(),
        )  # fmt: skip

    for begin in range(0, max(len(orders), len(parcels)), AT_ONCE):
        box.do(lambda tx, begin=begin: store.save(tx, whole(begin)))


def _read_all(desk: Desk) -> tuple[list[float], list[float], int]:
    """Milliseconds of the processor and of the clock for each letter with its facts.

    The last figure: how many of the letters have an order.
    """
    rows = desk.engine.reader.execute("SELECT DISTINCT conversation_id FROM messages").fetchall()
    reading, application = desk.wiring.reading, QApplication.instance()
    wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    frame = Painted(desk.window, 1000)
    worked, took, known = [], [], 0
    for place, (conversation,) in enumerate([rows[-1], *rows]):
        work_before, began = time.thread_time(), time.monotonic()
        reading.show_conversation(conversation)
        while reading.is_filling:
            application.processEvents(wait)
        frame.start()
        while frame.is_waiting:
            application.processEvents(wait)
        if place:  # before the first one stands another, which is loaded cold
            worked.append((time.thread_time() - work_before) * 1000)
            took.append((time.monotonic() - began) * 1000)
            known += reading.matter.order is not None
    return worked, took, known


def _told(name: str, worked: list[float], took: list[float], known: int) -> bool:
    print(f"{name}: {len(worked)} letters, {known} with an order")
    for what, times in (("processor", worked), ("clock", took)):
        ranked = sorted(times)
        p50, p99 = ranked[len(ranked) // 2], ranked[int(len(ranked) * 0.99)]
        print(f"  {what:9} {p50:6.2f} ms in the middle, {p99:6.2f} p99, {ranked[-1]:.2f} longest")
    is_kept = sorted(worked)[int(len(worked) * 0.99)] <= GOAL_MS
    print(f"  from selection to panel in {GOAL_MS} ms: {'ok' if is_kept else 'MISSED'}")
    return is_kept


def _made_up(rng: random.Random, count: int) -> tuple[list[Order], list[Shipment]]:
    people = [_person(rng, n) for n in range(max(1, count // 2))]
    busy = people[: max(1, count // 400)]  # who order again and again
    orders, parcels = [], []
    for n in range(count):
        buyer, ship_to = rng.choice(busy if n % 8 == 0 else people)
        day = NOON.date() - timedelta(days=rng.randrange(2, 700))
        price = Decimal(rng.randrange(300, 9000)) / 100
        title = f"The {rng.choice(KINDS)} {rng.choice(NOUNS)} of {rng.choice(ENDS)} {n % 997}"
        extra = {"refunded": str(price), "status": "refunded"} if n % 11 == 0 else {}
        order = Order(
            f"{14 + n % 9}-{10000 + n // 90000:05d}-{n % 90000 + 10000:05d}", "ebay-orders",
            rng.choice((Marketplace.EBAY, Marketplace.OWN)),
            (OrderLine(title, amount=price, sku=f"BK-{n}"),),
            ordered_at=day, shipped_at=day + timedelta(days=1), buyer=buyer, ship_to=ship_to,
            service="Standard", currency="USD", shipping=Decimal("4.25"),
            total=price + Decimal("4.25"), extra=extra,
        )  # fmt: skip
        orders.append(order)
        parcels.append(
            Shipment(
                "pirateship", order.order_id, f"94001361061934{n:08d}", "USPS",
                SERVICES["US" if ship_to.country == "US" else ""], day + timedelta(days=1),
                recipient=ship_to.name, postal=ship_to.postal, country=ship_to.country,
                label_cost=Decimal("4.63"), tracking_status="In Transit",
            )
        )  # fmt: skip
    return orders, parcels


def _person(rng: random.Random, number: int) -> tuple[Buyer, ShipTo]:
    name = f"{rng.choice(NAMES)} {rng.choice(ENDS)}"
    country, postal = rng.choice(PLACES) if number % 3 == 0 else ("US", f"{number % 400:05d}")
    street = f"{number} Mill Road"
    if number % 70 == 0:
        street, country, postal = "1 Harbour House", *PLACES[0]
    buyer = Buyer(name, f"reader{number}@mail.example", None, f"reader{number}")
    return buyer, ShipTo(name, (street,), "Somewhere", "", postal, country)


def _letters(rng: random.Random, orders: list[Order], count: int) -> Iterable[tuple]:
    chatter = "the book never came to me and I am waiting please look into it my parcel".split()
    for n in range(count):
        order = rng.choice(orders)
        about = (
            f"Order {order.order_id} never came", f"{order.items[0].title} is damaged",
            "Where is my book?", "I want my money back",
        )[n % 4]  # fmt: skip
        text = f"{about}!\n{' '.join(rng.choices(chatter, k=60))}\n\n{order.buyer.name}\n"
        sender = order.buyer.email if n % 3 else f"stranger{n}@mail.example"
        raw = letter(plain=text, subject=f"{about} ({n})", sender=f"{order.buyer.name} <{sender}>")
        yield raw, NOON - HOUR * (n + 1) / 4


if __name__ == "__main__":
    sys.exit(main())
