"""What is known of well-known providers: servers, hints, and how one signs in; pure.

The facts stand in resources/mail/providers.toml, with their source and date.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any, Final

from ..account import Endpoint, Security
from ..sign_in.settings import LOOPBACK, OAuthSettings

IMAP_PORTS: Final[Mapping[Security, int]] = {
    Security.TLS: 993,  # RFC 8314 section 3.2
    Security.STARTTLS: 143,
    Security.NONE: 143,
}
SMTP_PORTS: Final[Mapping[Security, int]] = {
    Security.TLS: 465,  # RFC 8314 section 3.3
    Security.STARTTLS: 587,
    Security.NONE: 25,
}


class Hint(Enum):
    """What the seller has to know before she signs in at a provider."""

    NONE = "none"
    APP_PASSWORD = "app_password"  # noqa: S105 - the name of a hint
    SWITCH_ON = "switch_on"
    SWITCH_ON_AND_APP_PASSWORD = "switch_on_and_app_password"  # noqa: S105
    NO_PASSWORDS = "no_passwords"


@dataclass(frozen=True, slots=True)
class OAuthProvider:
    """How one signs in at a provider with a client of one's own.

    Attributes:
        id: its short name in the commands.
        register_url: the page on which the seller makes her client.
    """

    id: str
    name: str
    authorize_url: str
    token_url: str
    revoke_url: str
    scopes: tuple[str, ...]
    redirect_host: str
    parameters: tuple[tuple[str, str], ...]
    register_url: str

    def settings(self, client_id: str) -> OAuthSettings:
        """The settings of an account with this client.

        Raises:
            ValueError: it is no client id; the message says what to do.
        """
        return OAuthSettings(
            provider=self.name,
            client_id=client_id.strip(),
            authorize_url=self.authorize_url,
            token_url=self.token_url,
            scopes=self.scopes,
            revoke_url=self.revoke_url,
            redirect_host=self.redirect_host,
            parameters=self.parameters,
        )


@dataclass(frozen=True, slots=True)
class Provider:
    """The servers of one provider.

    Attributes:
        domains: of the addresses that it gives away.
        exchangers: ends of the names of its mail exchangers.
        has_local_names: the user name is what stands before the "@".
        files_sent_itself: it puts a copy of what was sent into Sent by itself.
        oauth: the short name of its sign-in, "" for none.
    """

    name: str
    imap: Endpoint
    smtp: Endpoint
    hint: Hint = Hint.NONE
    files_sent_itself: bool = False
    oauth: str = ""
    has_local_names: bool = False
    domains: tuple[str, ...] = ()
    exchangers: tuple[str, ...] = ()
    source: str = ""
    checked: date = date.min

    def username(self, address: str) -> str:
        """The user name that it gives to an address."""
        return address.rpartition("@")[0] if self.has_local_names else address


def providers() -> tuple[Provider, ...]:
    """Every provider that is known."""
    return _table()[0]


def oauth_providers() -> Mapping[str, OAuthProvider]:
    """Every sign-in that is known, by its short name."""
    return _table()[1]


def provider_by_domain(address: str) -> Provider | None:
    """The provider that gave an address away, None for an own domain and for unknown ones."""
    domain = domain_of(address)
    return next((one for one in providers() if domain in one.domains), None)


def provider_by_exchanger(exchangers: Sequence[str]) -> Provider | None:
    """The provider that takes a domain's mail, by the names of its exchangers, best first."""
    for exchanger in exchangers:
        name = exchanger.rstrip(".").lower()
        fitting = [
            (len(end), one)
            for one in providers()
            for end in one.exchangers
            if name == end or name.endswith(f".{end}")
        ]
        if fitting:
            return max(fitting, key=lambda pair: pair[0])[1]
    return None


def provider_of(address: str) -> Provider:
    """The servers for an address; for an unknown domain the names that are usual."""
    domain = domain_of(address)
    return provider_by_domain(address) or Provider(
        "",
        Endpoint(f"imap.{domain}", IMAP_PORTS[Security.TLS], Security.TLS),
        Endpoint(f"smtp.{domain}", SMTP_PORTS[Security.TLS], Security.TLS),
    )


def domain_of(address: str) -> str:
    """What stands behind the "@", as the DNS writes it; as it is where it is no domain."""
    domain = address.rpartition("@")[2].strip().rstrip(".").lower()
    try:
        return domain if domain.isascii() else domain.encode("idna").decode("ascii")
    except UnicodeError:
        return domain


@cache
def _table() -> tuple[tuple[Provider, ...], Mapping[str, OAuthProvider]]:
    text = (files("softanswer.resources") / "mail" / "providers.toml").read_text("utf-8")
    document = tomllib.loads(text)
    return (
        tuple(_provider(entry) for entry in document["provider"]),
        {name: _oauth(name, entry) for name, entry in document["oauth"].items()},
    )


def _provider(entry: Mapping[str, Any]) -> Provider:
    return Provider(
        name=entry["name"],
        imap=_endpoint(entry["imap"]),
        smtp=_endpoint(entry["smtp"]),
        hint=Hint(entry.get("hint", "none")),
        files_sent_itself=entry.get("files_sent_itself", False),
        oauth=entry.get("oauth", ""),
        has_local_names=entry.get("username", "address") == "local",
        domains=tuple(entry["domains"]),
        exchangers=tuple(entry.get("mx", ())),
        source=entry["source"],
        checked=entry["checked"],
    )


def _endpoint(text: str) -> Endpoint:
    host, port, security = text.split()
    return Endpoint(host, int(port), Security(security))


def _oauth(name: str, entry: Mapping[str, Any]) -> OAuthProvider:
    return OAuthProvider(
        id=name,
        name=entry["name"],
        authorize_url=entry["authorize_url"],
        token_url=entry["token_url"],
        revoke_url=entry.get("revoke_url", ""),
        scopes=tuple(entry["scopes"]),
        redirect_host=entry.get("redirect_host", LOOPBACK),
        parameters=tuple(entry.get("parameters", {}).items()),
        register_url=entry["register_url"],
    )
