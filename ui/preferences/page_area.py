"""The sheet that a page of settings stands on; it scrolls where the window is small."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from ..theme.sheet import Ground, dress
from ..theme.sizes import HAIRLINE


class PageArea(QFrame):
    """A card around a page; the field that has the keyboard stays in view."""

    def __init__(self, page: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        dress(self, ground=Ground.QUIET_CARD)
        area = self._area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(page)
        for ground in (page, area.viewport()):
            ground.setAutoFillBackground(False)
            ground.installEventFilter(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(HAIRLINE, HAIRLINE, HAIRLINE, HAIRLINE)
        column.addWidget(area)
        self._laid_out = QTimer(self)  # children have their places only after the event
        self._laid_out.setSingleShot(True)
        self._laid_out.timeout.connect(self._follow)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def reveal(self, part: QWidget) -> None:
        """Scroll to a part of the page."""
        self._area.ensureWidgetVisible(part)

    def page_down(self, pages: int) -> None:
        """Scroll by so many pages, upwards where they are negative."""
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + pages * bar.pageStep())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._laid_out.start(0)
        return super().eventFilter(watched, event)

    def _on_focus_changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self._follow()

    def _follow(self) -> None:
        focused = QApplication.focusWidget()
        if focused is not None and self._area.isAncestorOf(focused):
            self._area.ensureWidgetVisible(focused)
