"""The shipping facts of an order as a block for the reply (S0-13). Pure; only what is known."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..language import formatting
from ..orders.delivery import Band, Delivery
from ..orders.order import OrderFile, ShipTo

_ON_THE_WAY: Final = frozenset({Band.INSIDE, Band.PAST, Band.CLAIM})
_LINES: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "order": "Order {number}:",
        "posted_by": "- posted on {day} by {service}",
        "posted": "- posted on {day}",
        "tracking": "- tracking number {number}",
        "address": "- sent to {address}",
        "window": "- expected by {day}",
        "delivered": "- delivered on {day}, the carrier says",
    },
    "ru": {
        "order": "Заказ {number}:",
        "posted_by": "- отправлен {day}, служба {service}",
        "posted": "- отправлен {day}",
        "tracking": "- трек-номер {number}",
        "address": "- адрес доставки: {address}",
        "window": "- ожидаемый срок: до {day}",
        "delivered": "- вручён {day}, по данным перевозчика",
    },
    "de": {
        "order": "Bestellung {number}:",
        "posted_by": "- verschickt am {day} mit {service}",
        "posted": "- verschickt am {day}",
        "tracking": "- Sendungsnummer {number}",
        "address": "- Lieferadresse: {address}",
        "window": "- erwartet bis zum {day}",
        "delivered": "- laut Zusteller am {day} zugestellt",
    },
    "fr": {
        "order": "Commande {number} :",
        "posted_by": "- expédiée le {day} par {service}",
        "posted": "- expédiée le {day}",
        "tracking": "- numéro de suivi {number}",
        "address": "- adresse de livraison : {address}",
        "window": "- attendue au plus tard le {day}",
        "delivered": "- livrée le {day}, selon le transporteur",
    },
    "es": {
        "order": "Pedido {number}:",
        "posted_by": "- enviado el {day} por {service}",
        "posted": "- enviado el {day}",
        "tracking": "- número de seguimiento {number}",
        "address": "- dirección de entrega: {address}",
        "window": "- se espera a más tardar el {day}",
        "delivered": "- entregado el {day}, según el transportista",
    },
}


def shipping_block(file: OrderFile, delivery: Delivery, language: str) -> str:
    """The block in a language, one fact a line; "" where nothing is known to be posted.

    Of an order that is not confirmed nothing may be said.
    """
    if delivery.shipped_on is None or not file.is_confirmed:
        return ""
    words = _LINES.get(language, _LINES["en"])

    def say(key: str, **others: str) -> str:
        return words[key].format(**others)

    today = delivery.today
    posted = formatting.day_month(delivery.shipped_on, language, today)
    service = delivery.service.name if delivery.service else delivery.service_used
    lines = [say("order", number=file.order.order_id)]
    if service:
        lines.append(say("posted_by", day=posted, service=service))
    else:
        lines.append(say("posted", day=posted))
    if delivery.tracking:
        lines.append(say("tracking", number=delivery.tracking))
    if address := _address(file.order.ship_to):
        lines.append(say("address", address=address))
    if delivery.band is Band.DELIVERED and delivery.delivered_on:
        said = formatting.day_month(delivery.delivered_on, language, today)
        lines.append(say("delivered", day=said))
    elif delivery.band in _ON_THE_WAY and delivery.latest:
        lines.append(say("window", day=formatting.day_month(delivery.latest, language, today)))
    return "\n".join(lines) + "\n"


def _address(ship_to: ShipTo) -> str:
    town = " ".join(part for part in (ship_to.city, ship_to.region, ship_to.postal) if part)
    parts = (*ship_to.street, town, ship_to.country)
    return ", ".join(" ".join(part.split()) for part in parts if part)
