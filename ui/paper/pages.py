"""Letters laid out on pages, black on white, a paragraph at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QPaintDevice,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from ..theme.tokens import Ink
from .sheets import Paper, PaperLetter, Paragraph

_MM: Final = 25.4  # in an inch
_LABEL_MM: Final = 22.0  # the column of "From", "Date"
_FOOT_MM: Final = 11.0
_GAP_MM: Final = 4.0
_HEAD_MM: Final = 65.0  # a letter begins on the next page where less than this is left
_LINE: Final = 1.35  # of the height of the type
_BLANK: Final = 0.7  # a blank line, of a line
_HAIRLINE_MM: Final = 0.2
_BODY_PT: Final = 10.5
_SUBJECT_PT: Final = 15.0
_SMALL_PT: Final = 9.0


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a text that was laid out, at its place."""

    layout: QTextLayout
    number: int
    ink: Ink


@dataclass(frozen=True, slots=True)
class _Rule:
    y: float


class Pages:
    """The pages of a paper on a device, which has to live as long as they do.

    Args:
        device: what they are painted on; its width, height and resolution are theirs.
    """

    def __init__(self, paper: Paper, device: QPaintDevice) -> None:
        self._paper = paper
        self._device = device
        self._width = float(device.width())
        self._bottom = device.height() - self._mm(_FOOT_MM)
        self._pages: list[list[_Line | _Rule]] = [[]]
        self._y = 0.0

    @property
    def count(self) -> int:
        """How many there are so far."""
        return len(self._pages)

    def lay_out(self) -> Iterator[float]:
        """Set all letters, a paragraph at each step; gives how much is done, 0 to 1."""
        done, length = 0, max(self._paper.length, 1)
        for number, letter in enumerate(self._paper.letters):
            self._begin(letter, is_first=number == 0)
            for paragraph in letter.paragraphs():
                self._add_text(paragraph)
                done += len(paragraph.text) + 1
                yield min(done / length, 1.0)
            self._add_files(letter)
            yield min(done / length, 1.0)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, counted from 0, with its foot."""
        for mark in self._pages[number]:
            if isinstance(mark, _Rule):
                painter.setPen(QPen(Ink.LINE.colour, self._mm(_HAIRLINE_MM)))
                painter.drawLine(QLineF(0, mark.y, self._width, mark.y))
            else:
                painter.setPen(mark.ink.colour)
                mark.layout.lineAt(mark.number).draw(painter, QPointF())
        painter.setFont(self._font(_SMALL_PT))
        painter.setPen(Ink.LABEL.colour)
        top = self._bottom + self._mm(_GAP_MM)
        foot = QRectF(0, top, self._width, self._mm(_FOOT_MM - _GAP_MM))
        page = QCoreApplication.translate("Paper", "Page {page} of {pages}").format(
            page=number + 1, pages=self.count
        )
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, page)
        room = self._width - painter.fontMetrics().horizontalAdvance(page) - self._mm(_GAP_MM)
        title = painter.fontMetrics().elidedText(
            self._paper.title, Qt.TextElideMode.ElideRight, int(room)
        )
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft, title)

    def _begin(self, letter: PaperLetter, *, is_first: bool) -> None:
        if not is_first:
            self._y += self._mm(_GAP_MM * 2)
            if self._bottom - self._y < self._mm(_HEAD_MM):
                self._turn()
            else:
                self._pages[-1].append(_Rule(self._y))
                self._y += self._mm(_GAP_MM * 1.5)
        self._set(letter.subject, _SUBJECT_PT, is_bold=True)
        self._y += self._mm(_GAP_MM / 2)
        column = self._mm(_LABEL_MM)
        for label, value in letter.rows:
            top, page = self._y, self.count
            self._set(Paragraph(label), _SMALL_PT, ink=Ink.LABEL)
            if page == self.count:
                self._y = top
            self._set(Paragraph(value), _SMALL_PT, left=column)
        self._y += self._mm(_GAP_MM / 2)
        self._pages[-1].append(_Rule(self._y))
        self._y += self._mm(_GAP_MM)

    def _add_text(self, paragraph: Paragraph) -> None:
        if paragraph.text.strip() or paragraph.covered:
            self._set(paragraph, _BODY_PT)
        elif self._y:
            self._y += self._height(_BODY_PT) * _BLANK

    def _add_files(self, letter: PaperLetter) -> None:
        if not letter.files:
            return
        self._y += self._mm(_GAP_MM)
        heading = QCoreApplication.translate("Paper", "Attachments")
        self._set(Paragraph(heading), _SMALL_PT, is_bold=True)
        for file in letter.files:
            self._set(Paragraph(file), _SMALL_PT)

    def _set(
        self,
        paragraph: Paragraph,
        points: float,
        *,
        left: float = 0.0,
        is_bold: bool = False,
        ink: Ink = Ink.TEXT,
    ) -> None:
        layout = QTextLayout(paragraph.text, self._font(points, is_bold=is_bold), self._device)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTabStopDistance(self._mm(_GAP_MM * 2))
        layout.setTextOption(option)
        layout.setFormats([_cover(start, end) for start, end in paragraph.covered])
        layout.beginLayout()
        lines = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width - left)
            lines.append(line)
        layout.endLayout()
        steps = [line.height() * _LINE for line in lines]
        for number, line in enumerate(lines):
            if self._y + _kept_together(steps, number) > self._bottom and self._y:
                self._turn()
            lead = steps[number] - line.height()
            line.setPosition(QPointF(left, self._y + lead / 2))
            self._pages[-1].append(_Line(layout, number, ink))
            self._y += steps[number]

    def _turn(self) -> None:
        self._pages.append([])
        self._y = 0.0

    def _height(self, points: float) -> float:
        return points / 72 * self._device.logicalDpiY() * _LINE

    def _mm(self, length: float) -> float:
        return length / _MM * self._device.logicalDpiY()

    @staticmethod
    def _font(points: float, *, is_bold: bool = False) -> QFont:
        font = QFont(QGuiApplication.font())
        font.setPointSizeF(points)
        font.setBold(is_bold)
        return font


def _kept_together(steps: list[float], number: int) -> float:
    """The room that a line needs: none begins or ends a page alone where it can be helped."""
    is_first = number == 0 and len(steps) > 1
    is_before_last = number == len(steps) - 2 and number != 1
    return sum(steps[number : number + 2]) if is_first or is_before_last else steps[number]


def _cover(start: int, end: int) -> QTextLayout.FormatRange:
    cover = QTextLayout.FormatRange()
    cover.start, cover.length = start, end - start
    form = QTextCharFormat()
    form.setBackground(Ink.COVER.colour)
    cover.format = form
    return cover
