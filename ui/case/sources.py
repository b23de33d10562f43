"""Where a fact comes from, in words: the file, the letter, or what it was reckoned from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from ...replies.orders.from_mail.weighing import FROM_MAIL
from ...replies.orders.order import Notice, Order, OrderFile
from ...replies.orders.refunds import RefundRule
from ...replies.orders.services import Service, Trust
from ...replies.orders.terms import DisputeTerms, MarketplaceTerms
from ...replies.orders.tracking_numbers import TrackingKind, folded_tracking, tracking_kind

_CARRIERS: Final[Mapping[TrackingKind, str]] = {
    TrackingKind.USPS: "USPS",
    TrackingKind.UPS: "UPS",
    TrackingKind.FEDEX: "FedEx",
    TrackingKind.DHL: "DHL",
}
_CUSTOMS_LETTER: Final = "U"  # UPU standard S10: letter post with a customs form, not tracked
_MAPPED: Final = "mapped:"


def export_name(source: str) -> str:
    """The name of a kind of file: "eBay order report"."""
    if source.startswith(_MAPPED):
        return QCoreApplication.translate("Source", "your own table “{name}”").format(
            name=source.removeprefix(_MAPPED)
        )
    if source.startswith(FROM_MAIL):
        sender, _, day = source.removeprefix(FROM_MAIL).partition(":")
        return notice_name(sender, date.fromisoformat(day) if day else None)
    names = {
        "amazon-unshipped": QCoreApplication.translate(
            "Source", "Amazon report of unshipped orders"
        ),
        "amazon-new-orders": QCoreApplication.translate("Source", "Amazon order report"),
        "amazon-all-orders": QCoreApplication.translate("Source", "Amazon report of all orders"),
        "amazon-shipments": QCoreApplication.translate("Source", "Amazon report of shipments"),
        "ebay-orders": QCoreApplication.translate("Source", "eBay order report"),
        "abebooks-orders": QCoreApplication.translate("Source", "AbeBooks order file"),
        "alibris-status": QCoreApplication.translate("Source", "Alibris status file"),
        "etsy-sold-orders": QCoreApplication.translate("Source", "Etsy orders"),
        "etsy-sold-order-items": QCoreApplication.translate("Source", "Etsy order items"),
        "shopify-orders": QCoreApplication.translate("Source", "Shopify order export"),
        "woocommerce-orders": QCoreApplication.translate("Source", "WooCommerce order export"),
        "paypal-activity": QCoreApplication.translate("Source", "PayPal activity"),
        "shipstation": QCoreApplication.translate("Source", "ShipStation export"),
        "pirateship": QCoreApplication.translate("Source", "Pirate Ship export"),
        "mail": QCoreApplication.translate("Source", "marketplace mail"),
    }
    return names.get(source, source.replace("-", " "))


def notice_name(sender: str, day: date | None) -> str:
    """The name of a letter of a marketplace: "a notice of Amazon, 3 November"."""
    if day is None:
        text = QCoreApplication.translate("Source", "a notice of {sender}")
        return text.format(sender=sender)
    shown = QLocale().toString(QDate(day.year, day.month, day.day), "d MMMM")
    text = QCoreApplication.translate("Source", "a notice of {sender}, {day}")
    return text.format(sender=sender, day=shown)


def from_notice(notice: Notice) -> str:
    """That a fact stands in a letter of a marketplace or carrier."""
    text = QCoreApplication.translate("Source", "From: {file}")
    return text.format(file=notice_name(notice.sender, notice.received_on))


def from_order(order: Order) -> str:
    """That a fact stands in the order's file."""
    if not order.source:
        return QCoreApplication.translate("Source", "From the order")
    return _from(order.source)


def from_parcel(file: OrderFile) -> str:
    """That a fact stands in the file of the parcel."""
    parcel = file.shipment
    return _from(parcel.source) if parcel is not None else from_order(file.order)


def from_payments() -> str:
    """That a fact stands in the files of a payment service."""
    return _from("paypal-activity")


def from_letter() -> str:
    """That a fact stands in the letter."""
    return QCoreApplication.translate("Source", "From the letter")


def for_you_alone(source: str) -> str:
    """That a fact never goes into a reply."""
    text = QCoreApplication.translate(
        "Source", "{source}. For you alone: it has no place in a reply."
    )
    return text.format(source=source)


def from_mail_and_orders() -> str:
    """That a fact is counted from what is stored."""
    return QCoreApplication.translate("Source", "Counted from your orders and cases here")


def from_service(service: Service) -> str:
    """Where the figures of a carrier's service come from."""
    return _figure(service.source, service.checked, service.trust)


def from_terms(terms: MarketplaceTerms) -> str:
    """Where the rules of a marketplace come from."""
    return _figure(terms.source, terms.checked, terms.trust)


def from_dispute(terms: DisputeTerms) -> str:
    """Where the rules of a payment service come from; nobody knows whether she paid by it."""
    text = QCoreApplication.translate("Source", "If it was paid by {name}: {source}")
    figure = _figure(terms.source, terms.checked, terms.trust)
    return text.format(name=terms.name, source=figure)


def from_rule(rule: RefundRule) -> str:
    """Where a rule on refunds comes from."""
    return _figure(rule.source, rule.checked, rule.trust)


def number_kind(number: str) -> str:
    """What kind of number it is and whether its check digit is right."""
    kind = tracking_kind(number)
    if kind is None:
        return QCoreApplication.translate("Source", "Not known: no check digit fits")
    if kind is TrackingKind.UPU:
        if folded_tracking(number).startswith(_CUSTOMS_LETTER):
            return QCoreApplication.translate(
                "Source", "Customs form, not tracked; check digit right"
            )
        return QCoreApplication.translate("Source", "International, check digit right")
    text = QCoreApplication.translate("Source", "{carrier}, check digit right")
    return text.format(carrier=_CARRIERS[kind])


def _from(source: str) -> str:
    text = QCoreApplication.translate("Source", "From: {file}")
    return text.format(file=export_name(source))


def _figure(source: str, checked: date, trust: Trust) -> str:
    source = source or QCoreApplication.translate("Source", "From experience")
    trusts = {
        Trust.LOW: QCoreApplication.translate("Source", "little relied on"),
        Trust.MEDIUM: QCoreApplication.translate("Source", "fairly relied on"),
        Trust.GOOD: QCoreApplication.translate("Source", "well founded"),
        Trust.OWN: QCoreApplication.translate("Source", "your own figure"),
    }
    text = QCoreApplication.translate("Source", "{source} (checked {day}; {trust})")
    return text.format(source=source, day=checked.isoformat(), trust=trusts[trust])
