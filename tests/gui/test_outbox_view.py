import time
from datetime import timedelta
from itertools import pairwise

import pytest
from builders import HOUR, MINUTE
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from writing import NOW, STEADY_NS, at, held, is_freed

from softanswer.replies.outbox.clock import to_ns
from softanswer.replies.outbox.held_reply import PausedBy
from softanswer.ui.outbox.news import News
from softanswer.ui.outbox.outbox_card import OutboxCard
from softanswer.ui.outbox.outbox_view import OutboxView
from softanswer.ui.outbox_words import HoldWords, OutboxWords
from softanswer.ui.theme.buttons import PrimaryButton
from softanswer.ui.theme.labels import Chip, Label
from softanswer.ui.theme.marks import HeatMark, RingCountdown
from softanswer.ui.words import Words

READY = held(1, ago=2 * HOUR).released()
PAUSED = held(2, heat=2, ago=10 * MINUTE).paused(PausedBy.NEWER_MAIL)
UNCERTAIN = (
    held(3, ago=2 * HOUR)
    .released()
    .approved(b"x", NOW)
    .talking()
    .dotted(NOW)
    .uncertain("Cut off.")
)
COOLING = held(4, heat=2, ago=23 * MINUTE)
POSTPONED = held(5, ago=2 * HOUR).released().approved(b"x", NOW).postponed(at(), "Out of reach.")
FAILED = held(6, ago=2 * HOUR).released().approved(b"x", NOW).talking().failed("No such box.")
CARDS = [
    OutboxCard(COOLING, "Dr Lindqvist", 2),
    OutboxCard(POSTPONED, "Miss Adeyemi", None),
    OutboxCard(FAILED, "Herr Vogt", 1),
    OutboxCard(UNCERTAIN, "Mrs Petrova", 1),
    OutboxCard(PAUSED, "Mr Vance", 2, News("Found the receipt, <b>sorry</b>.", NOW - 3 * MINUTE)),
    OutboxCard(READY, "Ms Harwood", 3),
]


def made_view(words):
    return OutboxView(OutboxWords(HoldWords(words)))


@pytest.fixture
def view(qtbot, theme, words):
    made = made_view(words)
    qtbot.addWidget(made)
    made.resize(1000, 1200)
    made.show()
    return made


@pytest.fixture
def filled(view):
    view.show_replies(CARDS, NOW, STEADY_NS)
    view.setFocus()
    return view


def card(view, number):
    return next(c for c in view._list.built if c.reply_id == number)


def shown(card, kind=Label):
    return [part.text() for part in card.findChildren(kind) if part.isVisibleTo(card)]


def way(card, text):
    return next(b for b in card.findChildren(QPushButton) if b.text() == text)


def order(view):
    built = sorted(view._list.built, key=lambda c: c.y())
    return [c.reply_id for c in built if c.isVisible()]


def test_what_needs_her_stands_first(filled):
    assert order(filled) == [1, 2, 3, 6, 5, 4]


def test_a_card_says_its_state_in_words_a_shape_and_a_ring(filled):
    cooling = card(filled, 4)

    assert shown(cooling, Chip) == ["Cooling, 37 min left"]
    assert "Until 15:47. Then you read it again; nothing goes by itself." in shown(cooling)
    assert any("60 min: base 30 min × 2 for heat 2." in text for text in shown(cooling))
    assert cooling.findChild(RingCountdown).accessibleName() == "Cooling, 37 min left"
    assert cooling.accessibleName().startswith("Dr Lindqvist. Cooling, 37 min left.")


def test_ordinary_mail_has_no_heat(filled):
    assert not card(filled, 5).findChild(HeatMark).isVisible()
    assert card(filled, 4).findChild(HeatMark).isVisible()


def test_a_paused_card_shows_both_texts_as_plain_text(filled):
    texts = shown(card(filled, 2))

    assert "Their new letter, 15:07. They may still be writing." in texts
    assert "Found the receipt, <b>sorry</b>." in texts
    assert any(text.startswith("Dear Ms Harwood, I am sorry") for text in texts)
    for label in card(filled, 2).findChildren(Label):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_one_button_only_is_primary(filled, view):
    primary = [
        b.text() for c in view._list.built for b in c.findChildren(PrimaryButton) if b.isVisible()
    ]

    assert primary == ["Read both letters"]


@pytest.mark.parametrize(
    ("number", "text", "signal"),
    [
        (1, "Read both letters", "read_wanted"),
        (1, "1 h longer", "longer_wanted"),
        (1, "Take back", "take_back_wanted"),
        (2, "Look at both", "read_wanted"),
        (2, "Hold it again", "hold_again_wanted"),
        (3, "It has arrived", "mark_sent_wanted"),
        (5, "Try now", "try_now_wanted"),
        (6, "Take back", "take_back_wanted"),
    ],
)
def test_each_way_on_says_which_reply_it_is_wanted_for(filled, qtbot, number, text, signal):
    with qtbot.waitSignal(getattr(filled, signal)) as wanted:
        way(card(filled, number), text).click()

    assert wanted.args == [number]
    assert filled.selected == number


def test_sending_again_asks_once_more_because_they_may_get_it_twice(filled, qtbot):
    uncertain = card(filled, 3)

    with qtbot.assertNotEmitted(filled.send_again_wanted):
        way(uncertain, "Send once more…").click()
    with qtbot.waitSignal(filled.send_again_wanted) as wanted:
        way(uncertain, "They may get it twice: send").click()

    assert wanted.args == [3]


def test_up_and_down_select_and_enter_opens(filled, qtbot):
    cards = filled._list
    assert filled.selected == 1

    qtbot.keyClick(cards, Qt.Key.Key_Down)
    qtbot.keyClick(cards, Qt.Key.Key_Down)
    qtbot.keyClick(cards, Qt.Key.Key_Up)
    with qtbot.waitSignal(filled.read_wanted) as wanted:
        qtbot.keyClick(cards, Qt.Key.Key_Return)

    assert wanted.args == [2]
    qtbot.keyClick(cards, Qt.Key.Key_End)
    assert filled.selected == 4
    qtbot.keyClick(cards, Qt.Key.Key_Home)
    assert filled.selected == 1


def test_the_keys_do_what_the_selected_reply_allows(filled, qtbot):
    filled.select(4)

    with qtbot.waitSignal(filled.take_back_wanted) as back:
        filled.take_back_selected()
    with qtbot.waitSignal(filled.longer_wanted) as longer:
        filled.hold_selected_longer()
    with qtbot.waitSignal(filled.read_wanted):
        filled.open_selected()
    assert (back.args, longer.args) == ([4], [4])

    filled.select(6)
    with qtbot.assertNotEmitted(filled.longer_wanted):
        filled.hold_selected_longer()


def test_only_the_buttons_of_the_selected_card_are_in_the_tab_order(filled):
    filled.select(4)

    reachable = {
        c.reply_id
        for c in filled._list.built
        for b in c.findChildren(QPushButton)
        if b.isVisible() and b.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    assert reachable == {4}


def test_a_press_on_a_card_selects_it(filled, qtbot):
    qtbot.mouseClick(card(filled, 6), Qt.MouseButton.LeftButton)

    assert filled.selected == 6


def test_the_selection_stays_with_its_reply_and_else_near_its_place(filled):
    filled.select(3)

    filled.show_replies([c for c in CARDS if c.reply.id != 1], NOW, STEADY_NS)
    assert filled.selected == 3

    filled.show_replies([c for c in CARDS if c.reply.id != 3], NOW, STEADY_NS)
    assert filled.selected == 2


def test_nothing_held_is_said_and_nothing_is_wanted(view, qtbot):
    view.show_replies([], NOW, STEADY_NS)

    assert "Nothing is held. A reply that you finish cools down here." in shown(view)
    with qtbot.assertNotEmitted(view.read_wanted):
        view.open_selected()
        view.take_back_selected()


def test_a_step_moves_the_ring_and_the_words(filled):
    minutes = 36 * MINUTE + timedelta(seconds=30)

    filled.step(NOW + minutes, STEADY_NS + to_ns(minutes))

    assert shown(card(filled, 4), Chip) == ["Cooling, 30 s left"]
    filled.step(NOW + 37 * MINUTE, STEADY_NS + to_ns(37 * MINUTE))
    assert shown(card(filled, 4), Chip) == ["Cooled down"]


@pytest.mark.parametrize(
    ("left", "interval_ms"),
    [
        (37 * MINUTE, 60_000),
        (90 * timedelta(seconds=1), 30_000),
        (59 * timedelta(seconds=1), 1_000),
        (timedelta(milliseconds=200), 1_000),
    ],
)
def test_the_one_timer_steps_each_minute_and_each_second_in_the_last(view, left, interval_ms):
    reply = held(1, heat=2, ago=60 * MINUTE - left)

    view.show_replies([OutboxCard(reply, "Dr Lindqvist", 2)], NOW, STEADY_NS)

    assert view._timer.isActive()
    assert view._timer.interval() == interval_ms


def test_without_a_running_hold_no_timer_runs(view):
    view.show_replies([OutboxCard(READY, "Ms Harwood", 3)], NOW, STEADY_NS)

    assert not view._timer.isActive()


def test_no_timer_runs_while_nobody_looks_and_time_is_caught_up_after(filled):
    assert filled._timer.isActive()

    filled.hide()
    assert not filled._timer.isActive()

    filled.show()
    assert filled._timer.isActive()


def many(count):
    replies = [held(n, heat=n % 4, ago=timedelta(seconds=n % 1000)) for n in range(1, count + 1)]
    return [OutboxCard(r, f"Customer {r.id}", r.plan.heat) for r in replies]


def test_five_hundred_cards_build_only_what_is_in_view(view):
    cards = many(500)

    began = time.process_time()
    view.show_replies(cards, NOW, STEADY_NS)
    took = time.process_time() - began

    assert len(view._list.built) < 30
    assert took < 1.0  # 0.05 s on a quiet machine
    assert len(view.findChildren(QWidget)) < 1500


def test_five_hundred_cards_are_walked_from_end_to_end(view, qtbot):
    view.show_replies(many(500), NOW, STEADY_NS)
    first = view.selected

    qtbot.keyClick(view._list, Qt.Key.Key_End)
    last = view.selected
    seen = card(view, last)

    assert last != first
    assert (
        view._list.viewport()
        .rect()
        .intersects(
            seen.rect().translated(seen.mapTo(view._list.viewport(), seen.rect().topLeft()))
        )
    )
    qtbot.keyClick(view._list, Qt.Key.Key_Home)
    assert card(view, first).isVisible()
    assert len(view._list.built) < 30


def test_cards_do_not_overlap_however_narrow(filled, theme):
    for percent, width in ((100, 700), (200, 980), (100, 1400)):
        theme.set_text_percent(percent)
        filled.resize(width, 900)
        built = sorted(filled._list.built, key=lambda c: c.y())
        for above, below in pairwise(built):
            assert above.geometry().bottom() < below.geometry().top()
            assert above.height() >= above.minimumSizeHint().height()


def test_the_view_is_freed_on_close(qtbot, theme):
    def made():
        view = made_view(Words())
        view.show_replies(CARDS, NOW, STEADY_NS)
        return view

    assert is_freed(made)


@pytest.mark.parametrize("width", range(640, 1000, 40))
def test_cards_that_were_filled_before_they_are_seen_show_every_line(qtbot, theme, words, width):
    view = made_view(words)
    qtbot.addWidget(view)
    view.resize(width, 2400)
    view.show_replies(CARDS, NOW, STEADY_NS)
    view.show()
    view.show_replies(CARDS, NOW + MINUTE, STEADY_NS + to_ns(MINUTE))
    qtbot.waitUntil(lambda: card(view, 4).height() > 0)
    qtbot.wait(20)
    for built in view._list.built:
        lines = [part for part in built.findChildren(Label) if part.isVisible()]
        assert [p.text() for p in lines if p.height() < p.heightForWidth(p.width())] == []
