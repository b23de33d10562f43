"""The main states of the window, one after the other, as the seller comes to see them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from fakes.order_states import OrderDesk
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from softanswer.replies import answering, inbox_store, suggesting
from softanswer.replies.outbox.held_reply import HeldReply
from softanswer.replies.preferences import Language, Preferences
from softanswer.replies.search.saved import SavedSearch
from softanswer.ui import operations
from softanswer.ui.actions import Act
from softanswer.ui.command_palette import CommandPalette
from softanswer.ui.inbox.put_off_chooser import PutOffChooser
from softanswer.ui.inbox.put_off_rows import TimeRow
from softanswer.ui.inbox.saved_dialog import SavedDialog
from softanswer.ui.key_overview import KeyOverview
from softanswer.ui.preferences.account_dialog import AccountDialog
from softanswer.ui.preferences.preferences_dialog import PreferencesDialog
from softanswer.ui.rail import Place
from softanswer.ui.reply.finding_card import FindingCard
from softanswer.ui.vent_pad import VentPad

FAULTY = (
    "Obviously you gave us the wrong address, as stated in the listing.\n\n"
    "Sorry for any inconvenience. If you had paid for Priority Mail, your book would be here.\n\n"
    "We will look into it.\n"
)
SEARCHES = (
    SavedSearch(1, "Due today", "due:today"),
    SavedSearch(2, "Complaints of this autumn about old maps", "is:complaint after:2026-09-01"),
    SavedSearch(3, "Непрочитанные", "это:не-прочитано"),
)
_SAME_LOOKS = 3  # after which nothing moves any more
_MOST_LOOKS = 60
_BREATH_S = 0.005  # for the other threads, and other tests
_NEVER_MS = 10**8
PAGES = ("cool_down", "accounts", "shop", "orders", "services", "look", "keys", "backup")


class WindowStates:
    """One window on letters with orders; it is noon."""

    def __init__(
        self,
        folder: Path,
        preferences: Preferences | None = None,
        size: tuple[int, int] = (1440, 900),
        text: int = 100,
    ) -> None:
        wished = replace(preferences or Preferences(), text_percent=text)
        self._orders = OrderDesk(folder, wished)
        self.desk = self._orders.desk
        self.window = self.desk.window
        self._held: list[HeldReply] = []
        self.desk.wiring.reading._seen.setInterval(_NEVER_MS)  # what is unread stays so
        self.window.resize(*size)
        self.settle()

    def walk(self, *wanted: str) -> Iterator[tuple[str, QWidget]]:
        """Go through the states; with each, what stands before the seller in it."""
        for name, show in self._states().items():
            if not wanted or name in wanted:
                shown = show()
                self._come_to_rest(shown)
                yield name, shown
                self._leave(shown)

    def settle(self, seconds: float = 0.12) -> None:
        """Let the window do what it has to do."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(_BREATH_S)

    def _come_to_rest(self, shown: QWidget) -> None:
        """Wait until nothing moves: the facts follow the letter, and heights follow widths."""
        before, same = [], 0
        for _ in range(_MOST_LOOKS):
            if same == _SAME_LOOKS:
                return
            self.settle()
            places = [part.geometry() for part in shown.findChildren(QWidget)]
            same = same + 1 if places == before else 0
            before = places
        raise AssertionError("the window does not come to rest")

    def close(self) -> None:
        """Close the window with all behind it; other tests expect English."""
        self.desk.languages.choose(Language.ENGLISH)
        self._orders.close()

    def _states(self) -> dict[str, Callable[[], QWidget]]:
        return {
            "inbox": self._inbox,
            "letter": self._letter,
            "facts": self._facts,
            "finder": self._finder,
            "composer": self._composer,
            "finding": self._finding,
            "cooling": self._cooling,
            "gate": self._gate,
            "orders": self._orders_page,
            "found": self._found,
            "saved": self._saved,
            "saving": self._saving,
            "putting off": self._putting_off,
            "palette": self._palette,
            "keys": self._keys,
            "vent pad": self._vent_pad,
            **{f"preferences, {name}": self._page(name) for name in PAGES},
            "first run": self._first_run,
        }

    def _inbox(self) -> QWidget:
        self.desk.wiring.show_place(Place.NEEDS_ANSWER)
        self._orders.read("past")
        self.window.inbox.list.setFocus()
        return self.window

    def _letter(self) -> QWidget:
        self._inbox()
        self._orders.read("conflict")
        self.window.inbox.letter.focus_letter()
        return self.window

    def _facts(self) -> QWidget:
        self._letter()
        self._orders.read("inside")
        self.window.inbox.facts_side.set_shown(True)
        self.settle()
        self.window.inbox.facts.setFocus()
        return self.window

    def _finder(self) -> QWidget:
        self._orders.read("ambiguous")
        self.window.inbox.facts_side.set_shown(True)
        return self.window

    def _composer(self) -> QWidget:
        self._orders.read("inside")
        self.window.inbox.facts_side.set_shown(self.window.inbox.facts_side.has_room)
        matter = self.desk.wiring.reading.matter
        self.desk.wiring.writing.reply(matter)
        composer = self.window.inbox.composer
        composer.editor.selectAll()
        composer.editor.insertPlainText(FAULTY)
        self._until(lambda: composer._readiness.is_checked)
        composer.editor.setFocus()
        return self.window

    def _finding(self) -> QWidget:
        self._composer()
        self.window.inbox.composer.next_finding()
        self._until(lambda: any(c.isVisible() for c in self.window.findChildren(FindingCard)))
        return self.window

    def _cooling(self) -> QWidget:
        self.desk.wiring.writing.leave()
        if not self._held:
            self._hold_some()
        self.desk.wiring.show_place(Place.COOLING)
        return self.window

    def _gate(self) -> QWidget:
        self._cooling()
        self.desk.wiring.holding.open_gate(self._held[0].id)
        self._until(lambda: self.window.pages.currentWidget() is self.window.gate)
        return self.window

    def _orders_page(self) -> QWidget:
        self.desk.wiring.show_place(Place.ORDERS)
        self._until(lambda: self.window.orders.table.model().rowCount() > 0)
        return self.window

    def _found(self) -> QWidget:
        self.desk.wiring.show_place(Place.ALL)
        self.window.top_bar.search_changed.emit("order sinse:x")
        self._until(lambda: bool(self.window.inbox.note()))
        return self.window

    def _saved(self) -> QWidget:
        self.desk.wiring.show_place(Place.ALL)
        engine = self.desk.engine
        operations.change_searches(engine.writer, lambda _: SEARCHES).result()
        self._until(lambda: len(self.desk.wiring.saved.searches) == len(SEARCHES))
        self.window.acts[Act.GO_SAVED_2].trigger()
        self._until(lambda: self.window.rail.saved.items()[1].count.number > 0)
        self.window.rail.focus_place()
        return self.window

    def _saving(self) -> QWidget:
        self.window.acts[Act.SAVE_SEARCH].trigger()
        dialog = self._top(SavedDialog)
        for field in dialog.findChildren(QLineEdit):
            field.deselect()  # what is selected stands on a ground of its own
        return dialog

    def _putting_off(self) -> QWidget:
        """A complaint, and the field for a time of her own opened below the others."""
        self.desk.wiring.show_place(Place.NEEDS_ANSWER)
        self.window.acts[Act.PUT_OFF].trigger()
        chooser = self._top(PutOffChooser)
        (own,) = (row for row in chooser.findChildren(TimeRow) if row.digit == "5")
        own.click()
        return chooser

    def _palette(self) -> QWidget:
        self.desk.wiring.show_place(Place.NEEDS_ANSWER)
        self.window.acts[Act.PALETTE].trigger()
        return self._top(CommandPalette)

    def _keys(self) -> QWidget:
        self.window.acts[Act.KEYS].trigger()
        return self._top(KeyOverview)

    def _vent_pad(self) -> QWidget:
        self.window.acts[Act.LET_IT_OUT].trigger()
        return self._top(VentPad)

    def _page(self, name: str) -> Callable[[], QWidget]:
        def show() -> QWidget:
            self.window.acts[Act.PREFERENCES].trigger()
            dialog = self._top(PreferencesDialog)
            dialog.show_page(getattr(dialog, name))
            return dialog

        return show

    def _first_run(self) -> QWidget:
        self.desk.wiring.settling.welcome()
        return self._top(AccountDialog)

    def _top(self, kind: type[QWidget]) -> QWidget:
        self._until(lambda: any(one.isVisible() for one in self.window.findChildren(kind)))
        return next(one for one in self.window.findChildren(kind) if one.isVisible())

    def _leave(self, shown: QWidget) -> None:
        if shown is not self.window:
            shown.close()
            shown.deleteLater()
            QCoreApplication.sendPostedEvents(shown, QEvent.Type.DeferredDelete)
            self.settle(0.02)

    def _hold_some(self) -> None:
        engine = self.desk.engine
        now = engine.outbox.clock.read().wall
        for name in ("inside", "claim", "several"):
            self._orders.read(name)
            matter = inbox_store.load_matter(
                engine.reader, self.desk.wiring.reading.matter.conversation_id
            )
            offered = suggesting.suggestions(
                matter, engine.preferences, now.astimezone(), matter.judgement.language
            )
            whole = next(one for one in offered if not one.missing)
            draft = answering.make_draft(matter, engine.accounts(), "", whole.body)
            future = operations.hold_reply(
                engine.writer, engine.outbox, matter, draft, whole.body, {}
            )
            self._held.append(future.result())
            if name == "inside":
                engine.profile.clock.pass_time(timedelta(hours=2))
                engine.writer.call(engine.outbox.release_due)

    def _until(self, holds: Callable[[], bool]) -> None:
        for _ in range(600):
            if holds():
                return
            self.settle(0.05)
        raise AssertionError("the window did not come to this state")
