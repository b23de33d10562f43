"""Who answers a letter: the address it was written to, or the one that its marketplace knows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from ..mailbox.account import Account, Identity
from ..mailbox.message import Message
from ..mailbox.sentence import Sentence, in_a_row
from .errors import ReplyError, WrongSenderError
from .orders.order import Marketplace
from .orders.references import channel_of, is_relay

BINDING: Final = (Marketplace.AMAZON, Marketplace.EBAY, Marketplace.ABEBOOKS)


class Standing(IntEnum):
    """What an identity is to a letter; the least is the best to answer it."""

    ADDRESSED = 0
    REGISTERED = 1
    OWN = 2
    FURTHER = 3


@dataclass(frozen=True, slots=True)
class Sender:
    """An identity that can answer a letter, and why it would be this one."""

    identity: Identity
    standing: Standing


def senders(letter: Message, account: Account) -> tuple[Sender, ...]:
    """Every identity of the account that received a letter, the one that answers it first."""
    found = [Sender(one, _standing(one, letter, account)) for one in account.identities]
    return tuple(sorted(found, key=lambda sender: sender.standing))


def choose_identity(letter: Message, account: Account, wished: str = "") -> Identity:
    """Who answers a letter: the best to do so, or the one that the seller wishes.

    Raises:
        ReplyError: the account has no such address.
    """
    if not wished:
        return senders(letter, account)[0].identity
    for identity in account.identities:
        if identity.is_at(wished):
            return identity
    raise ReplyError(
        Sentence(
            "Reply",
            "{address} is no address of the account {account}. Add it there in Preferences, or "
            "choose one that it has.",
        ).format(address=wished, account=account.address)
    )


def ensure_may_answer(
    identity: Identity, letter: Message, to: str, accounts: Iterable[Account]
) -> None:
    """Let an identity answer a letter, unless the marketplace is known to want another.

    A private address takes an answer from everyone. The alias of a buyer takes it only from the
    address that the buyer wrote to, or else from the one that the marketplace knows; where that
    is none of ours, as with mail that is forwarded, whoever received the letter may answer.

    Raises:
        WrongSenderError: another of our addresses has to answer; the message says which.
    """
    if not is_relay(to):
        return
    ours = [(one, account) for account in accounts for one in account.identities]
    addressed = [(one, account) for one, account in ours if _is_addressed(one, letter)]
    wanted = addressed or [
        (one, account) for one, account in ours if _is_registered(one, channel_of(to))
    ]
    if not wanted or any(one.is_at(identity.address) for one, _ in wanted):
        return
    for right, account in wanted:
        if identity in account.identities:
            raise WrongSenderError(_why(right, is_addressed=bool(addressed)), right.address)
    right, account = wanted[0]
    elsewhere = Sentence("Reply", "Answer the letter in the account {account}.")
    why = (_why(right, is_addressed=bool(addressed)), elsewhere.format(account=account.address))
    raise WrongSenderError(in_a_row(why), "")


def own_addresses(accounts: Iterable[Account]) -> tuple[str, ...]:
    """Every address that is the seller's own."""
    return tuple(one.address for account in accounts for one in account.identities)


def _standing(identity: Identity, letter: Message, account: Account) -> Standing:
    if _is_addressed(identity, letter):
        return Standing.ADDRESSED
    if _is_registered(identity, channel_of(letter.sender.addr_spec)):
        return Standing.REGISTERED
    return Standing.OWN if identity.is_at(account.address) else Standing.FURTHER


def _is_addressed(identity: Identity, letter: Message) -> bool:
    return any(identity.is_at(one.addr_spec) for one in (*letter.to, *letter.cc))


def _is_registered(identity: Identity, marketplace: Marketplace) -> bool:
    return marketplace in BINDING and marketplace.value in identity.marketplaces


def _why(right: Identity, *, is_addressed: bool) -> Sentence:
    said = (
        Sentence(
            "Reply",
            "The buyer wrote to {address}, and the marketplace takes an answer from no other "
            "address.",
        )
        if is_addressed
        else Sentence(
            "Reply",
            "The marketplace knows you as {address}, and takes an answer from no other address.",
        )
    )
    return said.format(address=right.address)
