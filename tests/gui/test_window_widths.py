"""What gives way first as the window gets narrower: the names of the rail, then list and facts."""

from __future__ import annotations

import pytest
from fakes.window_states import WindowStates

from softanswer.replies.preferences import Language


@pytest.fixture
def states(qtbot, theme, tmp_path):
    states = WindowStates(tmp_path)
    yield states
    states.close()


def at_width(states, width):
    """Whether the rail shows names, the list whole rows, and the facts stand beside the letter."""
    window = states.window
    window.resize(width, 860)
    window.inbox.letter.focus_letter()
    states.settle(0.05)
    has_names = window.rail.width() >= window.rail.wide_width()
    return has_names, not window.inbox.list._is_slim, window.inbox.facts_side.has_room


@pytest.mark.parametrize("language", list(Language))
def test_the_names_of_the_rail_give_way_before_the_list_and_the_facts(states, language):
    states.desk.languages.choose(language)
    assert at_width(states, 1440) == (True, True, True)
    assert at_width(states, 1280) == (False, True, True)
    assert at_width(states, 1024) == (False, False, False)


def test_at_no_width_is_the_list_slim_beside_a_rail_with_names(states):
    seen = {at_width(states, width) for width in range(1000, 1480, 20)}
    assert seen == {(True, True, True), (False, True, True), (False, False, False)}
