"""What the tone check costs beside time per letter: the window's start, memory, room on the disk.

Each is measured in a process of its own, as it begins. Memory is what the process has more than
one that does without the check, both without Qt; pages of the Russian dictionary that are mapped
count too (some 14 MB), though the system may drop them.
"""

from __future__ import annotations

import importlib.util
import statistics
import subprocess
import sys
from pathlib import Path
from typing import Final

BEFORE_WINDOW_MS: Final = 50.0
MEMORY_MB: Final = 40.0
INSTALL_MB: Final = 20.0
_RUNS: Final = 5
_LIBRARIES: Final = ("pymorphy3", "pymorphy3_dicts_ru", "dawg_python")
_PARTS: Final = ("replies/tone", "replies/language", "resources/tone")
_OWN: Final = ("softanswer.replies.tone", "softanswer.replies.language")

# The window's imports, in the order in which they come; of the check's own modules the time.
_WINDOW: Final = f"""
import importlib.abc, sys, time
spent = [0.0, 0]
class Timed(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if not name.startswith({_OWN!r}):
            return None
        for finder in sys.meta_path:
            spec = None if finder is self else finder.find_spec(name, path, target)
            if spec is not None:
                run = spec.loader.exec_module
                def timed(module):
                    inner, begun = spent[0], time.process_time()
                    run(module)
                    taken = time.process_time() - begun
                    spent[0] = inner + taken  # what it imports is of the check, or small
                    spent[1] += 1
                spec.loader.exec_module = timed
                return spec
sys.meta_path.insert(0, Timed())
import softanswer.replies.orders.order, softanswer.mailbox.quoting
import softanswer.ui.main_window
print(spent[0] * 1000)
"""

_RESIDENT: Final = """
import os
def resident():
    with open("/proc/self/statm") as table:
        return int(table.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
import softanswer.replies.orders.order, softanswer.mailbox.quoting, softanswer.replies.cases.case
before = resident()
from softanswer.replies.tone.checker import warm_up
warm_up()
print(resident() - before)
"""


def weigh() -> bool:
    """Measure and print; false where a limit is passed."""
    kept = [
        _told("before the window is usable", _median(_WINDOW), "ms", BEFORE_WINDOW_MS),
        _told("installed", _installed(), "MB", INSTALL_MB),
    ]
    if Path("/proc/self/statm").exists():
        kept.append(_told("memory, with both languages", _median(_RESIDENT), "MB", MEMORY_MB))
    return all(kept)


def _median(program: str) -> float:
    runs = (
        subprocess.run(  # noqa: S603 - our own program
            [sys.executable, "-P", "-c", program], capture_output=True, check=True
        )
        for _ in range(_RUNS)
    )
    return statistics.median([float(run.stdout) for run in runs])


def _installed() -> float:
    root = Path(__file__).resolve().parents[2]
    folders = [root / part for part in _PARTS]
    for name in _LIBRARIES:
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None:
            folders.append(Path(spec.origin).parent)
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    return sum(file.stat().st_size for file in files if file.suffix != ".pyc") / 2**20


def _told(name: str, value: float, unit: str, limit: float) -> bool:
    print(f"{name:38} {value:9.2f} {unit} (at most {limit:.0f})")
    return value <= limit
