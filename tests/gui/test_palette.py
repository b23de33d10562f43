import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListView, QWidget

from softanswer.ui.action_places import Context
from softanswer.ui.action_set import ActionSet
from softanswer.ui.actions import Act
from softanswer.ui.command_palette import CommandModel, CommandPalette
from softanswer.ui.key_overview import KeyOverview

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def window(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    return window


@pytest.fixture
def acts(window):
    return ActionSet(window)


@pytest.fixture
def palette(qtbot, window, acts):
    palette = CommandPalette(acts, window)
    palette.open_over(window)
    return palette


def names(model):
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_every_action_is_found_once(acts):
    model = CommandModel(acts)
    QAbstractItemModelTester(model, STRICT)
    assert names(model) == [act.text for act in Act if not act.is_twin]
    model.search("re")
    model.search("no such thing at all")
    assert names(model) == []


@pytest.mark.parametrize(
    ("typed", "first"),
    [("reply", "Reply"), ("stop", "Stop all outgoing"), ("nxt", "Next letter"), ("f5", None)],
)
def test_the_best_fit_stands_first(acts, typed, first):
    model = CommandModel(acts)
    model.search(typed)
    assert next(iter(names(model)), None) == first


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("импорт", Act.IMPORT_ORDERS), ("файл", Act.IMPORT_ORDERS), ("csv", Act.IMPORT_ORDERS),
        ("settings", Act.PREFERENCES), ("удал", Act.TRASH), ("shortc", Act.KEYS),
        ("check mail", Act.SYNC_NOW), ("отправ", Act.COOL_DOWN),
    ],
)  # fmt: skip
def test_other_words_find_a_command_too(acts, typed, found):
    model = CommandModel(acts)
    model.search(typed)
    assert found.text in names(model)[:3]


def test_keys_are_shown_and_read_out(acts):
    model = CommandModel(acts)
    model.search("reply with")
    assert model.index(0, 0).data(SPOKEN) == "Reply with the suggestion, Shift+R"


def test_what_is_not_possible_stands_last_and_says_why(acts):
    acts.set_available(Act.REPLY, is_available=False, why_not="no letter is open")
    model = CommandModel(acts)
    model.search("reply")
    last = model.index(model.rowCount() - 1, 0)
    assert last.data(SPOKEN) == "Reply, no letter is open"


def test_enter_does_what_is_marked(qtbot, palette, acts):
    field = palette.findChild(QLineEdit)
    QTest.keyClicks(field, "stop all")
    with qtbot.waitSignal(acts[Act.STOP_ALL].triggered):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert not palette.isVisible()


def test_the_arrow_keys_move_the_mark_while_the_field_keeps_the_keyboard(qtbot, palette, acts):
    field, commands = palette.findChild(QLineEdit), palette.findChild(QListView)
    QTest.keyClicks(field, "letter")
    first, second = (commands.model().index(row, 0).data() for row in (0, 1))
    assert commands.currentIndex().data() == first
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert commands.currentIndex().data() == second
    for key in (*[Qt.Key.Key_PageDown] * 2, *[Qt.Key.Key_PageUp] * 3):
        QTest.keyClick(field, key)
    assert commands.currentIndex().data() == first


def test_what_is_not_possible_is_not_done(qtbot, palette, acts):
    acts.set_available(Act.QUIT, is_available=False, why_not="a reply is going out")
    field = palette.findChild(QLineEdit)
    QTest.keyClicks(field, "quit")
    with qtbot.assertNotEmitted(acts[Act.QUIT].triggered):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_a_click_does_it_too(qtbot, palette, acts):
    commands = palette.findChild(QListView)
    QTest.keyClicks(palette.findChild(QLineEdit), "preferences")
    middle = commands.visualRect(commands.model().index(0, 0)).center()
    with qtbot.waitSignal(acts[Act.PREFERENCES].triggered):
        QTest.mouseClick(commands.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def test_esc_leaves_without_doing_anything(qtbot, palette, acts):
    with qtbot.assertNotEmitted(acts[Act.GO_NEEDS_ANSWER].triggered):
        QTest.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_nothing_found_is_said(palette):
    QTest.keyClicks(palette.findChild(QLineEdit), "zzzz")
    shown = [label.text() for label in palette.findChildren(QLabel) if label.isVisible()]
    assert shown == ["No command has these letters."]
    QTest.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Return)
    assert palette.isVisible()


def test_the_palette_stays_inside_a_small_window(qtbot, window, acts, theme):
    theme.set_text_percent(200)
    window.resize(400, 300)
    palette = CommandPalette(acts, window)
    palette.open_over(window)
    assert palette.width() <= window.width()
    assert palette.height() <= window.height()
    palette.close()


@pytest.mark.parametrize("here", Context)
def test_the_overview_begins_where_she_is(qtbot, window, acts, here):
    overview = KeyOverview(acts, here, window)
    qtbot.addWidget(overview)
    overview.show()
    titles = {
        Context.ANYWHERE: "Anywhere",
        Context.RAIL: "In the places",
        Context.LIST: "In the list",
        Context.READER: "In the letter",
        Context.FACTS: "In the order",
        Context.ORDERS: "In the orders",
        Context.COMPOSER: "While you write",
        Context.OUTBOX: "In Cooling",
        Context.GATE: "While you read both letters again",
    }
    shown = [label for label in overview.findChildren(QLabel) if label.text() in titles.values()]
    tops = {label.text(): label.mapTo(overview, label.rect().topLeft()).y() for label in shown}
    assert min(tops, key=tops.get) == titles[here]
    assert set(tops) == set(titles.values())


def test_the_overview_lists_every_action_with_a_key(qtbot, window, acts):
    overview = KeyOverview(acts, Context.LIST, window)
    qtbot.addWidget(overview)
    overview.show()
    shown = {label.text() for label in overview.findChildren(QLabel)}
    for act in Act:
        if acts.keys(act):
            assert act.text in shown
            assert set(acts.keys(act)) <= shown


def test_the_overview_shows_the_keys_that_were_chosen(qtbot, window, acts):
    acts.bind({Act.NEXT: ("N",)})
    overview = KeyOverview(acts, Context.LIST, window)
    qtbot.addWidget(overview)
    overview.show()
    named = {w.accessibleName() for w in overview.findChildren(QWidget)}
    assert "Next letter: N, Down" in named


def test_the_overview_is_freed_when_it_is_closed(qtbot, window, acts):
    overview = KeyOverview(acts, Context.LIST, window)
    overview.show()
    with qtbot.waitSignal(overview.destroyed):
        overview.close()
