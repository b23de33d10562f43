"""What is in an attached file: a picture, or the first lines of a text, read within bounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from ...mailbox.enclosure import Enclosure
from ...mailbox.enclosure_folder import EnclosureFolder
from ..letter.pictures import MOST_BYTES, decoded
from ..theme.buttons import ActButton
from ..theme.icons import Icon
from ..theme.labels import Label
from ..theme.sheet import Ground, Tone, dress
from ..theme.sizes import GAP, PADDING, Type, window_size
from .reply_editor import plain

MOST_LINES: Final = 200
_MOST_CHARS: Final = 20_000
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")  # the marks of UTF-16
_SIZE: Final = (620, 460)


@dataclass(frozen=True, slots=True)
class Inside:
    """What can be shown of a file; neither a picture nor a text where nothing can.

    Attributes:
        text: its first lines, None where it is no text.
        is_cut: it has more of them.
    """

    enclosure: Enclosure
    image: QImage | None = None
    text: str | None = None
    is_cut: bool = False


def looked_into(folder: EnclosureFolder, enclosure: Enclosure, most: QSize) -> Inside:
    """Read what can be shown of a file; works in any thread.

    Args:
        most: the size of the largest picture that there is room for.

    Raises:
        FileLostError: it is gone or damaged.
    """
    if enclosure.size > MOST_BYTES:
        return Inside(enclosure)
    content = folder.content(enclosure)
    if enclosure.media_type.startswith("text/") or content.startswith(_WIDE):
        text, is_cut = _first_lines(content)
        return Inside(enclosure, text=text, is_cut=is_cut)
    return Inside(enclosure, decoded(content, most))


def _first_lines(content: bytes) -> tuple[str, bool]:
    """The beginning of a text, whatever its encoding, without control characters."""
    start = content[: 4 * _MOST_CHARS]
    decoded_text = start.decode(
        "utf-16" if content.startswith(_WIDE) else "utf-8-sig", errors="replace"
    )
    text = plain(decoded_text)[:_MOST_CHARS]
    lines = text.split("\n")
    is_cut = len(lines) > MOST_LINES or len(content) > len(start) or len(text) == _MOST_CHARS
    return "\n".join(lines[:MOST_LINES]), is_cut


class TextPreview(QDialog):
    """Shows the first lines of a text; the file's name is in the title."""

    def __init__(
        self, name: str, text: str, *, is_cut: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        dress(self, ground=Ground.WINDOW)
        field = QPlainTextEdit(self)
        field.setReadOnly(True)
        field.setTabChangesFocus(True)
        field.setAccessibleName(name)
        field.setPlainText(text)
        note = Label(self.tr("Only its beginning is shown here."), Type.SMALL, Tone.MUTED, self)
        note.setVisible(is_cut)
        close = ActButton(self.tr("Close"), Icon.CROSS, parent=self)
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(GAP)
        column.addWidget(field, stretch=1)
        column.addWidget(note)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        self.resize(window_size(self, *_SIZE))
