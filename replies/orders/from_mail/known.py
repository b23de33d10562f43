"""Which addresses known senders of notices write from; light, for every letter is asked about."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final

from ..references import is_relay
from ..tables import order_table

_TABLE: Final = "notices/domains"
_OWN: Final = "own"


def names_of(address: str, recipients: tuple[str, ...] = ()) -> frozenset[str]:
    """The names of those who may write notices from an address; none where a customer may.

    Args:
        recipients: the addresses that the letter went to; a shop's own system writes from the
            domain that it writes to.
    """
    folded = address.strip().lower()
    domain = folded.rpartition("@")[2]
    by_domain = _domains()
    if domain in by_domain:
        return frozenset() if is_relay(folded) else by_domain[domain]
    theirs = {one.strip().lower() for one in recipients}
    return by_domain[_OWN] if domain and _is_own_system(folded, theirs) else frozenset()


def is_own_system(names: frozenset[str]) -> bool:
    """Whether it is the shop's own system, whose address proves nothing without a check."""
    return bool(names & _domains()[_OWN])


def _is_own_system(address: str, recipients: set[str]) -> bool:
    """Whether a shop's own system may write from an address of the domain that it writes to.

    Not where anybody has an address, and else only under the recipient's own address or the
    name of a system: the neighbours at a small provider are strangers, too.
    """
    name, _, domain = address.rpartition("@")
    if domain in _listed("public_domains"):
        return False
    is_of_domain = any(one.endswith(f"@{domain}") for one in recipients)
    return is_of_domain and (address in recipients or name in _listed("system_names"))


@cache
def _domains() -> Mapping[str, frozenset[str]]:
    """Who writes from each domain."""
    found: dict[str, frozenset[str]] = {}
    for name, domains in order_table(_TABLE)["domains"].items():
        for domain in domains:
            found[domain] = found.get(domain, frozenset()) | {name}
    return found


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(order_table(_TABLE)[name])
