"""One connection's work for an account: both folders, news, and what the server is to be told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .folder_sync import FolderSync, SyncStore, Tally
from .imap import ImapSession
from .part_fetch import PartFetch
from .part_wishes import PartWish
from .sentence import Sentence
from .server_push import ServerPush
from .store.folders import FolderRole
from .store.server_folders import note_folders
from .wake_up import WakeUp

_POLL_EVERY_S: Final = 20.0  # where the server has no IDLE


class AccountFolders:
    """What is known of an account's folders, and owed to its server, over many sessions.

    Attributes:
        tally: what was fetched, changed and dropped since the start.
        writer: of the store.
    """

    def __init__(self, store: SyncStore) -> None:
        self._store = store
        self._folders: dict[tuple[FolderRole, str], FolderSync] = {}
        self._names: tuple[str, ...] = ()
        self.tally = Tally()
        self.writer = store.writer
        self.push = ServerPush(store.account_id, store.writer, store.clock, store.on_conversations)

    def note_names(self, names: tuple[str, ...]) -> None:
        """Keep which folders the server has, where they are others than before."""
        if names != self._names:
            account_id = self._store.account_id
            self._store.writer.call(lambda tx: note_folders(tx.db, account_id, names))
            self._names = names

    def folder(self, role: FolderRole, name: str) -> FolderSync:
        """The folder of this name; made at its first mention."""
        known = self._folders.get((role, name))
        if known is None:
            known = FolderSync(name, role, self._store, self.tally)
            self._folders[role, name] = known
        return known


class SyncSession:
    """Follows an account over one connection; every method raises `MailError`s."""

    def __init__(self, imap: ImapSession, folders: AccountFolders) -> None:
        self._imap = imap
        self._known = folders
        names = imap.find_folders()
        folders.note_names(imap.folder_names)
        self._inbox = folders.folder(FolderRole.INBOX, names.inbox)
        self._sent = folders.folder(FolderRole.SENT, names.sent) if names.sent else None
        self._parts = PartFetch(imap, folders.writer, self._open)

    @property
    def folders(self) -> tuple[FolderSync, ...]:
        """INBOX, and the folder of sent mail where there is one."""
        return (self._inbox,) if self._sent is None else (self._inbox, self._sent)

    def refresh(self) -> None:
        """Look at both folders; what came since the last look is stored when it returns.

        Raises:
            ServerRefusedError: one of them may not be opened; INBOX is looked at first.
        """
        if self._imap.selected == self._inbox.name:
            self._inbox.follow(self._imap, self._imap.noop())
        if self._imap.selected != self._inbox.name or self._inbox.is_behind(self._imap.exists):
            self._inbox.look(self._imap)
        else:
            self._inbox.note_look()
        if self._sent is not None:
            self._refresh_sent(self._sent)

    def fetch_some(self) -> bool:
        """Fetch one batch of older messages; False when none is missing."""
        for folder in self.folders:
            if folder.waiting and self._imap.selected != folder.name:
                folder.look(self._imap)
            if folder.waiting:
                folder.fetch_some(self._imap)
                self.take_in()
                return True
        return False

    def fetch_part(self, wish: PartWish) -> bool:
        """Fetch one piece of attachments that were left on the server; False when all is here.

        Raises:
            PartMissingError: they can't be had; another try will not help.
        """
        is_more = self._parts.fetch_some(wish)
        self.take_in()
        return is_more

    def take_in(self) -> None:
        """Bring in what the server told of the open folder meanwhile."""
        news = self._imap.take_news()
        for folder in self.folders:
            if news and folder.name == self._imap.selected:
                folder.follow(self._imap, news)

    def tell_server(self) -> None:
        """Tell the server what was decided here; a copy filed in Sent is brought in at once."""
        sent = None if self._sent is None else self._sent.name
        try:
            has_filed = self._known.push.run(self._imap, sent)
        finally:
            for name, uid in self._known.push.take_left():
                for folder in self.folders:
                    if folder.name == name:
                        folder.let_go(uid)
        if has_filed and self._sent is not None:
            self._refresh_sent(self._sent)

    def wait(self, at_most_s: float, wake: WakeUp) -> None:
        """Wait for news of INBOX, and bring them in; `wake` ends the wait."""
        if self._imap.selected != self._inbox.name:
            self._inbox.look(self._imap)
        if self._imap.has_idle:
            news = self._imap.idle(at_most_s, wake)
        else:
            wake.wait(min(at_most_s, _POLL_EVERY_S))
            news = self._imap.noop()
        self._inbox.follow(self._imap, news)

    def problems(self) -> Iterator[str]:
        """What the seller should know, each a sentence."""
        for folder in self.folders:
            if folder.is_suddenly_empty:
                yield Sentence(
                    "Mail",
                    "The folder {folder} on the server is suddenly empty. The {count} letters "
                    "stored here were kept. Look into your provider's webmail.",
                ).format(folder=folder.name, count=folder.stored)
        if self._known.push.problem:
            yield self._known.push.problem
        yield from self._known.push.notices
        for alert in self._imap.take_alerts():
            yield Sentence("Mail", "The mail server says: {alert}").format(alert=alert)

    def _open(self, name: str) -> None:
        for folder in self.folders:
            if folder.name == name != self._imap.selected:
                folder.look(self._imap)

    def _refresh_sent(self, sent: FolderSync) -> None:
        status = self._imap.status(sent.name)
        if status == sent.last_status and not sent.is_behind(status.exists):
            sent.note_look()
        else:
            sent.look(self._imap)
            sent.last_status = status
