"""The command doctor: what the program needs here, and how to mend what is missing."""

from __future__ import annotations

import argparse
import importlib.util
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Final

from ...mailbox.errors import KeyringError, StoreDamagedError, StoreError
from ...mailbox.sentence import Sentence, in_a_row, sentence_of
from ...mailbox.sign_in.tokens import Tokens
from ...mailbox.store.accounts import load_accounts
from ...mailbox.store.lock import ProfileLock
from ...mailbox.store.space import space_of
from ...replies.preferences import load_preferences
from ..profile import Profile
from .compacting import compact
from .exits import FOUND, OK, BadInputError
from .output import say, say_json
from .tongue import spoken

_PROBE: Final = "softanswer-doctor-probe"
_MARK: Final = 4  # letters


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing that was looked at.

    Attributes:
        mend: what to do, "" where it is well.
    """

    what: str
    is_well: bool
    finding: str
    mend: str = ""


def _well(what: str, finding: str) -> Diagnosis:
    return Diagnosis(what, is_well=True, finding=finding)


def _ill(what: str, finding: str, mend: str) -> Diagnosis:
    return Diagnosis(what, is_well=False, finding=finding, mend=mend)


def examine(options: argparse.Namespace, profile: Profile) -> int:
    """Look at everything; exit 1 where something is to be mended."""
    mended = [_repair(profile)] if options.repair else []
    if options.compact:
        mended = [_well(Sentence("Doctor", "compact"), compact(profile))]
    diagnoses = [*mended, *_diagnoses(profile)]
    if options.format == "json":
        say_json(
            [
                {"check": d.what, "ok": d.is_well, "finding": d.finding, "mend": d.mend or None}
                for d in diagnoses
            ]
        )
    else:
        well, ill = spoken(Sentence("Doctor", "ok")), spoken(Sentence("Doctor", "MEND"))
        for d in diagnoses:
            mark = (well if d.is_well else ill).ljust(_MARK)
            say(f"{mark}  {spoken(d.what)}: {spoken(d.finding)}")
            if d.mend:
                say(f"{' ' * _MARK}  {spoken(d.mend)}")
    return OK if all(d.is_well for d in diagnoses) else FOUND


def _diagnoses(profile: Profile) -> Iterator[Diagnosis]:
    yield _qt()
    yield _display()
    yield _keyring(profile)
    yield _search()
    yield _database(profile)
    yield _accounts(profile)
    yield _preferences(profile)


def _qt() -> Diagnosis:
    if importlib.util.find_spec("PySide6") is None:
        return _ill("Qt", Sentence("Doctor", "PySide6 is missing"), "pip install softanswer")
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        return _ill(
            "Qt",
            Sentence("Doctor", "a system library is missing ({why})").format(why=error),
            Sentence("Doctor", "On Debian: {command}").format(
                command="apt install libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1"
            ),
        )
    return _well("Qt", Sentence("Doctor", "its libraries load"))


def display_is_missing() -> bool:
    """Tell whether this is a Unix session without a screen."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return False
    return not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


NO_DISPLAY: Final = Sentence(
    "Doctor",
    "There is no display to open a window on: start it in a desktop session, or on a bare server "
    "with 'xvfb-run softanswer' (Debian: apt install xvfb xauth).",
)


def _display() -> Diagnosis:
    if display_is_missing():
        return _ill(Sentence("Doctor", "display"), Sentence("Doctor", "none"), NO_DISPLAY)
    return _well(Sentence("Doctor", "display"), Sentence("Doctor", "there is one"))


def _keyring(profile: Profile) -> Diagnosis:
    what = Sentence("Doctor", "keyring")
    try:
        profile.secrets.set(_PROBE, "probe")
        profile.secrets.delete(_PROBE)
    except KeyringError as error:
        return _ill(what, Sentence("Doctor", "passwords can't be kept"), sentence_of(error))
    return _well(what, Sentence("Doctor", "it keeps passwords"))


def _search() -> Diagnosis:
    what = Sentence("Doctor", "search")
    with closing(sqlite3.connect(":memory:")) as db:
        try:
            db.execute("CREATE VIRTUAL TABLE probe USING fts5(text)")
        except sqlite3.Error:
            return _ill(
                what,
                Sentence("Doctor", "this Python's SQLite has no FTS5"),
                Sentence("Doctor", "Use the Python of python.org."),
            )
    return _well(
        what,
        Sentence("Doctor", "SQLite {version} with FTS5").format(version=sqlite3.sqlite_version),
    )


def _database(profile: Profile) -> Diagnosis:
    what = Sentence("Doctor", "database")
    try:
        with profile.writing() as writer:
            (state,) = writer.call(lambda tx: tx.db.execute("PRAGMA quick_check").fetchone())
            space = writer.call(lambda tx: space_of(tx.db))
    except StoreError as error:
        return _ill(what, Sentence("Doctor", "it can't be used"), sentence_of(error))
    if state != "ok":
        return _ill(
            what,
            Sentence("Doctor", "it is damaged: {state}").format(state=state),
            Sentence(
                "Doctor",
                "'softanswer doctor --repair' sets it aside; held replies come from the journal.",
            ),
        )
    if space.is_worth_giving_back:
        return _well(
            what,
            Sentence(
                "Doctor",
                "{file}; {empty} of {size} MB are empty: 'softanswer doctor --compact' gives them "
                "back to the disk",
            ).format(
                file=profile.database,
                empty=space.empty // 1_000_000,
                size=space.size // 1_000_000,
            ),
        )
    return _well(what, str(profile.database))


def _accounts(profile: Profile) -> Diagnosis:
    what = Sentence("Doctor", "accounts")
    try:
        with profile.reading() as db:
            accounts = load_accounts(db)
    except StoreError as error:
        return _ill(what, Sentence("Doctor", "they can't be read"), sentence_of(error))
    lacking = [a.address for a in accounts if not _has_password(profile, a.address)]
    if lacking:
        return _ill(
            what,
            Sentence("Doctor", "no password is kept for {addresses}").format(
                addresses=", ".join(lacking)
            ),
            Sentence(
                "Doctor",
                "Remove the account and add it again, or type the password when the window asks.",
            ),
        )
    signed_out = [a.address for a in accounts if a.oauth and not _is_signed_in(profile, a.address)]
    if signed_out:
        return _ill(
            what,
            Sentence("Doctor", "not signed in: {addresses}").format(
                addresses=", ".join(signed_out)
            ),
            Sentence(
                "Doctor",
                "Sign in: 'softanswer account sign-in ADDRESS', or in the account's settings.",
            ),
        )
    return _well(what, Sentence("Doctor", "{count} set up").format(count=len(accounts)))


def _is_signed_in(profile: Profile, address: str) -> bool:
    try:
        return Tokens.from_secret(profile.secrets.get(address)).is_signed_in
    except (KeyringError, ValueError):
        return False


def _has_password(profile: Profile, address: str) -> bool:
    try:
        return bool(profile.secrets.get(address))
    except KeyringError:
        return False


def _preferences(profile: Profile) -> Diagnosis:
    what = Sentence("Doctor", "preferences")
    problems = load_preferences(profile.preferences_file).problems
    if problems:
        return _ill(what, in_a_row(problems), Sentence("Doctor", "Set them anew in the window."))
    return _well(what, Sentence("Doctor", "every value is in its range"))


def _repair(profile: Profile) -> Diagnosis:
    """Set a damaged database aside and start a new one with accounts and waiting replies."""
    with ProfileLock(profile.folder):
        try:
            profile.open_writer().close()
        except StoreDamagedError:
            pass
        else:
            if _is_sound(profile):
                raise BadInputError(
                    Sentence("Doctor", "The database is sound; there is nothing to repair.")
                )
        kept, restored = profile.set_database_aside()
        with profile.reading() as db:
            accounts = len(load_accounts(db))
    back = Sentence(
        "Doctor",
        "the damaged database is kept as {file}; {accounts} accounts and {replies} waiting "
        "replies are back, the replies paused. 'softanswer sync' brings the mail again; import "
        "the orders again; drafts and corrections are lost.",
    ).format(file=kept.name, accounts=accounts, replies=restored)
    told = [back] if accounts else [back, Sentence("Doctor", "Add your accounts again first.")]
    return _well(
        Sentence("Doctor", "repair"),
        in_a_row(told),
    )


def _is_sound(profile: Profile) -> bool:
    try:
        with profile.reading() as db:
            (state,) = db.execute("PRAGMA quick_check").fetchone()
            return bool(state == "ok")
    except (StoreError, sqlite3.Error):
        return False
