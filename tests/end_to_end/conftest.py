"""The program as it is shipped: in a process of its own, or called inside the test."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from fakes.file_keyring import FILE_VARIABLE
from fakes.shop import Shop, open_shop

TESTS = Path(__file__).parents[1]


class Program:
    """Starts Soft Answer in processes of its own, with a keyring in a file.

    Attributes:
        environment: of the processes; a test may change it.
        keyring: the file of the keyring.
    """

    def __init__(self, folder: Path) -> None:
        self.profile = folder / "profile"
        self.keyring = folder / "keyring.json"
        self.keyring.write_text("{}")
        self.environment = {
            **os.environ,
            "PYTHONPATH": str(TESTS),
            "PYTHON_KEYRING_BACKEND": "fakes.file_keyring.FileKeyring",
            FILE_VARIABLE: str(self.keyring),
        }

    def line(self, *arguments: object) -> list[str]:
        """The command line of a start."""
        start = [sys.executable, "-P", "-m", "softanswer", "--profile", self.profile]
        return [str(one) for one in (*start, *arguments)]

    def __call__(self, *arguments: object, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(  # noqa: S603 - our own program
            self.line(*arguments),
            input=stdin,
            env=self.environment,
            capture_output=True,
            encoding="utf-8",
            timeout=30,
            check=False,
        )

    def start(self, *arguments: object) -> subprocess.Popen[str]:
        """Start a command that stays."""
        return subprocess.Popen(  # noqa: S603 - our own program
            self.line(*arguments),
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )


@pytest.fixture
def program(tmp_path) -> Program:
    return Program(tmp_path)


@pytest.fixture
def bare_shop(tmp_path) -> Iterator[Shop]:
    """A shop without its account."""
    with open_shop(tmp_path) as shop:
        yield shop


@pytest.fixture
def shop(bare_shop) -> Shop:
    """A shop with its account."""
    bare_shop.add_account()
    return bare_shop
