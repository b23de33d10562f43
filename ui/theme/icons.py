"""Our own icons: drawn once in one colour (resources/icons), tinted at paint time."""

from __future__ import annotations

from enum import Enum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QImage,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer

from ... import resources
from .tokens import Role, tokens_of

_FOLDER: Final = files(resources) / "icons"


class Icon(Enum):
    """The icons that exist; the value is the name of the file."""

    ARROW_LEFT = "arrow_left"
    BARS = "bars"
    BOOK = "book"
    BOX = "box"
    CHECK = "check"
    CHEVRON_DOWN = "chevron_down"
    CHEVRON_LEFT = "chevron_left"
    CHEVRON_RIGHT = "chevron_right"
    CLIP = "clip"
    CLOCK = "clock"
    CLOUD = "cloud"
    COIN = "coin"
    COPY = "copy"
    CROSS = "cross"
    ERROR = "error"
    EYE = "eye"
    EYE_CROSSED = "eye_crossed"
    FLAG = "flag"
    GEAR = "gear"
    HOURGLASS = "hourglass"
    INBOX = "inbox"
    INFO = "info"
    KEY = "key"
    LEAF = "leaf"
    LENS = "lens"
    LINK = "link"
    LOCK = "lock"
    LOGO = "logo"
    MAIL = "mail"
    MAILS = "mails"
    MOON = "moon"
    OFFLINE = "offline"
    PAGE = "page"
    PAUSE = "pause"
    PENCIL = "pencil"
    PERSON = "person"
    PHONE = "phone"
    PIN = "pin"
    PLUS = "plus"
    PRINTER = "printer"
    PROMISE = "promise"
    QUESTION = "question"
    QUESTION_MARK = "question_mark"
    REFRESH = "refresh"
    REFUND = "refund"
    REPLY = "reply"
    RING = "ring"
    SEARCH = "search"
    SEND = "send"
    STAR = "star"
    STAR_FILLED = "star_filled"
    STOP = "stop"
    TRASH = "trash"
    WARNING = "warning"


def paint_icon(painter: QPainter, icon: Icon, box: QRectF, colour: QColor) -> None:
    """Paint an icon into a box, in one colour, sharp at the painter's resolution."""
    device = painter.device()
    ratio = device.devicePixelRatio() if device is not None else 1.0
    side = max(1, round(min(box.width(), box.height()) * ratio))
    pixmap = _tinted(icon, side, colour.rgba())
    corner = QPointF(
        round((box.center().x() - side / ratio / 2) * ratio) / ratio,
        round((box.center().y() - side / ratio / 2) * ratio) / ratio,
    )
    painter.drawPixmap(
        QRectF(corner.x(), corner.y(), side / ratio, side / ratio),
        pixmap,
        QRectF(0, 0, side, side),
    )


def icon_pixmap(icon: Icon, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """An icon as a pixmap of `size` device-independent pixels."""
    pixmap = QPixmap(_tinted(icon, max(1, round(size * ratio)), colour.rgba()))
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def themed_icon(icon: Icon, role: Role | None = None) -> QIcon:
    """A QIcon that takes its colour from the palette each time it is painted.

    Args:
        icon: the drawing.
        role: the colour; without one, that of the text of buttons.
    """
    return QIcon(_TintedEngine(icon, role))


class _TintedEngine(QIconEngine):
    def __init__(self, icon: Icon, role: Role | None) -> None:
        super().__init__()
        self._icon = icon
        self._role = role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        box = QRectF(rect)
        box.setWidth(min(box.width(), box.height()))  # what is wider keeps room before the text
        paint_icon(painter, self._icon, box, self._colour(mode))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, pixmap.rect(), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _TintedEngine(self._icon, self._role)

    def _colour(self, mode: QIcon.Mode) -> QColor:
        palette = QGuiApplication.palette()
        if mode is QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
        if self._role is None:
            return palette.color(QPalette.ColorRole.ButtonText)
        return tokens_of(palette)[self._role]


@lru_cache(maxsize=512)
def _tinted(icon: Icon, side: int, rgba: int) -> QPixmap:
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(_drawing(icon)).render(painter)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), QColor.fromRgba(rgba))
    painter.end()
    return QPixmap.fromImage(image)


@cache
def _drawing(icon: Icon) -> bytes:
    return (_FOLDER / f"{icon.value}.svg").read_bytes()
