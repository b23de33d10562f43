import time
from dataclasses import replace

import pytest
from letters import HOUR, NOW, inbox_row
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester, QTest

from softanswer.replies.cases.case import CaseKind
from softanswer.replies.inbox import RowState
from softanswer.replies.preferences import Density
from softanswer.ui.inbox.message_list_model import (
    FACE_ROLE,
    ID_ROLE,
    ROW_ROLE,
    MessageListModel,
)
from softanswer.ui.inbox.message_list_view import MessageListView
from softanswer.ui.inbox.row_delegate import RowLook, _RowPainter
from softanswer.ui.theme.theme import Scheme
from softanswer.ui.theme.tokens import LIGHT, Role
from softanswer.ui.words import Urgency

_CELL = QAccessible.Role.Cell
STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


def rows(*numbers):
    return [inbox_row(number) for number in numbers]


def ids(model):
    return [model.index(row, 0).data(ID_ROLE) for row in range(model.rowCount())]


@pytest.fixture
def model(words, qapp):
    model = MessageListModel(words)
    model.tester = QAbstractItemModelTester(model, STRICT)
    return model


@pytest.fixture
def view(qtbot, theme, model):
    model.set_rows(rows(1, 2, 3, 4), NOW)
    view = MessageListView(model)
    qtbot.addWidget(view)
    view.resize(310, 500)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    return view


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((), (1, 2, 3)),
        ((1, 2, 3), ()),
        ((1, 2, 3), (1, 2, 3)),
        ((1, 2, 3), (3, 2, 1)),
        ((1, 2, 3), (0, 1, 2, 3, 4)),
        ((1, 2, 3, 4, 5, 6), (2, 5)),
        ((1, 2, 3, 4), (4, 9, 1, 8, 7)),
        ((1, 2), (8, 9)),
    ],
)
def test_the_rows_are_those_that_were_given(model, before, after):
    model.set_rows(rows(*before), NOW)
    model.set_rows(rows(*after), NOW)
    assert ids(model) == list(after)


def test_what_stays_is_not_taken_out(qtbot, model):
    model.set_rows(rows(1, 2, 3), NOW)
    kept = QPersistentModelIndex(model.index(1, 0))
    with qtbot.assertNotEmitted(model.modelReset):
        model.set_rows(rows(9, 3, 2), NOW)
    assert kept.data(ID_ROLE) == 2
    assert kept.row() == 2


def test_only_a_changed_row_is_told(qtbot, model):
    model.set_rows(rows(1, 2, 3), NOW)
    changed = rows(1, 2, 3)
    changed[1] = replace(changed[1], state=RowState.DRAFT)
    with qtbot.waitSignal(model.dataChanged) as told:
        model.set_rows(changed, NOW)
    assert [told.args[0].row(), told.args[1].row()] == [1, 1]
    assert model.index(1, 0).data(FACE_ROLE).state == "draft"


def test_the_same_rows_again_tell_nothing(qtbot, model):
    model.set_rows(rows(1, 2, 3), NOW)
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.layoutChanged):
        model.set_rows(rows(1, 2, 3), NOW)


def test_a_clock_goes_on_with_the_time(qtbot, model):
    model.set_rows(rows(1), NOW)
    assert model.index(0, 0).data(FACE_ROLE).clock == "18 h left"
    with qtbot.waitSignal(model.dataChanged):
        model.set_now(NOW + 19 * HOUR)
    face = model.index(0, 0).data(FACE_ROLE)
    assert (face.clock, face.short_clock) == ("1 h over", "−1 h")
    assert face.urgency is Urgency.OVER


def test_a_row_without_a_deadline_has_no_clock(model):
    model.set_rows([inbox_row(due=None)], NOW)
    face = model.index(0, 0).data(FACE_ROLE)
    assert (face.clock, face.urgency) == ("", None)


def test_a_screen_reader_gets_the_row_as_text(model, words):
    model.set_rows(rows(1), NOW)
    index = model.index(0, 0)
    spoken = words.row(index.data(ROW_ROLE), NOW)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == spoken
    assert index.data(Qt.ItemDataRole.DisplayRole) == spoken


def test_a_conversation_is_found_by_its_id(model):
    model.set_rows(rows(5, 7), NOW)
    assert model.row_of(7) == 1
    assert model.row_of(6) == -1


def test_a_new_row_among_many_is_one_insertion(qtbot, words, qapp):
    model = MessageListModel(words)
    model.set_rows(rows(*range(2000)), NOW)
    inserted = []
    model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    with qtbot.assertNotEmitted(model.rowsMoved), qtbot.assertNotEmitted(model.modelReset):
        model.set_rows([inbox_row(9999), *rows(*range(2000))], NOW)
    assert inserted == [(0, 0)]


def test_the_current_row_is_told(qtbot, view):
    with qtbot.waitSignal(view.conversation_selected) as selected:
        view.select_conversation(3)
    assert selected.args == [3]
    assert view.conversation_id == 3


def test_steps_stop_at_the_ends(view):
    view.step(-99)
    assert view.conversation_id == 1
    view.step(99)
    assert view.conversation_id == 4


def test_stepping_in_an_empty_list_does_nothing(view, model):
    model.set_rows([], NOW)
    view.step(1)
    assert view.conversation_id is None


def test_enter_and_a_double_click_open(qtbot, view):
    assert view.select_conversation(3)
    with qtbot.waitSignal(view.opened) as opened:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.args == [3]
    middle = view.visualRect(view.model().index(1, 0)).center()
    with qtbot.waitSignal(view.opened) as opened:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert opened.args == [2]


def test_a_conversation_that_is_not_listed_is_not_selected(view):
    view.select_conversation(2)
    assert not view.select_conversation(99)
    assert view.conversation_id == 2


def test_the_selection_stays_with_its_letter(view, model):
    view.select_conversation(3)
    model.set_rows(rows(9, 4, 3, 1), NOW)
    assert view.conversation_id == 3
    assert view.selectionModel().selectedRows()[0].row() == 2


def test_tab_leaves_the_list(view):
    assert not view.tabKeyNavigation()


def test_the_list_tells_when_it_gets_or_loses_the_keyboard(qtbot, view):
    with qtbot.waitSignal(view.focus_changed):
        view.clearFocus()
    with qtbot.waitSignal(view.focus_changed):
        view.setFocus()


@pytest.mark.parametrize("percent", [100, 200])
def test_all_rows_have_one_height_for_look_and_font(view, theme, percent):
    theme.set_text_percent(percent)
    heights = {}
    for is_slim in (False, True):
        view.set_slim(is_slim)
        for density in Density:
            theme.set_density(density)
            heights[is_slim, density] = {view.rowHeight(row) for row in range(4)}
    assert all(len(each) == 1 for each in heights.values())
    least = {look: next(iter(each)) for look, each in heights.items()}
    assert least[False, Density.COMFORTABLE] >= 92 * percent / 100 * 0.95
    assert least[False, Density.COMPACT] <= least[False, Density.COMFORTABLE] * 0.7
    assert least[True, Density.COMPACT] <= least[True, Density.COMFORTABLE] * 0.85


def colours(view):
    image = view.viewport().grab().toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(*point).name() for point in points}


@pytest.mark.parametrize("look", RowLook)
def test_every_look_shows_heat_and_clock(view, model, theme, look):
    hot = inbox_row(due=NOW - HOUR, heat=3)
    cold = inbox_row(2, kind=CaseKind.PRAISE, heat=0, issues=(), due=None)
    model.set_rows([hot, cold], NOW)
    is_compact = look in (RowLook.COMPACT, RowLook.COMPACT_SLIM)
    theme.set_density(Density.COMPACT if is_compact else Density.COMFORTABLE)
    view.set_slim(look.is_slim)
    view.setFixedWidth(84 if look.is_slim else 310)
    assert {LIGHT[Role.HEAT_3].name(), LIGHT[Role.OVER].name()} <= colours(view)


@pytest.mark.parametrize(("width", "has_both"), [(310, True), (170, False)])
def test_a_name_that_has_no_room_beside_its_clock_takes_the_line_below(
    view, model, monkeypatch, width, has_both
):
    model.set_rows([inbox_row(due=NOW + 15 * HOUR)], NOW)
    face = model.index(0, 0).data(FACE_ROLE)
    painted = []
    paint = _RowPainter._text

    def note(painter, box, text, *rest):
        painted.append(text)
        paint(painter, box, text, *rest)

    monkeypatch.setattr(_RowPainter, "_text", note)
    view.setFixedWidth(width)
    view.grab()
    assert face.name in painted
    assert (face.summary in painted) == has_both


def test_the_current_row_has_its_ground_its_edge_and_its_ring(view):
    view.select_conversation(1)
    assert {
        LIGHT[Role.ACCENT_SOFT].name(),
        LIGHT[Role.ACCENT].name(),
        LIGHT[Role.FOCUS].name(),
    } <= colours(view)
    view.clearFocus()
    assert LIGHT[Role.FOCUS].name() not in colours(view)


@pytest.mark.parametrize("density", Density)
@pytest.mark.parametrize("state", RowState)
def test_every_state_can_be_painted(view, model, theme, state, density):
    theme.set_density(density)
    model.set_rows([inbox_row(state=state, send_after=NOW + HOUR, seen=False, flagged=True)], NOW)
    assert LIGHT[Role.TEXT].name() in colours(view)


def test_a_row_follows_the_theme(view, theme):
    theme.set_scheme(Scheme.DARK)
    assert LIGHT[Role.SURFACE].name() not in colours(view)


def test_a_frame_of_rows_is_painted_in_time(view, model):
    model.set_rows(rows(*range(500)), NOW)
    view.viewport().grab()
    frames = []
    for _ in range(10):
        begin = time.process_time()
        view.viewport().grab()
        frames.append(time.process_time() - begin)
    assert min(frames) < 0.03


def test_typing_in_the_list_searches_nothing(view):
    view.select_conversation(2)
    QTest.keyClicks(view, "m")
    assert view.conversation_id == 2


def test_a_screen_reader_finds_the_rows(view, words):
    table = QAccessible.queryAccessibleInterface(view)
    parts = [table.child(place) for place in range(table.childCount())]
    texts = [part.text(QAccessible.Text.Name) for part in parts if part.role() is _CELL]
    assert texts == [words.row(inbox_row(n), NOW) for n in (1, 2, 3, 4)]
