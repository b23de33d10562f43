"""What becomes of a message that comes in: judged, tied to its order, its case opened or moved.

Judging is done in the sync thread (`prepare`), storing in the writer's transaction (`commit`), so
that a letter and all that follows from it are seen together or not at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ..mailbox.message import FetchedMessage, Message, StoredMessage
from ..mailbox.mime import parse_message
from ..mailbox.store.message_rows import NewRow
from ..mailbox.store.messages import is_stored, load_message, store_messages
from ..mailbox.store.writer import Transaction
from .cases import store as cases
from .cases.case import CaseKind, Judgement
from .cases.judgement_store import save_judgement
from .cases.lesson_store import load_lessons, save_taught
from .cases.lessons import Lesson
from .cases.own_letter_store import is_back
from .cases.triage import judge
from .listed_intake import carrying_along, commit_listed
from .orders import store as orders
from .orders.from_mail.known import names_of
from .orders.from_mail.store import put_off
from .orders.matching import linked
from .orders.order import Notice
from .orders.unconfirmed.store import save_notices
from .outbox import store as held
from .outbox.held_reply import HeldReply, PausedBy
from .outbox.outbox import Outbox


@dataclass(frozen=True, slots=True)
class PreparedMessage:
    """A message that is parsed and judged, ready to be stored.

    Attributes:
        notices: what it says of orders, where a marketplace or carrier wrote it.
    """

    fetched: FetchedMessage
    message: Message
    judgement: Judgement
    notices: tuple[Notice, ...] = ()


class ShopIntake:
    """Takes in the messages that a sync brings."""

    def __init__(self, outbox: Outbox) -> None:
        self._outbox = outbox

    def now(self) -> datetime:
        """The time of day, UTC."""
        return self._outbox.clock.read().wall

    def get_ready(self) -> None:
        """Nothing is left to load."""

    def prepare(self, fetched: FetchedMessage) -> PreparedMessage:
        """Parse and judge a message; called in the sync thread."""
        message = parse_message(fetched.raw, fetched.gaps)
        return PreparedMessage(fetched, message, judge(message), _notices(fetched, message))

    def commit(
        self,
        tx: Transaction,
        account_id: int,
        folder_id: int,
        prepared: Sequence[PreparedMessage],
    ) -> None:
        """Store messages with their judgements, orders and cases; pause what they overtake."""
        now = self.now()
        batch = [(letter.fetched, letter.message) for letter in prepared]
        stored = store_messages(tx.db, account_id, folder_id, batch, carrying_along(tx, now))
        letters = {letter.fetched.uid: letter for letter in prepared}
        lessons = load_lessons(tx.db)
        for message in stored:
            if not message.is_outgoing:
                letter = letters[message.key.uid]
                self._judge(tx, message, letter.judgement, lessons)
                save_notices(tx, message, letter.notices)
                _link_order(tx, message)  # which a notice may just have told of
            self._pause(tx, message)
        for conversation_id in dict.fromkeys(message.conversation_id for message in stored):
            cases.refresh(tx, conversation_id, now)

    def commit_listed(
        self,
        tx: Transaction,
        account_id: int,
        folder_id: int,
        listed: Sequence[NewRow],
    ) -> None:
        """Store the headers of a backlog; pause what they overtake, without waiting for texts."""
        commit_listed(tx, account_id, folder_id, listed, self.now(), self.pause_for)

    def pause_for(self, tx: Transaction, message_rows: Sequence[int]) -> None:
        """Pause the replies that listed messages overtake."""
        if held.load_in(tx.db):
            for message_row in message_rows:
                self._pause(tx, load_message(tx.db, message_row))

    def commit_judged(
        self, tx: Transaction, judged: Sequence[tuple[StoredMessage, Judgement]]
    ) -> None:
        """Keep the recogniser's word on letters of a backlog, with their orders and cases."""
        now, lessons = self.now(), load_lessons(tx.db)
        for message, judgement in judged:
            if is_stored(tx.db, message.id):
                self._judge(tx, message, judgement, lessons)
                if _is_of_sender(message.message):
                    put_off(tx, message.id)
                _link_order(tx, message)
                cases.refresh(tx, message.conversation_id, now)

    def commit_notices(
        self, tx: Transaction, read: Sequence[tuple[StoredMessage, Sequence[Notice]]]
    ) -> None:
        """Keep what letters of the store say of orders, and tie those letters to them."""
        for message, notices in read:
            if is_stored(tx.db, message.id):
                save_notices(tx, message, notices)
                _link_order(tx, message)
                cases.refresh(tx, message.conversation_id, self.now())

    def follow_flags(self, tx: Transaction, conversation_ids: frozenset[int]) -> None:
        """Follow what was done elsewhere: a letter answered there needs no second answer."""
        now = self.now()
        for conversation_id in conversation_ids:
            for reply in held.live_of_conversation(tx.db, conversation_id):
                answered = reply.draft.reply_to_message
                if not reply.was_answered and cases.is_flagged_answered(tx.db, answered):
                    self._outbox.pause_for(tx, conversation_id, PausedBy.ANSWERED_ELSEWHERE)
            cases.refresh(tx, conversation_id, now)

    def _judge(
        self,
        tx: Transaction,
        message: StoredMessage,
        judgement: Judgement,
        lessons: tuple[Lesson, ...],
    ) -> None:
        """Keep what a letter is; one of hers to herself is none of anybody's."""
        if is_back(tx.db, message.id):
            save_judgement(tx, message.id, _of_herself(judgement))
            return
        save_judgement(tx, message.id, judgement)
        _teach(tx, message, judgement, lessons)

    def _pause(self, tx: Transaction, message: StoredMessage) -> None:
        """Pause the replies that a message overtakes."""
        if message.is_outgoing or is_back(tx.db, message.id):
            self._answered_elsewhere(tx, message)
        else:
            self._overtaken(tx, message)

    def _overtaken(self, tx: Transaction, message: StoredMessage) -> None:
        """A newer letter of the customer pauses the reply to the older one (D5)."""
        if message.message.automatic:
            return
        for reply in held.live_to(
            tx.db, message.conversation_id, message.message.sender.addr_spec
        ):
            if _is_newer(tx, message, reply):
                self._outbox.pause_for(tx, reply.conversation_id, PausedBy.NEWER_MAIL)

    def _answered_elsewhere(self, tx: Transaction, message: StoredMessage) -> None:
        """An answer in Sent that is not ours pauses the reply; ours settles its outcome.

        A letter to herself that is back has gone out as well.
        """
        if self._outbox.found_in_sent(tx, message.message.message_id):
            return
        for reply in held.live_of_conversation(tx.db, message.conversation_id):
            if _is_newer(tx, message, reply):
                self._outbox.pause_for(tx, reply.conversation_id, PausedBy.ANSWERED_ELSEWHERE)


def _is_newer(tx: Transaction, message: StoredMessage, reply: HeldReply) -> bool:
    """Tell whether a message came after the letter that a held reply answers."""
    if message.id == reply.draft.reply_to_message:
        return False
    row = tx.db.execute(
        "SELECT internal_date FROM messages WHERE id = ?", (reply.draft.reply_to_message,)
    ).fetchone()
    if row is None:
        return message.message.message_id != reply.draft.in_reply_to
    return message.internal_date >= datetime.fromisoformat(row["internal_date"])


def _notices(fetched: FetchedMessage, message: Message) -> tuple[Notice, ...]:
    """What a letter says of orders."""
    if not _is_of_sender(message):
        return ()
    from .orders.from_mail.reading import read_notices  # 60 ms, which most letters do without

    return read_notices(fetched.raw, message, fetched.internal_date)


def _is_of_sender(message: Message) -> bool:
    """Whether a letter comes from somebody who sends notices of orders."""
    recipients = tuple(a.addr_spec for a in (*message.to, *message.cc))
    return bool(names_of(message.sender.addr_spec, recipients))


def _of_herself(read: Judgement) -> Judgement:
    """What a letter of hers to herself is, whatever was read in it."""
    return Judgement(
        read.language,
        complaint=False,
        kind=CaseKind.OTHER,
        heat=0,
        confidence=1.0,
        automatic=True,
    )


def _teach(
    tx: Transaction, message: StoredMessage, judgement: Judgement, lessons: tuple[Lesson, ...]
) -> None:
    """Let what she taught move the judgement of a letter."""
    save_taught(tx, message.id, judgement, message.message.sender.addr_spec, lessons)


def _link_order(tx: Transaction, message: StoredMessage) -> None:
    """Link the order that a letter is about; one of hers to herself is about none."""
    if cases.has_sellers_order(tx.db, message.conversation_id) or is_back(tx.db, message.id):
        return
    if best := linked(orders.match_stored(tx.db, message.message)):
        cases.link_order(tx, message.conversation_id, best.order.id, best.score, by_seller=False)
