"""How a command ends: its exit code, and the line that says why."""

from __future__ import annotations

from typing import Final

OK: Final = 0
FOUND: Final = 1  # check: warnings or errors stand
BAD_INPUT: Final = 2
UNKNOWN_LAYOUT: Final = 3
FAULT: Final = 70  # as sysexits.h calls a fault of the program
INTERRUPTED: Final = 130  # as shells report a program that SIGINT ended
CLOSED_PIPE: Final = 141  # and one that SIGPIPE ended


class BadInputError(Exception):
    """What was given cannot be used; the message says what, where, and what to do."""
