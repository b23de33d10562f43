"""The commands about accounts: add, find, list, remove, sign-in, test."""

from __future__ import annotations

import argparse
import getpass
import sys
from typing import Final

from ...mailbox.account import Account, Identity
from ...mailbox.discovery.finding import Finding
from ...mailbox.discovery.providers import Hint, oauth_providers
from ...mailbox.discovery.search import ServerSearch
from ...mailbox.errors import KeyringError, ServerRefusedError
from ...mailbox.sentence import Sentence, in_a_row
from ...mailbox.sign_in import browser
from ...mailbox.sign_in.logins import login_of
from ...mailbox.sign_in.tokens import Tokens
from ...mailbox.store.accounts import find_account, load_accounts
from ...mailbox.sync import test_account
from ...replies.identities import BINDING
from .. import operations
from ..profile import Profile
from .account_options import checked_address, read_account
from .exits import OK, BadInputError
from .output import say, say_json
from .tongue import spoken


def add(options: argparse.Namespace, profile: Profile) -> int:
    """Add an account; its secret comes from stdin and goes to the keyring."""
    account = read_account(options, [_identity(text) for text in options.identity])
    if account.oauth is None:
        secret = _read_password()
        added = Sentence(
            "Console", "{address} is added. 'softanswer account test {address}' tries it."
        )
    else:
        secret = Tokens(client_secret=_read_line("Client secret: ")).to_secret()
        added = Sentence(
            "Console",
            "{address} is added. "
            "'softanswer account sign-in {address}' signs in with the browser.",
        )
    with profile.writing() as writer:
        operations.add_account(writer, profile.secrets, account, secret)
    say(added.format(address=account.address))
    return OK


def find(options: argparse.Namespace, profile: Profile) -> int:
    """Find the servers of an address, and say who named each."""
    search = ServerSearch(profile.names, profile.tls_context)
    address = checked_address(options.address)
    try:
        found = search.find(address)
    except ServerRefusedError as error:
        if not options.guess:
            raise BadInputError(
                Sentence(
                    "Console",
                    "{why} Or let usual names be tried with --guess: those servers then "
                    "learn that somebody asks, not your address.",
                ).format(why=error)
            ) from error
        found = search.guess(address)
    if options.format == "json":
        say_json(found.to_document())
    else:
        _say_finding(found)
    return OK


def sign_in(options: argparse.Namespace, profile: Profile) -> int:
    """Sign in through the provider's page; the seller opens it in a browser."""
    with profile.reading() as db:
        account = find_account(db, options.address)
    if account.oauth is None:
        raise BadInputError(
            Sentence(
                "Console",
                "{address} signs in with a password. To change that, add it anew with "
                "--auth oauth.",
            ).format(address=account.address)
        )
    tokens = browser.sign_in(
        account.oauth,
        _client_secret(account, profile),
        account.address,
        _show_page,
        tls_context=profile.tls_context,
    )
    profile.secrets.set(account.address, tokens.to_secret())
    signed_in = Sentence(
        "Console", "{address} is signed in. 'softanswer account test {address}' tries it."
    )
    say(signed_in.format(address=account.address))
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
                    (f"    {spoken(_FROM)}", identity.address, ", ".join(identity.marketplaces))
                ).rstrip()
            )
    return OK


def remove(options: argparse.Namespace, profile: Profile) -> int:
    """Forget an account, its mail here, and its password."""
    with profile.writing() as writer:
        operations.remove_account(writer, profile.secrets, options.address, profile.tls_context)
    removed = Sentence("Console", "{address} is removed. Its mail stays on the server.")
    say(removed.format(address=options.address))
    return OK


def test(options: argparse.Namespace, profile: Profile) -> int:
    """Sign in to both servers of an account."""
    with profile.reading() as db:
        account = find_account(db, options.address)
    login = login_of(account, profile.secrets, profile.tls_context)
    test_account(account, login, profile.tls_context)
    let_in = Sentence("Console", "{address}: both servers let us in.")
    say(let_in.format(address=account.address))
    return OK


def _identity(text: str) -> Identity:
    """The address, and after "=" the marketplaces that know it."""
    address, equals, listed = text.partition("=")
    known = [marketplace.value for marketplace in BINDING]
    names = listed.split(",") if equals else []
    for name in names:
        if name not in known:
            raise BadInputError(
                Sentence(
                    "Console",
                    "--identity '{text}': '{name}' is no marketplace. Write ADDRESS={names}"
                    " or some of them.",
                ).format(text=text, name=name, names=",".join(known))
            )
    return Identity(checked_address(address), marketplaces=tuple(n for n in known if n in names))


def _read_password() -> str:
    password = _read_line("Password: ")
    if not password:
        raise BadInputError(
            Sentence("Console", "The password is empty. Give it on stdin: one line, nothing else.")
        )
    return password


def _read_line(prompt: str) -> str:
    if sys.stdin.isatty():
        return getpass.getpass(prompt)
    return sys.stdin.readline().rstrip("\r\n")


def _client_secret(account: Account, profile: Profile) -> str:
    """The kept one; where the keyring has none, after a restore for instance, that of stdin."""
    try:
        return Tokens.from_secret(profile.secrets.get(account.address)).client_secret
    except (KeyringError, ValueError):
        return _read_line("Client secret (empty if there is none): ")


def _show_page(url: str) -> None:
    say(Sentence("Console", "Open this page in a browser of this computer, and allow the access:"))
    say(url)
    say(Sentence("Console", "Waiting for the answer, at most five minutes; Ctrl+C ends it."))
    sys.stdout.flush()


def _say_finding(found: Finding) -> None:
    say(found.address)
    for kind, server in ((_INCOMING, found.imap), (_OUTGOING, found.smtp)):
        endpoint = server.endpoint
        say(f"  {spoken(kind)}  {endpoint.host}:{endpoint.port} {endpoint.security.value}")
        say(f"            {spoken(server.words())}")
    user_name = Sentence("Console", "user name {name}").format(name=found.username)
    say(f"  {spoken(user_name)}")
    if found.oauth:
        name = oauth_providers()[found.oauth].name
        also = Sentence("Console", "{name} also takes --auth oauth with a client ID of your own.")
        say(f"  {spoken(also.format(name=name))}")
    if hint := _HINTS[found.hint]:
        say(f"  {spoken(hint)}")


_INCOMING: Final = Sentence("Console", "incoming")
_OUTGOING: Final = Sentence("Console", "outgoing")
_FROM: Final = Sentence("Console", "from")
_MAKE_ONE: Final = Sentence(
    "Console", "The provider wants an app password: make one in its security settings."
)
_SWITCH_ON: Final = Sentence(
    "Console", "The provider lets mail programs in only after you allow IMAP in its settings."
)
_HINTS: Final = {
    Hint.NONE: "",
    Hint.APP_PASSWORD: _MAKE_ONE,
    Hint.SWITCH_ON: _SWITCH_ON,
    Hint.SWITCH_ON_AND_APP_PASSWORD: in_a_row((_SWITCH_ON, _MAKE_ONE)),
    Hint.NO_PASSWORDS: Sentence(
        "Console", "The provider takes no passwords from mail programs any more."
    ),
}
