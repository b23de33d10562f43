"""Soft Answer's composition root: it builds the parts and wires them; it decides nothing."""

import runpy
import sys

if not __package__:  # started as "python app.py": run as the installed package instead
    sys.path.pop(0)
    runpy.run_module("softanswer", run_name="__main__")
    raise SystemExit

from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window or a command; the result is the exit code."""
    return 0
