"""The catalogues of the window: fresh, with every number and name in its place; Russian whole."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sysconfig
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[3]
TS = ROOT / "resources/i18n/softanswer_ru.ts"
CHINESE = ROOT / "resources/i18n/softanswer_zh_TW.ts"  # begun
PLACEHOLDER = re.compile(r"\{\w*\}|%n|%\d")
SOURCES = (
    *("-extensions", "py", "-tr-function-alias", "translate+=Sentence,QT_TRANSLATE_NOOP+=named"),
    *("mailbox", "replies", "ui"),
)
FORMS = 3  # of a Russian plural: 1 and 21, 2 to 4, the rest
KEPT = {  # the same in both languages
    "TLS",
    "STARTTLS",
    "ana@shop.example",
    "orders@shop.example",
    "{place}: {why}",
    "{place}: {why}.",
}

# Contexts, or single texts of them, that stand in a rail, on a button, chip or narrow label.
TIGHT = {
    "Rail": None,
    "TopBar": {"Stop all", "All stopped"},
    "ClockStrip": {"Next clocks"},
    "HeldCard": None,
    "GateView": {"Close"},
    "GateCards": {"It will record", "Facts it states", "Changed since your first draft"},
    "GateFoot": None,
    "CallCard": {
        "Copy the number",
        "Back to both letters",
        "Nobody answered",
        "We talked: take the reply back",
        "Their time",
    },
    "LeavingDialog": {"Close it", "Keep it open"},
    "VentPad": {"Close and forget"},
    "ReplyWords": {"some heat", "much heat"},
    "MarketplaceBoxes": {"Registered with"},
    "Act": {"Reply", "Reply with the suggestion", "Done"},
    "ComposerFoot": None,
    "HoldWords": {"Cool down until {time}"},
    "FindingCard": None,
    "ToneGutter": None,
    "_Light": None,
    "IdentityBar": {"From", "To", "Subject"},
    "AccountDialog": {"Try to sign in", "Cancel", "Keep the account"},
    "AccountsPage": {"Add…", "Change…", "Try to sign in", "Remove"},
    "PreferencesDialog": None,
    "OrderCard": None,
    "ParcelCard": None,
    "AddressCard": None,
    "MoneyCard": None,
    "CustomerCard": None,
    "_Candidate": {"It is this one"},
    "SyncStatus": {"Type the password", "Try again", "Try now"},
}


class Entry(NamedTuple):
    """One text of a .ts file with its translations: one, or a form for each plural."""

    context: str
    source: str
    is_plural: bool
    forms: tuple[str, ...]
    state: str


def entries(path):
    return [
        Entry(
            context.findtext("name"),
            message.findtext("source"),
            message.get("numerus") == "yes",
            _forms(message.find("translation")),
            message.find("translation").get("type", ""),
        )
        for context in ET.parse(path).iter("context")  # noqa: S314 - our own file
        for message in context.iter("message")
    ]


def _forms(translation):
    plurals = translation.findall("numerusform")
    texts = plurals or [translation]
    return tuple(text.text or "" for text in texts)


ENTRIES = entries(TS)
BEGUN = [entry for entry in entries(CHINESE) if entry.state == ""]
CONTEXTS = sorted({entry.context for entry in ENTRIES})


def run(tool, *arguments):
    command = shutil.which(f"pyside6-{tool}", path=sysconfig.get_path("scripts"))
    assert command, f"pyside6-{tool} is no part of this environment"
    line = [command, *map(str, arguments)]
    subprocess.run(line, cwd=ROOT, check=True, capture_output=True)  # noqa: S603 - no foreign word


def calls_of_tr():
    """Every call of `tr` in the window, by file and line, with its first argument."""
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "tr":
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node.args[0]


@pytest.mark.parametrize("kept", [TS, CHINESE], ids=lambda path: path.stem)
def test_every_text_of_the_window_is_in_the_file_and_none_besides(tmp_path, kept):
    fresh = tmp_path / kept.name
    run("lupdate", *SOURCES, "-ts", fresh, "-target-language", kept.stem.partition("_")[2])

    found = {(e.context, e.source, e.is_plural) for e in entries(fresh)}
    assert found == {(e.context, e.source, e.is_plural) for e in entries(kept)}


def test_lupdate_can_read_every_text_that_is_to_be_translated():
    known = {entry.source for entry in ENTRIES}  # lupdate passes over an f-string
    hidden = [place for place, text in calls_of_tr() if getattr(text, "value", None) not in known]
    assert hidden == []


def test_a_text_with_a_number_is_asked_for_as_a_plural():
    assert {e.source for e in ENTRIES if ("%n" in e.source) is not e.is_plural} == set()


@pytest.mark.parametrize("kept", [TS, CHINESE], ids=lambda path: path.stem)
def test_the_compiled_file_is_the_one_that_lrelease_makes(tmp_path, kept):
    run("lrelease", kept, "-qm", tmp_path / "made.qm")
    assert (tmp_path / "made.qm").read_bytes() == kept.with_suffix(".qm").read_bytes()


def test_what_is_begun_in_chinese_keeps_its_places():
    assert len(BEGUN) > 500
    for entry in BEGUN:
        places = Counter(PLACEHOLDER.findall(entry.source))
        [form] = entry.forms  # Chinese has one form for all numbers
        assert form.strip(), entry
        assert Counter(PLACEHOLDER.findall(form)) == places, entry


@pytest.mark.parametrize("context", CONTEXTS)
def test_a_text_is_translated_with_all_its_forms_and_places(context):
    for entry in (entry for entry in ENTRIES if entry.context == context):
        assert entry.state == "", entry  # neither unfinished nor vanished nor obsolete
        assert len(entry.forms) == (FORMS if entry.is_plural else 1), entry
        places = Counter(PLACEHOLDER.findall(entry.source))
        for form in entry.forms:
            assert form.strip(), entry
            assert Counter(PLACEHOLDER.findall(form)) == places, entry


def test_only_names_stay_as_they_are():
    assert {e.source for e in ENTRIES if e.source in e.forms} == KEPT


@pytest.mark.parametrize("context", TIGHT)
def test_a_text_with_little_room_stays_short(context):
    wanted = TIGHT[context]
    tight = [e for e in ENTRIES if e.context == context and (not wanted or e.source in wanted)]

    assert {e.source for e in tight} == (wanted or {e.source for e in tight})
    assert tight
    assert [f for e in tight for f in e.forms if len(f) > 1.6 * len(e.source) + 12] == []


@pytest.mark.parametrize(
    ("slip", "why"),
    [
        (r"[A-Za-z][а-яё]|[а-яё][A-Za-z]", "a Latin letter in a Russian word"),
        (r"[“”\"]", "quotation marks are «»"),
        (r"\.\.\.", "an ellipsis is one character"),
        (r"  | [.,:;!?…]|^\s|\s$", "a blank too many"),
        (r"(?<=[а-яё,] )(Вы|Вас|Вам|Ваш\w*)\b", "«вы» is polite enough in lower case"),
        (
            r"(?i)\b(еще|ее|чье|мое|свое|твое|счет|учет|идет|ждет|придет|уйдет|дойдет|найдет"
            r"|начнет|пришел|ушел|прошел|дошел|звездочк\w*|темны\w*|прочтете|вернет\w*)\b",
            "ё is written",
        ),
    ],
)
def test_the_russian_is_written_with_care(slip, why):
    assert [f for e in ENTRIES for f in e.forms if re.search(slip, f)] == [], why
