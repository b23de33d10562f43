"""The commands about the whole profile: backup, restore."""

from __future__ import annotations

import argparse

from ...mailbox.sentence import Sentence
from ...mailbox.store.gaps import count_open
from ..backup import restore_backup, write_backup
from ..profile import Profile
from .exits import OK
from .output import say


def backup(options: argparse.Namespace, profile: Profile) -> int:
    """Write the whole profile into one file, without secrets."""
    write_backup(profile, options.file)
    whole = Sentence("Console", "{file} holds the whole profile, without passwords.")
    say(whole.format(file=options.file))
    with profile.reading() as db:
        left = count_open(db)
    if left:
        elsewhere = Sentence(
            "Console",
            "Not in it are attachments that are on the mail server only: {count}. "
            "'softanswer fetch ID' brings those of a letter here.",
        )
        say(elsewhere.format(count=left))
    return OK


def restore(options: argparse.Namespace, profile: Profile) -> int:
    """Put a backup in the place of the profile; what waits in it is paused."""
    waiting, kept = restore_backup(profile, options.file)
    restored = Sentence(
        "Console",
        "{file} is restored. Passwords are asked for again where the keyring lacks them.",
    )
    say(restored.format(file=options.file))
    if kept is not None:
        say(Sentence("Console", "The former database is kept as {file}.").format(file=kept))
    if waiting:
        held = Sentence(
            "Console",
            "{count} held replies wait for you: look in Sent whether they have gone out, then "
            "hold them again or take them back.",
        )
        say(held.format(count=waiting))
    return OK
