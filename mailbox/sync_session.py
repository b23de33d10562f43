"""One connection's work for an account: its folders, news, and what the server is to be told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from .errors import ServerRefusedError
from .folder_sync import FolderSync, SyncStore, Tally
from .imap import ImapSession
from .message import MessageKey
from .part_fetch import PartFetch
from .part_wishes import PartWish
from .sentence import Sentence
from .server_push import ServerPush
from .store.chosen_folders import chosen_folders, forget_left
from .store.folders import FolderRole
from .store.server_folders import note_folders
from .store.writer import Transaction
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

    def chosen(self) -> tuple[str, ...]:
        """The folders that the seller follows besides; what she follows no more is let go of."""
        store = self._store

        def job(tx: Transaction) -> tuple[str, ...]:
            touched = forget_left(tx, store.account_id)
            if touched.conversations:
                store.on_conversations(tx, touched.conversations)
            return chosen_folders(tx.db, store.account_id)

        names = store.writer.call(job)
        for role, name in list(self._folders):
            if role is FolderRole.INBOX and name != "INBOX" and name not in names:
                del self._folders[role, name]
        return names


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
        self._chosen: tuple[FolderSync, ...] = ()
        self._troubles: dict[str, str] = {}
        self._note_chosen()

    @property
    def folders(self) -> tuple[FolderSync, ...]:
        """INBOX, the folder of sent mail where there is one, and those that were chosen."""
        sent = () if self._sent is None else (self._sent,)
        return (self._inbox, *sent, *self._chosen)

    def refresh(self) -> None:
        """Look at all folders; what came since the last look is stored when it returns.

        A chosen folder that may not be opened is told in `problems`.

        Raises:
            ServerRefusedError: INBOX, which is looked at first, or Sent may not be opened.
        """
        self._note_chosen()
        if self._imap.selected == self._inbox.name:
            self._inbox.follow(self._imap, self._imap.noop())
        if self._imap.selected != self._inbox.name or self._inbox.is_behind(self._imap.exists):
            self._inbox.look(self._imap)
        else:
            self._inbox.note_look()
        if self._sent is not None:
            self._refresh_other(self._sent)
        for folder in self._chosen:
            try:
                self._refresh_other(folder)
            except ServerRefusedError as error:
                folder.last_status = None
                self._troubles[folder.name] = Sentence(
                    "Mail", "The chosen folder {folder} could not be opened. {error}"
                ).format(folder=folder.name, error=error)
            else:
                self._troubles.pop(folder.name, None)

    def fetch_some(self) -> bool:
        """Fetch one batch of older messages; False when none is missing."""
        for folder in sorted(self.folders, key=lambda folder: not folder.has_wanted):
            if folder.name in self._troubles:
                continue
            if folder.waiting and self._imap.selected != folder.name:
                folder.look(self._imap)
            if folder.waiting:
                folder.fetch_some(self._imap)
                self.take_in()
                return True
        return False

    def want(self, key: MessageKey) -> None:
        """Somebody waits for a letter of a backlog: it comes before all others."""
        for folder in self.folders:
            if folder.name == key.folder:
                folder.want(key.uid)

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
            self._refresh_other(self._sent)

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
        yield from self._troubles.values()
        if self._known.push.problem:
            yield self._known.push.problem
        yield from self._known.push.notices
        for alert in self._imap.take_alerts():
            yield Sentence("Mail", "The mail server says: {alert}").format(alert=alert)

    def _open(self, name: str) -> None:
        for folder in self.folders:
            if folder.name == name != self._imap.selected:
                folder.look(self._imap)

    def _note_chosen(self) -> None:
        """Follow what the seller has chosen by now, as far as the server has it."""
        chosen = self._known.chosen()
        if [folder.name for folder in self._chosen] == list(chosen) and not self._troubles:
            return
        if not {*chosen} <= {*self._imap.folder_names}:  # it may have been made meanwhile
            self._imap.find_folders()
            self._known.note_names(self._imap.folder_names)
        there = [name for name in chosen if name in self._imap.folder_names]
        self._chosen = tuple(self._known.folder(FolderRole.INBOX, name) for name in there)
        gone = Sentence(
            "Mail",
            "The chosen folder {folder} is not on the server any more. Its letters here were "
            "kept; choose your folders anew in Preferences, Accounts.",
        )
        self._troubles = {name: gone.format(folder=name) for name in chosen if name not in there}

    def _refresh_other(self, folder: FolderSync) -> None:
        status = self._imap.status(folder.name)
        if status == folder.last_status and not folder.is_behind(status.exists):
            folder.note_look()
        else:
            folder.look(self._imap)
            folder.last_status = status
