"""The head of the composer: who writes to whom, why so, and where suggestions are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ...replies.compose.suggestion import Suggestion
from ...replies.identities import Sender
from ...replies.orders.order import Marketplace
from ..theme.buttons import ActButton, IconButton
from ..theme.icons import Icon
from ..theme.labels import ElidedLabel
from ..theme.sheet import Tone
from ..theme.sizes import GAP, PADDING, Type
from .reply_words import ReplyWords
from .sender_box import SenderBox
from .suggestion_picker import SuggestionPicker

_LONGEST_SUBJECT: Final = 250  # RFC 5322 section 2.1.1 allows 998; nobody reads that


class IdentityBar(QWidget):
    """From and To stay in view whatever else happens; From and the subject can be changed.

    Signals:
        sender_chosen: the seller chose another address to write from.
        suggestion_wanted: carries the number of a suggestion that was chosen.
        leave_wanted: leave the reply, keep the draft.
        attach_wanted: files are to be attached.
    """

    sender_chosen = Signal()
    suggestion_wanted = Signal(int)
    leave_wanted = Signal()
    attach_wanted = Signal()

    def __init__(self, words: ReplyWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._is_compact = False
        self._suggested = ""
        self._picker = SuggestionPicker(words, self)
        self._sender = ElidedLabel(kind=Type.STRONG, parent=self)
        self._senders = SenderBox(self)
        self._recipient = ElidedLabel(kind=Type.STRONG, parent=self)
        self._why = ElidedLabel(kind=Type.SMALL, tone=Tone.MUTED, parent=self)
        self._subject = QLineEdit(self)
        self._subject.setMaxLength(_LONGEST_SUBJECT)
        self._subject.setAccessibleName(self.tr("Subject"))
        self._subject.setPlaceholderText(self.tr("Subject"))
        self._suggestions = ActButton("", Icon.CHEVRON_DOWN, parent=self)
        leave = IconButton(Icon.CROSS, self.tr("Leave the reply, keep the draft"), parent=self)
        self._attach = IconButton(Icon.CLIP, self.tr("Attach files"), parent=self)
        self._attach.clicked.connect(self.attach_wanted)
        self._senders.chosen.connect(self._on_sender_chosen)
        self._picker.chosen.connect(self.suggestion_wanted)
        self._suggestions.clicked.connect(self.open_suggestions)
        leave.clicked.connect(self.leave_wanted)
        self._lay_out(leave)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_parties(self, sender: str, recipient: str) -> None:
        """Show who writes to whom."""
        self.offer_senders((), "", Marketplace.OWN)
        self._sender.setText(sender)
        self._recipient.setText(recipient)
        self._sender.setAccessibleName(self.tr("From {name}").format(name=sender))
        self._recipient.setAccessibleName(self.tr("To {name}").format(name=recipient))

    def offer_senders(
        self, senders: Sequence[Sender], chosen: str, marketplace: Marketplace
    ) -> None:
        """Let her choose whom she writes as, where there are several.

        Args:
            senders: the best first.
            chosen: the address to begin with, where it is one of theirs.
            marketplace: the one that the letter came through.
        """
        self._senders.offer(senders, chosen, marketplace)
        is_choice = len(senders) > 1
        self._sender.setVisible(not is_choice)
        self._senders.setVisible(is_choice)
        for party in (self._senders, self._recipient):  # both have their share of a narrow bar
            self._parties.setStretchFactor(party, int(is_choice))
        self._show_why()

    def sender_address(self) -> str:
        """The address that the reply is written from, "" where none was offered."""
        return self._senders.address()

    def show_suggestions(self, suggestions: Sequence[Suggestion], chosen: int | None) -> None:
        """Offer these, best first, and say why the chosen one was made."""
        self._suggestions.setText(self._words.suggestions(len(suggestions)))
        self._suggestions.setVisible(bool(suggestions))
        self._picker.set_suggestions(suggestions, chosen)
        why = "" if chosen is None else suggestions[chosen].why
        self._suggested = self.tr("Suggested: {why}").format(why=why) if why else ""
        self._show_why()

    def set_compact(self, is_compact: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Keep to two lines, where the window is low."""
        self._is_compact = is_compact
        self._show_why()

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
        """Let sender and subject be changed, or not."""
        self._senders.setEnabled(not is_read_only)
        self._subject.setReadOnly(is_read_only)
        self._suggestions.setEnabled(not is_read_only)
        self._attach.setEnabled(not is_read_only)

    def _on_sender_chosen(self) -> None:
        self._show_why()
        self.sender_chosen.emit()

    def _show_why(self) -> None:
        """Say why this address writes and why this text is offered, where there is a choice."""
        sender = self._senders.why() if self._senders.count() > 1 else ""
        why = " ".join(part for part in (sender, self._suggested) if part)
        self._why.setText(why)
        self._why.setVisible(bool(why) and not self._is_compact)

    def _lay_out(self, leave: QWidget) -> None:
        parties = self._parties = QHBoxLayout()
        parties.setSpacing(GAP)
        parties.addWidget(ElidedLabel(self.tr("From"), tone=Tone.MUTED, parent=self))
        parties.addWidget(self._sender)
        parties.addWidget(self._senders)
        parties.addWidget(ElidedLabel(self.tr("To"), tone=Tone.MUTED, parent=self))
        parties.addWidget(self._recipient)
        parties.addStretch(0)
        parties.addWidget(leave)
        topic = QHBoxLayout()
        topic.setSpacing(GAP)
        topic.addWidget(self._subject, stretch=1)
        topic.addWidget(self._attach)
        topic.addWidget(self._suggestions)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, GAP // 2, PADDING, GAP)
        column.setSpacing(GAP // 2)
        column.addLayout(parties)
        column.addLayout(topic)
        column.addWidget(self._why)
