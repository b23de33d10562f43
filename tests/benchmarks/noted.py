"""Run Soft Answer, and note in a file when it connects for the first time.

    python -P noted.py FILE ARGUMENTS...

What stands in the file is a reading of `time.perf_counter`, the same clock in every process.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from softanswer.app import main

if __name__ == "__main__":
    place, *arguments = sys.argv[1:]

    def note(event: str, _: object) -> None:
        now = time.perf_counter()
        if event == "socket.connect" and not Path(place).exists():
            Path(place).write_text(str(now), encoding="ascii")

    sys.addaudithook(note)
    sys.exit(main(arguments))
