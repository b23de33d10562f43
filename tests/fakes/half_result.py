"""A piece of work whose process is killed while its large result is on its way."""

from __future__ import annotations

import gc
import os
import signal
import struct
from multiprocessing.queues import SimpleQueue


def die_within_a_result() -> None:
    """Begin to send a result of 1 MB, and die."""
    results = next(one for one in gc.get_objects() if isinstance(one, SimpleQueue))
    os.write(results._writer.fileno(), struct.pack("!i", 1_000_000) + b"half")
    os.kill(os.getpid(), signal.SIGKILL)
