"""The gate with a reply that has cooled down, and what is to be seen in it."""

from __future__ import annotations

from datetime import timedelta

from builders import HOUR
from letters import INSULT, matter, order_file
from writing import NOW, held

from softanswer.replies.cases.promise import Promise
from softanswer.replies.orders.order import Buyer, Marketplace
from softanswer.replies.rereading import Rereading
from softanswer.ui.delivery_words import DeliveryWords
from softanswer.ui.inbox.letter_body import LetterText
from softanswer.ui.outbox.gate_view import GateView
from softanswer.ui.outbox_words import HoldWords
from softanswer.ui.theme.labels import Label

READY = held(7, ago=2 * HOUR).released()
FOUND = Rereading(
    promises=(
        Promise("I will write to you again.", None),
        Promise("You will see it by 27 November.", NOW.date() + timedelta(days=8)),
        Promise("I am sending the full £21.85 back today.", NOW.date()),
    ),
    facts=(("posted_on", "3 November"), ("total", "£21.85")),
    first_heat=1,
)
OWN_SHOP = matter(
    order=order_file(
        marketplace=Marketplace.OWN, buyer=Buyer("Jane Harwood", phone="01632 960 001")
    )
)


def made_gate(words):
    return GateView(HoldWords(words), DeliveryWords(words))


def opened(gate, reply=READY, about=None, found=FOUND):
    gate.show_letters(about or matter(masks={3: (INSULT,)}), reply, found, NOW)
    gate.show()
    return gate


def texts(gate, kind=Label):
    return [part.text() for part in gate.findChildren(kind) if part.isVisible()]


def letters(gate):
    return [part.toPlainText() for part in gate.findChildren(LetterText) if part.isVisible()]


def send_button(gate):
    return gate._reading.foot.send
