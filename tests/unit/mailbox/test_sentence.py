"""Sentences that remember how they were made."""

from __future__ import annotations

import pytest

from softanswer.mailbox.errors import ConnectionFailedError
from softanswer.mailbox.sentence import (
    Sentence,
    from_stored,
    in_a_row,
    sentence_of,
    to_stored,
)

LOST = Sentence("Mail", "The connection to {host} was lost: {why}.")
CLOSED = Sentence("Mail", "it closed the connection")


def parts(sentence):
    return sentence.context, sentence.template, sentence.values


def test_a_sentence_is_its_english_text():
    sentence = LOST.format(host="mail.example", why=CLOSED)
    assert sentence == "The connection to mail.example was lost: it closed the connection."
    assert parts(sentence) == ("Mail", LOST.template, {"host": "mail.example", "why": CLOSED})


def test_an_error_gives_back_the_sentence_that_it_was_raised_with():
    sentence = LOST.format(host="mail.example", why=CLOSED)
    assert sentence_of(ConnectionFailedError(sentence)) is sentence
    assert sentence_of(OSError(28, "No space left")) == "[Errno 28] No space left"
    assert sentence_of(ValueError()) == ""


def test_an_error_inside_of_a_sentence_keeps_its_own_sentence():
    sentence = LOST.format(host="mail.example", why=ConnectionFailedError(CLOSED))
    assert sentence.values["why"] is CLOSED


@pytest.mark.parametrize(
    "text",
    [
        "",
        "plain",
        '["Mail", "looks like one", {}]',
        CLOSED,
        LOST.format(host="почта.example", why=CLOSED),
        Sentence("Store", "{count} of {size:.1f}").format(count=3, size=2.25),
    ],
)
def test_the_store_gives_back_what_it_was_given(text):
    kept = from_stored(to_stored(text))
    assert kept == text
    assert isinstance(kept, Sentence) is isinstance(text, Sentence)
    if isinstance(text, Sentence):
        assert parts(kept) == parts(text)


def test_sentences_in_a_row_keep_their_parts():
    row = in_a_row([CLOSED, "It is tried again."])
    assert row == "it closed the connection It is tried again."
    assert tuple(row.values.values()) == (CLOSED, "It is tried again.")
    assert in_a_row([]) == ""
