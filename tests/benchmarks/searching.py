"""Measure searches for the newest 50 in a store of generated letters, beside notmuch.

    python -P tests/benchmarks/searching.py [--letters 20000] [--without-notmuch]

The letters go straight through the store's own functions, with judgements and matters. Each time
takes what a list of results shows: when, who, what. Exit 1 where the median of one is over 2 ms
(5 ms above 50,000 letters), or over half of notmuch's. notmuch has the same letters and is asked
within a process of its own, by Debian's python3-notmuch2; it is left out where that is missing.
Its index takes a minute or two for 20,000.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, timedelta
from email.utils import format_datetime
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(Path(__file__).parent)]

from generated import NOW, letter_of, make_store  # noqa: E402 - after the path is mended
from peers import Notmuch  # noqa: E402

NEWEST = 50
ROUNDS = 15
LIMIT_MS = {"small": 2.0, "large": 5.0}
LARGE = 50_000
RATIO_LIMIT = 0.5  # of notmuch
SYSTEM_PYTHON = "/usr/bin/python3"
# The kinds of PERFORMANCE section 7, and fields; behind each, the same for notmuch.
QUERIES = {
    "common word": ("book ", "book"),
    "two words": ("birthday octavo ", "birthday octavo"),
    "middling word": ("postage ", "postage"),
    "order number": ("203-{number} ", '"203-{number}"'),
    "order number in part": ("order:203{begin}", "203-{begin}*"),
    "prefix": ("birthd", "birthd*"),
    "phrase": ('"kind of the bookseller"', '"kind of the bookseller"'),
    "subject:": ("subject:voyages ", "subject:voyages"),
    "Cyrillic word": ("посылка ", "посылка"),
    "no hit": ("zyzzyva ", "zyzzyva"),
    "from:": ("from:harwood ", "from:harwood"),
    "from: address": ("from:reader77@mail.example ", "from:reader77@mail.example"),
    "kind:": ("kind:damaged", ""),
    "kind:, rare": ("kind:abusive", ""),
    "heat: and word": ("heat:>=2 postage ", ""),
    "kind: or word": ("kind:abusive OR birthday ", ""),
    "state:": ("state:needs-answer", ""),
    "is:unread": ("is:unread", ""),
    "days": ("after:7d book ", ""),
    "denied": ("-book ", "not tag:none and not book"),
}


def main() -> int:
    """Measure and print; exit 1 where a query is too slow."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=20_000)
    parser.add_argument("--without-notmuch", action="store_true")
    options = parser.parse_args()
    limit = LIMIT_MS["large" if options.letters > LARGE else "small"]
    with tempfile.TemporaryDirectory() as folder:
        from softanswer.mailbox.store.database import open_for_reading

        started = time.monotonic()
        file = Path(folder) / "s.sqlite3"
        make_store(file, options.letters)
        db = open_for_reading(file)
        size = file.stat().st_size / 1e6
        print(f"{options.letters} letters in {time.monotonic() - started:.0f} s, {size:.0f} MB")
        theirs = {}
        if not options.without_notmuch and Notmuch.is_installed() and _has_binding():
            theirs = _ask_notmuch(Path(folder), options.letters)
        return _report(db, options.letters, limit, theirs)


def _report(
    db: sqlite3.Connection, count: int, limit: float, theirs: dict[str, tuple[int, float, float]]
) -> int:
    """Print a line for each query; the result is the exit code."""
    print(
        f"{'ms':<22}{'hits':>8}{'median':>9}{'p95':>9}{'notmuch: hits':>16}{'median':>9}{'x':>7}"
    )
    missed = 0
    for name, hits, median, p95 in _measure(db, count):
        line = f"{name:<22}{hits:>8}{median:>9.2f}{p95:>9.2f}"
        is_slow = median > limit
        if name in theirs:
            their_hits, their_median, _ = theirs[name]
            line += f"{their_hits:>16}{their_median:>9.2f}{median / their_median:>7.2f}"
            is_slow |= median / their_median > RATIO_LIMIT
        print(f"{line}  {'MISSED' if is_slow else 'ok'}")
        missed += is_slow
    print(f"Q1 must be <= {limit} ms and <= {RATIO_LIMIT} x notmuch: {missed} missed")
    return int(missed > 0)


def _measure(db: sqlite3.Connection, count: int) -> Iterator[tuple[str, int, float, float]]:
    from softanswer.replies.search.expressions import expression
    from softanswer.replies.search.parsing import parse
    from softanswer.replies.search.store import find

    for name, (pattern, _) in QUERIES.items():
        typed = _filled(pattern, count)

        def ask(limit: int = NEWEST, typed: str = typed) -> list[sqlite3.Row]:
            expression.cache_clear()
            found = find(db, parse(typed, NOW.date()).query, limit, NOW, UTC)
            return db.execute(
                "SELECT internal_date, sender_name, sender_address, subject FROM json_each(?)"
                " JOIN messages ON messages.id = value",
                (json.dumps(found),),
            ).fetchall()

        yield (name, len(ask(count)), *_times(ask))


def _times(ask: Callable[[], object]) -> tuple[float, float]:
    """Median and 95th percentile in ms."""
    taken = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        ask()
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken), sorted(taken)[int(ROUNDS * 0.95)]


def _filled(pattern: str, count: int) -> str:
    number = f"{count // 2:07}-{count // 2:07}"
    return pattern.format(number=number, begin=number[:7])


def _has_binding() -> bool:
    return (
        Path(SYSTEM_PYTHON).exists()
        and not subprocess.run(  # noqa: S603 - our words
            [SYSTEM_PYTHON, "-c", "import notmuch2"], check=False, capture_output=True
        ).returncode
    )


def _ask_notmuch(folder: Path, count: int) -> dict[str, tuple[int, float, float]]:
    """Hits, median and 95th percentile in ms, of each query that notmuch can be asked."""
    mail = folder / "mail" / "cur"
    for name in ("cur", "new", "tmp"):
        (mail.parent / name).mkdir(parents=True)
    for number in range(count):
        name, address, subject, text = letter_of(number)
        at = NOW - timedelta(hours=365 * 24 * (count - number) / count)
        head = (
            f"From: {name} <{address}>\nTo: orders@lantern.example\nSubject: {subject}\n"
            f"Date: {format_datetime(at)}\n"
            f"Message-ID: <{number}@mail.example>\nContent-Type: text/plain; charset=utf-8\n\n"
        )
        (mail / f"{number}:2,S").write_text(head + text, encoding="utf-8")
    run = Notmuch(folder, mail.parent).index()
    print(f"notmuch: {count} letters indexed in {run.wall_s:.0f} s")
    queries = {label: _filled(theirs, count) for label, (_, theirs) in QUERIES.items() if theirs}
    answered = subprocess.run(  # noqa: S603 - our words
        [SYSTEM_PYTHON, str(Path(__file__).with_name("asking_notmuch.py")), str(mail.parent)],
        input=json.dumps({"rounds": ROUNDS, "newest": NEWEST, "queries": queries}),
        env={**os.environ, "NOTMUCH_CONFIG": str(folder / "notmuch")},
        check=True, capture_output=True, text=True, timeout=600,
    )  # fmt: skip
    return {label: tuple(answer) for label, answer in json.loads(answered.stdout).items()}


if __name__ == "__main__":
    sys.exit(main())
