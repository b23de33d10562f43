"""Measure a first sync over a slow line and over TLS, beside the least that each can cost.

    python -P tests/benchmarks/links.py [--letters 2000] [--tls-letters 2000] [--rounds 3]

Needs Debian's dovecot-imapd with its zlib plugin; mbsync (isync) is run where it is installed.
S4b: through a line of 40 ms and 50 Mbit/s, all letters searchable, against a bare socket that asks
for all bodies at once and keeps nothing, on the same line without compression. S4: over IMAPS on
this computer, against mbsync. Every round runs all in turn into folders never used before.
"""

from __future__ import annotations

import argparse
import base64
import multiprocessing
import os
import random
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(Path(__file__).parent)]

from fakes.certificates import Authority  # noqa: E402 - after the path is mended
from fakes.dovecot import PASSWORD, Dovecot  # noqa: E402
from fakes.slow_link import SlowLink  # noqa: E402
from peers import Mbsync, measured  # noqa: E402

from softanswer.mailbox.account import Endpoint, Security  # noqa: E402

USER = "ana"
ROUND_TRIP_S = 0.040
BITS_PER_S = 50e6
_FIRST_SCREEN = 50
_LOOK_EVERY_S = 0.05
_YEARS_S = 4 * 365 * 86_400.0
_WORDS = (
    "book order parcel cover page copy edition shipped tracking refund seller week late damaged "
    "spine dust jacket condition described good fair thank sorry address post office label photo"
).split()


def main() -> int:
    """Measure, print, and tell by the exit code whether every goal is kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=2_000, help="through the slow line")
    parser.add_argument("--tls-letters", type=int, default=2_000, help="over IMAPS; 0 for not")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    goals = []
    with ExitStack() as stack:
        work = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        (work / "keys.json").write_text("{}", encoding="utf-8")
        if options.letters:
            goals += list(_slow_line(work, options.letters, options.rounds))
        if options.tls_letters and Mbsync.is_installed():
            goals += list(_over_tls(work, options.tls_letters, options.rounds))
    return _report(goals)


@dataclass(slots=True)
class Times:
    """Seconds by the wall, by who needed them, one of each round."""

    of: dict[str, list[float]] = field(default_factory=dict)

    def note(self, name: str, seconds: float) -> None:
        self.of.setdefault(name, []).append(seconds)
        print(f"  {name}: {seconds:.2f} s", flush=True)

    def note_all(self, name: str, stages: dict[str, float]) -> None:
        """Note each stage of a run of ours; the one that counts bears the name alone."""
        for stage, seconds in stages.items():
            self.note(name if stage == "searchable" else f"   {name}, {stage}", seconds)

    def goals(self) -> Iterator[tuple[str, float, float | None, str]]:
        for name, seconds in self.of.items():
            yield name, statistics.median(seconds), None, "s"

    def ratio(self, mine: str, theirs: str) -> float:
        return statistics.median(
            m / t for m, t in zip(self.of[mine], self.of[theirs], strict=True)
        )


def _slow_line(work: Path, count: int, rounds: int):
    times = Times()
    letters = _letters(count)
    print(f"{count} letters, {sum(map(len, letters)) / 1e6:.0f} MB, through a slow line")
    with Dovecot() as plain, Dovecot(compresses=True) as deflating:
        for server in (plain, deflating):
            server.fill(USER, letters, _dates(count))
            _bare_fetch(server.endpoint)  # the server reads every letter once
        with _line_to(plain) as slow, _line_to(deflating) as slow_deflating:
            for number in range(rounds):
                times.note("bare socket", _bare_fetch(slow))
                times.note("bare socket, deflated", _bare_fetch(slow_deflating, deflate=True))
                if Mbsync.is_installed():
                    mbsync = Mbsync(work / "mbsync", slow, USER, PASSWORD)
                    times.note("mbsync", mbsync.sync(f"plain-{number}").wall_s)
                    mbsync = Mbsync(work / "mbsync", slow_deflating, USER, PASSWORD)
                    run = mbsync.sync(f"deflated-{number}", deflate=True)
                    times.note("mbsync, deflated", run.wall_s)
                times.note_all("ours", _sync(work, f"slow-{number}", slow, count))
                ours = _sync(work, f"deflated-{number}", slow_deflating, count)
                times.note_all("ours, deflated", ours)
    yield from times.goals()
    yield "S4b of the bare socket", times.ratio("ours", "bare socket"), 1.25, "x"
    yield "S4b with COMPRESS", times.ratio("ours, deflated", "bare socket"), 0.8, "x"


def _over_tls(work: Path, count: int, rounds: int):
    times = Times()
    authority = Authority(work)
    trusted = authority.certificate()
    with Dovecot(certificate=authority.certify(), compresses=True) as server:
        server.fill(USER, _letters(count), _dates(count))
        _sync(work, "warm", server.endpoint, count)
        mbsync = Mbsync(work / "mbsync-tls", server.tls_endpoint, USER, PASSWORD, trusted)
        for number in range(rounds):
            times.note("mbsync over IMAPS", mbsync.sync(f"plain-{number}").wall_s)
            ours = _sync(work, f"tls-{number}", server.tls_endpoint, count, trusted)
            times.note_all("ours over IMAPS", ours)
    yield from times.goals()
    yield "S4 of mbsync over IMAPS", times.ratio("ours over IMAPS", "mbsync over IMAPS"), 4.0, "x"


def _report(goals: list[tuple[str, float, float | None, str]]) -> int:
    width = max(len(name) for name, *_ in goals)
    for name, figure, limit, unit in goals:
        verdict = "" if limit is None else ("ok" if figure <= limit else "MISSED")
        goal = "" if limit is None else f"must be <= {limit:g}"
        print(f"{name:<{width}}  {figure:>8.2f} {unit:<2} {goal:<18} {verdict}".rstrip())
    return int(any(limit is not None and figure > limit for _, figure, limit, _ in goals))


@contextmanager
def _line_to(server: Dovecot) -> Iterator[Endpoint]:
    """The slow line, in a process of its own: it must not wait for what is measured."""
    context = multiprocessing.get_context("fork")
    mine, theirs = context.Pipe()
    process = context.Process(target=_serve_line, args=(server.endpoint, theirs))
    process.start()
    try:
        yield mine.recv()
    finally:
        mine.send(None)
        process.join(10)


def _serve_line(server: Endpoint, parent: Connection) -> None:
    with SlowLink(server, ROUND_TRIP_S, BITS_PER_S) as link:
        parent.send(link.endpoint)
        parent.recv()


def _bare_fetch(server: Endpoint, *, deflate: bool = False) -> float:
    """Read all bodies with one command, and drop them; how long that took."""
    began = time.perf_counter()
    with socket.create_connection((server.host, server.port)) as sock:
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        sock.recv(1 << 12)
        for command in (f"LOGIN {USER} {PASSWORD}", *(["COMPRESS DEFLATE"] if deflate else [])):
            sock.sendall(f"a {command}\r\n".encode())
            _until(sock, b"a OK", None)
        inflate = zlib.decompressobj(wbits=-15) if deflate else None
        deflater = zlib.compressobj(wbits=-15)
        for command in ("SELECT INBOX", "UID FETCH 1:* (UID FLAGS INTERNALDATE BODY.PEEK[])"):
            data = f"b {command}\r\n".encode()
            if deflate:
                data = deflater.compress(data) + deflater.flush(zlib.Z_SYNC_FLUSH)
            sock.sendall(data)
            _until(sock, b"\r\nb OK", inflate)
    return time.perf_counter() - began


def _until(sock: socket.socket, end: bytes, inflate: zlib._Decompress | None) -> None:
    tail = b""
    while end not in tail:
        data = sock.recv(1 << 18)
        if not data:
            raise SystemExit("the server closed the connection")
        tail = tail[-len(end) :] + (data if inflate is None else inflate.decompress(data))


def _sync(
    work: Path, name: str, server: Endpoint, count: int, trusted: Path | None = None
) -> dict[str, float]:
    """A first sync into a new profile, by the whole program: seconds until each stage."""
    profile = work / name
    environment = {
        **os.environ,
        "PYTHONPATH": str(TESTS),
        "PYTHON_KEYRING_BACKEND": "fakes.file_keyring.FileKeyring",
        "SOFTANSWER_TEST_KEYRING": str(work / "keys.json"),
    }
    if trusted is not None:
        environment["SSL_CERT_FILE"] = str(trusted)
    program = [sys.executable, "-P", "-m", "softanswer", "--profile", str(profile)]
    security = "tls" if server.security is Security.TLS else "none"
    subprocess.run(  # noqa: S603 - our own program
        [
            *program, "account", "add", "--address", "ana@shop.example", "--username", USER,
            "--imap", f"{server.host}:{server.port}", "--imap-security", security,
            "--smtp", "127.0.0.1:1", "--smtp-security", "none",
        ],
        input=PASSWORD, env=environment, text=True, check=True, capture_output=True,
    )  # fmt: skip
    watch = _Watch(profile, count)
    watch.start()
    run = measured([*program, "sync"], **environment)
    watch.join()
    return {**watch.stages, "processor": run.cpu_s}


class _Watch(threading.Thread):
    """Looks at a profile's database again and again, until all letters are searchable."""

    def __init__(self, profile: Path, count: int) -> None:
        super().__init__()
        self._path = profile / "softanswer.sqlite3"
        self._count = count
        self.stages: dict[str, float] = {}

    def run(self) -> None:
        began = time.perf_counter()
        with closing(sqlite3.connect(f"{self._path.as_uri()}?mode=ro", uri=True)) as db:
            while "searchable" not in self.stages:
                time.sleep(_LOOK_EVERY_S)
                rows, listed, kept = db.execute(
                    "SELECT count(*), total(stage = 0), total(stage = 1) FROM messages"
                ).fetchone()
                reached = {
                    "first 50": rows >= _FIRST_SCREEN,
                    "kept": rows >= self._count and not listed,
                    "searchable": rows >= self._count and not listed and not kept,
                }
                for stage, is_reached in reached.items():
                    if is_reached:
                        self.stages.setdefault(stage, time.perf_counter() - began)


def _dates(count: int) -> list[float]:
    """When the letters came: over four years, so that few are young enough to be judged."""
    return [time.time() - _YEARS_S * (1 - number / count) for number in range(count)]


def _letters(count: int) -> list[bytes]:
    """Letters of customers, 12 kB on the average, which deflate to a half; a third has HTML."""
    chance = random.Random(1)  # noqa: S311 - no secret
    made = []
    for number in range(count):
        text = " ".join(chance.choices(_WORDS, k=chance.choice((40, 120, 400, 900))))
        parts = [f"Content-Type: text/plain\r\n\r\n{text}\r\n"]
        if number % 3 == 0:
            page = f"<html><body><table><tr><td>{text}</td></tr></table></body></html>"
            parts.append(f"Content-Type: text/html\r\n\r\n{page}\r\n")
        if size := chance.choice((0, 0, 2_000, 25_000)):
            photo = base64.encodebytes(chance.randbytes(size)).decode().replace("\n", "\r\n")
            parts.append(
                "Content-Type: image/jpeg\r\nContent-Transfer-Encoding: base64\r\n"
                f"Content-Disposition: attachment; filename=photo.jpg\r\n\r\n{photo}"
            )
        head = (
            f"From: Buyer {number % 900} <buyer{number % 900}@mail.example>\r\n"
            f"To: ana@shop.example\r\nSubject: Order {number:07}\r\n"
            f"Message-ID: <{number}@mail.example>\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/mixed; boundary="b"\r\n\r\n'
        )
        made.append((head + "".join(f"--b\r\n{part}" for part in parts) + "--b--\r\n").encode())
    return made


if __name__ == "__main__":
    sys.exit(main())
