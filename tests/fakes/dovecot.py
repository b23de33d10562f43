"""A real Dovecot, private to the tests: own configuration, own folder, a free loopback port."""

from __future__ import annotations

import contextlib
import imaplib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from fakes.certificates import ServerCertificate

from softanswer.mailbox.account import Endpoint, Security

PASSWORD = "S3CRET-CANARY"
_PROGRAM = shutil.which("dovecot", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin")


def is_installed() -> bool:
    """Whether this machine has Dovecot."""
    return _PROGRAM is not None


class Dovecot:
    """A running server; any user name logs in with `PASSWORD`.

    Mail is delivered by dropping files into the user's Maildir, as a local delivery agent does.

    Args:
        compresses: it offers COMPRESS=DEFLATE.
        certificate: it also serves TLS from the first byte, at `tls_endpoint`.
    """

    def __init__(
        self, *, compresses: bool = False, certificate: ServerCertificate | None = None
    ) -> None:
        self._compresses = compresses
        self._certificate = certificate
        assert _PROGRAM is not None
        # Dovecot refuses to serve mail as root.
        self._user = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        self._folder = Path(tempfile.mkdtemp(prefix="dovecot-"))
        self._folder.chmod(0o755)
        for name in ("run", "state", "home"):
            (self._folder / name).mkdir()
        self._own(self._folder)
        self.endpoint = Endpoint("127.0.0.1", _free_port(), Security.NONE)
        self.tls_endpoint = Endpoint("localhost", _free_port(), Security.TLS)
        self._delivered = 0
        self._offered: frozenset[str] = frozenset()
        self._config_file = self._folder / "dovecot.conf"
        self._config_file.write_text(self._config(), encoding="utf-8")
        self._process = subprocess.Popen(  # noqa: S603 - our own configuration
            [_PROGRAM, "-F", "-c", str(self._config_file)], **self._as_user()
        )
        self._wait_until_up()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.stop()

    def stop(self) -> None:
        """Stop the server and delete all its mail."""
        self._process.terminate()
        self._process.wait(10)
        shutil.rmtree(self._folder, ignore_errors=True)

    def deliver(self, user: str, raw: bytes) -> None:
        """Put a new message into a user's INBOX."""
        self._delivered += 1
        maildir = self.maildir(user)
        name = f"{int(time.time())}.M{self._delivered:06}.test"
        draft = maildir / "tmp" / name
        draft.write_bytes(raw.replace(b"\r\n", b"\n"))
        self._own(draft)
        draft.rename(maildir / "new" / name)

    def fill(self, user: str, letters: list[bytes], came: list[float] | None = None) -> None:
        """Put seen messages into a user's INBOX before anybody has opened it.

        Args:
            came: when each of them came, in seconds since 1970; now, where it is left out.
        """
        maildir = self.maildir(user)
        for number, raw in enumerate(letters):
            path = maildir / "cur" / f"{1700000000 + number}.M{number}.test:2,S"
            path.write_bytes(raw.replace(b"\r\n", b"\n"))
            if came is not None:
                os.utime(path, (came[number], came[number]))
            self._own(path)

    def load(self, user: str, maildir: Path) -> None:
        """Copy all letters of another Maildir into a user's INBOX before anybody has opened it."""
        place = self.maildir(user) / "cur"
        for folder in ("cur", "new"):
            if (maildir / folder).is_dir():
                for path in (maildir / folder).iterdir():
                    shutil.copy2(path, place / path.name)
                    self._own(place / path.name)

    def empty(self, user: str) -> None:
        """Forget all of a user's mail; nobody may be logged in."""
        shutil.rmtree(self._folder / "home" / user, ignore_errors=True)

    def forget_uids(self, user: str) -> None:
        """Make the server number a user's INBOX anew, with a new UIDVALIDITY.

        What it needs to keep the rules stays: the last UIDVALIDITY, which is otherwise the
        second in which a session begins, and twice the same within it; and the names of the
        keywords, which it would otherwise invent anew in each session ("unknown-1").
        """
        for path in self.maildir(user).glob("dovecot*"):
            if not path.name.startswith(("dovecot-keywords", "dovecot-uidvalidity")):
                path.unlink()

    def drop_connections(self) -> None:
        """Break every connection, as a restart does."""
        before = list(self._sessions())
        for process in before:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGTERM)
        deadline = time.monotonic() + 5
        while set(before) & set(self._sessions()) and time.monotonic() < deadline:
            time.sleep(0.01)

    def _sessions(self) -> Iterator[int]:
        """The processes of this server that serve logged-in clients."""
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                name = (folder / "cmdline").read_bytes().split(b"\0")[0]
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                if name.endswith(b"dovecot/imap") and parent == self._process.pid:
                    yield int(folder.name)

    def maildir(self, user: str) -> Path:
        """A user's Maildir, made as needed."""
        maildir = self._folder / "home" / user / "Maildir"
        if not maildir.exists():
            for name in ("cur", "new", "tmp"):
                (maildir / name).mkdir(parents=True)
            for path in (maildir.parent, maildir, *maildir.iterdir()):
                self._own(path)
        return maildir

    def hide(self, *names: str) -> None:
        """Offer new sessions all it can but the capabilities of these names."""
        if not self._offered:
            self._offered = self._capabilities()
        left = self._offered - set(names)
        limit = f"protocol imap {{\n  imap_capability = {' '.join(sorted(left))}\n}}\n"
        self._config_file.write_text(self._config() + limit, encoding="utf-8")
        self._process.send_signal(signal.SIGHUP)
        deadline = time.monotonic() + 10
        while self._capabilities() != left:
            assert time.monotonic() < deadline, self.log()
            time.sleep(0.1)

    def _capabilities(self) -> frozenset[str]:
        """What a client is told behind its log-in."""
        with imaplib.IMAP4(self.endpoint.host, self.endpoint.port, timeout=10) as client:
            client.login("nobody-in-particular", PASSWORD)
            _, told = client.capability()
        return frozenset(told[-1].decode("ascii").split())

    def log(self) -> str:
        """What the server wrote down."""
        path = self._folder / "dovecot.log"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def _as_user(self) -> dict[str, object]:
        if os.getuid() != 0:
            return {}
        return {"user": self._user.pw_uid, "group": self._user.pw_gid, "extra_groups": []}

    def _own(self, path: Path) -> None:
        if os.getuid() == 0:
            os.chown(path, self._user.pw_uid, self._user.pw_gid)
            if path == self._folder:
                for child in path.iterdir():
                    self._own(child)

    def _wait_until_up(self) -> None:
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline:
            try:
                with socket.create_connection(("127.0.0.1", self.endpoint.port), 1) as sock:
                    if sock.recv(4) == b"* OK":
                        return
            except OSError:
                time.sleep(0.02)
        raise AssertionError(f"Dovecot did not come up:\n{self.log()}")

    def _config(self) -> str:
        user, folder = self._user.pw_name, self._folder
        group = self._user.pw_gid
        tls = self._tls()
        tls_port = 0 if self._certificate is None else self.tls_endpoint.port
        plugins = "mail_plugins = zlib imap_zlib" if self._compresses else ""
        return textwrap.dedent(f"""\
            protocols = imap
            listen = 127.0.0.1
            base_dir = {folder}/run
            state_dir = {folder}/state
            log_path = {folder}/dovecot.log
            default_login_user = {user}
            default_internal_user = {user}
            default_internal_group = {_group_name(group)}
            first_valid_uid = 1
            last_valid_uid = 0
            first_valid_gid = 0
            {tls}
            disable_plaintext_auth = no
            auth_mechanisms = plain login
            mail_location = maildir:~/Maildir
            mail_fsync = never
            passdb {{
              driver = static
              args = password={PASSWORD}
            }}
            userdb {{
              driver = static
              args = uid={user} gid={_group_name(group)} home={folder}/home/%n allow_all_users=yes
            }}
            namespace inbox {{
              inbox = yes
              separator = /
              mailbox Gesendet {{
                special_use = \\Sent
                auto = create
              }}
            }}
            service imap-login {{
              chroot =
              inet_listener imap {{
                port = {self.endpoint.port}
              }}
              inet_listener imaps {{
                port = {tls_port}
                ssl = {"no" if self._certificate is None else "yes"}
              }}
            }}
            service anvil {{
              chroot =
            }}
            protocol imap {{
              mail_max_userip_connections = 50
              {plugins}
            }}
            """)

    def _tls(self) -> str:
        if self._certificate is None:
            return "ssl = no"
        shown = self._folder / "certificate.pem"
        shutil.copy(self._certificate.path, shown)
        self._own(shown)
        return f"ssl = yes\nssl_cert = <{shown}\nssl_key = <{shown}"


def _group_name(gid: int) -> str:
    import grp

    return grp.getgrgid(gid).gr_name


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
