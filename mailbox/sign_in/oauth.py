"""The door to a provider's sign-in: the only module that knows oauthlib.

The code flow with PKCE (RFC 6749 section 4.1, RFC 7636) for a program on the seller's own
computer (RFC 8252). Requests block; they are made in the thread of a sync or of the postman.
"""

from __future__ import annotations

import json
import secrets
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from ..errors import CredentialsError, MailError, ServerBusyError
from ..sentence import Sentence
from ..web import WebAnswer, WebRequest, fetch
from .settings import OAuthSettings
from .tokens import Tokens
from .words import harmless, not_understood, sign_in_again

if TYPE_CHECKING:
    from oauthlib.oauth2 import WebApplicationClient

_OK: Final = 200
_TOO_MANY: Final = 429
_SERVER_FAULT: Final = 500
_VERIFIER_LENGTH: Final = 64  # of 43 to 128 (RFC 7636 section 4.1)
_STATE_BYTES: Final = 32
_LIFETIME_S: Final = 3600.0  # where the provider does not say
# RFC 6749 section 5.2; the last three are OpenID Connect's, as Microsoft uses them.
_SIGN_IN_AGAIN: Final = frozenset(
    {"invalid_grant", "interaction_required", "login_required", "consent_required"}
)
_LATER: Final = frozenset({"temporarily_unavailable", "server_error", "slow_down"})


@dataclass(frozen=True, slots=True)
class Attempt:
    """One sign-in under way.

    Attributes:
        url: what the browser opens.
        state: what the provider's answer has to bring back.
        verifier: what only this program knows, so that a stolen code is worth nothing.
    """

    url: str
    redirect_uri: str
    state: str = field(repr=False)
    verifier: str = field(repr=False)


def new_attempt(settings: OAuthSettings, redirect_uri: str, address: str = "") -> Attempt:
    """Begin a sign-in.

    Args:
        redirect_uri: where the browser brings the answer.
        address: the mail address that the provider's page proposes.
    """
    client = _client(settings)
    state = secrets.token_urlsafe(_STATE_BYTES)
    verifier = client.create_code_verifier(_VERIFIER_LENGTH)
    further = dict(settings.parameters)
    if address:
        further["login_hint"] = address
    url = client.prepare_request_uri(
        settings.authorize_url,
        redirect_uri=redirect_uri,
        scope=list(settings.scopes),
        state=state,
        code_challenge=client.create_code_challenge(verifier, "S256"),
        code_challenge_method="S256",
        **further,
    )
    return Attempt(str(url), redirect_uri, state, verifier)


def exchange(
    settings: OAuthSettings,
    client_secret: str,
    attempt: Attempt,
    code: str,
    now: float,
    tls_context: ssl.SSLContext | None = None,
) -> Tokens:
    """The tokens for the code that the browser brought.

    Raises:
        CredentialsError: the provider refused, or gave nothing that lasts.
        MailError: it could not be asked.
    """
    body = _client(settings).prepare_request_body(
        code=code,
        redirect_uri=attempt.redirect_uri,
        code_verifier=attempt.verifier,
        **_secret_field(client_secret),
    )
    hidden = (client_secret, code, attempt.verifier)
    document = _ask(settings, str(body), hidden, tls_context)
    tokens = _tokens(settings, Tokens(client_secret=client_secret), document, now)
    if not tokens.is_signed_in:
        raise CredentialsError(
            Sentence(
                "Mail",
                "{provider} let you in for an hour only, without a refresh token. Ask for offline "
                "access in the scopes of the account, then sign in again.",
            ).format(provider=settings.provider)
        )
    return tokens


def refreshed(
    settings: OAuthSettings,
    tokens: Tokens,
    now: float,
    tls_context: ssl.SSLContext | None = None,
) -> Tokens:
    """A new access token; where the provider gives a new refresh token, that too.

    Raises:
        CredentialsError: the provider takes the refresh token no more: sign in again.
        MailError: it could not be asked.
    """
    if not tokens.is_signed_in:
        raise sign_in_again(settings)
    body = _client(settings).prepare_refresh_body(
        refresh_token=tokens.refresh_token,
        client_id=settings.client_id,
        **_secret_field(tokens.client_secret),
    )
    hidden = (tokens.client_secret, tokens.refresh_token, tokens.access_token)
    return _tokens(settings, tokens, _ask(settings, str(body), hidden, tls_context), now)


def revoke(
    settings: OAuthSettings, tokens: Tokens, tls_context: ssl.SSLContext | None = None
) -> None:
    """Give the access back (RFC 7009), where there is one and the provider takes it.

    Raises:
        MailError: the provider could not be told.
    """
    if not settings.revoke_url or not tokens.is_signed_in:
        return
    form = urlencode({"token": tokens.refresh_token}).encode()
    answer = fetch(WebRequest(settings.revoke_url, form), tls_context)
    error = _document(answer).get("error")
    if answer.status != _OK and error != "invalid_token":  # invalid: it was given back before
        raise _refusal(settings, answer, (tokens.refresh_token,))


def _client(settings: OAuthSettings) -> WebApplicationClient:
    from oauthlib.oauth2 import WebApplicationClient  # 70 ms, so only where it is needed

    return WebApplicationClient(settings.client_id)


def _secret_field(client_secret: str) -> dict[str, str]:
    return {"client_secret": client_secret} if client_secret else {}


def _ask(
    settings: OAuthSettings,
    body: str,
    hidden: tuple[str, ...],
    tls_context: ssl.SSLContext | None,
) -> dict[str, Any]:
    """What the token address answers to a form; a refusal is raised without any secret in it."""
    answer = fetch(WebRequest(settings.token_url, body.encode()), tls_context)
    document = _document(answer)
    if answer.status != _OK or "error" in document:
        raise _refusal(settings, answer, hidden)
    token = document.get("access_token")
    if not (isinstance(token, str) and token.isascii() and token.isprintable() and token):
        raise not_understood(settings)
    return document


def _tokens(
    settings: OAuthSettings, before: Tokens, document: Mapping[str, Any], now: float
) -> Tokens:
    if str(document.get("token_type", "Bearer")).lower() != "bearer":
        raise not_understood(settings)
    try:
        lifetime_s = float(document.get("expires_in", _LIFETIME_S))
    except (TypeError, ValueError):
        lifetime_s = _LIFETIME_S
    refresh_token = document.get("refresh_token")
    return replace(
        before,
        access_token=document["access_token"],
        refresh_token=refresh_token if isinstance(refresh_token, str) else before.refresh_token,
        expires_at=now + lifetime_s,
    )


def _document(answer: WebAnswer) -> dict[str, Any]:
    try:
        document = json.loads(answer.body)
    except ValueError:
        return {}
    return document if isinstance(document, dict) else {}


def _refusal(settings: OAuthSettings, answer: WebAnswer, hidden: tuple[str, ...]) -> MailError:
    document = _document(answer)
    error = str(document.get("error", ""))
    said = harmless(f"{error} {document.get('error_description', '')}", hidden)
    said = said or f"HTTP {answer.status}"
    if answer.status >= _SERVER_FAULT or answer.status == _TOO_MANY or error in _LATER:
        return ServerBusyError(
            Sentence(
                "Mail", "{provider} can't renew the sign-in now ({said}). That is tried again."
            ).format(provider=settings.provider, said=said)
        )
    if error in _SIGN_IN_AGAIN:
        return sign_in_again(settings, said)
    if not error:
        return not_understood(settings)
    return CredentialsError(
        Sentence(
            "Mail",
            "{provider} refused the sign-in ({said}). Compare the client ID and the client secret "
            "with the provider's page, then sign in again.",
        ).format(provider=settings.provider, said=said)
    )
