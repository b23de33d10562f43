"""From the text that the seller wrote to the draft that may be held."""

from dataclasses import replace

import pytest
from builders import account
from letters import HOUR, NOW, TEXT, matter, message, order_file

from softanswer.mailbox.account import Identity
from softanswer.mailbox.message import Address
from softanswer.mailbox.store.database import open_for_writing
from softanswer.mailbox.store.writer import Transaction
from softanswer.replies.answering import (
    channel,
    check_context,
    ensure_may_be_held,
    make_draft,
    own_names,
    private_data,
    recipient,
    review,
)
from softanswer.replies.cases.case import CaseKind, Correction
from softanswer.replies.errors import ReplyError, ToneBlockedError, WrongSenderError
from softanswer.replies.orders.importing.imported import ImportedFile
from softanswer.replies.orders.order import Buyer, Marketplace, Order, OrderLine, ShipTo
from softanswer.replies.orders.store import find_by_number, save
from softanswer.replies.tone.context import CheckContext, PrivateData
from softanswer.replies.tone.finding import Apology, Finding, Severity, Span, ToneReport

OWN = ("shop@lantern.example",)
SHOP = (account(id=1, address="shop@lantern.example"),)
BODY = "Dear Ms Harwood,\n\nI am sorry.\n\nAna Reyes\n"


def from_sender(addr_spec, **changes):
    letter = message(3, TEXT, sender=Address("Jane Harwood", addr_spec))
    return matter(letter=replace(letter, message=replace(letter.message, **changes)))


@pytest.mark.parametrize(
    ("sender", "expected"),
    [
        ("x7p2kq9m4rt1v5z@marketplace.amazon.com", Marketplace.AMAZON),
        ("jane_h@members.ebay.com", Marketplace.EBAY),
        ("j.harwood@mail.example", Marketplace.OWN),
    ],
)
def test_a_reply_follows_the_rules_of_the_relay_it_goes_through(sender, expected):
    assert channel(from_sender(sender)) is expected
    assert check_context(from_sender(sender), NOW).channel is expected


def test_a_reply_goes_to_the_customer():
    assert recipient(matter(), OWN) == Address("Jane Harwood", "j.harwood@mail.example")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (from_sender("no-reply@mail.example"), "takes no answers"),
        (from_sender("Shop@lantern.example"), "yourself"),
        (from_sender("j.harwood@mail.example", automatic="bounce"), "program"),
        (from_sender("nobody"), "no address"),
    ],
)
def test_where_nobody_would_read_it_no_reply_is_made(asked, told):
    with pytest.raises(ReplyError, match=told):
        make_draft(asked, SHOP, "", BODY)


def test_a_draft_has_its_place_in_the_conversation():
    letter = message(3, TEXT)
    answered = replace(letter.message, references=("<1@mail.example>", "<2@mail.example>"))
    draft = make_draft(matter(letter=replace(letter, message=answered)), SHOP, "", BODY)
    assert (draft.account_id, draft.reply_to_message) == (1, 3)
    assert draft.sender == Address("Ana Reyes", "shop@lantern.example")
    assert draft.to == letter.message.sender
    assert (draft.subject, draft.body) == ("Re: Where is my book", BODY)
    assert draft.in_reply_to == "<3@mail.example>"
    assert draft.references == ("<1@mail.example>", "<2@mail.example>", "<3@mail.example>")


def test_the_sellers_subject_stays_as_it_is():
    assert make_draft(matter(), SHOP, "Your money back", BODY).subject == "Your money back"


SOLD = Identity("sold@lantern.example", "Lantern Lane", ("amazon",))
SEVERAL = (account(id=1, address="shop@lantern.example", further=(SOLD,)),)
AMAZON = "x7p2kq9m4rt1v5z@marketplace.amazon.com"


def test_a_reply_is_written_from_the_address_that_the_letter_asks_for():
    asked = from_sender(AMAZON, to=(Address("", "SOLD@lantern.example"),))
    draft = make_draft(asked, SEVERAL, "", BODY)
    assert (draft.account_id, draft.sender) == (1, Address("Lantern Lane", SOLD.address))


def test_no_draft_is_made_that_a_marketplace_would_refuse():
    asked = from_sender(AMAZON, to=(Address("", SOLD.address),))
    with pytest.raises(WrongSenderError, match=SOLD.address):
        make_draft(asked, SEVERAL, "", BODY, "shop@lantern.example")


def test_nobody_writes_to_an_address_of_her_own():
    with pytest.raises(ReplyError, match="yourself"):
        make_draft(from_sender("Sold@lantern.example"), SEVERAL, "", BODY)


def test_all_her_names_and_addresses_may_stand_in_a_reply():
    assert own_names(matter(), SEVERAL) == (
        *("Ana Reyes", "shop@lantern.example"),
        *("Lantern Lane", "sold@lantern.example"),
    )


def test_a_letter_whose_account_was_removed_meanwhile_is_not_answered():
    with pytest.raises(ReplyError, match="removed"):
        make_draft(matter(), (account(id=2),), "", BODY)


@pytest.mark.parametrize("body", ["", " \n\t\n"])
def test_an_empty_reply_is_no_draft(body):
    with pytest.raises(ReplyError, match="empty"):
        make_draft(matter(), SHOP, "", body)


# What the check is told.


def test_the_check_knows_the_letter_and_the_order():
    context = check_context(matter(), NOW)
    assert (context.complaint, context.kind, context.heat) == (True, "not_received", 3)
    assert context.customer_signed == "J. Harwood"
    assert context.order == order_file().order
    assert context.sent_on == {one.shipped_on for one in order_file().shipments}
    assert context.waited == 27 * HOUR


def test_the_check_reads_the_customers_own_words_only():
    theirs = check_context(matter(), NOW).their_text
    assert "rotten crook" in theirs
    assert "The parcel left here" not in theirs


def test_the_check_follows_the_sellers_word():
    said = Correction(complaint=False, kind=CaseKind.QUESTION, heat=0)
    context = check_context(matter(correction=said), NOW)
    assert (context.complaint, context.kind, context.heat) == (False, "question", 0)


def test_what_is_not_known_is_not_told():
    unsigned = message(3, "Where is it?")
    context = check_context(matter(letter=unsigned, order=None, waiting_since=None), NOW)
    assert (context.customer_signed, context.order, context.waited) == (None, None, None)
    assert (context.private, context.own_names) == (PrivateData(), frozenset())


def test_names_of_the_shop_are_never_private_and_empty_ones_are_no_names():
    private = PrivateData(names=frozenset({"Eva Roe"}))
    context = check_context(matter(), NOW, private, ["Lantern Lane Books", ""])
    assert context.private == private
    assert context.own_names == {"Lantern Lane Books"}


def test_everybody_but_the_customer_of_the_order_is_private(tmp_path):
    people = (
        ("14-20731-55812", "Tom Vale", "tom@mail.example", "4 Quay Row"),
        ("14-20731-55813", "Eva Roe", "eva@mail.example", "14 Larkspur Lane"),
    )
    orders = tuple(
        Order(
            order_id=number,
            source="ebay-orders",
            marketplace=Marketplace.EBAY,
            items=(OrderLine("The Light at Skerra"),),
            buyer=Buyer(name, email),
            ship_to=ShipTo(name, (street,), "Aldmouth", None, "AL3 7RT", "UK"),
        )
        for number, name, email, street in people
    )
    db = open_for_writing(tmp_path / "orders.sqlite3")
    save(Transaction(db), ImportedFile("ebay-orders", "utf-8", orders=orders))
    [toms] = find_by_number(db, "14-20731-55812")
    assert private_data(db, toms) == PrivateData(
        names=frozenset({"Eva Roe"}),
        streets=frozenset({"14 Larkspur Lane"}),
        addresses=frozenset({"eva@mail.example"}),
        order_numbers=frozenset({"14-20731-55813"}),
    )
    assert private_data(db, None).names == {"Tom Vale", "Eva Roe"}
    db.close()


# What stands between a reply and its hold.


def finding(severity, text="you people"):
    span = Span(0, len(text)) if text else None
    return Finding("blame.you", "blame_customer", severity, span, text, "It blames the customer.")


def report(*findings):
    return ToneReport("en", findings, Apology(None, None, None))


def test_a_reply_that_blames_the_customer_may_not_be_held_and_is_told_why():
    said = review("You people never read the description, you idiot.", CheckContext())
    with pytest.raises(ToneBlockedError, match="idiot"):
        ensure_may_be_held(said, {})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("you people", "yet: “you people”: It blames the customer. [blame.you]"),
        ("", "yet: It blames the customer. [blame.you]"),
    ],
)
def test_each_finding_is_told_with_its_words_and_its_rule(text, told):
    with pytest.raises(ToneBlockedError) as caught:
        ensure_may_be_held(report(finding(Severity.WARNING, text)), {})
    assert str(caught.value).endswith(told)


@pytest.mark.parametrize(
    ("severity", "dismissals"),
    [(Severity.ADVICE, {}), (Severity.WARNING, {"blame.you": "she asked for it"})],
)
def test_advice_and_what_was_set_aside_do_not_stand_in_the_way(severity, dismissals):
    ensure_may_be_held(report(finding(severity)), dismissals)
