"""The commands about accounts: add, list, remove, test."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Sequence

from ...mailbox.account import Account, Endpoint, Identity, Security
from ...mailbox.sign_in.logins import login_of
from ...mailbox.store.accounts import find_account, load_accounts
from ...mailbox.sync import test_account
from ...replies.identities import BINDING
from .. import operations
from ..profile import Profile
from .exits import OK, BadInputError
from .output import say, say_json


def add(options: argparse.Namespace, profile: Profile) -> int:
    """Add an account; its password comes from stdin and goes to the keyring."""
    account = _account(options, [_identity(text) for text in options.identity])
    password = _read_password()
    with profile.writing() as writer:
        operations.add_account(writer, profile.secrets, account, password)
    say(f"{account.address} is added. 'softanswer account test {account.address}' tries it.")
    return OK


def list_(options: argparse.Namespace, profile: Profile) -> int:
    """List the accounts, without their passwords."""
    with profile.reading() as db:
        accounts = load_accounts(db)
    if options.format == "json":
        say_json([account.to_document() for account in accounts])
    for account in accounts if options.format == "text" else ():
        imap, smtp = account.imap, account.smtp
        say(
            f"{account.address}  imap {imap.host}:{imap.port} {imap.security.value}"
            f"  smtp {smtp.host}:{smtp.port} {smtp.security.value}"
        )
        for identity in account.identities if account.further or account.marketplaces else ():
            say(
                "  ".join(
                    ("    from", identity.address, ", ".join(identity.marketplaces))
                ).rstrip()
            )
    return OK


def remove(options: argparse.Namespace, profile: Profile) -> int:
    """Forget an account, its mail here, and its password."""
    with profile.writing() as writer:
        operations.remove_account(writer, profile.secrets, options.address, profile.tls_context)
    say(f"{options.address} is removed. Its mail stays on the server.")
    return OK


def test(options: argparse.Namespace, profile: Profile) -> int:
    """Sign in to both servers of an account."""
    with profile.reading() as db:
        account = find_account(db, options.address)
    login = login_of(account, profile.secrets, profile.tls_context)
    test_account(account, login, profile.tls_context)
    say(f"{account.address}: both servers let us in.")
    return OK


def _account(options: argparse.Namespace, identities: Sequence[Identity]) -> Account:
    own = [one for one in identities if one.is_at(options.address)]
    try:
        return Account(
            id=0,
            address=_address(options.address),
            name=options.name,
            username=options.username or options.address,
            imap=_endpoint(options.imap, options.imap_security),
            smtp=_endpoint(options.smtp, options.smtp_security),
            marketplaces=own[0].marketplaces if own else (),
            further=(*own[1:], *(one for one in identities if one not in own)),
        )
    except ValueError as error:
        raise BadInputError(str(error)) from error


def _identity(text: str) -> Identity:
    """The address, and after "=" the marketplaces that know it."""
    address, equals, listed = text.partition("=")
    known = [marketplace.value for marketplace in BINDING]
    names = listed.split(",") if equals else []
    for name in names:
        if name not in known:
            raise BadInputError(
                f"--identity '{text}': '{name}' is no marketplace. "
                f"Write ADDRESS={','.join(known)} or some of them."
            )
    return Identity(_address(address), marketplaces=tuple(n for n in known if n in names))


def _address(text: str) -> str:
    local, at, domain = text.rpartition("@")
    if not (local and at and domain) or any(c.isspace() for c in text):
        raise BadInputError(f"'{text}' is no mail address. Give one such as ana@shop.example.")
    return text


def _endpoint(text: str, security: str) -> Endpoint:
    host, _, port = text.rpartition(":")
    if not host or not port.isdecimal():
        raise BadInputError(
            f"'{text}' is no server. Give HOST:PORT, such as imap.shop.example:993."
        )
    try:
        return Endpoint(host.strip("[]"), int(port), Security(security))
    except ValueError as error:
        raise BadInputError(str(error)) from error


def _read_password() -> str:
    if sys.stdin.isatty():
        password = getpass.getpass("Password: ")
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    if not password:
        raise BadInputError("The password is empty. Give it on stdin: one line, nothing else.")
    return password
