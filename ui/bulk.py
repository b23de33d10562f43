"""What is done with several letters at once: a job of the writer, so one step of undo. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime

from ..mailbox.folder_uses import FolderUse
from ..mailbox.store import moves
from ..mailbox.store.messages import set_flag
from ..mailbox.store.writer import StoreWriter, Transaction
from ..replies import inbox_store
from ..replies.cases import put_off_store
from ..replies.cases import store as cases
from ..replies.cases.case import CaseState
from ..replies.cases.put_off_store import PutOffMark
from ..replies.outbox.outbox import Outbox
from .operations import Moved

Conversations = Sequence[int]


def settle_all(
    writer: StoreWriter, outbox: Outbox, conversations: Conversations
) -> Future[Conversations]:
    """Say of all of them that they are done with; their cases are resolved."""
    now = outbox.clock.read().wall

    def job(tx: Transaction) -> Conversations:
        for conversation_id in conversations:
            case = inbox_store.load_matter(tx.db, conversation_id).case
            cases.set_answered(tx, conversation_id, now)
            if case is not None:
                cases.close_case(tx, case.id, now)
        return tuple(conversations)

    return writer.submit(job)


def unsettle_all(
    writer: StoreWriter, outbox: Outbox, conversations: Conversations
) -> Future[None]:
    """Undo `settle_all`."""
    now = outbox.clock.read().wall

    def job(tx: Transaction) -> None:
        for conversation_id in conversations:
            cases.take_back_answered(tx, conversation_id, now)

    return writer.submit(job)


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """A conversation that waits for an answer again, for undo.

    Attributes:
        answered_at: up to when everything in it was said to be answered, None where nothing was.
        was_closed: its case was resolved, or it had none.
        put_off: until when it, and what waits in the same case, was put off.
    """

    conversation_id: int
    answered_at: datetime | None
    was_closed: bool
    put_off: tuple[PutOffMark, ...]


def bring_back_all(
    writer: StoreWriter, outbox: Outbox, conversations: Conversations
) -> Future[tuple[BroughtBack, ...]]:
    """Let those wait again, now, that she put away or off; what is answered in the mail stays.

    The future has only those that wait again.
    """
    now = outbox.clock.read().wall

    def job(tx: Transaction) -> tuple[BroughtBack, ...]:
        return tuple(
            one for each in conversations if (one := _brought_back(tx, each, now)) is not None
        )

    return writer.submit(job)


def _brought_back(tx: Transaction, conversation_id: int, now: datetime) -> BroughtBack | None:
    until: datetime | None = None
    was_closed = False
    put_off: tuple[PutOffMark, ...] = ()
    if cases.can_wait_again(tx.db, conversation_id, now):
        until = cases.answered_at(tx.db, conversation_id)
        case = inbox_store.load_matter(tx.db, conversation_id).case
        was_closed = case is None or case.state is CaseState.RESOLVED
        cases.take_back_answered(tx, conversation_id, now)
    if put_off_store.look_at(tx.db, [conversation_id], now).are_put_off:
        put_off = put_off_store.bring_back(tx, [conversation_id])
    if until is None and not put_off:
        return None
    return BroughtBack(conversation_id, until, was_closed, put_off)


def put_away_again(
    writer: StoreWriter, outbox: Outbox, brought: Sequence[BroughtBack]
) -> Future[None]:
    """Undo `bring_back_all`."""
    now = outbox.clock.read().wall

    def job(tx: Transaction) -> None:
        for one in brought:
            put_off_store.restore(tx, one.put_off)
            if one.answered_at is None:
                continue
            case = inbox_store.load_matter(tx.db, one.conversation_id).case
            cases.set_answered(tx, one.conversation_id, one.answered_at)
            if case is not None and one.was_closed:
                cases.close_case(tx, case.id, now)

    return writer.submit(job)


def move_all(
    writer: StoreWriter,
    outbox: Outbox,
    conversations: Conversations,
    use: FolderUse | None,
    folder: str = "",
) -> Future[tuple[Moved, ...]]:
    """Move the customers' letters to the folder of a use, or of a name; what lies there stays.

    The future raises a `StoreError` where all of them lie elsewhere already.
    """
    now = outbox.clock.read().wall

    def job(tx: Transaction) -> tuple[Moved, ...]:
        done = tuple(
            one for each in conversations if (one := _moved(tx, each, use, folder)) is not None
        )
        if not done:
            raise moves.elsewhere_error()
        return done

    def _moved(
        tx: Transaction, conversation_id: int, use: FolderUse | None, folder: str
    ) -> Moved | None:
        matter = inbox_store.load_matter(tx.db, conversation_id)
        letters = [message.id for message in matter.messages if not message.is_outgoing]
        rows = moves.movable(tx.db, letters, use, folder)
        if not rows:
            return None
        queued = tuple(moves.queue_move(tx, row, use, folder, now) for row in rows)
        cases.refresh(tx, conversation_id, now)
        is_listed = inbox_store.is_listed(tx.db, conversation_id)
        return Moved(conversation_id, queued, use, folder, is_listed)

    return writer.submit(job)


def undo_all_moves(writer: StoreWriter, outbox: Outbox, moved: Sequence[Moved]) -> Future[None]:
    """Undo `move_all`."""
    now = outbox.clock.read().wall

    def job(tx: Transaction) -> None:
        for one in moved:
            for move in one.moves:
                moves.undo_move(tx, move, now)
            cases.refresh(tx, one.conversation_id, now)

    return writer.submit(job)


def flag_all(
    writer: StoreWriter, conversations: Conversations, name: str, *, on: bool | None = None
) -> Future[tuple[tuple[int, ...], bool]]:
    r"""Set or clear \Seen or \Flagged of the newest letter of each.

    The future has the letters that were changed, and whether the flag is set now. Where `on` is
    None the flag is set, and cleared where all of them have it already.
    """

    def job(tx: Transaction) -> tuple[tuple[int, ...], bool]:
        matters = [inbox_store.load_matter(tx.db, each) for each in conversations]
        letters = [matter.letter for matter in matters if not matter.is_begun_here]
        wanted = any(name not in letter.flags for letter in letters) if on is None else on
        changed = tuple(letter.id for letter in letters if (name in letter.flags) != wanted)
        for letter_id in changed:
            set_flag(tx, letter_id, name, on=wanted)
        return changed, wanted

    return writer.submit(job)


def set_flags(writer: StoreWriter, letters: Sequence[int], name: str, *, on: bool) -> Future[None]:
    r"""Give these letters \Seen or \Flagged, or take it from them, here and on the server."""

    def job(tx: Transaction) -> None:
        for letter_id in letters:
            set_flag(tx, letter_id, name, on=on)

    return writer.submit(job)


def put_off_all(
    writer: StoreWriter, outbox: Outbox, conversations: Conversations, until: datetime
) -> Future[tuple[PutOffMark, ...]]:
    """Put them off until a moment; the future has what was kept before, for `restore_put_off`.

    The future raises a `PutOffError` where the moment is past, or an answer is owed before it.
    """
    now = outbox.clock.read().wall
    return writer.submit(lambda tx: put_off_store.put_off(tx, conversations, until, now))


def restore_put_off(writer: StoreWriter, before: Sequence[PutOffMark]) -> Future[None]:
    """Undo `put_off_all`."""
    return writer.submit(lambda tx: put_off_store.restore(tx, before))
