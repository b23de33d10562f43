"""The commands about orders: import, match."""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import wait
from pathlib import Path
from typing import Any

from ...mailbox.mime import parse_message
from ...mailbox.sentence import Sentence, sentence_of
from ...mailbox.store.writer import StoreWriter, Transaction
from ...replies.errors import OrderFileError, UnknownLayoutError
from ...replies.order_intake import save_export
from ...replies.orders import store
from ...replies.orders.importing.imported import ImportedFile, RejectedRow
from ...replies.orders.importing.importer import OrderExport
from ...replies.orders.importing.layouts import Layout
from ...replies.orders.importing.mapped import ColumnMapping, layout_of, read_table
from ...replies.orders.importing.mapping_json import fitted, parse_mapping
from ...replies.orders.importing.progress import ROWS_AT_ONCE, watched
from ...replies.orders.importing.rows_json import rows_as_json
from ...replies.orders.importing.store import load_mappings
from ...replies.outbox.outbox import Outbox
from ..profile import Profile
from .exits import OK, UNKNOWN_LAYOUT, BadInputError
from .output import complain, read_bytes, say, say_json
from .tongue import spoken


def import_(options: argparse.Namespace, profile: Profile) -> int:
    """Import files; an unknown layout stores nothing of any of them."""
    with profile.reading() as db:
        remembered = load_mappings(db)
    mapping = _mapping(options.mapping, remembered) if options.mapping is not None else None
    layouts = [layout_of(one) for one in remembered]
    try:
        files = [
            _Import(
                _opened(path, options.source, layouts)
                if mapping is None
                else _mapped(path, mapping)
            )
            for path in options.files
        ]
    except UnknownLayoutError as error:
        complain(sentence_of(error))
        if options.format == "json":
            say_json({"format": None, "columns": list(error.columns)})
        return UNKNOWN_LAYOUT
    with profile.writing() as writer:
        # The JSON report names every order: only there all of them are kept in memory.
        saving = _Saving(profile.outbox(), files, is_kept_whole=options.format == "json")
        reports = _save(writer, saving, keep=not options.dry_run)
    _report(files, reports, options.format)
    return OK


class _Import:
    """One file while it is imported.

    Attributes:
        parts: what was read of it, where all of it is to be kept.
    """

    def __init__(self, export: OrderExport) -> None:
        self.export = export
        self.parts: list[ImportedFile] = []
        self.rejected: list[RejectedRow] = []

    def read(self, *, is_kept_whole: bool) -> Iterator[ImportedFile]:
        """What the file says, part by part."""
        for part in self.export.parts(0 if is_kept_whole else ROWS_AT_ONCE):
            self.rejected += part.rejected
            if is_kept_whole:
                self.parts.append(part)
            yield part


def _mapping(named: str, remembered: Sequence[ColumnMapping]) -> ColumnMapping:
    """The mapping of a file, or one that is remembered under this name."""
    path = Path(named)
    if path.suffix.casefold() == ".json" or path.is_file():
        try:
            return parse_mapping(read_bytes(path).decode("utf-8-sig"), path.name)
        except UnicodeDecodeError as error:
            raise BadInputError(
                Sentence("Console", "{path} is no UTF-8 text. Save the mapping as UTF-8.").format(
                    path=path
                )
            ) from error
        except OrderFileError as error:
            raise BadInputError(sentence_of(error)) from error
    found = [one for one in remembered if one.name.casefold() == named.strip().casefold()]
    if found:
        return found[-1]
    names = ", ".join(dict.fromkeys(one.name for one in remembered))
    known = Sentence("Console", "None is remembered yet.")
    if names:
        known = Sentence("Console", "Remembered are: {names}.").format(names=names)
    raise BadInputError(
        Sentence(
            "Console",
            "There is no mapping '{named}'. {known} Name one of them, or give a "
            "MAP.json; the window remembers one when you say what the columns of a "
            "file are.",
        ).format(named=named, known=known)
    )


def _mapped(path: Path, mapping: ColumnMapping) -> OrderExport:
    data = read_bytes(path)
    try:
        fitting = fitted(mapping, read_table(data, path.name).columns, path.name)
        return OrderExport(data, path.name, [layout_of(fitting)], known=())
    except OrderFileError as error:
        raise BadInputError(sentence_of(error)) from error


def _opened(path: Path, source: str | None, layouts: Sequence[Layout]) -> OrderExport:
    try:
        export = OrderExport(read_bytes(path), path.name, layouts)
    except UnknownLayoutError:
        raise
    except OrderFileError as error:
        raise BadInputError(sentence_of(error)) from error
    if source and export.format != source:
        raise BadInputError(
            Sentence("Console", "{path} is in the format {format}, not {source}.").format(
                path=path, format=export.format, source=source
            )
        )
    return export


class _Saving:
    """The saving of all files, which Ctrl+C breaks off: then nothing of them is kept."""

    def __init__(self, outbox: Outbox, files: list[_Import], *, is_kept_whole: bool) -> None:
        self.cancelled = threading.Event()
        self._outbox = outbox
        self._files = files
        self._is_kept_whole = is_kept_whole

    def __call__(self, tx: Transaction) -> list[store.SaveReport]:
        return [self._save(tx, file) for file in self._files]

    def _save(self, tx: Transaction, file: _Import) -> store.SaveReport:
        parts = file.read(is_kept_whole=self._is_kept_whole)
        return save_export(tx, self._outbox, watched(parts, self._tell, self.cancelled.is_set))

    def _tell(self, rows: int) -> None:
        if rows > ROWS_AT_ONCE and sys.stderr.isatty():
            sys.stderr.write(f"\r{rows:,} rows")
            sys.stderr.flush()


class _DryRun(Exception):  # noqa: N818 - no error: it rolls a rehearsal back
    """Carries the reports of a save that is not to be kept."""

    def __init__(self, reports: list[store.SaveReport]) -> None:
        super().__init__()
        self.reports = reports


def _save(writer: StoreWriter, saving: _Saving, *, keep: bool) -> list[store.SaveReport]:
    def save(tx: Transaction) -> list[store.SaveReport]:
        reports = saving(tx)
        if not keep:
            raise _DryRun(reports)
        return reports

    job = writer.submit(save)
    try:
        return job.result()
    except _DryRun as rehearsal:
        return rehearsal.reports
    except KeyboardInterrupt:
        saving.cancelled.set()
        wait([job])
        raise


def _report(files: list[_Import], reports: list[store.SaveReport], form: str) -> None:
    if form == "json":
        say_json(
            {
                "format": ", ".join(dict.fromkeys(f.export.format for f in files)),
                "encoding": ", ".join(dict.fromkeys(f.export.encoding for f in files)),
                "imported": sum(r.imported for r in reports),
                "updated": sum(r.updated for r in reports),
                "unchanged": sum(r.unchanged for r in reports),
                "rejected": [{"line": r.line, "why": r.why} for f in files for r in f.rejected],
                **_rows(part for file in files for part in file.parts),
            }
        )
        return
    for file, report in zip(files, reports, strict=True):
        counted = Sentence(
            "Console",
            "{format} ({encoding}): {imported} imported, {updated} updated, "
            "{unchanged} unchanged, {rejected} rejected",
        )
        say(
            counted.format(
                format=file.export.format,
                encoding=file.export.encoding,
                imported=report.imported,
                updated=report.updated,
                unchanged=report.unchanged,
                rejected=len(file.rejected),
            )
        )
        for row in sorted(file.rejected, key=lambda row: row.line):
            line = Sentence("Console", "line {number}: {why}").format(number=row.line, why=row.why)
            say(f"  {spoken(line)}")


def _rows(parts: Iterable[ImportedFile]) -> dict[str, list[dict[str, Any]]]:
    """The rows of all files together, in the form that each kind of file has."""
    rows: dict[str, list[dict[str, Any]]] = {"orders": [], "shipments": [], "transactions": []}
    for part in parts:
        for kind, found in rows_as_json(part).items():
            rows[kind] += found
    return rows


def match(options: argparse.Namespace, profile: Profile) -> int:
    """Say which order a message is about, ranked, with reasons."""
    message = parse_message(read_bytes(options.file))
    with profile.reading() as db:
        matches = store.match_stored(db, message)
    if options.format == "json":
        say_json(
            [
                {
                    "order_id": m.order.order.order_id,
                    "score": round(m.score, 3),
                    "reasons": list(m.reasons),
                }
                for m in matches
            ]
        )
        return OK
    for m in matches:
        say(f"{m.score:.2f}  {m.order.order.order_id}  {'; '.join(m.reasons)}")
    if not matches:
        say(Sentence("Console", "No order fits this message."))
    return OK
