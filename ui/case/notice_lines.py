"""What mail says of an order beside its file, and the button that says it is right (S0-32)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtCore import QObject, Qt, Signal

from ...replies.orders.from_mail.weighing import FROM_MAIL, Telling, Word, words_of
from ...replies.orders.order import Notice, OrderFile
from ..theme.buttons import ActButton
from ..theme.cards import Card
from ..theme.icons import Icon
from ..theme.labels import VerdictLine
from ..theme.tokens import Role
from ..words import Words, visible
from . import sources
from .fact_rows import Fact, FactRows
from .money_words import money
from .order_view import OrderView


class NoticeLines(QObject):
    """Says that an order is not confirmed, what mail adds, and where it differs from the file.

    Its parts stand in the card itself, and hide where there is nothing to say. Nothing that they
    show goes into a reply.

    Signals:
        confirm_wanted: carries the row of the order that the seller says is right.
        copied: carries a value that was put on the clipboard.
    """

    confirm_wanted = Signal(int)
    copied = Signal(str)

    def __init__(self, words: Words, card: Card) -> None:
        super().__init__(card)
        self._words = words
        self._order_row = 0
        self._card = card
        self._state = VerdictLine(card)
        self._added = FactRows(card)
        self._added.set_citable(False)
        self._added.copied.connect(self.copied)
        self._conflicts: list[VerdictLine] = []
        self._unchecked = VerdictLine(card)
        self.button = ActButton(self.tr("This is right"), Icon.CHECK, parent=card)
        self.button.setToolTip(
            self.tr("From now on, what mail says of this order may stand in a reply.")
        )
        self.button.clicked.connect(self._on_confirm)
        for part in (self._state, self._added, self._unchecked):
            card.body.addWidget(part)
        card.body.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_order(self, view: OrderView) -> None:
        """Show what mail says of an order."""
        file = view.file
        self._order_row = file.id
        told = words_of(file)
        added = [word for word in told if not word.is_conflict]
        conflicts = [word for word in told if word.is_conflict]
        self._show_state(view, added)
        self._added.show_facts(self._fact(word, view.today) for word in added)
        self._added.setVisible(bool(added))
        self._show_conflicts(conflicts, view)
        is_open = is_unconfirmed(file)
        self._show_unchecked(file.notices, is_open=is_open)
        self.button.setVisible(is_open)

    def texts(self) -> list[str]:
        """What is shown, line by line."""
        lines = [self._state, self._unchecked, *self._conflicts]
        said = [line.text() for line in lines if not line.isHidden()]
        return [*said, *self._added.texts()]

    def _on_confirm(self) -> None:
        self.confirm_wanted.emit(self._order_row)

    def _show_state(self, view: OrderView, added: Sequence[Word]) -> None:
        file = view.file
        self._state.setVisible(not file.is_confirmed or bool(added))
        if not file.is_confirmed:
            text = self.tr("Known only from {notice}. Nothing of it goes into a reply.")
            rest = text.format(notice=sources.export_name(file.order.source))
            self._state.show_verdict(Icon.QUESTION, Role.WARNING, self.tr("Not confirmed."), rest)
        else:
            text = self.tr("The file does not have it. None of it goes into a reply.")
            self._state.show_verdict(Icon.MAIL, Role.MUTED, self.tr("Only in the mail."), text)

    def _fact(self, word: Word, today: date) -> Fact:
        return Fact(
            self._label(word.about),
            self._said(word, word.in_mail, today),
            is_number=word.about is Telling.TRACKING,
            source=sources.from_notice(word.notice),
        )

    def _show_conflicts(self, words: Sequence[Word], view: OrderView) -> None:
        while len(self._conflicts) < len(words):
            line = VerdictLine(self._card)
            self._card.body.addWidget(line)
            self._conflicts.append(line)
        for place, line in enumerate(self._conflicts):
            line.setVisible(place < len(words))
            if place < len(words):
                line.show_verdict(Icon.INFO, Role.MUTED, "", self._conflict(words[place], view))

    def _conflict(self, word: Word, view: OrderView) -> str:
        """Which says what, calmly: "The notice of 3 November says 2 copies; the file says 1"."""
        text = self.tr("{what}: the notice of {day} says {mail}; the file says {file}.")
        if not view.file.is_confirmed or view.order.source.startswith(FROM_MAIL):
            text = self.tr("{what}: the notice of {day} says {mail}; another notice says {file}.")
        in_file = "" if word.in_file is None else self._said(word, word.in_file, view.today)
        return text.format(
            what=self._label(word.about),
            day=self._words.long_day(word.notice.received_on, view.today),
            mail=self._said(word, word.in_mail, view.today),
            file=in_file,
        )

    def _show_unchecked(self, notices: Sequence[Notice], *, is_open: bool) -> None:
        is_unchecked = is_open and any(not (n.is_checked or n.is_confirmed) for n in notices)
        self._unchecked.setVisible(is_unchecked)
        self._unchecked.show_verdict(
            Icon.INFO,
            Role.MUTED,
            "",
            self.tr("Your mail server does not tell whether the notice is genuine."),
        )

    def _said(self, word: Word, value: str | int | Decimal | date, today: date) -> str:
        if isinstance(value, date):
            return self._words.day(value, today)
        if isinstance(value, Decimal):
            return money(value, word.currency) or f"{value:f}"
        return visible(str(value))

    def _label(self, about: Telling) -> str:
        return {
            Telling.COPIES: self.tr("Copies"),
            Telling.TITLE: self.tr("Title"),
            Telling.TOTAL: self.tr("Paid"),
            Telling.POSTAGE: self.tr("Postage"),
            Telling.BOUGHT: self.tr("Bought"),
            Telling.SHIP_TO: self.tr("Ships to"),
            Telling.SERVICE: self.tr("Service"),
            Telling.DUE: self.tr("Expected by"),
            Telling.TRACKING: self.tr("Tracking"),
            Telling.POSTED: self.tr("Posted"),
            Telling.DELIVERED: self.tr("Delivered"),
            Telling.PAID_BACK: self.tr("Paid back"),
            Telling.CANCELLED: self.tr("Cancelled"),
        }[about]


def is_unconfirmed(file: OrderFile) -> bool:
    """Whether there is anything that the seller can say is right."""
    return not file.is_confirmed or any(
        not word.is_conflict and not word.notice.is_confirmed for word in words_of(file)
    )
