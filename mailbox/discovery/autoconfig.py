"""The answer of a provider's autoconfig, Thunderbird's config-v1.1.xml; pure.

The file comes from outside: what is no plain list of servers is refused, a DOCTYPE with all its
entities before it is read on.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass
from typing import Final

from ..account import Endpoint, Security
from ..errors import ProtocolError
from ..sentence import Sentence

LARGEST_BYTES: Final = 1 << 16  # the largest known file has 9 kB
_DEEPEST: Final = 12
_SECURITY: Final = {
    "SSL": Security.TLS,
    "TLS": Security.TLS,
    "STARTTLS": Security.STARTTLS,
    "plain": Security.NONE,
}
_BEST_FIRST: Final = (Security.TLS, Security.STARTTLS, Security.NONE)


@dataclass(frozen=True, slots=True)
class NamedServer:
    """A server that a file names.

    Attributes:
        takes_passwords: one of its ways to sign in is by password.
    """

    endpoint: Endpoint
    username: str
    takes_passwords: bool


@dataclass(frozen=True, slots=True)
class Autoconfig:
    """The best protected server of each kind in a file."""

    imap: NamedServer
    smtp: NamedServer


def read_autoconfig(raw: bytes, address: str) -> Autoconfig:
    """The servers that a file names for an address.

    Raises:
        ProtocolError: it is no such file, or names no server that may be used.
    """
    root = _parse(raw)
    imap = _servers(root, "incomingServer", "imap", address)
    smtp = _servers(root, "outgoingServer", "smtp", address)
    if not (imap and smtp):
        raise ProtocolError(
            Sentence(
                "Mail",
                "It names no protected server for both incoming and outgoing mail.",
            )
        )
    return Autoconfig(imap[0], smtp[0])


class _Builder(ET.TreeBuilder):
    """Builds no tree from what a list of servers does not need."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def doctype(self, *_: str | None) -> None:
        """A DOCTYPE brings entities, which grow without end: refused."""
        raise _no_list()

    def start(self, tag: str, attrs: dict[str, str]) -> ET.Element:
        """An element that begins."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise _no_list()
        return super().start(tag, attrs)

    def end(self, tag: str) -> ET.Element:
        """An element that ends."""
        self._depth -= 1
        return super().end(tag)


def _parse(raw: bytes) -> ET.Element:
    if len(raw) > LARGEST_BYTES:
        raise _no_list()
    try:
        parser = ET.XMLParser(target=_Builder())  # noqa: S314 - a DOCTYPE is refused
        parser.feed(raw)
        root = parser.close()
    except (ET.ParseError, ValueError, LookupError) as error:
        raise _no_list() from error
    if not isinstance(root, ET.Element) or _name(root) != "clientConfig":
        raise _no_list()
    return root


def _servers(root: ET.Element, tag: str, kind: str, address: str) -> list[NamedServer]:
    """The servers of a kind that may be used, the best protected first."""
    found = [
        _server(element, address)
        for provider in root
        if _name(provider) == "emailProvider"
        for element in provider
        if _name(element) == tag and element.get("type") == kind
    ]
    usable = [server for server in found if server is not None]
    return sorted(usable, key=lambda server: _BEST_FIRST.index(server.endpoint.security))


def _server(element: ET.Element, address: str) -> NamedServer | None:
    """A server, None for one that may not be used: without protection, or without sense."""
    security = _SECURITY.get(_text(element, "socketType"))
    port = _text(element, "port")
    if security is None or not (port.isascii() and port.isdecimal()):
        return None
    host = _filled(_text(element, "hostname"), address).rstrip(".").lower()
    if not host.isascii() or not host.isprintable() or any(sign in host for sign in "/:@%"):
        return None
    try:
        endpoint = Endpoint(host, int(port), security)
    except ValueError:
        return None
    username = _filled(_text(element, "username") or "%EMAILADDRESS%", address)
    ways = [(child.text or "").strip() for child in element if _name(child) == "authentication"]
    takes_passwords = not ways or any(way != "OAuth2" for way in ways)
    return NamedServer(endpoint, username if username.isprintable() else address, takes_passwords)


def _filled(text: str, address: str) -> str:
    local, _, domain = address.rpartition("@")
    for place, value in (
        ("%EMAILADDRESS%", address),
        ("%EMAILLOCALPART%", local),
        ("%EMAILDOMAIN%", domain),
    ):
        text = text.replace(place, value)
    return text


def _text(element: ET.Element, tag: str) -> str:
    return next(((child.text or "").strip() for child in element if _name(child) == tag), "")


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _no_list() -> ProtocolError:
    return ProtocolError(Sentence("Mail", "It is no list of mail servers."))
