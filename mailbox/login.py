"""What a log-in shows a server: a user name with a password, or with a provider's token."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class PasswordLogin:
    """A user name and its password, which no representation shows."""

    username: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class TokenLogin:
    """A user name and an access token of its provider, which no representation shows.

    Attributes:
        renew: gets another token where a server refused this one; may take some seconds, and
            raises the `MailError` that stands in the way.
    """

    username: str
    token: str = field(repr=False)
    renew: Callable[[], str] = field(repr=False)


Login: TypeAlias = PasswordLogin | TokenLogin
