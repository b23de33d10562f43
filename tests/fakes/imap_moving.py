"""The commands of the fake IMAP server that put messages elsewhere, or away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fakes.imap_server import FakeFolder, FakeImapServer, FakeMessage


class MovingCommands:
    """COPY, MOVE, EXPUNGE and CREATE, each as the capabilities of the server allow."""

    server: FakeImapServer
    folder: str

    @property
    def _box(self) -> FakeFolder:
        raise NotImplementedError

    def _do_create(self, tag: str, arguments: str) -> str:
        return self.server.create(strings(arguments)[0])

    def _do_uid_copy(self, tag: str, arguments: str) -> str:
        return self._copied(arguments)[0]

    def _do_uid_move(self, tag: str, arguments: str) -> str:
        if "MOVE" not in self.server.capabilities:
            return "BAD unknown command"
        with self.server.changed:
            answer, copied = self._copied(arguments)
            for message in copied:
                self.server.expunge(message.uid, self.folder)
        return answer

    def _do_uid_expunge(self, tag: str, arguments: str) -> str:
        if "UIDPLUS" not in self.server.capabilities:
            return "BAD unknown command"
        return self._expunge(numbers(arguments, 0))

    def _do_expunge(self, tag: str, arguments: str) -> str:
        return self._expunge({message.uid for message in self._box.messages})

    def _expunge(self, uids: set[int]) -> str:
        with self.server.changed:
            for message in list(self._box.messages):
                if message.uid in uids and "\\Deleted" in message.flags:
                    self.server.expunge(message.uid, self.folder)
        return "OK done"

    def _copied(self, arguments: str) -> tuple[str, list[FakeMessage]]:
        chosen, name = strings(arguments)
        with self.server.changed:
            if name not in self.server.folders:
                return "NO [TRYCREATE] no such folder", []
            uids = numbers(chosen, 0)
            found = [one for one in self._box.messages if one.uid in uids]
            new = [
                self.server.deliver(one.raw, name, tuple(one.flags), one.internal_date)
                for one in found
            ]
            if not found or "UIDPLUS" not in self.server.capabilities:
                return "OK done", found
            told = [",".join(map(str, each)) for each in ([one.uid for one in found], new)]
            validity = self.server.folders[name].uid_validity
        return f"OK [COPYUID {validity} {told[0]} {told[1]}] done", found


def strings(arguments: str) -> list[str]:
    """The words and quoted strings of a command."""
    found = re.findall(r'"((?:[^"\\]|\\.)*)"|(\S+)', arguments)
    return [re.sub(r"\\(.)", r"\1", quoted) or word for quoted, word in found]


def numbers(chosen: str, last: int) -> set[int]:
    """The numbers of a set such as "1:3,7,9:*"."""
    found: set[int] = set()
    for piece in chosen.replace("*", str(last)).split(","):
        first, _, end = piece.partition(":")
        low, high = sorted((int(first), int(end or first)))
        found.update(range(low, high + 1))
    return found
