"""Every template against every letter of the sample shop, by our own tone check (PRODUCT D9)."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from softanswer.mailbox.mime import parse_message
from softanswer.mailbox.quoting import own_text
from softanswer.replies.cases.signing import signed_as
from softanswer.replies.compose.catalogue import catalogue
from softanswer.replies.compose.facts import Correspondence, Shop, Situation, gather_facts
from softanswer.replies.compose.suggest import SuggestionInputs, suggest
from softanswer.replies.compose.template import render
from softanswer.replies.errors import MissingFactError
from softanswer.replies.orders.delivery import reckon
from softanswer.replies.orders.order import OrderFile
from softanswer.replies.orders.references import channel_of
from softanswer.replies.tone.checker import check
from softanswer.replies.tone.context import CheckContext
from softanswer.replies.tone.finding import Severity
from softanswer.replies.tone.letter import read_letter
from softanswer.replies.tone.own_heat import own_heat_of
from softanswer.ui.demo.shop import load_shop

NOW = datetime(2026, 11, 20, 15, tzinfo=timezone(timedelta(hours=-5)))
SAMPLE = load_shop(NOW)
SHOP = Shop(SAMPLE.shop_name, SAMPLE.seller_name, SAMPLE.country)
LETTERS = [x for x in (*SAMPLE.letters, SAMPLE.late_letter) if x.expected]
SHELF = catalogue()
ENTRIES = tuple(
    entry
    for entry in (*SHELF.entries, SHELF.holding_complaint, SHELF.holding_ordinary)
    if "kept_days" not in entry.needs  # test_letter_grid.py: no order of the sample is so old
)
LONGEST = 125  # words; TONE section 1: 50 to 125 are best


def file_of(number):
    orders = [o for o in SAMPLE.orders if o.order_id == number]
    parcels = tuple(s for s in SAMPLE.shipments if s.order_id == number)
    return OrderFile(1, orders[0], parcels) if orders else None


def situation_of(letter):
    message = parse_message(letter.raw)
    file = file_of(letter.order_number)
    text = own_text(message.text)
    return Situation(
        letter=Correspondence(
            text=text,
            sender_name=message.sender.name,
            signed=signed_as(text) or None,
            written_at=message.date,
            waiting_since=message.date,
        ),
        shop=SHOP,
        now=NOW,
        file=file,
        delivery=reckon(file, NOW.date()) if file else None,
        channel=channel_of(message.sender.addr_spec),
        case_number=1043 if letter.expected.complaint else None,
    )


SITUATIONS = {letter.name: situation_of(letter) for letter in LETTERS}


def context_of(letter, situation, language, **changes):
    parts = {
        "language": language,
        "complaint": letter.expected.complaint,
        "kind": letter.expected.kind.value,
        "heat": letter.expected.heat,
        "customer_signed": situation.letter.signed,
        "their_text": situation.letter.text,
        "order": situation.file.order if situation.file else None,
        "channel": situation.channel,
        "waited": NOW - letter.internal_date,
        "own_names": frozenset({SHOP.name, SHOP.seller}),
    }
    return CheckContext(**{**parts, **changes})


def heavy(report):
    return [
        (f.rule, f.text)
        for f in report.findings
        if f.severity in {Severity.ERROR, Severity.WARNING}
    ]


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("letter", LETTERS, ids=lambda x: x.name)
def test_what_is_offered_for_a_letter_is_clean_and_whole(letter, language):
    situation = SITUATIONS[letter.name]
    offered = suggest(
        SuggestionInputs(
            situation=situation,
            subject="Re: your letter",
            language=language,
            kind=letter.expected.kind,
            complaint=letter.expected.complaint,
        )
    )
    assert offered
    for suggestion in offered:
        report = check(suggestion.body, context_of(letter, situation, language))
        assert not heavy(report), suggestion.template
        assert own_heat_of(report, suggestion.body) == 0, suggestion.template
        assert report.apology.is_whole or not letter.expected.complaint, suggestion.template


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("entry", ENTRIES, ids=lambda e: e.template)
def test_a_template_is_clean_for_every_letter(entry, language):
    rendered = 0
    for letter in LETTERS:
        situation = SITUATIONS[letter.name]
        facts = gather_facts(situation, language)
        if not entry.needs <= facts.known().keys():
            continue
        try:
            body = render(entry.template, language, facts).text
        except MissingFactError:
            continue
        kind = letter.expected.kind
        if entry.kinds and kind not in entry.kinds:
            kind = min(entry.kinds, key=lambda k: k.value)
        complaint = letter.expected.complaint if entry.complaint is None else entry.complaint
        context = context_of(letter, situation, language, kind=kind.value, complaint=complaint)
        report = check(body, context)
        assert not heavy(report), letter.name
        assert own_heat_of(report, body) == 0, letter.name
        assert read_letter(body, language).word_count() <= LONGEST
        rendered += 1
    assert rendered >= 1


def test_the_check_would_find_a_spoiled_suggestion():
    letter = LETTERS[0]
    situation = SITUATIONS[letter.name]
    body = render("not_received_lost", "en", gather_facts(replace(situation), "en")).text
    spoiled = body.replace("I will return", "You should have checked; I will return")
    assert heavy(check(spoiled, context_of(letter, situation, "en")))
