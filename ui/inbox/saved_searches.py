"""What the seller does with the searches that she keeps: each step can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ...mailbox.store.changes import ChangeSet, RecordKind
from ...replies.search import saved
from ...replies.search.saved import SavedSearch, Searches
from ...replies.search.saved_store import load_searches
from .. import operations
from ..engine import Engine
from ..rail import Rail
from .handling import Done
from .saved_counts import SavedCounts


class SavedSearches(QObject):
    """Keeps the saved searches of the rail as the store has them, and changes them.

    Signals:
        opened: carries the SavedSearch that is to be shown.
        gone: the search that was shown is deleted.
        changed: there are others, or another one is shown.
        done: carries the Done of a step.
    """

    opened = Signal(object)
    gone = Signal()
    changed = Signal()
    done = Signal(object)

    def __init__(self, engine: Engine, rail: Rail, window: QWidget) -> None:
        super().__init__(window)
        self._engine = engine
        self._rail = rail
        self._window = window
        self._searches: Searches = ()
        self._counts = SavedCounts(engine, self)
        self._counts.counted.connect(rail.saved.set_count)
        rail.saved.chosen.connect(self._on_chosen)
        rail.marked.connect(self.changed)
        engine.changed.connect(self._on_changed)

    @property
    def searches(self) -> Searches:
        """All of them, in the order of the rail."""
        return self._searches

    @property
    def shown(self) -> SavedSearch | None:
        """The one that is shown, None where none is."""
        marked = self._rail.saved.marked
        return next((one for one in self._searches if one.id == marked), None)

    def count_anew(self) -> None:
        """Count again what each finds."""
        self._counts.count_anew()

    def refresh(self) -> None:
        """Show what the store holds."""
        self._searches = load_searches(self._engine.reader)
        was_shown = self._rail.saved.marked is not None
        self._rail.saved.show_searches(self._searches)
        self._counts.follow(self._searches)
        self.changed.emit()
        if was_shown and self._rail.saved.marked is None:
            self.gone.emit()

    def open_at(self, place: int) -> None:
        """Show the search at a place of the rail, counted from 0."""
        if place < len(self._searches):
            self.opened.emit(self._searches[place])

    def save(self, typed: str) -> None:
        """Ask under which name a search is to be kept; without one, which search."""
        began_with = self.shown
        name = began_with.name if began_with is not None and typed.strip() else ""
        self._ask(name, typed, self._keep, is_new=True)

    def edit(self) -> None:
        """Ask for another name or another search for the one that is shown."""
        shown = self.shown
        if shown is not None:
            self._ask(shown.name, shown.typed, partial(self._change, shown.id), is_new=False)

    def move(self, by: int) -> None:
        """Move the one that is shown down by so many places, or up."""
        shown = self.shown
        if shown is not None:
            change = partial(saved.move, search_id=shown.id, by=by)
            said = self.tr("Moved. Undo with {keys}.")
            self._do(change, said, partial(self._rail.saved.mark, shown.id))

    def delete(self) -> None:
        """Delete the one that is shown; letters are not touched."""
        shown = self.shown
        if shown is not None:
            change = partial(saved.leave_out, search_id=shown.id)
            self._do(change, self.tr("The saved search is deleted. Undo with {keys}."))

    def _ask(
        self, name: str, typed: str, then: Callable[[str, str], None], *, is_new: bool
    ) -> None:
        from .saved_dialog import SavedDialog  # the window opens without it

        dialog = SavedDialog(self._searches, name, typed, self._window, is_new=is_new)
        dialog.search_given.connect(then)
        dialog.open()

    def _keep(self, name: str, typed: str) -> None:
        change = partial(saved.keep, name=name, typed=typed)
        self._do(change, self.tr("The search is saved. Undo with {keys}."), self._open_of(name))

    def _change(self, search_id: int, name: str, typed: str) -> None:
        change = partial(saved.keep, name=name, typed=typed, search_id=search_id)
        said = self.tr("The saved search is changed. Undo with {keys}.")
        self._do(change, said, self._open_of(name))

    def _open_of(self, name: str) -> Callable[[], None]:
        return partial(self._open_named, name)

    def _open_named(self, name: str) -> None:
        found = saved.named(self._searches, name)
        if found is not None:
            self.opened.emit(found)

    def _do(
        self,
        change: Callable[[Searches], Searches],
        said: str,
        then: Callable[[], None] | None = None,
    ) -> None:
        future = operations.change_searches(self._engine.writer, change)
        self._engine.follow(future, partial(self._on_done, said, then))

    def _on_done(
        self, said: str, then: Callable[[], None] | None, changed: tuple[Searches, Searches]
    ) -> None:
        before, after = changed
        self.refresh()
        if then is not None:
            then()
        if after != before:
            self.done.emit(Done(partial(self._restore, before), said))

    def _restore(self, before: Searches) -> None:
        future = operations.change_searches(self._engine.writer, lambda _: before)
        self._engine.follow(future)

    def _on_chosen(self, search_id: int) -> None:
        chosen = next((one for one in self._searches if one.id == search_id), None)
        if chosen is not None:
            self.opened.emit(chosen)

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(RecordKind.SAVED_SEARCH):
            self.refresh()
