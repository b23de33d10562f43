"""Spelling of the reply: looked up off the GUI thread, shown as beads, mended from a menu."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QMenu

from ...replies.errors import SpellerError
from ...replies.own_words import OwnWords
from ...replies.tone.finding import Span
from ..engine import Engine
from ..languages import said
from .composer import Composer
from .marks import to_utf16

if TYPE_CHECKING:
    from ...replies.inbox import Matter
    from ...replies.spelling import Allowed, SpellCheck, SpellerSource

_LOOK: Final = "spelling"
_SUGGEST: Final = "spelling suggestions"
_MOST_MARKED: Final = 200  # a letter with more is in a language that is not looked up


@dataclass(frozen=True, slots=True)
class _Looked:
    text: str
    places: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Meant:
    word: str
    place: Span
    suggestions: tuple[str, ...]
    has_usual: bool  # what every context menu of a text has stands below


class _Dictionaries:
    """The dictionaries, opened by the first look; all its methods are for the working thread."""

    def __init__(self, source: SpellerSource) -> None:
        self._source = source
        self._check: SpellCheck | None = None

    def look(self, text: str, allowed: Allowed) -> _Looked:
        """The places of the words that are in none."""
        words = islice(self._opened().misspelt(text, allowed), _MOST_MARKED)
        return _Looked(text, tuple(to_utf16(text, Span(w.start, w.end)) for w in words))

    def suggest(self, word: str, place: Span, *, has_usual: bool) -> _Meant:
        """What may have been meant."""
        return _Meant(word, place, self._opened().suggestions(word), has_usual)

    def _opened(self) -> SpellCheck:
        from ...replies.spelling import SpellCheck

        if self._check is None:
            self._check = SpellCheck(self._source.open())
        return self._check


class Spelling(QObject):
    """Looks after the spelling of one letter at a time; it stops nothing that is done with it.

    Signals:
        said: carries a sentence for the line at the foot of the window.
    """

    said = Signal(str)

    def __init__(self, engine: Engine, composer: Composer, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._composer = composer
        self._dictionaries = _Dictionaries(engine.profile.speller)
        self._own = OwnWords(engine.profile.folder)
        self._own_words: frozenset[str] = frozenset()
        self._allowed: Allowed | None = None
        self._conversation = 0
        self._ignored: dict[int, set[str]] = {}
        self._why_not = ""
        composer.text_changed.connect(self._look)
        composer.editor.word_menu_wanted.connect(self.offer)
        engine.background.finished.connect(self._on_finished)
        engine.background.failed.connect(self._on_failed)

    def begin(self, matter: Matter, own_names: Iterable[str]) -> None:
        """Another letter is answered; the text follows with the composer's `text_changed`."""
        from ...replies.letter_names import allowed_in

        self._conversation = matter.conversation_id
        self._allowed = allowed_in(matter, own_names)
        self._read_own()

    def end(self) -> None:
        """No letter is written any more."""
        self._allowed = None
        self._composer.editor.misspelt.show(())

    def follow_preferences(self) -> None:
        """Spelling was turned on or off, or the own dictionary has changed."""
        self._read_own()
        self._look()

    def next_word(self) -> None:
        """Lead to the next misspelt word, from the last one to the first."""
        editor = self._composer.editor
        place = editor.misspelt.behind(editor.textCursor().selectionStart())
        if place is None:
            self.said.emit(self._why_none())
            return
        self._composer.lead_to(place.start, place.end)
        word = editor.misspelt.text_of(place)
        self._announce(self.tr("“{word}” is in no dictionary.").format(word=word))

    def offer(self, position: int | None = None) -> bool:
        """Show what may have been meant by the word at the cursor; False where there is none.

        Args:
            position: in UTF-16 units, where a context menu is wanted; None for the cursor.
        """
        editor = self._composer.editor
        at = editor.textCursor().position() if position is None else position
        place = editor.misspelt.at(at)
        if place is None or editor.isReadOnly():
            return False
        word = editor.misspelt.text_of(place)
        has_usual = position is not None
        work = partial(self._dictionaries.suggest, word, place, has_usual=has_usual)
        self._engine.background.start(_SUGGEST, work)
        return True

    def offer_or_lead(self) -> None:
        """Show what may have been meant by the word at the cursor, or lead to the next one."""
        if not self.offer():
            self.next_word()

    def _look(self) -> None:
        is_wanted = self._engine.preferences.spelling and not self._why_not
        if self._allowed is None or not is_wanted:
            self._composer.editor.misspelt.show(())
            return
        ignored = self._ignored.get(self._conversation, set())
        allowed = replace(self._allowed, own=self._own_words | ignored)
        work = partial(self._dictionaries.look, self._composer.body(), allowed)
        self._engine.background.start(_LOOK, work)

    def _on_finished(self, name: str, result: object) -> None:
        if self._allowed is None:
            return
        if name == _LOOK and isinstance(result, _Looked):
            if result.text == self._composer.body():
                self._composer.editor.misspelt.show(result.places)
        elif name == _SUGGEST and isinstance(result, _Meant):
            self._open_menu(result)

    def _on_failed(self, name: str, error: Exception) -> None:
        """Without dictionaries the reply is written as before; Preferences say what is missing."""
        if name not in {_LOOK, _SUGGEST}:
            return
        self._why_not = said(error) if isinstance(error, SpellerError) else str(error)
        self._composer.editor.misspelt.show(())

    def _open_menu(self, meant: _Meant) -> None:
        editor = self._composer.editor
        if editor.misspelt.text_of(meant.place) != meant.word or editor.isReadOnly():
            return
        menu = QMenu(editor)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if meant.suggestions:
            told = self.tr("“{word}” is in no dictionary. Perhaps:").format(word=meant.word)
        else:
            told = self.tr("“{word}” is in no dictionary.").format(word=meant.word)
        menu.setAccessibleName(told)
        menu.addAction(told).setEnabled(False)
        for one in meant.suggestions:
            menu.addAction(one.replace("&", "&&"), partial(self._put, meant, one))
        menu.addSeparator()
        menu.addAction(self.tr("Add to my dictionary"), partial(self._add, meant.word))
        menu.addAction(self.tr("Ignore in this letter"), partial(self._ignore, meant.word))
        if meant.has_usual:
            usual = editor.createStandardContextMenu()
            usual.setParent(menu, usual.windowFlags())  # it owns its entries
            menu.addSeparator()
            menu.addActions(usual.actions())
        words = editor.place_of(meant.place.start, meant.place.end)
        menu.popup(editor.viewport().mapToGlobal(words.bottomLeft()))
        first = next(action for action in menu.actions() if action.isEnabled())
        menu.setActiveAction(first)
        self._announce(" ".join((told, ", ".join(meant.suggestions))).strip())

    def _put(self, meant: _Meant, word: str) -> None:
        editor = self._composer.editor
        if editor.misspelt.text_of(meant.place) == meant.word and not editor.isReadOnly():
            editor.replace(meant.place.start, meant.place.end, word)
            self._composer.check_now()

    def _add(self, word: str) -> None:
        try:
            self._own.add(word)
        except OSError as error:
            self._engine.failed.emit(error)
            return
        self._read_own()
        self._look()
        self.said.emit(self.tr("“{word}” is in your dictionary.").format(word=word))

    def _ignore(self, word: str) -> None:
        self._ignored.setdefault(self._conversation, set()).add(word.casefold())
        self._look()

    def _read_own(self) -> None:
        try:
            self._own_words = frozenset(word.casefold() for word in self._own.load())
        except OSError as error:
            self._own_words = frozenset()
            self._engine.failed.emit(error)

    def _why_none(self) -> str:
        if not self._engine.preferences.spelling:
            return self.tr("Spelling is not checked: it is turned off in Preferences, Writing.")
        return self._why_not or self.tr("No word is misspelt, as far as the dictionaries know.")

    def _announce(self, told: str) -> None:
        event = QAccessibleAnnouncementEvent(self._composer.editor, told)
        QAccessible.updateAccessibility(event)
