import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from softanswer.replies.inbox import Shelf, ShelfCounts
from softanswer.ui.rail import SHELVES, Place, Rail
from softanswer.ui.rail_item import ICONS_WIDTH, WIDE_WIDTH, RailItem
from softanswer.ui.theme.sizes import px
from softanswer.ui.theme.tokens import LIGHT, Role

COUNTS = ShelfCounts(needs_answer=7, held=4, waiting=1200, praise=0, put_off=3)


@pytest.fixture
def rail(qtbot, theme):
    rail = Rail()
    qtbot.addWidget(rail)
    rail.set_counts(COUNTS)
    rail.show()
    rail.activateWindow()
    qtbot.waitUntil(rail.isActiveWindow)
    return rail


def items(rail):
    return rail.findChildren(RailItem)


def test_a_place_is_chosen_with_the_mouse(qtbot, rail):
    with qtbot.waitSignal(rail.place_chosen) as chosen:
        QTest.mouseClick(items(rail)[2], Qt.MouseButton.LeftButton)
    assert chosen.args == [Place.WAITING]
    assert rail.place is Place.WAITING


def test_the_arrow_keys_go_round(qtbot, rail):
    rail.focus_place()
    for key, place in (
        (Qt.Key.Key_Down, Place.COOLING),
        (Qt.Key.Key_Up, Place.NEEDS_ANSWER),
        (Qt.Key.Key_Up, Place.ORDERS),
    ):
        with qtbot.waitSignal(rail.place_chosen) as chosen:
            QTest.keyClick(rail.window().focusWidget(), key)
        assert chosen.args == [place]


def test_marking_a_place_tells_nobody(qtbot, rail):
    with qtbot.assertNotEmitted(rail.place_chosen):
        rail.set_place(Place.PRAISE)
    assert rail.place is Place.PRAISE


def test_a_place_can_be_named(rail):
    assert rail.name_of(Place.ALL) == "All mail"


def test_only_one_place_is_marked(rail):
    rail.set_place(Place.ALL)
    assert [item.isChecked() for item in items(rail)] == [False] * 6 + [True, False]


def test_a_screen_reader_hears_the_counts(rail):
    assert [item.accessibleName() for item in items(rail)] == [
        "Needs answer, 7",
        "Cooling, 4",
        "Waiting, 1200",
        "Put off, 3",
        "Praise",
        "Starred",
        "All mail",
        "Orders",
    ]


@pytest.mark.parametrize("percent", [100, 200])
def test_the_rail_is_wide_or_an_icon_wide(rail, theme, percent):
    theme.set_text_percent(percent)
    assert rail.sizeHint().width() >= px(rail, WIDE_WIDTH) - 2
    rail.set_narrow(True)
    assert rail.sizeHint().width() <= px(rail, ICONS_WIDTH) + 2
    assert all(item.toolTip() for item in items(rail))
    rail.set_narrow(False)
    assert not any(item.toolTip() for item in items(rail))


@pytest.mark.parametrize("is_narrow", [True, False])
def test_the_place_that_is_shown_has_its_own_ground(rail, is_narrow):
    rail.set_narrow(is_narrow)
    image = items(rail)[0].grab().toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    assert LIGHT[Role.ACCENT_SOFT].name() in {image.pixelColor(*p).name() for p in points}


def test_every_place_but_cooling_shows_a_shelf():
    assert set(SHELVES) == set(Place) - {Place.COOLING, Place.ORDERS}
    assert set(SHELVES.values()) == set(Shelf)
