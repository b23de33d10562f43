"""What tests of the sync share: a store, a server, and an account between them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from fakes.desk import Desk
from fakes.imap_server import PLAIN, FakeImapServer

from softanswer.mailbox.store.writer import StoreWriter


@pytest.fixture
def writer(tmp_path) -> Iterator[StoreWriter]:
    writer = StoreWriter(tmp_path / "store.sqlite3")
    yield writer
    writer.close()


@pytest.fixture
def server() -> Iterator[FakeImapServer]:
    with FakeImapServer() as server:
        yield server


@pytest.fixture
def desk(server, writer) -> Desk:
    return Desk(server, writer)


@pytest.fixture(params=[None, PLAIN], ids=["able", "bare"])
def any_desk(request, server, writer) -> Desk:
    """With a server that can do all that helps, and with one that can do the least."""
    server.capabilities = request.param or server.capabilities
    return Desk(server, writer)
