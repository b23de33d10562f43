"""The outbox: every step of a held reply, each inside one transaction and one journal line."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final

from ...mailbox import outgoing
from ...mailbox.sentence import Sentence
from ...mailbox.store import accounts, messages
from ...mailbox.store.writer import Transaction
from ..cases import store as cases
from ..compose import store as drafts
from ..compose.draft import Draft
from ..errors import IllegalTransitionError
from . import store
from .clock import Clock, ClockMark, advance
from .held_reply import HeldReply, OutboxState, PausedBy, start_hold
from .hold import HoldPlan, HoldPolicy, PolicyChange, plan_hold, policy_in_force
from .journal import Journal

# A second press of Send changes nothing here.
_ON_ITS_WAY: Final = frozenset({OutboxState.READY, OutboxState.SENDING, OutboxState.SENT})

Step = Callable[[HeldReply, ClockMark], HeldReply]


class Outbox:
    """Knows the clock and the journal of a profile; its methods are jobs of the writer."""

    def __init__(self, clock: Clock, journal: Journal) -> None:
        self.clock = clock
        self._journal = journal

    # What is known

    def now(self, db: sqlite3.Connection) -> ClockMark:
        """The steady time at this moment; nothing is stored."""
        return advance(store.load_mark(db), self.clock.read())

    def policy(self, db: sqlite3.Connection) -> HoldPolicy:
        """The policy that a reply held now falls under (D2)."""
        changes = store.load_policies(db) or (PolicyChange(0, HoldPolicy()),)
        return policy_in_force(changes, self.now(db).steady_ns)

    def plan(
        self, db: sqlite3.Connection, heat: int | None, deadline: datetime | None
    ) -> HoldPlan:
        """What the hold of a reply finished now would be."""
        return plan_hold(self.policy(db), heat, self.clock.read().wall, deadline)

    # What the seller does

    def set_policy(self, tx: Transaction, policy: HoldPolicy) -> None:
        """Keep a new policy; it says itself when it comes into force (D2)."""
        changes = store.load_policies(tx.db)
        if not changes or changes[-1].policy != policy:
            store.add_policy(tx, policy, self._tick(tx))

    def hold(
        self,
        tx: Transaction,
        draft: Draft,
        *,
        conversation_id: int,
        heat: int | None,
        deadline: datetime | None,
        first_body: str,
        dismissals: tuple[tuple[str, str], ...] = (),
    ) -> HeldReply:
        """Let a finished reply cool down.

        Raises:
            IllegalTransitionError: another reply to the same conversation is on its way.
        """
        if store.live_of_conversation(tx.db, conversation_id):
            raise IllegalTransitionError(
                Sentence(
                    "Outbox",
                    "A reply to this letter is held already. Take it back first, then change it.",
                )
            )
        mark = self._tick(tx)
        if not store.load_policies(tx.db):  # what is held by is no longer a first set-up (D2)
            store.add_policy(tx, HoldPolicy(), mark)
        in_force = policy_in_force(store.load_policies(tx.db), mark.steady_ns)
        reply = start_hold(
            draft,
            plan_hold(in_force, heat, mark.reading.wall, deadline),
            mark,
            conversation_id=conversation_id,
            message_id=outgoing.new_message_id(draft.sender.addr_spec),
            first_body=first_body,
            dismissals=dismissals,
        )
        self._note(tx, reply)
        reply_id = store.insert(tx, reply)
        drafts.delete_draft(tx, conversation_id)
        cases.refresh(tx, conversation_id, mark.reading.wall)
        return store.load(tx.db, reply_id)

    def take_back(self, tx: Transaction, reply_id: int) -> HeldReply:
        """End a hold for good; its text becomes the draft of the conversation again."""
        reply = self._step(tx, reply_id, lambda r, _: r.taken_back())
        drafts.save_draft(
            tx,
            drafts.StoredDraft(
                reply.conversation_id, reply.draft.subject, reply.draft.body, reply.dismissals
            ),
            self.clock.read().wall,
        )
        return reply

    def hold_longer(self, tx: Transaction, reply_id: int, by: timedelta) -> HeldReply:
        """Hold a cooling or ready reply longer."""
        return self._step(tx, reply_id, lambda r, mark: r.held_longer(mark, by))

    def hold_again(
        self, tx: Transaction, reply_id: int, heat: int | None, deadline: datetime | None
    ) -> HeldReply:
        """Let a paused reply cool down anew, in full."""
        plan = self.plan(tx.db, heat, deadline)
        return self._step(tx, reply_id, lambda r, mark: r.held_again(plan, mark))

    def approve(self, tx: Transaction, reply_id: int) -> HeldReply:
        """The seller pressed Send in the gate: fix the bytes that will go out.

        Raises:
            StillCoolingError: the hold is not over.
            IllegalTransitionError: it is paused, sent, or taken back.
        """
        self.release_due(tx)
        reply = store.load(tx.db, reply_id)
        if reply.is_approved and reply.state in _ON_ITS_WAY:
            return reply
        return self._step(tx, reply_id, lambda r, mark: _approved(r, mark.reading.wall))

    def send_again(self, tx: Transaction, reply_id: int) -> HeldReply:
        """Send an uncertain reply once more, by the seller's decision."""
        return self._step(tx, reply_id, lambda r, _: r.sent_again())

    def mark_sent(self, tx: Transaction, reply_id: int) -> HeldReply:
        """An uncertain reply has arrived, says the seller or the Sent folder."""
        reply = self._step(tx, reply_id, lambda r, mark: r.sent(mark.reading.wall))
        self._after_sent(tx, reply)
        return reply

    def try_now(self, tx: Transaction, reply_id: int) -> HeldReply:
        """Let the postman try a postponed reply at once."""
        return self._step(tx, reply_id, lambda r, _: r.tried_now())

    # What happens by itself

    def release_due(self, tx: Transaction) -> tuple[HeldReply, ...]:
        """End the holds that are over; approve those that the seller lets go by themselves."""
        mark = self._tick(tx)
        due = [r for r in store.load_in(tx.db, {OutboxState.COOLING}) if r.is_due(mark)]
        return tuple(self._step(tx, r.id, _released) for r in due)

    def take(self, tx: Transaction, reply_id: int) -> HeldReply | None:
        """Claim an approved reply for sending, None where it may not go now."""
        mark = self._tick(tx)
        reply = store.load(tx.db, reply_id)
        if store.is_stopped(tx.db) or not reply.may_be_sent(mark):
            return None
        return self._step(tx, reply_id, lambda r, _: r.talking())

    def step(self, tx: Transaction, reply_id: int, step: Step) -> HeldReply:
        """Take a step that the postman decided on; a sent reply is filed and its case moves on."""
        reply = self._step(tx, reply_id, step)
        if reply.state is OutboxState.SENT:
            self._after_sent(tx, reply)
        return reply

    def pause_for(
        self, tx: Transaction, conversation_id: int, by: PausedBy
    ) -> tuple[HeldReply, ...]:
        """Pause the replies of a conversation that have not gone out yet (D5)."""
        stoppable = {OutboxState.COOLING, OutboxState.READY}
        return tuple(
            self._step(tx, reply.id, lambda r, _: r.paused(by))
            for reply in store.live_of_conversation(tx.db, conversation_id)
            if reply.state in stoppable
        )

    def found_in_sent(self, tx: Transaction, message_id: str) -> bool:
        """Tell whether a letter in Sent is one of ours; an uncertain one is now known as sent."""
        reply = store.by_message_id(tx.db, message_id)
        if reply is not None and reply.state is OutboxState.UNCERTAIN:
            self.mark_sent(tx, reply.id)
        return reply is not None

    def settle_after_crash(self, tx: Transaction) -> None:
        """Give each reply that was being sent when the program died its true state."""
        for reply in store.load_in(tx.db, {OutboxState.SENDING}):
            self._step(tx, reply.id, lambda r, mark: r.after_crash(mark.reading.wall))

    def tidy(self, _tx: Transaction) -> None:
        """Shorten the journal; the transaction keeps everybody else from writing to it."""
        self._journal.shorten()

    def restore(self, tx: Transaction) -> int:
        """Take the waiting replies of the journal into an empty database; returns how many.

        They are paused: their letters and the server's Sent folder are not known yet.
        """
        restored = 0
        for reply, account in self._journal.waiting():
            if store.by_message_id(tx.db, reply.message_id) is None:
                account_id = accounts.ensure_account(tx, account)
                conversation_id = messages.reserve_conversation(
                    tx.db, account_id, reply.draft.in_reply_to
                )
                mark = self._tick(tx)
                store.insert(tx, reply.restored(account_id, conversation_id, mark))
                restored += 1
        return restored

    def _step(self, tx: Transaction, reply_id: int, step: Step) -> HeldReply:
        mark = self._tick(tx)
        before = store.load(tx.db, reply_id)
        after = step(before, mark)
        self._note(tx, after)
        store.update(tx, before, after)
        cases.refresh(tx, after.conversation_id, mark.reading.wall)
        return after

    def _after_sent(self, tx: Transaction, reply: HeldReply) -> None:
        if reply.draft.reply_to_message:
            messages.set_flag(tx, reply.draft.reply_to_message, "\\Answered", on=True)
        account = accounts.load_account(tx.db, reply.draft.account_id)
        if reply.raw is not None and not account.files_sent_itself:
            messages.queue_sent_copy(tx.db, account.id, reply.message_id, reply.raw)
        cases.set_answered(tx, reply.conversation_id, reply.sent_at or self.clock.read().wall)

    def _tick(self, tx: Transaction) -> ClockMark:
        mark = self.now(tx.db)
        store.save_mark(tx.db, mark)
        return mark

    def _note(self, tx: Transaction, reply: HeldReply) -> None:
        self._journal.note(reply, accounts.load_account(tx.db, reply.draft.account_id))


def _released(reply: HeldReply, mark: ClockMark) -> HeldReply:
    ready = reply.released()
    return _approved(ready, mark.reading.wall) if reply.plan.sends_itself else ready


def _approved(reply: HeldReply, at: datetime) -> HeldReply:
    draft = reply.draft
    letter = outgoing.Letter(
        sender=draft.sender,
        to=draft.to,
        subject=draft.subject,
        body=draft.body,
        message_id=reply.message_id,
        date=at.astimezone(UTC),
        in_reply_to=draft.in_reply_to,
        references=draft.references,
    )
    return reply.approved(outgoing.build(letter), at)
