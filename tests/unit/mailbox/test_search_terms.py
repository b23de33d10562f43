"""A typed search is literal, whatever is typed."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.search_terms import indexed, match_expression


def finds(typed: str, text: str) -> bool:
    """Whether SQLite's own index finds it."""
    db = sqlite3.connect(":memory:")
    try:
        db.execute(
            "CREATE VIRTUAL TABLE t USING fts5(text, content = '',"
            " tokenize = 'unicode61 remove_diacritics 2')"
        )
        db.execute("INSERT INTO t (rowid, text) VALUES (1, ?)", (indexed(text),))
        found = db.execute("SELECT 1 FROM t WHERE t MATCH ?", (match_expression(typed),))
        return found.fetchone() is not None
    finally:
        db.close()


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("book", "Where is my BOOK?", True),
        ("where book", "Where is my book?", True),
        ("where spoon", "Where is my book?", False),
        ("whe", "Where is my book?", True),
        ("whe book", "Where is my book?", False),
        ('"my book"', "Where is my book?", True),
        ('"my bo"', "Where is my book?", False),
        ('"book my"', "Where is my book?", False),
        ("203-1234567-1234567", "Order 203-1234567-1234567.", True),
        ("1234567-203", "Order 203-1234567-1234567.", False),
        ("203-123", "Order 203-1234567-1234567.", True),
        ("книга", "Где моя КНИГА?", True),
        ("cafe", "Café society", True),
        ("書店", "古い書店で買いました", True),
        ("店書", "古い書店で買いました", False),
        ("book AND spoon", "book and spoon", True),
        ("book NOT spoon", "book spoon not", True),
        ("book OR spoon", "book", False),
        ("subject:book", "the subject: book", True),
        ("NEAR(a b)", "near a b", True),
        ("bo*k", "bo kind", True),
        ("a@b.example", "from a@b.example", True),
        ("it's", "it's late", True),
    ],
)
def test_words_are_found_and_signs_are_nothing_but_signs(typed, text, found):
    assert finds(typed, text) is found


@pytest.mark.parametrize("typed", ["", "  ", "---", '"', "()", "*", "\0", "—", '""'])
def test_what_holds_no_word_finds_nothing(typed):
    assert match_expression(typed) == ""


@given(st.text())
def test_nothing_that_can_be_typed_is_an_error(typed):
    if match_expression(typed):
        finds(typed.encode("utf-8", "replace").decode(), "text")
