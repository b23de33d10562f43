"""What each action of the table does."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication

from ..mailbox.folder_uses import FolderUse
from ..replies.compose.shipping_block import shipping_block
from ..replies.compose.suggestion import Stance
from ..replies.orders.delivery import reckon
from ..replies.orders.refunds import can_reckon
from .action_menu import ActionMenu, LetterMenu, SavedMenu
from .action_places import Context
from .actions import GO_SAVED, Act
from .case.notice_lines import is_unconfirmed
from .command_palette import CommandPalette
from .inbox.folder_choice import FolderChoice
from .inbox.handling import Done
from .key_overview import KeyOverview
from .rail import Place
from .sample_shop import open_sample_shop
from .vent_pad import VentPad
from .wiring import Wiring

HOLDING_TEMPLATE = "holding"
_UNDO_STEPS: Final = 50


class Commands(QObject):
    """Gives every action of the window its slot."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self._wiring = wiring
        self._window = wiring.window
        self._undos: deque[Callable[[], None]] = deque(maxlen=_UNDO_STEPS)
        self._vent_pad: VentPad | None = None
        slots = {
            **self._going(),
            **self._searches(),
            **self._letters(),
            **self._letter_parts(),
            **self._replies(),
            **self._holds(),
            **self._views(),
            **self._program(),
        }
        for act in Act:
            self._window.acts[act].triggered.connect(partial(self._do, slots[act]))
        self._window.top_bar.search.palette_wanted.connect(self._open_palette)
        self._window.inbox.facts.insert_wanted.connect(self._insert_fact)
        self._menu = ActionMenu(self._window.acts, self._window)
        self._letter_menu = LetterMenu(self._window.acts, self._window)
        self._window.top_bar.menu_wanted.connect(self._open_menu)
        letters = self._window.inbox.list
        letters.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        letters.customContextMenuRequested.connect(self._open_letter_menu)
        self._window.clock_strip.undo_wanted.connect(self._undo_last)
        wiring.handling.done.connect(self._on_done)
        wiring.putting_off.done.connect(self._on_done)
        wiring.putting_off.holding_wanted.connect(self._reply_holding)
        wiring.writing.removed.connect(self._on_done)
        wiring.saved.done.connect(self._on_done)
        wiring.settling.done.connect(self._on_done)
        wiring.saved.changed.connect(self._allow_searches)
        self._window.top_bar.search.save_wanted.connect(self._save_search)
        self._window.rail.saved.save_wanted.connect(self._save_search)
        self._saved_menu = SavedMenu(self._window.acts, self._window)
        self._window.rail.saved.menu_wanted.connect(self._saved_menu.popup)
        self._allow_searches()
        self._show_undo()
        self._window.pages.currentChanged.connect(self._allow_by_page)
        wiring.writing.began.connect(self._allow_by_page)
        wiring.writing.ended.connect(self._allow_by_page)
        self._allow_by_page()

    @staticmethod
    def _do(slot: Callable[[], object], _is_checked: bool = False) -> None:  # noqa: FBT001, FBT002
        slot()

    def _going(self) -> dict[Act, Callable[[], None]]:
        show, letters = self._wiring.show_place, self._window.inbox.list
        return {
            Act.GO_NEEDS_ANSWER: partial(show, Place.NEEDS_ANSWER),
            Act.GO_COOLING: partial(show, Place.COOLING),
            Act.GO_WAITING: partial(show, Place.WAITING),
            Act.GO_PUT_OFF: partial(show, Place.PUT_OFF),
            Act.GO_PRAISE: partial(show, Place.PRAISE),
            Act.GO_STARRED: partial(show, Place.STARRED),
            Act.GO_ALL: partial(show, Place.ALL),
            Act.GO_ORDERS: partial(show, Place.ORDERS),
            Act.NEXT: partial(letters.step, 1),
            Act.PREVIOUS: partial(letters.step, -1),
            Act.BACK: letters.setFocus,
        }

    def _searches(self) -> dict[Act, Callable[[], None]]:
        saved = self._wiring.saved
        return {
            Act.SAVE_SEARCH: self._save_search,
            Act.EDIT_SEARCH: saved.edit,
            Act.SEARCH_UP: partial(saved.move, -1),
            Act.SEARCH_DOWN: partial(saved.move, 1),
            Act.DELETE_SEARCH: saved.delete,
            **{act: partial(saved.open_at, place) for place, act in enumerate(GO_SAVED)},
        }

    def _letters(self) -> dict[Act, Callable[[], None]]:
        handling, letters = self._wiring.handling, self._window.inbox.list
        return {
            Act.OPEN: self._window.inbox.letter.focus_letter,
            Act.DONE: handling.settle,
            Act.NO_ANSWER: handling.settle,
            Act.PUT_OFF: self._wiring.putting_off.ask,
            Act.BRING_BACK: handling.bring_back,
            Act.ARCHIVE: partial(handling.move, FolderUse.ARCHIVE),
            Act.TRASH: partial(handling.move, FolderUse.TRASH),
            Act.JUNK: partial(handling.move, FolderUse.JUNK),
            Act.MOVE: self._choose_folder,
            Act.STAR: handling.toggle_star,
            Act.MARK_READ: handling.mark_read,
            Act.MARK_UNREAD: handling.mark_unread,
            Act.REVEAL: self._toggle_masks,
            Act.LINK_ORDER: self._choose_order,
            Act.CONFIRM_ORDER: self._confirm_order,
            Act.WHOSE_SIDE: self._ask_for_fault,
            Act.COPY_FACT: self._window.inbox.facts.copy_focused,
            Act.SHIPPING_FACTS: self._insert_shipping_facts,
            Act.REFUND: self._work_out_refund,
            Act.INSERT_FACT: self._window.inbox.facts.insert_focused,
            Act.UNDO: self._undo_last,
            Act.CHOOSE: letters.toggle_chosen,
            Act.CHOOSE_DOWN: partial(letters.extend, 1),
            Act.CHOOSE_UP: partial(letters.extend, -1),
            Act.CHOOSE_ALL: letters.choose_all,
            Act.CHOOSE_NONE: letters.choose_none,
        }

    def _letter_parts(self) -> dict[Act, Callable[[], None]]:
        letter, opening = self._window.inbox.letter, self._wiring.opening
        printing = self._wiring.printing
        return {
            Act.FORM: letter.toggle_form,
            Act.PICTURES: letter.ask_for_pictures,
            Act.FILES: letter.focus_attachments,
            Act.SAVE_FILES: opening.save_all,
            Act.FETCH_WHOLE: opening.fetch_whole,
            Act.FIND: letter.find_words,
            Act.FIND_NEXT: partial(letter.find_next, 1),
            Act.FIND_PREVIOUS: partial(letter.find_next, -1),
            Act.SOURCE: opening.show_source,
            Act.PRINT: partial(printing.print_out, is_whole=False),
            Act.PRINT_ALL: partial(printing.print_out, is_whole=True),
            Act.SAVE_PDF: partial(printing.save_pdf, is_whole=False),
            Act.SAVE_PDF_ALL: partial(printing.save_pdf, is_whole=True),
            Act.EXPORT_CASE: self._wiring.evidence.save,
        }

    def _replies(self) -> dict[Act, Callable[[], None]]:
        composer = self._window.inbox.composer
        return {
            Act.REPLY: self._reply,
            Act.NEW_LETTER: self._write_new_letter,
            Act.SUGGESTED_REPLY: self._reply_with_suggestion,
            Act.HOLDING_REPLY: self._reply_holding,
            Act.TAKE_TEMPLATE: self._wiring.writing.offer_templates,
            Act.ATTACH: self._wiring.writing.attach,
            Act.EARLIER_TEXTS: self._wiring.writing.show_earlier_texts,
            Act.POST_TEST: self._wiring.writing.show_post_test,
            Act.PREVIEW: self._wiring.writing.show_preview,
            Act.STEPS: self._wiring.writing.put_steps,
            Act.STANCE_OWN: partial(self._wiring.writing.take_stance, Stance.OWN),
            Act.STANCE_EXPLAIN: partial(self._wiring.writing.take_stance, Stance.EXPLAIN),
            Act.STANCE_FIRM: partial(self._wiring.writing.take_stance, Stance.FIRM),
            Act.STANCE_BOUNDARY: partial(self._wiring.writing.take_stance, Stance.BOUNDARY),
            Act.STANCE_CELEBRATE: partial(self._wiring.writing.take_stance, Stance.CELEBRATE),
            Act.SECOND_LANGUAGE: self._wiring.writing.toggle_second_language,
            Act.CHOOSE_SUGGESTION: composer.identity.open_suggestions,
            Act.READ_ON: partial(self._window.inbox.read_on, 1),
            Act.READ_BACK: partial(self._window.inbox.read_on, -1),
            Act.SAVE_DRAFT: self._wiring.writing.save,
            Act.CHECK_NOW: composer.check_now,
            Act.NEXT_FINDING: composer.next_finding,
            Act.PREVIOUS_FINDING: composer.previous_finding,
            Act.APPLY_REPAIR: self._repair,
            Act.NEXT_MISSPELT: self._wiring.writing.spelling.next_word,
            Act.MISSPELT_WORD: self._wiring.writing.spelling.offer_or_lead,
            Act.DISMISS_FINDING: composer.dismiss_finding,
            Act.LET_IT_OUT: self._open_vent_pad,
            Act.LEAVE_COMPOSER: composer.leave,
        }

    def _repair(self) -> None:
        """Put the repair of the shown finding in; else help with the word at the cursor."""
        composer = self._window.inbox.composer
        if composer.shows_finding or not self._wiring.writing.spelling.offer():
            composer.apply_repair()

    def _holds(self) -> dict[Act, Callable[[], None]]:
        outbox, gate = self._window.outbox, self._window.gate
        return {
            Act.COOL_DOWN: self._window.inbox.composer.hold,
            Act.OPEN_HELD: outbox.open_selected,
            Act.TAKE_BACK: self._take_back,
            Act.TAKE_BACK_HERE: outbox.take_back_selected,
            Act.HOLD_LONGER: self._hold_longer,
            Act.CONFIRM_SEND: gate.confirm,
            Act.CALL_INSTEAD: gate.call,
            Act.LEAVE_GATE: gate.leave,
            Act.STOP_ALL: self._toggle_stop_all,
        }

    def _views(self) -> dict[Act, Callable[[], None]]:
        window = self._window
        return {
            Act.SEARCH: window.top_bar.focus_search,
            Act.SEARCH_HERE: window.top_bar.focus_search,
            Act.PALETTE: self._open_palette,
            Act.TEXT_UP: partial(self._wiring.settling.step_text, 1),
            Act.TEXT_DOWN: partial(self._wiring.settling.step_text, -1),
            Act.TEXT_USUAL: partial(self._wiring.settling.step_text, 0),
            Act.FACTS: window.inbox.facts_side.toggle,
            Act.NEXT_PANE: partial(self._step_pane, 1),
            Act.PREVIOUS_PANE: partial(self._step_pane, -1),
            Act.FOCUS_RAIL: window.rail.focus_place,
            Act.FOCUS_LIST: window.inbox.list.setFocus,
            Act.FOCUS_LETTER: window.inbox.letter.focus_letter,
            Act.FOCUS_FACTS: self._focus_facts,
            Act.FOCUS_COMPOSER: window.inbox.composer.editor.setFocus,
        }

    def _program(self) -> dict[Act, Callable[[], None]]:
        settling = self._wiring.settling
        return {
            Act.SYNC_NOW: self._wiring.engine.sync_now,
            Act.ADD_ACCOUNT: settling.add_account,
            Act.OWN_LETTER: self._write_to_herself,
            Act.SAMPLE_SHOP: self._open_sample_shop,
            Act.IMPORT_ORDERS: settling.import_orders,
            Act.EXPORT_ORDERS: self._window.orders.export_wanted.emit,
            Act.TEMPLATES: self._wiring.templates.open,
            Act.PREFERENCES: settling.open_preferences,
            Act.KEYS: self._open_keys,
            Act.KEYS_HERE: self._open_keys,
            Act.QUIT: self._window.quit_wanted.emit,
        }

    def _reply(self) -> None:
        if self._wiring.reading.matter is not None:
            self._wiring.writing.reply(self._wiring.reading.matter)

    def _write_new_letter(self) -> None:
        matter = self._wiring.reading.matter
        self._wiring.new_letters.ask(None if matter is None else matter.account_id)

    def _open_sample_shop(self) -> None:
        said = self.tr("The sample shop opens in a window of its own.")
        if not open_sample_shop():
            said = self.tr("The sample shop could not be opened.")
        self._wiring.say(said)

    def _write_to_herself(self) -> None:
        matter = self._wiring.reading.matter
        self._wiring.own_letter.begin(None if matter is None else matter.account_id)

    def _insert_shipping_facts(self) -> None:
        """Put the block of the shipping facts into the reply, in the letter's language."""
        matter = self._wiring.reading.matter
        if matter is None:
            return
        text = ""
        order = matter.stated_order
        if order is not None:
            delivery = reckon(order, self._wiring.reading.today())
            text = shipping_block(order, delivery, matter.judgement.language)
        if text:
            self._insert_fact(text)
        elif matter.order is not None and order is None:
            self._say_unconfirmed()
        else:
            self._wiring.say(self.tr("No file says that the order was posted."))

    def _work_out_refund(self) -> None:
        """Open the calculator; once it stands open, put what it says into the reply."""
        matter = self._wiring.reading.matter
        if matter is None or matter.order is None or not can_reckon(matter.order.order):
            self._wiring.say(self.tr("No file names the prices of this order."))
            return
        if matter.stated_order is None:
            self._say_unconfirmed()
            return
        if not self._window.inbox.facts_side.is_shown:
            self._window.inbox.facts_side.set_shown(True)
        if text := self._window.inbox.facts.work_out_refund():
            self._insert_fact(text)
        elif not matter.order.is_confirmed:
            self._wiring.say(
                self.tr("The order is not confirmed yet: import its file, or say it is right.")
            )

    def _say_unconfirmed(self) -> None:
        self._wiring.say(
            self.tr("The order is not confirmed yet: import its file, or say it is right.")
        )

    def _insert_fact(self, words: str) -> None:
        """Put a fact where the cursor stands in the reply; one is begun where there is none."""
        if not self._wiring.writing.is_writing:
            self._reply()
        if self._wiring.writing.is_writing:
            self._window.inbox.composer.editor.insert_words(words)

    def _reply_with_suggestion(self) -> None:
        if self._wiring.reading.matter is not None:
            self._wiring.writing.reply(self._wiring.reading.matter, with_suggestion=True)

    def _reply_holding(self) -> None:
        if self._wiring.reading.matter is not None:
            self._wiring.writing.reply(self._wiring.reading.matter, template=HOLDING_TEMPLATE)

    def _open_vent_pad(self) -> None:
        pad = self._vent_pad
        if pad is None:
            pad = self._vent_pad = VentPad(self._window)
            pad.shredded.connect(self._on_vented)
            self._window.closing.connect(pad.close)
        pad.open_over(self._window)

    def _on_vented(self) -> None:
        self._vent_pad = None
        self._window.activateWindow()
        self._wiring.say(
            self.tr("What you wrote is gone. The letter can wait until you are ready.")
        )

    def _toggle_masks(self) -> None:
        if self._window.pages.currentWidget() is self._window.gate:
            self._window.gate.toggle_reveal()
        else:
            self._wiring.reading.toggle_masks()

    def _choose_order(self) -> None:
        self._window.inbox.facts_side.set_shown(True)
        self._window.inbox.facts.ask_for_order()

    def _confirm_order(self) -> None:
        """Say that what mail tells of the order of this letter is right."""
        matter = self._wiring.reading.matter
        if matter is None:
            return
        if matter.order is None or not is_unconfirmed(matter.order):
            self._wiring.say(self.tr("Mail says nothing of this order that is to be confirmed."))
            return
        self._wiring.handling.confirm_order(matter.order.id)

    def _ask_for_fault(self) -> None:
        if not self._window.inbox.letter.ask_for_fault():
            self._wiring.say(self.tr("This letter is no complaint: there is no side to name."))

    def _take_back(self) -> None:
        page = self._window.pages.currentWidget()
        if page is self._window.gate:
            self._wiring.holding.edit(self._window.gate.reply_id)
        elif page is self._window.outbox:
            self._window.outbox.take_back_selected()
        elif self._wiring.reading.matter is not None:
            self._wiring.holding.take_back_of(self._wiring.reading.matter.conversation_id)

    def _hold_longer(self) -> None:
        if self._window.pages.currentWidget() is self._window.gate:
            self._wiring.holding.hold_longer(self._window.gate.reply_id)
        else:
            self._window.outbox.hold_selected_longer()

    def _toggle_stop_all(self) -> None:
        self._wiring.set_stopped(not self._window.top_bar.is_stopped)

    def _step_pane(self, by: int) -> None:
        panes = self._window.panes()
        focused = QApplication.focusWidget()
        here = next(
            (i for i, pane in enumerate(panes) if focused and pane.isAncestorOf(focused)),
            0,
        )
        target = panes[(here + by) % len(panes)]
        if target is self._window.rail:
            self._window.rail.focus_place()
        elif target is self._window.inbox.composer:
            self._window.inbox.composer.editor.setFocus()
        elif target is self._window.inbox.letter:
            self._window.inbox.letter.focus_letter()
        else:
            target.setFocus()

    def _focus_facts(self) -> None:
        self._window.inbox.facts_side.set_shown(True)
        self._window.inbox.facts.setFocus()

    def _open_palette(self) -> None:
        CommandPalette(self._window.acts, self._window).open_over(self._window)

    def _open_menu(self) -> None:
        button = self._window.top_bar.menu_button
        corner = button.mapToGlobal(button.rect().bottomRight())
        self._menu.popup(corner - QPoint(self._menu.sizeHint().width(), 0))

    def _open_letter_menu(self, at: QPoint) -> None:
        letters = self._window.inbox.list
        if letters.conversation_id is not None:
            self._letter_menu.popup(letters.viewport().mapToGlobal(at))

    def _open_keys(self) -> None:
        KeyOverview(self._window.acts, self._here(), self._window).show()

    def _here(self) -> Context:
        page = self._window.pages.currentWidget()
        if page is self._window.gate:
            return Context.GATE
        if page is self._window.outbox:
            return Context.OUTBOX
        if page is self._window.orders:
            return Context.ORDERS
        return Context.COMPOSER if self._wiring.writing.is_writing else Context.READER

    def _choose_folder(self) -> None:
        if self._wiring.reading.matter is None:
            return
        names = self._wiring.handling.folders()
        if not names:
            self._wiring.say(self.tr("The folders are known when mail was fetched once."))
            return
        dialog = FolderChoice(names, self._window)
        dialog.textValueSelected.connect(partial(self._wiring.handling.move, None))
        dialog.open()

    def _on_done(self, done: Done) -> None:
        self._remember(done.undo)
        self._wiring.say(done.said.format(keys=self._window.first_key(Act.UNDO)))

    def _allow_by_page(self) -> None:
        """Allow what belongs to a page, or to a reply that is written, only there."""
        page = self._window.pages.currentWidget()
        here = {
            Context.GATE: page is self._window.gate,
            Context.OUTBOX: page is self._window.outbox,
            Context.COMPOSER: self._wiring.writing.is_writing,
        }
        reasons = {
            Context.GATE: self.tr("Open a held reply in Cooling first."),
            Context.OUTBOX: self.tr("Go to Cooling first."),
            Context.COMPOSER: self.tr("No reply is being written."),
        }
        for act in Act:
            if set(act.contexts) <= set(here):
                is_possible = any(here[context] for context in act.contexts)
                self._window.acts.set_available(act, is_possible, reasons[act.contexts[0]])

    def _save_search(self) -> None:
        self._wiring.saved.save(self._window.top_bar.search.text())

    def _allow_searches(self) -> None:
        """Name the actions after the saved searches that they open, and allow what can be done."""
        acts, saved = self._window.acts, self._wiring.saved
        reason = self.tr("No search is saved here yet.")
        for place, act in enumerate(GO_SAVED):
            name = saved.searches[place].name if place < len(saved.searches) else ""
            acts.set_name(act, name)
            acts.set_available(act, bool(name), reason)
        reason = self.tr("Open a saved search first.")
        for act in (Act.EDIT_SEARCH, Act.SEARCH_UP, Act.SEARCH_DOWN, Act.DELETE_SEARCH):
            acts.set_available(act, saved.shown is not None, reason)

    def _remember(self, undo: Callable[[], None]) -> None:
        self._undos.append(undo)
        self._show_undo()

    def _undo_last(self) -> None:
        if self._undos:
            self._undos.pop()()
            self._wiring.say("")
        self._show_undo()

    def _show_undo(self) -> None:
        is_possible = bool(self._undos)
        self._window.clock_strip.set_undoable(is_possible)
        self._window.acts.set_available(
            Act.UNDO, is_possible, self.tr("There is nothing to take back.")
        )
