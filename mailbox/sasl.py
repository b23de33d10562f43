"""The words of a log-in by token: OAUTHBEARER (RFC 7628) and its elder XOAUTH2; pure.

XOAUTH2 is described in Google's "OAuth 2.0 Mechanism"; Microsoft offers nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from .account import Endpoint
from .errors import CredentialsError
from .sentence import Sentence

OAUTHBEARER: Final = "OAUTHBEARER"
XOAUTH2: Final = "XOAUTH2"
_LONGEST_WORDS: Final = 200


@dataclass(frozen=True, slots=True)
class BearerAnswers:
    """What the client says in one log-in by token.

    Attributes:
        mechanism: as the server calls it.
        first: the user name and the token.
        after_challenge: the answer to the server's account of what was wrong, upon which it
            says NO (RFC 7628 section 3.2.3).
    """

    mechanism: str
    first: bytes = field(repr=False)
    after_challenge: bytes


def choose_mechanism(offered: Collection[str]) -> str:
    """The mechanism for a token among those that a server offers, "" where it has none."""
    return next((name for name in (OAUTHBEARER, XOAUTH2) if name in offered), "")


def bearer_answers(mechanism: str, endpoint: Endpoint, username: str, token: str) -> BearerAnswers:
    """What to say to a server.

    Raises:
        CredentialsError: the user name holds what would end its field before its time.
    """
    if not username.isprintable():
        raise CredentialsError(
            Sentence("Mail", "The user name has a character that no name has. Type it anew.")
        )
    if mechanism == OAUTHBEARER:
        name = username.replace("=", "=3D").replace(",", "=2C")  # RFC 5801 section 4
        head = f"n,a={name},\x01host={endpoint.host}\x01port={endpoint.port}"
    else:
        head = f"user={username}"
    first = f"{head}\x01auth=Bearer {token}\x01\x01".encode()
    return BearerAnswers(mechanism, first, b"\x01" if mechanism == OAUTHBEARER else b"")


def challenge_words(challenge: bytes) -> str:
    """What the server's JSON says of a refused token, "" where it is none."""
    try:
        document = json.loads(challenge)
    except ValueError:
        return ""
    status = document.get("status", "") if isinstance(document, dict) else ""
    return "".join(c for c in str(status) if c.isprintable())[:_LONGEST_WORDS]
