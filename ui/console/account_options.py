"""The account that the options of a command describe."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from ...mailbox.account import Account, Endpoint, Identity, Security
from ...mailbox.discovery.providers import Provider, oauth_providers, provider_by_domain
from ...mailbox.sentence import Sentence, sentence_of
from ...mailbox.sign_in.settings import OAuthSettings
from .exits import BadInputError


def read_account(options: argparse.Namespace, identities: Sequence[Identity]) -> Account:
    """The account of `account add`; servers of a well-known provider need no option.

    Raises:
        BadInputError: something is missing or not allowed.
    """
    address = checked_address(options.address)
    own = [one for one in identities if one.is_at(address)]
    known = provider_by_domain(address)
    try:
        return Account(
            id=0,
            address=address,
            name=options.name,
            username=options.username or (known.username(address) if known else address),
            imap=_server(options.imap, options.imap_security, "--imap", known),
            smtp=_server(options.smtp, options.smtp_security, "--smtp", known),
            files_sent_itself=bool(known and known.files_sent_itself and not options.imap),
            marketplaces=own[0].marketplaces if own else (),
            further=(*own[1:], *(one for one in identities if one not in own)),
            oauth=_oauth(options, known),
        )
    except ValueError as error:
        raise BadInputError(sentence_of(error)) from error


def checked_address(text: str) -> str:
    """A mail address.

    Raises:
        BadInputError: it is none.
    """
    local, at, domain = text.rpartition("@")
    if not (local and at and domain) or any(c.isspace() for c in text):
        raise BadInputError(
            Sentence(
                "Console", "'{text}' is no mail address. Give one such as ana@shop.example."
            ).format(text=text)
        )
    return text


def _oauth(options: argparse.Namespace, known: Provider | None) -> OAuthSettings | None:
    """How it signs in through its provider; None for a password."""
    has_options = options.client_id or options.oauth_provider or options.authorize_url
    if options.auth == "password" and (has_options or options.token_url):
        raise BadInputError(
            Sentence(
                "Console", "A client ID and its provider are for --auth oauth: add that option."
            )
        )
    return None if options.auth == "password" else _oauth_settings(options, known)


def _oauth_settings(options: argparse.Namespace, known: Provider | None) -> OAuthSettings:
    if not options.client_id:
        raise BadInputError(
            Sentence(
                "Console",
                "--client-id is missing: make a client at the provider (the user guide "
                "says how), and give its ID.",
            )
        )
    if options.authorize_url or options.token_url:
        return OAuthSettings(
            provider=checked_address(options.address).rpartition("@")[2],
            client_id=options.client_id,
            authorize_url=options.authorize_url,
            token_url=options.token_url,
            scopes=tuple(options.scope),
            revoke_url=options.revoke_url,
        )
    name = options.oauth_provider or (known.oauth if known else "")
    if not name:
        raise BadInputError(
            Sentence(
                "Console",
                "Which provider? Give --oauth-provider google or microsoft, or the "
                "addresses of another one with --authorize-url, --token-url and "
                "--scope.",
            )
        )
    return oauth_providers()[name].settings(options.client_id)


def _server(text: str | None, security: str, option: str, known: Provider | None) -> Endpoint:
    if text is None:
        if known is None:
            raise BadInputError(
                Sentence(
                    "Console",
                    "{option} is missing: give HOST:PORT; 'softanswer account find ADDRESS'"
                    " names it.",
                ).format(option=option)
            )
        return known.imap if option == "--imap" else known.smtp
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal():
        raise BadInputError(
            Sentence(
                "Console", "'{text}' is no server. Give HOST:PORT, such as imap.shop.example:993."
            ).format(text=text)
        )
    try:
        return Endpoint(host.strip("[]"), int(port), Security(security))
    except ValueError as error:
        raise BadInputError(sentence_of(error)) from error
