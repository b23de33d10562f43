"""What marketplaces let buyers claim, and when, as data with source, date and trust.

The figures stand in resources/orders/marketplaces.toml, never in code (PRODUCT D11).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from .order import Marketplace
from .services import Trust
from .tables import order_table


@dataclass(frozen=True, slots=True)
class MarketplaceTerms:
    """When a buyer can claim at a marketplace, in days after its latest delivery date.

    Attributes:
        answer_hours, answer_days: how long the seller has to answer a claim; business days.
        pays_back: what the marketplace lets the buyer have back for a book that never came.
        return_postage_ours: the seller pays the way back of what is damaged or wrong.
        contact_hours: how long the buyer waits for an answer to her letter before she can claim.
        ask_days: business days after opening within which the buyer can ask the marketplace to
            decide.
        appeal_days: how long a decision can be appealed.
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
    contact_hours: int | None = None
    ask_days: int | None = None
    appeal_days: int | None = None


@dataclass(frozen=True, slots=True)
class DisputeTerms:
    """When a buyer can turn to the service she paid by, in days.

    Attributes:
        open_days: after the payment, within which a dispute can be opened.
        escalate_days: after that, within which it becomes a claim, or is closed for good.
    """

    name: str
    open_days: int
    escalate_days: int
    source: str
    checked: date
    trust: Trust


@cache
def marketplace_terms(marketplace: Marketplace) -> MarketplaceTerms:
    """What the program knows of a marketplace's rules on claims."""
    table = order_table("marketplaces")[marketplace.value]
    return MarketplaceTerms(**(table | {"trust": Trust(table["trust"])}))


@cache
def dispute_terms() -> DisputeTerms:
    """What the program knows of disputes at a payment service."""
    table = order_table("marketplaces")["paypal"]
    return DisputeTerms(**(table | {"trust": Trust(table["trust"])}))
