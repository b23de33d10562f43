"""What a payment service says: money that came in, went back, or was only held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Final

_DONE: Final = "completed"
_IMPACTLESS: Final = "memo"
_NO_TRADE: Final = re.compile(
    r"hold|release|withdrawal|conversion|transfer|authori[sz]ation|reserve", re.IGNORECASE
)
_SHOP_PREFIX: Final = re.compile(r"[a-z]{1,8}-(?=\d{3,}$)")
_AMOUNTS: Final = ("gross", "fee", "net")
_TEXTS: Final = (
    "tz", "name", "type", "status", "currency", "counterparty_email", "reference_txn", "invoice",
    "item_title", "balance_impact",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Payment:
    """One line of an account's activity.

    Attributes:
        at_local: when, by the clock that `tz` names.
        gross: what moved; less than nothing where it left the account.
        fee: what the service kept, as a negative amount. Internal: it never enters a reply.
        facts: what else the file says, by the names of the JSON form.
    """

    source: str
    txn_id: str
    at_local: date | datetime | None
    gross: Decimal | None
    fee: Decimal | None
    net: Decimal | None
    facts: Mapping[str, str]

    @property
    def email(self) -> str:
        """The address of the other side, "" where the file has none."""
        return self.facts.get("counterparty_email", "").casefold()

    @property
    def is_trade(self) -> bool:
        """Whether it pays an order or pays one back: not held, not moved to a bank, not open."""
        return (
            self.facts.get("status", _DONE).casefold() == _DONE
            and self.facts.get("balance_impact", "").casefold() != _IMPACTLESS
            and not _NO_TRADE.search(self.facts.get("type", ""))
        )


def invoice_numbers(invoice: str) -> tuple[str, ...]:
    """The order numbers that an invoice number may mean: "WC-5012" is order 5012 of a shop."""
    folded = "".join(invoice.split()).lstrip("#").casefold()
    bare = _SHOP_PREFIX.sub("", folded)
    return tuple(dict.fromkeys(number for number in (folded, bare) if number))


def refunded(payments: Iterable[Payment]) -> Decimal:
    """How much of an order was paid back."""
    return -sum((p.gross for p in payments if p.is_trade and p.gross and p.gross < 0), Decimal(0))


def fees(payments: Iterable[Payment]) -> Decimal:
    """What the service kept of an order's payments."""
    return -sum((p.fee for p in payments if p.is_trade and p.fee), Decimal(0))


def payment_to_json(payment: Payment) -> dict[str, Any]:
    """The payment as one element of `transactions`; keys of unknown facts are left out."""
    known: dict[str, Any] = {"txn_id": payment.txn_id}
    if payment.at_local is not None:
        known["at_local"] = payment.at_local.isoformat()
    for name in _AMOUNTS:
        amount: Decimal | None = getattr(payment, name)
        if amount is not None:
            known[name] = format(amount, "f")
    return known | dict(payment.facts)


def payment_from_json(document: Mapping[str, Any], source: str) -> Payment:
    """Read what `payment_to_json` wrote."""
    at = str(document.get("at_local", ""))
    moment = datetime.fromisoformat(at) if "T" in at else date.fromisoformat(at) if at else None
    amounts = {name: Decimal(document[name]) if name in document else None for name in _AMOUNTS}
    return Payment(
        source=source,
        txn_id=str(document["txn_id"]),
        at_local=moment,
        gross=amounts["gross"],
        fee=amounts["fee"],
        net=amounts["net"],
        facts={name: str(document[name]) for name in _TEXTS if name in document},
    )
