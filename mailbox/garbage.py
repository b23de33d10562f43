"""When and where Python looks for reference cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def kept_for_good() -> Iterator[None]:
    """Collect nothing meanwhile, and look at nothing that is there at the end ever again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def collect_what_is_due() -> None:
    """Do in this thread, now, what the collector would have done by itself were it on.

    Which generations are due is told by Python's own thresholds.
    """
    pairs = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, most) in enumerate(pairs) if count > most > 0]
    if due:
        gc.collect(due[-1])
