"""The main window: its parts and how they are laid out."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QEvent, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from .action_places import Context
from .action_set import ActionSet
from .actions import Act
from .clock_strip import ClockStrip
from .foot_place import FootPlace
from .inbox.inbox_page import NARROW, InboxPage
from .inbox.letter_drag import holds_letters
from .orders.orders_view import OrdersView
from .outbox.gate_view import GateView
from .outbox.outbox_view import OutboxView
from .problems import ProblemBar
from .rail import Rail
from .rail_item import ICONS_WIDTH
from .reply.finding_card import FindingKeys
from .theme.sizes import px
from .top_bar import TopBar
from .vocabulary import Vocabulary

_SIZE: Final = (1440, 900)
_SMALLEST: Final = (760, 560)
_LOW: Final = 440  # below this height the strip at the foot comes only when it has news
_GEOMETRY: Final = "geometry"


class MainWindow(QMainWindow):
    """Holds every part of the window; what they do together stands in `wiring` and `commands`.

    Args:
        geometry: where the place and size of the window are kept.

    Signals:
        closing: the window goes away; what is being written is to be kept.
        close_wanted: it is to be closed while it is guarded.
        quit_wanted: the program is to end.
        files_dropped: carries the paths of files that were dropped on it.
    """

    closing = Signal()
    close_wanted = Signal()
    quit_wanted = Signal()
    files_dropped = Signal(list)

    def __init__(self, vocabulary: Vocabulary, geometry: QSettings) -> None:
        super().__init__()
        self._geometry = geometry
        self._is_guarded = False
        words = vocabulary.words
        self.acts = ActionSet(self)
        self.setWindowTitle("Soft Answer")
        self.setMinimumSize(*_SMALLEST)
        self.setAcceptDrops(True)
        centre = QWidget(self)  # each part is made in its place: to move it costs as much again
        self.top_bar = TopBar(centre)
        self.problem_bar = ProblemBar(centre)
        self.rail = Rail(centre)
        keys = FindingKeys(*(self.first_key(act) for act in _FINDING_ACTS))
        self.pages = pages = QStackedWidget(centre)
        self.inbox = InboxPage(
            words, vocabulary.delivery, vocabulary.reply, vocabulary.hold, keys, pages
        )
        self.outbox = OutboxView(vocabulary.outbox, pages)
        self.gate = GateView(vocabulary.hold, vocabulary.delivery, pages)
        self.orders = OrdersView(words, vocabulary.delivery, pages)
        self.clock_strip = ClockStrip(words, centre)
        self._lay_out(centre)
        self._attach_acts()
        self._restore()

    def first_key(self, act: Act) -> str:
        """The key of an action, as the seller's keyboard is labelled; "" where it has none."""
        return next(iter(self.acts.keys(act)), "")

    def panes(self) -> tuple[QWidget, ...]:
        """The panes that F6 goes through, in the order of Tab."""
        if self.pages.currentWidget() is not self.inbox:
            return (self.rail, self.pages)
        parts = (self.inbox.list, self.inbox.letter, self.inbox.facts, self.inbox.composer)
        return (self.rail, *(part for part in parts if part.isVisible()))

    def set_guarded(self, is_guarded: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Let the window stay when it is to be closed, and only say so, or let it close."""
        self._is_guarded = is_guarded

    def show_stopped(self, is_stopped: bool) -> None:  # noqa: FBT001 - as Qt's setters
        """Show whether everything outgoing stands still; tells nobody."""
        self.top_bar.show_stopped(is_stopped)
        self.acts[Act.STOP_ALL].setChecked(is_stopped)

    def put_away(self) -> None:
        """Leave the screen; the program goes on."""
        self._go_away()
        self.hide()

    def fit_screen(self) -> None:
        """Be no larger than the screen; a kept size may be that of another one."""
        self.resize(self.size().boundedTo(self.screen().availableSize()))

    def come_forward(self) -> None:
        """Stand before the seller, from wherever it was."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_guarded:
            self.close_wanted.emit()
        if self._is_guarded:  # nobody has let it go
            event.ignore()
            return
        self._go_away()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _local_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if paths := _local_files(event):
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.top_bar.set_narrow(self.width() < px(self, NARROW))
        beside = self.width() - self.rail.wide_width()  # it gives way before list and facts do
        self.rail.set_narrow(beside < px(self, NARROW - ICONS_WIDTH))
        self._foot.set_low(self.height() < px(self, _LOW))

    def _go_away(self) -> None:
        self.closing.emit()
        self._geometry.setValue(_GEOMETRY, self.saveGeometry())

    def _lay_out(self, centre: QWidget) -> None:
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.problem_bar)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.pages, stretch=1)
        column.addLayout(row, stretch=1)
        self._foot = FootPlace(self.clock_strip, column, centre)
        for page in (self.inbox, self.outbox, self.gate, self.orders):
            self.pages.addWidget(page)
        self.setCentralWidget(centre)

    def _attach_acts(self) -> None:
        for context, part in (
            (Context.ANYWHERE, self),
            (Context.RAIL, self.rail),
            (Context.LIST, self.inbox.list),
            (Context.READER, self.inbox.letter),
            (Context.FACTS, self.inbox.facts),
            (Context.COMPOSER, self.inbox.composer),
            (Context.OUTBOX, self.outbox),
            (Context.GATE, self.gate),
            (Context.ORDERS, self.orders),
        ):
            self.acts.attach(context, part)
        self.inbox.letter.show_actions(
            [self.acts[act] for act in (Act.SUGGESTED_REPLY, Act.REPLY, Act.DONE)]
        )
        self.inbox.letter.set_offers(
            self.acts[Act.ADD_ACCOUNT], self.acts[Act.SAMPLE_SHOP], self.acts[Act.OWN_LETTER]
        )
        self.inbox.letter.set_reveal_key(self.first_key(Act.REVEAL))
        self.inbox.letter.set_form_keys(self.first_key(Act.FORM), self.first_key(Act.PICTURES))
        self.gate.set_keys(
            *(self.first_key(act) for act in (Act.CONFIRM_SEND, Act.LEAVE_GATE, Act.REVEAL))
        )
        self.top_bar.search.set_palette_key(self.first_key(Act.PALETTE))

    def _restore(self) -> None:
        kept = self._geometry.value(_GEOMETRY)
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            self.resize(*_SIZE)


def _local_files(event: QDropEvent) -> list[Path]:
    """The files of this computer that are being dropped; letters of ours are none."""
    if holds_letters(event.mimeData()):
        return []
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


_FINDING_ACTS: Final = (Act.APPLY_REPAIR, Act.DISMISS_FINDING, Act.NEXT_FINDING)
