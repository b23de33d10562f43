"""What marketplaces let buyers claim, and when, as data with source, date and trust.

The figures stand in resources/orders/marketplaces.toml, never in code (PRODUCT D11).
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from .order import Marketplace
from .services import Trust


@dataclass(frozen=True, slots=True)
class MarketplaceTerms:
    """When a buyer can claim at a marketplace, in days after its latest delivery date.

    Attributes:
        answer_hours, answer_days: how long the seller has to answer a claim; business days.
        pays_back: what the marketplace lets the buyer have back for a book that never came.
        return_postage_ours: the seller pays the way back of what is damaged or wrong.
    """

    name: str
    source: str
    checked: date
    trust: Trust
    claim_from: int | None = None
    claim_until: int | None = None
    answer_hours: int | None = None
    answer_days: int | None = None
    pays_back: str = ""
    return_postage_ours: bool = False


@cache
def marketplace_terms(marketplace: Marketplace) -> MarketplaceTerms:
    """What the program knows of a marketplace's rules on claims."""
    text = (files("softanswer.resources") / "orders" / "marketplaces.toml").read_text("utf-8")
    table = tomllib.loads(text)[marketplace.value]
    return MarketplaceTerms(**(table | {"trust": Trust(table["trust"])}))
