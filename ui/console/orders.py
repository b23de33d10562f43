"""The commands about orders: import, match."""

from __future__ import annotations

import argparse
from pathlib import Path

from ...mailbox.mime import parse_message
from ...mailbox.store.writer import StoreWriter, Transaction
from ...replies.errors import OrderFileError, UnknownLayoutError
from ...replies.order_intake import save_orders
from ...replies.orders import store
from ...replies.orders.importing.importer import ImportedFile, read_orders
from ...replies.orders.order_json import order_to_json, shipment_to_json
from ...replies.outbox.outbox import Outbox
from ..profile import Profile
from .exits import OK, UNKNOWN_LAYOUT, BadInputError
from .output import complain, read_bytes, say, say_json


def import_(options: argparse.Namespace, profile: Profile) -> int:
    """Import files; an unknown layout stores nothing of any of them."""
    if options.mapping is not None:
        raise BadInputError("--mapping is not built yet: only known layouts can be imported.")
    try:
        files = [_read(path, options.source) for path in options.files]
    except UnknownLayoutError as error:
        complain(str(error))
        if options.format == "json":
            say_json({"format": None, "columns": list(error.columns)})
        return UNKNOWN_LAYOUT
    with profile.writing() as writer:
        reports = _save(writer, profile.outbox(), files, keep=not options.dry_run)
    _report(files, reports, options.format)
    return OK


def _read(path: Path, source: str | None) -> ImportedFile:
    try:
        imported = read_orders(read_bytes(path), path.name)
    except UnknownLayoutError:
        raise
    except OrderFileError as error:
        raise BadInputError(str(error)) from error
    if source and imported.format != source:
        raise BadInputError(f"{path} is in the format {imported.format}, not {source}.")
    return imported


class _DryRun(Exception):  # noqa: N818 - no error: it rolls a rehearsal back
    """Carries the reports of a save that is not to be kept."""

    def __init__(self, reports: list[store.SaveReport]) -> None:
        super().__init__()
        self.reports = reports


def _save(
    writer: StoreWriter, outbox: Outbox, files: list[ImportedFile], *, keep: bool
) -> list[store.SaveReport]:
    def save(tx: Transaction) -> list[store.SaveReport]:
        reports = [save_orders(tx, outbox, imported) for imported in files]
        if not keep:
            raise _DryRun(reports)
        return reports

    try:
        return writer.call(save)
    except _DryRun as rehearsal:
        return rehearsal.reports


def _report(files: list[ImportedFile], reports: list[store.SaveReport], form: str) -> None:
    if form == "json":
        say_json(
            {
                "format": ", ".join(dict.fromkeys(f.format for f in files)),
                "encoding": ", ".join(dict.fromkeys(f.encoding for f in files)),
                "imported": sum(r.imported for r in reports),
                "updated": sum(r.updated for r in reports),
                "unchanged": sum(r.unchanged for r in reports),
                "rejected": [{"line": r.line, "why": r.why} for f in files for r in f.rejected],
                "orders": [order_to_json(o) for f in files for o in f.orders],
                "shipments": [shipment_to_json(s) for f in files for s in f.shipments],
                "transactions": [],
            }
        )
        return
    for imported, report in zip(files, reports, strict=True):
        say(
            f"{imported.format} ({imported.encoding}): {report.imported} imported, "
            f"{report.updated} updated, {report.unchanged} unchanged, "
            f"{len(imported.rejected)} rejected"
        )
        for row in imported.rejected:
            say(f"  line {row.line}: {row.why}")


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
        say("No order fits this message.")
    return OK
