"""The commands about preferences: get, set."""

from __future__ import annotations

import argparse
import json

from ...mailbox.sentence import Sentence
from ...replies.preferences import SETTINGS, parse_setting, setting, with_setting
from ..profile import Profile
from .exits import OK
from .output import complain, say


def get(options: argparse.Namespace, profile: Profile) -> int:
    """Show one setting, or all."""
    with profile.writing() as writer:
        preferences, problems = profile.load_preferences(writer)
    for problem in problems:
        complain(problem)
    if options.key is not None:
        say(_shown(setting(preferences, options.key)))
        return OK
    for key in SETTINGS:
        say(f"{key} = {_shown(setting(preferences, key))}")
    return OK


def set_(options: argparse.Namespace, profile: Profile) -> int:
    """Change one setting; what shortens holds waits its time (PRODUCT D2)."""
    with profile.writing() as writer:
        preferences, problems = profile.load_preferences(writer)
        for problem in problems:
            complain(problem)
        value = parse_setting(options.key, " ".join(options.value))
        changed = with_setting(preferences, options.key, value)
        profile.save_preferences(writer, changed)
        in_force = writer.call(lambda tx: profile.outbox().policy(tx.db))
    say(f"{options.key} = {_shown(setting(changed, options.key))}")
    if options.key.startswith("hold.") and in_force != changed.hold:
        say(
            Sentence(
                "Console",
                "It shortens holds, so it counts only after the old cool-down has run out once.",
            )
        )
    return OK


def _shown(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value)
