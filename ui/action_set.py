"""The QActions of the table, with the keys that the seller chose, and what they clash with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from PySide6.QtCore import QKeyCombination, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from .action_places import Context
from .actions import Act
from .theme.icons import themed_icon

_CHECKABLE: Final = frozenset({Act.STOP_ALL})
_REPEATING: Final = frozenset(
    {Act.NEXT, Act.PREVIOUS, Act.FIND_NEXT, Act.FIND_PREVIOUS}
)  # a key held down does all else once


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two actions that one key would start in the same place."""

    first: Act
    second: Act
    keys: str


def default_keys() -> dict[Act, tuple[str, ...]]:
    """The default shortcuts of every action."""
    return {act: act.keys for act in Act}


def conflicts(bindings: Mapping[Act, Sequence[str]]) -> tuple[Conflict, ...]:
    """Every pair of actions that share a key, or the start of one, where both can work."""
    return tuple(
        Conflict(one, other, key)
        for one, other in combinations(Act, 2)
        if do_meet(one, other)
        for key in bindings.get(one, ())
        if any(do_clash(key, held) for held in bindings.get(other, ()))
    )


def do_meet(one: Act, other: Act) -> bool:
    """Whether there is a place where both work."""
    places = set(one.contexts) & set(other.contexts)
    return bool(places) or Context.ANYWHERE in (*one.contexts, *other.contexts)


def do_clash(one: str, other: str) -> bool:
    """Whether one key is the other or its beginning (then Qt calls both ambiguous)."""
    first, second = QKeySequence(one), QKeySequence(other)
    none = QKeySequence.SequenceMatch.NoMatch
    return first.matches(second) is not none or second.matches(first) is not none


def is_single_letter(keys: str) -> bool:
    """Whether a shortcut begins with a key that types a character."""
    first: QKeyCombination = QKeySequence(keys)[0]  # type: ignore[index]  # has __getitem__
    typing = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    return first.keyboardModifiers() in typing and first.key() < Qt.Key.Key_Escape


class ActionSet(QObject):
    """One QAction for each row of the table; the parts of the window attach themselves to it.

    Signals:
        availability_changed: an action became possible or impossible.
    """

    availability_changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._actions = {act: self._made(act) for act in Act}
        self._reasons: dict[Act, str] = {}
        self._names: dict[Act, str] = {}
        self._bindings = default_keys()
        self._has_single_letters = True
        self._set_keys()

    def __getitem__(self, act: Act) -> QAction:
        return self._actions[act]

    def attach(self, context: Context, part: QWidget) -> None:
        """Make the actions of a context work while `part`, or something in it, has the focus."""
        for act, action in self._actions.items():
            if context in act.contexts:
                part.addAction(action)

    def name(self, act: Act) -> str:
        """What an action is called now."""
        return self._names.get(act, act.text)

    def set_name(self, act: Act, name: str) -> None:
        """Call an action by what it leads to; "" gives it the name of the table again."""
        self._names[act] = name or act.text
        self._actions[act].setText(self._names[act].replace("&", "&&"))

    def set_available(self, act: Act, is_available: bool, why_not: str = "") -> None:  # noqa: FBT001
        """Allow an action or not; `why_not` is what the palette says then."""
        was_available = self._actions[act].isEnabled()
        self._actions[act].setEnabled(is_available)
        self._reasons[act] = "" if is_available else why_not
        if was_available is not is_available:
            self.availability_changed.emit()

    def why_not(self, act: Act) -> str:
        """Why an action is not possible now; "" where it is, or where nobody said."""
        return self._reasons.get(act, "")

    def keys(self, act: Act) -> tuple[str, ...]:
        """The keys of an action as this system writes them, those of its parts included."""
        native = QKeySequence.SequenceFormat.NativeText
        own = (QKeySequence(key) for key in act.own_keys)
        return tuple(key.toString(native) for key in (*self._actions[act].shortcuts(), *own))

    def bind(self, bindings: Mapping[Act, Sequence[str]]) -> None:
        """Use these shortcuts; what is not named has its default.

        Raises:
            ValueError: two actions would share a key; nothing is changed then.
        """
        wanted = default_keys() | {act: tuple(keys) for act, keys in bindings.items()}
        if found := conflicts(wanted):
            raise ValueError(
                f"{found[0].keys} would start both “{found[0].first.text}” and "
                f"“{found[0].second.text}”: choose another key for one of them."
            )
        self._bindings = wanted
        self._set_keys()

    def set_single_letters(self, are_on: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Let keys that type a character start actions, or not."""
        self._has_single_letters = are_on
        self._set_keys()

    def _set_keys(self) -> None:
        for act, keys in self._bindings.items():
            used = [key for key in keys if self._has_single_letters or not is_single_letter(key)]
            self._actions[act].setShortcuts([QKeySequence(key) for key in used])

    def _made(self, act: Act) -> QAction:
        action = QAction(act.text, self)
        action.setObjectName(act.name.lower())
        action.setAutoRepeat(act in _REPEATING)
        action.setCheckable(act in _CHECKABLE)
        if act.icon is not None:
            action.setIcon(themed_icon(act.icon))
        if Context.ANYWHERE not in act.contexts:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return action
