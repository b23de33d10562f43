"""An account: whose mail it is, whom she writes as, and its servers. Never a password."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from .sentence import Sentence
from .sign_in.settings import AuthMechanism, OAuthSettings


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
class Identity:
    """An address that replies are written from, with its name in the From field.

    Attributes:
        marketplaces: those that know the seller by this address, by their short names ("amazon").
    """

    address: str
    name: str = ""
    marketplaces: tuple[str, ...] = ()

    def is_at(self, address: str) -> bool:
        """Tell whether an address is this one, written in capitals or not."""
        return self.address.casefold() == address.casefold()

    def to_document(self) -> dict[str, Any]:
        """The identity as plain values for JSON."""
        return {
            "address": self.address,
            "name": self.name,
            "marketplaces": list(self.marketplaces),
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Identity:
        """The identity that `to_document` wrote."""
        return cls(document["address"], document["name"], tuple(document["marketplaces"]))


@dataclass(frozen=True, slots=True)
class Account:
    """An address, its servers and its name in the From field.

    Attributes:
        id: the row in the store; 0 before it is stored.
        files_sent_itself: the server puts a copy in Sent by itself (Gmail does).
        marketplaces: those that know the account by its own address.
        further: other addresses that its server sends letters from; one without a name has
            that of the account.
        oauth: how it signs in through its provider; None where it has a password.
    """

    id: int
    address: str
    name: str
    username: str
    imap: Endpoint
    smtp: Endpoint
    files_sent_itself: bool = False
    marketplaces: tuple[str, ...] = ()
    further: tuple[Identity, ...] = ()
    oauth: OAuthSettings | None = None

    def __post_init__(self) -> None:
        earlier: set[str] = set()
        for identity in self.identities:
            if (folded := identity.address.casefold()) in earlier:
                raise ValueError(
                    Sentence("Mail", "{address} is given twice: each address counts once.").format(
                        address=identity.address
                    )
                )
            earlier.add(folded)

    @property
    def auth(self) -> AuthMechanism:
        """What it shows its servers."""
        return AuthMechanism.PASSWORD if self.oauth is None else AuthMechanism.OAUTH

    @property
    def identities(self) -> tuple[Identity, ...]:
        """Whom replies can be written as, the account's own address first."""
        own = Identity(self.address, self.name, self.marketplaces)
        return (own, *(replace(one, name=one.name or self.name) for one in self.further))

    def to_document(self) -> dict[str, Any]:
        """The account as plain values for JSON."""
        return {
            "address": self.address,
            "name": self.name,
            "username": self.username,
            "imap": [self.imap.host, self.imap.port, self.imap.security.value],
            "smtp": [self.smtp.host, self.smtp.port, self.smtp.security.value],
            "files_sent_itself": self.files_sent_itself,
            "identities": [identity.to_document() for identity in self.identities],
            "auth": self.auth.value,
            "oauth": None if self.oauth is None else self.oauth.to_document(),
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> Account:
        """The account that `to_document` wrote, now or in an earlier version.

        It is not stored yet.
        """
        identities = [Identity.from_document(one) for one in document.get("identities", [])]
        (imap_host, imap_port, imap), (smtp_host, smtp_port, smtp) = (
            document["imap"],
            document["smtp"],
        )
        oauth = document.get("oauth")
        return cls(
            id=0,
            address=document["address"],
            name=document["name"],
            username=document["username"],
            imap=Endpoint(imap_host, imap_port, Security(imap)),
            smtp=Endpoint(smtp_host, smtp_port, Security(smtp)),
            files_sent_itself=document["files_sent_itself"],
            marketplaces=identities[0].marketplaces if identities else (),
            further=tuple(identities[1:]),
            oauth=None if oauth is None else OAuthSettings.from_document(oauth),
        )


def is_loopback(host: str) -> bool:
    """Tell whether a host name or address means this computer."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
