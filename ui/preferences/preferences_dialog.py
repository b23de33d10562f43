"""Preferences: the dialog with its ten pages, the cool-down first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from ...mailbox.account import Account
from ...replies.orders.own_services import OwnService
from ...replies.outbox.policy import HoldPolicy
from ...replies.preferences import Preferences
from ..outbox_words import HoldWords
from ..theme.buttons import ActButton, PrimaryButton, foot_of
from ..theme.icons import Icon
from ..theme.labels import Label
from ..theme.sheet import Ground, dress
from ..theme.sizes import GAP, PADDING, Type, px, window_size
from .accounts_page import AccountsPage
from .backup_page import BackupPage
from .cool_down_page import CoolDownPage
from .keys_page import KeysPage
from .lessons_page import LessonsPage
from .look_page import LookPage
from .orders_page import OrdersPage
from .page_area import PageArea
from .page_list import PageList
from .page_search import PageSearch
from .search_line import SearchLine
from .services_page import ServicesPage
from .shop_page import ShopPage
from .transfer import PreferenceTransfer
from .writing_page import WritingPage

_WIDTH: Final = 780
_HEIGHT: Final = 580
_PAGES_WIDTH: Final = 172
_NARROW: Final = 560  # below it the pages are listed by their signs alone
_NEXT: Final = ("Ctrl+Tab", "Ctrl+PgDown")
_PREVIOUS: Final = ("Ctrl+Shift+Tab", "Ctrl+PgUp")


class PreferencesDialog(QDialog):
    """Lets the seller change her settings; nothing counts before she keeps them.

    Signals:
        preferences_changed: carries the Preferences to keep.
        preferences_imported: carries the Preferences to keep, taken from a file.
        services_changed: carries the seller's own figures of carrier services, all of them.
        mappings_changed: carries the ColumnMappings to keep, and the signatures to forget.
        own_words_changed: carries all words of the seller's own dictionary.
        lessons_forgotten: carries the numbers of conversations that are to teach nothing more.
        text_tried: carries the size of the text, in percent, that is to be shown meanwhile.
        density_tried: carries the Density that is to be shown meanwhile.
        account_add_wanted: another account.
        account_edit_wanted, account_folders_wanted, account_remove_wanted, account_test_wanted:
            each carries an address.
    """

    preferences_changed = Signal(object)
    preferences_imported = Signal(object)
    services_changed = Signal(object)
    mappings_changed = Signal(object, object)
    own_words_changed = Signal(object)
    lessons_forgotten = Signal(object)
    text_tried = Signal(int)
    density_tried = Signal(object)
    account_add_wanted = Signal()
    account_edit_wanted = Signal(str)
    account_folders_wanted = Signal(str)
    account_remove_wanted = Signal(str)
    account_test_wanted = Signal(str)

    def __init__(
        self,
        preferences: Preferences,
        accounts: Sequence[Account],
        in_force: HoldPolicy,
        settled_at: datetime | None,
        parent: QWidget | None = None,
        *,
        now: datetime,
        words: HoldWords | None = None,
    ) -> None:
        """Lay the pages out.

        Args:
            preferences: as they are kept.
            accounts: as they are stored.
            in_force: the policy that a reply held now falls under.
            settled_at: from when the kept policy alone counts, None where it does already.
            parent: the window.
            now: UTC.
            words: the words of the window's language.
        """
        super().__init__(parent)
        words = words or HoldWords()
        self._preferences = preferences
        self._own_services: tuple[OwnService, ...] = ()
        self.setWindowTitle(self.tr("Preferences"))
        dress(self, ground=Ground.WINDOW)
        self._head = QWidget(self)
        self._search_line = SearchLine(self._head)  # made first, it comes first by Tab
        self._nothing = Label(
            self.tr("No setting has these words."), Type.SMALL, parent=self._head
        )
        self._nothing.hide()
        self._titles = PageList(self._signs(), self)
        self.cool_down = CoolDownPage(preferences.hold, in_force, settled_at, now, words, self)
        self.accounts = AccountsPage(accounts, self)
        self.shop = ShopPage(
            (preferences.shop_name, preferences.seller_name),
            preferences.writes_as,
            preferences.returns,
            self,
        )
        self.writing = WritingPage(spelling=preferences.spelling, parent=self)
        self.orders = OrdersPage(preferences.watched_folder, self)
        self.services = ServicesPage(now.astimezone().date(), self)
        self.look = LookPage(preferences, self)
        self.lessons = LessonsPage(self)
        self.keys = KeysPage(
            single_letters=preferences.single_letters, own_keys=preferences.own_keys, parent=self
        )
        self.backup = BackupPage(self)
        self.transfer = PreferenceTransfer(
            self.backup, preferences, self.preferences, in_force, words, now, self
        )
        self._pages = (
            self.cool_down,
            self.accounts,
            self.shop,
            self.writing,
            self.orders,
            self.services,
            self.lessons,
            self.look,
            self.keys,
            self.backup,
        )
        self._stack = QStackedWidget(self)
        self._areas = tuple(PageArea(page, self._stack) for page in self._pages)
        self._grid = QGridLayout()
        self._cancel = ActButton(self.tr("Cancel"), parent=self)
        self._keep = PrimaryButton(self.tr("Keep these settings"), Icon.CHECK, parent=self)
        self._keep.setDefault(True)
        self._lay_out()
        self._search = PageSearch(
            self._search_line, self._nothing, self._titles, self._pages, self._areas, self
        )
        self._connect()
        self.resize(window_size(self, _WIDTH, _HEIGHT))
        self._fit_titles()

    def preferences(self) -> Preferences:
        """What the fields say; each value is within its range."""
        return replace(
            self._preferences,
            hold=self.cool_down.policy(),
            shop_name=self.shop.shop_name(),
            seller_name=self.shop.seller_name(),
            writes_as=self.shop.writes_as(),
            returns=self.shop.returns(),
            spelling=self.writing.spelling(),
            watched_folder=self.orders.watched_folder(),
            language=self.look.language(),
            colour_scheme=self.look.colour_scheme(),
            text_percent=self.look.text_percent(),
            density=self.look.density(),
            remote_pictures=self.look.remote_pictures(),
            new_letters=self.look.new_letters(),
            leave_above_mb=self.look.leave_above_mb(),
            single_letters=self.keys.single_letters(),
            own_keys=self.keys.own_keys(),
        )

    def show_page(self, page: QWidget) -> None:
        """Show one of the pages and give it the keyboard."""
        self._titles.choose(self._pages.index(page))
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_accounts(self, accounts: Sequence[Account]) -> None:
        """List these accounts."""
        self.accounts.set_accounts(accounts)

    def set_own_services(self, own: Sequence[OwnService]) -> None:
        """Show the seller's own figures of carrier services, as they are kept."""
        self.services.set_own_services(own)
        self._own_services = self.services.own_services()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._search.is_on:
            self._search.end()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._titles.currentIndex().row() == 0:
            self.cool_down.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keep(self) -> None:
        self._finish(self.preferences(), self.preferences_changed)

    def _on_import_confirmed(self, imported: Preferences) -> None:
        self._finish(imported, self.preferences_imported)

    def _finish(self, wanted: Preferences, changed: SignalInstance) -> None:
        """Hand out all that was changed, the preferences by this signal, and close."""
        words = self.writing.changed_words()
        if words is not None:  # first: what follows the preferences reads them
            self.own_words_changed.emit(words)
        if wanted != self._preferences:
            changed.emit(wanted)
        if self.services.own_services() != self._own_services:
            self.services_changed.emit(self.services.own_services())
        mended, forgotten = self.orders.changed_mappings(), self.orders.forgotten_mappings()
        if mended or forgotten:
            self.mappings_changed.emit(mended, forgotten)
        if self.lessons.forgotten():
            self.lessons_forgotten.emit(self.lessons.forgotten())
        self.accept()

    def _on_text_tried(self, percent: int) -> None:
        self.text_tried.emit(percent)
        self.resize(window_size(self, _WIDTH, _HEIGHT))
        self._fit_titles()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_titles()

    def _fit_titles(self) -> None:
        """Where there is little room, the pages are signs, and the field stands above all."""
        is_narrow = self.width() < px(self, _NARROW)
        self._titles.fit(_PAGES_WIDTH, is_narrow=is_narrow)
        self._grid.removeWidget(self._head)
        self._grid.removeWidget(self._stack)
        self._grid.addWidget(self._head, 0, 0, 1, 2 if is_narrow else 1)
        top, rows = (1, 1) if is_narrow else (0, 2)
        self._grid.addWidget(self._stack, top, 1, rows, 1)

    def _to_next_page(self) -> None:
        self._turn(1)

    def _to_previous_page(self) -> None:
        self._turn(-1)

    def _turn(self, step: int) -> None:
        self.show_page(self._pages[self._titles.beside(step)])

    def _on_page_chosen(self, current: QModelIndex) -> None:
        self._stack.setCurrentIndex(current.row())

    def _signs(self) -> dict[str, Icon]:
        return {
            self.tr("Cool-down"): Icon.CLOCK,
            self.tr("Accounts"): Icon.MAILS,
            self.tr("Shop"): Icon.PERSON,
            self.tr("Writing"): Icon.PENCIL,
            self.tr("Orders"): Icon.BOOK,
            self.tr("Delivery"): Icon.BOX,
            self.tr("Corrections"): Icon.LENS,
            self.tr("Look"): Icon.EYE,
            self.tr("Keys"): Icon.KEY,
            self.tr("Backup"): Icon.COPY,
        }

    def _connect(self) -> None:
        self._titles.selectionModel().currentChanged.connect(self._on_page_chosen)
        self._titles.choose(0)
        for keys, turn in ((_NEXT, self._to_next_page), (_PREVIOUS, self._to_previous_page)):
            for key in keys:
                QShortcut(QKeySequence(key), self).activated.connect(turn)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._search.begin)
        self._cancel.clicked.connect(self.reject)
        self.look.text_tried.connect(self._on_text_tried)
        self.look.density_tried.connect(self.density_tried)
        self._keep.confirmed.connect(self._on_keep)
        self.transfer.confirmed.connect(self._on_import_confirmed)
        self.accounts.add_wanted.connect(self.account_add_wanted)
        self.accounts.edit_wanted.connect(self.account_edit_wanted)
        self.accounts.folders_wanted.connect(self.account_folders_wanted)
        self.accounts.remove_wanted.connect(self.account_remove_wanted)
        self.accounts.test_wanted.connect(self.account_test_wanted)

    def _lay_out(self) -> None:
        for area in self._areas:
            self._stack.addWidget(area)
        search = QVBoxLayout()
        search.setSpacing(GAP)
        search.addWidget(self._search_line)
        search.addWidget(self._nothing)
        self._head.setLayout(search)
        search.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(PADDING)
        self._grid.setColumnStretch(1, 1)
        self._grid.setRowStretch(1, 1)
        self._grid.addWidget(self._titles, 1, 0)
        foot = foot_of(self._cancel, self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(PADDING, PADDING, PADDING, PADDING)
        column.setSpacing(PADDING)
        column.addLayout(self._grid, stretch=1)
        column.addLayout(foot)
