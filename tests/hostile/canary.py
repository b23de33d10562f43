"""Tells when code reaches for the network, another program, or a file that is no part of ours."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import softanswer

_FORBIDDEN = frozenset(
    """socket.connect socket.sendto socket.getaddrinfo socket.gethostbyname socket.gethostbyaddr
    socket.bind subprocess.Popen os.exec os.posix_spawn os.spawn os.system os.startfile os.fork
    os.startfile/2 webbrowser.open urllib.Request ftplib.connect smtplib.connect
    imaplib.open""".split()
)
_OWN_PLACES = tuple(
    str(Path(place).resolve())
    for place in {
        next(iter(softanswer.__path__)),
        sys.prefix,
        sys.base_prefix,
        sysconfig.get_path("stdlib"),
        "/usr/share/zoneinfo",
    }
)


class Canary:
    """What was reached for while it watched, as the interpreter's audit events.

    Attributes:
        seen: an event and its arguments each.
    """

    def __init__(self) -> None:
        self.seen: list[str] = []
        self._allowed: tuple[str, ...] = ()
        self._is_watching = False
        sys.addaudithook(self._on_event)  # stays as long as the process: it cannot be taken off

    @contextmanager
    def watching(self, *allowed: Path) -> Iterator[Canary]:
        """Watch; files in the `allowed` folders may be read and written."""
        self.seen.clear()
        self._allowed = (*_OWN_PLACES, *(str(place.resolve()) for place in allowed))
        self._is_watching = True
        try:
            yield self
        finally:
            self._is_watching = False

    def _on_event(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self._is_watching:
            return
        if event in _FORBIDDEN or (event == "open" and not self._is_own(arguments[0])):
            self.seen.append(f"{event} {arguments!r}"[:300])

    def _is_own(self, place: object) -> bool:
        if not isinstance(place, str | bytes | os.PathLike):
            return True  # a descriptor that is open already
        return os.path.realpath(os.fsdecode(place)).startswith(self._allowed)


CANARY = Canary()
