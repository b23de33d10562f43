"""The editor with what the tone check found in it: the marks, and the card of one finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ...replies.tone.finding import Finding, Severity, Span, ToneReport
from ...replies.tone.gatekeeping import dismissal_key, is_dismissed, may_be_dismissed
from ..theme.sizes import GAP, PADDING, px
from ..theme.tokens import tokens_of
from .finding_card import FindingCard, FindingKeys
from .marks import Mark, blanks_to_take, next_place, to_utf16
from .reply_editor import ReplyEditor
from .reply_words import ReplyWords
from .stated_facts import StatedFacts
from .tone_highlighter import ToneHighlighter

if TYPE_CHECKING:
    from ...replies.tone.mending import Repair

    Mending = Callable[[str, Finding, ToneReport], Sequence[Repair]]


class MarkedEditor(QWidget):
    """Shows a report on the text, leads from one finding to the next, puts repairs in.

    Signals:
        dismissed: carries the key of a finding (`dismissal_key`) and the reason why it may stay.
        repaired: a repair was put in; the text wants a new check at once.
    """

    dismissed = Signal(str, str)
    repaired = Signal()

    def __init__(self, words: ReplyWords, keys: FindingKeys, parent: QWidget) -> None:
        """Lay the editor into `parent`, over which the card may stand."""
        super().__init__(parent)
        self._words = words
        self.editor = ReplyEditor(self)
        self._highlighter = ToneHighlighter(self.editor.document(), self)
        self._highlighter.set_tokens(tokens_of(self.palette()))
        self.facts = StatedFacts(words, self.editor, self._highlighter)
        self._desk = parent
        self._card = FindingCard(keys, parent)
        self._findings: tuple[Finding, ...] = ()
        self._current: int | None = None
        self._report: ToneReport | None = None
        self._checked = ""
        self._mending: Mending | None = None
        self._repairs: Sequence[Repair] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.editor)
        self.editor.text_edited.connect(self._follow_text, Qt.ConnectionType.QueuedConnection)
        self.editor.place_clicked.connect(self._on_place_clicked)
        self.editor.verticalScrollBar().valueChanged.connect(self._place_card)
        self._card.repair_wanted.connect(self.apply_repair)
        self._card.dismissed.connect(self._on_dismissed)
        self._card.closed.connect(self.close_card)

    def set_mending(self, mending: Mending | None) -> None:
        """Ask this for the repairs of a finding; without it those of the check are offered."""
        self._mending = mending

    @property
    def current(self) -> Finding | None:
        """The finding whose card is shown."""
        return None if self._current is None else self._findings[self._current]

    def set_gaps(self, gaps: re.Pattern[str]) -> None:
        """Show what this finds as gaps to fill in."""
        self.editor.set_gaps(gaps)
        self._highlighter.set_gaps(gaps)

    def start(self, text: str) -> None:
        """Begin with another letter: its text, and no findings yet."""
        self.close_card()
        self._findings = ()
        self._highlighter.show_marks(())
        self._highlighter.show_facts(())
        self.editor.start(text)

    def show_report(self, report: ToneReport, dismissals: Mapping[str, str]) -> None:
        """Mark what the report on the present text found and the seller has not set aside."""
        shown = self.current
        standing = [f for f in report.findings if not is_dismissed(f, report, dismissals)]
        self._findings = tuple(sorted(standing, key=lambda f: f.span is None))
        text = self.editor.body()
        self._report, self._checked = report, text
        self._highlighter.show_marks([_mark_of(finding, text) for finding in self._findings])
        if shown is not None and shown in self._findings and not self._card.is_asking:
            self._show(self._findings.index(shown))
        elif not self._card.is_asking:
            self.close_card()

    def next_finding(self) -> None:
        """Lead to the next finding, from the last one to the first."""
        self._step(backwards=False)

    def previous_finding(self) -> None:
        """Lead to the finding before."""
        self._step(backwards=True)

    def show_finding(self, finding: Finding) -> None:
        """Lead to this finding, where it still stands."""
        if finding in self._findings:
            self._show(self._findings.index(finding), leads=True)

    def show_first(self, severity: Severity) -> None:
        """Lead to the first finding of a severity."""
        for index, finding in enumerate(self._findings):
            if finding.severity is severity:
                self._show(index, leads=True)
                return

    def show_place(self, span: Span) -> None:
        """Select a stretch of the checked text."""
        place = to_utf16(self.editor.body(), span)
        self.close_card()
        self.editor.select(place.start, place.end)
        self.editor.setFocus()

    def apply_repair(self, number: int = 0) -> None:
        """Put a repair of the shown finding in; without a card, lead to the next finding."""
        index = self._current
        if index is None:
            self.next_finding()
            return
        if self._mending is not None:
            self._put_in(number)
            return
        repair, mark = self._findings[index].repair, self._highlighter.marks[index]
        if repair is None or mark is None:
            return
        self.close_card()
        start, end = mark.start, mark.end
        if not repair:
            left, right = blanks_to_take(*self.editor.neighbours(start, end))
            start, end = start - left, end + right
        self.editor.replace(start, end, repair)
        self.repaired.emit()

    def _put_in(self, number: int) -> None:
        """Put in what was proved for the checked text; after an edit a new check comes first."""
        repair = self._repairs[number] if number < len(self._repairs) else None
        if repair is None or self.editor.body() != self._checked:
            return
        place = to_utf16(self._checked, repair.span)
        self.close_card()
        self.editor.replace(place.start, place.end, repair.text)
        if repair.day_words:  # hers to change: what she types takes its place
            at = place.start + to_utf16(repair.text, _span_of(repair.day_words, repair.text)).start
            self.editor.select(at, at + len(repair.day_words))
        self.editor.setFocus()
        self.repaired.emit()

    def dismiss_finding(self) -> None:
        """Ask why the shown finding may stay; without a card, lead to the next finding."""
        if self.current is None:
            self.next_finding()
        finding = self.current
        if finding is not None and may_be_dismissed(finding):
            self._card.ask_for_reason()
            self._place_card()

    def close_card(self) -> None:
        """Take the card away; the keyboard is with the text again where the card had it."""
        had_focus = self._card.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._current = None
        self._card.hide()
        if had_focus:
            self.editor.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_card()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._highlighter.set_tokens(tokens_of(self.palette()))

    def _step(self, *, backwards: bool) -> None:
        marks = self._highlighter.marks
        places = [mark.start if mark else None for mark in marks]
        cursor = self.editor.textCursor().position()
        index = next_place(places, self._current, cursor, backwards=backwards)
        if index is not None:
            self._show(index, leads=True)

    def _show(self, index: int, *, leads: bool = False) -> None:
        self._current = index
        finding = self._findings[index]
        mark = self._highlighter.marks[index]
        if leads and mark is not None:
            self.editor.go_to(mark.start)
        count = len(self._findings)
        place = self._words.place(index + 1, count)
        title = self._words.title(finding)
        shown = replace(finding, message=self._words.reason(finding))
        if self._mending is not None and self._report is not None:
            self._repairs = ()
            if self.editor.body() == self._checked:
                self._repairs = self._mending(self._checked, finding, self._report)
            first = self._repairs[0].said if self._repairs else None
            shown = replace(shown, repair=first)
        days = [self._words.day(r.day) for r in self._repairs[1:] if r.day is not None]
        self._card.show_finding(shown, title, place, has_next=count > 1, other_days=days)
        self._place_card()

    def _place_card(self) -> None:
        if self._current is None:
            return
        gap = px(self, GAP)
        top = self.mapTo(self._desk, QPoint(0, 0)).y()
        size = self._card.fit(self.width() - 2 * gap, top + self.height() - 2 * gap)
        mark = self._highlighter.marks[self._current]
        self._card.move_to(self._corner(mark, size), size)

    def _corner(self, mark: Mark | None, size: QSize) -> QPoint:
        """Below the words, above them, or beside them: the first where they stay in sight.

        In a low sheet the card covers what stands above the text, never what stands below.
        """
        gap = px(self, GAP)
        sheet = QRect(self.mapTo(self._desk, QPoint(0, 0)), self.size())
        sheet.adjust(gap, gap, -gap, -gap)
        room = sheet.adjusted(0, gap - sheet.top(), 0, 0)
        last_left = max(room.left(), room.right() + 1 - size.width())
        last_top = max(room.top(), room.bottom() + 1 - size.height())
        if mark is None:
            return QPoint(room.left(), last_top)
        words = self.editor.place_of(mark.start, mark.end)
        words.translate(self.editor.viewport().mapTo(self._desk, QPoint(0, 0)))
        left = min(max(room.left(), words.left() - px(self, PADDING)), last_left)
        top = min(max(room.top(), words.top()), last_top)
        corners = (
            QPoint(left, words.bottom() + gap),
            QPoint(left, words.top() - gap - size.height()),
            QPoint(words.right() + gap, top),
            QPoint(words.left() - gap - size.width(), top),
        )
        fitting = (corner for corner in corners if room.contains(QRect(corner, size)))
        return next(fitting, QPoint(left, last_top))

    def _follow_text(self) -> None:
        if self._current is not None and self._highlighter.marks[self._current] is None:
            self.close_card()
        self._place_card()

    def _on_place_clicked(self, position: int) -> None:
        for index, mark in enumerate(self._highlighter.marks):
            if mark is not None and mark.start <= position <= mark.end:
                self._show(index)
                return
        self.close_card()

    def _on_dismissed(self, reason: str) -> None:
        finding = self.current
        self.close_card()
        self.editor.setFocus()
        if finding is not None:
            self.dismissed.emit(dismissal_key(finding), reason)


def _span_of(words: str, text: str) -> Span:
    """Where words stand in a text that holds them."""
    start = text.index(words)
    return Span(start, start + len(words))


def _mark_of(finding: Finding, text: str) -> Mark | None:
    if finding.span is None:
        return None
    place = to_utf16(text, finding.span)
    return Mark(place.start, place.end, finding.severity)
