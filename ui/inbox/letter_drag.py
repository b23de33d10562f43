"""Letters that are dragged: what they are to this window, to other programs, and to the eye."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMetaType, QMimeData, QRectF, Qt, QUrl
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from ..theme.icons import Icon, paint_icon
from ..theme.sizes import CONTROL_CORNER, GAP, ICON, PADDING, Type, font_for, px
from ..theme.tokens import Role, tokens_of

MOST_FILES: Final = 100  # letters that are offered as files: they are read while she waits
_LETTERS: Final = "application/x-softanswer-letters"
_FILES: Final = "text/uri-list"
_HERE: Final = secrets.token_hex(8)  # the ids of another window's letters mean nothing here
FilesOf = Callable[[Sequence[int]], Sequence[Path]]


class LetterMime(QMimeData):
    """Conversations of this window; to other programs files, made when they are asked for.

    Args:
        letters: the ids of the conversations.
        files_of: writes their letters into files; None where they are not offered as files.
    """

    def __init__(self, letters: Sequence[int], files_of: FilesOf | None) -> None:
        super().__init__()
        self._letters = tuple(letters)
        self._files_of = files_of if len(self._letters) <= MOST_FILES else None
        self._files: Sequence[Path] | None = None
        ids = " ".join(str(each) for each in self._letters)
        self.setData(_LETTERS, f"{_HERE} {ids}".encode())

    def formats(self) -> list[str]:
        return [_LETTERS] if self._files_of is None else [_LETTERS, _FILES]

    def hasFormat(self, mimetype: str) -> bool:
        return mimetype in self.formats()

    def retrieveData(self, mimetype: str, preferred: QMetaType | QMetaType.Type) -> object:
        if mimetype != _FILES or self._files_of is None:
            return super().retrieveData(mimetype, preferred)
        if self._files is None:
            self._files = self._files_of(self._letters)
        return [QUrl.fromLocalFile(str(file)) for file in self._files]


def letters_in(source: QMimeData) -> tuple[int, ...]:
    """The conversations that are dragged, where they are this window's; else none."""
    here, *ids = source.data(_LETTERS).toStdString().split() or [""]
    return tuple(int(each) for each in ids) if here == _HERE else ()


def holds_letters(source: QMimeData) -> bool:
    """Whether letters of this program are dragged, here or in another window of it."""
    return source.hasFormat(_LETTERS)


def picture_of(words: str, widget: QWidget) -> QPixmap:
    """The small card that goes with the pointer."""
    font = font_for(widget.font(), Type.STRONG)
    metrics = QFontMetrics(font)
    side, pad, gap = px(widget, ICON), px(widget, PADDING), px(widget, GAP)
    width = pad * 2 + side + gap + metrics.horizontalAdvance(words)
    height = max(side, metrics.height()) + gap * 2
    ratio = widget.devicePixelRatioF()
    card = QPixmap(round(width * ratio), round(height * ratio))
    card.setDevicePixelRatio(ratio)
    card.fill(Qt.GlobalColor.transparent)
    tokens = tokens_of(widget.palette())
    painter = QPainter(card)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(tokens[Role.ACCENT], 1))
    painter.setBrush(tokens[Role.RAISED])
    corner = px(widget, CONTROL_CORNER)
    painter.drawRoundedRect(QRectF(0.5, 0.5, width - 1, height - 1), corner, corner)
    box = QRectF(pad, (height - side) / 2, side, side)
    paint_icon(painter, Icon.MAIL, box, tokens[Role.ACCENT])
    painter.setPen(tokens[Role.TEXT])
    painter.setFont(font)
    left = pad + side + gap
    room = QRectF(left, 0, width - left, height)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
    painter.end()
    return card
