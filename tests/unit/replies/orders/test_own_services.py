from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from softanswer.mailbox.store.changes import RecordKind
from softanswer.mailbox.store.writer import Transaction
from softanswer.replies.errors import PreferenceError
from softanswer.replies.orders.delivery import reckon
from softanswer.replies.orders.own_services import (
    MOST_DAYS,
    OwnService,
    checked_service,
    from_json,
    in_force,
    own_of,
    to_json,
)
from softanswer.replies.orders.service_store import load_own_services, save_own_services
from softanswer.replies.orders.services import Trust, Unit, find_service, known_services
from softanswer.replies.orders.store import find_by_number, save

MEDIA = OwnService(
    "usps-media-mail", "USPS Media Mail", 3, 9, Unit.DELIVERY_DAYS, 21, "my own book of parcels",
    date(2026, 11, 22), "usps",
)  # fmt: skip
PIGEON = replace(MEDIA, id="own-1", name="Pigeon Post", calendar="deutsche-post", lost_after=None)


@pytest.mark.parametrize(
    "changes",
    [
        {"earliest": 0, "latest": 0, "lost_after": 1},
        {"earliest": 9, "latest": 9, "lost_after": 10},
        {"latest": MOST_DAYS, "lost_after": None},
        {"latest": MOST_DAYS - 1, "lost_after": MOST_DAYS},
        {"source": ""},
        {"name": "x" * 200},
    ],
)
def test_figures_within_their_ranges_are_taken(changes):
    assert checked_service(replace(MEDIA, **changes), ()) == replace(MEDIA, **changes)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"earliest": -1}, "day -1 to day 9 is none"),
        ({"earliest": 10}, "day 10 to day 9 is none"),
        ({"latest": MOST_DAYS + 1, "lost_after": None}, "the last is 365 at most"),
        ({"lost_after": 9}, "lost after 9 days while it may still come on day 9"),
        ({"lost_after": MOST_DAYS + 1}, "Give a later day, 365 at most, or none"),
        ({"name": " ! "}, "needs a name"),
        ({"name": "x" * 201}, "200 characters at most"),
        ({"source": "x" * 201}, "200 characters at most"),
        ({"name": "usps priority-mail"}, "There is a service usps priority-mail already"),
    ],
)
def test_what_cannot_be_is_refused_with_what_to_do(changes, why):
    with pytest.raises(PreferenceError, match=why):
        checked_service(replace(MEDIA, **changes), ("USPS Priority Mail",))


def test_texts_become_one_line():
    given = checked_service(replace(PIGEON, name=" Pigeon\n Post\x07 ", source="a\tb"), ())
    assert (given.name, given.source) == ("Pigeon Post", "a b")


def test_the_sellers_figures_count_before_the_programs():
    services = in_force((MEDIA,))
    found = find_service(services, "Media Mail", "US")
    assert (found.earliest, found.latest, found.lost_after) == (3, 9, 21)
    assert (found.source, found.trust) == ("my own book of parcels", Trust.OWN)
    assert found.search_after == 7  # what she does not set stays
    ours = {one.id: one for one in known_services()}
    assert {one.id for one in services} == set(ours)
    assert [one for one in services if one != ours[one.id]] == [found]


def test_a_service_of_her_own_is_found_by_its_name():
    services = in_force((PIGEON,))
    found = find_service(services, "PIGEON POST", "DE")
    assert (found.latest, found.calendar.country, found.leaves_after) == (9, "DE", None)
    assert find_service(known_services(), "PIGEON POST", "DE") is None


@pytest.mark.parametrize("service", known_services(), ids=lambda one: one.id)
def test_the_figures_of_the_program_can_be_her_own_and_change_nothing(service):
    own = own_of(service)
    assert checked_service(own, ()) == own
    (again,) = [one for one in in_force((own,)) if one.id == service.id]
    assert replace(again, trust=service.trust) == service


@pytest.mark.parametrize("own", [MEDIA, PIGEON, replace(PIGEON, source="«ёлка» 'x'\\")])
def test_what_is_stored_comes_back(own):
    assert from_json(own.id, to_json(own)) == own


@pytest.mark.parametrize(
    "document",
    ["", "{}", "[]", to_json(replace(MEDIA, earliest=-1)), to_json(MEDIA).replace("[3", '["3"')],
)
def test_a_damaged_row_lets_the_programs_figures_count(db, document):
    with db:
        db.execute("INSERT INTO own_services VALUES ('usps-media-mail', ?)", (document,))
    assert load_own_services(db) == ()


def test_every_order_is_reckoned_by_what_is_kept(db, sample):
    save(Transaction(db), sample("ebay-orders"))
    save(Transaction(db), sample("pirateship"))
    (number,) = next(
        db.execute(
            "SELECT orders.order_id FROM shipments JOIN orders ON orders.id = order_row"
            " WHERE shipments.document LIKE '%Media Mail%' ORDER BY shipments.id"
        )
    )
    (file,) = find_by_number(db, number)
    usual = reckon(file, file.shipment.shipped_on)
    assert usual.service.latest == 14

    tx = Transaction(db)
    save_own_services(tx, (PIGEON, replace(MEDIA, earliest=0, latest=0, lost_after=1)))
    assert tx.change_set().records == {RecordKind.ORDER: frozenset()}
    (file,) = find_by_number(db, number)
    mine = reckon(file, usual.earliest)
    sent = file.shipment.shipped_on
    assert (mine.earliest, mine.latest, mine.claim_on) == (sent, sent, sent + timedelta(days=1))
    assert load_own_services(db)[0] == PIGEON

    save_own_services(Transaction(db), ())
    (file,) = find_by_number(db, number)
    assert reckon(file, file.shipment.shipped_on) == usual
