r"""Carries a move out on the server: in one step, or as a copy whose original is then expunged.

No message is ever expunged but the one that was copied before: by its UID where the server can do
that (RFC 4315), else it is only marked as \Deleted, for a plain EXPUNGE would take others along.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from .errors import MissingFolderError, ServerRefusedError
from .imap import Arrival, ImapSession
from .sentence import Sentence
from .store.moves import Move, Place, begin_move, settle_move
from .store.writer import StoreWriter


class NotYetError(Exception):
    """The folder was numbered anew; the message is to be found again first."""


class RefusedForGoodError(Exception):
    """The server does not do it, however often it is asked; the cause says why."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a move.

    Attributes:
        left: the folder and UID that hold the message no more, None where they still do.
        notice: what the seller should know, "" for nothing.
    """

    left: tuple[str, int] | None = None
    notice: str = ""


def find_message(session: ImapSession, place: Place, message_id: str) -> int:
    """Open the folder of a place and find the message's UID there; 0 where it, or both, are gone.

    Raises:
        MailError: the folder may not be opened, or the connection failed.
    """
    if not place.folder:
        return 0
    if session.selected != place.folder:
        is_listed = place.is_followed or place.folder in (*session.folder_names, "INBOX")
        if not is_listed:
            return 0
        session.select(place.folder)
    is_same = session.uid_validity == place.uid_validity
    if is_same and place.uid:
        return place.uid if session.listings_of([place.uid]) else 0
    try:
        found = session.find_message_id(
            place.folder, message_id, place.first_uid if is_same else 1
        )
    except ValueError:  # no Message-ID, or none that may be sent
        return 0
    return max(found, default=0)


def carry_out(session: ImapSession, writer: StoreWriter, change_id: int, move: Move) -> Outcome:
    """Move a message; what came of it is stored.

    Raises:
        RefusedForGoodError: the server refuses; the message lies where it was.
        NotYetError: its folder has other UIDs now.
        MailError: not now.
    """
    uid = find_message(session, move.origin, move.message_id)
    if not uid:
        return _settle_missing(session, writer, change_id, move)
    found = replace(move.origin, uid_validity=session.uid_validity, uid=uid)
    move = replace(move, origin=found)
    with _for_good():
        target = _target(session, move)
    if target.folder == move.origin.folder:
        _settle(writer, change_id, move, Place(target.folder, session.uid_validity, uid))
        return Outcome()
    if not writer.call(lambda tx: begin_move(tx, change_id, move, target)):
        return Outcome()
    with _for_good():
        arrival = _transfer(session, move, uid, target)
    is_marked_only = not (session.has_move or session.has_uidplus)
    arrived = Place(
        target.folder,
        arrival.uid_validity or target.uid_validity,
        arrival.uid,
        target.first_uid,
    )
    _settle(writer, change_id, move, arrived, is_marked_only=is_marked_only)
    if is_marked_only:
        return Outcome(
            None,
            Sentence(
                "Mail",
                "“{subject}” was copied to {folder}. The server cannot remove a single letter, so "
                "the original is only marked as deleted there; your provider's webmail can clear "
                "it away.",
            ).format(subject=move.subject, folder=target.folder),
        )
    return Outcome((move.origin.folder, uid))


@contextlib.contextmanager
def _for_good() -> Iterator[None]:
    try:
        yield
    except ServerRefusedError as error:
        raise RefusedForGoodError from error


def _settle_missing(
    session: ImapSession, writer: StoreWriter, change_id: int, move: Move
) -> Outcome:
    origin = move.origin
    if origin.is_followed and session.uid_validity != origin.uid_validity:
        raise NotYetError
    if move.is_begun and move.target.folder:
        # It went before the connection broke; where it lies now is found when it is asked for.
        _settle(writer, change_id, move, move.target)
        return Outcome((origin.folder, origin.uid))
    _settle(writer, change_id, move, None)
    if origin.is_followed:
        return Outcome((origin.folder, origin.uid))
    return Outcome(
        None,
        Sentence(
            "Mail",
            "“{subject}” was not found in {folder} any more, so it could not be moved from there. "
            "Another program may have moved or deleted it.",
        ).format(subject=move.subject, folder=origin.folder),
    )


def _target(session: ImapSession, move: Move) -> Place:
    """The folder to move to, made where it is missing, and from which UID on ours comes."""
    name = move.target.folder
    if move.use is not None and not (move.is_begun and name):
        name = session.folder_for(move.use) or session.create_folder(
            session.name_for_new(move.use)
        )
    if move.is_begun and move.target.uid_validity:
        return move.target
    try:
        status = session.status(name)
    except ServerRefusedError:  # the move itself will tell what is wrong
        return Place(name)
    return Place(name, status.uid_validity, 0, status.uid_next or 1)


def _transfer(session: ImapSession, move: Move, uid: int, target: Place) -> Arrival:
    if session.has_move:
        return _made_if_missing(session, session.move, uid, target.folder)
    arrival = _earlier_copy(session, move, target)
    if session.selected != move.origin.folder:
        session.select(move.origin.folder)
    if arrival is None:
        arrival = _made_if_missing(session, session.copy, uid, target.folder)
    session.store_flag(uid, "\\Deleted", add=True)
    if session.has_uidplus:
        session.expunge(uid)
    return arrival


def _made_if_missing(
    session: ImapSession, send: Callable[[int, str], Arrival], uid: int, folder: str
) -> Arrival:
    try:
        return send(uid, folder)
    except MissingFolderError:
        session.create_folder(folder)
        return send(uid, folder)


def _earlier_copy(session: ImapSession, move: Move, target: Place) -> Arrival | None:
    """The copy that an earlier attempt has left; None where there is none, or nobody can tell."""
    if not move.is_begun or not target.uid_validity:
        return None
    try:
        found = session.find_message_id(target.folder, move.message_id, target.first_uid)
    except (ValueError, ServerRefusedError):
        return None
    if not found or session.uid_validity != target.uid_validity:
        return None
    return Arrival(target.uid_validity, found[-1])


def _settle(
    writer: StoreWriter,
    change_id: int,
    move: Move,
    arrived: Place | None,
    *,
    is_marked_only: bool = False,
) -> None:
    writer.call(
        lambda tx: settle_move(tx, change_id, move, arrived, is_marked_only=is_marked_only)
    )
