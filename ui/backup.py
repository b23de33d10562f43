"""A backup of a whole profile in one file, without secrets, and the way back. No Qt."""

from __future__ import annotations

import re
import shutil
import tempfile
import zipfile
import zlib
from contextlib import closing
from pathlib import Path
from typing import Final

from ..mailbox.enclosure_folder import FOLDER_NAME as ENCLOSURES_NAME
from ..mailbox.enclosure_folder import NAME, EnclosureFolder
from ..mailbox.errors import StoreError
from ..mailbox.sentence import Sentence
from ..mailbox.store.database import DATABASE_NAME, back_up, open_for_writing
from ..mailbox.store.lock import ProfileLock
from ..mailbox.store.writer import Transaction
from ..replies.compose.own_templates import FILE_SUFFIX
from ..replies.compose.template_folder import TEMPLATES_NAME, template_files
from ..replies.outbox.held_reply import LIVE
from ..replies.outbox.journal import JOURNAL_NAME
from ..replies.outbox.policy import HoldPolicy
from ..replies.outbox.reconciling import guard_policy
from ..replies.outbox.store import load_in
from ..replies.own_words import OWN_WORDS_NAME
from ..replies.preferences import PREFERENCES_NAME
from .profile import Profile

_TEMPLATE: Final = re.compile(rf"{TEMPLATES_NAME}/[\w.-]+{re.escape(FILE_SUFFIX)}", re.ASCII)
_ENCLOSURE: Final = re.compile(rf"{ENCLOSURES_NAME}/{NAME.pattern}")
_PARTS: Final = (DATABASE_NAME, JOURNAL_NAME, PREFERENCES_NAME, OWN_WORDS_NAME)


def write_backup(profile: Profile, path: Path) -> None:
    """Write a profile into a new file: mail, orders, cases, held replies, preferences, templates.

    The files that go with replies are in it; passwords stay in the keyring. Others may go on
    writing meanwhile.

    Raises:
        StoreError: there is a file of this name, or the profile can't be read.
        OSError: the file can't be written.
    """
    if path.exists():
        raise StoreError(
            Sentence("Store", "{path} is there already. Give the backup another name.").format(
                path=path
            )
        )
    with tempfile.TemporaryDirectory(dir=path.absolute().parent, prefix=".backup-") as work:
        folder = Path(work)

        def begin(_tx: Transaction) -> None:
            """Within a transaction of the writer nobody changes the files of the profile."""
            db.execute("BEGIN")
            db.execute("SELECT count(*) FROM outbox_flags").fetchone()  # the moment to copy
            for name in (JOURNAL_NAME, PREFERENCES_NAME, OWN_WORDS_NAME):
                if (profile.folder / name).exists():
                    shutil.copyfile(profile.folder / name, folder / name)
            (folder / ENCLOSURES_NAME).mkdir(mode=0o700)
            for kept in EnclosureFolder(profile.folder).files():
                shutil.copyfile(kept, folder / ENCLOSURES_NAME / kept.name)

        with profile.writing() as writer, closing(profile.open_reader()) as db:
            writer.call(begin)
            back_up(db, folder / DATABASE_NAME)
        whole = folder / "backup.zip"
        whole.touch(mode=0o600)
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as file:
            for name in _PARTS:
                if (folder / name).exists():
                    file.write(folder / name, name)
            for own in template_files(profile.folder / TEMPLATES_NAME):
                file.write(own, f"{TEMPLATES_NAME}/{own.name}")
            for kept in EnclosureFolder(folder).files():
                file.write(kept, f"{ENCLOSURES_NAME}/{kept.name}")
        whole.rename(path)


def restore_backup(profile: Profile, path: Path) -> tuple[int, Path | None]:
    """Put a backup in the place of a profile; what was there is kept beside it.

    What waited in the backup may have gone out since, so it is paused until the seller decides.
    The journal of this profile stays where there is one: it knows what was sent after the backup
    was made, and what is held now. A shorter cool-down that comes with the backup waits (D2).

    Returns:
        How many replies wait now, and the name under which the former database is kept.

    Raises:
        StoreError: the file is no backup, is damaged or of a newer version, or the program runs
            on this profile; nothing was changed.
    """
    with (
        ProfileLock(profile.folder),
        tempfile.TemporaryDirectory(dir=profile.folder, prefix=".restore-") as work,
    ):
        folder = Path(work)
        _unpack(path, folder)
        open_for_writing(folder / DATABASE_NAME).close()
        in_force = _policy_in_force(profile)
        kept = profile.move_database("before-restore") if profile.database.exists() else None
        for kept_file in EnclosureFolder(folder).files():  # before any reply that names them
            (profile.folder / ENCLOSURES_NAME).mkdir(mode=0o700, exist_ok=True)
            kept_file.replace(profile.folder / ENCLOSURES_NAME / kept_file.name)
        for name in _PARTS:
            is_newer_here = name == JOURNAL_NAME and (profile.folder / name).exists()
            if (folder / name).exists() and not is_newer_here:
                (folder / name).replace(profile.folder / name)
        for restored in template_files(folder / TEMPLATES_NAME):
            (profile.folder / TEMPLATES_NAME).mkdir(mode=0o700, exist_ok=True)
            restored.replace(profile.folder / TEMPLATES_NAME / restored.name)
        with profile.writing() as writer:
            writer.call(lambda tx: guard_policy(tx, profile.outbox(), in_force))
            return writer.call(lambda tx: len(load_in(tx.db, LIVE))), kept


def _unpack(path: Path, folder: Path) -> None:
    no_backup = Sentence(
        "Store", "{path} is no backup of Soft Answer, or it is damaged. Nothing was changed."
    ).format(path=path)
    try:
        with zipfile.ZipFile(path) as file:
            names = set(file.namelist())
            others = {n for n in names if _TEMPLATE.fullmatch(n) or _ENCLOSURE.fullmatch(n)}
            if DATABASE_NAME not in names or not names <= set(_PARTS) | others:
                raise StoreError(no_backup)
            for part_of in (TEMPLATES_NAME, ENCLOSURES_NAME):
                (folder / part_of).mkdir(mode=0o700)
            for name in names:
                (folder / name).touch(mode=0o600)
                with file.open(name) as part, (folder / name).open("wb") as target:
                    shutil.copyfileobj(part, target)
    except (zipfile.BadZipFile, EOFError, zlib.error) as error:
        raise StoreError(no_backup) from error


def _policy_in_force(profile: Profile) -> HoldPolicy:
    """The policy of the profile as it was; the standard one where its database can't tell."""
    if not profile.database.exists():
        return HoldPolicy()
    try:
        with profile.writing() as writer:
            return writer.call(lambda tx: profile.outbox().policy(tx.db))
    except StoreError:
        return HoldPolicy()
