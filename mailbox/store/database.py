"""Open the database of a profile: pragmas, migrations, and the errors of the file system."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from ..errors import StoreDamagedError, StoreError, StoreFullError, StoreTooNewError
from ..sentence import Sentence

DATABASE_NAME: Final = "softanswer.sqlite3"
# importlib.resources would take 5 ms of each start.
_MIGRATIONS: Final = Path(__file__).parents[2] / "resources" / "sql"
_READ_CACHE_KIB: Final = 8_000  # a search looks at hundreds of rows, each on a page of its own
BUSY_TIMEOUT_S: Final = 10.0
_PAGE_BYTES: Final = 8_192  # most letters are compressed to 2 to 4 kB, and share a page
_CHECKPOINT_PAGES: Final = 2_000  # 16 MB: a first sync does not copy each batch at once
_CACHE_KIB: Final = 12_288


def open_for_writing(path: Path) -> sqlite3.Connection:
    """Open the database, made and migrated as needed.

    Raises:
        StoreTooNewError: a newer version of the program wrote it.
        StoreDamagedError: the file is damaged or no database.
        StoreFullError: no room on the disk.
        StoreError: it cannot be opened for another reason, told in the message.
    """
    with translated_errors(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600, exist_ok=True)
        db = _connect(path.as_posix())
        try:
            if not path.stat().st_size:
                # The size of pages first: the other settles the file.
                db.execute(f"PRAGMA page_size = {_PAGE_BYTES}")
                db.execute("PRAGMA auto_vacuum = INCREMENTAL")  # see `space`
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA synchronous = FULL")
            db.execute("PRAGMA foreign_keys = ON")
            db.execute(f"PRAGMA wal_autocheckpoint = {_CHECKPOINT_PAGES}")
            db.execute(f"PRAGMA cache_size = {-_CACHE_KIB}")
            migrate(db, migrations(), path)
        except BaseException:
            db.close()
            raise
    return db


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Open a second connection that can only read.

    Raises:
        StoreError: as for `open_for_writing`.
    """
    with translated_errors(path):
        db = _connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        db.execute("PRAGMA query_only = ON")
        db.execute(f"PRAGMA cache_size = {-_READ_CACHE_KIB}")
    return db


def migrations() -> tuple[str, ...]:
    """The SQL of every migration, oldest first; its number is its place, from 1."""
    names = sorted(path.name for path in _MIGRATIONS.glob("*.sql"))
    for number, name in enumerate(names, 1):
        if int(name.partition("_")[0]) != number:
            raise AssertionError(f"migration {name} is out of order")
    return tuple((_MIGRATIONS / name).read_text(encoding="utf-8") for name in names)


def migrate(db: sqlite3.Connection, steps: tuple[str, ...], path: Path) -> None:
    """Bring the schema to the newest version, in one transaction.

    Raises:
        StoreTooNewError: the database is already beyond `steps`.
    """
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if version > len(steps):
        raise StoreTooNewError(
            Sentence(
                "Store",
                "{path} was written by a newer Soft Answer (its version {version}, ours "
                "{ours}). Nothing was changed. Install the newer program, or use another "
                "profile with --profile DIR.",
            ).format(path=path, version=version, ours=len(steps))
        )
    if version == len(steps):
        return
    if version:
        back_up(db, path.with_suffix(f".before-{len(steps)}.sqlite3"))
    script = "".join(steps[version:])
    db.executescript(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {len(steps)};\nCOMMIT;")


@contextmanager
def translated_errors(path: Path) -> Iterator[None]:
    """Turn the errors of SQLite and of the file system into `StoreError`s for the seller."""
    try:
        yield
    except sqlite3.Error as error:
        raise _store_error(error, path) from error
    except UnicodeDecodeError as error:  # a turned byte in what SQLite itself says
        raise damaged_error(path) from error
    except OSError as error:
        raise StoreError(
            Sentence("Store", "{path} cannot be used: {error}.").format(
                path=path, error=error.strerror or error
            )
        ) from error


def damaged_error(path: Path) -> StoreDamagedError:
    """What to raise for a database that holds what was never written."""
    return StoreDamagedError(
        Sentence(
            "Store",
            "{path} is damaged or is no database of Soft Answer. It was left as it is. Run "
            "'softanswer doctor --repair' to set it aside and to start with a new one: mail comes "
            "again from the server, waiting replies from the journal beside it.",
        ).format(path=path)
    )


def _connect(name: str, *, uri: bool = False) -> sqlite3.Connection:
    db = sqlite3.connect(
        name, uri=uri, timeout=BUSY_TIMEOUT_S, isolation_level=None, check_same_thread=False
    )
    db.row_factory = sqlite3.Row
    return db


def back_up(db: sqlite3.Connection, path: Path) -> None:
    """Write a copy of a database, whole, whatever others write meanwhile."""
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    with sqlite3.connect(path) as copy:
        db.backup(copy)
    copy.close()


def _store_error(error: sqlite3.Error, path: Path) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return StoreFullError(
            Sentence(
                "Store",
                "There is no room left on the disk of {folder}. Nothing was lost: make room, "
                "then try again.",
            ).format(folder=path.parent)
        )
    if code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}:
        return damaged_error(path)
    if code in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM}:
        return StoreError(
            Sentence(
                "Store",
                "{path} cannot be written. See that the folder exists and that you may write "
                "there, or use another profile with --profile DIR.",
            ).format(path=path)
        )
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return StoreError(
            Sentence(
                "Store",
                "{path} is in use by another program for more than {seconds} "
                "seconds. Close it, then try again.",
            ).format(path=path, seconds=round(BUSY_TIMEOUT_S))
        )
    return StoreError(
        Sentence("Store", "{path} cannot be used: {error}.").format(path=path, error=error)
    )
