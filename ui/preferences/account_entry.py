"""What was typed into the account dialog, and whether an account can be made of it. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from ...mailbox.account import Account, Endpoint, Identity, Security, is_loopback

_LONGEST_ADDRESS: Final = 254  # RFC 5321 section 4.5.3.1.3, without the brackets


class EntryFault(Enum):
    """The first thing that keeps an entry from being an account."""

    ADDRESS = "address"
    IMAP_HOST = "imap_host"
    IMAP_UNPROTECTED = "imap_unprotected"
    SMTP_HOST = "smtp_host"
    SMTP_UNPROTECTED = "smtp_unprotected"
    FURTHER_ADDRESS = "further_address"
    ADDRESS_TWICE = "address_twice"
    PASSWORD = "password"  # noqa: S105 - the name of a field
    CLIENT_ID = "client_id"
    SIGN_IN = "sign_in"


class EntryError(Exception):
    """What was typed is no account yet.

    Attributes:
        fault: which part of it to mend first.
        place: of several further addresses the one that is meant, counted from 0.
    """

    def __init__(self, fault: EntryFault, place: int = 0) -> None:
        super().__init__(f"The {fault.value.replace('_', ' ')} has to be mended first.")
        self.fault = fault
        self.place = place


@dataclass(frozen=True, slots=True)
class ServerEntry:
    """A server as typed; the port is within its range already."""

    host: str
    port: int
    security: Security


@dataclass(frozen=True, slots=True)
class AccountEntry:
    """An account as typed."""

    address: str
    name: str
    username: str
    imap: ServerEntry
    smtp: ServerEntry
    files_sent_itself: bool = False
    marketplaces: tuple[str, ...] = ()
    further: tuple[Identity, ...] = ()


def read_entry(entry: AccountEntry, account_id: int = 0) -> Account:
    """The account that was typed; an empty user name means the address.

    Raises:
        EntryError: something is missing or not allowed.
    """
    address = entry.address.strip()
    if not is_address(address):
        raise EntryError(EntryFault.ADDRESS)
    return Account(
        id=account_id,
        address=address,
        name=entry.name.strip(),
        username=entry.username.strip() or address,
        imap=_read_server(entry.imap, EntryFault.IMAP_HOST, EntryFault.IMAP_UNPROTECTED),
        smtp=_read_server(entry.smtp, EntryFault.SMTP_HOST, EntryFault.SMTP_UNPROTECTED),
        files_sent_itself=entry.files_sent_itself,
        marketplaces=entry.marketplaces,
        further=_read_further(entry.further, address),
    )


def _read_further(typed: tuple[Identity, ...], own: str) -> tuple[Identity, ...]:
    further: list[Identity] = []
    for place, identity in enumerate(typed):
        address = identity.address.strip()
        if not is_address(address):
            raise EntryError(EntryFault.FURTHER_ADDRESS, place)
        if any(earlier.is_at(address) for earlier in (Identity(own), *further)):
            raise EntryError(EntryFault.ADDRESS_TWICE, place)
        further.append(Identity(address, identity.name.strip(), identity.marketplaces))
    return tuple(further)


def is_address(text: str) -> bool:
    """Tell whether a text can be a mail address."""
    local, at, domain = text.rpartition("@")
    is_clean = text.isprintable() and not any(c.isspace() or c in "<>,;" for c in text)
    return bool(local and at and domain.strip(".")) and is_clean and len(text) <= _LONGEST_ADDRESS


def _read_server(entry: ServerEntry, no_host: EntryFault, unprotected: EntryFault) -> Endpoint:
    host = entry.host.strip()
    if not host or not host.isprintable() or any(c.isspace() or c in "/:@" for c in host):
        raise EntryError(no_host)
    if entry.security is Security.NONE and not is_loopback(host):
        raise EntryError(unprotected)
    return Endpoint(host, entry.port, entry.security)
