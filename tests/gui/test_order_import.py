"""The import in the running window: unknown columns, drops, progress and its end."""

import threading
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from fakes.order_states import OrderDesk
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListView, QPushButton, QTableView

from softanswer.replies.orders.importing.mapped import (
    ColumnMapping,
    Field,
    guess_columns,
    read_table,
)
from softanswer.replies.orders.importing.store import load_mappings, save_mapping
from softanswer.replies.orders.order import Marketplace
from softanswer.ui.actions import Act
from softanswer.ui.orders.import_report import ImportReport
from softanswer.ui.orders.mapping_dialog import MappingDialog
from softanswer.ui.orders.order_import import Watch
from softanswer.ui.preferences.preferences_dialog import PreferencesDialog
from softanswer.ui.theme.buttons import PrimaryButton

DATA = Path(__file__).parents[1] / "data"
UNKNOWN = DATA / "unknown-orders.csv"
KNOWN = DATA / "orders/ebay-orders-report-us.csv"


@pytest.fixture
def desk(qtbot, tmp_path):
    desk = OrderDesk(tmp_path / "profile")
    qtbot.addWidget(desk.desk.window)
    yield desk.desk
    desk.close()


@pytest.fixture
def dialog(qapp, theme):
    dialog = MappingDialog(read_table(UNKNOWN.read_bytes(), UNKNOWN.name))
    dialog.show()
    yield dialog
    with suppress(RuntimeError):  # it deletes itself when it is closed
        dialog.close()


def list_of(dialog, name):
    return next(b for b in dialog.findChildren(QComboBox) if b.accessibleName() == name)


def button(dialog):
    return dialog.findChild(PrimaryButton)


def stored(desk, number):
    (count,) = desk.engine.reader.execute(
        "SELECT count(*) FROM orders WHERE order_id = ?", (number,)
    ).fetchone()
    return count


def press(part, words):
    next(b for b in part.findChildren(QPushButton) if b.text() == words).click()


def shown(desk, kind):
    return next((w for w in desk.window.findChildren(kind) if w.isVisible()), None)


def test_the_dialog_comes_with_good_guesses_and_the_first_rows(dialog):
    assert list_of(dialog, "Order number").currentText() == "Order No.: B-0071"
    assert list_of(dialog, "Title").currentText() == "Title: The Light at Skerra"
    assert list_of(dialog, "Tracking number").currentText() == "not in this file"
    assert list_of(dialog, "How days are written").currentText() == "Day first: 3/11/2026"
    model = dialog.findChild(QTableView).model()
    assert model.index(1, 4).data() == "Tide Tables"
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_what_is_needed_is_asked_for_before_the_import(qtbot, dialog):
    list_of(dialog, "Order number").setCurrentIndex(0)
    assert not button(dialog).is_allowed
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Choose the column of: Order number." in texts
    with qtbot.assertNotEmitted(dialog.mapping_given):
        button(dialog).click()
    list_of(dialog, "Order number").setCurrentIndex(1)
    assert button(dialog).is_allowed


def test_a_column_cannot_be_two_things(dialog):
    title = list_of(dialog, "Title")
    list_of(dialog, "Condition").setCurrentIndex(title.currentIndex())
    assert not button(dialog).is_allowed
    assert "Title is chosen twice." in [label.text() for label in dialog.findChildren(QLabel)]


def test_what_is_chosen_is_given(qtbot, dialog):
    names = [e for e in dialog.findChildren(QLineEdit) if e.accessibleName().startswith("Name of")]
    names[0].setText("Biblio")
    list_of(dialog, "Where the orders were placed").setCurrentText("AbeBooks")
    with qtbot.waitSignal(dialog.mapping_given) as given:
        button(dialog).click()
    (mapping,) = given.args
    assert (mapping.name, mapping.marketplace) == ("Biblio", Marketplace.ABEBOOKS)
    assert mapping.day_first
    assert mapping.columns[Field.POSTAL] == "Postcode"


def test_an_unknown_file_is_asked_about_once(qtbot, desk, tmp_path):
    desk.wiring.settling.import_files([KNOWN, UNKNOWN])
    qtbot.waitUntil(lambda: shown(desk, MappingDialog) is not None)
    assert stored(desk, "B-0071") == 0
    with qtbot.waitSignal(desk.wiring.settling.said) as said:
        button(shown(desk, MappingDialog)).click()
    assert said.args[0].endswith("2 lines left out.")
    assert stored(desk, "B-0071") == 1
    report = shown(desk, ImportReport)
    texts = [label.text() for label in report.findChildren(QLabel)]
    assert "unknown-orders.csv" in texts
    assert any("your own table “unknown-orders”" in text for text in texts)
    model = report.findChild(QTableView).model()
    assert [model.index(row, 1).data() for row in range(model.rowCount())] == ["5", "6"]
    report.close()
    later = tmp_path / "later.csv"
    later.write_text(UNKNOWN.read_text("utf-8").replace("B-0071", "B-0099"), "utf-8")
    with qtbot.waitSignal(desk.wiring.settling.said):
        desk.wiring.settling.import_files([later])
    assert shown(desk, MappingDialog) is None
    assert stored(desk, "B-0099") == 1
    shown(desk, ImportReport).close()


def test_a_file_may_be_left_out(qtbot, desk):
    desk.wiring.settling.import_files([UNKNOWN])
    qtbot.waitUntil(lambda: shown(desk, MappingDialog) is not None)
    with qtbot.waitSignal(desk.wiring.settling.said) as said:
        shown(desk, MappingDialog).reject()
    assert said.args == ["unknown-orders.csv was left out."]
    assert stored(desk, "B-0071") == 0


def test_files_that_are_dropped_on_the_window_are_imported(qtbot, desk):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(KNOWN))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, mime, left, none)
    desk.window.dragEnterEvent(entering)
    assert entering.isAccepted()
    with qtbot.waitSignal(desk.wiring.settling.said) as said:
        desk.window.dropEvent(QDropEvent(QPointF(9, 9), copy, mime, left, none))
    assert "orders imported" in said.args[0]


def test_text_that_is_dragged_over_the_window_is_no_file(desk):
    mime = QMimeData()
    mime.setText("hello")
    entering = QDragEnterEvent(
        QPointF(9, 9).toPoint(),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entering.ignore()
    desk.window.dragEnterEvent(entering)
    assert not entering.isAccepted()


def test_an_import_that_is_broken_off_keeps_nothing(qtbot, desk):
    importing = desk.wiring.settling._orders
    gate = threading.Event()
    blocked = desk.engine.writer.submit(lambda _tx: gate.wait(10))  # so that Stop comes in time
    (before,) = desk.engine.reader.execute("SELECT count(*) FROM orders").fetchone()
    with qtbot.waitSignal(desk.wiring.settling.said) as said:
        importing.import_files([KNOWN])
        qtbot.waitUntil(lambda: importing._watch.whole > 0)
        importing._progress.canceled.emit()
        gate.set()
    blocked.result(10)
    assert said.args == ["The import was broken off. Nothing of it was kept."]
    (after,) = desk.engine.reader.execute("SELECT count(*) FROM orders").fetchone()
    assert after == before


def test_a_watch_counts_over_all_files():
    watch = Watch(9)
    watch.tell(4)
    watch.end_file()
    watch.tell(3)
    assert (watch.done, watch.is_cancelled()) == (7, False)
    watch.cancel()
    assert watch.is_cancelled()


@pytest.mark.parametrize(("sum_", "is_told"), [("5.00", True), ("£5.00", False)])
def test_a_missing_currency_is_told_and_no_bar(qtbot, theme, sum_, is_told):
    table = read_table(f"Ref,Placed on,Sum\n7,2026-11-01,{sum_}\n".encode(), "fair.csv")
    dialog = MappingDialog(table)
    qtbot.addWidget(dialog)
    texts = [label.text() for label in dialog.findChildren(QLabel)]
    assert any(text.startswith("Nothing names the currency") for text in texts) is is_told
    assert button(dialog).is_allowed


def test_kinds_of_files_are_changed_and_forgotten_in_preferences(qtbot, desk):
    table = read_table(UNKNOWN.read_bytes(), UNKNOWN.name)
    kinds = [
        ColumnMapping(name, (*table.columns, name), guess_columns(table.columns))
        for name in ("Biblio", "Fair", "Old shop")
    ]
    for kind in kinds:
        desk.engine.writer.call(lambda tx, kind=kind: save_mapping(tx, kind))
    desk.window.acts[Act.PREFERENCES].trigger()
    preferences = shown(desk, PreferencesDialog)
    page = preferences.orders
    rows = page.findChild(QListView)
    assert [rows.model().index(row, 0).data() for row in range(3)] == [k.name for k in kinds]
    press(page, "Change…")
    dialog = shown(desk, MappingDialog)
    assert list_of(dialog, "Title").currentText() == "Title"
    list_of(dialog, "How days are written").setCurrentIndex(1)
    button(dialog).click()
    rows.setCurrentIndex(rows.model().index(1, 0))
    press(page, "Forget")
    assert load_mappings(desk.engine.reader) == tuple(kinds)  # until the settings are kept
    with qtbot.waitSignal(desk.wiring.settling.mapping_kept):
        button(preferences).click()
    left = load_mappings(desk.engine.reader)
    assert left == (replace(kinds[0], day_first=True), kinds[2])
