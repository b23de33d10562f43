"""What is installed is all of the program."""

from __future__ import annotations

import tomllib
from pathlib import Path

import softanswer

ROOT = Path(softanswer.__file__).parent
PARTS = ("mailbox", "replies", "resources", "ui")


def test_every_package_is_installed():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    folders = [folder.parent for part in PARTS for folder in ROOT.glob(f"{part}/**/__init__.py")]
    expected = {".".join(("softanswer", *folder.relative_to(ROOT).parts)) for folder in folders}
    assert set(settings["tool"]["setuptools"]["packages"]) == expected | {"softanswer"}
