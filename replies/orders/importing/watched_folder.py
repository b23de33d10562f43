"""A folder whose order files import themselves: what lies in it, and what of that is new."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ....mailbox.sentence import Sentence
from ...errors import OrderFileError, UnknownLayoutError
from .importer import OrderExport
from .layouts import Layout
from .reading import MAX_FILE_BYTES

SUFFIXES: Final = frozenset({".csv", ".txt", ".tsv", ".sta"})


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what a file that grows or changes is told from one that rests."""

    size: int
    changed_ns: int


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file of the folder that rests, and what it is.

    Attributes:
        digest: of its content; "" where it cannot be read.
        export: None where it is no export of a known kind.
        problem: why not.
    """

    path: Path
    digest: str
    export: OrderExport | None = None
    problem: OrderFileError | None = None

    @property
    def may_be_mapped(self) -> bool:
        """Whether it is a table whose columns the seller could name."""
        return isinstance(self.problem, UnknownLayoutError)


@dataclass(frozen=True, slots=True)
class Look:
    """What one look into the folder gave.

    Attributes:
        stamps: of all files that may be exports.
        found: those that rest, and whose content is new.
    """

    stamps: Mapping[Path, Stamp]
    found: tuple[FoundFile, ...] = ()

    def is_quiet(self, before: Mapping[Path, Stamp]) -> bool:
        """Whether nothing has changed since an earlier look."""
        return dict(self.stamps) == dict(before)


def stamps_of(folder: Path) -> dict[Path, Stamp]:
    """The files of a folder that may be exports.

    Raises:
        OrderFileError: the folder is not there or may not be read.
    """
    found = {}
    try:
        for path in sorted(folder.iterdir()):
            if path.suffix.casefold() not in SUFFIXES or path.name.startswith("."):
                continue
            try:
                stat = path.stat()
            except FileNotFoundError:
                continue  # it went meanwhile
            if path.is_file() and 0 < stat.st_size <= MAX_FILE_BYTES:
                found[path] = Stamp(stat.st_size, stat.st_mtime_ns)
    except OSError as error:
        raise OrderFileError(
            Sentence(
                "Orders",
                "The folder {folder}, whose order files are imported, can't be read: {why}.",
            ).format(folder=folder, why=error.strerror or error)
        ) from error
    return found


def look_into(
    folder: Path,
    before: Mapping[Path, Stamp],
    done: Mapping[Path, Stamp],
    known: Mapping[str, bool],
    layouts: Sequence[Layout],
) -> Look:
    """Look into the folder.

    Args:
        before: as the last look found it; what has the same stamp rests.
        done: the files that were dealt with, as they were then.
        known: the contents that were seen before, and whether each was imported.
        layouts: the remembered kinds of files.

    Raises:
        OrderFileError: the folder is not there or may not be read.
    """
    stamps = stamps_of(folder)
    resting = [path for path, stamp in stamps.items() if before.get(path) == stamp]
    imported = {digest for digest, was_imported in known.items() if was_imported}
    found: dict[str, FoundFile] = {}
    for path in resting:
        if done.get(path) != stamps[path]:
            file = _read(path, stamps[path], imported, layouts)
            if file is not None:
                found.setdefault(file.digest or str(path), file)
    return Look(stamps, tuple(found.values()))


def _read(
    path: Path, stamp: Stamp, imported: Collection[str], layouts: Sequence[Layout]
) -> FoundFile | None:
    """What a file is; None where it still grows."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        why = Sentence("Orders", "{file} can't be read: {why}.").format(
            file=path.name, why=error.strerror or error
        )
        return FoundFile(path, "", problem=OrderFileError(why))
    if len(data) != stamp.size:
        return None
    digest = hashlib.sha256(data).hexdigest()
    if digest in imported:
        return FoundFile(path, digest)
    try:
        return FoundFile(path, digest, OrderExport(data, path.name, layouts))
    except OrderFileError as error:
        return FoundFile(path, digest, problem=error)
