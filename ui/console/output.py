"""Writing to stdout and stderr: text for people, JSON for scripts."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from .exits import BadInputError

_STDIN: Final = "-"
_LARGEST_INPUT_BYTES: Final = 50_000_000


def say(text: str) -> None:
    """A line on stdout."""
    sys.stdout.write(f"{text}\n")


def complain(text: str) -> None:
    """A line on stderr."""
    sys.stderr.write(f"softanswer: {' '.join(text.split())}\n")


def say_json(value: object) -> None:
    """A value as JSON on stdout, readable by people."""
    say(json.dumps(value, ensure_ascii=False, indent=1))


def say_json_line(value: object) -> None:
    """A value as one line of JSON on stdout."""
    say(json.dumps(value, ensure_ascii=False))


def read_bytes(name: str | Path) -> bytes:
    """The bytes of a file, or of stdin for "-".

    Raises:
        BadInputError: it can't be read.
    """
    try:
        if str(name) == _STDIN:
            return sys.stdin.buffer.read(_LARGEST_INPUT_BYTES)
        with Path(name).open("rb") as file:
            return file.read(_LARGEST_INPUT_BYTES)
    except OSError as error:
        raise BadInputError(f"{name} can't be read: {error.strerror or error}.") from error


def read_text(name: str | Path) -> str:
    """The text of a file in UTF-8, or of stdin for "-".

    Raises:
        BadInputError: it can't be read or is not UTF-8.
    """
    try:
        return read_bytes(name).decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise BadInputError(
            f"{name} is not UTF-8 text (byte {error.start}). Save it as UTF-8 first."
        ) from error


def read_json(name: str | Path) -> object:
    """The JSON value in a file.

    Raises:
        BadInputError: it can't be read or is not JSON; says the line.
    """
    try:
        return json.loads(read_text(name))
    except json.JSONDecodeError as error:
        raise BadInputError(
            f"{name} is not JSON: {error.msg} in line {error.lineno}, column {error.colno}."
        ) from error


def utc(time: datetime | None) -> str | None:
    """A time as ISO 8601 in UTC."""
    return None if time is None else time.astimezone(UTC).isoformat()
