"""What an IMAP session tells: values without any server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Folders:
    """The names of the folders that are synced."""

    inbox: str
    sent: str | None


@dataclass(frozen=True, slots=True)
class FolderChanges:
    """What a server with QRESYNC tells of the time since a state (RFC 7162 section 3.2.5).

    Attributes:
        gone: UIDs of messages that were expunged; others that nobody knew may be among them.
        flags: those that changed, by UID.
    """

    gone: frozenset[int]
    flags: Mapping[int, frozenset[str]]

    def __bool__(self) -> bool:
        return bool(self.gone or self.flags)


@dataclass(frozen=True, slots=True)
class FolderStatus:
    """What SELECT or STATUS says of a folder; 0 where the server does not say.

    Attributes:
        exists: the number of messages.
        changes: since the state that was named; None where none was, or the server cannot tell.
    """

    exists: int
    uid_validity: int
    uid_next: int
    highest_modseq: int
    changes: FolderChanges | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """Under which UID a message came into a folder; 0 where the server does not say (RFC 4315)."""

    uid_validity: int = 0
    uid: int = 0


@dataclass(frozen=True, slots=True)
class News:
    """What the server told of the open folder without being asked.

    Attributes:
        arrived: the number of messages was told anew.
        gone: messages were expunged.
        reflagged: flags were changed.
    """

    arrived: bool = False
    gone: bool = False
    reflagged: bool = False

    def __bool__(self) -> bool:
        return self.arrived or self.gone or self.reflagged


@dataclass(frozen=True, slots=True)
class Listing:
    """A message on the server: its flags and its size in bytes."""

    uid: int
    flags: frozenset[str]
    size: int
