"""What the seller reads: which shelf, and which letter."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ...mailbox.store.changes import ChangeSet, RecordKind
from ...replies import inbox_store
from ...replies.background_store import load_background
from ...replies.cases.promise_store import load_promises
from ...replies.errors import NoSuchRecordError
from ...replies.inbox import InboxRow, Matter, Shelf, ShelfCounts
from ...replies.new_letter_store import has_written
from ...replies.orders import store as orders
from ...replies.orders.matching import SURE, Match
from ...replies.search.parsing import Note, parse, without_first_letter
from ...replies.search.store import find
from .. import bulk
from ..engine import Engine
from ..languages import spoken
from ..theme.painted import Painted
from ..words import Words
from .inbox_page import InboxPage

_SHOWN: Final = frozenset(
    {
        RecordKind.MESSAGE,
        RecordKind.CONVERSATION,
        RecordKind.CASE,
        RecordKind.ORDER,
        RecordKind.HELD_REPLY,
        RecordKind.DRAFT,
    }
)
_GATHER_MS: Final = 15  # changes within this time are shown together
_SHARE: Final = 10  # while much changes, showing it takes at most this part of the time
_SEEN_AFTER_MS: Final = 800  # a letter that is passed over quickly is not read
_CANDIDATES: Final = 5
PAINTED_MS: Final = 30  # the longest that the next waits until what was laid out is painted
_PAGE: Final = 200  # rows; more come when the end of the list is in view
_LIST: Final = "list"


@dataclass(frozen=True, slots=True)
class _Wish:
    """Which rows are to be shown."""

    shelf: Shelf
    typed: str
    limit: int


@dataclass(frozen=True, slots=True)
class _List:
    """What was read for a wish.

    Attributes:
        of_hers: how many of the rows stand there beside those of the shelf: letters that she
            begins, or wrote to herself.
        waiting: for the clocks; None where they were not looked at.
        counts: of the rail, together with `waiting`.
        notes: what of the search was not understood.
    """

    wish: _Wish
    rows: tuple[InboxRow, ...]
    of_hers: int = 0
    waiting: tuple[InboxRow, ...] | None = None
    counts: ShelfCounts | None = None
    notes: tuple[Note, ...] = ()


def _read_list(wish: _Wish, now: datetime, db: sqlite3.Connection) -> _List:
    is_first = wish.shelf is Shelf.NEEDS_ANSWER and not wish.typed
    waiting = inbox_store.rows(db, Shelf.NEEDS_ANSWER, now, wish.limit if is_first else _PAGE)
    counts = inbox_store.counts(db, now)
    if is_first:
        hers: tuple[InboxRow, ...] = ()
        if len(waiting) < wish.limit:
            hers = (*inbox_store.rows_begun_here(db), *inbox_store.rows_come_back(db, now))
        return _List(wish, (*waiting, *hers), len(hers), waiting, counts)
    if wish.typed:
        return replace(_read_found(wish, now, db), waiting=waiting, counts=counts)
    begun = inbox_store.rows_begun_here(db) if wish.shelf is Shelf.ALL else ()
    rows = inbox_store.rows(db, wish.shelf, now, wish.limit)
    return _List(wish, (*begun, *rows), len(begun), waiting, counts)


def _read_found(wish: _Wish, now: datetime, db: sqlite3.Connection) -> _List:
    """Read only what a search finds: while it is typed, rail and clocks stay as they are."""
    search = parse(without_first_letter(wish.typed), now.astimezone().date())
    found = inbox_store.found_rows(db, find(db, search.query, wish.limit, now), now)
    return _List(wish, found, notes=search.notes)


class Reading(QObject):
    """Keeps the list and the letter as the store has them; `Handling` does what is said of them.

    Signals:
        matter_shown: carries the Matter that is now read, or None.
        rows_shown: carries the rows of "Needs answer", for the clocks, and the counts.
        noted: carries what of the search was not understood, in words, or "".
    """

    matter_shown = Signal(object)
    rows_shown = Signal(object, object)
    noted = Signal(str)

    def __init__(self, engine: Engine, page: InboxPage, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._page = page
        self._words = words
        self._shelf = Shelf.NEEDS_ANSWER
        self._typed = ""
        self._title = ""
        self.matter: Matter | None = None
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.timeout.connect(self._on_gathered)
        self._facts_due = Painted(page, PAINTED_MS, self)
        self._facts_due.painted.connect(self.show_facts)
        self._is_matter_touched = False
        self._has_news = False  # the rail and the clocks do not show yet
        self._limit = _PAGE
        self._opens_first = False  # the letter that is read need not be the one of the next list
        self._began = 0.0  # the look-up that is under way
        self._free_at = 0.0  # from then on changes are shown without a pause
        engine.lookups.finished.connect(self._on_looked_up)
        engine.lookups.failed.connect(self._on_look_up_failed)
        page.model.more_wanted.connect(self._on_more_wanted)
        self._is_known = False
        self._works = False
        self._has_account = True  # until `tell_accounts` says otherwise
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.setInterval(_SEEN_AFTER_MS)
        self._seen.timeout.connect(self._mark_seen)
        engine.changed.connect(self._on_changed)
        page.list.conversation_selected.connect(self.show_conversation)
        page.facts.orders_wanted.connect(self._find_orders)

    def show_shelf(self, shelf: Shelf, title: str) -> None:
        """Show another shelf, its first letter open."""
        self._shelf, self._title, self._typed, self._limit = shelf, title, "", _PAGE
        self._opens_first = False
        self.refresh()
        if not self._has_current():
            self._page.list.step(1)
        self.show_facts()

    def search(self, typed: str, title: str) -> None:
        """Show the conversations that fit what was typed; nothing typed shows the shelf.

        They are looked up beside the window, so that typing never waits.
        """
        self._typed = typed if typed.strip() else ""
        self._title, self._limit = title, _PAGE
        self._look_up()

    def open_search(self, typed: str, title: str) -> None:
        """Show what a saved search finds, its first letter open."""
        self._opens_first = True
        self.search(typed, title)

    def refresh(self) -> None:
        """Read again what is shown."""
        wish = _Wish(self._shelf, self._typed, self._limit)
        self._show_list(_read_list(wish, self.now(), self._engine.reader))
        if self.matter is not None:
            self._show(self.matter.conversation_id)

    def _show_list(self, found: _List) -> None:
        count = len(found.rows) - found.of_hers
        self._page.model.set_rows(found.rows, self.now(), has_more=count == self._limit)
        self._page.set_title(self._title, str(count) if count else "")
        note = "\n".join(spoken(note.said) for note in found.notes)
        self._page.set_note("\n".join(filter(None, (note, self._said_of_none(found)))))
        self.noted.emit(note)
        if found.waiting is not None:
            self._has_news = False
            self.rows_shown.emit(found.waiting, found.counts)
        opens_first, self._opens_first = self._opens_first and bool(found.rows), False
        if self._has_current():
            return
        if opens_first:
            self._page.list.step(1)
        elif self.matter is not None:
            return
        elif found.rows:
            QTimer.singleShot(PAINTED_MS, self, self._open_first)
        else:
            self._show_nothing()

    def _said_of_none(self, found: _List) -> str:
        """Why the list is empty, else ""; of who waits for an answer the letter's place speaks."""
        if found.rows or (not found.wish.typed and found.wish.shelf is Shelf.NEEDS_ANSWER):
            return ""
        if found.wish.typed:
            return self.tr("No letter fits. Esc empties the search.")
        return self.tr("No letter is here now.")

    def _open_first(self) -> None:
        if self.matter is None:
            self._page.list.step(1)

    def show_conversation(self, conversation_id: int) -> None:
        """Open a letter."""
        if self.matter is not None and self.matter.conversation_id == conversation_id:
            return
        self._show(conversation_id)
        self._seen.start()

    def go_to(self, conversation_id: int) -> None:
        """Open a letter and mark its row, where the list has it."""
        if not self._page.list.select_conversation(conversation_id):
            self.show_conversation(conversation_id)

    def look_again(self) -> None:
        """Read again what is shown, beside the window: the time has changed it, not the store."""
        self._has_news = True
        self._look_up()

    def step_clocks(self) -> None:
        """Let the clocks of the list show this minute."""
        self._page.model.set_now(self.now())

    def now(self) -> datetime:
        """The time, UTC."""
        return self._engine.profile.clock.read().wall

    def today(self) -> date:
        """The seller's day."""
        return self._words.today(self.now())

    def stop_seeing(self) -> None:
        """Do not take the letter as read for having been shown."""
        self._seen.stop()

    def let_go(self, conversation_id: int) -> None:
        """Read this conversation no more: it has left the lists."""
        if self.matter is not None and self.matter.conversation_id == conversation_id:
            self._show_nothing()

    def toggle_masks(self) -> None:
        """Show the masked words, or cover them."""
        self._page.letter.set_revealed(not self._page.letter.is_revealed)

    def _has_current(self) -> bool:
        matter = self.matter
        return matter is not None and self._page.list.select_conversation(matter.conversation_id)

    def _show(self, conversation_id: int) -> None:
        try:
            matter = inbox_store.load_matter(self._engine.reader, conversation_id)
        except NoSuchRecordError:
            self._show_nothing()
            return
        self.matter = matter
        if matter.is_begun_here:
            self._show_begun_here(matter)
            return
        now = self.now()
        made = load_promises(self._engine.reader, conversation_id)
        open_ones = [one.promise for one in made if one.kept_at is None]
        self._page.letter.show_matter(matter, now, open_ones)
        if matter.is_back:
            self._page.facts.clear()
        self._facts_due.start()
        self.matter_shown.emit(matter)

    def _show_begun_here(self, matter: Matter) -> None:
        """Nobody has written: there is nothing to read, and no order to look up."""
        name = self._words.name(matter.letter.message.sender)
        self._page.letter.show_empty(
            self.tr("A new letter to {name}").format(name=name),
            self.tr(
                "It is not sent yet. “Reply” goes on with it, “Move to Trash” throws it away."
            ),
        )
        self._page.facts.clear()
        self.matter_shown.emit(matter)

    def show_facts(self) -> None:
        """Fill the facts of the letter that is read; they follow by themselves when it is painted.

        Two short stalls instead of a long one, and no rest between them.
        """
        self._facts_due.stop()
        if self.matter is not None and not self.matter.is_hers:
            now = self.now()
            background = load_background(self._engine.reader, self.matter, self.today())
            matches = self._matches(self.matter)
            self._page.facts.show_matter(self.matter, now, matches, background)

    @property
    def is_filling(self) -> bool:
        """Whether the facts of the letter that is read are still to be shown."""
        return self._facts_due.is_waiting

    def _show_nothing(self) -> None:
        self.matter = None
        self._say_nothing()
        self._page.facts.clear()
        self.matter_shown.emit(None)

    def tell_known(self) -> None:
        """The servers were asked, or there are none: an empty list now says what it means."""
        if not self._is_known:
            self._is_known = True
            if self.matter is None:
                self._say_nothing()

    def tell_accounts(self) -> None:
        """There may be an account more or less: an empty list says what that means."""
        has_account = bool(self._engine.accounts())
        if has_account is not self._has_account:
            self._is_known, self._has_account = False, has_account
            if self.matter is None:
                self._say_nothing()

    def tell_works(self) -> None:
        """The mail of every account was fetched: whoever sent nothing yet is offered a try."""
        if not self._works:
            self._works = True
            if self.matter is None:
                self._say_nothing()

    def _say_nothing(self) -> None:
        letter, detail = self._page.letter, self.tr("New letters appear here by themselves.")
        if not self._has_account:
            what = self.tr("Add one, and its letters appear here.")
            letter.show_no_account(self.tr("There is no account yet."), what)
            return
        offer = ""
        if self._works and not has_written(self._engine.reader):
            offer = self.tr(
                "Try it out: a letter to yourself cools down, is read again, goes out and comes "
                "back."
            )
        if self._is_known:
            letter.show_empty(self.tr("Nobody is waiting."), detail, offer)
        else:
            letter.show_empty(self.tr("Opening…"), detail)

    def _matches(self, matter: Matter) -> Sequence[Match]:
        if matter.order is not None and (matter.order_by_seller or matter.order_score >= SURE):
            return ()
        found = orders.match_stored(self._engine.reader, matter.letter.message)
        return found[:_CANDIDATES]

    def _on_changed(self, changes: ChangeSet) -> None:
        if not changes.touches(*_SHOWN):
            return
        touched = changes.records.get(RecordKind.CONVERSATION, frozenset())
        if self.matter is None or not touched or self.matter.conversation_id in touched:
            self._is_matter_touched = True
        if not self._gathering.isActive():
            pause_ms = round((self._free_at - time.monotonic()) * 1000)
            self._gathering.start(max(_GATHER_MS, pause_ms))

    def _on_gathered(self) -> None:
        if self._is_matter_touched and self.matter is not None:
            self._show(self.matter.conversation_id)
        self._is_matter_touched = False
        self._has_news = True
        self._look_up()

    def _look_up(self) -> None:
        self._began = time.monotonic()
        wish = _Wish(self._shelf, self._typed, self._limit)
        read = _read_found if self._typed and not self._has_news else _read_list
        self._engine.look_up(_LIST, partial(read, wish, self.now()))

    def _on_looked_up(self, name: str, result: object) -> None:
        if name != _LIST or not isinstance(result, _List):
            return
        if result.wish == _Wish(self._shelf, self._typed, self._limit):
            self._show_list(result)
        now = time.monotonic()
        self._free_at = now + (now - self._began) * (_SHARE - 1)

    def _on_look_up_failed(self, _name: str, error: Exception) -> None:
        self._engine.failed.emit(error)

    def _on_more_wanted(self) -> None:
        self._limit += _PAGE
        self._gathering.start(_GATHER_MS)

    def _mark_seen(self) -> None:
        matter = self.matter
        if matter is None or matter.is_begun_here:
            return
        if "\\Seen" not in matter.letter.flags:
            letter = matter.letter.id
            self._engine.follow(bulk.set_flags(self._engine.writer, [letter], "\\Seen", on=True))

    def _find_orders(self, typed: str) -> None:
        found = orders.find_orders(self._engine.reader, typed, _CANDIDATES)
        self._page.facts.show_matches([Match(order, 0.0, ()) for order in found])
