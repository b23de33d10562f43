"""Measure the window over a large store: a list that opens, scrolls, and is searched.

    python -P tests/benchmarks/large.py [--letters 100000]

The letters are generated, straight into the store; nothing is synced. The window is the shipped
one, offscreen. A frame of scrolling is a turn of the event loop with the new place painted; a key
of a search is timed until what it finds is painted. Exit 1 where a limit is passed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(Path(__file__).parent)]

from generated import make_store  # noqa: E402 - after the path is mended
from window import is_kept  # noqa: E402

OPEN_MS = 200
FRAME_MS = 16
KEY_MS = 100
MEMORY_MB = 250
_FRAMES = 600
_NOTCHES = 3  # of a wheel, in a frame
_PAUSE_S = 0.002
_LONGEST_S = 5
_WORDS = ("birthday octavo postage", "203-0012345", "from:harwood letters", "kind:damaged book")


def main() -> int:
    """Measure and print; exit 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", type=int, default=100_000)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        profile = Path(folder)
        started = time.monotonic()
        make_store(profile / "softanswer.sqlite3", options.letters)
        print(f"{options.letters} letters in {time.monotonic() - started:.0f} s")
        return _measure(profile)


def _measure(folder: Path) -> int:
    from softanswer.ui.quick_imports import quick_imports

    with quick_imports():  # as app.py does
        from resyncing import open_profile

        from softanswer.ui.desk import Desk, application_of
        from softanswer.ui.rail import Place

    application = application_of()
    desk = Desk(open_profile(folder))
    desk.open()
    _run_for(application, 3)
    opened = []
    for place in (Place.ALL, Place.NEEDS_ANSWER, Place.PRAISE, Place.ALL):
        opened.append(_timed_ms(lambda place=place: _show(desk, place)))
        _run_for(application, 1)
    frames = _scroll(application, desk)
    keys = [taken for words in _WORDS for taken in _type(application, desk, words)]
    memory = _memory_mb()
    desk.close()
    results = [
        is_kept("a shelf opens, longest", max(opened), OPEN_MS, "ms"),
        is_kept("a frame of scrolling, 99 of 100", _share(frames, 0.99), FRAME_MS, "ms"),
        is_kept("a key of a search, 99 of 100", _share(keys, 0.99), KEY_MS, "ms"),
        is_kept("memory of the window (PSS)", memory, MEMORY_MB, "MB"),
    ]
    print(
        f"median: frame {_share(frames, 0.5):.1f} ms, key {_share(keys, 0.5):.1f} ms; "
        f"{len(frames)} frames, {len(keys)} keys"
    )
    return int(not all(results))


def _show(desk: object, place: object) -> None:
    desk.wiring.show_place(place)
    desk.window.repaint()


def _scroll(application: object, desk: object) -> list[float]:
    """Turn the wheel from the top on; more rows are fetched on the way."""
    bar = desk.window.inbox.list.verticalScrollBar()
    frames = []
    for _ in range(_FRAMES):
        bar.setValue(bar.value() + _NOTCHES * bar.singleStep())
        frames.append(_timed_ms(application.processEvents))
        time.sleep(_PAUSE_S)
    return frames


def _type(application: object, desk: object, words: str) -> list[float]:
    """Type a search key by key, each after the last was answered, and leave it."""
    from PySide6.QtTest import QTest

    search = desk.window.top_bar.search
    search.setFocus()
    search.clear()
    _run_for(application, 0.3)
    answered: list[str] = []
    desk.engine.lookups.finished.connect(lambda name, _result: answered.append(name))

    def press(key: str) -> None:
        answered.clear()
        QTest.keyClicks(search, key)
        give_up = time.monotonic() + _LONGEST_S
        while not answered and time.monotonic() < give_up:
            application.processEvents()
        desk.window.inbox.list.viewport().repaint()

    return [_timed_ms(lambda key=key: press(key)) for key in words]


def _run_for(application: object, seconds: float) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        application.processEvents()
        time.sleep(_PAUSE_S)


def _timed_ms(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return (time.perf_counter() - began) * 1000


def _share(times: Sequence[float], share: float) -> float:
    return sorted(times)[int(len(times) * share) - 1]


def _memory_mb() -> float:
    lines = Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


if __name__ == "__main__":
    sys.exit(main())
