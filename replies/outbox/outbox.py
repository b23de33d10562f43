"""The outbox: every step of a held reply, each inside one transaction and one journal line."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final
from weakref import WeakKeyDictionary

from ...mailbox import outgoing
from ...mailbox.enclosure import filled
from ...mailbox.enclosure_folder import EnclosureFolder
from ...mailbox.errors import FileLostError
from ...mailbox.sentence import Sentence, sentence_of
from ...mailbox.store import accounts, messages
from ...mailbox.store.writer import Transaction
from ..cases import promise_store
from ..cases import store as cases
from ..compose import store as drafts
from ..compose.draft import Draft
from ..errors import EnclosureLostError, IllegalTransitionError, ReplyError, StoppedError
from . import home_store, store
from .clock import Clock, ClockMark, advance
from .held_reply import STOPPABLE, HeldReply, OutboxState, PausedBy, start_hold
from .hold import GATE_HEAT, HoldPlan, Occasion, plan_hold
from .journal import Entry, Journal
from .policy import HoldPolicy, PolicyChange, policy_in_force

# A second press of Send changes nothing here.
_ON_ITS_WAY: Final = frozenset({OutboxState.READY, OutboxState.SENDING, OutboxState.SENT})

Step = Callable[[HeldReply, ClockMark], HeldReply]


class Outbox:
    """Knows the clock, the journal and the attached files of a profile.

    Its methods are jobs of the writer.
    """

    def __init__(self, clock: Clock, journal: Journal) -> None:
        self.clock = clock
        self.journal = journal
        self.enclosures = EnclosureFolder(journal.path.parent)
        self._unwritten: WeakKeyDictionary[Transaction, list[HeldReply]] = WeakKeyDictionary()

    # What is known

    def now(self, db: sqlite3.Connection) -> ClockMark:
        """The steady time at this moment; nothing is stored."""
        return advance(store.load_mark(db), self.clock.read())

    def policy(self, db: sqlite3.Connection) -> HoldPolicy:
        """The policy that a reply held now falls under (D2)."""
        changes = store.load_policies(db) or (PolicyChange(0, HoldPolicy()),)
        return policy_in_force(changes, self.now(db).steady_ns)

    def plan(self, db: sqlite3.Connection, occasion: Occasion, own_heat: int = 0) -> HoldPlan:
        """What the hold of a reply finished now would be."""
        return plan_hold(self.policy(db), occasion, self.clock.read().wall, own_heat)

    def note_boot(self, tx: Transaction) -> None:
        """Take the time at the first look of all, and at the first after the computer has started.

        From here on the wall clock has no say any more, whoever sets it.
        """
        known = store.load_mark(tx.db)
        if known is None or known.reading.boot_id != self.clock.read().boot_id:
            self._tick(tx)

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
        occasion: Occasion,
        first_body: str,
        dismissals: tuple[tuple[str, str], ...] = (),
        own_heat: int = 0,
    ) -> HeldReply:
        """Let a finished reply cool down.

        Args:
            own_heat: 0-3, how hotly it was written.

        A letter that came after the one that is answered pauses it at once (D5).

        Raises:
            IllegalTransitionError: another reply to the same conversation is on its way.
            EnclosureLostError: a file that goes with it is gone or damaged.
            ReplyError: no letter can be made of it.
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
            plan_hold(in_force, occasion, mark.reading.wall, own_heat),
            mark,
            conversation_id=conversation_id,
            message_id=outgoing.new_message_id(draft.sender.addr_spec),
            first_body=first_body,
            dismissals=dismissals,
        )
        was_answered = cases.is_flagged_answered(tx.db, draft.reply_to_message)
        reply = replace(reply, was_answered=was_answered)
        self._built(reply, mark.reading.wall)
        self.note(tx, reply)
        reply_id = store.insert(tx, reply)
        messages.note_message_id(tx.db, conversation_id, reply.message_id)
        drafts.delete_draft(tx, conversation_id)
        cases.refresh(tx, conversation_id, mark.reading.wall)
        if cases.is_overtaken(tx.db, conversation_id, draft.reply_to_message):
            return self.step(tx, reply_id, lambda r, _: r.paused(PausedBy.NEWER_MAIL))
        return store.load(tx.db, reply_id)

    def take_back(self, tx: Transaction, reply_id: int) -> HeldReply:
        """End a hold for good; text and files become the draft of the conversation again.

        A draft that was begun meanwhile is kept under it.
        """
        reply = self.step(tx, reply_id, lambda r, _: r.taken_back())
        body = reply.draft.body
        enclosures = reply.draft.enclosures
        other = drafts.load_draft(tx.db, reply.conversation_id)
        if other is not None:
            if other.body.strip() not in body:
                body = f"{body.rstrip()}\n\n{other.body}"
            here = {one.sha256 for one in enclosures}
            enclosures += tuple(one for one in other.enclosures if one.sha256 not in here)
        drafts.save_draft(
            tx,
            drafts.StoredDraft(
                reply.conversation_id,
                reply.draft.subject,
                body,
                reply.dismissals,
                reply.draft.sender.addr_spec,
                enclosures,
            ),
            self.clock.read().wall,
        )
        return reply

    def hold_longer(self, tx: Transaction, reply_id: int, by: timedelta) -> HeldReply:
        """Hold a cooling or ready reply longer."""
        return self.step(tx, reply_id, lambda r, mark: r.held_longer(mark, by))

    def hold_again(self, tx: Transaction, reply_id: int, occasion: Occasion) -> HeldReply:
        """Let a paused reply cool down anew, in full.

        Raises:
            EnclosureLostError: a file that goes with it is gone or damaged.
        """
        policy = self.policy(tx.db)
        self.contents(store.load(tx.db, reply_id))
        answered = store.load(tx.db, reply_id).draft.reply_to_message
        was_answered = cases.is_flagged_answered(tx.db, answered)

        def again(reply: HeldReply, mark: ClockMark) -> HeldReply:
            plan = plan_hold(policy, occasion, mark.reading.wall, reply.plan.own_heat)
            return replace(reply.held_again(plan, mark), was_answered=was_answered)

        return self.step(tx, reply_id, again)

    def approve(self, tx: Transaction, reply_id: int) -> HeldReply:
        """The seller pressed Send in the gate: fix the bytes that will go out.

        Where a file that goes with it is gone or damaged, it is paused instead, and says so.

        Raises:
            StillCoolingError: the hold is not over.
            IllegalTransitionError: it is paused, sent, or taken back.
        """
        self.release_due(tx)
        reply = store.load(tx.db, reply_id)
        if reply.is_approved and reply.state in _ON_ITS_WAY:
            return reply
        try:
            return self.step(tx, reply_id, self._approved)
        except EnclosureLostError as error:
            why = sentence_of(error)
            return self.step(tx, reply_id, lambda r, _: r.paused(PausedBy.FILE_LOST, why))

    def send_again(self, tx: Transaction, reply_id: int) -> HeldReply:
        """Send an uncertain reply once more, by the seller's decision."""
        return self.step(tx, reply_id, lambda r, mark: r.sent_again(mark))

    def mark_sent(self, tx: Transaction, reply_id: int) -> HeldReply:
        """An uncertain reply has arrived, says the seller."""
        return self.step(tx, reply_id, lambda r, mark: r.sent(mark.reading.wall))

    def try_now(self, tx: Transaction, reply_id: int) -> HeldReply:
        """Let the postman try a postponed reply at once."""
        return self.step(tx, reply_id, lambda r, mark: r.tried_now(mark))

    # What happens by itself

    def release_due(self, tx: Transaction) -> tuple[HeldReply, ...]:
        """End the holds that are over; approve those that the seller lets go by themselves.

        An approval that is too old to count ends as well.
        """
        mark = self._tick(tx)
        waiting = store.load_in(tx.db, {OutboxState.COOLING, OutboxState.READY})
        for reply in (r for r in waiting if r.has_lapsed(mark)):
            self.step(tx, reply.id, lambda r, _: r.asked_again())
        due = [r for r in waiting if r.state is OutboxState.COOLING and r.is_due(mark)]
        return tuple(self._release(tx, reply) for reply in due)

    def take(self, tx: Transaction, reply_id: int) -> HeldReply | None:
        """Claim an approved reply for sending, None where it may not go now."""
        mark = self._tick(tx)
        reply = store.load(tx.db, reply_id)
        if store.is_stopped(tx.db) or not reply.may_be_sent(mark):
            return None
        return self.step(tx, reply_id, lambda r, _: r.talking())

    def note_dot(self, tx: Transaction, reply_id: int) -> None:
        """Note that the final dot of a letter is about to leave.

        Raises:
            StoppedError: the seller has stopped everything, or something new has come up while
                the letter was going out; the dot must not leave.
        """
        is_overtaken = store.load(tx.db, reply_id).paused_by is not PausedBy.NOTHING
        if store.is_stopped(tx.db) or is_overtaken:
            raise StoppedError(Sentence("Outbox", "It was called off before it had left."))
        self.step(tx, reply_id, lambda r, mark: r.dotted(mark.reading.wall))

    def pause_for(
        self, tx: Transaction, conversation_id: int, by: PausedBy, note: str = ""
    ) -> tuple[HeldReply, ...]:
        """Pause the replies of a conversation that have not gone out yet (D5).

        One that is being sent, or perhaps is sent, is paused where it comes back.
        """
        return tuple(
            self.step(tx, reply.id, lambda r, _: r.overtaken(by, note))
            for reply in store.live_of_conversation(tx.db, conversation_id)
            if reply.state is not OutboxState.FAILED
        )

    def found_in_sent(self, tx: Transaction, message_id: str) -> bool:
        """Tell whether a letter in Sent is one that is held here: then it is sent.

        One that was taken back counts as an answer from elsewhere: it went out after all.
        """
        reply = store.by_message_id(tx.db, message_id)
        if reply is None or reply.state is OutboxState.RECALLED:
            return False
        if reply.state not in {OutboxState.SENT, OutboxState.SENDING}:
            self.step(tx, reply.id, lambda r, mark: r.found_in_sent(mark.reading.wall))
        return True

    def settle_after_crash(self, tx: Transaction) -> None:
        """Give each reply that was being sent when the program died its true state."""
        for reply in store.load_in(tx.db, {OutboxState.SENDING}):
            self.step(tx, reply.id, lambda r, _: r.after_crash())

    def record_promises(self, tx: Transaction) -> None:
        """Keep what replies that went out have promised; that they went out is kept before."""
        for reply in store.sent_with_unread_promises(tx.db):
            promise_store.record(
                tx,
                conversation_id=reply.conversation_id,
                message_id=reply.message_id,
                body=reply.draft.body,
                sent_at=reply.sent_at or self.clock.read().wall,
            )
            store.note_promises_read(tx.db, reply.id)

    def tidy(self, tx: Transaction) -> None:
        """Delete files that no letter needs; shorten the journal.

        That is done while nothing waits that another journal would pause.

        The transaction keeps everybody else from writing to it.
        """
        self.enclosures.tidy(lambda: drafts.enclosed(tx.db) | store.enclosed(tx.db))
        if self.journal.is_huge or (self.journal.is_long and not store.load_in(tx.db, STOPPABLE)):
            self.journal.shorten()
            home_store.save_journal_mark(tx.db, self.journal_mark(tx, 0))

    def journal_mark(self, tx: Transaction, further: int) -> home_store.JournalMark:
        """What to keep of the journal as it is now, with so many more transactions in it."""
        number = home_store.load_journal_mark(tx.db).number + further
        return home_store.JournalMark(number, home_store.home_of(tx.db, self.journal.path))

    def note(self, tx: Transaction, reply: HeldReply) -> None:
        """Have a step written to the journal before the transaction is committed."""
        if tx not in self._unwritten:
            tx.must_last()  # else the journal would know of more than the database
            self._unwritten[tx] = []
            tx.before_commit(lambda: self._write_journal(tx))
        self._unwritten[tx].append(reply)

    def _write_journal(self, tx: Transaction) -> None:
        mark = home_store.load_journal_mark(tx.db)
        number = mark.number + 1
        is_as_committed = self.journal_mark(tx, 0).home == mark.home
        self.journal.write(
            [
                Entry(number, reply, accounts.load_account(tx.db, reply.draft.account_id))
                for reply in self._unwritten.pop(tx)
            ],
            void_from=None if is_as_committed else number,
        )
        home_store.save_journal_mark(tx.db, self.journal_mark(tx, 1))
        tx.after_commit(lambda: self.journal.note_committed(number))

    def step(self, tx: Transaction, reply_id: int, step: Step) -> HeldReply:
        """Take a step with a reply: noted in the journal, stored, its case carried along.

        One that is sent is filed and its letter marked; an uncertain one whose copy lies in Sent
        is sent.
        """
        mark = self._tick(tx)
        before = store.load(tx.db, reply_id)
        after = step(before, mark)
        if after.state is OutboxState.UNCERTAIN and messages.is_in_sent(tx.db, after.message_id):
            after = after.found_in_sent(mark.reading.wall)
        self.note(tx, after)
        store.update(tx, before, after)
        cases.refresh(tx, after.conversation_id, mark.reading.wall)
        if after.state is OutboxState.SENT and before.state is not OutboxState.SENT:
            self._after_sent(tx, after)
        return after

    def _release(self, tx: Transaction, reply: HeldReply) -> HeldReply:
        """End a hold; let it go by itself where the seller wants that and nothing speaks against.

        What does: it is due for long, or the letter was found to be hotter meanwhile (D4).
        """
        heat = cases.heat_of(tx.db, reply.conversation_id)

        def release(reply: HeldReply, mark: ClockMark) -> HeldReply:
            ready = reply.released()
            goes = reply.plan.sends_itself and heat < GATE_HEAT and not reply.is_long_due(mark)
            if not goes:
                return ready
            try:
                return self._approved(ready, mark)
            except EnclosureLostError as error:
                return ready.paused(PausedBy.FILE_LOST, sentence_of(error))

        return self.step(tx, reply.id, release)

    def _after_sent(self, tx: Transaction, reply: HeldReply) -> None:
        if reply.draft.reply_to_message:
            messages.set_flag(tx, reply.draft.reply_to_message, "\\Answered", on=True)
        account = accounts.load_account(tx.db, reply.draft.account_id)
        if reply.raw is not None and not account.files_sent_itself:
            copy = filled(reply.raw, self._content_or_note(reply))
            messages.queue_sent_copy(tx.db, account.id, reply.message_id, copy)
        cases.set_answered(tx, reply.conversation_id, reply.sent_at or self.clock.read().wall)

    def _tick(self, tx: Transaction) -> ClockMark:
        mark = self.now(tx.db)
        store.save_mark(tx.db, mark)
        return mark

    def contents(self, reply: HeldReply) -> dict[str, bytes]:
        """The contents of the files that go with a reply, by their SHA-256, each looked through.

        Raises:
            EnclosureLostError: one of them is gone or damaged; the message says which.
        """
        try:
            return {one.sha256: self.enclosures.content(one) for one in reply.draft.enclosures}
        except FileLostError as error:
            raise EnclosureLostError(sentence_of(error)) from error

    def _content_or_note(self, reply: HeldReply) -> Callable[[str], bytes]:
        """A file for the copy in Sent; a note in its place where it was lost since it went out."""
        enclosures = {one.sha256: one for one in reply.draft.enclosures}

        def content(digest: str) -> bytes:
            try:
                return self.enclosures.content(enclosures[digest])
            except FileLostError:
                return b"This file went out with the letter. No copy of it is left here.\r\n"

        return content

    def _approved(self, reply: HeldReply, mark: ClockMark) -> HeldReply:
        at = mark.reading.wall
        return reply.approved(self._built(reply, at), at, mark.steady_ns)

    def _built(self, reply: HeldReply, at: datetime) -> bytes:
        """The bytes of the letter that goes out, its files looked through.

        Raises:
            EnclosureLostError: a file is gone or damaged.
            ReplyError: no letter can be made of it; the message says why.
        """
        self.contents(reply)
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
            enclosures=draft.enclosures,
        )
        try:
            return outgoing.build(letter)
        except ValueError as error:
            raise ReplyError(sentence_of(error)) from error
