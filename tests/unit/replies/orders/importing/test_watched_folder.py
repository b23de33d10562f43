from __future__ import annotations

from pathlib import Path

import pytest

from softanswer.replies.errors import OrderFileError
from softanswer.replies.orders.importing.mapped import (
    ColumnMapping,
    guess_columns,
    layout_of,
    read_table,
)
from softanswer.replies.orders.importing.store import load_watched, note_watched
from softanswer.replies.orders.importing.watched_folder import look_into, stamps_of

DATA = Path(__file__).parents[4] / "data"
KNOWN = DATA / "orders/ebay-orders-report-us.csv"
UNKNOWN = DATA / "unknown-orders.csv"


def look(folder, before=None, done=None, known=None, layouts=()):
    return look_into(folder, before or {}, done or {}, known or {}, layouts)


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "exports"
    folder.mkdir()
    return folder


def put(folder, source, name=None):
    path = folder / (name or source.name)
    path.write_bytes(source.read_bytes())
    return path


def test_a_file_is_taken_when_it_was_the_same_twice(folder):
    path = put(folder, KNOWN)
    first = look(folder)
    assert (list(first.stamps), first.found) == ([path], ())
    (found,) = look(folder, first.stamps).found
    assert (found.path, found.export.format, found.problem) == (path, "ebay-orders", None)


def test_a_file_that_grows_waits(folder):
    path = folder / "orders.csv"
    path.write_bytes(KNOWN.read_bytes()[:900])
    first = look(folder)
    path.write_bytes(KNOWN.read_bytes())
    second = look(folder, first.stamps)
    assert second.found == ()
    assert not second.is_quiet(first.stamps)
    third = look(folder, second.stamps)
    assert third.found[0].export.format == "ebay-orders"
    assert third.is_quiet(second.stamps)


def test_what_was_dealt_with_is_left_until_it_changes(folder):
    path = put(folder, KNOWN)
    stamps = stamps_of(folder)
    assert look(folder, stamps, done=stamps).found == ()
    path.write_bytes(KNOWN.read_bytes() + b"\r\n")
    newer = stamps_of(folder)
    assert len(look(folder, newer, done=stamps).found) == 1


def test_the_same_content_is_taken_once_whatever_it_is_called(folder):
    put(folder, KNOWN)
    put(folder, KNOWN, "copy.txt")
    stamps = stamps_of(folder)
    (found,) = look(folder, stamps).found
    again = look(folder, stamps, known={found.digest: True}).found
    assert [(f.export, f.problem) for f in again] == [(None, None)]


def test_an_unknown_kind_is_taken_as_soon_as_its_columns_are_known(folder):
    put(folder, UNKNOWN)
    stamps = stamps_of(folder)
    (found,) = look(folder, stamps).found
    assert found.export is None
    assert found.may_be_mapped
    table = read_table(UNKNOWN.read_bytes(), UNKNOWN.name)
    mapping = ColumnMapping("Biblio", table.columns, guess_columns(table.columns), day_first=True)
    known = {found.digest: False}
    (mapped,) = look(folder, stamps, known=known, layouts=[layout_of(mapping)]).found
    assert mapped.export.format == "mapped:Biblio"


@pytest.mark.parametrize("name", ["orders.csv.part", ".orders.csv", "orders.xlsx", "notes.md"])
def test_other_files_are_no_business_of_ours(folder, name):
    put(folder, KNOWN, name)
    (folder / "folder.csv").mkdir()
    (folder / "empty.csv").touch()
    assert stamps_of(folder) == {}


def test_what_is_no_text_is_told_and_cannot_be_mapped(folder):
    (folder / "orders.csv").write_bytes(b"PK\x03\x04 a spreadsheet")
    (found,) = look(folder, stamps_of(folder)).found
    assert "a spreadsheet" in str(found.problem)
    assert not found.may_be_mapped


def test_a_file_that_may_not_be_read_is_told(folder):
    path = put(folder, KNOWN)
    stamps = stamps_of(folder)
    path.unlink()
    path.symlink_to(folder / "nowhere.csv")
    assert look(folder, stamps).found == ()
    assert stamps_of(folder) == {}


def test_a_folder_that_is_gone_says_so(tmp_path):
    with pytest.raises(OrderFileError, match=r"can't be read: No such file or directory\.$"):
        look(tmp_path / "gone")


def test_contents_are_remembered_and_whether_they_were_imported(box):
    from datetime import UTC, datetime

    at = datetime(2026, 11, 22, tzinfo=UTC)
    box.do(lambda tx: note_watched(tx, "a" * 64, "one.csv", at, was_imported=False))
    box.do(lambda tx: note_watched(tx, "b" * 64, "two.csv", at, was_imported=True))
    box.do(lambda tx: note_watched(tx, "a" * 64, "one.csv", at, was_imported=True))
    assert box.do(lambda tx: load_watched(tx.db)) == {"a" * 64: True, "b" * 64: True}
