"""Small pictures of the pictures that go with a reply: decoded beside the window, in bounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage

from ...mailbox.enclosure import Enclosure
from ...mailbox.enclosure_folder import EnclosureFolder
from ...mailbox.errors import FileLostError
from ..letter.pictures import MOST_BYTES, decoded

_LONGEST: Final = 4  # sides of the square; of a longer picture less than the height is filled


@dataclass(frozen=True, slots=True)
class Thumbnail:
    """A square cut out of the middle of a picture; no image where it can't be shown."""

    sha256: str
    image: QImage | None


def thumbnail(folder: EnclosureFolder, enclosure: Enclosure, side: int) -> Thumbnail:
    """The middle of a picture, `side` pixels wide and high; works in any thread.

    A file that is lost has none; that it is lost is said where it is looked at or held.
    """
    try:
        content = folder.content(enclosure) if enclosure.size <= MOST_BYTES else b""
    except FileLostError:
        content = b""
    image = decoded(content, QSize(side, side) * _LONGEST)
    return Thumbnail(enclosure.sha256, None if image is None else _middle(image, side))


def _middle(image: QImage, side: int) -> QImage:
    square = QSize(side, side)
    whole = image.scaled(
        square,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    cut = QRect(whole.rect())
    cut.setSize(square)
    cut.moveCenter(whole.rect().center())
    return whole.copy(cut)
