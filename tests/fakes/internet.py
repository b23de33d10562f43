"""An internet of names on this computer: a test says where each name leads."""

from __future__ import annotations

import socket
from collections.abc import Callable


class Internet:
    """Answers the system's look-ups of names; what it does not know does not exist.

    Attributes:
        ports: by (name, port): where the name leads.
        looked_up: every name that was looked up.
    """

    def __init__(self, monkeypatch) -> None:
        self.ports: dict[tuple[str, int], int] = {}
        self.looked_up: list[str] = []
        self._usual: Callable[..., list] = socket.getaddrinfo
        monkeypatch.setattr(socket, "getaddrinfo", self._look_up)

    def _look_up(self, host, port, *arguments, **options):
        if host in {"127.0.0.1", "localhost"}:
            return self._usual(host, port, *arguments, **options)
        self.looked_up.append(host)
        if (host, port) not in self.ports:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        where = ("127.0.0.1", self.ports[host, port])
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", where)]
