"""The page of all orders in the running window."""

import csv

import pytest
from fakes.order_states import OrderDesk
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from softanswer.ui.action_set import ActionSet
from softanswer.ui.actions import Act
from softanswer.ui.orders.order_model import Column
from softanswer.ui.rail import Place


@pytest.fixture(scope="module")
def desk(qapp, tmp_path_factory):
    desk = OrderDesk(tmp_path_factory.mktemp("orders")).desk
    desk.window.resize(1024, 700)
    yield desk
    desk.close()


def stored(desk):
    (count,) = desk.engine.reader.execute("SELECT count(*) FROM orders").fetchone()
    return count


@pytest.fixture
def view(qtbot, desk):
    view = desk.window.orders
    view.findChild(QLineEdit).clear()
    desk.wiring.show_place(Place.ORDERS)
    qtbot.waitUntil(lambda: view.model.rowCount() == stored(desk))
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    return view


def column(view, which):
    return [view.model.index(row, which).data() for row in range(view.model.rowCount())]


def test_the_rail_the_key_and_the_palette_lead_to_the_orders(desk, view):
    assert isinstance(desk.window.acts, ActionSet)
    assert "G,O" in Act.GO_ORDERS.keys
    desk.wiring.show_place(Place.ALL)
    assert desk.window.pages.currentWidget() is desk.window.inbox
    desk.window.acts[Act.GO_ORDERS].trigger()
    assert desk.window.pages.currentWidget() is view
    assert desk.window.rail.place is Place.ORDERS


def test_an_order_that_only_mail_knows_is_marked(view, desk):
    rows = range(view.model.rowCount())
    open_ones = [row for row in rows if not view.model.file_at(row).is_confirmed]
    assert open_ones
    for row in rows:
        cell = view.model.index(row, Column.DELIVERY)
        assert (cell.data() == "Not confirmed") is (row in open_ones)
    tip = view.model.index(open_ones[0], Column.DELIVERY).data(Qt.ItemDataRole.ToolTipRole)
    assert "Known only from a notice of" in tip


def test_a_row_tells_the_order(view):
    QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    row = column(view, Column.NUMBER).index("14-20731-55812")
    assert [view.model.index(row, which).data() for which in Column] == [
        "12 Nov", "14-20731-55812", "eBay", "The Light at Skerra", "Jane Harwood",
        "Inside the window", "$22.75",
    ]  # fmt: skip


def test_a_download_has_no_parcel(view):
    row = column(view, Column.NUMBER).index("#1066")
    assert view.model.index(row, Column.DELIVERY).data() == "Download"


def test_typing_filters(qtbot, desk, view):
    field = view.findChild(QLineEdit)
    assert field.hasFocus()
    QTest.keyClicks(field, "stone duluth")
    qtbot.waitUntil(lambda: view.model.rowCount() == 2)
    assert set(column(view, Column.BUYER)) == {"Paul Stone"}
    QTest.keyClicks(field, "xyzzy")
    qtbot.waitUntil(lambda: not view.table.isVisible())
    assert "No order fits. Type less, or another word." in [
        label.text() for label in view.findChildren(QLabel) if label.isVisible()
    ]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: view.model.rowCount() == stored(desk))


def test_esc_empties_the_field_and_then_leaves_it(qtbot, desk, view):
    field = view.findChild(QLineEdit)
    QTest.keyClicks(field, "duluth")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert field.hasFocus()
    qtbot.waitUntil(lambda: view.model.rowCount() == stored(desk))
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert view.table.hasFocus()
    assert view.table.currentIndex().row() >= 0


def test_a_click_on_a_heading_sorts_and_the_parcel_is_no_key(qtbot, view):
    header = view.table.horizontalHeader()
    header.setSortIndicator(Column.BUYER, Qt.SortOrder.AscendingOrder)
    header.sectionClicked.emit(Column.BUYER)
    qtbot.waitUntil(lambda: column(view, Column.BUYER)[0] == "Anna Bell")
    assert column(view, Column.BUYER) == sorted(column(view, Column.BUYER))
    header.setSortIndicator(Column.DELIVERY, Qt.SortOrder.AscendingOrder)
    header.sectionClicked.emit(Column.DELIVERY)
    assert header.sortIndicatorSection() == Column.BUYER
    header.setSortIndicator(Column.BOUGHT, Qt.SortOrder.DescendingOrder)
    header.sectionClicked.emit(Column.BOUGHT)
    qtbot.waitUntil(lambda: column(view, Column.BUYER)[0] != "Anna Bell")


def test_the_keyboard_goes_from_the_field_to_a_row_and_to_its_letter(qtbot, desk, view):
    field = view.findChild(QLineEdit)
    QTest.keyClicks(field, "14-20731-55812")
    qtbot.waitUntil(lambda: view.model.rowCount() == 1)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert view.table.hasFocus()
    with qtbot.waitSignal(desk.wiring.orders.conversation_wanted):
        QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert desk.window.pages.currentWidget() is desk.window.inbox
    matter = desk.wiring.reading.matter
    assert matter.order.order.order_id == "14-20731-55812"


def test_an_order_without_a_letter_says_so(qtbot, desk, view):
    row = column(view, Column.NUMBER).index("#988")
    view.table.selectRow(row)
    view.table.setFocus()
    with qtbot.waitSignal(desk.wiring.orders.said) as said:
        QTest.keyClick(view.table, Qt.Key.Key_Return)
    assert said.args == ["No letter is about this order."]


def test_what_is_found_is_written_as_a_table(qtbot, desk, view, tmp_path):
    path = tmp_path / "out.csv"
    path.write_text("old")
    desk.wiring.orders._choose_path = lambda *_: str(path)
    QTest.keyClicks(view.findChild(QLineEdit), "castell")
    qtbot.waitUntil(lambda: view.model.rowCount() == 1)
    export = next(b for b in view.findChildren(QPushButton) if b.text() == "Export as CSV…")
    with qtbot.waitSignal(desk.wiring.orders.said) as said:
        export.click()
    assert said.args == ["The orders are in out.csv."]
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["order id"] for row in rows] == ["17-40002-11873"] * 3
    assert not list(tmp_path.glob("*.part"))


def test_a_table_that_cannot_be_written_is_told_and_leaves_nothing(qtbot, desk, view, tmp_path):
    desk.wiring.orders._choose_path = lambda *_: str(tmp_path / "no folder" / "out.csv")
    with qtbot.waitSignal(desk.engine.failed):
        desk.window.acts[Act.EXPORT_ORDERS].trigger()
    assert list(tmp_path.iterdir()) == []
