from __future__ import annotations

import pytest

from softanswer.replies.orders.keys import folded_name
from softanswer.replies.orders.titles import is_title_in


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("The Wind in the Willows", "my Wind in the Willows is torn"),
        ("The Wind in the Willows", "the wind in the wilows"),
        ("Barns and Silos: A Pictorial Record", "I bought Barns and Silos"),
        ("Lagos: A City in Twelve Songs", "Lagos: a city in twelve songs has no index"),
        ("Белая гвардия", "я не получил Белую гвардию"),
        ("Мастер и Маргарита", "у «Мастера и Маргариты» нет обложки"),
        ("The Soup Book", "do you have The Soup Book?"),
    ],
)
def test_a_title_is_known_as_readers_name_it(title, text):
    assert is_title_in(f" {folded_name(text)} ", title)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Lagos: A City in Twelve Songs", "I live in Lagos"),
        ("Белая гвардия", "белая обложка и гвардия"),
        ("The Book", "the book is torn"),
        ("Emma", "Emma wrote to you"),
        ("A Plain Tale", ""),
    ],
)
def test_what_any_letter_may_hold_is_no_title(title, text):
    assert not is_title_in(f" {folded_name(text)} ", title)
