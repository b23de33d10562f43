"""What holds for every test: silence, and no way out of this computer."""

from __future__ import annotations

import ipaddress
import logging
import os
import socket
import threading
import time
from collections import defaultdict
from pathlib import Path

import hypothesis
import pytest

from softanswer.mailbox.store import database

# Whether a commit passes must not be a matter of luck; --hypothesis-profile=default tries others.
hypothesis.settings.register_profile("same every time", derandomize=True)
hypothesis.settings.load_profile("same every time")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

BESIDE = {"atspi", "compiled", "dovecot", "slow"}  # what the README's command leaves out


def pytest_addoption(parser):
    parser.addoption(
        "--letters", metavar="FOLDER", help="also put the .eml files of this folder to the tests"
    )
    parser.addoption(
        "--golden", action="store_true", help="write the golden letters anew, to be read by eye"
    )


def pytest_collection_modifyitems(items):
    """See that .ci/run, which looks for marks in the files of the tests, finds each of them."""
    marks = defaultdict(set)
    for item in items:
        marks[item.path] |= BESIDE.intersection(mark.name for mark in item.iter_markers())
    for path, names in marks.items():
        text = path.read_text(encoding="utf-8") if names else ""
        if hidden := [name for name in names if f"mark.{name}" not in text]:
            raise pytest.UsageError(f"{path} has tests marked {hidden}, but does not say so")


def pytest_generate_tests(metafunc):
    if "hostile_letter" in metafunc.fixturenames:
        from hostile.letters import LETTERS, letters_in

        folder = metafunc.config.getoption("--letters")
        letters = (*LETTERS, *(letters_in(Path(folder)) if folder else ()))
        metafunc.parametrize("hostile_letter", letters, ids=[letter.name for letter in letters])


@pytest.fixture(scope="session", autouse=True)
def _migrated_once(tmp_path_factory):
    """Begin each new database as a copy of one that has gone through all migrations.

    They would be gone through thousands of times, which took an eighth of the run.
    """
    path = tmp_path_factory.mktemp("schema") / database.DATABASE_NAME
    database.open_for_writing(path).close()
    model = path.read_bytes()
    connect = database._connect

    def connect_to_copy(name, *, uri=False):
        if not uri and not Path(name).stat().st_size:
            Path(name).write_bytes(model)
        return connect(name, uri=uri)

    database._connect = connect_to_copy
    yield
    database._connect = connect


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)


@pytest.fixture(autouse=True)
def _silence(request):
    """Fail a test that logs a warning, unless it looks at the log itself (caplog)."""
    handler = _Warnings()
    logging.getLogger("softanswer").addHandler(handler)
    yield
    logging.getLogger("softanswer").removeHandler(handler)
    if "caplog" not in request.fixturenames:
        assert [record.getMessage() for record in handler.records] == []


@pytest.fixture(autouse=True)
def _only_this_computer(monkeypatch):
    """Fail a test that connects to another computer, or from the GUI's thread of a window."""
    connect = socket.socket.connect

    def guarded(self, address):
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            host = address[0]
            if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
                pytest.fail(f"a connection to {host} was tried")
            if _is_gui_thread_of_a_window():
                pytest.fail("the GUI thread opened a connection")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


def _is_gui_thread_of_a_window() -> bool:
    if threading.current_thread() is not threading.main_thread():
        return False
    import sys

    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return False
    return any(w.isVisible() for w in widgets.QApplication.topLevelWidgets())


@pytest.fixture
def in_zone(monkeypatch):
    """Moves this computer to another time zone."""

    def move(name):
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()
