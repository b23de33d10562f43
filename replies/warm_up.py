"""Load what is slow to load, once, before it is needed: rules, templates, terms."""

from __future__ import annotations

from ..mailbox.garbage import kept_for_good


def warm_up() -> None:
    """Make the first letter as quick as every later one; call it off the GUI thread.

    What is loaded stays for good, so the garbage collector need not look at it again: a full
    collection over the rules was measured at 80 ms, which every thread has to wait for.
    """
    with kept_for_good():
        from ..mailbox.mime import parse_message
        from ..mailbox.sync import AccountSync  # noqa: F401 - every sync begins with it
        from .backlog import BacklogReader  # noqa: F401 - the first sync starts it
        from .cases.triage import judge
        from .compose import suggest
        from .intake import ShopIntake  # noqa: F401 - and with it
        from .orders.business_days import DeliveryCalendar
        from .orders.destinations import journey_to
        from .orders.order import Marketplace
        from .orders.services import known_services
        from .orders.terms import dispute_terms, marketplace_terms
        from .orders.tracking_numbers import tracking_kind
        from .tone.checker import check
        from .tone.context import CheckContext

        for language, text in (("en", "Where is my book?"), ("ru", "Где моя книга?")):
            judge(parse_message(f"Subject: ?\r\n\r\n{text}".encode()))
            check(text, CheckContext(language=language))
        known_services()
        journey_to(DeliveryCalendar(), 1, "US", None)
        dispute_terms()
        tracking_kind("9400111899223344556677")
        for marketplace in Marketplace:
            marketplace_terms(marketplace)
        suggest.warm_up()
