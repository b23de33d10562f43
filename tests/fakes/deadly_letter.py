"""A letter that kills the process which reads it, as a fault in a library would."""

from __future__ import annotations

import os
import time

from softanswer.replies.backlog_work import read_letters

DEADLY = "Order 13"


def dying_at_13(folder, letters):
    """Read letters, but die of number 13."""
    read = read_letters(folder, letters)
    if any(one is not None and one.index[1] == DEADLY for one in read):
        os._exit(1)
    return read


def os_without_processes():
    """What a process finds that may not live."""
    os._exit(1)


def endless(folder, letters):
    """Read, and never come to an end."""
    time.sleep(3600)
