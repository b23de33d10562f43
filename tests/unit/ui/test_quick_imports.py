"""Qt for Python is there, the imports are the plain ones, and the collector works again."""

from __future__ import annotations

import subprocess
import sys

PROBE = """
import builtins, gc, linecache
plain = builtins.__import__
from softanswer.ui.quick_imports import quick_imports
with quick_imports():
    from softanswer.ui.desk import application_of
    assert not gc.isenabled()
assert builtins.__import__ is plain
assert gc.isenabled() and gc.get_freeze_count() > 10_000
assert not [name for name in linecache.cache if "softanswer" in name or "/ui/" in name]
assert application_of().platformName() == "offscreen"
"""


def test_no_source_is_read_and_nothing_collected_while_the_window_is_imported():
    subprocess.run([sys.executable, "-c", PROBE], check=True, timeout=60)  # noqa: S603 - ours
