"""A real Courier imapd, without its daemons: a thread lets clients in and hands each one an imapd.

Courier is unlike the others: no MOVE, no CONDSTORE, no UIDNEXT, all folders below INBOX. Its imapd
comes from Debian's courier-imap, installed, or unpacked into the folder that SOFTANSWER_COURIER
names.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
import threading
from pathlib import Path
from typing import Self

from softanswer.mailbox.account import Endpoint, Security

PASSWORD = "S3CRET-CANARY"
_ROOT = Path(os.environ.get("SOFTANSWER_COURIER", "/"))
_PROGRAM = _ROOT / "usr/bin/imapd"
_MAKE = _ROOT / "usr/bin/maildirmake.courier"
_LIBRARIES = ":".join(str(_ROOT / name) for name in (
    "usr/lib/x86_64-linux-gnu", "usr/lib", "lib/x86_64-linux-gnu",
))  # fmt: skip
_CAPABILITIES = "IMAP4rev1 UIDPLUS CHILDREN NAMESPACE QUOTA IDLE"


def is_installed() -> bool:
    """Whether Courier's imapd is here."""
    return _PROGRAM.is_file() and _MAKE.is_file()


class Courier:
    """A running server with one mailbox; use it as a context manager."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="courier-"))
        self._folder.chmod(0o755)
        self._user = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.endpoint = Endpoint("127.0.0.1", self._listener.getsockname()[1], Security.NONE)
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> Self:
        own = {"LD_LIBRARY_PATH": _LIBRARIES} if Path("/") != _ROOT else {}
        subprocess.run([_MAKE, self._folder / "Maildir"], env=own, check=True)  # noqa: S603
        for path in (self._folder, *self._folder.rglob("*")):
            os.chown(path, self._user.pw_uid, self._user.pw_gid)
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for process in self._processes:
            process.kill()
            process.wait(5)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._let_in, args=(client,), daemon=True).start()

    def _let_in(self, client: socket.socket) -> None:
        """Speak IMAP until the log-in; then an imapd has the connection."""
        with client, contextlib.suppress(OSError):
            client.sendall(b"* OK [CAPABILITY %s] ready\r\n" % _CAPABILITIES.encode())
            while line := _line(client):
                tag, _, rest = line.decode().partition(" ")
                if rest.upper().startswith("CAPABILITY"):
                    told = f"* CAPABILITY {_CAPABILITIES}\r\n{tag} OK done\r\n"
                    client.sendall(told.encode())
                elif rest.upper().startswith("LOGIN") and rest.endswith(f'"{PASSWORD}"\r\n'):
                    self._hand_over(client, tag)
                    return
                else:
                    client.sendall(f"{tag} NO log in first\r\n".encode())

    def _hand_over(self, client: socket.socket, tag: str) -> None:
        environment = {
            "LD_LIBRARY_PATH": _LIBRARIES,
            "IMAPLOGINTAG": tag,
            "IMAP_CAPABILITY": _CAPABILITIES,
            "IMAP_KEYWORDS": "1",
            "IMAP_USELOCKS": "1",
            "AUTHENTICATED": "lena",
            "AUTHADDR": "lena",
            "HOME": str(self._folder),
            "PROTOCOL": "imap",
            "TCPREMOTEIP": "127.0.0.1",
            "TCPREMOTEPORT": "1",
        }
        as_user = {"user": self._user.pw_uid, "group": self._user.pw_gid, "extra_groups": []}
        self._processes.append(
            subprocess.Popen(  # noqa: S603 - Courier, as it was found
                [_PROGRAM, "Maildir"],
                stdin=client,
                stdout=client,
                stderr=subprocess.DEVNULL,
                cwd=self._folder,
                env=environment,
                **(as_user if os.getuid() == 0 else {}),
            )
        )


def _line(client: socket.socket) -> bytes:
    line = b""
    while not line.endswith(b"\n"):
        byte = client.recv(1)
        if not byte:
            return b""
        line += byte
    return line
