"""The second language of the reply: made of the same template, compared while she writes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from ...replies.compose.suggest import TEMPLATE_LANGUAGES, SuggestionInputs, in_language
from ...replies.compose.suggestion import Suggestion
from ...replies.compose.twins import compared
from .composer import Composer
from .twin_pane import different, paragraphs

_COMPARE_AFTER_MS = 200
_NAMES = frozenset({"addressee", "seller", "shop"})


class Twin(QObject):
    """Fills the pane beside the editor.

    Signals:
        refused: carries a sentence on why there is no second letter.
    """

    refused = Signal(str)

    def __init__(
        self,
        composer: Composer,
        language: str,
        inputs: Callable[[], SuggestionInputs | None],
        parent: QObject,
    ) -> None:
        """Serve this composer.

        Args:
            language: in which the seller works.
            inputs: gives what the letters are made of, None where none is written.
        """
        super().__init__(parent)
        self._composer = composer
        self._language = language
        self._inputs = inputs
        self._letter: Suggestion | None = None
        self._names: tuple[str, ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_COMPARE_AFTER_MS)
        self._later.timeout.connect(self._compare)
        composer.letter_taken.connect(self.take)
        composer.editor.text_edited.connect(self._compare_soon)
        composer.editor.cursorPositionChanged.connect(self._follow_cursor)
        composer.twin.closed.connect(self.close)

    def take(self, letter: Suggestion | None) -> None:
        """The text of this letter is in the editor; one in a foreign language shows its twin."""
        self._letter = letter
        if letter is None:
            self.close()
        elif letter.language != self._language or not self._composer.twin.isHidden():
            self._show(is_asked=False)

    def toggle(self) -> None:
        """Show the second language, or no more."""
        if self._composer.twin.isHidden():
            self._show(is_asked=True)
        else:
            self.close()

    def close(self) -> None:
        """Show one letter only."""
        self._later.stop()
        self._composer.show_twin(is_shown=False)
        self._composer.editor.setExtraSelections([])

    def _show(self, *, is_asked: bool) -> None:
        inputs = self._inputs()
        letter = self._letter
        if letter is None or inputs is None:
            self.refused.emit(
                self.tr(
                    "Take a suggestion first: it is there in both languages from our templates."
                )
            )
            return
        twin = in_language(letter, inputs, self._second(letter.language))
        if twin is None:
            self.close()
            if is_asked:
                self.refused.emit(self.tr("This letter is written in one language only."))
            return
        both = letter.facts.items() & twin.facts.items()  # a greeting without a name is no fault
        self._names = tuple(words for name, words in sorted(both) if name in _NAMES)
        self._composer.twin.show_letter(twin.body, twin.language)
        self._composer.show_twin(is_shown=True)
        self._compare()
        self._follow_cursor()

    def _second(self, language: str) -> str:
        """Hers, where the letter is in another one; else the other of those that all are in."""
        if language != self._language:
            return self._language
        return next(one for one in TEMPLATE_LANGUAGES if one != language)

    def _compare_soon(self) -> None:
        if not self._composer.twin.isHidden():
            self._later.start()

    def _compare(self) -> None:
        if self._composer.twin.isHidden():
            return
        editor, pane = self._composer.editor, self._composer.twin
        body = editor.body()
        found = compared(body, pane.body, self._names)
        editor.setExtraSelections(different(editor, body, found.in_first))
        pane.show_differences(found)

    def _follow_cursor(self) -> None:
        if not self._composer.twin.isHidden():
            place = self._composer.editor.textCursor().position()
            number = bisect_right(paragraphs(self._composer.editor), place) - 1
            self._composer.twin.show_paragraph(max(number, 0))
