"""Each state of the window: every text can be read whole, every control be hit and called."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from accessible import nodes_of
from fakes.window_states import WindowStates
from fitting import misfits
from painted import Painted, contrast, grounds_of, over, parts_of, seen_texts
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSlider,
    QTabBar,
    QWidget,
)

from softanswer.replies.preferences import ColourScheme, Density, Language, Preferences
from softanswer.ui.theme.sizes import TARGET
from softanswer.ui.theme.tokens import tokens_of

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

LEAST_CONTRAST = 4.5
HIGH_CONTRAST = 7.0
SMALL = (1024, 700)
HIT = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QSlider)


def faint(window: QWidget) -> Iterator[str]:
    """The texts of a window whose contrast with their ground is too low."""
    is_high = tokens_of(window.palette()).is_high_contrast
    least = HIGH_CONTRAST if is_high else LEAST_CONTRAST
    texts = seen_texts(window)
    for text, ground in zip(texts, grounds_of(window, texts), strict=True):
        measured = contrast(over(text.ink, ground), ground)
        if measured < least:
            colours = f"{text.ink.name()} on {ground.name()}"
            yield f"{text}: {measured:.2f}, {colours}"


def small(window: QWidget) -> Iterator[str]:
    """What can be clicked in a window, but is smaller than a target has to be."""
    for part in parts_of(window):
        for name, size in targets(part):
            if min(size.width(), size.height()) < TARGET:
                yield f"{name}: {size.width()}x{size.height()}"


def targets(part: QWidget) -> Iterator[tuple[str, QSize]]:
    """The targets that a part is or has, each with its size."""
    kind = type(part).__name__
    if isinstance(part, HIT) and not is_part_of_a_field(part):
        name = part.text() if isinstance(part, QAbstractButton) else ""
        yield f"{kind} {name or part.accessibleName()!r}", part.size()
    if isinstance(part, QTabBar):
        for place in range(part.count()):
            yield f"{kind} {part.tabText(place)!r}", part.tabRect(place).size()
    if isinstance(part, QAbstractItemView) and part.model() is not None:
        first = part.model().index(0, 0)
        if first.isValid() and not isinstance(part, QHeaderView):
            yield f"{kind} {part.accessibleName()!r}, a row", part.visualRect(first).size()


def is_part_of_a_field(part: QWidget) -> bool:
    """Whether it is the text inside a spin box or a box with choices, or a sign within a field.

    The whole field is the target: a click beside the sign goes to where the sign leads.
    """
    return isinstance(part.parentWidget(), QAbstractSpinBox | QComboBox | QLineEdit)


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize(
    ("scheme", "language", "density"),
    [
        (ColourScheme.LIGHT, Language.ENGLISH, Density.COMFORTABLE),
        (ColourScheme.DARK, Language.RUSSIAN, Density.COMFORTABLE),
        (ColourScheme.LIGHT, Language.RUSSIAN, Density.COMPACT),
        (ColourScheme.HIGH_CONTRAST_LIGHT, Language.ENGLISH, Density.COMFORTABLE),
        (ColourScheme.HIGH_CONTRAST_DARK, Language.RUSSIAN, Density.COMPACT),
    ],
)
def test_every_text_can_be_read_whole_and_every_control_be_hit_and_called(
    theme, tmp_path, scheme, language, density, text
):
    wished = Preferences(language=language, colour_scheme=scheme, density=density)
    states = WindowStates(tmp_path, wished, SMALL, text)
    found = []
    try:
        for name, shown in states.walk():
            nameless = [node for node in nodes_of(shown) if node.is_nameless_control]
            faults = (*faint(shown), *small(shown), *misfits(shown), *nameless)
            found += [f"{name}: {fault}" for fault in faults]
    finally:
        states.close()
    assert not found, "\n".join(found)


def test_a_faint_text_and_a_small_target_are_found(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(300, 200)
    label = QLabel("too faint", window)
    label.setStyleSheet(f"color: {window.palette().color(QPalette.ColorRole.Mid).name()}")
    slider = QSlider(window)
    slider.setGeometry(10, 50, 23, 100)
    slider.setAccessibleName("too slim")
    window.show()
    assert [fault.split(":")[0] for fault in faint(window)] == ["QLabel"]
    assert list(small(window)) == ["QSlider 'too slim': 23x100"]


@pytest.mark.parametrize(
    ("ink", "ground", "expected"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#767676", "#ffffff", 4.54)],
)
def test_contrast_is_that_of_wcag(ink, ground, expected):
    assert contrast(QColor(ink), QColor(ground)) == pytest.approx(expected, abs=0.01)


def test_the_texts_of_a_window_are_all_found(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(200, 100)
    QLabel("in view", window)
    QLabel("out of view", window).move(400, 0)
    window.show()
    found: list[Painted] = seen_texts(window)
    assert [text.text for text in found] == ["in view"]
