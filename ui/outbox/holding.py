"""What the seller holds: the cards of the outbox, and the gate that every reply goes through."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject, Signal

from ...mailbox.store.changes import ChangeSet, RecordKind
from ...replies import inbox_store
from ...replies.calling import call_sheet
from ...replies.errors import NoSuchRecordError
from ...replies.inbox import Matter
from ...replies.outbox import store as held
from ...replies.outbox.held_reply import HeldReply, OutboxState
from ...replies.rereading import reread
from .. import operations
from ..engine import Engine
from ..languages import spoken
from ..outbox_words import HoldWords
from .gate_view import GateView
from .news import news_of
from .outbox_card import OutboxCard
from .outbox_view import OutboxView


class Holding(QObject):
    """Keeps the outbox as the store has it, and does what the seller wants with a held reply.

    Signals:
        gate_opened: both letters are shown and want to be seen.
        gate_closed: the gate was left.
        approved: carries the HeldReply that the seller let go.
        draft_wanted: carries the conversation id of a reply that was taken back to be changed.
        said: carries a short line on what was done.
        delivered: carries the line on a reply that a server has taken, for a screen reader.
    """

    gate_opened = Signal()
    gate_closed = Signal()
    approved = Signal(object)
    draft_wanted = Signal(int)
    said = Signal(str)
    delivered = Signal(str)

    def __init__(
        self, engine: Engine, view: OutboxView, gate: GateView, words: HoldWords, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._engine = engine
        self._view = view
        self._gate = gate
        self._hold_words = words
        self._words = words.words
        self._states: dict[int, OutboxState] = {}
        engine.changed.connect(self._on_changed)
        view.read_wanted.connect(self.open_gate)
        view.take_back_wanted.connect(self.take_back)
        view.longer_wanted.connect(self.hold_longer)
        view.hold_again_wanted.connect(self.hold_again)
        view.mark_sent_wanted.connect(self.mark_sent)
        view.send_again_wanted.connect(self.send_again)
        view.try_now_wanted.connect(self.try_now)
        gate.send_wanted.connect(self.send)
        gate.edit_wanted.connect(self.edit)
        gate.longer_wanted.connect(self.hold_longer)
        gate.call_wanted.connect(self.call)
        gate.talked.connect(self.note_talk)
        gate.nobody_answered.connect(self.note_no_answer)
        gate.closed.connect(self.gate_closed)

    def refresh(self) -> None:
        """Read the held replies again."""
        db = self._engine.reader
        mark = self._engine.outbox.now(db)
        cards = [self._card(reply) for reply in held.load_in(db)]
        self._view.show_replies(cards, mark.reading.wall, mark.steady_ns)
        before, self._states = self._states, {c.reply.id: c.reply.state for c in cards}
        for reply_id in before.keys() - self._states.keys():
            if before[reply_id] is not OutboxState.UNCERTAIN:  # of those she has said it herself
                self._say_if_sent(reply_id)

    def _say_if_sent(self, reply_id: int) -> None:
        try:
            reply = held.load(self._engine.reader, reply_id)
        except NoSuchRecordError:
            return
        if reply.state is OutboxState.SENT and reply.sent_at is not None:
            at = self._words.moment(reply.sent_at, self._now())
            name = self._words.name(reply.draft.to)
            said = self.tr("Sent to {name}, {time}.").format(name=name, time=at)
            self.said.emit(said)
            self.delivered.emit(said)

    def open_gate(self, reply_id: int) -> None:
        """Show both letters of a reply."""
        reply = held.load(self._engine.reader, reply_id)
        matter = self._matter(reply)
        if matter is None:
            self.said.emit(self.tr("The letter that this reply answers is not here any more."))
            return
        found = reread(reply, matter, self._engine.preferences, self._now().astimezone())
        self._gate.show_letters(matter, reply, found, self._now())
        self.gate_opened.emit()

    def send(self, reply_id: int) -> None:
        """Let a reply go that was read again."""
        future = operations.confirm(self._engine.writer, self._engine.outbox, reply_id)
        self._engine.follow(future, self._on_approved)

    def call(self, reply_id: int) -> None:
        """Show what a call needs, in place of both letters."""
        reply = held.load(self._engine.reader, reply_id)
        matter = self._matter(reply)
        if matter is not None:
            sheet = call_sheet(matter, reply.draft.body, self._now().astimezone())
            self._gate.show_call(sheet, self._now())

    def note_talk(self, reply_id: int) -> None:
        """She has talked to the customer: end the hold, and write the mail that confirms it."""
        future = operations.talked(self._engine.writer, self._engine.outbox, reply_id)
        self._engine.follow(future, self._on_talked)

    def note_no_answer(self, reply_id: int) -> None:
        """She has called in vain; the reply stays as it is."""
        reply = held.load(self._engine.reader, reply_id)
        future = operations.nobody_answered(
            self._engine.writer, self._engine.outbox, reply.conversation_id
        )
        self._engine.follow(future, self._on_no_answer_noted)

    def take_back(self, reply_id: int) -> None:
        """End a hold; the text is a draft again."""
        self._follow_take_back(reply_id, then_edit=False)

    def edit(self, reply_id: int) -> None:
        """End a hold and go on writing."""
        self._follow_take_back(reply_id, then_edit=True)

    def take_back_of(self, conversation_id: int) -> None:
        """End the hold of the reply to a letter, and go on writing it."""
        for reply in held.live_of_conversation(self._engine.reader, conversation_id):
            self.edit(reply.id)

    def hold_longer(self, reply_id: int) -> None:
        """Hold a reply an hour longer."""
        future = operations.hold_longer(self._engine.writer, self._engine.outbox, reply_id)
        self._engine.follow(future, self._on_held_longer)

    def hold_again(self, reply_id: int) -> None:
        """Let a paused reply cool down anew."""
        matter = self._matter(held.load(self._engine.reader, reply_id))
        if matter is not None:
            future = operations.hold_again(
                self._engine.writer, self._engine.outbox, matter, reply_id
            )
            self._engine.follow(future)

    def mark_sent(self, reply_id: int) -> None:
        """An uncertain reply has arrived, says the seller."""
        outbox = self._engine.outbox
        self._engine.follow(self._engine.writer.submit(lambda tx: outbox.mark_sent(tx, reply_id)))

    def send_again(self, reply_id: int) -> None:
        """Send an uncertain reply once more."""
        outbox = self._engine.outbox
        self._engine.follow(self._engine.writer.submit(lambda tx: outbox.send_again(tx, reply_id)))

    def try_now(self, reply_id: int) -> None:
        """Try a postponed reply at once."""
        outbox = self._engine.outbox
        self._engine.follow(self._engine.writer.submit(lambda tx: outbox.try_now(tx, reply_id)))

    def _follow_take_back(self, reply_id: int, *, then_edit: bool) -> None:
        future = operations.take_back(self._engine.writer, self._engine.outbox, reply_id)

        def on_taken_back(reply: HeldReply) -> None:
            self.gate_closed.emit()
            self.said.emit(self.tr("Taken back; the text is a draft again."))
            if then_edit:
                self.draft_wanted.emit(reply.conversation_id)

        self._engine.follow(future, on_taken_back)

    def _on_talked(self, reply: HeldReply) -> None:
        self.gate_closed.emit()
        self.said.emit(self.tr("The call is noted. Now write down what you agreed on."))
        self.draft_wanted.emit(reply.conversation_id)

    def _on_no_answer_noted(self, _nothing: None) -> None:
        self.said.emit(self.tr("Noted: you called, and nobody answered."))

    def _on_approved(self, reply: HeldReply) -> None:
        self.gate_closed.emit()
        if not reply.is_approved:  # a file that goes with it is lost
            self.said.emit(spoken(reply.pause_note))
            return
        self.said.emit(self._what_follows(reply))
        self.approved.emit(reply)

    def _what_follows(self, reply: HeldReply) -> str:
        """What becomes of a reply that was let go just now."""
        if held.is_stopped(self._engine.reader):
            return self.tr("Approved. It waits until you let mail go out again.")
        quiet = self._hold_words.quiet(reply.plan, self._now(), self._now())
        return quiet or self.tr("On its way to {to}.").format(to=reply.draft.to.addr_spec)

    def _on_held_longer(self, reply: HeldReply) -> None:
        self.gate_closed.emit()
        until = self._words.moment(reply.plan.send_after, self._now())
        self.said.emit(self.tr("Cooling until {time}.").format(time=until))

    def _on_changed(self, changes: ChangeSet) -> None:
        if changes.touches(RecordKind.HELD_REPLY):
            self.refresh()

    def _card(self, reply: HeldReply) -> OutboxCard:
        news = None
        if reply.state is OutboxState.PAUSED and (matter := self._matter(reply)) is not None:
            news = news_of(reply, matter)
        return OutboxCard(reply, self._words.name(reply.draft.to), reply.plan.heat, news)

    def _matter(self, reply: HeldReply) -> Matter | None:
        try:
            return inbox_store.load_matter(self._engine.reader, reply.conversation_id)
        except NoSuchRecordError:
            return None

    def _now(self) -> datetime:
        return self._engine.outbox.clock.read().wall
