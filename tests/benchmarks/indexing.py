"""Measure what reading letters into the index costs, beside `notmuch new` (goal Q2).

    python -P tests/benchmarks/indexing.py --maildir DIR [--most 20000]

Both read the same files and make the same of them: words to be found by. Ours are read by the
shop's own parser and put into the store's own index, in batches as a first sync does it, in
process and with one processor; notmuch runs as it comes, on a copy of the files. What counts is
processor time, and the size of each index beside that of the letters. Exit 1 where a limit is
passed. notmuch takes a minute or two for 20,000 letters; it is left out where it is missing.
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(Path(__file__).parent)]

from peers import Notmuch, Run  # noqa: E402 - after the path is mended

RATIO_LIMIT = 0.15
SIZE_LIMIT = 0.15  # of the letters
_BATCH = 250


def main() -> int:
    """Measure and print; exit 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--maildir", type=Path, required=True)
    parser.add_argument("--most", type=int, default=20_000)
    options = parser.parse_args()
    everything = (path for path in (options.maildir / "cur").iterdir() if path.is_file())
    files = sorted(islice(everything, options.most), key=lambda path: path.stat().st_mtime)
    raw_mb = sum(path.stat().st_size for path in files) / 1e6
    with tempfile.TemporaryDirectory() as folder:
        cpu_s, index_mb = _index_ours(files, Path(folder) / "s.sqlite3")
        print(f"{len(files)} letters, {raw_mb:.0f} MB; ours {cpu_s:.1f} s, {index_mb:.1f} MB")
        limits = [("Q2 index, of the letters", index_mb / raw_mb, SIZE_LIMIT)]
        if Notmuch.is_installed():
            theirs, their_mb = _index_with_notmuch(files, Path(folder))
            print(f"notmuch new: {theirs.cpu_s:.1f} s, {their_mb:.1f} MB")
            limits.append(("Q2 processor, of notmuch new", cpu_s / theirs.cpu_s, RATIO_LIMIT))
    for name, figure, limit in limits:
        verdict = "ok" if figure <= limit else "MISSED"
        print(f"{name:<30} {figure:>6.3f} x  must be <= {limit:g}  {verdict}")
    return int(any(figure > limit for _, figure, limit in limits))


def _index_ours(files: Sequence[Path], path: Path) -> tuple[float, float]:
    """Seconds of processor, and megabytes of the index."""
    from softanswer.mailbox.message import FetchedMessage
    from softanswer.mailbox.mime import parse_message
    from softanswer.mailbox.store.database import open_for_writing
    from softanswer.mailbox.store.message_rows import columns_of, index_row, storable
    from softanswer.mailbox.store.messages import add_to_index

    def row(number: int, file: Path) -> tuple[int, str, str, str]:
        raw = file.read_bytes()
        came = datetime.fromtimestamp(file.stat().st_mtime, UTC)
        fetched = FetchedMessage(number, frozenset(), came, raw)
        return index_row({**storable(columns_of(fetched, parse_message(raw))), "id": number})

    db = open_for_writing(path)
    db.execute("PRAGMA synchronous = NORMAL")
    _settle(db)
    before = path.stat().st_size
    began = time.process_time()
    for first in range(0, len(files), _BATCH):
        rows = [row(n, file) for n, file in enumerate(files[first : first + _BATCH], first + 1)]
        db.execute("BEGIN")
        add_to_index(db, rows)
        db.execute("COMMIT")
    cpu = time.process_time() - began
    _settle(db)
    db.close()
    return cpu, (path.stat().st_size - before) / 1e6


def _settle(db: sqlite3.Connection) -> None:
    """Bring what is in the log beside the database into its file."""
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _index_with_notmuch(files: Sequence[Path], folder: Path) -> tuple[Run, float]:
    """Its run on a copy of the letters, and megabytes of its index."""
    maildir = folder / "mail"
    for name in ("cur", "new", "tmp"):
        (maildir / name).mkdir(parents=True)
    for file in files:
        shutil.copy2(file, maildir / "cur" / file.name)
    run = Notmuch(folder, maildir).index()
    parts = (path for path in (maildir / ".notmuch").rglob("*") if path.is_file())
    return run, sum(path.stat().st_size for path in parts) / 1e6


if __name__ == "__main__":
    sys.exit(main())
