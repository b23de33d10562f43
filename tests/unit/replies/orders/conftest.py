"""What the tests of orders share: the sample exports, a store, and a letter."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from softanswer.mailbox.message import Address, Message
from softanswer.mailbox.store.database import open_for_writing
from softanswer.replies.orders.importing.imported import ImportedFile
from softanswer.replies.orders.importing.importer import read_order_file

_DATA = Path(__file__).parents[3] / "data" / "orders"
SAMPLES = {
    "amazon-unshipped": "amazon-unshipped-orders.txt",
    "amazon-new-orders": "amazon-new-orders.txt",
    "ebay-orders": "ebay-orders-report-us.csv",
    "pirateship": "pirateship-shipments.csv",
    "amazon-all-orders": "amazon-all-orders.txt",
    "abebooks-orders": "abebooks-orders.csv",
    "alibris-status": "alibris-status.sta",
    "etsy-sold-orders": "etsy-sold-orders.csv",
    "etsy-sold-order-items": "etsy-sold-order-items.csv",
    "shopify-orders": "shopify-orders-export.csv",
    "woocommerce-orders": "woocommerce-orders.csv",
    "paypal-activity": "paypal-activity.csv",
    "shipstation": "shipstation-shipments.csv",
}


@pytest.fixture(scope="session")
def sample_bytes() -> Callable[[str], bytes]:
    return lambda name: (_DATA / SAMPLES[name]).read_bytes()


@pytest.fixture(scope="session")
def sample() -> Callable[[str], ImportedFile]:
    return lambda name: read_order_file(_DATA / SAMPLES[name])


@pytest.fixture(scope="session")
def expected() -> Callable[[str], dict[str, Any]]:
    return lambda name: json.loads((_DATA / f"{SAMPLES[name]}.json").read_text(encoding="utf-8"))


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = open_for_writing(tmp_path / "orders.sqlite3")
    yield connection
    connection.close()


@pytest.fixture
def letter() -> Callable[..., Message]:
    def make(
        subject: str = "",
        text: str = "",
        sender: str = "somebody@home.example",
        name: str = "",
        date: datetime | None = datetime(2026, 11, 21, 9, 0, tzinfo=UTC),
    ) -> Message:
        return Message("", (), (), Address(name, sender), (), (), (), subject, date, text)

    return make
