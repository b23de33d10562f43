"""What the tone check may know beside the text: the complaint, the order, the other customers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from ..orders.order import Marketplace, Order, Shipment
from .fault import FAULT_BY_KIND, Fault


@dataclass(frozen=True, slots=True)
class PrivateData:
    """What of other customers must never stand in this reply; all in the files' own spelling.

    Attributes:
        names: full names; a name of one word is not looked for.
        streets: street and house number, "14 Larkspur Lane".
        order_numbers: as the marketplaces write them.
        secrets: the shop's own passwords and keys.
    """

    names: frozenset[str] = frozenset()
    streets: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()
    order_numbers: frozenset[str] = frozenset()
    secrets: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CheckContext:
    """All that the check may use; without it, the text counts as an answer to a complaint.

    Attributes:
        language: ISO 639-1 code, None to find out.
        complaint: the reply answers a complaint.
        kind: the value of the case's kind, "" where none is known.
        heat: 0 to 3 (D10), None where not known.
        at_fault: None takes it from the kind.
        customer_signed: how the customer signed, "J. Harwood" or "Jane"; None where not known.
        their_text: what the customer wrote.
        they_wrote_at: when they wrote, with a time zone, each letter of the conversation.
        sent_on: the days on which parcels left, beside that of the order itself.
        expected: the first and the last day on which it should have come, as reckoned.
        parcels: those of the order that were not given back to the carrier.
        waited: how long the letter has waited for this answer.
        attachments: how many files go with the reply; None where not known.
        own_names: names, streets and addresses of the shop and of the addressee, never private.
    """

    language: str | None = None
    complaint: bool = True
    kind: str = ""
    heat: int | None = None
    at_fault: Fault | None = None
    customer_signed: str | None = None
    their_text: str = ""
    they_wrote_at: tuple[datetime, ...] = ()
    order: Order | None = None
    sent_on: frozenset[date] = frozenset()
    expected: frozenset[date] = frozenset()
    parcels: tuple[Shipment, ...] = ()
    channel: Marketplace | None = None
    waited: timedelta | None = None
    attachments: int | None = None
    private: PrivateData = field(default_factory=PrivateData)
    own_names: frozenset[str] = frozenset()

    @property
    def fault(self) -> Fault:
        """The side at fault: what was said, else what the kind suggests."""
        if self.at_fault is not None:
            return self.at_fault
        return FAULT_BY_KIND.get(self.kind, Fault.UNCLEAR)
