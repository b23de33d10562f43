"""The facts pane of the real window in every state that the pictures show."""

import pytest
from fakes.order_states import STATES, OrderDesk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from softanswer.ui.actions import Act
from softanswer.ui.case.fact_rows import CopyMark, FactRows
from softanswer.ui.case.notice_lines import NoticeLines
from softanswer.ui.case.order_finder import OrderFinder
from softanswer.ui.case.order_line import OrderLine


@pytest.fixture(scope="module")
def desk(qapp, tmp_path_factory):
    desk = OrderDesk(tmp_path_factory.mktemp("orders"))
    desk.desk.window.resize(1024, 700)
    yield desk
    desk.close()


SAID = {
    "inside": "Inside the window. Business day 7 of 14. It ends on 1 Dec.",
    "past": "Sent slower than paid for? Yes. Expedited was paid for, USPS Media Mail used.",
    "claim": "Counts as lost. The window ended on 21 Oct, 32 days ago. "
    "A claim is possible since 2 Nov.",
    "ambiguous": "It may be one of these:",
    "no-order": "No order fits this letter. Find it here, or ask for its number.",
    "conflict": "The letter gives another address. Ask which one is right.",
    "several": "Delivered. The carrier says so, on 19 Nov.",
    "refunded": "Money back: 2 of 3 orders. #1041, #1007",
    "digital": "A download: nothing is posted.",
    "unconfirmed": "Not confirmed. Known only from a notice of eBay, 3 November. "
    "Nothing of it goes into a reply.",
    "by-mail": "Copies: the notice of 3 November says 2; the file says 1.",
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
        marks = window.inbox.facts.findChildren(CopyMark)
        return next(m for m in marks if m.accessibleName() == "Copy: Posted" and m.isVisible())

    qtbot.waitUntil(lambda: "Jane" in str(desk.desk.wiring.reading.matter.letter.message.sender))
    facts = window.inbox.facts
    qtbot.waitUntil(lambda: "Name: Jane Harwood" in facts.cards[5].facts.texts())
    mark().setFocus()
    QTest.keyClick(mark(), Qt.Key.Key_Return)
    editor = window.inbox.composer.editor
    qtbot.waitUntil(lambda: editor.body() == "13 November")
    desk.desk.wiring.writing.leave()


def notices(desk):
    (box,) = desk.desk.window.inbox.facts.findChildren(NoticeLines)
    return box


def citable(desk):
    """What of the facts beside the letter could go into a reply."""
    rows = desk.desk.window.inbox.facts.findChildren(FactRows)
    values = [row.value for rows in rows for row in rows._rows if row.value.isVisibleTo(rows)]
    return [value._fact.for_reply for value in values if value._fact.for_reply]


def read_and_wait(qtbot, desk, name, said):
    desk.read(name)
    desk.desk.window.inbox.facts_side.set_shown(True)
    qtbot.waitUntil(lambda: said in " ".join(notices(desk).texts()))


def test_mail_adds_to_a_file_and_says_where_it_is_from(qtbot, desk):
    read_and_wait(qtbot, desk, "by-mail", "the file says 1")
    assert notices(desk).texts() == [
        "Only in the mail. The file does not have it. None of it goes into a reply.",
        "Your mail server does not tell whether the notice is genuine.",
        "Copies: the notice of 3 November says 2; the file says 1.",
        "Bought: the notice of 3 November says 3 Nov; the file says 12 Nov.",
        "Ships to: the notice of 3 November says 62701 Springfield; the file says 55811 Duluth.",
        "Tracking: 9400111899223344556677",
        "Posted: 4 Nov",
    ]
    assert "9400111899223344556677" not in citable(desk)
    assert "19-60004-30225" in citable(desk)
    (tracking, *_) = [
        label for label in desk.desk.window.inbox.facts.cards[0].findChildren(QLabel)
        if label.accessibleName().startswith("Tracking")
    ]  # fmt: skip
    assert "From: a notice of eBay, 3 November" in tracking.toolTip()


def test_nothing_of_an_order_that_is_not_confirmed_can_be_put_into_a_reply(qtbot, desk):
    window, wiring = desk.desk.window, desk.desk.wiring
    read_and_wait(qtbot, desk, "unconfirmed", "Not confirmed.")
    assert citable(desk) == []
    window.acts[Act.SHIPPING_FACTS].trigger()
    assert not wiring.writing.is_writing
    assert "not confirmed yet" in window.clock_strip._status.text()
    window.clock_strip.set_status("")
    for _ in range(2):  # the calculator opens, but gives nothing away
        window.acts[Act.REFUND].trigger()
    assert citable(desk) == []
    assert not wiring.writing.is_writing
    assert "not confirmed yet" in window.clock_strip._status.text()


def test_no_refund_is_worked_out_of_an_order_that_is_not_confirmed(qtbot, desk):
    window, wiring = desk.desk.window, desk.desk.wiring
    read_and_wait(qtbot, desk, "unconfirmed", "Not confirmed.")
    for _ in range(2):  # the second time it would put its words into the reply
        window.acts[Act.REFUND].trigger()
        assert "not confirmed yet" in window.clock_strip._status.text()
    assert not wiring.writing.is_writing


def test_the_seller_confirms_with_a_key_and_takes_it_back(qtbot, desk):
    window = desk.desk.window
    read_and_wait(qtbot, desk, "unconfirmed", "Not confirmed.")
    window.acts[Act.CONFIRM_ORDER].trigger()
    qtbot.waitUntil(lambda: "18-50003-20114" in citable(desk))
    assert notices(desk).button.isHidden()
    assert "counts from now on" in window.clock_strip._status.text()
    window.acts[Act.CONFIRM_ORDER].trigger()
    assert "nothing of this order" in window.clock_strip._status.text()
    window.acts[Act.UNDO].trigger()
    qtbot.waitUntil(lambda: citable(desk) == [])
    assert not notices(desk).button.isHidden()


def test_the_button_of_the_card_confirms(qtbot, desk):
    read_and_wait(qtbot, desk, "by-mail", "the file says 1")
    QTest.mouseClick(notices(desk).button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "9400111899223344556677" in citable(desk))
    assert notices(desk).texts()[-1].startswith("Ships to: the notice")  # the file still wins
    desk.desk.window.acts[Act.UNDO].trigger()
    qtbot.waitUntil(lambda: "9400111899223344556677" not in citable(desk))


def test_the_line_over_the_letter_says_that_the_order_is_not_confirmed(qtbot, desk):
    desk.read("unconfirmed")
    line = desk.desk.window.findChild(OrderLine)
    qtbot.waitUntil(lambda: "Not confirmed" in line.accessibleName())


@pytest.mark.parametrize("percent", [100, 150])
def test_no_line_of_what_mail_says_is_cut(qtbot, desk, percent):
    theme = desk.desk.theme
    theme.set_text_percent(percent)
    try:
        read_and_wait(qtbot, desk, "unconfirmed", "Not confirmed.")
        read_and_wait(qtbot, desk, "by-mail", "the file says 1")
        lines = notices(desk)
        shown = [lines._state, lines._unchecked, lines._added, *lines._conflicts]
        qtbot.waitUntil(lambda: sum(part.isVisible() for part in shown) == 6)
        qtbot.waitUntil(
            lambda: all(
                part.height() == part.heightForWidth(part.width())
                for part in shown
                if part.isVisible()
            )
        )
    finally:
        theme.set_text_percent(100)


def offered(facts):
    return [b.text() for b in facts.findChildren(QPushButton) if b.isVisible()]


@pytest.mark.parametrize("came_from", [Act.FOCUS_LIST, Act.FOCUS_LETTER])
def test_after_the_choice_of_an_order_the_keyboard_is_where_it_was(qtbot, desk, came_from):
    window, reading = desk.desk.window, desk.desk.wiring.reading
    desk.read("ambiguous")
    window.activateWindow()
    window.acts[came_from].trigger()
    was = QApplication.focusWidget()
    window.acts[Act.LINK_ORDER].trigger()
    field = window.inbox.facts.findChild(OrderFinder).findChild(QLineEdit)
    qtbot.waitUntil(lambda: "It is this one" in offered(window.inbox.facts))
    QTest.keyClick(field, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not field.hasFocus())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: reading.matter.order_by_seller)
    assert QApplication.focusWidget() is was
    window.acts[Act.UNDO].trigger()
    qtbot.waitUntil(lambda: not reading.matter.order_by_seller)
