"""Whose holidays count once a parcel is abroad: the public holidays of its destination. Pure.

What differs from country to country stands in resources/orders/destinations.toml.
"""

from __future__ import annotations

from functools import cache

from .business_days import DeliveryCalendar, Journey
from .public_holidays import PUBLIC, keeps_holidays
from .tables import order_table
from .time_zones import country_code


def journey_to(
    sender: DeliveryCalendar, leaves_after: int | None, country: str | None, region: str | None
) -> Journey:
    """Whose business days count for a parcel that goes to an address.

    Args:
        sender: the calendar of the carrier that takes it.
        leaves_after: business days until the other country's count; None for a service at home.
        country, region: of the address, as a file writes them.
    """
    if leaves_after is None:
        return Journey(sender)
    code = country_code(country or "")
    if not code or code == sender.country.partition("-")[0]:
        return Journey(sender)
    return Journey(sender, _calendar(code, region or ""), leaves_after)


@cache
def _calendar(code: str, region: str) -> DeliveryCalendar:
    """The days that the post of a country keeps; none where its holidays are not known."""
    rule = order_table("destinations").get(code, {})
    part = region if rule.get("by_region") and region else rule.get("part", "")
    for country in dict.fromkeys((f"{code}-{part}" if part else code, code)):
        if keeps_holidays(country):
            return DeliveryCalendar(country, categories=tuple(rule.get("categories", (PUBLIC,))))
    return DeliveryCalendar()
