"""When and where Python looks for reference cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

_LOADING: Final[set[object]] = set()  # one for each `kept_for_good` under way


@contextmanager
def kept_for_good() -> Iterator[None]:
    """Collect nothing meanwhile, and look at nothing that is there at the end ever again."""
    was_on = gc.isenabled()
    gc.disable()
    loading = object()
    _LOADING.add(loading)
    try:
        yield
    finally:
        gc.freeze()
        _LOADING.discard(loading)
        if was_on:
            gc.enable()


def collect_what_is_due() -> None:
    """Do in this thread, now, what the collector would have done by itself were it on.

    Which generations are due is told by Python's own thresholds. Nothing is due while something
    is loaded that is kept for good: a look at half of it was measured at 60 ms.
    """
    if _LOADING:
        return
    pairs = zip(gc.get_count(), gc.get_threshold(), strict=True)
    due = [generation for generation, (count, most) in enumerate(pairs) if count > most > 0]
    if due:
        gc.collect(due[-1])
