"""The pictures of a letter: decoded within limits, and the frames that stand for others."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QImageReader,
    QPainter,
    QPalette,
    QTextOption,
)

from ...mailbox.html_marks import Picture
from ..theme.sizes import GAP, Type, font_for
from ..theme.tokens import Role, tokens_of
from ..words import visible

MOST_PIXELS: Final = 20_000_000
MOST_PIXELS_ALL: Final = 40_000_000  # of one letter
MOST_BYTES: Final = 25_000_000
MOST_SHOWN: Final = QSize(600, 800)  # pixels on the page; larger ones are shown smaller
_READ: Final = frozenset({b"png", b"jpeg", b"gif", b"webp"})  # never SVG, which is a document
_FRAME: Final = QSize(180, 40)
_LEAST: Final = QSize(24, 20)
_MOST_WORDS: Final = 120


def decoded(content: bytes, most: QSize = MOST_SHOWN) -> QImage | None:
    """A picture no larger than `most`, None where it is none, or too large to be read safely.

    Works in any thread. The format is told from the content, whatever the letter calls it.
    """
    return _Reading(content, most).image()


def decoded_all(contents: Mapping[str, bytes]) -> dict[str, QImage]:
    """The pictures of one letter that can be shown, by their names; together they have a limit."""
    found = {}
    room = MOST_PIXELS_ALL
    for name, content in contents.items():
        reading = _Reading(content, MOST_SHOWN)
        room -= reading.pixels
        image = reading.image() if room >= 0 else None
        if image is not None:
            found[name] = image
    return found


class _Reading:
    """A picture whose head is read; `pixels` is 0 where it will not be read further."""

    def __init__(self, content: bytes, most: QSize) -> None:
        self._most = most
        self._buffer = QBuffer()
        self._reader = QImageReader()
        self.pixels = 0
        if 0 < len(content) <= MOST_BYTES:
            self._buffer.setData(QByteArray(content))
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._reader.setDevice(self._buffer)
            self.pixels = self._counted()

    def _counted(self) -> int:
        reader = self._reader
        if not reader.canRead() or bytes(reader.format().data()) not in _READ:
            return 0
        size = reader.size()
        pixels = size.width() * size.height() if size.isValid() else 0
        return pixels if 0 < pixels <= MOST_PIXELS else 0

    def image(self) -> QImage | None:
        """The picture, made to fit."""
        return _read(self._reader, self._most) if self.pixels else None


def _read(reader: QImageReader, most: QSize) -> QImage | None:
    size = reader.size()
    reader.setAutoTransform(True)
    if size.width() > most.width() or size.height() > most.height():
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


class LetterPictures:
    """Gives the picture of a number: the letter's own, one that was fetched, or a frame.

    Args:
        pictures: what the numbers stand for.
        images: the decoded pictures by their source.
    """

    def __init__(
        self,
        pictures: tuple[Picture, ...],
        images: Mapping[str, QImage],
        palette: QPalette,
        font: QFont,
        nameless: str,
    ) -> None:
        self._pictures = pictures
        self._images = images
        self._palette = palette
        self._font = font
        self._nameless = nameless
        self._made: dict[int, QImage] = {}

    def __call__(self, number: int) -> QImage:
        if not 0 <= number < len(self._pictures):
            return QImage(1, 1, QImage.Format.Format_Mono)
        if number not in self._made:
            self._made[number] = self._image(self._pictures[number])
        return self._made[number]

    def _image(self, picture: Picture) -> QImage:
        image = self._images.get(picture.source)
        if image is None:
            words = visible(picture.alternative)[:_MOST_WORDS] or self._nameless
            return frame(words, QSize(*picture.size), self._palette, self._font)
        width, height = picture.size
        if width > 0 and width < image.width():
            return image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        if 0 < height < image.height() and width <= 0:
            return image.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation)
        return image


def frame(words: str, asked: QSize, palette: QPalette, font: QFont) -> QImage:
    """A quiet frame with the words that the letter gives for a picture that is not shown."""
    tokens = tokens_of(palette)
    small = font_for(font, Type.SMALL)
    metrics = QFontMetricsF(small)
    width = asked.width() if asked.width() > 0 else _FRAME.width()
    width = max(_LEAST.width(), min(width, MOST_SHOWN.width() // 2))
    room = max(width - 2 * GAP, 1)
    needed = metrics.boundingRect(QRectF(0, 0, room, 400), _WRAPPED, words).height() + GAP
    height = max(
        _LEAST.height(), min(round(needed), asked.height() if asked.height() > 0 else 200)
    )
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(tokens[Role.RAISED])
    painter = QPainter(image)
    painter.setPen(tokens[Role.BORDER])
    painter.drawRect(0, 0, width - 1, height - 1)
    painter.setFont(small)
    painter.setPen(tokens[Role.MUTED])
    option = QTextOption(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    painter.drawText(QRectF(GAP, 0, room, height), words, option)
    painter.end()
    return image


_WRAPPED: Final = int(Qt.TextFlag.TextWordWrap) | int(Qt.TextFlag.TextWrapAnywhere)
