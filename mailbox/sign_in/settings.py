"""How an account signs in through its provider; pure, and without any secret."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final
from urllib.parse import urlsplit

from ..sentence import Sentence

LOOPBACK: Final = "127.0.0.1"
_REDIRECT_HOSTS: Final = (LOOPBACK, "localhost")


class AuthMechanism(Enum):
    """What an account shows its servers: a password, or a token of its provider."""

    PASSWORD = "password"  # noqa: S105 - the name of a way to sign in
    OAUTH = "oauth"


@dataclass(frozen=True, slots=True)
class OAuthSettings:
    """The seller's own client at a provider, and where that provider is asked.

    Attributes:
        provider: its name, as the seller reads it.
        client_id: of the client that she registered there.
        authorize_url: the page that her browser opens.
        token_url: where codes and refresh tokens are exchanged.
        scopes: what is asked for.
        revoke_url: where an access is given back (RFC 7009), "" for nowhere.
        redirect_host: how the browser is to call this computer; what listens is 127.0.0.1.
        parameters: what the provider's page wants besides.
    """

    provider: str
    client_id: str
    authorize_url: str
    token_url: str
    scopes: tuple[str, ...]
    revoke_url: str = ""
    redirect_host: str = LOOPBACK
    parameters: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not self.client_id or not self.client_id.isprintable() or " " in self.client_id:
            raise ValueError(
                Sentence(
                    "Mail",
                    "The client ID is empty or has a blank in it. Copy it from the provider's "
                    "page as it stands there.",
                )
            )
        for url in (self.authorize_url, self.token_url, self.revoke_url):
            if url and not is_https(url):
                raise ValueError(
                    Sentence(
                        "Mail",
                        "{url} is no address for signing in: only https:// is allowed.",
                    ).format(url=url)
                )
        if not (self.authorize_url and self.token_url and self.scopes):
            raise ValueError(
                Sentence(
                    "Mail",
                    "Signing in needs the provider's sign-in page, its token address and a scope.",
                )
            )
        if self.redirect_host not in _REDIRECT_HOSTS:
            raise ValueError(
                Sentence("Mail", "{host} is not this computer.").format(host=self.redirect_host)
            )

    def to_document(self) -> dict[str, Any]:
        """The settings as plain values for JSON."""
        return {
            "provider": self.provider,
            "client_id": self.client_id,
            "authorize_url": self.authorize_url,
            "token_url": self.token_url,
            "scopes": list(self.scopes),
            "revoke_url": self.revoke_url,
            "redirect_host": self.redirect_host,
            "parameters": [list(pair) for pair in self.parameters],
        }

    @classmethod
    def from_document(cls, document: Mapping[str, Any]) -> OAuthSettings:
        """The settings that `to_document` wrote."""
        return cls(
            provider=document["provider"],
            client_id=document["client_id"],
            authorize_url=document["authorize_url"],
            token_url=document["token_url"],
            scopes=tuple(document["scopes"]),
            revoke_url=document["revoke_url"],
            redirect_host=document["redirect_host"],
            parameters=tuple((name, value) for name, value in document["parameters"]),
        )


def is_https(url: str) -> bool:
    """Tell whether this is a protected web address with a host."""
    try:
        parts = urlsplit(url)
        return parts.scheme == "https" and bool(parts.hostname) and parts.username is None
    except ValueError:
        return False
