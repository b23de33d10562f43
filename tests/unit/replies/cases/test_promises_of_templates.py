"""Every template of the catalogue: what it would record, and that its day is the one it names."""

from datetime import datetime, timedelta, timezone

import pytest
from letter_grid import Point, situation_at

from softanswer.mailbox.mime import parse_message
from softanswer.replies.cases.promises import promises_in
from softanswer.replies.compose.catalogue import catalogue
from softanswer.replies.compose.facts import Correspondence, Shop, Situation, gather_facts
from softanswer.replies.compose.template import render
from softanswer.replies.orders.delivery import reckon
from softanswer.replies.orders.order import OrderFile
from softanswer.ui.demo.shop import load_shop

NOW = datetime(2026, 11, 20, 15, tzinfo=timezone(timedelta(hours=-5)))
SAMPLE = load_shop(NOW)
SHELF = catalogue()
ENTRIES = (*SHELF.entries, SHELF.holding_complaint, SHELF.holding_ordinary)
NOTHING_PROMISED = {"praise_repaid", "praise_settled", "praise_thanks"}
ON_THEIR_REPLY = {  # counted from the day on which the customer answers
    "access_help", "ask_order", "cancel_shipped", "customs_ask", "customs_share", "question_order",
}  # fmt: skip


def rendered(entry, language):
    for letter in SAMPLE.letters:
        message = parse_message(letter.raw)
        orders = [o for o in SAMPLE.orders if o.order_id == letter.order_number]
        parcels = tuple(s for s in SAMPLE.shipments if s.order_id == letter.order_number)
        file = OrderFile(1, orders[0], parcels) if orders else None
        situation = Situation(
            letter=Correspondence(
                message.text, message.sender.name, None, message.date, message.date
            ),
            shop=Shop("Lantern Lane Books", "Ana Reyes", "US"),
            now=NOW,
            file=file,
            delivery=reckon(file, NOW.date()) if file else None,
        )
        facts = gather_facts(situation, language)
        if entry.needs <= facts.known().keys():
            yield render(entry.template, language, facts).text
    if "kept_days" in entry.needs:  # no order of the sample was delivered so long ago
        kept = gather_facts(situation_at(Point(parcel="kept")), language)
        yield render(entry.template, language, kept).text


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.template)
def test_a_template_promises_what_it_says(entry, language):
    body = next(rendered(entry, language))
    promises = promises_in(body, language, NOW.date())

    assert bool(promises) is (entry.template not in NOTHING_PROMISED)
    dated = [promise.due for promise in promises if promise.due is not None]
    assert bool(dated) is (entry.template not in NOTHING_PROMISED | ON_THEIR_REPLY)
    assert all(NOW.date() <= due <= NOW.date() + timedelta(days=70) for due in dated)
