"""Plain rows take a short way into the store: what is kept is the same as with care."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from order_exports import NAMES, Table, table_of
from store_contents import contents

from softanswer.mailbox.store.database import open_for_writing
from softanswer.mailbox.store.writer import Transaction
from softanswer.replies.orders.importing.importer import OrderExport
from softanswer.replies.orders.store import save_parts

SAMPLES = (
    "amazon-unshipped", "amazon-new-orders", "ebay-orders", "pirateship", "amazon-all-orders",
    "abebooks-orders", "alibris-status", "etsy-sold-orders", "etsy-sold-order-items",
    "shopify-orders", "woocommerce-orders", "paypal-activity", "shipstation",
)  # fmt: skip
QUICK = ("amazon-unshipped", "amazon-new-orders", "amazon-all-orders")
CELLS = (
    "", " ", "0", "00", "1", "007", "1.5", "12.50", "-3.00", "0.00", "1,250.00", "€ 4", "true",
    "x", '"Tales", two', "back\\slash \\n", "100 %", "%s", "Ünïcode", "\u00a0hard", "2026-02-30",
    "2026-11-03", "2026-11-03T10:00:00", "2026-11-03T10:00:00Z", "2026-11-03T10:00:00+05:30",
    "2026-11-03T10:00:00.5+00:00", "2026-11-03T24:00:00+00:00", "USD", "usd", "#17", "4.02E+13",
    "ＦＵＬＬ", "ﬁne", "A–B", "ann@Example.COM", "tab\x1fsep", "\ufeff",
)  # fmt: skip


def stored(path, *files: bytes, careful: bool, at_once: int = 3) -> list[str]:
    """Everything in the store after these files, one after the other."""
    db = open_for_writing(path)
    reports = []
    for data in files:
        db.execute("BEGIN")
        parts = OrderExport(data).parts(at_once, careful=careful)
        reports.append(str(save_parts(Transaction(db), parts)))
        db.execute("COMMIT")
    lines = contents(db)
    db.close()
    return reports + lines


def assert_alike(tmp_path, *files: bytes) -> None:
    quick = stored(tmp_path / "quick.sqlite3", *files, careful=False)
    assert quick == stored(tmp_path / "careful.sqlite3", *files, careful=True)
    assert len(quick) > len(files)


def plain_count(data: bytes) -> int:
    return sum(len(part.plain.orders) for part in OrderExport(data).parts(3) if part.plain)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_stored_alike(name, sample_bytes, tmp_path):
    assert_alike(tmp_path, sample_bytes(name), sample_bytes(name))


def test_all_samples_one_after_the_other_are_stored_alike(sample_bytes, tmp_path):
    names = random.Random(4).sample(SAMPLES, len(SAMPLES))  # noqa: S311 - no secret
    assert_alike(tmp_path, *map(sample_bytes, names))


@pytest.mark.parametrize("name", QUICK)
def test_most_rows_of_amazons_reports_are_plain(name, sample_bytes):
    data = sample_bytes(name)
    rows = data.strip().count(b"\n")
    assert plain_count(data) >= rows - 3  # but an order of two rows, and one with a discount


def varied(name: str, rng: random.Random, rows: int = 30) -> Table:
    """Rows in which every third cell of one is a strange one."""
    table = table_of(name)
    if "ship-promotion-discount" in table.header:  # a row with a discount is not plain
        for row in range(len(table.rows)):
            table = table.with_cell("ship-promotion-discount", ("", "0.00")[row % 2], row)
    number = table.header.index("amazon-order-id" if "all" in name else "order-id")
    made = []
    for i in range(rows):
        cells = list(table.rows[i % len(table.rows)])
        cells[number] = f"111-{rng.randrange(rows):07d}-0000000"
        for place in range(len(cells)):
            if rng.random() < (0.3 if i % 3 == 0 else 0.03):
                cells[place] = rng.choice(CELLS)
        made.append(tuple(cells))
    return replace(table, rows=tuple(made))


@pytest.mark.parametrize("name", QUICK)
@pytest.mark.parametrize("seed", range(12))
def test_strange_cells_are_stored_alike(name, seed, tmp_path):
    rng = random.Random(seed)  # noqa: S311 - no secret
    first, second = varied(name, rng), varied(name, rng)
    assert plain_count(first.written()) > 0
    assert_alike(tmp_path, first.written(), second.written(), first.written())


@pytest.mark.parametrize("name", NAMES)
def test_every_layout_is_stored_alike(name, tmp_path):
    assert_alike(tmp_path, table_of(name).written())


def test_parcels_and_payments_that_wait_find_plain_orders(sample_bytes, tmp_path):
    waiting = [sample_bytes("shipstation"), sample_bytes("pirateship")]
    assert_alike(tmp_path, *waiting, sample_bytes("amazon-new-orders"))
