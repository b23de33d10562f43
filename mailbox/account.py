"""An account: whose mail it is, and which servers carry it. Never a password."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from .sentence import Sentence


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
            raise ValueError(Sentence("Mail", "The server's name is empty or has a blank in it."))
        if not 1 <= self.port <= 65535:  # noqa: PLR2004 - the range of TCP ports
            raise ValueError(
                Sentence("Mail", "{port} is no port: give a number from 1 to 65535.").format(
                    port=self.port
                )
            )
        if self.security is Security.NONE and not is_loopback(self.host):
            raise ValueError(
                Sentence(
                    "Mail",
                    "An unprotected connection is allowed only to this computer, not to {host}: "
                    "choose tls or starttls.",
                ).format(host=self.host)
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

    def to_document(self) -> dict[str, Any]:
        """The account as plain values for JSON."""
        return {
            "address": self.address,
            "name": self.name,
            "username": self.username,
            "imap": [self.imap.host, self.imap.port, self.imap.security.value],
            "smtp": [self.smtp.host, self.smtp.port, self.smtp.security.value],
            "files_sent_itself": self.files_sent_itself,
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Account:
        """The account that `to_document` wrote, not stored yet."""
        (imap_host, imap_port, imap), (smtp_host, smtp_port, smtp) = (
            document["imap"],
            document["smtp"],
        )
        return cls(
            id=0,
            address=document["address"],
            name=document["name"],
            username=document["username"],
            imap=Endpoint(imap_host, imap_port, Security(imap)),
            smtp=Endpoint(smtp_host, smtp_port, Security(smtp)),
            files_sent_itself=document["files_sent_itself"],
        )


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address means this computer."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
