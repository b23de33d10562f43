"""What a screen reader is told; see also test_every_state.py, and test_atspi.py for a real bus."""

from __future__ import annotations

import pytest
from accessible import nodes_of
from fakes.window_states import WindowStates
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

pytestmark = pytest.mark.timeout(240)

Role = QAccessible.Role


@pytest.fixture
def states(theme, tmp_path):
    states = WindowStates(tmp_path)
    yield states
    states.close()


def test_rows_are_read_as_they_are_seen(states):
    """PRODUCT section 3: heat, name, summary, kind, order, clock, states."""
    for _name, shown in states.walk("inbox"):
        cells = [node.name for node in nodes_of(shown) if node.role is Role.Cell]
    assert cells[1] == (
        "angry. Derek Vance. Parcel is late; the parcel has not arrived. late. "
        "Amz The Light at Skerra 7714. 15 h left. unread"
    )


def test_the_panes_come_in_the_order_of_tab(states):
    """PRODUCT section 4: places, list, letter, facts, reply."""
    for _name, shown in states.walk("composer"):
        names = [node.name for node in nodes_of(shown)]
    panes = ["Needs answer, 11", "Letters", "Reply", "Cool down until 12:30"]
    assert [names.index(pane) for pane in panes] == sorted(names.index(pane) for pane in panes)


def test_a_control_without_a_name_is_found(qtbot, theme):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(QPushButton("named", window))
    column.addWidget(QLineEdit(window))
    window.show()
    assert [node.kind for node in nodes_of(window) if node.is_nameless_control] == ["QLineEdit"]
