"""An account: whose mail it is, and which servers carry it. Never a password."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from enum import Enum


class Security(Enum):
    """How a connection is protected; NONE only for a server on this computer."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A server, its port, and the protection of the connection."""

    host: str
    port: int
    security: Security

    def __post_init__(self) -> None:
        if not self.host or any(c.isspace() for c in self.host):
            raise ValueError("The server's name is empty or has a blank in it.")
        if not 1 <= self.port <= 65535:  # noqa: PLR2004 - the range of TCP ports
            raise ValueError(f"{self.port} is no port: give a number from 1 to 65535.")
        if self.security is Security.NONE and not is_loopback(self.host):
            raise ValueError(
                f"An unprotected connection is allowed only to this computer, not to {self.host}: "
                "choose tls or starttls."
            )


@dataclass(frozen=True, slots=True)
class Account:
    """An address, its servers and its name in the From field.

    Attributes:
        id: the row in the store; 0 before it is stored.
        files_sent_itself: the server puts a copy in Sent by itself (Gmail does).
    """

    id: int
    address: str
    name: str
    username: str
    imap: Endpoint
    smtp: Endpoint
    files_sent_itself: bool = False


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address means this computer."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
