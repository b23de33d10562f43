"""The log-in of an account, from what the keyring keeps; a token is renewed before it runs out."""

from __future__ import annotations

import ssl
import threading
import time
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from ..account import Account
from ..credentials import Secrets
from ..errors import CredentialsError
from ..login import Login, PasswordLogin, TokenLogin
from ..patience import until_called_off
from ..sentence import Sentence
from ..wake_up import WakeUp
from .settings import OAuthSettings
from .tokens import Tokens, are_tokens
from .words import sign_in_again

# A sync and the postman may want a new token at once; some providers withdraw both then.
_RENEWING: Final[defaultdict[str, threading.Lock]] = defaultdict(threading.Lock)


class GivenSecrets:
    """Secrets that were typed or brought just now, by address, in the place of a keyring."""

    def __init__(self, kept: Mapping[str, str]) -> None:
        self._kept = dict(kept)

    def get(self, account_address: str) -> str:
        """The secret that was given."""
        return self._kept[account_address]

    def set(self, account_address: str, secret: str) -> None:
        """Remember a renewed one as long as this lives."""
        self._kept[account_address] = secret

    def delete(self, account_address: str) -> None:
        """Forget one."""
        self._kept.pop(account_address, None)


def login_of(
    account: Account,
    secrets: Secrets,
    tls_context: ssl.SSLContext | None = None,
    cancel: WakeUp | None = None,
) -> Login:
    """How to log in to the servers of an account now; may ask the provider for a new token.

    Raises:
        KeyringError: the keyring does not give the secret.
        CredentialsError: the seller has to sign in, or to type the password.
        MailError: the provider could not be asked for a new token.
        CalledOffError: `cancel` rang.
    """
    settings = account.oauth
    if settings is None:
        return PasswordLogin(account.username, _password(account, secrets))

    def token(refused: str = "") -> str:
        return until_called_off(
            lambda: _access_token(account, settings, secrets, refused, tls_context), cancel
        )

    current = token()
    return TokenLogin(account.username, current, lambda: token(refused=current))


def give_back(account: Account, secret: str, tls_context: ssl.SSLContext | None = None) -> None:
    """Tell the provider that this program needs no access any more.

    Args:
        secret: what the keyring kept for the account.

    Raises:
        MailError: the provider could not be told.
    """
    if account.oauth is not None and are_tokens(secret):
        from .oauth import revoke  # the web costs the start of a window 0.1 s

        revoke(account.oauth, Tokens.from_secret(secret), tls_context)


def _access_token(
    account: Account,
    settings: OAuthSettings,
    secrets: Secrets,
    refused: str,
    tls_context: ssl.SSLContext | None,
) -> str:
    """An access token that has not run out and is not the one that a server refused."""
    from .oauth import refreshed  # the web costs the start of a window 0.1 s

    with _RENEWING[account.address]:
        tokens = _kept_tokens(account, settings, secrets)
        now = time.time()
        if tokens.is_stale(now) or tokens.access_token == refused:
            tokens = refreshed(settings, tokens, now, tls_context)
            secrets.set(account.address, tokens.to_secret())
        return tokens.access_token


def _password(account: Account, secrets: Secrets) -> str:
    secret = secrets.get(account.address)
    if are_tokens(secret):
        raise CredentialsError(
            Sentence(
                "Mail",
                "The keyring has no password for {address}, only an earlier sign-in. Type the "
                "password in the account's settings.",
            ).format(address=account.address)
        )
    return secret


def _kept_tokens(account: Account, settings: OAuthSettings, secrets: Secrets) -> Tokens:
    try:
        return Tokens.from_secret(secrets.get(account.address))
    except ValueError:  # a password, from before
        raise sign_in_again(settings) from None
