"""The door to the web: protected requests alone, with an end in time and in size."""

from __future__ import annotations

import http.client
import ssl
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from typing import IO, Any, Final
from urllib.parse import urlsplit

from .account import Endpoint, Security
from .errors import CertificateError, ConnectionFailedError, ProtocolError
from .sentence import Sentence
from .sign_in.settings import is_https
from .tls import certificate_error, default_context

_HTTPS_PORT: Final = 443
_CHUNK_BYTES: Final = 1 << 14


@dataclass(frozen=True, slots=True)
class WebRequest:
    """What is asked of a web server.

    Attributes:
        form: what is posted; None asks for the page alone.
        timeout_s: until the whole answer is here.
        limit: of the answer in bytes.
        redirects: how many may be followed; only to protected addresses.
    """

    url: str
    form: bytes | None = field(default=None, repr=False)
    timeout_s: float = 20.0
    limit: int = 1 << 17
    redirects: int = 0


@dataclass(frozen=True, slots=True)
class WebAnswer:
    """What a web server said; a refusal is an answer, too."""

    status: int
    body: bytes = field(repr=False)


def fetch(request: WebRequest, tls_context: ssl.SSLContext | None = None) -> WebAnswer:
    """Ask a web server; blocks.

    Raises:
        ConnectionFailedError: it cannot be reached, or not in time; or the address is not
            protected.
        CertificateError: it could not prove who it is.
        ProtocolError: what it said is no HTTP, or too much.
    """
    if not is_https(request.url):
        raise _not_protected(request.url)
    deadline = time.monotonic() + request.timeout_s
    opener = _opener(tls_context or default_context(), request.redirects)
    asked = urllib.request.Request(  # noqa: S310 - its scheme was looked at
        request.url, data=request.form, headers={"User-Agent": "SoftAnswer"}
    )
    try:
        with opener.open(asked, timeout=request.timeout_s) as response:
            return WebAnswer(response.status, _read(response, request, deadline))
    except urllib.error.HTTPError as refusal:
        with refusal:
            try:
                return WebAnswer(refusal.code, _read(refusal, request, deadline))
            except OSError as error:
                raise _unreachable(request.url, error) from error
    except urllib.error.URLError as error:
        why = error.reason
        if isinstance(why, ssl.SSLCertVerificationError):
            raise _unproven(request.url, why) from error
        raise _unreachable(request.url, why) from error
    except http.client.HTTPException as error:
        raise ProtocolError(
            Sentence("Mail", "{host} answered in a way that the web does not know.").format(
                host=_host(request.url)
            )
        ) from error
    except (OSError, ValueError) as error:
        raise _unreachable(request.url, error) from error


def _opener(context: ssl.SSLContext, redirects: int) -> urllib.request.OpenerDirector:
    """An opener that knows nothing but HTTPS, and the system's proxy on the way there."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPSHandler(context=context),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(redirects),
    ):
        opener.add_handler(handler)
    return opener


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects, so many, and only to protected addresses."""

    def __init__(self, most: int) -> None:
        self._left = most

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """The request for the other address; None leaves the redirect as the answer."""
        if self._left <= 0 or not is_https(newurl):
            return None
        self._left -= 1
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _read(response: Any, request: WebRequest, deadline: float) -> bytes:  # noqa: ANN401 - a file
    body = bytearray()
    while chunk := response.read1(_CHUNK_BYTES):
        body += chunk
        if len(body) > request.limit:
            raise ProtocolError(
                Sentence("Mail", "{host} sent more than was asked for.").format(
                    host=_host(request.url)
                )
            )
        if time.monotonic() > deadline:
            raise TimeoutError(Sentence("Mail", "it did not answer in time"))
    return bytes(body)


def _host(url: str) -> str:
    return urlsplit(url).hostname or url


def _unproven(url: str, error: ssl.SSLCertVerificationError) -> CertificateError:
    endpoint = Endpoint(_host(url), urlsplit(url).port or _HTTPS_PORT, Security.TLS)
    return certificate_error(endpoint, error)


def _unreachable(url: str, why: object) -> ConnectionFailedError:
    if isinstance(why, TimeoutError):
        why = Sentence("Mail", "it did not answer in time")
    elif isinstance(why, ConnectionRefusedError):
        why = Sentence("Mail", "nobody answers there (connection refused)")
    elif isinstance(why, OSError) and why.strerror:
        why = why.strerror
    return ConnectionFailedError(
        Sentence(
            "Mail", "{host} could not be reached: {why}. Check the internet connection."
        ).format(host=_host(url), why=why)
    )


def _not_protected(url: str) -> ConnectionFailedError:
    return ConnectionFailedError(
        Sentence("Mail", "{url} is not asked: the address is not protected (https://).").format(
            url=url
        )
    )
