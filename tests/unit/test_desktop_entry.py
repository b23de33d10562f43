"""The files by which a desktop knows the program: they agree with it and with each other."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import softanswer
from softanswer.ui.console.arguments import parsed
from softanswer.ui.theme.tokens import TABLE

ROOT = Path(softanswer.__file__).parent
FOLDER = ROOT / "resources" / "desktop"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def entry():
    read = configparser.ConfigParser(interpolation=None, delimiters="=")
    read.optionxform = str
    read.read(FOLDER / "softanswer.desktop", encoding="utf-8")
    return read


def metainfo():
    return ET.parse(FOLDER / "softanswer.metainfo.xml").getroot()  # noqa: S314 - our own


def test_every_command_of_the_entry_is_one_of_the_program():
    for section in entry().values():
        if section.name != "DEFAULT":
            command, *arguments = section["Exec"].replace("%u", "mailto:a@b.example").split()
            assert command == "softanswer"
            parsed(arguments)


def test_every_action_is_there():
    read = entry()
    actions = [one for one in read["Desktop Entry"]["Actions"].split(";") if one]
    assert {f"Desktop Action {one}" for one in actions} == set(read.sections()) - {"Desktop Entry"}


def test_what_is_read_is_there_in_russian():
    for section in entry().values():
        for key in ("GenericName", "Comment", "Keywords"):
            assert (key in section) == (f"{key}[ru]" in section)
    described = metainfo().iter()
    texts = [one for one in described if one.tag in {"summary", "p", "developer_name"}]
    assert sum(LANG in one.attrib for one in texts) * 2 == len(texts)


def test_entry_and_description_agree():
    root = metainfo()
    assert root.findtext("id") == root.findtext("launchable") == "softanswer.desktop"
    assert root.findtext("icon") == entry()["Desktop Entry"]["Icon"] == "softanswer"
    assert root.findtext("summary") == entry()["Desktop Entry"]["Comment"]
    assert root.findtext("provides/mediatype") in entry()["Desktop Entry"]["MimeType"]
    assert {one.text for one in root.iter("category")} == {"Office", "Email"}


def test_the_licence_is_that_of_the_program():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert metainfo().findtext("project_license") == settings["project"]["license"]["text"]


def test_all_of_it_is_installed():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    placed = settings["tool"]["setuptools"]["data-files"].values()
    files = {file for names in placed for file in names}
    assert files == {path.relative_to(ROOT).as_posix() for path in FOLDER.iterdir()}


def test_the_icon_has_the_colours_of_the_window():
    drawn = re.findall("#[0-9A-Fa-f]{6}", (FOLDER / "softanswer.svg").read_text("utf-8"))
    assert drawn
    assert set(drawn) <= {values[0] for values in TABLE.values()}


@pytest.mark.parametrize(
    "command",
    [
        ("desktop-file-validate", "softanswer.desktop"),
        # The project owns no domain that its name could begin with.
        ("appstreamcli", "validate", "--no-net", "--override=cid-desktopapp-is-not-rdns=info",
         "softanswer.metainfo.xml"),
    ],
    ids=lambda command: command[0],
)  # fmt: skip
def test_the_tools_of_the_desktops_find_nothing_wrong(command):
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(  # noqa: S603 - our own
        command, cwd=FOLDER, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
