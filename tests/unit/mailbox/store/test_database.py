"""Opening the database: fresh, older, newer, damaged, unwritable, full."""

import sqlite3
import stat

import pytest

from softanswer.mailbox.errors import (
    StoreDamagedError,
    StoreError,
    StoreFullError,
    StoreTooNewError,
)
from softanswer.mailbox.store.database import (
    migrate,
    migrations,
    open_for_reading,
    open_for_writing,
    translated_errors,
)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "profile" / "softanswer.sqlite3"


def version(db):
    return db.execute("PRAGMA user_version").fetchone()[0]


def test_a_new_database_has_the_newest_schema_and_only_its_owner_reads_it(path):
    db = open_for_writing(path)
    assert version(db) == len(migrations())
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert db.execute("PRAGMA synchronous").fetchone()[0] == 2
    assert db.execute("PRAGMA page_size").fetchone()[0] == 8192
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    db.close()


@pytest.mark.parametrize("older", range(1, len(migrations())))
def test_an_older_database_is_brought_up_to_date_and_kept_beside(path, older):
    path.parent.mkdir()
    db = sqlite3.connect(path)
    migrate(db, migrations()[:older], path)
    db.execute(
        "INSERT INTO accounts (address, name, username, imap_host, imap_port, imap_security,"
        " smtp_host, smtp_port, smtp_security) VALUES ('a@b.example', '', '', 'h', 1, 'tls',"
        " 'h', 2, 'tls')"
    )
    db.commit()
    db.close()
    db = open_for_writing(path)
    assert version(db) == len(migrations())
    assert db.execute("SELECT address FROM accounts").fetchone()[0] == "a@b.example"
    db.close()
    (kept,) = path.parent.glob("*.before-*.sqlite3")
    old = sqlite3.connect(kept)
    assert version(old) == older
    old.close()


def test_a_newer_database_is_refused_and_left_as_it_is(path):
    open_for_writing(path).close()
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version = {len(migrations()) + 1}")
    db.close()
    before = path.read_bytes()
    with pytest.raises(StoreTooNewError, match="newer Soft Answer"):
        open_for_writing(path)
    assert path.read_bytes() == before


def test_a_migration_that_fails_changes_nothing(path):
    path.parent.mkdir()
    db = sqlite3.connect(path)
    migrate(db, migrations()[:1], path)
    with pytest.raises(sqlite3.Error):
        migrate(db, (*migrations()[:1], "CREATE TABLE half (x); NONSENSE;"), path)
    db.rollback()
    assert version(db) == 1
    assert db.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchone() is None
    db.close()


def test_a_file_that_is_no_database_is_told_and_kept(path):
    path.parent.mkdir()
    path.write_bytes(b"these are not the bytes of a database" * 200)
    before = path.read_bytes()
    with pytest.raises(StoreDamagedError, match="doctor --repair"):
        open_for_writing(path)
    assert path.read_bytes() == before


def test_a_folder_in_place_of_the_file_is_told(path):
    path.mkdir(parents=True)
    with pytest.raises(StoreError, match=r"can't be|cannot be"):
        open_for_writing(path)


def test_reading_never_writes(path):
    open_for_writing(path).close()
    db = open_for_reading(path)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        db.execute("DELETE FROM accounts")
    db.close()


def test_a_full_disk_is_told_and_loses_nothing(path):
    db = open_for_writing(path)
    (pages,) = db.execute("PRAGMA page_count").fetchone()
    db.execute(f"PRAGMA max_page_count = {pages + 1}")
    rows = [("x" * 5000,)] * 1000
    with pytest.raises(StoreFullError, match="make room"), translated_errors(path):
        db.executemany("INSERT INTO hold_policies VALUES (NULL, 0, '', ?)", rows)
    db.close()
    db = open_for_writing(path)
    assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    db.close()
