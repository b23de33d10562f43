"""Loads Qt for Python without what it does to all later imports."""

from __future__ import annotations

import builtins


def import_qt() -> None:
    """Load Qt for Python; call it before anything else does.

    From then on it would read the source of every module that is imported, to see whether that
    asks for one of its features (`from __feature__ import snake_case`), which nothing here does:
    0.1 s of a start, and 4 MB of sources that stay in memory.
    """
    plain_import = builtins.__import__
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = plain_import
