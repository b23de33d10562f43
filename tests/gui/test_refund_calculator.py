"""The refund calculator of the money card: live, refusing with a reason, and never paying."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from dialogs import button
from letters import NOW, matter, order_file
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel

from softanswer.replies.cases.case import CaseKind
from softanswer.replies.orders.order import Marketplace, OrderLine
from softanswer.replies.orders.refunds import CameBack, Payer, ReturnCause, ReturnPolicy
from softanswer.ui.case.fact_rows import CopyMark
from softanswer.ui.case.refund_calculator import RefundCalculator
from softanswer.ui.theme.fields import NumberBox, SumBox

MATTER = matter()


@pytest.fixture
def panel(panel):
    panel.set_return_policy(ReturnPolicy(restocking=15, way_back=Payer.SELLER))
    return panel


def opened(panel, whole=MATTER):
    panel.show_matter(whole, NOW)
    button(panel, "Work out a refund").click()
    return panel.findChild(RefundCalculator)


def by_name(calculator, kind, name):
    return next(f for f in calculator.findChildren(kind) if f.accessibleName() == name)


def choose(calculator, name, value):
    combo = by_name(calculator, QComboBox, name)
    combo.setCurrentIndex(combo.findData(value))


def notes(calculator):
    return [label.text() for label in calculator.findChildren(QLabel) if label.isVisible()]


def test_it_is_folded_until_it_is_wanted(panel):
    panel.show_matter(MATTER, NOW)
    calculator = panel.findChild(RefundCalculator)
    assert calculator.refund is None
    assert calculator.block == ""
    assert not by_name(calculator, QComboBox, "Cause").isVisible()


def test_it_begins_with_what_the_letter_complains_of(panel):
    calculator = opened(panel)
    assert by_name(calculator, QComboBox, "Cause").currentData() is ReturnCause.NOT_ARRIVED
    assert calculator.result.texts() == ["Book: £18.50", "Postage: £3.35", "Together: £21.85"]
    assert "A reckoning only: nothing is paid or sent by it." in notes(calculator)


@pytest.mark.parametrize(
    ("kind", "cause"),
    [
        (CaseKind.DAMAGED, ReturnCause.DAMAGED),
        (CaseKind.WRONG_ITEM, ReturnCause.NOT_AS_DESCRIBED),
        (CaseKind.LATE, ReturnCause.DELAY),
        (CaseKind.RETURN_CHANGE_OF_MIND, ReturnCause.CHANGED_MIND),
        (CaseKind.REFUND_REQUEST, ReturnCause.NOT_ARRIVED),
    ],
)
def test_the_kind_of_the_letter_gives_the_cause(panel, kind, cause):
    judgement = replace(MATTER.judgement, kind=kind)
    calculator = opened(panel, replace(MATTER, judgement=judgement, case=None))
    assert by_name(calculator, QComboBox, "Cause").currentData() is cause


def test_what_the_channel_forbids_is_refused_with_its_reason(panel):
    calculator = opened(panel)
    choose(calculator, "Cause", ReturnCause.CHANGED_MIND)
    choose(calculator, "Came back", CameBack.AS_SENT)
    # The book went to the UK, whose law goes before eBay.
    assert calculator.result.texts() == ["Book: £18.50", "Postage: £3.35", "Together: £21.85"]
    law = "The law of the customer's country"
    assert f"{law}: no fee for a book that comes back like this." in notes(calculator)
    assert f"{law}: the postage goes back too." in notes(calculator)


def test_the_result_follows_every_field_at_once(panel):
    calculator = opened(panel, replace(MATTER, order=order_file(marketplace=Marketplace.OWN)))
    choose(calculator, "Cause", ReturnCause.CHANGED_MIND)
    choose(calculator, "Came back", CameBack.WORN)
    assert calculator.result.texts()[-1] == "Together: £19.07"  # 18.50 + 3.35 - 2.78
    by_name(calculator, NumberBox, "Fee").setValue(60)
    assert "Fee: −£9.25 (50 %)" in calculator.result.texts()
    by_name(calculator, NumberBox, "Fee").setValue(0)
    by_name(calculator, NumberBox, "Part of price").setValue(50)
    assert calculator.result.texts() == ["Book: £9.25 (50 %)", "Together: £9.25"]
    by_name(calculator, SumBox, "Way back").setValue(4.1)
    assert calculator.result.texts()[-2:] == ["Way back: £4.10", "Together: £13.35"]


def test_one_of_several_books_can_be_chosen(panel):
    books = (OrderLine("One", amount=Decimal(10)), OrderLine("Two", amount=Decimal(20)))
    calculator = opened(panel, replace(MATTER, order=order_file(items=books)))
    choose(calculator, "Which", 1)
    assert calculator.result.texts() == ["Book 2: £20.00", "Together: £20.00"]


def test_without_prices_there_is_no_calculator(panel):
    books = (OrderLine("One"), OrderLine("Two"))
    panel.show_matter(replace(MATTER, order=order_file(items=books)), NOW)
    assert not panel.findChild(RefundCalculator).isVisible()


def test_the_breakdown_goes_into_the_reply_and_to_the_clipboard(qtbot, panel):
    calculator = opened(panel)
    block = (
        "This is how the refund is made up:\n"
        "- “The Light at Skerra”: £18.50\n"
        "- postage: £3.35\n"
        "Together: £21.85\n"
    )
    with qtbot.waitSignal(panel.insert_wanted) as wanted:
        button(calculator, "Put it into the reply").click()
    assert wanted.args == [block]
    with qtbot.waitSignal(panel.copied) as copied:
        button(calculator, "Copy").click()
    assert copied.args == [block]
    assert QGuiApplication.clipboard().text() == block
    assert panel.work_out_refund() == block


def test_each_line_has_its_source_and_goes_in_by_key(qtbot, panel):
    calculator = opened(panel)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    mark = by_name(calculator, CopyMark, "Copy: Postage")
    mark.setFocus()
    assert "ebay.co.uk help 4042" in mark.accessibleDescription()
    with qtbot.waitSignal(panel.insert_wanted) as wanted:
        panel.insert_focused()
    assert wanted.args == ["postage: £3.35"]


def test_it_is_no_wider_than_the_panel_and_comes_into_view(qtbot, panel):
    books = (OrderLine("One", amount=Decimal(10)), OrderLine("Two " * 40, amount=Decimal(20)))
    calculator = opened(panel, replace(MATTER, order=order_file(items=books)))
    choose(calculator, "Cause", ReturnCause.CHANGED_MIND)
    choose(calculator, "Came back", CameBack.LATE)
    qtbot.waitUntil(lambda: panel.widget().width() <= panel.viewport().width())
    top = calculator.rect().topLeft()
    qtbot.waitUntil(lambda: calculator.mapTo(panel.viewport(), top).y() < panel.height() / 2)


def test_it_works_by_keyboard_alone(qtbot, panel):
    panel.show_matter(MATTER, NOW)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    assert panel.work_out_refund() == ""  # the first press opens it
    calculator = panel.findChild(RefundCalculator)
    cause = by_name(calculator, QComboBox, "Cause")
    assert cause.hasFocus()
    QTest.keyClick(cause, Qt.Key.Key_Down)
    assert by_name(calculator, QComboBox, "Cause").currentData() is ReturnCause.DELAY
    assert panel.work_out_refund().startswith("This is how")


def test_news_of_the_same_order_leave_the_fields_as_they_are(panel):
    calculator = opened(panel)
    by_name(calculator, NumberBox, "Part of price").setValue(30)
    panel.show_matter(MATTER, NOW)
    assert calculator.result.texts()[0] == "Book: £5.55 (30 %)"
    panel.show_matter(replace(MATTER, order=order_file(8)), NOW)
    assert calculator.refund is None
    assert by_name(calculator, NumberBox, "Part of price").value() == 100
