"""The commands, run inside the test on a profile of its own."""

from __future__ import annotations

import pytest
from builders import HandClock
from fakes.command_line import CommandLine
from fakes.shop import open_shop


@pytest.fixture
def command(tmp_path):
    return CommandLine(tmp_path / "profile", HandClock())


@pytest.fixture
def shop(tmp_path):
    with open_shop(tmp_path) as shop:
        shop.add_account()
        yield shop


@pytest.fixture
def refused(command):
    """Run a command that must be refused: exit 2, one line on stderr, nothing on stdout."""

    def run(*arguments, stdin="", by=command):
        finished = by(*arguments, stdin=stdin)
        assert (finished.code, finished.out) == (2, "")
        assert finished.err.startswith("softanswer: ")
        assert finished.err.count("\n") == 1
        return finished.err

    return run
