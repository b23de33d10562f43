"""The facts pane of the real window in every state that the pictures show."""

import pytest
from fakes.order_states import STATES, OrderDesk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from softanswer.ui.actions import Act
from softanswer.ui.theme.buttons import IconButton


@pytest.fixture(scope="module")
def desk(qapp, tmp_path_factory):
    desk = OrderDesk(tmp_path_factory.mktemp("orders"))
    desk.desk.window.resize(1024, 700)
    yield desk
    desk.close()


SAID = {
    "inside": "Inside the window. Business day 7 of 14. It ends on 1 Dec.",
    "past": "Sent slower than paid for? Yes. Expedited, then USPS Media Mail.",
    "claim": "Counts as lost. The window ended on 21 Oct, 32 days ago. "
    "A claim is possible since 2 Nov.",
    "ambiguous": "It may be one of these:",
    "no-order": "No order fits this letter. Find it here, or ask for its number.",
    "conflict": "The letter gives another address. Ask which one is right.",
    "several": "Delivered. The carrier says so, on 19 Nov.",
    "refunded": "Money back: 2 of 3 orders. #1041, #1007",
    "digital": "A download: nothing is posted.",
}  # fmt: skip


@pytest.mark.parametrize("name", STATES)
def test_every_state_says_what_counts(qtbot, desk, name):
    facts = desk.desk.window.inbox.facts
    desk.read(name)
    desk.desk.window.inbox.facts_side.set_shown(True)
    for card in facts.cards:
        card.set_expanded(True)
    qtbot.waitUntil(
        lambda: SAID[name] in {label.text() for label in facts.findChildren(QLabel)
                               if label.isVisibleTo(facts)}
    )  # fmt: skip


def test_one_key_puts_the_shipping_facts_into_the_reply(qtbot, desk):
    window, wiring = desk.desk.window, desk.desk.wiring
    desk.read("conflict")
    window.acts[Act.SHIPPING_FACTS].trigger()
    editor = window.inbox.composer.editor
    qtbot.waitUntil(lambda: "posted on 13 November by USPS Media Mail" in editor.body())
    assert "- tracking number 9400136106193402717398" in editor.body()
    wiring.writing.leave()
    desk.read("digital")
    window.acts[Act.SHIPPING_FACTS].trigger()
    assert not wiring.writing.is_writing


def test_one_key_works_a_refund_out_and_puts_it_into_the_reply(qtbot, desk):
    window, wiring = desk.desk.window, desk.desk.wiring
    desk.read("several")
    rows = window.inbox.facts.cards[3].facts  # Money
    qtbot.waitUntil(lambda: "Paid: $88.58" in rows.texts())
    window.acts[Act.REFUND].trigger()  # opens the drawer and the calculator
    assert window.inbox.facts_side.is_shown
    assert not wiring.writing.is_writing
    window.acts[Act.REFUND].trigger()
    editor = window.inbox.composer.editor
    qtbot.waitUntil(lambda: "- “A History of Lanterns”: $31.00\n" in editor.body())
    assert "Together: $88.58" in editor.body()
    wiring.writing.leave()
    desk.read("no-order")
    window.acts[Act.REFUND].trigger()
    assert not wiring.writing.is_writing


def test_return_puts_the_fact_into_a_reply_that_is_begun_for_it(qtbot, desk):
    window = desk.desk.window
    desk.read("inside")
    window.inbox.facts_side.set_shown(True)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)

    def mark():
        marks = window.inbox.facts.findChildren(IconButton)
        return next(m for m in marks if m.accessibleName() == "Copy: Posted" and m.isVisible())

    qtbot.waitUntil(lambda: "Jane" in str(desk.desk.wiring.reading.matter.letter.message.sender))
    facts = window.inbox.facts
    qtbot.waitUntil(lambda: "Name: Jane Harwood" in facts.cards[5].facts.texts())
    mark().setFocus()
    QTest.keyClick(mark(), Qt.Key.Key_Return)
    editor = window.inbox.composer.editor
    qtbot.waitUntil(lambda: editor.body() == "13 November")
    desk.desk.wiring.writing.leave()
