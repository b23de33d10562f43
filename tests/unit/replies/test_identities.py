"""Who answers a letter, and from whom a marketplace takes no answer."""

from dataclasses import replace

import pytest
from builders import account
from letters import message

from softanswer.mailbox.account import Identity
from softanswer.mailbox.message import Address
from softanswer.replies.errors import ReplyError, WrongSenderError
from softanswer.replies.identities import (
    Standing,
    choose_identity,
    ensure_may_answer,
    own_addresses,
    senders,
)

AMAZON = "x7p2kq9m4rt1v5z@marketplace.amazon.com"
EBAY = "jane_h@members.ebay.com"
PRIVATE = "j.harwood@mail.example"
ANA = "ana@lanternlane.example"
SOLD = "sold@lanternlane.example"
BOOKS = "books@lanternlane.example"
EVA = "eva@quay.example"
NOBODY = "lists@elsewhere.example"

ACCOUNT = account(
    id=1,
    further=(Identity(SOLD, "Lantern Lane", ("amazon",)), Identity(BOOKS, "", ("abebooks",))),
)
OTHER = account(id=2, address=EVA, marketplaces=("ebay",))


def letter(sender, to=(NOBODY,), cc=()):
    changes = {
        "to": tuple(Address("", one) for one in to),
        "cc": tuple(Address("", one) for one in cc),
    }
    return replace(message(3, "Where is my book?", sender=Address("", sender)).message, **changes)


@pytest.mark.parametrize(
    ("asked", "address", "standing"),
    [
        (letter(PRIVATE, [ANA]), ANA, Standing.ADDRESSED),
        (letter(PRIVATE, [BOOKS]), BOOKS, Standing.ADDRESSED),
        (letter(PRIVATE, [NOBODY], [SOLD]), SOLD, Standing.ADDRESSED),
        (letter(PRIVATE, ["Books@LanternLane.example"]), BOOKS, Standing.ADDRESSED),
        (letter(AMAZON, [BOOKS]), BOOKS, Standing.ADDRESSED),
        (letter(AMAZON), SOLD, Standing.REGISTERED),
        (letter("orders@abebooks.com"), BOOKS, Standing.REGISTERED),
        (letter(EBAY), ANA, Standing.OWN),
        (letter(PRIVATE), ANA, Standing.OWN),
        (letter(PRIVATE, [EVA]), ANA, Standing.OWN),
    ],
)
def test_the_address_that_was_written_to_answers_else_the_registered_one_else_the_own(
    asked, address, standing
):
    best = senders(asked, ACCOUNT)[0]
    assert (best.identity.address, best.standing) == (address, standing)
    assert choose_identity(asked, ACCOUNT) == best.identity


def test_every_address_of_the_account_is_offered_with_its_standing():
    assert [(one.identity.address, one.standing) for one in senders(letter(AMAZON), ACCOUNT)] == [
        (SOLD, Standing.REGISTERED),
        (ANA, Standing.OWN),
        (BOOKS, Standing.FURTHER),
    ]


def test_the_seller_may_wish_another_address_of_the_account():
    wished = choose_identity(letter(PRIVATE, [ANA]), ACCOUNT, "Books@lanternlane.example")
    assert wished == Identity(BOOKS, "Ana Reyes", ("abebooks",))


@pytest.mark.parametrize("wished", [EVA, NOBODY])
def test_an_address_that_the_account_has_not_is_named(wished):
    with pytest.raises(ReplyError, match=f"{wished} is no address of the account {ANA}"):
        choose_identity(letter(PRIVATE), ACCOUNT, wished)


def may_answer(address, asked):
    identity = choose_identity(asked, ACCOUNT, address)
    ensure_may_answer(identity, asked, asked.sender.addr_spec, (ACCOUNT, OTHER))


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        (ANA, letter(AMAZON, [ANA])),  # the buyer wrote there, whoever is registered
        (SOLD, letter(AMAZON, [SOLD])),
        (BOOKS, letter(AMAZON, [ANA, BOOKS])),
        (SOLD, letter(AMAZON)),  # forwarded; Amazon knows this address
        (ANA, letter(PRIVATE, [SOLD])),  # no marketplace between them
        (ANA, letter(PRIVATE, [EVA])),
        (ANA, letter("orders@abebooks.com", [BOOKS])),  # its letters name the buyer's own address
    ],
)
def test_an_address_may_answer(address, asked):
    may_answer(address, asked)


def test_where_nothing_is_known_of_a_marketplace_whoever_received_the_letter_may_answer():
    plain = account(id=1)
    ensure_may_answer(
        plain.identities[0], letter(AMAZON), AMAZON, (plain, account(id=2, address=EVA))
    )


@pytest.mark.parametrize(
    ("address", "asked", "told", "choosable"),
    [
        (ANA, letter(AMAZON, [SOLD]), f"The buyer wrote to {SOLD}", SOLD),
        (SOLD, letter(AMAZON, [NOBODY], [BOOKS]), f"The buyer wrote to {BOOKS}", BOOKS),
        (ANA, letter(AMAZON), f"knows you as {SOLD}", SOLD),
        (BOOKS, letter(AMAZON, [EVA, ANA]), f"The buyer wrote to {ANA}", ANA),
        (ANA, letter(AMAZON, [EVA]), f"wrote to {EVA}.*the account {EVA}", ""),
        (ANA, letter(EBAY), f"knows you as {EVA}.*in the account {EVA}", ""),
    ],
)
def test_a_marketplace_takes_an_answer_from_the_address_it_knows(address, asked, told, choosable):
    with pytest.raises(WrongSenderError, match=told) as caught:
        may_answer(address, asked)
    assert caught.value.choosable == choosable


def test_all_addresses_of_all_accounts_are_her_own():
    assert own_addresses((ACCOUNT, OTHER)) == (ANA, SOLD, BOOKS, EVA)
