"""A language is added by data alone: what docs/adding_a_language.md shows, put into a copy."""

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from softanswer.replies.language.tokens import sentences_of
from softanswer.replies.tone.patterns import Phrases
from softanswer.replies.tone.rules import EXCEPT, standing

ROOT = Path(__file__).resolve().parents[2]
CODE = "nl"
CLASSIFY = ("classify", "-", "--format", "jsonl")
PARTS = ("mailbox", "replies", "resources", "ui", "__init__.py", "__main__.py", "app.py")
DOCUMENT = ROOT / "docs" / "adding_a_language.md"
BLOCKS = re.findall(r"```toml\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)[:2]
HEAT = """
[[cue]]
id = "heat.third"
family = "heat"
weight = 2.0
why = "says that this is the third letter"
patterns = ["(derde|vierde) (keer|mail|bericht)"]
must = ["Dit is mijn derde mail.", "Voor de derde keer!", "Het vierde bericht."]
must_not = ["Het derde deel.", "Een mail.", "De eerste keer."]
"""
LETTERS = (
    ("De cd bij mijn boek ontbreekt. Dit is mijn derde mail.", (True, "missing_part", 2)),
    ("Er ontbreekt niets bij mijn bestelling, het boek is mooi.", (False, "other", 0)),
)


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The program with the language of the document, and no code touched."""
    root = tmp_path_factory.mktemp("copy")
    for part in PARTS:
        of, to = ROOT / part, root / "softanswer" / part
        if of.is_dir():
            shutil.copytree(of, to, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            to.parent.mkdir(exist_ok=True)
            shutil.copy(of, to)
    traits, cue = re.findall(
        r"```toml\n(.*?)```",
        (ROOT / "docs" / "adding_a_language.md").read_text("utf-8"),
        re.DOTALL,
    )[:2]
    folder = root / "softanswer" / "resources" / "tone" / CODE
    folder.mkdir()
    (folder / "language.toml").write_text(traits, encoding="utf-8")
    (folder / "letter_cues.toml").write_text(cue + HEAT, encoding="utf-8")
    return root


def test_letters_of_a_language_that_is_data_alone_are_judged(copy, tmp_path):
    lines = "\n".join(json.dumps({"subject": "", "body": body}) for body, _ in LETTERS)
    finished = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "softanswer", "--profile", str(tmp_path), *CLASSIFY],
        input=lines.encode(),
        capture_output=True,
        check=True,
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
    )
    judged = [json.loads(line) for line in finished.stdout.splitlines()]
    assert [one["language"] for one in judged] == [CODE, CODE]
    assert [(one["complaint"], one["kind"], one["heat"]) for one in judged] == [
        expected for _, expected in LETTERS
    ]
    assert judged[0]["reasons"][0]["why"] == "says that a part is missing"


def test_the_cue_of_the_document_keeps_its_own_examples():
    (cue,) = tomllib.loads(BLOCKS[1])["cue"]
    owners = [("cue", one) for one in cue["patterns"]]
    phrases = Phrases(CODE, {}, [*owners, *((EXCEPT + "cue", one) for one in cue["except"])])

    def is_found(text):
        return any(standing(phrases.find(sentence)) for sentence in sentences_of(text))

    assert [is_found(text) for text in cue["must"]] == [True] * len(cue["must"])
    assert [is_found(text) for text in cue["must_not"]] == [False] * len(cue["must_not"])
