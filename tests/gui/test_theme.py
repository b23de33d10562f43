import re
from importlib.resources import files
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from softanswer import resources
from softanswer.ui.theme import tokens as tokens_module
from softanswer.ui.theme.sheet import Ground, Look, Tone, dress, style_sheet
from softanswer.ui.theme.sizes import Type, base_font, font_for, px, scale_of
from softanswer.ui.theme.theme import Scheme, tokens_for, wants_contrast
from softanswer.ui.theme.tokens import (
    DARK,
    HIGH_DARK,
    HIGH_LIGHT,
    LIGHT,
    TABLE,
    Role,
    palette_of,
    tokens_of,
)

GROUNDS = (Role.WINDOW, Role.SURFACE, Role.RAISED, Role.ACCENT_SOFT)
SOFT = {
    Role.ERROR: Role.ERROR_SOFT,
    Role.WARNING: Role.WARNING_SOFT,
    Role.ADVICE: Role.ADVICE_SOFT,
    Role.COOLING: Role.COOLING_SOFT,
    Role.READY: Role.READY_SOFT,
    Role.PAUSED: Role.PAUSED_SOFT,
    Role.UNCERTAIN: Role.UNCERTAIN_SOFT,
}
TEXTS = (
    Role.TEXT,
    Role.MUTED,
    Role.ACCENT,
    Role.HEAT_0,
    Role.HEAT_1,
    Role.HEAT_2,
    Role.HEAT_3,
    Role.CALM,
    Role.SOON,
    Role.URGENT,
    Role.OVER,
    Role.FAILED,
    *SOFT,
)
CHOSEN = [scheme for scheme in Scheme if scheme is not Scheme.SYSTEM]
BANDS = (Role.INSIDE, Role.PAST, Role.CLAIM)
SHAPES = (Role.LINE, Role.FOCUS, *BANDS)
THEMES = (LIGHT, DARK, HIGH_LIGHT, HIGH_DARK)
EACH = pytest.mark.parametrize("tokens", THEMES, ids=[tokens.name for tokens in THEMES])


def luminance(colour):
    def linear(part):
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in colour.getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """WCAG 2.2, contrast ratio of two colours."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def of(tokens, least):
    """The least contrast in a theme: in those of high contrast it is 7 everywhere (WCAG AAA)."""
    return 7.0 if tokens.is_high_contrast else least


@EACH
@pytest.mark.parametrize("role", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read_on_every_ground(tokens, role, ground):
    # LOOK gives 4.5 as the least; heat on a selected row is a mark, for which 3.0 is enough.
    least = 4.5 if ground is not Role.ACCENT_SOFT or role in (Role.TEXT, Role.MUTED) else 3.0
    assert contrast(tokens[role], tokens[ground]) >= of(tokens, least)


@EACH
@pytest.mark.parametrize("role", SHAPES)
@pytest.mark.parametrize("ground", GROUNDS)
def test_outlines_and_the_focus_ring_can_be_seen(tokens, role, ground):
    assert contrast(tokens[role], tokens[ground]) >= of(tokens, 3.0)


@EACH
@pytest.mark.parametrize("role", BANDS)
def test_the_bands_can_be_told_on_their_card(tokens, role):
    assert contrast(tokens[role], tokens[Role.RAISED]) >= of(tokens, 4.5)


@EACH
@pytest.mark.parametrize(("role", "ground"), SOFT.items())
def test_a_state_can_be_read_on_its_soft_ground(tokens, role, ground):
    assert contrast(tokens[role], tokens[ground]) >= of(tokens, 4.5)
    assert contrast(tokens[Role.TEXT], tokens[ground]) >= of(tokens, 4.5)


@EACH
@pytest.mark.parametrize(
    ("ink", "ground"), [(Role.ON_ACCENT, Role.ACCENT), (Role.ON_OVER, Role.OVER)]
)
def test_text_can_be_read_on_a_filled_ground(tokens, ink, ground):
    assert contrast(tokens[ink], tokens[ground]) >= of(tokens, 4.5)


def test_every_role_has_a_colour_in_each_theme():
    assert set(TABLE) == set(Role)
    for values in TABLE.values():
        assert len(values) == len(THEMES)
        assert all(re.fullmatch(r"#[0-9A-F]{6}", value) for value in values)


@EACH
def test_the_palette_tells_which_theme_it_is(tokens):
    assert tokens_of(palette_of(tokens)) is tokens


@pytest.mark.parametrize("scheme", CHOSEN)
@pytest.mark.parametrize("tone", Tone)
def test_a_widget_in_any_tone_is_painted_from_its_theme(qtbot, theme, scheme, tone):
    theme.set_scheme(scheme)
    label = QLabel("x")
    dress(label, tone=tone, ground=Ground.LETTER)
    qtbot.addWidget(label)
    label.show()
    assert tokens_of(label.palette()) is theme.tokens


@EACH
@pytest.mark.parametrize("ground", [*GROUNDS, *SOFT.values(), Role.NOTE])
@pytest.mark.parametrize("role", [Role.BORDER, Role.LINE, Role.FOCUS, Role.TEXT, Role.MUTED])
def test_in_high_contrast_borders_too_stand_out_on_every_ground(tokens, role, ground):
    least = 7.0 if tokens.is_high_contrast else 1.0
    assert contrast(tokens[role], tokens[ground]) >= least


@pytest.mark.parametrize(
    ("scheme", "is_dark", "wants", "expected"),
    [
        (Scheme.SYSTEM, False, False, LIGHT),
        (Scheme.SYSTEM, True, False, DARK),
        (Scheme.SYSTEM, False, True, HIGH_LIGHT),
        (Scheme.SYSTEM, True, True, HIGH_DARK),
        (Scheme.LIGHT, True, True, LIGHT),
        (Scheme.HIGH_CONTRAST_DARK, False, False, HIGH_DARK),
        (Scheme.HIGH_CONTRAST_LIGHT, True, False, HIGH_LIGHT),
    ],
)
def test_the_system_is_followed_unless_the_seller_chose(scheme, is_dark, wants, expected):
    assert tokens_for(scheme, is_dark=is_dark, wants_contrast=wants) is expected


def test_a_new_wish_of_the_system_for_contrast_is_followed(qtbot, theme, qapp):
    theme.set_scheme(Scheme.SYSTEM)
    hints = qapp.styleHints()
    assert wants_contrast(hints) is False  # the test's platform wants none
    with qtbot.waitSignal(theme.changed) as changed:
        hints.accessibility().contrastPreferenceChanged.emit(Qt.ContrastPreference.HighContrast)
    assert changed.args == [theme.tokens]


@pytest.mark.parametrize(("scheme", "width"), [(Scheme.LIGHT, 2), (Scheme.HIGH_CONTRAST_LIGHT, 3)])
def test_the_frame_of_the_focus_is_wider_in_high_contrast(qtbot, theme, scheme, width):
    theme.set_scheme(scheme)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 100)
    button = QPushButton("one", window)
    button.setGeometry(40, 30, 120, 40)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    button.setFocus()
    pixels = window.grab().toImage()
    column = [pixels.pixelColor(100, y).name() for y in range(30)]
    assert column.count(theme.tokens[Role.FOCUS].name()) == width


def test_the_theme_changes_while_the_program_runs(qtbot, theme, qapp):
    label = QLabel("x")
    qtbot.addWidget(label)
    label.show()
    with qtbot.waitSignal(theme.changed) as changed:
        theme.set_scheme(Scheme.DARK)
    assert changed.args == [DARK]
    assert qapp.palette().color(QPalette.ColorRole.Window) == DARK[Role.WINDOW]
    assert label.palette().color(QPalette.ColorRole.WindowText) == DARK[Role.TEXT]


def test_the_same_scheme_again_changes_nothing(qtbot, theme):
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_scheme(Scheme.LIGHT)


@pytest.mark.parametrize(("asked", "times"), [(100, 1.0), (200, 2.0), (500, 2.0), (10, 0.8)])
def test_all_text_grows_between_80_and_200_percent(theme, qapp, asked, times):
    before = qapp.font().pointSizeF()
    theme.set_text_percent(asked)
    assert qapp.font().pointSizeF() == pytest.approx(before * times)


def test_lengths_grow_with_the_font(qtbot, theme):
    widget = QWidget()
    qtbot.addWidget(widget)
    small = px(widget, 100)
    font = widget.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    widget.setFont(font)
    assert px(widget, 100) == pytest.approx(small * 2, rel=0.05)


@pytest.mark.parametrize("kind", Type)
def test_a_type_is_a_multiple_of_the_base(theme, qapp, kind):
    assert font_for(qapp.font(), kind).pointSizeF() == pytest.approx(
        qapp.font().pointSizeF() * kind.factor
    )


def test_a_font_in_pixels_is_scaled_too(qapp):
    font = qapp.font()
    font.setPixelSize(20)
    assert font_for(font, Type.HEAD).pixelSize() == round(20 * Type.HEAD.factor)


def test_small_system_fonts_are_raised_to_ten_points(qapp):
    font = qapp.font()
    font.setPointSizeF(7)
    assert base_font(font).pointSizeF() == 10
    font.setPointSizeF(14)
    assert base_font(font).pointSizeF() == pytest.approx(14, abs=0.5)
    assert scale_of(base_font(font, 200)) > 2


@EACH
def test_the_sheet_leaves_no_name_open_and_no_other_colour_in(qapp, tokens):
    sheet = style_sheet(tokens, qapp.font())
    assert "$" not in sheet
    known = {tokens.hex(role) for role in Role}
    assert set(re.findall(r"#[0-9A-Fa-f]{3,8}\b", sheet)) <= known


@pytest.mark.parametrize("property_values", [Ground, Look, Tone])
def test_every_dress_that_can_be_asked_for_stands_in_the_sheet(qapp, property_values):
    sheet = style_sheet(LIGHT, qapp.font())
    name = property_values.__name__.lower()
    missing = {v for v in property_values if f'[{name}="{v.value}"]' not in sheet}
    assert missing <= {Look.PLAIN}


@EACH
def test_the_drawings_of_controls_use_the_colours_of_their_theme(tokens):
    folder = files(resources) / "controls" / tokens.name
    found = {
        (drawing.name, colour)
        for drawing in folder.iterdir()
        for colour in re.findall(r"#[0-9A-Fa-f]{6}", drawing.read_text())
    }
    assert found == {
        ("arrow_down.svg", tokens.hex(Role.MUTED)),
        ("arrow_up.svg", tokens.hex(Role.MUTED)),
        ("check.svg", tokens.hex(Role.ON_ACCENT)),
    }


def test_no_other_file_of_the_window_holds_a_colour():
    root = Path(tokens_module.__file__).parents[1]
    pattern = re.compile(
        r"""["']#[0-9A-Fa-f]{3,8}["']|QColor\(\s*\d|Qt\.GlobalColor\.(?!transparent|black)"""
    )
    guilty = [
        str(path)
        for path in root.rglob("*.py")
        if path.name != "tokens.py" and pattern.search(path.read_text())
    ]
    assert guilty == []


def rings(window):
    return [child for child in window.findChildren(QWidget) if type(child).__name__ == "_Ring"]


def test_a_ring_follows_the_button_with_the_keyboard(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    one, other = QPushButton("one", window), QPushButton("other", window)
    field = QLineEdit(window)
    one.move(20, 20)
    other.move(20, 80)
    field.move(20, 140)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for button in (one, other):
        button.setFocus()
        (ring,) = [r for r in rings(window) if r.isVisible()]
        assert ring.geometry() == button.geometry().adjusted(-4, -4, 4, 4)
    field.setFocus()
    assert [r for r in rings(window) if r.isVisible()] == []


def test_the_ring_goes_with_its_window(qtbot, theme):
    first = QWidget()
    button = QPushButton("x", first)
    first.show()
    first.activateWindow()
    qtbot.waitUntil(first.isActiveWindow)
    button.setFocus()
    first.deleteLater()
    second = QWidget()
    qtbot.addWidget(second)
    again = QPushButton("y", second)
    second.show()
    second.activateWindow()
    qtbot.waitUntil(second.isActiveWindow)
    again.setFocus()
    assert len([r for r in rings(second) if r.isVisible()]) == 1


def test_the_theme_can_change_while_a_ring_is_shown(qtbot, theme):
    for scheme in (Scheme.DARK, Scheme.LIGHT) * 5:
        window = QWidget()
        button = QPushButton("x", window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        button.setFocus()
        theme.set_scheme(scheme)
        (ring,) = [r for r in rings(window) if r.isVisible()]
        assert tokens_of(ring.palette()) is theme.tokens
        window.close()
        window.deleteLater()
