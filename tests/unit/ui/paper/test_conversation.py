"""A conversation on paper: both directions from its beginning, in the form that is shown."""

from __future__ import annotations

from datetime import UTC

import pytest
from builders import HOUR, NOON
from fakes.letterbox import Letterbox

from softanswer.mailbox.store.writer import StoreWriter
from softanswer.ui.paper.sheets import paper_of
from softanswer.ui.words import Words

WORDS = Words(zone=UTC)


@pytest.fixture
def matter(tmp_path):
    writer = StoreWriter(tmp_path / "softanswer.db")
    box = Letterbox(tmp_path, writer)
    asked = box.receive("Where is my book?", "Where is it?\n\n> Quoted.", at=NOON - 3 * HOUR)
    box.find_in_sent("Re: Where is my book?", asked, NOON - 2 * HOUR)
    yield box.matter(asked)
    writer.close()


def test_a_conversation_has_the_sent_replies_too_and_begins_at_its_beginning(matter):
    paper = paper_of(matter, WORDS, is_whole=True, is_revealed=False, shown={})
    assert [letter.subject.text for letter in paper.letters] == [
        "Where is my book?",
        "Re: Where is my book?",
    ]
    asked, answered = (dict(letter.rows) for letter in paper.letters)
    assert asked["Date"].endswith("2026, 09:00")
    assert answered["Date"].endswith("2026, 10:00")
    assert answered["From"].startswith("Ana <")
    assert paper.letters[0].text.endswith("> Quoted.")
    (only,) = paper_of(matter, WORDS, is_whole=False, is_revealed=False, shown={}).letters
    assert only == paper.letters[0]


def test_the_form_that_is_shown_is_printed_with_what_is_covered_of_it(matter):
    shown = {matter.letter.id: ("As it was sent.", ((3, 5),))}
    paper = paper_of(matter, WORDS, is_whole=False, is_revealed=False, shown=shown)
    assert paper.letters[0].text == "As \u00a0\u00a0 was sent."
    paper = paper_of(matter, WORDS, is_whole=False, is_revealed=True, shown=shown)
    assert paper.letters[0].text == "As it was sent."
