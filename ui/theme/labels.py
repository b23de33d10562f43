"""Labels that never read their text as anything but plain text."""

from __future__ import annotations

import html
import math
from typing import Final

from PySide6.QtCore import QEvent, QMargins, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from .found_words import Span, paint_found
from .icons import Icon, paint_icon
from .sheet import Ground, Tone, dress
from .sizes import CHIP_CORNER, GAP, ICON, Type, px
from .tokens import Role, tokens_of

_LINE: Final = "\u2028"  # LINE SEPARATOR, which QTextLayout breaks at
_LEAST_LINE: Final = 10  # average letters
_WIDE_LINE: Final = 48


def safe_tip(text: str) -> str:
    """A tool tip that shows foreign text as it is: Qt would take "<" for markup."""
    return f"<p>{html.escape(text)}</p>" if text else ""


class Label(QLabel):
    """Plain text that wraps at blanks; words of it can be marked as found."""

    def __init__(
        self,
        text: str = "",
        kind: Type = Type.BODY,
        tone: Tone | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._found: tuple[Span, ...] = ()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(text)
        dress(self, kind=kind, tone=tone)

    @property
    def found(self) -> tuple[Span, ...]:
        """Which stretches of the text are marked."""
        return self._found

    def set_found(self, spans: tuple[Span, ...]) -> None:
        """Mark these stretches of the text until another text is shown."""
        self._found = spans
        self.update()

    def setText(self, text: str) -> None:
        if text != self.text():
            self._found = ()
        super().setText(text)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._found:
            room = QRectF(self.contentsRect())
            paint_found(self, room, self.text(), self._found, wraps=self.wordWrap())
        super().paintEvent(event)


class ElidedLabel(QLabel):
    """One line of plain text that ends in "…" where it does not fit; the tool tip has it whole."""

    def __init__(
        self,
        text: str = "",
        kind: Type = Type.BODY,
        tone: Tone | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        dress(self, kind=kind, tone=tone)

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        least = min(metrics.horizontalAdvance("nnnn…"), super().sizeHint().width())
        return QSize(least, super().sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            if self._shown() != self.text():
                QToolTip.showText(event.globalPos(), safe_tip(self.text()), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.contentsRect(), self.alignment(), self._shown())

    def _shown(self) -> str:
        line = self.text().replace("\n", " ")
        width = self.contentsRect().width()
        return self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, width)


class LeadLabel(QLabel):
    """A wrapped paragraph of plain text whose first words are set in bold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._lead = ""
        self._layouts: dict[int, QTextLayout] = {}  # by width: Qt asks again and again
        self._natural = 0  # 0 where it is not known
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setWordWrap(True)  # QLabel asks for a height for its width only then

    def set_text(self, lead: str, rest: str = "") -> None:
        """Show `lead` in bold and `rest` behind it."""
        strong, whole = lead.replace("\n", _LINE), f"{lead} {rest}".strip().replace("\n", _LINE)
        if (strong, whole) == (self._lead, self.text()):
            return
        self._lead = strong
        self._forget_sizes()
        self.setText(whole)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange}:
            self._forget_sizes()
        super().changeEvent(event)

    def heightForWidth(self, width: int) -> int:
        margins = self.margins()
        inner = width - margins.left() - margins.right()
        if self._is_short(inner):
            height = self.fontMetrics().height() * (self.text().count(_LINE) + 1)
        else:
            height = math.ceil(self._laid_out(inner).boundingRect().height())
        return height + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        width = min(self.natural_width(), self.fontMetrics().averageCharWidth() * _WIDE_LINE)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = min(self.natural_width(), self.fontMetrics().averageCharWidth() * _LEAST_LINE)
        return QSize(width, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paint_text(QPainter(self))

    def paint_text(self, painter: QPainter) -> None:
        """Paint what it says."""
        painter.setPen(self.palette().color(self.foregroundRole()))
        box = self.rect().marginsRemoved(self.margins())
        text = self.text()
        if self._lead not in {"", text} or not self._is_short(box.width()):
            self._laid_out(box.width()).draw(painter, QPointF(box.topLeft()))
            return
        if self._lead:
            painter.setFont(self._bold())
        painter.drawText(box, Qt.AlignmentFlag.AlignTop, text.replace(_LINE, "\n"))

    def margins(self) -> QMargins:
        """What is left free around the text."""
        return self.contentsMargins()

    def _is_short(self, width: int) -> bool:
        """Whether nothing has to wrap: such a text needs no layout, which is what costs."""
        return self.natural_width() <= width

    def natural_width(self) -> int:
        """How wide it is on lines that do not wrap."""
        if not self._natural:
            metrics = QFontMetrics(self._bold())
            lines = self.text().split(_LINE)
            self._natural = max(metrics.horizontalAdvance(line) for line in lines) + 2
        return self._natural

    def _forget_sizes(self) -> None:
        self._layouts.clear()
        self._natural = 0

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(Type.STRONG.weight)
        return font

    def _laid_out(self, width: int) -> QTextLayout:
        if width not in self._layouts:
            self._layouts[width] = self._made_layout(width)
        return self._layouts[width]

    def _made_layout(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text(), self.font(), self)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        strong = QTextLayout.FormatRange()
        strong.start, strong.length = 0, len(self._lead)
        strong.format = QTextCharFormat()
        strong.format.setFontWeight(int(Type.STRONG.weight))
        layout.setFormats([strong])
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout


class Sign(QWidget):
    """An icon on its own, in the colour of a role."""

    def __init__(
        self, icon: Icon, role: Role = Role.MUTED, side: int = ICON, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._role = role
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: Icon, role: Role) -> None:
        """Show another icon or colour."""
        self._icon, self._role = icon, role
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self, self._side), px(self, self._side))

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = tokens_of(self.palette())[self._role]
        paint_icon(QPainter(self), self._icon, QRectF(self.rect()), colour)


class VerdictLine(QWidget):
    """A sign and a sentence: what follows from the facts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = Sign(Icon.INFO, parent=self)
        self._label = LeadLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label, stretch=1)

    def show_verdict(self, icon: Icon, role: Role, lead: str, rest: str = "") -> None:
        """Show the sign in its colour, the verdict in bold, and what it means behind it."""
        self._sign.set_icon(icon, role)
        self._label.set_text(lead, rest)

    def text(self) -> str:
        """The whole sentence."""
        return self._label.text()


class Chip(QLabel):
    """A short word on its own little ground, with a sign where its colour means something."""

    def __init__(
        self,
        text: str = "",
        icon: Icon | None = None,
        roles: tuple[Role, Role] = (Role.TEXT, Role.RAISED),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        dress(self, kind=Type.SMALL)
        self.show_word(text, icon, roles)

    def show_word(
        self,
        text: str,
        icon: Icon | None = None,
        roles: tuple[Role, Role] = (Role.TEXT, Role.RAISED),
    ) -> None:
        """Show a word, its sign, and its colour on a ground."""
        self._icon = icon
        self._roles = roles
        self.setText(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        sign = self._sign_width()
        return QSize(
            metrics.horizontalAdvance(self.text()) + sign + px(self, GAP) * 2 + px(self, 2),
            max(metrics.height() + px(self, 4), px(self, 22)),
        )

    def minimumSizeHint(self) -> QSize:
        least = (
            self.fontMetrics().horizontalAdvance("nn…") + self._sign_width() + px(self, GAP) * 2
        )
        return QSize(min(least, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens = tokens_of(self.palette())
        ink, ground = tokens[self._roles[0]], tokens[self._roles[1]]
        has_border = self._roles[1] is Role.RAISED
        painter.setPen(tokens[Role.BORDER] if has_border else ground)
        painter.setBrush(ground)
        corner = px(self, CHIP_CORNER)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        pad = px(self, GAP)
        inner = self.rect().adjusted(pad, 0, -pad, 0)
        if self._icon is not None:
            side = self.fontMetrics().height() * 0.95
            top = (self.height() - side) / 2
            paint_icon(painter, self._icon, QRectF(inner.left(), top, side, side), ink)
            inner.setLeft(inner.left() + self._sign_width())
        painter.setPen(ink)
        text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _sign_width(self) -> int:
        if self._icon is None:
            return 0
        return round(self.fontMetrics().height() * 0.95) + px(self, 5)


class KeyHint(QLabel):
    """A key as it is printed on a key."""

    def __init__(self, keys: str = "", parent: QWidget | None = None) -> None:
        super().__init__(keys, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        dress(self, kind=Type.SMALL, tone=Tone.MUTED, ground=Ground.KEY)


class VerdictColumn(QWidget):
    """A few verdicts below each other; the lines stay and are filled anew."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: list[VerdictLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP // 2)

    def show_lines(self, lines: list[tuple[Icon, Role, str, str]]) -> None:
        """Show these verdicts: sign, colour, lead and rest of each."""
        while len(self._lines) < len(lines):
            self._lines.append(VerdictLine(self))
            self._column.addWidget(self._lines[-1])
        for place, line in enumerate(self._lines):
            line.setVisible(place < len(lines))
            if place < len(lines):
                line.show_verdict(*lines[place])
        self.setVisible(bool(lines))
