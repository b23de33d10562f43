"""Which folders of a server the seller may follow besides INBOX and Sent."""

from __future__ import annotations

import ssl
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from .account import Account
from .folder_uses import FolderUse, find_folder
from .imap import ImapSession
from .imap_answers import ListedFolder
from .login import Login
from .wake_up import WakeUp


class FolderKind(Enum):
    """What a folder is for, as far as that decides whether it can be chosen."""

    PLAIN = auto()
    INBOX = auto()
    SENT = auto()
    ARCHIVE = auto()
    TRASH = auto()
    JUNK = auto()
    DRAFTS = auto()
    VIEW = auto()  # shows what lies in other folders: all mail, starred, important


@dataclass(frozen=True, slots=True)
class ServerFolder:
    """A folder of the server that can hold letters.

    Attributes:
        is_followed: its letters are here, or will be.
    """

    name: str
    kind: FolderKind
    is_followed: bool

    @property
    def is_choosable(self) -> bool:
        """Whether the seller decides; what she archives or throws away is put out of the lists."""
        return self.kind is FolderKind.PLAIN


_KINDS: Final = {
    FolderUse.SENT: FolderKind.SENT,
    FolderUse.ARCHIVE: FolderKind.ARCHIVE,
    FolderUse.TRASH: FolderKind.TRASH,
    FolderUse.JUNK: FolderKind.JUNK,
}
_ALWAYS: Final = {FolderKind.INBOX, FolderKind.SENT}
_VIEWS: Final = {"all", "flagged", "important"}  # RFC 6154, RFC 8457


def list_folders(
    account: Account,
    login: Login,
    chosen: Collection[str],
    *,
    tls_context: ssl.SSLContext | None = None,
    cancel: WakeUp | None = None,
) -> tuple[ServerFolder, ...]:
    """Ask an account's server for its folders.

    Args:
        chosen: the names of those that are followed besides INBOX and Sent.

    Raises:
        MailError: it cannot be asked, in words for the seller.
    """
    with ImapSession.connect(account.imap, login, tls_context=tls_context, cancel=cancel) as imap:
        imap.find_folders()
        return sorted_out(imap.listed_folders, chosen)


def sorted_out(
    listed: Sequence[ListedFolder], chosen: Collection[str]
) -> tuple[ServerFolder, ...]:
    """What each folder is, INBOX and Sent first, then those to choose from, by name."""
    special = {
        found.name: kind
        for use, kind in _KINDS.items()
        if (found := find_folder(listed, use)) is not None
    }
    folders = [
        ServerFolder(one.name, kind, kind in _ALWAYS or one.name in chosen)
        for one in listed
        if one.is_selectable
        for kind in [_kind(one, special)]
    ]
    return tuple(sorted(folders, key=_place))


def _kind(folder: ListedFolder, special: dict[str, FolderKind]) -> FolderKind:
    if folder.name.upper() == "INBOX":
        return FolderKind.INBOX
    if folder.name in special:
        return special[folder.name]
    if "drafts" in folder.attributes:
        return FolderKind.DRAFTS
    return FolderKind.VIEW if folder.attributes & _VIEWS else FolderKind.PLAIN


def _place(folder: ServerFolder) -> tuple[int, str]:
    first = {FolderKind.INBOX: 0, FolderKind.SENT: 1, FolderKind.PLAIN: 2}
    return first.get(folder.kind, 3), folder.name.casefold()
