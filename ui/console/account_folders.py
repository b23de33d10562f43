"""The command account folders: what the server has, and which folders are followed."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Final

from ...mailbox.account import Account
from ...mailbox.folder_choice import FolderKind, ServerFolder, list_folders
from ...mailbox.sentence import Sentence
from ...mailbox.sign_in.logins import login_of
from ...mailbox.store.accounts import find_account
from ...mailbox.store.chosen_folders import chosen_folders
from .. import operations
from ..profile import Profile
from .exits import OK, BadInputError
from .output import say, say_json
from .tongue import spoken


def folders(options: argparse.Namespace, profile: Profile) -> int:
    """List an account's folders, or choose which are followed besides INBOX and Sent."""
    with profile.reading() as db:
        account = find_account(db, options.address)
        chosen = chosen_folders(db, account.id)
    unknown = [name for name in options.leave if name not in chosen]
    if unknown:
        followed = ", ".join(chosen) or Sentence("Console", "none")
        raise BadInputError(
            Sentence(
                "Console",
                "{name} is not among the folders that were chosen. These are: {followed}.",
            ).format(name=unknown[0], followed=followed)
        )
    wanted = [name for name in chosen if name not in options.leave]
    if options.follow:
        there = _listed(account, profile, chosen)
        wanted += [_choosable(name, there, account) for name in options.follow]
    if not (options.follow or options.leave):
        _say(_listed(account, profile, chosen), options.format)
        return OK
    now = profile.clock.read().wall
    with profile.writing() as writer:
        gone = operations.choose_folders(writer, account.id, wanted, now)
    if options.format == "json":
        say_json({"followed": sorted(set(wanted)), "let_go": gone})
        return OK
    names = ", ".join(["INBOX", "Sent", *sorted(set(wanted))])
    followed = Sentence(
        "Console", "{address}: {names} are followed. 'softanswer sync' fetches what is new."
    )
    say(followed.format(address=account.address, names=names))
    if options.leave:
        let_go = Sentence(
            "Console",
            "{count} letters were let go of; they stay on the server. What has a case is kept.",
        )
        say(let_go.format(count=gone))
    return OK


def _listed(account: Account, profile: Profile, chosen: Sequence[str]) -> tuple[ServerFolder, ...]:
    login = login_of(account, profile.secrets, profile.tls_context)
    return list_folders(account, login, chosen, tls_context=profile.tls_context)


def _choosable(name: str, there: Sequence[ServerFolder], account: Account) -> str:
    found = next((folder for folder in there if folder.name == name), None)
    if found is None:
        raise BadInputError(
            Sentence(
                "Console",
                "There is no folder {name} on the server. 'softanswer account folders "
                "{address}' lists them.",
            ).format(name=name, address=account.address)
        )
    if not found.is_choosable:
        raise BadInputError(
            Sentence("Console", "{name} cannot be chosen: {why}.").format(
                name=name, why=_WHY[found.kind]
            )
        )
    return name


def _say(listed: Sequence[ServerFolder], form: str) -> None:
    if form == "json":
        say_json(
            [
                {
                    "name": folder.name,
                    "kind": folder.kind.name.lower(),
                    "followed": folder.is_followed,
                    "choosable": folder.is_choosable,
                }
                for folder in listed
            ]
        )
        return
    for folder in listed:
        sign = spoken(Sentence("Console", "followed")) if folder.is_followed else "-"
        say(f"{sign:<9} {folder.name}  {spoken(_MARKS[folder.kind])}".rstrip())


_WHY: Final = {
    FolderKind.INBOX: Sentence("Console", "it is always followed"),
    FolderKind.SENT: Sentence("Console", "it is always followed"),
    FolderKind.ARCHIVE: Sentence("Console", "what is archived is put out of the lists"),
    FolderKind.TRASH: Sentence("Console", "what is thrown away is put out of the lists"),
    FolderKind.JUNK: Sentence("Console", "what is junk is put out of the lists"),
    FolderKind.DRAFTS: Sentence("Console", "drafts are no mail"),
    FolderKind.VIEW: Sentence("Console", "it only shows what lies in other folders"),
}
_MARKS: Final = {
    FolderKind.PLAIN: "",
    FolderKind.INBOX: Sentence("Console", "(always followed)"),
    FolderKind.SENT: Sentence("Console", "(sent mail, always followed)"),
    FolderKind.ARCHIVE: Sentence("Console", "(archive)"),
    FolderKind.TRASH: Sentence("Console", "(trash)"),
    FolderKind.JUNK: Sentence("Console", "(junk)"),
    FolderKind.DRAFTS: Sentence("Console", "(drafts)"),
    FolderKind.VIEW: Sentence("Console", "(shows other folders)"),
}
