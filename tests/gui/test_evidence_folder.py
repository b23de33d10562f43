"""The evidence of a case is saved from the window."""

import pytest
from fakes.writing_desk import open_desk

from softanswer.ui.actions import Act


@pytest.fixture
def desk(qtbot, tmp_path):
    with open_desk(qtbot, tmp_path / "profile") as opened:
        yield opened


def save(qtbot, desk, conversation, chosen):
    """What is said when the case of a conversation is saved, and the titles that were asked."""
    asked = []
    evidence = desk.desk.wiring.evidence
    evidence.choose = lambda _, title: (asked.append(title), str(chosen))[1]
    desk.desk.wiring.reading.go_to(conversation)
    with qtbot.waitSignal(evidence.said, timeout=20_000) as said:
        desk.desk.window.acts[Act.EXPORT_CASE].trigger()
    return said.args[0], asked


def test_a_case_is_saved_as_a_folder_of_its_own(qtbot, desk, tmp_path):
    said, asked = save(qtbot, desk, desk.complaint, tmp_path / "out")
    number = desk.matter(desk.complaint).case.number
    [folder] = (tmp_path / "out").iterdir()
    assert folder.name.startswith(f"Case {number}, 20")
    assert said == f"The case is saved as the folder “{folder.name}”."
    assert asked == ["Save the case in this folder"]
    assert "Where is my book" in (folder / "summary.txt").read_text(encoding="utf-8")
    assert len(list((folder / "letters").iterdir())) == 1


def test_ordinary_mail_has_no_case_to_save(qtbot, desk, tmp_path):
    said, asked = save(qtbot, desk, desk.question, tmp_path)
    assert "only complaints have a case" in said
    assert asked == []


def test_a_place_that_cannot_be_written_is_named(qtbot, desk, tmp_path):
    (tmp_path / "file").write_text("mine")
    said, _ = save(qtbot, desk, desk.complaint, tmp_path / "file")
    assert "file" in said
    assert (tmp_path / "file").read_text() == "mine"


def test_nothing_is_written_where_she_thinks_better_of_it(qtbot, desk, tmp_path):
    evidence = desk.desk.wiring.evidence
    evidence.choose = lambda *_: ""
    desk.desk.wiring.reading.go_to(desk.complaint)
    with qtbot.assertNotEmitted(evidence.said, wait=300):
        desk.desk.window.acts[Act.EXPORT_CASE].trigger()
