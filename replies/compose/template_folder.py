"""The folder of a profile in which the seller's templates are kept, one file each."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from ...mailbox.sentence import Sentence, sentence_of
from ..errors import TemplateError
from .own_templates import (
    FILE_SUFFIX,
    MAX_FILE_BYTES,
    OwnTemplate,
    OwnTemplates,
    checked_template,
    free_id,
    from_file,
    to_file,
)

TEMPLATES_NAME: Final = "templates"
MOST_TEMPLATES: Final = 500


def template_files(folder: Path) -> list[Path]:
    """The files of templates in a folder, by name; none where it is not there."""
    return sorted(folder.glob(f"*{FILE_SUFFIX}"))[:MOST_TEMPLATES] if folder.is_dir() else []


class TemplateFolder:
    """Reads and writes them; what can't be used is told and stays where it is."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._seen: tuple[tuple[str, int, int], ...] | None = None
        self._kept: tuple[OwnTemplates, tuple[str, ...]] = (OwnTemplates(), ())

    def load(self) -> OwnTemplates:
        """The templates as they are now; files that did not change are not read again."""
        return self._look()[0]

    def problems(self) -> tuple[str, ...]:
        """A sentence for each file that can't be used."""
        return self._look()[1]

    def save(self, own: OwnTemplate) -> OwnTemplate:
        """Keep one, in the place of what has its id; returns it as it is kept.

        Raises:
            TemplateError: it can't be used, or there are too many.
            OSError: the folder can't be written; what was there stays.
        """
        others = self.load()
        kept = checked_template(own, others)
        is_new = kept.id not in {one.id for one in others.templates}
        if is_new and len(others.templates) >= MOST_TEMPLATES:
            many = Sentence("Templates", "There are {count} templates already. Delete one first.")
            raise TemplateError(many.format(count=MOST_TEMPLATES))
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.write(kept, self._path(kept.id))
        self._seen = None
        return kept

    def delete(self, id_: str) -> None:
        """Forget one; of ours, our words count again.

        Raises:
            OSError: the folder can't be written.
        """
        self._path(id_).unlink(missing_ok=True)
        self._seen = None

    def bring_in(self, path: Path) -> OwnTemplate:
        """Keep a template from a file elsewhere, under an id of its own; returns it.

        Raises:
            TemplateError: it is none, or can't be used.
            OSError: it can't be read, or the folder can't be written.
        """
        return self.save(_read(path, free_id(self.load())))

    @staticmethod
    def write(own: OwnTemplate, path: Path) -> None:
        """Write one into a file, whole or not at all.

        Raises:
            OSError: it can't be written.
        """
        fresh = path.with_name(path.name + ".new")
        try:
            fresh.touch(mode=0o600)
            with fresh.open("w", encoding="utf-8", newline="\n") as file:
                file.write(to_file(own))
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(path)
        except OSError:
            fresh.unlink(missing_ok=True)
            raise

    def _look(self) -> tuple[OwnTemplates, tuple[str, ...]]:
        paths = template_files(self.folder)
        seen = tuple((p.name, p.stat().st_mtime_ns, p.stat().st_size) for p in paths)
        if seen != self._seen:
            self._seen, self._kept = seen, self._read_all(paths)
        return self._kept

    def _read_all(self, paths: list[Path]) -> tuple[OwnTemplates, tuple[str, ...]]:
        found: list[OwnTemplate] = []
        problems: list[str] = []
        for path in paths:
            try:
                own = _read(path, path.name.removesuffix(FILE_SUFFIX))
                found.append(checked_template(own, OwnTemplates(tuple(found))))
            except (TemplateError, OSError) as error:
                unused = Sentence("Templates", "{file} is not used. {why}")
                problems.append(unused.format(file=path.name, why=sentence_of(error)))
        return OwnTemplates(tuple(found)), tuple(problems)

    def _path(self, id_: str) -> Path:
        return self.folder / f"{id_}{FILE_SUFFIX}"


def _read(path: Path, id_: str) -> OwnTemplate:
    with path.open("rb") as file:
        raw = file.read(MAX_FILE_BYTES + 1)
    if len(raw) > MAX_FILE_BYTES:
        large = Sentence("Templates", "{file} is too large for a template.")
        raise TemplateError(large.format(file=path.name))
    try:
        return from_file(raw.decode("utf-8"), id_, path.name)
    except UnicodeDecodeError as error:
        no_text = Sentence("Templates", "{file} is no text in UTF-8.")
        raise TemplateError(no_text.format(file=path.name)) from error
