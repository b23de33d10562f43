"""What a sign-in brings, as it is kept in the keyring; nothing of it is ever shown."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Final

_STALE_BEFORE_S: Final = 120.0  # so that it does not run out on its way to the server


@dataclass(frozen=True, slots=True)
class Tokens:
    """The secrets of one account that signs in through its provider.

    Attributes:
        client_secret: of the seller's client; "" where her provider gives none.
        refresh_token: gets new access tokens; "" before the first sign-in.
        access_token: what the mail servers are shown.
        expires_at: when the access token runs out, in seconds since the epoch.
    """

    client_secret: str = field(default="", repr=False)
    refresh_token: str = field(default="", repr=False)
    access_token: str = field(default="", repr=False)
    expires_at: float = 0.0

    @property
    def is_signed_in(self) -> bool:
        """Whether access tokens can be had without the seller."""
        return bool(self.refresh_token)

    def is_stale(self, now: float) -> bool:
        """Tell whether the access token has run out, or will very soon."""
        return not self.access_token or now >= self.expires_at - _STALE_BEFORE_S

    def to_secret(self) -> str:
        """The form that the keyring keeps."""
        return json.dumps({"softanswer": "tokens", **asdict(self)})

    @classmethod
    def from_secret(cls, secret: str) -> Tokens:
        """What `to_secret` wrote.

        Raises:
            ValueError: it is something else, a password for instance.
        """
        document = json.loads(secret)
        if not isinstance(document, dict) or document.pop("softanswer", "") != "tokens":
            raise ValueError
        try:
            return cls(**document)
        except TypeError as error:
            raise ValueError from error


def are_tokens(secret: str) -> bool:
    """Tell whether what the keyring keeps comes from a sign-in, and is no password."""
    try:
        Tokens.from_secret(secret)
    except ValueError:
        return False
    return True
