"""Which addresses known senders of notices write from; light, for every letter is asked about."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from ..references import is_relay

_OWN: Final = "own"


def names_of(address: str, recipients: tuple[str, ...] = ()) -> frozenset[str]:
    """The names of those who may write notices from an address; none where a customer may.

    Args:
        recipients: the addresses that the letter went to; a shop's own system writes from the
            domain that it writes to.
    """
    folded = address.strip().lower()
    domain = folded.rpartition("@")[2]
    by_domain, public = _domains()
    if domain in by_domain:
        return frozenset() if is_relay(folded) else by_domain[domain]
    theirs = {one.strip().lower().rpartition("@")[2] for one in recipients}
    is_own = bool(domain) and domain in theirs and domain not in public
    return by_domain[_OWN] if is_own else frozenset()


def is_own_system(names: frozenset[str]) -> bool:
    """Whether it is the shop's own system, whose address proves nothing without a check."""
    return bool(names & _domains()[0][_OWN])


@cache
def _domains() -> tuple[Mapping[str, frozenset[str]], frozenset[str]]:
    """Who writes from each domain, and the domains where anybody has an address."""
    file = files("softanswer.resources") / "orders" / "notices" / "domains.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    found: dict[str, frozenset[str]] = {}
    for name, domains in table["domains"].items():
        for domain in domains:
            found[domain] = found.get(domain, frozenset()) | {name}
    return found, frozenset(table["public_domains"])
