"""Searches that the seller keeps under a name. Pure: each change makes another tuple of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ...mailbox.sentence import Sentence
from ..errors import PreferenceError

LONGEST_NAME: Final = 60
LONGEST_SEARCH: Final = 500
MOST_SEARCHES: Final = 30


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """One of them.

    Attributes:
        id: stays the same whatever is changed.
        typed: what she would type to search so.
    """

    id: int
    name: str
    typed: str


Searches = tuple[SavedSearch, ...]


def keep(searches: Searches, name: str, typed: str, search_id: int | None = None) -> Searches:
    """The same with one more, or with the one of this id changed.

    A search of the same name is given up for it: that is how one is changed by its name.

    Raises:
        PreferenceError: name or search are empty or too long, or there are too many.
    """
    name, typed = _line(name), _one_line(typed)
    _check(name, typed)
    same = [one.id for one in searches if one.name.casefold() == name.casefold()]
    if search_id is None and same:
        search_id = same[0]
    if search_id is None:
        if len(searches) >= MOST_SEARCHES:
            raise PreferenceError(
                Sentence(
                    "Search", "There are {most} saved searches already. Delete one first."
                ).format(most=MOST_SEARCHES)
            )
        fresh = max((one.id for one in searches), default=0) + 1
        return (*searches, SavedSearch(fresh, name, typed))
    others = {*same} - {search_id}
    return tuple(
        replace(one, name=name, typed=typed) if one.id == search_id else one
        for one in searches
        if one.id not in others
    )


def move(searches: Searches, search_id: int, by: int) -> Searches:
    """The same with one of them some places further down, or up; at the ends it stays."""
    ids = [one.id for one in searches]
    if search_id not in ids:
        return searches
    here = ids.index(search_id)
    there = min(max(here + by, 0), len(ids) - 1)
    others = [one for one in searches if one.id != search_id]
    return (*others[:there], searches[here], *others[there:])


def leave_out(searches: Searches, search_id: int) -> Searches:
    """The same without one."""
    return tuple(one for one in searches if one.id != search_id)


def named(searches: Sequence[SavedSearch], name: str) -> SavedSearch | None:
    """The one of this name, whatever its capitals; None where there is none."""
    wanted = _line(name).casefold()
    return next((one for one in searches if one.name.casefold() == wanted), None)


def _check(name: str, typed: str) -> None:
    if not name:
        raise PreferenceError(Sentence("Search", "Give the search a name, such as “Due today”."))
    if not typed.strip():
        raise PreferenceError(
            Sentence("Search", "Say what is to be searched for, such as “due:today”.")
        )
    if len(name) > LONGEST_NAME or len(typed) > LONGEST_SEARCH:
        raise PreferenceError(
            Sentence(
                "Search",
                "A name may have {name} characters at most, and a search {search}.",
            ).format(name=LONGEST_NAME, search=LONGEST_SEARCH)
        )


def _line(text: str) -> str:
    return " ".join("".join(c for c in text if c.isprintable() or c.isspace()).split())


def _one_line(typed: str) -> str:
    """A search in one line; a blank at its end stays, for it ends the last word."""
    clean = "".join(c if c.isprintable() else " " for c in typed)
    return clean.lstrip()
