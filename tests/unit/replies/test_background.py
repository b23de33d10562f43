from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from builders import HOUR, NOON
from letters import order_file

from softanswer.replies.background import (
    Cause,
    Finding,
    OpenPromise,
    PastComplaint,
    Scope,
    SignKind,
    causes_of,
    history_of,
)
from softanswer.replies.background_store import load_background
from softanswer.replies.cases.case import CaseKind
from softanswer.replies.orders import store as orders
from softanswer.replies.orders.delivery import reckon
from softanswer.replies.orders.importing.imported import ImportedFile
from softanswer.replies.orders.order import Buyer, OrderFile, OrderLine, ShipTo

TODAY = date(2026, 11, 19)
LOST = (CaseKind.NOT_RECEIVED,)
BACK = {"refunded": "21.85"}


def file(number: str, **changes: object) -> OrderFile:
    return order_file(order_id=number, **changes)


def complaint(kind: CaseKind, number: str = "A", days: int = 40) -> PastComplaint:
    return PastComplaint(kind, datetime(2026, 11, 19, tzinfo=UTC) - timedelta(days), number)


def history(files, complaints=(), issues=(), shown=None):
    return history_of(files, complaints, shown=shown, issues=issues, today=TODAY)


def signs(*arguments, **named):
    return [sign.kind for sign in history(*arguments, **named).signs]


def test_orders_refunds_and_the_first_day_are_counted():
    found = history([file("A"), file("B", ordered_at=date(2025, 3, 1), extra=BACK)])
    assert (found.orders, found.refunded, found.since) == (2, 1, date(2025, 3, 1))


def test_the_last_complaint_stands_first():
    found = history([file("A")], [complaint(CaseKind.LATE, days=90), complaint(CaseKind.DAMAGED)])
    assert [c.kind for c in found.complaints] == [CaseKind.DAMAGED, CaseKind.LATE]


@pytest.mark.parametrize(("back", "kept", "is_sign"), [(1, 0, False), (2, 2, True), (2, 3, False)])
def test_refunds_are_a_sign_from_two_and_half_of_the_orders(back, kept, is_sign):
    files = [file(f"B{n}", extra=BACK) for n in range(back)] + [file(f"K{n}") for n in range(kept)]
    assert (SignKind.MANY_REFUNDS in signs(files)) is is_sign


def test_a_sign_names_its_evidence():
    (sign,) = history([file("A", extra=BACK), file("B", extra=BACK)]).signs
    assert (sign.count, sign.of, sign.orders) == (2, 2, ("A", "B"))


@pytest.mark.parametrize(
    ("earlier", "issues", "orders", "is_sign"),
    [
        (0, LOST, 1, False),
        (1, LOST, 4, True),
        (1, LOST, 5, False),
        (2, LOST, 9, True),
        (2, (), 5, False),
        (1, (CaseKind.DAMAGED,), 1, False),
    ],
)
def test_what_never_comes_is_a_sign_when_it_happens_again(earlier, issues, orders, is_sign):
    past = [complaint(CaseKind.NOT_RECEIVED)] * earlier
    files = [file(str(n)) for n in range(orders)]
    assert (SignKind.MANY_NOT_ARRIVED in signs(files, past, issues)) is is_sign


def at_home(number, name="Jane Harwood", email="jh@mail.example", *, back=False, **place):
    door = {"street": ("4 Quay Row",), "postal": "AL3 7RT"} | place
    ship_to = ShipTo(name, door["street"], "Aldmouth", None, door["postal"], "UK")
    return file(
        number, buyer=Buyer(name, email), ship_to=ship_to, extra=BACK if back else {}
    )  # fmt: skip


def shares(mine, others=(), shown=None):
    found = history_of(mine, (), shown=shown or mine[0], issues=(), today=TODAY, neighbours=others)
    return {s.scope: (s.refunded, s.orders, s.numbers) for s in found.shares}, found


def test_address_household_and_email_have_shares_of_their_own():
    mine = [at_home("A"), at_home("B", email="other@mail.example", back=True)]
    family = [at_home("C", "Tom Harwood", "tom@mail.example", back=True)]
    lodger = [at_home("D", "Ira Wells", "ira@mail.example", back=True)]
    found, _ = shares(mine, family + lodger, shown=mine[1])
    assert found == {
        Scope.EMAIL: (1, 1, ("B",)),
        Scope.ADDRESS: (3, 4, ("B", "C", "D")),
        Scope.HOUSEHOLD: (2, 3, ("B", "C")),
    }


def test_shares_that_say_no_more_than_the_customers_own_are_left_out():
    mine = [at_home("A", back=True), at_home("B", back=True)]
    assert shares(mine)[0] == {}
    assert shares([at_home("A")], [at_home("C", "Tom Harwood", "t@x.example")])[0] == {}


@pytest.mark.parametrize(
    ("place", "is_same"),
    [
        ({"street": ("4 quay row",)}, True),
        ({"postal": "al37rt"}, True),
        ({"street": ("5 Quay Row",)}, False),
        ({"street": ("4 Quay Row", "Flat 2")}, False),
        ({"postal": "AL3 7RU"}, False),
        ({"street": ()}, False),
    ],
)
def test_an_address_is_a_door(place, is_same):
    other = at_home("C", "Ira Wells", "ira@mail.example", back=True, **place)
    assert (Scope.ADDRESS in shares([at_home("A")], [other])[0]) is is_same


def test_streets_are_the_same_however_long_their_words_are():
    one = at_home("A", street=("1200 Tamarack Avenue North",))
    other = at_home("B", "Ira Wells", "i@x.example", back=True, street=("1200 TAMARACK AVE. N.",))
    assert Scope.ADDRESS in shares([one], [other])[0]


@pytest.mark.parametrize(
    ("back", "kept", "evidence"),
    [(1, 0, ()), (2, 0, ("R0", "R1")), (2, 1, ()), (3, 1, ("R0", "R1", "R2"))],
)
def test_what_others_had_paid_back_at_the_address_is_a_sign_with_its_evidence(
    back, kept, evidence
):
    others = [at_home(f"R{n}", "Ira Wells", "i@x.example", back=True) for n in range(back)]
    others += [at_home(f"K{n}", "Ira Wells", "i@x.example") for n in range(kept)]
    _, found = shares([at_home("A"), at_home("B")], others)
    told = [(s.kind, s.scope, s.orders) for s in found.signs]
    wanted = [(SignKind.MANY_REFUNDS, Scope.ADDRESS, evidence)] if evidence else []
    assert told == wanted


def test_a_first_timer_has_the_benefit_of_the_doubt():
    others = [at_home(f"R{n}", "Tom Harwood", "t@x.example", back=True) for n in range(3)]
    _, first = shares([at_home("A")], others)
    assert (first.is_first, first.signs) == (True, ())
    assert {share.scope for share in first.shares} == {Scope.ADDRESS}
    _, again = shares([at_home("A"), at_home("B")], others)
    assert (again.is_first, [s.scope for s in again.signs]) == (False, [Scope.ADDRESS])
    past = history([at_home("A")], [complaint(CaseKind.LATE)])
    assert not past.is_first


def delivered() -> OrderFile:
    whole = file("A")
    parcel = replace(
        whole.shipments[0], tracking_status="Delivered", tracking_date=date(2026, 11, 9)
    )
    return replace(whole, shipments=(parcel,))


def test_a_delivered_parcel_is_a_sign_only_where_the_letter_says_it_never_came():
    (sign,) = history([delivered()], issues=LOST, shown=delivered()).signs
    assert (sign.kind, sign.on) == (SignKind.DELIVERED, date(2026, 11, 9))
    assert not signs([delivered()], issues=(CaseKind.MISSING_PART, *LOST), shown=delivered())
    assert not signs([file("A")], issues=LOST, shown=file("A"))


def test_many_addresses_count_only_together_with_refunds():
    def at(code: str, **changes: object) -> OrderFile:
        return file(code, ship_to=ShipTo("J", ("1 Row",), "X", None, code, "UK"), **changes)

    places = [at("AL1 1AA"), at("AL2 2AA"), at("AL3 3AA"), at("AL3 3AA"), at("AL3 3AA")]
    assert signs(places) == []
    places[:2] = [at("AL1 1AA", extra=BACK), at("AL2 2AA", extra=BACK)]
    assert signs(places) == [SignKind.MANY_ADDRESSES]


def cause(which: Cause, whole: OrderFile, issues=(), promises=()):
    facts = causes_of(whole, reckon(whole, TODAY), issues, promises)
    return next(fact for fact in facts if fact.cause is which)


@pytest.mark.parametrize(
    ("ship_by", "finding", "days"),
    [(date(2026, 11, 2), Finding.YES, 1), (date(2026, 11, 3), Finding.NO, 0)],
)
def test_posting_is_late_one_day_after_it_was_due(ship_by, finding, days):
    fact = cause(Cause.POSTED_LATE, file("A", ship_by=ship_by))
    assert (fact.finding, fact.days) == (finding, days)


@pytest.mark.parametrize(
    ("ordered", "finding"),
    [(date(2026, 11, 1), Finding.NO), (date(2026, 10, 31), Finding.UNKNOWN)],
)
def test_without_a_due_day_only_a_quick_posting_is_sure(ordered, finding):
    assert cause(Cause.POSTED_LATE, file("A", ordered_at=ordered)).finding is finding


def test_what_was_not_posted_though_due_is_late():
    whole = replace(file("A", ship_by=date(2026, 11, 9), shipped_at=None), shipments=())
    fact = cause(Cause.POSTED_LATE, whole)
    assert (fact.finding, fact.days) == (Finding.YES, 10)


@pytest.mark.parametrize(
    ("paid", "finding"),
    [
        ("USPS Priority Mail", Finding.YES),
        ("USPS Media Mail", Finding.NO),
        ("Carrier pigeon", Finding.UNKNOWN),
    ],
)
def test_a_slower_service_than_was_paid_for_is_ours(paid, finding):
    us = ShipTo("J", ("1 Row",), "Duluth", "MN", "55811", "US")
    assert cause(Cause.SLOWER_SERVICE, file("A", service=paid, ship_to=us)).finding is finding


def test_a_parcel_without_a_number_is_ours():
    bare = file("A", tracking=())
    bare = replace(bare, shipments=(replace(bare.shipments[0], tracking=None),))
    assert cause(Cause.NO_TRACKING, bare).finding is Finding.YES
    assert cause(Cause.NO_TRACKING, file("A")).finding is Finding.NO


def test_the_listing_is_in_question_only_where_the_letter_says_so():
    assert cause(Cause.LISTING, file("A"), LOST).finding is Finding.NO
    assert cause(Cause.LISTING, file("A"), (CaseKind.WRONG_ITEM,)).finding is Finding.UNKNOWN


def test_a_promise_is_broken_the_day_after_it_was_due():
    due = OpenPromise("I will post it", TODAY)
    assert cause(Cause.PROMISE_BROKEN, file("A"), promises=[due]).finding is Finding.NO
    late = replace(due, due=TODAY - timedelta(1))
    fact = cause(Cause.PROMISE_BROKEN, file("A"), promises=[due, late])
    assert (fact.finding, fact.day) == (Finding.YES, TODAY - timedelta(1))


def test_a_download_is_asked_nothing_about_the_post():
    digital = file("A", items=(OrderLine("File", extra={"requires_shipping": False}),))
    asked = [fact.cause for fact in causes_of(digital, reckon(digital, TODAY), (), ())]
    assert asked == [Cause.LISTING, Cause.PROMISE_BROKEN]


def test_the_history_is_that_of_the_writer_and_of_nobody_else(box):
    buyer = Buyer("Tom Vale", "tom.vale@mail.example")
    stranger = Buyer("B. Vane", "vane@mail.example")
    mine = [
        file(n, buyer=buyer, ship_to=ShipTo()).order for n in ("77-11111-22222", "77-22222-33333")
    ]
    other = file("99-1-1", buyer=stranger, ship_to=ShipTo(), extra=BACK).order
    imported = ImportedFile("test", "utf-8", (*mine, other), order_rows=((), (), ()))
    box.do(lambda tx: orders.save(tx, imported))
    box.receive(
        "Order 77-22222-33333", "Order 77-22222-33333 never came! Money back!", at=NOON - 9 * HOUR
    )
    text = "Order 77-11111-22222 has not arrived, give me my money back!"
    letter = box.receive("Order 77-11111-22222", text)
    matter = box.matter(letter)
    found = box.do(lambda tx: load_background(tx.db, matter, NOON.date()))
    assert (found.history.orders, found.history.refunded) == (2, 0)
    assert [c.order_number for c in found.history.complaints] == ["77-22222-33333"]
    assert len(found.causes) == 5


def test_the_store_finds_who_else_is_written_to_at_the_door(box):
    mine = at_home("77-11111-22222")
    others = [
        at_home("88-1-1", "Ira Wells", "i@x.example", back=True, postal="al3 7rt"),
        at_home("88-2-2", "Tom Harwood", "t@x.example", back=True),
        at_home("88-3-3", "Ann Hill", "a@x.example", back=True, street=("5 Quay Row",)),
        at_home("88-4-4", "Ann Hill", "a@x.example", back=True, postal="AL3 7RU"),
    ]
    whole = tuple(one.order for one in (mine, *others))
    imported = ImportedFile("test", "utf-8", whole, order_rows=((),) * len(whole))
    box.do(lambda tx: orders.save(tx, imported))
    sender = "Jane Harwood <jh@mail.example>"
    letter = box.receive("Order 77-11111-22222", "77-11111-22222 has not arrived!", sender)
    matter = box.matter(letter)
    found = box.do(lambda tx: load_background(tx.db, matter, NOON.date())).history
    told = {share.scope: set(share.numbers) for share in found.shares}
    assert told == {Scope.ADDRESS: {"88-1-1", "88-2-2"}, Scope.HOUSEHOLD: {"88-2-2"}}
    assert found.is_first


@pytest.mark.parametrize(
    ("street", "other", "is_one"),
    [
        ("4 Quay Row", "4 QUAY ROW", True),
        ("4 Quay Row", "14 Quay Row", False),
        ("4 Quay Row", "4 Quay Road", False),
        ("Набережная, 4", "набережная 4", True),
        ("Straße 4", "Strasse 4", True),
        ("Straße 4", "Strasse 5", False),
    ],
)
def test_a_door_is_one_however_its_street_is_written(box, street, other, is_one):
    def sent(order_id, name, email, street):
        return replace(
            order_file(buyer=Buyer(name, email)).order,
            order_id=order_id,
            ship_to=ShipTo(name, (street,), postal="AL3 7RT"),
            extra={"status": "refunded"},
        )

    mine = sent("77-11111-22222", "Jane Harwood", "jh@mail.example", street)
    theirs = sent("88-1-1", "Mia Vane", "mv@mail.example", other)
    imported = ImportedFile("test", "utf-8", (mine, theirs), order_rows=((), ()))
    box.do(lambda tx: orders.save(tx, imported))
    sender = "Jane Harwood <jh@mail.example>"
    letter = box.receive("Order 77-11111-22222", "77-11111-22222 has not arrived!", sender)
    matter = box.matter(letter)
    found = box.do(lambda tx: load_background(tx.db, matter, NOON.date())).history
    numbers = {n for share in found.shares for n in share.numbers}
    assert ("88-1-1" in numbers) is is_one


def test_ordinary_mail_is_not_asked_who_caused_it(box):
    letter = box.receive("A question", "Hello, do you have the second volume too?")
    matter = box.matter(letter)
    found = box.do(lambda tx: load_background(tx.db, matter, NOON.date()))
    assert found.causes == ()
    assert found.history.orders == 0
