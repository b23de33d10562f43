"""How soon news are here, and what is done here is there, beside a bare socket in IDLE.

The server has delays of its own (Dovecot tells of a Maildir after half a second), so each figure
is what a sync adds to what the socket heard of the same news. The sync runs in this process, so
that its commits can be timed; its thread is the only one that works.
"""

from __future__ import annotations

import re
import socket
import statistics
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from fakes.dovecot import PASSWORD, Dovecot
from programs import USER
from resyncing import open_profile

from softanswer.mailbox.store.accounts import load_accounts
from softanswer.mailbox.store.changes import ChangeSet
from softanswer.mailbox.store.messages import set_flag
from softanswer.mailbox.store.writer import StoreWriter
from softanswer.mailbox.sync import AccountSync

_LONGEST_S = 20.0
_REST_S = 0.8  # until both are in IDLE again
_MANY = 10
_WARM_UP = "warmup"
_LETTER = (
    "From: Tom Vale <tom.vale@mail.example>\r\nTo: ana@shop.example\r\nSubject: Parcel {word}\r\n"
    "Message-ID: <{word}@mail.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n"
    "Hello,\r\n\r\nwhere is my book? It should have been here on Friday. {word}\r\n\r\nTom\r\n"
)


@dataclass(frozen=True, slots=True)
class Pushed:
    """Milliseconds between an act and what follows, probe by probe, with those of the socket.

    Attributes:
        letters: delivered, stored and searchable.
        many: ten delivered at once, the last of them searchable.
        flags: set elsewhere, stored.
        own_flags: set here, told to another session.
    """

    letters: list[tuple[float, float]]
    many: list[tuple[float, float]]
    flags: list[tuple[float, float]]
    own_flags: list[tuple[float, float]]


def measure(folder: Path, server: Dovecot, probes: int) -> Pushed:
    """Follow the account of a profile that has its mail, and probe it so many times."""
    with _Desk(folder, server).following() as desk, Idler(server) as idler:
        desk.deliver(idler, [_WARM_UP])  # loads what reads and judges
        return Pushed(
            letters=[desk.deliver(idler, [f"single{number}"]) for number in range(probes)],
            many=[
                desk.deliver(idler, [f"many{number}x{n}" for n in range(_MANY)])
                for number in range(max(1, probes // 4))
            ],
            flags=[desk.flag_elsewhere(idler, on=number % 2 == 0) for number in range(probes)],
            own_flags=[desk.flag_here(idler, on=number % 2 == 0) for number in range(probes)],
        )


def added(pairs: list[tuple[float, float]]) -> tuple[float, float]:
    """What is added to the socket's time: the median, and what nine of ten keep."""
    over = sorted(ours - floor for ours, floor in pairs)
    return statistics.median(over), over[int(len(over) * 0.9)]


class Idler:
    """A bare socket in IDLE, which notes when it hears a line."""

    def __init__(self, server: Dovecot) -> None:
        self._socket = socket.create_connection((server.endpoint.host, server.endpoint.port))
        self._lines = self._socket.makefile("rb")
        self._lines.readline()
        self._run(f"LOGIN {USER} {PASSWORD}")
        self._run("SELECT INBOX")
        self._heard: list[tuple[float, bytes]] = []
        self._news = threading.Condition()
        self._socket.sendall(b"x IDLE\r\n")
        self._thread = threading.Thread(target=self._listen, name="idler", daemon=True)
        self._thread.start()

    def __enter__(self) -> Idler:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._lines.close()
        self._socket.close()

    def forget(self) -> None:
        """Forget what was heard."""
        with self._news:
            self._heard.clear()

    def heard(self, pattern: bytes) -> float:
        """When the first line came since then in which this is found."""
        with self._news:
            assert self._news.wait_for(lambda: self._found(pattern), _LONGEST_S)
            return self._found(pattern)[0]

    def _found(self, pattern: bytes) -> list[float]:
        return [at for at, line in self._heard if re.search(pattern, line)]

    def _listen(self) -> None:
        while line := self._lines.readline():
            with self._news:
                self._heard.append((time.perf_counter(), line))
                self._news.notify_all()

    def _run(self, command: str) -> None:
        self._socket.sendall(f"x {command}\r\n".encode())
        while not (line := self._lines.readline()).startswith(b"x "):
            assert line
        assert line.startswith(b"x OK"), line


class _Desk:
    """A sync that follows the account, and what its commits show."""

    def __init__(self, folder: Path, server: Dovecot) -> None:
        self._profile = open_profile(folder)
        self._server = server
        self._news = threading.Condition()
        self._committed_at = 0.0
        self._writer: StoreWriter
        self._sync: AccountSync

    @contextmanager
    def following(self) -> Iterator[_Desk]:
        """Follow the account meanwhile."""
        self._writer = self._profile.open_writer(self._note)
        self._db = self._profile.open_reader()
        (account,) = load_accounts(self._db)
        self._sync = self._profile.account_sync(account, self._writer)
        thread = threading.Thread(target=self._sync.run, name="sync")
        thread.start()
        try:
            self._sync.look(_LONGEST_S)
            yield self
        finally:
            self._sync.stop()
            thread.join()
            self._db.close()
            self._writer.close()

    def deliver(self, idler: Idler, words: list[str]) -> tuple[float, float]:
        """Milliseconds until letters with these words are searchable, and until IDLE tells."""
        time.sleep(_REST_S)
        idler.forget()
        last = self._exists() + len(words)
        letters = [_LETTER.format(word=word).encode() for word in words]
        began = time.perf_counter()
        for letter in letters:
            self._server.deliver(USER, letter)
        ours = self._when(lambda: all(self._finds(word) for word in words))
        floor = idler.heard(rb"^\* %d EXISTS" % last)
        return (ours - began) * 1000, (floor - began) * 1000

    def flag_elsewhere(self, idler: Idler, *, on: bool) -> tuple[float, float]:
        """Milliseconds until a flag set by another program is stored, and until IDLE tells."""
        time.sleep(_REST_S)
        idler.forget()
        uid = self._row()["uid"]
        with _other(self._server) as run:
            began = time.perf_counter()
            run(f"UID STORE {uid} {'+' if on else '-'}FLAGS.SILENT (\\Flagged)")
            ours = self._when(lambda: bool(self._row()["flagged"]) == on)
            floor = idler.heard(rb"FETCH")
        return (ours - began) * 1000, (floor - began) * 1000

    def flag_here(self, idler: Idler, *, on: bool) -> tuple[float, float]:
        """Milliseconds until IDLE tells of a flag that was set here, and by a bare socket."""
        time.sleep(_REST_S)
        idler.forget()
        row = self._row()
        began = time.perf_counter()
        self._writer.call(lambda tx: set_flag(tx, row["id"], "$Answered", on=on))
        self._sync.wake()  # as the window does behind each commit
        ours = idler.heard(rb"FETCH") - began
        time.sleep(_REST_S)
        idler.forget()
        with _other(self._server) as run:
            began = time.perf_counter()
            run(f"UID STORE {row['uid']} {'+' if on else '-'}FLAGS.SILENT ($Other)")
            floor = idler.heard(rb"FETCH") - began
        return ours * 1000, floor * 1000

    def _note(self, _: ChangeSet) -> None:
        with self._news:
            self._committed_at = time.perf_counter()
            self._news.notify_all()

    def _when(self, holds: Callable[[], bool]) -> float:
        """When the commit came that made it hold."""
        deadline = time.perf_counter() + _LONGEST_S
        with self._news:
            while not holds():
                assert self._news.wait(deadline - time.perf_counter())
            return self._committed_at

    def _finds(self, word: str) -> bool:
        found = self._db.execute(
            "SELECT 1 FROM message_search WHERE message_search MATCH ?", (word,)
        )
        return found.fetchone() is not None

    def _exists(self) -> int:
        (count,) = self._db.execute(
            "SELECT count(*) FROM messages JOIN folders ON folders.id = folder_id"
            " WHERE name = 'INBOX' AND uid > 0"
        ).fetchone()
        return int(count)

    def _row(self) -> dict[str, int]:
        """The letter of which the flags are changed."""
        row = self._db.execute(
            "SELECT id, uid, flagged FROM messages WHERE message_id = ?",
            (f"<{_WARM_UP}@mail.example>",),
        ).fetchone()
        return dict(row)


@contextmanager
def _other(server: Dovecot) -> Iterator[Callable[[str], None]]:
    """Another program with INBOX open; gives what runs a command and waits for its end."""
    place = (server.endpoint.host, server.endpoint.port)
    with socket.create_connection(place) as line, line.makefile("rb") as lines:

        def run(command: str) -> None:
            line.sendall(f"y {command}\r\n".encode())
            while not (told := lines.readline()).startswith(b"y "):
                assert told
            assert told.startswith(b"y OK"), told

        lines.readline()
        run(f"LOGIN {USER} {PASSWORD}")
        run("SELECT INBOX")
        yield run
