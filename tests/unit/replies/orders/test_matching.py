from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from softanswer.mailbox.store.writer import Transaction
from softanswer.replies.orders.importing.imported import ImportedFile
from softanswer.replies.orders.matching import LIKELY, SURE, linked
from softanswer.replies.orders.order import Buyer, Marketplace, Order, OrderLine, ShipTo
from softanswer.replies.orders.store import match_stored
from softanswer.replies.orders.store import save as save_in

ANN = "x7p2kq9m4rt1v5z@marketplace.amazon.com"
LUIS = "3hd8wq0plm2n7cb@marketplace.amazon.com"
ANNS = "111-2223334-5556667"
LUISES = "111-7001002-0030040"


def save(db, imported: ImportedFile) -> None:
    save_in(Transaction(db), imported)


@pytest.fixture
def shop(db, sample):
    for name in ("amazon-unshipped", "amazon-new-orders", "ebay-orders", "pirateship"):
        save(db, sample(name))
    return db


def ids(matches) -> list[str]:
    return [m.order.order.order_id for m in matches]


@pytest.mark.parametrize(
    ("sender", "name", "score"),
    [
        (ANN, "Ann - Amazon Marketplace", 0.99),
        (ANN.upper(), "", 0.99),
        ("ann@home.example", "Ann Whitlock", 0.98),
        ("ann@home.example", "Whitlock, Ann", 0.98),
        ("ann@home.example", "Ann Whitlok", 0.98),
        ("ann.whitlock@home.example", "", 0.98),
        ("seller-notification@amazon.com", "Amazon.com", 0.98),
        ("books@home.example", "", 0.8),
        ("books@home.example", "Ann", 0.9),
        ("books@home.example", "Ann W.", 0.9),
        ("books@home.example", "Ann B.", 0.6),
        ("books@home.example", "Ann Bridges", 0.6),
        ("otheralias12345@marketplace.amazon.com", "Ann - Amazon Marketplace", 0.9),
        ("greg@home.example", "Greg Hannaford", 0.6),
        (LUIS, "Luis - Amazon Marketplace", 0.6),
    ],
)
def test_an_order_number_counts_by_who_writes_it(sender, name, score, shop, letter):
    matches = match_stored(shop, letter("Where is it?", f"Order {ANNS}", sender, name))
    of_ann = next(m for m in matches if m.order.order.order_id == ANNS)
    assert of_ann.score == score
    assert of_ann.reasons[0] == f"the letter names the order number {ANNS}"


def test_somebody_elses_number_scores_low_and_says_why(shop, letter):
    first, second, *_ = match_stored(shop, letter(f"Order {ANNS}", "", LUIS, "Luis"))
    assert ids((first, second)) == [LUISES, ANNS]
    assert second.reasons == (
        f"the letter names the order number {ANNS}",
        "the number fits, the sender does not",
    )
    assert second.score < LIKELY


@pytest.mark.parametrize(
    ("signed", "score"),
    [
        ("Ann Whitlock", 0.98),
        ("-- \nAnn Whitlock\n14 Larkspur Lane", 0.98),
        ("Regards,\nAnn", 0.9),
        ("Regards, Bob", 0.6),
        ("Luis", 0.6),
        ("", 0.6),
    ],
)
def test_a_signature_tells_who_writes(signed, score, shop, letter):
    text = f"{ANNS} never came.\n\n{signed}\n"
    (found,) = match_stored(shop, letter("", text, "books@home.example", "Books"))
    assert found.score == score
    assert (score >= SURE) is ("Ann Whitlock" in signed)


def test_a_number_in_quoted_text_counts_less(shop, letter):
    quoted = letter("Re: your book", f"Where is it?\n\n> order {ANNS}", ANN)
    assert match_stored(shop, quoted)[0].score == 0.96
    assert match_stored(shop, quoted)[0].reasons[0] == (
        f"the quoted text names the order number {ANNS}"
    )
    told = match_stored(shop, quoted, own_text=f"order {ANNS}")
    assert told[0].reasons[0] == f"the letter names the order number {ANNS}"


def test_a_number_that_no_order_has_matches_nothing(shop, letter):
    assert match_stored(shop, letter("Order 111-9999999-9999999", "Where?")) == ()


@pytest.mark.parametrize(
    ("sender", "score"), [("ann.w@example.com", 0.99), ("books@home.example", 0.55)]
)
def test_a_tracking_number_finds_its_order(sender, score, shop, letter):
    text = "9400 1118 9922 3197 4281 14 says delivered"
    matches = match_stored(shop, letter("Parcel", text, sender))
    assert (ids(matches)[0], matches[0].score) == ("14-12345-67890", score)


def test_the_only_order_of_an_alias_is_likely_and_others_of_the_person_are_candidates(
    shop, letter
):
    found, *others = match_stored(shop, letter("Hello", "Where is my book?", ANN))
    assert (found.order.order.order_id, found.score) == (ANNS, 0.9)
    assert found.reasons == ("the letter comes from the marketplace's alias of the buyer",)
    assert [(m.order.order.order_id, m.score, m.reasons) for m in others] == [
        (number, 0.3, ("another order of the same person at the same address",))
        for number in ("27-12351-66666", "14-12345-67890")
    ]
    assert linked((found, *others)) is found


def test_of_several_orders_of_an_address_the_newest_is_first_and_the_seller_is_asked(shop, letter):
    matches = match_stored(shop, letter("Hello", "Late!", "4f0d1c2b3a@members.ebay.com"))
    assert [(m.order.order.order_id, m.score) for m in matches] == [
        ("27-12351-66666", 0.65),
        ("14-12345-67890", 0.5),
        (ANNS, 0.3),
    ]
    assert "the newest of 2 orders of this customer" in matches[0].reasons
    assert linked(matches) is None


@pytest.mark.parametrize(("days", "score"), [(120, 0.65), (121, 0.75)])
def test_the_newest_order_is_meant_where_the_others_are_long_past(days, score, db, letter):
    for number, day in (
        ("SA-1", date(2026, 11, 1)),
        ("SA-2", date(2026, 11, 1) - timedelta(days)),
    ):
        save(db, ImportedFile("shop", "utf-8", orders=(of_ann(number, day),)))
    matches = match_stored(db, letter("", "Late!", "ann@example.com"))
    assert (ids(matches), matches[0].score) == (["SA-1", "SA-2"], score)
    assert (linked(matches) is not None) is (score > LIKELY)


@pytest.mark.parametrize(("days", "score"), [(364, 0.9), (366, 0.65)])
def test_an_order_of_more_than_a_year_ago_is_hardly_meant(days, score, db, letter):
    placed = date(2026, 11, 21) - timedelta(days)
    save(db, ImportedFile("shop", "utf-8", orders=(of_ann("SA-1", placed),)))
    assert match_stored(db, letter("", "Late!", "ann@example.com"))[0].score == score


def of_ann(number: str, day: date, title: str = "A Plain Tale", **facts) -> Order:
    return Order(
        number,
        "shop",
        Marketplace.OWN,
        (OrderLine(title, **facts),),
        ordered_at=day,
        buyer=Buyer(name="Ann Reader", email="ann@example.com"),
        ship_to=ShipTo(name="Ann Reader", postal="01040", city="Holyoke"),
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("I paid $14.20 for it.", "SA-2"),
        ("I ordered it on November 9.", "SA-1"),
        ("Заказала 2 ноября.", "SA-2"),
        ("The ISBN is 0-306-40615-2.", "SA-2"),
        ("The ISBN is 978-0-306-40615-7.", "SA-2"),
        ("The beekeeping book is torn.", "SA-1"),
        ("The Salt Meadow Diaries are torn.", "SA-2"),
        ("It is torn.", None),
        ("It came on November 9.", None),
        ("SA-2222 has not come.", None),
    ],
)
def test_what_a_letter_tells_of_the_book_chooses_among_the_customers_orders(
    text, number, db, letter
):
    bees = of_ann(
        "SA-1", date(2026, 11, 9), "Beekeeping in Cold Climates", amount=Decimal("20.00")
    )
    salt = of_ann(
        "SA-2", date(2026, 11, 2), "The Salt Meadow Diaries",
        amount=Decimal("14.20"), isbn="9780306406157",
    )  # fmt: skip
    save(db, ImportedFile("shop", "utf-8", orders=(bees, salt)))
    best = linked(match_stored(db, letter("", text, "ann@example.com")))
    assert (best and best.order.order.order_id) == number


def test_two_orders_for_which_the_same_speaks_are_asked_about(db, letter):
    orders = tuple(of_ann(f"SA-{n}", date(2026, 11, n)) for n in (1, 2))
    save(db, ImportedFile("shop", "utf-8", orders=orders))
    matches = match_stored(db, letter("", "A Plain Tale came torn.", "ann@example.com"))
    assert [m.score for m in matches] == [0.95, 0.95]
    assert linked(matches) is None
    assert linked(match_stored(db, letter("SA-1 and SA-2", "", "ann@example.com"))) is None


def test_one_wrong_digit_still_finds_the_customers_order(shop, letter):
    typed = ANNS[:-1] + "8"
    found, *_ = match_stored(shop, letter(f"Order {typed}", "", ANN))
    assert (found.order.order.order_id, found.score) == (ANNS, 0.94)
    (reason,) = [r for r in found.reasons if "one sign away" in r]
    assert typed in reason


def test_a_number_that_no_order_has_casts_doubt_on_the_customers_only_one(shop, letter):
    matches = match_stored(shop, letter("Order 111-9999999-9999999", "Where?", ANN))
    assert (ids(matches)[0], matches[0].score) == (ANNS, 0.6)
    assert linked(matches) is None
    assert any("which no known order has" in reason for reason in matches[0].reasons)


def test_a_russian_name_is_that_of_the_order_in_latin_letters(db, letter):
    order = of_ann("SA-1041", date(2026, 11, 1))
    order = replace(order, buyer=Buyer(), ship_to=ShipTo("Anton Belov"))
    save(db, ImportedFile("shop", "utf-8", orders=(order,)))
    (found,) = match_stored(db, letter("SA-1041", "Где?", "x@pochta.example", "Антон Белов"))
    assert found.score == 0.98


def test_a_stranger_who_names_number_and_book_has_them_before_her(db, letter):
    save(db, ImportedFile("shop", "utf-8", orders=(of_ann("SA-1041", date(2026, 11, 1)),)))
    bare, named = (
        match_stored(db, letter("SA-1041", text, "x@home.example", "Bo Miller"))
        for text in ("Where?", "Where is A Plain Tale?")
    )
    assert (bare[0].score, linked(bare)) == (0.6, None)
    assert named[0].score == 0.92


def test_a_named_title_tells_which_order_of_an_address(shop, letter):
    text = "The Wind in the Willows came with a torn cover."
    matches = match_stored(shop, letter("", text, "4f0d1c2b3a@members.ebay.com"))
    assert (ids(matches)[0], matches[0].score) == ("14-12345-67890", 0.95)


def test_an_order_placed_after_the_letter_is_not_what_it_is_about(shop, letter):
    early = letter(
        "", "Late!", "4f0d1c2b3a@members.ebay.com", date=datetime(2026, 11, 5, tzinfo=UTC)
    )
    assert ids(match_stored(shop, early)) == ["14-12345-67890", ANNS]


def test_the_address_on_the_label_finds_the_order(shop, letter):
    matches = match_stored(shop, letter("", "Where is it?", "luis@example.org"))
    assert ids(matches) == ["14-12346-00001", LUISES]
    assert linked(matches) is None  # either may be meant: the address is a private one


def test_an_ebay_question_names_buyer_and_item(shop, letter):
    subject = "oslo_reader has sent a question about item #325550001117, ending on Nov-30"
    (found,) = match_stored(shop, letter(subject, "?", "member@ebay.com"))
    assert (found.order.order.order_id, found.score) == ("21-12349-44444", 0.96)


def test_an_item_number_alone_is_no_sure_sign(shop, letter):
    (found,) = match_stored(shop, letter("item #325550001117", "?", "who@home.example"))
    assert found.score < LIKELY


@pytest.mark.parametrize(
    ("text", "best", "score"),
    [
        ("I live in 82414, nothing came.", "114-1212121-3434343", 0.6),
        ("I live in Cody, nothing came.", "114-1212121-3434343", 0.6),
        ("Nothing came.", "114-1212121-3434343", 0.4),
    ],
)
def test_a_name_alone_is_a_candidate_and_place_strengthens_it(text, best, score, shop, letter):
    matches = match_stored(shop, letter("", text, "greg@home.example", "Greg Hannaford"))
    assert (ids(matches)[0], matches[0].score) == (best, score)


def test_name_and_title_find_the_order_of_that_title(shop, letter):
    text = "My Field Guide to Eastern Birds is damaged."
    matches = match_stored(shop, letter("", text, "pat@home.example", "Pat O'Dowd"))
    assert (ids(matches)[0], matches[0].score) == ("112-0000001-0000002", 0.84)


def test_a_title_alone_is_a_weak_candidate(shop, letter):
    matches = match_stored(shop, letter("", "Do you have The Soup Book?", "who@home.example", "Q"))
    assert set(ids(matches)) == {"111-4440000-7770000", "27-12351-66666"}
    assert {m.score for m in matches} == {0.35}


@pytest.mark.parametrize(
    "text", ["", "Thank you for the lovely books!", "I never got the book I ordered. Emma"]
)
def test_a_letter_that_names_nothing_matches_nothing(text, shop, letter):
    assert match_stored(shop, letter("Hello", text, "who@home.example", "Who")) == ()


@pytest.mark.parametrize("title", ["The Book", "Emma", "A Copy", "Books, with volume"])
def test_a_title_that_any_letter_may_hold_is_no_sign(title, db, letter):
    order = Order(
        "SA-1", "shop", Marketplace.OWN, (OrderLine(title),), ordered_at=date(2026, 11, 1)
    )
    save(db, ImportedFile("shop", "utf-8", orders=(order,)))
    text = "I never got the book. Emma. Is there a copy? Books, with volume two"
    assert match_stored(db, letter("", text)) == ()


def test_an_order_without_name_and_address_is_found_by_its_number(db, letter):
    order = Order("SA-1041", "shop", Marketplace.OWN, (OrderLine("A"),))
    save(db, ImportedFile("shop", "utf-8", orders=(order,)))
    (found,) = match_stored(db, letter("Where is SA-1041?", ""))
    assert found.score == 0.98


def test_a_private_address_that_is_not_the_orders_does_not_fit(db, letter):
    order = Order(
        "SA-1041",
        "shop",
        Marketplace.OWN,
        (OrderLine("A"),),
        buyer=Buyer(name="Ann Reader", email="ann@example.com"),
        ship_to=ShipTo(name="Ann Reader"),
    )
    save(db, ImportedFile("shop", "utf-8", orders=(order,)))
    (found,) = match_stored(db, letter("Where is SA-1041?", "", "x@home.example"))
    assert found.score == 0.6
