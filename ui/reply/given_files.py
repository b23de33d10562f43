"""What is dragged or pasted: files on this computer, or a picture that is no file yet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage

from ..inbox.letter_drag import holds_letters


def files_in(source: QMimeData) -> list[Path]:
    """The files, where all that is given are files on this computer; else none.

    A letter that is dragged here by mistake shall not be sent to somebody else.
    """
    urls = source.urls() if source.hasUrls() and not holds_letters(source) else []
    if not urls or not all(url.isLocalFile() for url in urls):
        return []
    return [Path(url.toLocalFile()) for url in urls]


def is_picture(source: QMimeData) -> bool:
    """Whether it is a picture and no text; a table or a page can be had as both."""
    return source.hasImage() and not source.hasText() and not source.hasUrls()


def picture_in(source: QMimeData) -> bytes:
    """The picture as PNG, b"" where it can't be had."""
    image = source.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return b""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    is_written = image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub wants bytes
    return bytes(content.data()) if is_written else b""
