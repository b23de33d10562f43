"""Another program of the seller's at the same mailbox, by plain imaplib."""

from __future__ import annotations

import imaplib
import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from softanswer.mailbox.account import Endpoint


@dataclass(frozen=True)
class Lying:
    """A letter on the server."""

    folder: str
    uid: int
    flags: frozenset[str]


class OtherProgram:
    """Connects anew for each act; letters are named by their subjects."""

    def __init__(self, server: Endpoint, username: str, password: str) -> None:
        self.server = server
        self._log_in = (username, password)

    @contextmanager
    def connected(self, folder: str = "") -> Iterator[imaplib.IMAP4]:
        """A connection, with a folder open."""
        with imaplib.IMAP4(self.server.host, self.server.port, timeout=10) as client:
            client.login(*self._log_in)
            if folder:
                answer, said = client.select(f'"{folder}"')
                assert answer == "OK", said
            yield client

    def create(self, *names: str) -> None:
        with self.connected() as client:
            for name in names:
                client.create(f'"{name}"')

    def deliver(self, *letters: bytes, folder: str = "INBOX") -> None:
        with self.connected() as client:
            for raw in letters:
                answer, said = client.append(f'"{folder}"', "($new)", None, raw)
                assert answer == "OK", said

    def mark(self, one: Lying, flag: str, *, on: bool) -> None:
        with self.connected(one.folder) as client:
            client.uid("STORE", str(one.uid), f"{'+' if on else '-'}FLAGS.SILENT", f"({flag})")

    def expunge(self, one: Lying) -> None:
        with self.connected(one.folder) as client:
            _expunge(client, one)

    def move(self, one: Lying, folder: str) -> None:
        with self.connected(one.folder) as client:
            client.uid("COPY", str(one.uid), f'"{folder}"')
            _expunge(client, one)

    def lying(self, *folders: str) -> dict[str, list[Lying]]:
        """Where each letter lies; a folder that is missing holds none."""
        found: dict[str, list[Lying]] = defaultdict(list)
        with self.connected() as client:
            for folder in folders:
                if client.select(f'"{folder}"')[0] != "OK":
                    continue
                _, items = client.uid("FETCH", "1:*", "(FLAGS BODY.PEEK[])")
                for item, rest in zip(items, [*items[1:], b""], strict=True):
                    if isinstance(item, tuple):
                        line = item[0] + (rest if isinstance(rest, bytes) else b"")
                        uid = int(re.search(rb"UID (\d+)", line)[1])
                        found[_subject(item[1])].append(Lying(folder, uid, _flags(line)))
        return found


def _expunge(client: imaplib.IMAP4, one: Lying) -> None:
    client.uid("STORE", str(one.uid), "+FLAGS.SILENT", "(\\Deleted)")
    if "UIDPLUS" in client.capabilities:
        client.uid("EXPUNGE", str(one.uid))
    else:
        client.expunge()


def _subject(raw: bytes) -> str:
    return raw.split(b"Subject: ")[1].split(b"\r\n")[0].decode()


def _flags(line: bytes) -> frozenset[str]:
    flags = (flag.decode() for flag in imaplib.ParseFlags(line))
    return frozenset(flag for flag in flags if flag.lower() != "\\recent")
