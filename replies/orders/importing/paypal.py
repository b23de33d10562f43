"""PayPal's download of an account's activity: one line for each movement of money."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Final

from ..payment import Payment
from .cells import DayOrder, parse_moment
from .imported import Contents
from .layouts import Layout, Row, latest_day, read_each

_SOURCE: Final = "paypal-activity"
_FACTS: Final = (
    "tz", "name", "type", "status", "currency", "reference_txn", "invoice", "item_title",
    "balance_impact",
)  # fmt: skip
_AMERICAN_ZONES: Final = frozenset("PST PDT MST MDT CST CDT EST EDT AKST AKDT HST".split())


def _read(rows: Sequence[Row]) -> Contents:
    good, bad = read_each(rows, _payment)
    kept = {payment.txn_id: (row, payment) for row, payment in good}
    return Contents(
        rejected=tuple(rejected for _, rejected in bad),
        payments=tuple(payment for _, payment in kept.values()),
        payment_rows=tuple(row.raw for row, _ in kept.values()),
        as_of=latest_day(payment.at_local for _, payment in kept.values()),
    )


def _payment(row: Row) -> Payment:
    row.required("txn_id")
    known, gross = row.known, row.amount("gross")
    other = known.get("to") if gross is not None and gross < 0 else known.get("from")
    facts = {name: known[name] for name in _FACTS if name in known}
    return Payment(
        source=_SOURCE,
        txn_id=row.number("txn_id") or "",
        at_local=_moment(row),
        gross=gross,
        fee=row.amount("fee"),
        net=row.amount("net"),
        facts=facts | ({"counterparty_email": other} if other else {}),
    )


def _moment(row: Row) -> date | datetime | None:
    """The day, and the time that stands in a column of its own."""
    day = row.moment("day")
    clock = row.parsed("time", lambda text: parse_moment(f"2000-01-01T{text:0>8}"))
    if day is None or isinstance(day, datetime) or not isinstance(clock, datetime):
        return day
    return datetime.combine(day, clock.time())


def _american(rows: Sequence[Row]) -> DayOrder:
    """An account that lives by a clock of the United States writes the month first."""
    zones = {row.known.get("tz", "").upper() for row in rows} - {""}
    is_american = bool(zones) and zones <= _AMERICAN_ZONES
    return DayOrder.MONTH_FIRST if is_american else DayOrder.UNKNOWN


ACTIVITY: Final = Layout(
    name=_SOURCE,
    columns={
        "txn_id": ("transaction id", "transaktionscode"),
        "day": ("date", "datum"),
        "time": ("time", "uhrzeit"),
        "tz": ("timezone", "time zone", "zeitzone"),
        "name": ("name",),
        "type": ("type", "description", "typ", "beschreibung"),
        "status": ("status",),
        "currency": ("currency", "währung"),
        "gross": ("gross", "brutto"),
        "fee": ("fee", "fees", "gebühr", "entgelt"),
        "net": ("net", "netto"),
        "from": ("from email address", "absender e-mail-adresse"),
        "to": ("to email address", "empfänger e-mail-adresse"),
        "item_title": ("item title", "artikelbezeichnung"),
        "reference_txn": ("reference txn id", "zugehöriger transaktionscode"),
        "invoice": ("invoice number", "invoice id", "rechnungsnummer"),
        "balance_impact": ("balance impact", "auswirkung auf guthaben"),
    },
    signatures=(
        frozenset({"txn_id", "day", "type", "gross"}),
        frozenset({"txn_id", "day", "gross", "fee", "net"}),
    ),
    read=_read,
    dates=("day",),
    day_hint=_american,
)
