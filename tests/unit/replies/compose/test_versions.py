"""Earlier texts of a draft: nothing of weight is lost, and there are never too many."""

from datetime import timedelta
from itertools import pairwise

import pytest
from builders import NOON, account
from hypothesis import given
from hypothesis import strategies as st

from softanswer.mailbox.store.accounts import add_account
from softanswer.mailbox.store.database import open_for_writing
from softanswer.mailbox.store.messages import reserve_conversation
from softanswer.mailbox.store.writer import Transaction
from softanswer.replies.compose.store import StoredDraft, move_drafts, save_draft
from softanswer.replies.compose.version_store import KEPT_FOR, keep_version, load_versions
from softanswer.replies.compose.versions import (
    FEW_WORDS,
    MAX_CHARS,
    MAX_VERSIONS,
    SHARED_FOR,
    DraftVersion,
    first_change,
    kept_by,
    lost_words,
    too_many,
)

LONG = "I am sorry that your book has not reached you yet"


@pytest.fixture
def tx(tmp_path):
    db = open_for_writing(tmp_path / "versions.sqlite3")
    yield Transaction(db)
    db.close()


@pytest.fixture
def one(tx):
    account_id = add_account(tx, account())
    return reserve_conversation(tx.db, account_id, "<1@mail.example>")


def saved(tx, conversation, *bodies, every=timedelta(seconds=1)):
    for number, body in enumerate(bodies):
        save_draft(tx, StoredDraft(conversation, "Re: a", body), NOON + number * every)
    return [version.body for version in load_versions(tx.db, conversation)]


def version(body, minutes=0.0, **changes):
    at = NOON + timedelta(minutes=minutes)
    return DraftVersion(body, at, at, **changes)


def test_a_text_that_only_grows_needs_no_versions(tx, one):
    assert saved(tx, one, "I am so", "I am sorry, tr", "Dear Eva, I am sorry, truly so") == []


@pytest.mark.parametrize("then", ["", "Another letter", LONG[:12]])
def test_a_text_that_is_taken_out_is_a_version(tx, one, then):
    assert saved(tx, one, LONG, then) == [LONG]


def test_a_letter_that_is_erased_word_by_word_is_one_version(tx, one):
    words = LONG.split()
    states = [" ".join(words[:count]) for count in range(len(words), 0, -1)]
    assert saved(tx, one, *states, "") == [LONG]


def test_corrections_share_a_version_until_they_add_up(tx, one):
    first = "one two three four five six seven eight nine ten"
    second = f"{first.replace('two', 'TWO')} eleven twelve thirteen fourteen fifteen"
    assert saved(tx, one, first, first.replace("two", "TWO"), second, second[4:]) == [second]
    third = "five other words of another letter stand here"
    assert saved(tx, one, third, "") == [second, third]


def test_what_is_written_minutes_later_is_a_version_of_its_own():
    last = version("one two three four five")
    grown = "one two three four five six seven eight nine ten"
    early = kept_by(replace_id(last), version(grown, SHARED_FOR.seconds / 60 - 0.1), "")
    late = kept_by(replace_id(last), version(grown, SHARED_FOR.seconds / 60), "")
    assert (early.id, late.id) == (7, 0)


def replace_id(one):
    return DraftVersion(one.body, one.begun_at, one.saved_at, 0, 7)


WORDS = st.lists(st.sampled_from([f"word{n}" for n in range(40)]), max_size=12).map(" ".join)


@given(st.lists(WORDS, min_size=1, max_size=12))
def test_whatever_is_written_few_words_are_missing_in_the_versions(states):
    kept: dict[int, DraftVersion] = {}
    for number, (before, after) in enumerate(pairwise(states)):
        last = kept[max(kept)] if kept else None
        found = kept_by(last, version(before, number), after)
        if found is not None:
            key = found.id or len(kept) + 1
            kept[key] = DraftVersion(
                found.body, found.begun_at, found.saved_at, found.dropped, key
            )
    texts = [*(one.body for one in kept.values()), states[-1]]
    for state in states:
        assert min(lost_words(state, text) for text in texts) < 2 * FEW_WORDS


def test_those_that_differ_least_give_way_and_the_newest_stays():
    versions = [version(f"letter number{n} of all", n) for n in range(MAX_VERSIONS + 1)]
    alike = version("letter number3 of all indeed", 3)
    going = too_many([*versions[:4], alike, *versions[4:-1]])
    assert going == (versions[3],)
    assert too_many(versions[:MAX_VERSIONS]) == ()
    huge = [version("a " * MAX_CHARS), version("b " * MAX_CHARS)]
    assert too_many(huge) == (huge[0],)


def test_versions_end_with_their_time(tx, one):
    saved(tx, one, LONG, "")
    save_draft(tx, StoredDraft(one, "Re: a", LONG.upper()), NOON + KEPT_FOR)
    save_draft(tx, StoredDraft(one, "Re: a", ""), NOON + KEPT_FOR + timedelta(seconds=1))
    assert [kept.body for kept in load_versions(tx.db, one)] == [LONG.upper()]


def test_a_text_is_kept_once(tx, one):
    for minutes in (0, 1):
        keep_version(tx, one, version(LONG, minutes))
    keep_version(tx, one, version(" "))
    assert [kept.body for kept in load_versions(tx.db, one)] == [LONG]


def test_a_draft_beside_another_of_the_same_conversation_is_a_version(tx, one):
    other = reserve_conversation(tx.db, 1, "<2@mail.example>")
    saved(tx, one, "An earlier text of mine, quite long", LONG)
    saved(tx, other, "Staying")
    move_drafts(tx, one, other)
    bodies = [kept.body for kept in load_versions(tx.db, other)]
    assert bodies == ["An earlier text of mine, quite long", LONG]


@pytest.mark.parametrize(
    ("before", "text", "shown"),
    [
        ("", "Dear Eva, I am sorry", "Dear Eva, I am sorry"),
        ("Dear Eva, I am", "Dear Eva, we are all", "we are all"),
        ("Dear Eva, thanks", "Dear Eva,", ""),
        ("Dear", "Dear", ""),
        ("", "a b c d e f g h", "a b c d e f g …"),
    ],
)
def test_a_version_is_named_by_its_first_words_that_changed(before, text, shown):
    assert first_change(before, text) == shown
