"""Tells the server what was decided here: flags, moves, and copies of sent letters."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import Final

from .errors import MailError, ServerBusyError, ServerRefusedError
from .imap import ImapSession
from .intake import OnConversations
from .sentence import Sentence
from .server_moves import NotYetError, Outcome, RefusedForGoodError, carry_out, find_message
from .store import moves
from .store.server_changes import (
    ServerChange,
    ServerChangeKind,
    begin_changes,
    fail_change,
    pending_changes,
    settle_change,
)
from .store.writer import StoreWriter, Transaction

_log = logging.getLogger(__name__)

_PAUSES_S: Final = (60.0, 300.0, 900.0, 3600.0)  # RELIABILITY A7; the last one from then on
_TOLD_FOR_S: Final = 300.0  # a notice stands so long, that it can be read
_FLAGS: Final = (ServerChangeKind.ADD_FLAG, ServerChangeKind.REMOVE_FLAG)
_OWED: Final = {
    ServerChangeKind.ADD_FLAG: Sentence(
        "Mail", "A mark that was set here is not on the server yet."
    ),
    ServerChangeKind.REMOVE_FLAG: Sentence(
        "Mail", "A mark that was cleared here is still on the server."
    ),
    ServerChangeKind.FILE_SENT: Sentence(
        "Mail", "A letter was delivered, but no copy of it is in Sent yet."
    ),
    ServerChangeKind.MOVE: Sentence(
        "Mail", "A letter that was moved here is not moved on the server yet."
    ),
}


class ServerPush:
    """The queue of one account's server changes; each is retried on its own.

    Attributes:
        problem: what is owed to the server since an attempt failed, "" for nothing.
    """

    def __init__(
        self,
        account_id: int,
        writer: StoreWriter,
        clock: Callable[[], datetime],
        on_conversations: OnConversations,
    ) -> None:
        self._account_id = account_id
        self._writer = writer
        self._clock = clock
        self._on_conversations = on_conversations
        self._not_before: dict[int, float] = {}
        self._notices: list[tuple[float, str]] = []
        self._left: list[tuple[str, int]] = []
        self.problem = ""

    @property
    def notices(self) -> tuple[str, ...]:
        """What the server did not do, or not quite, in the last minutes."""
        since = time.monotonic() - _TOLD_FOR_S
        self._notices = [(at, notice) for at, notice in self._notices if at >= since]
        return tuple(notice for _, notice in self._notices)

    def take_left(self) -> tuple[tuple[str, int], ...]:
        """Folders and UIDs of the messages that were moved out of them; told once."""
        left, self._left = tuple(self._left), []
        return left

    def run(self, session: ImapSession, sent: str | None) -> bool:
        """Tell the server all that is due; True when a copy went into the Sent folder.

        It may leave another folder open than it found. What the server refuses for good is taken
        back here and told in `notices`; what it does not do now is noted and tried again later.

        Raises:
            MailError: the connection failed.
        """
        pending = self._writer.call(self._begin)
        problems = {change.id: change.problem for change in pending if change.problem}
        has_filed = False
        waiting: set[int | None] = set()  # messages whose earlier change is not through
        try:
            for change in pending:
                is_behind = change.message is not None and change.message in waiting
                if is_behind or not self._is_due(change):
                    waiting.add(change.message)
                    continue
                try:
                    has_filed |= self._tell(session, change, sent)
                    problems.pop(change.id, None)
                except RefusedForGoodError as error:
                    problems.pop(change.id, None)
                    self._take_back(change, error.__cause__ or error)
                except NotYetError:
                    waiting.add(change.message)
                except (MailError, ValueError) as error:
                    problems[change.id] = self._fail(session, change, error)
                    waiting.add(change.message)
                    if not isinstance(error, ServerRefusedError | ServerBusyError | ValueError):
                        raise
        finally:
            self.problem = next(iter(problems.values()), "")
        return has_filed

    def _begin(self, tx: Transaction) -> tuple[ServerChange, ...]:
        moves.forget_old_moves(tx, self._account_id, self._clock())
        pending = pending_changes(tx.db, self._account_id)
        due = [one.id for one in pending if one.kind in _FLAGS and self._is_due(one)]
        if due:
            begin_changes(tx.db, due)
        return pending

    def _is_due(self, change: ServerChange) -> bool:
        now = time.monotonic()
        return self._not_before.get(change.id, now) <= now

    def _tell(self, session: ImapSession, change: ServerChange, sent: str | None) -> bool:
        if change.kind is ServerChangeKind.FILE_SENT:
            self._file(session, change, sent)
            self._settle(change)
            return True
        if change.kind is ServerChangeKind.MOVE:
            self._move(session, change)
        else:
            self._flag(session, change)
        return False

    def _flag(self, session: ImapSession, change: ServerChange) -> None:
        place, message_id = self._writer.call(lambda tx: moves.place_of(tx.db, change))
        uid = 0
        if place is not None and place.is_followed:
            uid = self._uid_in_followed(session, place)
        elif place is not None:
            uid = find_message(session, place, message_id)
        if uid:
            try:
                add = change.kind is ServerChangeKind.ADD_FLAG
                session.store_flag(uid, change.flag, add=add)
            except ServerRefusedError as error:
                raise RefusedForGoodError from error
        self._settle(change)

    @staticmethod
    def _uid_in_followed(session: ImapSession, place: moves.Place) -> int:
        """Open the message's folder; a UID of another UIDVALIDITY means another message."""
        if session.selected != place.folder:
            session.select(place.folder)
        if session.uid_validity != place.uid_validity:
            raise NotYetError
        return place.uid

    def _move(self, session: ImapSession, change: ServerChange) -> None:
        move_id = change.move
        move = None
        if move_id is not None:
            move = self._writer.call(lambda tx: moves.load_move(tx.db, move_id))
        outcome = Outcome()
        if move is not None:
            outcome = carry_out(session, self._writer, change.id, move)
        self._not_before.pop(change.id, None)
        if outcome.left is not None:
            self._left.append(outcome.left)
        if outcome.notice:
            self._notices.append((time.monotonic(), outcome.notice))

    def _file(self, session: ImapSession, change: ServerChange, sent: str | None) -> None:
        if session.files_sent_itself:
            return
        if sent is None:
            raise ServerRefusedError(
                Sentence(
                    "Mail",
                    "The server has no folder for sent letters, so no copy was filed. Make a "
                    "folder named Sent in your provider's webmail.",
                )
            )
        # A copy may be there already: filed before the connection broke, or by the server itself.
        if not session.find_message_id(sent, change.message_id):
            session.append(sent, change.raw, ["\\Seen"], self._clock())

    def _settle(self, change: ServerChange) -> None:
        self._writer.call(lambda tx: settle_change(tx.db, change.id))
        self._not_before.pop(change.id, None)

    def _take_back(self, change: ServerChange, error: BaseException) -> None:
        """Undo here what the server refuses for good, and say so."""
        _log.info("server change %d was refused: %s", change.id, error)

        def job(tx: Transaction) -> str:
            if change.kind is ServerChangeKind.MOVE and change.move is not None:
                subject, conversations = moves.take_back_move(tx, change.id, change.move)
            else:
                subject, conversations = moves.take_back_flag(tx, change.id)
            if conversations:
                self._on_conversations(tx, conversations)
            return subject

        subject = self._writer.call(job)
        words = (
            Sentence(
                "Mail",
                "“{subject}” could not be moved on the server, so it is back in your list. "
                "{error}",
            )
            if change.kind is ServerChangeKind.MOVE
            else Sentence(
                "Mail",
                "A mark of “{subject}” could not be changed on the server, so it is here again as "
                "it is there. {error}",
            )
        )
        self._notices.append((time.monotonic(), words.format(subject=subject, error=error)))
        self._not_before.pop(change.id, None)

    def _fail(self, session: ImapSession, change: ServerChange, error: Exception) -> str:
        _log.info("server change %d failed: %s", change.id, error)
        pause = _PAUSES_S[min(change.attempts, len(_PAUSES_S) - 1)]
        self._not_before[change.id] = time.monotonic() + pause
        problem = Sentence("Mail", "{owed} {error} It is tried again by itself.").format(
            owed=_OWED[change.kind], error=error
        )
        # A copy that was made is not unmade by what came after it: then a move stays begun.
        is_done_in_one = change.kind is not ServerChangeKind.MOVE or session.has_move
        is_answered = isinstance(error, ServerRefusedError | ServerBusyError)
        self._writer.call(
            lambda tx: fail_change(
                tx.db, change.id, problem, is_undone=is_done_in_one and is_answered
            )
        )
        return problem
