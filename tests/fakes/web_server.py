"""A web server over TLS on a loopback port, with pages by host and path."""

from __future__ import annotations

import ssl
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Site:
    """What is on the web, and how it behaves.

    Attributes:
        pages: by "host/path", without the query: (status, body, location).
        asked: every address that was asked for, with its query.
        delay_s: before each answer.
        drip_s: between the bytes of each answer.
    """

    pages: dict[str, tuple[int, bytes, str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    delay_s: float = 0.0
    drip_s: float = 0.0


class FakeWebServer:
    """The server; use it as a context manager. Without `tls` it speaks plain HTTP."""

    def __init__(self, tls: ssl.SSLContext | None) -> None:
        self.site = Site()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.site, self._server.tls = self.site, tls
        self.port = self._server.server_address[1]

    def __enter__(self) -> FakeWebServer:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    site: Site
    tls: ssl.SSLContext | None
    daemon_threads = True

    def finish_request(self, request, client_address):
        try:
            if self.tls is not None:
                request = self.tls.wrap_socket(request, server_side=True)
            with request:
                self.RequestHandlerClass(request, client_address, self)
        except (OSError, ssl.SSLError):  # the client left
            pass


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        site = self.server.site
        host = (self.headers["Host"] or "").partition(":")[0]
        site.asked.append(host + self.path)
        time.sleep(site.delay_s)
        where = host + self.path.partition("?")[0]
        status, body, location = site.pages.get(where, (404, b"not here", ""))
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if not site.drip_s:
            self.wfile.write(body)
            return
        for byte in body:
            self.wfile.write(bytes([byte]))
            time.sleep(site.drip_s)

    def log_message(self, *_: object) -> None:
        """Say nothing."""
