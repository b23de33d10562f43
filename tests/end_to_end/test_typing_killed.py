"""Killing the program while she types loses at most one second of text (issue 7)."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from builders import HandClock
from fakes.command_line import MemorySecrets
from fakes.letterbox import Letterbox
from fakes.shop import COMPLAINT

from softanswer.replies.compose.store import load_draft
from softanswer.ui.profile import Profile

TEXT = "Dear Mr Vale, I write this word by word and never stop for long enough to think. "
KEYS_BEFORE_THE_KILL = (53, 91)  # in two lives, each at another place of the rhythm
A_SECOND_NS = 1_000_000_000

pytestmark = [pytest.mark.slow, pytest.mark.timeout(180)]


@pytest.fixture
def profile(tmp_path):
    return Profile(tmp_path / "profile", HandClock(), MemorySecrets())


@pytest.fixture
def conversation(profile):
    with profile.writing() as writer:
        box = Letterbox(profile.folder, writer)
        return box.matter(box.receive("Where is my book", COMPLAINT)).conversation_id


def kept(profile, conversation):
    with profile.reading() as db:
        draft = load_draft(db, conversation)
    return draft.body if draft else ""


def typed_until_killed(folder, conversation, keys):
    """When each key was typed, until SIGKILL after so many keys."""
    command = [
        *(sys.executable, "-P", str(Path(__file__).with_name("typing_window.py"))),
        *(str(folder), str(conversation), TEXT),
    ]
    times = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:  # noqa: S603 - ours
        for line in child.stdout:
            times.append(int(line.split()[1]))
            if len(times) == keys:
                child.send_signal(signal.SIGKILL)
    assert child.returncode == -signal.SIGKILL
    assert len(times) >= keys
    return times


def test_a_kill_at_any_moment_loses_at_most_a_second_of_typing(profile, conversation):
    before = ""
    for keys in KEYS_BEFORE_THE_KILL:
        times = typed_until_killed(profile.folder, conversation, keys)
        now = kept(profile, conversation)
        typed = "".join(TEXT[place % len(TEXT)] for place in range(len(times)))
        assert now.startswith(before)
        kept_keys = len(now) - len(before)
        assert now == before + typed[:kept_keys]
        lost = times[kept_keys:]
        assert not lost or times[-1] - lost[0] <= A_SECOND_NS
        before = now
