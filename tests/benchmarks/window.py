"""Measure the window: the longest stall while 2,000 letters come in, and the start with them.

    python tests/benchmarks/window.py [--letters 2000]

Needs Debian's dovecot-imapd. The process that is measured is started anew for each figure, runs
offscreen, and is the shipped program: its engine, its window, its sync, with its bytecode written
as an installation writes it.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

STALL_LIMIT_MS = 100
START_LIMIT_S = 1.5
_TICK_MS = 5


def main() -> int:
    """Measure and print; exit 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=2000)
    parser.add_argument("--child", choices=("sync", "start"), help=argparse.SUPPRESS)
    parser.add_argument("--profile", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if options.child == "sync":
        return _measure_sync(options.profile, options.letters)
    if options.child == "start":
        return _measure_start(options.profile)
    return _measure_both(options.letters)


def _measure_both(letters: int) -> int:
    from fakes.dovecot import Dovecot

    for package in ("mailbox", "replies", "ui"):
        compileall.compile_dir(TESTS.parent / package, quiet=1)
    with tempfile.TemporaryDirectory() as folder, Dovecot() as server:
        profile = Path(folder)
        server.fill("ana", _letters(letters))
        _set_up(profile, server)
        sync = _child("sync", profile, letters)
        starts = [_child("start", profile, letters) for _ in range(3)]
    seconds = sorted(start["seconds"] for start in starts)
    print(f"first sync of {letters} letters: {sync['seconds']:.1f} s")
    print(
        f"event loop: longest stall {sync['longest_ms']:.0f} ms, p99.9 {sync['p999_ms']:.0f} ms "
        f"(limit {STALL_LIMIT_MS} ms)"
    )
    print(
        f"cold start to a usable window with {letters} letters: {seconds[1]:.2f} s median of 3, "
        f"{seconds[0]:.2f} to {seconds[2]:.2f} (limit {START_LIMIT_S} s)"
    )
    return int(sync["longest_ms"] > STALL_LIMIT_MS or seconds[1] > START_LIMIT_S)


def _child(kind: str, profile: Path, letters: int) -> dict[str, float]:
    command = [sys.executable, __file__, "--child", kind, "--profile", str(profile)]
    spawned = time.monotonic()
    done = subprocess.run(  # noqa: S603 - ourselves
        [*command, "--letters", str(letters)], stdout=subprocess.PIPE, check=True
    )
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    if kind == "start":
        figures["seconds"] = figures["painted_at"] - spawned
    return figures


def _letters(count: int) -> list[bytes]:
    """The sample shop's letters again and again, each its own message."""
    from softanswer.ui.demo.shop import load_shop

    sample = [
        letter for letter in load_shop(datetime.now(UTC)).letters if letter.folder == "INBOX"
    ]
    made = []
    for number in range(count):
        raw = sample[number % len(sample)].raw
        made.append(raw.replace(b"Message-ID: <", b"Message-ID: <%d." % number, 1))
    return made


def _set_up(profile: Path, server: object) -> None:
    """Keep the account and the sample's orders."""
    from fakes.dovecot import PASSWORD

    from softanswer.mailbox.account import Account
    from softanswer.mailbox.store.accounts import add_account
    from softanswer.replies.orders.importing.imported import ImportedFile
    from softanswer.replies.orders.store import save
    from softanswer.ui.demo.shop import load_shop

    endpoint = server.endpoint
    shop = load_shop(datetime.now(UTC))
    orders = ImportedFile("sample", "utf-8", orders=shop.orders, shipments=shop.shipments)
    account = Account(0, "ana@lanternlane.example", "Ana Reyes", "ana", endpoint, endpoint)
    parts = _profile(profile, PASSWORD)
    with parts.writing() as writer:
        parts.load_preferences(writer)
        writer.call(lambda tx: add_account(tx, account))
        writer.call(lambda tx: save(tx, orders))


def _profile(folder: Path, password: str) -> object:
    from softanswer.mailbox.credentials import SessionSecrets
    from softanswer.replies.outbox.clock import SystemClock
    from softanswer.ui.profile import Profile

    class OnePassword:
        def get(self, _address: str) -> str:
            return password

        def set(self, _address: str, _secret: str) -> None:
            """Nothing is kept."""

        def delete(self, _address: str) -> None:
            """Nothing is kept."""

    return Profile(folder, SystemClock(), SessionSecrets(OnePassword()))


def _measure_sync(folder: Path, letters: int) -> int:
    from fakes.dovecot import PASSWORD
    from PySide6.QtCore import QTimer

    from softanswer.ui.desk import Desk, application_of

    application = application_of()
    desk = Desk(_profile(folder, PASSWORD))
    gaps: list[float] = []
    last = time.monotonic()

    def tick() -> None:
        nonlocal last
        now = time.monotonic()
        gaps.append((now - last) * 1000 - _TICK_MS)
        last = now
        (stored,) = desk.engine.reader.execute("SELECT count(*) FROM messages").fetchone()
        if stored >= letters or now - began > 300:
            QTimer.singleShot(500, application.quit)
            timer.stop()

    timer = QTimer()
    timer.setTimerType(timer.timerType().PreciseTimer)
    timer.timeout.connect(tick)
    desk.open()
    application.processEvents()
    began = last = time.monotonic()
    timer.start(_TICK_MS)
    application.exec()
    took = time.monotonic() - began
    desk.close()
    gaps.sort()
    print(
        json.dumps(
            {
                "seconds": took,
                "longest_ms": gaps[-1],
                "p999_ms": gaps[int(len(gaps) * 0.999) - 1],
            }
        )
    )
    return 0


def _measure_start(folder: Path) -> int:
    from fakes.dovecot import PASSWORD
    from PySide6.QtCore import QTimer

    from softanswer.ui.case.fact_rows import FactRows
    from softanswer.ui.desk import Desk, application_of

    application = application_of()
    desk = Desk(_profile(folder, PASSWORD))
    painted_at = 0.0

    def usable() -> None:
        """The list, the letter and its order are painted, and the event loop answers."""
        nonlocal painted_at
        if not any(rows.texts() for rows in desk.window.inbox.facts.findChildren(FactRows)):
            QTimer.singleShot(1, usable)
            return
        assert desk.window.inbox.model.rowCount() > 0
        assert desk.wiring.reading.matter is not None
        desk.window.repaint()
        painted_at = time.monotonic()
        application.quit()

    desk.open()
    QTimer.singleShot(0, usable)
    application.exec()
    desk.close()
    print(json.dumps({"painted_at": painted_at}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
