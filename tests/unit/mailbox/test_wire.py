"""A connection tells a wrong kind of protection from somebody in between."""

from __future__ import annotations

import select
import socket
from contextlib import ExitStack

import pytest

from softanswer.mailbox.account import Endpoint, Security
from softanswer.mailbox.errors import ConnectionFailedError
from softanswer.mailbox.wire import Timeouts, Wire


def test_a_server_that_speaks_plainly_first_is_no_attack_where_tls_comes_first(monkeypatch):
    """Its greeting may be there before the handshake: the port or the protection is wrong."""
    reach = Wire._reach

    def reach_and_be_greeted(wire, address, seconds):
        reach(wire, address, seconds)
        theirs = stack.enter_context(listener.accept()[0])
        theirs.sendall(b"* OK ready\r\n")
        assert select.select([wire._sock], [], [], 2)[0]

    monkeypatch.setattr(Wire, "_reach", reach_and_be_greeted)
    with ExitStack() as stack:
        listener = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        endpoint = Endpoint("127.0.0.1", listener.getsockname()[1], Security.TLS)
        with pytest.raises(ConnectionFailedError, match="kind of protection"):
            Wire.connect(endpoint, Timeouts(connect_s=2))
