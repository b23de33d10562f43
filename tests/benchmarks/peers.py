"""Mail programs of others, run beside ours where they are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from softanswer.mailbox.account import Endpoint

_LONGEST_S = 1200


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds by the wall, seconds of processor, megabytes of memory."""

    wall_s: float
    cpu_s: float
    peak_mb: float


def measured(command: list[str], **environment: str) -> Run:
    """Run a command to its end.

    Raises:
        SystemExit: it failed; what it said is shown.
    """
    began = time.perf_counter()
    with subprocess.Popen(  # noqa: S603 - programs that this file names
        ["timeout", str(_LONGEST_S), *command],  # noqa: S607 - one that asks a question waits
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as process:
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed:\n{said.decode(errors='replace')[-2000:]}")
    wall = time.perf_counter() - began
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


class Mbsync:
    """isync's mbsync into a Maildir: without flushes, and with DEFLATE only where it is asked.

    Args:
        certificate: of the authority to trust, for a server with TLS from the first byte.
    """

    def __init__(
        self,
        folder: Path,
        server: Endpoint,
        user: str,
        password: str,
        certificate: Path | None = None,
    ) -> None:
        self._folder = folder
        self._server = server
        self._user, self._password = user, password
        self._certificate = certificate

    @staticmethod
    def is_installed() -> bool:
        """Whether it can be run here."""
        return shutil.which("mbsync") is not None

    def sync(self, name: str, *, deflate: bool = False) -> Run:
        """Sync into the Maildir of this name, made now where it is not there."""
        place = self._folder / name
        (place / "mail").mkdir(parents=True, exist_ok=True)
        config = place / "mbsyncrc"
        config.write_text(self._config(place, deflate=deflate), encoding="utf-8")
        return measured(["mbsync", "-q", "-c", str(config), "all"], HOME=str(place))

    def maildir(self, name: str) -> Path:
        """The Maildir of this name."""
        return self._folder / name / "mail"

    def _config(self, place: Path, *, deflate: bool) -> str:
        return "\n".join(
            [
                "FSync no",
                "IMAPAccount server",
                f"Host {self._server.host}",
                f"Port {self._server.port}",
                f"User {self._user}",
                f"Pass {self._password}",
                *(
                    ["SSLType None"]
                    if self._certificate is None
                    else ["SSLType IMAPS", f"CertificateFile {self._certificate}"]
                ),
                "AuthMechs LOGIN",
                *([] if deflate else ["DisableExtension COMPRESS=DEFLATE"]),
                "",
                "IMAPStore far",
                "Account server",
                "",
                "MaildirStore near",
                f"Path {place}/mail/",
                f"Inbox {place}/mail/INBOX",
                "",
                "Channel all",
                "Far :far:",
                "Near :near:",
                "Patterns INBOX",
                "Create Near",
                "Sync Pull",
                f"SyncState {place}/state-",
                "",
            ]
        )


class Neomutt:
    """neomutt listing a folder into a header cache, then leaving."""

    def __init__(self, folder: Path, server: Endpoint, user: str, password: str) -> None:
        self._folder = folder
        self._lines = [
            "set ssl_starttls=no ssl_force_tls=no imap_condstore=yes imap_qresync=yes",
            f'set imap_user="{user}" imap_pass="{password}"',
            f'set spoolfile="imap://{user}@{server.host}:{server.port}/INBOX"',
            f'set folder="imap://{user}@{server.host}:{server.port}/"',
            'push "<quit>y"',
        ]

    @staticmethod
    def is_installed() -> bool:
        """Whether it, and `script` for its terminal, can be run here."""
        return None not in (shutil.which("neomutt"), shutil.which("script"))

    def list_all(self, name: str) -> Run:
        """List the folder with a header cache of this name."""
        place = self._folder / name
        place.mkdir(parents=True, exist_ok=True)
        rc = place / "muttrc"
        lines = [*self._lines, f'set header_cache="{place}/cache"']
        rc.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = ["script", "-qec", f"neomutt -F {rc}", "/dev/null"]
        return measured(command, HOME=str(place), TERM="xterm", LC_ALL="C.UTF-8")


class Notmuch:
    """notmuch indexing a Maildir."""

    def __init__(self, folder: Path, maildir: Path) -> None:
        self._config = folder / "notmuch"
        self._config.write_text(
            f"[database]\npath={maildir}\n[user]\nname=x\nprimary_email=x@shop.example\n"
            "[new]\ntags=\n",
            encoding="utf-8",
        )

    @staticmethod
    def is_installed() -> bool:
        """Whether it can be run here."""
        return shutil.which("notmuch") is not None

    def index(self) -> Run:
        """Index the Maildir from nothing."""
        return measured(["notmuch", "new", "--quiet"], NOTMUCH_CONFIG=str(self._config))
