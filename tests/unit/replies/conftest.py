"""A store with letters, for what is made of them."""

from __future__ import annotations

import pytest
from fakes.letterbox import Letterbox

from softanswer.mailbox.store.writer import StoreWriter


@pytest.fixture
def box(tmp_path):
    writer = StoreWriter(tmp_path / "softanswer.sqlite3")
    yield Letterbox(tmp_path, writer)
    writer.close()
