"""The real window on a fake server, with a letter whose large attachments are still there."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from builders import HandClock
from fakes.command_line import MemorySecrets
from fakes.imap_server import PASSWORD, FakeImapServer
from fakes.intake import shop_account
from fakes.reading_desk import Watched
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from softanswer.mailbox.store.accounts import add_account, load_accounts
from softanswer.replies.preferences import Preferences
from softanswer.ui.desk import Desk
from softanswer.ui.inbox.letter_view import LetterView
from softanswer.ui.profile import Profile


class FetchingDesk:
    """The window on these letters; the newest is open. Its syncs begin with `start`."""

    def __init__(
        self,
        folder: Path,
        server: FakeImapServer,
        letters: tuple[bytes, ...],
        preferences: Preferences | None = None,
    ) -> None:
        self.server = server
        for number, raw in enumerate(letters):
            server.deliver(raw, internal_date=f"22-Nov-2026 {10 - number:02}:00:00 +0000")
        account = shop_account(server.endpoint)
        self.profile = Profile(folder, HandClock(), MemorySecrets({account.address: PASSWORD}))
        with self.profile.writing() as writer:
            if preferences is not None:
                self.profile.save_preferences(writer, preferences)
            writer.call(lambda tx: add_account(tx, account))
            (stored,) = writer.call(lambda tx: load_accounts(tx.db))
            self.profile.account_sync(stored, writer).sync_once()
        self.watched = Watched(folder / "saved")
        (folder / "saved").mkdir()
        self.desk = Desk(self.profile)
        self.desk.wiring.opening._outside = self.watched.outside()
        self.desk.wiring.open()
        QApplication.processEvents()

    def start(self) -> None:
        """Start the sync, and what else works behind the window."""
        self.desk.engine.start()

    @property
    def view(self) -> LetterView:
        return self.desk.window.inbox.letter

    @property
    def chips(self) -> list[QPushButton]:
        """The buttons of the attachments."""
        row = self.view._page.attachments
        return [b for b in row.findChildren(QPushButton) if b.menu() and b.isVisibleTo(row)]

    def names(self) -> list[str]:
        """What a screen reader says of the attachments."""
        return [chip.accessibleName() for chip in self.chips]

    def choose(self, number: int, text: str) -> None:
        """Choose from the menu of an attachment."""
        (action,) = [a for a in self.chips[number].menu().actions() if a.text() == text]
        action.trigger()

    def said(self) -> str:
        """What is said at the foot of the window, and in the bar of problems."""
        parts = (self.desk.window.clock_strip, self.desk.window.problem_bar)
        return " ".join(label.text() for part in parts for label in part.findChildren(QLabel))

    def saved(self) -> dict[str, bytes]:
        """The files that were saved."""
        folder = self.watched.folder
        return {path.name: path.read_bytes() for path in folder.iterdir()} if folder else {}

    def close(self) -> None:
        with suppress(RuntimeError):
            self.desk.close()
