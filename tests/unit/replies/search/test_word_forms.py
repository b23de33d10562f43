"""The other forms of a word that a search also looks for."""

import pytest

from softanswer.replies.orders.isbn import isbn_forms
from softanswer.replies.search.word_forms import forms_of


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("книга", "книги книгу книг книгами"),
        ("книгу", "книга"),
        ("получил", "получила получили получить"),
        ("ёлка", "елки"),
        ("петрова", "петровой петрову"),
        ("book", "books"),
        ("books", "book"),
        ("copy", "copies"),
        ("copies", "copy"),
        ("box", "boxes"),
        ("leaf", "leaves"),
        ("shelves", "shelf"),
        ("covers", "cover"),
        ("address", "addresses"),
        ("addresses", "address"),
        ("essay", "essays"),
        ("children", "child"),
        ("Harwood's", "harwood"),
        ("Harwood’s", "harwood"),
    ],
)
def test_a_word_has_its_other_forms(typed, written):
    assert set(written.split()) <= set(forms_of(typed))


@pytest.mark.parametrize("word", ["us", "203-1", "a@b.example", "本屋", "x2", "naïve"])
def test_what_has_no_known_forms_stays_alone(word):
    assert forms_of(word) == (forms_of(word)[0],)


@pytest.mark.parametrize("word", ["хороший", "получить", "быть"])
def test_the_forms_of_a_word_are_bounded(word):
    assert 10 < len(forms_of(word)) <= 48
    assert forms_of(word)[0] == word


@pytest.mark.parametrize(
    ("number", "forms"),
    [
        ("0-306-40615-2", ("9780306406157", "0306406152")),
        ("978 0 306 40615 7", ("9780306406157", "0306406152")),
        ("ISBN 0-8044-2957-x", ("9780804429573", "080442957X")),
        ("979-10-90636-07-1", ("9791090636071",)),
        ("0-306-40615-3", ()),
        ("9780306406158", ()),
        ("", ()),
        ("٠٣٠٦٤٠٦١٥٢", ()),
    ],
)
def test_an_isbn_has_two_forms(number, forms):
    assert isbn_forms(number) == forms
