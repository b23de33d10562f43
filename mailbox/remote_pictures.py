"""The one door through which a picture of a letter is fetched, and only when it is asked for.

HTTPS only, the certificate checked; to public addresses only, so that no letter reaches into the
home network; no cookies, no referrer, no name of the program; few redirects, each looked at anew;
limits on number, size and time. What comes back is bytes, decoded elsewhere within limits.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import urljoin, urlsplit

from .tls import default_context

MAX_PICTURES: Final = 30
MAX_BYTES_EACH: Final = 4_000_000
MAX_BYTES_ALL: Final = 16_000_000
MAX_SECONDS_EACH: Final = 8.0
MAX_SECONDS_ALL: Final = 25.0
MAX_REDIRECTS: Final = 3
_TIMEOUT_S: Final = 4.0
_CHUNK: Final = 65_536
_OK: Final = 200
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
_TYPES: Final = frozenset({"image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp"})
_HEADERS: Final = {"Accept": "image/png, image/jpeg, image/gif, image/webp", "Connection": "close"}

Resolve = Callable[[str, int], Iterable[str]]


class _NotFetchedError(Exception):
    """This picture stays away; the others are tried."""


def public_addresses(host: str, port: int) -> list[str]:
    """The addresses of a host that lie in the public internet.

    Raises:
        OSError: nobody knows the host.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    addresses = dict.fromkeys(str(each[4][0]) for each in found)
    return [one for one in addresses if ipaddress.ip_address(one.partition("%")[0]).is_global]


@dataclass(frozen=True, slots=True)
class PictureDoor:
    """Fetches pictures.

    Attributes:
        resolve: gives the addresses of a host that may be connected to.
        context: what checks certificates.
    """

    resolve: Resolve = public_addresses
    context: Callable[[], ssl.SSLContext] = field(default=default_context)

    def fetch(
        self, sources: Iterable[str], is_wanted: Callable[[], bool] = lambda: True
    ) -> Mapping[str, bytes]:
        """The pictures that could be had, by their source; never raises.

        Args:
            is_wanted: asked between two pictures; False ends it.
        """
        found: dict[str, bytes] = {}
        end = time.monotonic() + MAX_SECONDS_ALL
        room = MAX_BYTES_ALL
        for source in list(dict.fromkeys(sources))[:MAX_PICTURES]:
            if not is_wanted() or time.monotonic() >= end or room <= 0:
                break
            until = min(end, time.monotonic() + MAX_SECONDS_EACH)
            try:
                found[source] = self._picture(source, min(room, MAX_BYTES_EACH), until)
            except (OSError, http.client.HTTPException, ValueError, _NotFetchedError):
                continue
            room -= len(found[source])
        return found

    def _picture(self, source: str, most: int, until: float) -> bytes:
        url = source
        for _ in range(MAX_REDIRECTS + 1):
            answer = self._get(url, until)
            try:
                if answer.status not in _MOVED:
                    return _content(answer, most, until)
                url = urljoin(url, answer.getheader("Location", ""))
            finally:
                answer.close()
        raise _NotFetchedError

    def _get(self, url: str, until: float) -> http.client.HTTPResponse:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or 443
        if parts.scheme != "https" or not host or parts.username or parts.password:
            raise _NotFetchedError
        address = next(iter(self.resolve(host, port)), None)
        if address is None or time.monotonic() >= until:
            raise _NotFetchedError
        plain = socket.create_connection((address, port), timeout=_TIMEOUT_S)
        connection = http.client.HTTPSConnection(host, port, timeout=_TIMEOUT_S)
        try:
            connection.sock = self.context().wrap_socket(plain, server_hostname=host)
            target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            connection.request("GET", target.replace(" ", "%20"), headers=_HEADERS)
            return connection.getresponse()
        except BaseException:
            plain.close()
            connection.close()
            raise


def _content(answer: http.client.HTTPResponse, most: int, until: float) -> bytes:
    kind = answer.getheader("Content-Type", "").partition(";")[0].strip().lower()
    if answer.status != _OK or kind not in _TYPES:
        raise _NotFetchedError
    found = b""
    while chunk := answer.read1(_CHUNK):
        found += chunk
        if len(found) > most or time.monotonic() >= until:
            raise _NotFetchedError
    return found
