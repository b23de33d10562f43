from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from writing import ADVICE, DATE, IF, LACK, is_freed

from softanswer.ui.reply.finding_card import FindingCard, FindingKeys
from softanswer.ui.theme.labels import ElidedLabel, KeyHint, Label


@pytest.fixture
def sheet(qtbot, theme):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(500, 300)
    host.show()
    return host


@pytest.fixture
def card(sheet):
    return FindingCard(FindingKeys(), sheet)


def texts(card, kind=Label):
    return [part.text() for part in card.findChildren(kind) if part.isVisibleTo(card)]


def button(card, text):
    return next(b for b in card.findChildren(QPushButton) if b.text() == text)


def test_it_is_out_of_the_way_until_there_is_something_to_say(card):
    assert not card.isVisible()


def test_it_says_what_and_why_and_how_to_mend_it_with_its_key(card):
    card.show_finding(IF, "An apology with an if", "1 of 2")

    assert card.isVisible()
    assert "An apology with an if" in texts(card)
    assert "It reads as doubt." in texts(card)
    assert texts(card, ElidedLabel) == ["1 of 2, F8 next"]
    assert button(card, "Put “my silence upset you”").isVisible()
    assert texts(card, KeyHint) == ["Alt Enter", "Ctrl F8"]
    assert card.accessibleName() == "An apology with an if"
    assert card.accessibleDescription() == "It reads as doubt."


def test_an_error_of_fact_can_be_mended_only(card):
    card.show_finding(DATE, "Does not match the order", "1 of 2")

    assert not button(card, "Leave it…").isVisibleTo(card)
    card.ask_for_reason()
    assert not card.is_asking


def test_what_has_no_repair_offers_none(card):
    card.show_finding(LACK, "No remedy yet", "2 of 2")

    assert texts(card, KeyHint) == ["Ctrl F8"]


def test_words_that_only_go_out_are_taken_out(card):
    card.show_finding(ADVICE, "Too long", "1 of 1", has_next=False)

    assert button(card, "Take it out").isVisible()
    assert texts(card, ElidedLabel) == ["advice, 1 of 1"]


def test_an_ampersand_of_a_repair_is_no_shortcut(card):
    card.show_finding(replace(IF, repair="Faber & Co"), "Wrong name", "1 of 1")

    assert button(card, "Put “Faber && Co”").shortcut().isEmpty()


def test_a_long_repair_does_not_stretch_the_card(card):
    card.show_finding(replace(IF, repair="long " * 40), "Too long", "1 of 1")

    assert button(card, "Put the repair in").isVisible()
    assert card.fit(300, 600).width() == 300


def test_in_a_low_sheet_the_card_widens_then_leaves_out_days_and_reason(card):
    promised = replace(IF, repair="by Thursday")
    card.show_finding(promised, "No date", "1 of 1", other_days=("Friday", "Monday"))
    high = card.fit(700, 600)
    day = button(card, "Friday")
    assert day.isVisible()
    assert IF.message in texts(card)

    assert card.fit(700, high.height() - 1).width() == 700
    low = card.fit(700, 1)
    assert low.height() < high.height()
    assert not day.isVisible()
    assert IF.message not in texts(card)
    assert button(card, "Put “by Thursday”").isVisible()

    assert card.fit(700, 600) == high
    assert day.isVisible()


def test_the_repair_button_wants_the_repair(card, qtbot):
    card.show_finding(IF, "An apology with an if", "1 of 2")

    with qtbot.waitSignal(card.repair_wanted):
        button(card, "Put “my silence upset you”").click()


def test_nothing_is_set_aside_without_a_reason(card, qtbot):
    card.show_finding(IF, "An apology with an if", "1 of 2")
    button(card, "Leave it…").click()
    field = card.findChild(QLineEdit)

    with qtbot.assertNotEmitted(card.dismissed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.keyClicks(field, "   ")
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert card.is_asking
    assert not button(card, "Leave it").isEnabled()


def test_a_reason_sets_it_aside(card, qtbot):
    card.show_finding(IF, "An apology with an if", "1 of 2")
    card.ask_for_reason()
    field = card.findChild(QLineEdit)
    qtbot.keyClicks(field, " she asked ")

    with qtbot.waitSignal(card.dismissed) as dismissed:
        qtbot.keyClick(field, Qt.Key.Key_Return)

    assert dismissed.args == ["she asked"]


def test_the_reason_does_not_stay_for_the_next_finding(card, qtbot):
    card.show_finding(IF, "An apology with an if", "1 of 2")
    card.ask_for_reason()
    qtbot.keyClicks(card.findChild(QLineEdit), "she asked")

    card.show_finding(LACK, "No remedy yet", "2 of 2")

    assert not card.is_asking
    assert card.findChild(QLineEdit).text() == ""


def test_escape_and_the_cross_close_it(card, qtbot):
    card.show_finding(IF, "An apology with an if", "1 of 2")

    with qtbot.waitSignal(card.closed):
        qtbot.keyClick(card, Qt.Key.Key_Escape)
    with qtbot.waitSignal(card.closed):
        card._close.click()


def test_foreign_words_are_plain_text(card):
    card.show_finding(replace(IF, message="<img src=x> is no name"), "A gap", "1 of 1")

    label = next(part for part in card.findChildren(Label) if part.text().startswith("<img"))
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_the_card_is_freed_with_its_sheet(qtbot, theme):
    def made():
        host = QWidget()
        FindingCard(FindingKeys(), host).show_finding(IF, "An apology with an if", "1 of 1")
        return host

    assert is_freed(made)
