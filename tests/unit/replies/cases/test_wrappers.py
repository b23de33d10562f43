"""The buyer's own words, out of what a marketplace puts around them."""

import pytest

from softanswer.replies.cases.wrappers import own_words

AMAZON = """You have received a message from a buyer on Amazon.

Order ID: 111-2223334-5556667
Begin message:
Where is my book?
It is late.
End message

To respond, log in to Seller Central. The item was not received?
"""
RUSSIAN = """Avito: новое сообщение.

Сообщение от покупателя:
Где моя книга?

Чтобы ответить, войдите.
"""


def own(text):
    return "|".join(text[start:end].strip() for start, end in own_words(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [(AMAZON, "Where is my book?\nIt is late."), (RUSSIAN, "Где моя книга?")],
)
def test_what_a_marketplace_puts_around_is_taken_off(text, words):
    assert own(text) == words


def test_a_plain_letter_is_all_the_buyers_own():
    text = "Message:\nWhere is my book?\nTo respond, call me.\n"
    assert own(text) == text.strip()


def test_quotes_and_signatures_are_not_own_words():
    text = "Where is it?\n\nOn 11 Nov 2026 at 09:12, Books wrote:\n> It left.\n"
    assert own(text) == "Where is it?"


def test_a_letter_that_is_all_quote_is_read_whole():
    text = "> Where is my book?\n"
    assert own_words(text) == ((0, len(text)),)
