"""The neutral summary above a letter: what it is about, and the issues as a check list."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ...replies.cases.case import CaseKind
from ...replies.inbox import Matter
from ..theme.flow import FlowLayout
from ..theme.icons import Icon
from ..theme.labels import ElidedLabel, Label, Sign
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, ICON, PADDING, Type
from ..theme.tokens import Role
from ..words import Words, is_threat


class SummaryCard(QFrame):
    """Says what the letter is about before its own words are read."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress(self, ground=Ground.CARD)
        self._words = words
        self._summary = Label("", Type.STRONG, parent=self)
        self._list = QWidget(self)
        self._flow = FlowLayout(self._list, gap=PADDING)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(GAP // 2)
        column.addWidget(self._summary)
        column.addWidget(self._list)

    def show_matter(self, matter: Matter) -> None:
        """Show the summary of a letter."""
        issues = matter.judgement.issues
        said = self._words.summary_sentences(matter.kind, issues)
        self._summary.setText(self._words.back() if matter.is_back else said)
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._list.setVisible(False)
        if matter.is_back:
            return
        for issue in issues:
            self._add(_Issue(issue, self._words.issue(issue), self._list))
        if matter.correction.complaint is None:
            self._add(self._certainty(matter))
        if not matter.correction.teaches:
            for learnt in matter.learnt:
                text = self._words.learnt(learnt)
                self._add(ElidedLabel(text, Type.SMALL, Tone.MUTED, self._list))
        self._list.setVisible(self._flow.count() > 0)

    def _add(self, part: QWidget) -> None:
        self._flow.addWidget(part)
        part.show()

    def _certainty(self, matter: Matter) -> QWidget:
        read = (
            self.tr("Read as a complaint: {certainty}")
            if matter.judgement.complaint
            else self.tr("Read as no complaint: {certainty}")
        )
        word = self._words.certainty(matter.judgement.confidence)
        text = read.format(certainty=word)
        return ElidedLabel(text, Type.SMALL, Tone.MUTED, self._list)


class _Issue(QWidget):
    def __init__(self, issue: CaseKind, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        is_warning = is_threat(issue)
        icon = Icon.WARNING if is_warning else Icon.CHECK
        sign = Sign(icon, Role.WARNING if is_warning else Role.MUTED, ICON - 3, self)
        tone = Tone.WARNING if is_warning else None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        row.addWidget(sign, alignment=Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(ElidedLabel(word, Type.SMALL, tone, self))
