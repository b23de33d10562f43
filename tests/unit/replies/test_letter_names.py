"""What the letter and its order call by a name is right in the answer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from fakes.tiny_speller import TinySpeller
from letters import matter, message, order_file

from softanswer.mailbox.message import Address
from softanswer.replies.letter_names import allowed_in
from softanswer.replies.orders.order import ShipTo
from softanswer.replies.spelling import SpellCheck

THEIRS = "My nephew Quillon waits for it in Skerra.\n\n> Grimbald wrote this"


@pytest.fixture
def allowed():
    known = order_file()
    place = ShipTo("Odile Tarn", ("4 Larkmoor Row",), "Wexcombe", "Fenshire", None, "Ruritania")
    line = replace(known.order.items[0], title="The Brindled Marrowby")
    known = replace(known, order=replace(known.order, ship_to=place, items=(line,)))
    letter = message(3, THEIRS, sender=Address("Jane Harwood", "j@mail.example"))
    return allowed_in(matter(letter=letter, order=known), ["Lanternlane", "Ana Reyes"])


@pytest.mark.parametrize(
    "word",
    "Harwood Harwood's Quillon Skerra Odile Larkmoor Wexcombe Fenshire Ruritania Marrowby "
    "Lanternlane Reyes".split(),
)
def test_names_of_letter_order_and_shop_are_right(allowed, word):
    assert SpellCheck(TinySpeller()).misspelt(f"I am sorry, {word}", allowed) == ()


@pytest.mark.parametrize("word", ["Grimbald", "nephew", "Harwod"])
def test_other_words_of_theirs_are_not(allowed, word):
    (found,) = SpellCheck(TinySpeller()).misspelt(f"I am sorry, {word}", allowed)
    assert found.text == word


def test_a_title_of_the_order_is_left_alone_in_small_letters(allowed):
    check = SpellCheck(TinySpeller())
    assert check.misspelt("your book the brindled marrowby", allowed) == ()
    (found,) = check.misspelt("your book, brindld", allowed)
    assert found.text == "brindld"


def test_without_an_order_the_letter_alone_counts():
    plain = allowed_in(matter(order=None), [])
    assert plain.titles == ()
    assert "harwood" in plain.names
