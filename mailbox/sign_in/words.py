"""What the seller is told of a sign-in; pure, and without any secret."""

from __future__ import annotations

from typing import Final

from ..errors import CredentialsError, ProtocolError
from ..sentence import Sentence
from .settings import OAuthSettings

_LONGEST_WORDS: Final = 200


def sign_in_again(settings: OAuthSettings, said: str = "") -> CredentialsError:
    """The error for an account whose sign-in is missing, withdrawn or too old."""
    if not said:
        return CredentialsError(
            Sentence(
                "Mail",
                "Nobody is signed in with {provider} yet. Please sign in again, in the account's "
                "settings, or with 'softanswer account sign-in'.",
            ).format(provider=settings.provider)
        )
    return CredentialsError(
        Sentence(
            "Mail",
            "The sign-in with {provider} no longer holds ({said}). Please sign in again, in the "
            "account's settings, or with 'softanswer account sign-in'.",
        ).format(provider=settings.provider, said=said)
    )


def declined(settings: OAuthSettings, error: str) -> CredentialsError:
    """The error for a sign-in that she, or the provider's page, broke off."""
    return CredentialsError(
        Sentence(
            "Mail",
            "{provider} did not let this program in ({said}). Nothing was changed. Sign in again, "
            "and allow the access on the provider's page.",
        ).format(provider=settings.provider, said=harmless(error, ()))
    )


def not_understood(settings: OAuthSettings) -> ProtocolError:
    """The error for an answer that makes no sense."""
    return ProtocolError(
        Sentence(
            "Mail",
            "{provider} answered in a way that signing in does not know. Check the provider's "
            "addresses in the account.",
        ).format(provider=settings.provider)
    )


def harmless(words: str, hidden: tuple[str, ...]) -> str:
    """What a provider said, in one line, without a secret that it may have repeated."""
    for secret in filter(None, hidden):
        words = words.replace(secret, "…")
    return "".join(c if c.isprintable() else " " for c in words).strip()[:_LONGEST_WORDS]
