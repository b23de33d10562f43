"""Writing to stdout and stderr: text for people, JSON for scripts."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import BinaryIO, Final

from ...mailbox.sentence import Sentence
from .exits import BadInputError
from .tongue import spoken

_STDIN: Final = "-"
_LARGEST_INPUT_BYTES: Final = 50_000_000


def prepare_streams() -> None:
    """See that text can be written: as UTF-8 into pipes and files, and nowhere if it is closed."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper) and mode == "w":
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")


def drop_output() -> None:
    """Write nothing more: whoever read it has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say(text: str) -> None:
    """A line on stdout."""
    sys.stdout.write(f"{_decoded(spoken(text))}\n")


def complain(text: str) -> None:
    """A line on stderr."""
    sys.stderr.write(f"softanswer: {_decoded(' '.join(spoken(text).split()))}\n")


def _decoded(text: str) -> str:
    """The text with file names read as UTF-8 where the system's encoding could not (PEP 383)."""
    try:
        return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    except UnicodeEncodeError:
        return text  # another half of a pair: the stream writes it escaped


def say_json(value: object) -> None:
    """A value as JSON on stdout, readable by people."""
    say(json.dumps(value, ensure_ascii=False, indent=1))


def say_json_line(value: object) -> None:
    """A value as one line of JSON on stdout, there at once for who reads them as they come."""
    say(json.dumps(value, ensure_ascii=False))
    sys.stdout.flush()


def read_bytes(name: str | Path) -> bytes:
    """The bytes of a file, or of stdin for "-".

    Raises:
        BadInputError: it can't be read, or is too large.
    """
    most = _LARGEST_INPUT_BYTES
    try:
        if str(name) == _STDIN:
            given = sys.stdin.buffer.read(most + 1)
        else:
            with Path(name).open("rb") as file:
                given = file.read(most + 1)
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error
    if len(given) > most:
        raise BadInputError(
            Sentence("Console", "{name} is larger than {megabytes} MB. Split it first.").format(
                name=name, megabytes=most // 1_000_000
            )
        )
    return given


def read_lines(name: str | Path) -> Iterator[tuple[int, str | BadInputError]]:
    """The lines of a file in UTF-8, or of stdin for "-", numbered, each as soon as it is there.

    A line that is no text or beyond all measure is given as the error that says so.

    Raises:
        BadInputError: the file can't be read.
    """
    try:
        if str(name) == _STDIN:
            yield from _numbered(sys.stdin.buffer)
        else:
            with Path(name).open("rb") as file:
                yield from _numbered(file)
    except (OSError, ValueError) as error:
        raise _unreadable(name, error) from error


def _unreadable(name: str | Path, error: OSError | ValueError) -> BadInputError:
    if isinstance(error, OSError):
        said = Sentence("Console", "{name} can't be read: {why}.")
        return BadInputError(said.format(name=name, why=error.strerror or error))
    said = Sentence("Console", "{name} is no name of a file: {why}.")
    return BadInputError(said.format(name=repr(name), why=error))


def _numbered(file: BinaryIO) -> Iterator[tuple[int, str | BadInputError]]:
    most = _LARGEST_INPUT_BYTES
    for number in count(1):
        line = file.readline(most)
        if not line:
            return
        if len(line) < most or line.endswith(b"\n"):
            yield number, _text_of(line, number)
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(most)
        yield (
            number,
            BadInputError(
                Sentence("Console", "line {number} is larger than {megabytes} MB.").format(
                    number=number, megabytes=most // 1_000_000
                )
            ),
        )


def _text_of(line: bytes, number: int) -> str | BadInputError:
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as error:
        return BadInputError(
            Sentence(
                "Console",
                "line {number} is not UTF-8 text (byte {start}). Save it as UTF-8 first.",
            ).format(number=number, start=error.start)
        )


def read_text(name: str | Path) -> str:
    """The text of a file in UTF-8, or of stdin for "-", its line ends as they are.

    Raises:
        BadInputError: it can't be read or is not UTF-8.
    """
    try:
        return read_bytes(name).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInputError(
            Sentence(
                "Console", "{name} is not UTF-8 text (byte {start}). Save it as UTF-8 first."
            ).format(name=name, start=error.start)
        ) from error


def read_json(name: str | Path) -> object:
    """The JSON value in a file.

    Raises:
        BadInputError: it can't be read or is not JSON; says the line.
    """
    return parse_json(read_text(name), str(name))


def parse_json(text: str, place: str) -> object:
    """The JSON value in a text.

    Args:
        place: where the text comes from, for the message.

    Raises:
        BadInputError: it is not JSON; says where.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        said = Sentence("Console", "{place} is not JSON: {why} (column {column}).")
        if "\n" in text:
            said = Sentence(
                "Console", "{place} is not JSON: {why} (line {line}, column {column})."
            )
        told = said.format(place=place, why=error.msg, line=error.lineno, column=error.colno)
        raise BadInputError(told) from error
    except (ValueError, RecursionError) as error:  # a number or a nesting beyond all measure
        raise BadInputError(
            Sentence("Console", "{place} is not JSON that can be read: {why}.").format(
                place=place, why=error
            )
        ) from error


def utc(time: datetime | None) -> str | None:
    """A time as ISO 8601 in UTC."""
    return None if time is None else time.astimezone(UTC).isoformat()
