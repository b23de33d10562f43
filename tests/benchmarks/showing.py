"""Measure letters of HTML: their text, and the time from opening one to its paint.

    python tests/benchmarks/showing.py [--rounds 7]

Text is measured on parts that are each read once, as in a first sync; showing in the real window,
offscreen, from the call that opens a letter in the store to the end of its paint. Needs no server.
The least of the rounds is held against the limits: others may be at work on this machine.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))

OPEN_LIMIT_MS = 80  # U5: a letter of 20 KB
BOMB_LIMIT_MS = 2_000
_WORDS = (
    "the book parcel arrived never order page torn spine money please refund days waiting answer "
    "seller lovely print cover stamp letter shelf dust jacket copy edition"
).split()


def main() -> int:
    """Measure and print; exit 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _measure_text()
    return _measure_showing(options.rounds)


def html_letter(chance: random.Random, items: int, paragraphs: int) -> str:
    """A letter as shops send them: a style sheet, a preheader, tables in tables, links."""

    def words(count: int) -> str:
        return " ".join(chance.choice(_WORDS) for _ in range(count))

    css = "".join(
        f"td{{padding:8px {number}px}}.b{number}{{background:#f{number % 10}d3f1}}\n"
        for number in range(6)
    )
    rows = "".join(
        f'<tr class="b{n}"><td style="font-size:14px;line-height:20px"><a href="https://s.example/'
        f'i/{chance.randrange(10**9)}?ref={chance.getrandbits(64):x}">{words(4)}</a></td>'
        f'<td align="right" style="white-space:nowrap">&pound;{chance.randrange(900) / 100:.2f}'
        "</td></tr>\n"
        for n in range(items)
    )
    body = "".join(
        f'<p style="margin:0 0 12px 0;font-size:15px;line-height:22px">{words(40)}</p>\n'
        for _ in range(paragraphs)
    )
    return (
        f"<!DOCTYPE html>\n<html><head><title>x</title>\n<style>\n{css}</style></head>\n<body>"
        f'<div style="display:none;max-height:0">{words(12)}</div>\n<table><tr>'
        f"<td><h2>Your order</h2>\n{body}<table>{rows}</table>\n<img src="
        f'"https://t.example/o/{chance.getrandbits(128):x}.gif" width="1" height="1" alt="">\n'
        "</td></tr></table></body></html>\n"
    )


def _measure_text() -> None:
    from softanswer.mailbox.html_text import text_from_html

    chance = random.Random(7)  # noqa: S311 - no secret
    parts = [html_letter(chance, 6, 10) for _ in range(300)]
    times = []
    for part in parts:
        begin = time.perf_counter()
        text_from_html(part)
        times.append((time.perf_counter() - begin) * 1e6)
    size = statistics.mean(map(len, parts)) / 1000
    print(
        f"text of an HTML part of {size:.1f} KB: {min(times):.0f} us min, "
        f"{statistics.median(times):.0f} us median of {len(parts)} parts"
    )


def _measure_showing(rounds: int) -> int:
    from fakes.reading_desk import letter

    chance = random.Random(8)  # noqa: S311 - no secret
    ordinary = [
        letter(html_letter(chance, 30, 40), subject=f"Letter {number}") for number in range(rounds)
    ]
    bombs = {
        "tables nested 1,000 deep": "<table><tr><td>x</td><td>" * 1_000,
        "a word of 1 MB": "<p>" + "x" * 1_000_000,
        "100,000 cells": "<table>" + ("<tr>" + "<td>1</td>" * 10 + "</tr>") * 10_000,
    }
    hostile = [letter(html, subject=name) for name, html in bombs.items()]
    with tempfile.TemporaryDirectory() as folder:
        taken = _taken(
            Path(folder),
            [*hostile, *ordinary],
            [f"Letter {n}" for n in range(rounds)],
            list(bombs),
        )
    ordinary_ms = [taken[f"Letter {number}"] for number in range(1, rounds)]
    median = statistics.median(ordinary_ms)
    print(
        f"open a letter of {len(ordinary[0]) / 1000:.0f} KB to painted: {median:.0f} ms median, "
        f"{min(ordinary_ms):.0f} to {max(ordinary_ms):.0f} (limit {OPEN_LIMIT_MS} ms)"
    )
    for name in bombs:
        print(f"{name}: {taken[name]:.0f} ms (limit {BOMB_LIMIT_MS} ms)")
    is_slow = min(ordinary_ms) > OPEN_LIMIT_MS or any(
        taken[name] > BOMB_LIMIT_MS for name in bombs
    )
    return int(is_slow)


def _taken(
    folder: Path, raw: list[bytes], ordinary: list[str], bombs: list[str]
) -> dict[str, float]:
    """How many milliseconds each letter took from being opened to being painted as it was sent."""
    from fakes.reading_desk import ReadingDesk
    from PySide6.QtWidgets import QApplication

    from softanswer.ui.desk import application_of

    application_of()
    desk = ReadingDesk(folder / "profile", raw)
    desk.desk.window.resize(1240, 860)
    for _ in range(20):
        QApplication.processEvents()
    taken = {}
    for subject in [*ordinary, *bombs]:
        begin = time.perf_counter()
        desk.read(subject)
        while not desk.view._page.is_as_sent:
            QApplication.processEvents()
        desk.desk.window.repaint()
        taken[subject] = (time.perf_counter() - begin) * 1000
        for _ in range(5):
            QApplication.processEvents()
    desk.close()
    return taken


if __name__ == "__main__":
    sys.exit(main())
