"""Makes the imports of the window quick."""

from __future__ import annotations

import builtins
from collections.abc import Iterator
from contextlib import contextmanager

from ..mailbox.garbage import kept_for_good


@contextmanager
def quick_imports() -> Iterator[None]:
    """Load Qt for Python, before anything else does, and let what is imported meanwhile cost less.

    Qt for Python would read the source of every module that is imported after it, to see whether
    that asks for one of its features (`from __feature__ import snake_case`), which nothing here
    does: 0.1 s of a start, and 4 MB of sources that stay in memory. And as modules are no
    garbage, the collector need not look at them, now or later.
    """
    plain_import = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain_import
    with kept_for_good():
        yield
