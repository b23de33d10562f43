"""Measure the mailbox engine against a real Dovecot, side by side with other programs.

    python -P tests/benchmarks/mailbox.py [--letters 20000 | --maildir DIR] [--rounds 3]

Needs Debian's dovecot-imapd; mbsync (isync), neomutt and notmuch are run where they are
installed. `--maildir` takes any Maildir as the mailbox, else letters are made up. Every round
runs all programs in turn into folders never used before; the figures are medians, and the ratios
those of the rounds. The names of the goals are those of the project's list of goals.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(Path(__file__).parent)]

from fakes.dovecot import PASSWORD, Dovecot  # noqa: E402 - after the path is mended
from peers import Mbsync, Neomutt, Notmuch, Run, measured  # noqa: E402

USER = "ana"
_LOOK_EVERY_S = 0.02
_YEARS_S = 4 * 365 * 86_400.0  # over which letters that are made up have come
_WORDS = (
    "book order parcel cover page copy edition shipped tracking refund seller week late damaged "
    "spine dust jacket condition described good fair thank sorry address post office label photo"
).split()


@dataclass(slots=True)
class FirstSync:
    """Seconds from the start of the program until each stage was reached."""

    run: Run
    stages: dict[str, float] = field(default_factory=dict)
    memory_mb: float = 0.0
    store_mb: float = 0.0


def main() -> int:
    """Measure, print, and tell by the exit code whether every goal is kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=20_000)
    parser.add_argument("--maildir", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--notmuch", action="store_true", help="index with notmuch too: minutes")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Dovecot() as server:
        work = Path(folder)
        letters, raw_mb = _fill(server, options)
        print(f"{letters} letters, {raw_mb:.0f} MB\n")
        bench = Bench(work, server, letters, raw_mb)
        bench.warm_up()
        for number in range(options.rounds):
            bench.round(number)
        if options.notmuch and Notmuch.is_installed():
            bench.index_with_notmuch()
        return bench.report()


class Bench:
    """The figures of all rounds."""

    def __init__(self, work: Path, server: Dovecot, letters: int, raw_mb: float) -> None:
        self._work = work
        self._server = server
        self._letters = letters
        self._raw_mb = raw_mb
        self._mbsync = Mbsync(work / "mbsync", server.endpoint, USER, PASSWORD)
        self._neomutt = Neomutt(work / "neomutt", server.endpoint, USER, PASSWORD)
        self._plain: list[Run] = []
        self._deflated: list[Run] = []
        self._listings: list[Run] = []
        self._ours: list[FirstSync] = []
        self._nothing_new: list[Run] = []
        self._nothing_new_mbsync: list[Run] = []
        self._no_change_bytes: list[float] = []
        self._no_change_ms: list[float] = []
        self._notmuch: Run | None = None

    def warm_up(self) -> None:
        """Let the server read every letter once, as one that has served other programs."""
        _sync(self._profile("warm"), self._letters)

    def round(self, number: int) -> None:
        """Run every program once."""
        if Mbsync.is_installed():
            self._plain.append(self._mbsync.sync(f"plain-{number}"))
            self._deflated.append(self._mbsync.sync(f"deflated-{number}", deflate=True))
        if Neomutt.is_installed():
            self._listings.append(self._neomutt.list_all(f"list-{number}"))
        profile = self._profile(f"ours-{number}")
        self._ours.append(_sync(profile, self._letters))
        for _ in range(3):
            again, said = _no_change(profile)
            self._nothing_new.append(again)
            self._no_change_bytes.append(said["bytes"])
            self._no_change_ms.append(said["seconds"] * 1000)
            if Mbsync.is_installed():
                self._nothing_new_mbsync.append(self._mbsync.sync(f"plain-{number}"))

    def index_with_notmuch(self) -> None:
        """Index what mbsync has brought."""
        self._notmuch = Notmuch(self._work, self._mbsync.maildir("plain-0")).index()

    def report(self) -> int:
        """Print all figures; the result is the exit code."""
        goals = list(self._goals())
        width = max(len(name) for name, *_ in goals)
        for name, figure, limit, unit in goals:
            verdict = "" if limit is None else ("ok" if figure <= limit else "MISSED")
            goal = "" if limit is None else f"must be <= {limit:g}"
            print(f"{name:<{width}}  {figure:>9.3f} {unit:<3} {goal:<18} {verdict}")
        return int(any(limit is not None and figure > limit for _, figure, limit, _ in goals))

    def _goals(self):
        def of(name: str) -> list[float]:
            return [one.stages[name] for one in self._ours]

        def ratio(mine: list[float], theirs: list[float]) -> float:
            return statistics.median(m / t for m, t in zip(mine, theirs, strict=True))

        yield "S1 newest 50 rows in the store", statistics.median(of("rows")), 0.30, "s"
        yield "   newest 50 letters readable", statistics.median(of("readable")), None, "s"
        yield "S2 all headers stored", statistics.median(of("listed")), None, "s"
        yield "S3 all letters kept", statistics.median(of("kept")), None, "s"
        yield "S3b all letters searchable", statistics.median(of("read")), None, "s"
        if self._listings:
            listing = [run.wall_s for run in self._listings]
            yield "   neomutt lists all", statistics.median(listing), None, "s"
            yield "S1 of neomutt", ratio(of("rows"), listing), 0.2, "x"
            yield "S2 of neomutt", ratio(of("listed"), listing), 1.0, "x"
        cpu = statistics.median(one.run.cpu_s for one in self._ours)
        yield "S6 processor a letter", cpu / self._letters * 1000, 0.7, "ms"
        yield "S7 peak memory, all processes", max(one.memory_mb for one in self._ours), 140, "MB"
        store = statistics.median(one.store_mb for one in self._ours)
        yield "S8 store, of the raw mail", store / self._raw_mb, 0.85, "x"
        if self._plain:
            plain = [run.wall_s for run in self._plain]
            deflated = [run.wall_s for run in self._deflated]
            yield "   mbsync, plain", statistics.median(plain), None, "s"
            yield "   mbsync, as it comes", statistics.median(deflated), None, "s"
            yield "S3 of mbsync, plain", ratio(of("kept"), plain), 2.0, "x"
            yield "S3b of mbsync, plain", ratio(of("read"), plain), 5.0, "x"
            yield "S3b of mbsync, as it comes", ratio(of("read"), deflated), 1.0, "x"
            if self._notmuch is not None:
                both = [wall + self._notmuch.wall_s for wall in plain]
                yield "S3b of mbsync and notmuch", ratio(of("read"), both), 0.15, "x"
        yield "R1 nothing changed, with log-in", statistics.median(self._no_change_ms), None, "ms"
        again = [run.wall_s for run in self._nothing_new]
        yield "   nothing changed, whole process", statistics.median(again), None, "s"
        if self._nothing_new_mbsync:
            theirs = [run.wall_s for run in self._nothing_new_mbsync]
            yield "R2 of mbsync", ratio(again, theirs), 2.0, "x"
        yield "R3 bytes when nothing changed", max(self._no_change_bytes), 2048, "B"

    def _profile(self, name: str) -> Path:
        profile = self._work / name
        keys = self._work / "keys.json"
        if not keys.exists():
            keys.write_text("{}", encoding="utf-8")
        server = self._server.endpoint
        subprocess.run(  # noqa: S603 - our own program
            _program(
                profile, "account", "add", "--address", "ana@shop.example", "--username", USER,
                "--imap", f"{server.host}:{server.port}", "--imap-security", "none",
                "--smtp", "127.0.0.1:1", "--smtp-security", "none",
            ),
            input=PASSWORD, env=_environment(profile), text=True, check=True, capture_output=True,
        )  # fmt: skip
        return profile


def _sync(profile: Path, letters: int) -> FirstSync:
    """A first sync, watched from outside by what its database holds."""
    watch = _Watch(profile, letters)
    watch.start()
    run = measured(_program(profile, "sync"), **_environment(profile))
    watch.stop()
    store = sum(path.stat().st_size for path in profile.rglob("*") if path.is_file())
    return FirstSync(run, watch.stages, watch.memory_mb, store / 1e6)


def _no_change(profile: Path) -> tuple[Run, dict[str, float]]:
    out = profile / "said"
    command = _program(profile, "sync", "--format", "json")
    run = measured(["sh", "-c", '"$@" > "$0"', str(out), *command], **_environment(profile))
    (account,) = json.loads(out.read_text(encoding="utf-8"))["accounts"]
    assert account["fetched"] == 0
    return run, account


class _Watch(threading.Thread):
    """Looks at a profile's database, and at the memory of what works on it, again and again."""

    def __init__(self, profile: Path, letters: int) -> None:
        super().__init__()
        self._profile = profile
        self._letters = letters
        self._is_over = threading.Event()
        self._began = time.perf_counter()
        self.stages: dict[str, float] = {}
        self.memory_mb = 0.0

    def run(self) -> None:
        path = self._profile / "softanswer.sqlite3"
        with sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) as db:
            while not self._is_over.wait(_LOOK_EVERY_S):
                self._look(db)
            self._look(db)
        db.close()

    def stop(self) -> None:
        self._is_over.set()
        self.join()

    def _look(self, db: sqlite3.Connection) -> None:
        now = time.perf_counter() - self._began
        (rows,) = db.execute("SELECT count(*) FROM messages").fetchone()
        waiting = dict(
            db.execute("SELECT stage, count(*) FROM messages WHERE stage < 2 GROUP BY stage")
        )
        listed, kept = waiting.get(0, 0), waiting.get(1, 0)
        reached = {
            "rows": rows >= 50,
            "readable": rows - listed - kept >= 50,
            "listed": rows >= self._letters,
            "kept": rows >= self._letters and not listed,
            "read": rows >= self._letters and not listed and not kept,
        }
        for name, is_reached in reached.items():
            if is_reached:
                self.stages.setdefault(name, now)
        self.memory_mb = max(self.memory_mb, _memory_mb(str(self._profile)))


def _memory_mb(profile: str) -> float:
    """The proportional memory of all processes that were started for a profile."""
    pages = os.sysconf("SC_PAGE_SIZE")
    parents: dict[int, int] = {}
    sizes: dict[int, float] = {}
    roots = set()
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            command = (entry / "cmdline").read_bytes()
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            resident = int((entry / "statm").read_text().split()[1]) * pages / 1e6
        except OSError:
            continue
        pid = int(entry.name)
        parents[pid], sizes[pid] = int(fields[1]), resident
        if profile.encode() in command and b"softanswer" in command:
            roots.add(pid)
    return sum(size for pid, size in sizes.items() if pid in roots or parents.get(pid) in roots)


def _program(profile: Path, *arguments: str) -> list[str]:
    return [sys.executable, "-P", "-m", "softanswer", "--profile", str(profile), *arguments]


def _environment(profile: Path) -> dict[str, str]:
    return {
        **os.environ,
        "PYTHONPATH": str(TESTS),
        "PYTHON_KEYRING_BACKEND": "fakes.file_keyring.FileKeyring",
        "SOFTANSWER_TEST_KEYRING": str(profile.parent / "keys.json"),
    }


def _fill(server: Dovecot, options: argparse.Namespace) -> tuple[int, float]:
    if options.maildir is None:
        step = _YEARS_S / options.letters
        came = [time.time() - step * (options.letters - n) for n in range(options.letters)]
        server.fill(USER, _letters(options.letters), came)
    else:
        place = server.maildir(USER)
        for folder in ("cur", "new"):
            for path in (options.maildir / folder).iterdir():
                shutil.copy2(path, place / "cur" / path.name)
        subprocess.run(  # noqa: S603 - the server's own account
            ["chown", "-R", f"--reference={place}", str(place)],  # noqa: S607
            check=True,
        )
    files = list((server.maildir(USER) / "cur").iterdir())
    return len(files), sum(path.stat().st_size for path in files) / 1e6


def _letters(count: int) -> list[bytes]:
    """Letters of customers, a few kilobytes each, now and then a photograph."""
    chance = random.Random(1)  # noqa: S311 - no secret
    made = []
    for number in range(count):
        text = " ".join(chance.choices(_WORDS, k=chance.choice((40, 120, 400, 900))))
        answered = f"In-Reply-To: <{number - 7}@mail.example>\r\n" if number % 3 == 0 else ""
        head = (
            f"From: Buyer {number % 900} <buyer{number % 900}@mail.example>\r\n"
            f"To: ana@shop.example\r\nSubject: Order {number:07}\r\n"
            f"Message-ID: <{number}@mail.example>\r\n{answered}MIME-Version: 1.0\r\n"
        )
        if number % 40:
            made.append(f"{head}Content-Type: text/plain\r\n\r\n{text}\r\n".encode())
            continue
        photo = chance.randbytes(100_000).hex()
        made.append(
            (
                f'{head}Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n\r\n{text}\r\n'
                "--b\r\nContent-Type: image/jpeg\r\nContent-Disposition: attachment\r\n\r\n"
                f"{photo}\r\n--b--\r\n"
            ).encode()
        )
    return made


if __name__ == "__main__":
    sys.exit(main())
