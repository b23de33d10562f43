"""The part of the fake IMAP server that counts states: CONDSTORE and QRESYNC (RFC 7162)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fakes.imap_moving import numbers

if TYPE_CHECKING:
    from fakes.imap_server import FakeFolder, FakeImapServer, FakeMessage

_KNOWN_STATE = re.compile(r"\(QRESYNC \((\d+) (\d+)(?: ([\d:,]+))?")
_STORE = re.compile(
    r"(\S+) (?:\(UNCHANGEDSINCE (\d+)\) )?([+-]?)FLAGS(\.SILENT)? \(([^)]*)\)", re.IGNORECASE
)


class StateCommands:
    """ENABLE, STORE, and what SELECT, FETCH and news say of states.

    Attributes:
        enabled: what the client has switched on, in upper case; a session with CONDSTORE is told
            states, one with QRESYNC is told VANISHED instead of EXPUNGE.
    """

    server: FakeImapServer
    folder: str
    enabled: set[str]
    pending: list[bytes]
    told_exists: int

    @property
    def _box(self) -> FakeFolder:
        raise NotImplementedError

    def _send(self, data: bytes) -> None:
        raise NotImplementedError

    @property
    def has_states(self) -> bool:
        return "CONDSTORE" in self.server.capabilities

    def _do_enable(self, tag: str, arguments: str) -> str:
        if not {"ENABLE", "UTF8=ONLY"} & set(self.server.capabilities.split()):
            return "BAD unknown command"
        if self.folder:
            return "BAD not while a folder is open"
        wanted = set(arguments.upper().split()) & set(self.server.capabilities.upper().split())
        self.enabled |= wanted | ({"CONDSTORE"} if "QRESYNC" in wanted else set())
        if "UTF8=ONLY" in self.server.capabilities and "UTF8=ACCEPT" in arguments.upper():
            self.enabled.add("UTF8=ACCEPT")
            wanted.add("UTF8=ACCEPT")
        self._send(f"* ENABLED {' '.join(sorted(wanted))}\r\n".encode())
        return "OK done"

    def states_told(self, arguments: str) -> list[str]:
        """What SELECT says of the folder's state, and of what changed since the client's."""
        if not self.has_states:
            return []
        told = [f"* OK [HIGHESTMODSEQ {self._box.modseq}] ok"]
        if "CONDSTORE" in arguments:
            self.enabled.add("CONDSTORE")
        known = _KNOWN_STATE.search(arguments)
        if known is None:
            return told
        if "QRESYNC" not in self.enabled:
            raise ValueError("QRESYNC was not enabled")  # ends the session, as no client should
        if int(known[1]) != self._box.uid_validity:
            return told
        gone = self._gone_since(int(known[2]), known[3] or "")
        if gone:
            told.append(f"* VANISHED (EARLIER) {','.join(map(str, gone))}")
        return told + [
            self._flags_told(number, one)
            for number, one in enumerate(self._box.messages, 1)
            if one.modseq > int(known[2])
        ]

    def changed_since(self, items: str) -> int:
        """The state that a FETCH names, 0 for none; what vanished since then is told."""
        since = re.search(r"CHANGEDSINCE (\d+)( VANISHED)?", items)
        if since is None:
            return 0
        if not self.has_states:
            raise ValueError("the server has no states")
        self.enabled.add("CONDSTORE")
        gone = self._gone_since(int(since[1]), "") if since[2] else []
        if gone:
            self._send(f"* VANISHED (EARLIER) {','.join(map(str, gone))}\r\n".encode())
        return int(since[1])

    def _gone_since(self, modseq: int, chosen: str) -> list[int]:
        box = self._box
        if self.server.habits.forgets_expunges:
            gone = set(range(1, box.uid_next)) - {one.uid for one in box.messages}
        else:
            gone = {uid for uid, at in box.expunged.items() if at > modseq}
        return sorted(gone & numbers(chosen, box.uid_next) if chosen else gone)

    def note_expunge(self, folder: str, number: int, uid: int) -> None:
        """A message of some folder is gone."""
        if folder != self.folder:
            return
        if "QRESYNC" in self.enabled:
            self.pending.append(b"* VANISHED %d\r\n" % uid)
        else:
            self.pending.append(b"* %d EXPUNGE\r\n" % number)
        self.told_exists -= 1

    def note_flags(self, folder: str, message: FakeMessage) -> None:
        """The flags of a message of some folder are others."""
        if folder == self.folder:
            number = self._box.messages.index(message) + 1
            self.pending.append(self._flags_told(number, message).encode() + b"\r\n")

    def _flags_told(self, number: int, message: FakeMessage) -> str:
        flags = f"FLAGS ({' '.join(sorted(message.flags))})"
        if "CONDSTORE" not in self.enabled:
            return f"* {number} FETCH ({flags})"
        return f"* {number} FETCH (UID {message.uid} MODSEQ ({message.modseq}) {flags})"

    def _do_uid_store(self, tag: str, arguments: str) -> str:
        chosen, unchanged_since, sign, silent, flags = _STORE.fullmatch(arguments).groups()
        words = set(flags.split())
        modified = []
        with self.server.changed:
            box = self._box
            wanted = numbers(chosen, box.messages[-1].uid if box.messages else 0)
            for number, message in enumerate(box.messages, 1):
                if message.uid not in wanted:
                    continue
                if unchanged_since is not None and message.modseq > int(unchanged_since):
                    modified.append(str(message.uid))
                    continue
                old = message.flags
                new = {"+": old | words, "-": old - words, "": words}[sign]
                self.server.reflag(message.uid, new, self.folder, teller=self)
                if not silent:
                    self._send(self._flags_told(number, message).encode() + b"\r\n")
                elif (
                    "CONDSTORE" in self.enabled
                ):  # RFC 7162 section 3.1.3: the state, silent or not
                    told = f"* {number} FETCH (UID {message.uid} MODSEQ ({message.modseq}))\r\n"
                    self._send(told.encode())
        return f"OK [MODIFIED {','.join(modified)}] not all" if modified else "OK done"
