"""Searches that are kept: what can be done with them, and that the store gives them back."""

from __future__ import annotations

import pytest

from softanswer.mailbox.store.changes import RecordKind
from softanswer.mailbox.store.database import DATABASE_NAME, open_for_reading
from softanswer.mailbox.store.writer import StoreWriter
from softanswer.replies.errors import PreferenceError
from softanswer.replies.search.saved import (
    LONGEST_NAME,
    LONGEST_SEARCH,
    MOST_SEARCHES,
    SavedSearch,
    keep,
    leave_out,
    move,
    named,
)
from softanswer.replies.search.saved_store import load_searches, save_searches

DUE = SavedSearch(1, "Due today", "due:today")
HOT = SavedSearch(2, "Angry", "heat:2..3")
BOOK = SavedSearch(3, "Atlas", "atlas ")
ALL = (DUE, HOT, BOOK)


def test_one_more_stands_last_under_a_number_of_its_own():
    assert keep((DUE, BOOK), "  Angry\n", " heat:2..3") == (
        DUE,
        BOOK,
        SavedSearch(4, "Angry", "heat:2..3"),
    )


def test_a_blank_at_the_end_stays_for_it_ends_the_word():
    assert keep((), "Atlas", "atlas ")[0].typed == "atlas "


def test_the_same_name_changes_the_search_whatever_its_capitals():
    changed = SavedSearch(1, "DUE today", "due:tomorrow")
    assert keep(ALL, "DUE today", "due:tomorrow") == (changed, HOT, BOOK)


def test_a_new_name_keeps_place_and_number():
    renamed = SavedSearch(2, "Hot", "heat:3")
    assert keep(ALL, "Hot", "heat:3", 2) == (DUE, renamed, BOOK)


def test_the_name_of_another_one_takes_its_place():
    assert keep(ALL, "atlas", "heat:3", 2) == (DUE, SavedSearch(2, "atlas", "heat:3"))


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("", "due:today"),
        (" \n", "due:today"),
        ("Due", "  "),
        ("x" * (LONGEST_NAME + 1), "due:today"),
        ("Due", "x" * (LONGEST_SEARCH + 1)),
    ],
)
def test_what_cannot_be_kept_is_refused(name, typed):
    with pytest.raises(PreferenceError):
        keep(ALL, name, typed)


def test_the_longest_that_can_be_kept_is_kept():
    name, typed = "x" * LONGEST_NAME, "y" * LONGEST_SEARCH
    assert keep((), name, typed) == (SavedSearch(1, name, typed),)


def test_there_are_not_too_many_but_one_of_them_can_be_changed():
    full = tuple(SavedSearch(n, f"Search {n}", "x") for n in range(1, MOST_SEARCHES + 1))
    with pytest.raises(PreferenceError):
        keep(full, "One more", "x")
    assert keep(full, "search 2", "y")[1].typed == "y"


@pytest.mark.parametrize(
    ("search_id", "by", "expected"),
    [
        (1, 1, (HOT, DUE, BOOK)),
        (1, -1, ALL),
        (3, -1, (DUE, BOOK, HOT)),
        (3, 1, ALL),
        (1, 9, (HOT, BOOK, DUE)),
        (7, 1, ALL),
    ],
)
def test_one_is_moved_and_stays_at_the_ends(search_id, by, expected):
    assert move(ALL, search_id, by) == expected


def test_one_is_left_out():
    assert leave_out(ALL, 2) == (DUE, BOOK)
    assert leave_out(ALL, 7) == ALL


def test_one_is_found_by_its_name():
    assert named(ALL, " due  TODAY ") == DUE
    assert named(ALL, "Due") is None


def test_the_store_gives_them_back_in_their_order_and_tells(tmp_path):
    told = []
    writer = StoreWriter(tmp_path / DATABASE_NAME, told.append)
    try:
        writer.call(lambda tx: save_searches(tx, (BOOK, DUE, HOT)))
        writer.call(lambda tx: save_searches(tx, (HOT, BOOK)))
        db = open_for_reading(tmp_path / DATABASE_NAME)
        assert load_searches(db) == (HOT, BOOK)
        db.close()
    finally:
        writer.close()
    assert told[-1].touches(RecordKind.SAVED_SEARCH)
