"""Our own program, started as an installation starts it, and watched from outside."""

from __future__ import annotations

import compileall
import json
import os
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from fakes.dovecot import PASSWORD
from peers import Run, measured

from softanswer.mailbox.account import Endpoint

ADDRESS = "ana@shop.example"
USER = "ana"
_TESTS = Path(__file__).resolve().parents[1]
_LOOK_EVERY_S = 0.02
_LOOK_AT_FIRST_S = 0.003  # for the newest 50 come after a tenth of a second
_MEMORY_EVERY = 5  # looks


@dataclass(slots=True)
class FirstSync:
    """Seconds from the start of the program until each stage was reached."""

    run: Run
    stages: dict[str, float] = field(default_factory=dict)
    memory_mb: float = 0.0
    store_mb: float = 0.0


def compile_ours() -> None:
    """Write our bytecode, as an installation does; the libraries write theirs in a first run."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for package in ("mailbox", "replies", "ui"):
        compileall.compile_dir(_TESTS.parent / package, quiet=1)
    for name in ("__init__.py", "__main__.py", "app.py"):
        compileall.compile_file(_TESTS.parent / name, quiet=1)


def make_profile(profile: Path, server: Endpoint) -> Path:
    """A profile with the account at the server; nothing is fetched yet."""
    keys = profile.parent / "keys.json"
    if not keys.exists():
        keys.write_text("{}", encoding="utf-8")
    subprocess.run(  # noqa: S603 - our own program
        program(
            profile, "account", "add", "--address", ADDRESS, "--username", USER,
            "--imap", f"{server.host}:{server.port}", "--imap-security", "none",
            "--smtp", "127.0.0.1:1", "--smtp-security", "none",
        ),
        input=PASSWORD, env={**os.environ, **environment(profile)}, text=True, check=True,
        capture_output=True,
    )  # fmt: skip
    return profile


def first_sync(profile: Path, letters: int) -> FirstSync:
    """A first sync, watched from outside by what its database holds."""
    noted = profile / "connected"
    watch = _Watch(profile, letters)
    began = time.perf_counter()
    watch.start()
    script = str(Path(__file__).with_name("noted.py"))
    command = [sys.executable, "-P", script, str(noted), "--profile", str(profile), "sync"]
    run = measured(command, **environment(profile))
    watch.stop()
    stages = {name: at - began for name, at in watch.reached.items()}
    stages["connected"] = float(noted.read_text(encoding="ascii")) - began
    with closing(sqlite3.connect(profile / "softanswer.sqlite3")) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # the watch kept the program from it
    store = sum(path.stat().st_size for path in profile.rglob("*") if path.is_file())
    return FirstSync(run, stages, watch.memory_mb, store / 1e6)


def sync(profile: Path) -> tuple[Run, dict[str, float]]:
    """A sync of a profile that has its mail, and what it says of the account."""
    out = profile / "said"
    command = program(profile, "sync", "--format", "json")
    run = measured(["sh", "-c", '"$@" > "$0"', str(out), *command], **environment(profile))
    (account,) = json.loads(out.read_text(encoding="utf-8"))["accounts"]
    return run, account


def program(profile: Path, *arguments: str) -> list[str]:
    """The command line of our program."""
    return [sys.executable, "-P", "-m", "softanswer", "--profile", str(profile), *arguments]


def environment(profile: Path) -> dict[str, str]:
    """What its process is told: a keyring in a file beside the profile."""
    return {
        "PYTHONPATH": str(_TESTS),
        "PYTHON_KEYRING_BACKEND": "fakes.file_keyring.FileKeyring",
        "SOFTANSWER_TEST_KEYRING": str(profile.parent / "keys.json"),
    }


class _Watch(threading.Thread):
    """Looks at a profile's database, and at the memory of what works on it, again and again."""

    def __init__(self, profile: Path, letters: int) -> None:
        super().__init__()
        self._profile = profile
        self._letters = letters
        self._is_over = threading.Event()
        self._looks = 0
        self.reached: dict[str, float] = {}
        self.memory_mb = 0.0

    def run(self) -> None:
        path = self._profile / "softanswer.sqlite3"
        with sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True) as db:
            while not self._is_over.wait(
                _LOOK_EVERY_S if "rows" in self.reached else _LOOK_AT_FIRST_S
            ):
                self._look(db)
            self._look(db)
        db.close()

    def stop(self) -> None:
        self._is_over.set()
        self.join()

    def _look(self, db: sqlite3.Connection) -> None:
        (rows,) = db.execute("SELECT count(*) FROM messages").fetchone()
        waiting = dict(
            db.execute("SELECT stage, count(*) FROM messages WHERE stage < 2 GROUP BY stage")
        )
        now = time.perf_counter()
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
                self.reached.setdefault(name, now)
        self._looks += 1
        if "rows" in self.reached and self._looks % _MEMORY_EVERY == 0:
            self.memory_mb = max(self.memory_mb, _memory_mb(str(self._profile)))


def _memory_mb(profile: str) -> float:
    """The memory of all processes that were started for a profile; what they share counts once.

    It is the proportional set size: two processes of one program map the same libraries.
    """
    parents: dict[int, int] = {}
    roots = set()
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            command = (entry / "cmdline").read_bytes()
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        parents[int(entry.name)] = int(fields[1])
        if profile.encode() in command and b"noted.py" in command:
            roots.add(int(entry.name))
    ours = [pid for pid, parent in parents.items() if pid in roots or parent in roots]
    return sum(map(_share_mb, ours))


def _share_mb(pid: int) -> float:
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return next(int(line.split()[1]) / 1024 for line in rollup.splitlines() if line[:4] == "Pss:")
