from types import SimpleNamespace

import pytest
from builders import NOON

from softanswer.ui.reply.draft_heat import DraftHeat, TakenOut


def matter(letter=1, *, waits=True):
    """What a `DraftHeat` looks at of a matter."""
    return SimpleNamespace(
        conversation_id=7,
        letter=SimpleNamespace(id=letter),
        waiting_since=NOON if waits else None,
    )


@pytest.fixture
def angry():
    """A draft to letter 1 that was written in anger."""
    drafts = DraftHeat()
    drafts.begin(matter(), is_kept=False)
    drafts.note(7, 2)
    return drafts


def test_a_draft_begins_calm():
    drafts = DraftHeat()
    drafts.begin(matter(), is_kept=False)
    assert drafts.of(7) == 0


def test_the_highest_heat_stays(angry):
    assert not angry.note(7, 1)
    assert angry.of(7) == 2
    assert angry.note(7, 3)
    assert angry.of(7) == 3


@pytest.mark.parametrize(
    ("answered", "is_kept", "heat"),
    [
        (matter(), True, 2),
        (matter(), False, 2),  # all words taken out: the same letter still waits
        (matter(waits=False), True, 2),
        (matter(letter=2), True, 2),
        (matter(waits=False), False, 0),  # sent, or the case closed
        (matter(letter=2), False, 0),
    ],
)
def test_a_draft_stays_the_same_until_its_letter_is_answered(angry, answered, is_kept, heat):
    angry.begin(answered, is_kept=is_kept)
    assert angry.of(7) == heat


def test_each_conversation_has_its_own(angry):
    other = matter()
    other.conversation_id = 8
    angry.begin(other, is_kept=False)
    assert (angry.of(7), angry.of(8)) == (2, 0)


def test_only_the_first_of_several_deletions_gives_the_text_before():
    taken_out = TakenOut("")
    texts = ("a", "ab", "abc", "ab", "a", "ax", "a")
    assert [taken_out.edited(text) for text in texts] == ["", "", "", "abc", "", "", "ax"]
