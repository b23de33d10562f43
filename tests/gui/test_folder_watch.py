"""The watched folder in the running window."""

from dataclasses import replace
from pathlib import Path

import pytest
from fakes.order_states import OrderDesk
from PySide6.QtWidgets import QFileDialog, QPushButton

from softanswer.replies.preferences import Preferences
from softanswer.ui.orders.mapping_dialog import MappingDialog
from softanswer.ui.preferences.orders_page import OrdersPage
from softanswer.ui.theme.buttons import PrimaryButton

DATA = Path(__file__).parents[1] / "data"
KNOWN = DATA / "orders/ebay-orders-report-us.csv"
UNKNOWN = DATA / "unknown-orders.csv"


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "exports"
    folder.mkdir()
    return folder


@pytest.fixture
def desk(qtbot, tmp_path, folder):
    desk = OrderDesk(tmp_path / "profile", Preferences(watched_folder=str(folder)))
    qtbot.addWidget(desk.desk.window)
    yield desk.desk
    desk.close()


def stored(desk, number):
    sql = "SELECT count(*) FROM orders WHERE order_id = ?"
    return desk.engine.reader.execute(sql, (number,)).fetchone()[0]


def look(qtbot, desk):
    """Two looks, as the timers would have them."""
    for _ in range(2):
        with qtbot.waitSignal(desk.engine.lookups.finished, check_params_cb=is_look):
            desk.wiring.watching.look()


def is_look(name, _result):
    return name == "watched folder"


def problem(desk):
    return desk.window.problem_bar.current


def test_a_file_that_comes_into_the_folder_is_imported_once(qtbot, desk, folder):
    watching = desk.wiring.watching
    (folder / "orders.csv").write_bytes(KNOWN.read_bytes())
    with qtbot.waitSignal(watching.said) as said:
        look(qtbot, desk)
    assert said.args[0] == "orders.csv: 7 new, 0 updated, 0 lines left out."
    assert stored(desk, "14-12345-67890") == 1
    (folder / "copy.csv").write_bytes(KNOWN.read_bytes())
    with qtbot.assertNotEmitted(watching.said):
        look(qtbot, desk)
    assert problem(desk) is None


def test_a_file_is_found_by_itself_when_it_is_whole(qtbot, desk, folder):
    with qtbot.waitSignal(desk.wiring.watching.said, timeout=20_000):
        (folder / "orders.csv").write_bytes(KNOWN.read_bytes())
    assert stored(desk, "14-12345-67890") == 1


def test_an_unknown_kind_is_told_without_a_dialog_and_read_when_its_columns_are_named(
    qtbot, desk, folder
):
    (folder / "biblio.csv").write_bytes(UNKNOWN.read_bytes())
    look(qtbot, desk)
    qtbot.waitUntil(lambda: problem(desk) is not None)
    assert problem(desk).what.startswith("biblio.csv in the watched folder is of a kind")
    assert desk.window.findChild(MappingDialog) is None
    bar = desk.window.problem_bar
    named = next(b for b in bar.findChildren(QPushButton) if b.text() == "Name the columns…")
    named.click()
    qtbot.waitUntil(lambda: desk.window.findChild(MappingDialog) is not None)
    with qtbot.waitSignal(desk.wiring.watching.said) as said:
        desk.window.findChild(MappingDialog).findChild(PrimaryButton).click()
    assert said.args[0].endswith("2 lines left out.")
    assert stored(desk, "B-0071") == 1


def test_two_looks_that_find_the_same_unknown_file_tell_of_it_once(qtbot, desk, folder):
    (folder / "biblio.csv").write_bytes(UNKNOWN.read_bytes())
    look(qtbot, desk)
    qtbot.waitUntil(lambda: problem(desk) is not None)
    desk.engine.writer.call(lambda tx: tx.db.execute("DELETE FROM watched_files"))  # not noted yet
    desk.window.problem_bar.solve(problem(desk).key)
    desk.wiring.watching.look_anew()
    look(qtbot, desk)
    assert problem(desk) is None


def test_an_unknown_file_is_told_once(qtbot, desk, folder):
    (folder / "biblio.csv").write_bytes(UNKNOWN.read_bytes())
    look(qtbot, desk)
    qtbot.waitUntil(lambda: problem(desk) is not None)
    desk.window.problem_bar.solve(problem(desk).key)
    desk.wiring.watching.look_anew()
    look(qtbot, desk)
    assert problem(desk) is None


def test_a_folder_that_is_gone_is_told_and_solved_when_it_is_back(qtbot, desk, folder):
    folder.rename(folder.parent / "away")
    desk.wiring.watching.look()
    qtbot.waitUntil(lambda: problem(desk) is not None)
    assert "can't be read" in problem(desk).what
    (folder.parent / "away").rename(folder)
    desk.wiring.watching.look()
    qtbot.waitUntil(lambda: problem(desk) is None)


def test_a_folder_that_is_chosen_is_watched_and_left_again(qtbot, desk, folder, tmp_path):
    other = tmp_path / "other"
    other.mkdir()
    (other / "orders.csv").write_bytes(KNOWN.read_bytes())
    preferences = replace(desk.engine.preferences, watched_folder=str(other))
    desk.wiring.settling._on_preferences_changed(preferences)
    with qtbot.waitSignal(desk.wiring.watching.said):
        look(qtbot, desk)
    left = replace(preferences, watched_folder="")
    desk.wiring.settling._on_preferences_changed(left)
    (other / "more.csv").write_bytes((DATA / "orders/abebooks-orders.csv").read_bytes())
    with qtbot.assertNotEmitted(desk.wiring.watching.said, wait=300):
        desk.wiring.watching.look()
    assert stored(desk, "612345601") == 0


def test_the_page_gives_the_folder_that_is_chosen(qtbot, theme, monkeypatch, tmp_path):
    page = OrdersPage("", None)
    qtbot.addWidget(page)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    choose, leave, *_ = page.findChildren(QPushButton)
    assert not leave.isEnabled()
    choose.click()
    assert page.watched_folder() == str(tmp_path)
    leave.click()
    assert page.watched_folder() == ""
