"""Nothing is cut off, shortened or covered, in every state, size and language that must hold."""

from __future__ import annotations

import os

import pytest
from fakes.made_up_words import LONGER, MadeUpWords, made_up
from fakes.window_states import WindowStates
from fitting import misfits
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from softanswer.replies.preferences import Language, Preferences

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

SMALL, LARGE = (1024, 700), (1440, 900)
EVERY_SIZE = pytest.mark.skipif(
    "SOFTANSWER_EVERY_SIZE" not in os.environ, reason="SOFTANSWER_EVERY_SIZE=1 measures all sizes"
)
THE_FOOT_COVERS = pytest.mark.xfail(
    reason="with text of 200 % the foot of the composer covers 16 pixels of the editor",
    strict=True,
)
ENGLISH, RUSSIAN = Language.ENGLISH, Language.RUSSIAN


@pytest.fixture
def made_up_words(qapp):
    words = MadeUpWords(qapp)
    words.put_on()
    yield
    words.take_off()


def faults(folder, language, size, text=100):
    states = WindowStates(folder, Preferences(language=language), size, text)
    try:
        return [f"{name}: {f}" for name, shown in states.walk() for f in misfits(shown)]
    finally:
        states.close()


@EVERY_SIZE
@pytest.mark.parametrize(
    ("language", "size", "text"),
    [
        (ENGLISH, LARGE, 100),  # the small window: see test_every_state.py
        (RUSSIAN, LARGE, 100),
        pytest.param(ENGLISH, LARGE, 200, marks=THE_FOOT_COVERS),
        pytest.param(RUSSIAN, LARGE, 200, marks=THE_FOOT_COVERS),
    ],
)
def test_nothing_is_cut_off(theme, tmp_path, language, size, text):
    found = faults(tmp_path, language, size, text)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("size", [SMALL, pytest.param(LARGE, marks=EVERY_SIZE)])
def test_words_a_third_longer_have_room_too(theme, made_up_words, tmp_path, size):
    found = faults(tmp_path, RUSSIAN, size)
    assert not found, "\n".join(found)


def test_made_up_words_are_longer_and_keep_what_is_filled_in():
    source = "Cooling until {time}."
    assert made_up(source) == "Çóóóólííñg úúñtííl {time}."
    assert len(made_up(source)) - len("{time}") >= (len(source) - len("{time}")) * (LONGER - 0.05)


def test_what_does_not_fit_is_found(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    label = QLabel("This needs more room than that", window)
    label.setMaximumWidth(60)
    row.addWidget(label)
    row.addWidget(QPushButton("This fits", window))
    beyond = QPushButton("beyond", window)
    beyond.setGeometry(250, 0, 100, 40)
    window.resize(300, 80)
    window.show()
    assert list(misfits(window)) == [
        "QLabel: 'This needs more room than that'",
        "QPushButton 'beyond' reaches beyond QWidget sideways",
    ]


def test_parts_that_lie_upon_each_other_are_found(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    one, other = QPushButton("one", window), QPushButton("other", window)
    row.addWidget(one)
    row.addWidget(other)
    window.resize(300, 80)
    window.show()
    assert list(misfits(window)) == []
    other.move(one.x() + one.width() - 10, other.y())
    assert list(misfits(window)) == ["QPushButton 'one' and QPushButton 'other' overlap by 10x32"]
