"""The commands about the whole profile: backup, restore."""

from __future__ import annotations

import argparse

from ...mailbox.store.gaps import count_open
from ..backup import restore_backup, write_backup
from ..profile import Profile
from .exits import OK
from .output import say


def backup(options: argparse.Namespace, profile: Profile) -> int:
    """Write the whole profile into one file, without secrets."""
    write_backup(profile, options.file)
    say(f"{options.file} holds the whole profile, without passwords.")
    with profile.reading() as db:
        left = count_open(db)
    if left:
        say(
            f"Not in it are attachments that are on the mail server only: {left}. "
            "'softanswer fetch ID' brings those of a letter here."
        )
    return OK


def restore(options: argparse.Namespace, profile: Profile) -> int:
    """Put a backup in the place of the profile; what waits in it is paused."""
    waiting, kept = restore_backup(profile, options.file)
    say(f"{options.file} is restored. Passwords are asked for again where the keyring lacks them.")
    if kept is not None:
        say(f"The former database is kept as {kept}.")
    if waiting:
        say(
            f"{waiting} held replies wait for you: look in Sent whether they have gone out, then "
            "hold them again or take them back."
        )
    return OK
