"""Tells the server what was decided here: flags, and copies of sent letters."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from datetime import datetime
from typing import Final

from .errors import MailError, ServerBusyError, ServerRefusedError
from .imap import ImapSession
from .sentence import Sentence
from .store.server_changes import (
    ServerChange,
    ServerChangeKind,
    fail_change,
    pending_changes,
    settle_change,
)
from .store.writer import StoreWriter

_log = logging.getLogger(__name__)

_PAUSES_S: Final = (60.0, 300.0, 900.0, 3600.0)  # RELIABILITY A7; the last one from then on
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
}


class ServerPush:
    """The queue of one account's server changes; each is retried on its own.

    Attributes:
        problem: what is owed to the server since an attempt failed, "" for nothing.
    """

    def __init__(
        self, account_id: int, writer: StoreWriter, clock: Callable[[], datetime]
    ) -> None:
        self._account_id = account_id
        self._writer = writer
        self._clock = clock
        self._not_before: dict[int, float] = {}
        self.problem = ""

    def run(self, session: ImapSession, sent: str | None) -> bool:
        """Tell the server all that is due; True when a copy went into the Sent folder.

        It may leave another folder open than it found. A change that the server refuses is noted
        and tried again later.

        Raises:
            MailError: the connection failed.
        """
        pending = self._writer.call(lambda tx: pending_changes(tx.db, self._account_id))
        problems = {change.id: change.problem for change in pending if change.problem}
        has_filed = False
        try:
            for change in filter(self._is_due, pending):
                try:
                    has_filed |= self._tell(session, change, sent)
                    problems.pop(change.id, None)
                except (MailError, ValueError) as error:
                    problems[change.id] = self._fail(change, error)
                    if not isinstance(error, ServerRefusedError | ServerBusyError | ValueError):
                        raise
        finally:
            self.problem = next(iter(problems.values()), "")
        return has_filed

    def _is_due(self, change: ServerChange) -> bool:
        now = time.monotonic()
        return self._not_before.get(change.id, now) <= now

    def _tell(self, session: ImapSession, change: ServerChange, sent: str | None) -> bool:
        if change.kind is ServerChangeKind.FILE_SENT:
            self._file(session, change, sent)
            self._settle(change)
            return True
        if change.key is not None and self._is_reachable(session, change):
            add = change.kind is ServerChangeKind.ADD_FLAG
            session.store_flag(change.key.uid, change.flag, add=add)
            self._settle(change)
        return False

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

    def _is_reachable(self, session: ImapSession, change: ServerChange) -> bool:
        """Open the message's folder; a UID of another UIDVALIDITY means another message."""
        key = change.key
        if key is None:
            return False
        if session.selected != key.folder:
            session.select(key.folder)
        return session.uid_validity == key.uid_validity

    def _settle(self, change: ServerChange) -> None:
        self._writer.call(lambda tx: settle_change(tx.db, change.id))
        self._not_before.pop(change.id, None)

    def _fail(self, change: ServerChange, error: Exception) -> str:
        _log.info("server change %d failed: %s", change.id, error)
        pause = _PAUSES_S[min(change.attempts, len(_PAUSES_S) - 1)]
        self._not_before[change.id] = time.monotonic() + pause
        problem = Sentence("Mail", "{owed} {error} It is tried again by itself.").format(
            owed=_OWED[change.kind], error=error
        )
        self._writer.call(lambda tx: fail_change(tx.db, change.id, problem))
        return problem
