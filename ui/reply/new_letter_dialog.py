"""Asks to whom a new letter goes, and from which account."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QDialog, QLineEdit, QVBoxLayout, QWidget

from ...mailbox.account import Account
from ...mailbox.mail_link import MailLink
from ...replies.errors import ReplyError
from ...replies.new_letters import addressee
from ..languages import said
from ..theme.buttons import ActButton, PrimaryButton, foot_of
from ..theme.icons import Icon
from ..theme.labels import Label, VerdictLine
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, PADDING, Type, window_size
from ..theme.tokens import Role

_WIDTH: Final = 440
_LEAST_HEIGHT: Final = 200
_LONGEST: Final = 320


class NewLetterDialog(QDialog):
    """A field for the address; those that have written are offered while it is typed.

    Signals:
        letter_wanted: carries the id of the account that writes, and the MailLink of the letter.
    """

    letter_wanted = Signal(int, object)

    def __init__(
        self,
        accounts: Sequence[Account],
        known: Sequence[str],
        link: MailLink,
        parent: QWidget,
    ) -> None:
        """Lay the fields out.

        Args:
            accounts: those that can write, the usual one first.
            known: addresses to offer.
            link: what the letter is begun with.
            parent: the window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Write a new letter"))
        dress(self, ground=Ground.WINDOW)
        self._link = link
        self._to = QLineEdit(link.to, self)
        self._to.setMaxLength(_LONGEST)
        self._to.setPlaceholderText(self.tr("Name or address"))
        completer = QCompleter(list(known), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._to.setCompleter(completer)
        self._accounts = QComboBox(self)
        for account in accounts:
            self._accounts.addItem(account.address, account.id)
        self._note = VerdictLine(self)
        self._note.hide()
        self._cancel = ActButton(self.tr("Cancel"), parent=self)
        self._write = PrimaryButton(self.tr("Write the letter"), Icon.PENCIL, parent=self)
        self._write.setDefault(True)
        self._lay_out()
        self._to.textChanged.connect(self._note.hide)
        self._cancel.clicked.connect(self.reject)
        self._write.confirmed.connect(self._on_write)
        self._to.setFocus()

    def _on_write(self) -> None:
        link = MailLink(
            self._to.text().strip(), self._link.cc, self._link.subject, self._link.body
        )
        try:
            addressee(link)
        except ReplyError as error:
            self._note.show_verdict(Icon.WARNING, Role.ERROR, "", said(error))
            self._note.show()
            self._to.setFocus()
            return
        self.letter_wanted.emit(self._accounts.currentData(), link)
        self.accept()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING * 2, PADDING * 2, PADDING * 2, PADDING)
        column.setSpacing(GAP)
        is_choice = self._accounts.count() > 1
        fields: list[tuple[str, QWidget]] = [(self.tr("To"), self._to)]
        if is_choice:
            fields.append((self.tr("From"), self._accounts))
        for caption, field in fields:
            label = Label(caption, Type.STRONG, parent=self)
            label.setBuddy(field)
            field.setAccessibleName(caption)
            column.addWidget(label)
            column.addWidget(field)
        self._accounts.setVisible(is_choice)
        intro = self.tr("It cools down and is read again like every letter before it goes out.")
        column.addWidget(Label(intro, Type.SMALL, Tone.MUTED, self))
        column.addWidget(self._note)
        column.addStretch(1)
        column.addLayout(foot_of(self._cancel, self._write))
        self.resize(window_size(self, _WIDTH, _LEAST_HEIGHT))
