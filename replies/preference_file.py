"""Preferences carried elsewhere in a file: written to be read, and taken whole or not at all.

The file has the form of the profile's own. It holds settings only: no passwords, no accounts, no
letters and no orders.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..mailbox.sentence import Sentence
from .errors import PreferenceError
from .preferences import SETTINGS, Preferences, flat_settings, setting, with_setting

_MOST_BYTES: Final = 100_000
_SECTION: Final = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]")
_ASSIGNMENT: Final = re.compile(r"\s*([^#=\s][^=]*?)\s*=")
_AT_LINE: Final = re.compile(r"at line (\d+)")


@dataclass(frozen=True, slots=True)
class Change:
    """One setting by its key, as it was and as it is to be; both values as in the file."""

    key: str
    before: object
    after: object


def changes_between(before: Preferences, after: Preferences) -> tuple[Change, ...]:
    """What differs, in the order of the settings."""
    both = ((key, setting(before, key), setting(after, key)) for key in SETTINGS)
    return tuple(Change(key, was, is_) for key, was, is_ in both if was != is_)


def taken_back(preferences: Preferences, changes: Iterable[Change]) -> Preferences:
    """The preferences with what was changed as it was before; all else stays as it is now."""
    for change in changes:
        preferences = with_setting(preferences, change.key, change.before)
    return preferences


def read_preferences(path: Path, onto: Preferences) -> Preferences:
    """The preferences with all that a file sets; what it does not name stays.

    Raises:
        PreferenceError: the file can't be read, or a line of it says what can't be set; nothing
            of it is to be taken.
    """
    try:
        with path.open("rb") as file:
            raw = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise PreferenceError(
            Sentence("Preferences", "{name} can't be read ({error}). Nothing was taken.").format(
                name=path.name, error=error.strerror or error
            )
        ) from error
    if len(raw) > _MOST_BYTES:
        raise PreferenceError(
            Sentence(
                "Preferences", "{name} is too large for a file of settings. Nothing was taken."
            ).format(name=path.name)
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise PreferenceError(_unreadable(line)) from error
    return parsed_preferences(text, onto)


def parsed_preferences(text: str, onto: Preferences) -> Preferences:
    """The preferences with all that the text of a file sets.

    Raises:
        PreferenceError: names the first line that says what can't be set, and why.
    """
    try:
        settings = flat_settings(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        named = _AT_LINE.search(str(error))
        raise PreferenceError(
            _unreadable(int(named[1]) if named else len(text.splitlines()))
        ) from error
    if not settings:
        raise PreferenceError(
            Sentence("Preferences", "The file names no setting. Nothing was taken.")
        )
    for key, value in settings.items():
        try:
            onto = with_setting(onto, key, value)
        except PreferenceError as error:
            raise PreferenceError(
                Sentence("Preferences", "Line {line}, {key}: {error} Nothing was taken.").format(
                    line=_line_of(text, key), key=key, error=error
                )
            ) from error
    return onto


def _unreadable(line: int) -> Sentence:
    return Sentence(
        "Preferences",
        "Line {line} is not written as a file of settings is (name = value). Nothing was taken.",
    ).format(line=line)


def _line_of(text: str, key: str) -> int:
    """In which line a setting is given."""
    section = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if heading := _SECTION.match(line):
            section = _bare(heading[1]) + "."
        elif assignment := _ASSIGNMENT.match(line):
            name = section + _bare(assignment[1])
            if name == key or key.startswith(f"{name}."):
                return number
        if section == f"{key}.":
            return number
    return 1


def _bare(name: str) -> str:
    return re.sub(r"\s*\.\s*", ".", name).replace('"', "").replace("'", "")
