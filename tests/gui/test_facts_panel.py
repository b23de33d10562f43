import time
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from letters import NOW, matter, message, order_file
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from softanswer.replies.background import (
    Background,
    CustomerHistory,
    Scope,
    Share,
    Sign,
    SignKind,
    causes_of,
)
from softanswer.replies.orders.delivery import Band, Delivery, reckon
from softanswer.replies.orders.matching import SURE, Match
from softanswer.replies.orders.order import Buyer, Marketplace, OrderLine, ShipTo
from softanswer.ui.case.fact_cards import BAND_SIGNS
from softanswer.ui.case.fact_rows import CopyMark, Fact, FactRows
from softanswer.ui.case.facts_side import FactsSide
from softanswer.ui.case.order_finder import OrderFinder
from softanswer.ui.case.window_bar import WindowBar
from softanswer.ui.delivery_words import DeliveryWords
from softanswer.ui.theme.buttons import IconButton
from softanswer.ui.theme.labels import LeadLabel
from softanswer.ui.theme.tokens import LIGHT, Role
from softanswer.ui.words import plain_english

MATTER = matter()
EVIL = "<b>x</b>"


def facts(panel):
    return [text for card in panel.cards if card.isVisible() for text in card.facts.texts()]


def shown_in(card):
    card.set_expanded(True)
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def labels(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_the_cards_tell_the_order(panel):
    panel.show_matter(MATTER, NOW)
    assert facts(panel) == [
        "Title: The Light at Skerra",
        "Sold as: Very good",
        "Number: 14-20731-55812",
        "Bought: 2 Nov",
        "Posted: 3 Nov",
        "Service: USPS Media Mail",
        "Tracking: 9400111899223344556677",
        "Its kind: USPS, check digit right",
        "Window to: 20 Nov",
        "Ships to: Jane Harwood\n4 Quay Row\nAldmouth AL3 7RT\nUK",
        "Book: £18.50",
        "Postage: £3.35",
        "Paid: £21.85",
        "On the way: 4–14 business days",
        "Search from: 12 Nov",
        "Lost from: 3 Dec",
        "You answer: within 3 business days",
        "Escalation: within 21 business days of opening",
        "You appeal: within 30 days of the decision",
        "Name: Jane Harwood",
        "User name: jh_reads",
        "Mail: jh@mail.example",
    ]
    assert "The Light at Skerra" in labels(panel)


@pytest.mark.parametrize(
    ("service", "country", "counted"),
    [
        ("Priority Mail International", "Japan", "The first 2 where you post it, then those of"),
        ("Priority Mail International", "USA", ""),
        ("Media Mail", "Japan", ""),
    ],
)
def test_a_parcel_abroad_tells_whose_days_count(panel, service, country, counted):
    file = order_file(ship_to=ShipTo(country=country))
    parcel = replace(file.shipments[0], service=service)
    panel.show_matter(replace(MATTER, order=replace(file, shipments=(parcel,))), NOW)
    found = [text for text in facts(panel) if text.startswith("Counted: ")]
    assert found == ([f"Counted: {counted} {country}."] if counted else [])


def test_the_parcel_card_says_what_can_be_asked_of_the_carrier(panel):
    for days, words in (
        (-10, "From 12 Nov you can ask the carrier to search."),
        (0, "You can ask the carrier to search for it now."),
    ):
        panel.show_matter(MATTER, NOW + timedelta(days=days))
        assert words in labels(panel)
    panel.show_matter(MATTER, NOW + timedelta(days=20))
    assert not any("the carrier" in text for text in labels(panel))  # the verdict says it
    assert any("A claim is possible since 3 Dec." in text for text in labels(panel))


def test_the_own_shop_knows_how_long_a_dispute_can_be_opened(panel):
    panel.show_matter(replace(MATTER, order=order_file(marketplace=Marketplace.OWN)), NOW)
    assert "PayPal: dispute until 1 May 2027, then 20 days to escalate" in facts(panel)


def test_the_same_service_by_a_shorter_name_is_told_once(panel):
    panel.show_matter(replace(MATTER, order=order_file(service="Media Mail")), NOW)
    assert "Service: USPS Media Mail" in facts(panel)
    assert not any(text.startswith("Paid for") for text in facts(panel))


def test_every_value_has_its_source(panel):
    panel.show_matter(MATTER, NOW)
    values = [
        label
        for card in panel.cards
        for label in card.facts.findChildren(LeadLabel)
        if label.isVisible()
    ]
    assert values
    assert all(label.toolTip() and label.accessibleDescription() for label in values)
    number = next(v for v in values if v.accessibleName().startswith("Number"))
    assert number.accessibleDescription() == "From: eBay order report"


def test_a_double_click_puts_a_fact_into_the_reply_in_the_letters_language(qtbot, panel):
    russian = replace(MATTER, judgement=replace(MATTER.judgement, language="ru"))
    for whole, words in ((MATTER, "3 November"), (russian, "3\u00a0ноября")):
        panel.show_matter(whole, NOW)
        posted = value_of(panel, "Posted")
        with qtbot.waitSignal(panel.insert_wanted) as wanted:
            QTest.mouseDClick(posted, Qt.MouseButton.LeftButton)
        assert wanted.args == [words]


def value_of(panel, label):
    return next(
        value
        for value in panel.findChildren(LeadLabel)
        if value.isVisible() and value.accessibleName().startswith(f"{label}:")
    )


def test_the_fact_with_the_keyboard_is_put_in_and_copied(qtbot, panel):
    panel.show_matter(MATTER, NOW)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    marks = panel.findChildren(CopyMark)
    next(m for m in marks if m.accessibleName() == "Copy: Paid").setFocus()
    with qtbot.waitSignal(panel.insert_wanted) as wanted:
        panel.insert_focused()
    assert wanted.args == ["£21.85"]
    with qtbot.waitSignal(panel.copied) as copied:
        panel.copy_focused()
    assert copied.args == ["£21.85"]


def test_what_is_for_the_seller_alone_is_never_put_in(qtbot, panel):
    parcel = replace(order_file().shipments[0], label_cost=Decimal("4.63"))
    file = replace(order_file(), shipments=(parcel,))
    history = CustomerHistory(orders=3, refunded=2)
    panel.show_matter(replace(MATTER, order=file), NOW, (), Background(history))
    assert {"Label: $4.63", "Paid back: 2 of 3 orders", "Orders: 3"} <= set(facts(panel))
    for label in ("Label", "Paid back", "Orders", "Complaints"):
        value = value_of(panel, label)
        assert "For you alone" in value.accessibleDescription()
        with qtbot.assertNotEmitted(panel.insert_wanted):
            QTest.mouseDClick(value, Qt.MouseButton.LeftButton)


def test_another_address_in_the_letter_becomes_a_question(qtbot, panel):
    text = "I moved: 12 Mill Lane, Brackford BK2 9QT. Where is my book?"
    panel.show_matter(replace(MATTER, letter=message(3, text)), NOW)
    assert "In the letter: 12 Mill Lane, Brackford BK2 9QT" in facts(panel)
    assert "The letter gives another address. Ask which one is right." in labels(panel)
    with qtbot.waitSignal(panel.insert_wanted) as wanted:
        QTest.mouseDClick(value_of(panel, "To ask"), Qt.MouseButton.LeftButton)
    assert wanted.args[0].endswith("Which of the two is the right one?")


def test_each_book_of_several_has_its_row(panel):
    books = (OrderLine("One", condition="Good"), OrderLine("Two", qty=2, amount=Decimal(8)))
    panel.show_matter(replace(MATTER, order=order_file(items=books)), NOW)
    assert {"Book 1: One\nGood", "Book 2: Two\n2 copies", "Book 2: £8.00"} <= set(facts(panel))


def test_money_that_was_given_back_is_told(panel):
    back = order_file(extra={"refunded": "20.00"})
    panel.show_matter(replace(MATTER, order=back), NOW)
    assert {"Paid back: £20.00", "Left of it: £1.85"} <= set(facts(panel))
    assert "A part was given back already." in labels(panel)


def test_what_the_payment_service_kept_is_told_and_never_put_in(qtbot, panel):
    panel.show_matter(replace(MATTER, order=order_file(extra={"fees": "0.90"})), NOW)
    assert "Fees: £0.90" in facts(panel)
    value = value_of(panel, "Fees")
    assert value.accessibleDescription().startswith("From: PayPal activity. For you alone")
    with qtbot.assertNotEmitted(panel.insert_wanted):
        QTest.mouseDClick(value, Qt.MouseButton.LeftButton)
    panel.show_matter(MATTER, NOW)
    assert not any(text.startswith("Fees") for text in facts(panel))


def test_a_download_has_no_parcel(panel):
    items = (OrderLine("A file", extra={"requires_shipping": False}),)
    panel.show_matter(replace(MATTER, order=order_file(items=items)), NOW)
    assert not panel.cards[1].isVisible()
    assert "A download: nothing is posted." in labels(panel)


def test_the_five_questions_are_answered_and_counted(panel):
    file = order_file(ship_by=date(2026, 11, 1))
    today = date(2026, 11, 19)
    causes = causes_of(file, reckon(file, today), (), ())
    panel.show_matter(replace(MATTER, order=file), NOW, (), Background(causes=causes))
    card = panel.cards[6]
    assert not card.is_expanded
    shown = shown_in(card)
    assert "Posted late? Yes. 2 days after 1 Nov, when it was due." in shown
    assert "A promise broken? No." in shown
    assert len(shown) == 5
    panel.show_matter(MATTER, NOW)
    assert not card.isVisible()


def test_the_signs_of_a_pattern_stand_with_their_evidence(panel):
    signs = (
        Sign(SignKind.MANY_REFUNDS, 2, 3, ("#1041", "#1007")),
        Sign(SignKind.DELIVERED, orders=("#1041",), on=date(2026, 11, 9)),
    )
    history = CustomerHistory(orders=3, refunded=2, signs=signs)
    panel.show_matter(MATTER, NOW, (), Background(history))
    shown = shown_in(panel.cards[5])
    assert "Money back: 2 of 3 orders. #1041, #1007" in shown
    assert "For you alone. None of it goes into a reply." in shown
    panel.show_matter(MATTER, NOW)
    assert "For you alone. None of it goes into a reply." not in shown_in(panel.cards[5])


def test_a_parcel_that_went_another_way_than_was_paid_for_is_told(panel):
    panel.show_matter(replace(MATTER, order=order_file(service="Expedited")), NOW)
    assert {"Paid for: Expedited", "Sent by: USPS Media Mail"} <= set(facts(panel))


def test_what_is_not_known_has_no_row_and_no_card(panel):
    bare = order_file(
        buyer=Buyer(), ship_to=ShipTo(), total=None, shipping=None, items=(), ordered_at=None
    )
    panel.show_matter(replace(MATTER, order=bare), NOW)
    titles = [card.isVisible() for card in panel.cards]
    assert titles == [True, True, False, False, True, False, False]
    assert not any("None" in text for text in facts(panel))


def test_the_facts_of_another_letter_leave_nothing_of_the_first(panel):
    panel.show_matter(MATTER, NOW)
    panel.show_matter(
        replace(MATTER, order=order_file(9, total=None, buyer=Buyer("B. Vane"))), NOW
    )
    assert "Paid: £21.85" not in facts(panel)
    assert [text for text in facts(panel) if text.startswith("Name")] == ["Name: B. Vane"]


def test_what_others_at_the_address_had_back_is_told_and_never_put_in(qtbot, panel):
    shares = (
        Share(Scope.ADDRESS, 4, 2, ("#7", "#8")),
        Share(Scope.HOUSEHOLD, 3, 1, ("#8",)),
    )
    sign = Sign(SignKind.MANY_REFUNDS, 2, 4, ("#7", "#8"), scope=Scope.ADDRESS)
    history = CustomerHistory(orders=2, shares=shares, signs=(sign,))
    panel.show_matter(MATTER, NOW, (), Background(history))
    assert "To address: 2 of 4 orders paid back" in facts(panel)
    assert "Household: 1 of 3 orders paid back" in facts(panel)
    assert "Money back, at this address: 2 of 4 orders. #7, #8" in labels(panel)
    value = value_of(panel, "Household")
    assert "#8. For you alone" in value.accessibleDescription()
    with qtbot.assertNotEmitted(panel.insert_wanted):
        QTest.mouseDClick(value, Qt.MouseButton.LeftButton)


def test_a_first_order_is_told_beside_a_complaint_only(panel):
    history = CustomerHistory(orders=1, is_first=True)
    doubt = "Their first order here. The benefit of the doubt."
    panel.show_matter(MATTER, NOW, (), Background(history))
    assert doubt not in labels(panel)
    file = order_file()
    causes = causes_of(file, reckon(file, NOW.date()), (), ())
    panel.show_matter(MATTER, NOW, (), Background(history, causes))
    assert doubt in labels(panel)


def test_foreign_text_is_shown_as_it_is(panel):
    evil = order_file(buyer=Buyer(EVIL), ship_to=ShipTo(EVIL))
    panel.show_matter(replace(MATTER, order=evil), NOW)
    assert f"Name: {EVIL}" in facts(panel)
    for label in panel.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_every_value_can_be_copied(qtbot, panel):
    panel.show_matter(MATTER, NOW)
    marks = [b for b in panel.findChildren(CopyMark) if b.isVisible()]
    folded = panel.cards[4].facts.texts()  # Policy
    assert len(marks) == len(facts(panel)) - len(folded)
    number = next(b for b in marks if b.accessibleName() == "Copy: Number")
    with qtbot.waitSignal(panel.copied) as copied:
        QTest.mouseClick(number, Qt.MouseButton.LeftButton)
    assert copied.args == ["14-20731-55812"]
    assert QGuiApplication.clipboard().text() == "14-20731-55812"


def test_the_marks_of_numbers_are_always_drawn_and_the_others_under_the_mouse(qtbot, theme):
    rows = FactRows()
    qtbot.addWidget(rows)
    rows.show_facts([Fact("Number", "12", is_number=True), Fact("Sold as", "Good")])
    rows.show()
    number, other = (mark for mark in rows.findChildren(CopyMark) if mark.isVisible())
    plain = other.grab().toImage()
    assert number.grab().toImage() != plain
    inside = QPointF(1, 1)
    QApplication.sendEvent(rows, QEnterEvent(inside, inside, inside))
    assert other.grab().toImage() != plain
    QApplication.sendEvent(rows, QEvent(QEvent.Type.Leave))
    assert other.grab().toImage() == plain


@pytest.mark.parametrize(
    ("score", "by_seller", "is_doubtful"),
    [(SURE, False, False), (SURE - 0.01, False, True), (SURE - 0.01, True, False)],
)
def test_an_order_that_is_not_certain_is_told_as_such(panel, score, by_seller, is_doubtful):
    panel.show_matter(replace(MATTER, order_score=score, order_by_seller=by_seller), NOW)
    assert any(text.startswith("Probably this order.") for text in labels(panel)) is is_doubtful


def matches():
    other = order_file(9, order_id="14-20731-99999")
    return (Match(order_file(), 0.9, ("the number",)), Match(other, 0.5, ("same name",)))


def test_in_doubt_the_other_candidates_stand_first(panel, qapp):
    panel.show_matter(replace(MATTER, order_score=SURE - 0.01), NOW, matches())
    qapp.processEvents()
    finder = panel.findChild(OrderFinder)
    assert finder.is_expanded
    assert finder.y() < panel.cards[0].y()
    panel.show_matter(MATTER, NOW, matches())
    qapp.processEvents()
    assert not finder.is_expanded
    assert finder.y() > panel.cards[0].y()


def test_without_an_order_the_best_guesses_are_offered(qtbot, panel):
    panel.show_matter(replace(MATTER, order=None), NOW, matches())
    assert facts(panel) == []
    assert {"It may be one of these:", "the number", "same name"} <= set(labels(panel))
    buttons = [b for b in panel.findChildren(QPushButton) if b.text() == "It is this one"]
    with qtbot.waitSignal(panel.order_chosen) as chosen:
        QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert chosen.args == [9]


def test_without_any_guess_the_next_step_is_told(panel):
    panel.show_matter(replace(MATTER, order=None), NOW)
    assert any("ask for its number" in text for text in labels(panel))


def test_beside_an_order_only_the_others_are_offered(panel, qapp):
    panel.show_matter(MATTER, NOW, matches())
    panel.ask_for_order()
    qapp.processEvents()
    offered = [b for b in panel.findChildren(QPushButton) if b.text() == "It is this one"]
    assert len(offered) == 1
    assert "eBay · 14-20731-99999" in labels(panel)


def test_an_order_can_be_searched(qtbot, panel):
    panel.show_matter(MATTER, NOW)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    panel.ask_for_order()
    field = panel.findChild(OrderFinder).findChild(QLineEdit)
    assert field.hasFocus()
    with qtbot.waitSignal(panel.orders_wanted) as wanted:
        QTest.keyClicks(field, "4")
    assert wanted.args == ["4"]


def test_nothing_is_shown_while_no_letter_is_open(panel):
    panel.show_matter(MATTER, NOW)
    panel.clear()
    assert labels(panel) == []


def test_a_fold_stays_when_the_letter_changes(panel):
    panel.show_matter(MATTER, NOW)
    panel.cards[3].set_expanded(False)
    panel.show_matter(matter(order=order_file(9)), NOW)
    assert not panel.cards[3].is_expanded
    panel.reveal_card(3)
    assert panel.cards[3].is_expanded


def test_the_facts_of_a_letter_are_shown_in_time(panel, qapp):
    panel.show_matter(MATTER, NOW, matches())
    times = []
    for _ in range(5):
        begin = time.process_time()
        panel.show_matter(MATTER, NOW, matches())
        qapp.processEvents()
        times.append(time.process_time() - begin)
    assert min(times) < 0.1


@pytest.mark.parametrize("percent", [100, 200])
def test_no_value_is_cut_and_nothing_lies_outside(panel, theme, qapp, percent):
    theme.set_text_percent(percent)
    panel.resize(310 * percent // 100, 900)
    panel.show_matter(MATTER, NOW, matches())
    qapp.processEvents()
    qapp.processEvents()
    assert panel.horizontalScrollBar().maximum() == 0
    for label in panel.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width())


@pytest.mark.parametrize("band", Band)
def test_every_band_has_a_sign(band):
    assert band in BAND_SIGNS


@pytest.fixture
def bar(qtbot, theme, delivery_words):
    bar = WindowBar(delivery_words)
    qtbot.addWidget(bar)
    bar.resize(260, 90)
    return bar


def colours(widget):
    image = widget.grab().toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(*point).name() for point in points}


def test_the_window_bar_draws_its_three_bands(bar):
    bar.show_delivery(reckon(order_file(), date(2026, 11, 19)))
    bands = {LIGHT[role].name() for role in (Role.INSIDE, Role.PAST, Role.CLAIM)}
    assert bands <= colours(bar)


def test_the_window_bar_is_told_in_words(bar):
    delivery = Delivery(
        band=Band.INSIDE,
        today=date(2026, 11, 19),
        marketplace=Marketplace.EBAY,
        earliest=date(2026, 11, 5),
        latest=date(2026, 11, 12),
        claim_on=date(2026, 11, 22),
    )
    bar.show_delivery(delivery)
    assert bar.accessibleName() == (
        "Expected: 5–12 Nov. Late: 13–21 Nov. Claim: from 22 Nov. Today 19 Nov"
    )


def test_a_window_that_is_not_known_has_no_bar(bar):
    bar.show()
    bar.show_delivery(Delivery(Band.UNKNOWN, date(2026, 11, 19), Marketplace.OWN))
    assert not bar.isVisible()


def test_names_that_do_not_fit_under_their_bands_stand_in_lines(qtbot, theme, words):
    long = DeliveryWords(words, lambda text, n: f"{plain_english(text, n)} и ещё немного слов")
    bar = WindowBar(long)
    qtbot.addWidget(bar)
    bar.show_delivery(reckon(order_file(), date(2026, 11, 19)))
    height = bar.heightForWidth(260)
    bar.resize(260, height)
    image = bar.grab().toImage()
    swatches = [y for y in range(height) if image.pixelColor(8, y) == LIGHT[Role.INSIDE]]
    assert max(swatches) > height / 2


@pytest.mark.parametrize("days", range(0, 120, 15))
def test_today_can_stand_anywhere(bar, days):
    bar.show_delivery(reckon(order_file(), date(2026, 11, 1) + timedelta(days=days)))
    assert LIGHT[Role.TEXT].name() in colours(bar)


@pytest.fixture
def side(qtbot, theme, words, delivery_words):
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(1000, 600)
    letter = QWidget(host)
    side = FactsSide(words, delivery_words, host, letter)
    row = QHBoxLayout(host)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(letter, stretch=1)
    row.addWidget(side)
    host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    side.panel.show_matter(MATTER, NOW)
    return side


def test_a_wide_window_has_the_facts_in_a_column(side):
    assert side.is_shown
    assert side.has_room
    assert side.isAncestorOf(side.panel)
    side.toggle()
    assert not side.is_shown
    assert not side.panel.isVisible()
    side.toggle()
    assert side.panel.isVisible()


def test_a_narrow_window_has_them_in_a_drawer_that_esc_closes(qtbot, side):
    side.set_narrow(True)
    assert not side.is_shown
    with qtbot.waitSignal(side.shown_changed) as changed:
        side.toggle()
    assert changed.args == [True]
    assert side.panel.isVisible()
    assert not side.isAncestorOf(side.panel)
    assert side.panel.width() <= side.mapTo(side.window(), side.rect().topLeft()).x()
    QTest.keyClick(side.panel, Qt.Key.Key_Escape)
    assert not side.is_shown


def test_a_sign_opens_the_drawer_at_its_card(side):
    side.set_narrow(True)
    side.panel.cards[3].set_expanded(False)
    sign = next(b for b in side.findChildren(IconButton) if b.accessibleName() == "Money")
    QTest.mouseClick(sign, Qt.MouseButton.LeftButton)
    assert side.is_shown
    assert side.panel.cards[3].is_expanded


def test_a_window_that_grows_docks_the_facts_again(side):
    side.set_narrow(True)
    side.set_shown(True)
    side.set_narrow(False)
    assert side.has_room
    assert side.isAncestorOf(side.panel)
    assert side.panel.isVisible()


def test_the_drawer_follows_the_window(side, qapp):
    side.set_narrow(True)
    side.set_shown(True)
    before = side.panel.window().height()
    side.window().resize(1000, 400)
    qapp.processEvents()
    assert side.panel.height() <= 400 < before


@pytest.mark.parametrize(("width", "moves"), [(900, True), (600, False)])
def test_the_letter_moves_aside_for_the_drawer_where_it_stays_wide_enough(
    side, qapp, width, moves
):
    letter = side.window().layout().itemAt(0).widget()
    side.set_narrow(True)
    side.window().resize(width, 500)
    qapp.processEvents()
    alone = letter.width()
    side.set_shown(True)
    qapp.processEvents()
    left = side.panel.mapTo(side.window(), side.panel.rect().topLeft()).x()
    assert (letter.width() < alone) is moves
    assert (letter.geometry().right() < left) is moves
    side.set_shown(False)
    qapp.processEvents()
    assert letter.width() == alone


def test_the_verdict_stands_above_the_rows_of_the_parcel(panel, qapp):
    panel.show_matter(MATTER, NOW)
    qapp.processEvents()
    card = panel.cards[1]
    said = (label for label in card.findChildren(LeadLabel) if label.isVisible())
    verdict = next(label for label in said if not card.facts.isAncestorOf(label))
    tops = [widget.mapTo(card, widget.rect().topLeft()).y() for widget in (verdict, card.facts)]
    assert tops == sorted(tops)
