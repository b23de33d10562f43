"""What the parts of the window do together: each signal finds its way to the part it concerns."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer

from ..mailbox.store.changes import ChangeSet, RecordKind
from ..replies.inbox import InboxRow, Matter, Shelf, ShelfCounts
from ..replies.outbox.held_reply import HeldReply
from ..replies.outbox.store import is_stopped
from ..replies.search.saved import SavedSearch
from . import operations
from .actions import Act
from .case.evidence_folder import EvidenceFolder
from .clock_strip import clocks_of
from .engine import Engine
from .inbox.dropping import Dropping
from .inbox.handling import Handling
from .inbox.putting_off import PuttingOff
from .inbox.reading import Reading
from .inbox.returns import Returns
from .inbox.saved_searches import SavedSearches
from .key_bindings import bindings_from
from .languages import said, spoken
from .letter.opening import Opening, Outside, system_outside
from .main_window import MainWindow
from .orders.folder_watch import FolderWatch
from .orders.order_browser import OrderBrowser
from .outbox.holding import Holding
from .paper.doors import system_doors
from .paper.printing import Printing
from .problems import Problem
from .rail import SHELVES, Place
from .reply.new_letters import NewLetters
from .reply.own_letter import OwnLetter
from .reply.writing import Writing
from .settling import Settling
from .sync_status import SyncStatus
from .templates.template_desk import TemplateDesk
from .theme.theme import Theme
from .vocabulary import Vocabulary

_CLOCKS_MS: Final = 20_000  # the clocks show minutes
_FAILED: Final = "failed"
_LINES: Final = "lines left out"
_PREFERENCES: Final = "preferences"


class Wiring(QObject):
    """Makes the window, joins its parts to the engine, and to each other."""

    def __init__(
        self,
        engine: Engine,
        window: MainWindow,
        vocabulary: Vocabulary,
        theme: Theme,
        outside: Outside | None = None,
    ) -> None:
        super().__init__(window)
        self.engine = engine
        self.window = window
        self._words = vocabulary.words
        self._hold_words = vocabulary.hold
        composer = window.inbox.composer
        self.reading = Reading(engine, window.inbox, vocabulary.words, self)
        self.handling = Handling(engine, window.inbox, self.reading, self)
        self.putting_off = PuttingOff(
            engine, window.inbox, self.reading, self.handling, vocabulary.words, window
        )
        self.returns = Returns(engine, self)
        self.dropping = Dropping(engine, window, self.handling, self.putting_off, self)
        self.writing = Writing(
            engine, composer, vocabulary.hold, vocabulary.language, vocabulary.facts.gaps(), self
        )
        self.new_letters = NewLetters(engine, window, self)
        self.own_letter = OwnLetter(engine, vocabulary.hold, self)
        self.holding = Holding(engine, window.outbox, window.gate, vocabulary.hold, self)
        self.opening = Opening(engine, window.inbox.letter, outside or system_outside(), self)
        letter = window.inbox.letter
        self.printing = Printing(self.reading, letter, vocabulary.words, system_doors(), self)
        self.evidence = EvidenceFolder(engine, self.reading, window)
        self.orders = OrderBrowser(engine, window.orders, vocabulary.words, self)
        self.saved = SavedSearches(engine, window.rail, window)
        self.settling = Settling(engine, theme, vocabulary, window)
        self.templates = TemplateDesk(engine, vocabulary, lambda: self.reading.matter, window)
        self.watching = FolderWatch(engine, window.problem_bar, self)
        self.sync_status = SyncStatus(
            engine, window.top_bar, window.problem_bar, vocabulary.words, self
        )
        self._connect_window()
        self._connect_work()
        self._clocks = QTimer(self)
        self._clocks.setInterval(_CLOCKS_MS)
        self._clocks.timeout.connect(self._on_clocks_due)

    def open(self) -> None:
        """Show the window with what the store holds, before any server is asked."""
        self.window.inbox.facts.set_return_policy(self.engine.preferences.returns)
        self.reading.show_shelf(Shelf.NEEDS_ANSWER, self._title(Place.NEEDS_ANSWER))
        self.saved.refresh()
        self.holding.refresh()
        self.window.show_stopped(is_stopped(self.engine.reader))
        self._show_accounts()
        for problem in self.engine.problems:
            self.window.problem_bar.show_problem(Problem(_PREFERENCES, spoken(problem), ""))
        self.window.show()
        self.window.inbox.list.setFocus()
        self._welcome()  # behind the window: a dialog that is there before it has no keyboard
        self._clocks.start()
        self.returns.begin()
        self.watching.follow()

    def show_place(self, place: Place) -> None:
        """Go to a place of the rail."""
        self.writing.leave()
        self.window.top_bar.search.show_text("")
        self.window.rail.set_place(place)
        if place is Place.COOLING:
            self.window.pages.setCurrentWidget(self.window.outbox)
            self.window.outbox.setFocus()
            return
        if place is Place.ORDERS:
            self.window.pages.setCurrentWidget(self.window.orders)
            self.orders.refresh()
            self.window.orders.setFocus()
            return
        self.window.pages.setCurrentWidget(self.window.inbox)
        self.reading.show_shelf(SHELVES[place], self._title(place))
        self.window.inbox.list.setFocus()

    def open_saved(self, search: SavedSearch) -> None:
        """Show what a saved search finds; it stands in the field, where it can be changed."""
        self.writing.leave()
        self.window.rail.saved.mark(search.id)
        self.window.top_bar.search.show_text(search.typed)
        self.window.pages.setCurrentWidget(self.window.inbox)
        self.reading.open_search(search.typed, search.name)
        self.window.inbox.list.setFocus()

    def set_stopped(self, is_stopped: bool) -> None:  # noqa: FBT001 - a slot
        """Stop everything outgoing, or let it go on."""
        self.engine.follow(operations.stop_all(self.engine.writer, stopped=is_stopped))
        self.window.show_stopped(is_stopped)
        self.say(
            self.tr("Nothing goes out now.") if is_stopped else self.tr("Mail goes out again.")
        )

    def say(self, text: str) -> None:
        """Say what was done, quietly, at the foot."""
        self.window.clock_strip.set_status(text)

    def _connect_window(self) -> None:
        window = self.window
        window.rail.place_chosen.connect(self.show_place)
        window.top_bar.search_changed.connect(self._on_search_changed)
        window.top_bar.search_left.connect(window.inbox.list.setFocus)
        window.top_bar.sync_wanted.connect(self.engine.sync_now)
        window.top_bar.stop_all_toggled.connect(self.set_stopped)
        window.clock_strip.conversation_chosen.connect(self._on_conversation_chosen)
        window.inbox.list.opened.connect(window.inbox.letter.focus_letter)
        window.closing.connect(self.writing.save)
        window.closing.connect(self.printing.stop)
        window.files_dropped.connect(self.settling.import_files)

    def _connect_work(self) -> None:
        self._connect_speakers()
        self.engine.failed.connect(self._on_failed)
        self.engine.changed.connect(self._on_changed)
        self.reading.rows_shown.connect(self._on_rows_shown)
        self.reading.noted.connect(self.window.top_bar.search.show_note)
        self.reading.matter_shown.connect(self.writing.follow)
        self.reading.matter_shown.connect(self.opening.follow)
        self.opening.failed.connect(self._on_failed)
        self.opening.letter_wanted.connect(self.new_letters.follow)
        self.new_letters.begun.connect(self._on_draft_wanted)
        self.new_letters.refused.connect(self._on_refused)
        self.own_letter.begun.connect(self._on_draft_wanted)
        self.own_letter.said.connect(self.window.clock_strip.announce)
        self.returns.came_back.connect(self.reading.look_again)
        self.returns.came_back.connect(self.saved.count_anew)
        self.writing.began.connect(partial(self.window.inbox.show_composer, is_shown=True))
        self.writing.ended.connect(self._on_writing_ended)
        self.writing.held.connect(self._on_held)
        self.writing.refused.connect(self._on_refused)
        self.holding.gate_opened.connect(self._on_gate_opened)
        self.holding.gate_closed.connect(self._on_gate_closed)
        self.holding.draft_wanted.connect(self._on_draft_wanted)
        self.holding.delivered.connect(self.window.clock_strip.announce)
        self.sync_status.known.connect(self.reading.tell_known)
        self.sync_status.works.connect(self.reading.tell_works)
        self.sync_status.password_wanted.connect(self.settling.ask_password)
        self.saved.opened.connect(self.open_saved)
        self.saved.gone.connect(self._on_saved_gone)
        self.orders.conversation_wanted.connect(self._on_letter_of_order_wanted)
        self.window.orders.import_wanted.connect(self.settling.import_orders)
        self.settling.failed.connect(self._on_failed)
        self.settling.lines_left_out.connect(self._on_lines_left_out)
        self.settling.preferences_changed.connect(self._on_preferences_changed)
        self.settling.preferences_changed.connect(self.watching.follow)
        self.settling.preferences_changed.connect(self.writing.spelling.follow_preferences)
        self.watching.failed.connect(self._on_failed)
        self.watching.lines_left_out.connect(self.settling.tell_left_out)
        self.watching.mapping_wanted.connect(self.settling.name_columns)
        self.settling.mapping_kept.connect(self.watching.look_anew)

    def _connect_speakers(self) -> None:
        """Show at the foot what the parts have to say."""
        speakers = (
            self.opening,
            self.new_letters,
            self.own_letter,
            self.handling,
            self.putting_off,
            self.dropping,
            self.printing,
            self.evidence,
            self.holding,
            self.settling,
            self.orders,
            self.templates,
            self.writing.spelling,
            self.watching,
        )
        for speaker in speakers:
            speaker.said.connect(self.say)

    def _title(self, place: Place) -> str:
        return self.window.rail.name_of(place)

    def _on_search_changed(self, typed: str) -> None:
        self.window.pages.setCurrentWidget(self.window.inbox)
        place = self.window.rail.place
        place = place if place in SHELVES else Place.NEEDS_ANSWER
        if self.window.rail.saved.marked is not None:  # it is not what is shown any more
            self.window.rail.set_place(place)
        title = self.tr("Found") if typed.strip() else self._title(place)
        self.reading.search(typed, title)

    def _on_saved_gone(self) -> None:
        self.show_place(self.window.rail.place)

    def _on_conversation_chosen(self, conversation_id: int) -> None:
        self.window.pages.setCurrentWidget(self.window.inbox)
        self.reading.go_to(conversation_id)
        self.window.inbox.list.setFocus()

    def _on_letter_of_order_wanted(self, conversation_id: int) -> None:
        self.show_place(Place.ALL)
        self._on_conversation_chosen(conversation_id)

    def _on_lines_left_out(self, lines: str) -> None:
        advice = self.tr("The other lines are in. Mend the file and import it again.")
        self.window.problem_bar.show_problem(Problem(_LINES, lines, advice))

    def _on_failed(self, error: Exception) -> None:
        self.window.problem_bar.show_problem(Problem(_FAILED, said(error), ""))

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(RecordKind.HELD_REPLY):
            self.window.show_stopped(is_stopped(self.engine.reader))
        if changes.touches(RecordKind.ACCOUNT):
            self._show_accounts()
            self._welcome()

    def _on_rows_shown(self, waiting: tuple[InboxRow, ...], counts: ShelfCounts) -> None:
        self.window.rail.set_counts(counts)
        now = self.reading.now()
        self.window.clock_strip.show_clocks(clocks_of(waiting, self._words), now)

    def _on_writing_ended(self) -> None:
        self.window.inbox.show_composer(is_shown=False)
        self.window.inbox.list.setFocus()

    def _on_held(self, reply: HeldReply) -> None:
        now = self.reading.now()
        until = self._words.moment(reply.plan.send_after, now)
        self.say(self.tr("Cooling until {time}.").format(time=until))

    def _on_refused(self, why: str) -> None:
        self.window.problem_bar.show_problem(Problem(_FAILED, why, ""))

    def _on_gate_opened(self) -> None:
        self.window.pages.setCurrentWidget(self.window.gate)

    def _on_gate_closed(self) -> None:
        if self.window.pages.currentWidget() is self.window.gate:
            self.show_place(Place.COOLING)

    def _on_draft_wanted(self, conversation_id: int) -> None:
        self._on_conversation_chosen(conversation_id)
        matter = self.reading.matter
        if isinstance(matter, Matter) and matter.conversation_id == conversation_id:
            self.writing.reply(matter)

    def _on_preferences_changed(self) -> None:
        self.window.acts.bind(bindings_from(self.engine.preferences.own_keys))
        self.window.acts.set_single_letters(self.engine.preferences.single_letters)
        self.window.inbox.facts.set_return_policy(self.engine.preferences.returns)

    def _on_clocks_due(self) -> None:
        self.reading.step_clocks()
        self.returns.look()
        self.sync_status.renew()

    def _show_accounts(self) -> None:
        accounts = self.engine.accounts()
        names = [account.name or account.address for account in accounts]
        self.window.top_bar.show_account(", ".join(names))
        self.sync_status.renew()
        why_not = self.tr("Add an account first: a letter needs one to go out.")
        self.window.acts.set_available(Act.OWN_LETTER, bool(accounts), why_not)
        self.reading.tell_accounts()

    def _welcome(self) -> None:
        if not self.engine.accounts():
            self.settling.welcome()
