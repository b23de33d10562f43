"""The files that go with the reply, as chips under its text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QIcon,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from ...mailbox.enclosure import Enclosure, PhotoData
from ..theme.buttons import ActButton, IconButton
from ..theme.flow import FlowLayout
from ..theme.icons import Icon, themed_icon
from ..theme.labels import ElidedLabel, safe_tip
from ..theme.sheet import Look, Tone
from ..theme.sizes import CHIP_CORNER, GAP, PADDING, Type, px
from ..theme.tokens import Role, tokens_of
from ..words import Words, visible
from .thumbnail import Thumbnail

THUMBNAIL: Final = 26  # a side, at 10 pt; no more than a chip is high without it
_PICTURES: Final = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})
_MOST_LINES = 2  # of chips; further ones scroll


class EnclosureRow(QScrollArea):
    """Shows what goes with the reply; each file can be taken off by mouse and by key.

    Signals:
        removal_wanted: carries the number of a file, from 0.
        preview_wanted: carries the number of a file that is to be looked at.
        restore_wanted: Ctrl+Z was pressed on a file: the last one that was taken off comes back.
    """

    removal_wanted = Signal(int)
    preview_wanted = Signal(int)
    restore_wanted = Signal()

    def __init__(self, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._chips: list[_Chip] = []
        self._thumbnails: dict[str, Thumbnail] = {}
        self._is_compact = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Attachments of the reply"))
        content = self._content = QWidget(self.viewport())
        self._flow = FlowLayout(None, GAP, 0)
        column = QVBoxLayout(content)
        column.setContentsMargins(PADDING, 0, PADDING, 0)
        column.addLayout(self._flow)
        column.addStretch(1)
        self._column = column
        self.setWidget(content)
        for ground in (content, self.viewport()):
            ground.setAutoFillBackground(False)
        self.hide()

    def show_files(self, enclosures: Sequence[Enclosure]) -> None:
        """Show these files; the keyboard stays where it was among them."""
        had_focus = next((n for n, chip in enumerate(self._chips) if chip.has_focus), None)
        while (item := self._flow.takeAt(0)) is not None:
            if (part := item.widget()) is not None:
                part.hide()
                part.deleteLater()
        self._chips = []
        kept = {one.sha256 for one in enclosures}
        self._thumbnails = {key: one for key, one in self._thumbnails.items() if key in kept}
        for number, one in enumerate(enclosures):
            chip = _Chip(self._words, one, self._content)
            if one.sha256 in self._thumbnails:
                chip.show_thumbnail(self._thumbnails[one.sha256])
            chip.removal_wanted.connect(partial(self.removal_wanted.emit, number))
            chip.preview_wanted.connect(partial(self.preview_wanted.emit, number))
            chip.restore_wanted.connect(self.restore_wanted)
            self._chips.append(chip)
            self._flow.addWidget(chip)
            chip.show()
        self.setVisible(bool(self._chips))
        self._fit()
        if had_focus is not None and self._chips:
            self._chips[min(had_focus, len(self._chips) - 1)].take_focus()

    def thumbnail_side(self) -> int:
        """How large a thumbnail has to be, in pixels of the screen."""
        return round(px(self, THUMBNAIL) * self.devicePixelRatioF())

    def without_thumbnail(self) -> tuple[Enclosure, ...]:
        """The pictures among the files whose thumbnail was not shown yet."""
        files = (chip.enclosure for chip in self._chips)
        return tuple(
            one
            for one in dict.fromkeys(files)
            if one.media_type in _PICTURES and one.sha256 not in self._thumbnails
        )

    def show_thumbnail(self, thumbnail: Thumbnail) -> None:
        """Show a picture small on the chips of its file."""
        for chip in self._chips:
            if chip.enclosure.sha256 == thumbnail.sha256:
                self._thumbnails[thumbnail.sha256] = thumbnail
                chip.show_thumbnail(thumbnail)
        self._fit()

    def set_read_only(self, is_read_only: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Let files be taken off, or not."""
        self.setEnabled(not is_read_only)

    def set_compact(self, is_compact: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Keep to one line, where the window is low."""
        self._is_compact = is_compact
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        wanted = self._column.heightForWidth(max(self.viewport().width(), 1))
        line = max((chip.sizeHint().height() for chip in self._chips), default=1)
        lines = 1 if self._is_compact else _MOST_LINES
        self.setFixedHeight(min(max(wanted, 1), lines * line))


class _ThumbnailButton(ActButton):
    """The sign of a file, or what it shows."""

    def __init__(self, parent: QWidget) -> None:
        self._picture: QImage | None = None
        super().__init__("", None, Look.QUIET, parent)

    def show_picture(self, picture: QImage) -> None:
        """Show this square picture, with an edge, as most are of white paper."""
        self._picture = picture
        self._paint_picture()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange}:
            self._paint_picture()

    def _paint_picture(self) -> None:
        if self._picture is None:
            return
        shown = QPixmap(self._picture.size())
        shown.fill(Qt.GlobalColor.transparent)
        painter = QPainter(shown)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ratio = shown.width() / px(self, THUMBNAIL)
        edge = QRectF(shown.rect()).adjusted(ratio / 2, ratio / 2, -ratio / 2, -ratio / 2)
        corner = px(self, CHIP_CORNER) * ratio / 2
        inside = QPainterPath()
        inside.addRoundedRect(edge, corner, corner)
        painter.setClipPath(inside)
        painter.drawImage(shown.rect(), self._picture)
        painter.setClipping(False)
        painter.setPen(QPen(tokens_of(self.palette())[Role.BORDER], ratio))
        painter.drawPath(inside)
        painter.end()
        side = px(self, THUMBNAIL)
        self.setIcon(QIcon(shown))
        self.setIconSize(QSize(side, side))


class _Chip(QWidget):
    removal_wanted = Signal()
    preview_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, words: Words, enclosure: Enclosure, parent: QWidget) -> None:
        super().__init__(parent)
        self.enclosure = enclosure
        name = visible(enclosure.name)
        size = words.size(enclosure.size)
        doubtful = enclosure.photo_data is PhotoData.PERHAPS
        told = self._told(enclosure.photo_data)
        menu = QMenu(self)
        look = menu.addAction(self.tr("Look at it"), self.preview_wanted.emit)
        look.setShortcut(QKeySequence(Qt.Key.Key_Return))
        remove = menu.addAction(self.tr("Remove"), self.removal_wanted.emit)
        remove.setShortcut(QKeySequence(Qt.Key.Key_Delete))
        self._button = _ThumbnailButton(self)
        self._button.setIcon(
            themed_icon(Icon.WARNING, Role.WARNING) if doubtful else themed_icon(Icon.CLIP)
        )
        self._button.setMenu(menu)
        said = self.tr("Attachment: {name}").format(name=f"{name}, {size}")
        self._button.setAccessibleName(said)
        self._button.setAccessibleDescription(told)
        self._button.setToolTip(safe_tip("\n".join(filter(None, (name, told)))))
        self._button.installEventFilter(self)
        self.setFocusProxy(self._button)
        label = ElidedLabel(name, Type.BODY, parent=self)
        label.setToolTip(safe_tip("\n".join(filter(None, (name, told)))))
        of_size = ElidedLabel(size, Type.SMALL, Tone.WARNING if doubtful else Tone.MUTED, self)
        cross = IconButton(Icon.CROSS, self.tr("Remove {name}").format(name=name), parent=self)
        cross.setToolTip(safe_tip(self.tr("Remove {name}").format(name=name)))
        cross.clicked.connect(self.removal_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        for part in (self._button, label, of_size, cross):
            row.addWidget(part)

    def show_thumbnail(self, thumbnail: Thumbnail) -> None:
        if thumbnail.image is not None:
            self._button.show_picture(thumbnail.image)

    @property
    def has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def take_focus(self) -> None:
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter looks at the file, Delete and Backspace take it off, Ctrl+Z brings one back."""
        if isinstance(event, QKeyEvent) and watched is self._button:
            wanted = None
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
                wanted = self.preview_wanted
            elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
                wanted = self.removal_wanted
            elif event.matches(QKeySequence.StandardKey.Undo):
                wanted = self.restore_wanted
            if wanted is not None:
                if event.type() is QEvent.Type.ShortcutOverride:
                    event.accept()
                elif event.type() is QEvent.Type.KeyPress:
                    wanted.emit()
                return True
        return super().eventFilter(watched, event)

    def _told(self, photo_data: PhotoData) -> str:
        if photo_data is PhotoData.TAKEN_OUT:
            return self.tr("Where and when the photo was taken was left out; it looks the same.")
        if photo_data is PhotoData.PERHAPS:
            return self.tr(
                "A file of this kind may tell where it was taken, which can't be left out here. "
                "Save it as JPEG first if nobody should know."
            )
        return ""
