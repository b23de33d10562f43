"""Files that are attached to a reply: taken in, and whether they may go with it."""

from __future__ import annotations

import stat
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from ..mailbox.enclosure import Enclosure, describe, size_as_sent
from ..mailbox.enclosure_folder import EnclosureFolder
from ..mailbox.parts import safe_name
from ..mailbox.photo_data import without_photo_data
from ..mailbox.sentence import Sentence
from .errors import EnclosureError
from .orders.order import Marketplace

_MB: Final = 1_000_000
_LARGEST_READ: Final = 100 * _MB  # no server takes as much; it is not even read
_TEXT_AND_FIELDS: Final = 20_000  # bytes left for the letter itself
_FIELDS_OF_A_FILE: Final = 1_000


@dataclass(frozen=True, slots=True)
class EnclosureRules:
    """What a channel takes along with a letter.

    Attributes:
        service: its name, "" for the seller's own mail server.
        most_bytes: of the whole letter as it travels.
        taken: the endings that arrive; empty for all but `refused`.
    """

    service: str
    most_files: int
    most_bytes: int
    taken: tuple[str, ...]
    refused: frozenset[str]


@cache
def rules_of(channel: Marketplace) -> EnclosureRules:
    """The rules of resources/mail/enclosures.toml."""
    file = files("softanswer.resources") / "mail" / "enclosures.toml"
    table: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    row = table[channel.value]
    refused = table["program"]["endings"] if row.get("refused") == "program" else ""
    return EnclosureRules(
        service="" if channel is Marketplace.OWN else row["name"],
        most_files=row["most_files"],
        most_bytes=row["most_mb"] * _MB,
        taken=tuple(row.get("taken", "").split()),
        refused=frozenset(refused.split()),
    )


def take_in(folder: EnclosureFolder, name: str, content: bytes) -> Enclosure:
    """Keep a content for a reply; photos are kept without what they tell of their place.

    Raises:
        EnclosureError: it can't be kept; the message says what to do.
    """
    shown = safe_name(name) or "file"
    if not content:
        raise EnclosureError(
            Sentence("Reply", "“{name}” is empty. Choose another file.").format(name=shown)
        )
    if len(content) > _LARGEST_READ:
        raise _too_large_to_read(shown)
    cleaned, photo_data = without_photo_data(content)
    try:
        folder.put(cleaned)
    except OSError as error:
        raise EnclosureError(
            Sentence(
                "Reply",
                "“{name}” can't be kept in the profile folder: {error}. Make room on the disk, "
                "then attach it again.",
            ).format(name=shown, error=error.strerror or str(error))
        ) from error
    return describe(shown, cleaned, photo_data)


def take_in_file(folder: EnclosureFolder, path: Path) -> Enclosure:
    """Keep a file of the seller's for a reply, as it is at this moment.

    Raises:
        EnclosureError: it can't be read or kept; the message says what to do.
    """
    shown = safe_name(path.name) or "file"
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise EnclosureError(
                Sentence("Reply", "“{name}” is a folder. Attach the files in it.").format(
                    name=shown
                )
            )
        if not stat.S_ISREG(mode):  # a device or a pipe, which may never end
            raise EnclosureError(
                Sentence("Reply", "“{name}” is no ordinary file. Choose another one.").format(
                    name=shown
                )
            )
        with path.open("rb") as file:
            content = file.read(_LARGEST_READ + 1)
    except OSError as error:
        raise EnclosureError(
            Sentence(
                "Reply",
                "“{name}” can't be read: {error}. Look whether it is still there, then attach it "
                "again.",
            ).format(name=shown, error=error.strerror or str(error))
        ) from error
    return take_in(folder, path.name, content)


def added(
    present: Sequence[Enclosure],
    enclosure: Enclosure,
    channel: Marketplace,
    server_takes: int | None = None,
) -> tuple[Enclosure, ...]:
    """The files of a reply with one more; each has a name of its own, none stands there twice.

    Args:
        server_takes: the most bytes of a letter that the own server takes, None where not known.

    Raises:
        EnclosureError: it may not go with this reply; the message says what to do.
    """
    if any(one.sha256 == enclosure.sha256 for one in present):
        return tuple(present)
    taken = {one.name.casefold() for one in present}
    name, number = enclosure.name, 2
    while name.casefold() in taken:
        stem, dot, ending = enclosure.name.rpartition(".")
        name = f"{stem or ending} ({number}){dot + ending if stem else ''}"
        number += 1
    together = (*present, replace(enclosure, name=name))
    ensure_may_go(together, channel, server_takes)
    return together


def ensure_may_go(
    enclosures: Sequence[Enclosure], channel: Marketplace, server_takes: int | None = None
) -> None:
    """Let these files go with one reply, or say what can't and what to do.

    Args:
        server_takes: the most bytes of a letter that the own server takes, None where not known.

    Raises:
        EnclosureError: one is of a kind that does not arrive, or they are too many or too large.
    """
    rules = rules_of(channel)
    for one in enclosures:
        _ensure_kind(one, rules)
    if len(enclosures) > rules.most_files:
        raise EnclosureError(
            Sentence(
                "Reply",
                "{service} takes at most {count} files with one letter. Send “{name}” with "
                "another letter.",
            ).format(
                service=rules.service or Sentence("Reply", "Your mail server"),
                count=rules.most_files,
                name=enclosures[-1].name,
            )
        )
    _ensure_size(enclosures, rules, server_takes)


def _ensure_kind(one: Enclosure, rules: EnclosureRules) -> None:
    if rules.taken and one.ending not in rules.taken:
        raise EnclosureError(
            Sentence(
                "Reply",
                "“{name}” can't go with a letter to {service}, which takes {endings} only. Save "
                "it as one of these, then attach that.",
            ).format(name=one.name, service=rules.service, endings=_listed(rules.taken))
        )
    if one.ending in rules.refused:
        raise EnclosureError(
            Sentence(
                "Reply",
                "“{name}” can't be attached: mail servers turn .{ending} files away, for they can "
                "be programs. Send a picture or a PDF of it.",
            ).format(name=one.name, ending=one.ending)
        )


def _ensure_size(
    enclosures: Sequence[Enclosure], rules: EnclosureRules, server_takes: int | None
) -> None:
    if not enclosures:
        return
    # A server that states its size is believed, not the careful guess; a marketplace's stays.
    most = rules.most_bytes
    if server_takes:
        most = min(most, server_takes) if rules.service else server_takes
    size = _TEXT_AND_FIELDS + sum(size_as_sent(one.size) + _FIELDS_OF_A_FILE for one in enclosures)
    if size <= most:
        return
    by_marketplace = rules.service and most == rules.most_bytes
    raise EnclosureError(
        Sentence(
            "Reply",
            "With “{name}” the letter would have {size} MB, and {service} takes {most} MB. Make "
            "the file smaller, or send it with another letter.",
        ).format(
            name=enclosures[-1].name,
            size=f"{size / _MB:.1f}",
            service=rules.service if by_marketplace else Sentence("Reply", "your mail server"),
            most=f"{most / _MB:.1f}",
        )
    )


def _listed(endings: Iterable[str]) -> str:
    return ", ".join(f".{ending}" for ending in endings)


def _too_large_to_read(name: str) -> EnclosureError:
    return EnclosureError(
        Sentence(
            "Reply",
            "“{name}” has more than {most} MB; no mail server takes that. Make it smaller first.",
        ).format(name=name, most=_LARGEST_READ // _MB)
    )
