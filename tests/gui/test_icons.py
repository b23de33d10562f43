from importlib.resources import files
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter

from softanswer import resources
from softanswer.ui.theme.icons import Icon, icon_pixmap, paint_icon, themed_icon
from softanswer.ui.theme.theme import Scheme
from softanswer.ui.theme.tokens import DARK, LIGHT, Role

FOLDER = files(resources) / "icons"
RED = QColor("#ff0000")


def inked(image):
    """The colours of all pixels that are more than half covered."""
    colours = set()
    for y in range(image.height()):
        for x in range(image.width()):
            pixel = image.pixelColor(x, y)
            if pixel.alpha() > 250:
                colours.add(pixel.name())
    return colours


def test_every_drawing_is_an_icon_and_every_icon_a_drawing():
    assert {path.name for path in FOLDER.iterdir()} == {f"{icon.value}.svg" for icon in Icon}


@pytest.mark.parametrize("icon", Icon)
def test_every_icon_is_drawn_in_one_colour_on_the_same_grid(icon):
    drawing = ET.fromstring((FOLDER / f"{icon.value}.svg").read_text())  # noqa: S314 - our own
    assert drawing.get("viewBox") == "0 0 24 24"
    assert drawing.get("stroke-width") == "1.75"
    assert drawing.get("stroke-linecap") == drawing.get("stroke-linejoin") == "round"
    used = {part.get(name) for part in drawing.iter() for name in ("fill", "stroke")}
    assert used <= {None, "none", "#000"}


@pytest.mark.parametrize("icon", Icon)
def test_every_icon_renders_in_the_colour_that_is_asked_for(qapp, icon):
    image = icon_pixmap(icon, 48, RED).toImage()
    assert inked(image) == {"#ff0000"}


@pytest.mark.parametrize("icon", Icon)
def test_no_icon_is_cut_at_its_edge(qapp, icon):
    image = icon_pixmap(icon, 48, RED).toImage()
    edges = [((n, end), (end, n)) for n in range(48) for end in (0, 47)]
    assert all(image.pixelColor(*at).alpha() < 40 for pair in edges for at in pair)


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_an_icon_has_the_pixels_of_the_screen(qapp, ratio):
    pixmap = icon_pixmap(Icon.STAR, 16, RED, ratio)
    assert pixmap.width() == round(16 * ratio)
    assert pixmap.devicePixelRatio() == ratio


def test_an_icon_is_painted_inside_its_box(qapp):
    image = QImage(60, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_icon(painter, Icon.STOP, QRectF(10, 10, 20, 20), RED)
    painter.end()
    outside = [
        image.pixelColor(x, y).alpha()
        for x in range(60)
        for y in range(40)
        if not (10 <= x < 30 and 10 <= y < 30)
    ]
    assert max(outside) == 0
    assert inked(image) == {"#ff0000"}


def test_a_themed_icon_changes_with_the_theme(theme):
    icon = themed_icon(Icon.STAR_FILLED, Role.HEAT_3)
    assert inked(icon.pixmap(QSize(32, 32)).toImage()) == {LIGHT[Role.HEAT_3].name()}
    theme.set_scheme(Scheme.DARK)
    assert inked(icon.pixmap(QSize(32, 32)).toImage()) == {DARK[Role.HEAT_3].name()}


def test_a_disabled_icon_is_muted(theme):
    icon = themed_icon(Icon.STAR_FILLED)
    shown = icon.pixmap(QSize(32, 32), QIcon.Mode.Disabled).toImage()
    assert inked(shown) == {LIGHT[Role.MUTED].name()}


def test_a_copy_of_a_themed_icon_is_themed_too(theme):
    copy = QIcon(themed_icon(Icon.STAR_FILLED, Role.READY))
    assert inked(copy.pixmap(QSize(32, 32)).toImage()) == {LIGHT[Role.READY].name()}
