"""A provider's sign-in over TLS: checks PKCE, renews tokens, refuses, is slow where told."""

from __future__ import annotations

import base64
import hashlib
import json
import secrets
import ssl
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

from softanswer.mailbox.sign_in.settings import OAuthSettings

CLIENT_ID = "her-own-client.apps.example"
CLIENT_SECRET = "CLIENT-S3CRET-CANARY"


@dataclass
class Provider:
    """What the provider knows and does.

    Attributes:
        requests: the forms that came to the token address and to the revocation.
        lifetime_s: of the access tokens it gives.
        refusal: an answer (status, document) to every exchange and renewal.
        delay_s: how long it thinks before each answer.
        gives_refresh_token: where False, an exchange brings none.
        rotates: a renewal brings a new refresh token and withdraws the old one.
        valid: the access tokens that mail servers would take now.
        refresh_tokens: those that hold.
        revoked: what was given back.
    """

    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    lifetime_s: object = 3600
    refusal: tuple[int, object] | None = None
    delay_s: float = 0.0
    gives_refresh_token: bool = True
    rotates: bool = False
    valid: set[str] = field(default_factory=set)
    refresh_tokens: set[str] = field(default_factory=set)
    revoked: list[str] = field(default_factory=list)
    codes: dict[str, dict[str, str]] = field(default_factory=dict)

    def consent(self, url: str) -> str:
        """Do what she does on the provider's page; the result is where the browser goes then."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
        assert asked["response_type"] == "code"
        assert asked["client_id"] == CLIENT_ID
        assert asked["code_challenge_method"] == "S256"
        code = "CODE-CANARY-" + secrets.token_urlsafe(8)
        self.codes[code] = asked
        answer = urlencode({"code": code, "state": asked["state"]})
        return f"{asked['redirect_uri']}/?{answer}"

    def token(self, form: dict[str, str]) -> tuple[int, object]:
        if self.refusal is not None:
            return self.refusal
        if form.get("client_id") != CLIENT_ID or form.get("client_secret") != CLIENT_SECRET:
            return 401, {"error": "invalid_client", "error_description": "who are you"}
        if form["grant_type"] == "authorization_code":
            return self._exchange(form)
        if form.get("refresh_token") not in self.refresh_tokens:
            return 400, {
                "error": "invalid_grant",
                "error_description": f"Token {form.get('refresh_token')} has been revoked.",
            }
        if self.rotates:
            self.refresh_tokens.discard(form["refresh_token"])
        return 200, self._grant(with_refresh_token=self.rotates)

    def _exchange(self, form: dict[str, str]) -> tuple[int, object]:
        asked = self.codes.pop(form["code"], None)
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).decode().rstrip("=")
        if (
            asked is None
            or asked["code_challenge"] != challenge
            or asked["redirect_uri"] != form["redirect_uri"]
        ):
            return 400, {"error": "invalid_grant"}
        return 200, self._grant(with_refresh_token=self.gives_refresh_token)

    def _grant(self, *, with_refresh_token: bool) -> dict[str, object]:
        access = "ACCESS-CANARY-" + secrets.token_urlsafe(24)
        self.valid.add(access)
        document = {"access_token": access, "token_type": "Bearer", "expires_in": self.lifetime_s}
        document["scope"] = "mail and something else"
        if with_refresh_token:
            document["refresh_token"] = "REFRESH-CANARY-" + secrets.token_urlsafe(24)
            self.refresh_tokens.add(document["refresh_token"])
        return document


class FakeIdentityServer:
    """The provider's server on a free loopback port; use it as a context manager."""

    def __init__(self, tls: ssl.SSLContext) -> None:
        self.provider = Provider()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.provider = self.provider
        self._server.tls = tls
        self.base = f"https://localhost:{self._server.server_address[1]}"

    def settings(self, **changes: object) -> OAuthSettings:
        """How an account signs in here."""
        parts = {
            "provider": "Quayside",
            "client_id": CLIENT_ID,
            "authorize_url": f"{self.base}/authorize",
            "token_url": f"{self.base}/token",
            "scopes": ("mail",),
            "revoke_url": f"{self.base}/revoke",
            "parameters": (("access_type", "offline"),),
            **changes,
        }
        return OAuthSettings(**parts)

    def __enter__(self) -> FakeIdentityServer:
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Server(ThreadingHTTPServer):
    provider: Provider
    tls: ssl.SSLContext
    daemon_threads = True

    def finish_request(self, request, client_address):
        try:
            with self.tls.wrap_socket(request, server_side=True) as protected:
                self.RequestHandlerClass(protected, client_address, self)
        except (OSError, ssl.SSLError):  # the client took no such certificate
            pass


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = {name: values[0] for name, values in parse_qs(body).items()}
        provider = self.server.provider
        provider.requests.append((self.path, form))
        time.sleep(provider.delay_s)
        if self.path == "/token":
            status, document = provider.token(form)
        elif self.path == "/revoke":
            provider.revoked.append(form["token"])
            known = form["token"] in provider.refresh_tokens
            provider.refresh_tokens.discard(form["token"])
            status, document = provider.refusal or (
                (200, {}) if known else (400, {"error": "invalid_token"})
            )
        else:
            status, document = 404, {}
        raw = document if isinstance(document, bytes) else json.dumps(document).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(raw)))
        if status == 302:
            self.send_header("Location", f"https://{self.headers['Host']}/elsewhere")
        self.end_headers()
        self.wfile.write(raw)

    def log_message(self, *_: object) -> None:
        """Say nothing."""
