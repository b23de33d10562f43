"""Qt for Python is there, and the imports after it are the plain ones."""

from __future__ import annotations

import subprocess
import sys

PROBE = """
import builtins
plain = builtins.__import__
from softanswer.ui.qt_import import import_qt
import_qt()
assert builtins.__import__ is plain
import linecache
from softanswer.ui.desk import application_of
assert not [name for name in linecache.cache if "softanswer" in name or "/ui/" in name]
assert application_of().platformName() == "offscreen"
"""


def test_no_source_is_read_by_an_import_after_qt():
    subprocess.run([sys.executable, "-c", PROBE], check=True, timeout=60)  # noqa: S603 - ours
