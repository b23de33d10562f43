"""The reply as a post that anybody may read, its worst sentence alone, and whose data it tells."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ...replies.tone.post_test import Personal, PersonalKind, PostTest, Quote
from ..theme.buttons import ActButton, foot_of
from ..theme.icons import Icon
from ..theme.labels import ElidedLabel, Label, VerdictLine
from ..theme.sheet import Ground, Look, Tone, dress
from ..theme.sizes import GAP, PADDING, Type, window_size
from ..theme.tokens import Role
from ..words import visible
from .reply_words import ReplyWords
from .severity_sign import SEVERITY_ICONS
from .tone_highlighter import SEVERITY_ROLES

_SIZE: Final = (640, 640)


class PostView(QDialog):
    """Shows what a public reader would see of a reply.

    Signals:
        finding_wanted: carries the Finding in the worst sentence, which she wants to mend.
        place_wanted: carries the Span of personal data, which she wants to see in the reply.
    """

    finding_wanted = Signal(object)
    place_wanted = Signal(object)

    def __init__(
        self,
        author: str,
        complaint: str,
        body: str,
        found: PostTest,
        words: ReplyWords,
        parent: QWidget | None = None,
    ) -> None:
        """Show a reply.

        Args:
            author: the name that would stand over it.
            complaint: what it answers, in one neutral line.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Post test: as if they had posted it"))
        dress(self, ground=Ground.WINDOW)
        self._words = words
        self._close = ActButton(self.tr("Back to the reply"), Icon.ARROW_LEFT, parent=self)
        self._close.clicked.connect(self.reject)
        self._first: QWidget = self._close
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(PADDING)
        column.addWidget(self._post(author, complaint, body))
        column.addWidget(self._alone(found.worst))
        column.addWidget(self._told_of(found.personal))
        column.addStretch(1)
        self._lay_out(page)
        self._first.setFocus()

    def _post(self, author: str, complaint: str, body: str) -> QWidget:
        card, column = self._card(self.tr("The whole reply"))
        column.addWidget(Label(visible(author), Type.STRONG, parent=card))
        about = self.tr("in public answer to: {complaint}").format(complaint=complaint)
        column.addWidget(Label(about, Type.SMALL, Tone.MUTED, card))
        text = Label(body.strip(), Type.LETTER, parent=card)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addSpacing(GAP)
        column.addWidget(text)
        return card

    def _alone(self, worst: Quote | None) -> QWidget:
        card, column = self._card(self.tr("One sentence of it, passed on alone"))
        line = VerdictLine(card)
        if worst is None:
            line.show_verdict(
                Icon.CHECK, Role.READY, self.tr("Nothing here would look bad when quoted.")
            )
            column.addWidget(line)
            return card
        finding = worst.finding
        quoted = self.tr("“{sentence}”").format(sentence=visible(worst.text))
        column.addWidget(Label(quoted, Type.HEAD, parent=card))
        line.show_verdict(
            SEVERITY_ICONS[finding.severity],
            SEVERITY_ROLES[finding.severity][0],
            self._words.title(finding) + ".",
            self._words.reason(finding),
        )
        column.addWidget(line)
        mend = ActButton(self.tr("Mend this sentence"), Icon.PENCIL, parent=card)
        mend.clicked.connect(partial(self._lead, self.finding_wanted, finding))
        column.addWidget(mend, alignment=Qt.AlignmentFlag.AlignLeft)
        self._first = mend
        return card

    def _told_of(self, personal: tuple[Personal, ...]) -> QWidget:
        card, column = self._card(self.tr("What strangers would learn of people"))
        if not personal:
            line = VerdictLine(card)
            line.show_verdict(
                Icon.CHECK, Role.READY, self.tr("No address, number or full name of anybody.")
            )
            column.addWidget(line)
        for one in personal:
            column.addLayout(self._row(one, card))
        return card

    def _row(self, one: Personal, card: QWidget) -> QHBoxLayout:
        line = VerdictLine(card)
        rest = self.tr("Must not be in this letter at all.") if one.is_leak else ""
        icon, role = (Icon.ERROR, Role.ERROR) if one.is_leak else (Icon.INFO, Role.ADVICE)
        lead = f"{self._kind(one.kind)}: {visible(one.text)}."
        line.show_verdict(icon, role, lead, rest)
        show = ActButton(self.tr("Show it"), look=Look.QUIET, parent=card)
        show.setAccessibleName(self.tr("Show it in the reply: {text}").format(text=one.text))
        show.clicked.connect(partial(self._lead, self.place_wanted, one.span))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(line, stretch=1, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(show)
        return row

    def _kind(self, kind: PersonalKind) -> str:
        return {
            PersonalKind.CARD: self.tr("Number of a card"),
            PersonalKind.SECRET: self.tr("Password"),
            PersonalKind.OTHER_PERSON: self.tr("Of another customer"),
            PersonalKind.MAIL_ADDRESS: self.tr("Mail address"),
            PersonalKind.PHONE: self.tr("Phone number"),
            PersonalKind.STREET: self.tr("Where somebody lives"),
            PersonalKind.NAME: self.tr("Full name"),
            PersonalKind.ORDER_NUMBER: self.tr("Order number"),
        }[kind]

    def _lead(self, wanted: SignalInstance, place: object, *_: object) -> None:
        self.accept()
        wanted.emit(place)

    def _card(self, title: str) -> tuple[QFrame, QVBoxLayout]:
        card = QFrame(self)
        dress(card, ground=Ground.CARD)
        column = QVBoxLayout(card)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(GAP)
        column.addWidget(Label(title, Type.SMALL_STRONG, Tone.MUTED, card))
        return card, column

    def _lay_out(self, page: QWidget) -> None:
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("The post test"))
        area.setWidget(page)
        area.viewport().setAutoFillBackground(False)
        page.setAutoFillBackground(False)
        alone = ElidedLabel(self.tr("Only you see this."), Type.SMALL, Tone.MUTED, self)
        foot = foot_of(self._close, before=(alone,))
        foot.setContentsMargins(PADDING, 0, PADDING, PADDING)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area, stretch=1)
        column.addLayout(foot)
        self.resize(window_size(self, *_SIZE))
