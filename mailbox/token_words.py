"""What the seller is told when a mail server takes no token; pure."""

from __future__ import annotations

from .account import Endpoint
from .errors import CredentialsError
from .sentence import Sentence


def no_token_log_in(endpoint: Endpoint) -> CredentialsError:
    """The error for a server that knows no log-in by token, or hides it."""
    return CredentialsError(
        Sentence(
            "Mail",
            "{host} offers no sign-in through the provider (OAUTHBEARER or XOAUTH2). Nothing "
            "secret was sent. Check the server's name in the account, or sign in with an app "
            "password.",
        ).format(host=endpoint.host)
    )


def token_refused(endpoint: Endpoint, username: str, error: object) -> CredentialsError:
    """The error for a server that took neither the token nor a fresh one."""
    return CredentialsError(
        Sentence(
            "Mail",
            "{host} did not accept the sign-in for {username} ({error}). Look whether the "
            "provider allows IMAP and SMTP for this mailbox, then sign in again, with this very "
            "mailbox.",
        ).format(host=endpoint.host, username=username, error=error)
    )
