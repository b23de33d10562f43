from datetime import timedelta

import pytest
from letters import HOUR, NOW, inbox_row
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from softanswer.mailbox.message import Address
from softanswer.ui.clock_strip import SHOWN_CLOCKS, ClockStrip, clocks_of
from softanswer.ui.foot_place import FootPlace
from softanswer.ui.problems import Problem, ProblemBar
from softanswer.ui.theme.buttons import IconButton
from softanswer.ui.top_bar import SyncSign, TopBar
from softanswer.ui.words import Words

OFFLINE = Problem("offline", "No connection since 16:44.", "Held letters wait.", "Try now")
FULL = Problem("full", "The disk is full.", "Make room, then try again.")


@pytest.fixture
def top(qtbot, theme):
    top = TopBar()
    qtbot.addWidget(top)
    top.resize(1200, 52)
    top.search.set_palette_key("Ctrl+K")
    top.show()
    top.activateWindow()
    qtbot.waitUntil(top.isActiveWindow)
    return top


def labels(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_what_is_typed_is_searched(qtbot, top):
    top.focus_search()
    with qtbot.waitSignal(top.search_changed) as changed:
        QTest.keyClick(top.search, Qt.Key.Key_A)
    assert changed.args == ["a"]


def test_esc_empties_the_field_first_and_then_leaves_it(qtbot, top):
    top.focus_search()
    QTest.keyClicks(top.search, "book")
    with qtbot.assertNotEmitted(top.search_left):
        QTest.keyClick(top.search, Qt.Key.Key_Escape)
    assert top.search.text() == ""
    with qtbot.waitSignal(top.search_left):
        QTest.keyClick(top.search, Qt.Key.Key_Escape)


def test_the_down_key_goes_to_the_list(qtbot, top):
    top.focus_search()
    QTest.keyClicks(top.search, "book")
    with qtbot.waitSignal(top.search_left):
        QTest.keyClick(top.search, Qt.Key.Key_Down)
    assert top.search.text() == "book"


def test_the_key_hint_opens_the_palette(qtbot, top):
    hint = next(label for label in top.findChildren(QLabel) if label.text() == "Ctrl+K")
    with qtbot.waitSignal(top.search.palette_wanted):
        QTest.mouseClick(hint, Qt.MouseButton.LeftButton)


def test_the_key_hint_gives_way_in_a_small_field(top, qapp):
    assert "Ctrl+K" in labels(top)
    top.search.setFixedWidth(120)
    qapp.processEvents()
    assert "Ctrl+K" not in labels(top)


@pytest.mark.parametrize("sign", SyncSign)
def test_the_state_of_the_mail_is_told_in_words(top, sign):
    top.show_sync(sign, "Up to date 2 min ago")
    assert "Up to date 2 min ago" in labels(top)


def test_mail_is_fetched_by_a_click(qtbot, top):
    again = top.findChild(IconButton)
    with qtbot.waitSignal(top.sync_wanted):
        QTest.mouseClick(again, Qt.MouseButton.LeftButton)


def test_everything_can_be_stopped_and_let_go(qtbot, top):
    stop = next(b for b in top.findChildren(QPushButton) if b.text() == "Stop all")
    with qtbot.waitSignal(top.stop_all_toggled) as toggled:
        QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert toggled.args == [True]
    assert top.is_stopped
    assert stop.text() == "All stopped"
    with qtbot.waitSignal(top.stop_all_toggled) as toggled:
        QTest.mouseClick(stop, Qt.MouseButton.LeftButton)
    assert toggled.args == [False]


def test_showing_that_all_is_stopped_tells_nobody(qtbot, top):
    with qtbot.assertNotEmitted(top.stop_all_toggled):
        top.show_stopped(is_stopped=True)
    assert top.is_stopped


def test_an_account_without_a_name_takes_no_room(top):
    top.show_account("Lantern Lane")
    assert "Lantern Lane" in labels(top)
    top.show_account("")
    assert "Lantern Lane" not in labels(top)


def test_a_narrow_bar_leaves_the_programs_name_out(top):
    assert "Soft Answer" in labels(top)
    top.set_narrow(True)
    assert "Soft Answer" not in labels(top)


@pytest.mark.parametrize(("percent", "width"), [(100, 760), (200, 1024)])
def test_the_bar_fits_a_small_window(top, theme, qapp, percent, width):
    theme.set_text_percent(percent)
    top.set_narrow(True)
    top.show_sync(SyncSign.OFFLINE, "Нет связи: 4 ответа ждут")
    top.show_account("Лавка «Фонарь»")
    top.resize(width, top.height())
    qapp.processEvents()
    assert top.minimumSizeHint().width() <= width
    stop = next(b for b in top.findChildren(QPushButton))
    assert stop.geometry().right() < width


def rows():
    return [
        inbox_row(n, due=NOW + due, customer=Address(name, "x@mail.example"))
        for n, (name, due) in enumerate(
            [
                ("Harwood", 18 * HOUR),
                ("Okonjo", -3 * HOUR),
                ("Petrova", 5 * HOUR),
                ("Lindqvist", timedelta(minutes=100)),
                ("Abara", 21 * HOUR),
                ("Vance", 23 * HOUR),
            ],
            start=1,
        )
    ] + [inbox_row(9, due=None)]


@pytest.fixture
def strip(qtbot, theme, words):
    window = QWidget()
    qtbot.addWidget(window)
    strip = ClockStrip(words, window)
    strip.resize(1440, 44)
    strip.show_clocks(clocks_of(rows(), words), NOW)
    window.show()
    strip.host = window
    return strip


def chips(strip):
    return [chip for chip in strip.findChildren(QAbstractButton) if chip.isVisible()]


def test_the_clocks_stand_with_the_earliest_first(words):
    clocks = clocks_of(rows(), words)
    assert [clock.name for clock in clocks] == [
        "Okonjo",
        "Lindqvist",
        "Petrova",
        "Harwood",
        "Abara",
    ]
    assert len(clocks) == SHOWN_CLOCKS


def test_a_clock_is_told_with_time_and_name(strip):
    assert [chip.accessibleName() for chip in chips(strip)][:2] == [
        "3 h over, Okonjo",
        "1 h 40 left, Lindqvist",
    ]


def test_a_click_goes_there(qtbot, strip):
    with qtbot.waitSignal(strip.conversation_chosen) as chosen:
        QTest.mouseClick(chips(strip)[1], Qt.MouseButton.LeftButton)
    assert chosen.args == [4]


def test_the_clocks_go_on(strip, words):
    strip.show_clocks(clocks_of(rows(), words), NOW + 2 * HOUR)
    assert chips(strip)[1].accessibleName() == "20 min over, Lindqvist"


@pytest.mark.parametrize("percent", [100, 200])
def test_a_narrow_strip_shows_the_earliest_whole(strip, theme, qapp, percent):
    theme.set_text_percent(percent)
    strip.set_status("Draft saved 15:09")
    strip.resize(760, strip.height())
    qapp.processEvents()
    shown = chips(strip)
    assert 1 <= len(shown) < SHOWN_CLOCKS
    assert shown[0].accessibleName() == "3 h over, Okonjo"
    assert all(chip.geometry().right() < 760 for chip in shown)


def test_without_a_clock_the_strip_says_so(strip):
    strip.show_clocks((), NOW)
    assert chips(strip) == []
    assert "No clock is running" in labels(strip)


@pytest.fixture
def problems(qtbot, theme):
    bar = ProblemBar()
    qtbot.addWidget(bar)
    return bar


def test_without_a_problem_there_is_no_bar(problems):
    assert not problems.isVisible()
    assert problems.current is None


def test_a_problem_says_what_happened_and_what_to_do(qtbot, problems):
    problems.show_problem(OFFLINE)
    assert problems.isVisible()
    assert problems.accessibleName() == "No connection since 16:44. Held letters wait."
    button = next(b for b in problems.findChildren(QPushButton) if b.text() == "Try now")
    with qtbot.waitSignal(problems.button_pressed) as pressed:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed.args == ["offline"]
    assert problems.current is OFFLINE


def test_when_the_problem_is_over_the_keyboard_is_where_it_was(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    before, bar, after = QLineEdit(window), ProblemBar(window), QLineEdit(window)
    column = QVBoxLayout(window)
    for part in (bar, after, before):
        column.addWidget(part)
    window.show()
    window.activateWindow()
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    bar.show_problem(OFFLINE)
    next(b for b in bar.findChildren(QPushButton) if b.text() == "Try now").setFocus()
    bar.solve(OFFLINE.key)
    assert QApplication.focusWidget() is before


def test_a_problem_without_a_button_has_none(problems):
    problems.show_problem(FULL)
    assert [b for b in problems.findChildren(QPushButton) if b.isVisible()] == []


def test_the_newest_problem_is_shown_and_the_others_are_counted(problems):
    problems.show_problem(OFFLINE)
    problems.show_problem(FULL)
    assert problems.current is FULL
    assert "+1" in labels(problems)
    problems.solve("full")
    assert problems.current is OFFLINE
    assert "+1" not in labels(problems)
    problems.solve("offline")
    assert not problems.isVisible()


def test_a_problem_takes_the_place_of_an_older_one_of_its_kind(problems):
    problems.show_problem(OFFLINE)
    problems.show_problem(FULL)
    again = Problem("offline", "Still no connection.", "It is tried again at 17:00.")
    problems.show_problem(again)
    assert problems.current is again
    problems.solve("offline")
    assert problems.current is FULL


def test_a_problem_can_be_put_away(qtbot, problems):
    problems.show_problem(OFFLINE)
    with qtbot.waitSignal(problems.closed) as closed:
        QTest.mouseClick(problems.findChild(IconButton), Qt.MouseButton.LeftButton)
    assert closed.args == ["offline"]
    assert not problems.isVisible()


def test_solving_what_is_not_there_does_nothing(problems):
    problems.show_problem(OFFLINE)
    problems.solve("full")
    assert problems.current is OFFLINE


def test_a_problem_is_no_markup(problems):
    problems.show_problem(Problem("x", "<b>what</b>", "<img src='file:///etc/passwd'>"))
    for label in problems.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_in_a_low_window_the_foot_comes_only_with_news(qtbot, theme):
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    strip = ClockStrip(Words(), host)
    place = FootPlace(strip, column, host)
    host.resize(600, 300)
    host.show()
    assert strip.isVisible()
    place.set_low(True)
    assert strip.isHidden()
    strip.set_status("Put away. Undo with Z.")
    assert strip.isVisible()
    assert strip.geometry().bottom() == host.rect().bottom()
    assert column.count() == 0
    place.set_low(False)
    assert strip.isVisible()
    assert column.count() == 1
