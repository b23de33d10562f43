"""The keys: whether single letters start actions, and which key starts which."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from ..action_places import Context
from ..action_set import do_clash, is_single_letter
from ..actions import Act
from ..key_bindings import bindings_from, holders, is_usable, written_from, written_key
from ..theme.buttons import ActButton
from ..theme.fields import CheckBox
from ..theme.icons import Icon
from ..theme.labels import VerdictLine
from ..theme.tokens import Role
from .key_list import KeyField, KeyList, native
from .page import Page


class KeysPage(Page):
    """Asks whether single letters work as keys, and lets every action have keys of her own.

    Nothing changes in the window before the settings are kept.
    """

    def __init__(
        self, *, single_letters: bool, own_keys: tuple[str, ...], parent: QWidget
    ) -> None:
        super().__init__(self.tr("Keys"), self.tr("F1 shows every key, wherever you are."), parent)
        self._bindings = bindings_from(own_keys)
        self._adds = False
        self._wanted = ""
        self._single = CheckBox(self.tr("Single letters work as keys in lists and letters"), self)
        self._single.setChecked(single_letters)
        note = self.tr(
            "Such as j and k for the next and the one before, and r to reply. They never act in a "
            "text field. Turn them off if you dictate, or if a stray key does harm."
        )
        self.add_choice(self._single, note)
        self._search = QLineEdit(self)
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._on_search)
        self.add_field(self.tr("Find an action or a key"), self._search)
        self._list = KeyList(self)
        self.add_field(self.tr("Actions and their keys"), self._list)
        self._add_buttons()
        self._add_recorder()
        self.end()
        self._list.change_wanted.connect(self._on_change)
        self._list.row_changed.connect(self._show_buttons)
        self._show()

    def single_letters(self) -> bool:
        """Whether they work."""
        return self._single.isChecked()

    def own_keys(self) -> tuple[str, ...]:
        """What she changed, as it is kept."""
        return written_from(self._bindings)

    def _add_buttons(self) -> None:
        self._change = ActButton(self.tr("New key"), Icon.KEY, parent=self)
        self._further = ActButton(self.tr("Further key"), Icon.PLUS, parent=self)
        self._without = ActButton(self.tr("No key"), Icon.CROSS, parent=self)
        self._reset = ActButton(self.tr("As delivered"), Icon.REFUND, parent=self)
        self._reset_all = ActButton(self.tr("All as delivered"), Icon.REFUND, parent=self)
        self._change.clicked.connect(self._on_change)
        self._further.clicked.connect(self._on_further)
        self._without.clicked.connect(self._on_without)
        self._reset.clicked.connect(self._on_reset)
        self._reset_all.clicked.connect(self._on_reset_all)
        self._buttons = (
            self._change, self._further, self._without, self._reset, self._reset_all
        )  # fmt: skip
        self.add_row(*self._buttons)

    def _add_recorder(self) -> None:
        self._field = KeyField(self)
        self._field.setAccessibleName(self.tr("The new key"))
        self._field.editingFinished.connect(self._on_key)
        self._field.left.connect(self._stop)
        self._verdict = VerdictLine(self)
        self._column.addWidget(self._verdict)
        self._column.addWidget(self._field)
        self._take = ActButton(self.tr("Take it over"), Icon.CHECK, parent=self)
        self._take.clicked.connect(self._on_take)
        self.add_row(self._take)
        for part in (self._field, self._verdict, self._take):
            part.hide()

    def _on_search(self, words: str) -> None:
        self._stop_quietly()
        self._list.look_for(words)

    def _on_change(self) -> None:
        self._record(adds=False)

    def _on_further(self) -> None:
        self._record(adds=True)

    def _record(self, *, adds: bool) -> None:
        act = self._list.act()
        if act is None:
            return
        self._adds = adds
        for part in (*self._buttons, self._take):
            part.hide()
        self._list.make_room(is_wanted=True)
        self._field.empty()
        self._field.show()
        self._field.setFocus()
        says = self.tr("Press the key for “{action}”, or two after each other. Esc leaves it.")
        self._say(Icon.KEY, Role.ACCENT, says.format(action=act.text))

    def _on_key(self) -> None:
        act, sequence = self._list.act(), self._field.keySequence()
        if act is None or self._field.isHidden() or sequence.isEmpty():
            return
        key = written_key(sequence)
        if not is_usable(key):
            says = self.tr("{key} is needed by lists, buttons and fields. Press another key.")
            self._refuse(says.format(key=native(key)))
            return
        if set(act.contexts) == {Context.COMPOSER} and is_single_letter(key):
            says = self.tr("While you write, {key} is typed. Press it with Ctrl or Alt.")
            self._refuse(says.format(key=native(key)))
            return
        found = [other for other in holders(key, act, self._bindings) if not other.is_twin]
        if found:
            self._wanted = key
            says = self.tr(
                "{key} starts “{other}” there. Press another key, or take it over: “{other}” then "
                "keeps its other keys, or has none."
            )
            self._refuse(says.format(key=native(key), other=found[0].text))
            self._take.show()
            return
        if holders(key, act, self._bindings):
            says = self.tr("{key} shows the search or the keys everywhere. Press another key.")
            self._refuse(says.format(key=native(key)))
            return
        self._bind(act, key)

    def _refuse(self, says: str) -> None:
        self._field.empty()
        self._say(Icon.WARNING, Role.WARNING, says)

    def _on_take(self) -> None:
        act = self._list.act()
        if act is None:
            return
        for other in holders(self._wanted, act, self._bindings):
            kept = [one for one in self._bindings[other] if not do_clash(one, self._wanted)]
            self._bindings[other] = tuple(kept)
        self._bind(act, self._wanted)

    def _bind(self, act: Act, key: str) -> None:
        before = self._bindings[act] if self._adds else ()
        self._bindings[act] = (*(one for one in before if one != key), key)
        self._stop()

    def _on_without(self) -> None:
        self._set(())

    def _on_reset(self) -> None:
        act = self._list.act()
        if act is None:
            return
        taken = [other for key in act.keys for other in holders(key, act, self._bindings)]
        if taken:
            says = self.tr("“{other}” has its key now. Give that another one first.")
            self._say(Icon.WARNING, Role.WARNING, says.format(other=taken[0].text))
            return
        self._set(act.keys)

    def _set(self, keys: tuple[str, ...]) -> None:
        act = self._list.act()
        if act is not None:
            self._bindings[act] = keys
            self._stop()

    def _on_reset_all(self) -> None:
        self._bindings = bindings_from(())
        self._stop()

    def _stop(self) -> None:
        """Take nothing down any more, and go back to the list."""
        self._stop_quietly()
        self._show()
        self._list.setFocus()

    def _stop_quietly(self) -> None:
        for part in (self._field, self._verdict, self._take):
            part.hide()
        for button in self._buttons:
            button.show()
        self._list.make_room(is_wanted=False)

    def _show(self) -> None:
        self._list.show_keys(self._bindings)
        self._show_buttons()

    def _show_buttons(self) -> None:
        act = self._list.act()
        keys = self._bindings[act] if act is not None else ()
        for button in (self._change, self._further):
            button.setEnabled(act is not None)
        self._without.setEnabled(bool(keys))
        self._reset.setEnabled(act is not None and keys != act.keys)
        self._reset_all.setEnabled(bool(self.own_keys()))

    def _say(self, icon: Icon, role: Role, says: str) -> None:
        self._verdict.show_verdict(icon, role, "", says)
        self._verdict.show()
