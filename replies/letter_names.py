"""What the letter that is answered and its order call by a name: no dictionary has to know it."""

from __future__ import annotations

from collections.abc import Iterable

from ..mailbox.quoting import own_text
from .inbox import Matter
from .orders.order import Marketplace, OrderFile
from .orders.services import known_services
from .spelling import Allowed, capitalised_words, words_of_names


def allowed_in(matter: Matter, own_names: Iterable[str]) -> Allowed:
    """The names and titles that may stand in the answer to a letter.

    Args:
        own_names: of the shop and of the seller.
    """
    message = matter.letter.message
    theirs = f"{message.subject}\n{own_text(message.text)}"
    names = [*own_names, message.sender.name, *capitalised_words(theirs)]
    names += [service.name for service in known_services()]
    names += [place.value for place in Marketplace]
    titles: tuple[str, ...] = ()
    if matter.order is not None:
        names += _names_of(matter.order)
        titles = tuple(line.title for line in matter.order.order.items)
    return Allowed(words_of_names((*names, *titles)), titles)


def _names_of(known: OrderFile) -> list[str]:
    order = known.order
    buyer, place = order.buyer, order.ship_to
    parcels = (part for s in known.shipments for part in (s.carrier, s.service, s.recipient))
    found = (
        buyer.name,
        buyer.username,
        place.name,
        *place.street,
        place.city,
        place.region,
        place.country,
        order.service,
        order.channel,
        *parcels,
    )
    return [name for name in found if name]
