"""What a look for the servers of an address found, and where each of them was named; pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from ..account import Endpoint
from ..sentence import Sentence
from .providers import Hint


class Origin(Enum):
    """Who named a server."""

    TABLE = "table"
    EXCHANGER = "exchanger"
    AUTOCONFIG = "autoconfig"
    DNS = "dns"
    GUESS = "guess"


@dataclass(frozen=True, slots=True)
class FoundServer:
    """A server, and who named it.

    Attributes:
        place: where exactly: a provider's name, a web address, a name in the DNS.
    """

    endpoint: Endpoint
    origin: Origin
    place: str

    def words(self) -> Sentence:
        """Where the setting comes from, for the seller."""
        return _ORIGINS[self.origin].format(place=self.place)


_ORIGINS = {
    Origin.TABLE: Sentence("Mail", "known to this program as a server of {place}"),
    Origin.EXCHANGER: Sentence("Mail", "a server of {place}, which takes the mail of this domain"),
    Origin.AUTOCONFIG: Sentence("Mail", "named by your provider at {place}"),
    Origin.DNS: Sentence("Mail", "named in the DNS at {place}, which is not protected"),
    Origin.GUESS: Sentence("Mail", "guessed: {place} answers and can prove its name"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """The servers of an address.

    Attributes:
        provider: its name, "" where it is not known.
        oauth: the short name of the sign-in that it takes, "" for none.
        wants_token: it named no way to sign in with a password.
    """

    address: str
    username: str
    imap: FoundServer
    smtp: FoundServer
    provider: str = ""
    hint: Hint = Hint.NONE
    oauth: str = ""
    files_sent_itself: bool = False
    wants_token: bool = False

    def to_document(self) -> dict[str, Any]:
        """The finding as plain values for JSON."""
        return {
            "address": self.address,
            "username": self.username,
            "imap": _server_document(self.imap),
            "smtp": _server_document(self.smtp),
            "provider": self.provider or None,
            "hint": None if self.hint is Hint.NONE else self.hint.value,
            "oauth": self.oauth or None,
            "files_sent_itself": self.files_sent_itself,
            "wants_token": self.wants_token,
        }


def _server_document(server: FoundServer) -> dict[str, Any]:
    endpoint = server.endpoint
    return {
        "host": endpoint.host,
        "port": endpoint.port,
        "security": endpoint.security.value,
        "origin": server.origin.value,
        "source": str(server.words()),
    }
