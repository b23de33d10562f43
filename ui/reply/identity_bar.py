"""The head of the composer: who writes to whom, about what, and where suggestions are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ...replies.compose.suggestion import Suggestion
from ..theme.buttons import ActButton, IconButton
from ..theme.icons import Icon
from ..theme.labels import ElidedLabel
from ..theme.sheet import Tone
from ..theme.sizes import GAP, PADDING, Type
from .reply_words import ReplyWords
from .suggestion_picker import SuggestionPicker

_LONGEST_SUBJECT: Final = 250  # RFC 5322 section 2.1.1 allows 998; nobody reads that


class IdentityBar(QWidget):
    """From and To stay in view whatever else happens; the subject can be changed.

    Signals:
        suggestion_wanted: carries the number of a suggestion that was chosen.
        leave_wanted: leave the reply, keep the draft.
    """

    suggestion_wanted = Signal(int)
    leave_wanted = Signal()

    def __init__(self, words: ReplyWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._is_compact = self._is_suggested = False
        self._picker = SuggestionPicker(words, self)
        self._sender = ElidedLabel(kind=Type.STRONG, parent=self)
        self._recipient = ElidedLabel(kind=Type.STRONG, parent=self)
        self._why = ElidedLabel(kind=Type.SMALL, tone=Tone.MUTED, parent=self)
        self._subject = QLineEdit(self)
        self._subject.setMaxLength(_LONGEST_SUBJECT)
        self._subject.setAccessibleName(self.tr("Subject"))
        self._subject.setPlaceholderText(self.tr("Subject"))
        self._suggestions = ActButton("", Icon.CHEVRON_DOWN, parent=self)
        leave = IconButton(Icon.CROSS, self.tr("Leave the reply, keep the draft"), parent=self)
        self._picker.chosen.connect(self.suggestion_wanted)
        self._suggestions.clicked.connect(self.open_suggestions)
        leave.clicked.connect(self.leave_wanted)
        self._lay_out(leave)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_parties(self, sender: str, recipient: str) -> None:
        """Show who writes to whom."""
        self._sender.setText(sender)
        self._recipient.setText(recipient)
        self._sender.setAccessibleName(self.tr("From {name}").format(name=sender))
        self._recipient.setAccessibleName(self.tr("To {name}").format(name=recipient))

    def show_suggestions(self, suggestions: Sequence[Suggestion], chosen: int | None) -> None:
        """Offer these, best first, and say why the chosen one was made."""
        self._suggestions.setText(self._words.suggestions(len(suggestions)))
        self._suggestions.setVisible(bool(suggestions))
        self._picker.set_suggestions(suggestions, chosen)
        why = "" if chosen is None else suggestions[chosen].why
        self._why.setText(self.tr("Suggested: {why}").format(why=why))
        self._is_suggested = bool(why)
        self._why.setVisible(self._is_suggested and not self._is_compact)

    def set_compact(self, is_compact: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Keep to two lines, where the window is low."""
        self._is_compact = is_compact
        self._why.setVisible(self._is_suggested and not is_compact)

    def open_suggestions(self) -> None:
        """Open the suggestions under their button, where there are any."""
        if self._suggestions.isVisible() and self._suggestions.isEnabled():
            self._picker.open_under(self._suggestions)

    def subject(self) -> str:
        """The subject as it stands."""
        return self._subject.text().strip()

    def set_subject(self, subject: str) -> None:
        """Show another subject."""
        self._subject.setText(subject)
        self._subject.setCursorPosition(0)

    def set_read_only(self, is_read_only: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Let the subject be changed, or not."""
        self._subject.setReadOnly(is_read_only)
        self._suggestions.setEnabled(not is_read_only)

    def _lay_out(self, leave: QWidget) -> None:
        parties = QHBoxLayout()
        parties.setSpacing(GAP)
        for name, party in ((self.tr("From"), self._sender), (self.tr("To"), self._recipient)):
            parties.addWidget(ElidedLabel(name, tone=Tone.MUTED, parent=self))
            parties.addWidget(party)
        parties.addStretch(1)
        parties.addWidget(leave)
        topic = QHBoxLayout()
        topic.setSpacing(GAP)
        topic.addWidget(self._subject, stretch=1)
        topic.addWidget(self._suggestions)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, GAP // 2, PADDING, GAP)
        column.setSpacing(GAP // 2)
        column.addLayout(parties)
        column.addLayout(topic)
        column.addWidget(self._why)
