"""A running window collects reference cycles in its own thread only."""

from __future__ import annotations

import subprocess
import sys

PROBE = """
import gc, threading
from PySide6.QtCore import QTimer
from softanswer.ui.desk import application_of

class Node:
    def __init__(self):
        self.itself = self

application = application_of()
assert not gc.isenabled()
threads = []
gc.callbacks.append(lambda phase, info: threads.append(threading.current_thread()))
maker = threading.Thread(target=lambda: [Node() for _ in range(20_000)])
maker.start()
maker.join()
assert not threads
QTimer.singleShot(1_200, application.quit)
application.exec()
assert threads and set(threads) == {threading.main_thread()}
assert not [one for one in gc.get_objects() if type(one) is Node]
"""


def test_no_other_thread_collects():
    subprocess.run([sys.executable, "-c", PROBE], check=True, timeout=60)  # noqa: S603 - ours
