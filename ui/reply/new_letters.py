"""Letters that answer none: begun by a key, by a link of a letter, or by the system."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ...mailbox.mail_link import MailLink, read_mail_link
from ...replies.errors import ReplyError
from ...replies.new_letter_store import correspondents
from ...replies.new_letters import addressee, left_out
from .. import operations
from ..engine import Engine
from ..languages import said, spoken
from .new_letter_dialog import NewLetterDialog

_NO_LINK = MailLink("")


class NewLetters(QObject):
    """Begins a letter as a draft in a conversation of its own; the composer goes on with it.

    Signals:
        begun: carries the conversation of the letter.
        refused: carries a sentence on why none can be begun.
        said: carries a sentence on what of a link was left out.
    """

    begun = Signal(int)
    refused = Signal(str)
    said = Signal(str)

    def __init__(self, engine: Engine, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._window = window

    def ask(self, account_id: int | None = None) -> None:
        """Ask to whom the letter goes.

        Args:
            account_id: the account that is offered first, None for no wish.
        """
        self._ask(_NO_LINK, account_id)

    def follow(self, url: str, account_id: int | None = None) -> None:
        """Begin the letter that a mail link asks for; what it leaves open is asked for first.

        Args:
            url: of the scheme "mailto".
            account_id: the account that writes, None where that is not known.
        """
        link = read_mail_link(url)
        accounts = self._engine.accounts()
        if account_id is None and len(accounts) == 1:
            account_id = accounts[0].id
        if not link.to or account_id is None:
            self._ask(link, account_id)
            return
        try:
            addressee(link)
        except ReplyError as error:
            self.refused.emit(said(error))
            return
        self._begin(account_id, link)

    def _ask(self, link: MailLink, account_id: int | None) -> None:
        accounts = sorted(self._engine.accounts(), key=lambda one: one.id != account_id)
        if not accounts:
            self.refused.emit(self.tr("Add an account first: a letter needs one to go out."))
            return
        known = correspondents(self._engine.reader)
        dialog = NewLetterDialog(accounts, known, link, self._window)
        dialog.letter_wanted.connect(self._begin)
        dialog.open()

    def _begin(self, account_id: int, link: MailLink) -> None:
        body = link.body.replace("\r\n", "\n").replace("\r", "\n")
        future = operations.begin_letter(
            self._engine.writer,
            self._engine.outbox,
            account_id,
            addressee(link),
            link.subject,
            body,
        )
        self._engine.follow(future, partial(self._on_begun, left_out(link)))

    def _on_begun(self, note: str, conversation_id: int) -> None:
        self.begun.emit(conversation_id)
        if note:
            self.said.emit(spoken(note))
