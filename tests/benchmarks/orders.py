"""Measure orders: the import of a large file, the matching of a letter, the facts of a matter.

    python -P tests/benchmarks/orders.py [--orders 100000] [--letters 300]

The file is made up in the layout of Amazon's new orders. The import runs in a process of its own,
whose largest memory counts; beside it, `csv` and `executemany` of the bare cells into one table
is the limit that nothing passes. Rows are counted by processor seconds. Exit 1 where a goal of
the project's list is missed.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROWS_PER_SECOND = 20_000
PEAK_MB = 150
MATCH_MS = 20
FACTS_MS = 50
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HEADER = (
    "order-id order-item-id purchase-date payments-date buyer-email buyer-name buyer-phone-number"
    " sku product-name quantity-purchased currency item-price item-tax shipping-price shipping-tax"
    " ship-service-level recipient-name ship-address-1 ship-address-2 ship-address-3 ship-city"
    " ship-state ship-postal-code ship-country ship-phone-number delivery-start-date"
    " delivery-end-date delivery-time-zone delivery-Instructions sales-channel"
).split()
FIRST = "Ann Luis Pat Mei Greg Ida Olu Mara Ivan Olga Piotr Sofia Hugo Nora Theo Ruth".split()
BEGIN = "Whit Mar O'D Har Ander Ker Lind Pet Sor Quil Ash Black Cob Dun El Fair".split()
END = "lock quez owd greave son nigan qvist rov ensen ler worth wood ham bar kin fax".split()
CITIES = "Dayton Boise Duluth Macon Cody Holyoke Salem Dover Aspen Provo Waco Yuma".split()
NOUNS = "Winter Orchard River Atlas Letters Garden Harbour Mirror Letters Shepherd".split()
KINDS = "Quiet Last Golden Hidden Northern Broken Secret Common Little Burning".split()


def main() -> int:
    """Measure and print; exit 1 where a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=100_000)
    parser.add_argument("--letters", type=int, default=300)
    parser.add_argument("--import-into", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.import_into:
        return _import(options.file, options.import_into)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        file, orders = work / "orders.txt", _made_up(options.orders)
        _write(file, orders)
        print(f"{options.orders:,} orders, {file.stat().st_size / 1e6:.0f} MB")
        limit = _bare(file, work / "bare.sqlite3", options.orders)
        ran = subprocess.run(  # noqa: S603 - this program itself
            [sys.executable, "-P", __file__, "--import-into", str(work / "s.sqlite3"),
             "--file", str(file)],
            check=True, capture_output=True, text=True, timeout=600,
        )  # fmt: skip
        kept = _told_import(json.loads(ran.stdout), limit, options.orders)
        return int(not (_told_reading(work / "s.sqlite3", orders, options.letters) and kept))


def _made_up(count: int) -> list[list[str]]:
    rng = random.Random(20261122)  # noqa: S311 - no secret
    customers = [
        (f"{rng.choice(FIRST)} {rng.choice(BEGIN)}{rng.choice(END)}", rng.choice(CITIES),
         f"{rng.randrange(99_999):05d}", f"{rng.getrandbits(70):015x}"[:15])
        for _ in range(count // 2 + 1)
    ]  # fmt: skip
    rows = []
    for i in range(count):
        name, city, postal, alias = rng.choice(customers)
        day = (NOW - timedelta(minutes=5 * (count - i))).isoformat(timespec="seconds")
        title = (
            f"The {rng.choice(KINDS)} {rng.choice(NOUNS)} of {rng.choice(BEGIN)}{rng.choice(END)}"
        )
        rows.append(
            [f"{rng.randrange(111, 115)}-{i:07d}-{rng.randrange(10**7):07d}", str(4 * 10**13 + i),
             day, day, f"{alias}@marketplace.amazon.com", name.split()[0], "", f"BK-{i:06d}",
             title, "1", "USD", f"{rng.randrange(300, 9000) / 100:.2f}", "0.29", "3.99", "0.00",
             "Standard", name, f"{i % 900 + 1} Mill Road", "", "", city, "OH", postal, "US",
             "", "", "", "", "", "Amazon.com"]
        )  # fmt: skip
    return rows


def _write(file: Path, rows: list[list[str]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        out.writelines("\t".join(row) + "\r\n" for row in (HEADER, *rows))


def _bare(file: Path, path: Path, count: int) -> float:
    """Rows a second of a loop that only puts the cells into one table."""
    db = sqlite3.connect(path)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute(f"CREATE TABLE bare ({', '.join(f'c{i} TEXT' for i in range(len(HEADER)))})")
    began = time.process_time()
    with file.open(encoding="utf-8", newline="") as lines, db:
        reader = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(reader)
        db.executemany(f"INSERT INTO bare VALUES ({', '.join('?' * len(HEADER))})", reader)  # noqa: S608 - marks
    db.close()
    return count / (time.process_time() - began)


def _import(file: Path, path: Path) -> int:
    """Import as the command does, and print the seconds and the largest memory."""
    import softanswer.app  # noqa: F401 - it says how often cycles are looked for
    from softanswer.mailbox.store.database import open_for_writing
    from softanswer.mailbox.store.writer import Transaction
    from softanswer.replies.orders.importing.importer import OrderExport
    from softanswer.replies.orders.importing.progress import ROWS_AT_ONCE
    from softanswer.replies.orders.store import save_parts

    db = open_for_writing(path)
    began = time.process_time()
    db.execute("BEGIN")
    report = save_parts(Transaction(db), OrderExport(file.read_bytes()).parts(ROWS_AT_ONCE))
    db.execute("COMMIT")
    seconds = time.process_time() - began
    db.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "peak_mb": peak, "imported": report.imported}))
    return 0


def _told_import(ran: dict[str, float], limit: float, count: int) -> bool:
    if ran["imported"] != count:
        raise AssertionError(f"{ran['imported']} of {count} orders were imported")
    rate, peak = count / ran["seconds"], ran["peak_mb"]
    print(
        f"import    {rate:9,.0f} rows/s (goal {ROWS_PER_SECOND:,}), {peak:.0f} MB (goal {PEAK_MB})"
    )
    print(f"bare loop {limit:9,.0f} rows/s, {limit / rate:.1f} times as many")
    return rate >= ROWS_PER_SECOND and peak <= PEAK_MB


def _told_reading(path: Path, orders: list[list[str]], letters: int) -> bool:
    from softanswer.mailbox.message import Address, Message
    from softanswer.mailbox.store.database import open_for_reading
    from softanswer.replies.orders.delivery import reckon
    from softanswer.replies.orders.store import find_by_number, load_order, match_stored

    rng = random.Random(5)  # noqa: S311 - no secret
    db = open_for_reading(path)
    chosen = [rng.choice(orders) for _ in range(letters)]
    known = [find_by_number(db, order[0])[0].id for order in chosen]
    texts = [_letter(rng, order) for order in chosen]
    messages = []
    for i, (order, (subject, text)) in enumerate(zip(chosen, texts, strict=True)):
        address = order[4] if i % 3 else "x@home.example"
        sender = Address(order[16] if i % 2 else "", address)
        messages.append(Message("", (), (), sender, (), (), (), subject, NOW, text))
    matching = _milliseconds([lambda m=m: match_stored(db, m) for m in messages])
    facts = _milliseconds([lambda i=i: reckon(load_order(db, i), NOW.date()) for i in known])
    return _told("matching", matching, MATCH_MS) & _told("facts", facts, FACTS_MS)


def _letter(rng: random.Random, order: list[str]) -> tuple[str, str]:
    """A letter with a number, with a title, with a name, or with none of them, and its chatter."""
    chatter = " ".join(rng.choices("the book never came with your little shop winter order golden "
                                   "letters parcel which would common river please reply".split(),
                                   k=120))  # fmt: skip
    kind = rng.randrange(4)
    about = (f"Order {order[0]}", f"My {order[8]} is late", f"Yours, {order[16]}", "Hello")[kind]
    return about, f"{about}.\n{chatter}\n{order[16] if kind == 2 else ''}\n"


def _milliseconds(jobs: list[Callable[[], object]]) -> list[float]:
    jobs[0]()  # what is loaded with the first letter
    took = []
    for job in jobs:
        began = time.process_time()
        job()
        took.append((time.process_time() - began) * 1000)
    return sorted(took)


def _told(what: str, took: list[float], goal: float) -> bool:
    p50, p99 = took[len(took) // 2], took[int(len(took) * 0.99)]
    print(f"{what:9} {p50:6.2f} ms in the middle, {p99:.2f} ms p99 (goal {goal})")
    return p99 <= goal


if __name__ == "__main__":
    sys.exit(main())
