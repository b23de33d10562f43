"""What a window really paints: each text with its place, its colour and what it stands on.

Each part is painted once into a drawing of vectors, where its texts stay texts, and the window
once into pixels, from which the ground behind each text is read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree as Xml

from PySide6.QtCore import QBuffer, QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QRegion, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

_SVG = "{http://www.w3.org/2000/svg}"
_NO_PART_BELOW = QWidget.RenderFlag(0)


@dataclass(frozen=True, slots=True)
class Painted:
    """One text as a part painted it; `box` is in the part's own coordinates."""

    part: QWidget
    text: str
    box: QRectF
    ink: QColor

    def __str__(self) -> str:
        return f"{type(self.part).__name__}: {self.text!r}"


def luminance(colour: QColor) -> float:
    """WCAG 2.2, relative luminance."""

    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in colour.getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2.2, contrast ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def parts_of(window: QWidget) -> list[QWidget]:
    """The window and every part of it that can be seen, at least in part."""
    parts = [window, *window.findChildren(QWidget)]
    return [
        part
        for part in parts
        if part.isVisibleTo(window)
        and (part is window or part.window() is window)
        and not part.visibleRegion().isEmpty()
    ]


def texts_of(part: QWidget) -> Iterator[Painted]:
    """The texts that a part paints itself, those of the parts on it left out."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(part.size())
    drawing.setViewBox(part.rect())
    drawing.setResolution(96)
    painter = QPainter(drawing)
    part.render(painter, QPoint(), QRegion(), _NO_PART_BELOW)
    painter.end()
    root = Xml.fromstring(bytes(buffer.data().data()))  # noqa: S314 - Qt has just written it
    for group in root.iter(f"{_SVG}g"):
        moved = _transform(group.get("transform", ""))
        for element in group.findall(f"{_SVG}text"):
            if (element.text or "").strip():
                yield _painted(part, element, moved)


def seen_texts(window: QWidget) -> list[Painted]:
    """Every text of a window whose middle is in view."""
    return [
        text
        for part in parts_of(window)
        for text in texts_of(part)
        if part.visibleRegion().contains(text.box.center().toPoint())
    ]


def grounds_of(window: QWidget, texts: list[Painted]) -> list[QColor]:
    """The colour that each of the texts stands on: the commonest of the pixels around it."""
    pixels = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    scale = pixels.devicePixelRatio()
    found = []
    for text in texts:
        corner = QPointF(text.part.mapTo(window, QPoint()))
        seen = QRectF(text.part.visibleRegion().boundingRect())
        box = text.box.intersected(seen).translated(corner)
        found.append(_commonest(pixels, _scaled(box, scale).intersected(pixels.rect())))
    return found


def _painted(part: QWidget, element: Xml.Element, moved: QTransform) -> Painted:
    font = QFont(element.get("font-family", ""))
    font.setPixelSize(max(1, round(float(element.get("font-size", "12")))))
    font.setWeight(QFont.Weight(int(element.get("font-weight", "400"))))
    text = element.text or ""
    metrics = QFontMetricsF(font)
    place = moved.map(QPointF(float(element.get("x", "0")), float(element.get("y", "0"))))
    box = QRectF(
        place.x(),
        place.y() - metrics.ascent(),
        metrics.horizontalAdvance(text),
        metrics.height(),
    )
    ink = QColor(element.get("fill", "#000000"))
    ink.setAlphaF(float(element.get("fill-opacity", "1")))
    return Painted(part, text, box, ink)


def _transform(written: str) -> QTransform:
    numbers = [float(number) for number in re.findall(r"-?[\d.]+(?:e-?\d+)?", written)]
    return QTransform(*numbers) if len(numbers) == 6 else QTransform()


def _scaled(box: QRectF, scale: float) -> QRect:
    return QRectF(
        box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale
    ).toRect()


def _commonest(pixels: QImage, box: QRect) -> QColor:
    if box.isEmpty():
        return QColor()
    part = pixels.copy(box)
    bits = memoryview(part.constBits()).cast("I")  # a pixel has 32 bits, so no row is padded
    return QColor(Counter(bits.tolist()).most_common(1)[0][0])


def over(ink: QColor, ground: QColor) -> QColor:
    """A colour that lets its ground through, as it is seen."""
    share = ink.alphaF()
    mixed = [
        mine * share + below * (1 - share)
        for mine, below in zip(ink.getRgbF()[:3], ground.getRgbF()[:3], strict=True)
    ]
    return QColor.fromRgbF(*mixed)
