"""The real window on a real screen, as programs read it from a real accessibility bus."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.atspi, pytest.mark.timeout(300)]

PROGRAM = Path(__file__).parents[1] / "fakes" / "spoken_window.py"
STATES = ("inbox", "composer", "gate", "orders", "palette", "first run")
CONTROLS = {
    "button menu",
    "check box",
    "combo box",
    "entry",
    "frame",
    "link",
    "list",
    "menu item",
    "page tab",
    "password text",
    "push button",
    "radio button",
    "slider",
    "spin button",
    "table",
    "text",
    "toggle button",
}


@pytest.fixture(scope="module")
def trees(tmp_path_factory):
    """The accessible tree of each state, as it came over the bus; kept for CI where it asks."""
    folder = Path(os.environ.get("ATSPI_TREES", tmp_path_factory.mktemp("trees")))
    folder.mkdir(parents=True, exist_ok=True)
    command = ["xvfb-run", "-a", "dbus-run-session", "--", sys.executable, "-P", str(PROGRAM)]
    done = subprocess.run(  # noqa: S603
        [*command, str(folder), *STATES],
        env={**os.environ, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return {name: json.loads((folder / f"{name}.json").read_text()) for name in STATES}


@pytest.mark.parametrize("state", STATES)
def test_every_control_on_the_bus_has_a_name(trees, state):
    used = [node for node in trees[state] if node["role"] in CONTROLS]
    assert len(used) > 10
    assert [node for node in used if not node["name"].strip()] == []


def test_rows_are_read_in_the_order_of_the_product(trees):
    """PRODUCT section 3: heat, name, summary, kind, order, clock, states."""
    rows = [node["name"] for node in trees["inbox"] if node["role"] == "cell"]
    assert rows[1] == (
        "angry. Derek Vance. Parcel is late; the parcel has not arrived. late. "
        "Amz The Light at Skerra 7714. 15 h left. unread"
    )


def test_the_gate_is_read_before_it_is_sent(trees):
    names = [node["name"] for node in trees["gate"]]
    send = names.index("I can read this calmly: send")
    assert names.index("Jane Harwood wrote, 11:00") < send
    assert names.index("Your answer, held since 12:00") < send
