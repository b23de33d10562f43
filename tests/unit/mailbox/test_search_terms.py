"""What is put into the index, and the strings that are looked up in it."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.search_terms import (
    RECIPIENT_MARK,
    has_word,
    indexed,
    joined_number,
    marked,
    string,
)


def finds(words: str, text: str, *, prefix: bool = False) -> bool:
    """Whether SQLite's own index finds the words in the text."""
    expression = string(words, prefix=prefix)
    return bool(expression) and in_index(expression, indexed(text))


def in_index(expression: str, form: str) -> bool:
    db = sqlite3.connect(":memory:")
    try:
        db.execute(
            "CREATE VIRTUAL TABLE t USING fts5(text, content = '',"
            " tokenize = 'unicode61 remove_diacritics 2')"
        )
        db.execute("INSERT INTO t (rowid, text) VALUES (1, ?)", (form,))
        return db.execute("SELECT 1 FROM t WHERE t MATCH ?", (expression,)).fetchone() is not None
    finally:
        db.close()


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("book", "Where is my BOOK?", True),
        ("my book", "Where is my book?", True),
        ("book my", "Where is my book?", False),
        ("книга", "Где моя КНИГА?", True),
        ("елка", "Ёлка", True),
        ("ЁЛКА", "елка", True),
        ("мой", "мои\u0306", True),  # й in two signs, as macOS writes it
        ("cafe", "Café society", True),
        ("naïve", "naive", True),
        ("publisher", "pub\u00adlisher", True),
        ("書店", "古い書店で買いました", True),
        ("店書", "古い書店で買いました", False),
        ("a@b.example", "from a@b.example", True),
        ("203-1234567-1234567", "Order 203-1234567-1234567.", True),
        ("20312345671234567", "Order 203-1234567-1234567.", True),
        ("20312345671234567", "Order 203\u20111234567\u20111234567.", True),
        ("1234567-203", "Order 203-1234567-1234567.", False),
        ("080442957X", "ISBN 0-8044-2957-X", True),
        ("9780306406157", "ISBN 978 0 306 40615 7", True),
        ("9400111899223344556677", "USPS 9400 1118 9922 3344 5566 77", True),
        ("20261122", "on 2026-11-22", False),  # a date is no number
    ],
)
def test_both_sides_fold_alike(words, text, found):
    assert finds(words, text) is found


@pytest.mark.parametrize(("begin", "found"), [("203123", True), ("203-123", True), ("204", False)])
def test_a_number_may_be_typed_in_part(begin, found):
    assert finds(begin, "Order 203-1234567-1234567.", prefix=True) is found


@pytest.mark.parametrize("text", ["", "  ", "---", '"', "()", "*", "\0", "—", '""'])
def test_what_holds_no_word_makes_no_string(text):
    assert (string(text), has_word(text)) == ("", False)


@given(st.text(), st.booleans())
def test_every_string_is_one_string_to_the_index(text, prefix):
    expression = string(text, prefix=prefix)
    if expression:
        assert expression.count('"') == 2
        in_index(expression, "text")


@given(st.text())
def test_the_same_text_has_the_same_form_and_a_form_is_forgotten_whole(text):
    form = indexed(text.encode("utf-8", "replace").decode())
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE t USING fts5(text, content = '')")
    db.execute("INSERT INTO t (rowid, text) VALUES (1, ?)", (form,))
    again = indexed(text.encode("utf-8", "replace").decode())
    db.execute("INSERT INTO t (t, rowid, text) VALUES ('delete', 1, ?)", (again,))
    db.execute("INSERT INTO t (t) VALUES ('integrity-check')")
    db.execute("CREATE VIRTUAL TABLE words USING fts5vocab(t, row)")
    assert db.execute("SELECT count(*) FROM words").fetchone()[0] == 0
    db.close()


def test_a_marked_word_is_found_by_its_mark_alone():
    form = marked(RECIPIENT_MARK, "Ana Reyes ana@lantern.example")
    assert in_index(string(RECIPIENT_MARK + "lantern"), form)
    assert not in_index(string("lantern"), form)


@pytest.mark.parametrize(
    ("text", "number"),
    [("203-12", "20312"), ("#1024", "1024"), ("0 8044 2957 x", "080442957X"), ("X", ""),
     ("12a", ""), ("12:30", ""), ("", "")],
)  # fmt: skip
def test_a_number_in_groups_is_one_number(text, number):
    assert joined_number(text) == number
