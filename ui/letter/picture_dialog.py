"""An attached picture, looked at in the window itself."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from ..theme.buttons import ActButton
from ..theme.icons import Icon
from ..theme.sheet import Ground, dress
from ..theme.sizes import GAP, PADDING, px

LARGEST: Final = QSize(1200, 900)
_MARGIN: Final = 60


class PictureDialog(QDialog):
    """Shows a decoded picture; its name is in the title."""

    def __init__(self, name: str, image: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(name)
        dress(self, ground=Ground.WINDOW)
        picture = QLabel(self)
        picture.setPixmap(QPixmap.fromImage(image))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture.setAccessibleName(self.tr("Picture: {name}").format(name=name))
        area = QScrollArea(self)
        area.setWidget(picture)
        area.setWidgetResizable(True)
        close = ActButton(self.tr("Close"), Icon.CROSS, parent=self)
        close.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(GAP)
        column.addWidget(area, stretch=1)
        column.addWidget(close, alignment=Qt.AlignmentFlag.AlignRight)
        margin = px(self, _MARGIN)
        self.resize(image.size() + QSize(margin, margin * 2))
