"""Another order for a letter, found and chosen by keys."""

from dataclasses import replace

from letters import NOW, matter, order_file
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from softanswer.replies.orders.matching import Match
from softanswer.ui.case.order_finder import OrderFinder

MATTER = matter()


def matches():
    other = order_file(9, order_id="14-20731-99999")
    return (Match(order_file(), 0.9, ("the number",)), Match(other, 0.5, ("same name",)))


def test_another_order_is_chosen_by_keys_and_in_view(qtbot, panel, qapp):
    panel.resize(310, 260)
    third = Match(order_file(11, order_id="14-20731-77777"), 0.4, ("same town",))
    panel.show_matter(MATTER, NOW, (*matches(), third))
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.ask_for_order()
    finder = panel.findChild(OrderFinder)
    field = finder.findChild(QLineEdit)

    def is_in_view():
        top = field.mapTo(panel.viewport(), QPoint(0, 0)).y()
        return top >= 0 and top + field.height() <= panel.viewport().height()

    qtbot.waitUntil(is_in_view)
    QTest.keyClick(field, Qt.Key.Key_Down)
    offered = [b for b in finder.findChildren(QPushButton) if b.text() == "It is this one"]
    assert offered[0].hasFocus()
    QTest.keyClick(offered[0], Qt.Key.Key_Down)
    assert offered[1].hasFocus()
    with qtbot.waitSignal(panel.order_chosen) as chosen:
        QTest.keyClick(offered[1], Qt.Key.Key_Return)
    assert chosen.args == [11]
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert offered[0].hasFocus()


def test_the_search_for_an_order_is_empty_for_another_letter(panel):
    panel.show_matter(MATTER, NOW)
    field = panel.findChild(OrderFinder).findChild(QLineEdit)
    field.setText("4471")
    panel.show_matter(MATTER, NOW)
    assert field.text() == "4471"
    panel.show_matter(replace(MATTER, conversation_id=MATTER.conversation_id + 1), NOW)
    assert field.text() == ""
